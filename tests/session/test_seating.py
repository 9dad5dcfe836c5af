"""Who sits where: what a user may wish, and what a record says of it afterwards."""

from dataclasses import replace

import pytest

from tests.session.sessions import header, tutorial
from wargame.files.replays import ReplayWriter, load_replay
from wargame.model.record import Seating
from wargame.players import PLAYERS
from wargame.session.again import Differs
from wargame.session.exercise import Exercise
from wargame.session.saved import begin, branch_off, resume
from wargame.session.seating import NoSuchSeating, players, recorded, seat


def named(seating):
    return {each.seat: each.player for each in seating}


def test_doctrine_sits_in_every_seat_but_the_adversarys_and_exercise_controls():
    assert named(seat(tutorial(), [])) == dict.fromkeys(
        ("dalvora", "orsenia", "altmora", "hq", "commander"), "doctrine"
    )


def test_a_star_means_every_nation_and_later_wishes_come_first():
    wished = named(seat(tutorial(), ["*=idle", "orsenia=random"]))
    assert wished["dalvora"] == wished["altmora"] == "idle"
    assert (wished["orsenia"], wished["hq"]) == ("random", "doctrine")


def test_a_decision_file_orders_for_every_seat_that_nobody_names():
    wished = named(seat(tutorial(), ["hq=doctrine"], "orders.jsonl"))
    assert wished.pop("hq") == "doctrine"
    assert wished == dict.fromkeys(
        ("dalvora", "orsenia", "altmora", "commander", "red", "excon"), "scripted:orders.jsonl"
    )


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        ("orsenia", "'orsenia' is not SEAT=NAME"),
        ("orsena=idle", "no seat 'orsena'; did you mean 'orsenia'"),
        ("orsenia=doctrin", "no player 'doctrin'; did you mean 'doctrine'"),
        ("orsenia=chess", "players are doctrine, idle, random and scripted:FILE"),
    ],
)
def test_a_wish_that_cannot_be_met_says_what_can(wish, said):
    with pytest.raises(NoSuchSeating, match=said):
        seat(tutorial(), [wish])


@pytest.fixture
def orders(tmp_path):
    file = tmp_path / "orders.jsonl"
    file.write_text('{"turn": 1, "seat": "dalvora", "decision": {"kind": "call_consultation"}}\n')
    return file


@pytest.fixture
def interrupted(tmp_path, orders):
    """A session with a scripted seat, cut after its third turn."""
    path = tmp_path / "a.jsonl"
    begin(header(31), seat(tutorial(), [f"dalvora=scripted:{orders}"]), path)
    replay = load_replay(path)
    writer = ReplayWriter.create(path, replay.header)
    for done in replay.played[:3]:
        writer.add(done)
    writer.close()
    return path


def test_a_record_does_not_name_the_decision_file(interrupted, orders):
    assert named(load_replay(interrupted).header.seating)["dalvora"] == "scripted"
    assert orders.name.encode() not in interrupted.read_bytes()


def test_a_scripted_session_is_resumed_with_its_decision_file_given_again(interrupted, orders):
    with pytest.raises(NoSuchSeating, match="give it again with --decisions FILE or --player dalvora=scripted:FILE"):
        resume(load_replay(interrupted))
    again = resume(load_replay(interrupted), seat(tutorial(), [f"dalvora=scripted:{orders}"]))
    other = interrupted.with_name("b.jsonl")
    whole = begin(header(31), seat(tutorial(), [f"dalvora=scripted:{orders}"]), other)
    assert again.digest == whole.digest
    assert interrupted.read_bytes() == other.read_bytes()


def test_a_branch_needs_players_for_its_seats_too(interrupted):
    replay = load_replay(interrupted)
    with pytest.raises(NoSuchSeating, match="dalvora was played from a decision file"):
        branch_off(replay, 2, interrupted.with_name("c.jsonl"))
    branched = branch_off(replay, 2, interrupted.with_name("c.jsonl"), seat(tutorial(), ["dalvora=idle"]))
    assert branched.header.parent.turn == 2
    assert named(load_replay(interrupted.with_name("c.jsonl")).header.seating)["dalvora"] == "idle"


def test_a_record_whose_player_is_not_known_here_asks_for_another():
    with pytest.raises(NoSuchSeating, match="hq was played by 'oracle', which this program lacks"):
        players(tutorial(), [Seating(seat="hq", player="oracle")])
    with pytest.raises(NoSuchSeating, match="no seat 'moon'"):
        players(tutorial(), [Seating(seat="moon", player="idle")])


def test_a_seating_is_recorded_as_it_is_but_for_files():
    assert recorded(seat(tutorial(), ["*=idle"])) == seat(tutorial(), ["*=idle"])
    assert set(PLAYERS) == {"doctrine", "idle", "random"}


def test_a_session_whose_events_were_altered_is_not_resumed(interrupted):
    """With digests made anew it looks sound; played again it does not come out so."""
    replay = load_replay(interrupted)
    last = replay.played[-1]
    replay.played[-1] = replace(last, events=last.events[:-1])
    with pytest.raises(Differs, match="turn 3 differs"):
        resume(replay, seat(tutorial(), []))
    assert isinstance(Exercise(replay.header), Exercise)
