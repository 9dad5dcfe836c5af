"""What happens from an attack on: who fights, and how the hold on objectives moves. Times are seconds after STARTEX."""

from typing import Literal

from wargame.model.fields import record

__all__ = [
    "AttackBegan",
    "CeaseFireAgreed",
    "CeaseFireOffered",
    "CeaseFireRefused",
    "CombatBody",
    "CounterAttackBegan",
    "EvacuationEnded",
    "ForceCommitted",
    "ForceEngaged",
    "ForceEvacuated",
    "HonourDecided",
    "ObjectiveContested",
    "ObjectiveDecided",
    "Side",
]

Side = Literal["alliance", "adversary"]


@record
class AttackBegan:
    """The adversary attacked an objective."""

    kind: Literal["attack_began"] = "attack_began"
    adversary: str
    objective: str


@record
class HonourDecided:
    """A member decided whether to fight for the ally under attack."""

    kind: Literal["honour_decided"] = "honour_decided"
    nation: str
    fights: bool


@record
class ForceCommitted:
    """A government sent a force into the battle; from now on the nation fights."""

    kind: Literal["force_committed"] = "force_committed"
    nation: str
    force: str
    objective: str


@record
class ForceEngaged:
    """A capable force of a nation that fights joined the battle; it takes losses from now on."""

    kind: Literal["force_engaged"] = "force_engaged"
    force: str
    objective: str


@record
class CounterAttackBegan:
    """Forces went over from holding the line to retaking the objective."""

    kind: Literal["counter_attack_began"] = "counter_attack_began"
    objective: str
    forces: tuple[str, ...]


@record
class ForceEvacuated:
    """A force left the battle."""

    kind: Literal["force_evacuated"] = "force_evacuated"
    force: str
    objective: str
    to: str
    due: int


@record
class EvacuationEnded:
    """A force that left a battle reached the place it was taken to."""

    kind: Literal["evacuation_ended"] = "evacuation_ended"
    force: str
    at: str


@record
class CeaseFireOffered:
    """One side offered to end the fighting where the forces stand."""

    kind: Literal["cease_fire_offered"] = "cease_fire_offered"
    objective: str
    side: Side


@record
class CeaseFireRefused:
    """The other side would rather fight on."""

    kind: Literal["cease_fire_refused"] = "cease_fire_refused"
    objective: str
    side: Side
    """Which refused."""


@record
class CeaseFireAgreed:
    """Fighting ended where the forces stood."""

    kind: Literal["cease_fire_agreed"] = "cease_fire_agreed"
    objective: str
    held: float


@record
class ObjectiveContested:
    """The hold on an objective moved."""

    kind: Literal["objective_contested"] = "objective_contested"
    objective: str
    held: float
    """Share in the adversary's hands, 0 to 1."""


@record
class ObjectiveDecided:
    """The fighting for an objective ended."""

    kind: Literal["objective_decided"] = "objective_decided"
    objective: str
    held: float


CombatBody = (
    AttackBegan
    | HonourDecided
    | ForceCommitted
    | ForceEngaged
    | CounterAttackBegan
    | ForceEvacuated
    | EvacuationEnded
    | CeaseFireOffered
    | CeaseFireRefused
    | CeaseFireAgreed
    | ObjectiveContested
    | ObjectiveDecided
)
