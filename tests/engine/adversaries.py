"""Adversaries alone in a world, and what allies do to them."""

from tests.worlds import adversary, calm_crisis, of_kind, world_with
from wargame.engine.combat import Combat
from wargame.engine.friction import Friction
from wargame.engine.honour import Honour
from wargame.engine.red import RedSeat
from wargame.engine.talks import Talks
from wargame.engine.threat import Threat
from wargame.engine.world import World
from wargame.model import happenings as happened
from wargame.model.adversary import AdversaryType, TypeWeight
from wargame.model.decisions import MeasureText
from wargame.model.event import ALLIES, EVERYONE, Event
from wargame.model.scenario import Scenario

NEVER = {"doctrine__threat__tempo": 1e7, "doctrine__threat__prejudice_sd": 0.0}
"""Half a million years pass before it decides of itself; it has no prejudice."""
PASSIVE = NEVER | {
    "doctrine__threat__incident_rate": 1e-12,
    "doctrine__threat__spiral_rate": 1e-12,
    "doctrine__threat__mediation_rate": 1e-12,
}


def prepared(scenario: Scenario, seed: int = 1, *, fights: bool = False) -> tuple[World, Threat]:
    """A world with its first adversary alone, what it slips into and what is said to it; STARTEX passed."""
    world = world_with(scenario, seed=seed)
    threat = Threat(world, scenario.adversaries[0])
    Friction(world, scenario.adversaries[0])
    RedSeat(world, [threat])
    Talks(world)
    if fights:
        Honour(world)
        Combat(world)
    world.emit(happened.ExerciseStarted(), None, EVERYONE)
    return world, threat


def passive(**changes: object) -> Scenario:
    """It does nothing of itself, so that what it makes of others' doings can be told apart."""
    return calm_crisis(**PASSIVE | changes)


def of_type(scenario: Scenario, kind: AdversaryType, **changes: object) -> Scenario:
    """The scenario with an adversary that is sure to be of one type."""
    return adversary(scenario, types=(TypeWeight(type=kind, probability=1.0),), **changes)


def thoughts(world: World) -> list[int]:
    return [event.time for event in of_kind(world.log, "adversary_chose")]


def moves(world: World) -> list[tuple[int, int]]:
    bodies = [event.body for event in world.log]
    return [(body.old, body.new) for body in bodies if isinstance(body, happened.RungChanged)]


def doubts(world: World) -> list[tuple[str, float]]:
    """What moved its belief, and by how much."""
    bodies = [event.body for event in world.log]
    return [(body.why, body.change) for body in bodies if isinstance(body, happened.ResolveRevised)]


# --- what allies do ------------------------------------------------------------------------------------------


def statement(world: World, by: str = "pact", commits: bool = False) -> Event:
    return world.emit(happened.StatementMade(by=by, commits=commits), world.turn_event, EVERYONE)


def deployment(world: World, strength: float = 2.0) -> Event:
    text = MeasureText(kind="deploy", place="gate", strength=strength)
    return world.emit(happened.MeasureTabled(by="north", text=text), world.turn_event, ALLIES, "m1")


def activation(world: World, *forces: str) -> Event:
    order = happened.ActivationOrdered(forces=forces, strength=1.0)
    return world.emit(order, deployment(world), ALLIES, "m1")


def arrival(world: World, force: str, effective: float, ordered: Event) -> Event:
    """A force arrives at its measure's place and is capable there."""
    at = world.scenario.objectives[0].at
    there = happened.ForceArrived(force=force, place=at, debarked=True)
    world.emit(there, ordered, ALLIES, "m1")
    able = happened.ForceCapable(force=force, strength=effective, effective=effective)
    return world.emit(able, ordered, ALLIES, "m1")
