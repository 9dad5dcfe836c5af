"""Panels: what they say of a real session, that they fit every width, and that no seat reads what it may not know."""

import re
from collections.abc import Iterator
from dataclasses import replace
from math import fsum

import pytest

from tests.desk.panel_scenes import amended, at_desk, first, record, short, silent
from tests.replay.scenes import begun
from wargame.desk import reading
from wargame.desk.ascii import to_ascii
from wargame.desk.bars import CELLS, LEVELS, bar, history
from wargame.desk.lines import Para, wrap
from wargame.desk.panels import TABS, council, forces, inbox, indicators, pad, reviews, status
from wargame.desk.panels import allies as panel_allies
from wargame.files.faults import width
from wargame.files.scenarios import load_scenario
from wargame.model.clock import HOUR, parse_instant
from wargame.model.decisions.consultation import TakePosition
from wargame.model.record import Order
from wargame.model.scenario import HYPOTHESES, all_seats
from wargame.replay import names, watch
from wargame.replay.summary_aims import standing
from wargame.replay.summary_allies import allies as summary_allies
from wargame.replay.summary_council import in_council
from wargame.replay.summary_estimates import estimates
from wargame.replay.summary_force_lines import doing
from wargame.replay.summary_forces import forces as summary_forces
from wargame.replay.summary_head import head
from wargame.replay.summary_indicators import matrix
from wargame.replay.summary_reports import reports
from wargame.replay.summary_trends import trends
from wargame.replay.watch import Scene, seen
from wargame.replay.wording import age, ago, percent
from wargame.rules.assessment import attack_probability
from wargame.rules.bonds import trust
from wargame.rules.lengths import with_length

PANELS = {
    **{tab.id: tab.paras for tab in TABS},
    "pad": lambda scene: pad.paras(scene, "so."),
    "status": status.paras,
}
KEYS = re.compile(r"\b(?:Enter|Esc|Tab|[a-zA-Z] (?:shows|opens|adds|sets|writes|lists))\b")
"""What words look like that name a key."""
SEATS = ("aldva", "ilmara", "hq", "commander", "red", "excon")


def said(paras: Iterator[Para]) -> str:
    """A panel's paragraphs, a line each."""
    return "\n".join(" " * para.indent + para.text for para in paras)


def everything(scene: Scene) -> list[Para]:
    return [para for paras in PANELS.values() for para in paras(scene)]


# --- amounts -------------------------------------------------------------------------------------------------


def test_a_bar_says_a_little_and_not_quite_all_truly():
    assert [bar(share, cells=4)[0][1] for share in (0.0, 0.01, 0.5, 0.99, 1.0, 1.7)] == [
        "",
        "█",
        "██",
        "███",
        "████",
        "████",
    ]


def test_a_history_stays_readable_without_unicode():
    rising = history([step / 7 for step in range(8)], high=1.0)
    assert rising == LEVELS
    assert len(set(to_ascii(rising))) == len(LEVELS)
    assert to_ascii(rising).isascii()


def test_letters_lose_their_accents_and_bars_keep_their_ends_without_unicode():
    assert to_ascii("attachés of Łódź") == "attaches of Lodz"
    assert to_ascii("━━━╸━━ ━━╺━") == "--->-- -- -"
    assert to_ascii("漢") == "?"


def test_once_it_has_come_to_an_attack_the_status_line_tells_of_it():
    def attacked(scene):
        return any(state.attacked is not None for state in scene.situation.objectives.values())

    peace, war = (list(status.paras(scene))[1].text for scene in (at_desk(1), first("aldva", attacked)))
    assert peace.startswith("attack ")
    assert war.startswith("ATTACKED D+")
    assert "perceived" not in war


# --- every panel ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("seat", SEATS)
@pytest.mark.parametrize("turn", [1, 7, 16])
def test_no_line_is_wider_than_its_screen(seat, turn):
    for para in everything(at_desk(turn, seat)):
        for columns in (40, 55, 80, 103, 140):
            for line in wrap(para, columns):
                assert width("".join(text for _, text in line)) <= columns


@pytest.mark.parametrize("seat", SEATS)
def test_panels_name_no_keys_since_plain_lines_say_the_same(seat):
    for turn in (1, 7, 16):
        told = said(iter(everything(at_desk(turn, seat))))
        assert KEYS.findall(told) == []


