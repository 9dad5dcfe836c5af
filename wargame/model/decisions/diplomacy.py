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
    effect="domestic support rises by 5 points of a hundred; it falls by 8 when it comes out that the wrong "
    "one was named",
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
    effect="standing down is worth more to the adversary, twice as much with a public commitment within 72 h ('firm "
    "but flexible'); it fades as words do, each repetition counts half of the last; who sends heavy forces after "
    "promising none is not believed; observers mean fewer incidents",
    seen_by="everyone",
    undo="none",
)
class Assure:
    """Assure the adversary of what the alliance will not do."""

    kind: Literal["assure"] = "assure"
    adversary: Identifier
    assurance: Assurance


@decision(
    group="diplomacy",
    roles=("nation", "hq", "red"),
    needs="a seat on the other side, and no back channel to it yet; the alliance's end is a member or its headquarters",
    delay="at once",
    effect="it is a hotline: fewer incidents; offers of a seat that has one count in full, of one that has none half; "
    "secret talks leak with probability 0.05 a day, "
    "which costs 0.05 of trust with every ally not told",
    seen_by="both ends of the channel",
    undo="none",
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
    effect="a concession: standing down pays the adversary more, half as much for what belongs to another nation; "
    "the belief that the allies fight falls by 0.10 logit; if it is accepted, the adversary steps down and what is "
    "conceded counts as lost in the outcome",
    seen_by="the adversary and the alliance; through a back channel the adversary alone, unless it leaks",
    undo="none before the deadline",
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
    needs="an offer by the adversary that still stands: to this nation, or to the alliance about what is this nation's",
    delay="at once",
    effect="a concession: the objective's share named in the offer is conceded, and the adversary steps down",
    seen_by="everyone; the two sides alone if the offer came by a back channel, unless it leaks",
    undo="none",
)
class AcceptOffer:
    """Accept an offer by the adversary."""

    kind: Literal["accept_offer"] = "accept_offer"
    offer: Identifier


@decision(
    group="diplomacy",
    roles=("nation", "hq"),
    needs="an offer by the adversary to this seat that still stands",
    delay="at once",
    effect="the offer is off the table",
    seen_by="the adversary and the alliance",
    undo="none",
)
class RefuseOffer:
    """Refuse an offer by the adversary."""

    kind: Literal["refuse_offer"] = "refuse_offer"
    offer: Identifier


@decision(
    group="diplomacy",
    roles=("nation", "hq", "red"),
    needs="a third party that is nobody's patron and has not been asked yet",
    delay="it answers within days; the more it leans to one side, the likelier it declines",
    effect="once there is violence, mediation brings the crisis back to a show of force 2.5 times as often",
    seen_by="everyone",
    undo="none",
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
