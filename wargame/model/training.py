"""Training objectives: what the exercise is held for, each bound to actions that show in the log."""

from typing import Annotated, Literal

from wargame.model.fields import Identifier, Span, Words, record
from wargame.model.occasion import Deadline, Occasion

Rating = Literal["P", "S", "M", "U"]
"""Performed without challenges, with some challenges, with major challenges, unable to be performed."""


@record
class ExpectedAction:
    """One thing that the seats of a training objective are expected to do."""

    does: Occasion
    """The event in the log that shows it. Where its `by` is not given, it is any of the objective's seats."""
    by_when: Deadline | None = None
    """Timely until then; without one, whenever it is done before ENDEX."""
    late: Annotated[float, Span(0, 24 * 60, "h")] = 24.0
    """Hours after the deadline in which it is still of some use."""
    only_after: bool = False
    """Whether it must answer the deadline's occasion; else whoever has done it before is in time too."""


@record
class TrainingObjective:
    """A capability that the exercise trains, and the actions by which it is judged."""

    id: Identifier
    text: Words
    seats: tuple[Identifier, ...]
    """Who is trained: seats; `allies` for the alliance's."""
    actions: tuple[ExpectedAction, ...]
