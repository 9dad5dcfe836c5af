"""What passes between the process that draws and the process that simulates: one JSON record a line.

Down go requests, up come frames. A frame for a seat holds what that seat may know and nothing else.
"""

from typing import Annotated, Literal

from wargame.model.event import Event
from wargame.model.fields import Identifier, Span, Tagged, Words, record
from wargame.model.record import Order, PhaseName, Seating
from wargame.model.scenario import Scenario

# --- requests ------------------------------------------------------------------------------------------------


@record
class Begin:
    """Start a new session and keep its replay in `path`; `seats` are played by people."""

    kind: Literal["begin"] = "begin"
    scenario: Words
    length: Identifier | None = None
    """One of the scenario's lengths."""
    seed: Annotated[int, Span(0, 2**63 - 1)]
    seating: tuple[Seating, ...]
    seats: tuple[Identifier, ...]
    path: Words


@record
class Resume:
    """Go on with the session in `path`."""

    kind: Literal["resume"] = "resume"
    seats: tuple[Identifier, ...]
    path: Words


@record
class Submit:
    """Stage an order for the open turn."""

    kind: Literal["submit"] = "submit"
    order: Order


@record
class Withdraw:
    """Take back what a seat has staged in the open turn: all of it, or one order, counted from 0."""

    kind: Literal["withdraw"] = "withdraw"
    seat: Identifier
    index: Annotated[int, Span(0, 10**6)] | None = None


@record
class Advance:
    """Let the computer players decide, end the turn, and run to the next."""

    kind: Literal["advance"] = "advance"


Request = Annotated[Begin | Resume | Submit | Withdraw | Advance, Tagged()]

# --- frames --------------------------------------------------------------------------------------------------


@record
class Seated:
    """A seat's brief: the scenario as it may know it."""

    kind: Literal["seated"] = "seated"
    seat: Identifier
    scenario: Scenario


@record
class TurnResolved:
    """What a seat has seen since the last frame of this kind."""

    kind: Literal["turn_resolved"] = "turn_resolved"
    seat: Identifier
    events: tuple[Event, ...]


@record
class Ready:
    """The answer is complete; the session waits for orders."""

    kind: Literal["ready"] = "ready"
    turn: int
    phase: PhaseName | Literal["over"]


@record
class Refused:
    """The request was not carried out; nothing has changed."""

    kind: Literal["refused"] = "refused"
    reason: str


@record
class Stopped:
    """The session cannot go on; every turn that was ended is safe in its file."""

    kind: Literal["stopped"] = "stopped"
    reason: str


Frame = Annotated[Seated | TurnResolved | Ready | Refused | Stopped, Tagged()]
