"""A session at an instant, as it was in truth or as a seat had it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wargame.model.event import Event
from wargame.model.folding import fold
from wargame.model.happenings import Assessed, TurnBegan
from wargame.model.record import Record
from wargame.model.scenario import EXCON, Scenario
from wargame.model.situation import Situation
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
    return _scene(scenario, [event for event in events if event.time <= time], min(time, end), view)


def desk(record: Record, turn: int, view: str = TRUTH) -> Scene:
    """The scene at the beginning of a turn, before anybody's order of that turn: what a seat decides on.

    Raises ValueError when the session has no such turn.
    """
    if not 1 <= turn <= len(record.played):
        raise ValueError(f"the session has {len(record.played)} turns; there is no turn {turn}")
    before = [event for done in record.played[: turn - 1] for event in done.events]
    opened = list(_opening(record.played[turn - 1].events))
    return _scene(record.header.scenario, before + opened, record.played[turn - 1].turn.edge, view)


def _opening(events: Sequence[Event]) -> Iterator[Event]:
    """A turn's events up to its beginning and the assessments that come with it; orders come next."""
    begun = False
    for event in events:
        if begun and not isinstance(event.body, Assessed):
            return
        begun = begun or isinstance(event.body, TurnBegan)
        yield event


def _scene(scenario: Scenario, so_far: Sequence[Event], time: int, view: str) -> Scene:
    seat = EXCON if view == TRUTH else view
    known, log = redact(scenario, seat), seat_log(scenario, seat, so_far)
    return Scene(view, time, known, log, fold(known, log))
