"""The table of preconditions, a function a decision, and what they say in common."""

from collections.abc import Callable
from typing import Any, TypeVar

from wargame.model.nation import ForceKind
from wargame.model.scenario import HQ
from wargame.model.situation import MeasureProgress
from wargame.model.view import View
from wargame.rules.economy import nation_of

D = TypeVar("D")
CHECKS: dict[type, Callable[[View, Any], str | None]] = {}


def check(kind: type[D]) -> Callable[[Callable[[View, D], str | None]], Callable[[View, D], str | None]]:
    """Enter a function as the precondition of a decision: it returns None, or the reason for the no."""

    def enter(function: Callable[[View, D], str | None]) -> Callable[[View, D], str | None]:
        CHECKS[kind] = function
        return function

    return enter


def called(view: View, name: str) -> str:
    """A nation, an adversary or a location by its name; whatever is none of these as it was written."""
    scenario = view.scenario
    known = {each.id: each.name for each in scenario.theatre.locations}
    known |= {each.id: each.name for each in scenario.adversaries}
    known |= {each.id: each.name for each in scenario.nations}
    return known.get(name, f"'{name}'")


def no_measure(view: View, measure: str) -> str:
    tabled = ", ".join(view.situation.council.measures)
    return f"there is no measure '{measure}'; " + (f"tabled are {tabled}" if tabled else "none has been tabled")


def not_own(view: View, force: str) -> str:
    own = [name for name, state in view.situation.forces.items() if state.nation == view.seat]
    return f"'{force}' is not a force of this nation; its forces are {', '.join(own) or 'none'}"


def on_errand(view: View, force: str) -> str | None:
    """Why a force is not free, if that is what it was sent for at home."""
    errand = view.situation.errands.get(force)
    if errand is None:
        return None
    match errand.task:
        case "networks":
            return f"the force defends the networks of {called(view, errand.about)}"
        case "repair":
            return f"the force repairs {called(view, errand.about)}"
        case "relief":
            return f"the force brings relief to {called(view, errand.about)}"


def free_force(view: View, name: str, kind: ForceKind) -> str | None:
    """Why a seat cannot send a force of a kind on an errand; None when it can."""
    force = view.situation.forces.get(name)
    if force is None or force.nation != view.seat:
        return not_own(view, name)
    nation = nation_of(view.scenario, view.seat)
    assert nation is not None
    if next(each.kind for each in nation.forces if each.id == name) != kind:
        return f"'{name}' is not of the kind that can do it: {kind}"
    if force.offered is not None or force.activated is not None:
        return "the force is offered to a measure, on its way or in place"
    return None


def no_place_for_allies(view: View, place: str) -> str | None:
    """Why allied forces cannot be ordered to a place; None when they can."""
    location = next((each for each in view.scenario.theatre.locations if each.id == place), None)
    if location is None:
        return f"there is no location '{place}'"
    if location.owner in {adversary.id for adversary in view.scenario.adversaries}:
        return "the place is on the adversary's territory"
    return None


def no_adversary(view: View, adversary: str) -> str | None:
    known = [each.id for each in view.scenario.adversaries]
    return None if adversary in known else f"there is no adversary '{adversary}'; known are {', '.join(known)}"


def outsider(view: View) -> str | None:
    """Why a seat does not speak to the adversary for the alliance."""
    spokesmen = (*view.scenario.alliance.members, HQ)
    return None if view.seat in spokesmen else "only members of the alliance and its headquarters deal with it"


def measure_in(view: View, measure: str) -> MeasureProgress | None:
    return view.situation.council.measures.get(measure)
