"""The table of sentences: a function a kind of event, and what they share."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from wargame.model.clock import date_time_group, instant, parse_startex
from wargame.model.event import Event
from wargame.model.scenario import Scenario
from wargame.model.situation import MeasureProgress
from wargame.replay import names
from wargame.replay.wording import plain_words

FLASH, WEIGHTY, NOTABLE, ROUTINE = 4, 3, 2, 1
"""How much it matters to whoever reads what happened."""


@dataclass(frozen=True, slots=True)
class Told:
    """What an event comes to in words. Events that differ only in whom they are about are told in one sentence."""

    weight: int
    before: str
    who: str = ""
    """Whom it is about, between the two parts of the sentence."""
    after: str = ""
    kind: str = ""
    """Of what it is news, where that is not the kind of its event."""
    topic: str = ""
    """Of several that happened on one topic only the last is told."""


@dataclass(frozen=True, slots=True)
class Teller:
    """What sentences are made with: the scenario and the measures, as the reader knows them."""

    scenario: Scenario
    measures: Mapping[str, MeasureProgress]
    view: str

    def who(self, name: str) -> str:
        return names.who(self.scenario, name)

    def all_of(self, those: tuple[str, ...]) -> str:
        return names.all_of(self.scenario, those)

    def place(self, name: str) -> str:
        return names.place(self.scenario, name)

    def force(self, name: str) -> str:
        """A force by its name and its id, by which orders know it."""
        return f"{names.force(self.scenario, name)} ({name})"

    def objective(self, name: str) -> str:
        return names.objective(self.scenario, name)

    def indicator(self, name: str) -> str:
        return names.indicator(self.scenario, name).strip().rstrip(".")

    def shortly(self, name: str) -> str:
        """The beginning of an indicator's line, with a mark where it was cut."""
        return names.shortened(self.indicator(name))

    def inject(self, name: str) -> str:
        """An inject by its id, with what kind it is where the reader may know."""
        kind = next((each.kind for each in self.scenario.mel if each.id == name), None)
        return name if kind is None else f"{name} ({plain_words(kind)})"

    def measure(self, event: Event) -> str:
        """The measure that an event belongs to, as far as the reader knows of it."""
        if event.measure is None:
            return "a measure"
        known = self.measures.get(event.measure)
        return event.measure if known is None else f"{event.measure} ({names.measure(self.scenario, known.text)})"

    def deal(self, objective: str, share: float, assurance: str | None) -> str:
        """What an offer would give the adversary."""
        return names.deal(self.scenario, objective, share, assurance)

    def payment(self, currency: str, amount: float | None) -> str:
        """What a side payment is made in."""
        return f"{amount:,.0f} million" if amount is not None else names.PAYMENTS[currency]

    def when(self, time: int) -> str:
        return instant(time)

    def group(self, time: int) -> str:
        return date_time_group(parse_startex(self.scenario.startex), time)


B = TypeVar("B")
Says = Callable[[Teller, Event, Any], Told | None]
SENTENCES: dict[type, Says] = {}


def says(
    kind: type[B],
) -> Callable[[Callable[[Teller, Event, B], Told | None]], Callable[[Teller, Event, B], Told | None]]:
    """Enter a function as what a kind of event comes to in words; it returns None for what is not worth telling."""

    def enter(function: Callable[[Teller, Event, B], Told | None]) -> Callable[[Teller, Event, B], Told | None]:
        SENTENCES[kind] = function
        return function

    return enter
