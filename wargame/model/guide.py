"""Guides: what a scenario tells a seat to do next, for those who have never played."""

from typing import Annotated, Literal

from wargame.model.fields import Identifier, Span, Words, record
from wargame.model.occasion import Occasion

Tab = Literal["inbox", "council", "forces", "allies", "indicators", "reviews"]
"""What a seat can open on its desk."""
Number = Annotated[int, Span(1, 1000)]


@record
class Step:
    """One thing to do. It is done when what `look`, `seen` or `turn` says has come, and never keeps anybody waiting."""

    text: Words
    """What to do and why. Which key or command does it is added by whatever it is read on."""
    order: Identifier | None = None
    """Kind of decision that does it; it counts as done as soon as a fitting one is staged."""
    names: tuple[Identifier, ...] = ()
    """Only an order or event that names all of these fits: places, forces, nations, indicators, kinds of measure,
    positions. The label of a measure or report stands for what is in it."""
    one_of: tuple[Identifier, ...] = ()
    """Only one that names at least one of these fits."""
    look: Tab | None = None
    """Done when the seat has opened this tab."""
    seen: Occasion | None = None
    """Done when the seat has seen such an event."""
    turn: Number | None = None
    """Done when this turn has begun."""
    after: Occasion | None = None
    """Passed over until the seat has seen such an event."""
    until: Number | None = None
    """The last turn in which it is of use."""


@record
class Guide:
    """What one seat is told, step by step."""

    seat: Identifier
    steps: tuple[Step, ...]
