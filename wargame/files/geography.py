"""What a scenario's map says must be possible: routes that join what they can join, and a way for every force.

Only what is wrong for certain is told; where a name or a shape is wrong already, nothing is said about the map.
"""

from collections.abc import Iterable
from typing import Any, get_args

from wargame.files.faults import quoted
from wargame.files.looking import Looking
from wargame.model.theatre import Location, Mode, great_circle_km

TERMINALS = {"air": "airfield", "sea": "port", "rail": "railhead"}
"""The kind of location at which a route of a mode begins and ends."""
SELF_MOVED = {"fighter": "air"}
"""Kinds of force that need nobody's lift, and the mode they go by."""
MODES: tuple[str, ...] = get_args(Mode)
SPHERE_ERROR = 0.006
"""By so large a share a distance on a sphere can be longer than it is on the Earth, which is flatter at its poles."""

Ends = tuple[str, str]


def check_geography(look: Looking) -> None:
    """Note routes that cannot be, and forces that no way leads from."""
    places: dict[str, Any] = {}
    for _, item in look.items("theatre", "locations"):
        if isinstance(item.get("id"), str):
            places.setdefault(item["id"], item)  # of two with one id, which is a fault already, the first counts
    _terminals(look, places)
    _lengths(look, places)
    _stranded(look, places)


def _ends(route: dict[str, Any], places: dict[str, Any]) -> Ends | None:
    """The two locations that a route joins, if there are two and both are known."""
    ends = route.get("ends")
    if isinstance(ends, list) and len(ends) == 2 and all(isinstance(end, str) and end in places for end in ends):
        return (ends[0], ends[1]) if ends[0] != ends[1] else None
    return None


def _terminals(look: Looking, places: dict[str, Any]) -> None:
    """Aircraft need an airfield, ships a port, trains a railhead."""
    for path, route in look.items("theatre", "routes"):
        needed, ends = TERMINALS.get(str(route.get("mode"))), _ends(route, places)
        for index, end in enumerate(ends or ()):
            kinds = places[end].get("kinds")
            if needed is not None and isinstance(kinds, list) and needed not in kinds:
                hint = f"add '{needed}' to its kinds, or let the route end elsewhere"
                look.say((*path, "ends", index), f"{quoted(end)} has no {needed}", hint)


def _lengths(look: Looking, places: dict[str, Any]) -> None:
    """No route is shorter than the great circle."""
    spots = {name: spot for name, item in places.items() if (spot := _spot(look, item))}
    for path, route in look.items("theatre", "routes"):
        km, ends = look.number(route, "km"), _ends(route, places)
        if km is None or ends is None or ends[0] not in spots or ends[1] not in spots:
            continue
        least = great_circle_km(spots[ends[0]], spots[ends[1]])
        if km < least * (1 - SPHERE_ERROR):
            hint = f"between the two it is {least:.0f} km as the crow flies; without 'km' the length is estimated"
            look.say((*path, "km"), "shorter than the great circle", hint)


def _spot(look: Looking, item: dict[str, Any]) -> Location | None:
    """Where a location is, if its coordinates can be right."""
    lat, lon = look.number(item, "lat"), look.number(item, "lon")
    if lat is None or lon is None or abs(lat) > 90 or abs(lon) > 180:
        return None
    return Location(id="spot", name="-", lat=lat, lon=lon, kinds=())


def _stranded(look: Looking, places: dict[str, Any]) -> None:
    """Every force that may leave its country must have some way to some objective, by any lift there is.

    Naval forces are of use without one: no ship reaches a town inland.
    """
    theatre = look.data.get("theatre")
    if not isinstance(theatre, dict) or not isinstance(theatre.get("routes"), list):
        return
    joined = [(str(route.get("mode")), _ends(route, places)) for _, route in look.items("theatre", "routes")]
    aims = [str(item.get("at")) for _, item in look.items("objectives")]
    if any(ends is None or mode not in MODES for mode, ends in joined) or any(aim not in places for aim in aims):
        return
    lifted = {"road", *(str(lift.get("mode")) for _, lift in look.under("nations", "lift"))}
    regions: dict[str | None, dict[str, str]] = {}
    for path, force in look.under("nations", "forces"):
        caveats = force.get("caveats")
        starts = [str(force.get("at")), str(force.get("stocks") or force.get("at"))]
        kept_home = isinstance(caveats, list) and "own_soil" in caveats
        if kept_home or force.get("kind") == "naval" or any(start not in places for start in starts):
            continue
        own = SELF_MOVED.get(str(force.get("kind")))
        if own not in regions:
            modes = lifted | {own}
            regions[own] = _regions(places, (ends for mode, ends in joined if ends and mode in modes))
        region = regions[own]
        if not {region[start] for start in starts} & {region[aim] for aim in aims}:
            hint = "add routes, and lift for those by air, sea or rail; or give the force the caveat 'own_soil'"
            look.say((*path, "at"), f"no way leads from {quoted(starts[0])} to any objective", hint)


def _regions(places: Iterable[str], links: Iterable[Ends]) -> dict[str, str]:
    """By location: one of those that can be reached from it, the same for all of them."""
    parent = {place: place for place in places}

    def root(place: str) -> str:
        while parent[place] != place:
            parent[place] = parent[parent[place]]
            place = parent[place]
        return place

    for one, other in links:
        parent[root(one)] = root(other)
    return {place: root(place) for place in parent}
