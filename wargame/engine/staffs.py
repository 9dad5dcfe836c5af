"""What intelligence staffs make of reports and of silence: assessment and warning (`docs/model.md` 5.6, 5.7, 5.9)."""

from collections.abc import Sequence

from wargame.engine.world import World
from wargame.model.adversary import MOBILISATION
from wargame.model.clock import DAY, HOUR
from wargame.model.event import Event
from wargame.model.happenings import (
    Assessed,
    AttackBegan,
    ClashHappened,
    CollectionTasked,
    ReportDisproved,
    ReportReceived,
    RungChanged,
    SummaryIssued,
    TurnBegan,
    WarningIssued,
    WarningProvenFalse,
)
from wargame.model.methods import maker
from wargame.model.nation import Nation
from wargame.rules.assessment import (
    Odds,
    Staff,
    assess,
    attack_probability,
    evidence,
    pooled,
    staff,
    together,
    weight,
)
from wargame.rules.detection import coverage, hit, sensitivity
from wargame.rules.fusion import Ledger

_assessed = maker(Assessed)


class Desk:
    """One nation's intelligence staff: what only the kernel needs to know of it."""

    def __init__(self, nation: Nation, staff: Staff, ledger: Ledger[str]) -> None:
        self.nation, self.staff, self.ledger = nation, staff, ledger
        self.services: tuple[Odds, ...] = ()
        self.assessed = 0
        self.routine: list[tuple[tuple[Odds, ...], float]] = []
        """What the reports of the summary say that is being written."""
        self.retasked = False
        """Whether its sensors turn to other targets at the next turn."""
        self.warned: Event | None = None
        """Its last warning."""
        self.alarmed = False
        """Whether the probability has not fallen clearly since."""


class Staffs:
    """The intelligence staffs of all nations."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.parameters = world.scenario.doctrine.intelligence
        self.whole = {each.id: evidence(self.parameters, each, 1.0) for each in world.scenario.indicators}
        """By indicator: what a report says that is wholly trusted."""
        self.earnest = -1
        """When blood was shed last, or an adversary left a rung from mobilisation on."""
        self.desks = {
            nation.id: Desk(nation, self.staff(nation), Ledger(self.parameters.memory_days))
            for nation in world.scenario.nations
        }
        world.when(ReportReceived, self.received)
        world.when(SummaryIssued, self.summarised)
        world.when(ReportDisproved, self.disproved)
        world.when(CollectionTasked, self.tasked)
        world.when(TurnBegan, self.turned)
        world.when(AttackBegan, self.see_violence)
        world.when(ClashHappened, self.see_violence)
        world.when(RungChanged, self.moved)

    def staff(self, nation: Nation) -> Staff:
        """A staff that knows what its sensors look at, and takes them to be as awake as ever."""
        parameters = self.parameters
        picture = self.world.situation.pictures.get(nation.id)
        tasked = picture.tasked if picture is not None else {}
        noticed = hit(sensitivity(parameters, nation.technology.surveillance), parameters.criterion)
        every = self.world.scenario.indicators
        looks = [coverage(parameters, nation, each, tasked.get(each.discipline)) for each in every]
        return staff(parameters, every, [noticed * each for each in looks])

    # --- evidence --------------------------------------------------------------------------------------------

    def received(self, event: Event, body: ReportReceived) -> None:
        """A report is weighed as it comes, routine ones all together when the summary is written."""
        desk = self.desks.get(body.nation)
        if desk is None:
            return
        trusted = weight(self.parameters, body.reliability, body.credibility)
        added = desk.ledger.add(body.confirms or body.report, body.originator, trusted, self.world.now)
        says = (self.whole[body.indicator], added)
        if body.precedence == "routine":
            desk.routine.append(says)
        elif added > 0.0:
            self.weigh(desk, event, together([says]))

    def summarised(self, event: Event, body: SummaryIssued) -> None:
        desk = self.desks.get(body.nation)
        if desk is not None:
            said, desk.routine = desk.routine, []
            self.weigh(desk, event, together(said))

    def disproved(self, event: Event, body: ReportDisproved) -> None:
        """What was not so is taken back, as far as it has not faded."""
        desk = self.desks.get(body.nation)
        if desk is None:
            return
        first = self.world.situation.pictures[body.nation].reports[body.reports[0]].body
        left = desk.ledger.take_back(first.report, self.world.now)
        self.weigh(desk, event, together([(self.whole[first.indicator], -left)]))

    def tasked(self, event: Event, body: CollectionTasked) -> None:
        self.desks[body.nation].retasked = True

    def turned(self, event: Event, body: TurnBegan) -> None:
        """At a turn's edge staffs weigh what has not been seen, and learn what their sensors look at from now on."""
        old = self.parameters.reassess_hours * HOUR
        for desk in self.desks.values():
            if desk.retasked or self.world.now - desk.assessed >= old:
                self.weigh(desk, event, None)
            if desk.retasked:
                desk.staff, desk.retasked = self.staff(desk.nation), False

    # --- assessment and warning ------------------------------------------------------------------------------

    def weigh(self, desk: Desk, cause: Event, says: Sequence[Odds] | None) -> None:
        """Assess anew, and warn when the probability of an attack being prepared passes the nation's threshold."""
        world, nation = self.world, desk.nation
        desk.services = assess(desk.staff, desk.services, world.now - desk.assessed, says)
        desk.assessed = world.now
        estimate = pooled(desk.services)
        done = world.emit(_assessed(nation=nation.id, log_odds=estimate, services=desk.services), cause, (nation.id,))
        probability = attack_probability(estimate)
        if desk.alarmed:
            desk.alarmed = probability > nation.threshold * self.parameters.warning_calm
            if not desk.alarmed:
                self.relieve(desk)
        elif says is not None and probability >= nation.threshold and not world.situation.attacked:
            desk.alarmed = True
            desk.warned = self.warn(desk, done, probability)

    def warn(self, desk: Desk, cause: Event, probability: float) -> Event:
        recent = self.world.now - round(self.parameters.memory_days * DAY)
        held = self.world.situation.pictures[desk.nation.id].reports
        rests_on = tuple(name for name, state in held.items() if state.received >= recent and state.disproved is None)
        nation = desk.nation.id
        body = WarningIssued(nation=nation, probability=round(probability, 6), reports=rests_on)
        return self.world.emit(body, cause, (nation,))

    # --- warnings that come to nothing -----------------------------------------------------------------------

    def relieve(self, desk: Desk) -> None:
        """The staff no longer believes its warning; that it was wrong is plain once enough quiet days have passed."""
        assert desk.warned is not None
        proof = desk.warned.time + round(self.parameters.warning_proof_days * DAY)
        self.world.call(max(0, proof - self.world.now), self.judge, desk, desk.warned)

    def judge(self, desk: Desk, warned: Event) -> None:
        """False it was only if since then no adversary has mobilised, let alone shed blood."""
        adversaries = self.world.situation.adversaries.values()
        mobilised = any(each.rung >= MOBILISATION for each in adversaries)
        if self.earnest < warned.time and not mobilised:
            self.world.emit(WarningProvenFalse(nation=desk.nation.id), warned, (desk.nation.id,))

    def see_violence(self, event: Event, body: AttackBegan | ClashHappened) -> None:
        self.earnest = event.time

    def moved(self, event: Event, body: RungChanged) -> None:
        if body.old >= MOBILISATION:
            self.earnest = event.time
