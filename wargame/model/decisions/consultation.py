"""Decisions in and around the council."""

from typing import Annotated, Literal

from wargame.model.decisions.catalogue import decision
from wargame.model.decisions.terms import Assurance, Deadline, Money, Rules, ValueShare
from wargame.model.fields import Identifier, Probability, Span, record
from wargame.model.nation import Caveat
from wargame.model.scenario import MeasureKind

PositionKind = Literal["accept", "accept_with_caveat", "abstain", "break"]


@record
class MeasureText:
    """What a measure says: the thing the council is asked to agree to."""

    kind: MeasureKind
    place: Identifier | None = None
    """Location that forces are to go to; a deployment needs one."""
    strength: Annotated[float, Span(0.1, 50, "BE")] | None = None
    """Brigade equivalents asked for; a deployment needs it, an activation may name it."""
    rules: Rules = "normal"
    """Rules of engagement of the forces that it sends or readies."""
    adversary: Identifier | None = None
    """Whom sanctions, an attribution or an offer are about."""
    trade: Probability | None = None
    """Share of each member's trade with the adversary that sanctions stop."""
    incident: Identifier | None = None
    """The hybrid attack that is attributed."""
    objective: Identifier | None = None
    """What is offered a share of."""
    share: ValueShare | None = None
    """Share of the objective's value that is conceded."""
    assurance: Assurance | None = None
    """What the adversary is assured of."""
    deadline: Deadline | None = None
    """How long an offer stands."""


@decision(
    group="consultation",
    roles=("nation",),
    cost=1,
    needs="no consultation that is still being convened",
    delay="the council meets within hours to four days",
    effect="the council is convened and measures can be tabled",
    seen_by="the alliance",
    undo="none",
)
class CallConsultation:
    """Ask the council to meet because a member feels threatened."""

    kind: Literal["call_consultation"] = "call_consultation"


@decision(
    group="consultation",
    roles=("nation", "hq"),
    needs="a convened council, and no open measure with the same text",
    delay="capitals take hours to weeks to send guidance; a standing plan shortens it, open disagreement and poor "
    "communications lengthen it; a nation that has taken its position is not waited for",
    effect="the measure goes to the capitals, then under silence",
    seen_by="the alliance",
    undo="none; a break of silence ends it, amend_measure changes it",
    about=("measure",),
)
class TableMeasure:
    """Put a response measure before the council."""

    kind: Literal["table_measure"] = "table_measure"
    measure: MeasureText


@decision(
    group="consultation",
    roles=("nation",),
    extra_cost="2 to break silence",
    needs="a tabled measure that is still open; breaking needs the measure under silence and 2 political capital",
    delay="at once; it counts when silence ends",
    effect="the nation's guidance is no longer waited for; all but a break let the measure pass; a caveat binds "
    "the nation's forces in it; a break stops it where consensus is the rule",
    seen_by="the alliance",
    undo="take another position before silence ends; to take back that one accepts costs trust",
    about=("measure",),
)
class TakePosition:
    """Say where the nation stands on a measure."""

    kind: Literal["take_position"] = "take_position"
    measure: Identifier
    position: PositionKind
    caveats: tuple[Caveat, ...] = ()
    """What the nation reserves for its forces in this measure; with none named, tight rules of engagement."""


@decision(
    group="consultation",
    roles=("hq",),
    needs="a measure not yet under silence",
    delay="from the moment the measure goes under silence",
    effect="the silence procedure of this measure runs so long",
    seen_by="the alliance",
    undo="set it again before silence begins",
    about=("measure",),
)
class SetSilence:
    """Set how long the silence procedure of a measure runs."""

    kind: Literal["set_silence"] = "set_silence"
    measure: Identifier
    hours: Annotated[float, Span(6, 72, "h")]


@decision(
    group="consultation",
    roles=("nation",),
    needs="a tabled measure that is not yet under silence",
    delay="capitals send guidance on the new text, which takes half as long",
    effect="the new text, of the same kind of measure, takes the place of the old one; positions are taken anew",
    seen_by="the alliance",
    undo="amend it again before silence begins",
    about=("measure",),
)
class AmendMeasure:
    """Change the text of a measure that is before the council."""

    kind: Literal["amend_measure"] = "amend_measure"
    measure: Identifier
    text: MeasureText
    """The whole text as it is to read."""


@decision(
    group="consultation",
    roles=("nation",),
    cost=1,
    needs="a measure that is still open, and another member to lobby",
    delay="at once; it weighs when that member takes its position",
    effect="moves one member towards the position asked for, if a computer plays it; each repetition half as far; one "
    "order lobbies one nation",
    seen_by="the nation and the member it lobbies",
    undo="none",
    about=("nation", "measure"),
)
class Lobby:
    """Lobby one member for a position on a measure."""

    kind: Literal["lobby"] = "lobby"
    nation: Identifier
    measure: Identifier
    position: PositionKind


@decision(
    group="consultation",
    roles=("nation",),
    cost=1,
    needs="a measure that is still open, and another member to pay",
    delay="it weighs when that member takes its position, and is made when the measure is decided",
    effect="lobbying that binds: the payment is made if the member held to the position asked for, and both trust each "
    "other more; else nothing is paid and the payer trusts it less",
    seen_by="the nation and the member it pays",
    undo="none",
    about=("nation", "measure"),
)
class SidePayment:
    """Promise one member something in return for its position on a measure."""

    kind: Literal["side_payment"] = "side_payment"
    nation: Identifier
    measure: Identifier
    position: PositionKind
    currency: Literal["money", "basing", "burden_credit"]
    """What is paid with; credit for burdens counts towards the member's fair share."""
    amount: Money | None = None
    """Worth of the payment; a payment in money needs it."""


@decision(
    group="consultation",
    roles=("hq",),
    needs="no consultation that is still being convened",
    delay="the council meets within hours to four days",
    effect="the council is convened and measures can be tabled",
    seen_by="the alliance",
    undo="none",
)
class ConveneCouncil:
    """Convene the council on the Secretary-General's own authority."""

    kind: Literal["convene_council"] = "convene_council"


@decision(
    group="consultation",
    roles=("hq",),
    needs="a measure whose silence was broken",
    delay="at once, within three days of the break; the narrower text goes under silence again",
    effect="asks for less, so that members who broke silence may let it pass; they and those who "
    "abstained are asked again",
    seen_by="the alliance",
    undo="none",
    about=("measure",),
)
class NarrowMeasure:
    """Put a narrower text before the council after a break of silence."""

    kind: Literal["narrow_measure"] = "narrow_measure"
    measure: Identifier
    text: MeasureText
    """The whole text as it is to read."""


@decision(
    group="consultation",
    roles=("hq",),
    needs="a measure that is still open, or whose silence was broken",
    delay="at once; fewer members decide in half the time",
    effect="the measure's legitimacy falls by 20 points of a hundred, so that parliaments refuse it sooner, believed "
    "will of the absent by 0.5 logit, cohesion by 10 points for a month",
    seen_by="everyone",
    undo="none",
    about=("measure",),
)
class ChangeVenue:
    """Take a measure to a smaller circle of members that are willing to decide."""

    kind: Literal["change_venue"] = "change_venue"
    measure: Identifier
    members: tuple[Identifier, ...]
    """Nations that decide there."""
