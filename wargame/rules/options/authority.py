"""Candidates for authority given in advance, or pressed for at home."""

from collections.abc import Iterator

from wargame.model.decisions import Decision
from wargame.model.decisions.command import OrderDelegatedMeasure
from wargame.model.decisions.forces import HastenMandate
from wargame.model.view import View
from wargame.rules.consultation import delegated
from wargame.rules.options.consultation import texts
from wargame.rules.options.table import Candidates


def _commander(view: View) -> Iterator[Decision]:
    kinds = delegated(view.scenario.alliance)
    yield from (OrderDelegatedMeasure(measure=text) for text in texts(view) if text.kind in kinds)


def _nation(view: View) -> Iterator[Decision]:
    yield from (HastenMandate(measure=measure) for measure in view.situation.council.measures)


CANDIDATES: Candidates = {"commander": _commander, "nation": _nation}
