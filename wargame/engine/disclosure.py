"""What the world is told: publishing, sanitising, the media (`docs/model.md` 5.11, 5.19)."""

from wargame.engine.registry import Registry
from wargame.engine.seats import spend
from wargame.engine.sharing import Sharing
from wargame.engine.world import World
from wargame.model.clock import DAY, seconds
from wargame.model.decisions.intelligence import PublishReport, SanitiseReport
from wargame.model.event import EVERYONE, Event
from wargame.model.happenings import (
    ConsentAnswered,
    IndicatorShown,
    MediaReported,
    PublicationDisproved,
    PublicationMade,
    ReportDisproved,
    ReportPublished,
    ReportReceived,
    ReportSanitised,
    SanitisingBegan,
)
from wargame.model.methods import changed
from wargame.model.reports import MEDIA, PUBLIC, Precedence
from wargame.model.situation import ReportState
from wargame.rules.draw import lognormal
from wargame.rules.legal import cost
from wargame.rules.sharing import IN_THE_NEWS, PUBLISHED, needs_consent, obstacle


class Disclosure:
    """What comes to be known to all."""

    def __init__(self, world: World, registry: Registry, sharing: Sharing) -> None:
        self.world, self.registry, self.sharing = world, registry, sharing
        self.parameters = world.scenario.doctrine.intelligence
        self.indicators = {each.id: each for each in world.scenario.indicators}
        self.published: dict[int, list[tuple[str, Event]]] = {}
        """By what it is about: who told the world, and the event."""
        self.told: set[int] = set()
        """What the media have heard of."""
        world.handle(PublishReport, self.publish)
        world.handle(SanitiseReport, self.sanitise)
        world.when(IndicatorShown, self.shown)
        world.when(ConsentAnswered, self.answered)
        world.when(ReportReceived, self.received)
        world.when(ReportDisproved, self.disproved)

    # --- sanitising ------------------------------------------------------------------------------------------

    def sanitise(self, seat: str, decision: SanitiseReport, cause: Event) -> None:
        """A staff prepares a version that hides the source; it takes days."""
        world, held = self.world, self.sharing.held(seat, decision.report)
        if held is None or held.body.originator != seat or held.sanitised is not None:
            world.fail(seat, decision, cause, "there is no report of the nation's own that could be sanitised")
            return
        days = lognormal(world.draw(seat, "sanitise"), self.parameters.sanitise_days, self.parameters.release_sd)
        due = world.now + round(DAY * self.parameters.sanitise_days)
        anchored = world.anchored(cause, world.log[held.event - 1])
        began = world.emit(SanitisingBegan(nation=seat, report=decision.report, due=due), anchored, (seat,))
        world.call(round(DAY * days), self.sanitised, began)

    def sanitised(self, began: Event) -> None:
        body = began.body
        assert isinstance(body, SanitisingBegan)
        self.world.emit(ReportSanitised(nation=body.nation, report=body.report), began, (body.nation,))

    # --- publishing ------------------------------------------------------------------------------------------

    def publish(self, seat: str, decision: PublishReport, cause: Event) -> None:
        """A government tells the world, after its originator has consented if the report is not its own."""
        world, held = self.world, self.sharing.held(seat, decision.report)
        reason = "there is no such report" if held is None else obstacle(held, seat, PUBLIC)
        if held is None or reason is not None:
            world.fail(seat, decision, cause, str(reason))
            return
        cause = world.anchored(cause, world.log[held.event - 1])
        if needs_consent(held.body, seat, PUBLIC) and held.consents.get(PUBLIC) != "granted":
            self.sharing.ask(seat, held, PUBLIC, cause, "immediate")
            spend(world, seat, cost(decision), cause)
        else:
            spend(world, seat, cost(decision), self.tell(seat, held, cause))

    def answered(self, event: Event, body: ConsentAnswered) -> None:
        """Once its originator consents, what was to be published is."""
        if body.granted and body.to == PUBLIC and body.holder == body.by:
            held = self.sharing.held(body.by, body.report)
            if held is not None and obstacle(held, body.by, PUBLIC) is None:
                self.tell(body.by, held, event)

    def tell(self, seat: str, held: ReportState, cause: Event) -> Event:
        """Everyone learns of it; nations take it for as good as proven, since a government vouches for it."""
        world, report = self.world, held.body
        body = ReportPublished(nation=seat, report=report.report, sanitised=held.sanitised == "ready")
        decided = world.emit(body, cause, (seat,))
        made = world.emit(
            PublicationMade(
                nation=seat, originator=report.originator, discipline=report.discipline, indicator=report.indicator
            ),
            decided,
            EVERYONE,
        )
        origin = self.registry.origins[seat, report.report]
        self.published.setdefault(origin.id, []).append((seat, made))
        letter, number = PUBLISHED
        public = changed(
            report,
            reliability=letter,
            credibility=min(number, report.credibility),
            precedence="immediate",
            classification="restricted",
            control="releasable",
            rel_to=(),
        )
        self.registry.tell_all(origin, public, made, but=seat)
        return decided

    def disproved(self, event: Event, body: ReportDisproved) -> None:
        """When it comes out that a published report was wrong, the world learns that too."""
        held = self.world.situation.pictures[body.nation].reports
        if any(held[report].published for report in body.reports):
            origin = self.registry.origins[body.nation, body.reports[0]]
            for teller, made in self.published.get(origin.id, ()):
                if teller == body.nation:
                    told = made.body
                    assert isinstance(told, PublicationMade)
                    self.world.emit(PublicationDisproved(nation=teller, indicator=told.indicator), made, EVERYONE)

    # --- media -----------------------------------------------------------------------------------------------

    def shown(self, event: Event, body: IndicatorShown) -> None:
        """What shows for all to see is in the news at once."""
        if event.audience == EVERYONE:
            self.in_the_news(event, event, "priority")

    def received(self, event: Event, body: ReportReceived) -> None:
        """What several capitals know, the media report a day later."""
        origin = self.registry.origins[body.nation, body.report]
        if origin.id in self.registry.public or body.confirms is not None:
            return
        known = self.registry.capitals.get(origin.id, 0)
        if known == int(self.parameters.media_capitals) and origin.id not in self.told:
            self.told.add(origin.id)
            self.world.call(seconds(self.parameters.media_hours), self.write, origin)

    def write(self, origin: Event) -> None:
        shown = origin.body
        assert isinstance(shown, IndicatorShown)
        if origin.id not in self.registry.public and origin.id not in self.registry.disproved:
            told = self.world.emit(MediaReported(indicator=shown.indicator), origin, EVERYONE)
            self.in_the_news(origin, told, "routine")

    def in_the_news(self, origin: Event, cause: Event, how: Precedence) -> None:
        """Every nation that has no report on it reads of it."""
        shown = origin.body
        assert isinstance(shown, IndicatorShown)
        letter, number = IN_THE_NEWS
        report = ReportReceived(
            nation="",
            report="",
            indicator=shown.indicator,
            discipline=self.indicators[shown.indicator].discipline,
            originator=MEDIA,
            reliability=letter,
            credibility=number,
            observed=origin.time,
            place=self.registry.places.get(shown.force) if shown.force else None,
            precedence=how,
        )
        self.registry.tell_all(origin, report, cause)
