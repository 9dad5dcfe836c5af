"""The table of what each kind of happening changes, and what the functions in it share."""

from collections.abc import Callable
from typing import Any, TypeVar

from wargame.model.event import Event
from wargame.model.situation import MeasureProgress, Picture, Situation

B = TypeVar("B")
CHANGES: dict[type, Callable[[Situation, Event, Any], None]] = {}
"""What each kind of happening changes; a kind that is not here changes nothing but the time."""


def on(kind: type[B]) -> Callable[[Callable[[Situation, Event, B], None]], Callable[[Situation, Event, B], None]]:
    """Enter a function as what `kind` changes."""

    def enter(change: Callable[[Situation, Event, B], None]) -> Callable[[Situation, Event, B], None]:
        CHANGES[kind] = change
        return change

    return enter


def measure_of(situation: Situation, event: Event) -> MeasureProgress:
    assert event.measure is not None
    return situation.council.measures[event.measure]


def picture_of(situation: Situation, nation: str) -> Picture:
    picture = situation.pictures.get(nation)
    if picture is None:
        picture = situation.pictures[nation] = Picture()
    return picture
