"""What came of a session: for programs and for people."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.replay.scenes import ATTACKED, SEED, begun, record
from tests.session.sessions import tutorial
from tests.worlds import crisis
from wargame.files.replays import load_replay
from wargame.model.clock import instant, parse_instant
from wargame.model.occasion import Deadline, Occasion
from wargame.model.plain import plain
from wargame.model.record import PERSON, Record, Seating
from wargame.model.training import ExpectedAction
from wargame.replay.brief import brief
from wargame.replay.result import report, result
from wargame.replay.result_seats import deeds
from wargame.replay.result_story import story
from wargame.scoring.score import score


def lines_of(whole: Record) -> dict[str, str]:
    """A report's lines by their first words; the total of the hours, not that of the scores."""
    lines = [" ".join(line.split()) for line in report(whole).splitlines() if line]
    return {line.split(" ")[0]: line for line in reversed(lines)}


def test_a_result_holds_what_its_readers_look_for():
    whole = record()
    told = json.loads(json.dumps(result(whole)))
    assert told["digest"] == whole.played[-1].digest
    assert told["turns"] == whole.turns
    assert 10 <= whole.turns < len(whole.played)
    assert (told["scenario"], told["seed"]) == ("gate", SEED)
    assert set(told["outcome"]) >= {"max_rung", "attacked", "deterred"}
    assert list(told["response_hours"])[-1] == "total"
    assert told["scores"] == plain(score(whole.header.scenario, whole.events).scores, nulls=True)


@pytest.mark.parametrize("turns", [0, 1, 5])
def test_a_session_in_progress_has_a_result_too(turns):
    table = begun(9)
    for _ in range(turns):
        table.play_turn()
    whole = table.exercise.record
    told = result(whole)
    assert told["turns"] == turns
    assert (told["digest"] is None) == (turns == 0)
    assert told["response_hours"]["total"] is None
    head = report(whole).splitlines()[0]
    expected = {
        0: "0 turns played, not begun",
        1: "1 turn played, not finished, stops at D+1T00:00",
        5: f"5 turns played, not finished, stops at {instant(table.exercise.edge)}",
    }
    assert head == f"The Gate (gate), seed 9: {expected[turns]}"


def test_a_report_says_what_came_of_it_and_how_long_it_took():
    whole = record()
    told, scored = lines_of(whole), score(whole.header.scenario, whole.events)
    head = f"The Gate (gate), seed {SEED}: {whole.turns} turns played, play ended "
    assert report(whole).startswith(head)
    assert told["Outcome"].startswith("Outcome not attacked, ")
    assert lines_of(record(ATTACKED))["Outcome"].startswith("Outcome attacked, not deterred; highest rung ")
    days = scored.response_hours.total / 24
    assert told["Response"].startswith(f"Response capable {days:.1f} days after the first indication; in time or not: ")
    assert told["recognition"].endswith(" h")
    assert told["national"] == "national aims not measured"
    assert told["cost"] == f"cost {scored.scores.cost:.1f}"


def test_what_was_not_reached_is_said_to_be():
    told = lines_of(record(9, "idle"))
    assert told["total"] == "total not reached"
    assert told["Response"].startswith("Response not capable, while an attack became possible; 0% of what was needed")


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 300), player=st.sampled_from(["doctrine", "random", "idle"]))
def test_no_line_of_a_report_is_wider_than_80_columns(seed, player):
    whole = begun(seed, crisis(horizon=14.0), player).play().record
    text, told = report(whole), lines_of(whole)
    assert all(len(line) <= 80 and line == line.rstrip() for line in text.splitlines())
    assert text.isascii()
    if told["total"] != "total not reached":
        assert told["Response"].startswith("Response capable ")


def test_the_brief_of_a_scenario_names_seats_forces_and_objectives():
    text = brief(tutorial())
    assert all(len(line) <= 80 for line in text.splitlines())
    assert "Seats: dalvora, orsenia, altmora, hq, commander" in text
    assert "altmora   Altmora: 3 forces, 2.2 BE" in text
    assert "objective, 100% of the outcome" in text


