"""A session that is left, or killed, goes on as it was: who plays, who has ended the turn, the turn timer."""

import pytest

from wargame.files.replays import load_replay
from wargame.model.decisions.consultation import CallConsultation
from wargame.model.decisions.excon import Note
from wargame.model.record import Order
from wargame.model.scenario import EXCON
from wargame.replay.verify import verify
from wargame.session import child, frames
from wargame.session.refusal import Refused
from wargame.session.remote import RemoteExercise
from wargame.session.seating import people_in

SEED = 41


@pytest.fixture
def opened():
    """Opens processes, and ends those that are left over."""
    made: list[RemoteExercise] = []

    def another() -> RemoteExercise:
        made.append(RemoteExercise())
        return made[-1]

    yield another
    for each in made:
        each.close()


def killed_and_resumed(remote, path, opened, seats=()):
    """The process of a session is killed as it stands; another goes on with the session."""
    remote._process.kill()
    remote._process.wait()
    again = opened()
    again.resume(str(path), seats)
    return again


def acted(path):
    """By turn: the seats that gave orders."""
    return [{order.seat for order in done.turn.orders} for done in load_replay(path).played]


def test_a_seat_that_a_person_took_over_is_still_played_by_a_person(opened, tmp_path):
    path, remote = tmp_path / "a.jsonl", opened()
    remote.begin("tutorial", SEED, (EXCON,), str(path))
    remote.advance()
    remote.take("dalvora")
    remote.advance()
    again = killed_and_resumed(remote, path, opened)
    assert (again.seats, again.turn) == ((EXCON, "dalvora"), 3)
    again.advance()
    assert ["dalvora" in seats for seats in acted(path)] == [True, False, False]
    assert people_in(load_replay(path).header.seating) == (EXCON,)
    (card,) = again.sessions(str(tmp_path))
    assert (card.seats, card.people) == ((EXCON, "dalvora"), ("EXCON", "Dalvora"))


def test_seats_come_to_the_keyboard_in_the_order_in_which_they_sat_down_after_resuming_and_rewinding_too(
    opened, tmp_path
):
    path, remote = tmp_path / "a.jsonl", opened()
    remote.begin("tutorial", SEED, ("orsenia", EXCON), str(path))
    remote.take("dalvora")
    order = ("orsenia", EXCON, "dalvora")
    assert remote.seats == order
    remote.advance()
    again = killed_and_resumed(remote, path, opened)
    assert again.seats == order
    again.rewind(0, str(tmp_path / "b.jsonl"))
    assert killed_and_resumed(again, tmp_path / "b.jsonl", opened).seats == order


def test_who_sits_down_on_resuming_is_who_plays_the_next_time_too(opened, tmp_path):
    path, remote = tmp_path / "a.jsonl", opened()
    remote.begin("tutorial", SEED, ("dalvora",), str(path))
    remote.advance()
    again = killed_and_resumed(remote, path, opened, ("orsenia", "hq"))
    assert again.seats == ("orsenia", "hq")
    assert killed_and_resumed(again, path, opened).seats == ("orsenia", "hq")


def test_seats_that_had_ended_the_turn_need_not_look_again_and_their_orders_stand(opened, tmp_path):
    path, remote = tmp_path / "a.jsonl", opened()
    remote.begin("tutorial", SEED, ("dalvora", "orsenia", "altmora"), str(path))
    remote.advance()
    remote.submit(Order(seat="dalvora", decision=CallConsultation()))
    remote.pass_on("dalvora")
    again = killed_and_resumed(remote, path, opened)
    assert again.done == {"dalvora"}
    assert again.staged("dalvora") == [CallConsultation()]
    again.pass_on("orsenia")
    third = killed_and_resumed(again, path, opened)
    assert third.done == {"dalvora", "orsenia"}
    third.advance()
    assert third.done == set()
    assert [order.decision for order in load_replay(path).played[1].turn.orders if order.seat == "dalvora"] == [
        CallConsultation()
    ]
    assert killed_and_resumed(third, path, opened).done == set()


def test_where_only_seats_sit_down_that_had_ended_the_turn_they_look_again(opened, tmp_path):
    path, remote = tmp_path / "a.jsonl", opened()
    remote.begin("tutorial", SEED, ("dalvora", "orsenia"), str(path))
    remote.pass_on("dalvora")
    assert killed_and_resumed(remote, path, opened, ("dalvora",)).done == set()


def test_the_turn_timer_goes_on_and_comes_along_into_a_branch(opened, tmp_path):
    path, remote = tmp_path / "a.jsonl", opened()
    remote.begin("tutorial", SEED, (EXCON, "orsenia"), str(path))
    remote.advance()
    remote.set_timer(15.0)
    again = killed_and_resumed(remote, path, opened)
    assert again.minutes == 15.0
    again.rewind(0, str(tmp_path / "b.jsonl"))
    assert killed_and_resumed(again, tmp_path / "b.jsonl", opened).minutes == 15.0


