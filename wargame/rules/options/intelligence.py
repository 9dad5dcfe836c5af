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
from wargame.model.scenario import COMMANDER, HQ, Category
from wargame.model.view import View
from wargame.rules.economy import nation_of
from wargame.rules.options.table import Candidates

PROBABILITIES = (0.03, 0.12, 0.3, 0.5, 0.7, 0.87, 0.97)
"""One probability for each of the words of ICD 203."""
RELEASED, DISCLOSED = 12, 4
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
    own = {each.discipline for each in nation.collection} if nation else set()
    for indicator in view.scenario.indicators:
        if indicator.discipline in own:
            yield TaskCollection(discipline=indicator.discipline, indicator=indicator.id)
    yield from _asking(view)


def _asking(view: View) -> Iterator[Decision]:
    categories: dict[Category, None] = dict.fromkeys(each.category for each in view.scenario.indicators)
    for nation in view.scenario.nations:
        yield from (RequestInformation(to=nation.id, about=about) for about in categories)


CANDIDATES: Candidates = {"nation": _nation, "hq": _asking, "commander": _asking}
