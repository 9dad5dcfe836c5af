"""Replays of scenarios that are larger than the tutorial: killed sessions are recovered, flipped bits are found.

The tutorial's own tests try more (`test_kill.py`, `test_damage.py`); a session takes seconds here. Most of it, and the
largest scenario, is for the long tests.
"""

import random

import pytest

from tests.cli.calling import wargame_process
from tests.files.surgery import session_of
from tests.session.test_damage import borders, expected, flip, holder, judged, missed_flips, turns_of, without_luck
from tests.session.test_kill import check_recovered, kill_after_bytes, kill_at_a_random_moment, shares, somewhere

SHORT = ("narrow-sea", "--length", "short", "--seed", "7")
FULL = ("narrow-sea", "--seed", "10")
LARGE = ("great-alliance", "--seed", "3")
NAMES = {SHORT: "narrow-sea-short", FULL: "narrow-sea", LARGE: "great-alliance"}


def few_and_more(few: int, more: int, most: int) -> list[object]:
    """Numbered cases: a few in the normal run, more and those of the largest scenario in the long tests."""
    return [
        pytest.param(play, number, id=f"{NAMES[play]}-{number}", marks=[] if play is SHORT else [pytest.mark.long])
        for play, cases in ((SHORT, few), (FULL, more), (LARGE, most))
        for number in range(cases)
    ]


@pytest.mark.parametrize(("play", "number"), few_and_more(1, 5, 1))
def test_a_session_killed_at_a_random_moment_is_recovered(play, number, tmp_path):
    rng = random.Random(f"moment {number}")
    kill_at_a_random_moment(tmp_path / "a.jsonl", rng, play, latest=8.0 if play is LARGE else 1.5)
    check_recovered(tmp_path / "a.jsonl", play)


@pytest.mark.parametrize(("play", "number"), few_and_more(2, 8, 2))
def test_a_session_killed_after_any_byte_is_recovered(play, number, tmp_path):
    length = somewhere(shares(10, seed=3)[number], play)
    kill_after_bytes(tmp_path / "a.jsonl", length, play)
    check_recovered(tmp_path / "a.jsonl", play)


@pytest.mark.long
def test_a_session_is_recovered_by_another_process_too(tmp_path):
    file = tmp_path / "a.jsonl"
    kill_after_bytes(file, somewhere(0.6, FULL), FULL)
    assert wargame_process("run", "--resume", file, "--quiet").code == 0
    assert file.read_bytes() == session_of(*FULL)


@pytest.mark.parametrize(
    ("play", "count"),
    [
        pytest.param(SHORT, 12, id=NAMES[SHORT]),
        pytest.param(FULL, 150, id=NAMES[FULL], marks=pytest.mark.long),
        pytest.param(LARGE, 15, id=NAMES[LARGE], marks=pytest.mark.long),
    ],
)
def test_flipped_bits_are_found_in_their_turns(play, count, tmp_path, monkeypatch):
    content = session_of(*play)
    without_luck(content, tmp_path / "a.jsonl", monkeypatch)
    assert missed_flips(content, tmp_path / "a.jsonl", count=count, seed=4) == []


def test_a_bit_of_every_kind_of_line_is_guarded(tmp_path, monkeypatch):
    """The header, a turn's first line, an order, an event, a turn's last line, and the file's."""
    content = session_of(*SHORT)
    without_luck(content, tmp_path / "a.jsonl", monkeypatch)
    ends = borders(content)
    middle = ends[turns_of(content) // 2]
    kinds = (b'{"turn":', b'{"seat":', b'{"id":', b'{"done":')
    places = [9, *(content.index(b"\n" + kind, middle) + 12 for kind in kinds), ends[-2] + 9]
    for bit, at in enumerate(places):
        assert judged(flip(content, at, bit), tmp_path / "a.jsonl") == expected(content, holder(content, at)), at
