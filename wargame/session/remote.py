"""A session as the process that draws sees it: it runs in a child process, and only Views come back.

No truth is in this process, so none can leak from its screen, its crashes or its memory.
"""

import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from wargame.files.check import adapter
from wargame.model.decisions import Decision
from wargame.model.event import Event
from wargame.model.folding import apply
from wargame.model.plain import line
from wargame.model.record import Order
from wargame.model.scenario import Scenario
from wargame.model.situation import Situation, opening
from wargame.model.view import View
from wargame.session import frames
from wargame.session.endings import FAILED
from wargame.session.refusal import Phase, Refused


class SessionStopped(Exception):
    """The session's process cannot go on; what was played is safe in its file."""

    def __init__(self, reason: str, code: int = FAILED) -> None:
        super().__init__(reason)
        self.code = code
        """With which a program ends that can do nothing else now."""


@dataclass(slots=True)
class Known:
    """What has reached a seat so far."""

    scenario: Scenario
    situation: Situation
    log: list[Event] = field(default_factory=list)


class RemoteExercise:
    """An exercise in a process of its own. The same words as `Exercise`: view, submit, withdraw, advance."""

    def __init__(self) -> None:
        self._asking = threading.RLock()
        """Screens ask from threads of their own; one question is answered before the next is put."""
        self.turn = 0
        self.phase: Phase = "play"
        self.minutes = 0.0
        """That the turn timer gives each seat; 0 for no timer."""
        self.done: set[str] = set()
        """Seats played here that have ended the open turn, while others have not."""
        self._known: dict[str, Known] = {}
        self._staged: dict[str, list[Order]] = {}
        self._dealt: list[frames.ScenarioCard | frames.SessionCard | frames.Unusable] = []
        self._running: Callable[[float, float], object] | None = None
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "wargame.session.child"],  # -P: not the modules of the current folder
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # a traceback may hold truth
        )

    # --- before a session ------------------------------------------------------------------------------------

    def scenarios(self, more: Sequence[str] = ()) -> list[frames.ScenarioCard | frames.Unusable]:
        """What can be played: the scenarios that come with the program, and those of the files `more`."""
        return self._cards(frames.ListScenarios(more=tuple(more)))

    def sessions(self, folder: str) -> list[frames.SessionCard | frames.Unusable]:
        """The sessions in a folder, the one written last first."""
        return self._cards(frames.ListSessions(folder=folder))

    def begin(
        self,
        scenario: str,
        seed: int,
        seats: Sequence[str],
        path: str,
        players: Sequence[str] = (),
        length: str | None = None,
    ) -> None:
        """Start a session in which people play `seats`, and others as `players` says: `SEAT=NAME`.

        Raises SessionStopped, Refused.
        """
        begin = frames.Begin(
            scenario=scenario, length=length, seed=seed, players=tuple(players), seats=tuple(seats), path=path
        )
        self._open(begin)

    def resume(self, path: str, seats: Sequence[str] = ()) -> None:
        """Go on with a session as it was left, or with people in `seats`. Raises SessionStopped, Refused."""
        self._open(frames.Resume(seats=tuple(seats), path=path))

    def branch(self, path: str, after: int, to: str, seats: Sequence[str] = ()) -> None:
        """Go on in a new session, kept in `to`, that has the first `after` turns of another in common with it.

        People play `seats` from there on; without any, those that people played. Raises SessionStopped, Refused.
        """
        self._open(frames.Branch(path=path, after=after, to=to, seats=tuple(seats)))

    # --- in a session ----------------------------------------------------------------------------------------

    @property
    def seats(self) -> tuple[str, ...]:
        """The seats that are played here."""
        return tuple(self._known)

    def view(self, seat: str) -> View:
        """What a seat that a person plays sees now."""
        known = self._known[seat]
        return View(seat, known.scenario, known.situation, known.log)

    def staged(self, seat: str) -> list[Decision]:
        """What a seat has decided in the open turn."""
        return [order.decision for order in self.orders(seat)]

    def orders(self, seat: str) -> list[Order]:
        """What a seat has ordered in the open turn, in the order given."""
        return list(self._staged.get(seat, []))

    def submit(self, order: Order) -> None:
        """Stage an order. Raises Refused with the reason when the seat may not give it."""
        self._ask(frames.Submit(order=order))
        self._staged.setdefault(order.seat, []).append(order)

    def withdraw(self, seat: str, index: int | None = None) -> None:
        """Take back what a seat has staged in the open turn: all of it, or its `index`th order. Raises Refused."""
        self._ask(frames.Withdraw(seat=seat, index=index))
        if index is None:
            self._staged.pop(seat, None)
        else:
            del self._staged[seat][index]

    def take(self, seat: str) -> None:
        """Play one more seat from the open turn on; for EXCON. Raises Refused."""
        self._ask(frames.Take(seat=seat))

    def rewind(self, after: int, path: str) -> None:
        """Go on in a branch that has the first `after` turns in common with this session; for EXCON. Raises Refused."""
        self._ask(frames.Rewind(after=after, path=path))

    def pass_on(self, seat: str) -> None:
        """A seat has ended the open turn, and another one that is played here has not."""
        self._ask(frames.PassOn(seat=seat))
        self.done.add(seat)

    def set_timer(self, minutes: float) -> None:
        """Give each seat so many minutes for a turn, 0 for as many as it likes; for EXCON. Raises Refused."""
        self._ask(frames.SetTimer(minutes=minutes))

    def advance(self, running: Callable[[float, float], object] | None = None) -> None:
        """End the turn for everybody; afterwards views show the next, or the end.

        While it is long in the making, `running` is told how many days of how many the clock has come.
        """
        self._running = running
        self._ask(frames.Advance())
        self._staged.clear()
        self.done.clear()

    def close(self) -> None:
        """End the process; what was played is on disk."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        with suppress(BrokenPipeError):  # the process may have ended before
            self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait()

    def _open(self, request: frames.Begin | frames.Resume | frames.Branch) -> None:
        """Open a session, of which nothing is known yet, in the place of one that was open, if it is not refused."""
        before = self._known, self._staged, self.done
        self._known, self._staged, self.done = {}, {}, set()
        try:
            self._ask(request)
        except Refused:
            self._known, self._staged, self.done = before
            raise

    def _ask(self, request: frames.Request) -> None:
        """Send a request and take in what comes back. Raises Refused, SessionStopped."""
        with self._asking:
            self._talk(request)

    def _talk(self, request: frames.Request) -> None:
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(line(request))
            self._process.stdin.flush()
        except (BrokenPipeError, ValueError):
            raise SessionStopped("the session's process has ended") from None
        while raw := self._heard():
            try:
                frame: frames.Frame = adapter(frames.Frame).validate_json(raw)
            except ValueError:
                raise SessionStopped("the session's process said something that is no frame") from None
            match frame:
                case frames.Ready():
                    self.turn, self.phase, self.minutes = frame.turn, frame.phase, frame.minutes
                    return
                case frames.Refused():
                    raise Refused(frame.reason)
                case frames.Stopped():
                    raise SessionStopped(frame.reason, frame.code)
                case _:
                    self._take(frame)
        raise SessionStopped("the session's process has ended")

    def _heard(self) -> bytes:
        """The next line of the process; nothing where it has ended, or another thread has closed the session."""
        assert self._process.stdout is not None
        try:
            return self._process.stdout.readline()
        except ValueError:
            return b""

    def _cards(self, request: frames.Request) -> list[Any]:
        with self._asking:
            self._dealt = []
            self._ask(request)
            return self._dealt

    def _take(
        self,
        frame: frames.Seated
        | frames.TurnResolved
        | frames.Running
        | frames.ScenarioCard
        | frames.SessionCard
        | frames.Unusable,
    ) -> None:
        match frame:
            case frames.Seated():
                self._known[frame.seat] = Known(frame.scenario, opening(frame.scenario))
                self._staged[frame.seat] = list(frame.staged)
                (self.done.add if frame.done else self.done.discard)(frame.seat)
            case frames.TurnResolved():
                known = self._known[frame.seat]
                for event in frame.events:
                    apply(known.situation, event)
                    known.log.append(event)
            case frames.Running():
                if self._running is not None:
                    self._running(frame.days, frame.of)
            case _:
                self._dealt.append(frame)
