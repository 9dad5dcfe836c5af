"""Commands that look at sessions that have been played."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Literal, TypeVar

import typer

from wargame.cli.output import Json, Quiet, Stop, print_json
from wargame.session.endings import INVALID, UNVERIFIED, USAGE

if TYPE_CHECKING:
    from wargame.files.replays import Replay

T = TypeVar("T")
Files = Annotated[list[str], typer.Argument(metavar="FILE...", help="Replays.")]
File = Annotated[str, typer.Argument(metavar="FILE", help="A replay.")]


def verify(files: Files, json: Json = False, quiet: Quiet = False) -> None:
    """Check every byte of replays and simulate them again; say the first turn that differs."""
    from wargame.files.faults import FileFaults
    from wargame.files.replays import load_replay
    from wargame.replay.verify import verify as verify_replay

    code, verdicts = 0, []
    for file in files:
        try:
            verdict = verify_replay(load_replay(file))
        except FileFaults as faults:
            code = code or INVALID
            verdicts.append({"file": file, "fault": str(faults), "turn": None, "turns": 0, "digest": None})
            if not json:
                typer.echo(str(faults), err=True)
            continue
        verdicts.append(verdict)  # type: ignore[arg-type]
        if verdict.fault is not None:
            code = UNVERIFIED
            if not json:
                typer.echo(verdict.fault, err=True)
        elif not json and not quiet:
            print(f"{file}: verified, {verdict.turns} turns, digest {verdict.digest}")
    if json:
        print_json(verdicts)
    raise typer.Exit(code)


def score(files: Files, json: Json = False) -> None:
    """Score replays from their events."""
    from wargame.replay.result import report, result

    scored = []
    for file in files:
        replay = sound(file)
        with trusting(replay):
            if json:
                scored.append(result(replay.record) | {"replay": file})
            else:
                print(f"{file}\n{report(replay.record, hindsight=True)}\n")
    if json:
        print_json(scored[0] if len(scored) == 1 else scored)


def show(
    file: File,
    at: Annotated[
        str | None, typer.Option(metavar="INSTANT", help="D+3T06:00, D+3 or H+78; without it, the end.")
    ] = None,
    turn: Annotated[
        int | None, typer.Option(metavar="N", help="The beginning of turn N, before anybody's orders.")
    ] = None,
    view: Annotated[
        str,
        typer.Option(
            metavar="VIEW", help="Whose knowledge: truth, a seat, or could-have-known:NATION to compare (umpire)."
        ),
    ] = "truth",
    json: Json = False,
) -> None:
    """Show the situation at an instant or on a turn's desk, in truth or as a seat knew it."""
    from wargame.model.clock import instant
    from wargame.replay import hindsight
    from wargame.replay.summary import as_plain, summary
    from wargame.replay.watch import desk, scene

    if at is not None and turn is not None:
        raise Stop("give --at or --turn, not both", USAGE)
    asked = None if at is None else instant_of(at)
    replay = sound(file)
    record, end = replay.record, replay.played[-1].ended if replay.played else 0
    if turn is not None and not 1 <= turn <= len(replay.played):
        raise Stop(f"{file}: there is no turn {turn}; the session has {len(replay.played)}", USAGE)
    nation = compared_nation(replay, view)
    edge = None if turn is None else replay.played[turn - 1].turn.edge
    time = next(each for each in (asked, edge, end) if each is not None)
    if time > end and not json:
        print(f"{instant(time)} is after the end of the session; this is the end, {instant(end)}")
    with trusting(replay):
        if nation is not None:
            three = hindsight.compare(record.header.scenario, record.events, time, end, nation)
            printed(three, hindsight.as_plain, hindsight.told, json)
        elif turn is not None:
            printed(desk(record, turn, view), as_plain, summary, json)
        else:
            turns = [done.turn for done in replay.played]
            shown = scene(record.header.scenario, record.events, time, end, view, turns)
            printed(shown, as_plain, summary, json)


def printed(shown: T, plainly: Callable[[T], object], told: Callable[[T], str], json: bool) -> None:
    """Print what is shown, for programs or for people."""
    if json:
        print_json(plainly(shown))
    else:
        print(told(shown))


def instant_of(at: str) -> int:
    """Seconds after STARTEX. Raises Stop for what is no instant."""
    from wargame.model.clock import parse_instant

    try:
        return parse_instant(at)
    except ValueError as error:
        raise Stop(str(error), USAGE) from None


def compared_nation(replay: "Replay", view: str) -> str | None:
    """The nation whose hindsight a view is; None of the truth and of a seat's. Raises Stop for any other view."""
    from wargame.files.faults import did_you_mean
    from wargame.model.scenario import all_seats, nation_seats
    from wargame.replay.hindsight import VIEW
    from wargame.replay.watch import TRUTH

    scenario = replay.header.scenario
    compared = {VIEW + nation: nation for nation in nation_seats(scenario)}
    views = (TRUTH, *all_seats(scenario), *compared)
    if view not in views:
        hint = did_you_mean(view, views) or f"views are {', '.join(views)}"
        raise Stop(f"there is no view '{view}'; {hint}", USAGE)
    return compared.get(view)


def export(
    file: File,
    form: Annotated[
        Literal["decisions", "json"],
        typer.Option("--format", help="The orders as a decision file, or the event log as JSON lines."),
    ],
    seat: Annotated[str | None, typer.Option(metavar="SEAT", help="Only what this seat ordered, or could see.")] = None,
) -> None:
    """Write a replay's orders or events to stdout."""
    from wargame.model.scenario import all_seats
    from wargame.replay.export import decision_lines, event_lines

    replay = sound(file)
    if seat is not None and seat not in all_seats(replay.header.scenario):
        raise Stop(f"there is no seat '{seat}'; seats are {', '.join(all_seats(replay.header.scenario))}", USAGE)
    with trusting(replay):
        lines = decision_lines(replay.record, seat) if form == "decisions" else event_lines(replay.record, seat)
        for line in lines:
            print(line, end="")


def sound(file: str) -> "Replay":
    """A replay without damage. One that was not finished is as good as any."""
    from wargame.files.replays import load_replay

    replay = load_replay(file)
    if replay.damage is not None:
        raise Stop(str(replay.damage), UNVERIFIED)
    return replay


@contextmanager
def trusting(replay: "Replay") -> Iterator[None]:
    """Look at a session as it is written. Where that fails because it was never played so, the first such turn is told.

    A file can have been altered and given checksums that fit; to simulate every session before it is shown would
    take too long.
    """
    try:
        yield
    except (LookupError, TypeError, ValueError, AttributeError, ArithmeticError, AssertionError) as error:
        from wargame.replay.verify import first_difference

        differs = first_difference(replay)
        if differs is None:
            raise  # nothing is wrong with the file
        raise Stop(f"{replay.file}: {differs}", UNVERIFIED) from error
