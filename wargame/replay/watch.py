"""A session at an instant, as it was in truth or as a seat had it."""

from collections.abc import Sequence
from dataclasses import dataclass

from wargame.model.event import Event
from wargame.model.scenario import EXCON, Scenario
from wargame.model.situation import Situation, fold
from wargame.rules.fog import seat_log
from wargame.rules.redact import redact

TRUTH = "truth"


@dataclass(frozen=True, slots=True)
class Scene:
    """What one view holds at an instant."""

    view: str
    """A seat, or `truth`."""
    time: int
    """Seconds after STARTEX."""
    scenario: Scenario
    """As the view may know it."""
    events: Sequence[Event]
    """The view's log up to the instant."""
    situation: Situation

    @property
    def truth(self) -> bool:
        return self.view == TRUTH


def scene(scenario: Scenario, events: Sequence[Event], time: int, end: int, view: str = TRUTH) -> Scene:
    """The scene at `time`; an instant after `end` shows the end."""
    seat = EXCON if view == TRUTH else view
    so_far = [event for event in events if event.time <= time]
    known, log = redact(scenario, seat), seat_log(scenario, seat, so_far)
    situation = fold(known, log)
    return Scene(view, min(time, end), known, log, situation)
