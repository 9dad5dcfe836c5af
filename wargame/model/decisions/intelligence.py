"""Decisions on what is known: collecting, sharing, saying how likely an attack is."""

from typing import Literal

from wargame.model.decisions.catalogue import decision
from wargame.model.fields import Identifier, Probability


@decision(
    group="intelligence",
    roles=("nation",),
    needs="a report of the nation's own sensors, and an ally that does not have it",
    delay="hours under an intelligence-sharing agreement, days without one",
    effect="the ally receives the report and assesses it",
    seen_by="the nation and the receiving ally",
    undo="none",
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
