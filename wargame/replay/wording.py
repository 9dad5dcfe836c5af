"""Plain text of at most 80 columns: wrapping, columns, counted things. What files say cannot drive a terminal here."""

from collections.abc import Iterable, Iterator, Sequence

from wargame.files.faults import clean, width
from wargame.model.clock import DAY, HOUR, MINUTE

WIDTH = 80
"""Columns of a line."""
GAP = "  "
"""Between columns."""
WIDEST_COLUMN = 34
"""Every column but the last is cut to this."""
MOST_NAMED = 12
"""More names than this are counted rather than listed."""
STEADY = 0.02
"""A probability that has moved by less is called steady."""
NARROWEST = 16
"""A last column that has less room than this, and needs more, gets lines of its own."""
CUT = ".."
"""At the end of what was cut."""


def sentence(text: str) -> str:
    """The text with one full stop, or what else ends it already."""
    text = text.strip()
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def counted(number: int, thing: str, things: str = "") -> str:
    """`1 warning`, `2 warnings`; `things` for a plural that an s does not make."""
    return f"{number} {thing if number == 1 else things or thing + 's'}"


def few(number: float) -> str:
    """A small expected number: `1.3`, `<0.1`."""
    return "<0.1" if 0.0 < number < 0.05 else f"{number:.1f}"


def percent(share: float) -> str:
    """A probability; what is not quite certain is not called so."""
    text = f"{share:.0%}"
    if text == "0%" and share > 0.0:
        return "<1%"
    return ">99%" if text == "100%" and share < 1.0 else text


def hours_words(hours: float) -> str:
    """`22 h`, `4.5 h`."""
    return f"{hours:.1f}".removesuffix(".0") + " h"


def age(seconds: int) -> str:
    """How long, to the precision that people want: `40 min`, `5 h`, `3 d`."""
    if seconds < MINUTE:
        return "now"
    if seconds < HOUR:
        return f"{seconds // MINUTE} min"
    if seconds < 2 * DAY:
        return f"{round(seconds / HOUR)} h"
    return f"{round(seconds / DAY)} d"


def ago(seconds: int) -> str:
    """`5 h ago`."""
    return "now" if seconds < MINUTE else f"{age(seconds)} ago"


def trend(now: float, before: float | None) -> str:
    """How a probability has moved: `up from 31%`, `down from 31%`, `steady`; nothing when it was not there before."""
    if before is None:
        return ""
    if abs(now - before) < STEADY:
        return "steady"
    return f"{'up' if now > before else 'down'} from {percent(before)}"


def listed(names: Sequence[str], most: int = MOST_NAMED) -> str:
    """`A`, `A and B`, `A, B and C`; more than `most` of them: `A, B and 29 more`."""
    if len(names) > most:
        return f"{', '.join(names[: most - 1])} and {len(names) - most + 1} more"
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def gauge(level: int, most: int) -> str:
    """A level as a bar: `[####.....]`."""
    return f"[{'#' * level}{'.' * (most - level)}]"


def plain_words(name: str) -> str:
    """An identifier as people say it: `heighten_readiness` is `heighten readiness`."""
    return name.replace("_", " ")


def one_line(text: str) -> str:
    """Text without line breaks and without anything that moves the cursor."""
    return clean(" ".join(text.split()))


def wrapped(text: str, first: str = "", then: str = "") -> Iterator[str]:
    """Lines that fit the width, the first indented by `first`, the others by `then`."""
    line, empty = first, True
    for word in _pieces(one_line(text), WIDTH - max(width(first), width(then))):
        if not empty and width(line) + 1 + width(word) > WIDTH:
            yield line
            line, empty = then, True
        line, empty = (line + word if empty else f"{line} {word}"), False
    yield line


def _pieces(text: str, most: int) -> Iterator[str]:
    """Words, those that no line could hold cut into pieces."""
    for word in text.split():
        piece = ""
        for char in word if width(word) > most else ():
            if width(piece) + width(char) > most:
                yield piece
                piece = ""
            piece += char
        yield piece or word


def limited(
    groups: Iterable[Sequence[str]], most: int, rest: str, indent: str = GAP, named: Sequence[str] = ()
) -> Iterator[str]:
    """As many whole groups of lines, from the first on, as fit in `most` lines, one at least; the others are counted:
    `(+7 older)` where `rest` is `older`, and named where there are names of all groups.
    """
    told, groups = 0, list(groups)
    for index, lines in enumerate(groups):
        if index and told + len(lines) > most - (index + 1 < len(groups)):
            which = f": {', '.join(named[index:])}" if named else ""
            yield from wrapped(f"(+{len(groups) - index} {rest}{which})", indent, indent + GAP)
            return
        yield from lines
        told += len(lines)


def columns(rows: Iterable[Sequence[str]], indent: str = GAP, right: Sequence[int] = ()) -> Iterator[str]:
    """Rows under each other, every column as wide as it needs, the last one wrapped; columns `right` flush right."""
    for lines in table(rows, indent, right):
        yield from lines


def table(rows: Iterable[Sequence[str]], indent: str = GAP, right: Sequence[int] = ()) -> Iterator[list[str]]:
    """The lines of each row of `columns`."""
    cells = [[one_line(cell) for cell in row] for row in rows]
    widths = [min(WIDEST_COLUMN, max(map(width, column))) for column in list(zip(*cells, strict=True))[:-1]]
    for row in cells:
        line = indent
        for index, (cell, wide) in enumerate(zip(row, widths, strict=False)):
            line += _padded(cell, wide, index in right) + GAP
        if width(line) + width(row[-1]) > WIDTH and width(line) > WIDTH - NARROWEST:
            yield [line.rstrip(), *(each.rstrip() for each in wrapped(row[-1], indent + GAP * 2, indent + GAP * 2))]
        else:
            yield [each.rstrip() for each in wrapped(row[-1], line, " " * width(line))]


def _padded(cell: str, wide: int, right: bool) -> str:
    if width(cell) > wide:
        while width(cell) > wide - len(CUT):
            cell = cell[:-1]
        cell += CUT
    space = " " * (wide - width(cell))
    return space + cell if right else cell + space
