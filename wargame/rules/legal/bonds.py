"""What must be the case before a dispute between members is mediated."""

from wargame.model.decisions.diplomacy import Mediate
from wargame.model.view import View
from wargame.rules.bonds import pair_of, relation
from wargame.rules.legal.table import check


@check(Mediate)
def may_mediate(view: View, decision: Mediate) -> str | None:
    between = relation(view.scenario, *decision.members)
    if between.dispute == 0.0:
        return f"{' and '.join(decision.members)} have no dispute with each other"
    if pair_of(between) in view.situation.mediated:
        return "the dispute is already being mediated"
    return None
