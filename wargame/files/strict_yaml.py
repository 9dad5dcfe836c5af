"""YAML that means what it looks like: text -> plain data, or all its faults.

Ordinary YAML readers take `NO` for false, `12:30` for 750 and `010` for 8, keep the last of two equal keys, and
let a small file unfold to gigabytes. Here only `true`, `false`, `null` and plain decimal numbers are anything but
text, keys are always text, equal keys are a fault, and whatever can hide, share or construct values (anchors,
aliases, merge keys, tags, directives, several documents) is refused.

Composed from the events of the C parser, which is sixteen times faster than PyYAML's own loader and keeps places.
"""

import re
from collections.abc import Callable
from typing import Any, NoReturn

import yaml
from yaml.events import AliasEvent, MappingEndEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent, StreamEndEvent

from wargame.files.faults import LONGEST_QUOTE, MOST_FAULTS, Fault, FileFaults, Path, quoted
from wargame.files.text import Document, Marks, Source

MOST_DEPTH = 40
"""Lists and records inside one another; a scenario has about eight."""
MOST_NODES = 100_000
"""Values in one file, records and lists included."""
MOST_DIGITS = 18
"""Digits of a whole number, so that it fits into 64 bits wherever it is taken."""

PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
"""What YAML allows nowhere; said by what it is, since Python takes 6 ms to compile what it is not."""
ESCAPED_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
NUMBER = re.compile(r"[-+]?(?:(?:0|[1-9][0-9]*)(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?")
NUMBER_STARTS = frozenset("+-.0123456789")
CONSTANTS = {"true": True, "false": False, "null": None, "~": None, "": None}
PLAIN = (None, "")
"""How the two parsers mark a scalar that is neither quoted nor a block."""

PLAIN_WORDS = (
    ("'\\t'", "a tab cannot be used here", "indent with spaces"),
    ("found a tab character", "a tab cannot be used here", "indent with spaces"),
    ("cannot start any token", "this character cannot begin a value", "put the value in quotes"),
    ("mapping values are not allowed", "a ':' is not expected here", "put text that contains ': ' in quotes"),
    ("could not find expected ':'", "this line has no ':' after its key", "write 'key: value'"),
    ("did not find expected key", "this does not line up with the lines above it", "check the indentation"),
    ("expected <block end>", "this does not line up with the lines above it", "check the indentation"),
    ("did not find expected '-'", "this does not line up with the list above it", "check the indentation"),
    ("did not find expected ',' or ']'", "a ',' or the closing ']' of a list is missing", ""),
    ("expected ',' or ']'", "a ',' or the closing ']' of a list is missing", ""),
    ("did not find expected ',' or '}'", "a ',' or the closing '}' of a record is missing", ""),
    ("expected ',' or '}'", "a ',' or the closing '}' of a record is missing", ""),
    ("sequence entries are not allowed", "a '- ' is not expected here", "put text that begins with '- ' in quotes"),
    ("unexpected end of stream", "the file ends in the middle of a quoted text", "close the quotes"),
    ("expected <document start>", "the document has ended before this line", "check the indentation"),
)
"""What the parsers say, in their words and in ours, with what to do."""


def read(source: Source) -> Document:
    """The one YAML document of `source`. Raises `FileFaults` with every fault up to the first error of syntax."""
    unprintable = UNPRINTABLE.search(source.text)
    if unprintable:  # the parsers would stop there too, but the C parser names a byte and not a place
        message = f"the character U+{ord(unprintable[0]):04X} is not allowed in text"
        raise FileFaults([source.fault(unprintable.start(), message, "remove it")])
    return _Composer(source).document()


class _Stop(Exception):
    """Nothing more can be read from this file; the reason is among the faults."""


