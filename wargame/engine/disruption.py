"""Hybrid attacks and accidents as their victims meet them (`docs/model.md` 4.20 to 4.22).

What stands behind an incident, a hybrid attack or an accident, is known here and to the umpire alone.
"""

from math import ceil

from wargame.engine.world import World
from wargame.model.adversary import HybridMeans
from wargame.model.clock import DAY
from wargame.model.event import ALLIES, NOBODY, Event
from wargame.model.happenings import (
    AccidentHappened,
    ExerciseStarted,
    HybridAttackMade,
    IncidentNoticed,
    IncidentOver,
    NetworksDefended,
    PlaceDamaged,
    PlotFoiled,
)
from wargame.model.nation import Nation
from wargame.model.theatre import Location
from wargame.rules.agreements import partners
from wargame.rules.disruption import bite, lasts_days
from wargame.rules.draw import exponential
from wargame.rules.economy import nation_of

LOOKS: tuple[HybridMeans, ...] = ("cyber", "sabotage", "energy")
"""What an accident can look like: a failed update, a fire, a fallen pylon."""


class Disruption:
    """What breaks, and for how long."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.parameters = world.scenario.doctrine.disruption
        self.ends: dict[tuple[str, str], tuple[int, Event]] = {}
        """By nation and incident: when networks are up again, and what tells so; void when changed since."""
        world.when(ExerciseStarted, self.begin)
        world.when(HybridAttackMade, self.strike)
        world.when(NetworksDefended, self.hasten)

    # --- what sets it off ------------------------------------------------------------------------------------

    def begin(self, event: Event, body: ExerciseStarted) -> None:
        for nation in self.world.scenario.nations:
            self.await_accident(nation)

    def await_accident(self, nation: Nation) -> None:
        if self.parameters.accident_rate > 0.0:
            days = exponential(self.world.draw(nation.id, "accident"), self.parameters.accident_rate)
            self.world.call(max(1, round(days * DAY)), self.accident, nation)

    def accident(self, nation: Nation) -> None:
        """Something breaks that nobody attacked: what, where and how hard is drawn."""
        draw = self.world.draw
        means = LOOKS[int(draw(nation.id, "accident means") * len(LOOKS))]
        place = self.place(nation, draw(nation.id, "accident place"))
        happened = AccidentHappened(
            nation=nation.id,
            means=means,
            at=place.id if place is not None and means == "sabotage" else None,
            intensity=round(2.0 * self.parameters.accident_intensity * draw(nation.id, "accident intensity"), 6),
        )
        event = self.world.emit(happened, None, NOBODY)
        self.befall(nation, happened, event)
        self.await_accident(nation)

    def place(self, nation: Nation, u: float) -> Location | None:
        """A place of the nation's that handles traffic, drawn evenly."""
        places = [
            each
            for each in self.world.scenario.theatre.locations
            if (each.owner == nation.id or each.id == nation.capital) and each.parking + each.berths + each.trains > 0
        ]
        return places[int(u * len(places))] if places else None

    def strike(self, event: Event, body: HybridAttackMade) -> None:
        nation = nation_of(self.world.scenario, body.nation)
        assert nation is not None
        foiled = self.world.draw(nation.id, "foiled") < self.parameters.foiled
        if foiled and body.means == "sabotage" and partners(self.world.scenario, "counter_terrorism", nation.id):
            self.world.emit(PlotFoiled(nation=nation.id), event, NOBODY)
            return
        self.befall(nation, body, event)

    # --- what it does ----------------------------------------------------------------------------------------

    def befall(self, nation: Nation, what: HybridAttackMade | AccidentHappened, event: Event) -> None:
        """The victim notices a disruption; it bears for as long as it lasts."""
        world, situation = self.world, self.world.situation
        hit = bite(world.scenario, situation, nation, what.means, what.intensity, world.now)
        label = f"h{len(situation.nations[nation.id].incidents) + 1}"
        body = IncidentNoticed(nation=nation.id, incident=label, means=what.means, at=what.at, bite=hit)
        noticed = world.emit(body, event, (nation.id,))
        if what.means == "sabotage" and what.at is not None:
            self.damage(what.at, hit, noticed)
        days = lasts_days(world.scenario, situation, nation, what.means, hit)
        if what.means in ("disinformation", "energy"):
            days = float(ceil(days))  # felt by whole days
        self.end_in(nation.id, label, round(days * DAY), noticed)

    def damage(self, place: str, hit: float, cause: Event) -> None:
        """Sabotage takes a share of what still works."""
        lost = self.world.situation.places[place].damage
        lost = round(lost + (1.0 - lost) * self.parameters.sabotage_damage * hit, 6)
        self.world.emit(PlaceDamaged(place=place, damage=lost), cause, ALLIES)

    def end_in(self, nation: str, label: str, delay: int, noticed: Event) -> None:
        self.ends[nation, label] = (self.world.now + delay, noticed)
        self.world.call(delay, self.end, nation, label)

    def end(self, nation: str, label: str) -> None:
        due, noticed = self.ends.get((nation, label), (-1, None))
        if due == self.world.now and noticed is not None:
            del self.ends[nation, label]
            self.world.emit(IncidentOver(nation=nation, incident=label), noticed, (nation,))

    def hasten(self, event: Event, body: NetworksDefended) -> None:
        """A cyber team set to work shortens what is left of the repair of networks."""
        world = self.world
        teams = [
            name
            for name, errand in world.situation.errands.items()
            if errand.task == "networks" and errand.about == body.nation
        ]
        if teams != [body.force]:
            return  # one team more repairs no faster
        incidents = world.situation.nations[body.nation].incidents
        for (nation, label), (due, noticed) in list(self.ends.items()):
            if nation == body.nation and incidents[label].means == "cyber":
                left = (due - world.now) * self.parameters.team_repair
                self.end_in(nation, label, round(left), noticed)
