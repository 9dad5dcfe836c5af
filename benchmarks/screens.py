"""Screens in a real terminal: from the press of a key to the last byte of the picture that it makes.

The terminal is a pseudo-terminal of ours that takes in what is drawn at once, so that only the program is measured.
"""

import os
import pty
import select
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import quantiles
from time import perf_counter

from benchmarks.processes import clean
from benchmarks.timing import Figure, middle

QUIET = 0.15
"""Seconds without a byte after which a picture is taken to be complete."""
PATIENCE = 60.0
SIZE = {"COLUMNS": "140", "LINES": "40"}


class Terminal:
    """The program on a pseudo-terminal."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self.ours, theirs = pty.openpty()
        environment = clean(folder) | SIZE | {"TERM": "xterm-256color", "LANG": "C.UTF-8"}
        self.begun = perf_counter()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "wargame", *arguments],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=environment,
            cwd=folder,
            start_new_session=True,
        )
        os.close(theirs)

    def taken_in(self, words: str = "", sign: str = "") -> tuple[float, float]:
        """Wait for a whole picture with these words; when they, or a sign before them, came, and its last byte."""
        drawn, seen, last = b"", 0.0, 0.0
        deadline = perf_counter() + PATIENCE
        while perf_counter() < deadline:
            ready, _, _ = select.select([self.ours], [], [], QUIET)
            if ready:
                drawn += os.read(self.ours, 65536)
                last = perf_counter()
                told = [each for each in (sign, words) if each and each.encode() in drawn]
                seen = seen or (last if told or not words else 0.0)
            elif drawn and words.encode() in drawn:
                return seen, last
        raise RuntimeError(f"'{words}' was not drawn")

    def press(self, key: str, words: str = "") -> float:
        """Milliseconds from a key to the last byte of what it changes."""
        pressed = perf_counter()
        os.write(self.ours, key.encode())
        return (self.taken_in(words)[1] - pressed) * 1e3


@contextmanager
def opened(folder: Path, *arguments: str) -> Iterator[Terminal]:
    """The program, ended afterwards."""
    terminal = Terminal(folder, *arguments)
    try:
        yield terminal
    finally:
        terminal.process.kill()
        terminal.process.wait()
        os.close(terminal.ours)


def measure(rounds: int, folder: Path) -> list[Figure]:
    """First picture; a step of the cursor, a full refresh and the first sign of a turn's end in `great-alliance`, drawn
    at 140 columns and 40 lines.
    """
    paints = [first_picture(folder) for _ in range(rounds + 1)][1:]  # the first compiles
    with opened(folder, "play", "great-alliance", "--seed", "3", "-o", str(folder / "screens.jsonl")) as terminal:
        terminal.taken_in("Brief for")
        terminal.press("\r", "ORDERS PAD")
        for _ in range(2):
            end_turn(terminal)
        steps = [terminal.press("jk"[number % 2]) for number in range(4 * rounds)]
        fresh = [terminal.press("23456"[number % 5]) for number in range(4 * rounds)]
        ends = [end_turn(terminal) for _ in range(min(rounds, 4))]
    return [
        middle("paint_ms", "wargame, its home screen drawn", paints),
        percentile("cursor_p95_ms", "a step of the cursor, 95th perc.", steps),
        percentile("refresh_p95_ms", "another tab, 95th percentile", fresh),
        middle("turn_end_ms", "first sign of a turn's end", ends),
    ]


def first_picture(folder: Path) -> float:
    """Milliseconds until the home screen has been drawn as far as what it offers."""
    with opened(folder) as terminal:
        return (terminal.taken_in("Learn")[0] - terminal.begun) * 1e3


def end_turn(terminal: Terminal) -> float:
    """End a turn, and read the report; milliseconds from committing to the words that the clock runs."""
    terminal.press("e", "END OF TURN")
    pressed = perf_counter()
    os.write(terminal.ours, b"e")
    seen, _ = terminal.taken_in("Turn report", sign="The clock runs")
    terminal.press("\r", "ORDERS PAD")
    return (seen - pressed) * 1e3


def percentile(name: str, about: str, values: list[float]) -> Figure:
    """The 95th percentile in milliseconds, of all that was measured."""
    return Figure(name, about, quantiles(values, n=20, method="inclusive")[-1] if len(values) > 1 else values[0], "ms")
