"""What shows, who notices, and who is mistaken (docs/model.md section 5)."""

from collections.abc import Iterator
from dataclasses import replace
from math import exp, sqrt
from statistics import NormalDist

import pytest

from tests.worlds import adversary, at, behind, calm_crisis, crisis, nation, of_kind, the, with_changes, world_with
from wargame.engine.crisis import Crisis
from wargame.engine.indications import formation
from wargame.engine.intelligence import Intelligence
from wargame.engine.registry import Message
from wargame.engine.world import World
from wargame.model import happenings as happened
from wargame.model.clock import DAY
from wargame.model.decisions import TaskCollection
from wargame.model.event import EVERYONE, NOBODY, Event
from wargame.model.nation import Technology
from wargame.model.scenario import Scenario

FROZEN = {"doctrine__threat__mobilise_days": 1e9, "doctrine__threat__demobilise_days": 1e9}
"""Mobilisation stays where it is, so that rates do."""
HIT = NormalDist().cdf(1.5 / 2 - 0.3)
MISTAKEN = NormalDist().cdf(-1.5 / 2 - 0.3)


def watched(scenario: Scenario, seed: int = 1, rung: int = 3, mobilisation: float = 0.3) -> World:
    """A world in which the adversary stays at a rung and is watched."""
    world = world_with(scenario, Intelligence, seed=seed)
    body = happened.AdversaryPrepared(
        adversary="redland", type="coercer", objective="gate", rung=rung, mobilisation=mobilisation
    )
    world.emit(body, None, ("red",))
    return world


def shown(world: World, indicator: str) -> list[Event]:
    """What really showed, false alarms left out."""
    every = of_kind(world.log, "indicator_shown")
    return [event for event in every if event.body.indicator == indicator and event.body.adversary is not None]


def reports(world: World, seat: str) -> list[happened.ReportReceived]:
    return [
        event.body
        for event in world.log
        if isinstance(event.body, happened.ReportReceived) and event.body.nation == seat
    ]


# --- what shows ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rung", "mobilisation", "hypothesis"),
    [
        (0, 0.0, "routine"),
        (2, 0.0, "coercion"),
        (3, 0.0, "exercise"),
        (4, 0.5, "limited_attack"),
        (5, 1.0, "major_attack"),
    ],
)
def test_5_2_indicators_show_as_often_as_what_is_going_on_makes_them(
    rung: int, mobilisation: float, hypothesis: str
) -> None:
    """Counts over 60 worlds of 20 days against rate times time, within four standard deviations."""
    scenario = crisis(**FROZEN)
    counts = dict.fromkeys(("columns", "blood"), 0)
    for seed in range(60):
        world = watched(scenario, seed, rung, mobilisation)
        world.run_to(20 * DAY)
        for name in counts:
            counts[name] += len(shown(world, name))
    for indicator in scenario.indicators:
        expected = getattr(indicator.rates, hypothesis) * 20 * 60
        assert abs(counts[indicator.id] - expected) < 4 * sqrt(expected), indicator.id


def test_5_2_a_quieter_adversary_shows_some_of_what_a_louder_one_would() -> None:
    """Luck stays aligned: whatever shows at the lower rate would have shown at the higher one."""
    for seed in range(5):
        loud, quiet = watched(crisis(**FROZEN), seed, 4), watched(crisis(**FROZEN), seed, 2)
        loud.run_to(30 * DAY)
        quiet.run_to(30 * DAY)
        for name in ("columns", "blood"):
            often, seldom = ({event.time for event in shown(world, name)} for world in (loud, quiet))
            assert seldom < often


def test_5_2_its_rates_change_when_it_moves() -> None:
    world = watched(crisis(**FROZEN), 3, 0)
    world.run_to(20 * DAY)
    moved = happened.RungChanged(adversary="redland", old=0, new=4, mobilisation=0.0)
    change = world.emit(moved, world.turn_event, ("red",))
    world.run_to(40 * DAY)
    before = [event for event in shown(world, "columns") if event.time <= 20 * DAY]
    after = [event for event in shown(world, "columns") if event.time > 20 * DAY]
    assert len(before) < 8 < len(after)
    assert {event.cause for event in after} == {change.id}


