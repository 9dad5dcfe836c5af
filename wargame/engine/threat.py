"""The adversary: how it prepares, believes, chooses and slips (`docs/model.md` section 4)."""

from collections.abc import Generator
from dataclasses import fields, replace
from math import exp

import simpy

from wargame.engine.world import World
from wargame.model.adversary import CLASH, COERCION, FULL_WAR, LIMITED_WAR, MOBILISATION, SERIOUS_CLASH, Adversary
from wargame.model.clock import DAY, HOUR, seconds
from wargame.model.doctrine import TypeParameters
from wargame.model.event import EVERYONE, Event
from wargame.model.happenings import (
    ActivationOrdered,
    ActKind,
    AdversaryChose,
    AdversaryPrepared,
    AggressionScripted,
    AttackBegan,
    ClashHappened,
    CrisisCalmed,
    ExerciseStarted,
    MeasureAdopted,
    MeasureFailed,
    MovementRefused,
    OfferWithdrawn,
    Option,
    ReinforcementAnnounced,
    ResolveRevised,
    RungChanged,
    StatementMade,
)
from wargame.model.nation import HEAVY, Force, Nation
from wargame.model.scenario import RED, Objective
from wargame.model.situation import AdversaryState
from wargame.rules.contest import effective
from wargame.rules.draw import choose, exponential, lognormal, normal
from wargame.rules.home_front import tired
from wargame.rules.movement import Planner, integration_days, planned_hours
from wargame.rules.threat import Reinforcement, Standing, choices, mobilised, odds, resolve

SEEN_BY_ADVERSARY = (RED,)
LATE = 1.0
"""Days in which a force is expected that is overdue."""
AFTER_MEDIATION = 3
"""Rung at which a mediated clash ends."""


