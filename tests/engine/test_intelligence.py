"""What shows, who notices, and what staffs make of it (docs/model.md section 5)."""

from collections.abc import Iterator
from math import sqrt
from statistics import NormalDist

import pytest

from tests.worlds import adversary, at, behind, calm_crisis, crisis, nation, of_kind, the, told, world_with
from wargame.engine.crisis import Crisis
from wargame.engine.intelligence import Intelligence
from wargame.engine.world import World
from wargame.model import happenings as happened
from wargame.model.clock import DAY
from wargame.model.decisions import ReleaseReport
from wargame.model.event import EVERYONE, NOBODY, Event
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
    return [
        event
        for event in every
        if event.body.indicator == indicator and behind(world.log, event)[:1] != ["false_alarm_arose"]
    ]


def reports(world: World, seat: str) -> list[happened.ReportReceived]:
    return [
        event.body
        for event in world.log
        if isinstance(event.body, happened.ReportReceived) and event.body.nation == seat
    ]


def everybody_reads(world: World, indicator: str = "blood") -> Event:
    """Something shows for all the world to see."""
    return world.emit(happened.IndicatorShown(indicator=indicator, force=None), world.turn_event, EVERYONE)


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


# --- who notices ---------------------------------------------------------------------------------------------


def test_5_3_a_nation_notices_its_coverage_times_the_chance_of_a_hit() -> None:
    scenario = calm_crisis(**FROZEN)
    there, seen = 0, {"north": 0, "south": 0, "west": 0}
    for seed in range(40):
        world = watched(scenario, seed, 4)
        world.run_to(20 * DAY)
        there += len([event for event in shown(world, "columns") if event.time < 19 * DAY])
        for name in seen:
            own = [each for each in reports(world, name) if each.indicator == "columns" and each.observed < 19 * DAY]
            seen[name] += len(own)
    assert there > 600
    for name, coverage in (("north", 0.5), ("south", 0.9), ("west", 0.0)):
        chance = coverage * HIT
        assert abs(seen[name] - there * chance) <= 4 * sqrt(there * chance * (1 - chance)), name


def test_5_4_harmless_things_are_mistaken_now_and_then() -> None:
    """.2 a day and discipline, of which Phi(-1.05) become a report: North has two disciplines, South one."""
    alarms = {"north": 0, "south": 0, "west": 0}
    for seed in range(60):
        world = world_with(crisis(), Intelligence, seed=seed)
        world.run_to(30 * DAY)
        for event in of_kind(world.log, "false_alarm_arose"):
            alarms[event.body.nation] += 1
    for name, disciplines in (("north", 2), ("south", 1), ("west", 1)):
        expected = 0.2 * disciplines * MISTAKEN * 30 * 60
        assert abs(alarms[name] - expected) < 4 * sqrt(expected), name


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
                    umpires = live.world.log[(log.umpire_id(event.id) or 0) - 1]
                    yield "false_alarm_arose" in behind(live.world.log, umpires), event


def test_5_4_a_false_report_shows_a_seat_nothing_that_a_true_one_does_not() -> None:
    """Neither by what stands behind it nor by what it names: in a war as before it, whatever woke the adversary."""
    traits: dict[bool, set[tuple[object, ...]]] = {True: set(), False: set()}
    for false, event in own_reports(adversary(crisis(), rung=4, mobilisation=0.9), range(40)):
        body = event.body
        assert isinstance(body, happened.ReportReceived)
        traits[false].add((event.cause, event.measure, body.indicator, body.contact is None, body.place))
    assert traits[True] == traits[False]
    assert {trait[0] for trait in traits[False]} == {None}
    assert {trait[2:4] for trait in traits[True]} == {("columns", False), ("blood", True)}


def test_5_5_a_report_comes_hours_after_the_observation_under_the_nations_own_labels() -> None:
    world = watched(calm_crisis(**FROZEN), 1, 4)
    world.run_to(20 * DAY)
    own = reports(world, "south")
    assert [body.report for body in own] == [f"r{number}" for number in range(1, len(own) + 1)]
    received = [event.time for event in of_kind(world.log, "report_received") if event.audience == ("south",)]
    assert [time - body.observed for time, body in zip(received, own, strict=True)] == [at(3)] * len(own)
    assert {body.contact for body in own} == {"c1", "c2"}
    names = {force.id for each in world.scenario.adversaries for force in each.forces}
    assert not names & {value for body in own for value in (body.contact, body.report)}


