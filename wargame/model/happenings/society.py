"""Sanctions, displaced people and relief, and what third parties do. Times are seconds, money is in million."""

from typing import Literal

from wargame.model.fields import record
from wargame.model.theatre import Mode

__all__ = [
    "AidGranted",
    "Host",
    "MediationOffered",
    "PatronBacked",
    "PatronRestrained",
    "PeopleDisplaced",
    "ReliefArrived",
    "ReliefNeeded",
    "ReliefRefused",
    "ReliefSent",
    "ResolutionPassed",
    "ResolutionVetoed",
    "SanctionsImposed",
    "SanctionsUndermined",
    "SocietyBody",
]


@record
class SanctionsImposed:
    """A nation stopped a share of its trade with the adversary; a share of 0 lifts its sanctions."""

    kind: Literal["sanctions_imposed"] = "sanctions_imposed"
    nation: str
    adversary: str
    share: float
    bite: float
    """How far what the nation imposed before bites at this instant, as a share of its trade."""


@record
class Host:
    """A nation that takes people in."""

    nation: str
    people: int


@record
class PeopleDisplaced:
    """People fled from the fighting for an objective."""

    kind: Literal["people_displaced"] = "people_displaced"
    objective: str
    hosts: tuple[Host, ...]


@record
class ReliefNeeded:
    """A nation asked its allies for help with the people it has taken in."""

    kind: Literal["relief_needed"] = "relief_needed"
    nation: str
    people: int


@record
class ReliefSent:
    """A nation sent a force to help."""

    kind: Literal["relief_sent"] = "relief_sent"
    nation: str
    force: str
    to: str
    due: int
    modes: tuple[Mode, ...] = ()
    """By which it takes strategic lift from deployment until then."""


@record
class ReliefArrived:
    """Relief began its work."""

    kind: Literal["relief_arrived"] = "relief_arrived"
    nation: str
    force: str
    to: str


@record
class ReliefRefused:
    """A nation that could have helped an ally did not."""

    kind: Literal["relief_refused"] = "relief_refused"
    nation: str
    to: str


@record
class MediationOffered:
    """A body outside the alliance offered to mediate."""

    kind: Literal["mediation_offered"] = "mediation_offered"
    mediator: str
    adversary: str


@record
class ResolutionPassed:
    """The United Nations condemned an adversary's violence."""

    kind: Literal["resolution_passed"] = "resolution_passed"
    by: str
    adversary: str


@record
class ResolutionVetoed:
    """The adversary's patron kept the United Nations from condemning it."""

    kind: Literal["resolution_vetoed"] = "resolution_vetoed"
    by: str
    adversary: str
    patron: str


@record
class PatronBacked:
    """A patron stands behind an adversary that fights."""

    kind: Literal["patron_backed"] = "patron_backed"
    patron: str
    adversary: str


@record
class PatronRestrained:
    """A patron told an adversary that fights to stop."""

    kind: Literal["patron_restrained"] = "patron_restrained"
    patron: str
    adversary: str


@record
class SanctionsUndermined:
    """A patron buys what the sanctioned adversary can no longer sell elsewhere."""

    kind: Literal["sanctions_undermined"] = "sanctions_undermined"
    patron: str
    adversary: str


@record
class AidGranted:
    """A patron of the alliance paid a part of what the attacked nation spends."""

    kind: Literal["aid_granted"] = "aid_granted"
    patron: str
    nation: str
    amount: float


SocietyBody = (
    SanctionsImposed
    | PeopleDisplaced
    | ReliefNeeded
    | ReliefSent
    | ReliefArrived
    | ReliefRefused
    | MediationOffered
    | ResolutionPassed
    | ResolutionVetoed
    | PatronBacked
    | PatronRestrained
    | SanctionsUndermined
    | AidGranted
)
