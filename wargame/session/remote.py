"""A session as the process that draws sees it: it runs in a child process, and only Views come back.

No truth is in this process, so none can leak from its screen, its crashes or its memory.
"""

import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from wargame.files.check import adapter
from wargame.model.decisions import Decision
from wargame.model.event import Event
from wargame.model.folding import apply
from wargame.model.plain import line
from wargame.model.record import Order, Seating
from wargame.model.scenario import Scenario
from wargame.model.situation import Situation, opening
from wargame.model.view import View
from wargame.session import frames
from wargame.session.exercise import Phase, Refused


class SessionStopped(Exception):
    """The session's process cannot go on; what was played is safe in its file."""


@dataclass(slots=True)
class Known:
    """What has reached a seat so far."""

    scenario: Scenario
    situation: Situation
    log: list[Event] = field(default_factory=list)


class RemoteExercise:
    """An exercise in a process of its own. The same words as `Exercise`: view, submit, withdraw, advance."""

    def __init__(self) -> None:
        self.turn = 0
        self.phase: Phase = "play"
        self._known: dict[str, Known] = {}
        self._staged: dict[str, list[Decision]] = {}
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "wargame.session.child"],  # -P: not the modules of the current folder
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # a traceback may hold truth
        )

    def begin(
        self,
        scenario: str,
        seed: int,
        seating: Sequence[Seating],
        seats: Sequence[str],
        path: str,
        length: str | None = None,
    ) -> None:
        """Start a session in which people play `seats`. Raises SessionStopped, Refused."""
        begin = frames.Begin(
            scenario=scenario, length=length, seed=seed, seating=tuple(seating), seats=tuple(seats), path=path
        )
        self._ask(begin)

    def resume(self, seats: Sequence[str], path: str) -> None:
        """Go on with a session. Raises SessionStopped, Refused."""
        self._ask(frames.Resume(seats=tuple(seats), path=path))

    def view(self, seat: str) -> View:
        """What a seat that a person plays sees now."""
        known = self._known[seat]
        return View(seat, known.scenario, known.situation, known.log)

    def staged(self, seat: str) -> list[Decision]:
        """What a seat has ordered in the open turn."""
        return list(self._staged.get(seat, []))

    def submit(self, order: Order) -> None:
        """Stage an order. Raises Refused with the reason when the seat may not give it."""
        self._ask(frames.Submit(order=order))
        self._staged.setdefault(order.seat, []).append(order.decision)

    def withdraw(self, seat: str, index: int | None = None) -> None:
        """Take back what a seat has staged in the open turn: all of it, or its `index`th order. Raises Refused."""
        self._ask(frames.Withdraw(seat=seat, index=index))
        if index is None:
            self._staged.pop(seat, None)
        else:
            del self._staged[seat][index]

    def advance(self) -> None:
        """End the turn for everybody; afterwards views show the next, or the end."""
        self._ask(frames.Advance())
        self._staged.clear()

    def close(self) -> None:
        """End the process; what was played is on disk."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        with suppress(BrokenPipeError):  # the process may have ended before
            self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait()

    def _ask(self, request: frames.Request) -> None:
        """Send a request and take in what comes back. Raises Refused, SessionStopped."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            self._process.stdin.write(line(request))
            self._process.stdin.flush()
        except (BrokenPipeError, ValueError):
            raise SessionStopped("the session's process has ended") from None
        for raw in self._process.stdout:
            try:
                frame: frames.Frame = adapter(frames.Frame).validate_json(raw)
            except ValueError:
                raise SessionStopped("the session's process said something that is no frame") from None
            match frame:
                case frames.Ready():
                    self.turn, self.phase = frame.turn, frame.phase
                    return
                case frames.Refused():
                    raise Refused(frame.reason)
                case frames.Stopped():
                    raise SessionStopped(frame.reason)
                case _:
                    self._take(frame)
        raise SessionStopped("the session's process has ended")

    def _take(self, frame: frames.Seated | frames.TurnResolved) -> None:
        if isinstance(frame, frames.Seated):
            self._known[frame.seat] = Known(frame.scenario, opening(frame.scenario))
            return
        known = self._known[frame.seat]
        for event in frame.events:
            apply(known.situation, event)
            known.log.append(event)
