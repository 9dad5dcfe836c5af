"""What intelligence staffs make of reports and of silence (docs/model.md section 5)."""

import pytest

from tests.worlds import at, behind, calm_crisis, crisis, nation, of_kind, the, told, world_with
from wargame.engine.intelligence import Intelligence
from wargame.engine.world import World
from wargame.model import happenings as happened
from wargame.model.clock import DAY
from wargame.model.event import EVERYONE, Event
from wargame.rules.assessment import attack_probability, pooled


def everybody_reads(world: World, indicator: str = "blood") -> Event:
    """Something shows for all the world to see."""
    return world.emit(happened.IndicatorShown(indicator=indicator, force=None), world.turn_event, EVERYONE)


def turns(world: World, first: int, last: int) -> None:
    """A turn a day."""
    for turn in range(first, last):
        world.run_to((turn - 1) * DAY)
        world.emit(happened.TurnBegan(turn=turn), None, EVERYONE)


# --- two services --------------------------------------------------------------------------------------------


def test_5_6_both_services_and_the_national_estimate_are_told_the_nation_alone() -> None:
    world = world_with(calm_crisis(), Intelligence)
    everybody_reads(world)
    done = the([event for event in world.log if event.audience == ("north",)], "assessed")
    civil, military = done.body.services
    assert done.body.log_odds == pooled(done.body.services)
    assert attack_probability(civil) != attack_probability(military)
    assert world.situation.pictures["north"].services == (civil, military)


def test_5_6_they_agree_when_they_have_no_leanings() -> None:
    same = calm_crisis(doctrine__intelligence__service_favour=0.0, doctrine__intelligence__service_lean=0.0)
    world = world_with(same, Intelligence)
    everybody_reads(world)
    everybody_reads(world, "columns")
    for event in of_kind(world.log, "assessed"):
        assert event.body.services[0] == event.body.services[1] == event.body.log_odds


# --- warning -------------------------------------------------------------------------------------------------


def test_5_9_a_staff_warns_when_its_threshold_is_passed_and_not_again_before_relief() -> None:
    """C3 news of blood weighs .65 * .65 ln 20 for a limited attack: North and South warn at the first, West later."""
    world = world_with(calm_crisis(), Intelligence)
    everybody_reads(world)
    everybody_reads(world)
    everybody_reads(world)
    assert told(of_kind(world.log, "warning_issued")) == [
        "D+0T00:00 warning_issued north",
        "D+0T00:00 warning_issued south",
        "D+0T00:00 warning_issued west",
    ]
    assert [event.body.reports for event in of_kind(world.log, "warning_issued")] == [("r1",), ("r1",), ("r1", "r2")]


def test_5_9_after_relief_it_warns_anew() -> None:
    world = world_with(calm_crisis(), Intelligence)
    everybody_reads(world)
    turns(world, 2, 40)
    for _ in range(5):
        everybody_reads(world)
    first, second = (event.body for event in of_kind(world.log, "warning_issued") if event.audience == ("north",))
    assert first.reports == ("r1",)
    assert "r1" not in second.reports  # older than what a staff remembers


def test_5_9_nobody_warns_of_an_attack_that_has_come() -> None:
    world = world_with(calm_crisis(), Intelligence)
    world.emit(happened.AttackBegan(adversary="redland", objective="gate"), world.turn_event, EVERYONE)
    for _ in range(3):
        everybody_reads(world)
    assert of_kind(world.log, "assessed")
    assert not of_kind(world.log, "warning_issued")


def test_5_9_silence_alone_does_not_warn() -> None:
    world = world_with(nation(calm_crisis(), "north", threshold=0.01), Intelligence)
    turns(world, 2, 6)
    assert of_kind(world.log, "assessed")
    assert not of_kind(world.log, "warning_issued")


def test_5_9_a_warning_is_proven_false_when_quiet_days_have_passed_and_its_staff_has_changed_its_mind() -> None:
    world = world_with(calm_crisis(), Intelligence)
    everybody_reads(world)
    turns(world, 2, 40)
    proven = [event for event in of_kind(world.log, "warning_proven_false") if event.audience == ("north",)]
    assert len(proven) == 1
    assert proven[0].time >= 10 * DAY
    assert behind(world.log, proven[0])[0] == "warning_issued"
    assert world.situation.pictures["north"].false_warnings == 1


