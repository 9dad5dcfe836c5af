"""Rectangles of longitude and latitude, and the one that a theatre's map opens with."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, hypot, radians
from statistics import median

from wargame.model.theatre import Location

KM_PER_DEGREE = 111.195
"""Of latitude, on a sphere of the Earth's mean radius."""
FAR = 3.5
"""Places this many times as far out as half of all places are beyond the edge of the first picture."""
MARGIN = 0.08
"""Of its height and width, left free around the outermost places."""
LEAST_MARGIN = 0.5
"""Degrees."""


@dataclass(frozen=True, slots=True)
class Box:
    """What lies between two meridians and two parallels; `east` may be beyond 180 where it spans the date line."""

    west: float
    south: float
    east: float
    north: float

    @property
    def lon(self) -> float:
        return (self.west + self.east) / 2

    @property
    def lat(self) -> float:
        return (self.south + self.north) / 2

    def grown(self, share: float, least: float = 0.0) -> "Box":
        """With a margin on every side."""
        wide = max(least, share * (self.east - self.west))
        high = max(least, share * (self.north - self.south))
        south, north = max(-89.0, self.south - high), min(89.0, self.north + high)
        return Box(self.west - wide, south, self.east + wide, north)

    def covers(self, other: "Box") -> bool:
        """Whether the whole of another box lies in this one, once around the Earth or not."""
        west = turned(other.west, self.lon)
        east = west + other.east - other.west
        return self.west <= west and east <= self.east and self.south <= other.south and other.north <= self.north


def turned(lon: float, near: float) -> float:
    """The same meridian, counted so that it is at most half a turn from another."""
    return lon - 360.0 * round((lon - near) / 360.0)


def around(places: Iterable[tuple[float, float]]) -> Box:
    """The smallest box around some places (longitude, latitude); there is at least one."""
    points = list(places)
    lons = unwrapped([lon for lon, _ in points])
    lats = [lat for _, lat in points]
    return Box(min(lons), min(lats), max(lons), max(lats))


def unwrapped(lons: Sequence[float]) -> list[float]:
    """Meridians counted from the far side of the widest gap between them, so that neighbours have similar numbers."""
    ordered = sorted({lon % 360.0 for lon in lons})
    gaps = [(after - before, after) for before, after in pairwise(ordered)]
    _, start = max([*gaps, (ordered[0] + 360.0 - ordered[-1], ordered[0])])
    start -= 360.0 if start >= 180.0 else 0.0
    return [start + (lon - start) % 360.0 for lon in lons]


def home(locations: Sequence[Location]) -> Box:
    """What a map shows first: the theatre without the few places that lie oceans away, with a margin."""
    lons = unwrapped([each.lon for each in locations])
    points = [(lon, each.lat) for lon, each in zip(lons, locations, strict=True)]
    lon, lat = median(lons), median(each.lat for each in locations)
    distances = [hypot((x - lon) * cos(radians(lat)), y - lat) for x, y in points]
    most = FAR * median(distances)
    near = [point for point, distance in zip(points, distances, strict=True) if distance <= most]
    return around(near).grown(MARGIN, LEAST_MARGIN)
