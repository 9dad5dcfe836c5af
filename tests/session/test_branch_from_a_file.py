"""Branching from a session on disk: people play on from one of its turns, and the session stays as it was."""

from pathlib import Path

import pytest

from tests.session.sessions import record
from wargame.files.replays import ReplayWriter, load_replay
from wargame.model.record import PERSON, Seating
from wargame.replay.verify import first_difference
from wargame.session.refusal import Refused
from wargame.session.remote import RemoteExercise, SessionStopped
from wargame.session.seating import FROM_A_FILE, unscripted

SEED, AFTER = 11, 3


@pytest.fixture
def remote():
    session = RemoteExercise()
    yield session
    session.close()


@pytest.fixture
def whole(tmp_path):
    """A session that was played to its end."""
    path = tmp_path / "whole.jsonl"
    writer = ReplayWriter.create(path, record(SEED).header)
    for done in record(SEED).played:
        writer.add(done)
    writer.finish(record(SEED))
    return path


def blocks(path, turns):
    """The first turns of a file as they are written, without checksums, which depend on the header."""
    lines = [raw for raw in Path(path).read_text().splitlines()[1:] if not raw.startswith('{"done":')]
    return lines[: next(at for at, raw in enumerate(lines) if raw.startswith(f'{{"turn":{turns + 1},'))]


def test_a_branch_has_its_first_turns_in_common_to_the_byte_and_goes_on_by_itself(remote, whole, tmp_path):
    before = whole.read_bytes()
    remote.branch(str(whole), AFTER, str(tmp_path / "b.jsonl"), ("orsenia",))
    assert (remote.seats, remote.turn, remote.phase) == (("orsenia",), AFTER + 1, "play")
    remote.advance()
    branched = load_replay(tmp_path / "b.jsonl")
    assert blocks(tmp_path / "b.jsonl", AFTER) == blocks(whole, AFTER)
    assert [done.digest for done in branched.played[:AFTER]] == [done.digest for done in record(SEED).played[:AFTER]]
    assert (branched.header.parent.turn, branched.header.parent.digest) == (AFTER, record(SEED).played[-1].digest)
    assert len(branched.played) == AFTER + 1
    assert first_difference(branched) is None
    assert whole.read_bytes() == before


def test_who_plays_in_the_branch_is_kept_so_that_it_can_be_resumed(remote, whole, tmp_path):
    remote.branch(str(whole), AFTER, str(tmp_path / "b.jsonl"), ("orsenia", "hq"))
    seating = {each.seat: each.player for each in load_replay(tmp_path / "b.jsonl").header.seating}
    assert [seat for seat, player in seating.items() if player == PERSON] == ["orsenia", "hq"]
    again = RemoteExercise()
    again.resume(str(tmp_path / "b.jsonl"))
    assert (again.seats, again.turn) == (("orsenia", "hq"), AFTER + 1)
    again.close()


def test_orders_of_a_decision_file_are_not_given_in_a_branch(remote):
    scripted = (Seating(seat="orsenia", player=FROM_A_FILE), Seating(seat="hq", player="idle"))
    assert [each.player for each in unscripted(scripted)] == ["doctrine", "idle"]


def test_a_branch_replaces_no_file(remote, whole, tmp_path):
    (tmp_path / "b.jsonl").write_text("mine")
    with pytest.raises(Refused, match="there is such a file"):
        remote.branch(str(whole), AFTER, str(tmp_path / "b.jsonl"), ("orsenia",))
    assert (tmp_path / "b.jsonl").read_text() == "mine"


@pytest.mark.parametrize(
    ("after", "seats", "said"),
    [
        (AFTER, (), "say which are from here on"),
        (10**5, ("orsenia",), "branch after turn 0 to"),
        (len(record(SEED).played), ("orsenia",), "play is over there"),
    ],
)
def test_a_branch_that_cannot_be_is_refused_and_leaves_no_file(remote, whole, tmp_path, after, seats, said):
    with pytest.raises(Refused, match=said):
        remote.branch(str(whole), after, str(tmp_path / "b.jsonl"), seats)
    assert not (tmp_path / "b.jsonl").exists()


def test_a_branch_of_what_is_no_replay_stops_with_one_line(remote, tmp_path):
    (tmp_path / "a.jsonl").write_text("nothing\n")
    with pytest.raises(SessionStopped, match=r"a\.jsonl"):
        remote.branch(str(tmp_path / "a.jsonl"), 0, str(tmp_path / "b.jsonl"), ("orsenia",))
