"""What adopted measures do, and those that the commander orders on delegated authority (`docs/model.md` 6.8, 6.17)."""

from collections.abc import Callable

from wargame.engine.convening import alarm
from wargame.engine.world import World
from wargame.model.clock import DAY, seconds
from wargame.model.decisions.command import OrderDelegatedMeasure
from wargame.model.event import ALLIES, EVERYONE, Event
from wargame.model.happenings import (
    AlertDeclared,
    AttributionAgreed,
    CollectiveDefenceFound,
    ForceReadied,
    MeasureAdopted,
    MeasureTabled,
    MonitoringAgreed,
    OfferAgreed,
    SanctionsAgreed,
    StatementMade,
)
from wargame.model.scenario import RED, MeasureKind, allied_seats
from wargame.model.situation import MeasureProgress
from wargame.rules.consultation import accepting
from wargame.rules.measures import FULL_ALERT, readied


class Measures:
    """Carries out what the council decided; deployments are left to force generation."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.parameters = world.scenario.doctrine.consultation
        self.effects: dict[MeasureKind, Callable[[MeasureProgress, Event], None]] = {
            "statement": self.state,
            "monitor": self.monitor,
            "heighten_readiness": self.heighten,
            "stand_down": self.stand_down,
            "activate_forces": self.activate,
            "collective_defence": self.find,
            "sanctions": self.sanction,
            "attribution": self.attribute,
            "offer_to_adversary": self.offer,
        }
        world.when(MeasureAdopted, self.adopted)
        world.handle(OrderDelegatedMeasure, self.order)

    def order(self, seat: str, decision: OrderDelegatedMeasure, cause: Event) -> None:
        """A measure that standing plans leave to the commander needs neither capitals nor silence."""
        council = self.world.situation.council
        if any(other.open and other.text == decision.measure for other in council.measures.values()):
            self.world.fail(seat, decision, cause, "another seat has just tabled the same text")
            return
        body = MeasureTabled(by=seat, text=decision.measure, delegated=True)
        self.world.emit(body, alarm(self.world, seat, cause), ALLIES, f"m{len(council.measures) + 1}")

    def adopted(self, event: Event, body: MeasureAdopted) -> None:
        assert event.measure is not None
        measure = self.world.situation.council.measures[event.measure]
        effect = self.effects.get(measure.text.kind)
        if effect is not None:
            effect(measure, event)

    # --- words and watch -------------------------------------------------------------------------------------

    def state(self, measure: MeasureProgress, adopted: Event) -> None:
        self.world.emit(StatementMade(by=self.world.scenario.alliance.id, commits=False), adopted, EVERYONE)

    def monitor(self, measure: MeasureProgress, adopted: Event) -> None:
        until = self.world.now + round(self.parameters.monitor_days * DAY)
        self.world.emit(MonitoringAgreed(until=until), adopted, ALLIES, measure.id)

    def find(self, measure: MeasureProgress, adopted: Event) -> None:
        self.world.emit(CollectiveDefenceFound(nations=self.bound(measure)), adopted, EVERYONE)

    # --- readiness -------------------------------------------------------------------------------------------

    def heighten(self, measure: MeasureProgress, adopted: Event) -> None:
        self.declare(min(FULL_ALERT, self.world.situation.alert + 1), adopted)

    def stand_down(self, measure: MeasureProgress, adopted: Event) -> None:
        """The alert is not lowered while an objective is under attack, whatever was agreed before."""
        if self.world.situation.fighting:
            return
        self.declare(max(0, self.world.situation.alert - 1), adopted)

    def declare(self, level: int, adopted: Event) -> None:
        if level != self.world.situation.alert:
            self.world.emit(AlertDeclared(level=level), adopted, EVERYONE)

    def activate(self, measure: MeasureProgress, adopted: Event) -> None:
        """The members that agreed let forces serve their notice, those that are ready soonest first."""
        scenario, situation = self.world.scenario, self.world.situation
        for force in readied(scenario, situation, self.bound(measure), measure.text.strength):
            self.world.emit(ForceReadied(force=force), adopted, ALLIES, measure.id)

    # --- toward the adversary --------------------------------------------------------------------------------

    def sanction(self, measure: MeasureProgress, adopted: Event) -> None:
        text = measure.text
        assert text.adversary is not None
        trade = 1.0 if text.trade is None else text.trade
        body = SanctionsAgreed(adversary=text.adversary, trade=trade, nations=self.bound(measure))
        self.world.emit(body, adopted, EVERYONE)

    def attribute(self, measure: MeasureProgress, adopted: Event) -> None:
        text = measure.text
        assert text.adversary is not None
        assert text.incident is not None
        body = AttributionAgreed(
            adversary=text.adversary, by=measure.by, incident=text.incident, nations=self.bound(measure)
        )
        self.world.emit(body, adopted, ALLIES, measure.id)

    def offer(self, measure: MeasureProgress, adopted: Event) -> None:
        """A joint offer reaches the adversary and no third party."""
        text = measure.text
        assert text.adversary is not None
        assert text.objective is not None
        assert text.deadline is not None
        body = OfferAgreed(
            adversary=text.adversary,
            objective=text.objective,
            share=text.share or 0.0,
            assurance=text.assurance,
            until=self.world.now + seconds(text.deadline),
            nations=self.bound(measure),
        )
        self.world.emit(body, adopted, (*allied_seats(self.world.scenario), RED))

    def bound(self, measure: MeasureProgress) -> tuple[str, ...]:
        return accepting(self.world.scenario.alliance, measure)
