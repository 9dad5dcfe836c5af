"""Briefs: as kept, never wider than 80 columns, and right in what they tell."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.replay.briefs import BRIEFS, file, made
from tests.replay.scenes import begun, looked, record, views
from tests.session.sessions import record as tutorial_record
from tests.worlds import crisis
from wargame.files.faults import clean, width
from wargame.model.clock import DAY, HOUR, instant
from wargame.model.decisions.excon import Note, Reseed
from wargame.model.mel import Message
from wargame.model.record import Order, Record
from wargame.model.scenario import Scenario
from wargame.replay.brief import brief
from wargame.replay.result import report
from wargame.replay.summary import as_plain, summary
from wargame.replay.watch import TRUTH

instants = st.integers(0, 21 * DAY)
SECTIONS = [
    "SITUATION",
    "INTELLIGENCE",
    "COUNCIL",
    "FORCES",
    "HOME FRONT",
    "DEADLINES",
    "OWN ORDERS",
    "MESSAGES AND NEWS",
]


def told(whole: Record, time: int, view: str = TRUTH) -> dict[str, str]:
    """A brief's sections by their titles, each on one line; the head is ''."""
    sections: dict[str, list[str]] = {"": []}
    for line in summary(looked(whole, time, view)).splitlines():
        if line and line.upper() == line and not line.startswith(" ") and "  " not in line:
            sections[line] = []
        else:
            sections[list(sections)[-1]].append(line)
    return {title: " ".join(" ".join(lines).split()) for title, lines in sections.items()}


def time_of(kind: str, whole: Record | None = None, **having: object) -> int:
    """When the first event of a kind happened."""
    return next(
        event.time
        for event in (whole or record()).events
        if event.body.kind == kind and all(getattr(event.body, name) == value for name, value in having.items())
    )


# --- as kept -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("view", "when"), BRIEFS)
def test_a_brief_reads_as_it_was_kept(view, when):
    why = "if you meant to change the model or the brief: python -m tests.session.golden renews it; then read it"
    assert made(view, when) == file(view, when).read_text(encoding="utf-8"), why


# --- its shape -----------------------------------------------------------------------------------------------


@settings(max_examples=100, deadline=None)
@given(time=instants, view=st.sampled_from(views(record())), seed=st.sampled_from([6, 9]), player=st.data())
def test_no_line_of_any_brief_is_wider_than_80_columns(time, view, seed, player):
    whole = record(seed, player.draw(st.sampled_from(["doctrine", "random"])))
    text = summary(looked(whole, time, view))
    assert text.isascii()
    for line in text.splitlines():
        assert len(line) <= 80
        assert line == line.rstrip()
        assert ".." not in line.replace(".. ", " ")
        assert ". ." not in line


@pytest.mark.parametrize("time", [0, 3 * DAY, 9 * DAY + 12 * HOUR, 30 * DAY])
def test_briefs_of_the_tutorial_fit_too(time):
    whole = tutorial_record(5)
    for view in views(whole):
        lines = summary(looked(whole, time, view)).splitlines()
        assert all(width(line) <= 80 and clean(line) == line for line in lines)
        assert not any(".." in line for line in lines)


@pytest.mark.parametrize("view", ["north", "commander", "hq", "red"])
def test_every_seats_brief_has_the_same_sections(view):
    assert [title for title in told(record(), 5 * DAY, view) if title] == SECTIONS


def test_the_umpire_sees_the_response_and_all_orders_besides():
    shown = [title for title in told(record(), 5 * DAY) if title]
    assert shown == ["SITUATION", "RESPONSE SO FAR", *SECTIONS[1:6], "ORDERS OF ALL SEATS", SECTIONS[7]]
    assert [*told(record(), 5 * DAY, "excon")] == ["", *shown]


HOSTILE = "Red\x1b[2J\x9b31m\u202e\r\nflag\x07.."


def hostile(scenario: Scenario) -> Scenario:
    """The scenario with texts that would clear a screen, reverse a line and ring a bell."""
    nations = tuple(
        replace(
            nation,
            name=f"{HOSTILE} {nation.id}",
            adjective=HOSTILE,
            forces=tuple(replace(force, name=f"{HOSTILE} {force.id}") for force in nation.forces),
        )
        for nation in scenario.nations
    )
    return replace(
        scenario,
        title=HOSTILE * 4,
        synopsis=HOSTILE * 9,
        nations=nations,
        alliance=replace(scenario.alliance, name=HOSTILE),
        adversaries=tuple(replace(each, name=HOSTILE, adjective=HOSTILE) for each in scenario.adversaries),
        objectives=tuple(replace(each, name=HOSTILE) for each in scenario.objectives),
        indicators=tuple(replace(each, text=HOSTILE) for each in scenario.indicators),
        theatre=replace(
            scenario.theatre, locations=tuple(replace(each, name=HOSTILE) for each in scenario.theatre.locations)
        ),
        mel=(Message(id="evil", at="D+0T00:00", to=("all",), text=HOSTILE * 30),),
    )


