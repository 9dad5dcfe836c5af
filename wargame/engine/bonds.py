"""How promises kept and broken move trust between members (`docs/model.md` section 2)."""

from wargame.engine.world import World
from wargame.model.decisions.diplomacy import Mediate
from wargame.model.event import ALLIES, Audience, Event
from wargame.model.happenings import (
    AttackBegan,
    ForceCapable,
    ForceCommitted,
    HonourDecided,
    MeasureAdopted,
    MediationBegan,
    MovementRefused,
    OfferWithdrawn,
    PositionTaken,
    Promise,
    ReliefRefused,
    ReportReceived,
    SidePaymentForfeited,
    SidePaymentMade,
)
from wargame.model.situation import MeasureProgress
from wargame.rules.bonds import after_breaking, after_keeping, after_offence, pair_of, relation
from wargame.rules.positions import owners


def kept(
    world: World,
    holder: str,
    other: str,
    promise: Promise,
    weight: float,
    cause: Event,
    audience: Audience = ALLIES,
) -> None:
    """Let `holder` trust `other` more, which kept a promise of that weight (.1 to 1); nothing so soon after the last.

    `audience` are those who may know of the promise.
    """
    body = after_keeping(world.scenario, world.situation, holder, other, promise, weight, world.now)
    if body is not None:
        world.emit(body, cause, audience)


def broken(
    world: World,
    holder: str,
    other: str,
    promise: Promise,
    weight: float,
    cause: Event,
    audience: Audience = ALLIES,
) -> None:
    """Let `holder` trust `other` less, which broke a promise of that weight: it counts twice."""
    body = after_breaking(world.scenario, world.situation, holder, other, promise, weight, world.now)
    world.emit(body, cause, audience)


def offended(
    world: World,
    holder: str,
    other: str,
    promise: Promise,
    fall: float,
    cause: Event,
    audience: Audience = ALLIES,
) -> None:
    """Let `holder`'s trust in `other` fall by `fall`."""
    body = after_offence(world.scenario, world.situation, holder, other, promise, fall, world.now)
    world.emit(body, cause, audience)


