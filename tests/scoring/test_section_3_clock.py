"""docs/model.md section 3: the crisis clock, read from the milestones of a log written by hand."""

from dataclasses import replace
from math import fsum

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.scoring.logs import DEPLOY, Log, endex_before, whole_chain
from tests.session.sessions import play, tutorial
from tests.worlds import crisis
from wargame.model.decisions.consultation import MeasureText
from wargame.model.happenings import (
    AdversaryChose,
    ConsultationCalled,
    IndicatorShown,
    MeasureTabled,
    PositionTaken,
    ReportReleased,
    RungChanged,
    WarningIssued,
)
from wargame.model.plain import plain
from wargame.scoring.response import SEGMENTS, Milestones, milestones, requirement_met, response_hours


def hours(log: Log) -> list[float | None]:
    """The six segments and the total."""
    return list(plain(response_hours(milestones(log, crisis())), nulls=True).values())


# --- 3.3 the whole chain -------------------------------------------------------------------------------------


def test_3_3_the_hours_of_each_segment() -> None:
    """First indication → warning (*recognition*) → council convened (*consultation*) → activation order (*decision*)
    → loaded (*assembly*) → at the place of debarkation (*movement*) → capable (*integration*)."""
    assert hours(whole_chain()) == [8.0, 10.0, 30.0, 30.0, 10.0, 40.0, 128.0]


def test_3_3_the_first_indication_is_the_earliest_observed_in_the_reports_that_the_warning_rests_on() -> None:
    log = Log()
    log.report(1.0, 2.0, "r1")  # the warning does not rest on this one
    log.report(6.0, 7.0, "r2")
    log.report(3.0, 9.0, "r1", nation="south")  # another nation's label
    last = log.report(5.0, 9.0, "r3")
    log.meet(10.0, 12.0, log.warn(10.0, last, "r2", "r3"))
    assert hours(log)[:2] == [5.0, 2.0]


def test_3_3_a_seat_that_calls_without_a_warning_has_recognised_the_threat_by_calling() -> None:
    log = Log()
    log.meet(8.0, 20.0, log.report(2.0, 5.0))
    assert hours(log)[:2] == [6.0, 12.0]


def test_3_3_another_nations_later_warning_is_not_the_one_the_council_was_called_on() -> None:
    """Who tables may answer a warning that a report gave which the council's meeting had set free."""
    log = Log()
    warning = log.warn(10.0, log.report(2.0, 5.0), "r1")
    convened = log.meet(12.0, 20.0, warning)
    released = log.add(21.0, ReportReleased(nation="north", report="r1", to="south"), convened)
    there = log.add(45.0, log[1].body, released)
    second = log.add(45.0, WarningIssued(nation="south", probability=0.5, reports=("r1",)), there)
    log.table(46.0, second)
    assert hours(log)[:2] == [8.0, 10.0]


def test_3_3_a_delegated_measure_waits_for_no_council() -> None:
    """The commander's order is recognition and consultation at once, six hours after what showed."""
    log = Log()
    shown = log.add(2.0, IndicatorShown(indicator="columns"))
    ordered = MeasureTabled(by="commander", text=DEPLOY, delegated=True)
    log.add(8.0, ordered, shown, "m1")
    assert hours(log)[:3] == [6.0, 0.0, None]


def test_3_3_a_threat_that_answers_what_the_allies_did_is_a_new_one() -> None:
    """Behind a report may stand the adversary's answer to an earlier council; the second council met on the report."""
    log = Log()
    log.adversary()
    first = log.meet(12.0, 20.0, log.warn(10.0, log.report(2.0, 5.0), "r1"))
    chose = AdversaryChose(adversary="redland", act="climb", options=(), resolve=0.4, odds_alone=0.9, odds_allied=0.9)
    climb = log.add(30.0, RungChanged(adversary="redland", old=3, new=4, mobilisation=0.3), log.add(30.0, chose, first))
    shown = log.report(33.0, 33.0, "r2")
    log[shown.cause - 1] = replace(log[shown.cause - 1], cause=climb.id)
    log.table(50.0, log.meet(40.0, 44.0, shown))
    assert hours(log)[:2] == [7.0, 4.0]


def test_3_3_a_second_council_called_on_what_the_first_one_did_still_rests_on_its_warning() -> None:
    log = Log()
    first = log.meet(12.0, 20.0, log.warn(10.0, log.report(2.0, 5.0), "r1"))
    measure = log.table(21.0, first)
    stand = log.add(30.0, PositionTaken(nation="south", position="abstain"), measure, "m1")
    log.table(60.0, log.meet(40.0, 44.0, stand, "south"), "m2")
    log.activate(70.0, log[-1], "s-para", measure="m2")
    assert hours(log)[:3] == [8.0, 34.0, 26.0]


