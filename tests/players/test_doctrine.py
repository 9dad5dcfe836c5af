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
from tests.worlds import at, crisis, of_kind, view_of
from tests.worlds import nation as with_nation
from wargame.model import happenings as happened
from wargame.model.clock import DAY
from wargame.model.decisions import Decision
from wargame.model.decisions.command import IssueActivationWarning, StateRequirements
from wargame.model.decisions.consultation import (
    CallConsultation,
    MeasureText,
    PositionKind,
    SetSilence,
    TableMeasure,
    TakePosition,
)
from wargame.model.decisions.diplomacy import CommitPublicly
from wargame.model.decisions.forces import CeaseFire, CommitForce, OfferForce, OrderActivation, SeekMandate
from wargame.model.decisions.home_front import Repair, SendRelief
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


def test_before_the_council_it_puts_a_reinforcement_of_three_times_the_defence_and_the_alert():
    log = alarmed("north")
    convened = log.meet(26.0, 30.0, log[-1])
    tables = [order for order in decided(log, "north") if isinstance(order.decision, TableMeasure)]
    assert [order.decision.measure for order in tables] == [
        MeasureText(kind="deploy", place="gate", strength=4.5),
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
    log, measure = tabled("north", strength=1.0)
    assert not [each for each in orders(log, "south") if isinstance(each, TakePosition)]
    under_silence(log, measure)
    assert len([each for each in orders(log, "south") if isinstance(each, TakePosition)]) == 2


def test_a_capital_that_is_alarmed_itself_speaks_at_once():
    log, _ = tabled("north", "south")
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
    [("north", ["n-guard"]), ("south", ["s-rear", "s-para", "s-tank"]), ("west", ["w-mech"])],
)
def test_it_offers_half_as_much_again_as_its_share_of_what_is_lacking(seat: str, offers: list[str]):
    """A third of 3 BE each, and half of that; what stands at the objective already cannot be sent there. South's tanks
    are what deters most, but need 418 hours, more than two weeks: those who are there in time come first.
    """
    log, _ = tabled("north", "south", "west")
    assert [each.force for each in orders(log, seat) if isinstance(each, OfferForce)] == offers


def test_what_others_have_offered_is_no_longer_lacking():
    """2.4 of 3 BE are on offer; South's part of the rest is .3 and its paras are enough; of nothing it is nothing."""
    log, measure = tabled("north", "south", "west")
    for force in ("w-mech", "n-guard", "s-rear", "s-isle"):
        log.add(40.0, happened.ForceOffered(nation=OWNERS[force[0]], force=force), measure, "m1")
    assert [each.force for each in orders(log, "south") if isinstance(each, OfferForce)] == ["s-para"]
    log.add(40.0, happened.ForceOffered(nation="south", force="s-para"), measure, "m1")
    assert not [each for each in orders(log, "south") if isinstance(each, OfferForce)]


def test_a_force_that_was_refused_on_its_way_is_not_offered_again():
    """The rear would be first; without it the paras and the tanks go. No way leads from the island."""
    log, measure = tabled("north", "south", "west")
    log.activate(40.0, measure, "s-rear")
    log.add(50.0, happened.MovementRefused(force="s-rear", strength=0.5, reason="no way leads to gate"), log[-1], "m1")
    text = MeasureText(kind="deploy", place="gate", strength=3.0)
    log.add(60.0, happened.MeasureTabled(by="hq", text=text), log[-1], "m3")
    assert [each.force for each in orders(log, "south") if isinstance(each, OfferForce)] == ["s-para", "s-tank"]


def test_it_seeks_the_mandate_as_soon_as_a_deployment_it_backs_is_tabled():
    log, _ = tabled("north", "south")
    assert [each.measure for each in orders(log, "south") if isinstance(each, SeekMandate)] == ["m1"]
    assert not [each for each in orders(log, "north") if isinstance(each, SeekMandate)]  # needs none


def test_in_sessions_the_mandate_runs_beside_the_consultation():
    """Of the mandates that are sought for deployments, at least half are before the council has agreed to them."""
    before = after = 0
    for seed in range(30):
        events = record(seed).events
        agreed = {event.measure: event.time for event in of_kind(events, "measure_adopted")}
        sought = [event for event in of_kind(events, "mandate_sought") if event.measure in agreed]
        early = [event for event in sought if event.time < agreed[event.measure]]
        before, after = before + len(early), after + len(sought) - len(early)
    assert before >= max(30, after)


# --- sharing and stating -------------------------------------------------------------------------------------


