"""Plain data -> the record it describes, or everything that keeps it from being one, in words and with places.

pydantic does the checking, with the types and markers of `model` as they stand; the words are ours, since those who
write scenarios need not know what a model, a discriminator or a keyword argument is.
"""

import json
import re
from collections.abc import Callable
from enum import Enum
from functools import cache
from typing import Any, TypeVar, cast, get_args

from pydantic import TypeAdapter, ValidationError

from wargame.files.faults import MOST_FAULTS, Fault, FileFaults, Path, did_you_mean, quoted
from wargame.files.shapes import (
    Place,
    bare,
    expectation,
    field_types,
    find_place,
    is_record,
    kinds,
    listed,
    marker,
    peeled,
    plain_number,
    range_of,
)
from wargame.files.text import Document
from wargame.model.fields import Identifier, Instant, Pattern, Span
from wargame.model.scenario import Moment

T = TypeVar("T")
Complaint = tuple[Path, str, str, bool]
"""Path, message, hint, and whether the key rather than the value is meant."""

IDENTIFIER, INSTANT, MOMENT = (cast(Pattern, marker(kind, Pattern)).regex for kind in (Identifier, Instant, Moment))
PATTERNS = {
    IDENTIFIER: "must be made of small letters, digits, - and _, starting with a letter",
    INSTANT: "is no instant; write D+3T06:00, D+3 or H+78",
    MOMENT: "is no moment; write it as 2027-03-01T06:00Z",
}
"""What is wrong with a value that does not match a regular expression, in words."""
YES_NO = {"yes", "no", "on", "off", "y", "n", "true", "false"}


def check(document: Document, kind: type[T]) -> T:
    """The record of type `kind` that the document describes. Raises `FileFaults` with everything that is wrong."""
    try:
        # By way of JSON, because in its strictness about JSON pydantic knows that JSON has no tuples and one number.
        return cast(T, adapter(cast(Any, kind)).validate_json(json.dumps(document.data)))
    except ValidationError as error:
        raise FileFaults(_faults(document, kind, error)) from None


@cache
def adapter(kind: Any) -> TypeAdapter[Any]:
    """The checker of a record type; building one takes longer than reading most files."""
    return TypeAdapter(kind)


def _faults(document: Document, kind: Any, error: ValidationError) -> list[Fault]:
    faults = []
    for found in error.errors(include_url=False, include_input=False)[:MOST_FAULTS]:
        place = find_place(kind, found["loc"])
        path, message, hint, is_key = _complaint(place, dict(found), _value(document.data, place))
        faults.append(document.fault(path, message, hint, is_key))
    return faults


def _value(data: Any, place: Place) -> Any:
    """What the document holds at a place; None where it holds nothing."""
    for step in place.path[:-1] if place.is_key else place.path:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return None
    return place.path[-1] if place.is_key else data


def _complaint(place: Place, error: dict[str, Any], value: Any) -> Complaint:
    """One of pydantic's errors in our words."""
    said = COMPLAINTS.get(error["type"])
    if said:
        return said(place, error, value)
    if error["type"].endswith("_type") or error["type"] in ("literal_error", "enum", "none_required"):
        return _wrong_type(place, error, value)
    cause = error.get("ctx", {}).get("error")  # what a record itself objects to
    return place.path, str(cause or error["msg"]), "", place.is_key


def _missing(place: Place, error: dict[str, Any], value: Any) -> Complaint:
    name = place.path[-1]
    if not is_record(bare(place.owner)):
        return place.path[:-1], f"value {cast(int, name) + 1} of this list is missing", "", False
    return place.path[:-1], f"missing field '{name}'", f"it takes {expectation(place.expected)}", False


def _unknown(place: Place, error: dict[str, Any], value: Any) -> Complaint:
    record: Any = bare(place.owner)
    names = field_types(record) if is_record(record) else {}
    hint = did_you_mean(place.path[-1], names) or f"the fields here are: {listed(names)}"
    return place.path, f"unknown field {quoted(place.path[-1])}", hint, True


