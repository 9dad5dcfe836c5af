"""What a record type expects at a place, found from its annotations and said in words.

pydantic names a fault by a path through its own schema, in which the choice made in a union is a step although it
has no place in the file. Walking the annotations beside that path tells the two apart.
"""

import dataclasses
import types
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Annotated, Any, Literal, NewType, TypeVar, Union, get_args, get_origin, get_type_hints

from wargame.files.faults import Path, quoted
from wargame.model.fields import Span, Tagged, kind_of

MOST_NAMES = 12
"""Names listed in a hint; more would bury the one that is looked for."""
KEY_STEP = "[key]"
"""The step by which pydantic means a key of a table rather than its value."""
TABLES = (dict,)
LISTS = (list, tuple, set, frozenset)

Marker = TypeVar("Marker")


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a document, and the type that is expected there."""

    path: Path
    expected: Any
    """The annotation; None where the type has no such place."""
    owner: Any = None
    """The annotation of what holds this place; None at the top."""
    is_key: bool = False


def find_place(kind: Any, steps: Iterable[str | int]) -> Place:
    """Where pydantic's path `steps` through the record type `kind` leads in a document."""
    place, choice = Place((), kind), kind
    for step in steps:
        here = peeled(choice)
        if step == KEY_STEP and get_origin(peeled(place.owner)) in TABLES:
            place = dataclasses.replace(place, expected=get_args(peeled(place.owner))[0], is_key=True)
        elif is_union(here):
            choice = _chosen(here, step)
        else:
            choice = _inside(here, step)
            place = Place((*place.path, step), choice, here)
    return place


def peeled(kind: Any) -> Any:
    """An annotation without 'or None' and without the name a `NewType` gives it; markers stay."""
    while True:
        if isinstance(kind, NewType):
            kind = kind.__supertype__
        elif get_origin(kind) in (Union, types.UnionType):
            some = [choice for choice in get_args(kind) if choice is not type(None)]
            if len(some) != 1:
                return kind
            kind = some[0]
        elif get_origin(kind) is Annotated and peeled(bare(kind)) is not bare(kind):
            kind = peeled(bare(kind))
        else:
            return kind


def bare(kind: Any) -> Any:
    """An annotation without its markers."""
    return get_args(kind)[0] if get_origin(kind) is Annotated else kind


def marker(kind: Any, wanted: type[Marker]) -> Marker | None:
    """The marker of the class `wanted` that an annotation carries, if any."""
    found = [mark for mark in getattr(peeled(kind), "__metadata__", ()) if isinstance(mark, wanted)]
    return found[-1] if found else None


def is_union(kind: Any) -> bool:
    """Whether an annotation takes one of several types, tagged or not."""
    return get_origin(bare(kind)) in (Union, types.UnionType)


def kinds(kind: Any) -> list[str]:
    """The names by which the records of a tagged union are told apart."""
    return [kind_of(choice) for choice in get_args(bare(peeled(kind)))]


def is_record(kind: Any) -> bool:
    """Whether an annotation without markers is a record type."""
    return dataclasses.is_dataclass(kind)


@cache
def field_types(record: Any) -> dict[str, Any]:
    """The annotation of each field that a file may give a record."""
    hints = get_type_hints(record, include_extras=True)
    return {field.name: hints[field.name] for field in dataclasses.fields(record) if field.init}


def expectation(kind: Any) -> str:
    """What an annotation takes, in words: 'a number from 0 to 1'."""
    kind = peeled(kind)
    inner, span = bare(kind), marker(kind, Span)
    if marker(kind, Tagged):
        return "a record with a 'kind'"
    if is_union(kind):
        return _either(dict.fromkeys(expectation(choice) for choice in get_args(inner)))
    if get_origin(inner) is Literal:
        return _either(quoted(value) for value in get_args(inner))
    if isinstance(inner, type) and issubclass(inner, Enum):
        return _either(quoted(value.value) for value in inner)
    words = {float: "a number", int: "a whole number", str: "text", bool: "true or false", type(None): "nothing"}
    if inner in words:
        return words[inner] + (f" {range_of(span)}" if span else "")
    return "a list" if (get_origin(inner) or inner) in LISTS else "a record of 'key: value' lines"


def range_of(span: Span) -> str:
    """The bounds of a number in words, with the unit."""
    return f"from {plain_number(span.low)} to {plain_number(span.high)} {span.unit}".rstrip()


def plain_number(value: float) -> str:
    """A number without the '.0' that only a programmer would write."""
    return str(int(value)) if abs(value) < 1e15 and value == int(value) else str(value)


def listed(names: Iterable[str]) -> str:
    """Names for a hint, or how many there are if they would fill the screen."""
    names = list(names)
    return ", ".join(names) if len(names) <= MOST_NAMES else f"one of {len(names)} names"


def _either(words: Iterable[str]) -> str:
    words = list(words)
    if len(words) > MOST_NAMES:
        return f"one of {len(words)} words"
    return " or ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _chosen(union: Any, step: str | int) -> Any:
    """The choice that pydantic names by its kind or, in a union without tags, by its class."""
    choices = get_args(bare(union))
    if marker(union, Tagged):
        return next((choice for choice in choices if kind_of(choice) == step), None)
    return next((choice for choice in choices if getattr(bare(choice), "__name__", "") == step), None)


def _inside(kind: Any, step: str | int) -> Any:
    """The annotation of a field of a record, an entry of a list or a value of a table."""
    inner = bare(kind)
    arguments = get_args(inner)
    if is_record(inner):
        return field_types(inner).get(str(step))
    if get_origin(inner) in TABLES:
        return arguments[1]
    if get_origin(inner) is tuple and arguments[-1] is not Ellipsis:
        return arguments[step] if isinstance(step, int) and step < len(arguments) else None
    return arguments[0] if get_origin(inner) in LISTS else None
