"""docs/model.md section 7: ways, loads and legs by planning figures."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.worlds import NORTH, crisis, doctrine
from wargame.model.nation import Lift
from wargame.model.scenario import Scenario
from wargame.model.theatre import Location, Route, Theatre, great_circle_km
from wargame.rules.movement import Leg, Planner, Stage, both_ways, debarkation, joined, lift_for, planned_hours

PLANNER = Planner(crisis())


def way(tonnes: float, start: str, end: str) -> list[tuple[str, str, float, float]]:
    """Mode, end, loading and travel hours of each stage."""
    stages = PLANNER.way(tonnes, start, end)
    assert stages is not None
    return [(stage.leg.mode, stage.leg.end, stage.loading, round(stage.travel, 6)) for stage in stages]


# --- 7.5 ways ------------------------------------------------------------------------------------------------


def test_7_5_by_road_at_233_km_a_day() -> None:
    assert way(1000.0, "ncap", "gate") == [("road", "gate", 24.0, 24.0)]


def test_7_5_by_air_as_many_trips_as_the_aircraft_need() -> None:
    """200 t are one trip of four aircraft at 50 t; 201 t are five loads, two trips, there and back and there."""
    assert way(200.0, "sbase", "gate") == [("air", "gate", 48.0, 2.0)]  # two parking places for four
    assert way(201.0, "sbase", "gate") == [("air", "gate", 48.0, 6.0)]
    assert way(100.0, "sbase", "gate") == [("air", "gate", 24.0, 2.0)]  # two aircraft park at once


def test_7_5_by_sea_at_33_km_an_hour() -> None:
    assert way(4000.0, "sport", "gate") == [("sea", "gate", 96.0, 10.0)]


def test_7_5_by_rail_with_a_border() -> None:
    """300 km a day, and border_hours for each crossing."""
    assert way(2000.0, "wbase", "gate") == [("rail", "gate", 24.0, 24.0 + 36.0)]


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
    # A day to load on wheels, half a day's drive; four days to load ships, three crossings for twice what they carry.
    assert planned_hours(stages) == pytest.approx(24 + 12 + 96 + 30)


def test_7_5_the_lift_that_carries_most_at_once_is_used() -> None:
    def lift(name: str, mode: str, carriers: int, payload: float) -> Lift:
        return Lift(id=name, name=name, mode=mode, carriers=carriers, payload=payload)  # type: ignore[arg-type]

    lifts = [lift("a", "air", 10, 45.0), lift("b", "air", 3, 200.0), lift("c", "sea", 1, 9000.0)]
    assert lift_for(lifts, "air") == lifts[1]
    assert lift_for(lifts, "rail") is None


def test_7_5_a_route_without_a_length_is_the_great_circle_with_a_detour() -> None:
    """Times 1.3 on the ground and at sea."""
    places = PLANNER.places
    straight = great_circle_km(places["ncap"], places["gate"])
    assert straight == pytest.approx(111.195, abs=1e-3)  # one degree of latitude
    road, back = both_ways(Route(mode="road", ends=("ncap", "gate")), places)
    assert (road.start, road.end, back.start, back.end) == ("ncap", "gate", "gate", "ncap")
    assert road.km == back.km == pytest.approx(1.3 * straight)
    assert both_ways(Route(mode="air", ends=("ncap", "gate")), places)[0].km == pytest.approx(straight)


# --- legs and debarkation ------------------------------------------------------------------------------------


def leg(mode: str, start: str, end: str, km: float = 100.0, borders: int = 0) -> Leg:
    return Leg(mode, start, end, km, borders)  # type: ignore[arg-type]


def test_7_5_neighbouring_legs_of_one_mode_are_one_and_loaded_once() -> None:
    legs = [leg("road", "a", "b"), leg("road", "b", "c", borders=1), leg("sea", "c", "d"), leg("road", "d", "e")]
    assert joined(legs) == (leg("road", "a", "c", 200.0, 1), leg("sea", "c", "d"), leg("road", "d", "e"))
    assert joined([]) == ()


def stages(*modes: str) -> list[Stage]:
    return [Stage(leg(mode, "a", "b"), None, 0.0, 0.0) for mode in modes]


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
        Location(id=name, name=name, lat=0.0, lon=0.0, kinds=("base",), parking=index, berths=2 * index)
        for index, name in enumerate(PLACES)
    )
    return crisis(theatre=Theatre(name="random", locations=places, routes=tuple(some)))


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
    """Against brute force over every way without a circle."""
    planner = Planner(theatre(some))
    times = [
        planned_hours([planner.stage(tonnes, each) for each in joined(legs)]) for legs in every_way(planner, "a", "e")
    ]
    found = planner.way(tonnes, "a", "e")
    if not times:
        assert found is None
        return
    assert found is not None
    assert planned_hours(found) == pytest.approx(min(times))
    assert (found[0].leg.start, found[-1].leg.end) == ("a", "e")
    assert all(one.leg.end == other.leg.start for one, other in pairwise(found))
    assert all(one.leg.mode != other.leg.mode for one, other in pairwise(found))


def test_7_6_planning_figures_are_the_doctrines() -> None:
    figures = doctrine().deployment
    assert PLANNER.speed("air") == figures.speed_air
    assert PLANNER.speed("sea") == figures.speed_sea
    assert PLANNER.speed("rail") == figures.speed_rail / 24
    assert PLANNER.speed("road") == figures.speed_road / 24
