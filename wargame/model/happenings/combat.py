"""What happens from an attack on: who fights, and how the hold on objectives moves. Times are seconds after STARTEX."""

from typing import Literal

from wargame.model.fields import record

__all__ = [
    "AttackBegan",
    "CombatBody",
    "HonourDecided",
    "ObjectiveContested",
    "ObjectiveDecided",
]


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


CombatBody = AttackBegan | HonourDecided | ObjectiveContested | ObjectiveDecided
