"""One line of JSON -> plain data, or all its faults.

Python's own reader keeps the last of two equal keys, takes `NaN`, numbers of any length and halves of surrogate
pairs, and runs out of stack on deep nesting; all of these are refused. It is used none the less, for its speed: a
session's file has thousands of lines and seldom a fault. Only when one is to be reported is the line walked a
second time to learn where its values stand. Imports neither yaml nor pydantic.
"""

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NoReturn

from wargame.files.faults import MOST_FAULTS, Fault, FileFaults, Path, quoted
from wargame.files.text import Document, Marks, Source, decode

MOST_LINE_BYTES = 4_000_000
"""Bytes of one line; the longest holds a whole scenario."""
MOST_DEPTH = 40
"""Lists and records inside one another."""
MOST_VALUES = 100_000
"""Values in one line."""
MOST_DIGITS = 18
"""Digits of a whole number, so that it fits into 64 bits wherever it is taken."""

TOKEN = re.compile(r'"(?:[^"\\]|\\.)*(?:"|\Z)|[{}\[\]:,]|[^\s"{}\[\]:,]+', re.DOTALL)
"""A string (to the end if it is not closed), a punctuation mark, or a run of anything else."""
SURROGATE_ESCAPE = re.compile(r"\\u[dD][89a-fA-F]")
SURROGATE = re.compile("[\ud800-\udfff]")
WHOLE = re.compile(r"-?[0-9]+")

PLAIN_WORDS = (
    ("Expecting value", "a value is missing here"),
    ("Expecting ',' delimiter", "a ',' or a closing bracket is missing here"),
    ("Expecting ':' delimiter", "a ':' is missing after this key"),
    ("Expecting property name", "a key in double quotes is missing here"),
    ("Illegal trailing comma", "a ',' before a closing bracket is not allowed"),
    ("Unterminated string", "the text that begins here is not closed"),
    ("Invalid control character", "a control character is not allowed in text"),
    ("Invalid \\", "this escape does not exist"),
    ("Extra data", "the line goes on after its one value"),
)
"""How the beginning of the standard library's messages is said in ours."""


def read_line(line: bytes, file: str, number: int) -> Document:
    """The JSON value that is line `number` (counted from 1) of `file`. Raises `FileFaults`."""
    if len(line) > MOST_LINE_BYTES:
        message = f"longer than the {MOST_LINE_BYTES:,} bytes that are allowed for one line"
        raise FileFaults([Fault(file, number, 1, "", message)])
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError:
        text = decode(line, file, number, one_line=True).text  # raises, and says where
    if text.startswith("\ufeff"):
        decode(line, file, number, one_line=True)  # raises, and says which mark this is
    text = text.rstrip("\r\n")
    source = Source(file, text, number, one_line=True)
    if text.count("[") + text.count("{") > MOST_DEPTH or text.count(",") >= MOST_VALUES:
        _refuse_bombs(source)
    try:
        data = DECODER.decode(text)
    except ValueError:
        raise FileFaults(_faults(source)) from None
    if "\\u" in text and SURROGATE_ESCAPE.search(text):
        _refuse_surrogates(source)
    return Document(source, data, cache(lambda: _marks(source)))  # walked once, however many faults are placed


class _Refused(ValueError):
    """Something that JSON allows and we do not. Where it stands is found out afterwards."""