def _kind_missing(place: Place, error: dict[str, Any], value: Any) -> Complaint:
    if isinstance(value, dict) and "kind" in value:
        return _kind_unknown(place, error, value)
    return place.path, "missing field 'kind'", f"it takes: {listed(kinds(place.expected))}", False


def _kind_unknown(place: Place, error: dict[str, Any], value: Any) -> Complaint:
    known, given = kinds(place.expected), value["kind"]
    hint = did_you_mean(given, known) or f"the kinds are: {listed(known)}"
    return (*place.path, "kind"), f"unknown kind {quoted(given)}", hint, False


def _out_of_range(place: Place, error: dict[str, Any], value: Any) -> Complaint:
    span = marker(place.expected, Span)
    limits = range_of(span) if span else f"{error['msg'].removeprefix('Input should be ')}"
    return place.path, f"must be {limits}, and is {plain_number(value)}", "", place.is_key


def _too_short(place: Place, error: dict[str, Any], value: Any) -> Complaint:
    if len(value):
        return place.path, f"too short: at least {error['ctx']['min_length']} are needed", "", place.is_key
    return place.path, "must not be empty", "", place.is_key


def _too_long(place: Place, error: dict[str, Any], value: Any) -> Complaint:
    unit = "characters" if isinstance(value, str) else "values"
    message = f"has {len(value):,} {unit}; at most {error['ctx']['max_length']:,} are allowed"
    return place.path, message, "", place.is_key


def _pattern(place: Place, error: dict[str, Any], value: Any) -> Complaint:
    regex = error["ctx"]["pattern"]
    message = f"{quoted(value)} {PATTERNS[regex]}" if regex in PATTERNS else f"must match {regex}"
    likely = re.sub(r"[^a-z0-9_-]+", "-", value.strip().lower()).strip("-")
    fits = regex == IDENTIFIER and re.fullmatch(regex, likely)
    return place.path, message, f"did you mean '{likely}'?" if fits else "", place.is_key


def _wrong_type(place: Place, error: dict[str, Any], value: Any) -> Complaint:
    """A value of another type, or text that is none of the words a field takes."""
    wanted = expectation(place.expected)
    message = f"expected {wanted}, got {_described(value)}"
    return place.path, message, _remedy(peeled(place.expected), value), place.is_key


def _described(value: Any) -> str:
    """A value with its type, for people who do not know that quotes make a text of a number."""
    if isinstance(value, str):
        return f"the text {quoted(value)}"
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return f"the number {quoted(value)}" if is_number else quoted(value)


def _remedy(expected: Any, value: Any) -> str:
    """What to write instead, where that can be guessed from the value."""
    wanted = bare(expected)
    if wanted is str:
        return "put it in quotes if it is text" if isinstance(value, int | float) else ""
    if wanted is bool and isinstance(value, str):
        return "write true or false" if value.lower() in YES_NO else ""
    if wanted in (int, float) and isinstance(value, str):
        return "remove the quotes" if re.fullmatch(r"-?\d+(\.\d+)?", value, re.ASCII) else ""
    if isinstance(value, str):
        return did_you_mean(value, _words(wanted))
    return ""


def _words(wanted: Any) -> list[str]:
    """The words that a field with a fixed choice of them takes."""
    is_enum = isinstance(wanted, type) and issubclass(wanted, Enum)
    choices = [member.value for member in wanted] if is_enum else get_args(wanted)
    return [choice for choice in choices if isinstance(choice, str)]


COMPLAINTS: dict[str, Callable[[Place, dict[str, Any], Any], Complaint]] = {
    "missing": _missing,
    "unexpected_keyword_argument": _unknown,
    "union_tag_not_found": _kind_missing,
    "union_tag_invalid": _kind_unknown,
    "greater_than_equal": _out_of_range,
    "less_than_equal": _out_of_range,
    "string_too_short": _too_short,
    "too_short": _too_short,
    "string_too_long": _too_long,
    "too_long": _too_long,
    "string_pattern_mismatch": _pattern,
}
"""pydantic's names of errors that need more than 'expected this, got that'."""
