"""What passes between the process that draws and the process that simulates: one JSON record a line.

Down go requests, up come frames. A frame for a seat holds what that seat may know and nothing else.
"""

from typing import Annotated, Literal

from wargame.model.event import Event
from wargame.model.fields import Identifier, Span, Tagged, Words, record
from wargame.model.record import Order, PhaseName
from wargame.model.scenario import Scenario
from wargame.session.endings import FAILED

# --- requests ------------------------------------------------------------------------------------------------


@record
class ListScenarios:
    """Say what can be played."""

    kind: Literal["list_scenarios"] = "list_scenarios"
    more: tuple[Words, ...] = ()
    """Files of scenarios, beside those that come with the program."""


@record
class ListSessions:
    """Say which sessions lie in a folder, newest first."""

    kind: Literal["list_sessions"] = "list_sessions"
    folder: Words


@record
class Begin:
    """Start a new session and keep its replay in `path`; `seats` are played by people."""

    kind: Literal["begin"] = "begin"
    scenario: Words
    length: Identifier | None = None
    """One of the scenario's lengths."""
    seed: Annotated[int, Span(0, 2**63 - 1)]
    players: tuple[Words, ...] = ()
    """Who plays the other seats, where it is not the default: `SEAT=NAME`."""
    seats: tuple[Identifier, ...] = ()
    """Without any, the scenario's first nation."""
    path: Words


@record
class Resume:
    """Go on with the session in `path`."""

    kind: Literal["resume"] = "resume"
    seats: tuple[Identifier, ...] = ()
    """Seats that people play from now on; without any, those that people played when it was left."""
    path: Words


@record
class Branch:
    """Go on from a session on disk in a branch, kept in `to`, that has its first `after` turns in common with it."""

    kind: Literal["branch"] = "branch"
    path: Words
    after: Annotated[int, Span(0, 10**6)]
    to: Words
    seats: tuple[Identifier, ...] = ()
    """Seats that people play from there on; without any, those that people played."""


@record
class Take:
    """Let people play one more seat from the open turn on; only where EXCON is played."""

    kind: Literal["take"] = "take"
    seat: Identifier


@record
class Rewind:
    """Go on in a branch, kept in `path`, that has the first `after` turns in common; only where EXCON is played."""

    kind: Literal["rewind"] = "rewind"
    after: Annotated[int, Span(0, 10**6)]
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
class PassOn:
    """A seat has ended the open turn, and another one that is played here has not."""

    kind: Literal["pass_on"] = "pass_on"
    seat: Identifier


@record
class SetTimer:
    """Give each seat so many minutes for a turn, 0 for as many as it likes; only where EXCON is played."""

    kind: Literal["set_timer"] = "set_timer"
    minutes: Annotated[float, Span(0, 24 * 60, "min")]


@record
class Advance:
    """Let the computer players decide, end the turn, and run to the next."""

    kind: Literal["advance"] = "advance"


Request = Annotated[
    ListScenarios
    | ListSessions
    | Begin
    | Resume
    | Branch
    | Take
    | Rewind
    | Submit
    | Withdraw
    | PassOn
    | SetTimer
    | Advance,
    Tagged(),
]

# --- frames --------------------------------------------------------------------------------------------------


@record
class SeatCard:
    """One seat that can be chosen."""

    seat: Identifier
    title: Words
    about: Words


@record
class LengthCard:
    """One length that can be chosen."""

    id: Identifier
    title: Words
    turns: int
    days: float
    """Of play, at the most."""


@record
class ScenarioCard:
    """What whoever chooses a scenario may read of it."""

    kind: Literal["scenario_card"] = "scenario_card"
    name: Words
    """As `begin` takes it."""
    title: Words
    synopsis: Words
    days: float
    """Of play, at the most."""
    turns: int
    """About as many are they, at the pace that a crisis begins with."""
    lengths: tuple[LengthCard, ...]
    seats: tuple[SeatCard, ...]


@record
class SessionCard:
    """A session on disk."""

    kind: Literal["session_card"] = "session_card"
    path: Words
    title: Words
    saved: Words
    """When it was written last, UTC."""
    turns: int
    """How many were played."""
    over: bool
    seats: tuple[Identifier, ...]
    """Those that people play."""
    people: tuple[Words, ...] = ()
    """The same by the names that they are called."""


@record
class Unusable:
    """A file that cannot be used, and why, in one line."""

    kind: Literal["unusable"] = "unusable"
    path: Words
    reason: Words


@record
class Seated:
    """A seat's brief: the scenario as it may know it; what it has staged in the open turn, and whether it ended it."""

    kind: Literal["seated"] = "seated"
    seat: Identifier
    scenario: Scenario
    staged: tuple[Order, ...] = ()
    done: bool = False


@record
class TurnResolved:
    """What a seat has seen since the last frame of this kind."""

    kind: Literal["turn_resolved"] = "turn_resolved"
    seat: Identifier
    events: tuple[Event, ...]


@record
class Running:
    """How far the clock has come, while a turn is long in the making."""

    kind: Literal["running"] = "running"
    days: float
    of: float


@record
class Ready:
    """The answer is complete; the session waits for orders."""

    kind: Literal["ready"] = "ready"
    turn: int
    phase: PhaseName | Literal["over"]
    minutes: float = 0.0
    """That the turn timer gives each seat; 0 for no timer."""


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
    code: int = FAILED
    """With which a program ends that can do nothing else now."""


Frame = Annotated[
    ScenarioCard | SessionCard | Unusable | Seated | TurnResolved | Running | Ready | Refused | Stopped, Tagged()
]
