"""What a government does at home and for those who flee: networks, repair, relief, naming who is behind an attack."""

from collections.abc import Iterator

from wargame.model.clock import DAY
from wargame.model.decisions.diplomacy import AttributeAttack
from wargame.model.decisions.home_front import DefendNetworks, Repair, SendRelief
from wargame.model.nation import Force
from wargame.model.scenario import Scenario
from wargame.model.view import View
from wargame.players.style import Desk, Proposal
from wargame.rules.generation import soil
from wargame.rules.kept import kept
from wargame.rules.movement import planned_hours, planner_of


def protect(desk: Desk) -> Iterator[Proposal]:
    """Cyber teams to the networks that are under attack, engineers to what is damaged."""
    situation = desk.view.situation
    met = [each for each in situation.nations[desk.nation.id].incidents.values() if each.over is None]
    attacked = next((each for each in met if each.means == "cyber"), None)
    for force in desk.nation.forces:
        if force.kind == "cyber" and attacked is not None:
            why = "the networks are disturbed"
            yield DefendNetworks(force=force.id, nation=desk.nation.id), attacked.event, why
        if force.kind == "engineers":
            yield from _repair(desk, force)


def _repair(desk: Desk, force: Force) -> Iterator[Proposal]:
    """What is damaged on the nation's own soil or, unless it is threatened itself, where members' forces pass; if its
    engineers have it whole before the contractors.
    """
    scenario, own = desk.view.scenario, desk.nation.id
    threatened = any(objective.owner == own for objective in scenario.objectives)
    for at, place in desk.view.situation.places.items():
        if place.damage == 0.0 or not _sooner(desk.view, force, at):
            continue
        if soil(scenario, at) == own:
            yield Repair(force=force.id, at=at), None, "it is ours"
        elif not threatened and at in _passed(scenario):
            yield Repair(force=force.id, at=at), None, "forces are to pass here"


def _sooner(view: View, force: Force, at: str) -> bool:
    """Whether engineers, who have to travel first, have a damaged place whole before the contractors at work there."""
    place, parameters = view.situation.places[at], view.scenario.doctrine.disruption
    stages = planner_of(view.scenario).way(force.tonnes, view.situation.forces[force.id].at, at)
    if stages is None:
        return False
    engineers = planned_hours(stages) / 24 + parameters.engineer_repair_days * place.damage
    contractors = parameters.civil_repair_days * place.damage - (view.time - place.since) / DAY
    return engineers < contractors


@kept
def _passed(scenario: Scenario) -> frozenset[str]:
    """Where members' forces load, land or stay on their ways to an objective from where they are stationed."""
    planner, found = planner_of(scenario), set()
    for nation in scenario.nations:
        for force in nation.forces:
            for objective in scenario.objectives:
                for stage in planner.plan(nation, force, force.at, objective.at) or ():
                    found |= {stage.leg.start, stage.leg.end}
    return frozenset(found)


def relieve(desk: Desk) -> Iterator[Proposal]:
    """Engineers to the ally that has taken in most people, once that asks for help."""
    engineers = [force for force in desk.nation.forces if force.kind == "engineers"]
    if not engineers or not desk.style.gives:
        return
    needed = desk.view.scenario.doctrine.relief.needed
    states = desk.view.situation.nations
    hosts = [
        (states[ally].displaced, ally)
        for ally in desk.view.scenario.alliance.members
        if ally != desk.nation.id and ally in states and states[ally].displaced >= needed
    ]
    if hosts:
        people, host = max(hosts)
        for force in engineers:
            yield SendRelief(force=force.id, to=host), None, f"{people:,} people need help"


def name(desk: Desk) -> Iterator[Proposal]:
    """Name the author of an attack once the services are sure enough."""
    for label, incident in desk.view.situation.nations[desk.nation.id].incidents.items():
        sure = incident.confidence is not None and incident.confidence >= desk.style.names
        if sure and incident.found is not None and incident.accused is None:
            said = AttributeAttack(incident=label, adversary=incident.found)
            yield said, incident.event, f"the services are {incident.confidence:.0%} sure"
