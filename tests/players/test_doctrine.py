"""The player that goes by the book: warn, consult, agree, offer, activate, share."""

from dataclasses import replace
from math import sqrt
from statistics import mean, stdev
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.scoring.logs import OWNERS, Log
from tests.session.sessions import everywhere, header, record, tutorial
from tests.worlds import at, crisis, view_of
from tests.worlds import nation as with_nation
from wargame.model import happenings as happened
from wargame.model.clock import DAY
from wargame.model.decisions import Decision
from wargame.model.decisions.consultation import (
    CallConsultation,
    MeasureText,
    SetSilence,
    TableMeasure,
    TakePosition,
)
from wargame.model.decisions.forces import CeaseFire, OfferForce, OrderActivation, SeekMandate
from wargame.model.decisions.home_front import SendRelief
from wargame.model.decisions.intelligence import ReleaseReport, StateProbability
from wargame.model.event import Event
from wargame.model.nation import Force
from wargame.model.record import Order
from wargame.model.scenario import playing_seats
from wargame.players import PLAYERS
from wargame.scoring.score import score
from wargame.session.exercise import Exercise
from wargame.session.table import Table

SURE = (0.0, 0.0, 0.0, 3.0, 3.0)
"""Log-odds of a staff that holds an attack to be very likely (93 %)."""
CALM = (0.0, -3.0, -3.0, -4.0, -5.0)


def decided(log: Log, seat: str) -> list[Order]:
    """What it orders in the small crisis after these events."""
    return list(PLAYERS["doctrine"].decide(view_of(crisis(), seat, log), lambda: 0.5))


def orders(log: Log, seat: str) -> list[Decision]:
    return [order.decision for order in decided(log, seat)]


def alarmed(*nations: str, turn: int = 2) -> Log:
    """Each of these nations has a report of its own and its staff's warning; the others hear nothing."""
    log = Log()
    log.turn(24.0, turn)
    for nation in nations:
        received = log.report(20.0, 24.0, nation=nation)
        assessed = log.add(24.0, happened.Assessed(nation=nation, log_odds=SURE), received)
        log.warn(24.0, assessed, "r1", nation=nation)
    return log


def tabled(*nations: str, strength: float = 3.0, turn: int = 2) -> tuple[Log, Event]:
    """As `alarmed`, with a deployment before the council."""
    log = alarmed(*nations, turn=turn)
    text = MeasureText(kind="deploy", place="gate", strength=strength)
    alert = MeasureText(kind="heighten_readiness")
    convened = log.meet(26.0, 30.0, log[-1], nations[0])
    log.add(36.0, happened.MeasureTabled(by=nations[0], text=alert), convened, "m2")
    return log, log.add(36.0, happened.MeasureTabled(by=nations[0], text=text), convened, "m1")


def adopted(forces: tuple[str, ...], hours_ago: float) -> Log:
    """A deployment of 3 BE, adopted so many hours before the present turn, with forces on offer."""
    log, _ = tabled("north")
    for force in forces:
        log.add(40.0, happened.ForceOffered(nation=OWNERS[force[0]], force=force), log[-1], "m1")
    log.add(60.0, happened.MeasureAdopted(unanimous=True), log[-1], "m1")
    log.turn(60.0 + hours_ago, 5)
    return log


# --- consulting ----------------------------------------------------------------------------------------------


def test_on_its_staffs_warning_it_calls_the_council_and_answers_the_warning():
    log = alarmed("north")
    call = next(order for order in decided(log, "north") if isinstance(order.decision, CallConsultation))
    view = view_of(crisis(), "north", log)
    assert view.log[call.answers - 1].body.kind == "warning_issued"
    assert call.rationale.startswith("staff warn: attack ")


def test_without_a_warning_it_calls_nothing():
    log = alarmed("south")
    log.add(24.0, happened.Assessed(nation="north", log_odds=CALM), log[0])
    assert not [each for each in orders(log, "north") if isinstance(each, CallConsultation)]


