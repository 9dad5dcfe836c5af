"""How things have moved, turn by turn, as far as a view knows: its own log folded to every turn's beginning.

A log only grows, so what was found for its earlier turns is kept and only the events that came since are folded.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import fsum

from wargame.model.event import Event
from wargame.model.folding import apply
from wargame.model.happenings import Assessed, TurnBegan
from wargame.model.nation import Nation
from wargame.model.scenario import Scenario
from wargame.model.situation import Situation, opening
from wargame.replay.watch import Scene
from wargame.rules.assessment import attack_probability, probabilities
from wargame.rules.bonds import cohesion, mean_trust
from wargame.rules.contest import fit
from wargame.rules.economy import capital, nation_of
from wargame.rules.expenses import spent
from wargame.rules.home_front import support_of, tired

KEPT = 8
"""Logs whose turns are remembered."""


@dataclass(frozen=True, slots=True)
class AtHome:
    """How a nation stood."""

    capital: float
    """Political capital."""
    support: float
    """Domestic."""
    spent: float
    """Million, on the crisis."""
    fit: float
    """Share of its forces' strength that is fit."""
    away: float
    """Brigade equivalents that have left home, or serve their notice."""
    reports: int
    """On file."""
    own_reports: int
    """Of its own sensors."""
    shared: int
    """Of these, released to an ally."""


@dataclass(frozen=True, slots=True)
class Point:
    """How things stood at a turn's beginning, or stand now."""

    turn: int
    time: int
    """Seconds after STARTEX."""
    alert: int
    cohesion: float
    trust: float
    """Mean over pairs of members."""
    asked: float
    """Brigade equivalents that adopted measures ask for."""
    activated: float
    capable: float
    """Allied brigade equivalents that are capable away from home, or for a measure."""
    committed: int
    """Members that have bound themselves in public."""
    clashes: int
    attack: dict[str, float]
    """By nation whose estimate the view knows: probability that an attack is being prepared."""
    hypotheses: dict[str, tuple[float, ...]]
    """By nation: of each hypothesis, in the order of HYPOTHESES."""
    rungs: dict[str, int]
    """By adversary, for those who know."""
    home: AtHome | None
    """For a nation's seat."""


def trends(scene: Scene) -> tuple[Point, ...]:
    """A point for the beginning of every turn so far, and one for now."""
    edges = _course(scene).upto(scene.events)
    now = _point(scene.scenario, scene.situation, scene.view, scene.time)
    return (*(each for each in edges if each.turn < now.turn or each.time < now.time), now)


@dataclass(slots=True)
class _Course:
    """A view's log as it has been folded so far."""

    scenario: Scenario
    view: str
    situation: Situation
    events: list[Event] = field(default_factory=list)
    points: list[tuple[int, Point]] = field(default_factory=list)
    """How many events there were, and how things stood."""
    begun: bool = False
    """Whether a turn has begun and only assessments have come since."""

    def of(self, scene: Scene) -> bool:
        """Whether a scene is of the same log, earlier or later."""
        if scene.scenario is not self.scenario or scene.view != self.view:
            return False
        both = min(len(self.events), len(scene.events))
        return self.events[:both] == list(scene.events[:both])  # the same objects mostly: compared in no time

    def upto(self, events: Sequence[Event]) -> list[Point]:
        """The points of the turns that began before the last of these events."""
        for event in events[len(self.events) :]:
            if self.begun and not isinstance(event.body, Assessed):
                self.points.append((len(self.events), self._now()))
                self.begun = False
            apply(self.situation, event)
            self.events.append(event)
            self.begun = self.begun or isinstance(event.body, TurnBegan)
        return [point for count, point in self.points if count <= len(events)]

    def _now(self) -> Point:
        return _point(self.scenario, self.situation, self.view, self.situation.time)


_courses: list[_Course] = []


def _course(scene: Scene) -> _Course:
    """What is remembered of the scene's log; the one used last comes first."""
    found = next((each for each in _courses if each.of(scene)), None)
    if found is None:
        found = _Course(scene.scenario, scene.view, opening(scene.scenario))
    _courses[:] = [found, *(each for each in _courses if each is not found)][:KEPT]
    return found


def _point(scenario: Scenario, situation: Situation, view: str, time: int) -> Point:
    measures = situation.council.measures.values()
    nation = nation_of(scenario, view)
    pictures = {name: each.log_odds for name, each in situation.pictures.items() if each.log_odds}
    return Point(
        turn=situation.turn,
        time=time,
        alert=situation.alert,
        cohesion=round(cohesion(scenario, situation, time), 6),
        trust=round(mean_trust(scenario, situation, time), 6),
        asked=round(fsum(each.text.strength or 0.0 for each in measures if each.state == "adopted"), 6),
        activated=round(fsum(each.accepted for each in measures), 6),
        capable=round(fsum(each.capable for each in measures), 6),
        committed=len(situation.committed),
        clashes=situation.clashes,
        attack={name: round(attack_probability(odds), 6) for name, odds in pictures.items()},
        hypotheses={name: tuple(round(each, 6) for each in probabilities(odds)) for name, odds in pictures.items()},
        rungs={name: each.rung for name, each in situation.adversaries.items()},
        home=None if nation is None else _at_home(scenario, situation, nation, time),
    )


def _at_home(scenario: Scenario, situation: Situation, nation: Nation, time: int) -> AtHome:
    picture = situation.pictures.get(nation.id)
    held = list(picture.reports.values()) if picture is not None else []
    own = [each for each in held if each.body.originator == nation.id]
    worn = tired(scenario, situation, time)
    whole = fsum(each.strength for each in nation.forces)
    ready = fsum(each.strength * fit(each, worn) for each in nation.forces)
    gone = [each.strength for each in nation.forces if situation.forces[each.id].status not in ("home", "refused")]
    return AtHome(
        capital=capital(scenario, situation, nation, time),
        support=support_of(scenario, situation, nation, time),
        spent=spent(scenario, situation, nation, time),
        fit=round(ready / whole, 6) if whole else 0.0,
        away=round(fsum(gone), 6),
        reports=len(held),
        own_reports=len(own),
        shared=sum(bool(each.released_to or each.published) for each in own),
    )
