"""Winding through a session shows at every place what was live there."""

import json
from pathlib import Path

import pytest

from wargame.files.replays import load_replay
from wargame.model.folding import apply, fold
from wargame.model.situation import Pressure
from wargame.replay import reel as reels
from wargame.replay.reel import SPACING, Session, copied
from wargame.replay.summary import as_plain
from wargame.replay.watch import TRUTH, desk, scene

SAMPLE = Path("replays/narrow-sea-attacked.jsonl")
VIEWS = (TRUTH, "aldva", "commander", "red")


@pytest.fixture(scope="module")
def session():
    return Session.of(load_replay(SAMPLE).record)


def instants(session):
    """Positions at which all that happens at their instant has happened, and that are no turn's beginning."""
    begun = {stop.position for stop in session.stops}
    places = {session.at(session.time(position)) for position in range(0, len(session.events), 377)}
    return sorted(places - begun)


@pytest.mark.parametrize("view", VIEWS)
def test_at_an_instant_it_is_the_scene_of_that_instant(session, view):
    turns = [done.turn for done in session.record.played]
    for position in instants(session):
        time = session.time(position)
        known = scene(session.record.header.scenario, session.events, time, session.end, view, turns)
        assert session.scene(view, position) == known


@pytest.mark.parametrize("view", VIEWS)
def test_a_turns_beginning_is_the_desk_of_its_seats(session, view):
    for stop in session.stops[::5]:
        assert session.scene(view, stop.position) == desk(session.record, stop.number, view)


def test_the_end_is_what_show_tells_without_an_instant(session):
    shown = as_plain(session.scene(TRUTH, len(session.events)))
    turns = [done.turn for done in session.record.played]
    end = scene(session.record.header.scenario, session.events, session.end, session.end, TRUTH, turns)
    assert json.loads(json.dumps(shown)) == json.loads(json.dumps(as_plain(end)))


def test_what_was_given_out_can_be_folded_on_without_harm(session):
    reel = session.reel(TRUTH)
    before = reel.situation(SPACING)
    for event in reel.events[SPACING:]:
        apply(before, event)
    assert before == fold(reel.scenario, reel.events)
    assert reel.situation(SPACING) == fold(reel.scenario, reel.events[:SPACING])


def test_a_copy_equals_its_original_and_shares_nothing_that_changes(session):
    original = session.reel(TRUTH).situation(len(session.events))
    copy = copied(original)
    assert copy == original
    for name in ("forces", "objectives", "adversaries", "nations"):
        for key, state in getattr(original, name).items():
            assert getattr(copy, name)[key] is not state


def test_turns_are_wound_through_by_their_beginnings(session):
    position = 0
    for stop in session.stops:
        position = session.turn(position, 1)
        assert (position, session.stop(position)) == (stop.position, stop)
    assert session.turn(position, 1) == len(session.events)
    assert session.turn(stop.position + 5, -1) == stop.position
    assert session.turn(session.stops[0].position, -1) == 0
    assert session.stop(0) is None


def test_the_rung_is_the_truth_for_the_umpire_and_as_seen_for_a_seat(session):
    truth, seen = session.reel(TRUTH).rungs, session.reel("aldva").rungs
    assert [rung for _, rung in truth] == [2, 3, 4, 5, 9]
    assert seen != truth
    assert all(time in {stop.edge for stop in session.stops} for time, _ in seen)


def test_a_session_without_a_turn_can_be_looked_at(session):
    empty = Session.of(type(session.record)(header=session.record.header, played=()))
    assert empty.scene("aldva", 0).events == []
    assert empty.turn(0, 1) == empty.turn(0, -1) == empty.time(0) == 0


def test_records_that_never_change_are_shared_by_copies():
    pressure = Pressure(by="aldva", weight=1.0)
    assert copied([pressure])[0] is pressure


def test_a_seek_folds_few_events_however_far_it_goes(session, monkeypatch):
    reel = session.reel(TRUTH)
    folded = []
    monkeypatch.setattr(reels, "apply", lambda situation, event: folded.append(event))
    for known in range(0, len(reel.events) + 1, 97):
        folded.clear()
        reel.situation(known)
        assert len(folded) == known % SPACING
