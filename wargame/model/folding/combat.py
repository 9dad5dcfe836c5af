"""What a Situation becomes by an attack and the fighting after it."""

from wargame.model import happenings as happened
from wargame.model.event import Event
from wargame.model.folding.table import on
from wargame.model.situation import Situation


@on(happened.AttackBegan)
def attack_began(situation: Situation, event: Event, body: happened.AttackBegan) -> None:
    situation.objectives[body.objective].attacked = event.time


@on(happened.HonourDecided)
def honour_decided(situation: Situation, event: Event, body: happened.HonourDecided) -> None:
    situation.honoured[body.nation] = body.fights


@on(happened.ObjectiveContested)
def objective_contested(situation: Situation, event: Event, body: happened.ObjectiveContested) -> None:
    situation.objectives[body.objective].held = body.held


@on(happened.ObjectiveDecided)
def objective_decided(situation: Situation, event: Event, body: happened.ObjectiveDecided) -> None:
    objective = situation.objectives[body.objective]
    objective.held, objective.decided = body.held, event.time