def test_texts_of_a_scenario_cannot_drive_the_terminal():
    whole = begun(9, hostile(crisis(horizon=12.0))).play().record
    shown = [brief(whole.header.scenario), report(whole)]
    shown += [summary(looked(whole, day * DAY, view)) for day in (0, 4, 8, 12) for view in views(whole)]
    for text in shown:
        for line in text.split("\n"):
            assert clean(line) == line
            assert width(line) <= 80


# --- what it tells -------------------------------------------------------------------------------------------


def test_the_head_says_when_and_where_the_exercise_is():
    head = told(record(), 9 * DAY + 12 * HOUR, "north")[""]
    turn = max(done.turn.number for done in record().played if done.turn.edge <= 9 * DAY + 12 * HOUR)
    assert head.startswith(f"The Gate - as seen by North 011800ZDEC26 D+9T12:00 turn {turn} in play alert ")
    assert "after ENDEX" in told(record(), 11 * DAY, "north")[""]


def test_before_anything_has_happened_there_is_nothing_to_report():
    nothing = begun(9).exercise.record
    sections = told(nothing, 0, "north")
    quiet = [title for title, text in sections.items() if text == "Nothing to report."]
    assert quiet == ["INTELLIGENCE", "COUNCIL", "OWN ORDERS", "MESSAGES AND NEWS"]
    assert told(nothing, 0)["RESPONSE SO FAR"] == "Nothing to report."


def test_the_truth_tells_who_the_adversary_is_and_seats_do_not_learn_it():
    truth = told(record(), 5 * DAY)["SITUATION"]
    prepared: Any = next(event.body for event in record().events if event.body.kind == "adversary_prepared")
    assert truth.startswith("Redland: rung ")
    assert f"; type {prepared.type}, " in truth
    assert "% mobilised; believes that the allies fight: " in truth
    assert told(record(), 5 * DAY, "red")["SITUATION"].startswith("Redland: rung ")
    for seat in ("north", "hq", "commander"):
        assert told(record(), 5 * DAY, seat)["SITUATION"].startswith("The Gate: not attacked.")


def test_an_attack_is_told_to_all():
    attacked = time_of("attack_began")
    for view in views(record()):
        assert "The Gate: not attacked." in told(record(), attacked - 1, view)["SITUATION"]
        assert f"The Gate: attacked {instant(attacked)}" in told(record(), attacked, view)["SITUATION"]


def test_political_capital_is_shown_to_the_nation_that_has_it():
    spent = time_of("capital_spent", nation="north")
    assert "Political capital: 10.0 of 12." in told(record(), 0, "north")["SITUATION"]
    after = told(record(), spent, "north")["SITUATION"]
    body = next(event.body for event in record().events if event.time == spent and event.body.kind == "capital_spent")
    assert f"Political capital: {body.left:.1f} of 12." in after
    for view in (TRUTH, "hq", "red"):
        assert "capital" not in told(record(), spent, view)["SITUATION"]


def test_reports_are_the_newest_first_with_where_they_come_from():
    whole = record()
    now = 6 * DAY
    held = [event for event in looked(whole, now, "north").events if event.body.kind == "report_received"]
    text = told(whole, now, "north")["INTELLIGENCE"]
    newest: Any = held[-1].body
    assert f"{instant(held[-1].time)} {newest.report} {newest.reliability}{newest.credibility} " in text
    places = [text.index(f" {event.body.report} ") for event in held[-8:]]
    assert places == sorted(places, reverse=True)
    assert f"{len(held)} reports; 1 warning, the last {instant(time_of('warning_issued', nation='north'))}." in text
    assert "from South: " in text
    assert "from the media: " in told(whole, DAY, "north")["INTELLIGENCE"]
    assert "moves, says the radio" in told(whole, DAY, "north")["MESSAGES AND NEWS"]


