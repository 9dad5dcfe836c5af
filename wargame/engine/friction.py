"""What nobody chooses: forces that face each other clash, clashes spiral, mediators end them (`docs/model.md` 4.12)."""

from wargame.engine.ladder import clash, step
from wargame.engine.world import World
from wargame.model.adversary import CLASH, COERCION, EXERCISE, MOBILISATION, SERIOUS_CLASH, Adversary
from wargame.model.clock import DAY
from wargame.model.decisions.terms import Rules
from wargame.model.event import Event
from wargame.model.happenings import AdversaryChose, AdversaryPrepared, RungChanged
from wargame.model.nation import FRIGHTENING
from wargame.model.scenario import allied_seats
from wargame.rules.draw import exponential
from wargame.rules.engagement import incident_factor, rules_of

CROWDED = 2.3
"""Most by which forces forward and open coercion multiply the incident rate: 1 + 1 + .3."""
AFTER_MEDIATION = EXERCISE
"""Rung at which a mediated clash ends."""


class Friction:
    """Accidents between one adversary and the allies that face it."""

    def __init__(self, world: World, adversary: Adversary) -> None:
        self.world, self.adversary = world, adversary
        self.parameters, self.talks = world.scenario.doctrine.threat, world.scenario.doctrine.talks
        self.objective = next(each for each in world.scenario.objectives if each.id == adversary.aim)
        self.forces = [(nation, force) for nation in world.scenario.nations for force in nation.forces]
        self.strength = 0.0
        for force in adversary.forces:
            self.strength += force.strength
        self.moved: Event | None = None
        """The last thing that the adversary did."""
        world.when(AdversaryPrepared, self.prepared)
        world.when(AdversaryChose, self.note)
        world.when(RungChanged, self.note)

    def prepared(self, event: Event, body: AdversaryPrepared) -> None:
        if body.adversary == self.adversary.id:
            self.moved = event
            self.wait()

    def note(self, event: Event, body: AdversaryChose | RungChanged) -> None:
        if body.adversary == self.adversary.id:
            self.moved = event

    def wait(self) -> None:
        """Candidates come at the highest rate that can be; what becomes of each depends on how things are."""
        gap = exponential(self.world.draw(self.adversary.id, "friction"), self.highest())
        self.world.call(max(1, round(DAY * gap)), self.occur)

    def highest(self) -> float:
        parameters = self.parameters
        wildest = max(1.0, parameters.rules_loose) * (1.0 + parameters.moral_hazard) * CROWDED
        mediators = max(1.0, self.talks.mediator)
        return parameters.incident_rate * wildest + parameters.spiral_rate + parameters.mediation_rate * mediators

    def occur(self) -> None:
        """An occasion for friction; there are none any more once there is war or the crisis is over."""
        state = self.world.situation.adversaries[self.adversary.id]
        drawn = self.world.draw(self.adversary.id, "friction kind") * self.highest()
        if state.at_war or (state.over and not state.commanded):
            return
        if not state.over:
            self.slip(state.rung, drawn)
        self.wait()

    def slip(self, rung: int, drawn: float) -> None:
        """What comes of an occasion, by the rates at the present rung."""
        incident = self.incident_rate(rung) if MOBILISATION <= rung < CLASH else 0.0
        spiral = self.parameters.spiral_rate if rung == CLASH else 0.0
        mediation = self.mediation_rate() if rung >= CLASH else 0.0
        name = self.adversary.id
        assert self.moved is not None
        if drawn < incident:
            clash(self.world, name, CLASH, self.moved)
        elif drawn < incident + spiral:
            clash(self.world, name, SERIOUS_CLASH, self.moved)
        elif drawn < incident + spiral + mediation:
            step(self.world, name, AFTER_MEDIATION, self.moved, mediated=True)

    # --- rates, a day ----------------------------------------------------------------------------------------

    def incident_rate(self, rung: int) -> float:
        """More heavy forces forward, looser rules and a bolder ally make more accidents; talking makes fewer."""
        world, parameters = self.world, self.parameters
        facing: list[tuple[float, Rules]] = [(self.objective.defence, self.owners_rules())]
        forward = 0.0
        for nation, force in self.forces:
            state = world.situation.forces[force.id]
            if state.status == "capable" and state.at == self.objective.at:
                facing.append((state.effective, rules_of(world.situation, nation.id, force)))
                forward += state.effective if force.kind in FRIGHTENING else 0.0
        crowding = 1.0 + min(1.0, forward / self.strength) + 0.3 * (rung == COERCION)
        rate = parameters.incident_rate * crowding * incident_factor(parameters, facing)
        return rate * self.boldness() * self.calming()

    def owners_rules(self) -> Rules:
        return self.world.situation.engagement.nations.get(self.objective.owner, "normal")

    def boldness(self) -> float:
        """A protected ally takes risks: the firmer the others are thought to stand by it, the more."""
        resolve = self.world.situation.adversaries[self.adversary.id].resolve
        prior = self.parameters.prior_resolve
        above = max(0.0, ((resolve if resolve is not None else prior) - prior) / (1.0 - prior))
        return 1.0 + self.parameters.moral_hazard * above

    def calming(self) -> float:
        """A back channel is a hotline; observers see who began."""
        world, name = self.world, self.adversary.id
        talks = world.situation.talks
        hotline = any(talks.channel(seat, name) for seat in allied_seats(world.scenario))
        observers = any(body.assurance == "observers" for _, body in talks.assurances if body.adversary == name)
        return (self.parameters.hotline if hotline else 1.0) * (self.parameters.observers if observers else 1.0)

    def mediation_rate(self) -> float:
        mediators = self.world.situation.talks.mediators.values()
        at_work = any(each.agrees and each.adversary == self.adversary.id for each in mediators)
        return self.parameters.mediation_rate * (self.talks.mediator if at_work else 1.0)
