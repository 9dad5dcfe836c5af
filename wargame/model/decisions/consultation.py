"""Decisions in and around the council."""

from typing import Annotated, Literal

from wargame.model.decisions.catalogue import decision
from wargame.model.fields import Identifier, Span, record
from wargame.model.scenario import MeasureKind

PositionKind = Literal["accept", "abstain", "break"]


@record
class MeasureText:
    """What a measure says: the thing the council is asked to agree to."""

    kind: MeasureKind
    place: Identifier | None = None
    """Location that forces are to go to; a deployment needs one."""
    strength: Annotated[float, Span(0.1, 50, "BE")] | None = None
    """Brigade equivalents asked for; a deployment needs it."""


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
    delay="capitals take hours to weeks to send guidance; a standing plan shortens it",
    effect="the measure goes to the capitals, then under silence",
    seen_by="the alliance",
    undo="none in this version; a break of silence ends it",
)
class TableMeasure:
    """Put a response measure before the council."""

    kind: Literal["table_measure"] = "table_measure"
    measure: MeasureText


@decision(
    group="consultation",
    roles=("nation",),
    needs="a tabled measure that is still open; breaking needs the measure under silence and 2 political capital",
    delay="at once; it counts when silence ends",
    effect="accept and abstain let the measure pass; a break ends it where consensus is the rule",
    seen_by="the alliance",
    undo="take another position before silence ends",
)
class TakePosition:
    """Say where the nation stands on a measure."""

    kind: Literal["take_position"] = "take_position"
    measure: Identifier
    position: PositionKind


@decision(
    group="consultation",
    roles=("hq",),
    needs="a measure not yet under silence",
    delay="from the moment the measure goes under silence",
    effect="the silence procedure of this measure runs so long",
    seen_by="the alliance",
    undo="set it again before silence begins",
)
class SetSilence:
    """Set how long the silence procedure of a measure runs."""

    kind: Literal["set_silence"] = "set_silence"
    measure: Identifier
    hours: Annotated[float, Span(6, 72, "h")]
