"""Forces on their way: notice, mandate, leave, lift, legs, integration (`docs/model.md` 7.4 to 7.8, 7.12 to 7.15)."""

from collections.abc import Generator
from dataclasses import dataclass

import simpy

from wargame.engine.lifts import UNHURRIED, Lifts, Shipment
from wargame.engine.world import World
from wargame.model.clock import DAY, seconds
from wargame.model.decisions.forces import MoveForce
from wargame.model.event import ALLIES, Audience, Event
from wargame.model.happenings import (
    ActivationOrdered,
    ForceArrived,
    ForceCapable,
    ForceDeparted,
    ForceLoaded,
    ForceReturned,
    LoadingBegan,
    MandateDecided,
    MovementDetected,
    MovementRefused,
    MoveOrdered,
    NoticeServed,
    PermissionAsked,
    PermissionGiven,
    PermissionRefused,
    RequirementMet,
)
from wargame.model.happenings.deployment import DeploymentBody
from wargame.model.nation import Force, Nation
from wargame.model.scenario import RED
from wargame.model.situation import MOVABLE, ForceState, Grant, MeasureProgress
from wargame.rules.contest import effective
from wargame.rules.draw import lognormal
from wargame.rules.generation import needed_by, reserved, under_fire
from wargame.rules.lifting import usable
from wargame.rules.movement import Planner, Stage, debarkation, integration_days, planned_hours
from wargame.rules.passage import emergency, grants_on, planned_days, refused
from wargame.rules.threat import hybrid_level

Waits = Generator[simpy.Event, Event, None]
Answers = Generator[simpy.Event, Event, bool]


@dataclass(slots=True)
class Journey:
    """A force on its way to a place, for a measure or under national command."""

    nation: Nation
    force: Force
    state: ForceState
    place: str
    measure: MeasureProgress | None
    cause: Event
    """What happened to it last."""
    way: tuple[Stage, ...] = ()
    """All the stages it went or is going, for what its integration takes."""
    debarked: bool = False

    @property
    def homeward(self) -> bool:
        """Whether it goes back to where its force belongs."""
        return self.measure is None and self.place == self.force.at

    @property
    def number(self) -> str | None:
        """The measure's number, to stand in its events."""
        return self.measure.id if self.measure else None


