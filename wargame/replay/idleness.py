"""Turns of a session in which a seat had nothing to decide."""

from collections.abc import Iterator
from dataclasses import dataclass

from wargame.model.event import Event
from wargame.model.folding import apply
from wargame.model.happenings import TurnBegan
from wargame.model.record import Record
from wargame.model.scenario import Scenario, nation_seats
from wargame.model.situation import opening
from wargame.model.view import View
from wargame.rules.fog import SeatLog
from wargame.rules.idleness import What, answerable
from wargame.rules.redact import redact


@dataclass(frozen=True, slots=True)
class Desk:
    """One seat's turn."""

    seat: str
    turn: int
    calls: frozenset[What]
    """What called for an answer that the seat could give."""

    @property
    def idle(self) -> bool:
        """Whether there was nothing to decide."""
        return not self.calls


def desks(record: Record) -> Iterator[Desk]:
    """Every turn of every nation's seat before ENDEX, on what it knew when it decided."""
    scenario = record.header.scenario
    seats = [_Seat(scenario, seat) for seat in nation_seats(scenario)]
    for done in record.played:
        if done.phase != "play":
            return
        begun = next(index for index, event in enumerate(done.events) if isinstance(event.body, TurnBegan)) + 1
        for seat in seats:
            seat.look(done.events[:begun])
            yield Desk(seat.name, done.turn.number, frozenset(answerable(seat.view, seat.before)))
            seat.before = len(seat.log)
            seat.look(done.events[begun:])


def idle_turns(record: Record) -> dict[str, tuple[int, int]]:
    """By nation: turns in which it had nothing to decide, and all its turns."""
    counts = dict.fromkeys(nation_seats(record.header.scenario), (0, 0))
    for desk in desks(record):
        idle, turns = counts[desk.seat]
        counts[desk.seat] = (idle + desk.idle, turns + 1)
    return counts


class _Seat:
    """A seat's knowledge as it grows."""

    def __init__(self, scenario: Scenario, name: str) -> None:
        self.name = name
        self.umpire: list[Event] = []
        self.log = SeatLog(scenario, name, self.umpire)
        self.scenario = redact(scenario, name)
        self.situation = opening(self.scenario)
        self.before = 0
        """Events of its log at the edge before."""

    def look(self, events: tuple[Event, ...]) -> None:
        for event in events:
            self.umpire.append(event)
            if self.log.sees(event):
                self.log.seen.append(event)
                apply(self.situation, event)

    @property
    def view(self) -> View:
        return View(self.name, self.scenario, self.situation, self.log)
