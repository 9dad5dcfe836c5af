"""The command that plays many runs of a scenario."""

import gc
import os
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from wargame.cli.output import FIRST_SEED, Json, Quiet, Seed, Stop, note, print_json
from wargame.cli.playing import Length, Players, program
from wargame.cli.progress import Progress, ProgressLines
from wargame.files.places import folder_for, stamped
from wargame.session.endings import FAILED, INTERRUPTED, UNVERIFIED, USAGE

if TYPE_CHECKING:
    from wargame.model.scenario import Scenario
    from wargame.runs.folder import Folder
    from wargame.runs.plan import Plan, Point
    from wargame.runs.tally import Tally

WORTH_A_PROCESS = 25
"""Runs for which it takes less time to start another process than it saves, in a small scenario."""


def batch(
    scenario: Annotated[str, typer.Argument(metavar="SCENARIO", help="A file, or the name of a bundled scenario.")],
    runs: Annotated[int, typer.Option("--runs", metavar="N", min=1, max=10**9, help="How many.")] = 100,
    player: Players = None,
    versus: Annotated[
        list[str] | None,
        typer.Option(metavar="SEAT=NAME,...", help="Also play with these players instead, and tell the difference."),
    ] = None,
    decisions: Annotated[
        str | None, typer.Option(metavar="FILE", help="Orders for every seat that no --player names.")
    ] = None,
    length: Length = None,
    seed: Seed = None,
    jobs: Annotated[
        int | None, typer.Option(metavar="N", min=1, max=1024, help="Processes; every core without it.")
    ] = None,
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="DIR", help="Where the rows go; a new or empty folder.")
    ] = None,
    resume: Annotated[bool, typer.Option("--resume", help="Go on with the batch in DIR, or make more runs.")] = False,
    json: Json = False,
    quiet: Quiet = False,
    progress: Annotated[
        bool, typer.Option("--progress", help="JSON lines on stdout while it runs: done, total, rate, result so far.")
    ] = False,
) -> None:
    """Play many runs with computer players: a row for each, estimates with intervals."""
    from wargame.files.scenarios import load_scenario
    from wargame.rules.lengths import NoSuchLength, with_length
    from wargame.runs.folder import Folder, OtherBatch, RunDiffers
    from wargame.session.seating import NoSuchSeating

    if resume and output is None:
        raise Stop("--resume needs -o DIR, the folder of the batch to go on with", USAGE)
    gc.enable()  # the program begins without, which does not suit what runs long
    try:
        loaded = with_length(load_scenario(scenario), length)
        points = _points(loaded, player or [], versus or [], decisions)
    except (NoSuchSeating, NoSuchLength) as error:
        raise Stop(str(error), USAGE) from None
    plan = _plan(points, FIRST_SEED if seed is None else seed, runs)
    path = default_folder(loaded) if output is None else Path(output)
    try:
        folder = Folder.resume(path, plan) if resume else Folder.begin(path, plan)
    except OtherBatch as error:
        raise Stop(str(error), USAGE) from None
    except RunDiffers as error:
        raise Stop(f"{error}; it was played by another version of the program", UNVERIFIED) from None
    tally = _play(folder, jobs, quiet, progress)
    _tell(folder, tally, scenario, json, quiet or progress)


def _points(
    scenario: "Scenario", wishes: Sequence[str], versus: Sequence[str], decisions: str | None
) -> "tuple[Point, ...]":
    """The seating that is asked for and each it is compared with. Raises NoSuchSeating, `FileFaults`."""
    from wargame.runs.plan import Point, label
    from wargame.session.seating import NoSuchSeating, players, seat

    points: list[Point] = []
    for more in ("", *versus):
        seating = seat(scenario, [*wishes, *filter(None, more.split(","))], decisions)
        players(scenario, seating)  # what is wrong with a decision file is told before anything is written
        if seating in [point.seating for point in points]:
            raise NoSuchSeating(f"--versus {more} seats the same players as before")
        points.append(Point(label(scenario, seating), scenario, seating))
    return tuple(points)


def _plan(points: "tuple[Point, ...]", seed: int, runs: int) -> "Plan":
    from wargame.runs.plan import Plan

    try:
        return Plan(points, seed, runs)
    except ValueError as error:
        raise Stop(str(error), USAGE) from None


def _play(folder: "Folder", jobs: int | None, quiet: bool, lines: bool) -> "Tally":
    """Play what is missing; every chunk of rows is on disk before the next is taken."""
    from wargame.runs.execute import WorkerDied, executor
    from wargame.runs.tally import Tally
    from wargame.runs.telling import result
    from wargame.runs.worth import compared

    plan = folder.plan
    tally = Tally(folder.file.columns, len(plan.points), compared(plan))
    for row in folder.rows():
        tally.add([row])
    left = len(plan) - folder.done
    if jobs is None:
        jobs = max(1, min(cores(), left // WORTH_A_PROCESS))

    def so_far() -> dict[str, Any]:
        return result(plan, tally) | {"folder": str(folder.path)}

    progress = ProgressLines(len(plan), folder.done, so_far) if lines else Progress(len(plan), folder.done, quiet)
    try:
        with closing(executor(jobs).chunks(plan, folder.done)) as chunks, progress:
            for rows in chunks:
                folder.add(rows)
                tally.add(rows)
                progress.show(folder.done)
    except KeyboardInterrupt:
        raise Stop(f"interrupted after {_kept(folder)}", INTERRUPTED) from None
    except WorkerDied as error:
        raise Stop(f"{error} after {_kept(folder)}", FAILED) from None
    return tally


def _kept(folder: "Folder") -> str:
    rows = f"{folder.done} of {len(folder.plan)} rows"
    return f"{rows}, which are kept; the same command with --resume -o {folder.path} goes on"


def _tell(folder: "Folder", tally: "Tally", scenario: str, json: bool, quiet: bool) -> None:
    from wargame.runs.telling import report, result

    if tally.failures:
        first = tally.failures[0]
        note(f"{sum(tally.failed)} of {tally.rows} runs failed; the first, seed {first.seed}: {first.error}")
    if json:
        print_json(result(folder.plan, tally) | {"folder": str(folder.path)})
    elif not quiet:
        print(f"{report(folder.plan, tally)}\n\nRows        {folder.file.path}")
        print(f"Play one again with its seed and players: {program()} run {scenario} --seed SEED")
    if sum(tally.failed) == tally.rows:
        raise typer.Exit(FAILED)


def cores() -> int:
    """Processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def default_folder(scenario: "Scenario") -> Path:
    """A new folder in `batches/`."""
    return folder_for("batches") / stamped(scenario.id)
