"""Who notices what shows, and who is mistaken (`docs/model.md` 5.3, 5.4, 5.13, 5.14)."""

from typing import get_args

from wargame.engine.indications import formation
from wargame.engine.registry import Message, Registry
from wargame.engine.world import World
from wargame.model.adversary import Adversary
from wargame.model.clock import DAY, seconds
from wargame.model.decisions.intelligence import TaskCollection
from wargame.model.event import EVERYONE, NOBODY, Event
from wargame.model.happenings import (
    CollectionTasked,
    FalseAlarmArose,
    IndicatorShown,
    ReportDisproved,
    ReportLeaked,
    ReportPublished,
    ReportReceived,
    TurnBegan,
    WarningProvenFalse,
)
from wargame.model.methods import maker
from wargame.model.nation import Discipline, Nation
from wargame.model.scenario import Indicator
from wargame.rules.assessment import LETTERS, credibility_shares, reliability_shares, weight
from wargame.rules.consultation import monitored
from wargame.rules.detection import Criterion, coverage, hit, mistake, sensitivity
from wargame.rules.draw import choose, exponential, lognormal
from wargame.rules.sharing import marks, partners, precedence, telling

_report = maker(ReportReceived)


class Sensors:
    """One nation's sensors: what only the kernel needs to know of them."""

    def __init__(self, nation: Nation) -> None:
        self.nation = nation
        self.looks: dict[str, float] = {}
        """By indicator: share of its occurrences that they look at, losses apart."""
        self.criterion = Criterion()
        self.lost: dict[str, list[tuple[int, float]]] = {}
        """By discipline: until when how much of its coverage is lost."""
        self.tasked = False
        """Whether they turn to other targets at the next turn."""

    def coverage(self, indicator: Indicator, now: int, more: float = 1.0) -> float:
        """Share of an indicator's occurrences that they look at now: `more` while the council has agreed to watch."""
        share = self.looks[indicator.id]
        for until, lost in self.lost.get(indicator.discipline, ()):
            share -= lost if now < until else 0.0
        return min(1.0, more * max(0.0, share))