def test_when_the_threat_has_passed_since_the_warning_it_calls_nothing():
    log = alarmed("north")
    log.add(30.0, happened.Assessed(nation="north", log_odds=CALM), log[0])
    assert not [each for each in orders(log, "north") if isinstance(each, CallConsultation)]


def test_a_council_that_is_being_convened_is_not_called_again():
    log = alarmed("north", "south")
    log.add(24.0, happened.ConsultationCalled(nation="south"), log[-1])
    assert not [each for each in orders(log, "north") if isinstance(each, CallConsultation)]


def test_before_the_council_it_puts_a_reinforcement_of_twice_the_defence_and_the_alert():
    log = alarmed("north")
    convened = log.meet(26.0, 30.0, log[-1])
    tables = [order for order in decided(log, "north") if isinstance(order.decision, TableMeasure)]
    assert [order.decision.measure for order in tables] == [
        MeasureText(kind="deploy", place="gate", strength=3.0),
        MeasureText(kind="heighten_readiness"),
    ]
    view = view_of(crisis(), "north", log)
    assert {view.log[order.answers - 1].body for order in tables} == {convened.body}


def test_what_is_before_the_council_already_it_does_not_table_again():
    log, _ = tabled("north")
    assert not [each for each in orders(log, "north") if isinstance(each, TableMeasure)]


def test_what_failed_it_tables_again():
    log, measure = tabled("north")
    log.add(50.0, happened.MeasureFailed(by=("west",)), measure, "m1")
    again = [each for each in orders(log, "north") if isinstance(each, TableMeasure)]
    assert [each.measure.kind for each in again] == ["deploy"]


# --- agreeing, offering --------------------------------------------------------------------------------------


def test_it_backs_its_own_cause_at_once_and_gives_its_reason():
    log, _ = tabled("north")
    taken = [order for order in decided(log, "north") if isinstance(order.decision, TakePosition)]
    assert {(each.decision.measure, each.decision.position) for each in taken} == {("m1", "accept"), ("m2", "accept")}
    assert all(each.rationale.startswith("threat very likely, stake 0.90") for each in taken)


def test_other_capitals_take_their_time_and_speak_while_silence_runs():
    """Whoever spoke before would not be waited for."""
    log, measure = tabled("north", "south")
    assert not [each for each in orders(log, "south") if isinstance(each, TakePosition)]
    under_silence(log, measure)
    assert [each.position for each in orders(log, "south") if isinstance(each, TakePosition)] == ["accept", "accept"]


def under_silence(log, measure):
    for name in ("m1", "m2"):
        log.add(40.0, happened.SilenceBegan(until=at(64.0)), measure, name)


def test_an_ally_that_sees_no_threat_abstains_from_a_costly_measure():
    """West, uninformed: U = .15 - .35 × 1 × .5 - .06 < 0."""
    log, measure = tabled("north", strength=5.0)
    under_silence(log, measure)
    taken = [each for each in orders(log, "west") if isinstance(each, TakePosition)]
    assert {(each.measure, each.position) for each in taken} == {("m1", "abstain"), ("m2", "accept")}
    assert not [each for each in orders(log, "west") if isinstance(each, OfferForce | SeekMandate)]


def test_it_takes_its_position_once():
    log, measure = tabled("north")
    for name in ("m1", "m2"):
        log.add(40.0, happened.PositionTaken(nation="north", position="accept"), measure, name)
    assert not [each for each in orders(log, "north") if isinstance(each, TakePosition)]


@pytest.mark.parametrize(
    ("seat", "offers"),
    [("north", ["n-guard"]), ("south", ["s-tank"]), ("west", ["w-mech"])],
)
def test_it_offers_its_share_of_what_is_lacking_heavy_forces_first(seat: str, offers: list[str]):
    """A third of 3 BE each; what stands at the objective already cannot be sent there."""
    log, _ = tabled("north", "south", "west")
    assert [each.force for each in orders(log, seat) if isinstance(each, OfferForce)] == offers


