"""Decisions on what is known: collecting, sharing, saying how likely an attack is."""

from typing import Literal

from wargame.model.decisions.catalogue import decision
from wargame.model.fields import Identifier, Probability, Words
from wargame.model.nation import Discipline
from wargame.model.reports import Precedence
from wargame.model.scenario import Category


@decision(
    group="intelligence",
    roles=("nation",),
    needs="a report that the nation holds and the recipient (a nation, hq or commander) has not had from it; one "
    "marked NOFORN must have been sanitised; another nation's needs its originator's consent, which is asked for "
    "first and takes hours, unless its marks name the recipient",
    delay="urgent reports (FLASH, IMMEDIATE) within the hour to whom they are marked for or may go sanitised; else "
    "hours in an inner circle, a day with a bilateral agreement, days alliance-wide, weeks or never without any",
    effect="the ally receives the report and assesses it; each release may leak, which costs the source coverage",
    seen_by="the nation; the recipient when it arrives, the originator when it is asked",
    undo="none",
    about=("report", "to"),
)
class ReleaseReport:
    """Release an intelligence report to an ally."""

    kind: Literal["release_report"] = "release_report"
    report: Identifier
    to: Identifier
    precedence: Precedence | None = None
    """No more urgent than the report's own, which it has unless given."""


@decision(
    group="intelligence",
    roles=("nation",),
    needs="nothing; one is due in the first turn and in every fourth after it",
    delay="at once",
    effect="scored against what happens within 72 h (Brier)",
    seen_by="the nation",
    undo="state another one next turn",
)
class StateProbability:
    """State the probability of an attack within 72 hours."""

    kind: Literal["state_probability"] = "state_probability"
    probability: Probability


@decision(
    group="intelligence",
    roles=("nation",),
    needs="sensors of that discipline, and an indicator that they can see and are not watching for first already",
    delay="from the next turn on",
    effect="the discipline looks at more of this indicator and at less of its others",
    seen_by="the nation",
    undo="task it again",
    about=("discipline",),
)
class TaskCollection:
    """Task one intelligence discipline to watch for an indicator."""

    kind: Literal["task_collection"] = "task_collection"
    discipline: Discipline
    indicator: Identifier


@decision(
    group="intelligence",
    roles=("nation", "hq", "commander"),
    needs="a nation that has not been asked the same and has still time to answer",
    delay="the nation has a day to answer by releasing reports; then its staff sends one that may go, if there is any",
    effect="the ally is asked to release what it holds on the subject; both learn what came of it",
    seen_by="the asking and the asked seat",
    undo="none",
    about=("to", "about"),
)
class RequestInformation:
    """Send an ally a request for information (RFI)."""

    kind: Literal["request_information"] = "request_information"
    to: Identifier
    """Nation."""
    about: Category
    question: Words | None = None
    """The question in words, for a person who reads it."""


@decision(
    group="intelligence",
    roles=("nation",),
    needs="a report of the nation's own sensors that is neither sanitised nor being sanitised",
    delay="1 to 7 days",
    effect="a version that may go to the whole alliance, faster, and whose leak does not harm the source; its source "
    "is graded one letter lower",
    seen_by="the nation",
    undo="none",
)
class SanitiseReport:
    """Prepare a version of a report that hides its source."""

    kind: Literal["sanitise_report"] = "sanitise_report"
    report: Identifier


@decision(
    group="intelligence",
    roles=("nation",),
    cost=2,
    needs="a report that is not public yet; another nation's is published once its originator consents, if it does",
    delay="at once",
    effect="everyone learns of it, and nations take it for as good as proven; the source is burnt, less so if the "
    "report has been sanitised; if it is disproved, everyone learns that too",
    seen_by="everyone",
    undo="none",
    about=("report",),
)
class PublishReport:
    """Publish an intelligence report to the world."""

    kind: Literal["publish_report"] = "publish_report"
    report: Identifier
