"""Words and deals: commitments, assurances, attribution, offers, talks, sanctions."""

from typing import Literal

from wargame.model.decisions.catalogue import decision
from wargame.model.decisions.terms import Assurance, Deadline, ValueShare
from wargame.model.fields import Identifier, Probability


@decision(
    group="diplomacy",
    roles=("nation",),
    cost=3,
    needs="no public commitment of this nation yet",
    delay="at once",
    effect="the adversary believes more firmly that this nation fights",
    seen_by="everyone",
    undo="none; a commitment left unfulfilled costs belief and support",
)
class CommitPublicly:
    """Commit the nation in public to defend the threatened ally."""

    kind: Literal["commit_publicly"] = "commit_publicly"


@decision(
    group="diplomacy",
    roles=("nation",),
    needs="an incident that the nation met with and has named nobody for",
    delay="at once; being sure of the author takes days to months",
    effect="domestic support rises by 0.05; it falls by 0.08 when it comes out that the wrong one was named",
    seen_by="everyone",
    undo="none",
    about=("incident",),
)
class AttributeAttack:
    """Attribute a hybrid attack to an adversary in public."""

    kind: Literal["attribute_attack"] = "attribute_attack"
    incident: Identifier
    """The attack."""
    adversary: Identifier


@decision(
    group="diplomacy",
    roles=("nation", "hq"),
    needs="an adversary",
    delay="at once",
    effect="standing down costs the adversary less; with a public commitment within 72 h it is "
    "'firm but flexible'; each repetition counts half of the last",
    seen_by="everyone",
    undo="none",
    missing="the adversary does not weigh assurances yet",
)
class Assure:
    """Assure the adversary of what the alliance will not do."""

    kind: Literal["assure"] = "assure"
    adversary: Identifier
    assurance: Assurance


@decision(
    group="diplomacy",
    roles=("nation", "hq", "red"),
    needs="a seat on the other side, and no back channel to it yet",
    delay="at once",
    effect="offers through it count in full, without it half; secret talks leak with probability 0.05 a day, "
    "which costs 0.05 of trust with every ally not told",
    seen_by="both ends of the channel",
    undo="none in this version",
    missing="the adversary's talks are not simulated yet",
)
class OpenBackChannel:
    """Open a secret channel to the other side."""

    kind: Literal["open_back_channel"] = "open_back_channel"
    to: Identifier
    """The adversary, or the seat of the alliance that Red wants to talk to."""


@decision(
    group="diplomacy",
    roles=("nation",),
    cost=2,
    needs="no other offer of this nation's that still stands",
    delay="at once; it stands until its deadline",
    effect="a concession: standing down pays the adversary more; the belief that the allies fight "
    "falls by 0.10 logit; what is conceded counts as lost in the outcome",
    seen_by="the adversary and the alliance; through a back channel the adversary alone, unless it leaks",
    undo="none before the deadline",
    missing="the adversary's talks are not simulated yet",
)
class MakeOffer:
    """Offer the adversary a part of what it wants."""

    kind: Literal["make_offer"] = "make_offer"
    adversary: Identifier
    objective: Identifier
    share: ValueShare
    """What is conceded; an offer that concedes nothing is an assurance."""
    deadline: Deadline
    """How long the offer stands."""
    assurance: Assurance | None = None
    secret: bool = False
    """Through the back channel; there must be one."""


@decision(
    group="diplomacy",
    roles=("nation",),
    cost=2,
    needs="an offer by the adversary that still stands",
    delay="at once",
    effect="a concession: the objective's share named in the offer is conceded, and the adversary steps down",
    seen_by="everyone; the two sides alone if the offer came by a back channel, unless it leaks",
    undo="none",
    missing="the adversary's talks are not simulated yet",
)
class AcceptOffer:
    """Accept an offer by the adversary."""

    kind: Literal["accept_offer"] = "accept_offer"
    offer: Identifier


@decision(
    group="diplomacy",
    roles=("nation", "hq"),
    needs="an offer by the adversary that still stands",
    delay="at once",
    effect="the offer is off the table",
    seen_by="the adversary and the alliance",
    undo="none",
    missing="the adversary's talks are not simulated yet",
)
class RefuseOffer:
    """Refuse an offer by the adversary."""

    kind: Literal["refuse_offer"] = "refuse_offer"
    offer: Identifier


@decision(
    group="diplomacy",
    roles=("nation", "hq", "red"),
    needs="a mediator that is not yet at work",
    delay="when the mediator agrees",
    effect="once there is violence, mediation may bring the crisis back to a show of force",
    seen_by="everyone",
    undo="none",
    missing="mediators are not simulated as seats yet",
)
class AskMediator:
    """Ask a third party to mediate between the alliance and an adversary."""

    kind: Literal["ask_mediator"] = "ask_mediator"
    mediator: Identifier
    adversary: Identifier


@decision(
    group="diplomacy",
    roles=("hq",),
    needs="two members that have a dispute with each other",
    delay="months",
    effect="the dispute falls by 0.1 a month, and with it what it adds to disagreement in the council",
    seen_by="the alliance",
    undo="none",
    about=("members",),
)
class Mediate:
    """Mediate a dispute between two members."""

    kind: Literal["mediate"] = "mediate"
    members: tuple[Identifier, Identifier]


@decision(
    group="diplomacy",
    roles=("nation",),
    needs="trade with the adversary",
    delay="they bite with a half-life of 60 days",
    effect="within a crisis mostly a signal; they cost the sender 0.3 times its share of that trade, in money and in "
    "domestic support; half of it with a trade and investment agreement among allies",
    seen_by="everyone",
    undo="sanction with a share of 0",
    about=("adversary",),
)
class Sanction:
    """Impose sanctions on the adversary."""

    kind: Literal["sanction"] = "sanction"
    adversary: Identifier
    share: Probability
    """Share of the nation's trade with the adversary that stops; 0 lifts the sanctions."""
