"""Forces, places, and leave to pass."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from wargame.model import happenings as happened
from wargame.model.nation import Caveat

ForceStatus = Literal["home", "notice", "waiting", "loading", "moving", "arrived", "capable", "refused"]
MOVABLE: frozenset[ForceStatus] = frozenset({"home", "capable", "refused"})
"""A force can be ordered to move under national command while it is in one of these."""
PermissionState = Literal["asked", "given", "refused"]


class Grant(NamedTuple):
    """Something that a movement takes leave for."""

    what: happened.GrantKind
    by: str
    """Nation or third party that gives it; empty for a border that belongs to nobody named."""
    at: str
    """Location: of access, the place to be used; of transit only when nobody is named, where the leg ends."""


@dataclass(slots=True)
class ForceState:
    """Where an allied force is and what it is doing."""

    nation: str
    at: str
    status: ForceStatus = "home"
    offered: str | None = None
    """The measure it is offered to."""
    readied: int | None = None
    activated: int | None = None
    caveats: tuple[Caveat, ...] = ()
    """What its nation reserves for it."""
    line: int | None = None
    """Line of the statement of requirements that it was activated for, from 0."""
    destination: str | None = None
    """Where it has been ordered to, until it is there or refused."""
    national: bool = False
    """Whether it moves, or moved last, under national command."""
    bound_for: str | None = None
    due: int | None = None
    """When the leg it is on ends, as planned."""
    effective: float = 0.0
    """Brigade equivalents it is worth in the field, once capable."""


@dataclass(slots=True)
class PlaceState:
    """What has become of a location."""

    damage: float = 0.0
    """Share of its throughput (parking, berths, trains) that is lost; 0 when it is whole."""
    since: int = 0
    """When it was last damaged."""