class Movement:
    """Moves forces."""

    def __init__(self, world: World, planner: Planner, lifts: Lifts) -> None:
        self.world, self.planner, self.lifts = world, planner, lifts
        self.parameters = world.scenario.doctrine.deployment
        self.forces = {force.id: (nation, force) for nation in world.scenario.nations for force in nation.forces}
        self.awaited: dict[object, simpy.Event] = {}
        """By a mandate or a permission: triggered with the event that decides it."""
        self.decided: dict[object, Event] = {}
        world.handle(MoveForce, self.order)
        world.when(ActivationOrdered, self.activated)
        world.when(MandateDecided, self.mandate_decided)
        world.when(PermissionGiven, self.permission_given)
        world.when(PermissionRefused, self.permission_refused)

    # --- orders ----------------------------------------------------------------------------------------------

    def activated(self, event: Event, body: ActivationOrdered) -> None:
        assert event.measure is not None
        measure = self.world.situation.council.measures[event.measure]
        for name in body.forces:
            self.send(name, measure, event)

    def order(self, seat: str, decision: MoveForce, cause: Event) -> None:
        """A nation's own order: no measure stands behind it."""
        world, state = self.world, self.world.situation.forces.get(decision.force)
        if state is None or state.nation != seat or state.status not in MOVABLE:
            world.fail(seat, decision, cause, "the force is on its way")
            return
        strength = self.forces[decision.force][1].strength
        body = MoveOrdered(nation=seat, force=decision.force, place=decision.to, strength=strength)
        self.send(decision.force, None, world.emit(body, cause, self.audience(seat)))

    def send(self, name: str, measure: MeasureProgress | None, ordered: Event) -> None:
        nation, force = self.forces[name]
        state = self.world.situation.forces[name]
        assert state.destination is not None
        journey = Journey(nation, force, state, state.destination, measure, ordered)
        self.world.env.process(self.goes(journey))

    # --- what is waited for ----------------------------------------------------------------------------------

    def mandate_decided(self, event: Event, body: MandateDecided) -> None:
        self.settle((event.measure, body.nation), event)

    def permission_given(self, event: Event, body: PermissionGiven) -> None:
        for nation in body.nations:
            self.settle((nation, Grant(body.what, body.by, body.at)), event)

    def permission_refused(self, event: Event, body: PermissionRefused) -> None:
        self.settle((body.nation, Grant(body.what, body.by, body.at)), event)

    def settle(self, what: object, event: Event) -> None:
        self.decided[what] = event
        awaited = self.awaited.pop(what, None)
        if awaited is not None:
            awaited.succeed(event)

    def decision(self, what: object) -> simpy.Event:
        """An event that is triggered when this is decided."""
        awaited = self.awaited.get(what)
        if awaited is None:
            awaited = self.awaited[what] = self.world.env.event()
        return awaited

    # --- a journey -------------------------------------------------------------------------------------------

    def goes(self, journey: Journey) -> Waits:
        """Notice beside mandate and leave, then stage by stage, then integration."""
        world, state = self.world, journey.state
        if state.status == "capable":
            yield from self.joins(journey)
            return
        journey.way = self.choose(journey, state.at) or ()
        self.ask(journey, journey.way)  # leave is sought beside notice and mandate
        began = state.readied if state.readied is not None else world.now
        yield world.env.timeout(max(0, began + seconds(journey.force.notice) - world.now))
        journey.cause = self.tell(journey, NoticeServed(force=journey.force.id))
        if not (yield from self.is_mandated(journey)) or not self.is_willing(journey):
            return
        if not (yield from self.travels(journey)):
            return
        if journey.homeward:
            self.tell(journey, ForceReturned(force=journey.force.id))
            return
        yield world.env.timeout(round(DAY * self.integration_days(journey)))
        if self.is_willing(journey):
            self.capable(journey)

    def joins(self, journey: Journey) -> Waits:
        """A force that is there and capable under national command has only to be handed over."""
        yield self.world.env.timeout(0)
        if (yield from self.is_mandated(journey)) and self.is_willing(journey):
            self.arrive_here(journey)
            self.capable(journey)

    def is_mandated(self, journey: Journey) -> Answers:
        """Waits for the nation's mandate for the measure, where there must be one; False when it is refused."""
        measure, nation = journey.measure, journey.nation.id
        if measure is None or nation not in measure.mandates:
            return True
        if measure.mandates[nation] == "sought":
            journey.cause = yield self.decision((measure.id, nation))
        if measure.mandates[nation] == "refused":
            self.refuse(journey, "the mandate was refused", self.decided[measure.id, nation])
            return False
        return True

    def is_willing(self, journey: Journey) -> bool:
        """Some forces do not go into fighting that has begun."""
        world = self.world
        measure = journey.measure
        held = measure is not None and "not_under_fire" in reserved(measure, journey.state)
        if held and under_fire(world.scenario, world.situation, journey.place):
            self.refuse(journey, "it is not to go under fire", journey.cause)
            return False
        return True

    def travels(self, journey: Journey) -> Answers:
        """All stages; where leave is refused another way is looked for. False when none is left."""
        stages: tuple[Stage, ...] | None = journey.way or self.choose(journey, journey.state.at)
        gone: tuple[Stage, ...] = ()
        if stages == () and not journey.homeward:
            self.arrive_here(journey)
        while stages is None or stages:
            if stages is None:
                self.refuse(journey, f"no way leads to {journey.place}", journey.cause)
                return False
            self.ask(journey, stages)
            if not (yield from self.is_let_through(journey, stages[0], last=len(stages) == 1)):
                stages = self.choose(journey, journey.state.at)
                continue
            debarks = not journey.debarked and debarkation(stages) == 0
            yield from self.stage(journey, stages[0], debarks, first=not gone)
            journey.debarked |= debarks
            gone, stages = (*gone, stages[0]), stages[1:]
        journey.way = gone
        return True

    def arrive_here(self, journey: Journey) -> None:
        """A force that is where it is wanted has nothing to load."""
        journey.cause = self.tell(journey, ForceLoaded(force=journey.force.id))
        here = ForceArrived(force=journey.force.id, place=journey.state.at, debarked=True)
        journey.cause = self.tell(journey, here)

    # --- leave -----------------------------------------------------------------------------------------------

    def choose(self, journey: Journey, start: str) -> tuple[Stage, ...] | None:
        """The quickest way, reckoning with the time that leave will take where it has not been given."""
        nation, force = journey.nation, journey.force
        closed = refused(self.world.situation, nation.id)
        best = self.planner.plan(nation, force, start, journey.place, closed)
        wanting = self.wanting(journey, best or ())
        if best is None or not wanting:
            return best
        free = self.planner.plan(nation, force, start, journey.place, closed | frozenset(wanting))
        if free is None:
            return best
        urgent = self.urgent(journey)
        leave = max(24.0 * planned_days(self.world.scenario, nation.id, grant, urgent) for grant in wanting)
        notice = force.notice
        return free if max(notice, leave) + planned_hours(best) > notice + planned_hours(free) else best

    def wanting(self, journey: Journey, stages: tuple[Stage, ...]) -> list[Grant]:
        """What a way needs and the nation has not been given."""
        given = self.world.situation.permissions
        needed = [grant for index, stage in enumerate(stages) for grant in self.grants(journey, stage, stages, index)]
        return [grant for grant in dict.fromkeys(needed) if given.get((journey.nation.id, grant)) != "given"]

    def grants(self, journey: Journey, stage: Stage, stages: tuple[Stage, ...], index: int) -> list[Grant]:
        end = self.planner.places[stage.leg.end]
        return grants_on(stage.leg, end, journey.nation.id, index == len(stages) - 1)

    def ask(self, journey: Journey, stages: tuple[Stage, ...]) -> None:
        """Ask for all the leave that a way needs at once, unless it has been asked for."""
        for grant in self.wanting(journey, stages):
            if (journey.nation.id, grant) not in self.world.situation.permissions:
                body = PermissionAsked(
                    what=grant.what,
                    by=grant.by,
                    nation=journey.nation.id,
                    at=grant.at,
                    urgent=self.urgent(journey),
                )
                self.world.emit(body, journey.cause, ALLIES)

    def urgent(self, journey: Journey) -> bool:
        return journey.measure is not None or emergency(self.world.situation)

    def is_let_through(self, journey: Journey, stage: Stage, last: bool) -> Answers:
        """Waits for what a stage takes leave for; False as soon as any of it is refused."""
        end = self.planner.places[stage.leg.end]
        for grant in grants_on(stage.leg, end, journey.nation.id, last):
            request = journey.nation.id, grant
            if self.world.situation.permissions[request] == "asked":
                journey.cause = yield self.decision(request)
            if self.world.situation.permissions[request] == "refused":
                journey.cause = self.decided[request]
                return False
        return True

    # --- a stage ---------------------------------------------------------------------------------------------

    def stage(self, journey: Journey, stage: Stage, debarks: bool, first: bool) -> Waits:
        """Load, go, arrive; by lift in as many waves as it takes."""
        force, leg = journey.force, stage.leg
        pace = lognormal(self.world.draw(force.id, "pace"), 1.0, self.parameters.spread) * self.hindrance()
        there = ForceArrived(force=force.id, place=leg.end, debarked=debarks)
        if stage.lifted:
            yield from self.is_shipped(journey, stage, pace, first, there)
            return
        journey.cause = self.tell(journey, LoadingBegan(force=force.id, mode=leg.mode))
        yield self.world.env.timeout(seconds(stage.loading * pace))
        self.leaves(journey, stage, first)
        yield self.world.env.timeout(seconds(stage.travel * pace))
        journey.cause = self.tell(journey, there)

    def is_shipped(self, journey: Journey, stage: Stage, pace: float, first: bool, there: ForceArrived) -> Waits:
        """Waits for lift, for the first wave to leave and for the last to land."""
        force = journey.force
        shipment = self.shipment(journey, stage, pace)
        self.lifts.ship(shipment)
        waited = not shipment.began.triggered
        freed: Event | None = yield shipment.began
        journey.cause = freed if waited and freed is not None else journey.cause
        journey.cause = shipment.told = self.tell(journey, LoadingBegan(force=force.id, mode=stage.leg.mode))
        yield shipment.left
        shipment.told = self.leaves(journey, stage, first)
        yield shipment.landed
        journey.cause = shipment.told = self.tell(journey, there)

    def hindrance(self) -> float:
        """By how much the adversaries' hybrid attacks stretch a stage that begins now."""
        threat, level = self.world.scenario.doctrine.threat, 0.0
        for adversary in self.world.situation.adversaries.values():
            days = (self.world.now - adversary.hybrid_since) / DAY
            level = max(level, hybrid_level(threat, adversary.hybrid, days))
        return 1.0 + self.parameters.hybrid_stretch * level

    def shipment(self, journey: Journey, stage: Stage, pace: float) -> Shipment:
        """What lift is asked to carry."""
        env, measure, nation = self.world.env, journey.measure, journey.nation.id
        needed = needed_by(measure, journey.state.line) if measure else None
        return Shipment(
            force=journey.force.id,
            stage=stage,
            lifts=tuple(lift for _, lift in usable(self.world.scenario, nation, stage.leg.mode)),
            pace=pace,
            share=stage.share,
            needed=UNHURRIED if needed is None else needed,
            began=env.event(),
            left=env.event(),
            landed=env.event(),
            told=journey.cause,
        )

    def leaves(self, journey: Journey, stage: Stage, first: bool) -> Event:
        """Loaded and gone; a departure under national command may be noticed."""
        world, force = self.world, journey.force
        journey.cause = self.tell(journey, ForceLoaded(force=force.id))
        due = world.now + seconds(stage.travel)
        going = ForceDeparted(force=force.id, place=stage.leg.end, mode=stage.leg.mode, due=due)
        journey.cause = departed = self.tell(journey, going)
        if journey.measure is None and first and world.draw(force.id, "detected") < self.parameters.detected:
            body = MovementDetected(force=force.id, place=journey.place, strength=force.strength)
            world.emit(body, departed, (RED,))
        return departed

    # --- capable ---------------------------------------------------------------------------------------------

    def integration_days(self, journey: Journey) -> float:
        """Days from arrival to capable, drawn around the median for what came and how."""
        median = integration_days(self.parameters, journey.nation, journey.force, journey.way)
        return lognormal(self.world.draw(journey.force.id, "integration"), median, self.parameters.integration_sd)

    def capable(self, journey: Journey) -> None:
        """Transfer of authority: the force counts, and may be what the requirement still lacked."""
        force, loss = journey.force, self.world.scenario.doctrine.threat.integration_loss
        worth = round(effective(force, journey.nation, loss), 6)
        able = self.tell(journey, ForceCapable(force=force.id, strength=force.strength, effective=worth))
        if journey.measure is not None:
            self.check_met(journey.measure, able)

    def check_met(self, measure: MeasureProgress, able: Event) -> None:
        """Whether as much is capable as was asked for, or as can still come; `able` was the last force to be."""
        if measure.met is None and measure.capable >= measure.required:
            self.world.emit(RequirementMet(strength=measure.capable), able, ALLIES, measure.id)

    def refuse(self, journey: Journey, reason: str, cause: Event) -> None:
        """A force stays where it is; the measure goes without it."""
        body = MovementRefused(force=journey.force.id, strength=journey.force.strength, reason=reason)
        measure = journey.measure
        self.world.emit(body, cause, self.audience(journey.nation.id), journey.number)
        if measure is None:
            return
        came = reversed(self.world.happened[ForceCapable])
        able = next((each for each in came if each.measure == measure.id), None)
        if able is not None:
            self.check_met(measure, able)

    def tell(self, journey: Journey, body: DeploymentBody) -> Event:
        """Let something happen to a force, caused by what happened to it last."""
        return self.world.emit(body, journey.cause, self.audience(journey.nation.id), journey.number)

    def audience(self, nation: str) -> Audience:
        """Who sees a nation's forces move: the alliance if it is a member, else the nation alone."""
        return ALLIES if nation in self.world.scenario.alliance.members else (nation,)
