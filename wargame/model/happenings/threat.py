"""What the adversary is, thinks and does. Times are seconds after STARTEX."""

from typing import Literal

from wargame.model.adversary import AdversaryType, HybridMeans
from wargame.model.decisions.terms import Rules
from wargame.model.fields import record

__all__ = [
    "ActKind",
    "AdversaryChose",
    "AdversaryPrepared",
    "AllyWedged",
    "ClashHappened",
    "CrisisCalmed",
    "FeintBegan",
    "HybridAttackMade",
    "Option",
    "RedTookCommand",
    "ResolveRevised",
    "RulesSet",
    "RungChanged",
    "ThreatBody",
    "Why",
    "Will",
]

ActKind = Literal["hold", "climb", "back_down", "accept", "attack", "hybrid", "feint", "demand", "wedge"]
Why = Literal[
    "statement",
    "sanctions",
    "commitment",
    "unanimity",
    "violence",
    "unanswered",
    "empty",
    "backed",
    "unfulfilled",
    "concession",
    "broken",
    "withdrawn",
    "absent",
    "wedge",
]
"""What made the adversary think again of the allies' will."""


@record
class AdversaryPrepared:
    """At STARTEX: who the adversary is this time."""

    kind: Literal["adversary_prepared"] = "adversary_prepared"
    adversary: str
    type: AdversaryType
    objective: str
    rung: int
    mobilisation: float
    words: float = 0.0
    """b at STARTEX: its own prejudice about the allies."""
    hybrid: float = 0.0
    """y at STARTEX."""


@record
class Option:
    """One thing the adversary could do, and how it weighed it."""

    act: ActKind
    utility: float
    weight: float
    """Opportunity, w of the quantal response."""
    probability: float


@record
class Will:
    """What the adversary believes of one ally."""

    nation: str
    resolve: float
    """Probability that it fights."""


@record
class AdversaryChose:
    """The adversary decided: by itself, or as the seat that plays it ordered."""

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
    wills: tuple[Will, ...] = ()
    """The belief that each ally fights, of which r is made."""
    margin: float | None = None
    """Utility of the best use of force open to it less that of the best peaceful act; the higher, the closer the call.
    None when no use of force was open."""
    ordered: bool = False
    """Whether a seat gave the order; the probabilities are then what its own choice would have been."""


@record
class RungChanged:
    """The adversary moved on the ladder."""

    kind: Literal["rung_changed"] = "rung_changed"
    adversary: str
    old: int
    new: int
    mobilisation: float
    """M at this instant; it rises from here at rung 4 and above, falls below."""
    mediated: bool = False
    """Whether mediators brought it about."""


@record
class ResolveRevised:
    """The adversary's belief that the allies fight jumped, or began or ceased to wear."""

    kind: Literal["resolve_revised"] = "resolve_revised"
    adversary: str
    ally: str | None = None
    """The ally it is about; none for all of them."""
    change: float
    """In logits; positive means it takes them more seriously."""
    words: float
    """b after the jump: that part of it which is about this ally alone, or about all."""
    wearing: bool = False
    """Whether it wears from now on, as the word of an ally without forces behind it does."""
    why: Why


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
    at: str | None = None
    """Location; sabotage has one."""
    intensity: float
    """Added hybrid level."""
    level: float
    """y, the hybrid level with it; half of it gone each half-life."""


@record
class FeintBegan:
    """The adversary feigns preparations."""

    kind: Literal["feint_began"] = "feint_began"
    adversary: str
    objective: str
    until: int


@record
class AllyWedged:
    """The adversary courted and threatened one ally alone; that ally knows, the others do not."""

    kind: Literal["ally_wedged"] = "ally_wedged"
    adversary: str
    nation: str


@record
class RedTookCommand:
    """A seat gave the adversary its first order: from now on it does nothing of itself while play lasts."""

    kind: Literal["red_took_command"] = "red_took_command"
    adversary: str


@record
class RulesSet:
    """A nation set rules of engagement, for one force or for all that have none of their own."""

    kind: Literal["rules_set"] = "rules_set"
    nation: str
    rules: Rules
    force: str | None = None


ThreatBody = (
    AdversaryPrepared
    | AdversaryChose
    | RungChanged
    | ResolveRevised
    | ClashHappened
    | CrisisCalmed
    | HybridAttackMade
    | FeintBegan
    | AllyWedged
    | RedTookCommand
    | RulesSet
)
