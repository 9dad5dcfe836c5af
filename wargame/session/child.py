"""The process that simulates while people play: it alone holds the truth, and writes the umpire's file.

`python -m wargame.session.child` reads requests from stdin and writes frames to stdout, until stdin closes.
"""

import sys
import traceback
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from wargame import __version__
from wargame.files.check import adapter
from wargame.files.faults import FileFaults
from wargame.files.replays import ReplayWriter, load_replay
from wargame.files.scenarios import load_scenario
from wargame.model.clock import DAY
from wargame.model.plain import line
from wargame.model.record import PERSON, Header, Seating
from wargame.model.scenario import EXCON, all_seats, nation_seats
from wargame.rules.lengths import NoSuchLength, with_length
from wargame.session import frames
from wargame.session.again import Differs, branch, play_again
from wargame.session.aside import Aside, Left, people_of
from wargame.session.endings import INVALID, UNVERIFIED, USAGE
from wargame.session.exercise import Exercise
from wargame.session.lobby import scenario_cards, session_cards
from wargame.session.refusal import Refused
from wargame.session.saved import keep_branch
from wargame.session.seating import NoSuchSeating, people_in, players, recorded, seat, unscripted, with_people
from wargame.session.table import Table


class CannotOpen(Exception):
    """The files that a session needs cannot be used; the message says why."""

    def __init__(self, error: Exception, code: int) -> None:
        super().__init__(str(error))
        self.code = code


