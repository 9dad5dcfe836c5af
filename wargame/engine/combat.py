"""After an attack: how the hold on the objective moves, and what seats decide in the fighting (7.31 to 7.35)."""

from math import fsum

from wargame.engine.seats import spend
from wargame.engine.world import World
from wargame.model.adversary import Adversary
from wargame.model.clock import DAY, HOUR, seconds
from wargame.model.decisions.forces import CeaseFire, CommitForce, CounterAttack, Evacuate
from wargame.model.event import EVERYONE, Event
from wargame.model.happenings import (
    AttackBegan,
    CeaseFireAgreed,
    CeaseFireOffered,
    CeaseFireRefused,
    CounterAttackBegan,
    EvacuationEnded,
    ForceCommitted,
    ForceEngaged,
    ForceEvacuated,
    ObjectiveContested,
    ObjectiveDecided,
    Side,
)
from wargame.model.scenario import RED, Objective
from wargame.model.situation import Battle
from wargame.rules.combat import backing, in_battle, left, prefers_peace, stood_aside, surprised, worth
from wargame.rules.contest import mobilised_strength, success
from wargame.rules.movement import planned_hours, planner_of
from wargame.rules.threat import mobilisation_of

STEP = 6 * HOUR


class Combat:
    """Fights for objectives, and carries out what seats decide in the fighting."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.parameters = world.scenario.doctrine.combat
        self.objectives = {each.id: each for each in world.scenario.objectives}
        self.adversaries = {each.id: each for each in world.scenario.adversaries}
        self.forces = {force.id: (nation, force) for nation in world.scenario.nations for force in nation.forces}
        self.attackers: dict[str, Adversary] = {}
        """By objective."""
        self.commanded: set[str] = set()
        """Objectives over whose fighting a Red seat has offered a cease-fire."""
        world.when(AttackBegan, self.begin)
        world.handle(CommitForce, self.commit)
        world.handle(CounterAttack, self.counter)
        world.handle(Evacuate, self.evacuate)
        world.handle(CeaseFire, self.offer_cease_fire)

    def battle(self, objective: str) -> Battle:
        return self.world.situation.battles[objective]

    def fighting(self, objective: str) -> bool:
        return objective in self.attackers and self.world.situation.objectives[objective].decided is None

    # --- the fighting ----------------------------------------------------------------------------------------

    def begin(self, event: Event, body: AttackBegan) -> None:
        self.attackers[body.objective] = self.adversaries[body.adversary]
        self.world.call(STEP, self.fight, self.objectives[body.objective], event)

    def fight(self, objective: Objective, cause: Event) -> None:
        """One step: `dx/dt = (2 P(A, D) - 1) / T_fait`."""
        world = self.world
        if not self.fighting(objective.id):
            return
        battle, threat = self.battle(objective.id), world.scenario.doctrine.threat
        for force in in_battle(world.situation, objective):
            if force not in battle.engaged:
                cause = world.emit(ForceEngaged(force=force, objective=objective.id), cause, EVERYONE)
        chance = self.chance(objective)
        held = world.situation.objectives[objective.id].held
        held += (2.0 * chance - 1.0) / threat.fait_accompli_days * STEP / DAY
        held = round(min(1.0, max(0.0, held)), 6)
        contested = world.emit(ObjectiveContested(objective=objective.id, held=held), cause, EVERYONE)
        late = world.now - battle.began >= seconds(self.parameters.least_hours)
        if late and held in (0.0, 1.0):
            world.emit(ObjectiveDecided(objective=objective.id, held=held), contested, EVERYONE)
            return
        if not self.played(objective.id) and "adversary" not in battle.offered and self.content(objective.id):
            self.offer("adversary", objective.id, contested)
        world.call(STEP, self.fight, objective, contested)

    def chance(self, objective: Objective) -> float:
        """The adversary's chance of success now, P(A_t, D_t)."""
        exponent = self.world.scenario.doctrine.threat.contest_exponent
        return success(self.attack(objective), self.defence(objective), exponent)

    def attack(self, objective: Objective) -> float:
        """A_t: it goes on mobilising, and loses what is engaged."""
        world, adversary = self.world, self.attackers[objective.id]
        state, threat = world.situation.adversaries[adversary.id], world.scenario.doctrine.threat
        share = mobilisation_of(threat, state, world.now)
        strength = fsum(force.strength for force in adversary.forces) * backing(world.scenario, world.situation)
        left_over = left(self.parameters, self.battle(objective.id).began, world.now)
        return mobilised_strength(threat, strength, share) * left_over

    def defence(self, objective: Objective) -> float:
        """D_t: what stood there, and the capable forces there of those who fight, less what they have lost."""
        world, battle = self.world, self.battle(objective.id)
        first = objective.defence * left(self.parameters, battle.began, world.now)
        if world.situation.engagement.nations.get(objective.owner) == "tight":
            first *= surprised(world.scenario, world.situation, objective.id, world.now)
        return first + fsum(
            worth(world.scenario, world.situation, objective.id, *self.forces[name], world.now)
            for name in in_battle(world.situation, objective)
        )

    # --- what seats decide -----------------------------------------------------------------------------------

    def commit(self, seat: str, decision: CommitForce, cause: Event) -> None:
        if not self.fighting(decision.objective):
            self.world.fail(seat, decision, cause, "the fighting is over")
            return
        overturns = stood_aside(self.world.situation, seat)
        body = ForceCommitted(nation=seat, force=decision.force, objective=decision.objective)
        committed = self.world.emit(body, cause, EVERYONE)
        if overturns:
            spend(self.world, seat, int(self.parameters.overturn_cost), committed)

    def counter(self, seat: str, decision: CounterAttack, cause: Event) -> None:
        able = in_battle(self.world.situation, self.objectives[decision.objective])
        forces = tuple(force for force in able if force in decision.forces)
        if not self.fighting(decision.objective) or not forces:
            self.world.fail(seat, decision, cause, "no such force fights for the objective any more")
            return
        self.world.emit(CounterAttackBegan(objective=decision.objective, forces=forces), cause, EVERYONE)

    def evacuate(self, seat: str, decision: Evacuate, cause: Event) -> None:
        world, state = self.world, self.world.situation.forces[decision.force]
        places = (each for each in self.objectives.values() if self.fighting(each.id) and each.at == state.at)
        objective = next(places, None)
        stages = planner_of(world.scenario).way(self.forces[decision.force][1].tonnes, state.at, decision.to)
        if objective is None or state.status != "capable" or not stages:
            world.fail(seat, decision, cause, "no way leads there, or the force is not in the fighting")
            return
        due = world.now + seconds(planned_hours(stages))
        body = ForceEvacuated(force=decision.force, objective=objective.id, to=decision.to, due=due)
        left = world.emit(body, cause, EVERYONE)
        world.call(due - world.now, self.evacuated, decision, left)

    def evacuated(self, decision: Evacuate, left: Event) -> None:
        self.world.emit(EvacuationEnded(force=decision.force, at=decision.to), left, EVERYONE)

    def offer_cease_fire(self, seat: str, decision: CeaseFire, cause: Event) -> None:
        if not self.fighting(decision.objective):
            self.world.fail(seat, decision, cause, "the fighting is over")
            return
        if seat == RED:
            self.commanded.add(decision.objective)
        self.offer("adversary" if seat == RED else "alliance", decision.objective, cause)

    def offer(self, side: Side, objective: str, cause: Event) -> None:
        """One side would stop where it stands; when both would, it is over."""
        world = self.world
        offered = world.emit(CeaseFireOffered(objective=objective, side=side), cause, EVERYONE)
        if len(self.battle(objective).offered) == 2:
            self.end(objective, offered)
        elif side == "alliance" and not self.played(objective):
            self.answer(objective, offered)

    def answer(self, objective: str, offered: Event) -> None:
        """The adversary's answer: peace at the line when it holds as much as it can hope to win."""
        if self.content(objective):
            self.offer("adversary", objective, offered)
        else:
            self.world.emit(CeaseFireRefused(objective=objective, side="adversary"), offered, EVERYONE)

    def played(self, objective: str) -> bool:
        """Whether a seat speaks for the adversary."""
        commanded = self.world.situation.adversaries[self.attackers[objective].id].commanded
        return commanded or objective in self.commanded

    def content(self, objective: str) -> bool:
        held = self.world.situation.objectives[objective].held
        return prefers_peace(self.world.scenario, self.world.situation, held, self.chance(self.objectives[objective]))

    def end(self, objective: str, offered: Event) -> None:
        held = self.world.situation.objectives[objective].held
        agreed = self.world.emit(CeaseFireAgreed(objective=objective, held=held), offered, EVERYONE)
        self.world.emit(ObjectiveDecided(objective=objective, held=held), agreed, EVERYONE)
