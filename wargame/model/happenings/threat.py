"""What the adversary is, thinks and does. Times are seconds after STARTEX."""

from typing import Literal

from wargame.model.adversary import AdversaryType, HybridMeans
from wargame.model.fields import record

__all__ = [
    "ActKind",
    "AdversaryChose",
    "AdversaryPrepared",
    "ClashHappened",
    "CrisisCalmed",
    "HybridAttackMade",
    "Option",
    "ResolveRevised",
    "RungChanged",
    "ThreatBody",
]

ActKind = Literal["hold", "climb", "back_down", "attack"]


@record
class AdversaryPrepared:
    """At STARTEX: who the adversary is this time."""

    kind: Literal["adversary_prepared"] = "adversary_prepared"
    adversary: str
    type: AdversaryType
    objective: str
    rung: int
    mobilisation: float


@record
class Option:
    """One thing the adversary could do, and how it weighed it."""

    act: ActKind
    utility: float
    weight: float
    """Opportunity, w of the quantal response."""
    probability: float


@record
class AdversaryChose:
    """The adversary decided."""

    kind: Literal["adversary_chose"] = "adversary_chose"
    adversary: str
    act: ActKind
    options: tuple[Option, ...]
    resolve: float
    """r, its belief that the allies fight."""
    odds_alone: float
    """P0, chance of success against the target alone."""
    odds_allied: float
    """PN, against all that can be there in time."""


@record
class RungChanged:
    """The adversary moved on the ladder."""

    kind: Literal["rung_changed"] = "rung_changed"
    adversary: str
    old: int
    new: int
    mobilisation: float
    """M at this instant; it rises from here at rung 4 and above, falls below."""


@record
class ResolveRevised:
    """The adversary's belief that the allies fight jumped."""

    kind: Literal["resolve_revised"] = "resolve_revised"
    adversary: str
    change: float
    """In logits; positive means it takes them more seriously."""
    words: float
    """b after the jump."""
    why: Literal["statement", "commitment", "unanimity", "unanswered", "broken", "withdrawn"]


@record
class ClashHappened:
    """Forces met with violence; everybody hears of it."""

    kind: Literal["clash_happened"] = "clash_happened"
    adversary: str
    serious: bool


@record
class CrisisCalmed:
    """The adversary has stayed low long enough for the crisis to be over."""

    kind: Literal["crisis_calmed"] = "crisis_calmed"
    adversary: str


@record
class HybridAttackMade:
    """The adversary struck below the threshold of war; what its victim meets of it are events of their own."""

    kind: Literal["hybrid_attack_made"] = "hybrid_attack_made"
    adversary: str
    means: HybridMeans
    nation: str
    """Its victim."""
    at: str | None
    """Location; sabotage has one."""
    intensity: float
    """Added hybrid level."""
    level: float
    """y, the hybrid level with it; half of it gone each half-life."""


ThreatBody = (
    AdversaryPrepared | AdversaryChose | RungChanged | ResolveRevised | ClashHappened | CrisisCalmed | HybridAttackMade
)