@pytest.mark.parametrize("seat", [each for each in all_seats(record().header.scenario) if each not in ("red", "excon")])
def test_no_seat_of_the_alliance_reads_of_the_adversarys_forces_or_of_anothers_brief(seat):
    scenario = record().header.scenario
    told = "\n".join(para.text for para in everything(at_desk(16, seat)))
    for adversary in scenario.adversaries:
        for force in adversary.forces:
            assert force.id not in told
            assert force.name not in told
    for nation in scenario.nations:
        for aim in nation.aims:
            assert nation.id == seat or aim.text not in told
    for brief in scenario.briefs:
        assert brief.seat == seat or " ".join(brief.text.split())[:60] not in told


@pytest.mark.parametrize(("length", "ends"), [(None, 36), ("short", 20), ("half", 36), ("full", 36)])
def test_every_brief_says_the_days_of_the_length_that_is_played(length, ends):
    """The figures come from the scenario as it is played; its texts, the same at every length, name none."""
    scenario = with_length(load_scenario("narrow-sea"), length)
    for seat in all_seats(scenario):
        told = "\n".join(para.text for para in reading.brief_paras(watch.scene(scenario, [], 0, 0, seat)))
        assert f"Play ends on D+{ends} at the latest; outcomes are judged on D+60." in told
        assert set(re.findall(r"D\+\d+", told)) == {f"D+{ends}", "D+60"}
        assert "Thirty-six" not in told


def test_the_adversary_reads_nothing_of_the_council_and_of_allied_forces():
    told = "\n".join(para.text for para in everything(at_desk(16, "red")))
    assert "does not sit in the council" in told
    for nation in record().header.scenario.nations:
        for force in nation.forces:
            assert force.id not in told


# --- the council ---------------------------------------------------------------------------------------------


def test_a_text_under_silence_shows_its_clock_and_who_stands_where():
    scene = first("harland", silent)
    standing = in_council(scene).measures[0]
    told = said(council.paras(scene))
    assert f"{standing.measure}  {standing.text}" in told
    assert f"{age(round(standing.silence_left_hours * HOUR))} left, until {standing.silence_until}" in told
    accepting = [nation for nation, stand in standing.positions.items() if stand == "accept"]
    assert f"+ {len(accepting)} accept  . {len(standing.silent)} silent" in told
    assert "Harland (you" in told
    unsaid = said(council.paras(replace(scene, orders=())))
    assert "have not taken a position; silence is consent when the clock runs out" in unsaid


def test_a_position_that_is_staged_is_no_longer_missed():
    scene = first("harland", silent)
    text = in_council(scene).measures[0].measure
    order = Order(seat="harland", decision=TakePosition(measure=text, position="abstain"))
    told = said(council.paras(replace(scene, orders=(order,))))
    assert "abstain: on your pad, told when the turn ends" in told
    assert "have not taken a position; silence" not in told


def test_the_clock_runs_from_the_beginning_of_silence_to_its_end():
    scene = first("harland", silent)
    standing = in_council(scene).measures[0]
    began = [each for each in scene.events if each.measure == standing.measure and each.body.kind == "silence_began"]
    until = scene.situation.council.measures[standing.measure].silence_until
    assert standing.silence_whole_hours == (until - began[-1].time) / HOUR
    clock = next(para for para in council.paras(scene) if para.text.startswith("SILENCE"))
    gone = 1 - standing.silence_left_hours / standing.silence_whole_hours
    assert clock.text.count("█") == pytest.approx(gone * CELLS, abs=1)


def test_a_changed_text_says_what_it_said_before():
    scene = amended()
    standing = in_council(scene).measures[0]
    assert standing.text.startswith("deploy 1 BE to ")
    assert standing.before.startswith("deploy 2 BE to ")
    assert not standing.narrowed
    assert f"amended   from: {standing.before}" in said(council.paras(scene))


def test_what_has_been_decided_is_folded_to_a_line():
    scene = at_desk(16)
    adopted = [each for each in in_council(scene).measures if each.state == "adopted"]
    for each in adopted:
        folded = [para.text for para in council.paras(scene) if para.key == ("measure", each.measure)]
        assert len(folded) == 1
        assert folded[0].startswith(f"{each.measure}  {each.text}  ADOPTED {each.decided}  ")
    assert len(adopted) > 1


