"""Exercise control (docs/model.md 3.8, 3.9): its hand on the master events list, on turns and on adjudications."""

from dataclasses import replace

import pytest

from tests.session.sessions import tutorial
from tests.worlds import crisis, of_kind, the
from wargame.model.clock import HOUR, instant
from wargame.model.decisions import Decision
from wargame.model.decisions.excon import (
    AddInject,
    EditInject,
    EndExercise,
    ExtendTurn,
    FireInject,
    HoldInject,
    Note,
    OverrideAdjudication,
)
from wargame.model.mel import Aggression, Indication, Message
from wargame.model.occasion import Occasion
from wargame.model.plain import line
from wargame.model.record import Header, Order
from wargame.model.scenario import EXCON, Scenario, playing_seats
from wargame.model.training import ExpectedAction, TrainingObjective
from wargame.session.again import play_again
from wargame.session.exercise import Exercise
from wargame.session.refusal import Refused


def begun(scenario: Scenario | None = None, seed: int = 3) -> Exercise:
    return Exercise(Header(engine="test", scenario=scenario or tutorial(), seed=seed))


def order(exercise: Exercise, *decisions: Decision) -> None:
    for decision in decisions:
        exercise.submit(Order(seat=EXCON, decision=decision))


def refusal(exercise: Exercise, decision: Decision) -> str:
    with pytest.raises(Refused) as refused:
        order(exercise, decision)
    return str(refused.value)


def seen(exercise: Exercise, seat: str) -> bytes:
    return b"".join(line(event) for event in exercise.view(seat).log)


def run(exercise: Exercise, turns: int) -> Exercise:
    for _ in range(turns):
        exercise.advance()
    return exercise


# --- 3.8 the master events list ------------------------------------------------------------------------------


def test_3_8_a_held_inject_leaves_no_trace_for_any_seat() -> None:
    """As if it had never been in the list."""
    held, never = (
        begun(),
        begun(replace(tutorial(), mel=tuple(each for each in tutorial().mel if each.id != "ambassador"))),
    )
    order(held, HoldInject(inject="ambassador"))
    run(held, 4), run(never, 4)
    for seat in playing_seats(tutorial()):
        assert seen(held, seat) == seen(never, seat)
    assert held.view(EXCON).situation.mel["ambassador"].state == "held"


def test_3_8_an_edited_inject_is_for_its_seats_as_if_it_had_always_read_so() -> None:
    text = Message(id="ambassador", at="D+2T06:00", to=("orsenia",), text="Nothing to report.")
    as_planned = replace(tutorial(), mel=tuple(text if each.id == text.id else each for each in tutorial().mel))
    edited, planned = begun(), begun(as_planned)
    order(edited, EditInject(inject=text))
    run(edited, 4), run(planned, 4)
    for seat in playing_seats(tutorial()):
        assert seen(edited, seat) == seen(planned, seat)


def test_3_8_an_added_inject_comes_when_it_is_due() -> None:
    exercise = begun()
    order(exercise, AddInject(inject=Message(id="extra", at="H+30", to=("hq",), text="A call for you.")))
    run(exercise, 2)
    message = the(exercise.events, "message_received", text="A call for you.")
    assert (instant(message.time), message.audience) == ("D+1T06:00", ("hq",))


def test_3_8_an_added_inject_whose_occasion_has_passed_comes_at_once() -> None:
    exercise = run(begun(), 2)
    after = Occasion(event="inject_fired", count=2)
    order(exercise, AddInject(inject=Message(id="late", after=after, delay=1.0, to=("hq",), text="Late.")))
    exercise.advance()
    assert the(exercise.events, "message_received", text="Late.").time == 48 * HOUR


def test_3_8_a_held_inject_is_fired_by_hand_and_only_once() -> None:
    exercise = begun()
    order(exercise, HoldInject(inject="ambassador"))
    run(exercise, 3)
    order(exercise, FireInject(inject="ambassador"))
    exercise.advance()
    assert the(exercise.events, "inject_fired", inject="ambassador").time == 72 * HOUR
    assert refusal(exercise, FireInject(inject="ambassador")) == "the inject 'ambassador' has been fired"
    assert refusal(exercise, HoldInject(inject="ambassador")) == "the inject 'ambassador' has been fired"


