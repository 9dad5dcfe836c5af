"""The council: convening, guidance from the capitals, silence, adoption (`docs/model.md` section 6)."""

from wargame.engine.seats import spend
from wargame.engine.world import World
from wargame.model.clock import DAY, seconds
from wargame.model.decisions.consultation import CallConsultation, SetSilence, TableMeasure, TakePosition
from wargame.model.decisions.diplomacy import CommitPublicly
from wargame.model.event import ALLIES, EVERYONE, Event
from wargame.model.happenings import (
    AlertDeclared,
    ConsultationCalled,
    CouncilConvened,
    IndicatorShown,
    MeasureAdopted,
    MeasureFailed,
    MeasureTabled,
    PositionTaken,
    ReportReceived,
    SilenceBegan,
    SilenceSet,
    StatementMade,
    TimeAsked,
    WarningIssued,
)
from wargame.model.situation import MeasureProgress
from wargame.rules.consultation import carries, guidance_days
from wargame.rules.draw import binomial, empirical, largest_normal, normal
from wargame.rules.legal import cost

ALLIANCE = "alliance"
"""Entity of the draws that no single nation owns."""


class Consultation:
    """Carries consultations and measures from the call to the decision."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.parameters = world.scenario.doctrine.consultation
        self.tabled: dict[str, Event] = {}
        world.handle(CallConsultation, self.call)
        world.handle(TableMeasure, self.table)
        world.handle(TakePosition, self.take_position)
        world.handle(SetSilence, self.set_silence)
        world.handle(CommitPublicly, self.commit)

    # --- convening -------------------------------------------------------------------------------------------

    def call(self, seat: str, decision: CallConsultation, cause: Event) -> None:
        if self.world.situation.council.called is not None:
            self.world.fail(seat, decision, cause, "another ally has just called the council")
            return
        called = self.world.emit(ConsultationCalled(nation=seat), self.alarm(seat, cause), ALLIES)
        spend(self.world, seat, cost(decision), called)
        days = empirical(self.world.draw(ALLIANCE, "convening"), self.parameters.convene_days)
        delay = max(seconds(self.parameters.convene_least_hours), round(days * DAY))
        self.world.call(delay, self.convene, called)

    def alarm(self, seat: str, answered: Event) -> Event:
        """What a nation calls the council about: what it says, if that goes back to something that showed, else its
        last warning, report or news.
        """
        if any(isinstance(event.body, IndicatorShown) for event in self.world.back_from(answered)):
            return answered
        for kind in (WarningIssued, ReportReceived, IndicatorShown):
            for event in reversed(self.world.seat_log(seat).events):
                if isinstance(event.body, kind):
                    umpire_id = self.world.seat_log(seat).umpire_id(event.id)
                    assert umpire_id is not None
                    return self.world.log[umpire_id - 1]
        return answered

    def convene(self, called: Event) -> None:
        self.world.emit(CouncilConvened(), called, ALLIES)

    # --- a measure's way -------------------------------------------------------------------------------------

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
        cause = world.anchored(cause, world.log[council.convened - 1])
        tabled = world.emit(MeasureTabled(by=seat, text=decision.measure), cause, ALLIES, measure)
        self.tabled[measure] = tabled
        planned = decision.measure.kind in world.scenario.alliance.plans
        violent = world.situation.clashes > 0 or any(each.attacked for each in world.situation.objectives.values())
        common, own = normal(world.draw(ALLIANCE, "common hesitation")), self.slowest_pivot()
        days = guidance_days(self.parameters, violent, planned, common, own)
        world.call(round(days * DAY), self.begin_silence, measure)

    def slowest_pivot(self) -> float:
        """The largest own hesitation among the nations that the others wait for."""
        members = len(self.world.scenario.alliance.members)
        draw = self.world.draw
        pivots = 1 + binomial(draw(ALLIANCE, "pivots"), members - 1, self.parameters.pivotal_share)
        return largest_normal(draw(ALLIANCE, "own hesitation"), pivots)

    def begin_silence(self, measure: str) -> None:
        state = self.measure(measure)
        if not state.open:
            return
        hours = state.silence_hours or self.world.scenario.alliance.silence
        until = self.world.now + seconds(hours)
        began = self.world.emit(SilenceBegan(until=until), self.tabled[measure], ALLIES, measure)
        self.world.call(until - self.world.now, self.end_silence, measure, began)

    def end_silence(self, measure: str, cause: Event) -> None:
        """Silence has run out: members without instructions consent or ask for more time, once; then it is decided."""
        world, state = self.world, self.measure(measure)
        if not state.open:
            return
        first_time = not state.asked_time
        silent = [each for each in world.scenario.alliance.members if each not in state.positions]
        until = world.now + seconds(self.parameters.extension_hours)
        asked = None
        for nation in silent if first_time else ():
            if world.draw(nation, "silence") >= self.parameters.consent_by_silence:
                asked = world.emit(TimeAsked(nation=nation, until=until), cause, ALLIES, measure)
        if asked is not None:
            world.call(until - world.now, self.end_silence, measure, asked)
        else:
            self.decide(measure, cause)

    def decide(self, measure: str, cause: Event) -> None:
        """Adopted or failed, by the alliance's rule, on the positions held now."""
        world, state = self.world, self.measure(measure)
        members = world.scenario.alliance.members
        broken = tuple(nation for nation in members if state.positions.get(nation) == "break")
        rule = world.scenario.alliance.decision_rule
        if not carries(rule, self.parameters.majority, len(members), len(broken)):
            world.emit(MeasureFailed(by=broken), cause, ALLIES, measure)
            return
        unanimous = all(state.positions.get(nation, "accept") == "accept" for nation in members)
        adopted = world.emit(MeasureAdopted(unanimous=unanimous), cause, ALLIES, measure)
        match state.text.kind:
            case "statement":
                alliance = world.scenario.alliance.id
                world.emit(StatementMade(by=alliance, commits=False), adopted, EVERYONE)
            case "heighten_readiness":
                level = min(3, world.situation.alert + 1)
                world.emit(AlertDeclared(level=level), adopted, EVERYONE)

    # --- what seats say --------------------------------------------------------------------------------------

    def take_position(self, seat: str, decision: TakePosition, cause: Event) -> None:
        world, state = self.world, self.world.situation.council.measures.get(decision.measure)
        if state is None or not state.open:
            world.fail(seat, decision, cause, "the measure has just been decided")
            return
        cause = world.anchored(cause, self.tabled[state.id])
        body = PositionTaken(nation=seat, position=decision.position)
        taken = world.emit(body, cause, ALLIES, state.id)
        spend(world, seat, cost(decision), taken)
        if decision.position == "break" and world.scenario.alliance.decision_rule == "consensus":
            self.decide(state.id, taken)

    def set_silence(self, seat: str, decision: SetSilence, cause: Event) -> None:
        state = self.world.situation.council.measures.get(decision.measure)
        if state is None or state.state != "guidance":
            self.world.fail(seat, decision, cause, "silence has already begun")
            return
        cause = self.world.anchored(cause, self.tabled[state.id])
        self.world.emit(SilenceSet(hours=round(decision.hours, 6)), cause, ALLIES, state.id)

    def commit(self, seat: str, decision: CommitPublicly, cause: Event) -> None:
        said = self.world.emit(StatementMade(by=seat, commits=True), cause, EVERYONE)
        spend(self.world, seat, cost(decision), said)

    def measure(self, name: str) -> MeasureProgress:
        return self.world.situation.council.measures[name]
