"""Amounts as people see them at a glance: bars, histories and tallies of characters. Words beside them say the same."""

from collections.abc import Iterable, Sequence

from wargame.desk.lines import Part, Role

LEVELS = "▁▂▃▄▅▆▇█"
"""Of a history, lowest first; there is a character of ASCII for each."""
FULL, EMPTY = "█", "░"
"""Of a bar."""
CELLS = 16
"""Of a bar."""
LONGEST = 24
"""Of a history: the newest values."""


def bar(share: float, role: Role = "friend", cells: int = CELLS) -> tuple[Part, Part]:
    """A share of a whole: `█████░░░`. A little is one cell, and what is not all is not full."""
    level = round(share * cells)
    if 0.0 < share < 1.0:
        level = min(cells - 1, max(1, level))
    level = min(cells, max(0, level))
    return (role, FULL * level), ("dim", EMPTY * (cells - level))


def without_bars(parts: Iterable[Part]) -> tuple[Part, ...]:
    """Parts of a line but for its bars, for where there is no room: words beside them say the same."""
    return tuple((role, text) for role, text in parts if text.strip(FULL + EMPTY))


def history(values: Iterable[float | None], low: float = 0.0, high: float | None = None) -> str:
    """Values over time, oldest first: `▁▂▅█`; where there was none the place stays empty, so that histories of the same
    time stand in line. Without a `high` the greatest of them is on top.
    """
    known = list(values)[-LONGEST:]
    top = max((value for value in known if value is not None), default=0.0) if high is None else high
    return "".join(" " if value is None else LEVELS[_level(value, low, top)] for value in known)


def heights(values: Sequence[int]) -> str:
    """Numbers as a line of characters, the greatest as the highest; whatever is more than nothing can be seen."""
    most = max(values, default=0)
    return "".join(LEVELS[(value * len(LEVELS) - 1) // most] if value else " " for value in values)


def _level(value: float, low: float, high: float) -> int:
    if high <= low:
        return 0
    share = min(1.0, max(0.0, (value - low) / (high - low)))
    return min(len(LEVELS) - 1, int(share * len(LEVELS)))


def tally(counts: Sequence[tuple[Role, str, int]]) -> list[Part]:
    """A mark for each of those counted: `+++~o...`."""
    return [(role, mark * count) for role, mark, count in counts if count]
