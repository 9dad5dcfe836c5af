"""Reading a file that anybody may have written, and saying where in it something stands.

A file is read once, within a limit, and only if it is an ordinary file: a pipe or a device could keep the
program waiting or fill its memory.
"""

import os
import re
import stat
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import Any

from wargame.files.faults import Fault, FileFaults, Path, cut, did_you_mean, dotted

MOST_BYTES = 2_000_000
"""Bytes of a file that people write; the largest bundled scenario has about a tenth of it."""

LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
BYTE_ORDER_MARKS = {
    b"\xef\xbb\xbf": "UTF-8 with a byte order mark",
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
}
SAVE_AS = "save it as UTF-8 without a byte order mark"


@dataclass(frozen=True, slots=True)
class Marks:
    """At which character of the text each value, and each key of a record, begins."""

    values: dict[Path, int] = field(default_factory=dict)
    keys: dict[Path, int] = field(default_factory=dict)


class Source:
    """The text of a file, or of one line of it, that can turn a character's position into a line and a column."""

    __slots__ = ("_ends", "_starts", "file", "first_line", "one_line", "text")

    def __init__(self, file: str, text: str, first_line: int = 1, one_line: bool = False) -> None:
        self.file = file
        self.text = text
        self.first_line = first_line
        self.one_line = one_line
        """A line of JSON may hold characters that break a line elsewhere."""
        self._starts: list[int] = []
        self._ends: list[int] = []

    def fault(self, at: int, message: str, hint: str = "", path: Path = ()) -> Fault:
        """A fault at the character `at` of the text."""
        row, column, line = self._place(at)
        return Fault(self.file, self.first_line + row, column + 1, dotted(path), message, line, hint)

    def line_number(self, at: int) -> int:
        """The line, counted from 1 in the file, on which the character `at` stands."""
        return self.first_line + self._place(at)[0]

    def _place(self, at: int) -> tuple[int, int, str]:
        if not self._starts:  # most files have no fault: look for their lines only when one is reported
            breaks = [] if self.one_line else [found.span() for found in LINE_BREAK.finditer(self.text)]
            self._starts = [0, *(after for _, after in breaks)]
            self._ends = [*(before for before, _ in breaks), len(self.text)]
        at = max(0, min(at, len(self.text)))
        row = bisect_right(self._starts, at) - 1
        start, end = self._starts[row], self._ends[row]
        return row, min(at, end) - start, self.text[start:end]


@dataclass(frozen=True, slots=True)
class Document:
    """Plain data as read from a file, and where each part of it stands: what every further check works on."""

    source: Source
    data: Any
    find_marks: Callable[[], Marks]
    """Called when a fault is to be placed, and not before: a log of many lines seldom has one."""

    def fault(self, path: Path, message: str, hint: str = "", key: bool = False) -> Fault:
        """A fault of the value at `path`, or of the `key` that introduces it.

        Falls back to the nearest enclosing value that stands in the file, since a missing field has no place.
        """
        marks = self.find_marks()
        here, at = path, marks.keys.get(path) if key else None
        while at is None and here:
            at = marks.values.get(here)
            here = here[:-1]
        return self.source.fault(marks.values.get((), 0) if at is None else at, message, hint, path)


def read_text(path: str | FilePath, most_bytes: int = MOST_BYTES) -> Source:
    """The text of a file of at most `most_bytes`. Raises `FileFaults` if it cannot be read or is no UTF-8 text."""
    return decode(read_bytes(path, most_bytes), str(path))


def read_bytes(path: str | FilePath, most_bytes: int = MOST_BYTES) -> bytes:
    """The bytes of an ordinary file of at most `most_bytes`. Raises `FileFaults` with the reason if there is one."""
    try:
        number = os.open(path, os.O_RDONLY | _open_flags())
        try:
            _refuse_unusual(path, os.fstat(number), most_bytes)
            with os.fdopen(number, "rb", closefd=False) as stream:
                content = stream.read(most_bytes + 1)  # a file can grow, and some report no size at all
        finally:
            os.close(number)
    except FileNotFoundError:
        raise _whole(path, "there is no such file", _neighbour(path)) from None
    except PermissionError:
        raise _whole(path, "you may not read this file", "ask its owner for permission") from None
    except OSError as error:
        raise _whole(path, f"cannot be read: {error.strerror or error}") from None
    except ValueError as error:  # a file name with a NUL in it or one that the system cannot encode
        raise _whole(path, f"cannot be the name of a file: {error}") from None
    if len(content) > most_bytes:
        raise _too_large(path, most_bytes)
    return content


def _open_flags() -> int:
    """Not blocking, or opening a pipe that nobody writes to would wait for ever; on Windows, bytes as they stand."""
    return int(sum(getattr(os, name, 0) for name in ("O_NONBLOCK", "O_CLOEXEC", "O_BINARY")))


def _refuse_unusual(path: str | FilePath, status: os.stat_result, most_bytes: int) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise _whole(path, "this is a directory, not a file")
    if not stat.S_ISREG(status.st_mode):
        raise _whole(path, "this is not an ordinary file", "copy what it holds into a file first")
    if status.st_size > most_bytes:
        raise _too_large(path, most_bytes)


def decode(content: bytes, file: str, first_line: int = 1, one_line: bool = False) -> Source:
    """The text of UTF-8 bytes without a byte order mark or NUL. Raises `FileFaults` that name the first bad byte."""
    for mark, name in BYTE_ORDER_MARKS.items():
        if content.startswith(mark):
            raise FileFaults([Fault(file, first_line, 1, "", f"this file is {name}", "", SAVE_AS)])
    try:
        source = Source(file, content.decode("utf-8"), first_line, one_line)
    except UnicodeDecodeError as error:
        before = Source(file, content[: error.start].decode("utf-8"), first_line, one_line)
        message = f"byte 0x{content[error.start]:02x} is not UTF-8 text"
        raise FileFaults([before.fault(len(before.text), message, SAVE_AS)]) from None
    nul = source.text.find("\0")
    if nul >= 0:
        hint = "this does not look like a text file"
        raise FileFaults([source.fault(nul, "a NUL character is not allowed in text", hint)])
    return source


def _whole(path: str | FilePath, message: str, hint: str = "") -> FileFaults:
    return FileFaults([Fault(str(path), 0, 0, "", message, "", hint)])


def _too_large(path: str | FilePath, most_bytes: int) -> FileFaults:
    return _whole(path, f"larger than the {most_bytes:,} bytes that are allowed for this kind of file")


def _neighbour(path: str | FilePath) -> str:
    """A hint at a file of nearly the same name in the same directory."""
    wanted = FilePath(path)
    try:
        hint = did_you_mean(wanted.name, [neighbour.name for neighbour in wanted.parent.iterdir()])
    except OSError:
        return f"there is no directory '{cut(str(wanted.parent))}' either"
    return hint
