"""What is wrong with a file: where, in words its author understands, and what to do about it.

A reader collects every fault it finds and raises them together as one `FileFaults`. Standard library only, so
that a reader without faults to report pays for nothing.
"""

import difflib
import json
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

WINDOW = 100
"""Characters of a source line shown around a fault."""
BEFORE_CARET = 60
"""Of those, at most this many characters stand before the place of the fault."""
LONGEST_QUOTE = 40
"""Characters of somebody's text repeated inside a message."""
LONGEST_GUESS = 60
"""Characters of a word for which a likely spelling is sought; comparing longer ones takes too long."""
MOST_CHOICES = 300
"""Words among which a likely spelling is sought, for the same reason; a scenario has some dozens of places."""
MOST_FAULTS = 100
"""Faults of one file that are kept; a hostile file could have one in every character."""

Path = tuple[str | int, ...]
"""Keys and list positions that lead from the top of a document to one of its values."""

UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
"""Unicode categories that move the cursor, reverse the line or end it."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong. `line` and `column` count from 1 in characters; both are 0 if it is the whole file."""

    file: str
    line: int
    column: int
    where: str
    """Dotted place in the document, such as `nations.0.forces`; empty for the document itself."""
    message: str
    source: str = ""
    """The whole source line, as it stands in the file."""
    hint: str = ""
    """What to do, in a sentence; may be empty."""

    def __str__(self) -> str:
        place = f"{clean(self.file)}:{self.line}:{self.column}" if self.line else clean(self.file)
        parts = [place, clean(self.where), clean(self.message)]
        text = ": ".join(part for part in parts if part)
        margin = " " * len(str(self.line))
        if self.source:
            shown, caret = windowed(self.source, self.column - 1)
            text += f"\n  {self.line} | {shown}".rstrip() + f"\n  {margin} | {' ' * caret}^"
        if self.hint:
            text += f"\n  {margin} = {clean(self.hint)}"
        return text

    def to_plain(self) -> dict[str, Any]:
        """The fault as JSON types. The source line is cut and cleaned as it is when shown."""
        return {
            "file": self.file,
            "line": self.line,
            "column": self.column,
            "where": self.where,
            "message": self.message,
            "source": windowed(self.source, self.column - 1)[0] if self.source else "",
            "hint": self.hint,
        }


class FileFaults(Exception):
    """A file cannot be used. Carries its faults, first place first, each once, at most `MOST_FAULTS`."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        each_once = dict.fromkeys(faults)
        self.faults = tuple(sorted(each_once, key=lambda fault: (fault.line, fault.column)))[:MOST_FAULTS]
        assert self.faults, "FileFaults without a fault"
        self.may_have_more = len(self.faults) == MOST_FAULTS  # readers stop looking at that number
        super().__init__(self.faults)

    def __str__(self) -> str:
        texts = [str(fault) for fault in self.faults]
        if len(self.faults) > 1:
            count = f"{len(self.faults)} faults" + (", and there may be more" if self.may_have_more else "")
            texts.append(f"{clean(self.faults[0].file)}: {count}")
        return "\n".join(texts)

    def to_plain(self) -> dict[str, Any]:
        """What `--json` prints for an invalid file."""
        return {"faults": [fault.to_plain() for fault in self.faults], "may_have_more": self.may_have_more}


def clean(text: str) -> str:
    """Text that cannot drive a terminal: a tab becomes a space, every other unseen character a question mark."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(" " if char == "\t" else "?" if unicodedata.category(char) in UNSEEN else char for char in text)


def width(text: str) -> int:
    """Terminal columns that clean text takes: none for combining marks, two for wide East Asian characters."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.category(char) in ("Mn", "Me") else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )


def windowed(line: str, index: int) -> tuple[str, int]:
    """The part of a source line around the character at `index`, cleaned, and the column of that character in it."""
    start = 0
    if len(line) > WINDOW:
        start = max(0, min(index - BEFORE_CARET, len(line) - WINDOW))
    before, after = clean(line[start:index]), clean(line[index : start + WINDOW])
    lead = "..." if start else ""
    trail = "..." if start + WINDOW < len(line) else ""
    return lead + before + after + trail, len(lead) + width(before)


def quoted(value: Any) -> str:
    """A value from a file as a message names it: short, on one line, in words rather than Python's notation."""
    if isinstance(value, str):
        return f"'{clean(cut(value))}'"
    if isinstance(value, dict | list):
        return "a list" if isinstance(value, list) else "a record"
    return "nothing" if value is None else cut(json.dumps(value))


def cut(text: str) -> str:
    """The text, or its beginning if it is too long for a message."""
    return text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 3] + "..."


def did_you_mean(word: object, choices: Iterable[str]) -> str:
    """A hint that names the choice spelt most like `word`, or an empty string."""
    choices = list(choices)
    if not isinstance(word, str) or len(word) > LONGEST_GUESS or len(choices) > MOST_CHOICES:
        return ""
    lower = {choice.lower(): choice for choice in choices}
    close = difflib.get_close_matches(word.lower(), lower, n=1)
    return f"did you mean '{lower[close[0]]}'?" if close else ""


def dotted(path: Path) -> str:
    """A path as people read it, cut and cleaned: `nations.0.forces`."""
    return clean(".".join(cut(str(part)) for part in path))
