"""Candidates for decisions in the council."""

from collections.abc import Iterator

from wargame.model.decisions import Decision
from wargame.model.decisions.consultation import (
    CallConsultation,
    MeasureText,
    PositionKind,
    SetSilence,
    TableMeasure,
    TakePosition,
)
from wargame.model.view import View
from wargame.rules.options.table import Candidates

POSITIONS: tuple[PositionKind, ...] = ("accept", "abstain", "break")
STRENGTHS = (1.0, 2.0, 4.0)
"""Brigade equivalents offered as choices for a deployment."""
DEADLINES = (6.0, 12.0, 24.0, 48.0)
"""Hours offered as choices for a silence procedure."""


def texts(view: View) -> list[MeasureText]:
    """Measures that make sense here: words, alert, and forces to each objective."""
    places = [objective.at for objective in view.scenario.objectives]
    plain = [MeasureText(kind="statement"), MeasureText(kind="heighten_readiness")]
    return plain + [MeasureText(kind="deploy", place=place, strength=each) for place in places for each in STRENGTHS]


def _nation(view: View) -> Iterator[Decision]:
    yield CallConsultation()
    yield from (TableMeasure(measure=text) for text in texts(view))
    for measure in view.situation.council.measures:
        yield from (TakePosition(measure=measure, position=position) for position in POSITIONS)


def _hq(view: View) -> Iterator[Decision]:
    yield from (TableMeasure(measure=text) for text in texts(view))
    for measure in view.situation.council.measures:
        yield from (SetSilence(measure=measure, hours=hours) for hours in DEADLINES)


CANDIDATES: Candidates = {"nation": _nation, "hq": _hq}
