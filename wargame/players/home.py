"""What a government does at home and for those who flee: networks, repair, relief, naming who is behind an attack."""

from collections.abc import Iterator

from wargame.model.decisions.diplomacy import AttributeAttack
from wargame.model.decisions.home_front import DefendNetworks, Repair, SendRelief
from wargame.players.style import Desk, Proposal


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
            damaged = [name for name, place in situation.places.items() if place.damage > 0.0]
            yield from ((Repair(force=force.id, at=at), None, "forces are to pass here") for at in damaged)


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