# --- forces --------------------------------------------------------------------------------------------------


def test_what_is_asked_for_stands_against_what_is_offered_activated_and_capable():
    scene = first("aldva", short)
    wanted = next(each for each in summary_forces(scene).requirements if each.offered and not each.activated)
    told = said(forces.paras(scene))
    assert f"{wanted.measure}  {wanted.asked:g} BE at {names.place(scene.scenario, wanted.place)}" in told
    assert f" {wanted.offered:g} BE" in told
    moving = next(each for each in summary_forces(scene).requirements if each.activated and each.met is None)
    short_of = round(moving.asked - moving.capable, 2)
    assert f"{moving.capable:g} BE, {short_of:g} BE short" in told


def test_own_forces_can_be_pointed_at_and_say_what_they_do():
    scene = at_desk(16)
    own = [para for para in forces.paras(scene) if para.key == ("force", "ald-frontier")]
    assert "Aldvan Frontier Brigade  mechanised, 0.7 BE, 90% fit  " in own[0].text
    state = next(each for each in summary_forces(scene).formations if each.force == "ald-frontier")
    assert own[0].text.endswith(doing(scene, state))


def test_full_alert_makes_forces_less_fit():
    scene = at_desk(1)
    fresh = {each.force: each.ready for each in summary_forces(scene).formations}
    watch = replace(scene.situation.watch, tired=0.2, since=scene.time)
    tired = replace(scene, situation=replace(scene.situation, watch=watch))
    worn = {each.force: each.ready for each in summary_forces(tired).formations}
    assert fresh["ald-frontier"] - worn["ald-frontier"] == pytest.approx(0.2)


# --- the inbox -----------------------------------------------------------------------------------------------


def test_what_waits_says_how_long_and_what_answers_it():
    scene = replace(first("harland", silent), orders=())
    standing = in_council(scene).measures[0]
    waiting = [para for para in inbox.paras(scene) if para.key == ("measure", standing.measure)]
    assert "under silence, you have not taken a position" in waiting[0].text
    assert waiting[0].text.endswith(f"{age(round(standing.silence_left_hours * HOUR))} left  take position or lobby")


def test_what_an_order_on_the_pad_answers_is_marked_so():
    scene = first("harland", silent)
    name = in_council(scene).measures[0].measure
    order = Order(seat="harland", decision=TakePosition(measure=name, position="accept"))
    scene = replace(scene, orders=(order,))
    waiting = [para for para in inbox.paras(scene) if para.key == ("measure", name)]
    assert waiting[0].text.endswith("answer staged")
    asked = names.measure(scene.scenario, scene.situation.council.measures[name].text)
    assert f"1 take position {name} ({asked}): accept" in said(pad.paras(scene, "so."))


def test_new_reports_have_grade_source_and_age():
    scene = first("aldva", lambda scene: any(each.discipline == "signals" for each in reports(scene).reports))
    newest = next(each for each in reports(scene).reports if each.discipline == "signals")
    line = next(para.text for para in inbox.paras(scene) if para.key == ("report", newest.report))
    assert line.startswith(f"{newest.report} {newest.grade} ")
    assert "signals, own sensors" in line
    assert f"seen {ago(scene.time - parse_instant(newest.observed))}; " in line


def test_a_turn_report_has_the_messages_of_that_turn_alone_in_the_order_in_which_they_came():
    told = [at_desk(turn) for turn in range(2, len(record().played) + 1)]
    found = 0
    for scene in told:
        heads = [para.text for para in reading.report_paras(scene) if para.text.startswith("MESSAGE ")]
        times = [parse_instant(head.removeprefix("MESSAGE ")) for head in heads]
        assert times == sorted(times)
        assert all(time >= scene.edges[-2] for time in times)
        found += len(times)
    assert found


def test_a_report_ends_with_what_the_inbox_says_waits_and_comes():
    scene = first("harland", silent)
    told = said(reading.report_paras(scene))
    assert said(inbox.waits_for(scene)) in told
    assert said(inbox.comes(scene)) in told


# --- the status lines ----------------------------------------------------------------------------------------


