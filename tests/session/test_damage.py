"""Every flipped bit of a replay is found, and the turn that holds it is named.

Which turn that is, is counted here from the file's own lines, without the reader.
"""

import random
from pathlib import Path

import pytest

from tests.cli.calling import refused, wargame
from tests.files.surgery import raw_blocks, tutorial_session
from wargame.files.faults import FileFaults
from wargame.files.replays import load_replay
from wargame.replay.verify import Verdict, verify

HEADER = 0


@pytest.fixture
def session():
    return tutorial_session()


def borders(content: bytes) -> list[int]:
    """Where each block ends: the header, every turn, the last line."""
    ends: list[int] = []
    for block in raw_blocks(content):
        ends.append((ends[-1] if ends else 0) + len(b"".join(block)))
    return ends


def holder(content: bytes, at: int) -> int:
    """The number of the block that holds the byte `at`: 0 for the header, then the turns, then the last line."""
    return next(number for number, end in enumerate(borders(content)) if at < end)


def turns_of(content: bytes) -> int:
    return len(raw_blocks(content)) - 2


def judged(content: bytes, file: Path) -> tuple[int, int | None]:
    """The exit code that verifying a file ends with, and the turn that it names."""
    file.write_bytes(content)
    try:
        verdict: Verdict = verify(load_replay(file))
    except FileFaults:
        return 3, None
    return (0 if verdict.fault is None else 4), verdict.turn


def expected(content: bytes, block: int) -> tuple[int, int | None]:
    """What is to be said of damage in a block."""
    if block == HEADER:
        return 3, None
    return 4, block if block <= turns_of(content) else None


def flip(content: bytes, at: int, bit: int) -> bytes:
    return content[:at] + bytes([content[at] ^ (1 << bit)]) + content[at + 1 :]


def without_luck(content: bytes, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sound turns of a damaged file simulate as they did; that is checked once here, and not for every bit."""
    assert judged(content, file) == (0, None)
    monkeypatch.setattr("wargame.replay.verify.first_difference", lambda replay: None)


def missed_flips(content: bytes, file: Path, count: int, seed: int) -> list[object]:
    """Flips of random bits that were not found, or found in another turn."""
    rng = random.Random(seed)
    wrong: list[object] = []
    for _ in range(count):
        at, bit = rng.randrange(len(content)), rng.randrange(8)
        found = judged(flip(content, at, bit), file)
        if found != expected(content, holder(content, at)):
            wrong.append((at, bit, found))
    return wrong


def test_the_session_that_is_damaged_here_is_sound_and_long(session, tmp_path):
    assert judged(session, tmp_path / "a.jsonl") == (0, None)
    assert turns_of(session) == 24
    assert borders(session)[-1] == len(session)


def test_of_200_flipped_bits_200_are_found_in_their_turns(session, tmp_path, monkeypatch):
    without_luck(session, tmp_path / "a.jsonl", monkeypatch)
    assert missed_flips(session, tmp_path / "a.jsonl", count=200, seed=2) == []


def test_every_bit_of_the_lines_that_close_blocks_is_guarded(session, tmp_path, monkeypatch):
    """Checksums guard themselves: in the last line, and where a turn ends and the next begins."""
    without_luck(session, tmp_path / "a.jsonl", monkeypatch)
    ends = borders(session)
    near = [*range(ends[0] - 3, ends[0] + 3), *range(ends[5] - 80, ends[5] + 4, 3), *range(ends[-2] - 2, ends[-1], 5)]
    for at in near:
        bit = at % 8
        assert judged(flip(session, at, bit), tmp_path / "a.jsonl") == expected(session, holder(session, at)), at


@pytest.mark.parametrize("seed", range(6))
def test_the_commands_say_so(session, tmp_path, seed):
    rng, file = random.Random(f"command {seed}"), tmp_path / "a.jsonl"
    at = rng.randrange(borders(session)[0]) if seed == 0 else rng.randrange(borders(session)[0], len(session))
    file.write_bytes(flip(session, at, rng.randrange(8)))
    code, turn = expected(session, holder(session, at))
    said = refused(wargame("verify", file), code).err
    if turn is not None:
        assert f"turn {turn}: " in said
    refused(wargame("score", file), code)
    refused(wargame("show", file, "--at", "D+3"), code)


# --- in large numbers ----------------------------------------------------------------------------------------


@pytest.mark.long
@pytest.mark.parametrize("part", range(10))
def test_of_5000_flipped_bits_5000_are_found_in_their_turns(session, tmp_path, monkeypatch, part):
    without_luck(session, tmp_path / "a.jsonl", monkeypatch)
    assert missed_flips(session, tmp_path / "a.jsonl", count=500, seed=1_000 + part) == []


def delete(content, rng):
    at = rng.randrange(len(content))
    return content[:at] + content[at + rng.choice([1, 2, 60, 512]) :]


def insert(content, rng):
    at = rng.randrange(len(content))
    return content[:at] + rng.randbytes(rng.choice([1, 2, 60, 512])) + content[at:]


def duplicate(content, rng):
    at, size = rng.randrange(len(content)), rng.choice([1, 2, 60, 512])
    return content[: at + size] + content[at : at + size] + content[at + size :]


def tear(content, rng):
    at = rng.randrange(len(content))
    return content[:at]


def swap_lines(content, rng):
    lines = content.splitlines(keepends=True)
    one, two = sorted(rng.sample(range(len(lines)), 2))
    lines[one], lines[two] = lines[two], lines[one]
    return b"".join(lines)


@pytest.mark.long
@pytest.mark.parametrize("spoil", [delete, insert, duplicate, tear, swap_lines])
def test_bytes_lost_added_repeated_or_moved_are_found_where_the_file_first_differs(
    session, tmp_path, monkeypatch, spoil
):
    without_luck(session, tmp_path / "a.jsonl", monkeypatch)
    rng = random.Random(spoil.__name__)
    for _ in range(500):
        spoiled = spoil(session, rng)
        if spoiled.startswith(session):  # nothing of the session itself was touched
            continue
        differs = next(at for at in range(len(session)) if session[at : at + 1] != spoiled[at : at + 1])
        found = judged(spoiled, tmp_path / "a.jsonl")
        assert found == expected(session, holder(session, differs)), (spoil.__name__, differs)


@pytest.mark.long
def test_a_turn_found_damaged_is_named_when_all_before_it_is_simulated_again_too(session, tmp_path):
    rng = random.Random(5)
    for _ in range(100):
        at, bit = rng.randrange(len(session)), rng.randrange(8)
        assert judged(flip(session, at, bit), tmp_path / "a.jsonl") == expected(session, holder(session, at))