def _record(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise _Refused
    return made


def _constant(name: str) -> NoReturn:
    raise _Refused(name)


def _int(digits: str) -> int:
    if len(digits) > MOST_DIGITS and not _short(digits):
        raise _Refused
    return int(digits)


def _short(digits: str) -> bool:
    return len(digits.removeprefix("-")) <= MOST_DIGITS


def _float(text: str) -> float:
    number = float(text)
    if abs(number) == float("inf"):
        raise _Refused
    return number


DECODER = json.JSONDecoder(object_pairs_hook=_record, parse_constant=_constant, parse_int=_int, parse_float=_float)
LENIENT = json.JSONDecoder(parse_int=len)
"""Finds errors of syntax behind what is refused otherwise; Python itself refuses to convert very many digits."""


def _refuse_bombs(source: Source) -> None:
    """Look for too deep nesting and too many values before the standard library's reader builds them."""
    depth, values = 0, 1
    for token in TOKEN.finditer(source.text):
        if token[0] in "[{":
            depth += 1
            if depth > MOST_DEPTH:
                raise FileFaults([source.fault(token.start(), f"nested deeper than {MOST_DEPTH} levels")])
        elif token[0] in "]}":
            depth -= 1
        elif token[0] == ",":
            values += 1
            if values > MOST_VALUES:
                raise FileFaults([source.fault(token.start(), f"more than {MOST_VALUES:,} values in one line")])


def _refuse_surrogates(source: Source) -> None:
    """An escaped pair is one character; half of a pair is none, and cannot be written to a file again."""
    faults = []
    for path, at, token, _ in _walk(source.text):
        if token.startswith('"') and SURROGATE.search(json.loads(token)):
            faults.append(source.fault(at, "half of a surrogate pair is not a character", "", path))
            if len(faults) >= MOST_FAULTS:
                break
    if faults:
        raise FileFaults(faults)


def _faults(source: Source) -> list[Fault]:
    """Everything that can be said about a line that was refused."""
    end = len(source.text)
    faults = []
    try:
        LENIENT.decode(source.text)
    except json.JSONDecodeError as error:
        end = error.pos
        faults.append(_syntax_fault(source, error))
    seen: dict[Path, int] = {}
    for path, at, token, is_key in _walk(source.text):
        if at >= end or len(faults) >= MOST_FAULTS:
            break
        message = _double(path, token, seen) if is_key else _number(token)
        if message:
            faults.append(source.fault(at, message, "", path))
    return faults or [source.fault(0, "cannot be read as JSON")]


def _syntax_fault(source: Source, error: json.JSONDecodeError) -> Fault:
    if not source.text.strip():
        return source.fault(0, "the line is empty")
    for theirs, ours in PLAIN_WORDS:
        if error.msg.startswith(theirs):
            return source.fault(error.pos, ours)
    return source.fault(error.pos, f"not valid JSON: {error.msg}")


def _double(path: Path, token: str, seen: dict[Path, int]) -> str:
    count = seen[path] = seen.get(path, 0) + 1
    return f"the key {quoted(path[-1])} is written twice" if count == 2 else ""


def _number(token: str) -> str:
    if token in ("NaN", "Infinity", "-Infinity"):
        return f"{token} is not a number that can be used"
    if WHOLE.fullmatch(token):
        return "" if _short(token) else f"a whole number of more than {MOST_DIGITS} digits"
    try:
        return "" if token.startswith('"') or abs(float(token)) < float("inf") else "this number is too large"
    except ValueError:
        return ""


def _marks(source: Source) -> Marks:
    """Where the values and keys of a line that was read without a fault stand."""
    marks = Marks()
    for path, at, _, is_key in _walk(source.text):
        (marks.keys if is_key else marks.values)[path] = at
    return marks


def _walk(text: str) -> Iterator[tuple[Path, int, str, bool]]:
    """Path, position and first token of each key and value in order, and whether it is a key.

    The text need not be valid: the walk then goes on as well as it can, and ends.
    """
    path: list[str | int] = []
    in_record: list[bool] = []
    key_next = False
    for found in TOKEN.finditer(text):
        token, at = found[0], found.start()
        if token in "}]":
            if in_record:
                in_record.pop()
                path.pop()
            key_next = False
        elif token == ",":
            key_next = bool(in_record) and in_record[-1]
            if in_record and not key_next:
                path[-1] = int(path[-1]) + 1
        elif token == ":":
            key_next = False
        elif key_next:
            path[-1] = _decoded(token)
            yield tuple(path), at, token, True
        else:
            yield tuple(path), at, token, False
            if token in "{[":
                in_record.append(token == "{")
                path.append("" if in_record[-1] else 0)
                key_next = in_record[-1]


def _decoded(token: str) -> str:
    try:
        return str(json.loads(token))
    except ValueError:
        return token