class Bonds:
    """Keeps account of promises kept and broken, and mediates disputes between members."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.parameters = world.scenario.doctrine.bonds
        self.members = world.scenario.alliance.members
        self.said: dict[tuple[str, str], PositionTaken] = {}
        """By measure and nation: its last position."""
        world.when(ForceCapable, self.came)
        world.when(OfferWithdrawn, self.withdrew)
        world.when(MovementRefused, self.stayed)
        world.when(HonourDecided, self.honoured)
        world.when(ForceCommitted, self.joined)
        world.when(ReliefRefused, self.refused)
        world.when(PositionTaken, self.spoke)
        world.when(MeasureAdopted, self.held)
        world.when(ReportReceived, self.shared)
        world.when(SidePaymentMade, self.paid)
        world.when(SidePaymentForfeited, self.forfeited)
        world.handle(Mediate, self.mediate)

    # --- forces ----------------------------------------------------------------------------------------------

    def came(self, event: Event, body: ForceCapable) -> None:
        """A force that came when offered; to an ally under attack it is the obligation itself."""
        if event.measure is None:
            return
        nation = self.world.situation.forces[body.force].nation
        for owner in self.helped(self.measure(event), nation):
            if self.attacked(owner):
                kept(self.world, owner, nation, "obligation", self.parameters.weight_obligation, event)
            else:
                kept(self.world, owner, nation, "force", self.parameters.weight_force, event)

    def withdrew(self, event: Event, body: OfferWithdrawn) -> None:
        """Until the measure is adopted an offer binds nobody."""
        measure = self.measure(event)
        if measure.state == "adopted":
            self.failed(measure, body.nation, event)

    def stayed(self, event: Event, body: MovementRefused) -> None:
        if event.measure is not None:
            self.failed(self.measure(event), self.world.situation.forces[body.force].nation, event)

    def failed(self, measure: MeasureProgress, nation: str, cause: Event) -> None:
        for owner in self.helped(measure, nation):
            broken(self.world, owner, nation, "force", self.parameters.weight_force, cause)

    def honoured(self, event: Event, body: HonourDecided) -> None:
        """Whether an ally fights is the promise that the others are about."""
        attack = next(each.body for each in self.world.back_from(event) if isinstance(each.body, AttackBegan))
        owner = next(each.owner for each in self.world.scenario.objectives if each.id == attack.objective)
        if owner == body.nation:
            return
        change = kept if body.fights else broken
        change(self.world, owner, body.nation, "obligation", self.parameters.weight_obligation, event)

    def joined(self, event: Event, body: ForceCommitted) -> None:
        """Who sends forces into the battle meets the obligation, whatever was said before."""
        owner = next(each.owner for each in self.world.scenario.objectives if each.id == body.objective)
        if owner != body.nation:
            kept(self.world, owner, body.nation, "obligation", self.parameters.weight_obligation, event)

    def refused(self, event: Event, body: ReliefRefused) -> None:
        fall = self.world.scenario.doctrine.relief.refusal
        offended(self.world, body.to, body.nation, "relief", fall, event)

    # --- words -----------------------------------------------------------------------------------------------

    def spoke(self, event: Event, body: PositionTaken) -> None:
        """Who takes back that it accepts breaks its word to those whom the measure is to help."""
        assert event.measure is not None
        before = self.said.get((event.measure, body.nation))
        self.said[event.measure, body.nation] = body
        if before is not None and before.position.startswith("accept") and body.position in ("abstain", "break"):
            for owner in self.helped(self.measure(event), body.nation):
                broken(self.world, owner, body.nation, "position", self.parameters.weight_taken_back, event)

    def held(self, event: Event, body: MeasureAdopted) -> None:
        """Who said that it accepts, and still did when it came to the decision."""
        measure = self.measure(event)
        for nation in body.accepting:
            if nation in measure.positions:
                for owner in self.helped(measure, nation):
                    kept(self.world, owner, nation, "position", self.parameters.weight_position, event)

    def shared(self, event: Event, body: ReportReceived) -> None:
        """Only who receives a report knows that it was news, so only it knows of the trust that comes of it."""
        if body.originator != body.nation and body.originator in self.members:
            weight = self.parameters.weight_report
            kept(self.world, body.nation, body.originator, "report", weight, event, (body.nation,))

    def paid(self, event: Event, body: SidePaymentMade) -> None:
        """Both have kept a bargain."""
        weight = self.parameters.weight_payment
        kept(self.world, body.nation, body.by, "side_payment", weight, event, event.audience)
        kept(self.world, body.by, body.nation, "side_payment", weight, event, event.audience)

    def forfeited(self, event: Event, body: SidePaymentForfeited) -> None:
        weight = self.parameters.weight_payment
        broken(self.world, body.by, body.nation, "side_payment", weight, event, event.audience)

    # --- disputes --------------------------------------------------------------------------------------------

    def mediate(self, seat: str, decision: Mediate, cause: Event) -> None:
        """From now on the dispute falls month by month."""
        between = relation(self.world.scenario, *decision.members)
        if between.dispute == 0.0 or pair_of(between) in self.world.situation.mediated:
            self.world.fail(seat, decision, cause, "there is no dispute to mediate")
            return
        self.world.emit(MediationBegan(members=between.parties), cause, ALLIES)

    # --- look-ups --------------------------------------------------------------------------------------------

    def measure(self, event: Event) -> MeasureProgress:
        assert event.measure is not None
        return self.world.situation.council.measures[event.measure]

    def helped(self, measure: MeasureProgress, nation: str) -> list[str]:
        """The other nations that a measure is to help."""
        return [owner for owner in owners(self.world.scenario, measure.text) if owner != nation]

    def attacked(self, owner: str) -> bool:
        """Whether an objective of that nation has been attacked."""
        states = self.world.situation.objectives
        return any(
            each.owner == owner and states[each.id].attacked is not None for each in self.world.scenario.objectives
        )
