"""What shows, who learns of it, and what staffs make of it. Times are seconds after STARTEX."""

from typing import Literal

from wargame.model.fields import record
from wargame.model.nation import Discipline

__all__ = [
    "Assessed",
    "FalseAlarmArose",
    "IndicatorShown",
    "IntelligenceBody",
    "ProbabilityStated",
    "ReportReceived",
    "ReportReleased",
    "WarningIssued",
]


@record
class IndicatorShown:
    """Something showed that the warning list names, in truth or by mistake; who sees it is another event."""

    kind: Literal["indicator_shown"] = "indicator_shown"
    indicator: str
    force: str | None = None
    """The adversary's formation, when one was involved or thought to be."""
    text: str | None = None
    """What the media said, when it was for all to see."""


@record
class FalseAlarmArose:
    """Something harmless was about to be taken for an indicator."""

    kind: Literal["false_alarm_arose"] = "false_alarm_arose"
    nation: str


@record
class ReportReceived:
    """An intelligence report reached a nation. Reports and contacts are counted by the nation that holds them."""

    kind: Literal["report_received"] = "report_received"
    nation: str
    report: str
    indicator: str
    discipline: Discipline
    originator: str
    """The nation whose sensors it came from, or `media`."""
    reliability: Literal["A", "B", "C", "D", "E", "F"]
    credibility: int
    """1 confirmed to 6 cannot be judged."""
    observed: int
    """When the thing reported was seen."""
    contact: str | None = None
    """Label of the formation seen, the nation's own."""
    place: str | None = None
    """Location."""


@record
class Assessed:
    """A nation's staff weighed the evidence again."""

    kind: Literal["assessed"] = "assessed"
    nation: str
    log_odds: tuple[float, ...]
    """Of each hypothesis against routine, in the order of HYPOTHESES."""


@record
class WarningIssued:
    """A nation's staff warned its leaders: the probability that an attack is being prepared passed their threshold."""

    kind: Literal["warning_issued"] = "warning_issued"
    nation: str
    probability: float
    reports: tuple[str, ...]
    """The reports that it rests on, the nation's own labels."""


@record
class ReportReleased:
    """A nation let an ally have a report; it is on its way."""

    kind: Literal["report_released"] = "report_released"
    nation: str
    report: str
    to: str


@record
class ProbabilityStated:
    """A seat said how likely an attack within 72 hours is."""

    kind: Literal["probability_stated"] = "probability_stated"
    nation: str
    probability: float


IntelligenceBody = (
    IndicatorShown | FalseAlarmArose | ReportReceived | Assessed | WarningIssued | ReportReleased | ProbabilityStated
)
