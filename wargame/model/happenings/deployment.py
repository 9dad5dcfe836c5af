"""What happens to forces, from an offer to a force that can fight. Times are seconds after STARTEX."""

from typing import Literal

from wargame.model.decisions.command import Requirement
from wargame.model.fields import record
from wargame.model.nation import Caveat

GrantKind = Literal["access", "transit"]
"""Use of a place, or leave to cross a border and pass through."""

__all__ = [
    "ActivationOrdered",
    "ActivationWarned",
    "DeploymentBody",
    "ForceArrived",
    "ForceCapable",
    "ForceDeparted",
    "ForceHeldBack",
    "ForceLoaded",
    "ForceOffered",
    "ForceReadied",
    "ForceReturned",
    "GrantKind",
    "LiftPrioritySet",
    "LoadingBegan",
    "MandateDecided",
    "MandateSought",
    "MoveOrdered",
    "MovementDetected",
    "MovementRefused",
    "NoticeServed",
    "OfferWithdrawn",
    "PermissionAsked",
    "PermissionGiven",
    "PermissionRefused",
    "PortPrioritySet",
    "ReinforcementAnnounced",
    "RequirementMet",
    "RequirementsFilled",
    "RequirementsStated",
    "RoundOpened",
]


@record
class ForceOffered:
    """A nation offered a force to a measure."""

    kind: Literal["force_offered"] = "force_offered"
    nation: str
    force: str
    caveats: tuple[Caveat, ...] = ()
    """What the nation reserves for it."""


@record
class OfferWithdrawn:
    """A nation took an offered force back."""

    kind: Literal["offer_withdrawn"] = "offer_withdrawn"
    nation: str
    force: str


@record
class ActivationWarned:
    """The commander warned the nations of an activation: forces on offer serve their notice from now on."""

    kind: Literal["activation_warned"] = "activation_warned"


@record
class RequirementsStated:
    """The commander's statement of requirements."""

    kind: Literal["requirements_stated"] = "requirements_stated"
    lines: tuple[Requirement, ...]


@record
class RoundOpened:
    """A round of force generation: nations are asked for what is lacking."""

    kind: Literal["round_opened"] = "round_opened"
    round: int
    lacking: tuple[float, ...]
    """Brigade equivalents, line by line."""


@record
class RequirementsFilled:
    """Offers fill every line of the statement of requirements."""

    kind: Literal["requirements_filled"] = "requirements_filled"


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
    places: tuple[str, ...] = ()
    """Where each of them is to go; all to the measure's place when there are none."""
    lines: tuple[int, ...] = ()
    """Which line of the statement of requirements each of them fills, from 0; empty without a statement."""
    by: str = "commander"
    """The seat that ordered it."""


@record
class ForceHeldBack:
    """An offered force was not activated, because of what its nation reserves for it. It stays free."""

    kind: Literal["force_held_back"] = "force_held_back"
    force: str
    caveat: Caveat


@record
class MoveOrdered:
    """A nation ordered a force to move under its own command, or home."""

    kind: Literal["move_ordered"] = "move_ordered"
    nation: str
    force: str
    place: str
    strength: float
    """Brigade equivalents."""


@record
class MovementDetected:
    """The adversary found out about a movement under national command."""

    kind: Literal["movement_detected"] = "movement_detected"
    force: str
    place: str
    """Where it is bound for."""
    strength: float


@record
class ForceReturned:
    """A force is home again and free."""

    kind: Literal["force_returned"] = "force_returned"
    force: str


@record
class PermissionAsked:
    """A nation asked leave for its forces to use a place or to pass."""

    kind: Literal["permission_asked"] = "permission_asked"
    what: GrantKind
    by: str
    """Nation or third party that is asked; empty for a border that belongs to nobody named."""
    nation: str
    at: str
    """Location: of access, the place; of transit only when nobody is named."""
    urgent: bool
    """Whether emergency rules hold, or it serves an adopted measure."""


@record
class PermissionGiven:
    """Forces of these nations may use a place or pass."""

    kind: Literal["permission_given"] = "permission_given"
    what: GrantKind
    by: str
    nations: tuple[str, ...]
    at: str


@record
class PermissionRefused:
    """Forces of a nation may not use a place or pass."""

    kind: Literal["permission_refused"] = "permission_refused"
    what: GrantKind
    by: str
    nation: str
    at: str


@record
class LiftPrioritySet:
    """The commander set the order in which lift serves forces."""

    kind: Literal["lift_priority_set"] = "lift_priority_set"
    forces: tuple[str, ...]


@record
class PortPrioritySet:
    """The commander set the order in which a port, airfield or railhead handles forces."""

    kind: Literal["port_priority_set"] = "port_priority_set"
    place: str
    forces: tuple[str, ...]


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
    """A force may not move on: cabinet or parliament said no, a caveat holds it, or no way leads there. It is free."""

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
    """A force was handed over and can fight with the others; without a measure, under national command."""

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
    | ActivationWarned
    | RequirementsStated
    | RoundOpened
    | RequirementsFilled
    | ForceReadied
    | MandateSought
    | MandateDecided
    | ActivationOrdered
    | ForceHeldBack
    | MoveOrdered
    | MovementDetected
    | ForceReturned
    | PermissionAsked
    | PermissionGiven
    | PermissionRefused
    | LiftPrioritySet
    | PortPrioritySet
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
