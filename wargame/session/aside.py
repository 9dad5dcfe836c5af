"""How people left a session, kept beside its replay: so it goes on as it was, and a killed terminal loses nothing."""

import os
from pathlib import Path
from typing import Annotated

from wargame.files.check import adapter
from wargame.files.places import private
from wargame.model.fields import Identifier, Span, record
from wargame.model.plain import line
from wargame.model.record import Header, Order
from wargame.session.seating import people_in


@record
class Left:
    """What the replay of a session does not say of it, since it is not committed or is about the people alone."""

    turn: int
    """The one that is open."""
    people: tuple[Identifier, ...]
    """The seats that people play, those among them that they have taken over since it began."""
    minutes: Annotated[float, Span(0, 24 * 60, "min")] = 0.0
    """Of the turn timer; 0 for none."""
    done: tuple[Identifier, ...] = ()
    """Seats that have ended the open turn, while others have not."""
    orders: tuple[Order, ...] = ()
    """What is staged in the open turn, by seat, as given."""


class Aside:
    """The file for one session. It is the umpire's, as the replay is: it may hold the orders of several seats."""

    def __init__(self, replay: Path) -> None:
        self.path = replay.with_name(f"{replay.stem}.aside")

    def keep(self, left: Left, header: Header) -> None:
        """Write it in the place of what was kept before, where it says more than the replay. Raises OSError."""
        if left == Left(turn=left.turn, people=people_in(header.seating)):
            self.forget()
            return
        beside = self.path.with_name(f".{self.path.name}.new")
        with open(beside, "wb", opener=private) as stream:
            stream.write(line(left))
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(self.path)

    def read(self) -> Left | None:
        """How the session was left; None where that is as the replay has it, or what is kept cannot be read."""
        try:
            left: Left = adapter(Left).validate_json(self.path.read_bytes())
        except (OSError, ValueError):
            return None
        return left

    def forget(self) -> None:
        """The session is as its replay has it."""
        self.path.unlink(missing_ok=True)


def people_of(replay: Path, header: Header) -> tuple[str, ...]:
    """The seats of a session on disk that people play, or played last."""
    left = Aside(replay).read()
    return people_in(header.seating) if left is None else left.people
