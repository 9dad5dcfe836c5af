"""The truth of a session: all that is needed to run it again."""

from typing import Annotated, Final, Literal

from wargame.model.decisions import Decision
from wargame.model.event import Event
from wargame.model.fields import Identifier, Pattern, Span, Words, record
from wargame.model.scenario import Scenario

FORMAT: Final = "wargame-record"
VERSION: Final = 1

PERSON: Final = "person"
"""The player of a seat that people play."""

PhaseName = Literal["play", "after"]
Digest = Annotated[str, Pattern(r"^[0-9a-f]{64}$", 64)]


@record
class Order:
    """A decision that a seat took at a turn's edge."""

    seat: Identifier
    decision: Decision
    answers: Annotated[int, Span(1, 10**9)] | None = None
    """The event it answers, by its number in the seat's own log."""
    rationale: Words | None = None
    """Why, in the seat's own words; it changes nothing."""


@record
class Turn:
    """One turn: when it began and what was decided."""

    number: int
    edge: int
    """Seconds after STARTEX at which seats decided."""
    orders: tuple[Order, ...]


@record
class Parent:
    """The session that this one is a branch of."""

    digest: Digest
    turn: int
    """Turns that both have in common."""


@record
class Seating:
    """Who plays a seat."""

    seat: Identifier
    player: Words


@record
class Header:
    """What stands before the first turn."""

    format: Literal["wargame-record"] = FORMAT
    version: Literal[1] = VERSION
    engine: Words
    """Version of the program that played it."""
    scenario: Scenario
    seed: Annotated[int, Span(0, 2**63 - 1)]
    run: Annotated[int, Span(0, 2**31 - 1)] = 0
    """Number of the replication in a batch."""
    seating: tuple[Seating, ...] = ()
    parent: Parent | None = None


@record
class Played:
    """A turn that is done: what was decided, and all that happened until it ended."""

    turn: Turn
    events: tuple[Event, ...]
    phase: PhaseName
    """Whether players played it, or computer players after ENDEX."""
    ended: int
    """Seconds after STARTEX."""
    digest: str
    """Of the session up to here."""


@record
class Record:
    """A session: its header and its turns so far. Header and orders alone can bring the rest about again."""

    header: Header
    played: tuple[Played, ...]

    @property
    def events(self) -> list[Event]:
        """The umpire's log."""
        return [event for done in self.played for event in done.events]

    @property
    def turns(self) -> int:
        """How many turns were played before ENDEX."""
        return len([done for done in self.played if done.phase == "play"])
