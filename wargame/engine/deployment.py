"""From an offer to a force that can fight (`docs/model.md` section 7): the processes that share a theatre's lift."""

from wargame.engine.force_generation import ForceGeneration
from wargame.engine.hosts import Hosts
from wargame.engine.lifts import Lifts
from wargame.engine.mandates import Mandates
from wargame.engine.movement import Movement
from wargame.engine.world import World
from wargame.rules.movement import planner_of


class Deployment:
    """All of it."""

    def __init__(self, world: World) -> None:
        self.planner = planner_of(world.scenario)
        self.lifts = Lifts(world)
        ForceGeneration(world)
        Mandates(world)
        Hosts(world)
        Movement(world, self.planner, self.lifts)