def test_what_others_have_offered_is_no_longer_lacking():
    """2.4 of 3 BE are there; South's share of the rest is .2 and its tanks are more than enough; of 3 it is nothing."""
    log, measure = tabled("north", "south", "west")
    for force in ("w-mech", "n-guard", "s-rear", "s-isle"):
        log.add(40.0, happened.ForceOffered(nation=OWNERS[force[0]], force=force), measure, "m1")
    assert [each.force for each in orders(log, "south") if isinstance(each, OfferForce)] == ["s-tank"]
    log.add(40.0, happened.ForceOffered(nation="south", force="s-para"), measure, "m1")
    assert not [each for each in orders(log, "south") if isinstance(each, OfferForce)]


def test_a_force_that_was_refused_on_its_way_is_not_offered_again():
    """The tanks would be first; without them it is whoever moves soonest and has a way: none leads from the island."""
    log, measure = tabled("north", "south", "west")
    log.activate(40.0, measure, "s-tank")
    log.add(50.0, happened.MovementRefused(force="s-tank", strength=1.0, reason="no way leads to gate"), log[-1], "m1")
    text = MeasureText(kind="deploy", place="gate", strength=2.0)
    log.add(60.0, happened.MeasureTabled(by="hq", text=text), log[-1], "m3")
    assert [each.force for each in orders(log, "south") if isinstance(each, OfferForce)] == ["s-para"]


def test_it_seeks_the_mandate_as_soon_as_a_deployment_it_backs_is_tabled():
    log, _ = tabled("north", "south")
    assert [each.measure for each in orders(log, "south") if isinstance(each, SeekMandate)] == ["m1"]
    assert not [each for each in orders(log, "north") if isinstance(each, SeekMandate)]  # needs none


def test_in_sessions_the_mandate_runs_beside_the_consultation():
    beside = 0
    for seed in range(30):
        sought: dict[str, int] = {}
        for event in record(seed).events:
            if event.body.kind == "mandate_sought":
                sought.setdefault(event.body.nation, event.time)
            if event.body.kind == "measure_adopted" and event.measure == "m1":
                beside += len([time for time in sought.values() if time < event.time])
    assert beside >= 30


# --- sharing and stating -------------------------------------------------------------------------------------


def graded(log: Log, label: str, received: float, letter: str, number: int, originator: str = "north") -> None:
    body: Any = log.report(received - 4, received, label)
    fields = {name: getattr(body.body, name) for name in body.body.__dataclass_fields__}
    made = happened.ReportReceived(
        **(fields | {"reliability": letter, "credibility": number, "originator": originator})
    )
    log[-1] = type(body)(**({name: getattr(body, name) for name in body.__dataclass_fields__} | {"body": made}))


def released(log: Log, seat: str) -> list[tuple[str, str]]:
    return [(each.report, each.to) for each in orders(log, seat) if isinstance(each, ReleaseReport)]


def test_it_shares_its_newest_good_reports_each_with_the_ally_that_has_had_fewest():
    log = Log()
    graded(log, "r1", 10.0, "A", 1)
    graded(log, "r2", 12.0, "B", 2)
    graded(log, "r3", 14.0, "C", 1)
    graded(log, "r4", 16.0, "A", 3)
    graded(log, "r5", 18.0, "A", 1, originator="south")
    log.turn(24.0, 2)
    assert released(log, "north") == [("r2", "south"), ("r1", "west")]


def test_what_it_has_released_it_does_not_release_again():
    log = Log()
    graded(log, "r1", 10.0, "A", 1)
    graded(log, "r2", 12.0, "B", 2)
    log.add(13.0, happened.ReportReleased(nation="north", report="r2", to="south"), log[-1])
    log.turn(24.0, 2)
    assert released(log, "north") == [("r1", "west")]


