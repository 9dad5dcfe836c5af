"""docs/model.md 7.17: the staff's estimate."""

from dataclasses import replace
from random import Random

import pytest

from tests.worlds import calm_crisis, crisis, nation
from wargame.model.scenario import Scenario
from wargame.rules.draw import lognormal
from wargame.rules.estimate import estimate, mandate_days


def test_7_17_without_luck_it_is_the_planning_figures() -> None:
    """Notice 12 h, a day to load, a day by road, 4.5 d to work with the others; no mandate."""
    assert estimate(calm_crisis(), "n-guard", "gate") == (168.0, 168.0, 168.0)


def test_7_17_the_longer_of_notice_and_mandate() -> None:
    """A parliament takes two days, West's notice is one."""
    scenario = calm_crisis()
    west = next(each for each in scenario.nations if each.id == "west")
    assert mandate_days(scenario, west) == 2.0
    with_it = estimate(scenario, "w-mech", "gate")
    without = estimate(nation(scenario, "west", mandate="none"), "w-mech", "gate")
    assert with_it is not None
    assert without is not None
    assert with_it[1] - without[1] == pytest.approx(24.0)


def test_7_17_percentiles_are_those_of_the_law() -> None:
    """Integration alone, where the force is: lognormal with log standard deviation .5, after 6 h of notice."""
    found = estimate(crisis(), "n-gate", "gate")
    assert found is not None
    median = 24 * 4.5
    for value, u in zip(found, (0.1, 0.5, 0.9), strict=True):
        assert value == pytest.approx(6.0 + lognormal(u, median, 0.5), rel=0.01)


def test_7_17_luck_of_several_parts_evens_out() -> None:
    """Against ten thousand draws of the same law by other means."""
    found = estimate(crisis(), "s-tank", "gate")
    assert found is not None
    luck, cases = Random(3), []
    for _ in range(10_000):
        way = lognormal(luck.random(), 96 + 10 + 24, 0.2)
        cases.append(48.0 + way + lognormal(luck.random(), 240.0, 0.5))
    cases.sort()
    assert found == pytest.approx((cases[1000], cases[5000], cases[9000]), rel=0.02)


def test_7_17_no_way_no_estimate() -> None:
    assert estimate(crisis(), "s-isle", "gate") is None


def test_7_17_from_where_the_force_is_now() -> None:
    near, far = (estimate(crisis(), "n-guard", "gate", start) for start in ("gate", "ncap"))
    assert near is not None
    assert far is not None
    assert near[1] < far[1]


def test_7_17_the_same_question_has_the_same_answer() -> None:
    scenario: Scenario = replace(crisis())
    assert estimate(scenario, "w-mech", "gate") == estimate(crisis(), "w-mech", "gate")
