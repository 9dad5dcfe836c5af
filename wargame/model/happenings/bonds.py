"""What happens between members: promises kept and broken, disputes mediated. Times are seconds after STARTEX."""

from typing import Literal

from wargame.model.fields import record

__all__ = [
    "BondsBody",
    "MediationBegan",
    "Promise",
    "TrustChanged",
]

Promise = Literal[
    "obligation",
    "contribution",
    "report",
    "position",
    "force",
    "side_payment",
    "confidence",
    "relief",
]
"""What trust moves with: obligations met, contributions delivered, reports shared, positions held to, forces that came
when offered, side payments; confidence broken by talks behind an ally's back, and relief refused."""


@record
class TrustChanged:
    """One nation thinks more, or less, of another's word."""

    kind: Literal["trust_changed"] = "trust_changed"
    holder: str
    """The nation whose trust it is."""
    other: str
    """The nation that is trusted."""
    promise: Promise
    kept: bool
    alpha: float
    """Weight of promises kept, from now on."""
    beta: float
    """Weight of promises broken, from now on."""


@record
class MediationBegan:
    """The Secretary-General began to mediate a dispute between two members."""

    kind: Literal["mediation_began"] = "mediation_began"
    members: tuple[str, str]


BondsBody = TrustChanged | MediationBegan
