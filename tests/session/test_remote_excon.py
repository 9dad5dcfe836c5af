"""What exercise control may do to a session in another process: take seats, and rewind. Nobody else may."""

import pytest

from tests.session.sessions import header
from wargame.files.replays import load_replay
from wargame.model.decisions.consultation import CallConsultation
from wargame.model.decisions.excon import Note
from wargame.model.record import Order
from wargame.model.scenario import EXCON
from wargame.players import PLAYERS
from wargame.replay.verify import verify
from wargame.rules.fog import seat_log
from wargame.session import child, frames
from wargame.session.exercise import Exercise
from wargame.session.refusal import Refused
from wargame.session.remote import RemoteExercise
from wargame.session.seating import Players
from wargame.session.table import Table

SEED = 41


@pytest.fixture
def remote():
    session = RemoteExercise()
    yield session
    session.close()


@pytest.fixture
def host(tmp_path):
    """The process of a session in which EXCON is not played."""
    made = child.Host()
    path = str(tmp_path / "a.jsonl")
    list(made.answer(frames.Begin(scenario="tutorial", seed=SEED, seats=("orsenia",), path=path)))
    yield made
    made.close()


def begin(remote, path, seats):
    remote.begin("tutorial", SEED, seats, str(path))


def test_a_seat_that_exercise_control_takes_sees_and_decides_what_that_seat_may(remote, tmp_path):
    begin(remote, tmp_path / "a.jsonl", (EXCON,))
    remote.advance()
    remote.take("dalvora")
    assert remote.seats == (EXCON, "dalvora")
    view = remote.view("dalvora")
    whole = remote.view(EXCON)
    assert list(view.log) == seat_log(whole.scenario, "dalvora", whole.log)
    assert len(view.log) < len(whole.log)
    remote.advance()
    first, second = acted(tmp_path / "a.jsonl")
    assert "dalvora" in first
    assert "dalvora" not in second
    assert "orsenia" in second


def acted(path) -> list[set[str]]:
    """By turn: the seats that gave orders."""
    return [{order.seat for order in done.turn.orders} for done in load_replay(path).played]


@pytest.mark.parametrize("name", ["dalvora", "orsenia", EXCON, "no-such-seat"])
def test_only_exercise_control_takes_seats_and_others_learn_nothing_of_the_seat(host, name):
    """The answer is the same for a seat that is there, one that is not, and the one they have."""
    answer = list(host.answer(frames.Take(seat=name)))
    assert answer == [frames.Refused(reason="only EXCON may do that")]
    assert host.seats == ("orsenia",)


@pytest.mark.parametrize("after", [0, 1, 5000])
def test_only_exercise_control_rewinds_and_others_learn_nothing_of_what_there_is(host, tmp_path, after):
    """The answer is the same for a turn that was played or was not, and a file that is there or is not."""
    list(host.answer(frames.Advance()))
    for path in (tmp_path / "a.jsonl", tmp_path / "b.jsonl"):
        answer = list(host.answer(frames.Rewind(after=after, path=str(path))))
        assert answer == [frames.Refused(reason="only EXCON may do that")]
    assert not (tmp_path / "b.jsonl").exists()
    assert host.exercise.turn == 2


@pytest.mark.parametrize("request_of", [frames.Take(seat="dalvora"), frames.Rewind(after=0, path="x.jsonl")])
def test_before_a_session_there_is_nothing_to_control(request_of):
    assert list(child.Host().answer(request_of)) == [frames.Refused(reason="no session has been begun")]


def test_a_seat_that_is_not_there_cannot_be_taken(remote, tmp_path):
    begin(remote, tmp_path / "a.jsonl", (EXCON,))
    with pytest.raises(Refused, match="there is no seat 'atlantis'; seats are dalvora"):
        remote.take("atlantis")
    assert remote.seats == (EXCON,)


