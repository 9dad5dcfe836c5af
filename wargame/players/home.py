"""What a government does at home: networks, repair, naming who is behind an attack."""

from collections.abc import Iterator

from wargame.model.decisions.diplomacy import AttributeAttack
from wargame.model.decisions.home_front import DefendNetworks, Repair
from wargame.players.style import Desk, Proposal


def protect(desk: Desk) -> Iterator[Proposal]:
    """Cyber teams to the networks that are under attack, engineers to what is damaged."""
    situation = desk.view.situation
    met = [each for each in situation.nations[desk.nation.id].incidents.values() if each.over is None]
    attacked = next((each for each in met if each.means == "cyber"), None)
    damaged = [name for name, place in situation.places.items() if place.damage > 0.0]
    for force in desk.nation.forces:
        if force.kind == "cyber" and attacked is not None:
            why = "the networks are disturbed"
            yield DefendNetworks(force=force.id, nation=desk.nation.id), attacked.event, why
        if force.kind == "engineers":
            yield from ((Repair(force=force.id, at=at), None, "forces are to pass here") for at in damaged)


def name(desk: Desk) -> Iterator[Proposal]:
    """Name the author of an attack once the services are sure enough."""
    for label, incident in desk.view.situation.nations[desk.nation.id].incidents.items():
        sure = incident.confidence is not None and incident.confidence >= desk.style.names
        if sure and incident.found is not None and incident.accused is None:
            said = AttributeAttack(incident=label, adversary=incident.found)
            yield said, incident.event, f"the services are {incident.confidence:.0%} sure"
