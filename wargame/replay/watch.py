"""A session at an instant, as it was in truth or as a seat had it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wargame.model.event import Event
from wargame.model.folding import fold
from wargame.model.happenings import Assessed, TurnBegan
from wargame.model.record import Order, Record, Turn
from wargame.model.scenario import EXCON, Scenario
from wargame.model.situation import Situation
from wargame.model.view import View
from wargame.rules.fog import seat_log
from wargame.rules.redact import redact

TRUTH = "truth"


@dataclass(frozen=True, slots=True)
class Scene:
    """What one view holds at an instant."""

    view: str
    """A seat, or `truth`."""
    time: int
    """Seconds after STARTEX."""
    scenario: Scenario
    """As the view may know it."""
    events: Sequence[Event]
    """The view's log up to the instant."""
    situation: Situation
    orders: tuple[Order, ...] = ()
    """Orders that were given at the last turn's beginning: the seat's own, or all when the umpire looks."""
    desk: bool = False
    """Whether a turn has just begun and its orders have not been carried out yet."""
    again: bool = False
    """Whether what was played is looked at again, so that there is nothing to decide or to read beside it."""

    @property
    def truth(self) -> bool:
        return self.view == TRUTH

    @property
    def umpire(self) -> bool:
        """Whether nothing is hidden from the view."""
        return self.view in (TRUTH, EXCON)

    @property
    def edges(self) -> list[int]:
        """When the turns so far began."""
        return [event.time for event in self.events if isinstance(event.body, TurnBegan)]

    @property
    def new_from(self) -> int:
        """The number of the first event that is new: at a desk, that was not yet before the seat when the turn before
        this one began; else, of the turn that runs. An edge's own instant has events of both turns.
        """
        began = [at for at, event in enumerate(self.events) if isinstance(event.body, TurnBegan)]
        turns = 2 if self.desk else 1
        if len(began) < turns:
            return 0
        at = began[-turns] + sum(1 for _ in opened_by(self.events[began[-turns] :]))
        return self.events[at].id if at < len(self.events) else self.events[-1].id + 1


def scene(
    scenario: Scenario, events: Sequence[Event], time: int, end: int, view: str = TRUTH, turns: Sequence[Turn] = ()
) -> Scene:
    """The scene at `time`; an instant after `end` shows the end. `turns` are where its orders are taken from."""
    begun = [turn for turn in turns if turn.edge <= time]
    orders = own_orders(begun[-1].orders, view) if begun else ()
    return _scene(scenario, [event for event in events if event.time <= time], min(time, end), view, orders)


def desk(record: Record, turn: int, view: str = TRUTH) -> Scene:
    """The scene at the beginning of a turn, before anybody's order of that turn: what a seat decides on.

    Raises ValueError when the session has no such turn.
    """
    if not 1 <= turn <= len(record.played):
        raise ValueError(f"the session has {len(record.played)} turns; there is no turn {turn}")
    before = [event for done in record.played[: turn - 1] for event in done.events]
    opened = list(opened_by(record.played[turn - 1].events))
    played = record.played[turn - 1].turn
    return _scene(record.header.scenario, before + opened, played.edge, view, own_orders(played.orders, view), True)


def seen(view: View, orders: Sequence[Order] = ()) -> Scene:
    """What a seat has before it while its turn is open, with the orders it has staged."""
    return Scene(view.seat, view.time, view.scenario, view.log, view.situation, tuple(orders), True)


def own_orders(orders: Sequence[Order], view: str) -> tuple[Order, ...]:
    """Those of a turn's orders that a view holds."""
    return tuple(order for order in orders if view in (TRUTH, EXCON, order.seat))


def opened_by(events: Sequence[Event]) -> Iterator[Event]:
    """A turn's events up to its beginning and the assessments that come with it; orders come next."""
    begun = False
    for event in events:
        if begun and not isinstance(event.body, Assessed):
            return
        begun = begun or isinstance(event.body, TurnBegan)
        yield event


def _scene(
    scenario: Scenario,
    so_far: Sequence[Event],
    time: int,
    view: str,
    orders: tuple[Order, ...] = (),
    at_desk: bool = False,
) -> Scene:
    seat = EXCON if view == TRUTH else view
    known, log = redact(scenario, seat), seat_log(scenario, seat, so_far)
    return Scene(view, time, known, log, fold(known, log), orders, at_desk, again=True)
