"""A killed session loses nothing committed: every closed turn is there, and finished it is what it would have been.

A run takes less than a tenth of a second, so it is slowed down, or made to kill itself after so many bytes.
"""

import errno
import os
import random
import re
import signal
import time
from pathlib import Path

import pytest

from tests.cli.calling import SLOW, refused, start, wargame, wargame_process
from tests.files.surgery import raw_blocks, session_of, tutorial_session

TUTORIAL = ("tutorial", "--seed", "7")
RUN = ("run", *TUTORIAL, "--quiet", "-o")

SUICIDAL = """\
import os, signal, sys
from wargame.files.replays import ReplayWriter

LAST = int(sys.argv.pop(1))

def write_and_die(self, content):
    room = LAST - self._stream.tell()
    self._stream.write(content[:room])
    self._stream.flush()
    if room <= len(content):
        os.kill(os.getpid(), signal.SIGKILL)

ReplayWriter._write = write_and_die
"""
"""Dies as soon as the file has so many bytes."""
DEAD_IN_THE_HEADER = """\
import os, signal, sys

def die(number):
    os.kill(os.getpid(), signal.SIGKILL)

os.fsync = die
"""
SMALL_DISK = """\
import resource, sys

room = int(sys.argv.pop(1))
resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
"""
"""The system itself refuses to let a file grow beyond so many bytes."""


def committed(content: bytes) -> bytes:
    """The file up to the last turn that was closed."""
    end, at = content.index(b"\n") + 1, 0
    for raw in content.splitlines(keepends=True):
        at += len(raw)
        if raw.startswith(b'{"done":') and raw.endswith(b"\n"):
            end = at
    return content[:end]


def check_recovered(file: Path, play: tuple[str, ...] = TUTORIAL) -> None:
    """Resuming a killed session keeps its closed turns byte for byte and ends as if nothing had happened."""
    torn, whole = file.read_bytes(), session_of(*play)
    before = committed(torn)
    assert whole.startswith(before)
    called = wargame("run", "--resume", file, "--quiet")
    assert called.code == 0
    kept = file.with_name("a.dropped")
    if torn in (before, whole):
        assert called.err == ""
        assert not kept.exists()
    else:
        assert kept.read_bytes() == torn[len(before) :]
        assert re.fullmatch(rf"wargame: {file}: [^;]+; what stood [^;]+ is kept in {kept}\n", called.err)
    after = file.read_bytes()
    assert after.startswith(before)
    assert after == whole


def kill_at_a_random_moment(
    file: Path, rng: random.Random, play: tuple[str, ...] = TUTORIAL, latest: float = 0.6
) -> int:
    """Turns that were committed when the session was killed from outside, `latest` seconds after it began or before."""
    child = start(SLOW, "run", *play, "--quiet", "-o", file)
    while not file.exists():
        assert child.poll() is None
        time.sleep(0.002)
    time.sleep(rng.uniform(0.0, latest))
    child.kill()
    child.communicate()
    assert child.returncode in (-signal.SIGKILL, 0)
    return committed(file.read_bytes()).count(b'{"done":')


def kill_after_bytes(file: Path, length: int, play: tuple[str, ...] = TUTORIAL) -> None:
    child = start(SUICIDAL, length, "run", *play, "--quiet", "-o", file)
    child.communicate(timeout=300)
    assert child.returncode == -signal.SIGKILL
    assert file.read_bytes() == session_of(*play)[:length]


def somewhere(share: float, play: tuple[str, ...] = TUTORIAL) -> int:
    """A length of the file, from the header alone to all but its last byte."""
    content = session_of(*play)
    first, whole = len(raw_blocks(content)[0][0]), len(content)
    return first + int(share * (whole - first))


def shares(count: int, seed: int) -> list[float]:
    rng = random.Random(seed)
    return [rng.random() for _ in range(count)]


@pytest.mark.parametrize("seed", range(4))
def test_a_session_killed_at_a_random_moment_is_recovered(seed, tmp_path):
    kill_at_a_random_moment(tmp_path / "a.jsonl", random.Random(seed))
    check_recovered(tmp_path / "a.jsonl")


@pytest.mark.parametrize("share", shares(4, seed=1))
def test_a_session_killed_after_any_byte_is_recovered(share, tmp_path):
    kill_after_bytes(tmp_path / "a.jsonl", somewhere(share))
    check_recovered(tmp_path / "a.jsonl")


@pytest.mark.parametrize("step", [-1, 0, 1])
def test_a_session_killed_around_the_end_of_a_turn_is_recovered(step, tmp_path):
    blocks = raw_blocks(tutorial_session())
    length = len(b"".join(b"".join(block) for block in blocks[:8])) + step
    kill_after_bytes(tmp_path / "a.jsonl", length)
    turns = 7 if step >= 0 else 6
    assert committed((tmp_path / "a.jsonl").read_bytes()).count(b'{"done":') == turns
    check_recovered(tmp_path / "a.jsonl")


def test_a_session_is_recovered_by_another_process_too_however_often_it_is_killed(tmp_path):
    file = tmp_path / "a.jsonl"
    kill_after_bytes(file, somewhere(0.3))
    child = start(SUICIDAL, somewhere(0.7), "run", "--resume", file)
    child.communicate(timeout=60)
    assert child.returncode == -signal.SIGKILL
    assert file.read_bytes() == tutorial_session()[: somewhere(0.7)]
    assert wargame_process("run", "--resume", file, "--quiet").code == 0
    assert file.read_bytes() == tutorial_session()


