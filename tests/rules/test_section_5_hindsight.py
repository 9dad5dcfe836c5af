"""docs/model.md 5.21: what a nation could have known, from the umpire's log."""

from typing import Any

import pytest

from tests.worlds import at, calm_crisis, crisis, of_kind, world_with
from wargame.engine.crisis import Crisis
from wargame.engine.intelligence import Intelligence
from wargame.engine.world import World
from wargame.model import happenings as happened
from wargame.model.clock import DAY
from wargame.model.decisions import ReleaseReport, TaskCollection
from wargame.model.event import EVERYONE, NOBODY
from wargame.model.scenario import Agreement, Scenario
from wargame.rules.assessment import attack_probability
from wargame.rules.hindsight import could_have_known, hours_not_sharing_cost

SHARED = (Agreement(id="ears", kind="intelligence_sharing", parties=("north", "south", "west"), tier="inner_circle"),)


def watching(scenario: Scenario, seed: int, days: int = 20) -> World:
    """Half a month of a crisis in which nobody does anything, a turn a day."""
    live = Crisis(scenario, seed)
    for turn in range(1, days + 1):
        live.begin_turn(turn)
        if turn == 3:
            live.world.decide("north", TaskCollection(discipline="human", indicator="blood"), None)
        live.world.run_to(turn * DAY, stop_at_flash=False)
    return live.world


@pytest.mark.parametrize("seed", range(4))
def test_5_21_who_has_no_allies_could_have_known_what_it_knew(seed: int) -> None:
    """Reports, summaries, disproofs, tasking and silence are weighed as its own staff weighed them."""
    alone = crisis(alliance__members=("north",), doctrine__intelligence__false_alarm_rate=2.0)
    world = watching(alone, seed)
    last = [event for event in of_kind(world.log, "assessed") if event.body.nation == "north"][-1]
    seen = could_have_known(alone, world.log, "north", last.time)
    assert seen.possible == pytest.approx(seen.perceived, abs=1e-3)
    assert seen.reports == seen.possible_reports > 5
    warned = [event.time for event in of_kind(world.log, "warning_issued") if event.body.nation == "north"]
    assert seen.warned == seen.could_warn == (warned[0] if warned else None)
    assert of_kind(world.log, "report_disproved", "collection_tasked", "summary_issued")


def seen_by_south(released: float | None = None, **changes: Any) -> World:
    """South's own sensors notice blood twice on the first day; it may release the reports some hours after that."""
    scenario = calm_crisis(agreements=SHARED, **changes)
    world = world_with(scenario)
    staffs = Intelligence(world)
    for _ in range(2):
        event = world.emit(happened.IndicatorShown(indicator="blood"), world.turn_event, NOBODY)
        staffs.detection.collect("south", event)
    if released is not None:
        world.run_to(at(released))
        for report in ("r1", "r2"):
            world.decide("south", ReleaseReport(report=report, to="north", precedence="priority"), None)
    world.run_to(2 * DAY)
    world.emit(happened.TurnBegan(turn=2), None, EVERYONE)
    return world


def test_5_21_a_nation_could_have_known_what_an_ally_kept_to_itself() -> None:
    world = seen_by_south()
    seen = could_have_known(world.scenario, world.log, "north")
    assert attack_probability(seen.possible) > 0.4
    assert attack_probability(seen.perceived) < 0.2
    assert (seen.reports, seen.possible_reports) == (0, 2)


def test_5_21_what_is_held_counts_from_when_the_first_of_them_held_it() -> None:
    world = seen_by_south()
    came = min(event.time for event in of_kind(world.log, "report_received"))
    before = could_have_known(world.scenario, world.log, "north", came - 1)
    after = could_have_known(world.scenario, world.log, "north", came)
    assert before.possible_reports == 0
    assert after.possible_reports >= 1


def test_5_21_not_sharing_costs_the_hours_by_which_a_warning_would_have_come_earlier() -> None:
    """With reports kept back for ever it costs to the end of the log; released after ten hours, those and the way."""
    kept, late = seen_by_south(), seen_by_south(released=10.0)
    could = could_have_known(kept.scenario, kept.log, "north").could_warn
    assert could is not None
    cost = hours_not_sharing_cost(kept.scenario, kept.log, "north")
    assert cost == pytest.approx((2 * DAY - could) / at(1), abs=1e-5)
    (warned, *_) = [event for event in of_kind(late.log, "warning_issued") if event.body.nation == "north"]
    assert warned.time == at(10 + 5 + 3)
    cost = hours_not_sharing_cost(late.scenario, late.log, "north")
    assert cost == pytest.approx((warned.time - could) / at(1), abs=1e-5)


def test_5_21_it_costs_nothing_where_there_was_nothing_to_warn_of() -> None:
    quiet = world_with(calm_crisis(), Intelligence)
    quiet.run_to(5 * DAY)
    assert hours_not_sharing_cost(quiet.scenario, quiet.log, "north") is None


def test_5_21_who_saw_it_all_itself_has_lost_nothing() -> None:
    world = seen_by_south()
    assert hours_not_sharing_cost(world.scenario, world.log, "south") == 0.0


def test_5_21_what_two_allies_held_on_the_same_is_not_counted_twice() -> None:
    """South's report, and the same passed on to North and West, is one."""
    world = seen_by_south(released=4.0)
    assert could_have_known(world.scenario, world.log, "west").possible_reports == 2
    shared = could_have_known(world.scenario, world.log, "west", 2 * DAY)
    kept = seen_by_south()
    assert shared.possible == pytest.approx(could_have_known(kept.scenario, kept.log, "west", 2 * DAY).possible)


def test_5_21_silence_is_that_of_all_members_sensors() -> None:
    """Where nobody saw anything, more sensors that look make an attack less likely."""
    quiet = world_with(calm_crisis(), Intelligence)
    quiet.run_to(5 * DAY)
    quiet.emit(happened.TurnBegan(turn=2), None, EVERYONE)
    seen = could_have_known(quiet.scenario, quiet.log, "west")
    assert attack_probability(seen.possible) < attack_probability(seen.perceived)
