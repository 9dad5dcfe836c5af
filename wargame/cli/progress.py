"""How far a long command is: a bar with rate and time left, on a terminal only; or lines for a program that watches."""

import shutil
import sys
from collections.abc import Callable
from time import monotonic
from types import TracebackType
from typing import Any

from wargame.cli.output import print_json_line

EVERY = 0.1
"""Seconds between two pictures at least."""
TOLD_EVERY = 0.5
"""Seconds between two lines for a program at least: it takes figures to make one."""
WIDEST_BAR = 30
"""Characters."""


class Progress:
    """One line on stderr, drawn anew as things get done and wiped away at the end."""

    def __init__(self, total: int, done: int = 0, quiet: bool = False) -> None:
        self.total = total
        self.before = done
        """What was done already, which says nothing of the rate."""
        self.shown = not quiet and sys.stderr is not None and sys.stderr.isatty()
        self.began = self.drawn = monotonic()

    def __enter__(self) -> "Progress":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self.shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)

    def show(self, done: int) -> None:
        """Tell that so many are done."""
        now = monotonic()
        if self.shown and (now - self.drawn >= EVERY or done == self.total):
            self.drawn = now
            columns = shutil.get_terminal_size().columns
            text = line(done, self.total, (done - self.before) / max(now - self.began, 1e-6), columns)
            print(f"\r{text}\x1b[K", end="", file=sys.stderr, flush=True)


class ProgressLines:
    """A JSON line on stdout now and then: what is done, what there is to do, the rate, and what came of it so far."""

    def __init__(self, total: int, done: int, so_far: Callable[[], dict[str, Any]]) -> None:
        self.total = total
        self.before = done
        self.so_far = so_far
        self.began = monotonic()
        self.told = -TOLD_EVERY

    def __enter__(self) -> "ProgressLines":
        self.show(self.before)
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing is left open."""

    def show(self, done: int) -> None:
        """Tell that so many are done; the last is always told."""
        now = monotonic()
        if now - self.told >= TOLD_EVERY or done == self.total:
            self.told = now
            rate = (done - self.before) / max(now - self.began, 1e-6)
            print_json_line({"done": done, "total": self.total, "rate": round(rate, 3), "result": self.so_far()})


def line(done: int, total: int, rate: float, columns: int = 80) -> str:
    """`[#####.....]  120/240  35.2 a second, 0:03 left`, without the bar where it has no room."""
    figures = f"{done}/{total}  {rate:.1f} a second"
    if rate > 0.0:
        figures += f", {clock((total - done) / rate)} left"
    room = min(WIDEST_BAR, columns - len(figures) - 5)
    full = round(room * done / total)
    bar = f"[{'#' * full}{'.' * (room - full)}]  " if room >= 10 else ""
    return (bar + figures)[: columns - 1]


def clock(seconds: float) -> str:
    """`0:03`, `1:02:03`"""
    minutes, left = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"
