"""What a seat sees when it decides: its redacted brief, its own log and its own Situation. Nothing else reaches it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from wargame.model.event import Event
from wargame.model.scenario import Scenario
from wargame.model.situation import Situation


@dataclass(frozen=True, slots=True)
class View:
    """One seat's knowledge at a turn's edge; readers do not change it."""

    seat: str
    scenario: Scenario
    """The scenario as the seat may know it."""
    situation: Situation
    """The fold of `log`."""
    log: Sequence[Event]
    """The events the seat may see, numbered anew."""
    found: dict[object, object] = field(default_factory=dict, repr=False, compare=False)
    """What rules have found out about it, by the rule (`wargame.rules.kept.in_view`)."""

    @property
    def time(self) -> int:
        return self.situation.time
