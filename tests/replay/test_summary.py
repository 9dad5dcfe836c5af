"""Briefs: as kept, never wider than 80 columns, and right in what they tell."""

import json
from dataclasses import replace
from math import ceil, log
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.replay.briefs import BRIEFS, file, made
from tests.replay.scenes import ATTACKED, begun, looked, record, views
from tests.session.sessions import record as tutorial_record
from tests.worlds import crisis
from wargame.files.faults import clean, width
from wargame.model.clock import DAY, HOUR, instant
from wargame.model.decisions.excon import Note, Reseed
from wargame.model.happenings import AlarmProvenFalse
from wargame.model.mel import Message
from wargame.model.record import Order, Record
from wargame.model.scenario import Scenario
from wargame.replay.brief import brief
from wargame.replay.result import report
from wargame.replay.summary import as_plain, summary
from wargame.replay.summary_head import turns_expected
from wargame.replay.summary_incidents import Incidents, Met, Task, fate, incident_lines
from wargame.replay.summary_indicators import matrix
from wargame.replay.summary_planning import planned
from wargame.replay.summary_reports import reports
from wargame.replay.summary_response import response, response_lines
from wargame.replay.summary_situation import situated
from wargame.replay.watch import TRUTH, desk
from wargame.replay.wording import percent
from wargame.rules.assessment import (
    attack_probability,
    in_words,
    typical_weight,
    weight,
)
from wargame.rules.deadlines import turn_hours
from wargame.rules.detection import coverage
from wargame.scoring.response import requirement_met

instants = st.integers(0, 21 * DAY)
SECTIONS = [
    "SITUATION",
    "ESTIMATE",
    "INDICATORS",
    "REPORTS",
    "CONTACTS",
    "COUNCIL",
    "FORCES",
    "OWN FORCES",
    "ALLIED FORCES",
    "ALLIED FORCES AT HOME",
    "DEADLINES",
    "ORDERS GIVEN",
    "ORDERS PAD",
    "OTHER ORDERS",
    "NEWEST EVENTS",
    "MESSAGES",
    "NEWS",
]
NATIONS_ONLY = ("ESTIMATE", "INDICATORS", "REPORTS", "CONTACTS", "OWN FORCES")
OPTIONAL = (
    "INCIDENTS",
    "TALKS, PRESSURE, RELIEF",
    "ALLIED FORCES",
    "ALLIED FORCES AT HOME",
    "PASSAGE AND PRIORITIES",
    "OTHER ORDERS",
    "NEWS",
)
"""Sections that are there only when they have something to say."""
SCREENFUL = 30
"""Lines of a section at most; what does not fit is counted."""


def told(whole: Record, time: int, view: str = TRUTH) -> dict[str, str]:
    """A brief's sections by their titles, each on one line; the head is ''."""
    return sections(summary(looked(whole, time, view)))


def sections(text: str) -> dict[str, str]:
    return {title: " ".join(" ".join(lines).split()) for title, lines in parts(text).items()}


def parts(text: str) -> dict[str, list[str]]:
    """The lines of each section."""
    found: dict[str, list[str]] = {"": []}
    for line in text.splitlines():
        if line and line.upper() == line and line[0].isalpha():
            found[line.split(":")[0].split(" AT TURN")[0]] = []
        else:
            found[list(found)[-1]].append(line)
    return found


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


def fits(text: str) -> None:
    for line in text.splitlines():
        assert width(line) <= 80
        assert clean(line) == line == line.rstrip()
    for title, lines in parts(text).items():
        if title != "BRIEF":
            assert len(lines) <= SCREENFUL, title


@settings(max_examples=40, deadline=None)
@given(time=instants, view=st.sampled_from(views(record())), seed=st.sampled_from([6, 9]), player=st.data())
def test_every_line_of_any_brief_fits_80_columns_and_every_section_a_screen(time, view, seed, player):
    whole = record(seed, player.draw(st.sampled_from(["doctrine", "random"])))
    text = summary(looked(whole, time, view))
    assert text.isascii()
    fits(text)
    for line in text.splitlines():
        assert ". ." not in line
        assert "None" not in line.replace("None.", "").replace("None;", "")