def test_5_9_not_while_its_staff_still_believes_it() -> None:
    world = world_with(calm_crisis(), Intelligence)
    for day in range(2, 20):
        world.run_to((day - 1) * DAY)
        everybody_reads(world)
    assert not of_kind(world.log, "warning_proven_false")


@pytest.mark.parametrize("kind", ["clash", "attack"])
def test_5_9_not_when_there_was_violence(kind: str) -> None:
    world = world_with(calm_crisis(), Intelligence)
    everybody_reads(world)
    body = (
        happened.ClashHappened(adversary="redland", serious=False)
        if kind == "clash"
        else happened.AttackBegan(adversary="redland", objective="gate")
    )
    world.run_to(DAY)
    world.emit(body, world.turn_event, EVERYONE)
    turns(world, 3, 40)
    assert not of_kind(world.log, "warning_proven_false")


@pytest.mark.parametrize(
    ("steps", "proven"),
    [
        ((), 0),  # it stands there all the time
        (((5, 3),), 0),  # it steps down five days after the warning
        (((-1, 3),), 1),  # it has stepped down before the warning
        (((-1, 3), (2, 4), (3, 3)), 0),  # it mobilises for a day
    ],
)
def test_5_9_not_when_an_adversary_mobilised_in_truth(steps: tuple[tuple[int, int], ...], proven: int) -> None:
    """Redland stands at rung 4 as play opens and steps so many days after the warning, which comes on day 2."""
    world = world_with(calm_crisis(), Intelligence)
    prepared = happened.AdversaryPrepared(
        adversary="redland", type="coercer", objective="gate", rung=4, mobilisation=0.5
    )
    world.emit(prepared, None, ("red",))
    rung, warned = 4, 2
    for day, new in (*(each for each in steps if each[0] < 0), (0, 0), *(each for each in steps if each[0] > 0)):
        world.run_to((warned + day) * DAY)
        if day == 0:
            everybody_reads(world)
            continue
        moved = happened.RungChanged(adversary="redland", old=rung, new=new, mobilisation=0.5)
        world.emit(moved, world.turn_event, ("red",))
        rung = new
    turns(world, warned + 6, 40)
    north = [event for event in of_kind(world.log, "warning_proven_false") if event.audience == ("north",)]
    assert len(north) == proven


def test_5_9_a_warning_does_not_rest_on_what_has_been_disproved() -> None:
    world = world_with(nation(calm_crisis(), "north", threshold=0.6))
    staffs = Intelligence(world)
    wrong = everybody_reads(world, "columns")
    staffs.detection.disprove(wrong)
    for _ in range(4):
        everybody_reads(world)
    (warned,) = [event.body for event in of_kind(world.log, "warning_issued") if event.audience == ("north",)]
    assert isinstance(warned, happened.WarningIssued)
    assert warned.reports[0] == "r2"


# --- silence, and what is taken back -------------------------------------------------------------------------


def test_5_7_staffs_weigh_silence_at_an_edge_when_their_last_assessment_is_half_a_day_old() -> None:
    world = world_with(calm_crisis(), Intelligence)
    for hours, assessed in ((11, 0), (12, 3), (23, 3), (24, 6)):
        world.run_to(at(hours))
        world.emit(happened.TurnBegan(turn=hours), None, EVERYONE)
        assert len(of_kind(world.log, "assessed")) == assessed, hours


def test_5_4_after_a_disproof_the_assessment_is_what_it_would_be_without() -> None:
    deceived, spared = world_with(crisis()), world_with(crisis())
    staffs = Intelligence(deceived)
    Intelligence(spared)
    wrong = everybody_reads(deceived)
    for world in (deceived, spared):
        world.run_to(3 * DAY)
        everybody_reads(world, "columns")
    staffs.detection.disprove(wrong)
    odds = [world.situation.pictures["west"].log_odds for world in (deceived, spared)]
    assert odds[0] == pytest.approx(odds[1], abs=1e-4)
