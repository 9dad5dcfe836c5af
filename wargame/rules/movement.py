"""Ways to get a force from where it is to where it is wanted, and how long each stage takes by planning figures.

`docs/model.md` 7.5 to 7.8 and 7.12. Nothing here waits: what is contended, refused or damaged is the engine's.
"""

import heapq
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import fsum
from typing import NamedTuple

from wargame.model.doctrine import DeploymentParameters
from wargame.model.nation import Force, ForceKind, Nation
from wargame.model.scenario import Scenario
from wargame.model.situation import Grant
from wargame.model.theatre import Mode, Theatre
from wargame.rules.kept import kept
from wargame.rules.legs import Leg, both_ways, joined
from wargame.rules.lifting import (
    ALONE,
    LIFTED,
    OWN_WAY,
    Facility,
    Fleet,
    cruise,
    facility,
    fleet,
    preparing,
    speed,
    usable,
)
from wargame.rules.passage import grants_on

AFLOAT: frozenset[ForceKind] = frozenset({"naval"})
"""Kinds that go by sea only: nobody carries them over land or through the air."""
SLOW_BY_SEA: frozenset[ForceKind] = frozenset({"heavy"})
"""Kinds that take long from the ship to the field."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A leg as planned for one force."""

    leg: Leg
    tonnes: float
    """What is carried on it: of a force that draws prepositioned stocks only its people, until it has them."""
    lifted: bool
    """Whether it needs lift; else the force goes by itself."""
    share: float
    """Of the usual loading time: less than 1 for a force that is based forward."""
    preparing: float
    """Hours before the first carriers can leave, however few."""
    loading: float
    """Hours until the first carriers have left."""
    travel: float
    """Hours from then on until the last are unloaded."""


@kept
def planner_of(scenario: Scenario) -> "Planner":
    """The planner of a scenario, the same for all who know as much: what one has found, the next need not look for."""
    known = _planners(scenario.theatre)
    for planner in known:
        if planner.serves(scenario):
            return planner
    known.append(Planner(scenario))
    return known[-1]


@kept
def _planners(theatre: Theatre) -> list["Planner"]:
    """Those of a theatre: one for the umpire and all allies, one for whoever knows less."""
    return []


class Planner:
    """Ways through one scenario's theatre. It holds nothing that changes, so it remembers what it has found."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.parameters: DeploymentParameters = scenario.doctrine.deployment
        self.places = {location.id: location for location in scenario.theatre.locations}
        hostile = {adversary.id for adversary in scenario.adversaries}
        self.legs: dict[str, list[Leg]] = {}
        for route in scenario.theatre.routes:
            for leg in both_ways(self.parameters, route, self.places):
                barred = self.places[leg.start].owner in hostile or self.places[leg.end].owner in hostile
                if not barred and not hostile.intersection(leg.through):
                    self.legs.setdefault(leg.start, []).append(leg)
        self._fleets: dict[tuple[str | None, Mode], Fleet | None] = {}
        self._facilities: dict[tuple[Mode, str, bool], Facility] = {}
        self._ways: dict[tuple[object, ...], tuple[Stage, ...] | None] = {}
        self._plans: dict[tuple[object, ...], tuple[Stage, ...] | None] = {}
        self._hours: dict[tuple[str, str, str], float | None] = {}

    def serves(self, scenario: Scenario) -> bool:
        """Whether its ways are also those of another scenario on the same theatre, or of a redaction of it."""
        own, other = self.scenario, scenario
        return (
            own.doctrine.deployment is other.doctrine.deployment
            and own.agreements is other.agreements
            and [each.id for each in own.adversaries] == [each.id for each in other.adversaries]
            and len(own.nations) == len(other.nations)
            and all(
                one.lift is each.lift and one.forces is each.forces and one.id == each.id
                for one, each in zip(own.nations, other.nations, strict=True)
            )
        )

    # --- a force's way ---------------------------------------------------------------------------------------

    def plan(
        self, nation: Nation, force: Force, start: str, place: str, avoid: frozenset[Grant] = frozenset()
    ) -> tuple[Stage, ...] | None:
        """A force's quickest way: () when it is there, None when no way leads there.

        A force at home whose equipment is prepositioned flies to its stocks when that is quicker.
        """
        key = (force.id, start, place, avoid)
        if key not in self._plans:
            self._plans[key] = self._plan(nation, force, start, place, avoid)
        return self._plans[key]

    def _plan(
        self, nation: Nation, force: Force, start: str, place: str, avoid: frozenset[Grant]
    ) -> tuple[Stage, ...] | None:
        if start not in self.places or place not in self.places:
            return None
        forward = self.places[start].owner not in (None, nation.id)
        direct = self.way(force.tonnes, start, place, nation.id, force.kind, avoid, forward)
        if force.stocks is None or start != force.at:
            return direct
        people = max(1.0, force.personnel * self.parameters.person_tonnes)
        flown = self.way(people, start, force.stocks, nation.id, "light", avoid, forward)
        drawn = self.way(force.tonnes, force.stocks, place, nation.id, force.kind, avoid)
        if flown is None or drawn is None:
            return direct
        by_stocks = (*flown, *drawn)
        if direct is not None and self._ready(force, nation, direct) <= self._ready(force, nation, by_stocks):
            return direct
        return by_stocks

    def _ready(self, force: Force, nation: Nation, stages: Sequence[Stage]) -> float:
        return planned_hours(stages) + 24 * integration_days(self.parameters, nation, force, stages)

    def hours_until_capable(self, nation: Nation, force: Force, start: str, place: str) -> float | None:
        """By planning figures, from the order on, when nothing is waited for; None when no way leads there."""
        key = force.id, start, place
        if key not in self._hours:
            stages = self.plan(nation, force, start, place)
            self._hours[key] = None if stages is None else force.notice + self._ready(force, nation, stages)
        return self._hours[key]

    # --- the search ------------------------------------------------------------------------------------------

    def way(
        self,
        tonnes: float,
        start: str,
        end: str,
        nation: str | None = None,
        kind: ForceKind = "light",
        avoid: frozenset[Grant] = frozenset(),
        forward: bool = False,
    ) -> tuple[Stage, ...] | None:
        """The quickest way by planning figures for so many tonnes; () when they are there, None without a way.

        Without a nation, all lift may be used. `avoid` are the grants it must not need. What is based forward loads
        its first stage in less time.
        """
        key = (tonnes, start, end, nation, kind, avoid, forward)
        if key not in self._ways:
            self._ways[key] = _Search(self, tonnes, nation, kind, avoid, forward).run(start, end)
        return self._ways[key]

    def facility(self, mode: Mode, place: str, loading: bool) -> Facility:
        """How a place handles carriers of a mode while it is whole."""
        key = mode, place, loading
        if key not in self._facilities:
            self._facilities[key] = facility(self.parameters, mode, self.places[place], loading)
        return self._facilities[key]

    def fleet(self, nation: str | None, mode: Mode) -> Fleet | None:
        """The lift of a mode that serves a nation's forces, as one fleet."""
        key = nation, mode
        if key not in self._fleets:
            self._fleets[key] = fleet(self.parameters, [lift for _, lift in usable(self.scenario, nation, mode)])
        return self._fleets[key]


