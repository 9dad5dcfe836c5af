"""Candidates for decisions on what is known."""

from collections.abc import Iterator

from wargame.model.decisions import Decision
from wargame.model.decisions.intelligence import (
    PublishReport,
    ReleaseReport,
    RequestInformation,
    SanitiseReport,
    StateProbability,
    TaskCollection,
)
from wargame.model.scenario import COMMANDER, HQ, Indicator
from wargame.model.view import View
from wargame.rules.economy import nation_of
from wargame.rules.options.table import Candidates
from wargame.rules.sharing import telling

PROBABILITIES = (0.03, 0.12, 0.3, 0.5, 0.7, 0.87, 0.97)
"""One probability for each of the words of ICD 203."""
RELEASED, DISCLOSED = 6, 2
"""Newest reports that are listed to be released; to be sanitised or published."""


def _nation(view: View) -> Iterator[Decision]:
    picture = view.situation.pictures.get(view.seat)
    reports = [*picture.reports] if picture else []
    recipients = (*(nation.id for nation in view.scenario.nations), HQ, COMMANDER)
    for report in reports[-RELEASED:]:
        yield from (ReleaseReport(report=report, to=to) for to in recipients)
    for report in reports[-DISCLOSED:]:
        yield SanitiseReport(report=report)
        yield PublishReport(report=report)
    yield from (StateProbability(probability=value) for value in PROBABILITIES)
    nation = nation_of(view.scenario, view.seat)
    for sensors in nation.collection if nation else ():
        seen = [each for each in view.scenario.indicators if each.discipline == sensors.discipline]
        if seen:
            yield TaskCollection(discipline=sensors.discipline, indicator=max(seen, key=_tells).id)
    yield from _asking(view)


def _asking(view: View) -> Iterator[Decision]:
    """Ask each nation for what tells most of an attack."""
    about = max(view.scenario.indicators, key=_tells).category
    for nation in view.scenario.nations:
        yield RequestInformation(to=nation.id, about=about)


def _tells(indicator: Indicator) -> float:
    return telling(indicator.rates)


CANDIDATES: Candidates = {"nation": _nation, "hq": _asking, "commander": _asking}
