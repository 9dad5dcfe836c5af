"""From an offer to a force that can fight: offers, mandates, activation, lift, movement, integration.

`docs/model.md` section 7. Strategic lift is contended: each lift serves one force at a time with all it has.
"""

from collections.abc import Generator
from math import fsum

import simpy

from wargame.engine.world import World
from wargame.model.clock import DAY, seconds
from wargame.model.decisions.forces import OfferForce, OrderActivation, ReadyForce, SeekMandate, WithdrawOffer
from wargame.model.event import ALLIES, EVERYONE, Event
from wargame.model.happenings import (
    ActivationOrdered,
    ForceArrived,
    ForceCapable,
    ForceDeparted,
    ForceLoaded,
    ForceOffered,
    ForceReadied,
    LoadingBegan,
    MandateDecided,
    MandateSought,
    MeasureAdopted,
    MovementRefused,
    NoticeServed,
    OfferWithdrawn,
    ReinforcementAnnounced,
    RequirementMet,
)
from wargame.model.nation import Force, Nation
from wargame.model.situation import ForceState, MeasureProgress
from wargame.rules.contest import effective
from wargame.rules.draw import lognormal
from wargame.rules.economy import nation_of
from wargame.rules.home_front import support_of
from wargame.rules.movement import Planner, Stage, debarkation, integration_days