@settings(max_examples=20, deadline=None)
@given(turn=st.integers(1, 40), view=st.sampled_from(views(record())), player=st.sampled_from(["doctrine", "random"]))
def test_every_desk_fits_too(turn, view, player):
    whole = record(6, player)
    fits(summary(desk(whole, min(turn, len(whole.played)), view)))


@pytest.mark.parametrize("time", [0, 3 * DAY, 9 * DAY + 12 * HOUR, 30 * DAY])
def test_briefs_of_the_tutorial_fit_too(time):
    whole = tutorial_record(5)
    for view in views(whole):
        fits(summary(looked(whole, time, view)))


def test_briefs_of_a_great_alliance_fit_too():
    """Of many nations the most telling are named and the others counted."""
    whole = begun(3, crowded(crisis(horizon=12.0)), "random").play().record
    for view in (TRUTH, "north", "n7", "hq", "commander", "red", "excon"):
        for time in (0, 3 * DAY, 6 * DAY, 12 * DAY):
            fits(summary(looked(whole, time, view)))
    assert " less alarmed)" in told(whole, 6 * DAY)["ESTIMATES"]


def crowded(scenario: Scenario) -> Scenario:
    """The scenario with 29 nations more, each a copy of South with a force of its own."""
    south = next(nation for nation in scenario.nations if nation.id == "south")
    more = tuple(
        replace(
            south,
            id=f"n{number}",
            name=f"Far Land number {number}",
            forces=tuple(replace(force, id=f"n{number}-{force.id}") for force in south.forces),
            lift=(),
        )
        for number in range(29)
    )
    members = (*scenario.alliance.members, *(nation.id for nation in more))
    alliance = replace(scenario.alliance, members=members)
    return replace(scenario, nations=(*scenario.nations, *more), alliance=alliance)


def test_a_nations_brief_has_every_section_in_a_staff_officers_order():
    shown = [title for title in told(record(), 5 * DAY, "north") if title not in ("", *OPTIONAL)]
    assert shown == [title for title in SECTIONS if title not in OPTIONAL]


@pytest.mark.parametrize("view", ["hq", "commander"])
def test_seats_without_sensors_have_no_section_that_they_could_not_fill(view):
    """Where no ally releases anything to them."""
    shown = [title for title in told(record(9, "idle"), 5 * DAY, view) if title not in ("", *OPTIONAL)]
    for title in NATIONS_ONLY:
        assert title not in shown
    assert shown == [each for each in SECTIONS if each not in (*NATIONS_ONLY, *OPTIONAL)]


def test_the_adversary_is_told_nothing_of_the_council_and_of_allied_forces():
    shown = told(record(), 5 * DAY, "red")
    assert "COUNCIL" not in shown
    assert "ALLIED FORCES" not in shown
    assert "FORCES" not in shown
    assert shown["OWN FORCES"].startswith("force kind BE at STARTEX ")


def test_the_umpire_sees_the_response_the_nations_and_all_orders_besides():
    shown = [title for title in told(record(), 5 * DAY) if title]
    for title in ("RESPONSE SO FAR", "NATIONS", "MASTER EVENTS LIST", "ESTIMATES", "ORDERS OF ALL SEATS"):
        assert title in shown
    assert [*told(record(), 5 * DAY, "excon")] == ["", *shown[:-3], "ORDERS PAD", *shown[-3:]]


@pytest.mark.parametrize("view", ["truth", "north", "hq", "commander", "red", "excon"])
def test_data_for_programs_has_a_record_for_every_section(view):
    shown: Any = json.loads(json.dumps(as_plain(looked(record(), 5 * DAY, view))))
    for name in ("head", "situation", "estimates", "incidents", "indicators", "reports", "contacts", "council"):
        assert name in shown["summary"]
    for name in ("forces", "deadlines", "orders_given", "orders_pad", "news", "messages"):
        assert name in shown["summary"]
    assert shown["summary"]["head"]["turn"] == shown["situation"]["turn"]


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
    now = 9 * DAY + 12 * HOUR
    head = told(record(), now, "north")[""]
    turn = max(done.turn.number for done in record().played if done.turn.edge <= now)
    assert head.startswith("The Gate - as seen by North Time 011800ZDEC26, D+9T12:00, H+228 ")
    assert f" Play turn {turn} of about " in head
    assert " 0.5 days to ENDEX " in head
    assert "after ENDEX" in told(record(), 11 * DAY, "north")[""]


