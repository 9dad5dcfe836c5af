"""Lift and terminals (docs/model.md 7.7 and 7.11), against planning figures and against queueing theory."""

from dataclasses import replace
from math import exp, factorial, fsum, log
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engine.deployments import (
    activate,
    adopt,
    force,
    of_force,
    offered,
    sent,
    tabled,
    with_forces,
    with_lift,
    without_mandates,
)
from tests.worlds import at, calm_crisis, the, world_with
from wargame.engine.lifts import UNHURRIED, Lifts, Shipment
from wargame.engine.world import World
from wargame.model import happenings as happened
from wargame.model.decisions import IssueActivationWarning, SetLiftPriority, SetPortPriority, StateRequirements
from wargame.model.decisions.command import Requirement
from wargame.model.event import ALLIES
from wargame.model.nation import Lift
from wargame.model.scenario import Scenario
from wargame.model.theatre import Theatre
from wargame.rules.legs import Leg
from wargame.rules.movement import Planner, Stage, planned_hours

SCENARIO = without_mandates(calm_crisis())
LOADS = 24.0
"""Hours until the first aircraft leave."""


def aircraft(carriers: int, payload: float = 50.0) -> Lift:
    return Lift(id="planes", name="Planes", mode="air", carriers=carriers, payload=payload)


def only_by_air(scenario: Scenario, parking: int = 2, km: float = 750.0) -> Scenario:
    """One air route, as many parking places at either end."""
    places = tuple(replace(each, parking=parking) for each in scenario.theatre.locations)
    routes = tuple(replace(each, km=km) for each in scenario.theatre.routes if each.mode == "air")
    return replace(scenario, theatre=Theatre(name="-", locations=places, routes=routes))


def began(world: World, name: str) -> float:
    """Hours after STARTEX at which a force began to load."""
    return the([e for e in world.log if e.body.kind == "loading_began"], "loading_began", force=name).time / 3600


# --- who is carried when -------------------------------------------------------------------------------------


def test_7_7_what_one_force_leaves_over_serves_others_at_once() -> None:
    """Four aircraft: the first force needs one, the second two, the third waits for one more than there is left."""
    forces = [force("s-a", tonnes=50.0), force("s-b", tonnes=100.0), force("s-c", tonnes=100.0)]
    scenario = with_forces(with_lift(SCENARIO, "south", aircraft(4)), "south", *forces)
    world = sent("s-a", "s-b", "s-c", scenario=scenario, strength=3.0)
    assert began(world, "s-a") == began(world, "s-b") == began(world, "s-c") == 0.0
    left = {event.body.force: event.time for event in world.log if isinstance(event.body, happened.ForceArrived)}
    assert left["s-a"] < left["s-b"] < left["s-c"]


def test_7_7_a_nation_without_lift_or_partner_goes_on_foot_or_not_at_all() -> None:
    alone = replace(SCENARIO, agreements=())
    world = sent("w-mech", scenario=with_lift(alone, "west"))
    assert of_force(world, "w-mech")[-1] == "D+1T00:00 movement_refused"


def test_7_7_pooled_lift_shortens_closure() -> None:
    """North's force flies with South's aircraft, or drives."""
    theatre = only_by_air(SCENARIO, parking=8)
    stranded = with_forces(theatre, "north", force("n-far", at="sbase", tonnes=200.0))
    pooled = sent("n-far", scenario=with_lift(stranded, "south", aircraft(4), pooled=("north", "south")))
    alone = sent("n-far", scenario=with_lift(stranded, "south", aircraft(4)))
    assert pooled.situation.forces["n-far"].status == "capable"
    assert alone.situation.forces["n-far"].status == "refused"


def two_that_compete() -> Scenario:
    """Both need the one aircraft there is."""
    forces = [force("s-first"), force("s-second")]
    return with_forces(with_lift(only_by_air(SCENARIO), "south", aircraft(1)), "south", *forces)


def test_7_7_lift_serves_in_the_order_of_asking() -> None:
    world = sent("s-first", "s-second", scenario=two_that_compete())
    assert began(world, "s-first") < began(world, "s-second")