def test_5_2_nobody_is_told_what_showed() -> None:
    world = watched(crisis(), 2, 4)
    world.run_to(10 * DAY)
    assert {event.audience for event in of_kind(world.log, "indicator_shown", "false_alarm_arose")} == {NOBODY}


def test_5_2_troops_that_move_are_one_of_its_formations() -> None:
    world = watched(calm_crisis(**FROZEN), 1, 4)
    world.run_to(30 * DAY)
    assert {event.body.force for event in shown(world, "columns")} == {"r-first", "r-second"}
    assert {event.body.force for event in shown(world, "blood")} == {None}


def test_5_2_a_text_about_one_formation_shows_no_other() -> None:
    """Of a scenario that names the paratroopers, only they are seen; what shows, and when, is as before."""
    named = calm_crisis(**FROZEN)
    columns, *others = named.indicators
    named = replace(named, indicators=(replace(columns, forces=("r-second",)), *others))
    before, after = watched(calm_crisis(**FROZEN), 1, 4), watched(named, 1, 4)
    before.run_to(30 * DAY)
    after.run_to(30 * DAY)
    assert {event.body.force for event in shown(after, "columns")} == {"r-second"}
    assert [event.time for event in shown(after, "columns")] == [event.time for event in shown(before, "columns")]


def test_5_2_harmless_things_are_taken_for_the_formation_that_the_text_is_about() -> None:
    adversary, columns = calm_crisis().adversaries[0], calm_crisis().indicators[0]
    assert {formation(adversary, columns, u) for u in (0.0, 0.5, 0.99)} == {"r-first", "r-second"}
    assert {formation(adversary, replace(columns, forces=("r-first",)), u) for u in (0.0, 0.5, 0.99)} == {"r-first"}
    assert formation(adversary, replace(columns, forces=("b-other",)), 0.5) is None  # another adversary's


# --- who notices ---------------------------------------------------------------------------------------------


def noticed(scenario: Scenario, indicator: str = "columns", seeds: int = 40) -> tuple[int, dict[str, int]]:
    """How often an indicator showed in 19 days, and how often each nation's own sensors reported it."""
    there, seen = 0, dict.fromkeys(("north", "south", "west"), 0)
    for seed in range(seeds):
        world = watched(scenario, seed, 4)
        world.run_to(22 * DAY)
        there += len([event for event in shown(world, indicator) if event.time < 19 * DAY])
        for name in seen:
            own = [each for each in reports(world, name) if each.originator == name]
            seen[name] += len([each for each in own if each.indicator == indicator and each.observed < 19 * DAY])
    return there, seen


def assert_share(seen: int, there: int, chance: float) -> None:
    """Within four standard deviations of a binomial."""
    assert abs(seen - there * chance) <= 4 * sqrt(there * chance * (1 - chance)), (seen, there * chance)


def test_5_3_a_nation_notices_its_coverage_times_the_chance_of_a_hit() -> None:
    there, seen = noticed(calm_crisis(**FROZEN))
    assert there > 600
    for name, coverage in (("north", 0.5), ("south", 0.9), ("west", 0.0)):
        assert_share(seen[name], there, coverage * HIT)


def test_5_3_better_surveillance_notices_more() -> None:
    scenario = nation(calm_crisis(**FROZEN), "south", technology=Technology(surveillance=1.0))
    there, seen = noticed(scenario)
    assert_share(seen["south"], there, 0.9 * NormalDist().cdf(2.0 / 2 - 0.3))


def test_5_3_an_adversary_that_hides_is_noticed_less() -> None:
    there, seen = noticed(adversary(calm_crisis(**FROZEN, doctrine__intelligence__deception_loss=1.5), deception=1.0))
    assert_share(seen["south"], there, 0.9 * NormalDist().cdf(-0.3))


# --- who is mistaken -----------------------------------------------------------------------------------------


def mistaken(world: World, seat: str) -> list[Event]:
    """A nation's own reports on what was harmless."""
    return [
        event
        for event in of_kind(world.log, "report_received")
        if event.body.originator == event.body.nation == seat and "false_alarm_arose" in behind(world.log, event)
    ]


