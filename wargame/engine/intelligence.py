"""Indications, detection, reports, assessment and warning (`docs/model.md` section 5)."""

from collections.abc import Generator, Sequence

import simpy

from wargame.engine.world import World
from wargame.model.adversary import Adversary
from wargame.model.clock import DAY, HOUR, seconds
from wargame.model.decisions.intelligence import ReleaseReport
from wargame.model.event import EVERYONE, NOBODY, Event
from wargame.model.happenings import (
    AdversaryPrepared,
    Assessed,
    FalseAlarmArose,
    IndicatorShown,
    ReportReceived,
    ReportReleased,
    RungChanged,
    TurnBegan,
    WarningIssued,
)
from wargame.model.nation import Nation
from wargame.model.scenario import HYPOTHESES, Indicator
from wargame.rules.assessment import (
    CREDIBILITY_SHARES,
    RELIABILITY_SHARES,
    Staff,
    assess,
    attack_probability,
    coverage,
    report,
    staff,
)
from wargame.rules.draw import choose, exponential, lognormal, normal_share
from wargame.rules.threat import mobilised, shows

REASSESS_AFTER = 12 * HOUR
"""Staffs weigh silence anew at a turn's edge when their last assessment is this old."""


class Intelligence:
    """What shows, who notices, and what their staffs make of it."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.parameters = world.scenario.doctrine.intelligence
        self.hit = normal_share(self.parameters.sensitivity / 2 - self.parameters.criterion)
        """Chance that a sensor which looks notices."""
        self.mistake = normal_share(-self.parameters.sensitivity / 2 - self.parameters.criterion)
        """Chance that a sensor takes something harmless for an indicator."""
        self.doing: dict[str, Event] = {}
        """By adversary: the event since which it has been doing what it does."""
        self.indicators = {each.id: each for each in world.scenario.indicators}
        self.places = {force.id: force.at for each in world.scenario.adversaries for force in each.forces}
        """Where each of the adversaries' formations is."""
        every = world.scenario.indicators
        self.desks = {
            nation.id: Desk(nation, staff(self.parameters, nation, every, self.hit), every)
            for nation in world.scenario.nations
        }
        world.when(AdversaryPrepared, self.began)
        world.when(RungChanged, self.changed)
        world.when(IndicatorShown, self.shown)
        world.when(TurnBegan, self.turned)
        world.handle(ReleaseReport, self.release)
        for desk in self.desks.values():
            world.env.process(self.mistakes(desk))

    # --- what shows ------------------------------------------------------------------------------------------

    def began(self, event: Event, body: AdversaryPrepared) -> None:
        self.doing[body.adversary] = event
        adversary = next(each for each in self.world.scenario.adversaries if each.id == body.adversary)
        for indicator in self.world.scenario.indicators:
            self.world.env.process(self.indicates(adversary, indicator))

    def changed(self, event: Event, body: RungChanged) -> None:
        self.doing[body.adversary] = event

    def indicates(self, adversary: Adversary, indicator: Indicator) -> Generator[simpy.Event, None, None]:
        """An indicator shows at random, as often as what the adversary is doing makes it.

        Candidates come at the highest of its rates and are kept with the share of the present one, so that the
        draws stay aligned whatever the adversary does.
        """
        world, env = self.world, self.world.env
        rates = [getattr(indicator.rates, hypothesis) for hypothesis in HYPOTHESES]
        highest = max(rates)
        entity = f"{adversary.id}/{indicator.id}"
        while True:
            yield env.timeout(round(DAY * exponential(world.draw(entity, "next"), highest)))
            kept, which = world.draw(entity, "kept"), world.draw(entity, "force")
            if kept * highest < rates[HYPOTHESES.index(self.activity(adversary.id))]:
                body = IndicatorShown(indicator=indicator.id, force=formation(adversary, indicator, which))
                world.emit(body, self.doing[adversary.id], NOBODY)

    def activity(self, adversary: str) -> str:
        """The hypothesis that the adversary's doings match now."""
        state = self.world.situation.adversaries[adversary]
        days = (self.world.now - state.since) / DAY
        threat = self.world.scenario.doctrine.threat
        return shows(state.rung, mobilised(threat, state.rung, state.mobilisation, days))

    def mistakes(self, desk: "Desk") -> Generator[simpy.Event, None, None]:
        """Harmless things happen all the time; now and then a sensor takes one for an indicator."""
        world, nation = self.world, desk.nation
        rate = self.parameters.false_alarm_rate * len(nation.collection)
        while rate > 0:
            yield world.env.timeout(round(DAY * exponential(world.draw(nation.id, "harmless"), rate)))
            taken, which = world.draw(nation.id, "mistaken"), world.draw(nation.id, "mistaken for")
            whose, whom = world.draw(nation.id, "mistaken adversary"), world.draw(nation.id, "mistaken force")
            seen = [each for each in world.scenario.indicators if desk.coverage[each.id] > 0]
            if taken < self.mistake and seen:
                indicator = seen[int(which * len(seen))]
                adversary = world.scenario.adversaries[int(whose * len(world.scenario.adversaries))]
                arose = world.emit(FalseAlarmArose(nation=nation.id), None, NOBODY)
                body = IndicatorShown(indicator=indicator.id, force=formation(adversary, indicator, whom))
                self.collect(desk, world.emit(body, arose, NOBODY))

    # --- who notices -----------------------------------------------------------------------------------------

    def shown(self, event: Event, body: IndicatorShown) -> None:
        """Each nation's sensors notice or do not; what is for all to see, the media report to all."""
        cause = self.world.cause_of(event)
        if cause is not None and isinstance(cause.body, FalseAlarmArose):
            return
        if event.audience == EVERYONE:
            for desk in self.desks.values():
                self.receive(desk, event, event, "media", event.time, "C", 3)
            return
        indicator = self.indicators[body.indicator]
        for desk in self.desks.values():
            looks = desk.coverage[indicator.id]
            if looks and self.world.draw(desk.nation.id, f"sees {indicator.id}") < looks * self.hit:
                self.collect(desk, event)

    def collect(self, desk: "Desk", event: Event) -> None:
        """A nation's own sensors noticed: its staff has the report some hours later."""
        world, nation = self.world, desk.nation.id
        delay = lognormal(world.draw(nation, "report"), self.parameters.report_hours, self.parameters.report_sd)
        letters = choose(world.draw(nation, "reliability"), [share for _, share in RELIABILITY_SHARES])
        numbers = choose(world.draw(nation, "credibility"), [share for _, share in CREDIBILITY_SHARES])
        letter, number = RELIABILITY_SHARES[letters][0], CREDIBILITY_SHARES[numbers][0]
        world.call(seconds(delay), self.receive, desk, event, event, nation, event.time, letter, number)

    def receive(
        self, desk: "Desk", shown: Event, cause: Event, originator: str, observed: int, letter: str, number: int
    ) -> None:
        """A report reaches a nation, under the nation's own labels, and is weighed unless it is known already."""
        world, nation, body = self.world, desk.nation.id, shown.body
        assert isinstance(body, IndicatorShown)
        known = shown.id in desk.holds
        desk.holds.setdefault(shown.id, f"r{len(desk.holds) + 1}")
        if known:
            return
        indicator = self.indicators[body.indicator]
        received = world.emit(
            ReportReceived(
                nation=nation,
                report=desk.holds[shown.id],
                indicator=indicator.id,
                discipline=indicator.discipline,
                originator=originator,
                reliability=letter,  # type: ignore[arg-type]
                credibility=number,
                observed=observed,
                contact=desk.contact(body.force),
                place=self.places.get(body.force) if body.force else None,
            ),
            cause,
            (nation,),
        )
        desk.sources[desk.holds[shown.id]] = shown
        self.weigh(desk, received, report(indicator.rates, letter, number))

    # --- what staffs make of it ------------------------------------------------------------------------------

    def turned(self, event: Event, body: TurnBegan) -> None:
        """At a turn's edge staffs weigh what has not been seen."""
        for desk in self.desks.values():
            if self.world.now - desk.assessed >= REASSESS_AFTER:
                self.weigh(desk, event, None)

    def weigh(self, desk: "Desk", cause: Event, evidence: tuple[float, ...] | None) -> None:
        """Assess anew, and warn when the probability of an attack being prepared passes the nation's threshold."""
        world, nation = self.world, desk.nation
        elapsed = world.now - desk.assessed
        desk.log_odds = assess(desk.staff, desk.log_odds, elapsed, evidence)
        desk.assessed = world.now
        done = world.emit(Assessed(nation=nation.id, log_odds=desk.log_odds), cause, (nation.id,))
        probability = attack_probability(desk.log_odds)
        if desk.alarmed:
            desk.alarmed = probability > nation.threshold * self.parameters.warning_calm
        elif evidence is not None and probability >= nation.threshold:
            desk.alarmed = True
            self.warn(desk, done, probability)

    def warn(self, desk: "Desk", cause: Event, probability: float) -> None:
        recent = self.world.now - round(self.parameters.memory_days * DAY)
        held = self.world.situation.pictures[desk.nation.id].reports
        rests_on = tuple(name for name, state in held.items() if state.received >= recent)
        nation = desk.nation.id
        body = WarningIssued(nation=nation, probability=round(probability, 6), reports=rests_on)
        self.world.emit(body, cause, (nation,))

    def release(self, seat: str, decision: ReleaseReport, cause: Event) -> None:
        """A report goes to an ally: in hours under an agreement, sanitised in days without one."""
        world = self.world
        held = world.situation.pictures[seat].reports.get(decision.report) if seat in world.situation.pictures else None
        if held is None or decision.to not in self.desks:
            world.fail(seat, decision, cause, "there is no such report or no such ally")
            return
        body = held.body
        cause = world.anchored(cause, world.log[held.event - 1])
        done = world.emit(ReportReleased(nation=seat, report=body.report, to=decision.to), cause, (seat,))
        shared = any(
            agreement.kind == "intelligence_sharing" and {seat, decision.to} <= set(agreement.parties)
            for agreement in world.scenario.agreements
        )
        delay = self.parameters.release_agreement_hours if shared else self.parameters.release_alliance_hours
        world.call(seconds(delay), self.arrive, decision.to, seat, done, body)

    def arrive(self, to: str, originator: str, released: Event, body: ReportReceived) -> None:
        """A released report reaches the ally."""
        shown = self.desks[originator].sources[body.report]
        self.receive(self.desks[to], shown, released, originator, body.observed, body.reliability, body.credibility)


def formation(adversary: Adversary, indicator: Indicator, u: float) -> str | None:
    """The formation that is seen, or thought to be seen, moving: any of the adversary's; none unless troops move."""
    if indicator.category != "troop_movement" or not adversary.forces:
        return None
    return adversary.forces[int(u * len(adversary.forces))].id


class Desk:
    """One nation's intelligence staff: what only the kernel needs to know of it."""

    def __init__(self, nation: Nation, staff: Staff, indicators: Sequence[Indicator]) -> None:
        self.nation = nation
        self.staff = staff
        self.coverage = {each.id: coverage(nation, each) for each in indicators}
        """By indicator: share of its occurrences that the nation's sensors look at."""
        self.log_odds: tuple[float, ...] = ()
        self.assessed = 0
        self.alarmed = False
        self.holds: dict[int, str] = {}
        """The nation's own label of its report on something that showed."""
        self.sources: dict[str, Event] = {}
        """What each report is about, in truth."""
        self.contacts: dict[str, str] = {}

    def contact(self, force: str | None) -> str | None:
        """The nation's own label for a formation of the adversary, given when it is first seen."""
        if force is None:
            return None
        return self.contacts.setdefault(force, f"c{len(self.contacts) + 1}")
