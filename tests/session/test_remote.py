"""A session in a process of its own: people draw Views here, and the truth stays there."""

import json

import pytest

from tests.session.sessions import header, record, tutorial
from wargame.files.replays import ReplayWriter, load_replay
from wargame.model.decisions.consultation import CallConsultation, MeasureText, TableMeasure
from wargame.model.decisions.excon import EndExercise
from wargame.model.decisions.intelligence import StateProbability
from wargame.model.plain import line
from wargame.model.record import Order
from wargame.model.scenario import EXCON
from wargame.players import PLAYERS
from wargame.replay.verify import verify
from wargame.session import child, frames
from wargame.session.exercise import Exercise
from wargame.session.refusal import Refused
from wargame.session.remote import RemoteExercise, SessionStopped
from wargame.session.seating import Players
from wargame.session.table import Table

SEED = 41


@pytest.fixture
def remote():
    session = RemoteExercise()
    yield session
    session.close()


def begin(remote, path, seats=("orsenia",)):
    remote.begin("tutorial", SEED, seats, str(path))


def test_a_person_at_a_seat_who_plays_by_the_book_makes_the_session_that_the_book_makes(remote, tmp_path):
    begin(remote, tmp_path / "a.jsonl")
    while remote.phase != "over":
        for order in PLAYERS["doctrine"].decide(remote.view("orsenia"), lambda: 0.5):
            remote.submit(order)
        remote.advance()
    replay = load_replay(tmp_path / "a.jsonl")
    assert verify(replay).fault is None
    assert replay.record.played[-1].digest == record(SEED).played[-1].digest


def test_a_view_there_and_a_view_here_are_the_same(remote, tmp_path):
    begin(remote, tmp_path / "a.jsonl", ("orsenia", "hq"))
    here = Exercise(header(SEED))
    table = Table(here, Players(dict.fromkeys(("dalvora", "altmora", "commander"), PLAYERS["doctrine"].decide)))
    for _ in range(5):
        for name in ("orsenia", "hq"):
            assert remote.view(name) == here.view(name)
        remote.advance()
        table.play_turn()
    assert (remote.turn, remote.phase) == (here.turn, here.phase) == (6, "play")


def test_an_order_is_refused_there_for_the_reason_it_is_refused_here(remote, tmp_path):
    begin(remote, tmp_path / "a.jsonl")
    text = MeasureText(kind="deploy", place="port-ardel", strength=3.0)
    with pytest.raises(Refused, match="call a consultation first"):
        remote.submit(Order(seat="orsenia", decision=TableMeasure(measure=text)))
    remote.submit(Order(seat="orsenia", decision=CallConsultation()))
    with pytest.raises(Refused, match="same subject"):
        remote.submit(Order(seat="orsenia", decision=CallConsultation()))
    remote.withdraw("orsenia")
    remote.submit(Order(seat="orsenia", decision=CallConsultation()))


def test_a_session_that_was_left_is_resumed_after_its_last_turn(tmp_path):
    first = RemoteExercise()
    begin(first, tmp_path / "a.jsonl")
    first.advance()
    first.advance()
    first.close()
    second = RemoteExercise()
    second.resume(str(tmp_path / "a.jsonl"))
    assert second.turn == 3
    assert second.view("orsenia") == _view_at_turn_three()
    while second.phase != "over":
        second.advance()
    second.close()
    assert load_replay(tmp_path / "a.jsonl").whole


def _view_at_turn_three():
    here = Exercise(header(SEED))
    others = dict.fromkeys(("dalvora", "altmora", "hq", "commander"), PLAYERS["doctrine"].decide)
    table = Table(here, Players(others))
    table.play_turn()
    table.play_turn()
    return here.view("orsenia")


def test_what_keeps_a_session_from_starting_is_told_in_one_line(remote, tmp_path):
    with pytest.raises(SessionStopped, match="no scenario of this name"):
        remote.begin("no-such", 1, ("orsenia",), str(tmp_path / "a.jsonl"))


def test_before_a_session_there_is_nothing_to_order(remote):
    with pytest.raises(Refused, match="no session has been begun"):
        remote.advance()


def test_when_the_process_has_ended_that_is_said(remote, tmp_path):
    begin(remote, tmp_path / "a.jsonl")
    remote._process.kill()
    remote._process.wait()
    with pytest.raises(SessionStopped, match="has ended"):
        remote.advance()


def test_when_the_session_was_closed_elsewhere_while_an_answer_is_waited_for_that_is_said(remote, tmp_path):
    begin(remote, tmp_path / "a.jsonl")
    remote._process.stdout.close()
    with pytest.raises(SessionStopped, match="has ended"):
        remote.advance()


