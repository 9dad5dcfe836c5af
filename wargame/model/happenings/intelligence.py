"""What shows, who learns of it, what staffs make of it, and who is told. Times are seconds after STARTEX."""

from typing import Literal

from wargame.model.fields import record
from wargame.model.nation import Discipline
from wargame.model.reports import Classification, Control, Precedence, Reliability
from wargame.model.scenario import Category

__all__ = [
    "Assessed",
    "CollectionTasked",
    "ConsentAnswered",
    "ConsentAsked",
    "FalseAlarmArose",
    "IndicatorShown",
    "InformationRequested",
    "IntelligenceBody",
    "LeakFound",
    "LeakRead",
    "MediaReported",
    "ProbabilityStated",
    "PublicationDisproved",
    "PublicationMade",
    "ReleaseStopped",
    "ReportDisproved",
    "ReportLeaked",
    "ReportPublished",
    "ReportReceived",
    "ReportReleased",
    "ReportSanitised",
    "RequestClosed",
    "SanitisingBegan",
    "SummaryIssued",
    "WarningIssued",
    "WarningProvenFalse",
]


# --- what shows, and who notices -----------------------------------------------------------------------------


@record
class IndicatorShown:
    """Something showed that the warning list names, in truth or by mistake; who sees it is another event."""

    kind: Literal["indicator_shown"] = "indicator_shown"
    indicator: str
    force: str | None = None
    """The adversary's formation, when one was involved or thought to be."""
    adversary: str | None = None
    """Whose doing it was; None when it was for all to see, or a mistake."""
    text: str | None = None
    """What the media said, when it was for all to see."""


@record
class FalseAlarmArose:
    """Something harmless was about to be taken for an indicator."""

    kind: Literal["false_alarm_arose"] = "false_alarm_arose"
    discipline: Discipline


@record
class CollectionTasked:
    """A nation told one of its disciplines to watch for an indicator first, from the next turn on."""

    kind: Literal["collection_tasked"] = "collection_tasked"
    nation: str
    discipline: Discipline
    indicator: str


@record
class ReportReceived:
    """An intelligence report reached a nation. Reports and contacts are counted by the nation that holds them."""

    kind: Literal["report_received"] = "report_received"
    nation: str
    """Who holds it: a nation, or another seat of the alliance that it was released to."""
    report: str
    indicator: str
    discipline: Discipline
    originator: str
    """The nation whose sensors it came from, or `media`."""
    reliability: Reliability
    credibility: int
    """1 confirmed to 6 cannot be judged."""
    observed: int
    """When the thing reported was seen."""
    contact: str | None = None
    """Label of the formation seen, the nation's own."""
    place: str | None = None
    """Location."""
    precedence: Precedence = "priority"
    classification: Classification = "restricted"
    control: Control = "releasable"
    rel_to: tuple[str, ...] = ()
    """Nations that its originator has cleared it for."""
    sanitised: bool = False
    """Whether it is a version that hides its source."""
    confirms: str | None = None
    """The holder's first report on the same thing, where it has one."""


@record
class SummaryIssued:
    """A staff's daily summary: the routine reports that have come since the last one."""

    kind: Literal["summary_issued"] = "summary_issued"
    nation: str
    reports: tuple[str, ...]


@record
class ReportDisproved:
    """It came out that what reports were about was harmless."""

    kind: Literal["report_disproved"] = "report_disproved"
    nation: str
    """Who holds them."""
    reports: tuple[str, ...]


# --- what staffs make of it ----------------------------------------------------------------------------------


@record
class Assessed:
    """A nation's two services weighed the evidence again, and their estimates were pooled."""

    kind: Literal["assessed"] = "assessed"
    nation: str
    log_odds: tuple[float, ...]
    """Of each hypothesis against routine, in the order of HYPOTHESES: the national estimate."""
    services: tuple[tuple[float, ...], ...] = ()
    """The same of each service, in the order of SERVICES."""


@record
class WarningIssued:
    """A nation's staff warned its leaders: the probability that an attack is being prepared passed their threshold."""

    kind: Literal["warning_issued"] = "warning_issued"
    nation: str
    probability: float
    reports: tuple[str, ...]
    """The reports that it rests on, the nation's own labels."""


@record
class WarningProvenFalse:
    """A warning has come to nothing: days have passed without violence, and the staff itself no longer believes it."""

    kind: Literal["warning_proven_false"] = "warning_proven_false"
    nation: str


