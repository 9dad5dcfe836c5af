"""Candidates for the commander's decisions."""

from collections.abc import Iterator

from wargame.model.decisions import Decision
from wargame.model.decisions.forces import OrderActivation
from wargame.model.view import View
from wargame.rules.options.table import Candidates


def _commander(view: View) -> Iterator[Decision]:
    yield from (OrderActivation(measure=measure) for measure in view.situation.council.measures)


CANDIDATES: Candidates = {"commander": _commander}