def test_rewinding_goes_on_in_a_branch_and_erases_nothing(remote, tmp_path):
    begin(remote, tmp_path / "a.jsonl", (EXCON, "orsenia"))
    for _ in range(3):
        remote.advance()
    kept = (tmp_path / "a.jsonl").read_bytes()
    remote.submit(Order(seat=EXCON, decision=Note(text="what if")))
    remote.rewind(1, str(tmp_path / "b.jsonl"))
    assert (remote.turn, remote.phase) == (2, "play")
    assert remote.orders(EXCON) == []
    assert remote.view("orsenia") == at_turn_two("orsenia")
    assert remote.view(EXCON) == at_turn_two(EXCON)
    remote.submit(Order(seat=EXCON, decision=Note(text="another way")))
    while remote.phase != "over":
        remote.advance()
    assert (tmp_path / "a.jsonl").read_bytes() == kept
    first, branch = load_replay(tmp_path / "a.jsonl"), load_replay(tmp_path / "b.jsonl")
    assert branch.header.parent is not None
    assert (branch.header.parent.turn, branch.header.parent.digest) == (1, first.played[-1].digest)
    assert branch.played[0] == first.played[0]
    assert branch.played[1] != first.played[1]
    assert verify(branch).fault is None


def at_turn_two(seat):
    here = Exercise(header(SEED))
    Table(
        here, Players(dict.fromkeys(("dalvora", "altmora", "hq", "commander"), PLAYERS["doctrine"].decide))
    ).play_turn()
    return here.view(seat)


def test_a_second_session_of_one_process_has_nothing_of_the_first(remote, tmp_path):
    begin(remote, tmp_path / "a.jsonl", (EXCON, "orsenia"))
    remote.submit(Order(seat="orsenia", decision=CallConsultation()))
    remote.set_timer(15.0)
    remote.pass_on("orsenia")
    with pytest.raises(Refused, match="there is such a file"):
        remote.branch(str(tmp_path / "a.jsonl"), 0, str(tmp_path / "a.jsonl"))
    first = (EXCON, "orsenia"), {"orsenia"}, 15.0, [CallConsultation()]
    assert (tuple(sorted(remote.seats)), remote.done, remote.minutes, remote.staged("orsenia")) == first
    ways = [
        lambda: begin(remote, tmp_path / "b.jsonl", ("dalvora",)),
        lambda: remote.branch(str(tmp_path / "a.jsonl"), 0, str(tmp_path / "c.jsonl"), ("dalvora",)),
        lambda: remote.resume(str(tmp_path / "b.jsonl")),
    ]
    for way in ways:
        way()
        assert (remote.seats, remote.done, remote.minutes) == (("dalvora",), set(), 0.0)
        assert remote.staged("orsenia") == []
        remote.resume(str(tmp_path / "a.jsonl"))
        assert (tuple(sorted(remote.seats)), remote.done, remote.minutes, remote.staged("orsenia")) == first


def test_a_turn_that_was_not_played_and_a_file_that_is_there_are_refused(remote, tmp_path):
    begin(remote, tmp_path / "a.jsonl", (EXCON,))
    remote.advance()
    with pytest.raises(Refused, match="has 1 turns"):
        remote.rewind(2, str(tmp_path / "b.jsonl"))
    assert not (tmp_path / "b.jsonl").exists()
    with pytest.raises(Refused, match="there is such a file"):
        remote.rewind(0, str(tmp_path / "a.jsonl"))
    assert remote.turn == 2
    remote.advance()


def test_a_taken_seat_stays_taken_in_a_branch(remote, tmp_path):
    begin(remote, tmp_path / "a.jsonl", (EXCON,))
    remote.advance()
    remote.take("hq")
    remote.rewind(0, str(tmp_path / "b.jsonl"))
    assert remote.seats == (EXCON, "hq")
    assert remote.view("hq").situation.turn == 1
    remote.advance()
    assert ["hq" in seats for seats in acted(tmp_path / "b.jsonl")] == [False]
