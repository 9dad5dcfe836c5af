"""What people who play have before them: their session, in another process, and whose turn at the keyboard it is.

This process holds Views only. Calls that may take long are for worker threads; they touch nothing that is drawn.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from wargame.desk.cells import Cells
from wargame.desk.coach import Advice, advice
from wargame.desk.timer import MINUTE, TurnTimer
from wargame.desk.wish import Wish
from wargame.files.bookmarks import Bookmark, Bookmarks
from wargame.model.clock import date_time_group, parse_startex
from wargame.model.decisions import Decision
from wargame.model.record import Order
from wargame.model.scenario import EXCON, all_seats
from wargame.model.view import View
from wargame.replay.order_words import order_words
from wargame.replay.summary_pad import answers
from wargame.replay.watch import Scene, seen
from wargame.rules.legal import legal, price
from wargame.session.refusal import Phase, Refused
from wargame.session.remote import RemoteExercise


@dataclass(slots=True)
class Desk:
    """A session as it is played from one terminal, by one seat or by several in turn."""

    exercise: RemoteExercise
    path: str
    reported: dict[str, int] = field(default_factory=dict)
    """By seat: the turn whose beginning it has read of."""
    timer: TurnTimer = field(default_factory=TurnTimer)
    """How long each seat may think."""
    cells: Cells = field(default_factory=Cells)
    """What the other seats have before them; filled for EXCON only."""
    opened: dict[str, set[str]] = field(default_factory=dict)
    """By seat: the tabs that it has opened."""

    @classmethod
    def open(cls, exercise: RemoteExercise, wish: Wish) -> "Desk":
        """Begin, resume or branch; for a worker thread. Raises Refused, SessionStopped."""
        if wish.branch_of:
            exercise.branch(wish.branch_of, wish.after, wish.path, wish.seats)
        elif wish.resume:
            exercise.resume(wish.path, wish.seats)
        else:
            Path(wish.path).parent.mkdir(parents=True, exist_ok=True)
            exercise.begin(wish.scenario, wish.seed, wish.seats, wish.path, wish.players, wish.length)
        return cls(exercise, wish.path, timer=TurnTimer(limit=exercise.minutes * MINUTE))

    # --- who and when ----------------------------------------------------------------------------------------

    @property
    def seats(self) -> tuple[str, ...]:
        return self.exercise.seats

    @property
    def seat(self) -> str:
        """The seat at the keyboard: the first that has not ended the turn."""
        return next(seat for seat in self.seats if seat not in self.exercise.done)

    @property
    def last(self) -> bool:
        """Whether every other seat has ended the turn."""
        return len(self.exercise.done) + 1 == len(self.seats)

    @property
    def hot_seat(self) -> bool:
        """Whether several people share the keyboard; EXCON beside others sees what it must not leave on the screen."""
        return len(self.seats) > 1

    @property
    def turn(self) -> int:
        return self.exercise.turn

    @property
    def phase(self) -> Phase:
        return self.exercise.phase

    @property
    def controls(self) -> bool:
        """Whether exercise control is at the keyboard."""
        return self.seat == EXCON

    # --- what is seen ----------------------------------------------------------------------------------------

    def view(self) -> View:
        return self.exercise.view(self.seat)

    def orders(self) -> list[Order]:
        """What the seat has staged."""
        return self.exercise.orders(self.seat)

    def scene(self) -> Scene:
        """What the seat has before it, with what it has staged."""
        return seen(self.view(), self.orders())

    # --- what EXCON sees and may do --------------------------------------------------------------------------

    def cell(self, seat: str) -> Scene:
        """What another seat has before it; of EXCON's own view, which holds everything."""
        return self.cells.scene(self.exercise.view(EXCON), seat)

    @property
    def vacant(self) -> list[str]:
        """Seats that computers play, by EXCON's view."""
        return [seat for seat in all_seats(self.exercise.view(EXCON).scenario) if seat not in self.seats]

    def take(self, seat: str) -> None:
        """Play one more seat from the open turn on; for a worker thread. Raises Refused, SessionStopped."""
        self.exercise.take(seat)

    def rewind(self, after: int, path: str) -> None:
        """Go on in a branch with the first `after` turns, kept in `path`; bookmarks of these turns come along.

        For a worker thread. Raises Refused, SessionStopped, OSError.
        """
        before = self.bookmarks
        self.exercise.rewind(after, path)
        self.path, self.reported = path, {}
        self.timer.paused = False  # another seat may be at the keyboard, which could not let it run on
        before.carry_over(path, after)

    def branch_path(self, after: int) -> str:
        """A name for the file of a branch, beside the session's own."""
        stem = Path(self.path)
        names = (f"{stem.stem}-turn{after + 1}{more}.jsonl" for more in ("", *(f"-{n}" for n in range(2, 1000))))
        return str(next(path for path in map(stem.with_name, names) if not path.exists()))

    def set_timer(self, minutes: float) -> None:
        """Give each seat so many minutes for a turn, this one too. Raises SessionStopped."""
        self.exercise.set_timer(minutes)
        self.timer.set(minutes)

    @property
    def bookmarks(self) -> Bookmarks:
        """EXCON's bookmarks, kept beside the replay."""
        return Bookmarks.of(self.path)

    def bookmark(self, text: str) -> None:
        """Set a bookmark at this instant. Raises OSError."""
        view = self.view()
        dtg = date_time_group(parse_startex(view.scenario.startex), view.time)
        self.bookmarks.add(Bookmark(time=view.time, dtg=dtg, turn=view.situation.turn, text=text))

    def look(self, tab: str) -> None:
        """The seat opens a tab."""
        self.opened.setdefault(self.seat, set()).add(tab)

    def advice(self, scene: Scene) -> Advice | None:
        """What the scenario's guide tells the seat to do next; None where it has none."""
        return advice(scene, self.opened.get(self.seat, ()))

    # --- deciding --------------------------------------------------------------------------------------------

    def why_not(self, decision: Decision) -> str | None:
        """Why the seat may not decide this beside what it has staged; None when it may."""
        return legal(self.view(), decision, [order.decision for order in self.orders()])

    def price(self, decision: Decision) -> int:
        """Political capital that a decision costs the seat beside what it has staged."""
        return price(self.view(), decision, [order.decision for order in self.orders()])

    def words(self, decision: Decision) -> str:
        """A decision in words, with what the seat knows of what it names."""
        view = self.view()
        return order_words(view.scenario, view.situation, view.seat, decision)

    def stage(self, decision: Decision, rationale: str | None = None) -> None:
        """Stage a decision, as the answer to what it follows from. Raises Refused, SessionStopped."""
        order = Order(
            seat=self.seat, decision=decision, answers=answers(self.scene(), decision), rationale=rationale or None
        )
        self.exercise.submit(order)

    def undo(self, index: int | None = None) -> Order:
        """Take back an order, the last without an `index`. Raises Refused when there is none."""
        staged = self.orders()
        if not staged:
            raise Refused("nothing is staged that could be undone")
        at = len(staged) - 1 if index is None else index
        self.exercise.withdraw(self.seat, at)
        return staged[at]

    # --- the clock -------------------------------------------------------------------------------------------

    def pass_on(self) -> bool:
        """The seat is done: the next one comes to the keyboard. False when it was the last, and the turn can end."""
        if self.last:
            return False
        self.exercise.pass_on(self.seat)
        return True

    def end_turn(self, running: Callable[[float, float], object] | None = None) -> None:
        """End the turn for everybody; for a worker thread. Raises SessionStopped."""
        self.exercise.advance(running)

    def unread(self) -> bool:
        """Whether the seat has not read yet what the last turn brought."""
        return self.turn > 1 and self.reported.get(self.seat, 0) < self.turn

    def read(self) -> None:
        """The seat has read it."""
        self.reported[self.seat] = self.turn