def test_two_lines_say_who_when_and_how_dangerous():
    scene = first("harland", silent)
    clock, danger = status.paras(scene)
    now, held = head(scene), estimates(scene)[0]
    assert "HARLAND" in clock.text
    assert f"{now.instant} H+{now.hours:.0f}  turn {now.turn} of ~{now.turns} ({now.turn_hours:g} h)" in clock.text
    assert clock.text.endswith(f"  alert {now.alert_words}")
    assert danger.text.startswith(f"attack {held.words} {percent(held.attack)}  perceived █")
    assert danger.text.endswith(f"phase {now.phase.number}/6 {now.phase.name}")


# --- allies --------------------------------------------------------------------------------------------------


def test_an_ally_shows_trust_both_ways_and_what_it_has_done():
    scene = at_desk(16)
    kasmar = next(each for each in summary_allies(scene) if each.nation == "kasmar")
    block = [para.text for para in panel_allies.paras(scene)]
    head = next(line for line in block if line.startswith("Kasmar "))
    assert f"{percent(kasmar.trusted)} " in head
    assert kasmar.trusts is not None
    assert f"in you {percent(kasmar.trusts)} " in head
    assert "committed" in head
    assert f"committed itself in public {kasmar.committed}" in "\n".join(block)
    told = "\n".join(block[block.index(head) :])
    assert f"of {kasmar.sent.all:g} BE" in told
    assert f"{kasmar.exchanged.received} reports from it; {kasmar.exchanged.given} to it" in told


def test_reports_and_requests_are_counted_as_the_seat_has_them():
    scene = at_desk(16)
    picture = scene.situation.pictures["aldva"]
    for ally in summary_allies(scene):
        sensed = [held for held in picture.reports.values() if held.body.originator == ally.nation]
        assert ally.exchanged.received == len(sensed)
        assert ally.exchanged.answered + ally.exchanged.waits <= ally.exchanged.asked


def test_what_binds_everybody_is_said_once():
    told = said(panel_allies.paras(at_desk(16)))
    assert told.count("mutual defence (60% clear)") == 1


def test_the_secretary_general_reads_how_far_members_trust_each_on_average():
    scene = at_desk(16, "hq")
    others = [each for each in scene.scenario.alliance.members if each != "ilmara"]
    held = [trust(scene.scenario, scene.situation, each, "ilmara", scene.time) for each in others]
    ilmara = next(each for each in summary_allies(scene) if each.nation == "ilmara")
    assert ilmara.trusted == pytest.approx(fsum(held) / len(held), abs=1e-6)
    assert ilmara.trusts is None


# --- indicators ----------------------------------------------------------------------------------------------


def test_each_hypothesis_has_its_history_of_a_mark_a_turn():
    scene = at_desk(13)
    past = [point.hypotheses["aldva"] for point in trends(scene)]
    assert len(past) == 13
    told = [para.text for para in indicators.paras(scene)]
    for place, hypothesis in enumerate(HYPOTHESES):
        line = next(line for line in told if line.startswith(names.HYPOTHESES[hypothesis]))
        assert line.endswith(history([each[place] for each in past], high=1.0))


def test_the_history_is_that_of_the_seats_own_assessments():
    scene = at_desk(13)
    for point in trends(scene):
        before = [each.body for each in scene.events if each.body.kind == "assessed" and each.time <= point.time]
        assert point.attack["aldva"] == pytest.approx(attack_probability(before[-1].log_odds), abs=1e-6)


def test_evidence_for_an_attack_is_named_with_how_many_times_likelier_it_is():
    scene = at_desk(13)
    place = HYPOTHESES.index("limited_attack")
    weighed = {sign.indicator: sign.ratios[place] for sign in matrix(scene).signs if sign.ratios is not None}
    strongest = max(weighed, key=lambda name: weighed[name])
    line = next(
        para.text for para in indicators.paras(scene) if para.text.startswith("limited attack") and "for " in para.text
    )
    assert f"for {strongest} x" in line


def test_enter_on_a_report_opens_the_orders_about_it():
    scene = at_desk(13)
    keys = {para.key for para in indicators.paras(scene) if para.key is not None}
    assert {("report", name) for name in list(scene.situation.pictures["aldva"].reports)[-40:]} <= keys


def test_the_umpire_compares_all_estimates():
    scene = at_desk(13, "excon")
    told = said(indicators.paras(scene))
    for nation in scene.scenario.nations:
        assert nation.name in told


