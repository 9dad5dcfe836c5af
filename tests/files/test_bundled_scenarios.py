"""The scenarios that come with the program: sound, complete for those who play them, and as their maker makes them."""

import runpy
from pathlib import Path

import pytest

from wargame.files.bundled import bundled_scenarios, scenario_folder
from wargame.files.scenarios import load_scenario
from wargame.model.nation import Nation
from wargame.model.scenario import EXCON, Scenario, all_seats

ROOT = Path(__file__).parents[2]
LONGEST_BRIEF = 2_600
"""Characters on one page of a terminal of 80 columns and some 33 lines."""


@pytest.fixture(params=sorted(bundled_scenarios()), scope="module")
def scenario(request: pytest.FixtureRequest) -> Scenario:
    return load_scenario(request.param)


def test_every_seat_has_a_brief_of_one_page(scenario):
    briefs = {each.seat: each.text for each in scenario.briefs}
    assert sorted(briefs) == sorted(all_seats(scenario))
    assert max(len(text) for text in briefs.values()) <= LONGEST_BRIEF


def test_every_seat_but_exercise_control_is_told_what_to_do_first(scenario):
    told = {each.seat for each in scenario.briefs if "First turn" in each.text or "first" in each.text}
    assert {*all_seats(scenario)} - told <= {EXCON, "red"}


def test_no_force_is_so_big_that_nothing_carries_it(scenario):
    """A whole force that goes by sea, air or rail goes in at most a dozen trips of all there is."""
    room: dict[str, float] = {}
    for nation in scenario.nations:
        for lift in nation.lift:
            room[lift.mode] = room.get(lift.mode, 0.0) + lift.carriers * lift.payload
    for nation in scenario.nations:
        for force in nation.forces:
            assert force.tonnes <= 12 * max(room.values()), force.id


def test_the_alliance_owns_more_than_the_adversary_brings_but_not_where_it_is_needed(scenario):
    (objective, *_), (adversary, *_) = scenario.objectives, scenario.adversaries
    against = sum(force.strength for force in adversary.forces)
    there = sum(force.strength for nation in scenario.nations for force in nation.forces if force.at == objective.at)
    assert objective.defence + there < 0.5 * against
    assert sum(_strength(nation) for nation in scenario.nations) > 0.7 * against


def _strength(nation: Nation) -> float:
    return sum(force.strength for force in nation.forces)


def test_the_great_alliance_is_what_its_script_makes():
    made = runpy.run_path(str(ROOT / "scenarios" / "make_great_alliance.py"))["make"]()
    assert made == (scenario_folder() / "great-alliance.yaml").read_text(encoding="utf-8")
    assert len(load_scenario("great-alliance").alliance.members) == 31
