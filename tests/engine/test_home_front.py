"""docs/model.md 7.20 to 7.23 at work: what moves support, and full alert."""

from tests.worlds import calm_crisis, of_kind, the, told, world_with
from wargame.engine.home_front import HomeFront
from wargame.engine.world import World
from wargame.model.clock import DAY
from wargame.model.decisions.consultation import MeasureText
from wargame.model.event import ALLIES, EVERYONE, NOBODY
from wargame.model.happenings import (
    ActivationOrdered,
    AdversaryPrepared,
    AlertDeclared,
    AttackBegan,
    HonourDecided,
    MeasureTabled,
    RungChanged,
    StatementMade,
)


def home() -> World:
    world = world_with(calm_crisis(), HomeFront)
    prepared = AdversaryPrepared(adversary="redland", type="coercer", objective="gate", rung=3, mobilisation=0.3)
    world.emit(prepared, None, NOBODY)
    text = MeasureText(kind="deploy", place="gate", strength=1.0)
    world.emit(MeasureTabled(by="north", text=text), world.turn_event, ALLIES, "m1")
    return world


def activate(world: World) -> None:
    order = ActivationOrdered(forces=("s-para", "s-tank"), strength=1.8)
    world.emit(order, world.turn_event, ALLIES, "m1")


def rung(world: World, old: int, new: int) -> None:
    body = RungChanged(adversary="redland", old=old, new=new, mobilisation=0.3)
    world.emit(body, world.turn_event, NOBODY)


def test_7_21_forces_sent_against_nothing_were_a_false_alarm() -> None:
    """Two weeks after South's forces were activated Redland has never mobilised: South's public is told so."""
    world = home()
    activate(world)
    world.run_to(30 * DAY)
    assert told(world.log[-2:]) == ["D+14T00:00 alarm_proven_false", "D+14T00:00 support_moved south"]
    moved = the(world.log, "support_moved")
    assert moved.body.change == -0.08
    assert moved.body.support == 0.52
    assert moved.audience == ("south",)


def test_7_21_forces_sent_against_a_mobilised_adversary_were_none() -> None:
    world = home()
    activate(world)
    rung(world, 3, 4)
    rung(world, 4, 1)
    world.run_to(30 * DAY)
    assert not of_kind(world.log, "alarm_proven_false", "support_moved")


def test_7_21_a_commitment_left_unfulfilled_costs_support() -> None:
    """South and West are committed; South fights, West does not."""
    world = home()
    for nation in ("south", "west"):
        world.emit(StatementMade(by=nation, commits=True), world.turn_event, EVERYONE)
        world.emit(HonourDecided(nation=nation, fights=nation == "south"), world.turn_event, EVERYONE)
    world.emit(AttackBegan(adversary="redland", objective="gate"), world.turn_event, EVERYONE)
    world.run_to(10 * DAY)
    assert told(world.log[-2:]) == ["D+3T00:00 commitment_broken west", "D+3T00:00 support_moved west"]
    assert world.situation.nations["west"].support == 0.45


def test_7_22_the_third_level_of_alert_is_full_alert() -> None:
    world = home()
    for level in (1, 2, 3):
        world.emit(AlertDeclared(level=level), world.turn_event, EVERYONE)
    world.run_to(15 * DAY)
    world.emit(AlertDeclared(level=1), world.turn_event, EVERYONE)
    first, second = of_kind(world.log, "watch_changed")
    assert first.body.full
    assert first.body.tired == 0.0
    assert not second.body.full
    assert second.body.tired == 0.2