def test_5_4_harmless_things_are_mistaken_now_and_then() -> None:
    """.4 a day and discipline, of which coverage times Phi(-1.05) become a report; nobody is disproved in time."""
    scenario = crisis(doctrine__intelligence__cry_wolf=0.0)
    alarms = {"north": 0, "south": 0, "west": 0}
    for seed in range(60):
        world = world_with(scenario, Intelligence, seed=seed)
        world.run_to(30 * DAY)
        for name in alarms:
            alarms[name] += len(mistaken(world, name))
    for name, covered in (("north", 1.3), ("south", 0.9), ("west", 0.2)):
        expected = 0.4 * covered * MISTAKEN * 30 * 60
        assert abs(alarms[name] - expected) < 4.5 * sqrt(expected), name


def test_5_4_several_nations_can_be_mistaken_about_the_same() -> None:
    """So that a report which another confirms need not be true."""
    confirmed = 0
    for seed in range(40):
        world = world_with(crisis(doctrine__intelligence__criterion=-1.0), Intelligence, seed=seed)
        world.run_to(20 * DAY)
        alarms = [event for event in of_kind(world.log, "indicator_shown") if event.body.adversary is None]
        for alarm in alarms:
            holders = {event.body.nation for event in of_kind(world.log, "report_received") if event.cause == alarm.id}
            confirmed += len(holders) > 1
    assert confirmed > 20


def test_5_4_days_later_it_comes_out_that_there_was_nothing_to_it() -> None:
    """Who holds a report on it is told; what it had added to the assessment is taken back."""
    scenario = crisis(doctrine__intelligence__disproof_sd=0.0, doctrine__intelligence__criterion=-1.5)
    world = world_with(scenario, Intelligence, seed=3)
    world.run_to(20 * DAY)
    disproofs = of_kind(world.log, "report_disproved")
    assert len(disproofs) > 5
    for event in disproofs:
        assert event.audience == (event.body.nation,)
        received = world.log[event.cause - 1]
        assert received.body.report in event.body.reports
        alarm = world.log[received.cause - 1]
        assert event.time - alarm.time == 5 * DAY
        held = world.situation.pictures[event.body.nation].reports
        assert {held[report].disproved for report in event.body.reports} == {event.time}
        after = [each for each in of_kind(world.log, "assessed") if each.cause == event.id]
        assert len(after) == 1


def test_5_4_true_reports_are_never_disproved() -> None:
    world = watched(crisis(), 2, 4)
    world.run_to(40 * DAY)
    about = {world.log[world.log[event.cause - 1].cause - 1] for event in of_kind(world.log, "report_disproved")}
    assert about
    assert {event.body.adversary for event in about if event.body.kind == "indicator_shown"} == {None}


def own_reports(scenario: Scenario, seeds: range) -> Iterator[tuple[bool, Event]]:
    """Whether it is false, and a report of a nation's own sensors as the nation has it in its log."""
    for seed in seeds:
        live = Crisis(scenario, seed)
        live.begin_turn(1)
        live.world.run_to(12 * DAY, stop_at_flash=False)
        for seat in ("north", "south", "west"):
            log = live.world.seat_log(seat)
            for event in log.events:
                if isinstance(event.body, happened.ReportReceived) and event.body.originator == seat:
                    umpires = log.umpires(event.id)
                    assert umpires is not None
                    yield "false_alarm_arose" in behind(live.world.log, umpires), event


def test_5_4_a_false_report_shows_a_seat_nothing_that_a_true_one_does_not() -> None:
    """Neither by what stands behind it nor by what it names, how urgent or how secret it is: in a war as before it,
    whatever woke the adversary.
    """
    traits: dict[bool, set[tuple[object, ...]]] = {True: set(), False: set()}
    marked: dict[bool, set[tuple[object, ...]]] = {True: set(), False: set()}
    graded: dict[bool, set[tuple[object, ...]]] = {True: set(), False: set()}
    scenario = adversary(crisis(doctrine__intelligence__false_alarm_rate=3.0), rung=4, mobilisation=0.9)
    for false, event in own_reports(scenario, range(60)):
        body = event.body
        assert isinstance(body, happened.ReportReceived)
        traits[false].add((event.cause, event.measure, body.indicator, body.contact is None, body.place))
        marked[false].add((body.discipline, body.classification, body.control, body.rel_to, body.sanitised))
        graded[false].add((body.indicator, body.reliability, body.credibility, body.precedence))
    assert traits[True] == traits[False]
    assert marked[True] == marked[False]
    assert graded[True] == graded[False]
    assert {trait[0] for trait in traits[False]} == {None}
    assert {trait[2:4] for trait in traits[True]} == {("columns", False), ("blood", True)}


