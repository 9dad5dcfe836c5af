"""What teams are sent for at home: repair, networks, relief (`docs/model.md` 4.23, 7.27).

A force on an errand is not free for anything else until it has ended. Small parties travel by the quickest way by
planning figures and wait for no lift.
"""

from wargame.engine.world import World
from wargame.model.clock import DAY, seconds
from wargame.model.decisions.home_front import DefendNetworks, Repair
from wargame.model.event import ALLIES, Event
from wargame.model.happenings import ErrandEnded, NetworksDefended, PlaceDamaged, PlaceRepaired, RepairBegan
from wargame.model.nation import Force
from wargame.rules.movement import planned_hours, planner_of


class Errands:
    """Sends teams, and lets contractors repair what nobody else does."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.parameters = world.scenario.doctrine.disruption
        self.planner = planner_of(world.scenario)
        self.forces = {force.id: force for nation in world.scenario.nations for force in nation.forces}
        world.handle(DefendNetworks, self.defend)
        world.handle(Repair, self.repair)
        world.when(PlaceDamaged, self.hire)

    # --- networks --------------------------------------------------------------------------------------------

    def defend(self, seat: str, decision: DefendNetworks, cause: Event) -> None:
        body = NetworksDefended(force=decision.force, nation=decision.nation)
        self.world.emit(body, cause, tuple(sorted({seat, decision.nation})))

    # --- repair ----------------------------------------------------------------------------------------------

    def repair(self, seat: str, decision: Repair, cause: Event) -> None:
        """Engineers travel to a damaged place and make good what was damaged when they set out."""
        world = self.world
        damage = world.situation.places[decision.at].damage
        hours = self.travel(self.forces[decision.force], decision.at)
        taken = any(each.task == "repair" and each.about == decision.at for each in world.situation.errands.values())
        if damage == 0.0 or hours is None or taken:
            why = "no way leads there" if hours is None else "others repair it or have just done so"
            world.fail(seat, decision, cause, why)
            return
        began = world.emit(RepairBegan(force=decision.force, place=decision.at), cause, ALLIES)
        working = seconds(hours) + round(self.parameters.engineer_repair_days * damage * DAY)
        world.call(working, self.repaired, decision.force, decision.at, damage, began)

    def repaired(self, force: str, place: str, damage: float, began: Event) -> None:
        self.make_good(place, damage, began)
        self.world.emit(ErrandEnded(force=force, at=place), began, ALLIES)

    def hire(self, event: Event, body: PlaceDamaged) -> None:
        """Contractors make good whatever is left after a while."""
        self.world.call(round(self.parameters.civil_repair_days * body.damage * DAY), self.contractors, event, body)

    def contractors(self, event: Event, body: PlaceDamaged) -> None:
        self.make_good(body.place, body.damage, event)

    def make_good(self, place: str, damage: float, cause: Event) -> None:
        before = self.world.situation.places[place].damage
        after = round(max(0.0, before - damage), 6)
        if after != before:
            self.world.emit(PlaceRepaired(place=place, damage=after), cause, ALLIES)

    def travel(self, force: Force, place: str) -> float | None:
        """Hours by planning figures from where the force is; None when no way leads there."""
        stages = self.planner.way(force.tonnes, self.world.situation.forces[force.id].at, place)
        return planned_hours(stages) if stages is not None else None
