"""docs/model.md 6.19: the pattern of past consultations, that the model is to show without being fitted to any one."""

import pytest

from benchmarks.consultation import CASES, SIZES, WAYS, by_size, covered, lines
from tests.worlds import doctrine

CONSULTATION = doctrine().consultation
SMALL, LARGE = SIZES


@pytest.fixture(scope="module")
def medians() -> dict[str, dict[str, float]]:
    """Days from call to decision by way and size."""
    return {way: {size: days[1] for size, days in sizes.items()} for way, sizes in by_size(60).items()}


def test_6_19_size_alone_explains_little(medians: dict[str, dict[str, float]]) -> None:
    """Four times the members take less than twice the time: capitals hesitate over the same evidence."""
    for sizes in medians.values():
        assert sizes[SMALL] <= sizes[LARGE] < 2.0 * sizes[SMALL] + 0.01


def test_6_19_a_plan_makes_days_of_weeks_and_delegation_hours_of_days(medians: dict[str, dict[str, float]]) -> None:
    for size in SIZES:
        assert medians["planned"][size] < 4.0
        assert medians["no plan"][size] > 5.0
        assert medians["delegated to the commander"][size] == 0.0


def test_6_19_open_dispute_adds_days_to_a_plan_and_weeks_without(medians: dict[str, dict[str, float]]) -> None:
    for size in SIZES:
        assert medians["planned, open dispute"][size] > medians["planned"][size] + 1.0
        assert medians["no plan, open dispute"][size] > medians["no plan"][size] + 7.0


def test_6_19_eight_of_ten_past_decisions_lie_within_the_middle_four_fifths() -> None:
    """As many as should. Outside are one that needed weeks after violence, and one decided on the day it was put."""
    outside = [case.name for case, _, inside in covered(CONSULTATION, 1000) if not inside]
    assert outside == ["Eagle Assist 2001", "Forward presence 2016"]
    assert len(CASES) == 10


def test_6_19_eight_independent_capitals_would_need_weeks_more() -> None:
    """The reason for common hesitation: with none in common and all pivotal, 30 members are never fast."""
    alone = doctrine(consultation__guidance_common=0.0, consultation__pivotal_share=1.0).consultation
    case = next(case for case in CASES if case.name == "Response Force to Romania 2022")
    deciles = {each.name: days for each, days, _ in covered(alone, 500)}
    assert deciles[case.name][0] > case.days


def test_6_19_the_benchmark_prints_every_way_and_case() -> None:
    printed = "\n".join(lines(3, 50))
    assert [way.name for way in WAYS if way.name not in printed] == []
    assert [case.name for case in CASES if case.name not in printed] == []
