"""What lies under everything else: land and sea, coasts, lakes and borders."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wargame.tui.map.box import Box, turned
from wargame.tui.map.charts import Chart, Stretches
from wargame.tui.map.projection import DOTS_HIGH, DOTS_WIDE, Projection
from wargame.tui.map.raster import cells, drawn, filled

BORDER_DASH = (2, 2)
"""Dots drawn and left out."""
WIDE = 150.0
"""Kilometres a row: from here on borders would cover everything else, and are left out."""


@dataclass(frozen=True, slots=True)
class Ground:
    """A bare map, by row and column of cells."""

    land: NDArray[np.bool_]
    coast: NDArray[np.uint16]
    """Dots of the cell, for a braille character; lakes' shores too."""
    border: NDArray[np.uint16]


def ground(charts: Sequence[Chart], shown: Projection) -> Ground:
    """The bare map from charts, the ones for wider parts of the Earth first: each replaces what it covers."""
    high, wide = shown.height * DOTS_HIGH, shown.width * DOTS_WIDE
    land = np.zeros((shown.height, shown.width), bool)
    coast, border = np.zeros((high, wide), bool), np.zeros((high, wide), bool)
    seen = shown.box
    whole = [number for number, chart in enumerate(charts) if chart.box.covers(seen)]
    for chart in charts[whole[-1] if whole else 0 :]:
        for shift in _shifts(chart.box, shown):
            rows, columns = _covered(chart.box, shift, shown)
            shore = _projected(chart.shore, shift, shown)
            inside = _filled(np.vstack([shore, _projected(chart.west, shift, shown)]), shown)
            land[rows, columns] = inside[rows, columns]
            fine = slice(rows.start * DOTS_HIGH, rows.stop * DOTS_HIGH)
            across = slice(columns.start * DOTS_WIDE, columns.stop * DOTS_WIDE)
            coast[fine, across] = drawn(shore, wide, high)[fine, across]
            if shown.km < WIDE:
                lines = drawn(_projected(chart.border, shift, shown), wide, high, BORDER_DASH)
                border[fine, across] = lines[fine, across]
    return Ground(land, cells(coast), cells(border & ~coast))


def _shifts(box: Box, shown: Projection) -> Iterator[float]:
    """By how many degrees a chart is turned around the Earth, once for every place on the screen where it is seen."""
    seen = shown.box
    near = turned(box.lon, shown.lon) - box.lon
    for shift in (near - 360.0, near, near + 360.0):
        if box.west + shift < seen.east and box.east + shift > seen.west:
            yield shift


def _covered(box: Box, shift: float, shown: Projection) -> tuple[slice, slice]:
    """The rows and columns that a chart fills."""
    top, bottom = shown.down(box.north) / DOTS_HIGH, shown.down(box.south) / DOTS_HIGH
    left, right = shown.across(box.west + shift) / DOTS_WIDE, shown.across(box.east + shift) / DOTS_WIDE
    return _whole(top, bottom, shown.height), _whole(left, right, shown.width)


def _whole(low: float, high: float, most: int) -> slice:
    first = min(most, max(0, round(low)))
    return slice(first, max(first, min(most, max(0, round(high)))))


def _projected(stretches: Stretches, shift: float, shown: Projection) -> Stretches:
    """Stretches in dots, those left out that are north or south of the picture."""
    seen, one, other = shown.box, stretches[:, 1], stretches[:, 3]
    near = ((one <= seen.north) | (other <= seen.north)) & ((one >= seen.south) | (other >= seen.south))
    dots = stretches[near]
    dots[:, 0::2] = shown.across(dots[:, 0::2] + shift)
    dots[:, 1::2] = shown.down(dots[:, 1::2])
    return dots


def _filled(edges: Stretches, shown: Projection) -> NDArray[np.bool_]:
    """What lies inside closed lines, given in dots, by cells."""
    cell = np.array([DOTS_WIDE, DOTS_HIGH] * 2)
    return filled(edges / cell, shown.width, shown.height)