def test_the_number_of_turns_to_come_is_reckoned_at_the_present_pace():
    quiet = begun(9, player="idle").play().record
    assert " of about 10; " in told(quiet, DAY, "hq")[""]
    calm = looked(quiet, DAY, "hq")
    alarmed = replace(calm, situation=replace(calm.situation, alert=3))
    shorter = turn_hours(calm.scenario.pace, 3) / turn_hours(calm.scenario.pace, 0)
    assert turns_expected(alarmed) == 1 + ceil(9 / shorter)


def test_before_anything_has_happened_there_is_nothing_to_report():
    nothing = begun(9).exercise.record
    shown = told(nothing, 0, "north")
    quiet = [title for title, text in shown.items() if text == "Nothing to report."]
    assert quiet == ["REPORTS", "NEWEST EVENTS", "MESSAGES"]
    assert shown["COUNCIL"].startswith("The council has not met.")
    assert told(nothing, 0)["RESPONSE SO FAR"] == "Nothing to report."


def test_the_truth_tells_who_the_adversary_is_and_seats_do_not_learn_it():
    truth = told(record(), 5 * DAY)["SITUATION"]
    prepared: Any = next(event.body for event in record().events if event.body.kind == "adversary_prepared")
    assert truth.startswith("Redland: rung [")
    assert f" Type {prepared.type}; " in truth
    assert "% mobilised; believes that the allies fight: " in truth
    assert "Last weighed D+" in truth
    assert told(record(), 5 * DAY, "red")["SITUATION"].startswith("Redland: rung [")
    for seat in ("north", "hq", "commander"):
        shown = told(record(), 5 * DAY, seat)["SITUATION"]
        assert "Type" not in shown
        assert "mobilised" not in shown


def test_when_the_fighting_is_over_it_is_said_beside_the_rung_of_war():
    whole = record(ATTACKED)
    decided = time_of("objective_decided", whole)
    for view in (TRUTH, "red"):
        assert "fighting ended" not in told(whole, decided - 1, view)["SITUATION"]
        later = told(whole, decided + 3 * DAY, view)["SITUATION"]
        assert "] 9 of 9, full conventional war, since " in later
        assert f", fighting ended {instant(decided)}" in later
        (known,) = situated(looked(whole, decided, view), ()).adversaries
        assert known.ended == instant(decided)


def test_the_adversarys_forces_are_told_where_they_stood_at_startex():
    whole = record(ATTACKED)
    assert "force kind BE at STARTEX r-first heavy 5 Red City" in told(whole, 20 * DAY)["ADVERSARY"]


def test_a_seat_is_told_the_rung_that_it_can_see_and_why():
    whole = record(ATTACKED)
    before, attacked = told(whole, 3 * DAY, "north")["SITUATION"], time_of("attack_began", whole)
    assert before.startswith("Redland: perceived rung [")
    assert "(the staff hold " in before
    assert told(whole, 3 * DAY, "hq")["SITUATION"].startswith("Redland: rung unknown; no estimate reaches this seat")
    after = told(whole, attacked, "hq")["SITUATION"]
    assert after.startswith("Redland: perceived rung [########.] 8 of 9, limited war (")


def test_an_attack_is_told_to_all():
    whole = record(ATTACKED)
    attacked = time_of("attack_began", whole)
    for view in views(whole):
        assert "Not attacked: The Gate." in told(whole, attacked - 1, view)["SITUATION"]
        assert f"The Gate: ATTACKED {instant(attacked)}" in told(whole, attacked, view)["SITUATION"]
        newest = told(whole, attacked, view)["NEWEST EVENTS"]
        assert "!! " + instant(attacked) + " ATTACK: Redland attacks The Gate" in newest