def test_3_8_an_edited_inject_that_is_held_stays_so() -> None:
    exercise = begun()
    order(exercise, HoldInject(inject="ambassador"))
    exercise.advance()
    order(exercise, EditInject(inject=Message(id="ambassador", at="H+30", to=("hq",), text="Another.")))
    run(exercise, 2)
    assert exercise.view(EXCON).situation.mel["ambassador"].state == "held"
    order(exercise, FireInject(inject="ambassador"))
    exercise.advance()
    assert the(exercise.events, "message_received", text="Another.").audience == ("hq",)


REFUSED = [
    (FireInject(inject="nothing"), "there is no inject 'nothing'"),
    (
        AddInject(inject=Message(id="ambassador", at="D+2", to=("hq",), text="-")),
        "there is an inject 'ambassador' already",
    ),
    (AddInject(inject=Message(id="x", at="D+2", to=("nobody",), text="-")), "there is no seat 'nobody'"),
    (AddInject(inject=Message(id="x", to=("hq",), text="-")), "one of 'at', 'after' and 'by_hand'"),
    (AddInject(inject=Message(id="x", at="H+1", to=("hq",), text="-")), "H+1 has passed"),
    (
        AddInject(inject=Message(id="x", after=Occasion(event="rain"), to=("hq",), text="-")),
        "there is no kind of event",
    ),
    (AddInject(inject=Indication(id="x", at="D+2", indicator="rain", text="-")), "there is no indicator 'rain'"),
    (AddInject(inject=Aggression(id="x", at="D+2", objective="moon")), "there is no objective 'moon'"),
    (
        AddInject(inject=Message(id="x", after=Occasion(event="clash_happened", at_least=1), to=("hq",), text="-")),
        "clash_happened has no number",
    ),
    (OverrideAdjudication(outcome="yes", reason="-"), "either an event or a training objective"),
    (OverrideAdjudication(event=10**6, outcome="yes", reason="-"), "there is no event 1000000"),
    (OverrideAdjudication(event=1, outcome="yes", reason="-"), "event 1 is exercise_started"),
    (OverrideAdjudication(training="x", outcome="P", reason="-"), "there is no training objective 'x'"),
]


@pytest.mark.parametrize(("decision", "reason"), REFUSED)
def test_3_8_what_does_not_fit_the_scenario_is_refused_with_the_reason(decision: Decision, reason: str) -> None:
    exercise = run(begun(), 1)
    assert reason in refusal(exercise, decision)


# --- 3.9 turns -----------------------------------------------------------------------------------------------


def test_3_9_an_extended_turn_lasts_longer_and_all_hear_of_it() -> None:
    exercise = begun()
    order(exercise, ExtendTurn(hours=12.0))
    exercise.advance()
    assert exercise.edge == 36 * HOUR
    assert exercise.advance().ended == 60 * HOUR  # one turn only
    for seat in playing_seats(tutorial()):
        assert len(of_kind(exercise.view(seat).log, "turn_extended")) == 1


def test_3_9_no_turn_is_extended_beyond_the_last_day_nor_after_endex() -> None:
    exercise = begun()
    order(exercise, ExtendTurn(hours=24.0 * 60))
    exercise.advance()
    assert exercise.edge == 12 * 24 * HOUR
    assert refusal(exercise, ExtendTurn(hours=1.0)) == "play has already ended"
    assert refusal(exercise, EndExercise()) == "play has already ended"


def test_3_9_notes_are_as_many_as_wanted_and_seen_by_nobody() -> None:
    exercise = begun()
    order(exercise, Note(text="They hesitate."), Note(text="They still do."))
    exercise.advance()
    assert [event.audience for event in of_kind(exercise.events, "note_written")] == [(), ()]


# --- 3.9 overruling ------------------------------------------------------------------------------------------


