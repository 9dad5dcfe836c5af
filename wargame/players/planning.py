"""Which forces to send: by planning figures, those that are in time, and of these what deters most."""

from collections.abc import Iterable
from math import inf

from wargame.model.nation import HEAVY, Force
from wargame.model.view import View
from wargame.rules.economy import nation_of
from wargame.rules.movement import Planner, planner_of

IN_TIME = 14 * 24.0
"""Hours from the order in which a force should be capable: a mobilisation takes about as long."""


def by_preference(view: View, forces: Iterable[Force], place: str, heavy_first: bool = True) -> list[Force]:
    """Forces in the order in which they should go to a place: those in time before the others, of these the heavy
    ones first (unless light ones are wanted), then who is there soonest. Who cannot get there is left out.
    """
    planner = planner_of(view.scenario)
    hours = {force.id: _hours(view, planner, force, place) for force in forces}
    able = [force for force in forces if hours[force.id] < inf]
    if not heavy_first:
        return sorted(able, key=lambda each: (hours[each.id], each.id))
    return sorted(able, key=lambda each: (hours[each.id] > IN_TIME, each.kind not in HEAVY, hours[each.id], each.id))


def _hours(view: View, planner: Planner, force: Force, place: str) -> float:
    """From the order until it is capable there, by planning figures; endless where no way is known."""
    state = view.situation.forces[force.id]
    nation = nation_of(view.scenario, state.nation)
    assert nation is not None
    hours = planner.hours_until_capable(nation, force, state.at, place)
    return inf if hours is None else hours
