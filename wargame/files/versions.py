"""Old files stay readable: data is brought from the version it was written in to the one that is read, step by step.

A file names its format and the format's version. A step is a plain function from the data of one version to that of
the next; it works on data that nobody has checked yet, so whatever it stumbles over is the file's fault.
"""

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from wargame.files.faults import Fault, FileFaults, did_you_mean, quoted
from wargame.files.text import Document

Step = Callable[[dict[str, Any]], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Family:
    """A kind of file through its versions, 1 to `current`; `steps[n]` turns the data of version n into n + 1.

    In a file of many lines that is the first line, which says the version; `line_steps[n]` does it to every other line,
    and has to tell by its fields what kind of line it has before it. A version that left them alone needs none.
    """

    name: str
    current: int
    steps: Mapping[int, Step] = field(default_factory=dict)
    name_key: str = "format"
    version_key: str = "version"
    line_steps: Mapping[int, Step] = field(default_factory=dict)

    def __post_init__(self) -> None:
        expected = set(range(1, self.current))
        assert set(self.steps) == expected, f"{self.name} needs a step from each of the versions {sorted(expected)}"
        assert set(self.line_steps) <= expected, f"{self.name} has steps from versions that it never had"


def migrate(family: Family, document: Document) -> Document:
    """The document as the current version of its format would have it. Raises `FileFaults` if it cannot be so.

    Marks stay those of the file as it was written. What a step moves or adds is placed at the nearest thing around it.
    """
    version = _version(family, document)
    for old in range(version, family.current):
        document = _stepped(document, family.steps[old], old)
        document.data[family.version_key] = old + 1
    return document


def migrate_line(family: Family, version: int, document: Document) -> Document:
    """A line of a file of `version`, not its first, as the current version would have it. Raises `FileFaults`."""
    for old in range(version, family.current):
        if old in family.line_steps:
            document = _stepped(document, family.line_steps[old], old)
    return document


def _stepped(document: Document, step: Step, old: int) -> Document:
    """What a step makes of a document; its data is a record of its own, though what that holds may be shared."""
    try:
        return dataclasses.replace(document, data={**step(document.data)})
    except (LookupError, TypeError, ValueError, AttributeError, ArithmeticError) as error:
        message = f"cannot be brought from version {old} of its format to {old + 1}: {_reason(error)}"
        raise FileFaults([document.fault((), message, f"it was not a valid file of version {old}")]) from error


def _version(family: Family, document: Document) -> int:
    """The version that a document of the family says it has."""
    fault = _name_fault(family, document) or _version_fault(family, document)
    if fault:
        raise FileFaults([fault])
    version = document.data[family.version_key]
    assert isinstance(version, int)
    return version


def _name_fault(family: Family, document: Document) -> Fault | None:
    key, wanted = family.name_key, f"write '{family.name_key}: {family.name}'"
    if not isinstance(document.data, dict):
        return document.fault((), f"expected a record of 'key: value' lines, got {quoted(document.data)}")
    if key not in document.data:
        return document.fault((), f"missing field '{key}'", f"if this is a {family.name}, {wanted}")
    name = document.data[key]
    if name == family.name:
        return None
    hint = did_you_mean(name, [family.name]) or f"a file of the format '{family.name}' is needed here"
    return document.fault((key,), f"{quoted(name)} is not the format '{family.name}'", hint)


def _version_fault(family: Family, document: Document) -> Fault | None:
    key = family.version_key
    if key not in document.data:
        return document.fault((), f"missing field '{key}'", f"write '{key}: {family.current}'")
    version = document.data[key]
    if isinstance(version, bool) or not isinstance(version, int):
        hint = f"write '{key}: {family.current}'"
        return document.fault((key,), f"expected a whole number, got {quoted(version)}", hint)
    if version > family.current:
        message = f"written by a newer wargame (format {version}; this one reads up to {family.current})"
        return document.fault((key,), message, "update wargame")
    if version < 1:
        return document.fault((key,), f"there is no version {version}", f"write '{key}: {family.current}'")
    return None


def _reason(error: Exception) -> str:
    """A step's failure as far as it can be told to those who did not write the step."""
    if isinstance(error, KeyError) and error.args:
        return f"the field {quoted(error.args[0])} is missing"
    return "a value is not what that version has there"