# --- crying wolf ---------------------------------------------------------------------------------------------


def test_5_13_a_watch_that_was_mistaken_reports_less_readily() -> None:
    """Only whose own sensors were mistaken: who was merely told learns nothing about its own."""
    world = world_with(calm_crisis())
    staffs = Intelligence(world)
    sensors = staffs.detection.sensors
    arose = world.emit(happened.FalseAlarmArose(discipline="human"), None, NOBODY)
    taken = world.emit(happened.IndicatorShown(indicator="blood"), arose, NOBODY)
    staffs.detection.collect("north", taken)
    world.run_to(DAY)
    held = world.situation.pictures["north"].reports["r1"]
    told = Message("south", taken, held.body, world.log[held.event - 1])
    staffs.registry.file(told)
    staffs.detection.disprove(taken)
    parameters = world.scenario.doctrine.intelligence
    assert sensors["north"].criterion.now(parameters, DAY) == pytest.approx(0.45)
    assert sensors["south"].criterion.now(parameters, DAY) == pytest.approx(0.3)
    assert sensors["north"].criterion.now(parameters, 8 * DAY) == pytest.approx(0.375)


def test_5_13_a_jaded_watch_misses_more() -> None:
    """c at 1.3 instead of .3: a hit in 29 of 100 instead of 67."""
    there = seen = 0
    for seed in range(40):
        scenario = calm_crisis(**FROZEN, doctrine__intelligence__cry_wolf_days=1e9)
        world = watched(scenario, seed, 4)
        world.emit(happened.WarningProvenFalse(nation="north"), world.turn_event, ("north",))
        for _ in range(2):
            world.emit(happened.WarningProvenFalse(nation="south"), world.turn_event, ("south",))
        world.run_to(20 * DAY)
        there += len([event for event in shown(world, "columns") if event.time < 18 * DAY])
        seen += len(
            [each for each in reports(world, "south") if each.originator == "south" and each.observed < 18 * DAY]
        )
    assert_share(seen, there, 0.9 * NormalDist().cdf(0.75 - 0.9))


# --- tasking, and sources that are lost ----------------------------------------------------------------------


def test_5_14_sensors_turn_to_what_they_are_tasked_with_at_the_next_turn() -> None:
    world = world_with(calm_crisis())
    staffs = Intelligence(world)
    north = staffs.detection.sensors["north"]
    columns, blood = world.scenario.indicators
    world.decide("north", TaskCollection(discipline="imagery", indicator="columns"), None)
    assert north.coverage(columns, 0) == 0.5
    world.run_to(DAY)
    world.emit(happened.TurnBegan(turn=2), None, EVERYONE)
    assert north.coverage(columns, DAY) == pytest.approx(0.75)
    assert north.coverage(blood, DAY) == 0.8  # another discipline's
    assert the(world.log, "collection_tasked").audience == ("north",)


def test_5_14_its_staff_knows_what_its_sensors_look_at_and_weighs_silence_by_it() -> None:
    world = world_with(calm_crisis())
    staffs = Intelligence(world)
    before = staffs.staffs.desks["north"].staff.missed
    world.decide("north", TaskCollection(discipline="imagery", indicator="columns"), None)
    world.run_to(DAY)
    world.emit(happened.TurnBegan(turn=2), None, EVERYONE)
    after = staffs.staffs.desks["north"].staff.missed
    assert after[0][1] > before[0][1]  # columns are likelier in an exercise: their silence speaks louder against one


def test_5_14_sensors_see_only_what_their_discipline_can() -> None:
    world = world_with(calm_crisis(), Intelligence)
    world.decide("north", TaskCollection(discipline="imagery", indicator="blood"), None)
    assert of_kind(world.log, "order_failed")


