"""What Red decides when people play the adversary instead of its own choice (`docs/model.md` 4)."""

from typing import Annotated, Literal

from wargame.model.adversary import HybridMeans
from wargame.model.decisions.catalogue import decision
from wargame.model.decisions.terms import Assurance, Deadline, ValueShare
from wargame.model.fields import Identifier, Span


@decision(
    group="red",
    roles=("red",),
    needs="no war begun by this adversary",
    delay="at once; Red's first order, of any kind, takes the adversary's own choosing away for as long as play lasts",
    effect="the adversary stays on its rung and keeps up the pressure; waiting costs it more every day",
    seen_by="Red",
    undo="decide otherwise next time",
    topic="red_move",
    about=("adversary",),
)
class Hold:
    """Stay on the rung and wait for the target to give in."""

    kind: Literal["hold"] = "hold"
    adversary: Identifier


@decision(
    group="red",
    roles=("red",),
    needs="a rung below 7: limited war and above are reached by an attack; none within 20 days of mediation",
    delay="at once; from rung 4 on mobilisation builds up, in full within 12 days",
    effect="one rung up the ladder: more leverage, more indicators that the allies can detect",
    seen_by="Red; allies from indicators, violence is seen by everyone",
    undo="back_down",
    topic="red_move",
    about=("adversary",),
)
class Climb:
    """Climb one rung of the ladder."""

    kind: Literal["climb"] = "climb"
    adversary: Identifier


@decision(
    group="red",
    roles=("red",),
    needs="a rung above 0",
    delay="at once; mobilisation runs down within 20 days",
    effect="one rung down; accepting an offer can take it down two; a crisis ends after 7 days at rung 1 or below",
    seen_by="Red; allies from indicators",
    undo="climb",
    topic="red_move",
    about=("adversary",),
)
class BackDown:
    """Step down the ladder."""

    kind: Literal["back_down"] = "back_down"
    adversary: Identifier


@decision(
    group="red",
    roles=("red",),
    needs="rung 4 or above and mobilisation of at least 0.7",
    delay="at once",
    effect="limited war for the objective against all who fight for it; a land grab is tried within 2 days",
    seen_by="everyone",
    undo="none",
    topic="red_move",
    about=("adversary",),
)
class Attack:
    """Attack an objective."""

    kind: Literal["attack"] = "attack"
    adversary: Identifier
    objective: Identifier


@decision(
    group="red",
    roles=("red",),
    needs="a member of the alliance, and a hybrid level that it does not push past 1; for sabotage a place of the "
    "victim's through which forces pass",
    delay="at once; its effect halves in 10 days",
    effect="lowers throughput, communications or domestic support and delays mandates; "
    "consultation and movement take longer",
    seen_by="Red; its victim sees the damage, its author only after attribution",
    undo="none",
    about=("adversary",),
)
class HybridAttack:
    """Strike below the threshold of war, with an author who can deny it."""

    kind: Literal["hybrid_attack"] = "hybrid_attack"
    adversary: Identifier
    means: HybridMeans
    nation: Identifier
    """Its victim."""
    intensity: Annotated[float, Span(0.05, 0.5, "added hybrid level")]
    at: Identifier | None = None
    """Location; sabotage needs one."""


@decision(
    group="red",
    roles=("red",),
    needs="rung 3 to 5, and no feint that still runs",
    delay="at once, for 4 days",
    effect="preparations that are not meant: what shows is what would show one rung higher",
    seen_by="Red; allies see the indicators",
    undo="none",
    topic="red_move",
    about=("adversary",),
)
class Feint:
    """Feign preparations against an objective."""

    kind: Literal["feint"] = "feint"
    adversary: Identifier
    objective: Identifier


@decision(
    group="red",
    roles=("red",),
    needs="no other offer of this adversary's that still stands",
    delay="at once; it stands until its deadline",
    effect="the other side may concede; accepted, the adversary steps down two rungs",
    seen_by="both sides; through a back channel its two ends alone, unless it leaks",
    undo="none before the deadline",
    about=("adversary",),
)
class RedOffer:
    """Make the alliance, or one ally, an offer."""

    kind: Literal["red_offer"] = "red_offer"
    adversary: Identifier
    to: Identifier
    """Nation, or `hq` for the alliance."""
    objective: Identifier
    share: ValueShare
    """What is demanded."""
    deadline: Deadline
    """How long the offer stands."""
    assurance: Assurance | None = None
    """What is promised in return."""
    secret: bool = False
    """Through the back channel; there must be one."""


@decision(
    group="red",
    roles=("red",),
    needs="an offer by the alliance or an ally that still stands",
    delay="at once",
    effect="accepted, the adversary steps down, two rungs if the offer is credible, and gets what was conceded; "
    "refused, the offer is gone",
    seen_by="both sides; through a back channel its two ends alone, unless it leaks",
    undo="none",
    about=("offer",),
)
class AnswerOffer:
    """Answer an offer by the alliance or an ally."""

    kind: Literal["answer_offer"] = "answer_offer"
    offer: Identifier
    answer: Literal["accept", "refuse"]


@decision(
    group="red",
    roles=("red",),
    needs="a member of the alliance other than the owner of the objective",
    delay="at once",
    effect="threats and favours to one ally alone: the adversary believes by 0.2 logit less that it fights, half as "
    "much each further time",
    seen_by="Red and that ally",
    undo="none",
    about=("adversary",),
)
class WedgeAlly:
    """Try to wedge one ally away from the others."""

    kind: Literal["wedge_ally"] = "wedge_ally"
    adversary: Identifier
    nation: Identifier