def test_a_report_begins_with_what_happened_and_what_the_response_did():
    """The sentences come from the log: when it was adopted, activated and complete; who attacked what, and when."""
    whole = record()
    scored = score(whole.header.scenario, whole.events)
    told = list(story(whole.header.scenario, whole.events, scored))
    adopted = next(each for each in whole.events if each.body.kind == "measure_adopted" and each.measure == "m1")
    met = next(each for each in whole.events if each.body.kind == "requirement_met" and each.measure == "m1")
    line = next(each for each in told if each.startswith("m1, deploy "))
    assert f"adopted {instant(adopted.time)}, activated D+" in line
    assert f"what was asked for capable {instant(met.time)}" in line
    assert told[0].startswith("Nobody was attacked: it went, in truth, as far as rung ")
    attacked = record(ATTACKED)
    first = next(each for each in attacked.events if each.body.kind == "attack_began")
    head = next(story(attacked.header.scenario, attacked.events, score(attacked.header.scenario, attacked.events)))
    assert f" at {instant(first.time)}" in head


def test_an_attack_after_play_had_ended_is_named_as_the_reason_why_no_response_is_measured():
    """Play ends after half a day, before the adversary mobilises; the attack, and the loss, come a week later."""
    whole = begun(1, crisis(last_day=0.5, horizon=20.0)).play().record
    told = " ".join(report(whole).split())
    assert "Redland attacked The Gate at D+7T05:24; 100% of what was at stake is in the hands of Redland." in told
    reason = "no adversary mobilised in play, and the attack came after it had ended"
    assert f"Whether the response was in time is not measured: {reason}." in told
    assert f"in time or not: not measured, {reason}" in told
    assert "100% held by Redland" in told
    assert "no attack became possible" not in told


def test_a_report_says_of_what_was_due_after_play_that_there_was_no_occasion_for_it():
    """Play ends after the first day; nothing that fell due later is rated."""
    goal = tutorial().training[0]
    late = ExpectedAction(does=Occasion(event="measure_adopted"), by_when=Deadline(hours=72.0))
    whole = begun(1, replace(tutorial(), training=(replace(goal, actions=(late,)),), last_day=1.0)).play().record
    told = " ".join(report(whole).split("Training objectives")[1].split())
    assert told == (
        f"- {goal.text} (no occasion for it) measure adopted: no occasion, play ended before it was due D+3T00:00"
    )


def test_a_response_is_not_called_late_or_in_time_where_no_attack_became_possible():
    whole = record(9, "idle")
    told = list(story(whole.header.scenario, whole.events, score(whole.header.scenario, whole.events)))
    assert "No deployment of forces was adopted in play." in told


def test_a_seat_that_people_play_is_told_how_far_each_of_its_aims_was_reached_and_what_it_did():
    """Every figure can be counted in the log of play."""
    whole = begun(9, tutorial()).play().record
    scenario, events = whole.header.scenario, whole.events
    scored = score(scenario, events)
    told = list(filter(None, deeds(scenario, events, scored, ["orsenia"])))
    own = next(seat for seat in scored.seats if seat.seat == "orsenia")
    assert [each for each in told if "of 100): " in each] == told[: len(own.aims)]
    played = [
        each for each in events if each.id < next(each.id for each in events if each.body.kind == "exercise_ended")
    ]
    mine = [each for each in played if getattr(each.body, "nation", "") == "orsenia"]
    received = {
        each.body.report for each in mine if each.body.kind == "report_received" and each.body.originator == "orsenia"
    }
    released = {each.body.report for each in mine if each.body.kind == "report_released"} & received
    stated = [each for each in mine if each.body.kind == "probability_stated"]
    words = "\n".join(told)
    assert f"Orsenia and its reports: released {len(released)} of {len(received)} reports of its own, to " in words
    assert f"stated a probability {len(stated)} times; {own.calibration:.1f} of 100, " in words
    better = sum(seat.total > own.total for seat in scored.seats)
    assert f"Orsenia among the members: total {own.total:.1f} of 100, {('1st', '2nd', '3rd')[better]} of 3" in words


def test_what_seats_did_is_told_of_people_alone():
    whole = begun(9, tutorial()).play().record
    assert " among the members: " not in report(whole)
    seats = (Seating(seat="altmora", player=PERSON),)
    text = " ".join(report(replace(whole, header=replace(whole.header, seating=seats))).split())
    assert text.count(" among the members: ") == 1
    assert "Altmora and the council: never called it; tabled nothing; took a position on " in text


def test_before_the_horizon_a_deployment_that_is_on_its_way_is_not_yet_capable():
    played = load_replay("replays/narrow-sea-deterred.jsonl").record
    events = [event for event in played.events if event.time <= parse_instant("D+13T18:00")]
    told = list(story(played.header.scenario, events, score(played.header.scenario, events)))
    assert any("what was asked for not yet capable as a whole" in sentence for sentence in told)
    assert not any("never" in sentence for sentence in told)
