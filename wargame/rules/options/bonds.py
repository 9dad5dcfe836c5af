"""Candidates for mediation between members."""

from collections.abc import Iterator

from wargame.model.decisions import Decision
from wargame.model.decisions.diplomacy import Mediate
from wargame.model.view import View
from wargame.rules.options.table import Candidates


def _hq(view: View) -> Iterator[Decision]:
    yield from (Mediate(members=relation.parties) for relation in view.scenario.relations)


CANDIDATES: Candidates = {"hq": _hq}