def test_of_five_allies_each_gets_its_turn():
    """Two reports a turn: over five turns every ally of a pact of six gets two, in the order of the pact."""
    more = tuple(replace(crisis().nations[2], id=name, forces=(), lift=()) for name in ("east", "lake", "hill"))
    names = ("north", "south", "west", "east", "lake", "hill")
    six = crisis(nations=(*crisis().nations, *more), alliance__members=names)
    log = Log()
    for number in range(1, 11):
        graded(log, f"r{number}", 10.0 + number, "A", 1)
    for turn in range(2, 7):
        log.turn(24.0 * turn, turn)
        decisions = [order.decision for order in PLAYERS["doctrine"].decide(view_of(six, "north", log), lambda: 0.5)]
        shared = [each for each in decisions if isinstance(each, ReleaseReport)]
        for each in shared:
            log.add(24.0 * turn, happened.ReportReleased(nation="north", report=each.report, to=each.to), log[-1])
        assert len(shared) == 2
    told = [event.body for event in log if event.body.kind == "report_released"]
    assert [each.report for each in told] == [f"r{number}" for number in range(10, 0, -1)]
    assert [each.to for each in told] == [*names[1:], *names[1:]]


def test_who_may_not_be_told_is_not_counted():
    """A member that is no nation of the scenario: nothing can be released to it, and it costs the others nothing."""
    strange = crisis(alliance__members=("north", "nowhere", "south", "west"))
    log = Log()
    for number in range(1, 4):
        graded(log, f"r{number}", 10.0 + number, "A", 1)
    log.turn(24.0, 2)
    decisions = [order.decision for order in PLAYERS["doctrine"].decide(view_of(strange, "north", log), lambda: 0.5)]
    shared = [(each.report, each.to) for each in decisions if isinstance(each, ReleaseReport)]
    assert shared == [("r3", "south"), ("r2", "west")]


def test_it_states_half_of_what_its_staff_holds_likely_every_fourth_turn():
    """Being prepared is not yet being launched within 72 hours."""
    for turn in range(1, 10):
        stated = [each for each in orders(alarmed("north", turn=turn), "north") if isinstance(each, StateProbability)]
        assert len(stated) == (turn % 4 == 1)
        assert [each.probability for each in stated] in ([], [0.47])


# --- war and its people --------------------------------------------------------------------------------------


def fighting(held: float) -> Log:
    """Redland has attacked the Gate, holds so much of it and offers a cease-fire."""
    log = Log()
    log.turn(24.0, 2)
    began = log.add(24.0, happened.AttackBegan(adversary="redland", objective="gate"))
    contested = log.add(30.0, happened.ObjectiveContested(objective="gate", held=held), began)
    log.add(30.0, happened.CeaseFireOffered(objective="gate", side="adversary"), contested)
    return log


def test_the_owner_takes_a_cease_fire_once_more_than_half_is_lost():
    assert CeaseFire(objective="gate") in orders(fighting(0.6), "north")
    assert CeaseFire(objective="gate") not in orders(fighting(0.4), "north")
    assert CeaseFire(objective="gate") not in orders(fighting(0.6), "south")


def test_engineers_go_to_the_ally_that_has_taken_in_most_people():
    sappers = Force(id="n-sapper", name="Sappers", kind="engineers", strength=0.1, tonnes=500.0, notice=6.0, at="gate")
    scenario = with_nation(crisis(), "north", forces=(sappers,))
    log = fighting(0.4)
    hosts = (happened.Host(nation="south", people=6000), happened.Host(nation="west", people=7000))
    log.add(48.0, happened.PeopleDisplaced(objective="gate", hosts=hosts), log[-1])
    decide = PLAYERS["doctrine"].decide
    given = [order.decision for order in decide(view_of(scenario, "north", log), lambda: 0.5)]
    assert SendRelief(force="n-sapper", to="west") in given


# --- the alliance's own seats --------------------------------------------------------------------------------