def graded(
    log: Log, label: str, received: float, letter: str, number: int, originator: str = "north", **more: Any
) -> None:
    body: Any = log.report(received - 4, received, label)
    fields = {name: getattr(body.body, name) for name in body.body.__dataclass_fields__}
    made = happened.ReportReceived(
        **(fields | {"reliability": letter, "credibility": number, "originator": originator} | more)
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
    assert released(log, "north") == [("r1", "west"), ("r2", "hq"), ("r2", "commander")]


def test_5_10_what_an_ally_has_had_and_is_urgent_the_alliances_own_seats_get_too():
    """The newest first, one to each seat a turn; what is routine, or no ally has had, stays with the nation."""
    log = Log()
    for number, precedence in enumerate(("flash", "priority", "routine", "immediate"), 1):
        graded(log, f"r{number}", 10.0 + number, "C", 1, precedence=precedence)
        if number < 4:
            log.add(16.0, happened.ReportReleased(nation="north", report=f"r{number}", to="south"), log[-1])
    log.turn(24.0, 2)
    assert released(log, "north") == [("r2", "hq"), ("r2", "commander")]
    for seat in ("hq", "commander"):
        log.add(24.0, happened.ReportReleased(nation="north", report="r2", to=seat), log[-1])
    log.turn(48.0, 3)
    assert released(log, "north") == [("r1", "hq"), ("r1", "commander")]


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
        shared = [each for each in decisions if isinstance(each, ReleaseReport) and each.to in names]
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


def attacked(hours_ago: float, *bodies: happened.Body, fights: bool = False) -> list[Decision]:
    """What South orders so long after the attack on the Gate, where its tanks stand; its staff is sure, and with its
    reflex, to fight or to stand aside, came `bodies`.
    """
    log = Log()
    log.turn(24.0, 2)
    log.add(24.0, happened.Assessed(nation="south", log_odds=SURE))
    log.add(24.0, happened.ForceArrived(force="s-tank", place="gate", debarked=True))
    log.add(24.0, happened.ForceCapable(force="s-tank", strength=1.0, effective=0.8))
    began = log.add(24.0, happened.AttackBegan(adversary="redland", objective="gate"))
    log.add(24.0, happened.HonourDecided(nation="south", fights=fights), began)
    for body in bodies:
        log.add(24.0, body, began)
    log.turn(24.0 + hours_ago, 3)
    scenario = with_nation(crisis(), "south", stake=0.9)
    return [order.decision for order in PLAYERS["doctrine"].decide(view_of(scenario, "south", log), lambda: 0.5)]


TANKS_IN = CommitForce(force="s-tank", objective="gate")
SUPPORT = happened.SupportMoved(nation="south", change=0.0, support=0.9, capital=10.0, why="resolution")
NO_SUPPORT = replace(SUPPORT, support=0.3)


def test_7_32_it_sends_its_forces_in_when_its_nation_fights():
    assert TANKS_IN in attacked(0.0, fights=True)
    assert TANKS_IN not in attacked(0.0)


def test_7_32_it_changes_its_mind_a_day_later_if_its_people_are_for_it():
    """Support .9 x threat .93 is enough, .3 is not; and a government that stands aside promises nothing meanwhile."""
    assert TANKS_IN not in attacked(12.0, SUPPORT)
    assert TANKS_IN in attacked(24.0, SUPPORT)
    assert TANKS_IN not in attacked(24.0, NO_SUPPORT)
    assert CommitPublicly() in attacked(12.0, SUPPORT, fights=True)
    assert CommitPublicly() not in attacked(12.0, SUPPORT)


def test_7_32_less_support_is_enough_for_who_has_given_its_word():
    word = happened.StatementMade(by="south", commits=True)
    lukewarm = replace(SUPPORT, support=0.6)
    assert TANKS_IN not in attacked(24.0, lukewarm)
    assert TANKS_IN in attacked(24.0, word, lukewarm)
    assert TANKS_IN not in attacked(12.0, word, lukewarm)  # the word was in the reflex


def test_7_32_a_finding_of_collective_defence_that_it_agreed_to_binds_it_at_once():
    def found(position: PositionKind) -> list[Decision]:
        log = Log()
        log.turn(24.0, 2)
        log.add(24.0, happened.ForceArrived(force="s-tank", place="gate", debarked=True))
        log.add(24.0, happened.ForceCapable(force="s-tank", strength=1.0, effective=0.8))
        began = log.add(24.0, happened.AttackBegan(adversary="redland", objective="gate"))
        log.add(24.0, happened.HonourDecided(nation="south", fights=False), began)
        convened = log.meet(24.0, 26.0, began, "north")
        text = MeasureText(kind="collective_defence")
        log.add(27.0, happened.MeasureTabled(by="north", text=text), convened, "m1")
        log.add(28.0, happened.PositionTaken(nation="south", position=position), convened, "m1")
        log.add(30.0, happened.MeasureAdopted(unanimous=False), convened, "m1")
        log.turn(36.0, 3)
        return orders(log, "south")

    assert TANKS_IN in found("accept")
    assert TANKS_IN not in found("abstain")


def test_engineers_go_to_the_ally_that_has_taken_in_most_people():
    sappers = Force(id="n-sapper", name="Sappers", kind="engineers", strength=0.1, tonnes=500.0, notice=6.0, at="gate")
    scenario = with_nation(crisis(), "north", forces=(sappers,))
    log = fighting(0.4)
    hosts = (happened.Host(nation="south", people=6000), happened.Host(nation="west", people=7000))
    log.add(48.0, happened.PeopleDisplaced(objective="gate", hosts=hosts), log[-1])
    decide = PLAYERS["doctrine"].decide
    given = [order.decision for order in decide(view_of(scenario, "north", log), lambda: 0.5)]
    assert SendRelief(force="n-sapper", to="west") in given


def repairs(seat: str, place: str, damage: float, days_ago: float = 0.0) -> list[Decision]:
    """What a government with engineers at its capital orders repaired once a place was damaged so long ago."""
    home = "ncap" if seat == "north" else "wbase"
    sappers = Force(id="sapper", name="Sappers", kind="engineers", strength=0.1, tonnes=500.0, notice=6.0, at=home)
    scenario = with_nation(crisis(), seat, forces=(sappers,))
    log = Log()
    log.turn(24.0, 2)
    log.add(24.0, happened.PlaceDamaged(place=place, damage=damage), log[-1])
    log.turn(24.0 + 24.0 * days_ago, 3)
    given = PLAYERS["doctrine"].decide(view_of(scenario, seat, log), lambda: 0.5)
    return [order.decision for order in given if isinstance(order.decision, Repair)]


def test_4_23_engineers_go_where_they_are_sooner_done_than_the_contractors():
    """Two days on the road, then 6 days x damage, against 20 days x damage less what has passed."""
    assert repairs("north", "gate", 0.5) == [Repair(force="sapper", at="gate")]
    assert repairs("north", "gate", 0.1) == []
    assert repairs("north", "gate", 0.5, days_ago=6.0) == []


def test_4_23_who_is_threatened_keeps_its_engineers_at_home_others_open_the_ways():
    """South's tanks leave through South Port: West's engineers see to it, North's do not; nobody passes the Isle."""
    assert repairs("north", "sport", 1.0) == []
    assert repairs("west", "sport", 1.0) == [Repair(force="sapper", at="sport")]
    assert repairs("west", "isle", 1.0) == []


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
    order = activation(log)
    assert order is not None
    assert order.rationale == "the requirement is filled"


def activation(log: Log) -> Order | None:
    """The commander's order to move what is on offer."""
    found = [each for each in decided(log, "commander") if each.decision == OrderActivation(measure="m1")]
    return found[0] if found else None


def test_the_commander_warns_the_forces_as_soon_as_a_deployment_is_tabled():
    log, measure = tabled("north")
    assert orders(log, "commander") == [IssueActivationWarning(measure="m1")]
    log.add(40.0, happened.ActivationWarned(), measure, "m1")
    assert orders(log, "commander") == []


def test_of_more_than_was_agreed_the_commander_asks_for_the_best():
    """3.3 BE are on offer for 3: those who are in time come first, the heavier of them before the light."""
    log = adopted(("s-tank", "w-mech", "s-para", "n-guard"), hours_ago=0.0)
    log.add(60.0, happened.ActivationWarned(), log[-1], "m1")
    (stated,) = [each for each in orders(log, "commander") if isinstance(each, StateRequirements)]
    assert [(line.capability, line.strength) for line in stated.lines] == [
        ("mechanised", 1.0),
        ("airborne", 0.8),
        ("light", 0.5),
        ("heavy", 0.7),
    ]
    given = orders(log, "commander")
    assert given.index(stated) < given.index(OrderActivation(measure="m1"))


def test_the_commander_waits_48_hours_for_more_and_then_accepts_short():
    forces = ("s-tank", "w-mech")
    assert activation(adopted(forces, hours_ago=47.9)) is None
    order = activation(adopted(forces, hours_ago=48.0))
    assert order is not None
    assert order.rationale.startswith("accepted short")


def test_the_commander_does_not_activate_what_nobody_has_offered_to_or_twice():
    assert activation(adopted((), hours_ago=100.0)) is None
    log = adopted(("s-tank",), hours_ago=60.0)
    ordered = happened.ActivationOrdered(forces=("s-tank",), strength=1.0)
    log.add(120.0, ordered, log[-1], "m1")
    assert orders(log, "commander") == []


def test_red_and_exercise_control_have_nothing_to_do():
    log, _ = tabled("north")
    assert orders(log, "red") == orders(log, "excon") == []


# --- in play -------------------------------------------------------------------------------------------------


STANDING = {
    "state_probability",
    "task_collection",
    "request_information",
    "move_force",
    "commit_publicly",
    "mediate",
    "commit_force",
    "cease_fire",
    "repair",
    "send_relief",
    "sanction",
}
"""Standing duties and what is done on signs alone: they follow from how things stand, not from one event."""


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
                if order.answers is None:
                    assert order.decision.kind in STANDING
                else:
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
