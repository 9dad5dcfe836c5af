"""Is a replay what it says it is? Its bytes are checked when it is read; here it is simulated anew."""

from dataclasses import dataclass

from wargame.files.replays import Replay
from wargame.session.again import Differs, play_again


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of verifying one replay."""

    file: str
    fault: str | None
    """What is wrong, in one line; None when all is as it should be."""
    turn: int | None
    """The first turn that is wrong; None when none is, or when it lies after the last."""
    turns: int
    """Turns found sound."""
    digest: str | None


def verify(replay: Replay) -> Verdict:
    """Simulate every sound turn again and compare; then say what is wrong first, if anything is."""
    sound = len(replay.played)
    digest = replay.played[-1].digest if replay.played else None
    differs = first_difference(replay)
    if differs is not None:
        fault = f"{replay.file}: {differs}; it was played by version {replay.header.engine}"
        return Verdict(replay.file, fault, differs.turn, differs.turn - 1, digest)
    turn = None if replay.over else sound + 1
    if replay.damage is not None:
        return Verdict(replay.file, str(replay.damage), turn, sound, digest)
    if not replay.whole:
        stops = "its last line is missing" if replay.over else f"the session stops before turn {turn}"
        return Verdict(replay.file, f"{replay.file}: {stops}; finish it with --resume", turn, sound, digest)
    return Verdict(replay.file, None, None, sound, digest)


def first_difference(replay: Replay) -> Differs | None:
    """The first sound turn that comes out otherwise than the file has it when it is simulated again, if any does."""
    try:
        play_again(replay.header, replay.played)
    except Differs as differs:
        return differs
    return None
