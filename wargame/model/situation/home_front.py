"""How things stand at home: what nations meet with, bear and do about it."""

from dataclasses import dataclass, field
from typing import Literal

from wargame.model.adversary import HybridMeans


@dataclass(slots=True)
class IncidentState:
    """A disruption as its victim knows it."""

    event: int
    time: int
    means: HybridMeans
    at: str | None
    bite: float
    over: int | None = None
    found: str | None = None
    """Whom the services hold responsible, once `confidence` is there; None for nobody."""
    confidence: float | None = None
    accused: str | None = None
    """Whom the government named in public."""


@dataclass(slots=True)
class Errand:
    """What keeps a force from being offered or moved: defending networks, repairing, relief."""

    task: Literal["networks", "repair", "relief"]
    about: str
    """Nation, or location of a repair."""
    since: int


@dataclass(slots=True)
class SanctionState:
    """A nation's sanctions against one adversary."""

    share: float
    """Of its trade with the adversary that is stopped."""
    since: int
    bite: float
    """Share that was felt at `since`; from there it moves to `share`."""


@dataclass(slots=True)
class NationState:
    """How things stand at home; a seat knows its own nation's, of others what the scenario says."""

    support: float
    """Domestic support at `support_since`; it returns to the nation's base from there."""
    support_since: int = 0
    spent: float = 0.0
    """Money spent on the crisis so far, in million, full alert apart."""
    resilience: float = 0.0
    """At `resilience_since`; it grows to `resilience_aim` from there."""
    resilience_aim: float = 0.0
    resilience_since: int = 0
    incidents: dict[str, IncidentState] = field(default_factory=dict)
    """Disruptions it met with, by its own labels."""
    sanctions: dict[str, SanctionState] = field(default_factory=dict)
    """By adversary."""
    displaced: int = 0
    """People it has taken in."""
    helped_by: list[str] = field(default_factory=list)
    """Forces that bring relief there."""
    aided: float = 0.0
    """Million that patrons of the alliance have paid for it."""


@dataclass(slots=True)
class Watch:
    """Whether the alliance's forces stand at full alert, and how tired that has made them."""

    full: bool = False
    since: int = 0
    """Since when they have, or have not."""
    tired: float = 0.0
    """Readiness lost, at `since`."""
    stood: int = 0
    """Seconds at full alert before `since`."""