class Deployment:
    """Moves forces."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.parameters = world.scenario.doctrine.deployment
        self.planner = Planner(world.scenario)
        self.lifts = {lift.id: simpy.Resource(world.env) for nation in world.scenario.nations for lift in nation.lift}
        self.freed: dict[str, Event] = {}
        """By lift: what set it free last."""
        self.mandates: dict[tuple[str, str], simpy.Event] = {}
        """By measure and nation: triggered with the event of the decision."""
        world.handle(OfferForce, self.offer)
        world.handle(WithdrawOffer, self.withdraw)
        world.handle(ReadyForce, self.ready)
        world.handle(SeekMandate, self.seek)
        world.handle(OrderActivation, self.activate)
        world.when(MeasureAdopted, self.adopted)

    # --- before the order ------------------------------------------------------------------------------------

    def offer(self, seat: str, decision: OfferForce, cause: Event) -> None:
        world, state = self.world, self.state(decision.force)
        measure = world.situation.council.measures.get(decision.measure)
        if measure is None or measure.state == "failed" or measure.activated is not None:
            world.fail(seat, decision, cause, "the measure is no longer open to offers")
            return
        if state is None or state.nation != seat or state.offered is not None or state.activated is not None:
            world.fail(seat, decision, cause, "the force is not free")
            return
        cause = world.anchored(cause, self.tabled(measure))
        world.emit(ForceOffered(nation=seat, force=decision.force), cause, ALLIES, measure.id)

    def withdraw(self, seat: str, decision: WithdrawOffer, cause: Event) -> None:
        world, state = self.world, self.state(decision.force)
        if state is None or state.offered is None or state.activated is not None:
            world.fail(seat, decision, cause, "the force is not on offer or already activated")
            return
        measure = world.situation.council.measures[state.offered]
        cause = world.anchored(cause, self.tabled(measure))
        world.emit(OfferWithdrawn(nation=seat, force=decision.force), cause, ALLIES, measure.id)

    def ready(self, seat: str, decision: ReadyForce, cause: Event) -> None:
        state = self.state(decision.force)
        if state is None or state.activated is not None or state.readied is not None:
            self.world.fail(seat, decision, cause, "the force is already on its way")
            return
        self.world.emit(ForceReadied(force=decision.force), cause, ALLIES)

    def seek(self, seat: str, decision: SeekMandate, cause: Event) -> None:
        measure = self.world.situation.council.measures.get(decision.measure)
        nation = nation_of(self.world.scenario, seat)
        if measure is None or nation is None or nation.id in measure.mandates:
            self.world.fail(seat, decision, cause, "there is nothing to ask a mandate for")
            return
        self.ask_mandate(nation, measure, self.world.anchored(cause, self.tabled(measure)))

    def adopted(self, event: Event, body: MeasureAdopted) -> None:
        """Adoption sends every nation with forces on offer to its cabinet or parliament, if it has not been yet."""
        assert event.measure is not None
        measure = self.world.situation.council.measures[event.measure]
        for nation in self.world.scenario.nations:
            offers = any(self.world.situation.forces[force].nation == nation.id for force in measure.offers)
            if offers:
                self.ask_mandate(nation, measure, event)

    def ask_mandate(self, nation: Nation, measure: MeasureProgress, cause: Event) -> None:
        if nation.mandate == "none" or nation.id in measure.mandates:
            return
        sought = self.world.emit(MandateSought(nation=nation.id), cause, ALLIES, measure.id)
        self.mandates[measure.id, nation.id] = self.world.env.event()
        parameters = self.world.scenario.doctrine.consultation
        median = parameters.cabinet_days if nation.mandate == "cabinet" else parameters.parliament_days
        days = lognormal(self.world.draw(nation.id, "mandate"), median, parameters.mandate_sd)
        self.world.call(round(days * DAY), self.decide_mandate, nation, measure, sought)

    def decide_mandate(self, nation: Nation, measure: MeasureProgress, sought: Event) -> None:
        """A cabinet agrees; a parliament does when domestic support times stake is above its threshold."""
        support = support_of(self.world.scenario, self.world.situation, nation, self.world.now)
        threshold = self.world.scenario.doctrine.consultation.mandate_threshold
        granted = nation.mandate == "cabinet" or support * nation.stake > threshold
        body = MandateDecided(nation=nation.id, granted=granted)
        decided = self.world.emit(body, sought, ALLIES, measure.id)
        self.mandates[measure.id, nation.id].succeed(decided)

    # --- the order -------------------------------------------------------------------------------------------

    def activate(self, seat: str, decision: OrderActivation, cause: Event) -> None:
        """The offered forces go; each needs its notice, its mandate, lift, the way, and time to work with the rest."""
        world = self.world
        measure = world.situation.council.measures.get(decision.measure)
        if measure is None or measure.state != "adopted" or measure.activated is not None or not measure.offers:
            world.fail(seat, decision, cause, "there is nothing to activate")
            return
        cause = self.last_prerequisite(measure)
        forces = tuple(measure.offers)
        strength = round(fsum(self.force(force)[1].strength for force in forces), 6)
        ordered = world.emit(ActivationOrdered(forces=forces, strength=strength), cause, ALLIES, measure.id)
        assert measure.text.place is not None
        world.emit(ReinforcementAnnounced(place=measure.text.place, strength=strength), ordered, EVERYONE)
        for name in forces:
            nation, force = self.force(name)
            self.ask_mandate(nation, measure, ordered)
            world.env.process(self.deploys(nation, force, measure, ordered))

    def last_prerequisite(self, measure: MeasureProgress) -> Event:
        """What an activation waited for last: the adoption or the last offer after it."""
        kinds = (MeasureAdopted, ForceOffered)
        return next(
            each for each in reversed(self.world.log) if each.measure == measure.id and isinstance(each.body, kinds)
        )

    def deploys(
        self, nation: Nation, force: Force, measure: MeasureProgress, ordered: Event
    ) -> Generator[simpy.Event, Event, None]:
        """A force on its way: notice beside mandate, then leg by leg, then integration."""
        world, env = self.world, self.world.env
        state = world.situation.forces[force.id]
        began = state.readied if state.readied is not None else world.now
        yield env.timeout(max(0, began + seconds(force.notice) - world.now))
        cause = world.emit(NoticeServed(force=force.id), ordered, ALLIES, measure.id)
        decision = self.mandates.get((measure.id, nation.id))
        if decision is not None:
            waited = not decision.triggered
            decided: Event = yield decision
            cause = decided if waited else cause
            if measure.mandates[nation.id] == "refused":
                self.refuse(force, measure, "the mandate was refused", decided)
                return
        assert measure.text.place is not None
        stages = self.planner.way(force.tonnes, state.at, measure.text.place)
        if stages is None:
            self.refuse(force, measure, f"no way leads to {measure.text.place}", cause)
            return
        for index, stage in enumerate(stages):
            cause = yield from self.travels(force, measure, stage, index == debarkation(stages), cause)
        if not stages:
            loaded = world.emit(ForceLoaded(force=force.id), cause, ALLIES, measure.id)
            here = ForceArrived(force=force.id, place=state.at, debarked=True)
            cause = world.emit(here, loaded, ALLIES, measure.id)
        yield env.timeout(round(DAY * self.integration_days(nation, force)))
        self.capable(nation, force, measure, cause)

    def travels(
        self, force: Force, measure: MeasureProgress, stage: Stage, debarks: bool, cause: Event
    ) -> Generator[simpy.Event, Event, Event]:
        """One leg: wait for lift, load, go, arrive."""
        world, env, leg = self.world, self.world.env, stage.leg
        request = None
        if stage.lift is not None:
            request = self.lifts[stage.lift].request()
            waited = not request.triggered
            yield request
            cause = self.freed[stage.lift] if waited else cause
        spread = lognormal(world.draw(force.id, "pace"), 1.0, self.parameters.spread)
        began = world.emit(LoadingBegan(force=force.id, mode=leg.mode), cause, ALLIES, measure.id)
        yield env.timeout(seconds(stage.loading * spread))
        loaded = world.emit(ForceLoaded(force=force.id), began, ALLIES, measure.id)
        due = world.now + seconds(stage.travel)
        going = ForceDeparted(force=force.id, place=leg.end, mode=leg.mode, due=due)
        departed = world.emit(going, loaded, ALLIES, measure.id)
        yield env.timeout(seconds(stage.travel * spread))
        there = ForceArrived(force=force.id, place=leg.end, debarked=debarks)
        arrived = world.emit(there, departed, ALLIES, measure.id)
        if request is not None and stage.lift is not None:
            self.freed[stage.lift] = arrived
            self.lifts[stage.lift].release(request)
        return arrived

    def integration_days(self, nation: Nation, force: Force) -> float:
        """Days from arrival to capable: longer for a force that works less well with the others."""
        median = integration_days(self.parameters, nation)
        return lognormal(self.world.draw(force.id, "integration"), median, self.parameters.integration_sd)

    def capable(self, nation: Nation, force: Force, measure: MeasureProgress, cause: Event) -> None:
        """Transfer of authority: the force counts, and may be what the requirement still lacked."""
        loss = self.world.scenario.doctrine.threat.integration_loss
        worth = round(effective(force, nation, loss), 6)
        body = ForceCapable(force=force.id, strength=force.strength, effective=worth)
        able = self.world.emit(body, cause, ALLIES, measure.id)
        self.check_met(measure, able)

    def check_met(self, measure: MeasureProgress, able: Event) -> None:
        """Whether as much is capable as was asked for, or as can still come; `able` was the last force to be."""
        if measure.met is None and measure.capable >= measure.required:
            self.world.emit(RequirementMet(strength=measure.capable), able, ALLIES, measure.id)

    def refuse(self, force: Force, measure: MeasureProgress, reason: str, cause: Event) -> None:
        """A force stays where it is; the measure goes without it."""
        body = MovementRefused(force=force.id, strength=force.strength, reason=reason)
        self.world.emit(body, cause, ALLIES, measure.id)
        log = reversed(self.world.log)
        able = next((each for each in log if each.measure == measure.id and isinstance(each.body, ForceCapable)), None)
        if able is not None:
            self.check_met(measure, able)

    # --- look-ups --------------------------------------------------------------------------------------------

    def state(self, force: str) -> ForceState | None:
        return self.world.situation.forces.get(force)

    def force(self, name: str) -> tuple[Nation, Force]:
        """A force and the nation it belongs to."""
        return next(
            (nation, force) for nation in self.world.scenario.nations for force in nation.forces if force.id == name
        )

    def tabled(self, measure: MeasureProgress) -> Event:
        return self.world.log[measure.event - 1]
