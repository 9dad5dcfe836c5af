"""Verifying: a sound replay, one that stops too soon, one that was damaged, and one that another engine played."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.session.sessions import record as played
from wargame.engine import guidance, staffs
from wargame.files.replays import Replay, ReplayWriter, load_replay
from wargame.model.decisions.consultation import CallConsultation
from wargame.model.record import Order, Played, Record
from wargame.replay.verify import verify
from wargame.rules.consultation import guidance_days


def record() -> Record:
    """A bundled scenario's session: what is on disk must be a scenario that can be loaded."""
    return played(5)


def saved(path: Path, turns: int | None = None) -> Replay:
    """A session on disk, whole or with its first turns only, read back."""
    whole = record()
    writer = ReplayWriter.create(path, whole.header)
    for done in whole.played[:turns]:
        writer.add(done)
    if turns is None:
        writer.finish(whole)
    writer.close()
    return load_replay(path)


def test_a_sound_replay_has_no_fault(tmp_path):
    verdict = verify(saved(tmp_path / "a.jsonl"))
    assert (verdict.fault, verdict.turn) == (None, None)
    assert verdict.turns == len(record().played)
    assert verdict.digest == record().played[-1].digest


@pytest.mark.parametrize("turns", [0, 1, 7])
def test_an_unfinished_replay_is_sound_as_far_as_it_goes(tmp_path, turns):
    verdict = verify(saved(tmp_path / "a.jsonl", turns))
    assert (verdict.turn, verdict.turns) == (turns + 1, turns)
    assert f"stops before turn {turns + 1}; finish it with --resume" in verdict.fault
    assert verdict.digest == (record().played[turns - 1].digest if turns else None)


def test_damage_is_named_by_the_turn_it_falls_into(tmp_path):
    saved(tmp_path / "a.jsonl")
    content = (tmp_path / "a.jsonl").read_bytes()
    at = content.index(b'{"turn":5,')
    (tmp_path / "a.jsonl").write_bytes(content[: at + 60] + b"x" + content[at + 61 :])
    verdict = verify(load_replay(tmp_path / "a.jsonl"))
    assert (verdict.turn, verdict.turns) == (5, 4)
    assert "turn 5" in verdict.fault


def test_a_fault_after_the_last_turn_is_in_no_turn(tmp_path):
    saved(tmp_path / "a.jsonl")
    content = (tmp_path / "a.jsonl").read_bytes()
    for cut in (content[:-30], content[: content.index(b'{"end":')]):
        (tmp_path / "a.jsonl").write_bytes(cut)
        verdict = verify(load_replay(tmp_path / "a.jsonl"))
        assert verdict.fault is not None
        assert (verdict.turn, verdict.turns) == (None, len(record().played))


def first_turn_with(kind: str) -> int:
    return next(done.turn.number for done in record().played for event in done.events if event.body.kind == kind)


def test_another_rule_is_found_in_the_first_turn_that_it_changes(tmp_path, monkeypatch):
    """Guidance takes two days longer than when the session was played; it shows when silence does not begin."""
    replay = saved(tmp_path / "a.jsonl")
    monkeypatch.setattr(guidance, "guidance_days", lambda *given: guidance_days(*given) + 2.0)
    verdict = verify(replay)
    assert verdict.turn == first_turn_with("silence_began")
    assert verdict.turns == verdict.turn - 1
    assert f"turn {verdict.turn} differs" in verdict.fault
    assert verdict.fault.endswith("it was played by version test")


def test_another_rule_at_the_very_beginning_is_found_in_turn_1(tmp_path, monkeypatch):
    replay = saved(tmp_path / "a.jsonl")
    monkeypatch.setattr(staffs, "pooled", lambda services: services[0])
    replay.header = replace(replay.header, engine="0.0.1")
    assert first_turn_with("assessed") == 1
    assert verify(replay).turn == 1


def test_a_difference_comes_before_damage_that_lies_after_it(tmp_path, monkeypatch):
    saved(tmp_path / "a.jsonl")
    content = (tmp_path / "a.jsonl").read_bytes()
    (tmp_path / "a.jsonl").write_bytes(content[: content.index(b'{"turn":7,') + 30])
    torn = load_replay(tmp_path / "a.jsonl")
    assert (verify(torn).turn, verify(torn).turns) == (7, 6)
    monkeypatch.setattr(staffs, "pooled", lambda services: services[0])
    assert verify(torn).turn == 1


def changed(replay: Replay, number: int, **what: object) -> Replay:
    """The replay with one turn said to be otherwise, its digest kept."""

    def alter(done: Played) -> Played:
        return replace(done, **what) if done.turn.number == number else done  # type: ignore[arg-type]

    return replace(replay, played=[alter(done) for done in replay.played])


@pytest.mark.parametrize("number", [1, 6])
def test_what_no_digest_covers_is_compared_too(tmp_path, number):
    replay = saved(tmp_path / "a.jsonl")
    events = replay.played[number - 1].events
    assert verify(changed(replay, number, events=events[:-1])).turn == number
    assert verify(changed(replay, number, phase="after")).turn == number
    assert verify(changed(replay, number, digest="0" * 64)).turn == number


def test_an_order_that_its_seat_may_not_give_is_named_by_its_turn(tmp_path):
    replay = saved(tmp_path / "a.jsonl")
    turn = replace(replay.played[2].turn, orders=(Order(seat="hq", decision=CallConsultation()),))
    verdict = verify(changed(replay, 3, turn=turn))
    assert verdict.turn == 3
    assert "turn 3 differs: hq may not order call_consultation" in verdict.fault


def test_a_turn_that_does_not_begin_where_the_last_one_ended_is_named(tmp_path):
    replay = saved(tmp_path / "a.jsonl")
    turn = replace(replay.played[3].turn, edge=replay.played[3].turn.edge + 1)
    assert verify(changed(replay, 4, turn=turn)).turn == 4
    assert verify(changed(replay, 4, ended=replay.played[3].ended - 60)).turn == 4
