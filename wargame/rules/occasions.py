"""Whether an event is the occasion that a scenario waits for (`docs/model.md` 3.7)."""

from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from wargame.model.event import KINDS, Event
from wargame.model.happenings import ForceCapable, MeasureTabled
from wargame.model.occasion import NUMBERS, Occasion
from wargame.model.scenario import COMMANDER, HQ, Scenario

NOT_PARTIES = frozenset({"kind", "to", "place", "text", "reason", "measure"})
"""Fields of events whose words name no one who did something or whom it is about."""
AUTHORS = {
    "silence_set": HQ,
    "activation_ordered": COMMANDER,
    "reinforcement_announced": COMMANDER,
}
"""Who does what names nobody."""


class Occasions:
    """Reads events for a scenario: who is in them, what kind of measure they belong to."""

    def __init__(self, scenario: Scenario) -> None:
        self._owners = {force.id: nation.id for nation in scenario.nations for force in nation.forces}
        self._measures: dict[str, str] = {}

    def note(self, event: Event) -> None:
        """Remember what kind of measure was tabled; to be called with every such event before what belongs to it."""
        if isinstance(event.body, MeasureTabled) and event.measure is not None:
            self._measures[event.measure] = event.body.text.kind

    def fits(self, occasion: Occasion, event: Event) -> bool:
        """Whether an event is of the kind, by whom, about what and as much as the occasion says; its count aside."""
        body = event.body
        if body.kind != occasion.event:
            return False
        if occasion.measure is not None and self.measure_of(event) != occasion.measure:
            return False
        if occasion.at_least is not None and not getattr(body, NUMBERS[body.kind]) >= occasion.at_least:
            return False
        return occasion.by is None or occasion.by in self.parties(event)

    def measure_of(self, event: Event) -> str | None:
        """The kind of measure that an event belongs to."""
        return None if event.measure is None else self._measures.get(event.measure)

    def parties(self, event: Event) -> set[str]:
        """Who did it or whom it is about: the names in an event, and the nations whose forces are named in it."""
        names: set[str] = set()
        for each in fields(event.body):
            if each.name not in NOT_PARTIES:
                value: Any = getattr(event.body, each.name)
                names.update([value] if isinstance(value, str) else _texts(value))
        names.update(self._owners[name] for name in sorted(names & self._owners.keys()))
        if event.body.kind in AUTHORS:
            names.add(AUTHORS[event.body.kind])
        if isinstance(event.body, ForceCapable) and event.measure is not None:
            names.add(COMMANDER)  # who led it there, beside its nation
        return names

    def first(self, occasion: Occasion, events: Iterable[Event]) -> Event | None:
        """The event of a whole log that is the occasion, if it has come."""
        left, wanted = occasion.count, KINDS[occasion.event]
        for event in events:
            kind = type(event.body)
            if kind is MeasureTabled:
                self.note(event)
            if kind is wanted and self.fits(occasion, event):
                left -= 1
                if not left:
                    return event
        return None


def _texts(value: Any) -> Iterable[str]:
    return (each for each in value if isinstance(each, str)) if isinstance(value, tuple) else ()
