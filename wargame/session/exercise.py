"""An exercise in progress: seats look, submit orders, and the clock runs from edge to edge."""

from dataclasses import dataclass

from wargame.engine.crisis import Crisis
from wargame.model.clock import instant
from wargame.model.decisions import Decision
from wargame.model.event import Event
from wargame.model.folding import apply
from wargame.model.record import Header, Order, PhaseName, Played, Record, Turn
from wargame.model.scenario import Scenario, all_seats
from wargame.model.situation import Situation, opening
from wargame.model.view import View
from wargame.rules.legal import legal
from wargame.rules.redact import redact
from wargame.session.digest import START, chain
from wargame.session.refusal import Phase, Refused


@dataclass(slots=True)
class SeatFold:
    """What a seat knows, grown as it looks."""

    scenario: Scenario
    situation: Situation
    folded: int = 0
    """How many events of its log are in the situation."""
    view: View | None = None
    """The seat's own, as long as nothing new has happened to it."""


class Exercise:
    """One session. Turn n is open for orders from the moment it is made; `advance` plays it."""

    def __init__(self, header: Header) -> None:
        self.header = header
        self.scenario = header.scenario
        self.seats = all_seats(header.scenario)
        self.crisis = Crisis(header.scenario, header.seed, header.run)
        self.phase: Phase = "play"
        self.turn = 0
        self.edge = 0
        """When the open turn began, seconds after STARTEX."""
        self.played: list[Played] = []
        self._orders: dict[str, list[Order]] = {}
        self._folds: dict[str, SeatFold] = {}
        self._committed = 0
        """Events that belong to turns already played."""
        self._open_turn()

    @property
    def over(self) -> bool:
        """Whether the horizon has been reached."""
        return self.phase == "over"

    # --- what seats do ---------------------------------------------------------------------------------------

    def view(self, seat: str) -> View:
        """What a seat sees now. Raises Refused when there is no such seat."""
        fold = self._folds.get(seat)
        if fold is None:
            if seat not in self.seats:
                raise Refused(f"there is no seat '{seat}'; seats are {', '.join(self.seats)}")
            redacted = redact(self.scenario, seat)
            fold = self._folds[seat] = SeatFold(redacted, opening(redacted))
        log = self.crisis.world.seat_log(seat)
        if fold.view is None or fold.folded < len(log.seen):
            apply(fold.situation, *log.seen[fold.folded :])
            fold.folded = len(log)
            fold.view = View(seat, fold.scenario, fold.situation, log)
        return fold.view

    def staged(self, seat: str) -> list[Decision]:
        """What a seat has decided in the open turn."""
        return [order.decision for order in self.orders(seat)]

    def orders(self, seat: str) -> list[Order]:
        """What a seat has ordered in the open turn, in the order given."""
        return list(self._orders.get(seat, []))

    def submit(self, order: Order) -> None:
        """Stage an order for the open turn. Raises Refused with the reason when the seat may not give it."""
        if self.over:
            raise Refused("the exercise is over")
        view = self.view(order.seat)
        if order.answers is not None and not 1 <= order.answers <= len(view.log):
            raise Refused(f"there is no event {order.answers} in the log of {order.seat}")
        reason = legal(view, order.decision, self.staged(order.seat))
        if reason is not None:
            raise Refused(reason)
        self._orders.setdefault(order.seat, []).append(order)

    def withdraw(self, seat: str, index: int | None = None) -> None:
        """Take back what a seat has staged in the open turn: all of it, or its `index`th order, counted from 0.

        Raises Refused when there is no such order.
        """
        if index is None:
            self._orders.pop(seat, None)
            return
        staged = self._orders.get(seat, [])
        if not 0 <= index < len(staged):
            raise Refused(f"{len(staged)} orders are staged; there is no order {index + 1} to take back")
        del staged[index]

    # --- the clock -------------------------------------------------------------------------------------------

    def advance(self, edge: int | None = None) -> Played:
        """Carry out the staged orders and run to the next edge: the turn's own end, a flash event, or `edge`."""
        if self.phase == "over":
            raise Refused("the exercise is over")
        if edge is not None and edge < self.edge:
            raise Refused(f"turn {self.turn} cannot end before it begins, at {instant(self.edge)}")
        phase: PhaseName = self.phase
        world = self.crisis.world
        turn = Turn(number=self.turn, edge=self.edge, orders=self._sorted_orders())
        for order in turn.orders:
            world.decide(order.seat, order.decision, order.answers)
        if self.phase == "play" and self.crisis.seats.end_called:
            self._end_play()
        self.edge = self.crisis.run_turn(edge)
        self._close_turn()
        events = tuple(world.log[self._committed :])
        self._committed = len(world.log)
        digest = chain(self.digest, turn, events)
        done = Played(turn=turn, events=events, phase=phase, ended=self.edge, digest=digest)
        self.played.append(done)
        if not self.over:
            self._open_turn()
        return done

    def _open_turn(self) -> None:
        self.turn += 1
        self._orders.clear()
        self.crisis.begin_turn(self.turn)

    def _close_turn(self) -> None:
        """At the edge: is play over, is the horizon reached?"""
        if self.phase == "play" and (self.crisis.decided or self.edge >= self.crisis.limit):
            self._end_play()
        if self.phase == "after" and self.edge >= self.crisis.limit:
            self.crisis.reach_horizon()
            self.phase = "over"

    def _end_play(self) -> None:
        if self.crisis.seats.end_called:
            self.crisis.end_play("excon")
        else:
            self.crisis.end_play("objective_decided" if self.crisis.decided else "last_day")
        self.phase = "after"

    def _sorted_orders(self) -> tuple[Order, ...]:
        """By seat, then in the order given: who pressed a key first makes no difference."""
        return tuple(order for seat in self.seats for order in self._orders.get(seat, []))

    # --- what is left of it ----------------------------------------------------------------------------------

    @property
    def digest(self) -> str:
        """Of the turns played so far."""
        return self.played[-1].digest if self.played else START

    @property
    def record(self) -> Record:
        return Record(header=self.header, played=tuple(self.played))

    @property
    def events(self) -> list[Event]:
        """The umpire's log."""
        return self.crisis.world.log
