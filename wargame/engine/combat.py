"""After an attack: who honours the alliance, and how the hold on the objective moves (`docs/model.md` 7.9)."""

from math import exp, log

from wargame.engine.world import World
from wargame.model.adversary import Adversary
from wargame.model.clock import DAY, HOUR
from wargame.model.event import EVERYONE, Event
from wargame.model.happenings import AttackBegan, HonourDecided, ObjectiveContested, ObjectiveDecided
from wargame.model.scenario import Objective
from wargame.rules.contest import mobilised_strength, success
from wargame.rules.draw import normal

STEP = 6 * HOUR
AT_LEAST = 72 * HOUR
"""Fighting is not over before this, unless the objective falls."""
LOSSES_A_DAY = 0.03
"""Share of engaged forces lost a day (`docs/model.md` 7.9)."""


class Combat:
    """Fights for one objective."""

    def __init__(self, world: World, adversary: Adversary) -> None:
        self.world, self.adversary = world, adversary
        self.parameters = world.scenario.doctrine.threat
        world.when(AttackBegan, self.begin)

    def begin(self, event: Event, body: AttackBegan) -> None:
        if body.adversary != self.adversary.id:
            return
        if body.objective != self.adversary.aim:
            return
        objective = next(each for each in self.world.scenario.objectives if each.id == body.objective)
        for nation in self.world.scenario.alliance.members:
            if nation != objective.owner:
                fights = self.honours(nation)
                self.world.emit(HonourDecided(nation=nation, fights=fights), event, EVERYONE)
        self.world.call(STEP, self.fight, objective, event, event)

    def honours(self, nation: str) -> bool:
        """Whether an ally fights: more likely when it is committed and has forces in the field."""
        draw, forces = self.world.draw, self.world.situation.forces
        there = 0.0
        for force in forces.values():
            there += force.effective if force.nation == nation else 0.0
        logit = (
            self.parameters.honour_base
            + self.parameters.honour_tie * (nation in self.world.situation.committed)
            + self.parameters.honour_force * log(1.0 + there)
            + self.parameters.honour_sd * normal(draw(nation, "honour mood"))
        )
        return draw(nation, "honour") < 1.0 / (1.0 + exp(-logit))

    def fight(self, objective: Objective, began: Event, cause: Event) -> None:
        """One step: `dx/dt = (2 P(A, D) - 1) / T_fait`, with both sides losing what is engaged."""
        world = self.world
        days = (world.now - began.time) / DAY
        left = (1.0 - LOSSES_A_DAY) ** days
        chance = success(
            self.attackers() * left,
            objective.defence * left + self.defenders(objective),
            self.parameters.contest_exponent,
        )
        held = world.situation.objectives[objective.id].held
        held += (2.0 * chance - 1.0) / self.parameters.fait_accompli_days * STEP / DAY
        held = round(min(1.0, max(0.0, held)), 6)
        contested = world.emit(ObjectiveContested(objective=objective.id, held=held), cause, EVERYONE)
        if held >= 1.0 or (held <= 0.0 and world.now - began.time >= AT_LEAST):
            world.emit(ObjectiveDecided(objective=objective.id, held=held), contested, EVERYONE)
        else:
            world.call(STEP, self.fight, objective, began, contested)

    def attackers(self) -> float:
        strength = 0.0
        for force in self.adversary.forces:
            strength += force.strength
        return mobilised_strength(strength, self.world.situation.adversaries[self.adversary.id].mobilisation)

    def defenders(self, objective: Objective) -> float:
        """Allied forces capable there, of nations that fight."""
        strength = 0.0
        for force in self.world.situation.forces.values():
            fights = force.nation == objective.owner or self.world.situation.honoured.get(force.nation, False)
            if fights and force.status == "capable" and force.at == objective.at:
                strength += force.effective
        return strength
