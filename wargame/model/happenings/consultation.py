"""What happens in and around the council, and what is said in public. Times are seconds after STARTEX."""

from typing import Literal

from wargame.model.decisions.consultation import MeasureText, PositionKind
from wargame.model.fields import record
from wargame.model.nation import Caveat

__all__ = [
    "AlertDeclared",
    "ConsultationBody",
    "ConsultationCalled",
    "CouncilConvened",
    "Currency",
    "Lobbied",
    "MandateHastened",
    "MeasureAdopted",
    "MeasureAmended",
    "MeasureFailed",
    "MeasureNarrowed",
    "MeasureTabled",
    "PositionTaken",
    "SidePaymentForfeited",
    "SidePaymentMade",
    "SidePaymentPromised",
    "SilenceBegan",
    "SilenceBroken",
    "SilenceSet",
    "StatementMade",
    "TimeAsked",
    "VenueAnnounced",
    "VenueChanged",
]

Currency = Literal["money", "basing", "burden_credit"]
"""What a side payment is made in; credit for burdens counts towards the receiver's fair share."""


@record
class ConsultationCalled:
    """A member, or the Secretary-General, asked the council to meet."""

    kind: Literal["consultation_called"] = "consultation_called"
    nation: str
    """The seat that asked."""


@record
class CouncilConvened:
    """The council met; measures can be tabled."""

    kind: Literal["council_convened"] = "council_convened"


@record
class MeasureTabled:
    """A measure was put before the council and sent to the capitals."""

    kind: Literal["measure_tabled"] = "measure_tabled"
    by: str
    text: MeasureText
    delegated: bool = False
    """Whether the commander ordered it on authority delegated in advance, without the council."""


@record
class MeasureAmended:
    """The text of a measure was changed while capitals made up their minds; they send guidance anew."""

    kind: Literal["measure_amended"] = "measure_amended"
    by: str
    text: MeasureText


@record
class SilenceSet:
    """The Secretary-General set the deadline that a measure's silence will have."""

    kind: Literal["silence_set"] = "silence_set"
    hours: float
    by: str = "hq"
    """The seat that set it."""


@record
class SilenceBegan:
    """Guidance had come from the capitals; the measure passes unless a member speaks up."""

    kind: Literal["silence_began"] = "silence_began"
    until: int


@record
class PositionTaken:
    """A member said where it stands on a measure."""

    kind: Literal["position_taken"] = "position_taken"
    nation: str
    position: PositionKind
    caveats: tuple[Caveat, ...] = ()
    """What it reserves for its forces in this measure."""


@record
class TimeAsked:
    """A member without instructions asked for more time."""

    kind: Literal["time_asked"] = "time_asked"
    nation: str
    until: int


@record
class Lobbied:
    """A member tried to win another over for a position."""

    kind: Literal["lobbied"] = "lobbied"
    by: str
    nation: str
    position: PositionKind
    weight: float
    """What it adds to what the nation gains from the measure; below 0 against it."""


@record
class SidePaymentPromised:
    """A member promised another something in return for its position."""

    kind: Literal["side_payment_promised"] = "side_payment_promised"
    by: str
    nation: str
    position: PositionKind
    currency: Currency
    amount: float | None = None
    """Million; None when it is not paid in money."""
    weight: float
    """What it adds to what the nation gains from the measure; below 0 against it."""


@record
class SidePaymentMade:
    """The nation held to the position that it was promised something for, and got it."""

    kind: Literal["side_payment_made"] = "side_payment_made"
    by: str
    nation: str
    currency: Currency
    amount: float | None = None


@record
class SidePaymentForfeited:
    """The nation did not hold to the position that it was promised something for, and got nothing."""

    kind: Literal["side_payment_forfeited"] = "side_payment_forfeited"
    by: str
    nation: str


@record
class SilenceBroken:
    """The measure did not pass as it stands: it can still be narrowed, or taken to a smaller circle."""

    kind: Literal["silence_broken"] = "silence_broken"
    by: tuple[str, ...]
    """The nations that broke silence."""
    until: int
    """When it fails unless one of these is done."""


@record
class MeasureNarrowed:
    """A narrower text took the place of the one that silence was broken on; it goes under silence again."""

    kind: Literal["measure_narrowed"] = "measure_narrowed"
    by: str
    text: MeasureText


@record
class VenueChanged:
    """A measure was taken to a smaller circle of members."""

    kind: Literal["venue_changed"] = "venue_changed"
    members: tuple[str, ...]
    """Who decides there."""
    absent: tuple[str, ...]
    legitimacy: float
    """Of the measure from now on."""


@record
class VenueAnnounced:
    """What the world sees of that: some members act without the others."""

    kind: Literal["venue_announced"] = "venue_announced"
    absent: tuple[str, ...]


@record
class MeasureAdopted:
    """The measure passed."""

    kind: Literal["measure_adopted"] = "measure_adopted"
    unanimous: bool
    accepting: tuple[str, ...] = ()
    """The members that it binds: those that accepted it or let it pass in silence."""


@record
class MeasureFailed:
    """The measure did not pass, and nobody took it up again; or the capitals sent no guidance on it in time."""

    kind: Literal["measure_failed"] = "measure_failed"
    by: tuple[str, ...]
    """The nations that broke silence; none when it lapsed before silence began."""


@record
class MandateHastened:
    """A government pressed its cabinet or parliament to decide a mandate."""

    kind: Literal["mandate_hastened"] = "mandate_hastened"
    nation: str
    until: int
    """When it decides at the latest."""


@record
class AlertDeclared:
    """The alliance declared an alert level, for all to hear."""

    kind: Literal["alert_declared"] = "alert_declared"
    level: int
    """0 normal, 1 guarded, 2 high, 3 full."""


@record
class StatementMade:
    """The alliance, or one member, spoke in public."""

    kind: Literal["statement_made"] = "statement_made"
    by: str
    commits: bool
    """Whether it bound the speaker to defend the threatened ally."""


ConsultationBody = (
    ConsultationCalled
    | CouncilConvened
    | MeasureTabled
    | MeasureAmended
    | SilenceSet
    | SilenceBegan
    | PositionTaken
    | TimeAsked
    | Lobbied
    | SidePaymentPromised
    | SidePaymentMade
    | SidePaymentForfeited
    | SilenceBroken
    | MeasureNarrowed
    | VenueChanged
    | VenueAnnounced
    | MeasureAdopted
    | MeasureFailed
    | MandateHastened
    | AlertDeclared
    | StatementMade
)