def test_frames_hold_only_what_their_seat_may_know(tmp_path):
    """The names of the adversary's formations and the other seats' briefs are in none of them."""
    host = child.Host()
    sent = b""
    begun = frames.Begin(scenario="tutorial", seed=SEED, seats=("orsenia",), path=str(tmp_path / "a.jsonl"))
    requests: list[frames.Request] = [begun, *[frames.Advance()] * 12]
    for request in requests:
        for frame in host.answer(request):
            sent += line(frame)
    hidden = [force.id for adversary in tutorial().adversaries for force in adversary.forces]
    hidden += [json.dumps(brief.text)[1:60] for brief in tutorial().briefs if brief.seat != "orsenia"]
    assert len(hidden) > 8
    assert [name for name in hidden if name.encode() in sent] == []
    own = next(brief.text for brief in tutorial().briefs if brief.seat == "orsenia")
    assert json.dumps(own)[1:60].encode() in sent


def test_a_fault_of_the_program_is_written_for_the_umpire_and_says_nothing_to_the_seat(
    tmp_path, monkeypatch, capfdbinary
):
    def broken(self):
        raise RuntimeError("secret state")

    monkeypatch.setattr(child.Host, "advance", broken)
    begun = frames.Begin(scenario="tutorial", seed=SEED, seats=("orsenia",), path=str(tmp_path / "a.jsonl"))
    requests = [line(begun), line(frames.Advance())]
    monkeypatch.setattr("sys.stdin", type("In", (), {"buffer": requests}))
    child.main()
    sent, _ = capfdbinary.readouterr()
    last = json.loads(sent.splitlines()[-1])
    assert last["kind"] == "stopped"
    assert b"secret state" not in sent
    assert "secret state" in (tmp_path / "a.crash.txt").read_text(encoding="utf-8")


def test_a_scripted_player_who_orders_what_it_may_not_is_told_to_the_umpire_only(tmp_path, monkeypatch, capfdbinary):
    orders = tmp_path / "orders.jsonl"
    orders.write_text('{"turn": 1, "seat": "dalvora", "decision": {"kind": "order_activation", "measure": "m1"}}\n')
    others = (f"dalvora=scripted:{orders}",)
    path = tmp_path / "a.jsonl"
    begun = frames.Begin(scenario="tutorial", seed=1, players=others, seats=("orsenia",), path=str(path))
    monkeypatch.setattr("sys.stdin", type("In", (), {"buffer": [line(begun), line(frames.Advance())]}))
    child.main()
    sent, _ = capfdbinary.readouterr()
    assert b"order_activation" not in sent
    assert json.loads(sent.splitlines()[-1])["kind"] == "stopped"


def test_nobody_orders_for_a_seat_that_is_not_played_here(remote, tmp_path):
    """Nor learns from the refusal what such a seat holds."""
    begin(remote, tmp_path / "a.jsonl")
    for other in ("dalvora", EXCON):
        with pytest.raises(Refused, match=r"^that seat is not played here$"):
            remote.submit(Order(seat=other, decision=EndExercise()))
        with pytest.raises(Refused, match=r"^that seat is not played here$"):
            remote.withdraw(other)


def test_one_order_can_be_taken_back(remote, tmp_path):
    begin(remote, tmp_path / "a.jsonl")
    here = Exercise(header(SEED))
    for exercise in (remote, here):
        exercise.submit(Order(seat="orsenia", decision=CallConsultation()))
        exercise.submit(Order(seat="orsenia", decision=StateProbability(probability=0.3)))
        exercise.withdraw("orsenia", 0)
        assert exercise.staged("orsenia") == [StateProbability(probability=0.3)]
        with pytest.raises(Refused, match="there is no order 2 to take back"):
            exercise.withdraw("orsenia", 1)
        assert exercise.staged("orsenia") == [StateProbability(probability=0.3)]


def test_a_session_that_has_stopped_goes_on_no_further(tmp_path, monkeypatch, capfdbinary):
    """A turn that the disk did not take is not played past: what was ended before it stays whole."""
    path = tmp_path / "a.jsonl"
    begun = frames.Begin(scenario="tutorial", seed=SEED, seats=("orsenia",), path=str(path))
    written = ReplayWriter.add

    def full(self, done):
        if done.turn.number == 2:
            raise OSError(28, "No space left on device", str(path))
        written(self, done)

    monkeypatch.setattr(ReplayWriter, "add", full)
    monkeypatch.setattr("sys.stdin", type("In", (), {"buffer": [line(begun), *[line(frames.Advance())] * 3]}))
    child.main()
    sent, _ = capfdbinary.readouterr()
    assert [json.loads(raw)["kind"] for raw in sent.splitlines()][-2:] == ["ready", "stopped"]
    replay = load_replay(path)
    assert (len(replay.played), replay.damage) == (1, None)


def test_the_sessions_process_does_not_run_what_lies_in_the_current_folder(tmp_path, monkeypatch):
    (tmp_path / "yaml.py").write_text("raise SystemExit('not the real one')")
    monkeypatch.chdir(tmp_path)
    session = RemoteExercise()
    begin(session, tmp_path / "a.jsonl")
    assert session.turn == 1
    session.close()
