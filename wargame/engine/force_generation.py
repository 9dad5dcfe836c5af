"""Force generation: warning, requirements, offers in rounds, and the order (`docs/model.md` 7.1, 7.2, 7.4 and 7.10)."""

from math import fsum

from wargame.engine.world import World
from wargame.model.clock import seconds
from wargame.model.decisions.command import (
    IssueActivationWarning,
    SetLiftPriority,
    SetPortPriority,
    StateRequirements,
)
from wargame.model.decisions.forces import OfferForce, OrderActivation, ReadyForce, WithdrawOffer
from wargame.model.event import ALLIES, EVERYONE, Event
from wargame.model.happenings import (
    ActivationOrdered,
    ActivationWarned,
    ForceHeldBack,
    ForceOffered,
    ForceReadied,
    LiftPrioritySet,
    MeasureAdopted,
    OfferWithdrawn,
    PortPrioritySet,
    ReinforcementAnnounced,
    RequirementsFilled,
    RequirementsStated,
    RoundOpened,
)
from wargame.model.nation import Caveat
from wargame.model.situation import MeasureProgress
from wargame.rules.generation import fill, forces_of, going


class ForceGeneration:
    """What the commander and the nations do until forces are under way."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.parameters = world.scenario.doctrine.deployment
        self.forces = forces_of(world.scenario)
        world.handle(IssueActivationWarning, self.warn)
        world.handle(StateRequirements, self.require)
        world.handle(OfferForce, self.offer)
        world.handle(WithdrawOffer, self.withdraw)
        world.handle(ReadyForce, self.ready)
        world.handle(OrderActivation, self.activate)
        world.handle(SetLiftPriority, self.set_lift)
        world.handle(SetPortPriority, self.set_port)

    # --- warning and requirements ----------------------------------------------------------------------------

    def warn(self, seat: str, decision: IssueActivationWarning, cause: Event) -> None:
        measure = self.measure(decision.measure)
        if measure is None or measure.state == "failed" or measure.activated is not None or measure.warned is not None:
            self.world.fail(seat, decision, cause, "there is nothing to warn of")
            return
        cause = self.world.anchored(cause, self.tabled(measure))
        self.world.emit(ActivationWarned(), cause, ALLIES, measure.id)

    def require(self, seat: str, decision: StateRequirements, cause: Event) -> None:
        measure = self.measure(decision.measure)
        if measure is None or measure.state == "failed" or measure.activated is not None or measure.warned is None:
            self.world.fail(seat, decision, cause, "requirements are stated between the warning and the order")
            return
        cause = self.world.anchored(cause, self.tabled(measure))
        stated = self.world.emit(RequirementsStated(lines=decision.lines), cause, ALLIES, measure.id)
        self.open_round(measure, stated)

    def open_round(self, measure: MeasureProgress, stated: Event) -> None:
        """Ask for what is lacking, and again after a while, until nothing is or the order is given."""
        all_stated = reversed(self.world.happened[RequirementsStated])
        newest = next(event for event in all_stated if event.measure == measure.id)
        if newest is not stated or measure.state == "failed" or measure.activated is not None:
            return
        if self.settle(measure, stated):
            return
        lacking = fill(measure.lines, measure.offers, self.forces).lacking
        self.world.emit(RoundOpened(round=measure.round + 1, lacking=lacking), stated, ALLIES, measure.id)
        self.world.call(seconds(self.parameters.round_hours), self.open_round, measure, stated)

    def settle(self, measure: MeasureProgress, cause: Event) -> bool:
        """Whether offers fill every line; the first time that they do is announced."""
        complete = bool(measure.lines) and fill(measure.lines, measure.offers, self.forces).complete
        if complete and measure.filled is None:
            self.world.emit(RequirementsFilled(), cause, ALLIES, measure.id)
        return complete

    # --- offers ----------------------------------------------------------------------------------------------

    def offer(self, seat: str, decision: OfferForce, cause: Event) -> None:
        world, state = self.world, self.world.situation.forces.get(decision.force)
        measure = self.measure(decision.measure)
        if measure is None or measure.state == "failed" or measure.activated is not None:
            world.fail(seat, decision, cause, "the measure is no longer open to offers")
            return
        if state is None or state.nation != seat or state.offered is not None or state.activated is not None:
            world.fail(seat, decision, cause, "the force is not free")
            return
        cause = world.anchored(cause, self.tabled(measure))
        own: tuple[Caveat, ...] = self.forces[decision.force].caveats
        added = tuple(caveat for caveat in dict.fromkeys(decision.caveats) if caveat not in own)
        body = ForceOffered(nation=seat, force=decision.force, caveats=own + added)
        self.settle(measure, world.emit(body, cause, ALLIES, measure.id))

    def withdraw(self, seat: str, decision: WithdrawOffer, cause: Event) -> None:
        world, state = self.world, self.world.situation.forces.get(decision.force)
        if state is None or state.offered is None or state.activated is not None:
            world.fail(seat, decision, cause, "the force is not on offer or already activated")
            return
        measure = world.situation.council.measures[state.offered]
        cause = world.anchored(cause, self.tabled(measure))
        world.emit(OfferWithdrawn(nation=seat, force=decision.force), cause, ALLIES, measure.id)

    def ready(self, seat: str, decision: ReadyForce, cause: Event) -> None:
        state = self.world.situation.forces.get(decision.force)
        if state is None or state.activated is not None or state.readied is not None:
            self.world.fail(seat, decision, cause, "the force is already ready or on its way")
            return
        self.world.emit(ForceReadied(force=decision.force), cause, ALLIES)

    # --- the order -------------------------------------------------------------------------------------------

    def activate(self, seat: str, decision: OrderActivation, cause: Event) -> None:
        """The offered forces go, where requirements were stated those that fill a line; caveats may hold some back."""
        world, measure = self.world, self.measure(decision.measure)
        if measure is None or measure.state != "adopted" or measure.activated is not None or not measure.offers:
            world.fail(seat, decision, cause, "there is nothing to activate")
            return
        chosen = going(world.scenario, world.situation, measure)
        forces = tuple(force for force, (_, caveat) in chosen.items() if caveat is None)
        if not forces:
            world.fail(seat, decision, cause, "no offer fills a line, or caveats hold back what does")
            return
        lines = fill(measure.lines, measure.offers, self.forces).line
        strength = round(fsum(self.forces[force].strength for force in forces), 6)
        ordered = ActivationOrdered(
            forces=forces,
            strength=strength,
            places=tuple(chosen[force][0] for force in forces),
            lines=tuple(lines[force] for force in forces if force in lines),
        )
        event = world.emit(ordered, self.last_prerequisite(measure), ALLIES, measure.id)
        for force, (_, caveat) in chosen.items():
            if caveat is not None:
                world.emit(ForceHeldBack(force=force, caveat=caveat), event, ALLIES, measure.id)
        assert measure.text.place is not None
        world.emit(ReinforcementAnnounced(place=measure.text.place, strength=strength), event, EVERYONE)

    def last_prerequisite(self, measure: MeasureProgress) -> Event:
        """What an activation waited for last: the adoption or the last offer after it."""
        kinds = (MeasureAdopted, ForceOffered)
        return next(
            each for each in reversed(self.world.log) if each.measure == measure.id and isinstance(each.body, kinds)
        )

    # --- who goes first --------------------------------------------------------------------------------------

    def set_lift(self, seat: str, decision: SetLiftPriority, cause: Event) -> None:
        self.world.emit(LiftPrioritySet(forces=decision.forces), cause, ALLIES)

    def set_port(self, seat: str, decision: SetPortPriority, cause: Event) -> None:
        self.world.emit(PortPrioritySet(place=decision.at, forces=decision.forces), cause, ALLIES)

    # --- look-ups --------------------------------------------------------------------------------------------

    def measure(self, name: str) -> MeasureProgress | None:
        return self.world.situation.council.measures.get(name)

    def tabled(self, measure: MeasureProgress) -> Event:
        return self.world.log[measure.event - 1]
