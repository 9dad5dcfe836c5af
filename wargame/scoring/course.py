"""The course of a session, read off its log once: what all scores are reckoned from (`docs/model.md` section 8)."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from math import fsum
from typing import Any

from wargame.model.clock import DAY
from wargame.model.event import Event
from wargame.model.folding import apply
from wargame.model.happenings import (
    ActivationOrdered,
    AdversaryPrepared,
    AlertDeclared,
    ClashHappened,
    ExerciseEnded,
    ForceArrived,
    ForceCapable,
    ForceReturned,
    MovementRefused,
    MoveOrdered,
    RungChanged,
)
from wargame.model.scenario import Scenario
from wargame.model.situation import Situation, opening
from wargame.rules.bonds import cohesion, mean_trust
from wargame.rules.economy import capital
from wargame.scoring.incidents import is_accident, own_share

MOVES = (AdversaryPrepared, RungChanged)
"""Kinds of events that put an adversary on a rung."""


@dataclass(slots=True)
class Tie:
    """A force tied down: from its order to move until it is refused, home again, or the end."""

    force: str
    nation: str
    strength: float
    """Brigade equivalents."""
    since: int
    until: int
    capable: int | None = None
    """When it became capable, if it did."""
    counts: bool = True
    """Whether it was ordered before ENDEX, by the players."""

    @property
    def days(self) -> float:
        """Brigade equivalents times days tied down."""
        return self.strength * (self.until - self.since) / DAY

    @property
    def capable_days(self) -> float:
        """Brigade equivalents times days capable."""
        return 0.0 if self.capable is None else self.strength * (self.until - self.capable) / DAY


@dataclass(frozen=True, slots=True)
class Stay:
    """An adversary at one rung."""

    adversary: str
    objective: str
    """The one it is after."""
    rung: int
    mobilisation: float
    """M when it came there."""
    since: int
    until: int


@dataclass(frozen=True, slots=True)
class AtEndex:
    """How things stood when the players' part was over."""

    time: int
    cohesion: float
    trust: float
    """Mean over ordered pairs of members."""
    capital: dict[str, float]
    """By nation."""


@dataclass(slots=True)
class Course:
    """What happened over time."""

    scenario: Scenario
    events: Sequence[Event]
    end: int
    """Time of the last event."""
    situation: Situation
    """At the end of the log."""
    endex: AtEndex
    played: Sequence[Event]
    """The part of the log that is the players'."""
    kinds: dict[type, list[Event]]
    """Events by the type of their bodies."""
    stays: list[Stay] = field(default_factory=list)
    ties: list[Tie] = field(default_factory=list)
    present: dict[str, list[tuple[int, float]]] = field(default_factory=dict)
    """By objective: each time that the players' capable strength there changed, and the strength."""
    hosted: dict[str, float] = field(default_factory=dict)
    """By nation: most brigade equivalents of allies on its soil at a time."""
    alerts: list[tuple[int, int]] = field(default_factory=list)
    """When which alert level was declared."""
    accidents: list[float] = field(default_factory=list)
    """For each accidental clash before ENDEX, the share of its rate that the allies' posture made."""

    def all(self, *kinds: type) -> list[Event]:
        """The events of these kinds, in order."""
        if len(kinds) == 1:
            return self.kinds.get(kinds[0], [])
        return sorted((event for kind in kinds for event in self.kinds.get(kind, ())), key=lambda event: event.id)

    def players(self, *kinds: type) -> list[Event]:
        """The events of these kinds before ENDEX, in order."""
        return [event for event in self.all(*kinds) if event.id <= len(self.played)]

    @property
    def played_seconds(self) -> int:
        """How long the players' part lasted, at least a second."""
        return max(1, self.endex.time)


def follow(scenario: Scenario, events: Sequence[Event]) -> Course:
    """The course of a session, finished or not, from its events as the umpire has them."""
    return _Follower(scenario, events).course()