class _Composer:
    """Builds data and marks from the parser's events, noting faults on the way."""

    next: Callable[[], Any]
    """The parser's next event, whose classes PyYAML does not declare."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.faults: list[Fault] = []
        self.values: dict[Path, int] = {}
        self.keys: dict[Path, int] = {}
        self.nodes = 0

    def document(self) -> Document:
        data: Any = None
        try:
            parser = PARSER(self.source.text)
            self.next = parser.get_event
            data = self.whole()
        except _Stop:
            pass
        except yaml.MarkedYAMLError as error:
            self.faults.append(self.syntax_fault(error))
        except (yaml.YAMLError, ValueError, OverflowError, RecursionError, MemoryError) as error:
            # PyYAML's own scanner lets impossible escapes such as "\UFFFFFFFF" through to chr().
            place = max(self.values.values(), default=0)
            self.faults.append(self.source.fault(place, f"cannot be read after this place: {type(error).__name__}"))
        if self.faults:
            raise FileFaults(self.faults)
        marks = Marks(self.values, self.keys)
        return Document(self.source, data, lambda: marks)

    def whole(self) -> Any:
        """The only document of the stream."""
        self.next()
        start = self.next()
        if type(start) is StreamEndEvent:
            self.stop(0, "the file is empty")
        if start.version or start.tags:
            self.note(start.start_mark.index, "directives ('%' lines) are not allowed here", "remove this line")
        first = self.next()
        if type(first) is ScalarEvent and first.style in PLAIN and not first.value:
            self.stop(0, "the file is empty but for comments and markers")
        data = self.node(first, (), 1)
        self.next()
        after = self.next()
        if type(after) is not StreamEndEvent:
            self.stop(after.start_mark.index, "a second document begins here", "write one document to a file")
        return data

    def node(self, event: Any, path: Path, depth: int) -> Any:
        """The value that begins with `event`."""
        at = self.values[path] = event.start_mark.index
        self.nodes += 1
        if self.nodes > MOST_NODES:
            self.stop(at, f"more than {MOST_NODES:,} values in one file", "split it, or remove what is repeated")
        kind = type(event)
        if event.anchor or kind is AliasEvent or event.tag:
            self.note_properties(event, at, path)
        if kind is ScalarEvent:
            return self.scalar(event, at, path)
        if kind is AliasEvent:
            return None
        if depth > MOST_DEPTH:
            self.stop(at, f"nested deeper than {MOST_DEPTH} levels")
        return self.sequence(path, depth) if kind is SequenceStartEvent else self.mapping(path, depth)

    def note_properties(self, event: Any, at: int, path: Path) -> None:
        """Refuse what YAML can put before a value to share it or to have something constructed from it."""
        kind = type(event)
        if kind is AliasEvent:
            self.note(at, f"aliases ({quoted('*' + event.anchor)}) are not allowed here", "write the value out", path)
            return
        if event.anchor:
            self.note(at, f"anchors ({quoted('&' + event.anchor)}) are not allowed here", "remove it", path)
        if event.tag:
            self.note(at, f"tags ({quoted(event.tag)}) are not allowed here", "remove it", path)

    def sequence(self, path: Path, depth: int) -> list[Any]:
        made: list[Any] = []
        while type(event := self.next()) is not SequenceEndEvent:
            made.append(self.node(event, (*path, len(made)), depth + 1))
        return made

    def mapping(self, path: Path, depth: int) -> dict[str, Any]:
        made: dict[str, Any] = {}
        while type(event := self.next()) is not MappingEndEvent:
            # Nearly every key is a word like any other; spare those the questions.
            plain = type(event) is ScalarEvent and event.value.isidentifier() and not event.anchor and not event.tag
            key = event.value if plain else self.key(event, path, depth)
            if key is None:
                self.aside(self.next(), depth)
            elif key in made:
                at, first = event.start_mark.index, self.source.line_number(self.keys[(*path, key)])
                hint = f"it stands first on line {first}; keep one of them"
                self.note(at, f"the key {quoted(key)} is written twice", hint, (*path, key))
                self.aside(self.next(), depth)
            else:
                here = (*path, key)
                self.keys[here] = event.start_mark.index
                made[key] = self.node(self.next(), here, depth + 1)
        return made

    def key(self, event: Any, path: Path, depth: int) -> str | None:
        """A key as it is written, or None with a fault if it is no plain text."""
        at = event.start_mark.index
        if type(event) is ScalarEvent and not event.tag and not event.anchor:
            text: str = event.value
            if event.style in PLAIN and text == "<<":
                self.note(at, "merge keys (<<) are not allowed here", "write the fields out", path)
                return None
            if event.style not in PLAIN or text:
                return self.text(text, at, path)
            self.note(at, "a key is missing before this ':'", "write 'key: value'", path)
            return None
        self.note(at, "a key must be plain text", "write 'key: value'", path)
        self.aside(event, depth)
        return None

    def aside(self, event: Any, depth: int) -> None:
        """Read a value that has no place in the data, for the faults inside it; keep no marks of it."""
        kept = self.values, self.keys
        self.values, self.keys = {}, {}
        self.node(event, (), depth + 1)
        self.values, self.keys = kept

    def scalar(self, event: Any, at: int, path: Path) -> Any:
        text: str = event.value
        if event.style not in PLAIN:
            return self.text(text, at, path)
        if text in CONSTANTS:
            return CONSTANTS[text]
        if text[0] not in NUMBER_STARTS or not NUMBER.fullmatch(text):
            return text
        if INTEGER.fullmatch(text):
            if len(text.lstrip("+-")) <= MOST_DIGITS:
                return int(text)
            self.note(at, f"a whole number of more than {MOST_DIGITS} digits", "put it in quotes if it is text", path)
            return 0
        number = float(text)
        if abs(number) == float("inf"):
            self.note(at, f"the number {text[:LONGEST_QUOTE]} is too large", "", path)
        return number

    def text(self, text: str, at: int, path: Path) -> str:
        """Quoted text, in which an escape may have hidden what the file itself may not hold."""
        hidden = ESCAPED_CONTROL.search(text)
        if hidden:
            self.note(at, f"the escaped character U+{ord(hidden[0]):04X} is not allowed in text", "remove it", path)
        return text

    def note(self, at: int, message: str, hint: str = "", path: Path = ()) -> None:
        """Remember a fault and go on, unless there are too many already."""
        self.faults.append(self.source.fault(at, message, hint, path))
        if len(self.faults) >= MOST_FAULTS:
            raise _Stop

    def stop(self, at: int, message: str, hint: str = "") -> NoReturn:
        self.faults.append(self.source.fault(at, message, hint))
        raise _Stop

    def syntax_fault(self, error: yaml.MarkedYAMLError) -> Fault:
        """What the parser stumbled over, in our words where we have any."""
        mark: Any = error.problem_mark or error.context_mark
        at = mark.index if mark else 0
        problem = str(error.problem or "this is not YAML")
        for theirs, ours, hint in PLAIN_WORDS:
            if theirs in problem:
                return self.source.fault(at, ours, hint)
        return self.source.fault(at, f"not valid YAML: {problem}")