def test_7_7_the_commander_says_who_goes_first() -> None:
    """Three forces and one aircraft: the order is given while the first loads, and helps the third."""
    scenario = with_forces(two_that_compete(), "south", *(force(f"s-{name}") for name in ("a", "b", "c")))
    world = activate(adopt(offered(tabled(scenario), "s-a", "s-b", "s-c")))
    world.run_to(at(1))
    world.decide("commander", SetLiftPriority(forces=("s-c",)), None)
    world.run_to(at(24 * 20))
    assert began(world, "s-a") < began(world, "s-c") < began(world, "s-b")
    assert the(world.log, "lift_priority_set").body.forces == ("s-c",)


def test_7_7_what_is_needed_first_goes_first_when_nobody_says_otherwise() -> None:
    late = Requirement(capability="light", strength=1.0, at="gate", by="D+9")
    soon = Requirement(capability="airborne", strength=1.0, at="gate", by="D+5")
    forces = [force("s-a"), force("s-late"), force("s-soon", kind="airborne")]
    scenario = with_forces(two_that_compete(), "south", *forces)
    world = tabled(scenario, strength=3.0)
    world.decide("commander", IssueActivationWarning(measure="m1"), None)
    lines = (replace(late, strength=2.0), soon)
    world.decide("commander", StateRequirements(measure="m1", lines=lines), None)
    activate(adopt(offered(world, "s-a", "s-late", "s-soon"))).run_to(at(24 * 20))
    assert began(world, "s-a") < began(world, "s-soon") < began(world, "s-late")


# --- terminals -----------------------------------------------------------------------------------------------


def arrived(world: World, name: str) -> int:
    return next(e.time for e in world.log if isinstance(e.body, happened.ForceArrived) and e.body.force == name)


def at_one_berth() -> World:
    """Three ships of three forces arrive together, and there is one berth to unload at."""
    ships = Lift(id="ships", name="Ships", mode="sea", carriers=3, payload=2000.0)
    forces = [force(f"s-{name}", at="sport", tonnes=2000.0) for name in ("a", "b", "c")]
    places = tuple(replace(each, berths=1 if each.id == "gate" else 3) for each in SCENARIO.theatre.locations)
    scenario = replace(SCENARIO, theatre=replace(SCENARIO.theatre, locations=places))
    scenario = with_forces(with_lift(scenario, "south", ships), "south", *forces)
    return activate(adopt(offered(tabled(scenario), "s-a", "s-b", "s-c")))


def test_7_11_ships_wait_for_a_berth() -> None:
    """Four days to load, 10 h at sea, and a day for each to unload."""
    world = at_one_berth()
    world.run_to(at(24 * 20))
    assert [arrived(world, name) for name in ("s-a", "s-b", "s-c")] == [at(106 + day * 24) for day in (1, 2, 3)]


def test_7_11_the_commander_says_which_is_unloaded_first() -> None:
    """Of those that wait; the one at the berth stays there."""
    world = at_one_berth()
    world.run_to(at(107))
    world.decide("commander", SetPortPriority(at="gate", forces=("s-c",)), None)
    world.run_to(at(24 * 20))
    assert arrived(world, "s-a") < arrived(world, "s-c") < arrived(world, "s-b")
    assert world.situation.port_priority == {"gate": ("s-c",)}


def test_7_11_damage_slows_handling_from_then_on() -> None:
    """At half its berths a port of two handles one ship at a time."""
    whole = sent("s-tank", scenario=SCENARIO)
    world = activate(adopt(offered(tabled(SCENARIO), "s-tank")))
    world.emit(happened.PlaceDamaged(place="gate", damage=0.5), world.log[-1], ALLIES)
    world.run_to(at(24 * 20))
    assert arrived(world, "s-tank") - arrived(whole, "s-tank") == at(24)


# --- the engine against planning figures ---------------------------------------------------------------------


