"""What lies under everything else: land and sea, coasts, lakes and borders."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wargame.tui.map.box import Box, turned
from wargame.tui.map.charts import Chart, Stretches
from wargame.tui.map.projection import DOTS_HIGH, DOTS_WIDE, Projection
from wargame.tui.map.raster import Dots, cells, drawn, filled

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
            edges = np.vstack([chart.coast, chart.lake, chart.west])
            inside = _filled(edges, shift, shown)
            land[rows, columns] = inside[rows, columns]
            fine = slice(rows.start * DOTS_HIGH, rows.stop * DOTS_HIGH)
            across = slice(columns.start * DOTS_WIDE, columns.stop * DOTS_WIDE)
            shores = _drawn(np.vstack([chart.coast, chart.lake]), shift, shown)
            coast[fine, across] = shores[fine, across]
            if shown.km < WIDE:
                border[fine, across] = _drawn(chart.border, shift, shown, BORDER_DASH)[fine, across]
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
    dots = np.empty_like(stretches)
    dots[:, 0::2] = shown.across(stretches[:, 0::2] + shift)
    dots[:, 1::2] = shown.down(stretches[:, 1::2])
    return dots


def _drawn(stretches: Stretches, shift: float, shown: Projection, dash: tuple[int, int] = (1, 0)) -> Dots:
    dots = _projected(stretches, shift, shown)
    return drawn(dots, shown.width * DOTS_WIDE, shown.height * DOTS_HIGH, dash)


def _filled(edges: Stretches, shift: float, shown: Projection) -> NDArray[np.bool_]:
    dots = _projected(edges, shift, shown)
    dots[:, 0::2] /= DOTS_WIDE
    dots[:, 1::2] /= DOTS_HIGH
    return filled(dots, shown.width, shown.height)