class Host:
    """One session and the seats that people play."""

    def __init__(self) -> None:
        self.table: Table | None = None
        self.writer: ReplayWriter | None = None
        self.aside: Aside | None = None
        self.seats: tuple[str, ...] = ()
        self.done: set[str] = set()
        """Those that have ended the open turn, while others have not."""
        self.minutes = 0.0
        """That the turn timer gives each seat; 0 for no timer."""
        self.path: Path | None = None
        self.told: dict[str, int] = {}
        """By seat: how many events of its log it has been sent."""

    def answer(self, request: frames.Request) -> Iterator[frames.Frame]:
        """Carry out one request; yields the frames that answer it, the last of which says how it went."""
        try:
            yield from self.carry_out(request)
            if self.table is None:
                yield frames.Ready(turn=0, phase="play")
            else:
                yield frames.Ready(turn=self.exercise.turn, phase=self.exercise.phase, minutes=self.minutes)
        except Refused as refusal:
            yield frames.Refused(reason=str(refusal))
        except CannotOpen as error:
            yield frames.Stopped(reason=str(error), code=error.code)
        except OSError as error:
            yield frames.Stopped(reason=str(error))

    def carry_out(self, request: frames.Request) -> Iterator[frames.Frame]:
        match request:
            case frames.ListScenarios():
                yield from scenario_cards(request.more)
            case frames.ListSessions():
                yield from session_cards(request.folder)
            case frames.Begin() | frames.Resume() | frames.Branch():
                self.open(request)
                yield from self.seat_all(self.seats)
            case frames.Take():
                self.take(request.seat)
                self.keep_aside()
                yield from self.seat_all((request.seat,))
            case frames.Rewind():
                self.rewind(request)
                yield from self.seat_all(self.seats)
            case frames.Submit():
                self.own(request.order.seat).submit(request.order)
                self.keep_aside()
            case frames.Withdraw():
                self.own(request.seat).withdraw(request.seat, request.index)
                self.keep_aside()
            case frames.PassOn():
                self.own(request.seat)
                self.done.add(request.seat)
                self.keep_aside()
            case frames.SetTimer():
                self.controlled()
                self.minutes = request.minutes
                self.keep_aside()
            case frames.Advance():
                yield from self.advance()
                yield from self.tell(self.seats)

    # --- opening ---------------------------------------------------------------------------------------------

    def open(self, request: frames.Begin | frames.Resume | frames.Branch) -> None:
        """Begin, resume or branch. What keeps the files from being used is told: whoever opens a session chose them."""
        try:
            match request:
                case frames.Begin():
                    self.begin(request)
                case frames.Resume():
                    self.resume(request)
                case frames.Branch():
                    self.branch(request)
        except FileFaults as error:
            raise CannotOpen(error, INVALID) from None
        except Differs as error:
            raise CannotOpen(error, UNVERIFIED) from None
        except (NoSuchSeating, NoSuchLength) as error:
            raise CannotOpen(error, USAGE) from None

    def begin(self, request: frames.Begin) -> None:
        scenario = with_length(load_scenario(request.scenario), request.length)
        people = request.seats or nation_seats(scenario)[:1]
        seating = with_people(seat(scenario, request.players), scenario, people)
        header = Header(engine=__version__, scenario=scenario, seed=request.seed, seating=recorded(seating))
        self.sit(Exercise(header), seating, Path(request.path))
        self.writer = ReplayWriter.create(Path(request.path), header)
        self.keep_aside()

    def resume(self, request: frames.Resume) -> None:
        replay = load_replay(request.path)
        if replay.whole:
            raise Refused("the session has been played to its end")
        exercise = play_again(replay.header, replay.played)
        people = request.seats or people_of(Path(request.path), replay.header, replay.played)
        if not people:
            raise Refused("no seat of this session is played by people; say which with --seat")
        self.sit(exercise, with_people(replay.header.seating, exercise.scenario, people), Path(request.path))
        self.writer = ReplayWriter.append(replay)
        self.take_up()
        self.keep_aside()

    def take_up(self) -> None:
        """Go on as the session was left.

        What is of another turn or seat goes: a computer that sits there now orders for itself.
        """
        assert self.aside is not None
        left = self.aside.read(self.exercise.header, self.exercise.played)
        if left is None:
            return
        self.minutes = left.minutes
        if {*left.people} == {*self.seats}:
            self.seats = tuple(dict.fromkeys(left.people))  # in the order in which they sat down
        if left.turn != self.exercise.turn:
            return
        if not {*self.seats} <= {*left.done}:
            self.done = {*left.done} & {*self.seats}
        for order in left.orders:
            if order.seat in self.seats:
                with suppress(Refused):
                    self.exercise.submit(order)

    def branch(self, request: frames.Branch) -> None:
        """Nothing of the session that is branched from is changed."""
        replay, path = load_replay(request.path), Path(request.to)
        refuse_to_replace(path)
        before = unscripted(replay.header.seating)
        people = request.seats or people_in(before)
        if not people:
            raise Refused("no seat of this session was played by people; say which are from here on")
        seating = with_people(before, replay.header.scenario, people)
        try:
            exercise = branch(replay.record, request.after, recorded(seating))
        except ValueError as error:
            raise Refused(str(error)) from None
        if exercise.phase != "play":
            raise Refused("play is over there; branch from an earlier turn")
        writer = keep_branch(exercise, path)
        self.sit(exercise, seating, path)
        self.writer = writer
        self.keep_aside()

    def sit(self, exercise: Exercise, seating: tuple[Seating, ...], path: Path, minutes: float = 0.0) -> None:
        """Put computer players into every seat that no person plays; people have so many minutes for a turn."""
        computers = [each for each in seating if each.player != PERSON]
        self.table = Table(exercise, players(exercise.scenario, computers))
        self.seats = people_in(seating)
        self.path, self.aside, self.told, self.done = path, Aside(path), {}, set()
        self.minutes = minutes

    # --- what EXCON may do -----------------------------------------------------------------------------------

    def take(self, name: str) -> None:
        """Let people play a seat that a computer plays."""
        exercise = self.controlled()
        if name not in all_seats(exercise.scenario):
            raise Refused(f"there is no seat '{name}'; seats are {', '.join(all_seats(exercise.scenario))}")
        assert self.table is not None
        self.table.players.leave(name)
        self.seats = tuple(dict.fromkeys((*self.seats, name)))

    def rewind(self, request: frames.Rewind) -> None:
        """Go on in a branch of this session; nothing of it is erased."""
        exercise = self.controlled()
        path = Path(request.path)
        refuse_to_replace(path)
        try:
            seating = with_people(unscripted(exercise.header.seating), exercise.scenario, self.seats)
            branched = branch(exercise.record, request.after, recorded(seating))
        except (ValueError, Differs) as error:
            raise Refused(str(error)) from None
        writer = keep_branch(branched, path)
        assert self.writer is not None
        self.writer.close()
        self.writer = writer
        seats = self.seats
        self.sit(branched, seating, path, self.minutes)
        self.seats = seats
        self.keep_aside()

    def controlled(self) -> Exercise:
        """The session, where EXCON is played here. Raises Refused elsewhere."""
        if self.table is not None and EXCON not in self.seats:
            raise Refused("only EXCON may do that")
        return self.exercise

    # --- playing ---------------------------------------------------------------------------------------------

    @property
    def exercise(self) -> Exercise:
        """The session in progress. Raises Refused when there is none."""
        if self.table is None:
            raise Refused("no session has been begun")
        return self.table.exercise

    def own(self, name: str) -> Exercise:
        """The session, for a seat that people play here. Raises Refused for any other, whatever it holds."""
        if self.table is not None and name not in self.seats:
            raise Refused("that seat is not played here")
        return self.exercise

    def keep_aside(self) -> None:
        """Have what the replay does not say on disk, so that a killed terminal loses none of it."""
        assert self.aside is not None
        exercise = self.exercise
        orders = tuple(order for seat in self.seats for order in exercise.orders(seat))
        done = tuple(seat for seat in self.seats if seat in self.done)
        header = exercise.header
        left = Left(
            scenario=header.scenario.id,
            seed=header.seed,
            digest=exercise.digest,
            turn=exercise.turn,
            people=self.seats,
            minutes=self.minutes,
            done=done,
            orders=orders,
        )
        self.aside.keep(left, header)

    def advance(self) -> Iterator[frames.Running]:
        """End the turn; once play is over the rest follows at once. Nobody is told of a turn that is not on disk."""
        exercise = self.exercise
        assert self.table is not None
        assert self.writer is not None
        assert self.aside is not None
        self.writer.add(self.table.play_turn())
        while exercise.phase == "after":
            yield frames.Running(days=exercise.edge / DAY, of=exercise.scenario.horizon)
            self.writer.add(self.table.play_turn())
        self.done.clear()
        if exercise.over:
            self.writer.finish(exercise.record)
            self.aside.forget()
        else:
            self.keep_aside()

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

    def seat_all(self, seats: tuple[str, ...]) -> Iterator[frames.Frame]:
        for name in seats:
            staged = tuple(self.exercise.orders(name))
            scenario = self.exercise.view(name).scenario
            yield frames.Seated(seat=name, scenario=scenario, staged=staged, done=name in self.done)
            self.told.pop(name, None)
        yield from self.tell(seats)

    def tell(self, seats: tuple[str, ...]) -> Iterator[frames.Frame]:
        """Send every seat what is new in its own log."""
        for name in seats:
            log = self.exercise.view(name).log
            yield frames.TurnResolved(seat=name, events=tuple(log[self.told.get(name, 0) :]))
            self.told[name] = len(log)


def refuse_to_replace(path: Path) -> None:
    """A branch never takes the place of a file. Raises Refused."""
    if path.exists():
        raise Refused(f"{path}: there is such a file; name another for the branch")


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