class _Follower:
    """Folds a log, noting on the way what only the way shows."""

    def __init__(self, scenario: Scenario, events: Sequence[Event]) -> None:
        self.scenario, self.events = scenario, events
        self.situation = opening(scenario)
        self.endex: AtEndex | None = None
        self.ended = len(events)
        self.strength = {force.id: force.strength for nation in scenario.nations for force in nation.forces}
        self.soil = {place.id: place.owner for place in scenario.theatre.locations}
        self.open: dict[str, Tie] = {}
        self.ties: list[Tie] = []
        self.present: dict[str, list[tuple[int, float]]] = {each.id: [] for each in scenario.objectives}
        self.hosted: dict[str, float] = {}
        self.alerts: list[tuple[int, int]] = []
        self.accidents: list[float] = []
        self.kinds: defaultdict[type, list[Event]] = defaultdict(list)

    def course(self) -> Course:
        watches: dict[type, Callable[[Event, Any], None]] = {
            ActivationOrdered: self.activated,
            MoveOrdered: self.moved,
            MovementRefused: self.freed,
            ForceReturned: self.freed,
            ForceArrived: self.arrived,
            ForceCapable: self.able,
            AlertDeclared: self.alert,
            ClashHappened: self.clash,
        }
        for event in self.events:
            if self.endex is None and isinstance(event.body, ExerciseEnded):
                self.endex, self.ended = self.at_endex(event.time), event.id - 1
            apply(self.situation, event)
            kind = type(event.body)
            self.kinds[kind].append(event)
            watch = watches.get(kind)
            if watch is not None:
                watch(event, event.body)
        end = self.events[-1].time if self.events else 0
        for tie in self.open.values():
            tie.until = end
        return Course(
            scenario=self.scenario,
            events=self.events,
            end=end,
            situation=self.situation,
            endex=self.endex or self.at_endex(end),
            played=self.events[: self.ended],
            kinds=self.kinds,
            stays=stays([event for kind in MOVES for event in self.kinds.get(kind, ())], end),
            ties=self.ties,
            present=self.present,
            hosted=self.hosted,
            alerts=self.alerts,
            accidents=self.accidents,
        )

    def at_endex(self, time: int) -> AtEndex:
        scenario, situation = self.scenario, self.situation
        return AtEndex(
            time=time,
            cohesion=cohesion(scenario, situation, time),
            trust=mean_trust(scenario, situation, time),
            capital={nation.id: capital(scenario, situation, nation, time) for nation in scenario.nations},
        )

    # --- forces ----------------------------------------------------------------------------------------------

    def activated(self, event: Event, body: ActivationOrdered) -> None:
        for force in body.forces:
            self.tie(force, event)

    def moved(self, event: Event, body: MoveOrdered) -> None:
        self.tie(body.force, event)
        self.note_present(event)

    def tie(self, force: str, event: Event) -> None:
        if force not in self.open:
            nation = self.situation.forces[force].nation
            made = Tie(force, nation, self.strength[force], event.time, event.time, counts=self.endex is None)
            self.open[force] = made
            self.ties.append(made)

    def freed(self, event: Event, body: MovementRefused | ForceReturned) -> None:
        tie = self.open.pop(body.force, None)
        if tie is not None:
            tie.until = event.time
            self.note_present(event)

    def arrived(self, event: Event, body: ForceArrived) -> None:
        host = self.soil.get(body.place)
        if host is not None:
            there = fsum(
                self.strength[name]
                for name, force in self.situation.forces.items()
                if force.nation != host and force.status in ("arrived", "capable") and self.soil.get(force.at) == host
            )
            self.hosted[host] = max(self.hosted.get(host, 0.0), round(there, 6))

    def able(self, event: Event, body: ForceCapable) -> None:
        tie = self.open.get(body.force)
        if tie is not None and tie.capable is None:
            tie.capable = event.time
        self.note_present(event)

    def note_present(self, event: Event) -> None:
        """The strength that stands at each objective now, of forces that the players sent."""
        for objective in self.scenario.objectives:
            there = 0.0
            for name, tie in self.open.items():
                force = self.situation.forces[name]
                if tie.counts and force.status == "capable" and force.at == objective.at:
                    there += force.effective
            known = self.present[objective.id]
            if round(there, 6) != (known[-1][1] if known else 0.0):
                known.append((event.time, round(there, 6)))

    def alert(self, event: Event, body: AlertDeclared) -> None:
        self.alerts.append((event.time, body.level))

    def clash(self, event: Event, body: ClashHappened) -> None:
        if not self.situation.ended and is_accident(self.events, event):
            self.accidents.append(own_share(self.scenario, self.situation, self.events, event))


def stays(events: Sequence[Event], end: int) -> list[Stay]:
    """How the adversaries moved on the ladder."""
    entered: dict[str, Stay] = {}
    done = []
    for event in sorted(events, key=lambda each: each.id):
        body = event.body
        if isinstance(body, AdversaryPrepared):
            entered[body.adversary] = Stay(
                body.adversary, body.objective, body.rung, body.mobilisation, event.time, end
            )
        elif isinstance(body, RungChanged):
            left = entered[body.adversary]
            done.append(Stay(left.adversary, left.objective, left.rung, left.mobilisation, left.since, event.time))
            entered[body.adversary] = Stay(left.adversary, left.objective, body.new, body.mobilisation, event.time, end)
    return done + list(entered.values())
