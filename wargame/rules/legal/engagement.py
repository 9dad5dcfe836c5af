"""What must be the case before a nation sets rules of engagement."""

from wargame.model.decisions.forces import SetRulesOfEngagement
from wargame.model.view import View
from wargame.rules.legal.table import check, not_own


@check(SetRulesOfEngagement)
def may_set_rules(view: View, decision: SetRulesOfEngagement) -> str | None:
    rules = view.situation.engagement
    if decision.force is not None:
        force = view.situation.forces.get(decision.force)
        if force is None or force.nation != view.seat:
            return not_own(view, decision.force)
        held = rules.forces.get(decision.force)
    else:
        held = rules.nations.get(view.seat, "normal")
    return "those are the rules already" if held == decision.rules else None
