"""Who sits where: what a user may wish, and what a record says of it afterwards."""

from dataclasses import replace

import pytest

from tests.cli.calling import wargame
from tests.session.sessions import header, tutorial
from wargame.files.faults import FileFaults
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
        ("orsenia=chess", f"players are {', '.join(PLAYERS)} and scripted:FILE"),
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


def scripted_with(tmp_path, *lines):
    file = tmp_path / "more.jsonl"
    call = '{"turn": %d, "seat": "%s", "decision": {"kind": "call_consultation"}}\n'
    file.write_text("".join(each if isinstance(each, str) else call % each for each in lines))
    return file


@pytest.mark.parametrize("by_decisions", [True, False])
def test_orders_for_seats_that_the_file_does_not_play_are_faults(tmp_path, by_decisions):
    file = scripted_with(tmp_path, (1, "dalvora"), (2, "orsenia"))
    given = (["orsenia=idle"], str(file)) if by_decisions else ([f"dalvora=scripted:{file}"],)
    with pytest.raises(FileFaults) as caught:
        players(tutorial(), seat(tutorial(), *given))
    (fault,) = caught.value.faults
    assert (fault.line, fault.message) == (2, "orders for seat orsenia, which this file does not play")


def test_the_first_turn_begins_at_startex(tmp_path):
    file = scripted_with(tmp_path, '{"turn": 1, "edge": 0}\n', '{"turn": 1, "edge": 5}\n')
    with pytest.raises(FileFaults) as caught:
        players(tutorial(), seat(tutorial(), [], str(file)))
    assert [(each.line, each.message) for each in caught.value.faults] == [(2, "turn 1 begins at STARTEX")]


def test_orders_after_the_last_turn_are_told(tmp_path):
    file = scripted_with(tmp_path, (1, "dalvora"), (900, "dalvora"), (901, "orsenia"))
    said: list[str] = []
    played = begin(header(31), seat(tutorial(), [], str(file)), tmp_path / "a.jsonl", said.append)
    last = played.record.turns
    assert said == [f"{file}:2: orders for turns that were never played; the last was turn {last}"]
    called = wargame("run", "tutorial", "--decisions", file, "-o", tmp_path / "b.jsonl", "-q")
    assert (called.code, called.out) == (0, "")
    assert called.err.startswith(f"wargame: {file}:2: ")
    assert len(called.err.splitlines()) == 1


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
    for name in PLAYERS:
        assert recorded(seat(tutorial(), [f"*={name}"])) == seat(tutorial(), [f"*={name}"])


def test_a_session_whose_events_were_altered_is_not_resumed(interrupted):
    """With digests made anew it looks sound; played again it does not come out so."""
    replay = load_replay(interrupted)
    last = replay.played[-1]
    replay.played[-1] = replace(last, events=last.events[:-1])
    with pytest.raises(Differs, match="turn 3 differs"):
        resume(replay, seat(tutorial(), []))
    assert isinstance(Exercise(replay.header), Exercise)
