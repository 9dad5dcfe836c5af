"""Candidates for decisions on what is known."""

from collections.abc import Iterator

from wargame.model.decisions import Decision
from wargame.model.decisions.intelligence import ReleaseReport, StateProbability
from wargame.model.view import View
from wargame.rules.options.table import Candidates

PROBABILITIES = (0.03, 0.12, 0.3, 0.5, 0.7, 0.87, 0.97)
"""One probability for each of the words of ICD 203."""


def _nation(view: View) -> Iterator[Decision]:
    picture = view.situation.pictures.get(view.seat)
    for report in picture.reports if picture else ():
        yield from (ReleaseReport(report=report, to=nation.id) for nation in view.scenario.nations)
    yield from (StateProbability(probability=value) for value in PROBABILITIES)


CANDIDATES: Candidates = {"nation": _nation}