def test_political_capital_is_shown_to_the_nation_that_has_it():
    spent = time_of("capital_spent", nation="north")
    assert "political capital 10.0 of 12; " in told(record(), 0, "north")[""]
    body = next(event.body for event in record().events if event.time == spent and event.body.kind == "capital_spent")
    assert f"political capital {body.left:.1f} of 12" in told(record(), spent, "north")[""]
    for view in (TRUTH, "hq", "red"):
        assert "capital" not in told(record(), spent, view)[""]
    assert "North" in told(record(), spent)["NATIONS"]


def test_the_estimate_says_how_likely_each_hypothesis_is_and_how_it_moved_in_a_day():
    now = 6 * DAY
    text = told(record(), now, "north")["ESTIMATE"]
    own = [event for event in looked(record(), now, "north").events if event.body.kind == "assessed"]
    newest: Any = own[-1].body
    older: Any = [event for event in own if event.time <= now - DAY][-1].body
    attack, before = attack_probability(newest.log_odds), attack_probability(older.log_odds)
    assert f"{in_words(attack).upper()} ({percent(attack)})" in text
    assert f"from {percent(before)} a day ago" in text or ", steady." in text
    for words in ("routine activity", "exercise or bluff", "coercion", "limited attack", "major attack"):
        assert words in text
    assert "; 1 warning, last " in text


def test_a_matrix_row_weighs_what_was_seen_against_what_was_to_be_expected():
    scene = looked(record(), 6 * DAY, "north")
    north = next(nation for nation in scene.scenario.nations if nation.id == "north")
    for sign in matrix(scene).signs:
        indicator = next(each for each in scene.scenario.indicators if each.id == sign.indicator)
        held = [
            state.body
            for state in scene.situation.pictures["north"].reports.values()
            if state.body.indicator == sign.indicator
        ]
        assert sign.seen == len(held)
        rates = indicator.rates
        parameters = scene.scenario.doctrine.intelligence
        heard = sum(weight(parameters, body.reliability, body.credibility) for body in held if not body.confirms)
        silence = (sign.attack or 0.0) - (sign.routine or 0.0)
        expected = heard * log(rates.limited_attack / rates.routine) - typical_weight(parameters) * silence
        assert sign.weight == pytest.approx(expected, abs=1e-5)
        assert (sign.routine is None) == (coverage(scene.scenario.doctrine.intelligence, north, indicator) == 0.0)
        assert ("for" in sign.speaks) == (expected >= 0.3)
        assert ("against" in sign.speaks) == (expected <= -0.3)


def test_the_umpire_sees_what_showed_and_what_was_a_mistake():
    shown = [event for event in record().events if event.body.kind == "indicator_shown" and event.time <= 5 * DAY]
    scene = looked(record(), 5 * DAY)
    signs = matrix(scene).signs
    assert sum((sign.shown or 0) + (sign.mistaken or 0) for sign in signs) == len(shown)
    assert "mistaken" in told(record(), 5 * DAY)["INDICATORS"]
    assert all(sign.shown is None for sign in matrix(looked(record(), 5 * DAY, "north")).signs)


def test_reports_are_the_newest_first_with_where_they_come_from():
    whole = record()
    now = 6 * DAY
    held = [event for event in looked(whole, now, "north").events if event.body.kind == "report_received"]
    text = told(whole, now, "north")["REPORTS"]
    newest: Any = held[-1].body
    assert text.startswith(f"{instant(held[-1].time)} {newest.report} {newest.reliability}{newest.credibility} ")
    shown = [event for event in held if f"[{event.id}]" in text]
    assert shown == held[-len(shown) :]
    places = [text.index(f"[{event.id}]") for event in shown]
    assert places == sorted(places, reverse=True)
    assert ", from South" in text
    assert ", from the media" in told(whole, DAY, "north")["REPORTS"]
    assert "moves, says the radio" in told(whole, DAY, "north")["NEWS"]


def test_a_contact_is_where_it_was_seen_last_and_how_long_ago():
    scene = looked(record(), 6 * DAY, "north")
    known = reports(scene).contacts
    assert known
    for contact in known:
        seen = [
            state.body
            for state in scene.situation.pictures["north"].reports.values()
            if state.body.contact == contact.contact
        ]
        assert contact.seen == instant(max(body.observed for body in seen))
    assert list(known) == sorted(known, key=lambda each: each.age_hours)


