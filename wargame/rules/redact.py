"""The scenario as one seat may know it: every field marked `Known` that is not for it comes back as its default."""

from collections.abc import Iterator
from dataclasses import MISSING, fields, replace
from functools import cache
from typing import Any, get_args, get_type_hints

from wargame.model.adversary import Adversary
from wargame.model.doctrine import Doctrine
from wargame.model.fields import Known
from wargame.model.nation import Nation
from wargame.model.scenario import EXCON, RED, Brief, Scenario, allied_seats
from wargame.rules.kept import kept


def redact(scenario: Scenario, seat: str) -> Scenario:
    """The scenario as `seat` may know it; EXCON knows all of it."""
    if seat == EXCON:
        return scenario
    known = _redactions(scenario)
    if seat not in known:
        known[seat] = _redact(scenario, seat, seat in allied_seats(scenario), owner=None)
    return known[seat]


@kept
def _redactions(scenario: Scenario) -> dict[str, Scenario]:
    """By seat: what was found for it; every session of a batch asks for the same."""
    return {}


def _redact(value: Any, seat: str, allied: bool, owner: str | None) -> Any:
    if isinstance(value, tuple):
        items = tuple(_redact(item, seat, allied, owner) for item in value)
        return value if all(one is other for one, other in zip(items, value, strict=True)) else items
    kind: Any = type(value)
    if not hasattr(kind, "__dataclass_fields__"):
        return value
    owner = _owner(value) or owner
    changes: dict[str, Any] = {}
    for name, known, default in _plan(kind):
        held = getattr(value, name)
        shown = _redact(held, seat, allied, owner) if _may_know(known, seat, allied, owner) else default
        if shown is not held:
            changes[name] = shown
    return replace(value, **changes) if changes else value


def _owner(value: object) -> str | None:
    match value:
        case Nation():
            return value.id
        case Adversary() | Doctrine():
            return RED
        case Brief():
            return value.seat
    return None


def _may_know(known: Known | None, seat: str, allied: bool, owner: str | None) -> bool:
    match known:
        case None:
            return True
        case Known.ALLIES:
            return allied or seat == owner
        case Known.OWNER:
            return seat == owner
    return False


@cache
def _plan(cls: type) -> tuple[tuple[str, Known | None, Any], ...]:
    """Each field that is not for every seat, or can hold what is not: its name, who may know it, what others get."""
    hints = get_type_hints(cls, include_extras=True)
    plan = []
    for each in fields(cls):
        marks = [mark for mark in getattr(hints[each.name], "__metadata__", ()) if isinstance(mark, Known)]
        known = marks[0] if marks else None
        if known and each.default is MISSING:
            raise TypeError(f"{cls.__name__}.{each.name} is not for every seat and needs a default to show instead")
        if known or any(map(_plan, _records(hints[each.name]))):
            plan.append((each.name, known, each.default))
    return tuple(plan)


def _records(hint: Any) -> Iterator[type]:
    """The record types in an annotation."""
    if isinstance(hint, type) and hasattr(hint, "__dataclass_fields__"):
        yield hint
    for inner in get_args(hint):
        yield from _records(inner)
