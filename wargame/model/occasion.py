"""Occasions: events that a scenario waits for, told by their kind and by what they say."""

from typing import Annotated

from wargame.model.fields import Hours, Identifier, Span, record

NUMBERS = {
    "rung_changed": "new",
    "alert_declared": "level",
    "warning_issued": "probability",
    "probability_stated": "probability",
    "activation_ordered": "strength",
    "reinforcement_announced": "strength",
    "requirement_met": "strength",
    "objective_contested": "held",
    "objective_decided": "held",
    "turn_began": "turn",
}
"""By kind of event: the number in it that an occasion may ask for at least so much of."""


@record
class Occasion:
    """The first event of a kind that fits: `event: rung_changed, at_least: 4` is the adversary's mobilisation."""

    event: Identifier
    """Kind of event, as in a replay's log: `consultation_called`, `measure_adopted`, `clash_happened` …"""
    by: Identifier | None = None
    """Who did it or whom it is about: a seat, nation, adversary or force."""
    measure: Identifier | None = None
    """Only events that belong to a measure of this kind: `deploy`, `sanctions` …"""
    at_least: Annotated[float, Span(0, 1_000_000)] | None = None
    """Only when its number is as high: the rung reached, the alert level, a probability, a strength."""
    count: Annotated[int, Span(1, 1000)] = 1
    """The how manyeth such event it is; 1 for the first."""


@record
class Deadline:
    """Until when something is to be done: an instant, or so many hours after an occasion."""

    hours: Hours
    """After STARTEX, or after the occasion."""
    after: Occasion | None = None
    """Until it comes the time does not run."""
