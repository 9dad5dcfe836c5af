"""What hybrid attacks and accidents do, who repairs it and who is found to be behind it. Times are seconds."""

from typing import Literal

from wargame.model.adversary import HybridMeans
from wargame.model.fields import record

__all__ = [
    "AccidentHappened",
    "AccusationDisproved",
    "AccusationMade",
    "AttackAttributed",
    "AttributionReached",
    "DisruptionBody",
    "ErrandEnded",
    "IncidentNoticed",
    "IncidentOver",
    "NetworksDefended",
    "PlaceDamaged",
    "PlaceRepaired",
    "PlotFoiled",
    "RepairBegan",
    "ResilienceBuilt",
]


@record
class AccidentHappened:
    """Something broke that nobody attacked."""

    kind: Literal["accident_happened"] = "accident_happened"
    nation: str
    means: HybridMeans
    """What it looks like."""
    at: str | None = None
    """Location."""
    intensity: float


@record
class PlotFoiled:
    """Sabotage was prevented, quietly."""

    kind: Literal["plot_foiled"] = "plot_foiled"
    nation: str


@record
class IncidentNoticed:
    """A nation met with a disruption; it does not see whether anybody is behind it."""

    kind: Literal["incident_noticed"] = "incident_noticed"
    nation: str
    incident: str
    """The nation's own label: h1, h2, ..."""
    means: HybridMeans
    """What it looks like."""
    at: str | None = None
    """Location."""
    bite: float
    """How hard it hits after all that resists it, 0 to 1."""


@record
class IncidentOver:
    """A disruption no longer bears: networks are up again, the campaign has died down."""

    kind: Literal["incident_over"] = "incident_over"
    nation: str
    incident: str


@record
class PlaceDamaged:
    """A place lost a share of its throughput."""

    kind: Literal["place_damaged"] = "place_damaged"
    place: str
    damage: float
    """Share of its throughput that is lost now."""


@record
class PlaceRepaired:
    """Throughput of a place came back."""

    kind: Literal["place_repaired"] = "place_repaired"
    place: str
    damage: float
    """Share of its throughput that is still lost."""


@record
class RepairBegan:
    """Engineers set out to repair a place."""

    kind: Literal["repair_began"] = "repair_began"
    force: str
    place: str


@record
class NetworksDefended:
    """A cyber team was set to defend a nation's networks."""

    kind: Literal["networks_defended"] = "networks_defended"
    force: str
    nation: str


@record
class ErrandEnded:
    """A force has done what it was sent for and is free."""

    kind: Literal["errand_ended"] = "errand_ended"
    force: str
    at: str
    """Where it is now."""


@record
class ResilienceBuilt:
    """A nation spent on the resilience of its society; it comes over the days that follow."""

    kind: Literal["resilience_built"] = "resilience_built"
    nation: str
    now: float
    """Resilience at this instant."""
    aim: float
    """What it grows to."""


@record
class AttributionReached:
    """A nation's services made up their mind on who is behind an incident."""

    kind: Literal["attribution_reached"] = "attribution_reached"
    nation: str
    incident: str
    adversary: str | None = None
    """None: an accident, in their judgement."""
    confidence: float
    """How likely they take it to be right."""


@record
class AccusationMade:
    """A government resolved to name the author of an incident."""

    kind: Literal["accusation_made"] = "accusation_made"
    nation: str
    incident: str
    adversary: str


@record
class AttackAttributed:
    """A nation named an adversary in public as the author of an attack on it."""

    kind: Literal["attack_attributed"] = "attack_attributed"
    nation: str
    adversary: str
    means: HybridMeans


@record
class AccusationDisproved:
    """It came out that a nation had named the wrong author."""

    kind: Literal["accusation_disproved"] = "accusation_disproved"
    nation: str
    adversary: str


DisruptionBody = (
    AccidentHappened
    | PlotFoiled
    | IncidentNoticed
    | IncidentOver
    | PlaceDamaged
    | PlaceRepaired
    | RepairBegan
    | NetworksDefended
    | ErrandEnded
    | ResilienceBuilt
    | AttributionReached
    | AccusationMade
    | AttackAttributed
    | AccusationDisproved
)
