"""Cabinets and parliaments: who must agree before a nation's forces move (`docs/model.md` 6.18 and 7.3)."""

from wargame.engine.seats import spend
from wargame.engine.world import World
from wargame.model.clock import DAY, seconds
from wargame.model.decisions.forces import HastenMandate, SeekMandate
from wargame.model.event import ALLIES, Event
from wargame.model.happenings import ActivationOrdered, MandateDecided, MandateHastened, MandateSought, MeasureAdopted
from wargame.model.nation import Nation
from wargame.model.situation import MeasureProgress
from wargame.rules.consultation import mandated
from wargame.rules.disruption import mandate_delay
from wargame.rules.draw import lognormal
from wargame.rules.economy import nation_of
from wargame.rules.home_front import support_of
from wargame.rules.legal import cost


class Mandates:
    """Asks for mandates when a seat seeks one, on adoption, and at the latest on activation."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.sought: dict[tuple[str, str], Event] = {}
        """By measure and nation: when its cabinet or parliament was asked."""
        world.handle(SeekMandate, self.seek)
        world.handle(HastenMandate, self.hasten)
        world.when(MeasureAdopted, self.adopted)
        world.when(ActivationOrdered, self.activated)

    def seek(self, seat: str, decision: SeekMandate, cause: Event) -> None:
        measure = self.world.situation.council.measures.get(decision.measure)
        nation = nation_of(self.world.scenario, seat)
        if measure is None or nation is None or nation.id in measure.mandates:
            self.world.fail(seat, decision, cause, "there is nothing to ask a mandate for")
            return
        tabled = self.world.log[measure.event - 1]
        self.ask(nation, measure, self.world.anchored(cause, tabled))

    def adopted(self, event: Event, body: MeasureAdopted) -> None:
        """Adoption sends every nation with forces on offer to its cabinet or parliament, if it has not been yet."""
        self.ask_owners(event)

    def activated(self, event: Event, body: ActivationOrdered) -> None:
        self.ask_owners(event)

    def ask_owners(self, event: Event) -> None:
        assert event.measure is not None
        measure = self.world.situation.council.measures[event.measure]
        forces = self.world.situation.forces
        for nation in self.world.scenario.nations:
            if any(forces[force].nation == nation.id for force in measure.offers):
                self.ask(nation, measure, event)

    def ask(self, nation: Nation, measure: MeasureProgress, cause: Event) -> None:
        if nation.mandate == "none" or nation.id in measure.mandates:
            return
        sought = self.world.emit(MandateSought(nation=nation.id), cause, ALLIES, measure.id)
        self.sought[measure.id, nation.id] = sought
        parameters = self.world.scenario.doctrine.consultation
        median = parameters.cabinet_days if nation.mandate == "cabinet" else parameters.parliament_days
        days = lognormal(self.world.draw(nation.id, "mandate"), median, parameters.mandate_sd)
        delay = mandate_delay(self.world.scenario, self.world.situation, nation.id)
        self.world.call(round(days * delay * DAY), self.decide, nation, measure, sought)

    def hasten(self, seat: str, decision: HastenMandate, cause: Event) -> None:
        """An extraordinary session decides within hours, unless the ordinary one has by then."""
        world = self.world
        measure, nation = world.situation.council.measures.get(decision.measure), nation_of(world.scenario, seat)
        if measure is None or nation is None or measure.mandates.get(seat) != "sought":
            world.fail(seat, decision, cause, "there is no mandate to wait for")
            return
        delay = seconds(world.scenario.doctrine.consultation.hasten_hours)
        cause = world.anchored(cause, self.sought[measure.id, seat])
        hastened = world.emit(MandateHastened(nation=seat, until=world.now + delay), cause, ALLIES, measure.id)
        spend(world, seat, cost(decision), hastened)
        world.call(delay, self.decide, nation, measure, hastened)

    def decide(self, nation: Nation, measure: MeasureProgress, asked: Event) -> None:
        """A cabinet agrees; a parliament does when support times stake times legitimacy is above its threshold."""
        if measure.mandates[nation.id] != "sought":
            return
        support = support_of(self.world.scenario, self.world.situation, nation, self.world.now)
        parameters = self.world.scenario.doctrine.consultation
        granted = nation.mandate == "cabinet" or mandated(parameters, support, nation.stake, measure.legitimacy)
        self.world.emit(MandateDecided(nation=nation.id, granted=granted), asked, ALLIES, measure.id)
