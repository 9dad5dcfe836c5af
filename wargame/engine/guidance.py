"""Guidance from the capitals: from the tabling of a measure to its silence (`docs/model.md` 6.3, 6.4, 6.11)."""

from dataclasses import dataclass, field

from wargame.engine.convening import ALLIANCE
from wargame.engine.silence import silent_until
from wargame.engine.world import World
from wargame.model.clock import DAY, seconds
from wargame.model.decisions.consultation import AmendMeasure, TableMeasure
from wargame.model.event import ALLIES, Event
from wargame.model.happenings import (
    MeasureAmended,
    MeasureFailed,
    MeasureTabled,
    PositionTaken,
    SilenceBegan,
    VenueChanged,
)
from wargame.model.mel import TriggerKind
from wargame.model.situation import MeasureProgress
from wargame.rules.consultation import contention, deciders, guidance_days, stretch, trigger
from wargame.rules.disruption import slowness
from wargame.rules.draw import normal
from wargame.rules.positions import owners


@dataclass(slots=True)
class Waiting:
    """What guidance on one measure depends on, apart from who has spoken."""

    since: int
    asked: Event
    """The tabling, or the last amendment."""
    trigger: TriggerKind
    common: float
    """Hesitation that all capitals share."""
    own: dict[str, float]
    """By nation: its own hesitation."""
    pivots: tuple[str, ...]
    """Nations that the others wait for and follow."""
    share: float = 1.0
    """Share of the days that guidance takes: an amended text needs less."""
    plan: int = field(default=0)
    """Number of the end planned last; an earlier plan is void."""


