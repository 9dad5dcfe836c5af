"""Words for the screen before anything is drawn: paragraphs of parts that each have a role, wrapped to a width.

Panels speak in paragraphs, so that they can be read and tested without a terminal, and drawn in any of its colours.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from wargame.files.faults import clean, width

Role = Literal["", "head", "dim", "strong", "friend", "hostile", "neutral", "good", "warn", "bad", "key"]
"""What a part is, not how it looks: `wargame.tui.look` says that for every theme. Words carry the meaning too."""
Part = tuple[Role, str]
_PIECES = re.compile(r" +|[^ ]+")
Key = tuple[str, str | int]
"""What a paragraph is about: `("report", "r45")`, `("measure", "m1")`, `("event", 304)`."""


@dataclass(frozen=True, slots=True)
class Para:
    """One paragraph; with a key the cursor can stand on it."""

    parts: tuple[Part, ...]
    key: Key | None = None
    indent: int = 0
    hang: int = 2
    """How much further lines after the first are indented."""
    shorter: tuple["Para", ...] = ()
    """The same in ever fewer words, for where it has to fit into one line."""

    @property
    def text(self) -> str:
        return "".join(text for _, text in self.parts)


def say(*parts: str | Part, key: Key | None = None, indent: int = 0, hang: int = 2) -> Para:
    """A paragraph of words and of parts with a role. What files say cannot drive a terminal here."""
    told = ((role, clean(text)) for role, text in map(_part, parts))
    return Para(tuple((role, text) for role, text in told if text), key, indent, hang)


def _part(each: str | Part) -> Part:
    return ("", each) if isinstance(each, str) else each


def heading(text: str) -> Para:
    """The title of a section."""
    return say(("head", text))


def blank() -> Para:
    """An empty line."""
    return Para(())


def wrap(para: Para, columns: int) -> list[list[Part]]:
    """The lines of a paragraph, none wider than `columns`; a word that is wider by itself is broken."""
    indent = min(para.indent, columns // 3)
    filler = _Filler(max(columns, 1), indent, min(indent + para.hang, columns // 2))
    for gap, word in _words(para.parts):
        filler.put(gap, word)
    return filler.lines


class _Filler:
    """Fills lines with words."""

    def __init__(self, columns: int, indent: int, hang: int) -> None:
        self.lines: list[list[Part]] = []
        self.columns, self.hang = columns, hang
        self.begin(indent)
        self.fresh = False  # blanks at the very beginning are meant

    def begin(self, indent: int) -> None:
        self.lines.append([("", " " * indent)] if indent else [])
        self.room, self.fresh = self.columns - indent, True

    def put(self, gap: str, word: list[Part]) -> None:
        """Add a word after its blanks, on a new line where it does not fit."""
        if not self.fresh and self.lines[-1] and len(gap) + sum(width(text) for _, text in word) > self.room:
            self.begin(self.hang)
        if self.fresh:
            gap = ""
        for role, text in word:
            left = gap + text
            while width(left) > self.room:
                head = _cut(left, self.room) if self.room > 0 else ""
                self.add(role, head)
                left = left[len(head) :]
                self.begin(self.hang)
            self.add(role, left)
            gap = ""

    def add(self, role: Role, text: str) -> None:
        line = self.lines[-1]
        if line and line[-1][0] == role:
            line[-1] = (role, line[-1][1] + text)
        else:
            line.append((role, text))
        self.room -= width(text)
        self.fresh = False


def _words(parts: Iterable[Part]) -> Iterator[tuple[str, list[Part]]]:
    """Each word with the blanks before it; a word may be made of several parts that no blank stands between."""
    gap: str = ""
    word: list[Part] = []
    for role, text in parts:
        for piece in _PIECES.findall(text):
            if piece[0] != " ":
                word.append((role, piece))
                continue
            if word:
                yield gap, word
                gap, word = "", []
            gap += piece
    if word:
        yield gap, word


def _cut(text: str, room: int) -> str:
    """As much of a text as fits, at least one character."""
    at = 1
    while at < len(text) and width(text[: at + 1]) <= room:
        at += 1
    return text[:at]


def columns(
    rows: Iterable[tuple[str | Part, ...]], keys: Iterable[Key | None] | None = None, indent: int = 0
) -> list[Para]:
    """Rows in columns as wide as their widest cell; the last column takes what is left and hangs under itself."""
    table = [tuple(map(_part, row)) for row in rows]
    if not table:
        return []
    widths = [max(width(row[at][1]) for row in table) + 2 for at in range(len(table[0]) - 1)]
    found = list(keys) if keys is not None else [None] * len(table)
    return [
        say(*map(_padded, row[:-1], widths), row[-1], key=key, indent=indent, hang=sum(widths))
        for row, key in zip(table, found, strict=True)
    ]


def _padded(part: Part, columns: int) -> Part:
    role, text = part
    return role, text + " " * (columns - width(text))
