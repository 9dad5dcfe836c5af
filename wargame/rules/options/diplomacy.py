"""Candidates for decisions on commitments and deals."""

from collections.abc import Iterator

from wargame.model.decisions import Decision
from wargame.model.decisions.diplomacy import CommitPublicly
from wargame.model.view import View
from wargame.rules.options.table import Candidates


def _nation(view: View) -> Iterator[Decision]:
    yield CommitPublicly()


CANDIDATES: Candidates = {"nation": _nation}