@pytest.mark.parametrize(("harmless", "left"), [(False, 0.3), (True, 0.5)])
def test_5_18_a_leak_costs_the_source_a_fifth_of_coverage_for_ten_days(harmless: bool, left: float) -> None:
    """North's imagery from .5 to .3, unless the version that leaked hides its source; its agents see as before."""
    world = world_with(calm_crisis())
    north = Intelligence(world).detection.sensors["north"]
    columns, blood = world.scenario.indicators
    leaked = happened.ReportLeaked(nation="north", discipline="imagery", by="south", harmless=harmless)
    world.emit(leaked, world.turn_event, NOBODY)
    assert north.coverage(columns, 10 * DAY - 1) == pytest.approx(left)
    assert north.coverage(columns, 10 * DAY) == 0.5
    assert north.coverage(blood, 0) == 0.8


def test_5_18_losses_add_up_and_coverage_is_never_negative() -> None:
    world = world_with(calm_crisis())
    detection = Intelligence(world).detection
    for _ in range(4):
        detection.lose("north", "imagery", 0.2, 10.0)
    assert detection.sensors["north"].coverage(world.scenario.indicators[0], 0) == 0.0


# --- reports -------------------------------------------------------------------------------------------------


def test_5_5_a_report_comes_hours_after_the_observation_under_the_nations_own_labels() -> None:
    """2 h to write it, and the precedence's time on the way; columns are routine or of priority here."""
    world = watched(calm_crisis(**FROZEN), 1, 4)
    world.run_to(20 * DAY)
    own = [body for body in reports(world, "south") if body.originator == "south"]
    every = reports(world, "south")
    assert [body.report for body in every] == [f"r{number}" for number in range(1, len(every) + 1)]
    received = {
        event.body.report: event.time for event in of_kind(world.log, "report_received") if event.audience == ("south",)
    }
    waits = {"flash": 2 + 1 / 6, "immediate": 3.0, "priority": 5.0}
    for body in own:
        if body.precedence != "routine":
            assert received[body.report] - body.observed == pytest.approx(at(waits[body.precedence]), abs=1)
    assert {body.contact for body in own} == {"c1", "c2"}
    names = {force.id for each in world.scenario.adversaries for force in each.forces}
    assert not names & {value for body in own for value in (body.contact, body.report)}


def test_5_5_routine_reports_come_all_together_in_the_daily_summary() -> None:
    """And are weighed all together."""
    scenario = calm_crisis(**FROZEN, doctrine__intelligence__priority_evidence=50.0)
    scenario = with_changes(scenario, {"doctrine__intelligence__immediate_evidence": 50.0})
    scenario = with_changes(scenario, {"doctrine__intelligence__flash_evidence": 50.0})
    world = watched(scenario, 1, 5)
    world.run_to(10 * DAY)
    summaries = of_kind(world.log, "summary_issued")
    assert {event.time % DAY for event in summaries} == {0}
    listed = [(event.body.nation, report) for event in summaries for report in event.body.reports]
    routine = [body for seat in ("north", "south", "west") for body in reports(world, seat) if body.originator == seat]
    assert sorted(listed) == sorted((body.nation, body.report) for body in routine)
    for event in summaries:
        (assessed,) = [each for each in of_kind(world.log, "assessed") if each.cause == event.id]
        assert assessed.time == event.time


def test_5_5_good_command_and_communications_are_faster() -> None:
    """exp(-.8 (1 - .5)) is .67 of the time; disrupted networks take longer."""
    world = world_with(nation(calm_crisis(), "south", technology=Technology(command=1.0)))
    registry = Intelligence(world).registry
    assert registry.slowness("north") == 1.0
    assert registry.slowness("south") == pytest.approx(exp(-0.4))
    hit = happened.IncidentNoticed(nation="north", incident="h1", means="cyber", at=None, bite=0.6)
    world.emit(hit, world.turn_event, ("north",))
    assert registry.slowness("north") == pytest.approx(1.0 + 0.6 * world.scenario.doctrine.disruption.cyber_slow)


def test_5_5_one_formation_keeps_its_label() -> None:
    world = watched(calm_crisis(**FROZEN), 1, 4)
    world.run_to(20 * DAY)
    pairs = set()
    for event in of_kind(world.log, "report_received"):
        if event.audience == ("south",):
            seen = world.log[(event.cause or 0) - 1].body
            if seen.kind == "indicator_shown" and seen.force:
                pairs.add((seen.force, event.body.contact))
    assert len(pairs) == 2
    assert {force for force, _ in pairs} == {"r-first", "r-second"}
    assert {contact for _, contact in pairs} == {"c1", "c2"}
