"""The world that every process lives in: clock, luck, the log and the truth.

`emit` is the only writer: it appends an event to the log and applies it to the truth. Processes hear of each
other's doings by subscribing to kinds of events, so no process needs to know another.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from operator import attrgetter
from typing import Any, TypeVar

import simpy
from simpy.core import StopSimulation

from wargame.engine.streams import Streams
from wargame.model.decisions import Decision
from wargame.model.event import EVERYONE, Audience, Event
from wargame.model.folding import apply
from wargame.model.happenings import EXOGENOUS, FLASH, Body, OrderFailed, TurnBegan
from wargame.model.methods import maker
from wargame.model.scenario import Scenario
from wargame.model.situation import Situation, opening
from wargame.rules.fog import SeatLog

D = TypeVar("D")
EDGE_PRIORITY = 2
"""Later than anything else that happens at the same instant (SimPy's own priorities are 0 and 1)."""

_event = maker(Event)
Handler = Callable[[str, Any, Event], None]
Reaction = Callable[[Event, Any], None]


class World:
    """One simulated world. Times are whole seconds after STARTEX."""

    def __init__(self, scenario: Scenario, seed: int, run: int = 0) -> None:
        self.scenario = scenario
        self.env = simpy.Environment()
        self.streams = Streams(seed, run)
        self.draw = self.streams.draw
        self.situation: Situation = opening(scenario)
        self.log: list[Event] = []
        self.happened: defaultdict[type, list[Event]] = defaultdict(list)
        """The same, by the type of their bodies."""
        self.turn_ends: int | None = None
        """When the running turn ends by its own length, as far as is known; None where nobody plays in turns."""
        self._reactions: dict[type, list[Reaction]] = {}
        self._handlers: dict[type, Handler] = {}
        self._seat_logs: dict[str, SeatLog] = {}
        """Of the seats that have looked."""
        self._watching: dict[Audience, list[SeatLog]] = {}
        """By audience: which of them see its events."""
        self._stop: simpy.Event | None = None
        self._flash_stops = False

    now: int = property(attrgetter("env._now"))  # type: ignore[assignment]
    """Seconds after STARTEX, whole as all delays are. Asked for so often that it is read past SimPy's own property."""

    # --- what happens ----------------------------------------------------------------------------------------

    def emit(self, body: Body, cause: Event | None, audience: Audience, measure: str | None = None) -> Event:
        """Let something happen now: log it, apply it to the truth, tell the processes that listen.

        Raises ValueError when an event that must have a cause has none, or when one that the adversary sees
        names a measure, whose number would tell how many there are.
        """
        kind = type(body)
        if cause is None and kind not in EXOGENOUS:
            raise ValueError(f"{body.kind} needs a cause")
        if measure is not None and audience == EVERYONE:
            raise ValueError(f"{body.kind} is for everyone and must not name a measure")
        event = _event(
            id=len(self.log) + 1,
            time=self.now,
            cause=cause.id if cause else None,
            measure=measure,
            audience=audience,
            body=body,
        )
        self.log.append(event)
        self.happened[kind].append(event)
        apply(self.situation, event)
        watching = self._watching.get(audience)
        if watching is None:
            watching = self._watching[audience] = [log for log in self._seat_logs.values() if log.sees(event)]
        for seat_log in watching:
            seat_log.seen.append(event)
        for react in self._reactions.get(kind, ()):
            react(event, body)
        if self._flash_stops and kind in FLASH:
            self._stop_at(0)
        return event

    def when(self, kind: type[D], react: Callable[[Event, D], None]) -> None:
        """Call `react(event, body)` whenever a `kind` happens, right after it is applied."""
        self._reactions.setdefault(kind, []).append(react)

    def call(self, delay: int, function: Callable[..., None], *args: Any) -> None:
        """Call `function(*args)` in `delay` seconds; cheaper than a process for a single delay."""
        timeout = self.env.timeout(delay)
        assert timeout.callbacks is not None
        timeout.callbacks.append(lambda _: function(*args))

    def cause_of(self, event: Event) -> Event | None:
        return self.log[event.cause - 1] if event.cause is not None else None

    # --- the clock -------------------------------------------------------------------------------------------

    def run_to(self, time: int, stop_at_flash: bool = True) -> int:
        """Let everything up to and including `time` happen, or up to a flash event; returns when it stopped.

        How the way there is cut into calls makes no difference to what happens.
        """
        self._flash_stops = stop_at_flash
        self._stop_at(time - self.now)
        self.env.run()
        self._flash_stops, self._stop = False, None
        return self.now

    def _stop_at(self, delay: int) -> None:
        """Stop `delay` seconds from now, after everything else of that instant, and not at any stop set before."""
        stop = simpy.Event(self.env)
        stop._ok, stop._value = True, None  # noqa: SLF001 - as simpy.Timeout does, but at a priority of its own
        assert stop.callbacks is not None
        stop.callbacks.append(_halt)
        self.env.schedule(stop, priority=EDGE_PRIORITY, delay=delay)  # type: ignore[arg-type]
        if self._stop is not None:
            self._stop.callbacks = []
        self._stop = stop

    def close(self) -> None:
        """Let go of everything: a world and its processes hold each other, so that only the garbage collector would
        clear what it holds, after a look at all of it.
        """
        vars(self).clear()

    # --- decisions -------------------------------------------------------------------------------------------

    def handle(self, kind: type[D], function: Callable[[str, D, Event], None]) -> None:
        """Let `function(seat, decision, cause)` carry out decisions of a kind."""
        self._handlers[kind] = function

    def decide(self, seat: str, decision: Decision, answers: int | None) -> None:
        """Carry out a seat's decision. What is impossible in truth becomes an event of failure for that seat."""
        cause = self._answered(seat, answers) or self.turn_event
        handler = self._handlers.get(type(decision))
        if handler is None:
            self.fail(seat, decision, cause, "nothing in this world carries it out")
            return
        handler(seat, decision, cause)

    def fail(self, seat: str, decision: Decision, cause: Event, reason: str) -> None:
        """Tell a seat that its decision came to nothing."""
        self.emit(OrderFailed(seat=seat, order=decision.kind, reason=reason), cause, (seat,))

    def _answered(self, seat: str, number: int | None) -> Event | None:
        """The event that a seat's own number names."""
        if number is None:
            return None
        return self.seat_log(seat).umpires(number)

    @property
    def turn_event(self) -> Event:
        """What a decision answers that answers nothing else: the turn's beginning."""
        return self.happened[TurnBegan][-1]

    def anchored(self, cause: Event, prerequisite: Event) -> Event:
        """`cause` when it follows from `prerequisite`, else the prerequisite itself.

        What a seat says its decision answers is taken at its word, unless that would cut the chain of causes.
        """
        for event in self.back_from(cause):
            if event.id <= prerequisite.id:  # causes lie in the past, so it will not come any more
                return cause if event.id == prerequisite.id else prerequisite
        return prerequisite

    def back_from(self, event: Event) -> Iterator[Event]:
        """An event, its cause, the cause of that, and so on."""
        yield event
        while event.cause is not None:
            event = self.log[event.cause - 1]
            yield event

    def seat_log(self, seat: str) -> SeatLog:
        """What a seat has seen so far."""
        log = self._seat_logs.get(seat)
        if log is None:
            log = self._seat_logs[seat] = SeatLog(self.scenario, seat, self.log)
            self._watching.clear()
        return log


def _halt(_: simpy.Event) -> None:
    raise StopSimulation(None)
