"""A whole session to wind through: any view of it, after any of its events, without folding it from its beginning.

A position is how many events of the umpire's log have happened: from 0, before STARTEX, to all of them.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cache
from typing import Any

from wargame.model.event import Event
from wargame.model.folding import apply
from wargame.model.record import Order, Record
from wargame.model.scenario import EXCON, Scenario, all_seats
from wargame.model.situation import Situation, opening
from wargame.replay.summary_estimates import estimates
from wargame.replay.summary_situation import situated
from wargame.replay.telling import ROUTINE, tell
from wargame.replay.telling.table import Teller
from wargame.replay.watch import TRUTH, Scene, opened_by, own_orders
from wargame.replay.wording import one_line, plain_words
from wargame.rules.fog import SeatLog
from wargame.rules.redact import redact
from wargame.scoring.response import milestones

SPACING = 1000
"""Events between two situations that are kept: so many are folded at the most to get to any other."""
STEPS = ("indication", "warning", "council", "order", "loaded", "debarked", "ready")
"""Milestones of the response, each with a letter of its own to begin with."""
STATES = "wargame.model.situation"
"""The package of the records that folding changes; what else they hold is shared by copies of them."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A turn as one winds to it: its beginning, when everything waits for the orders of its seats."""

    number: int
    position: int
    edge: int
    """Seconds after STARTEX."""
    first: int
    """Position before the turn's first event."""
    played: bool
    """Whether seats decided in it; after ENDEX computers play on to the horizon."""


@dataclass(frozen=True, slots=True)
class Line:
    """An event in words."""

    weight: int
    """As in `wargame.replay.telling`; 0 for what is not worth telling."""
    text: str