class Guidance:
    """Capitals make up their minds. A nation that takes a position has given its guidance and is not waited for."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.parameters = world.scenario.doctrine.consultation
        self.waiting: dict[str, Waiting] = {}
        world.handle(TableMeasure, self.table)
        world.handle(AmendMeasure, self.amend)
        world.when(PositionTaken, self.heard)
        world.when(VenueChanged, self.moved)

    # --- asking ----------------------------------------------------------------------------------------------

    def table(self, seat: str, decision: TableMeasure, cause: Event) -> None:
        world = self.world
        council = world.situation.council
        if council.convened is None:
            world.fail(seat, decision, cause, "the council has not met")
            return
        if any(other.open and other.text == decision.measure for other in council.measures.values()):
            world.fail(seat, decision, cause, "another seat has just tabled the same text")
            return
        measure = f"m{len(council.measures) + 1}"
        convened = world.log[council.convened - 1]
        body = MeasureTabled(by=seat, text=decision.measure)
        tabled = world.emit(body, world.anchored(cause, convened), ALLIES, measure)
        self.waiting[measure] = self.ask(body, tabled, convened)
        self.limit(council.measures[measure], tabled)
        self.plan(council.measures[measure], tabled)

    def ask(self, body: MeasureTabled, tabled: Event, convened: Event) -> Waiting:
        """Draw how hesitant the capitals are; as many draws whatever anybody does.

        One capital decides last; it is none of those whose own cause the measure is.
        """
        world, members, kind = self.world, self.world.scenario.alliance.members, body.text.kind
        cause = (body.by, *owners(world.scenario, body.text))
        others = [nation for nation in members if nation not in cause] or [*members]
        first = others[int(world.draw(ALLIANCE, f"first pivot on {kind}") * len(others))]
        drawn = {nation: world.draw(nation, f"pivotal on {kind}") for nation in members}
        return Waiting(
            since=self.asked_since(convened),
            asked=tabled,
            trigger=trigger(world.scenario, world.situation, world.back_from(convened)),
            common=normal(world.draw(ALLIANCE, f"common hesitation on {kind}")),
            own={nation: normal(world.draw(nation, f"hesitation on {kind}")) for nation in members},
            pivots=tuple(each for each in members if each == first or drawn[each] < self.parameters.pivotal_share),
        )

    def asked_since(self, convened: Event) -> int:
        """Capitals begin with the call: convening runs beside guidance on what is tabled soon after the council met."""
        called = self.world.cause_of(convened)
        if called is None or self.world.now - convened.time > seconds(self.parameters.parallel_hours):
            return self.world.now
        return called.time

    def amend(self, seat: str, decision: AmendMeasure, cause: Event) -> None:
        """A changed text goes to the capitals anew; they know the matter and take less time over it."""
        measure = self.world.situation.council.measures.get(decision.measure)
        if measure is None or measure.state != "guidance":
            self.world.fail(seat, decision, cause, "the measure is no longer before the capitals")
            return
        waiting = self.waiting[measure.id]
        cause = self.world.anchored(cause, waiting.asked)
        waiting.asked = self.world.emit(MeasureAmended(by=seat, text=decision.text), cause, ALLIES, measure.id)
        waiting.since, waiting.share = self.world.now, self.parameters.guidance_amended
        self.limit(measure, waiting.asked)
        self.plan(measure, waiting.asked)

    def limit(self, measure: MeasureProgress, asked: Event) -> None:
        """Capitals have only so long for a text."""
        self.world.call(round(self.parameters.lapse_days * DAY), self.lapse, measure, asked)

    def lapse(self, measure: MeasureProgress, asked: Event) -> None:
        """A text that is still before the capitals lapses, by nobody's break."""
        if measure.state == "guidance" and self.waiting[measure.id].asked is asked:
            self.world.emit(MeasureFailed(by=()), asked, ALLIES, measure.id)

    # --- waiting ---------------------------------------------------------------------------------------------

    def heard(self, event: Event, body: PositionTaken) -> None:
        assert event.measure is not None
        self.plan(self.world.situation.council.measures[event.measure], event)

    def moved(self, event: Event, body: VenueChanged) -> None:
        assert event.measure is not None
        self.plan(self.world.situation.council.measures[event.measure], event)

    def plan(self, measure: MeasureProgress, changed: Event) -> None:
        """Reckon anew when guidance will have come, after something changed that it depends on."""
        if measure.state != "guidance":
            return
        waiting = self.waiting[measure.id]
        waiting.plan += 1
        pivots = self.pivots(measure, waiting)
        if not pivots:
            self.begin(measure, waiting.plan, changed)
            return
        due = waiting.since + round(self.days(measure, waiting, pivots) * DAY)
        self.world.call(max(0, due - self.world.now), self.begin, measure, waiting.plan, waiting.asked)

    def pivots(self, measure: MeasureProgress, waiting: Waiting) -> list[str]:
        """The capitals that are still waited for."""
        deciding = deciders(self.world.scenario.alliance, measure)
        there = [nation for nation in waiting.pivots if nation in deciding] or [deciding[0]]
        return [nation for nation in there if nation not in measure.positions]

    def days(self, measure: MeasureProgress, waiting: Waiting, pivots: list[str]) -> float:
        scenario, situation = self.world.scenario, self.world.situation
        days = guidance_days(
            self.parameters,
            waiting.trigger,
            measure.text.kind in scenario.alliance.plans,
            contention(scenario, situation, self.world.now),
            waiting.common,
            max(waiting.own[nation] for nation in pivots),
        )
        circle = self.parameters.guidance_venue if measure.circle else 1.0
        cut_off = max(slowness(scenario, situation, nation) for nation in pivots)
        return days * waiting.share * circle * cut_off * stretch(scenario, deciders(scenario.alliance, measure))

    def begin(self, measure: MeasureProgress, plan: int, cause: Event) -> None:
        """Guidance has come: the measure goes under silence."""
        if measure.state != "guidance" or plan != self.waiting[measure.id].plan:
            return
        hours = measure.silence_hours or self.world.scenario.alliance.silence
        until = silent_until(self.world, hours)
        self.world.emit(SilenceBegan(until=until), cause, ALLIES, measure.id)
