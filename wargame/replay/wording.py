"""Plain text of at most 80 columns: wrapping, columns, counted things. What files say cannot drive a terminal here."""

from collections.abc import Iterable, Iterator, Sequence

from wargame.files.faults import clean, width

WIDTH = 80
"""Columns of a line."""
GAP = "  "
"""Between columns."""
WIDEST_COLUMN = 34
"""Every column but the last is cut to this."""
CUT = ".."
"""At the end of what was cut."""


def sentence(text: str) -> str:
    """The text with one full stop, or what else ends it already."""
    text = text.strip()
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def counted(number: int, thing: str, things: str = "") -> str:
    """`1 warning`, `2 warnings`; `things` for a plural that an s does not make."""
    return f"{number} {thing if number == 1 else things or thing + 's'}"


def percent(share: float) -> str:
    """A probability; what is not quite certain is not called so."""
    text = f"{share:.0%}"
    if text == "0%" and share > 0.0:
        return "<1%"
    return ">99%" if text == "100%" and share < 1.0 else text


def hours_words(hours: float) -> str:
    """`22 h`, `4.5 h`."""
    return f"{hours:.1f}".removesuffix(".0") + " h"


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


def columns(rows: Iterable[Sequence[str]], indent: str = GAP, right: Sequence[int] = ()) -> Iterator[str]:
    """Rows under each other, every column as wide as it needs, the last one wrapped; columns `right` flush right."""
    cells = [[one_line(cell) for cell in row] for row in rows]
    widths = [min(WIDEST_COLUMN, max(map(width, column))) for column in list(zip(*cells, strict=True))[:-1]]
    for row in cells:
        line = indent
        for index, (cell, wide) in enumerate(zip(row, widths, strict=False)):
            line += _padded(cell, wide, index in right) + GAP
        yield from (each.rstrip() for each in wrapped(row[-1], line, " " * width(line)))


def _padded(cell: str, wide: int, right: bool) -> str:
    if width(cell) > wide:
        while width(cell) > wide - len(CUT):
            cell = cell[:-1]
        cell += CUT
    space = " " * (wide - width(cell))
    return space + cell if right else cell + space