def test_the_silence_clock_is_a_deadline_until_it_has_run_out():
    whole = record()
    began = next(event for event in whole.events if event.body.kind == "silence_began")
    until: Any = began.body
    line = f"silence on {began.measure} ends; it passes unless a member speaks up"
    for view in ("north", "hq", TRUTH):
        assert line in told(whole, began.time, view)["DEADLINES"]
        assert line not in told(whole, until.until, view)["DEADLINES"]
    left = f"UNDER SILENCE until {instant(until.until)} ("
    assert left in told(whole, began.time, "hq")["COUNCIL"]
    assert "silence" not in told(whole, began.time, "red")["DEADLINES"]


def test_the_council_shows_who_stands_where_and_what_holds_it_together():
    whole = record()
    took: Any = next(event for event in whole.events if event.body.kind == "position_taken")
    text = told(whole, took.time, "north")["COUNCIL"]
    stands = {"accept": "accept", "abstain": "abstain", "break": "break silence"}[took.body.position]
    assert f"{stands} 1: " in text or f"{stands} 2: " in text or "accepted by all 3" in text
    assert "Cohesion " in text
    assert "North trusts " in text
    assert "trusts" not in told(whole, took.time, "hq")["COUNCIL"]


def test_a_force_on_its_way_is_due():
    whole = record()
    left = next(event for event in whole.events if event.body.kind == "force_departed")
    body: Any = left.body
    name = next(force.name for nation in crisis().nations for force in nation.forces if force.id == body.force)
    due = told(whole, left.time, "hq")["DEADLINES"]
    assert f"{name} ({body.force}) due at The Gate, as planned" in due
    assert f"on its way to The Gate, due {instant(body.due)}" in told(whole, left.time, "commander")["ALLIED FORCES"]


def test_what_is_capable_stands_beside_what_was_asked_for():
    whole, met = record(), met_at()
    before, after = told(whole, met - 1, "commander")["FORCES"], told(whole, met, "commander")["FORCES"]
    assert "requirement not met" in before
    assert f"requirement met {instant(met)}" in after
    assert "BE of allied forces capable (worth " in after


def test_endex_is_a_deadline_while_play_lasts():
    assert told(record(), 4 * DAY, "red")["DEADLINES"] == "D+10T00:00 in 6 d play ends at the latest (ENDEX)"
    assert told(record(), 12 * DAY, "red")["DEADLINES"] == "Nothing to report."


def test_what_came_to_nothing_is_told_to_its_seat():
    failed = next(event for event in record().events if event.body.kind == "order_failed")
    body: Any = failed.body
    told_to_it = told(record(), failed.time, body.seat)["NEWEST EVENTS"]
    order = body.order.replace("_", " ")
    assert f"Order {order} of {body.seat.title()} came to nothing: {body.reason}" in told_to_it
    other = "north" if body.seat != "north" else "south"
    assert "came to nothing" not in told(record(), failed.time, other)["NEWEST EVENTS"]
    activated = time_of("activation_ordered")
    assert "Activation ordered by the commander for m1" in told(record(), activated, "commander")["NEWEST EVENTS"]


def test_what_exercise_control_did_is_for_the_umpire():
    table = begun(9, player="idle")
    table.exercise.submit(Order(seat="excon", decision=Note(text="South hesitates\x07")))
    table.exercise.submit(Order(seat="excon", decision=Reseed(salt=4)))
    table.play_turn()
    whole = table.exercise.record
    for view in (TRUTH, "excon"):
        text = told(whole, HOUR, view)["ORDERS OF ALL SEATS"]
        assert "exercise control note South hesitates?" in text
        assert "exercise control reseed salt 4" in text
    assert "hesitates" not in summary(looked(whole, HOUR, "south"))
    assert "hesitates" not in json.dumps(as_plain(looked(whole, HOUR, "south")))


def met_at() -> int:
    """When the requirement of the players' response was met."""
    met = requirement_met(record().events, record().header.scenario)
    assert met is not None
    return met.time