def test_nothing_lies_beside_a_session_of_which_the_replay_says_all(opened, tmp_path):
    path, remote = tmp_path / "a.jsonl", opened()
    remote.begin("tutorial", SEED, ("dalvora", "orsenia"), str(path))
    assert list(tmp_path.iterdir()) == [path]
    remote.pass_on("dalvora")
    beside = tmp_path / "a.aside"
    assert beside.stat().st_mode & 0o777 == 0o600
    remote.advance()
    assert list(tmp_path.iterdir()) == [path]
    remote.submit(Order(seat="dalvora", decision=CallConsultation()))
    while remote.phase != "over":
        remote.advance()
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("content", [b"", b"\x00\xff", b'{"turn": 1}', b'{"turn":1,"people":["dalvora"'])
def test_what_cannot_be_read_is_passed_over(content, opened, tmp_path):
    path, remote = tmp_path / "a.jsonl", opened()
    remote.begin("tutorial", SEED, ("dalvora", "orsenia"), str(path))
    remote.pass_on("dalvora")
    (tmp_path / "a.aside").write_bytes(content)
    again = killed_and_resumed(remote, path, opened)
    assert (again.seats, again.done) == (("dalvora", "orsenia"), set())


@pytest.mark.parametrize(
    ("turns", "seed", "scenario"),
    [(1, SEED, "tutorial"), (0, SEED + 1, "tutorial"), (0, SEED, "narrow-sea")],
    ids=["other orders", "other seed", "other scenario"],
)
def test_what_was_left_of_another_session_at_the_same_turn_is_passed_over(turns, seed, scenario, opened, tmp_path):
    """A file that was copied over it stages no orders, brings no people and ends no seat's turn."""
    path, other = tmp_path / "a.jsonl", tmp_path / "b.jsonl"
    remote = opened()
    remote.begin("tutorial", SEED, ("dalvora", "orsenia"), str(path))
    another = opened()
    seat = "orsenia" if scenario == "tutorial" else "aldva"
    another.begin(scenario, seed, (seat, EXCON), str(other))
    for _ in range(turns):
        another.submit(Order(seat=EXCON, decision=Note(text="another session")))
        remote.advance()
        another.advance()
    another.submit(Order(seat=seat, decision=CallConsultation()))
    another.set_timer(15.0)
    another.pass_on(seat)
    (tmp_path / "a.aside").write_bytes((tmp_path / "b.aside").read_bytes())
    again = killed_and_resumed(remote, path, opened)
    assert (again.seats, again.turn, again.done, again.minutes) == (("dalvora", "orsenia"), 1 + turns, set(), 0.0)
    assert again.staged(seat) == []


def test_who_plays_and_the_timer_outlive_a_kill_between_a_turn_and_what_is_left_after_it(opened, tmp_path):
    path, remote = tmp_path / "a.jsonl", opened()
    remote.begin("tutorial", SEED, (EXCON,), str(path))
    remote.take("dalvora")
    remote.set_timer(15.0)
    remote.submit(Order(seat="dalvora", decision=CallConsultation()))
    remote.pass_on("dalvora")
    before = (tmp_path / "a.aside").read_bytes()
    remote.advance()
    (tmp_path / "a.aside").write_bytes(before)
    again = killed_and_resumed(remote, path, opened)
    assert (again.seats, again.turn, again.minutes) == ((EXCON, "dalvora"), 2, 15.0)
    assert (again.done, again.staged("dalvora")) == (set(), [])


def test_a_session_that_was_left_over_and_over_ends_as_one_that_never_was(opened, tmp_path):
    """What is kept beside the replay changes nothing of the session itself."""
    often, at_once = tmp_path / "often.jsonl", tmp_path / "at_once.jsonl"
    for path in (often, at_once):
        remote = opened()
        remote.begin("tutorial", SEED, (EXCON,), str(path))
        remote.take("hq")
        remote.submit(Order(seat=EXCON, decision=Note(text="hq is ours")))
        while remote.phase != "over":
            remote.pass_on(EXCON)
            if path == often:
                remote = killed_and_resumed(remote, path, opened)
                assert remote.done == {EXCON}
            remote.advance()
    assert often.read_bytes() == at_once.read_bytes()
    assert verify(load_replay(often)).fault is None


def test_only_who_sits_here_ends_a_turn_here_and_only_exercise_control_sets_the_timer(opened, tmp_path):
    host = child.Host()
    list(host.answer(frames.Begin(scenario="tutorial", seed=SEED, seats=("orsenia",), path=str(tmp_path / "a.jsonl"))))
    for seat in ("dalvora", EXCON, "no-such-seat"):
        answer = list(host.answer(frames.PassOn(seat=seat)))
        assert answer == [frames.Refused(reason="that seat is not played here")]
    assert list(host.answer(frames.SetTimer(minutes=5.0))) == [frames.Refused(reason="only EXCON may do that")]
    assert (host.done, host.minutes) == (set(), 0.0)
    host.close()
    with pytest.raises(Refused, match="no session has been begun"):
        opened().pass_on("orsenia")
