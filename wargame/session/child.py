"""The process that simulates while people play: it alone holds the truth, and writes the umpire's file.

`python -m wargame.session.child` reads requests from stdin and writes frames to stdout, until stdin closes.
"""

import sys
import traceback
from collections.abc import Iterator
from pathlib import Path

from wargame import __version__
from wargame.files.check import adapter
from wargame.files.faults import FileFaults
from wargame.files.replays import ReplayWriter, load_replay
from wargame.files.scenarios import load_scenario
from wargame.model.plain import line
from wargame.model.record import Header, Seating
from wargame.rules.lengths import NoSuchLength, with_length
from wargame.session import frames
from wargame.session.again import Differs, play_again
from wargame.session.exercise import Exercise, Refused
from wargame.session.seating import NoSuchSeating, players, recorded
from wargame.session.table import Table


class CannotOpen(Exception):
    """The files that a session needs cannot be used; the message says why."""


class Host:
    """One session and the seats that people play."""

    def __init__(self) -> None:
        self.table: Table | None = None
        self.writer: ReplayWriter | None = None
        self.seats: tuple[str, ...] = ()
        self.path: Path | None = None
        self.told: dict[str, int] = {}
        """By seat: how many events of its log it has been sent."""

    def answer(self, request: frames.Request) -> Iterator[frames.Frame]:
        """Carry out one request; yields the frames that answer it, the last of which says how it went."""
        try:
            match request:
                case frames.Begin() | frames.Resume():
                    self.open(request)
                    yield from self.seat_all()
                case frames.Submit():
                    self.own(request.order.seat).submit(request.order)
                case frames.Withdraw():
                    self.own(request.seat).withdraw(request.seat, request.index)
                case frames.Advance():
                    self.advance()
                    yield from self.tell()
            yield frames.Ready(turn=self.exercise.turn, phase=self.exercise.phase)
        except Refused as refusal:
            yield frames.Refused(reason=str(refusal))
        except (CannotOpen, OSError) as error:
            yield frames.Stopped(reason=str(error))

    def open(self, request: frames.Begin | frames.Resume) -> None:
        """Begin or resume. What keeps the files from being used is told: whoever opens a session chose them."""
        try:
            if isinstance(request, frames.Begin):
                self.begin(request)
            else:
                self.resume(request)
        except (FileFaults, Differs, NoSuchSeating, NoSuchLength) as error:
            raise CannotOpen(str(error)) from None

    @property
    def exercise(self) -> Exercise:
        """The session in progress. Raises Refused when there is none."""
        if self.table is None:
            raise Refused("no session has been begun")
        return self.table.exercise

    def own(self, seat: str) -> Exercise:
        """The session, for a seat that people play here. Raises Refused for any other, whatever it holds."""
        if self.table is not None and seat not in self.seats:
            raise Refused("that seat is not played here")
        return self.exercise

    def begin(self, request: frames.Begin) -> None:
        scenario = with_length(load_scenario(request.scenario), request.length)
        seating = recorded(request.seating)
        header = Header(engine=__version__, scenario=scenario, seed=request.seed, seating=seating)
        self.sit(Exercise(header), request.seating, request.seats, Path(request.path))
        self.writer = ReplayWriter.create(Path(request.path), header)

    def resume(self, request: frames.Resume) -> None:
        replay = load_replay(request.path)
        exercise = play_again(replay.header, replay.played)
        if replay.whole:
            raise Refused("the session has been played to its end")
        self.sit(exercise, replay.header.seating, request.seats, Path(request.path))
        self.writer = ReplayWriter.append(replay)

    def sit(self, exercise: Exercise, seating: tuple[Seating, ...], seats: tuple[str, ...], path: Path) -> None:
        """Put computer players into every seat that no person plays."""
        computers = [each for each in seating if each.seat not in seats]
        self.table = Table(exercise, players(exercise.scenario, computers))
        self.seats, self.path, self.told = seats, path, {}

    def advance(self) -> None:
        """End the turn; once play is over the rest follows at once. Nobody is told of a turn that is not on disk."""
        exercise = self.exercise
        assert self.table is not None
        assert self.writer is not None
        self.writer.add(self.table.play_turn())
        while exercise.phase == "after":
            self.writer.add(self.table.play_turn())
        if exercise.over:
            self.writer.finish(exercise.record)

    def note_fault(self) -> str:
        """Write the present exception down for the umpire, beside the replay; returns where, in words."""
        if self.path is None:
            return ""
        where = self.path.with_name(f"{self.path.stem}.crash.txt")
        where.touch(mode=0o600)
        where.write_text(traceback.format_exc(), encoding="utf-8")
        return f"; the umpire finds it in {where}"

    def close(self) -> None:
        """Close the umpire's file."""
        if self.writer is not None:
            self.writer.close()

    def seat_all(self) -> Iterator[frames.Frame]:
        for seat in self.seats:
            yield frames.Seated(seat=seat, scenario=self.exercise.view(seat).scenario)
        yield from self.tell()

    def tell(self) -> Iterator[frames.Frame]:
        """Send every seat what is new in its own log."""
        for seat in self.seats:
            log = self.exercise.view(seat).log
            yield frames.TurnResolved(seat=seat, events=tuple(log[self.told.get(seat, 0) :]))
            self.told[seat] = len(log)


def main() -> None:
    """Answer requests until there are no more."""
    host = Host()
    try:
        for raw in sys.stdin.buffer:
            for frame in host.answer(adapter(frames.Request).validate_json(raw)):
                send(frame)
                if isinstance(frame, frames.Stopped):
                    return
    except Exception:  # noqa: BLE001 - what went wrong may hold truth, and the other side may not see it
        send(frames.Stopped(reason=f"the session stopped by a fault{host.note_fault()}"))
    finally:
        host.close()


def send(frame: frames.Frame) -> None:
    """One frame to the process that draws."""
    sys.stdout.buffer.write(line(frame))
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
