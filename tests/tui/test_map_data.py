"""The charts: real coasts for every bundled scenario, small, and of no named country."""

import json
from functools import cache

import numpy as np
import pytest

from wargame.files.bundled import bundled_scenarios
from wargame.files.scenarios import load_scenario
from wargame.model.theatre import Location
from wargame.tui.map.box import KM_PER_DEGREE, Box, home, unwrapped
from wargame.tui.map.charts import FOLDER, WORLD, best_chart, chart, theatres
from wargame.tui.map.ground import ground
from wargame.tui.map.projection import Projection

SCENARIOS = tuple(bundled_scenarios())
PORT_KM, INLAND_KM = 25.0, 8.0
"""A port lies at most so far from a shore; a place that is in the water on the chart at most so far from one."""
RIVER_PORTS = ("Galmouth",)


@cache
def theatre(name: str) -> tuple[Location, ...]:
    return load_scenario(name).theatre.locations


def to_shore(name: str, place: Location) -> float:
    """Kilometres from a place to the nearest coast or lake, on its scenario's chart or that of the world."""
    return min(_to_lines(each, place) for each in (best_chart(name, theatre(name)), chart(WORLD)))


def _to_lines(which, place: Location) -> float:
    lines = which.shore
    squeeze = np.cos(np.radians(place.lat))
    x0, y0 = (lines[:, 0] - place.lon) * squeeze, lines[:, 1] - place.lat
    x, y = (lines[:, 2] - lines[:, 0]) * squeeze, lines[:, 3] - lines[:, 1]
    share = np.clip(-(x0 * x + y0 * y) / np.maximum(x * x + y * y, 1e-12), 0, 1)
    return float(np.min(np.hypot(x0 + share * x, y0 + share * y))) * KM_PER_DEGREE


def on_land(name: str, place: Location) -> bool:
    close = Projection(place.lon, place.lat, 0.5, 5, 5)
    return bool(ground([chart(WORLD), best_chart(name, theatre(name))], close).land[2, 2])


@pytest.mark.parametrize("name", SCENARIOS)
def test_every_bundled_scenario_has_a_chart_that_covers_what_its_map_opens_with(name):
    assert name in theatres(), "make its chart with scenarios/make_theatres.py"
    assert best_chart(name, theatre(name)) is chart(name)
    assert chart(name).box.covers(home(theatre(name)))


@pytest.mark.parametrize("name", SCENARIOS)
def test_ports_lie_by_the_water_and_everything_else_on_land(name):
    for place in theatre(name):
        if "port" in place.kinds and place.name not in RIVER_PORTS:
            assert to_shore(name, place) < PORT_KM, place.name
        assert on_land(name, place) or to_shore(name, place) < INLAND_KM, place.name


@pytest.mark.parametrize("name", [*SCENARIOS, WORLD])
def test_a_chart_is_small_says_where_it_is_from_and_names_no_country(name):
    file = FOLDER / f"{name}.json"
    assert file.stat().st_size < 150_000
    document = json.loads(file.read_text(encoding="utf-8"))
    assert "Natural Earth" in document.pop("source")
    assert set(document) == {"box", "unit", "coast", "border", "lake", "west"}
    assert not any(char.isalpha() for char in json.dumps(list(document.values())))


def test_the_sea_is_sea_and_the_land_is_land_all_around_the_earth():
    known = {
        (0.0, 51.5): True,  # meridians of 0 and 180 degrees run through them
        (178.0, 67.5): True,
        (-178.0, 67.0): True,
        (170.0, -44.0): True,
        (-58.0, -15.0): True,
        (30.0, 0.5): True,
        (105.0, 60.0): True,
        (-179.5, 0.0): False,
        (179.5, 30.0): False,
        (-30.0, 30.0): False,
        (80.0, -20.0): False,
        (51.0, 42.0): False,  # the Caspian Sea
        (33.0, -1.0): False,  # Lake Victoria
        (-87.0, 44.0): False,  # Lake Michigan
        (18.5, 60.7): False,
    }
    for (lon, lat), land in known.items():
        shown = ground([chart(WORLD)], Projection(lon, lat, 20.0, 5, 5))
        assert bool(shown.land[2, 2]) is land, (lon, lat)


def test_on_both_sides_of_the_date_line_the_same_coast_is_drawn():
    east = ground([chart(WORLD)], Projection(179.9999, 66.0, 60.0, 60, 20))
    west = ground([chart(WORLD)], Projection(-179.9999, 66.0, 60.0, 60, 20))
    assert np.array_equal(east.land, west.land)
    assert east.land.any()
    assert not east.land.all()


def places(*points: tuple[float, float]) -> tuple[Location, ...]:
    return tuple(Location(id=f"p{lon:g}", name="P", lat=lat, lon=lon, kinds=("base",)) for lon, lat in points)


def test_a_users_scenario_gets_the_smallest_chart_that_covers_it_and_else_the_world():
    assert best_chart("mine", places((21.0, 56.0), (24.0, 57.0), (22.0, 55.5))) is chart("narrow-sea")
    assert best_chart("mine", places((15.0, 44.0), (16.0, 45.0), (14.0, 43.0))) is chart("tutorial")
    assert best_chart("mine", places((120.0, 24.0), (121.0, 25.0))) is chart(WORLD)
    assert best_chart("../world", places((120.0, 24.0), (121.0, 25.0))) is chart(WORLD)


def test_a_theatre_across_the_date_line_is_one_box_and_places_oceans_away_are_left_out():
    assert unwrapped([179.0, -178.0]) == [179.0, 182.0]
    assert unwrapped([10.0, -5.0]) == [10.0, -5.0]
    across = home(places((178.0, 10.0), (-179.0, 12.0), (179.0, 11.0), (-177.0, 14.0), (0.0, 50.0)))
    assert 174 < across.west < 178
    assert 183 < across.east < 186
    assert across.north < 20


def test_a_box_covers_what_lies_in_it_once_around_the_earth_or_not():
    assert Box(170.0, 0.0, 190.0, 10.0).covers(Box(-179.0, 1.0, -175.0, 9.0))
    assert not Box(170.0, 0.0, 190.0, 10.0).covers(Box(-175.0, 1.0, -165.0, 9.0))
    assert Box(-180.0, -60.0, 180.0, 84.0).covers(Box(-10.0, 0.0, 10.0, 50.0))
