"""Deployments for tests: a measure before the council, forces offered, ordered and on their way."""

from dataclasses import replace
from typing import Any

from tests.worlds import at, calm_crisis, nation, of_kind, the, told, world_with
from wargame.engine.deployment import Deployment
from wargame.engine.world import World
from wargame.model import happenings as happened
from wargame.model.decisions import MeasureText, OfferForce, OrderActivation
from wargame.model.event import ALLIES, NOBODY
from wargame.model.nation import Force, Lift
from wargame.model.scenario import Agreement, Scenario

__all__ = [
    "activate",
    "adopt",
    "failures",
    "force",
    "nation",
    "of_force",
    "of_kind",
    "offered",
    "sent",
    "tabled",
    "with_forces",
    "with_lift",
    "without_mandates",
]


def tabled(scenario: Scenario | None = None, strength: float = 2.0, place: str = "gate") -> World:
    """A deployment is before the council; what led there is short."""
    world = world_with(scenario or calm_crisis(), Deployment)
    shown = world.emit(happened.IndicatorShown(indicator="blood", force=None), world.turn_event, NOBODY)
    met = world.emit(happened.CouncilConvened(), shown, ALLIES)
    text = MeasureText(kind="deploy", place=place, strength=strength)
    world.emit(happened.MeasureTabled(by="north", text=text), met, ALLIES, "m1")
    return world


def offered(world: World, *forces: str, **also: Any) -> World:
    for name in forces:
        seat = world.situation.forces[name].nation
        world.decide(seat, OfferForce(force=name, measure="m1", **also), None)
    return world


def adopt(world: World, unanimous: bool = True) -> World:
    tabled_by = the(world.log, "measure_tabled")
    world.emit(happened.MeasureAdopted(unanimous=unanimous), tabled_by, ALLIES, "m1")
    return world


def activate(world: World) -> World:
    world.decide("commander", OrderActivation(measure="m1"), None)
    return world


def sent(*forces: str, scenario: Scenario | None = None, strength: float = 2.0, place: str = "gate") -> World:
    """These forces were offered, the measure adopted and activated at STARTEX, and all has come to its end."""
    world = activate(adopt(offered(tabled(scenario, strength, place), *forces)))
    world.run_to(at(24 * 40))
    return world


def of_force(world: World, name: str) -> list[str]:
    """What happened to a force: when and what."""
    own = [event for event in world.log if getattr(event.body, "force", None) == name]
    return [each.removesuffix(f" {name}") for each in told(own)]


def failures(world: World) -> list[str]:
    return [event.body.reason for event in world.log if isinstance(event.body, happened.OrderFailed)]


# --- other scenarios -----------------------------------------------------------------------------------------


def without_mandates(scenario: Scenario) -> Scenario:
    """No government asks anybody."""
    return replace(scenario, nations=tuple(replace(each, mandate="none") for each in scenario.nations))


def force(name: str, **changes: Any) -> Force:
    """A light force of South's base that is ready at once, one brigade equivalent and one aircraft's load."""
    given: dict[str, Any] = {
        "id": name,
        "name": name,
        "kind": "light",
        "strength": 1.0,
        "tonnes": 50.0,
        "notice": 0.0,
        "at": "sbase",
    }
    return Force(**(given | changes))


def with_forces(scenario: Scenario, name: str, *forces: Force) -> Scenario:
    return nation(scenario, name, forces=forces)


def with_lift(scenario: Scenario, name: str, *lift: Lift, pooled: tuple[str, ...] = ()) -> Scenario:
    """A nation with other lift, and a logistics agreement between those named alone."""
    agreements = (Agreement(id="pool", kind="logistics", parties=pooled),) if pooled else ()
    return replace(nation(scenario, name, lift=lift), agreements=agreements)
