"""What happens to forces, from an offer to a force that can fight. Times are seconds after STARTEX."""

from typing import Literal

from wargame.model.fields import record

__all__ = [
    "ActivationOrdered",
    "DeploymentBody",
    "ForceArrived",
    "ForceCapable",
    "ForceDeparted",
    "ForceLoaded",
    "ForceOffered",
    "ForceReadied",
    "LoadingBegan",
    "MandateDecided",
    "MandateSought",
    "MovementRefused",
    "NoticeServed",
    "OfferWithdrawn",
    "ReinforcementAnnounced",
    "RequirementMet",
]


@record
class ForceOffered:
    """A nation offered a force to a measure."""

    kind: Literal["force_offered"] = "force_offered"
    nation: str
    force: str


@record
class OfferWithdrawn:
    """A nation took an offered force back."""

    kind: Literal["offer_withdrawn"] = "offer_withdrawn"
    nation: str
    force: str


@record
class ForceReadied:
    """A force began to serve its notice before it was activated."""

    kind: Literal["force_readied"] = "force_readied"
    force: str


@record
class MandateSought:
    """A government asked its cabinet or parliament for leave to send forces."""

    kind: Literal["mandate_sought"] = "mandate_sought"
    nation: str


@record
class MandateDecided:
    """Cabinet or parliament agreed or refused."""

    kind: Literal["mandate_decided"] = "mandate_decided"
    nation: str
    granted: bool


@record
class ActivationOrdered:
    """The commander's order: the forces named move."""

    kind: Literal["activation_ordered"] = "activation_ordered"
    forces: tuple[str, ...]
    strength: float
    """Brigade equivalents of them all; where the measure asked for more, it is accepted short."""
    by: str = "commander"
    """The seat that ordered it."""


@record
class ReinforcementAnnounced:
    """What the world is told of an activation."""

    kind: Literal["reinforcement_announced"] = "reinforcement_announced"
    place: str
    strength: float


@record
class NoticeServed:
    """A force is ready to load."""

    kind: Literal["notice_served"] = "notice_served"
    force: str


@record
class MovementRefused:
    """A force may not move: its nation's cabinet or parliament said no, or no way leads there. It is free again."""

    kind: Literal["movement_refused"] = "movement_refused"
    force: str
    strength: float
    """Brigade equivalents that the measure goes without."""
    reason: str


@record
class LoadingBegan:
    """A force got its transport and began to load."""

    kind: Literal["loading_began"] = "loading_began"
    force: str
    mode: str


@record
class ForceLoaded:
    """A force was loaded."""

    kind: Literal["force_loaded"] = "force_loaded"
    force: str


@record
class ForceDeparted:
    """A force left for the next place on its way."""

    kind: Literal["force_departed"] = "force_departed"
    force: str
    place: str
    """Where this leg leads."""
    mode: str
    due: int


@record
class ForceArrived:
    """A force reached a place on its way."""

    kind: Literal["force_arrived"] = "force_arrived"
    force: str
    place: str
    debarked: bool
    """Whether this is its port, airfield or place of debarkation, the end of its movement."""


@record
class ForceCapable:
    """A force was handed over and can fight with the others."""

    kind: Literal["force_capable"] = "force_capable"
    force: str
    strength: float
    """Brigade equivalents towards the measure's requirement."""
    effective: float
    """Strength times readiness times the share it keeps when it fights beside others."""


@record
class RequirementMet:
    """As much as the measure asked for is capable."""

    kind: Literal["requirement_met"] = "requirement_met"
    strength: float


DeploymentBody = (
    ForceOffered
    | OfferWithdrawn
    | ForceReadied
    | MandateSought
    | MandateDecided
    | ActivationOrdered
    | ReinforcementAnnounced
    | NoticeServed
    | MovementRefused
    | LoadingBegan
    | ForceLoaded
    | ForceDeparted
    | ForceArrived
    | ForceCapable
    | RequirementMet
)
