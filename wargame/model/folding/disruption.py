"""What a Situation becomes by disruptions, repair and attribution."""

from wargame.model import happenings as happened
from wargame.model.event import Event
from wargame.model.folding.table import on
from wargame.model.situation import Errand, IncidentState, Situation


@on(happened.IncidentNoticed)
def incident_noticed(situation: Situation, event: Event, body: happened.IncidentNoticed) -> None:
    situation.nations[body.nation].incidents[body.incident] = IncidentState(
        event=situation.number, time=event.time, means=body.means, at=body.at, bite=body.bite
    )


@on(happened.IncidentOver)
def incident_over(situation: Situation, event: Event, body: happened.IncidentOver) -> None:
    situation.nations[body.nation].incidents[body.incident].over = event.time


@on(happened.PlaceDamaged)
def place_damaged(situation: Situation, event: Event, body: happened.PlaceDamaged) -> None:
    place = situation.places[body.place]
    place.damage, place.since = body.damage, event.time


@on(happened.PlaceRepaired)
def place_repaired(situation: Situation, event: Event, body: happened.PlaceRepaired) -> None:
    situation.places[body.place].damage = body.damage


@on(happened.RepairBegan)
def repair_began(situation: Situation, event: Event, body: happened.RepairBegan) -> None:
    situation.errands[body.force] = Errand("repair", body.place, event.time)


@on(happened.NetworksDefended)
def networks_defended(situation: Situation, event: Event, body: happened.NetworksDefended) -> None:
    situation.errands[body.force] = Errand("networks", body.nation, event.time)


@on(happened.ErrandEnded)
def errand_ended(situation: Situation, event: Event, body: happened.ErrandEnded) -> None:
    errand = situation.errands.pop(body.force, None)
    if errand is not None and errand.task == "relief" and body.force in situation.nations[errand.about].helped_by:
        situation.nations[errand.about].helped_by.remove(body.force)
    situation.forces[body.force].at = body.at


@on(happened.ResilienceBuilt)
def resilience_built(situation: Situation, event: Event, body: happened.ResilienceBuilt) -> None:
    nation = situation.nations[body.nation]
    nation.resilience, nation.resilience_aim, nation.resilience_since = body.now, body.aim, event.time


@on(happened.AttributionReached)
def attribution_reached(situation: Situation, event: Event, body: happened.AttributionReached) -> None:
    incident = situation.nations[body.nation].incidents[body.incident]
    incident.found, incident.confidence = body.adversary, body.confidence


@on(happened.AccusationMade)
def accusation_made(situation: Situation, event: Event, body: happened.AccusationMade) -> None:
    situation.nations[body.nation].incidents[body.incident].accused = body.adversary