class _Search:
    """Dijkstra over where a force stops, and over where it passes within the stage that it is on.

    How long a stage takes depends on its length and on both its ends, so what passes a place carries where its stage
    began, and is ordered by what the stage takes at the least.
    """

    def __init__(
        self,
        planner: Planner,
        tonnes: float,
        nation: str | None,
        kind: ForceKind,
        avoid: frozenset[Grant],
        forward: bool,
    ) -> None:
        self.planner, self.tonnes, self.nation, self.kind = planner, tonnes, nation, kind
        self.avoid, self.forward = avoid, forward
        self.fleets: dict[Mode, Fleet | None] = {}
        for mode in LIFTED:
            self.fleets[mode] = None if kind in AFLOAT else planner.fleet(nation, mode)
        self.fleets["road"] = None if kind in AFLOAT else ALONE
        if kind in OWN_WAY:
            self.fleets[OWN_WAY[kind]] = ALONE
        self.pace = {
            mode: speed(planner.parameters, mode) * used.pace for mode, used in self.fleets.items() if used is not None
        }
        """Kilometres an hour, by the modes that there are."""
        self.seen: set[tuple[str, Mode | None, str | None]] = set()
        """Where the search has come: place, mode, and where the stage began."""

    def run(self, start: str, end: str) -> tuple[Stage, ...] | None:
        pushed = 0
        queue: list[tuple[float, int, _Label]] = [(0.0, 0, _Label(start, None, None, 0.0, 0.0, None))]
        while queue:
            taken, _, label = heapq.heappop(queue)
            if label.place == end and label.origin is None:
                return tuple(self.stage(leg, index == 0) for index, leg in enumerate(joined(travelled(label.legs))))
            state = label.place, label.mode, label.origin
            if state in self.seen:
                continue
            self.seen.add(state)
            for hours, following in self.following(label, taken, end):
                pushed += 1
                heapq.heappush(queue, (hours, pushed, following))
        return None

    def following(self, label: "_Label", taken: float, end: str) -> Iterator[tuple[float, "_Label"]]:
        """Where to go from here: on within the stage, to a stop, or from a stop by another mode."""
        place, mode, origin, base, km, legs = label
        if origin is not None and (place, mode, None) not in self.seen:
            assert mode is not None
            _, _, loading, travel = self.hours(mode, origin, place, km, base == 0.0)
            there = base + loading + travel
            yield there, _Label(place, mode, None, there, 0.0, legs)
        began = origin or place
        if origin is None:
            base = taken
        for leg in self.planner.legs.get(place, ()):
            goes = leg.mode == mode if origin is not None else leg.mode != mode
            if (
                not goes
                or leg.mode not in self.pace
                or (leg.end, leg.mode, began) in self.seen
                or self.barred(leg, end)
            ):
                continue
            so_far = km + leg.km
            yield base + so_far / self.pace[leg.mode], _Label(leg.end, leg.mode, began, base, so_far, (legs, leg))

    def barred(self, leg: Leg, end: str) -> bool:
        """Whether a leg needs a grant that is to be avoided."""
        if not self.avoid:
            return False
        location = self.planner.places[leg.end]
        return any(grant in self.avoid for grant in grants_on(leg, location, self.nation, leg.end == end))

    def stage(self, leg: Leg, first: bool) -> Stage:
        """A leg with its planned hours."""
        return Stage(
            leg,
            self.tonnes,
            self.fleets[leg.mode] is not ALONE,
            *self.hours(leg.mode, leg.start, leg.end, leg.km, first),
        )

    def hours(self, mode: Mode, start: str, end: str, km: float, first: bool) -> tuple[float, float, float, float]:
        """Of a stage: the share of the usual loading time, and the hours of preparing, loading and travel.

        Carriers go back and forth until all is carried. The whole fleet goes round in `cycle`, or as fast as the
        narrower end lets its waves through. The first stage of a force that is based forward is loaded quicker.
        """
        parameters, used = self.planner.parameters, self.fleets[mode]
        assert used is not None
        share = parameters.load_forward if first and self.forward else 1.0
        prepare = preparing(parameters, mode) * share
        out = km / self.pace[mode]
        if used is ALONE:
            return share, prepare, prepare, out
        back = km / (cruise(parameters, mode) * used.pace)
        port = self.planner.facility(mode, start, loading=True)
        goal = self.planner.facility(mode, end, loading=False)
        waves = used.waves(self.tonnes, min(port.room, goal.room))
        load, unload = port.handling(waves.carriers) * share, goal.handling(waves.carriers)
        apart = max(load * waves.carriers / port.slots, unload * waves.carriers / goal.slots)
        cycle = max(load + out + unload + back, used.carriers // waves.carriers * apart)
        travel = waves.rounds * cycle + waves.ahead * apart + out + unload
        return share, prepare, max(prepare, load), travel


Travelled = tuple["Travelled", Leg] | None
"""The legs of a way so far: those before the last one, and the last."""


def travelled(legs: Travelled) -> list[Leg]:
    """The same from the first to the last."""
    found = []
    while legs is not None:
        legs, last = legs
        found.append(last)
    return found[::-1]


class _Label(NamedTuple):
    """Somewhere a search has come: a stop, or a place passed within a stage."""

    place: str
    mode: Mode | None
    origin: str | None
    """Where the stage began; None at a stop."""
    base: float
    """Hours until the stage began, or until the stop."""
    km: float
    """Of the stage."""
    legs: "Travelled"


# --- what planners reckon ------------------------------------------------------------------------------------


def integration_days(
    parameters: DeploymentParameters, nation: Nation, force: Force | None = None, stages: Sequence[Stage] = ()
) -> float:
    """Median days from arrival to capable: longer for a nation that works less well with the others.

    What draws prepositioned stocks takes a week, heavy forces off ships ten days a brigade, any other unit three days.
    """
    days = parameters.integration_days
    if force is not None and stages:
        if draws_stocks(force, stages):
            days = parameters.integration_stocks_days
        elif force.kind in SLOW_BY_SEA and any(stage.leg.mode == "sea" for stage in stages):
            days = max(days, parameters.integration_sea_days * force.strength)
    return days * (2.0 - nation.interoperability)


def draws_stocks(force: Force, stages: Sequence[Stage]) -> bool:
    """Whether a way goes by the force's prepositioned equipment: it does not carry its own from the start."""
    return force.stocks is not None and bool(stages) and stages[0].tonnes != force.tonnes


def planned_hours(stages: Iterable[Stage]) -> float:
    """Hours from ready to load until the last leg ends, when nothing is waited for."""
    return fsum(stage.loading + stage.travel for stage in stages)


def debarkation(stages: Sequence[Stage]) -> int:
    """Index of the stage at whose end a force debarks: the last by air, sea or rail, else the last."""
    strategic = [index for index, stage in enumerate(stages) if stage.leg.mode != "road"]
    return strategic[-1] if strategic else len(stages) - 1