@pytest.mark.parametrize("step", [1, 200])
def test_what_a_torn_turn_leaves_is_kept_for_its_owner_and_told(tmp_path, step):
    file, ends = tmp_path / "a.jsonl", len(b"".join(b"".join(each) for each in raw_blocks(tutorial_session())[:8]))
    kept = tmp_path / "a.dropped-2"
    (tmp_path / "a.dropped").write_text("of an earlier time")
    file.write_bytes(tutorial_session()[: ends + step])
    said = wargame("run", "--resume", file, "--quiet").err
    torn = "the file ends in the middle of a line"
    assert said == f"wargame: {file}: {torn}; what stood from turn 8 on was dropped and is kept in {kept}\n"
    assert kept.read_bytes() == tutorial_session()[ends : ends + step]
    assert kept.stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "a.dropped").read_text() == "of an earlier time"
    assert file.read_bytes() == tutorial_session()


def test_sound_turns_after_a_flipped_bit_are_kept(tmp_path):
    file, kept = tmp_path / "a.jsonl", tmp_path / "a.dropped"
    blocks = [b"".join(each) for each in raw_blocks(tutorial_session())]
    blocks[5] = blocks[5].replace(b'"turn"', b'"tern"', 1)
    file.write_bytes(b"".join(blocks))
    said = wargame("run", "--resume", file, "--quiet").err
    assert said.endswith(f"; what stood from turn 5 on was dropped and is kept in {kept}\n")
    assert kept.read_bytes() == b"".join(blocks[5:])
    assert file.read_bytes() == tutorial_session()
    assert list(tmp_path.glob("*.jsonl*")) == [file]


def test_nothing_is_cut_off_that_cannot_be_kept(tmp_path, monkeypatch):
    file, torn = tmp_path / "a.jsonl", tutorial_session()[: somewhere(0.5)]
    file.write_bytes(torn)
    full = OSError(errno.ENOSPC, "No space left on device")
    monkeypatch.setattr("os.fsync", lambda number: (_ for _ in ()).throw(full))
    said = refused(wargame("run", "--resume", file, "--quiet"), 1).err
    assert said == f"wargame: {tmp_path / 'a.dropped'}: No space left on device\n"
    assert file.read_bytes() == torn
    assert list(tmp_path.iterdir()) == [file]


def test_the_file_that_was_there_stays_until_the_new_one_has_its_header(tmp_path):
    file = tmp_path / "a.jsonl"
    file.write_bytes(tutorial_session())
    child = start(DEAD_IN_THE_HEADER, "run", "tutorial", "--seed", 8, "-o", file)
    child.communicate(timeout=60)
    assert child.returncode == -signal.SIGKILL
    assert file.read_bytes() == tutorial_session()
    assert list(tmp_path.glob("*.jsonl*")) == [file]


# --- a disk that takes no more -------------------------------------------------------------------------------


def test_a_disk_that_fills_up_ends_in_one_clear_line_and_loses_no_closed_turn(tmp_path):
    file, room = tmp_path / "a.jsonl", somewhere(0.5)
    child = start(SMALL_DISK, room, *RUN, file)
    out, err = child.communicate(timeout=60)
    assert (child.returncode, out, err) == (1, "", f"wargame: {file}: File too large\n")
    assert len(file.read_bytes()) <= room
    assert committed(file.read_bytes()) == committed(tutorial_session()[:room])
    check_recovered(file)


def test_a_disk_without_room_for_the_header_leaves_nothing_behind(tmp_path):
    child = start(SMALL_DISK, 1_000, *RUN, tmp_path / "a.jsonl")
    out, err = child.communicate(timeout=60)
    assert (child.returncode, out, err) == (1, "", f"wargame: {tmp_path / 'a.jsonl'}: File too large\n")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no full disk to offer")
def test_a_full_disk_is_told_and_a_device_is_not_replaced_by_a_file(tmp_path):
    file = tmp_path / "full"
    file.symlink_to("/dev/full")
    said = refused(wargame(*RUN, file), 1).err
    assert said == f"wargame: {file}: No space left on device\n"
    assert file.is_char_device()


def test_a_session_can_be_played_into_nothing(tmp_path):
    file = tmp_path / "null"
    file.symlink_to(os.devnull)
    assert wargame(*RUN, file).code == 0
    assert file.is_char_device()


def test_an_output_that_is_a_folder_or_stands_under_a_file_is_told_and_nothing_is_left_behind(tmp_path):
    (tmp_path / "plain").write_text("text")
    assert refused(wargame(*RUN, tmp_path), 1).err == f"wargame: {tmp_path}: Is a directory\n"
    under = refused(wargame(*RUN, tmp_path / "plain" / "a.jsonl"), 1).err
    assert under.startswith(f"wargame: {tmp_path / 'plain'}")
    long = refused(wargame(*RUN, tmp_path / ("a" * 400)), 1).err
    assert long == f"wargame: {tmp_path / ('a' * 400)}: File name too long\n"
    assert [path.name for path in tmp_path.iterdir()] == ["plain"]


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_folder_that_may_not_be_written_is_told(tmp_path):
    tmp_path.chmod(0o500)
    said = refused(wargame(*RUN, tmp_path / "a.jsonl"), 1).err
    assert said == f"wargame: {tmp_path / 'a.jsonl'}: Permission denied\n"


# --- in large numbers ----------------------------------------------------------------------------------------


@pytest.mark.long
@pytest.mark.parametrize("seed", range(100, 150))
def test_fifty_sessions_killed_at_random_moments_are_recovered(seed, tmp_path):
    kill_at_a_random_moment(tmp_path / "a.jsonl", random.Random(seed))
    check_recovered(tmp_path / "a.jsonl")


@pytest.mark.long
@pytest.mark.parametrize("share", shares(50, seed=2))
def test_fifty_sessions_killed_after_any_byte_are_recovered(share, tmp_path):
    kill_after_bytes(tmp_path / "a.jsonl", somewhere(share))
    check_recovered(tmp_path / "a.jsonl")
