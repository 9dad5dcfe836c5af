"""Ways to get a force from where it is to where it is wanted, and how long each leg takes by planning figures."""

import heapq
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from wargame.model.doctrine import DeploymentParameters
from wargame.model.nation import Lift
from wargame.model.theatre import Mode, Route, Theatre, great_circle_km

DETOUR = {"road": 1.3, "rail": 1.3, "sea": 1.3, "air": 1.0}
"""Route length over great circle."""


@dataclass(frozen=True, slots=True)
class Leg:
    """One stretch of a movement, with one mode of transport."""

    mode: Mode
    start: str
    end: str
    km: float
    borders: int


def speed(parameters: DeploymentParameters, mode: Mode) -> float:
    """Kilometres an hour by planning figures, halts included."""
    match mode:
        case "air":
            return parameters.speed_air
        case "sea":
            return parameters.speed_sea
        case "rail":
            return parameters.speed_rail / 24
        case "road":
            return parameters.speed_road / 24


def loading_hours(parameters: DeploymentParameters, mode: Mode) -> float:
    """Hours to load a force for a leg."""
    match mode:
        case "air":
            return parameters.load_air_hours
        case "sea":
            return parameters.load_sea_hours
        case "rail" | "road":
            return parameters.load_land_hours


def leg_hours(parameters: DeploymentParameters, leg: Leg) -> float:
    """Planned hours of a leg, without loading."""
    return leg.km / speed(parameters, leg.mode) + parameters.border_hours * leg.borders


def trips(tonnes: float, lift: Lift) -> int:
    """How often the lift's carriers go back and forth to carry a force."""
    return ceil(ceil(tonnes / lift.payload) / lift.carriers)


def lift_for(lifts: Sequence[Lift], mode: Mode) -> Lift | None:
    """The lift of a mode that carries most at once; None where nothing strategic is needed or there is none."""
    able = [lift for lift in lifts if lift.mode == mode]
    return max(able, key=lambda lift: (lift.carriers * lift.payload, lift.id), default=None)


def way(theatre: Theatre, parameters: DeploymentParameters, lifts: Sequence[Lift], tonnes: float, start: str, end: str) -> tuple[Leg, ...] | None:
    """The quickest way by planning figures; () when the force is there, None when no way leads there.

    A leg by air, sea or rail needs lift of that mode; neighbouring legs of one mode are one leg with one loading.
    """
    open_modes = {"road"} | {lift.mode for lift in lifts}
    by_place: dict[str, list[Leg]] = {}
    for leg in _legs(theatre):
        if leg.mode in open_modes:
            by_place.setdefault(leg.start, []).append(leg)
    queue: list[tuple[float, int, str, str, tuple[Leg, ...]]] = [(0.0, 0, start, "", ())]
    seen: set[tuple[str, str]] = set()
    pushed = 0
    while queue:
        taken, _, place, mode, legs = heapq.heappop(queue)
        if place == end:
            return _joined(legs)
        if (place, mode) in seen:
            continue
        seen.add((place, mode))
        for leg in by_place.get(place, ()):
            lift = lift_for(lifts, leg.mode)
            rounds = 2 * trips(tonnes, lift) - 1 if lift else 1
            more = leg_hours(parameters, leg) * rounds
            if leg.mode != mode:
                more += loading_hours(parameters, leg.mode)
            pushed += 1
            heapq.heappush(queue, (taken + more, pushed, leg.end, leg.mode, (*legs, leg)))
    return None


def _legs(theatre: Theatre) -> list[Leg]:
    """Every route, in both directions."""
    places = {location.id: location for location in theatre.locations}
    legs = []
    for route in theatre.routes:
        km = _length(route, great_circle_km(places[route.ends[0]], places[route.ends[1]]))
        for start, end in (route.ends, route.ends[::-1]):
            legs.append(Leg(route.mode, start, end, km, route.borders))
    return legs


def _length(route: Route, straight: float) -> float:
    return round(route.km if route.km is not None else straight * DETOUR[route.mode], 6)


def _joined(legs: tuple[Leg, ...]) -> tuple[Leg, ...]:
    """Neighbouring legs of one mode made one."""
    joined: list[Leg] = []
    for leg in legs:
        if joined and joined[-1].mode == leg.mode:
            last = joined.pop()
            leg = Leg(leg.mode, last.start, leg.end, round(last.km + leg.km, 6), last.borders + leg.borders)
        joined.append(leg)
    return tuple(joined)


def debarkation(legs: Sequence[Leg]) -> int:
    """Index of the leg at whose end a force debarks: the last by air, sea or rail, else the last."""
    strategic = [index for index, leg in enumerate(legs) if leg.mode != "road"]
    return strategic[-1] if strategic else len(legs) - 1