class Detection:
    """Every nation's sensors, and the harmless things that deceive them."""

    def __init__(self, world: World, registry: Registry) -> None:
        self.world, self.registry = world, registry
        self.parameters = world.scenario.doctrine.intelligence
        self.indicators = {each.id: each for each in world.scenario.indicators}
        self.telling = {each.id: telling(each.rates) for each in world.scenario.indicators}
        self.sensors = {nation.id: Sensors(nation) for nation in world.scenario.nations}
        self.partners = {name: partners(world.scenario.agreements, name, list(self.sensors)) for name in self.sensors}
        deceptions: dict[str | None, float] = {each.id: each.deception for each in world.scenario.adversaries}
        self.apart = {
            whom: {
                nation.id: sensitivity(self.parameters, nation.technology.surveillance, deception)
                for nation in world.scenario.nations
            }
            for whom, deception in (deceptions | {None: 0.0}).items()
        }
        """By adversary, and by nation: d' of its sensors; of harmless things under None."""
        self.looks_for = {each.id: f"sees {each.id}" for each in world.scenario.indicators}
        for sensors in self.sensors.values():
            self.retask(sensors)
        world.when(IndicatorShown, self.shown)
        world.when(TurnBegan, self.turned)
        world.when(ReportDisproved, self.cried_wolf)
        world.when(WarningProvenFalse, self.warned_in_vain)
        world.when(ReportLeaked, self.leaked)
        world.when(ReportPublished, self.published)
        world.handle(TaskCollection, self.task)
        for discipline in get_args(Discipline):
            listed = [each for each in world.scenario.indicators if each.discipline == discipline]
            watched = any(sensors.looks[each.id] > 0.0 for sensors in self.sensors.values() for each in listed)
            if watched and self.parameters.false_alarm_rate > 0.0:
                self.await_harmless(discipline, listed)

    # --- noticing --------------------------------------------------------------------------------------------

    def shown(self, event: Event, body: IndicatorShown) -> None:
        """Each nation's sensors notice or do not, each nation and occurrence for itself."""
        if event.audience == EVERYONE or body.adversary is None:
            return
        world, now, indicator = self.world, self.world.now, self.indicators[body.indicator]
        purpose, apart = self.looks_for[indicator.id], self.apart[body.adversary]
        more = monitored(world.scenario, world.situation, now)
        for name, sensors in self.sensors.items():
            if sensors.looks[indicator.id] == 0.0:
                continue
            drawn, looks = world.draw(name, purpose), sensors.coverage(indicator, now, more)
            if drawn < looks and drawn < looks * hit(apart[name], sensors.criterion.now(self.parameters, now)):
                self.collect(name, event)

    def collect(self, nation: str, event: Event) -> None:
        """A nation's own sensors noticed: its staff has the report some hours later."""
        world, parameters, body = self.world, self.parameters, event.body
        assert isinstance(body, IndicatorShown)
        indicator = self.indicators[body.indicator]
        delay = lognormal(world.draw(nation, "report"), parameters.report_hours, parameters.report_sd)
        letter = LETTERS[choose(world.draw(nation, "reliability"), reliability_shares(parameters))]
        number = 1 + choose(world.draw(nation, "credibility"), credibility_shares(parameters))
        mark = marks(
            parameters,
            indicator.discipline,
            self.partners[nation],
            world.draw(nation, "classification"),
            world.draw(nation, "control"),
        )
        report = _report(
            nation=nation,
            report="",
            indicator=indicator.id,
            discipline=indicator.discipline,
            originator=nation,
            reliability=letter,
            credibility=number,
            observed=world.now,
            place=self.registry.places.get(body.force) if body.force else None,
            precedence=precedence(parameters, self.telling[indicator.id] * weight(parameters, letter, number)),
            classification=mark.classification,
            control=mark.control,
            rel_to=mark.rel_to,
        )
        delay += self.registry.hours(report.precedence)
        delay *= self.registry.slowness(nation)
        world.call(seconds(delay), self.registry.deliver, Message(nation, event, report, event))

    # --- being mistaken --------------------------------------------------------------------------------------

    def await_harmless(self, discipline: Discipline, listed: list[Indicator]) -> None:
        gap = exponential(self.world.draw(discipline, "harmless"), self.parameters.false_alarm_rate)
        self.world.call(round(DAY * gap), self.harmless, discipline, listed)

    def harmless(self, discipline: Discipline, listed: list[Indicator]) -> None:
        """Harmless things happen all the time; now and then sensors take one for an indicator, those of several
        nations perhaps for the same.
        """
        world = self.world
        which, whose = world.draw(discipline, "mistaken for"), world.draw(discipline, "mistaken adversary")
        whom = world.draw(discipline, "mistaken force")
        indicator = listed[int(which * len(listed))]
        more = monitored(world.scenario, world.situation, world.now)
        fooled = [name for name, sensors in self.sensors.items() if self.fooled(name, sensors, indicator, more)]
        if fooled:
            adversaries = world.scenario.adversaries
            adversary: Adversary = adversaries[int(whose * len(adversaries))]
            arose = world.emit(FalseAlarmArose(discipline=discipline), None, NOBODY)
            body = IndicatorShown(indicator=indicator.id, force=formation(adversary, indicator, whom))
            taken = world.emit(body, arose, NOBODY)
            for name in fooled:
                self.collect(name, taken)
            days = lognormal(
                world.draw(discipline, "disproved"), self.parameters.disproof_days, self.parameters.disproof_sd
            )
            world.call(round(DAY * days), self.disprove, taken)
        self.await_harmless(discipline, listed)

    def fooled(self, name: str, sensors: Sensors, indicator: Indicator, more: float) -> bool:
        if sensors.looks[indicator.id] == 0.0:
            return False
        now, apart = self.world.now, self.apart[None][name]
        drawn, looks = self.world.draw(name, "mistaken"), sensors.coverage(indicator, now, more)
        return drawn < looks and drawn < looks * mistake(apart, sensors.criterion.now(self.parameters, now))

    def disprove(self, taken: Event) -> None:
        """It comes out that there was nothing to it: everybody who holds a report on it is told."""
        self.registry.disproved.add(taken.id)
        for holder in self.registry.holdings:
            labels = self.registry.labels(holder, taken)
            if labels:
                last = self.world.situation.pictures[holder].reports[labels[-1]].event
                body = ReportDisproved(nation=holder, reports=tuple(labels))
                self.world.emit(body, self.world.log[last - 1], (holder,))

    # --- what moves the criterion ----------------------------------------------------------------------------

    def cried_wolf(self, event: Event, body: ReportDisproved) -> None:
        """Those whose own sensors were mistaken report less readily for a while."""
        held = self.world.situation.pictures[body.nation].reports
        if any(held[report].body.originator == body.nation for report in body.reports):
            self.raise_criterion(body.nation, self.parameters.cry_wolf)

    def warned_in_vain(self, event: Event, body: WarningProvenFalse) -> None:
        self.raise_criterion(body.nation, self.parameters.cry_wolf_warning)

    def raise_criterion(self, nation: str, by: float) -> None:
        self.sensors[nation].criterion.cry_wolf(by, self.parameters, self.world.now)

    # --- what moves coverage ---------------------------------------------------------------------------------

    def task(self, seat: str, decision: TaskCollection, cause: Event) -> None:
        """The government tells a discipline what to watch for first."""
        sensors, indicator = self.sensors.get(seat), self.indicators.get(decision.indicator)
        if sensors is None or indicator is None or indicator.discipline != decision.discipline:
            self.world.fail(seat, decision, cause, "there is no such indicator for this discipline")
            return
        body = CollectionTasked(nation=seat, discipline=decision.discipline, indicator=decision.indicator)
        self.world.emit(body, cause, (seat,))
        sensors.tasked = True

    def turned(self, event: Event, body: TurnBegan) -> None:
        """Sensors turn to what they were tasked with in the turn before."""
        for sensors in self.sensors.values():
            if sensors.tasked:
                self.retask(sensors)

    def retask(self, sensors: Sensors) -> None:
        picture = self.world.situation.pictures.get(sensors.nation.id)
        tasked = picture.tasked if picture is not None else {}
        sensors.looks = {
            each.id: coverage(self.parameters, sensors.nation, each, tasked.get(each.discipline))
            for each in self.world.scenario.indicators
        }
        sensors.tasked = False

    def leaked(self, event: Event, body: ReportLeaked) -> None:
        """The adversary hides from a source that it has found out."""
        if not body.harmless:
            self.lose(body.nation, body.discipline, self.parameters.leak_cut, self.parameters.leak_days)

    def published(self, event: Event, body: ReportPublished) -> None:
        """What is published burns its source, less so where the version hides it."""
        report = self.world.situation.pictures[body.nation].reports[body.report].body
        parameters = self.parameters
        if body.sanitised:
            self.lose(report.originator, report.discipline, parameters.leak_cut, parameters.leak_days)
        else:
            self.lose(report.originator, report.discipline, parameters.publish_cut, parameters.publish_days)

    def lose(self, nation: str, discipline: str, cut: float, days: float) -> None:
        until = self.world.now + round(DAY * days)
        self.sensors[nation].lost.setdefault(discipline, []).append((until, cut))
