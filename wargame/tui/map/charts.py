"""The coasts, borders and lakes that maps are drawn with, from `wargame/data/theatres/` (`scenarios/make_theatres.py`).

A file holds a `box` (west, south, east, north, in degrees), lines as whole numbers of `unit` degrees (where a line
begins, then steps, east and north in turns) and `west`, pairs of parallels between which its western edge is land.
"""

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from wargame.files.bundled import PACKAGE
from wargame.model.theatre import Location
from wargame.tui.map.box import Box, home

FOLDER = PACKAGE / "data" / "theatres"
WORLD = "world"

Stretches = NDArray[np.float64]
"""Rows of longitude and latitude of one end of a straight stretch, and of the other."""


@dataclass(frozen=True, slots=True)
class Chart:
    """The shapes of one part of the Earth."""

    name: str
    box: Box
    shore: Stretches
    """Of the sea, and of lakes."""
    border: Stretches
    west: Stretches
    """Along the western edge, where it is land: closes the coast there."""


@cache
def chart(name: str) -> Chart:
    """The chart of a file."""
    document: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    box, unit = Box(*document["box"]), document["unit"]
    ends = np.asarray(document["west"], float).reshape(-1, 2) * unit
    edge = np.full(len(ends), box.west)
    shore = _stretches([*document["coast"], *document["lake"]], unit)
    border = _stretches(document["border"], unit)
    return Chart(name, box, shore, border, np.column_stack([edge, ends[:, 0], edge, ends[:, 1]]))


def _stretches(lines: list[list[int]], unit: float) -> Stretches:
    points = [np.cumsum(np.asarray(line).reshape(-1, 2), axis=0) * unit for line in lines]
    pieces = [np.hstack([line[:-1], line[1:]]) for line in points]
    return np.vstack(pieces) if pieces else np.empty((0, 4))


def theatres() -> tuple[str, ...]:
    """The names of all charts but that of the whole world."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.json") if path.stem != WORLD))


def best_chart(scenario: str, locations: tuple[Location, ...]) -> Chart:
    """The chart of a bundled scenario; for any other the smallest that covers its theatre, else that of the world."""
    if scenario in theatres():
        return chart(scenario)
    box = home(locations)
    covering = [each for each in map(chart, theatres()) if each.box.covers(box)]
    return min(covering, key=lambda each: _size(each.box), default=chart(WORLD))


def _size(box: Box) -> float:
    return (box.east - box.west) * (box.north - box.south)
