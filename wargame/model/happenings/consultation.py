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
    "MeasureAdopted",
    "MeasureFailed",
    "MeasureTabled",
    "PositionTaken",
    "SilenceBegan",
    "SilenceSet",
    "StatementMade",
    "TimeAsked",
]


@record
class ConsultationCalled:
    """A member asked the council to meet."""

    kind: Literal["consultation_called"] = "consultation_called"
    nation: str


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
class MeasureAdopted:
    """Silence ran out and the measure passed."""

    kind: Literal["measure_adopted"] = "measure_adopted"
    unanimous: bool


@record
class MeasureFailed:
    """The measure did not pass."""

    kind: Literal["measure_failed"] = "measure_failed"
    by: tuple[str, ...]
    """The nations that broke silence."""


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
    | SilenceSet
    | SilenceBegan
    | PositionTaken
    | TimeAsked
    | MeasureAdopted
    | MeasureFailed
    | AlertDeclared
    | StatementMade
)
