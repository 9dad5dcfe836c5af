"""docs/model.md section 7: ways, loads and legs by planning figures."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.worlds import NORTH, SOUTH, WEST, crisis, doctrine
from wargame.model.nation import Lift
from wargame.model.scenario import Agreement, Scenario
from wargame.model.situation import PlaceState
from wargame.model.theatre import Location, Route, Theatre, great_circle_km
from wargame.rules.legs import Leg, both_ways, joined
from wargame.rules.lifting import Fleet, Waves, cruise, facility, fleet, speed, usable
from wargame.rules.movement import Planner, Stage, _Search, debarkation, planned_hours

PLANNER = Planner(crisis())


def way(tonnes: float, start: str, end: str) -> list[tuple[str, str, float, float]]:
    """Mode, end, loading and travel hours of each stage."""
    stages = PLANNER.way(tonnes, start, end)
    assert stages is not None
    return [(stage.leg.mode, stage.leg.end, stage.loading, round(stage.travel, 6)) for stage in stages]


# --- 7.5 ways ------------------------------------------------------------------------------------------------


def test_7_5_by_road_at_233_km_a_day() -> None:
    assert way(1000.0, "ncap", "gate") == [("road", "gate", 24.0, 24.0)]


HANDLED = 3.25 / 0.85
"""Hours that an aircraft stands at an airfield with a queue."""


def test_7_6_by_air_as_many_trips_as_the_aircraft_need() -> None:
    """Four aircraft of 50 t in waves of two, for which either end has room; 375 km/h out, 830 back over 750 km."""
    assert way(100.0, "sbase", "gate") == [("air", "gate", 24.0, round(2.0 + HANDLED, 6))]
    assert way(200.0, "sbase", "gate") == [("air", "gate", 24.0, round(2.0 + 2 * HANDLED, 6))]
    back = 750 / 830
    second = back + HANDLED + 2.0 + HANDLED  # one aircraft more: back, loaded, over, unloaded
    assert way(201.0, "sbase", "gate") == [("air", "gate", 24.0, round(2.0 + HANDLED + second, 6))]


def test_7_5_by_sea_at_33_km_an_hour() -> None:
    assert way(4000.0, "sport", "gate") == [("sea", "gate", 96.0, 10.0 + 24.0)]  # and a day to unload


def test_7_6_by_rail_trains_come_one_after_the_other() -> None:
    """300 km a day; a railhead that handles four trains a day takes a day to unload four."""
    assert way(2000.0, "wbase", "gate") == [("rail", "gate", 24.0, 24.0 + 24.0)]
    assert way(500.0, "wbase", "gate") == [("rail", "gate", 24.0, 24.0 + 6.0)]


def test_7_5_heavy_loads_go_round_by_sea() -> None:
    """The way is the quickest for the force: 8,000 t would fly for ever."""
    assert [mode for mode, *_ in way(200.0, "sbase", "gate")] == ["air"]
    assert [mode for mode, *_ in way(8000.0, "sbase", "gate")] == ["road", "sea"]


def test_7_5_a_force_that_is_there_needs_no_way_and_one_on_an_island_has_none() -> None:
    assert PLANNER.way(1.0, "gate", "gate") == ()
    assert PLANNER.way(1.0, "isle", "gate") is None


def test_7_5_without_lift_there_is_only_the_road() -> None:
    on_foot = Planner(crisis(nations=(NORTH,)))
    assert on_foot.way(100.0, "sbase", "gate") is None
    assert on_foot.way(100.0, "ncap", "gate") is not None


def test_7_5_planned_hours_are_loading_and_travel_of_all_stages() -> None:
    stages = PLANNER.way(8000.0, "sbase", "gate")
    assert stages is not None
    # A day to load on wheels, half a day's drive; two waves of two ships: four days to load, a day to unload each.
    assert planned_hours(stages) == pytest.approx(24 + 12 + (96 + 10 + 24) + 10 + (96 + 10 + 24))


def lift(name: str, carriers: int, payload: float, speed: float | None = None) -> Lift:
    return Lift(id=name, name=name, mode="air", carriers=carriers, payload=payload, speed=speed)


def test_7_7_lift_is_ones_own_or_pooled_by_a_logistics_agreement() -> None:
    """Partners of partners do not count; those with the largest payload come first."""
    one, two, three = (
        replace(each, lift=(lift(f"l-{each.id}", 4, load),))
        for each, load in ((NORTH, 10.0), (SOUTH, 45.0), (WEST, 20.0))
    )
    agreements = (
        Agreement(id="a", kind="logistics", parties=("north", "south")),
        Agreement(id="b", kind="logistics", parties=("south", "west")),
    )
    scenario = crisis(nations=(one, two, three), agreements=agreements)
    served = {name: [each.id for _, each in usable(scenario, name, "air")] for name in ("north", "south", "west")}
    assert served == {
        "north": ["l-south", "l-north"],
        "south": ["l-south", "l-west", "l-north"],
        "west": ["l-south", "l-west"],
    }
    assert usable(crisis(agreements=()), "north", "air") == ()


def test_7_7_planners_reckon_with_the_mean_of_a_fleet() -> None:
    figures = doctrine().deployment
    assert fleet(figures, []) is None
    mixed = fleet(figures, [lift("a", 20, 45.0), lift("b", 30, 12.0, speed=415.0)])
    assert mixed == Fleet(carriers=50, payload=(20 * 45 + 30 * 12) / 50, pace=(20 + 30 * 0.5) / 50)
    assert mixed.waves(25.2, room=12) == Waves(carriers=1, rounds=0, ahead=0)
    assert mixed.waves(25.2 * 100, room=12) == Waves(carriers=12, rounds=2, ahead=0)  # nine waves, four at a time


def test_7_11_an_airfields_tonnes_a_day() -> None:
    """Parking x payload x 24 / ground hours x 0.85."""
    figures = doctrine().deployment
    field = Location(id="f", name="f", lat=0.0, lon=0.0, kinds=("airfield",), parking=6)
    hours = facility(figures, "air", field, loading=True).handling(60)
    assert 60 * 45.0 / hours * 24 == pytest.approx(6 * 45.0 * 24 / 3.25 * 0.85)


def test_7_11_damage_lowers_throughput() -> None:
    figures = doctrine().deployment
    place = Location(id="p", name="p", lat=0.0, lon=0.0, kinds=("port", "railhead"), berths=4, trains=8)
    half = PlaceState(damage=0.5)
    assert facility(figures, "sea", place, False, half).handling(4) == 2 * 24.0
    assert facility(figures, "rail", place, False, half).handling(4) == 24.0
    assert facility(figures, "rail", place, False, PlaceState(damage=1.0)).handling(4) == 120.0  # a tenth gets through


def test_7_5_a_route_without_a_length_is_the_great_circle_with_a_detour() -> None:
    """Times 1.3 on the ground and at sea."""
    places = PLANNER.places
    straight = great_circle_km(places["ncap"], places["gate"])
    assert straight == pytest.approx(111.195, abs=1e-3)  # one degree of latitude
    road, back = both_ways(PLANNER.parameters, Route(mode="road", ends=("ncap", "gate")), places)
    assert (road.start, road.end, back.start, back.end) == ("ncap", "gate", "gate", "ncap")
    assert road.km == back.km == pytest.approx(1.3 * straight)
    assert both_ways(PLANNER.parameters, Route(mode="air", ends=("ncap", "gate")), places)[0].km == pytest.approx(
        straight
    )


# --- legs and debarkation ------------------------------------------------------------------------------------


def leg(mode: str, start: str, end: str, km: float = 100.0, borders: int = 0) -> Leg:
    return Leg(mode, start, end, km, borders)  # type: ignore[arg-type]


def test_7_5_neighbouring_legs_of_one_mode_are_one_and_loaded_once() -> None:
    legs = [leg("road", "a", "b"), leg("road", "b", "c", borders=1), leg("sea", "c", "d"), leg("road", "d", "e")]
    assert joined(legs) == (leg("road", "a", "c", 200.0, 1), leg("sea", "c", "d"), leg("road", "d", "e"))
    assert joined([]) == ()


def stages(*modes: str) -> list[Stage]:
    return [Stage(leg(mode, "a", "b"), 1.0, mode != "road", 1.0, 0.0, 0.0, 0.0) for mode in modes]


def test_7_6_a_force_debarks_where_its_last_leg_by_air_sea_or_rail_ends() -> None:
    """Without one, where its way ends."""
    assert debarkation(stages("road", "sea", "road")) == 1
    assert debarkation(stages("air", "rail")) == 1
    assert debarkation(stages("road")) == 0
    assert debarkation(stages("sea", "road", "road")) == 0


# --- the quickest way against all ways -----------------------------------------------------------------------

PLACES = "abcde"
routes = st.lists(
    st.builds(
        lambda mode, ends, km, borders: Route(mode=mode, ends=tuple(ends), km=km, borders=borders),
        st.sampled_from(["road", "sea", "air", "rail"]),
        st.lists(st.sampled_from(PLACES), min_size=2, max_size=2, unique=True),
        st.floats(1.0, 2000.0).map(lambda km: round(km, 3)),
        st.integers(0, 2),
    ),
    max_size=8,
)


def theatre(some: list[Route]) -> Scenario:
    places = tuple(
        Location(id=name, name=name, lat=0.0, lon=0.0, kinds=("base",), parking=index, berths=2 * index, trains=index)
        for index, name in enumerate(PLACES)
    )
    return crisis(theatre=Theatre(name="random", locations=places, routes=tuple(some)))


def stage_times(planner: Planner, tonnes: float, legs: Sequence[Leg]) -> float:
    search = _Search(planner, tonnes, None, "light", frozenset(), forward=False)
    return planned_hours(search.stage(each, index == 0) for index, each in enumerate(joined(legs)))


def every_way(planner: Planner, place: str, end: str, been: tuple[str, ...] = ()) -> Iterator[tuple[Leg, ...]]:
    if place == end:
        yield ()
        return
    for each in planner.legs.get(place, ()):
        if each.end not in (*been, place):
            for rest in every_way(planner, each.end, end, (*been, place)):
                yield (each, *rest)


@settings(max_examples=150, deadline=None)
@given(routes, st.sampled_from([40.0, 900.0, 9000.0]))
def test_7_5_the_way_found_is_the_quickest_of_all_ways(some: list[Route], tonnes: float) -> None:
    """Against brute force over every way without a circle that ends where it first meets its end. It may be quicker: by
    a terminal beyond the end with more room, and back by road.
    """
    planner = Planner(theatre(some))
    times = [stage_times(planner, tonnes, legs) for legs in every_way(planner, "a", "e")]
    found = planner.way(tonnes, "a", "e")
    if not times:
        assert found is None
        return
    assert found is not None
    assert planned_hours(found) <= min(times) * (1 + 1e-9)
    assert planned_hours(found) == pytest.approx(stage_times(planner, tonnes, [stage.leg for stage in found]))
    assert (found[0].leg.start, found[-1].leg.end) == ("a", "e")
    assert all(one.leg.end == other.leg.start for one, other in pairwise(found))
    assert all(one.leg.mode != other.leg.mode for one, other in pairwise(found))


def test_7_6_planning_figures_are_the_doctrines() -> None:
    figures = doctrine().deployment
    assert (speed(figures, "air"), cruise(figures, "air")) == (375.0, 830.0)
    assert speed(figures, "sea") == cruise(figures, "sea") == 33.0
    assert speed(figures, "rail") == figures.speed_rail / 24
    assert speed(figures, "road") == figures.speed_road / 24