def test_the_secretary_general_keeps_silence_short_once_the_alert_is_raised():
    log, measure = tabled("north")
    assert orders(log, "hq") == []
    log.add(40.0, happened.AlertDeclared(level=1), measure)
    assert orders(log, "hq") == [SetSilence(measure="m2", hours=12.0), SetSilence(measure="m1", hours=12.0)]
    log.add(41.0, happened.SilenceBegan(until=60 * 3600), measure, "m1")
    log.add(41.0, happened.SilenceSet(hours=12.0), measure, "m2")
    assert orders(log, "hq") == []


def test_the_commander_activates_at_once_when_the_requirement_is_filled():
    log = adopted(("s-tank", "w-mech", "s-para", "n-guard"), hours_ago=0.0)
    (order,) = decided(log, "commander")
    assert order.decision == OrderActivation(measure="m1")
    assert order.rationale == "the requirement is filled"


def test_the_commander_waits_48_hours_for_more_and_then_accepts_short():
    forces = ("s-tank", "w-mech")
    assert orders(adopted(forces, hours_ago=47.9), "commander") == []
    (order,) = decided(adopted(forces, hours_ago=48.0), "commander")
    assert order.decision == OrderActivation(measure="m1")
    assert order.rationale.startswith("accepted short")


def test_the_commander_does_not_activate_what_nobody_has_offered_to_or_twice():
    assert orders(adopted((), hours_ago=100.0), "commander") == []
    log = adopted(("s-tank",), hours_ago=60.0)
    ordered = happened.ActivationOrdered(forces=("s-tank",), strength=1.0)
    log.add(120.0, ordered, log[-1], "m1")
    assert orders(log, "commander") == []


def test_red_and_exercise_control_have_nothing_to_do():
    log, _ = tabled("north")
    assert orders(log, "red") == orders(log, "excon") == []


# --- in play -------------------------------------------------------------------------------------------------


@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_every_order_says_why_and_most_what_they_answer(seed):
    exercise = Exercise(header(seed))
    decide = PLAYERS["doctrine"].decide
    while exercise.phase == "play":
        for seat in playing_seats(exercise.scenario):
            view = exercise.view(seat)
            for order in decide(view, lambda: 0.5):
                assert order.rationale
                if not isinstance(order.decision, StateProbability):
                    assert order.answers is not None
                    assert 1 <= order.answers <= len(view.log)
                exercise.submit(order)
        exercise.advance()


def test_it_does_better_than_doing_nothing_with_the_same_luck():
    """Sixty pairs of sessions; the mean of what it gains in total points, with its 95 % interval."""

    def points(seed: int, player: str) -> tuple[float, bool]:
        scored = score(tutorial(), record(seed, player).events)
        return scored.scores.total, scored.outcome.deterred

    pairs = [(points(seed, "doctrine"), points(seed, "idle")) for seed in range(60)]
    gains = [played[0] - idle[0] for played, idle in pairs]
    centre, half_width = mean(gains), 1.96 * stdev(gains) / sqrt(len(gains))
    deterred = [sum(pair[side][1] for pair in pairs) for side in (0, 1)]
    print(f"doctrine over idle: {centre:.1f} ± {half_width:.1f} points; deterred {deterred[0]} and {deterred[1]} of 60")
    assert centre > 0.0
    assert deterred[0] >= deterred[1]


def test_from_the_opening_indication_it_brings_capable_forces_in_most_sessions():
    came = [
        any(event.body.kind == "force_capable" and event.time <= 24 * DAY for event in record(seed).events)
        for seed in range(30)
    ]
    assert came.count(True) >= 20


def test_it_ends_as_well_in_seats_it_shares_with_others():
    """One seat of doctrine among random ones never gives an illegal order."""
    for seed in range(6):
        seated = everywhere("random")
        seated.by_seat["dalvora"] = PLAYERS["doctrine"].decide
        assert Table(Exercise(header(seed)), seated).play().over
