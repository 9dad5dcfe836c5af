"""Bookkeeping of what a staff has weighed, so that nothing is counted twice (`docs/model.md` 5.16)."""

from dataclasses import dataclass, field
from typing import Generic, TypeVar

from wargame.model.clock import DAY
from wargame.model.reports import MEDIA

K = TypeVar("K")


@dataclass(slots=True)
class Weighed:
    """One thing that reports are about, as far as they have been weighed."""

    trusted: float = 0.0
    """From 0 to 1: with independent reports the chance that at least one of them is to be trusted."""
    left: float = 0.0
    """What is left of that at `at`, since evidence fades."""
    at: int = 0
    sources: set[str] = field(default_factory=set)


class Ledger(Generic[K]):
    """What has been weighed of each thing, by whatever names the things."""

    def __init__(self, memory_days: float) -> None:
        self.memory = memory_days * DAY
        self.things: dict[K, Weighed] = {}

    def add(self, thing: K, originator: str, trusted: float, now: int) -> float:
        """How much a report adds. A second sensor adds what the first left open, `(1 - w1) w2`; a report of a sensor
        that has been weighed, or what the media make of it, adds only what it is better than all before.
        """
        held = self.things.get(thing)
        if held is None:
            held = self.things[thing] = Weighed()
        if originator in held.sources or (originator == MEDIA and held.sources):
            added = max(0.0, trusted - held.trusted)
        else:
            added = (1.0 - held.trusted) * trusted
        held.sources.add(originator)
        held.trusted += added
        held.left, held.at = self._left(held, now) + added, now
        return added

    def take_back(self, thing: K, now: int) -> float:
        """How much is left of what a thing has added, and forget it: it was not so."""
        held = self.things.pop(thing, None)
        return self._left(held, now) if held is not None else 0.0

    def _left(self, held: Weighed, now: int) -> float:
        share: float = 0.5 ** ((now - held.at) / self.memory)
        return held.left * share
