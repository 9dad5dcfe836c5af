"""How degrees become places on a screen: equirectangular, true to scale at the picture's centre.

A cell of a terminal holds two by four dots, which are about square. Only arithmetic is used here, so numbers and numpy
arrays of them are projected alike.
"""

from dataclasses import dataclass, replace
from math import cos, radians
from typing import Any

from wargame.tui.map.box import KM_PER_DEGREE, Box, turned

DOTS_WIDE, DOTS_HIGH = 2, 4
"""Of a cell."""
CLOSEST, FARTHEST = 0.5, 800.0
"""Kilometres a row of cells."""
NORTHERNMOST = 85.0
"""Degrees, of a centre; the southernmost is as far from the equator."""


@dataclass(frozen=True, slots=True)
class Projection:
    """A picture's centre, scale and size."""

    lon: float
    lat: float
    km: float
    """Kilometres a row of cells."""
    width: int
    """Cells."""
    height: int
    """Cells."""

    @property
    def steep(self) -> float:
        """Dots a degree of latitude."""
        return DOTS_HIGH * KM_PER_DEGREE / self.km

    @property
    def flat(self) -> float:
        """Dots a degree of longitude."""
        return self.steep * max(0.05, cos(radians(self.lat)))

    @property
    def box(self) -> Box:
        """What can be seen."""
        wide = self.width * DOTS_WIDE / self.flat / 2
        high = self.height * DOTS_HIGH / self.steep / 2
        return Box(self.lon - wide, self.lat - high, self.lon + wide, self.lat + high)

    def across(self, lon: Any) -> Any:
        """Dots from the left edge, of a meridian or an array of them."""
        return (lon - self.lon) * self.flat + self.width * DOTS_WIDE / 2

    def down(self, lat: Any) -> Any:
        """Dots from the top edge, of a parallel or an array of them."""
        return (self.lat - lat) * self.steep + self.height * DOTS_HIGH / 2

    def cell(self, lon: float, lat: float) -> tuple[int, int]:
        """Column and row of a place, the shorter way around the Earth; either may be outside the picture."""
        x, y = self.across(turned(lon, self.lon)), self.down(lat)
        return int(x // DOTS_WIDE), int(y // DOTS_HIGH)

    def place(self, column: float, row: float) -> tuple[float, float]:
        """Longitude and latitude of a point in cells from the top left corner."""
        lon = self.lon + (column - self.width / 2) * DOTS_WIDE / self.flat
        return lon, self.lat + (self.height / 2 - row) * DOTS_HIGH / self.steep

    def moved(self, columns: float, rows: float) -> "Projection":
        """So many cells further to the right and down."""
        return self.centred(*self.place(self.width / 2 + columns, self.height / 2 + rows))

    def centred(self, lon: float, lat: float) -> "Projection":
        """Around another place, not quite as far as the poles."""
        return replace(self, lon=turned(lon, 0.0), lat=min(NORTHERNMOST, max(-NORTHERNMOST, lat)))

    def scaled(self, factor: float, column: float, row: float) -> "Projection":
        """With so many times the kilometres a row, and the same place under a point."""
        lon, lat = self.place(column, row)
        other = replace(self, km=min(FARTHEST, max(CLOSEST, self.km * factor)))
        east, north = other.place(column, row)
        return other.centred(self.lon + lon - east, self.lat + lat - north)

    def sized(self, width: int, height: int) -> "Projection":
        """As much wider and higher as there is more room, at the same scale."""
        return replace(self, width=width, height=height)


def fitted(box: Box, width: int, height: int) -> Projection:
    """The closest look that shows a whole box."""
    high = (box.north - box.south) / max(1, height)
    wide = (box.east - box.west) * cos(radians(box.lat)) / max(1, width) * DOTS_HIGH / DOTS_WIDE
    km = min(FARTHEST, max(CLOSEST, max(high, wide) * KM_PER_DEGREE))
    return Projection(turned(box.lon, 0.0), box.lat, km, width, height)
