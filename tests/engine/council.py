"""A council at work in the small crisis: from the call to the decision, step by step."""

from typing import Any

from tests.worlds import at, calm_crisis, world_with
from wargame.engine.consultation import Consultation
from wargame.engine.world import World
from wargame.model.decisions import CallConsultation, MeasureText, TableMeasure, TakePosition
from wargame.model.scenario import Scenario
from wargame.model.situation import MeasureProgress

DEPLOY = MeasureText(kind="deploy", place="gate", strength=2.0)
STATEMENT = MeasureText(kind="statement")
ALERT = MeasureText(kind="heighten_readiness")
GUIDANCE = at(24 * 1.0941742837052104)
"""exp(1.34 + .45 - 1.7) days from the call: the median on a member's request with a standing plan."""
UNPLANNED = at(24 * 5.989452406440103)
"""exp(1.34 + .45) days: without a plan."""
CONVENED = at(2)
"""When the council meets that is called at STARTEX."""


def council(scenario: Scenario | None = None, seed: int = 1) -> World:
    return world_with(scenario or calm_crisis(), Consultation, seed=seed)


def called(world: World) -> World:
    world.decide("north", CallConsultation(), None)
    world.run_to(CONVENED, stop_at_flash=False)
    return world


def tabled(world: World, text: MeasureText = DEPLOY) -> World:
    called(world).decide("north", TableMeasure(measure=text), None)
    return world


def silence(world: World, text: MeasureText = DEPLOY) -> World:
    """Up to the instant at which guidance has come, where it comes at its median."""
    planned = text.kind in world.scenario.alliance.plans
    tabled(world, text).run_to(GUIDANCE if planned else UNPLANNED)
    assert world.log[-1].body.kind == "silence_began"
    return world


def adopted(world: World, text: MeasureText = DEPLOY) -> World:
    silence(world, text).run_to(at(24 * 20), stop_at_flash=False)
    return world


def take(world: World, nation: str, position: Any, *caveats: Any) -> None:
    world.decide(nation, TakePosition(measure="m1", position=position, caveats=caveats), None)


def m1(world: World) -> MeasureProgress:
    return world.situation.council.measures["m1"]
