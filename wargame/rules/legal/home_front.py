"""What must be the case before a nation acts at home or names the author of an attack."""

from wargame.model.decisions.diplomacy import AttributeAttack, Sanction
from wargame.model.decisions.home_front import DefendNetworks, Repair, SendRelief
from wargame.model.view import View
from wargame.rules.economy import nation_of
from wargame.rules.legal.table import called, check, free_force, on_errand


def no_adversary(view: View, name: str) -> str:
    return f"'{name}' is no adversary; known are {', '.join(each.id for each in view.scenario.adversaries)}"


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
        return f"{called(view, decision.at)} is not damaged"
    if any(errand.task == "repair" and errand.about == decision.at for errand in view.situation.errands.values()):
        return "engineers are already on it"
    return None


@check(SendRelief)
def may_send_relief(view: View, decision: SendRelief) -> str | None:
    reason = free_force(view, decision.force, "engineers") or on_errand(view, decision.force)
    if reason:
        return reason
    if decision.to == view.seat:
        return "a nation's own engineers help at home without an order"
    host = view.situation.nations.get(decision.to)
    if host is None or not host.displaced:
        return f"{called(view, decision.to)} has taken in nobody"
    return None


@check(Sanction)
def may_sanction(view: View, decision: Sanction) -> str | None:
    if all(decision.adversary != each.id for each in view.scenario.adversaries):
        return no_adversary(view, decision.adversary)
    nation = nation_of(view.scenario, view.seat)
    assert nation is not None
    if nation.trade == 0.0:
        return "the nation has no trade with the adversary"
    state = view.situation.nations[view.seat].sanctions.get(decision.adversary)
    if (state.share if state is not None else 0.0) == round(decision.share, 6):
        return "that share of its trade is stopped already"
    return None


@check(AttributeAttack)
def may_attribute(view: View, decision: AttributeAttack) -> str | None:
    incidents = view.situation.nations[view.seat].incidents
    incident = incidents.get(decision.incident)
    if incident is None:
        met = ", ".join(incidents)
        return f"there is no incident '{decision.incident}'; " + (f"met with were {met}" if met else "there was none")
    if all(decision.adversary != each.id for each in view.scenario.adversaries):
        return no_adversary(view, decision.adversary)
    if incident.accused is not None:
        return f"the nation has already named {called(view, incident.accused)}"
    return None
