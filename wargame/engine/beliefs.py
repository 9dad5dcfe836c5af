"""What one adversary makes of the allies' words and forces (`docs/model.md` 4.6)."""

from math import fsum

from wargame.engine.ladder import SEEN_BY_ADVERSARY
from wargame.engine.world import World
from wargame.model.adversary import MOBILISATION, Adversary
from wargame.model.clock import DAY, seconds
from wargame.model.event import Event
from wargame.model.happenings import (
    ActivationOrdered,
    AllyWedged,
    CollectiveDefenceFound,
    ConcessionMade,
    ForceCapable,
    MeasureAdopted,
    MovementDetected,
    MovementRefused,
    OfferMade,
    OfferWithdrawn,
    ResolveRevised,
    RungChanged,
    SanctionsImposed,
    SilenceBroken,
    StatementMade,
    VenueAnnounced,
    Why,
)
from wargame.model.nation import FRIGHTENING, HEAVY
from wargame.model.situation import AdversaryState, Words
from wargame.rules.belief import Ally, faded, will
from wargame.rules.bonds import cohesion
from wargame.rules.contest import effective
from wargame.rules.home_front import tired
from wargame.rules.movement import integration_days, planned_hours, planner_of
from wargame.rules.threat import Reinforcement

LATE = 1.0
"""Days in which a force is expected that is overdue."""
NO_WORDS = Words(0.0, 0, wearing=False)


