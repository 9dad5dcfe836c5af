"""What must be the case before a nation acts at home or names the author of an attack."""

from wargame.model.decisions.diplomacy import AttributeAttack
from wargame.model.decisions.home_front import DefendNetworks, Repair
from wargame.model.view import View
from wargame.rules.legal.table import check, free_force, on_errand


@check(DefendNetworks)
def may_defend(view: View, decision: DefendNetworks) -> str | None:
    reason = free_force(view, decision.force, "cyber")
    if reason:
        return reason
    allies = {view.seat, *view.scenario.alliance.members}
    if decision.nation not in allies:
        return f"'{decision.nation}' is neither this nation nor an ally"
    errand = view.situation.errands.get(decision.force)
    if errand is not None and errand.about == decision.nation:
        return "the team is already doing that"
    return None


@check(Repair)
def may_repair(view: View, decision: Repair) -> str | None:
    reason = free_force(view, decision.force, "engineers") or on_errand(view, decision.force)
    if reason:
        return reason
    place = view.situation.places.get(decision.at)
    if place is None or place.damage == 0.0:
        return f"'{decision.at}' is not damaged"
    if any(errand.task == "repair" and errand.about == decision.at for errand in view.situation.errands.values()):
        return "engineers are already on it"
    return None


@check(AttributeAttack)
def may_attribute(view: View, decision: AttributeAttack) -> str | None:
    incidents = view.situation.nations[view.seat].incidents
    incident = incidents.get(decision.incident)
    if incident is None:
        met = ", ".join(incidents)
        return f"there is no incident '{decision.incident}'; " + (f"met with were {met}" if met else "there was none")
    if all(decision.adversary != each.id for each in view.scenario.adversaries):
        known = ", ".join(each.id for each in view.scenario.adversaries)
        return f"'{decision.adversary}' is no adversary; known are {known}"
    if incident.accused is not None:
        return f"the nation has already named {incident.accused}"
    return None