def test_5_5_one_formation_keeps_its_label() -> None:
    world = watched(calm_crisis(**FROZEN), 1, 4)
    world.run_to(20 * DAY)
    pairs = set()
    for event in of_kind(world.log, "report_received"):
        if event.audience == ("south",):
            seen = world.log[(event.cause or 0) - 1].body
            pairs.add((seen.force, event.body.contact))
    assert len(pairs) == 2
    assert {force for force, _ in pairs} == {"r-first", "r-second"}
    assert {contact for _, contact in pairs} == {"c1", "c2"}


# --- assessment and warning ----------------------------------------------------------------------------------


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
    for turn in range(2, 40):
        world.run_to((turn - 1) * DAY)
        world.emit(happened.TurnBegan(turn=turn), None, EVERYONE)
    for _ in range(5):
        everybody_reads(world)
    first, second = (event.body for event in of_kind(world.log, "warning_issued") if event.audience == ("north",))
    assert first.reports == ("r1",)
    assert "r1" not in second.reports  # older than what a staff remembers


def test_5_9_silence_alone_does_not_warn() -> None:
    world = world_with(nation(calm_crisis(), "north", threshold=0.01), Intelligence)
    for turn in range(2, 6):
        world.run_to((turn - 1) * DAY)
        world.emit(happened.TurnBegan(turn=turn), None, EVERYONE)
    assert of_kind(world.log, "assessed")
    assert not of_kind(world.log, "warning_issued")


def test_5_7_staffs_weigh_silence_at_an_edge_when_their_last_assessment_is_half_a_day_old() -> None:
    world = world_with(calm_crisis(), Intelligence)
    for hours, assessed in ((11, 0), (12, 3), (23, 3), (24, 6)):
        world.run_to(at(hours))
        world.emit(happened.TurnBegan(turn=hours), None, EVERYONE)
        assert len(of_kind(world.log, "assessed")) == assessed, hours


# --- sharing -------------------------------------------------------------------------------------------------


def holding(seat: str = "north") -> tuple[World, happened.ReportReceived]:
    """A world in which one nation alone has a report of its own sensors."""
    world = world_with(calm_crisis())
    event = world.emit(happened.IndicatorShown(indicator="blood", force=None), world.turn_event, NOBODY)
    staffs = Intelligence(world)
    staffs.collect(staffs.desks[seat], event)
    world.run_to(at(4))
    return world, reports(world, seat)[0]


@pytest.mark.parametrize(("ally", "hours"), [("south", 24), ("west", 72)])
def test_5_10_a_report_is_released_in_hours_under_an_agreement_and_in_days_without(ally: str, hours: int) -> None:
    world, report = holding()
    world.decide("north", ReleaseReport(report="r1", to=ally), None)
    world.run_to(at(4 + hours) - 1)
    assert reports(world, ally) == []
    world.run_to(at(4 + hours))
    (received,) = reports(world, ally)
    assert (received.originator, received.observed, received.reliability) == ("north", 0, report.reliability)
    arrived = the([event for event in world.log if event.audience == (ally,)], "report_received")
    assert behind(world.log, arrived)[:3] == ["report_released", "report_received", "indicator_shown"]
    assert the(world.log, "report_released").audience == ("north",)
    assert world.seat_log(ally).events[1].cause is None  # what it is about is sealed


def test_5_10_what_is_known_already_is_not_weighed_again() -> None:
    world, _ = holding()
    for _ in range(2):
        world.decide("north", ReleaseReport(report="r1", to="south"), None)
    world.run_to(5 * DAY)
    assert len(reports(world, "south")) == 1


def test_5_10_there_must_be_such_a_report_and_such_an_ally() -> None:
    world, _ = holding()
    world.decide("north", ReleaseReport(report="r7", to="south"), None)
    world.decide("north", ReleaseReport(report="r1", to="moon"), None)
    world.decide("west", ReleaseReport(report="r1", to="south"), None)
    assert len(of_kind(world.log, "order_failed")) == 3