@record
class ProbabilityStated:
    """A seat said how likely an attack within 72 hours is."""

    kind: Literal["probability_stated"] = "probability_stated"
    nation: str
    probability: float


# --- who is told ---------------------------------------------------------------------------------------------


@record
class ReportReleased:
    """A nation let an ally have a report; it is on its way."""

    kind: Literal["report_released"] = "report_released"
    nation: str
    report: str
    to: str
    precedence: Precedence = "priority"
    sanitised: bool = False


@record
class ReleaseStopped:
    """A report that was on its way to a nation without an agreement was stopped by its holder's own security."""

    kind: Literal["release_stopped"] = "release_stopped"
    nation: str
    report: str
    to: str


@record
class ConsentAsked:
    """A nation asked a report's originator whether it may pass it on (third-party rule)."""

    kind: Literal["consent_asked"] = "consent_asked"
    by: str
    originator: str
    to: str
    """Who is to have it; `all` for publication."""
    holder: str
    """Whose label `report` is: the one who asks and the one who is asked each hear of it in their own words."""
    report: str


@record
class ConsentAnswered:
    """The originator consented, or did not."""

    kind: Literal["consent_answered"] = "consent_answered"
    by: str
    """Who had asked."""
    originator: str
    to: str
    holder: str
    report: str
    granted: bool


@record
class SanitisingBegan:
    """A nation's staff began to prepare a version of a report that hides its source."""

    kind: Literal["sanitising_began"] = "sanitising_began"
    nation: str
    report: str
    due: int
    """When it will be ready, as planned."""


@record
class ReportSanitised:
    """A version of a report is ready that hides its source."""

    kind: Literal["report_sanitised"] = "report_sanitised"
    nation: str
    report: str


@record
class ReportLeaked:
    """A report that had been released came into the adversary's hands; its source is watched from now on."""

    kind: Literal["report_leaked"] = "report_leaked"
    nation: str
    """Its originator."""
    discipline: Discipline
    by: str
    """The recipient it leaked from."""
    harmless: bool
    """Whether the version that leaked hides its source."""


@record
class LeakRead:
    """The adversary read a report of an ally's."""

    kind: Literal["leak_read"] = "leak_read"
    nation: str
    """The ally whose sensors it came from."""
    discipline: Discipline
    indicator: str


@record
class LeakFound:
    """An originator found out that a report of its own has leaked."""

    kind: Literal["leak_found"] = "leak_found"
    nation: str
    report: str
    discipline: Discipline


@record
class ReportPublished:
    """A nation decided to publish a report; what the world hears of it is another event."""

    kind: Literal["report_published"] = "report_published"
    nation: str
    report: str
    sanitised: bool = False


@record
class PublicationMade:
    """A nation told the world what has been seen."""

    kind: Literal["publication_made"] = "publication_made"
    nation: str
    originator: str
    """Whose sensors saw it."""
    discipline: Discipline
    indicator: str


@record
class PublicationDisproved:
    """What a nation had told the world was not so."""

    kind: Literal["publication_disproved"] = "publication_disproved"
    nation: str
    indicator: str


@record
class MediaReported:
    """The media report what several capitals know."""

    kind: Literal["media_reported"] = "media_reported"
    indicator: str


@record
class InformationRequested:
    """A seat asked a nation for what it holds on a subject (RFI)."""

    kind: Literal["information_requested"] = "information_requested"
    by: str
    to: str
    about: Category
    question: str | None = None
    deadline: int
    """When the nation's staff answers if its government has not."""


@record
class RequestClosed:
    """A request for information was answered, or was not."""

    kind: Literal["request_closed"] = "request_closed"
    by: str
    to: str
    about: Category
    reports: int
    """Reports released in answer; 0 for a nil return."""


IntelligenceBody = (
    IndicatorShown
    | FalseAlarmArose
    | CollectionTasked
    | ReportReceived
    | SummaryIssued
    | ReportDisproved
    | Assessed
    | WarningIssued
    | WarningProvenFalse
    | ProbabilityStated
    | ReportReleased
    | ReleaseStopped
    | ConsentAsked
    | ConsentAnswered
    | SanitisingBegan
    | ReportSanitised
    | ReportLeaked
    | LeakRead
    | LeakFound
    | ReportPublished
    | PublicationMade
    | PublicationDisproved
    | MediaReported
    | InformationRequested
    | RequestClosed
)
