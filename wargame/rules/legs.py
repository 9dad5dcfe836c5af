"""The legs that ways are made of: routes in each direction, and neighbours made one (`docs/model.md` 7.5)."""

from collections.abc import Sequence
from dataclasses import dataclass

from wargame.model.doctrine import DeploymentParameters
from wargame.model.theatre import Location, Mode, Route, great_circle_km


@dataclass(frozen=True, slots=True)
class Leg:
    """One stretch of a movement, with one mode of transport."""

    mode: Mode
    start: str
    end: str
    km: float
    borders: int
    through: tuple[str, ...] = ()
    """Whose leave it takes to travel it: nations and third parties whose border it crosses, in order."""


def both_ways(parameters: DeploymentParameters, route: Route, places: dict[str, Location]) -> tuple[Leg, Leg]:
    """A route's two directions."""
    one, other = route.ends
    km = route.km
    if km is None:
        straight = great_circle_km(places[one], places[other])
        km = round(straight if route.mode == "air" else straight * parameters.detour, 6)
    there = (*route.through, *_entered(route.mode, places[one], places[other]))
    back = (*reversed(route.through), *_entered(route.mode, places[other], places[one]))
    return Leg(route.mode, one, other, km, route.borders, there), Leg(route.mode, other, one, km, route.borders, back)


def _entered(mode: Mode, start: Location, end: Location) -> tuple[str, ...]:
    """Whose border a leg over land crosses last; where a ship or an aircraft lands is a matter of access."""
    by_land = mode in ("road", "rail")
    return (end.owner,) if by_land and end.owner is not None and end.owner != start.owner else ()


def joined(legs: Sequence[Leg]) -> tuple[Leg, ...]:
    """Neighbouring legs of one mode made one: they need one loading."""
    done: list[Leg] = []
    for leg in legs:
        if done and done[-1].mode == leg.mode:
            last = done.pop()
            through = last.through + tuple(each for each in leg.through if each not in last.through)
            km = round(last.km + leg.km, 6)
            done.append(Leg(leg.mode, last.start, leg.end, km, last.borders + leg.borders, through))
        else:
            done.append(leg)
    return tuple(done)