class Beliefs:
    """How firmly one adversary believes in each ally, and which of their forces it reckons with."""

    def __init__(self, world: World, adversary: Adversary) -> None:
        self.world, self.adversary = world, adversary
        self.parameters = world.scenario.doctrine.threat
        self.objective = next(each for each in world.scenario.objectives if each.id == adversary.aim)
        self.planner = planner_of(world.scenario)
        self.forces = {force.id: (nation, force) for nation in world.scenario.nations for force in nation.forces}
        self.shares = shares(world, self.objective.owner)
        self.expected: dict[str, int] = {}
        """By allied force: when the adversary reckons it will be capable, from planning figures."""
        self.emptied: dict[str, Event] = {}
        """By ally that is committed with no forces behind its word: since which event."""
        self.signals = 0
        """Public signals that it has heard."""
        self.active = True
        """Whether it still cares."""
        world.when(ActivationOrdered, self.reckon)
        world.when(MovementRefused, self.see_refusal)
        world.when(MovementDetected, self.see_movement)
        world.when(ForceCapable, self.see_arrival)
        world.when(StatementMade, self.hear)
        world.when(SanctionsImposed, self.hear_sanctions)
        world.when(CollectiveDefenceFound, self.hear_finding)
        world.when(VenueAnnounced, self.see_absence)
        world.when(MeasureAdopted, self.see_unity)
        world.when(SilenceBroken, self.see_discord)
        world.when(OfferWithdrawn, self.see_retreat)
        world.when(OfferMade, self.see_offer)
        world.when(ConcessionMade, self.see_concession)
        world.when(AllyWedged, self.wedged)
        world.when(RungChanged, self.moved)

    @property
    def state(self) -> AdversaryState:
        return self.world.situation.adversaries[self.adversary.id]

    # --- what it believes now --------------------------------------------------------------------------------

    def allies(self) -> tuple[Ally, ...]:
        """Each ally but the owner of what it is after, which fights in any case."""
        world, common = self.world, self.words()
        united = cohesion(world.scenario, world.situation, world.now)
        committed = world.situation.committed
        return tuple(
            Ally(nation, share, will(self.parameters, common + self.own_words(nation), nation in committed, united))
            for nation, share in self.shares.items()
        )

    def words(self) -> float:
        """B of all allies."""
        return faded(self.parameters, self.state.words, (self.world.now - self.state.words_since) / DAY)

    def own_words(self, nation: str) -> float:
        """What is believed of one ally beside that."""
        own = self.state.own_words.get(nation, NO_WORDS)
        return faded(self.parameters, own.value, (self.world.now - own.since) / DAY, own.wearing)

    def reinforcements(self) -> tuple[Reinforcement, ...]:
        """The forces that it reckons with, as it counts them."""
        world = self.world
        worn = tired(world.scenario, world.situation, world.now)
        return tuple([self.reinforcement(each, due, worn) for each, due in self.expected.items() if self.counts(each)])

    def counts(self, name: str) -> bool:
        """Whether a force that it once reckoned with is still there or bound there."""
        state = self.world.situation.forces[name]
        return self.objective.at in (state.destination, state.at if state.status == "capable" else None)

    def reinforcement(self, name: str, due: int, worn: float) -> Reinforcement:
        """An allied force as the adversary counts it: there when it is, else when planning figures say, or soon.

        `worn` is the readiness that the allies' forces have lost by standing at full alert.
        """
        nation, force = self.forces[name]
        state = self.world.situation.forces[name]
        strength = effective(force, nation, self.parameters.integration_loss, worn)
        there = state.status == "capable" and state.at == self.objective.at
        days = 0.0 if there else max(LATE, (due - self.world.now) / DAY)
        return Reinforcement(strength, days, force.kind in HEAVY, force.kind in FRIGHTENING)

    # --- forces ----------------------------------------------------------------------------------------------

    def reckon(self, event: Event, body: ActivationOrdered) -> None:
        """It reckons when the forces activated for its objective will be capable."""
        assert event.measure is not None
        place = self.world.situation.council.measures[event.measure].text.place
        for index, name in enumerate(body.forces):
            if (body.places[index] if body.places else place) == self.objective.at:
                force = self.forces[name][1]
                self.expect(name, force.at, force.notice)
        self.review(event)

    def see_movement(self, event: Event, body: MovementDetected) -> None:
        """It found out about a force that its nation sends by itself."""
        if body.place == self.objective.at:
            self.expect(body.force, self.world.situation.forces[body.force].at, 0.0)
            self.review(event)

    def see_arrival(self, event: Event, body: ForceCapable) -> None:
        """What stands where it wants to go it sees, however it came."""
        if self.world.situation.forces[body.force].at == self.objective.at:
            self.expected.setdefault(body.force, self.world.now)
            self.review(event)

    def expect(self, name: str, start: str, notice: float) -> None:
        """Reckon that a force will be capable after notice (h), way and integration, if any way leads there."""
        nation, force = self.forces[name]
        stages = self.planner.plan(nation, force, start, self.objective.at)
        if stages is not None:
            days = integration_days(self.world.scenario.doctrine.deployment, nation, force, stages)
            self.expected[name] = self.world.now + seconds(notice + planned_hours(stages) + 24 * days)

    def see_refusal(self, event: Event, body: MovementRefused) -> None:
        """That a parliament refused is no secret: the force is not expected any more."""
        self.expected.pop(body.force, None)
        self.review(event)

    # --- words -----------------------------------------------------------------------------------------------

    def hear(self, event: Event, body: StatementMade) -> None:
        """A commitment counts through the tie; what others than the alliance and its members say, not at all."""
        alliance = self.world.scenario.alliance
        if body.commits:
            self.believe(0.0, "commitment", event)
            self.review(event)
        elif body.by in (alliance.id, *alliance.members):
            self.signal("statement", event)

    def hear_sanctions(self, event: Event, body: SanctionsImposed) -> None:
        """Within a crisis sanctions are a signal more than a burden."""
        if body.adversary == self.adversary.id and body.share > 0.0:
            self.signal("sanctions", event)

    def hear_finding(self, event: Event, body: CollectiveDefenceFound) -> None:
        """A finding of collective defence binds every member that agreed to it."""
        self.believe(0.0, "commitment", event)
        self.review(event)

    def see_absence(self, event: Event, body: VenueAnnounced) -> None:
        """Who is left out when others act is thought to have no mind to fight."""
        for nation in body.absent:
            if nation in self.shares:
                self.believe(self.parameters.word_absent, "absent", event, nation)

    def signal(self, why: Why, event: Event) -> None:
        """Each public signal counts half of the last."""
        self.believe(self.parameters.word_statement * 0.5**self.signals, why, event)
        self.signals += 1

    def see_unity(self, event: Event, body: MeasureAdopted) -> None:
        assert event.measure is not None
        if body.unanimous and self.world.situation.council.measures[event.measure].text.kind == "deploy":
            self.believe(self.parameters.word_unanimous, "unanimity", event)

    def see_discord(self, event: Event, body: SilenceBroken) -> None:
        self.believe(self.parameters.word_broken, "broken", event)

    def see_retreat(self, event: Event, body: OfferWithdrawn) -> None:
        """Taking a force back that was offered is, after adoption, a failed pledge: of that ally alone."""
        assert event.measure is not None
        if self.world.situation.council.measures[event.measure].state == "adopted":
            self.believe(self.parameters.word_broken, "withdrawn", event, body.nation)

    def see_offer(self, event: Event, body: OfferMade) -> None:
        """Who offers a part of what is at stake may not fight for the rest."""
        if body.to == self.adversary.id and body.share > 0.0:
            self.believe(self.parameters.word_concession, "concession", event)

    def see_concession(self, event: Event, body: ConcessionMade) -> None:
        """Giving in to a demand counts as offering does."""
        demanded = self.world.situation.talks.offers[body.offer].body.by == self.adversary.id
        if body.adversary == self.adversary.id and demanded:
            self.believe(self.parameters.word_concession, "concession", event)

    def wedged(self, event: Event, body: AllyWedged) -> None:
        if body.adversary == self.adversary.id:
            tried = self.world.situation.wedged[body.nation] - 1
            self.believe(wedging(self.world, body.nation, tried), "wedge", event, body.nation)

    # --- words with nothing behind them ----------------------------------------------------------------------

    def moved(self, event: Event, body: RungChanged) -> None:
        if body.adversary == self.adversary.id:
            self.review(event)

    def review(self, cause: Event) -> None:
        """Whose word wears from now on, and whose no longer."""
        hot = self.state.rung >= MOBILISATION and not self.state.at_war
        backed = {self.forces[name][0].id for name in self.expected if self.counts(name)}
        for nation in self.shares:
            wearing = hot and nation in self.world.situation.committed and nation not in backed
            if wearing == (nation in self.emptied):
                continue
            revised = self.believe(0.0, "empty" if wearing else "backed", cause, nation, wearing=wearing)
            if wearing and revised is not None:
                self.emptied[nation] = revised
                self.world.call(round(self.parameters.pledge_days * DAY), self.unfulfilled, nation, revised)
            else:
                self.emptied.pop(nation, None)

    def unfulfilled(self, nation: str, emptied: Event) -> None:
        """A commitment that has been empty for so long is broken."""
        if self.emptied.get(nation) is emptied:
            self.believe(self.parameters.word_broken, "unfulfilled", emptied, nation)

    def unanswered(self, climbed: Event, rung: int) -> None:
        """A climb that no forces have answered encourages it, if it still stands as high."""
        if not self.reinforcements() and self.state.rung >= rung:
            self.believe(self.parameters.word_unanswered, "unanswered", climbed)

    def believe(
        self, change: float, why: Why, cause: Event, nation: str | None = None, *, wearing: bool | None = None
    ) -> Event | None:
        """Let b jump, of one ally or of all."""
        if not self.active:
            return None
        held = self.words() if nation is None else self.own_words(nation)
        if wearing is None:
            wearing = nation is not None and self.state.own_words.get(nation, NO_WORDS).wearing
        body = ResolveRevised(
            adversary=self.adversary.id,
            ally=nation,
            change=round(change, 6),
            words=round(held + change, 6),
            wearing=wearing,
            why=why,
        )
        return self.world.emit(body, cause, SEEN_BY_ADVERSARY)


def shares(world: World, owner: str) -> dict[str, float]:
    """By ally but the owner: its share of the strength that all of them have, all alike if they have none."""
    scenario = world.scenario
    strength = dict.fromkeys((each for each in scenario.alliance.members if each != owner), 0.0)
    for nation in scenario.nations:
        for force in nation.forces:
            if nation.id in strength:
                strength[nation.id] += force.strength
    whole = fsum(strength.values())
    return {nation: each / whole if whole else 1.0 / len(strength) for nation, each in strength.items()}


def wedging(world: World, nation: str, tried: int) -> float:
    """By how much wedging an ally is thought to move the belief in it, tried so often before: less if it is bound."""
    bound = 0.5 if nation in world.situation.committed else 1.0
    change: float = world.scenario.doctrine.threat.word_wedge * bound * 0.5**tried
    return change
