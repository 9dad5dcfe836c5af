"""Where things are: locations and the routes between them."""

from math import asin, cos, radians, sin, sqrt
from typing import Annotated, Literal

from wargame.model.fields import Degrees, Identifier, Span, Words, record

EARTH_RADIUS_KM = 6371.0088
"""Mean radius of the Earth, IUGG."""

LocationKind = Literal["capital", "base", "airfield", "port", "railhead", "border", "objective", "headquarters"]
Mode = Literal["road", "rail", "sea", "air"]


@record
class Location:
    """A place that forces can be at and routes can join."""

    id: Identifier
    name: Words
    lat: Annotated[float, Span(-90, 90, "degrees")]
    """Degrees north."""
    lon: Degrees
    """Degrees east."""
    kinds: tuple[LocationKind, ...]
    parking: Annotated[int, Span(0, 200, "aircraft")] = 0
    """Aircraft on the ground at once (MOG); an airfield has at least one."""
    berths: Annotated[int, Span(0, 100, "ships")] = 0
    """Ships alongside at once; a port has at least one."""
    trains: Annotated[int, Span(0, 500, "trains a day")] = 0
    """Military trains handled a day; a railhead has at least one."""
    owner: Identifier | None = None
    """The nation, adversary or third party whose territory it is on; without one nobody is asked for access."""


@record
class Route:
    """A way between two locations, both directions."""

    mode: Mode
    ends: tuple[Identifier, Identifier]
    km: Annotated[float, Span(0, 40_000, "km")] | None = None
    """Length by this route; without it the great circle, times 1.3 at sea and on the ground."""
    borders: Annotated[int, Span(0, 20, "border crossings")] = 0
    through: tuple[Identifier, ...] = ()
    """Nations and third parties whose territory it crosses between its ends, the ends' owners left out."""


@record
class Theatre:
    """The map that a scenario is played on."""

    name: Words
    locations: tuple[Location, ...]
    routes: tuple[Route, ...]


def great_circle_km(one: Location, other: Location) -> float:
    """Kilometres between two locations on a sphere (haversine)."""
    north = radians(other.lat - one.lat) / 2
    east = radians(other.lon - one.lon) / 2
    half = sin(north) ** 2 + cos(radians(one.lat)) * cos(radians(other.lat)) * sin(east) ** 2
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(half)))