def at_war() -> Exercise:
    """The small crisis in the middle of the fighting for its objective."""
    opening, hint = crisis().mel
    war = Aggression(id="war", at="H+6", objective="gate")
    exercise = begun(crisis(mel=(opening, hint, war)))
    while not of_kind(exercise.events, "objective_contested"):
        exercise.advance()
    return exercise


def test_3_9_another_outcome_takes_the_place_of_the_first_for_those_who_saw_it() -> None:
    exercise = at_war()
    honour = of_kind(exercise.events, "honour_decided")[0]
    other = "no" if honour.body.fights else "yes"
    order(exercise, OverrideAdjudication(event=honour.id, outcome=other, reason="Their forces were on leave."))
    exercise.advance()
    for seat in playing_seats(exercise.scenario):
        log = exercise.view(seat).log
        assert exercise.view(seat).situation.honoured[honour.body.nation] is (other == "yes")
        assert len(of_kind(log, "honour_decided")) == len(of_kind(exercise.events, "honour_decided"))
        assert of_kind(log, "adjudication_overridden") == []
        assert of_kind(log, "honour_decided")[-1].cause is None
    recorded = the(exercise.events, "adjudication_overridden").body
    assert (recorded.event, recorded.outcome, recorded.reason) == (honour.id, other, "Their forces were on leave.")
    assert "has taken its place" in refusal(
        exercise, OverrideAdjudication(event=honour.id, outcome=other, reason="Once more.")
    )


def test_3_9_fighting_goes_on_from_the_hold_that_exercise_control_gives() -> None:
    exercise = at_war()
    contested = of_kind(exercise.events, "objective_contested")[-1]
    order(exercise, OverrideAdjudication(event=contested.id, outcome="0.05", reason="The bridge is down."))
    exercise.advance()
    later = [event.body.held for event in of_kind(exercise.events, "objective_contested") if event.id > contested.id]
    assert later[0] == 0.05
    assert abs(later[1] - 0.05) < 0.2  # no jump back


@pytest.mark.parametrize("outcome", ["1.5", "much", "yes"])
def test_3_9_an_outcome_must_be_one_that_the_event_can_have(outcome: str) -> None:
    exercise = at_war()
    contested = of_kind(exercise.events, "objective_contested")[-1]
    said = refusal(exercise, OverrideAdjudication(event=contested.id, outcome=outcome, reason="-"))
    assert said == "the outcome of objective_contested is a share from 0 to 1"


def test_3_9_a_rating_can_be_overruled_with_the_reason_kept() -> None:
    action = ExpectedAction(does=Occasion(event="consultation_called"))
    goal = TrainingObjective(id="call", text="Call early.", seats=("allies",), actions=(action,))
    exercise = begun(crisis(training=(goal,)))
    assert refusal(exercise, OverrideAdjudication(training="call", outcome="good", reason="-")) == (
        "a rating is P, S, M or U"
    )
    order(exercise, OverrideAdjudication(training="call", outcome="S", reason="They called by telephone."))
    exercise.advance()
    given = exercise.view(EXCON).situation.overruled["call"]
    assert (given.outcome, given.reason) == ("S", "They called by telephone.")


# --- 3.8, 3.9 records ----------------------------------------------------------------------------------------


def test_3_8_what_exercise_control_did_is_part_of_the_record_and_comes_again() -> None:
    exercise = begun()
    order(
        exercise,
        HoldInject(inject="ambassador"),
        AddInject(inject=Aggression(id="war", at="D+2", objective="corridor")),
        ExtendTurn(hours=5.0),
        Note(text="A note."),
    )
    run(exercise, 3)
    order(exercise, FireInject(inject="ambassador"))
    honour = of_kind(exercise.events, "honour_decided")[0]
    other = "no" if honour.body.fights else "yes"
    order(exercise, OverrideAdjudication(event=honour.id, outcome=other, reason="-"))
    run(exercise, 2)
    assert play_again(exercise.header, exercise.played).digest == exercise.digest
