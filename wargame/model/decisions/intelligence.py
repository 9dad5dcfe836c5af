"""Decisions on what is known: collecting, sharing, saying how likely an attack is."""

from typing import Literal

from wargame.model.decisions.catalogue import decision
from wargame.model.fields import Identifier, Probability, Words
from wargame.model.nation import Discipline
from wargame.model.scenario import Category


@decision(
    group="intelligence",
    roles=("nation",),
    needs="a report of the nation's own sensors, and an ally that does not have it",
    delay="hours under an intelligence-sharing agreement, days without one",
    effect="the ally receives the report and assesses it",
    seen_by="the nation and the receiving ally",
    undo="none",
    about=("report", "to"),
)
class ReleaseReport:
    """Release an intelligence report to an ally."""

    kind: Literal["release_report"] = "release_report"
    report: Identifier
    to: Identifier


@decision(
    group="intelligence",
    roles=("nation",),
    needs="nothing",
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
    needs="sensors of that discipline",
    delay="from the next turn on",
    effect="the discipline watches for this indicator first and covers others less",
    seen_by="the nation",
    undo="task it again",
    missing="moving sensors between targets is not simulated yet",
)
class TaskCollection:
    """Task one intelligence discipline to watch for an indicator."""

    kind: Literal["task_collection"] = "task_collection"
    discipline: Discipline
    indicator: Identifier


@decision(
    group="intelligence",
    roles=("nation", "hq", "commander"),
    needs="an ally",
    delay="as long as the ally takes to answer, then the release delay",
    effect="the ally is asked to release what it holds on the subject",
    seen_by="the asking and the asked seat",
    undo="none",
    missing="answers to requests for information are not simulated yet",
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
    needs="a report of the nation's own sensors that is not yet sanitised",
    delay="1 to 7 days",
    effect="a version that may go to the whole alliance; a leak of it does not harm the source",
    seen_by="the nation",
    undo="none",
    missing="classification and releasability of reports are not simulated yet",
)
class SanitiseReport:
    """Prepare a version of a report that hides its source."""

    kind: Literal["sanitise_report"] = "sanitise_report"
    report: Identifier


@decision(
    group="intelligence",
    roles=("nation",),
    cost=2,
    needs="a report that the nation's own sensors made, or whose originator consents",
    delay="at once",
    effect="everyone learns of it and is convinced; the source is burnt",
    seen_by="everyone",
    undo="none",
    missing="what publishing does to belief and to the source is not simulated yet",
)
class PublishReport:
    """Publish an intelligence report to the world."""

    kind: Literal["publish_report"] = "publish_report"
    report: Identifier