# --- reviews -------------------------------------------------------------------------------------------------


def test_key_indicators_say_how_they_stand_and_how_they_moved():
    scene = at_desk(16)
    now = trends(scene)[-1]
    told = said(reviews.paras(scene))
    assert f"political capital      {history([p.home.capital for p in trends(scene)], high=12.0)}" in told
    assert f"  {now.home.shared} of {now.home.own_reports}" in told
    assert "usual 85%" in told


def test_what_is_asked_for_and_not_capable_is_a_shortfall():
    scene = at_desk(16)
    for each in summary_forces(scene).requirements:
        if each.met is None and each.state == "adopted":
            line = next(para for para in reviews.paras(scene) if para.text.startswith(f"- {each.measure}:"))
            assert f"{each.asked - each.capable:g} of {each.asked:g} BE" in line.text
            assert line.key == ("measure", each.measure)


def test_aims_are_judged_by_the_score_as_if_it_ended_now():
    before, after = at_desk(6), at_desk(16)
    adopted = [{each.aim: each.reached for each in standing(scene)}["ald-reinforced"] for scene in (before, after)]
    assert adopted == [0.5, 1.0]
    assert "The council adopts a deployment" in said(reviews.paras(after))


@pytest.mark.parametrize("turn", [2, 9, 22])
def test_every_government_reads_how_its_aims_stand_at_any_time(turn):
    for nation in record().header.scenario.nations:
        scene = at_desk(turn, nation.id)
        assert [each.aim for each in standing(scene)] == [aim.id for aim in nation.aims]
        assert all(each.reached is None or 0.0 <= each.reached <= 1.0 for each in standing(scene))


# --- an alliance of 31 ---------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def great():
    """Great-alliance after a few turns, with a text under silence."""
    table = begun(3, load_scenario("great-alliance"))
    while not any(each.state == "silence" and each.positions for each in _measures(table)):
        table.play_turn()
    return table


def _measures(table):
    return table.exercise.view("ellara").situation.council.measures.values()


@pytest.mark.parametrize("seat", ["ellara", "hq", "commander", "red", "excon"])
def test_panels_of_31_members_fit_any_screen(great, seat):
    scene = seen(great.exercise.view(seat))
    for para in everything(scene):
        for columns in range(40, 141, 20):
            assert all(width("".join(text for _, text in line)) <= columns for line in wrap(para, columns))


def test_a_text_before_31_members_takes_no_more_than_half_a_screen(great):
    scene = seen(great.exercise.view("ellara"))
    standing = next(each for each in in_council(scene).measures if each.state == "silence")
    lines = [line for para in council.text(scene, standing) for line in wrap(para, 78)]
    assert len(lines) <= 14


def test_many_things_of_a_kind_are_told_by_a_few_and_counted(great):
    told = said(inbox.paras(seen(great.exercise.view("ellara"))))
    assert told.count("Transit through ") <= 4
    assert "like these in the turn report)" in told


def test_a_turn_report_is_named_only_where_there_is_one(great):
    """In a session that is watched there is none, nor before the first turn has been played."""
    view = great.exercise.view("ellara")
    assert "like these)" in said(inbox.paras(replace(seen(view), again=True)))
    first_turn = replace(seen(view), events=[each for each in view.log if each.time == 0])
    assert "turn report" not in said(inbox.paras(first_turn))
    watched = [said(inbox.paras(at_desk(turn, "hq"))) for turn in range(2, len(record().played) + 1)]
    assert [told for told in watched if "turn report" in told] == []
    assert [told for told in watched if "like these)" in told]


def test_every_mark_of_the_tally_is_explained():
    about = next(tab.about for tab in TABS if tab.id == "council")
    for _, mark in council.MARKS.values():
        assert f"{mark} " in about


@pytest.mark.parametrize("name", ["great-alliance", "narrow-sea"])
def test_a_seats_private_aims_are_told_once(name):
    scene = seen(begun(1, load_scenario(name)).exercise.view(load_scenario(name).nations[0].id))
    told = " ".join(para.text for para in reading.brief_paras(scene))
    aims = scene.scenario.nations[0].aims
    assert aims
    assert [told.count(" ".join(aim.text.split())) for aim in aims] == [1] * len(aims)