class Threat:
    """One adversary and its hidden mind."""

    def __init__(self, world: World, adversary: Adversary) -> None:
        self.world, self.adversary = world, adversary
        self.parameters = world.scenario.doctrine.threat
        self.objective: Objective = next(each for each in world.scenario.objectives if each.id == adversary.aim)
        self.planner = Planner(world.scenario)
        self.forces = {force.id: (nation, force) for nation in world.scenario.nations for force in nation.forces}
        self.expected: dict[str, int] = {}
        """By allied force: when the adversary reckons it will be capable, from planning figures."""
        self.strength = 0.0
        for force in adversary.forces:
            self.strength += force.strength
        self.type: TypeParameters = TypeParameters()
        self.value = adversary.value
        self.active = True
        """Whether it still decides: not after it has attacked, nor when the crisis is over."""
        self.moved: Event | None = None
        """What it answers when it decides next."""
        self.due = 0
        """When it decides next."""
        self.planned = 0
        """Number of the decision planned last; an earlier plan is void."""
        self.decided_at = 0
        self.woken_at = -DAY
        self.low_since: int | None = None
        """Since when it has been at rung 1 or below."""
        world.when(ExerciseStarted, self.prepare)
        world.when(ActivationOrdered, self.reckon)
        world.when(ReinforcementAnnounced, self.wake)
        world.when(StatementMade, self.hear)
        world.when(MeasureAdopted, self.see_unity)
        world.when(MeasureFailed, self.see_discord)
        world.when(OfferWithdrawn, self.see_retreat)
        world.when(MovementRefused, self.see_refusal)
        world.when(AggressionScripted, self.follow_script)

    # --- STARTEX ---------------------------------------------------------------------------------------------

    def prepare(self, event: Event, body: ExerciseStarted) -> None:
        """Who the adversary is this time is drawn from the scenario's prior, and its parameters around its type."""
        draw, name = self.world.draw, self.adversary.id
        prior = self.adversary.types
        chosen = prior[choose(draw(name, "type"), [each.probability for each in prior])].type
        median: TypeParameters = getattr(self.world.scenario.doctrine.types, chosen)
        sd = self.parameters.type_sd
        self.type = replace(
            median,
            **{
                each.name: getattr(median, each.name) * exp(sd * normal(draw(name, each.name)) - sd * sd / 2)
                for each in fields(median)
            },
        )
        self.moved = self.world.emit(
            AdversaryPrepared(
                adversary=name,
                type=chosen,
                objective=self.adversary.aim,
                rung=self.adversary.rung,
                mobilisation=self.adversary.mobilisation,
            ),
            None,
            SEEN_BY_ADVERSARY,
        )
        self.watch_calm()
        self.plan()
        self.world.env.process(self.friction())

    @property
    def state(self) -> AdversaryState:
        """The adversary as it is."""
        return self.world.situation.adversaries[self.adversary.id]

    # --- deciding --------------------------------------------------------------------------------------------

    def plan(self) -> None:
        """Think again after a while, at its own pace."""
        days = lognormal(self.world.draw(self.adversary.id, "pace"), self.parameters.tempo, self.parameters.tempo_sd)
        self.think_in(max(HOUR, round(days * DAY)))

    def wake(self, event: Event, body: object) -> None:
        """An act of the alliance makes it think within the hour, but not more than every few hours."""
        if not self.active or self.world.now - self.woken_at < seconds(self.parameters.wake_hours):
            return
        self.woken_at, self.moved = self.world.now, event
        if self.due > self.world.now + HOUR:
            self.think_in(HOUR)

    def think_in(self, delay: int) -> None:
        """Decide then; whatever was planned before is void."""
        self.planned += 1
        self.due = self.world.now + delay
        self.world.call(delay, self.think, self.planned)

    def think(self, plan: int) -> None:
        if plan != self.planned or not self.active:
            return
        standing = self.standing()
        days = (self.world.now - self.decided_at) / DAY
        open_acts = choices(self.parameters, self.type, standing, days)
        drawn = choose(self.world.draw(self.adversary.id, "choice"), [each.probability for each in open_acts])
        act = open_acts[drawn].act
        chance = odds(self.parameters, standing, 0.0)
        body = AdversaryChose(
            adversary=self.adversary.id,
            act=act,
            options=tuple(
                Option(
                    act=each.act,
                    utility=round(each.utility, 6),
                    weight=round(each.weight, 6),
                    probability=round(each.probability, 6),
                )
                for each in open_acts
            ),
            resolve=round(standing.resolve, 6),
            odds_alone=round(chance.alone, 6),
            odds_allied=round(chance.allied, 6),
        )
        chose = self.world.emit(body, self.moved, SEEN_BY_ADVERSARY)
        self.moved, self.decided_at = chose, self.world.now
        self.carry_out(act, chose)
        if self.active:
            self.plan()

    def carry_out(self, act: ActKind, chose: Event) -> None:
        match act:
            case "climb":
                self.climb(chose)
            case "back_down":
                self.move_to(self.state.rung - 1, chose)
            case "attack":
                self.attack(chose)

    def climb(self, chose: Event) -> None:
        answered = bool(self.expected)
        rung = self.state.rung + 1
        changed = self.move_to(rung, chose)
        if rung >= CLASH:
            self.world.emit(
                ClashHappened(adversary=self.adversary.id, serious=rung >= SERIOUS_CLASH), changed, EVERYONE
            )
        if rung >= MOBILISATION and not answered:
            self.believe(self.parameters.word_unanswered, "unanswered", changed)

    def follow_script(self, event: Event, body: AggressionScripted) -> None:
        """The master events list has it attack, whatever it would choose; it attacks once."""
        if body.adversary == self.adversary.id and self.world.situation.objectives[body.objective].attacked is None:
            self.attack(event)

    def attack(self, chose: Event) -> None:
        """Attacking is the last thing it decides; the allies' honour decides how large the war is."""
        self.active = False
        began = self.world.emit(AttackBegan(adversary=self.adversary.id, objective=self.objective.id), chose, EVERYONE)
        helped = any(self.world.situation.honoured.values())
        self.move_to(FULL_WAR if helped else LIMITED_WAR, began)

    def move_to(self, rung: int, cause: Event) -> Event:
        changed = self.world.emit(
            RungChanged(
                adversary=self.adversary.id,
                old=self.state.rung,
                new=rung,
                mobilisation=round(self.mobilisation(), 6),
            ),
            cause,
            SEEN_BY_ADVERSARY,
        )
        self.moved = changed
        self.watch_calm()
        return changed

    def watch_calm(self) -> None:
        """A crisis is over after days at the bottom of the ladder, whichever of its two lowest rungs."""
        if self.state.rung > 1:
            self.low_since = None
        elif self.low_since is None:
            self.low_since = self.world.now
            self.world.call(round(self.parameters.calm_days * DAY), self.calm, self.low_since)

    def calm(self, since: int) -> None:
        if self.active and self.low_since == since:
            self.active = False
            self.world.emit(CrisisCalmed(adversary=self.adversary.id), self.moved, SEEN_BY_ADVERSARY)

    # --- what its choice depends on --------------------------------------------------------------------------

    def standing(self) -> Standing:
        world, state = self.world, self.state
        reinforcements = tuple(self.reinforcement(force, due) for force, due in self.expected.items())
        return Standing(
            rung=state.rung,
            rung_days=(world.now - state.since) / DAY,
            mobilisation=self.mobilisation(),
            strength=self.strength,
            defence=self.objective.defence,
            value=self.value,
            resolve=self.resolve(reinforcements),
            reinforcements=reinforcements,
        )

    def mobilisation(self) -> float:
        days = (self.world.now - self.state.since) / DAY
        return mobilised(self.parameters, self.state.rung, self.state.mobilisation, days)

    def reinforcement(self, name: str, due: int) -> Reinforcement:
        """An allied force as the adversary counts it: there when it is, else when planning figures say, or soon."""
        nation, force = self.forces[name]
        strength = effective(force, nation, self.parameters.integration_loss, self.tired())
        there = self.world.situation.forces[name].status == "capable"
        days = 0.0 if there else max(LATE, (due - self.world.now) / DAY)
        return Reinforcement(strength, days, force.kind in HEAVY)

    def tired(self) -> float:
        """Readiness that the allies have lost by long full alert; it can be seen from outside."""
        return tired(self.world.scenario, self.world.situation, self.world.now)

    def resolve(self, reinforcements: tuple[Reinforcement, ...]) -> float:
        """r: words fade, forces count while they are there."""
        heavy = light = 0.0
        for each in reinforcements:
            if each.due == 0.0:
                heavy, light = (heavy + each.strength, light) if each.heavy else (heavy, light + each.strength)
        members = self.world.scenario.alliance.members
        tie = len([nation for nation in members if nation in self.world.situation.committed]) / len(members)
        return resolve(self.parameters, self.words(), tie, heavy, light)

    def words(self) -> float:
        """b, half of it gone each half-life."""
        days = (self.world.now - self.state.words_since) / DAY
        faded: float = self.state.words * 0.5 ** (days / self.parameters.word_half_life)
        return faded

    # --- what it makes of the alliance's acts ----------------------------------------------------------------

    def reckon(self, event: Event, body: ActivationOrdered) -> None:
        """It reckons when the forces activated for its objective will be capable."""
        assert event.measure is not None
        place = self.world.situation.council.measures[event.measure].text.place
        if place != self.objective.at:
            return
        for name in body.forces:
            nation, force = self.forces[name]
            hours = self.hours_until_capable(nation, force)
            if hours is not None:
                self.expected[name] = self.world.now + seconds(hours)

    def see_refusal(self, event: Event, body: MovementRefused) -> None:
        """That a parliament refused is no secret: the force is not expected any more."""
        self.expected.pop(body.force, None)

    def hours_until_capable(self, nation: Nation, force: Force) -> float | None:
        """By planning figures, from the order on; None when no way leads there."""
        stages = self.planner.way(force.tonnes, force.at, self.objective.at)
        if stages is None:
            return None
        days = integration_days(self.world.scenario.doctrine.deployment, nation)
        return force.notice + planned_hours(stages) + 24 * days

    def hear(self, event: Event, body: StatementMade) -> None:
        """Each statement counts half of the last; a commitment counts through the tie."""
        if body.commits:
            self.believe(0.0, "commitment", event)
        else:
            said = self.world.situation.statements - len(self.world.situation.committed)
            self.believe(self.parameters.word_statement * 0.5 ** (said - 1), "statement", event)
        self.wake(event, body)

    def see_unity(self, event: Event, body: MeasureAdopted) -> None:
        assert event.measure is not None
        if body.unanimous and self.world.situation.council.measures[event.measure].text.kind == "deploy":
            self.believe(self.parameters.word_unanimous, "unanimity", event)

    def see_discord(self, event: Event, body: MeasureFailed) -> None:
        self.believe(self.parameters.word_broken, "broken", event)

    def see_retreat(self, event: Event, body: OfferWithdrawn) -> None:
        """Taking an offer back after adoption is a failed pledge."""
        assert event.measure is not None
        if self.world.situation.council.measures[event.measure].state == "adopted":
            self.believe(self.parameters.word_broken, "withdrawn", event)

    def believe(self, change: float, why: str, cause: Event) -> None:
        if not self.active:
            return
        body = ResolveRevised(
            adversary=self.adversary.id,
            change=round(change, 6),
            words=round(self.words() + change, 6),
            why=why,  # type: ignore[arg-type]
        )
        self.world.emit(body, cause, SEEN_BY_ADVERSARY)

    # --- what nobody chooses ---------------------------------------------------------------------------------

    def friction(self) -> Generator[simpy.Event, None, None]:
        """Forces that face each other clash by accident, clashes spiral, mediators end them.

        Candidates come at the highest rate that can be; what each becomes, if anything, depends on the rung.
        """
        world, parameters = self.world, self.parameters
        highest = parameters.incident_rate * 2.3 + parameters.spiral_rate + parameters.mediation_rate
        while self.active:
            gap = exponential(world.draw(self.adversary.id, "friction"), highest)
            yield world.env.timeout(max(1, round(DAY * gap)))
            drawn = world.draw(self.adversary.id, "friction kind") * highest
            if self.active:
                self.slip(drawn)

    def slip(self, drawn: float) -> None:
        """What comes of an occasion for friction, by the rates at the present rung."""
        rung = self.state.rung
        incident = self.incident_rate() if MOBILISATION <= rung < CLASH else 0.0
        spiral = self.parameters.spiral_rate if rung == CLASH else 0.0
        mediation = self.parameters.mediation_rate if rung >= CLASH else 0.0
        assert self.moved is not None
        if drawn < incident:
            changed = self.move_to(CLASH, self.moved)
            self.world.emit(ClashHappened(adversary=self.adversary.id, serious=False), changed, EVERYONE)
        elif drawn < incident + spiral:
            changed = self.move_to(SERIOUS_CLASH, self.moved)
            self.world.emit(ClashHappened(adversary=self.adversary.id, serious=True), changed, EVERYONE)
        elif drawn < incident + spiral + mediation:
            self.move_to(AFTER_MEDIATION, self.moved)

    def incident_rate(self) -> float:
        """A day; more forces forward, more accidents."""
        forward = 0.0
        for force, due in self.expected.items():
            each = self.reinforcement(force, due)
            forward += each.strength if each.due == 0.0 else 0.0
        crowding = 1.0 + min(1.0, forward / self.strength) + 0.3 * (self.state.rung == COERCION)
        return self.parameters.incident_rate * crowding
