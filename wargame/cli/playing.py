"""The command that plays a session without a screen."""

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wargame.cli.output import FIRST_SEED, Json, Quiet, Seed, Stop, note, print_json
from wargame.files.places import new_replay
from wargame.session.endings import UNVERIFIED, USAGE

if TYPE_CHECKING:
    from wargame.files.replays import Replay
    from wargame.model.record import Seating
    from wargame.session.exercise import Exercise

HOW_TO_PLAY = """\
To take a seat yourself, look at what it knows, write its orders to a file and run again:
  {wargame} show {replay} --turn 1 --view {seat}
  {wargame} decisions
  echo '{{"turn": 1, "seat": "{seat}", "decision": {{"kind": "call_consultation"}}}}' > orders.jsonl
  {wargame} run {scenario} --seed {seed} --player {seat}=scripted:orders.jsonl"""

Players = Annotated[
    list[str] | None,
    typer.Option("--player", metavar="SEAT=NAME", help="Who plays a seat; '*=NAME' for every nation."),
]

Length = Annotated[
    str | None, typer.Option(metavar="NAME", help="One of the scenario's lengths, as short, half or full.")
]


def run(
    scenario: Annotated[
        str | None, typer.Argument(metavar="[SCENARIO]", help="A file, or the name of a bundled scenario.")
    ] = None,
    player: Players = None,
    decisions: Annotated[
        str | None, typer.Option(metavar="FILE", help="Orders for every seat that no --player names.")
    ] = None,
    length: Length = None,
    seed: Seed = None,
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="Where the replay goes; overwritten.")
    ] = None,
    resume: Annotated[str | None, typer.Option(metavar="FILE", help="Finish an interrupted session.")] = None,
    branch_after: Annotated[
        int | None,
        typer.Option(metavar="TURN", min=0, help="With --resume: a new session that has its first turns."),
    ] = None,
    json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Play one session with computer players and write its replay."""
    from wargame.rules.lengths import NoSuchLength
    from wargame.session.again import Differs
    from wargame.session.seating import NoSuchSeating

    try:
        if resume is not None and scenario is not None and branch_after is None and not Path(resume).exists():
            note(f"{resume}: there is no such file, so nothing of it was committed; the session begins anew")
            resume, output = None, output or resume
        if resume is not None:
            if length is not None:
                raise Stop("--length is for a new session; --resume goes on in the length that was chosen", USAGE)
            exercise, path = _go_on(resume, scenario, seed, branch_after, output, player or [], decisions)
        else:
            exercise, path = _begin(
                scenario, length, branch_after, FIRST_SEED if seed is None else seed, output, player or [], decisions
            )
    except (NoSuchSeating, NoSuchLength) as error:
        raise Stop(str(error), USAGE) from None
    except Differs as differs:
        raise Stop(f"{resume}: {differs}; it was played by another version of the program", UNVERIFIED) from None
    if json:
        print_json(_result(exercise, path))
    elif not quiet:
        _report(exercise, path, scenario)


def _begin(
    scenario: str | None,
    length: str | None,
    branch_after: int | None,
    seed: int,
    output: str | None,
    wishes: list[str],
    decisions: str | None,
) -> "tuple[Exercise, Path]":
    from wargame import __version__
    from wargame.files.scenarios import load_scenario
    from wargame.model.record import Header
    from wargame.rules.lengths import with_length
    from wargame.session.saved import begin
    from wargame.session.seating import seat

    if scenario is None:
        raise Stop("run needs a SCENARIO, or --resume FILE; wargame scenario list names those that come with it", USAGE)
    if branch_after is not None:
        raise Stop("--branch-after needs --resume FILE, the session to branch from", USAGE)
    loaded = with_length(load_scenario(scenario), length)
    seating = seat(loaded, wishes, decisions)
    path = target(output, loaded.id)
    return begin(Header(engine=__version__, scenario=loaded, seed=seed), seating, path, note), path


def _go_on(
    file: str,
    scenario: str | None,
    seed: int | None,
    branch_after: int | None,
    output: str | None,
    wishes: list[str],
    decisions: str | None,
) -> "tuple[Exercise, Path]":
    """Finish a session, in its own file, or branch off it into another."""
    from wargame.files.replays import load_replay
    from wargame.files.scenarios import load_scenario
    from wargame.session.saved import branch_off, resume
    from wargame.session.seating import seat

    replay = load_replay(file)
    loaded = replay.header.scenario
    if scenario is not None and load_scenario(scenario).id != loaded.id:
        raise Stop(f"{file} is a session of {loaded.id}; --resume goes on with that, not with {scenario}", USAGE)
    if seed not in (None, replay.header.seed):
        raise Stop(f"{file} has the seed {replay.header.seed}; --resume goes on with that, not with {seed}", USAGE)
    seating: tuple[Seating, ...] | None = seat(loaded, wishes, decisions) if wishes or decisions else None
    in_place = output is None or (Path(output).exists() and Path(output).samefile(file))
    if branch_after is None and in_place:
        try:
            return resume(replay, seating, note), Path(file)
        finally:
            _tell_dropped(replay)
    after = len(replay.played) if branch_after is None else branch_after
    if after > len(replay.played):
        raise Stop(f"{file}: the session has {len(replay.played)} turns; branch after turn 0 to that", USAGE)
    path = target(output, loaded.id, file)
    return branch_off(replay, after, path, seating, note), path


def _tell_dropped(replay: "Replay") -> None:
    """What of a damaged file its new end took the place of, and where it is now."""
    if replay.kept is not None and replay.damage is not None:
        where = replay.damage.where
        what = f"from {where} on" if where.startswith("turn ") else where
        note(f"{replay.file}: {replay.damage.message}; what stood {what} was dropped and is kept in {replay.kept}")


def target(output: str | None, scenario: str, branched_from: str | None = None) -> Path:
    """Where the replay goes. Only an older replay is overwritten, never what a session is made from."""
    if output is None:
        return new_replay(scenario)
    path = Path(output)
    if branched_from is not None and path.exists() and path.samefile(branched_from):
        raise Stop(f"{output}: this is the session to branch from; name another file with -o", USAGE)
    if path.is_file() and path.stat().st_size and not is_replay(path):
        raise Stop(f"{output}: this is no replay and would be lost; name another file with -o", USAGE)
    return path


def is_replay(path: Path) -> bool:
    """Whether a file begins as replays do."""
    begins = b'{"format":"wargame-record"'
    with path.open("rb") as stream:
        return stream.read(len(begins)) == begins


# --- telling -------------------------------------------------------------------------------------------------


def _result(exercise: "Exercise", path: Path) -> dict[str, object]:
    from wargame.replay.result import result

    return result(exercise.record) | {"replay": str(path)}


def _report(exercise: "Exercise", path: Path, scenario: str | None) -> None:
    from wargame.replay.result import report

    header = exercise.header
    print(report(exercise.record))
    print(f"\nReplay  {path}\n")
    first = header.scenario.alliance.members[0]
    name = scenario or header.scenario.id
    print(HOW_TO_PLAY.format(wargame=program(), replay=path, seat=first, scenario=name, seed=header.seed))


def program() -> str:
    """How this program is called from here: by its name where the shell finds it, else by its path."""
    called = Path(sys.argv[0])
    if called.name == "__main__.py":
        return "python -m wargame"
    if shutil.which(called.name):
        return called.name
    return os.path.relpath(called) if called.is_relative_to(Path.cwd()) else str(called)
