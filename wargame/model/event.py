"""What happened: one immutable record a happening, told in the past tense.

An `Event` is the envelope that every happening shares; its `body` says what happened. Bodies are grouped in
`wargame.model.happenings`.
"""

from wargame.model.fields import kind_of, record
from wargame.model.happenings import BODIES, Body

Audience = tuple[str, ...]
"""Seats that may see an event from the instant it happens; EXCON sees all."""
EVERYONE: Audience = ("all",)
ALLIES: Audience = ("allies",)
"""The alliance's seats as they are at STARTEX."""
NOBODY: Audience = ()
KINDS: dict[str, type] = {kind_of(body): body for body in BODIES}
"""Bodies of events by the name they have in files."""


@record
class Event:
    """One happening.

    In the umpire's log `id` counts from 1 and `cause` names an earlier event, the last prerequisite met. In a
    seat's log both are counted anew over what the seat may see, and its audience is that seat alone.
    """

    id: int
    time: int
    """Seconds after STARTEX."""
    cause: int | None = None
    measure: str | None = None
    """The response measure it belongs to."""
    audience: Audience
    body: Body