# --- the response so far -------------------------------------------------------------------------------------


def test_the_milestones_appear_one_by_one():
    whole = record()
    met = met_at()
    whole_story = told(whole, met)["RESPONSE SO FAR"]
    assert "not yet" not in whole_story
    assert whole_story.endswith("total " + whole_story.split()[-2] + " h")
    assert "BE capable first indication" in whole_story
    activated = time_of("activation_ordered")
    assert f"activation order {instant(activated)}" in told(whole, activated)["RESPONSE SO FAR"]
    assert "activation order not yet" in told(whole, activated - 1)["RESPONSE SO FAR"]
    assert "capable not yet" in told(whole, met - 1)["RESPONSE SO FAR"]


def test_for_programs_the_truth_has_the_milestones_and_a_seat_has_not():
    met = met_at()
    shown: Any = json.loads(json.dumps(as_plain(looked(record(), met))))["summary"]
    assert as_plain(looked(record(), met))["response"] == shown["response"]
    assert shown["response"]["milestones"]["capable"] == round(met / HOUR, 6)
    assert shown["response"]["hours"]["total"] > 0
    assert shown["response"]["measure"] == "m1"
    early: Any = as_plain(looked(record(), 0))["summary"]
    assert set(early["response"]["hours"].values()) == {None}
    assert "response" not in as_plain(looked(record(), met, "north"))["summary"]


def test_a_response_to_a_false_alarm_is_not_counted():
    """As `wargame run` says in the end; before it was found out it was a response like any other."""
    scene = looked(record(), met_at())
    alarm = AlarmProvenFalse(nations=("south",))
    found_out = replace(scene.events[-1], id=len(scene.events) + 1, measure="m1", body=alarm)
    for events, says in (
        (scene.events, "BE capable first"),
        ((*scene.events, found_out), "not counted: a false alarm"),
    ):
        later = replace(scene, events=events)
        lines = " ".join(" ".join(response_lines(later, response(later))).split())
        assert says in lines
        assert ("activation order not counted" in lines) == (events is not scene.events)
        assert "not yet" not in lines


# --- disruptions ---------------------------------------------------------------------------------------------


def met_with(means: str, at: str | None, over: str | None) -> Met:
    return Met("north", "h1", 7, "D+1T00:00", means, at, 0.3, over, None, None, None)


def test_what_was_broken_at_a_place_is_not_over_before_it_is_repaired():
    sabotaged, dark = met_with("sabotage", "gate", "D+1T00:00"), met_with("energy", None, "D+2T00:00")
    damaged, repaired = (Incidents((sabotaged, dark), damage, ()) for damage in ({"gate": 0.2}, {}))
    assert [fate(damaged, each) for each in damaged.met] == ["its damage lasts", "over D+2T00:00"]
    assert [fate(repaired, each) for each in repaired.met] == ["its damage is repaired", "over D+2T00:00"]
    assert fate(damaged, met_with("cyber", None, None)) == "bears still"


def test_a_force_sent_to_repair_may_still_be_on_its_way():
    scene = looked(record(), DAY)
    sent = Incidents((), {}, (Task("s-para", "repair", "gate", "D+1T00:00"),))
    assert list(incident_lines(scene, sent)) == ["  Paras: sent to repair The Gate, D+1T00:00."]


# --- planning ------------------------------------------------------------------------------------------------


def test_for_forces_that_are_free_the_staff_reckons_when_they_could_be_capable():
    scene = looked(record(), DAY, "south")
    free = {each.force: each.hours for each in planned(scene)}
    for nation in scene.scenario.nations:
        for force in nation.forces:
            state = scene.situation.forces[force.id]
            assert (force.id in free) == (nation.id == "south" and state.activated is None and state.at != "gate")
    assert free
    reckoned = [hours for hours in free.values() if hours is not None]
    assert reckoned
    assert all(low <= middle <= high for low, middle, high in reckoned)
    assert "If ordered now, days until capable at The Gate: " in told(record(), DAY, "south")["OWN FORCES"]
    for view in (TRUTH, "hq", "commander", "red"):
        assert planned(looked(record(), DAY, view)) == ()