@dataclass(slots=True)
class Reel:
    """A session in one view: its events, the words for them, and the situation after each."""

    view: str
    scenario: Scenario
    """As the view may know it."""
    events: Sequence[Event]
    umpire_ids: Sequence[int]
    """The number of each event in the umpire's log, which is the position after it."""
    lines: list[Line] = field(default_factory=list)
    rungs: list[tuple[int, int | None]] = field(default_factory=list)
    """Where the adversary stood on the ladder, or was seen to stand: from when on, and the rung."""
    frames: list[Situation] = field(default_factory=list)
    """The situation after every SPACING events, from none."""

    def known(self, position: int) -> int:
        """How many of the view's own events have happened."""
        return bisect_right(self.umpire_ids, position)

    def situation(self, known: int) -> Situation:
        """The situation after so many of the view's events; whoever gets it may keep it."""
        frame = min(known // SPACING, len(self.frames) - 1)
        situation: Situation = copied(self.frames[frame])
        for event in self.events[frame * SPACING : known]:
            apply(situation, event)
        return situation


@dataclass(slots=True)
class Session:
    """A record with the reels that have been made of it."""

    record: Record
    events: list[Event]
    stops: list[Stop]
    end: int
    """Seconds after STARTEX."""
    steps: list[tuple[int, str]]
    """The critical path of the response, for the umpire: when it reached which of STEPS."""
    reels: dict[str, Reel] = field(default_factory=dict)

    @classmethod
    def of(cls, record: Record) -> "Session":
        """A record to wind through."""
        events = record.events
        times = milestones(events, record.header.scenario).times
        steps = [(time, words) for words, time in zip(STEPS, times, strict=True) if time is not None]
        return cls(record, events, list(_stops(record)), record.played[-1].ended if record.played else 0, steps)

    @property
    def views(self) -> tuple[str, ...]:
        """The truth, then every seat's."""
        return TRUTH, *all_seats(self.record.header.scenario)

    # --- winding ---------------------------------------------------------------------------------------------

    def time(self, position: int) -> int:
        """Seconds after STARTEX; at the very end, when the last turn ended."""
        if position >= len(self.events):
            return self.end
        return self.events[position - 1].time if position else 0

    def at(self, time: int) -> int:
        """The position at an instant, when everything that happened at it has happened."""
        return bisect_right(self.events, time, key=lambda event: event.time)

    def stop(self, position: int) -> Stop | None:
        """The turn that a position lies in; None before the first event."""
        index = bisect_left(self.stops, position, key=lambda stop: stop.first) - 1
        return self.stops[index] if index >= 0 else None

    def turn(self, position: int, step: int) -> int:
        """The position at the beginning of the next turn, or of this one or the one before."""
        places = [stop.position for stop in self.stops]
        if step > 0:
            return next((place for place in places if place > position), len(self.events))
        return next((place for place in reversed(places) if place < position), 0)

    # --- looking ---------------------------------------------------------------------------------------------

    def reel(self, view: str, progress: Callable[[float], object] | None = None) -> Reel:
        """The session in a view, made when it is asked for first; `progress` is told the share that is made."""
        if view not in self.reels:
            self.reels[view] = self._made(view, progress)
        return self.reels[view]

    def scene(self, view: str, position: int) -> Scene:
        """What a view holds at a position: the same as `watch.scene` at its instant, as `watch.desk` at a stop."""
        reel, stop = self.reel(view), self.stop(position)
        known = reel.known(position)
        orders: tuple[Order, ...] = ()
        if stop is not None:
            orders = own_orders(self.record.played[stop.number - 1].turn.orders, view)
        at_desk = stop is not None and position == stop.position
        situation, time = reel.situation(known), self.time(position)
        return Scene(view, time, reel.scenario, reel.events[:known], situation, orders, at_desk, again=True)

    def _made(self, view: str, progress: Callable[[float], object] | None) -> Reel:
        scenario, seat = self.record.header.scenario, EXCON if view == TRUTH else view
        log = SeatLog(scenario, seat, self.events)
        reel = Reel(view, redact(scenario, seat), log.events, [event.id for event in log.seen])
        situation, whole = opening(reel.scenario), len(reel.events)
        known: list[tuple[int, int | None]] = []
        seen: list[tuple[int, int | None]] = []
        ahead = [(reel.known(stop.position), stop.edge) for stop in reversed(self.stops)]
        for number in range(whole + 1):
            if number % SPACING == 0:
                reel.frames.append(copied(situation))
                if progress is not None and whole:
                    progress(number / whole)
            while ahead and ahead[-1][0] == number:
                edge = ahead.pop()[1]
                if not situation.adversaries:
                    at_desk = Scene(view, edge, reel.scenario, reel.events[:number], situation, desk=True)
                    _note(seen, edge, _perceived(at_desk))
            if number < whole:
                event = reel.events[number]
                apply(situation, event)
                if situation.adversaries:
                    _note(known, event.time, max(each.rung for each in situation.adversaries.values()))
        reel.rungs = known or seen
        teller = Teller(reel.scenario, situation.council.measures, view)
        reel.lines = [_line(teller, event) for event in reel.events]
        return reel


def _stops(record: Record) -> Iterator[Stop]:
    first = 0
    for done in record.played:
        opened = sum(1 for _ in opened_by(done.events))
        yield Stop(done.turn.number, first + opened, done.turn.edge, first, done.phase == "play")
        first += len(done.events)


def _note(rungs: list[tuple[int, int | None]], time: int, rung: int | None) -> None:
    """Where the rung stands from now on, if that is news."""
    if not rungs or rungs[-1][1] != rung:
        rungs.append((time, rung))


def _perceived(scene: Scene) -> int | None:
    """The highest rung at which a seat sees an adversary."""
    return max((each.rung for each in situated(scene, estimates(scene)).seen if each.rung is not None), default=None)


def _line(teller: Teller, event: Event) -> Line:
    said = tell(teller, event)
    if said is None:
        return Line(0, _as_recorded(teller, event.body))
    return Line(max(said.weight, ROUTINE), one_line(said.before + said.who + said.after))


def _as_recorded(teller: Teller, body: Any) -> str:
    """What has no sentence: its kind, and whom or what it is about."""
    about = [teller.who(name) for name in (getattr(body, "nation", None), getattr(body, "seat", None)) if name]
    about += [f"{name} {value}" for name in ("turn", "number") if isinstance(value := getattr(body, name, None), int)]
    words = plain_words(body.kind)
    return one_line(f"({words}: {', '.join(about)})" if about else f"({words})")


# --- copies of a situation -----------------------------------------------------------------------------------


def copied(value: Any, done: dict[int, Any] | None = None) -> Any:
    """A situation, or part of one, that can be folded on without changing the original.

    What the original holds in two places, the copy does too: `done` has the copies so far.
    """
    done = {} if done is None else done
    kind: Any = type(value)
    if kind is dict:
        return {key: copied(each, done) for key, each in value.items()}
    if kind is list:
        return [copied(each, done) for each in value]
    if kind is set:
        return set(value)
    if kind is tuple:
        return tuple(copied(each, done) for each in value) if any(map(_state, map(type, value))) else value
    names = _state(kind)
    if names is None:
        return value
    fresh = done.get(id(value))
    if fresh is None:
        fresh = done[id(value)] = object.__new__(kind)
        for name in names:
            held = getattr(value, name)
            setattr(fresh, name, held if type(held) in _PLAIN else copied(held, done))
    return fresh


_PLAIN = frozenset((str, int, float, bool, type(None)))


@cache
def _state(kind: Any) -> tuple[str, ...] | None:
    """The fields of a record that folding changes; None for everything else."""
    if not is_dataclass(kind) or not kind.__module__.startswith(STATES):
        return None
    frozen = getattr(kind, "__dataclass_params__").frozen  # noqa: B009 - typing knows nothing of it
    return None if frozen else tuple(each.name for each in fields(kind))