# --- 3.3 which measure, which force --------------------------------------------------------------------------


def test_3_3_of_several_measures_the_first_whose_requirement_is_met() -> None:
    """Not the first that was tabled, activated or capable in part."""
    log = Log()
    convened = log.meet(12.0, 20.0, log.warn(10.0, log.report(2.0, 5.0), "r1"))
    first, second = log.table(24.0, convened, "m1"), log.table(25.0, convened, "m2")
    slow = log.activate(30.0, first, "w-mech", "n-guard", measure="m1")
    quick = log.activate(48.0, second, "s-para", measure="m2")
    log.able(70.0, "w-mech", log.bring("w-mech", 50.0, 60.0, slow, "m1"), "m1")
    log.met(log.able(90.0, "s-para", log.bring("s-para", 60.0, 72.0, quick, "m2"), "m2"))
    log.met(log.able(200.0, "n-guard", log.bring("n-guard", 100.0, 120.0, slow, "m1"), "m1"))
    assert milestones(log, crisis()).measure == "m2"
    assert hours(log) == [8.0, 10.0, 28.0, 12.0, 12.0, 18.0, 88.0]


def test_3_3_assembly_movement_and_integration_are_those_of_the_completing_force() -> None:
    log = Log()
    measure = log.table(24.0, log.meet(12.0, 20.0, log.warn(10.0, log.report(2.0, 5.0), "r1")))
    ordered = log.activate(50.0, measure, "s-para", "w-mech", "s-rear")
    early = log.bring("s-para", 60.0, 70.0, ordered)
    late = log.bring("w-mech", 110.0, 150.0, ordered)
    log.able(100.0, "s-para", early)
    completing = log.able(180.0, "w-mech", late)
    log.met(completing)
    log.able(300.0, "s-rear", log.bring("s-rear", 200.0, 220.0, ordered))
    assert hours(log)[3:] == [60.0, 40.0, 30.0, 178.0]


def test_3_3_a_force_on_several_legs_is_assembled_when_first_loaded_and_moved_when_it_debarks() -> None:
    log = Log()
    measure = log.table(24.0, log.meet(12.0, 20.0, log.warn(10.0, log.report(2.0, 5.0), "r1")))
    ordered = log.activate(50.0, measure, "s-para")
    at_port = log.bring("s-para", 60.0, 70.0, ordered, debarked=False)
    by_sea = log.bring("s-para", 90.0, 120.0, at_port, debarked=True)
    by_road = log.bring("s-para", 130.0, 140.0, by_sea, debarked=False)
    log.met(log.able(200.0, "s-para", by_road))
    assert hours(log)[3:] == [10.0, 60.0, 80.0, 198.0]


@pytest.mark.parametrize("place", ["sport", "ncap"])
def test_3_3_what_is_sent_where_no_objective_is_answers_nothing(place: str) -> None:
    """It is activated and capable first; the response is the other."""
    log = Log()
    convened = log.meet(12.0, 20.0, log.warn(10.0, log.report(2.0, 5.0), "r1"))
    aside = log.table(24.0, convened, "m1", MeasureText(kind="deploy", place=place, strength=0.1))
    ordered = log.activate(30.0, aside, "s-tank", measure="m1")
    log.met(log.able(40.0, "s-tank", log.bring("s-tank", 32.0, 35.0, ordered, "m1"), "m1"))
    assert requirement_met(log, crisis()) is None
    assert milestones(log, crisis()).measure is None
    assert hours(log) == [8.0, 10.0] + [None] * 5
    log.table(48.0, convened, "m2")
    assert milestones(log, crisis()).measure == "m2"


# --- 3.3 ENDEX -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "known"),
    [
        ("warning_issued", 0),
        ("consultation_called", 1),
        ("council_convened", 2),
        ("measure_tabled", 2),
        ("activation_ordered", 2),
        ("force_loaded", 7),
        ("force_capable", 7),
        ("requirement_met", 7),
    ],
)
def test_3_3_players_act_before_endex_and_what_they_set_going_goes_on_after_it(kind: str, known: int) -> None:
    """A council called before ENDEX may meet after it, a force activated before it may become capable after it."""
    log = endex_before(kind)
    assert hours(log) == [8.0, 10.0, 30.0, 30.0, 10.0, 40.0, 128.0][:known] + [None] * (7 - known)
    assert (requirement_met(log, crisis()) is None) == (known < 7)


