"""What must be the case before a seat decides in the fighting."""

from wargame.model.decisions.forces import CeaseFire, CommitForce, CounterAttack, Evacuate
from wargame.model.scenario import Objective
from wargame.model.situation import ForceState
from wargame.model.view import View
from wargame.rules.combat import in_battle
from wargame.rules.legal.table import check, not_own


def fought_for(view: View, name: str) -> Objective | None:
    """The objective of that name, while it is fought for."""
    state = view.situation.objectives.get(name)
    if state is None or state.attacked is None or state.decided is not None:
        return None
    return next(each for each in view.scenario.objectives if each.id == name)


def on_its_way(view: View, force: ForceState, place: str) -> bool:
    """Whether a force is to go to a place, on a measure's orders, or is there already."""
    measure = view.situation.council.measures.get(force.offered) if force.offered else None
    going = force.activated is not None and measure is not None and measure.text.place == place
    return going or (force.status == "capable" and force.at == place)


@check(CommitForce)
def may_commit_force(view: View, decision: CommitForce) -> str | None:
    force = view.situation.forces.get(decision.force)
    objective = fought_for(view, decision.objective)
    if objective is None:
        return f"there is no fighting over '{decision.objective}'"
    if force is None or force.nation != view.seat:
        return not_own(view, decision.force)
    if decision.force in view.situation.battles[objective.id].committed:
        return "the force is already committed"
    if not on_its_way(view, force, objective.at):
        return f"the force is neither capable at {objective.at} nor on its way there"
    return None


@check(CounterAttack)
def may_counter_attack(view: View, decision: CounterAttack) -> str | None:
    objective = fought_for(view, decision.objective)
    if objective is None:
        return f"there is no fighting over '{decision.objective}'"
    if view.situation.objectives[objective.id].held == 0.0:
        return "the adversary holds nothing of it"
    able = in_battle(view.situation, objective)
    attacking = view.situation.battles[objective.id].attacking
    for force in decision.forces:
        if force not in able:
            return f"'{force}' does not fight there; {', '.join(able) or 'no reinforcement'} does"
        if force in attacking:
            return f"'{force}' counter-attacks already"
    return None if decision.forces else "a counter-attack needs forces"


@check(Evacuate)
def may_evacuate(view: View, decision: Evacuate) -> str | None:
    force = view.situation.forces.get(decision.force)
    under_command = view.seat == "commander" and force is not None and force.nation in view.scenario.alliance.members
    if force is None or (force.nation != view.seat and not under_command):
        return not_own(view, decision.force)
    places = [each.at for each in view.scenario.objectives if fought_for(view, each.id)]
    if force.status != "capable" or force.at not in places:
        return "the force does not stand where there is fighting"
    if decision.to == force.at or decision.to not in view.situation.places:
        return f"'{decision.to}' is no other place"
    return None


@check(CeaseFire)
def may_cease_fire(view: View, decision: CeaseFire) -> str | None:
    objective = fought_for(view, decision.objective)
    if objective is None:
        return f"there is no fighting over '{decision.objective}'"
    if view.seat not in ("hq", "red", objective.owner):
        return f"for the alliance {objective.owner} or the Secretary-General speaks"
    side = "adversary" if view.seat == "red" else "alliance"
    if side in view.situation.battles[objective.id].offered:
        return "a cease-fire is already on offer from this side"
    return None
