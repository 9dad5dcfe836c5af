"""Remembering what was found for a record, by which record it is: to compare whole scenarios would cost more.

What was found for a view is kept in the view, and goes with it.
"""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, cast

from wargame.model.view import View

T = TypeVar("T")
R = TypeVar("R")
KEPT = 128
"""Records that answers are kept for."""


def kept(function: Callable[[T], R]) -> Callable[[T], R]:
    """A function of one record that never changes, its newest answers remembered."""
    known: dict[int, tuple[T, R]] = {}
    """By identity, which is the record's own for as long as it is held here."""

    @wraps(function)
    def remembered(record: T) -> R:
        held = known.get(id(record))
        if held is not None:
            return held[1]
        found = function(record)
        if len(known) >= KEPT:
            del known[next(iter(known))]
        known[id(record)] = record, found
        return found

    return remembered


def in_view(function: Callable[[View], R]) -> Callable[[View], R]:
    """A function of a view, looked for once in each: nothing in a view changes while players decide on it."""

    @wraps(function)
    def remembered(view: View) -> R:
        if function not in view.found:
            view.found[function] = function(view)
        return cast(R, view.found[function])

    return remembered