def test_3_3_a_response_activated_after_endex_does_not_stand_in_for_one_activated_before_it() -> None:
    """The earlier one is never met; the computer player's is."""
    log = Log()
    convened = log.meet(12.0, 20.0, log.warn(10.0, log.report(2.0, 5.0), "r1"))
    log.activate(50.0, log.table(24.0, convened, "m1"), "s-tank", measure="m1")
    later = log.table(25.0, convened, "m2")
    log.endex(60.0)
    ordered = log.activate(70.0, later, "s-para", measure="m2")
    log.met(log.able(90.0, "s-para", log.bring("s-para", 75.0, 80.0, ordered, "m2"), "m2"))
    assert milestones(log, crisis()).measure == "m1"
    assert hours(log) == [8.0, 10.0, 30.0, None, None, None, None]


@settings(max_examples=10, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_3_3_where_nobody_does_anything_there_is_at_most_recognition(seed: int) -> None:
    spans = list(plain(response_hours(milestones(play(seed, "idle").events, tutorial())), nulls=True).values())
    assert spans[1:] == [None] * 6


# --- 3.3 what was not reached --------------------------------------------------------------------------------

KINDS = ["warning_issued", "council_convened", "activation_ordered", "force_loaded", "force_arrived", "force_capable"]


@pytest.mark.parametrize(("reached", "kind"), list(enumerate(KINDS)))
def test_3_3_none_from_the_first_milestone_that_was_not_reached(reached: int, kind: str) -> None:
    """The chain cut before each of its links. While no requirement is met, no force is the one that completes it."""
    log = whole_chain()
    cut = log[: next(index for index, event in enumerate(log) if event.body.kind == kind)]
    spans = hours(Log(cut))
    known = [8.0, 10.0, 30.0][:reached]
    assert spans == known + [None] * (7 - len(known))


def test_3_3_a_measure_that_was_activated_came_further_than_one_that_was_tabled_before_it() -> None:
    log = Log()
    convened = log.meet(12.0, 20.0, log.warn(10.0, log.report(2.0, 5.0), "r1"))
    log.table(24.0, convened, "m1")
    log.activate(60.0, log.table(25.0, convened, "m2"), "s-para", measure="m2")
    assert milestones(log, crisis()).measure == "m2"
    assert hours(log) == [8.0, 10.0, 40.0, None, None, None, None]


def test_3_3_a_warning_that_nobody_called_the_council_on() -> None:
    log = Log()
    log.warn(10.0, log.report(2.0, 5.0), "r1")
    assert hours(log) == [8.0] + [None] * 6


def test_3_3_a_call_on_nothing_that_showed_has_no_recognition() -> None:
    log = Log()
    log.meet(12.0, 20.0, log.turn(12.0, 1))
    reached = milestones(log, crisis())
    assert (reached.indication, reached.warning, reached.convened) == (None, 12 * 3600, 20 * 3600)
    assert hours(log) == [None] * 7


def test_3_3_of_nothing_there_is_nothing() -> None:
    assert hours(Log()) == [None] * 7


# --- properties ----------------------------------------------------------------------------------------------

moments = st.one_of(st.none(), st.integers(0, 60 * 86400))


@given(st.lists(moments, min_size=7, max_size=7))
def test_3_3_segments_are_known_up_to_the_first_gap_and_sum_to_the_total(times: list[int | None]) -> None:
    sums(Milestones("m1", *times))


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10**6), player=st.sampled_from(["random", "doctrine"]))
def test_3_3_segments_of_whole_sessions_sum_to_the_total_and_none_is_negative(seed: int, player: str) -> None:
    events = play(seed, player).events
    reached = milestones(events, tutorial())
    spans = sums(reached)
    assert all(span >= 0.0 for span in spans if span is not None)
    met = requirement_met(events, tutorial())
    if met is not None:
        assert reached.activated is not None
        assert None not in (reached.loaded, reached.arrived, reached.capable)
        # Met later than its last force was capable, if what was still missing was refused on the way.
        assert reached.capable <= met.time
    calls = [event.time for event in events if isinstance(event.body, ConsultationCalled)]
    assert reached.warning is None or not calls or reached.warning <= max(calls)


def sums(reached: Milestones) -> list[float | None]:
    """Checks the shape of the hours of these milestones; returns them."""
    result = response_hours(reached)
    spans = [getattr(result, name) for name in SEGMENTS]
    gap = spans.index(None) if None in spans else len(spans)
    assert None not in spans[:gap]
    assert set(spans[gap:]) <= {None}
    if gap < len(spans):
        assert reached.times[gap] is None or reached.times[gap + 1] is None
        assert result.total is None
    else:
        assert result.total == round(fsum(spans), 6)
        assert result.total == pytest.approx((reached.capable - reached.indication) / 3600, abs=1e-5)
    return spans
