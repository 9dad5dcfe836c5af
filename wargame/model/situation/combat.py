"""Objectives, and the fighting for them."""

from dataclasses import dataclass, field

from wargame.model import happenings as happened
from wargame.model.decisions.terms import Rules


@dataclass(slots=True)
class Engagement:
    """The rules of engagement that have been set."""

    nations: dict[str, Rules] = field(default_factory=dict)
    forces: dict[str, Rules] = field(default_factory=dict)


@dataclass(slots=True)
class ObjectiveState:
    """What has become of an objective."""

    attacked: int | None = None
    held: float = 0.0
    conceded: float = 0.0
    """Share of its value given to the adversary without a fight."""
    decided: int | None = None

    @property
    def contested(self) -> bool:
        """Whether it has been attacked and the fighting for it is not over."""
        return self.attacked is not None and self.decided is None


@dataclass(slots=True)
class Battle:
    """The fighting for an objective."""

    event: int
    """The attack."""
    began: int
    committed: list[str] = field(default_factory=list)
    """Forces that their governments sent into it."""
    engaged: dict[str, int] = field(default_factory=dict)
    """Since when each allied force has been fighting."""
    attacking: dict[str, int] = field(default_factory=dict)
    """Since when each has been counter-attacking."""
    offered: dict[happened.Side, int] = field(default_factory=dict)
    """When each side offered a cease-fire that stands."""
