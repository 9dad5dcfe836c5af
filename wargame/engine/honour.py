"""Who honours the alliance when attack comes (`docs/model.md` 7.30)."""

from wargame.engine.world import World
from wargame.model.event import EVERYONE, Event
from wargame.model.happenings import AttackBegan, HonourDecided
from wargame.model.nation import Nation
from wargame.model.scenario import Objective
from wargame.rules.combat import chance, honour_logit
from wargame.rules.draw import normal


class Honour:
    """Every ally's government's reflex; its seat can still send forces into the battle."""

    def __init__(self, world: World) -> None:
        self.world = world
        world.when(AttackBegan, self.decide)

    def decide(self, event: Event, body: AttackBegan) -> None:
        objective = next(each for each in self.world.scenario.objectives if each.id == body.objective)
        for nation in self.world.scenario.nations:
            if nation.id in self.world.scenario.alliance.members and nation.id != objective.owner:
                fights = self.honours(nation, objective)
                self.world.emit(HonourDecided(nation=nation.id, fights=fights), event, EVERYONE)

    def honours(self, nation: Nation, objective: Objective) -> bool:
        world, there = self.world, 0.0
        for force in world.situation.forces.values():
            there += force.effective if force.nation == nation.id else 0.0
        mood = normal(world.draw(nation.id, "honour mood"))
        logit = honour_logit(world.scenario, world.situation, nation, objective, there, world.now, mood)
        return world.draw(nation.id, "honour") < chance(logit)
