"""What a Situation becomes by an attack and the fighting after it."""

from wargame.model import happenings as happened
from wargame.model.event import Event
from wargame.model.folding.table import on
from wargame.model.situation import Battle, Situation


@on(happened.AttackBegan)
def attack_began(situation: Situation, event: Event, body: happened.AttackBegan) -> None:
    situation.objectives[body.objective].attacked = event.time
    situation.battles[body.objective] = Battle(event=situation.number, began=event.time)


@on(happened.HonourDecided)
def honour_decided(situation: Situation, event: Event, body: happened.HonourDecided) -> None:
    situation.honoured[body.nation] = body.fights


@on(happened.ForceCommitted)
def force_committed(situation: Situation, event: Event, body: happened.ForceCommitted) -> None:
    situation.honoured[body.nation] = True
    situation.battles[body.objective].committed.append(body.force)


@on(happened.ForceEngaged)
def force_engaged(situation: Situation, event: Event, body: happened.ForceEngaged) -> None:
    situation.battles[body.objective].engaged[body.force] = event.time


@on(happened.CounterAttackBegan)
def counter_attack_began(situation: Situation, event: Event, body: happened.CounterAttackBegan) -> None:
    battle = situation.battles[body.objective]
    for force in body.forces:
        battle.attacking[force] = event.time


@on(happened.ForceEvacuated)
def force_evacuated(situation: Situation, event: Event, body: happened.ForceEvacuated) -> None:
    battle = situation.battles[body.objective]
    battle.engaged.pop(body.force, None)
    battle.attacking.pop(body.force, None)
    force = situation.forces.get(body.force)
    if force is not None:  # the adversary sees it leave and keeps no list of the allies' forces
        force.status, force.bound_for, force.due = "moving", body.to, body.due


@on(happened.EvacuationEnded)
def evacuation_ended(situation: Situation, event: Event, body: happened.EvacuationEnded) -> None:
    force = situation.forces.get(body.force)
    if force is not None:
        force.status, force.at, force.bound_for, force.due = "home", body.at, None, None
        force.activated, force.readied, force.offered = None, None, None


@on(happened.CeaseFireOffered)
def cease_fire_offered(situation: Situation, event: Event, body: happened.CeaseFireOffered) -> None:
    situation.battles[body.objective].offered[body.side] = event.time


@on(happened.CeaseFireRefused)
def cease_fire_refused(situation: Situation, event: Event, body: happened.CeaseFireRefused) -> None:
    situation.battles[body.objective].offered.clear()


@on(happened.ObjectiveContested)
def objective_contested(situation: Situation, event: Event, body: happened.ObjectiveContested) -> None:
    situation.objectives[body.objective].held = body.held


@on(happened.ObjectiveDecided)
def objective_decided(situation: Situation, event: Event, body: happened.ObjectiveDecided) -> None:
    objective = situation.objectives[body.objective]
    objective.held, objective.decided = body.held, event.time
