"""What every seat has before it, for exercise control: made of EXCON's own log, which holds everything."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from wargame.model.event import Event
from wargame.model.folding import apply
from wargame.model.record import Order
from wargame.model.scenario import Scenario
from wargame.model.situation import Situation, opening
from wargame.model.view import View
from wargame.replay.watch import Scene, seen
from wargame.rules.fog import SeatLog
from wargame.rules.redact import redact


@dataclass(slots=True)
class _Cell:
    """One seat's knowledge, grown as it is looked at."""

    scenario: Scenario
    log: SeatLog
    situation: Situation
    looked: int
    """How many events of the whole log it was asked about."""
    folded: int = 0
    """How many events of its own log are in the situation."""

    def grow(self, log: Sequence[Event]) -> None:
        self.log.seen += [event for event in log[self.looked :] if self.log.sees(event)]
        self.looked = len(log)
        for event in self.log.seen[self.folded :]:  # folding asks for no numbers, so none are given out
            apply(self.situation, event)
        self.folded = len(self.log)


@dataclass(slots=True)
class Cells:
    """Pictures of seats; what they cost grows with what has happened since they were looked at."""

    whole: Sequence[Event] = ()
    """The log that they are made of; after a rewind it is another."""
    known: dict[str, _Cell] = field(default_factory=dict)

    def scene(self, view: View, seat: str, orders: Sequence[Order] = ()) -> Scene:
        """What a seat has before it at the instant of EXCON's view."""
        if view.log is not self.whole:
            self.whole, self.known = view.log, {}
        cell = self.known.get(seat)
        if cell is None:
            scenario = redact(view.scenario, seat)
            log = SeatLog(scenario, seat, view.log)
            cell = self.known[seat] = _Cell(scenario, log, opening(scenario), len(view.log))
        cell.grow(view.log)
        return seen(View(seat, cell.scenario, cell.situation, cell.log), orders)