@settings(max_examples=60, deadline=None)
@given(
    tonnes=st.integers(1, 4000).map(float),
    carriers=st.integers(1, 12),
    parking=st.integers(1, 12),
    km=st.integers(100, 9000).map(float),
)
def test_7_6_alone_a_force_takes_what_planners_reckon_with(
    tonnes: float, carriers: int, parking: int, km: float
) -> None:
    """To the second when its waves do not stand in each other's way, and never longer but for rounding, when the fleet
    divides into waves as large as there is room for.

    Planners let the last wave of several be as large as the others, and leave out carriers that make no whole wave. In
    fact those go too, and a wave of few may hold up a larger one, at the most for a handling each time round.
    """
    lone = force("s-one", tonnes=tonnes)
    scenario = with_forces(with_lift(only_by_air(SCENARIO, parking, km), "south", aircraft(carriers)), "south", lone)
    nation = next(each for each in scenario.nations if each.id == "south")
    stages = Planner(scenario).plan(nation, lone, "sbase", "gate")
    assert stages is not None
    world = activate(adopt(offered(tabled(scenario), "s-one")))
    world.run_to(at(24 * 400))
    waves = -(-tonnes // 50.0)
    took = arrived(world, "s-one") / 3600
    parameters = scenario.doctrine.deployment
    handling = parameters.ground_hours / parameters.ground_efficiency
    held_up = handling * -(-waves // carriers) if carriers % min(carriers, parking) else 0.0
    assert took <= planned_hours(stages) + held_up + 0.001 * (1 + waves)
    if parking >= carriers:
        last = min(carriers, waves - (waves - 1) // carriers * carriers)
        assert took == pytest.approx(planned_hours(stages), abs=0.002 * (1 + waves)) or last < carriers


# --- the engine against queueing theory ----------------------------------------------------------------------


def erlang_c(servers: int, load: float) -> float:
    """Probability that a customer waits in an M/M/c queue with `load` = arrival rate over service rate."""
    tail = load**servers / factorial(servers) / (1.0 - load / servers)
    return tail / (fsum(load**k / factorial(k) for k in range(servers)) + tail)


def test_7_7_waiting_for_lift_is_erlangs() -> None:
    """Poisson demand for one aircraft each, exponential trips: mean wait `C(c, a) / (c mu - lambda)`.

    Handling takes no time here, and nothing is prepared. 20,000 shipments; the tolerance is some four standard errors.
    """
    servers, mean, gap = 3, 2.0, 1.0  # trips of 2 h out and 0 h back, one shipment an hour
    quick = {"load_air_hours": 0.0, "ground_hours": 1e-9, "speed_air": 375.0, "cruise_air": 1e12}
    scenario = with_lift(
        only_by_air(calm_crisis(**{f"doctrine__deployment__{name}": value for name, value in quick.items()}), 50),
        "south",
        aircraft(servers),
    )
    world = world_with(scenario)
    lifts, luck, waits = Lifts(world), Random(7), []

    def ask() -> None:
        asked = world.now
        shipment = _shipment(world, "s-any", _stage("air", "sbase", "gate", 50.0, 750.0), pace=-log(luck.random()))
        assert shipment.began.callbacks is not None
        shipment.began.callbacks.append(lambda _: waits.append((world.now - asked) / 3600))
        lifts.ship(shipment)
        if len(waits) < 20_000:
            world.call(round(-log(luck.random()) * gap * 3600), ask)

    ask()
    world.run_to(at(40_000))
    load = mean / gap
    expected = erlang_c(servers, load) / (servers / mean - 1.0 / gap)
    assert fsum(waits) / len(waits) == pytest.approx(expected, rel=0.1)
    waited = len([wait for wait in waits if wait > 0.0]) / len(waits)
    assert waited == pytest.approx(erlang_c(servers, load), rel=0.06)


def test_7_7_erlangs_formula_at_its_limits() -> None:
    """One server: the load itself. No load: nobody waits. (C(3, 2) = 4/9.)"""
    assert erlang_c(1, 0.3) == pytest.approx(0.3)
    assert erlang_c(5, 1e-6) == pytest.approx(0.0, abs=1e-9)
    assert erlang_c(3, 2.0) == pytest.approx(4 / 9)
    assert exp(0.0) == 1.0


def _stage(mode: str, start: str, end: str, tonnes: float, km: float) -> Stage:
    leg = Leg(mode, start, end, km, 0)  # type: ignore[arg-type]
    return Stage(leg, tonnes, True, 1.0, 0.0, 0.0, 0.0)


def _shipment(world: World, name: str, stage: Stage, pace: float) -> Shipment:
    env = world.env
    lifts = tuple(lift for nation in world.scenario.nations for lift in nation.lift if lift.mode == stage.leg.mode)
    return Shipment(
        force=name,
        stage=stage,
        lifts=lifts,
        pace=pace,
        share=1.0,
        needed=UNHURRIED,
        began=env.event(),
        left=env.event(),
        landed=env.event(),
        told=world.turn_event,
    )
