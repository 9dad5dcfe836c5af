"""Candidates for rules of engagement."""

from collections.abc import Iterator
from typing import get_args

from wargame.model.decisions import Decision
from wargame.model.decisions.forces import SetRulesOfEngagement
from wargame.model.decisions.terms import Rules
from wargame.model.view import View
from wargame.rules.options.table import Candidates


def _nation(view: View) -> Iterator[Decision]:
    yield from (SetRulesOfEngagement(rules=rules) for rules in get_args(Rules))


CANDIDATES: Candidates = {"nation": _nation}
