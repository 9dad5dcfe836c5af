"""Ways to get a force from where it is to where it is wanted, and how long each leg takes by planning figures.

Sources: `docs/model.md` 7 (C-17 planning load, RO-RO speed, loading times, road convoy of 233 km a day).
"""

import heapq
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, fsum

from wargame.model.doctrine import DeploymentParameters
from wargame.model.nation import Lift, Nation
from wargame.model.scenario import Scenario
from wargame.model.situation import PlaceState
from wargame.model.theatre import Location, Mode, Route, great_circle_km

DETOUR = {"road": 1.3, "rail": 1.3, "sea": 1.3, "air": 1.0}
"""Route length over great circle."""
LEAST_THROUGHPUT = 0.1
"""Share of a location's throughput that no damage takes: something always gets through."""


@dataclass(frozen=True, slots=True)
class Leg:
    """One stretch of a movement, with one mode of transport."""

    mode: Mode
    start: str
    end: str
    km: float
    borders: int


@dataclass(frozen=True, slots=True)
class Stage:
    """A leg as planned for one force."""

    leg: Leg
    lift: str | None
    """What carries it; None on its own wheels."""
    loading: float
    """Hours."""
    travel: float
    """Hours."""


class Planner:
    """Ways through one scenario's theatre, with the lift that its nations pool."""

    def __init__(self, scenario: Scenario) -> None:
        self.parameters: DeploymentParameters = scenario.doctrine.deployment
        self.places = {location.id: location for location in scenario.theatre.locations}
        lifts = [lift for nation in scenario.nations for lift in nation.lift]
        self.lifts: dict[str, Lift | None] = {mode: lift_for(lifts, mode) for mode in ("air", "sea", "rail")}
        self.lifts = {"road": None} | {mode: lift for mode, lift in self.lifts.items() if lift}
        self.legs: dict[str, list[Leg]] = {}
        for route in scenario.theatre.routes:
            for leg in both_ways(route, self.places):
                if leg.mode in self.lifts:
                    self.legs.setdefault(leg.start, []).append(leg)

    def way(self, tonnes: float, start: str, end: str) -> tuple[Stage, ...] | None:
        """The quickest way by planning figures; () when the force is there, None when no way leads there."""
        queue: list[tuple[float, int, str, str, tuple[Leg, ...]]] = [(0.0, 0, start, "", ())]
        seen: set[tuple[str, str]] = set()
        pushed = 0
        while queue:
            taken, _, place, mode, legs = heapq.heappop(queue)
            if place == end:
                return tuple(self.stage(tonnes, leg) for leg in joined(legs))
            if (place, mode) in seen:
                continue
            seen.add((place, mode))
            for leg in self.legs.get(place, ()):
                stage = self.stage(tonnes, leg)
                hours = stage.travel + (stage.loading if leg.mode != mode else 0.0)
                pushed += 1
                heapq.heappush(queue, (taken + hours, pushed, leg.end, leg.mode, (*legs, leg)))
        return None

    def stage(self, tonnes: float, leg: Leg) -> Stage:
        """A leg with its planned hours: lift goes back and forth until all is carried."""
        lift = self.lifts[leg.mode]
        loads = ceil(tonnes / lift.payload) if lift else 1
        at_once = min(loads, lift.carriers) if lift else 1
        trips = ceil(loads / lift.carriers) if lift else 1
        travel = leg.km / self.speed(leg.mode) * (2 * trips - 1) + self.parameters.border_hours * leg.borders
        loading = self.loading_hours(leg.mode, self.places[leg.start], at_once)
        return Stage(leg, lift.id if lift else None, loading, travel)

    def speed(self, mode: Mode) -> float:
        """Kilometres an hour by planning figures, halts included."""
        match mode:
            case "air":
                return self.parameters.speed_air
            case "sea":
                return self.parameters.speed_sea
            case "rail":
                return self.parameters.speed_rail / 24
            case "road":
                return self.parameters.speed_road / 24

    def loading_hours(self, mode: Mode, place: Location, carriers: int) -> float:
        """Hours to load; longer where fewer carriers can be handled at once than the force takes."""
        match mode:
            case "air":
                return self.parameters.load_air_hours * ceil(carriers / max(1, place.parking))
            case "sea":
                return self.parameters.load_sea_hours * ceil(carriers / max(1, place.berths))
            case "rail" | "road":
                return self.parameters.load_land_hours


def throughput(capacity: int, place: PlaceState) -> float:
    """What is left of a location's parking, berths or trains after damage; never less than a tenth."""
    return max(LEAST_THROUGHPUT * capacity, capacity * (1.0 - place.damage))


def integration_days(parameters: DeploymentParameters, nation: Nation) -> float:
    """Median days from arrival to capable: longer for a nation that works less well with the others."""
    return parameters.integration_days * (2.0 - nation.interoperability)


def planned_hours(stages: Sequence[Stage]) -> float:
    """Hours from ready to load until the last leg ends, when nothing is waited for."""
    return fsum(stage.loading + stage.travel for stage in stages)


def lift_for(lifts: Sequence[Lift], mode: Mode) -> Lift | None:
    """The lift of a mode that carries most at once; None when there is none."""
    able = [lift for lift in lifts if lift.mode == mode]
    return max(able, key=lambda lift: (lift.carriers * lift.payload, lift.id), default=None)


def both_ways(route: Route, places: dict[str, Location]) -> tuple[Leg, Leg]:
    """A route's two directions."""
    one, other = route.ends
    km = route.km
    if km is None:
        km = round(great_circle_km(places[one], places[other]) * DETOUR[route.mode], 6)
    return Leg(route.mode, one, other, km, route.borders), Leg(route.mode, other, one, km, route.borders)


def joined(legs: Sequence[Leg]) -> tuple[Leg, ...]:
    """Neighbouring legs of one mode made one: they need one loading."""
    done: list[Leg] = []
    for leg in legs:
        if done and done[-1].mode == leg.mode:
            last = done.pop()
            done.append(Leg(leg.mode, last.start, leg.end, round(last.km + leg.km, 6), last.borders + leg.borders))
        else:
            done.append(leg)
    return tuple(done)


def debarkation(stages: Sequence[Stage]) -> int:
    """Index of the stage at whose end a force debarks: the last by air, sea or rail, else the last."""
    strategic = [index for index, stage in enumerate(stages) if stage.leg.mode != "road"]
    return strategic[-1] if strategic else len(stages) - 1
