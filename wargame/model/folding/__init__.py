"""How happenings change a Situation: one small function a kind, a file a family, and the fold over them in order.

`apply` is the only thing that changes a Situation, so that what is replayed is what was live.
"""

from collections.abc import Iterable

from wargame.model.event import Event
from wargame.model.folding import (
    bonds,
    combat,
    consultation,
    deployment,
    disruption,
    excon,
    home_front,
    intelligence,
    measures,
    society,
    talks,
    threat,
    umpire,
)
from wargame.model.folding.table import CHANGES
from wargame.model.scenario import Scenario
from wargame.model.situation import Situation, opening

FAMILIES = (
    umpire,
    threat,
    talks,
    combat,
    intelligence,
    consultation,
    measures,
    bonds,
    deployment,
    home_front,
    disruption,
    excon,
    society,
)
"""Each enters its functions in the table as it is imported."""


def fold(scenario: Scenario, events: Iterable[Event]) -> Situation:
    """The situation after `events`."""
    situation = opening(scenario)
    apply(situation, *events)
    return situation


def apply(situation: Situation, *events: Event) -> None:
    """Change `situation` by what happened next.

    The events may be the umpire's own: their numbers in the log that is folded are those of the events folded so far.
    """
    for event in events:
        situation.time = event.time
        situation.number += 1
        change = CHANGES.get(type(event.body))
        if change is not None:
            change(situation, event, event.body)
