"""What happened in words: a sentence for every kind of event, told together where it is the same of several."""

import re

import pytest

from tests.replay.scenes import ATTACKED, begun, looked, record, views
from tests.worlds import crisis, report_received
from wargame.model import happenings as happened
from wargame.model.clock import DAY, HOUR
from wargame.model.event import Event
from wargame.model.happenings import BODIES
from wargame.replay.summary_news import news
from wargame.replay.telling import FLASH, WEIGHTY, tell, teller, told
from wargame.replay.telling.table import SENTENCES
from wargame.replay.watch import TRUTH, desk


def event(number: int, body: object, time: int = HOUR, measure: str | None = None) -> Event:
    return Event(id=number, time=time, cause=None, measure=measure, audience=("all",), body=body)  # type: ignore[arg-type]


def said(*bodies: object) -> list[str]:
    """What several events come to, told to the umpire before anything else has happened."""
    scene = looked(begun(1).exercise.record, 0)
    return [item.text for item in told(scene, [event(number, body) for number, body in enumerate(bodies, start=1)])]


def test_every_kind_of_event_has_a_sentence():
    assert [body.__name__ for body in BODIES if body not in SENTENCES] == []


@pytest.mark.parametrize("player", ["doctrine", "random"])
def test_sentences_are_words_not_identifiers(player):
    for seed in range(5):
        whole = record(seed, player)
        for view in views(whole):
            scene = looked(whole, 30 * DAY, view)
            for item in told(scene, scene.events):
                assert not re.search(r"[a-z]_[a-z]|None|\\(\\)|  ", item.text), item.text
                assert not item.text.endswith(" ")
                assert 1 <= item.weight <= FLASH


def test_what_is_the_same_of_several_is_told_together():
    accepts = [happened.PositionTaken(nation=nation, position="accept") for nation in ("north", "south")]
    assert said(*accepts, accepts[0]) == ["a measure: accepted by North and South"]
    members = crisis().alliance.members
    everybody = [happened.PositionTaken(nation=nation, position="accept") for nation in members]
    assert said(*everybody) == [f"a measure: accepted by all {len(members)} members"]


def test_of_how_a_fight_goes_only_the_last_word_is_told():
    held = [happened.ObjectiveContested(objective="gate", held=share) for share in (0.1, 0.2, 0.3)]
    assert said(*held) == ["The Gate: 30% in the adversary's hands"]


def test_a_text_cannot_drive_the_terminal():
    assert said(happened.NoteWritten(text="a\x1b[2J\nb")) == ["Exercise control noted: a?[2J b"]


def test_a_report_of_a_turn_has_the_most_important_first():
    whole = record(ATTACKED)
    attacked = next(each for each in whole.events if each.body.kind == "attack_began")
    turn = next(done.turn.number for done in whole.played if done.turn.edge >= attacked.time)
    report = news(desk(whole, turn, "north"))
    assert report.items[0].text == "ATTACK: Redland attacks The Gate"
    weights = [item.weight for item in report.items]
    assert weights == sorted(weights, reverse=True)
    assert report.turn == turn - 1


def test_nothing_is_reported_in_two_turns_though_an_edge_has_events_of_both():
    whole = record(ATTACKED)
    reported = [
        item.event
        for done in whole.played
        for item in news(desk(whole, done.turn.number, "north")).items
        if not item.text.startswith("Estimate of an attack")
    ]
    assert len(reported) == len(set(reported))


def test_a_report_says_when_the_words_for_the_estimate_have_changed():
    whole = record()
    for done in whole.played[1:]:
        for item in news(desk(whole, done.turn.number, "north")).items:
            if item.text.startswith("Estimate of an attack being prepared "):
                assert item.weight == WEIGHTY
                return
    raise AssertionError("the estimate never moved")


def test_a_report_is_told_with_its_holder_only_to_somebody_else():
    body = report_received()
    own, truth = looked(record(), DAY, "north"), looked(record(), DAY, TRUTH)
    assert tell(teller(own), event(1, body)).before == "New reports: "
    assert tell(teller(truth), event(1, body)).before == "New reports of North: "


def test_requests_to_one_seat_are_told_together_and_so_are_those_of_one_seat():
    def asked(by: str, to: str) -> Event:
        return event(1, happened.InformationRequested(by=by, to=to, about="logistics", deadline=DAY))

    north = looked(record(), DAY, "north")
    what = "for what is held on logistics, until D+1T00:00"
    to_it = told(north, [asked("west", "north"), asked("south", "north")])
    assert [item.text for item in to_it] == [f"North is asked {what}, by West and South"]
    by_it = told(north, [asked("north", "west"), asked("north", "south")])
    assert [item.text for item in by_it] == [f"Asked {what}: West and South"]
