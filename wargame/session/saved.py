"""Sessions on disk: begun, resumed or branched, and every turn safe as soon as it is done."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from wargame.files.replays import Replay, ReplayWriter
from wargame.model.record import Header, Seating
from wargame.session.again import branch, play_again
from wargame.session.aside import Aside
from wargame.session.exercise import Exercise
from wargame.session.seating import players, recorded
from wargame.session.table import Table

Told = Callable[[str], object]
"""Is given a line for whoever runs the session."""


def silent(message: str) -> None:
    """Tells nobody."""


def begin(header: Header, seating: tuple[Seating, ...], path: Path, told: Told = silent) -> Exercise:
    """Play a new session to its end into `path`, in the place of what was there. Raises OSError, `FileFaults`."""
    seated = players(header.scenario, seating)
    header = replace(header, seating=recorded(seating))
    return _play(Table(Exercise(header), seated), ReplayWriter.create(path, header), told)


def resume(replay: Replay, seating: tuple[Seating, ...] | None = None, told: Told = silent) -> Exercise:
    """Play an interrupted session to its end, in its file, after its last whole turn.

    Its players go on unless `seating` puts others in their seats. Raises Differs, NoSuchSeating, OSError, `FileFaults`.
    """
    exercise = play_again(replay.header, replay.played)
    if replay.whole:
        return exercise
    seated = players(exercise.scenario, replay.header.seating if seating is None else seating)
    return _play(Table(exercise, seated), ReplayWriter.append(replay), told)


def branch_off(
    replay: Replay, after: int, path: Path, seating: tuple[Seating, ...] | None = None, told: Told = silent
) -> Exercise:
    """Play a new session into `path` that has its first `after` turns in common with a recorded one.

    Raises Differs, NoSuchSeating, ValueError when there are not so many turns, OSError, `FileFaults`.
    """
    seating = replay.header.seating if seating is None else seating
    seated = players(replay.header.scenario, seating)
    exercise = branch(replay.record, after, recorded(seating))
    return _play(Table(exercise, seated), keep_branch(exercise, path), told)


def keep_branch(branched: Exercise, path: Path) -> ReplayWriter:
    """A new file with the turns that a branch has in common with its parent."""
    writer = ReplayWriter.create(path, branched.header)
    for done in branched.played:
        writer.add(done)
    return writer


def _play(table: Table, writer: ReplayWriter, told: Told) -> Exercise:
    Aside(writer.path).forget()  # computers go on alone: nothing that people have left counts any more
    try:
        table.play(writer.add)
        writer.finish(table.exercise.record)
    finally:
        writer.close()
    for unplayed in table.players.unplayed(table.exercise.record.turns):
        told(unplayed)
    return table.exercise
