"""The master events list: what exercise control lets happen, and when."""

from typing import Annotated, Literal

from wargame.model.adversary import HybridMeans
from wargame.model.fields import Hours, Identifier, Instant, Span, Tagged, Words, record
from wargame.model.occasion import Occasion

TriggerKind = Literal[
    "violent",
    "indirect_violent",
    "non_violent_military",
    "other_non_violent",
    "political",
    "external",
    "internal",
    "request",
]
"""What a council is called on, in the classes of the International Crisis Behavior project."""


@record
class Item:
    """What all injects have in common. One of `at`, `after` and `by_hand` says when it is due."""

    id: Identifier
    at: Instant | None = None
    """When it is due."""
    after: Occasion | None = None
    """What it follows."""
    delay: Hours = 0.0
    """Hours after that occasion."""
    by_hand: bool = False
    """Only when exercise control fires it."""
    unless: Occasion | None = None
    """Not when this has happened by the time it is due."""
    tests: tuple[Identifier, ...] = ()
    """Training objectives that it gives occasion for."""
    expected: Words | None = None
    """What players are expected to do about it, for exercise control."""


@record
class Message(Item):
    """An inject: a text that reaches some seats."""

    kind: Literal["message"] = "message"
    to: tuple[Identifier, ...]
    """Seats; `all` for every seat, `allies` for the alliance's."""
    text: Words


@record
class Indication(Item):
    """An inject: an indicator shows for all the world to see, as reported by the media."""

    kind: Literal["indication"] = "indication"
    indicator: Identifier
    text: Words
    trigger: TriggerKind | None = None
    """What kind of trigger it is to a council that is called on it; by its indicator's category unless said."""


@record
class Incident(Item):
    """An inject: a hybrid attack, whatever the adversary decides."""

    kind: Literal["incident"] = "incident"
    adversary: Identifier | None = None
    """Who is behind it; the first adversary unless another is named."""
    means: HybridMeans
    nation: Identifier
    """Its victim."""
    place: Identifier | None = None
    """Location that it hits, of sabotage."""
    intensity: Annotated[float, Span(0.05, 0.5, "added hybrid level")] = 0.25


@record
class Aggression(Item):
    """An inject: the scenario's own attack on an objective, whatever the adversary decides."""

    kind: Literal["aggression"] = "aggression"
    adversary: Identifier | None = None
    """The one that is after the objective unless another is named."""
    objective: Identifier


@record
class SupportShift(Item):
    """An inject: something moves a nation's domestic support."""

    kind: Literal["support"] = "support"
    nation: Identifier
    change: Annotated[float, Span(-1, 1)]
    text: Words
    """What the nation's seat reads of it."""


Inject = Annotated[Message | Indication | Incident | Aggression | SupportShift, Tagged()]
