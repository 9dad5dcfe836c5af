"""How people left a session, kept beside its replay: so it goes on as it was, and a killed terminal loses nothing."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

from wargame.files.check import adapter
from wargame.files.places import private
from wargame.model.fields import Identifier, Span, record
from wargame.model.plain import line
from wargame.model.record import Header, Order, Played
from wargame.model.scenario import all_seats
from wargame.session.digest import START
from wargame.session.seating import people_in


@record
class Left:
    """What the replay of a session does not say of it, since it is not committed or is about the people alone."""

    scenario: Identifier
    seed: int
    digest: str
    """Of the session before the open turn; with its scenario and seed it says which session was left."""
    turn: int
    """The one that is open."""
    people: tuple[Identifier, ...]
    """The seats that people play, in the order in which they sat down; those too that were taken over later."""
    minutes: Annotated[float, Span(0, 24 * 60, "min")] = 0.0
    """Of the turn timer; 0 for none."""
    done: tuple[Identifier, ...] = ()
    """Seats that have ended the open turn, while others have not."""
    orders: tuple[Order, ...] = ()
    """What is staged in the open turn, by seat, as given."""

    def is_of(self, header: Header, played: Sequence[Played] | None) -> bool:
        """Whether it was this session that was left, as far as what is known of it says: its turns may not be."""
        if (self.scenario, self.seed) != (header.scenario.id, header.seed):
            return False
        if not {*self.people} <= {*all_seats(header.scenario)}:
            return False
        return played is None or self.digest in digests(played)[self.turn - 1 : self.turn]


def digests(played: Sequence[Played]) -> list[str]:
    """Of a session before each of its turns, the open one too."""
    return [START, *(done.digest for done in played)]


class Aside:
    """The file for one session. It is the umpire's, as the replay is: it may hold the orders of several seats."""

    def __init__(self, replay: Path) -> None:
        self.path = replay.with_name(f"{replay.stem}.aside")

    def keep(self, left: Left, header: Header) -> None:
        """Write it in the place of what was kept before, where it says more than the replay. Raises OSError."""
        if (left.people, left.minutes, left.done, left.orders) == (people_in(header.seating), 0.0, (), ()):
            self.forget()
            return
        beside = self.path.with_name(f".{self.path.name}.new")
        with open(beside, "wb", opener=private) as stream:
            stream.write(line(left))
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(self.path)

    def read(self, header: Header, played: Sequence[Played] | None = None) -> Left | None:
        """How the session was left; None where that is as the replay has it, or what is kept cannot be read or is of
        another session.
        """
        try:
            left: Left = adapter(Left).validate_json(self.path.read_bytes())
        except (OSError, ValueError):
            return None
        return left if left.is_of(header, played) else None

    def forget(self) -> None:
        """The session is as its replay has it."""
        self.path.unlink(missing_ok=True)


def people_of(replay: Path, header: Header, played: Sequence[Played] | None = None) -> tuple[str, ...]:
    """The seats of a session on disk that people play, or played last."""
    left = Aside(replay).read(header, played)
    return people_in(header.seating) if left is None else left.people