def test_the_silence_clock_is_a_deadline_until_it_has_run_out():
    whole = record()
    began = next(event for event in whole.events if event.body.kind == "silence_began")
    until: Any = began.body
    line = f"{instant(until.until)} silence on {began.measure} ends; it passes unless a member speaks up"
    for view in ("north", "hq", TRUTH):
        assert line in told(whole, began.time, view)["DEADLINES"]
        assert line not in told(whole, until.until, view)["DEADLINES"]
    assert f"under silence until {instant(until.until)}" in told(whole, began.time, "hq")["COUNCIL"]
    assert "silence" not in told(whole, began.time, "red")["DEADLINES"]


def test_a_force_on_its_way_is_due():
    whole = record()
    left = next(event for event in whole.events if event.body.kind == "force_departed" and event.measure)
    body: Any = left.body
    name = next(force.name for nation in crisis().nations for force in nation.forces if force.id == body.force)
    assert f"{instant(body.due)} {name} due at The Gate, as planned" in told(whole, left.time, "hq")["DEADLINES"]
    assert f"moving to The Gate, for {left.measure}" in told(whole, left.time, "commander")["FORCES"]


def test_endex_is_a_deadline_while_play_lasts():
    assert told(record(), 4 * DAY, "red")["DEADLINES"] == "D+10T00:00 play ends at the latest (ENDEX)"
    assert told(record(), 12 * DAY, "red")["DEADLINES"] == "Nothing to report."


def test_own_orders_and_what_came_to_nothing():
    failed = next(event for event in record().events if event.body.kind == "order_failed")
    body: Any = failed.body
    told_to_it = told(record(), failed.time, body.seat)["OWN ORDERS"]
    assert f"{instant(failed.time)} order call consultation came to nothing: {body.reason}" in told_to_it
    other = "north" if body.seat != "north" else "south"
    assert "came to nothing" not in told(record(), failed.time, other)["OWN ORDERS"]
    activated = time_of("activation_ordered")
    assert f"{instant(activated)} activated m1, " in told(record(), activated, "commander")["OWN ORDERS"]
    assert f"{instant(activated)} the commander: activated m1" in told(record(), activated)["ORDERS OF ALL SEATS"]


def test_what_exercise_control_did_is_for_the_umpire():
    table = begun(9, player="idle")
    table.exercise.submit(Order(seat="excon", decision=Note(text="South hesitates\x07")))
    table.exercise.submit(Order(seat="excon", decision=Reseed(salt=4)))
    table.play_turn()
    whole = table.exercise.record
    for view in (TRUTH, "excon"):
        text = told(whole, DAY, view)["ORDERS OF ALL SEATS"]
        assert "D+0T00:00 exercise control: noted: South hesitates?" in text
        assert "D+0T00:00 exercise control: reseeded all luck with 4" in text
    assert "hesitates" not in summary(looked(whole, DAY, "south"))


def test_everything_a_seat_can_do_is_told_in_words():
    """Over random sessions: no act of a seat stays an identifier, and units are singular or plural as they should."""
    text = ""
    for seed in range(6):
        whole = record(seed, "random")
        for day in range(1, 11):
            for view in (TRUTH, "north", "south", "hq", "commander"):
                text += "".join(told(whole, day * DAY, view).values())
    for words in ("took back", "readied", "released", "made a public commitment", "set the silence on", "tabled m1"):
        assert words in text
    for wrong in (" 1 warnings", " 1 reports", "_", "None", "..", ". .", "vehicles. near"):
        assert wrong not in text


# --- the response so far -------------------------------------------------------------------------------------


def test_the_milestones_appear_one_by_one():
    whole = record()
    met = time_of("requirement_met")
    whole_story = told(whole, met)["RESPONSE SO FAR"]
    assert "not yet" not in whole_story
    assert whole_story.endswith("total " + whole_story.split()[-2] + " h")
    assert "BE capable first indication" in whole_story
    activated = time_of("activation_ordered")
    assert f"activation order {instant(activated)}" in told(whole, activated)["RESPONSE SO FAR"]
    assert "activation order not yet" in told(whole, activated - 1)["RESPONSE SO FAR"]
    assert "capable not yet" in told(whole, met - 1)["RESPONSE SO FAR"]


def test_for_programs_the_truth_has_the_milestones_and_a_seat_has_not():
    met = time_of("requirement_met")
    shown: Any = json.loads(json.dumps(as_plain(looked(record(), met))))
    assert shown["response"]["milestones"]["capable"] == round(met / HOUR, 6)
    assert shown["response"]["hours"]["total"] > 0
    assert shown["response"]["measure"] == "m1"
    early: Any = as_plain(looked(record(), 0))
    assert set(early["response"]["hours"].values()) == {None}
    assert "response" not in as_plain(looked(record(), met, "north"))
