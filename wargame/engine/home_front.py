"""The home front: what moves domestic support, and what full alert does to forces (`docs/model.md` 7.20 to 7.23)."""

from wargame.engine.world import World
from wargame.model.adversary import MOBILISATION
from wargame.model.clock import DAY, seconds
from wargame.model.decisions.home_front import BuildResilience
from wargame.model.event import ALLIES, EVERYONE, Event
from wargame.model.happenings import (
    AccusationDisproved,
    ActivationOrdered,
    AlarmProvenFalse,
    AlertDeclared,
    AttackAttributed,
    AttackBegan,
    CommitmentBroken,
    IncidentNoticed,
    MoneySpent,
    PeopleDisplaced,
    ResilienceBuilt,
    ResolutionPassed,
    SanctionsImposed,
    SupportMoved,
    SupportScripted,
    WatchChanged,
    WhySupport,
)
from wargame.rules.disruption import resilience_bought, resilience_of
from wargame.rules.economy import capital, nation_of
from wargame.rules.home_front import support_of, tired
from wargame.rules.measures import FULL_ALERT
from wargame.rules.relief import strain
from wargame.rules.sanctions import burden


class HomeFront:
    """Public opinion of every nation, and the alliance's watch."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.parameters = world.scenario.doctrine.home_front
        self.stopped: dict[tuple[str, str], float] = {}
        """By nation and adversary: the share of its trade that its sanctions stop."""
        world.when(ActivationOrdered, self.watch_alarm)
        world.when(AlarmProvenFalse, self.blame)
        world.when(AttackBegan, self.watch_commitments)
        world.when(CommitmentBroken, self.disappoint)
        world.when(AttackAttributed, self.rally)
        world.when(AccusationDisproved, self.embarrass)
        world.when(IncidentNoticed, self.suffer)
        world.when(PeopleDisplaced, self.strain)
        world.when(SanctionsImposed, self.feel)
        world.when(ResolutionPassed, self.hearten)
        world.when(AlertDeclared, self.alert)
        world.handle(BuildResilience, self.build)
        world.when(SupportScripted, self.follow_script)

    # --- support ---------------------------------------------------------------------------------------------

    def move(self, nation: str, change: float, why: WhySupport, cause: Event) -> None:
        """Let a nation's support jump, within 0 and 1; its political capital is settled at the old support."""
        world, home = self.world, nation_of(self.world.scenario, nation)
        assert home is not None
        before = support_of(world.scenario, world.situation, home, world.now)
        after = round(min(1.0, max(0.0, before + change)), 6)
        body = SupportMoved(
            nation=nation,
            change=round(after - before, 6),
            support=after,
            capital=capital(world.scenario, world.situation, home, world.now),
            why=why,
        )
        world.emit(body, cause, (nation,))

    def watch_alarm(self, event: Event, body: ActivationOrdered) -> None:
        """Two weeks after forces were sent, people ask what for."""
        self.world.call(round(self.parameters.false_alarm_days * DAY), self.judge_alarm, event)

    def judge_alarm(self, ordered: Event) -> None:
        """False was an alarm if no adversary has ever mobilised, let alone shed blood."""
        situation = self.world.situation
        if situation.clashes or any(each.top >= MOBILISATION for each in situation.adversaries.values()):
            return
        assert isinstance(ordered.body, ActivationOrdered)
        owners = {situation.forces[force].nation for force in ordered.body.forces}
        nations = tuple(nation.id for nation in self.world.scenario.nations if nation.id in owners)
        self.world.emit(AlarmProvenFalse(nations=nations), ordered, ALLIES, ordered.measure)

    def blame(self, event: Event, body: AlarmProvenFalse) -> None:
        for nation in body.nations:
            self.move(nation, self.parameters.support_false_alarm, "false_alarm", event)

    def watch_commitments(self, event: Event, body: AttackBegan) -> None:
        self.world.call(seconds(self.parameters.commitment_hours), self.judge_commitments, event, body.objective)

    def judge_commitments(self, attack: Event, objective: str) -> None:
        """Who had bound itself and does not fight has broken its word."""
        owner = next(each.owner for each in self.world.scenario.objectives if each.id == objective)
        situation = self.world.situation
        for nation in situation.committed:
            if nation != owner and not situation.honoured.get(nation, False):
                self.world.emit(CommitmentBroken(nation=nation), attack, EVERYONE)

    def disappoint(self, event: Event, body: CommitmentBroken) -> None:
        self.move(body.nation, self.parameters.support_commitment, "commitment", event)

    def rally(self, event: Event, body: AttackAttributed) -> None:
        self.move(body.nation, self.parameters.support_attributed, "attributed", event)

    def embarrass(self, event: Event, body: AccusationDisproved) -> None:
        self.move(body.nation, self.parameters.support_disproved, "disproved", event)

    def suffer(self, event: Event, body: IncidentNoticed) -> None:
        """Each day of blackout or disinformation wears support down."""
        incident = self.world.situation.nations[body.nation].incidents[body.incident]
        if body.means not in ("energy", "disinformation") or body.bite == 0.0 or incident.over is not None:
            return
        if body.means == "energy":
            self.move(body.nation, self.parameters.support_blackout, "blackout", event)
        else:
            scenario, situation = self.world.scenario, self.world.situation
            exposed = 1.0 - resilience_of(scenario, situation, body.nation, self.world.now)
            self.move(body.nation, self.parameters.support_disinformation * exposed, "disinformation", event)
        self.world.call(DAY, self.suffer, event, body)

    def strain(self, event: Event, body: PeopleDisplaced) -> None:
        for host in body.hosts:
            change = strain(self.world.scenario, self.world.situation, host.nation, host.people)
            if host.people:
                self.move(host.nation, change, "refugees", event)

    def feel(self, event: Event, body: SanctionsImposed) -> None:
        """What sanctions cost at home is felt at once, and no more once they are lifted."""
        nation = nation_of(self.world.scenario, body.nation)
        assert nation is not None
        before = self.stopped.get((body.nation, body.adversary), 0.0)
        self.stopped[body.nation, body.adversary] = body.share
        change = burden(self.world.scenario, nation) * (before - body.share)
        if change:
            self.move(body.nation, change, "sanctions", event)

    def hearten(self, event: Event, body: ResolutionPassed) -> None:
        """Members' publics are for a cause that the world is for."""
        change = self.world.scenario.doctrine.third_parties.resolution_support
        for nation in self.world.scenario.alliance.members:
            self.move(nation, change, "resolution", event)

    def build(self, seat: str, decision: BuildResilience, cause: Event) -> None:
        """Money that makes society harder to disrupt, over the days that follow."""
        world, state = self.world, self.world.situation.nations[seat]
        nation = nation_of(world.scenario, seat)
        assert nation is not None
        amount = round(decision.amount, 6)
        paid = world.emit(MoneySpent(nation=seat, amount=amount, on="resilience"), cause, (seat,))
        now = resilience_of(world.scenario, world.situation, seat, world.now)
        aim = resilience_bought(world.scenario, nation, state.resilience_aim, amount)
        world.emit(ResilienceBuilt(nation=seat, now=now, aim=aim), paid, (seat,))

    def follow_script(self, event: Event, body: SupportScripted) -> None:
        self.move(body.nation, body.change, "inject", event)

    # --- full alert ------------------------------------------------------------------------------------------

    def alert(self, event: Event, body: AlertDeclared) -> None:
        """Going to full alert, or down from it."""
        world = self.world
        full = body.level >= FULL_ALERT
        if full != world.situation.watch.full:
            worn = tired(world.scenario, world.situation, world.now)
            world.emit(WatchChanged(full=full, tired=worn), event, ALLIES)
