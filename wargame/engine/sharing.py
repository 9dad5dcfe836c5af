"""Passing reports on: release, originators' consent, leaks (`docs/model.md` 5.10, 5.17, 5.18)."""

from wargame.engine.registry import Message, Registry
from wargame.engine.world import World
from wargame.model.clock import DAY, seconds
from wargame.model.decisions.intelligence import ReleaseReport
from wargame.model.event import NOBODY, Event
from wargame.model.happenings import (
    ConsentAnswered,
    ConsentAsked,
    IndicatorShown,
    InformationRequested,
    LeakFound,
    LeakRead,
    ReleaseStopped,
    ReportLeaked,
    ReportReleased,
)
from wargame.model.methods import changed
from wargame.model.reports import PRECEDENCES, Precedence
from wargame.model.scenario import COMMANDER, HQ, RED
from wargame.model.situation import ReportState
from wargame.rules.draw import lognormal
from wargame.rules.sharing import (
    consent_chance,
    needs_consent,
    obstacle,
    sanitised,
    tier_between,
    version,
    way,
)


class Sharing:
    """Reports on their way to allies."""

    def __init__(self, world: World, registry: Registry) -> None:
        self.world, self.registry = world, registry
        self.parameters = world.scenario.doctrine.intelligence
        self.recipients = {*(nation.id for nation in world.scenario.nations), HQ, COMMANDER}
        world.handle(ReleaseReport, self.release)

    def held(self, seat: str, report: str) -> ReportState | None:
        picture = self.world.situation.pictures.get(seat)
        return picture.reports.get(report) if picture else None

    # --- release ---------------------------------------------------------------------------------------------

    def release(self, seat: str, decision: ReleaseReport, cause: Event) -> None:
        """A report goes to an ally, after its originator has consented if it is not the holder's own."""
        held = self.held(seat, decision.report)
        if held is None or decision.to not in self.recipients:
            self.world.fail(seat, decision, cause, "there is no such report or no such ally")
            return
        reason = obstacle(held, seat, decision.to)
        if reason is not None:
            self.world.fail(seat, decision, cause, reason)
            return
        cause, how = self.answering(cause, held, seat, decision.to), decision.precedence or held.body.precedence
        how = max(how, held.body.precedence, key=PRECEDENCES.index)
        if needs_consent(held.body, seat, decision.to) and held.consents.get(decision.to) != "granted":
            self.ask(seat, held, decision.to, cause, how)
        else:
            self.send(seat, held, decision.to, cause, how)

    def answering(self, cause: Event, held: ReportState, seat: str, to: str) -> Event:
        """What a release follows from: the recipient's request, what the seat says it answers where that follows from
        the report, or the report itself.
        """
        body = cause.body
        if isinstance(body, InformationRequested) and (body.by, body.to) == (to, seat):
            return cause
        return self.world.anchored(cause, self.world.log[held.event - 1])

    def send(self, seat: str, held: ReportState, to: str, cause: Event, how: Precedence) -> None:
        """Let a report go, as its recipient may have it."""
        world, parameters, hides = self.world, self.parameters, version(held, to)
        released = world.emit(
            ReportReleased(nation=seat, report=held.body.report, to=to, precedence=how, sanitised=hides), cause, (seat,)
        )
        tier = tier_between(world.scenario.agreements, seat, to)
        goes = way(parameters, tier, held.body, to, sanitised=held.sanitised == "ready", how=how)
        delay = lognormal(world.draw(seat, f"release to {to}"), 1.0, parameters.release_sd) * goes.median
        stopped = world.draw(seat, f"stop to {to}") < goes.never
        delay = (delay + self.registry.hours(how)) * self.registry.slowness(seat)
        if stopped:
            world.call(seconds(delay), self.stop, seat, released)
        else:
            report = changed(sanitised(held.body) if hides else held.body, precedence=how)
            message = Message(to, self.registry.origins[seat, held.body.report], report, released)
            world.call(seconds(delay), self.arrive, seat, message)

    def stop(self, seat: str, released: Event) -> None:
        body = released.body
        assert isinstance(body, ReportReleased)
        self.world.emit(ReleaseStopped(nation=seat, report=body.report, to=body.to), released, (seat,))

    def arrive(self, seat: str, message: Message) -> None:
        """The recipient has it; whoever has it may lose it."""
        world, parameters = self.world, self.parameters
        self.registry.deliver(message)
        if world.draw(seat, f"leak by {message.to}") < parameters.leak_chance:
            days = lognormal(world.draw(seat, "leak read"), parameters.leak_read_days, parameters.release_sd)
            world.call(round(DAY * days), self.leak, message)

    # --- leaks -----------------------------------------------------------------------------------------------

    def leak(self, message: Message) -> None:
        """The adversary reads it, and hides from its source; the originator finds out later."""
        world, report, shown = self.world, message.report, message.origin.body
        assert isinstance(shown, IndicatorShown)
        body = ReportLeaked(
            nation=report.originator, discipline=report.discipline, by=message.to, harmless=report.sanitised
        )
        leaked = world.emit(body, message.cause, NOBODY)
        read = LeakRead(nation=report.originator, discipline=report.discipline, indicator=shown.indicator)
        world.emit(read, leaked, (RED,))
        days = lognormal(
            world.draw(report.originator, "leak found"), self.parameters.leak_found_days, self.parameters.release_sd
        )
        world.call(round(DAY * days), self.find, message, leaked)

    def find(self, message: Message, leaked: Event) -> None:
        originator = message.report.originator
        label = self.registry.labels(originator, message.origin)[0]
        body = LeakFound(nation=originator, report=label, discipline=message.report.discipline)
        self.world.emit(body, leaked, (originator,))

    # --- third-party rule ------------------------------------------------------------------------------------

    def ask(self, seat: str, held: ReportState, to: str, cause: Event, how: Precedence) -> None:
        """Ask the originator; it answers by its agreement with the recipient and the report's mark."""
        world, originator = self.world, held.body.originator
        label = self.registry.labels(originator, self.registry.origins[seat, held.body.report])[0]
        body = ConsentAsked(by=seat, originator=originator, to=to, holder=seat, report=held.body.report)
        asked = world.emit(body, cause, (seat,))
        told = world.emit(changed(body, holder=originator, report=label), asked, (originator,))
        tier = tier_between(world.scenario.agreements, originator, to)
        granted = world.draw(originator, f"consent to {to}") < consent_chance(self.parameters, tier, held.body, to)
        hours = lognormal(world.draw(originator, "consent"), self.parameters.consent_hours, self.parameters.release_sd)
        world.call(seconds(hours), self.answer, asked, told, how, granted)

    def answer(self, asked: Event, told: Event, how: Precedence, granted: bool) -> None:
        """The originator's answer; where it consents to a release, the report goes."""
        world, mine, its = self.world, asked.body, told.body
        assert isinstance(mine, ConsentAsked)
        assert isinstance(its, ConsentAsked)
        body = ConsentAnswered(
            by=mine.by,
            originator=mine.originator,
            to=mine.to,
            holder=mine.originator,
            report=its.report,
            granted=granted,
        )
        world.emit(body, told, (mine.originator,))
        answered = world.emit(changed(body, holder=mine.by, report=mine.report), asked, (mine.by,))
        held = self.held(mine.by, mine.report)
        assert held is not None
        if granted and mine.to in self.recipients and obstacle(held, mine.by, mine.to) is None:
            self.send(mine.by, held, mine.to, answered, how)
