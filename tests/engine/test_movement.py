"""Prepositioned stocks, national movements, the way home, self-deploying forces, and closure of known deployments
(docs/model.md 7.4, 7.5, 7.8, 7.12 and 7.15).
"""

from dataclasses import replace

import pytest

from benchmarks.closure import CHECKS, Check, days
from tests.engine.deployments import (
    activate,
    adopt,
    failures,
    force,
    of_force,
    of_kind,
    offered,
    sent,
    tabled,
    with_forces,
    without_mandates,
)
from tests.worlds import at, behind, calm_crisis, the, told, world_with
from wargame.engine.deployment import Deployment
from wargame.engine.world import World
from wargame.model import happenings as happened
from wargame.model.decisions import MeasureText, MoveForce, OfferForce
from wargame.model.event import ALLIES
from wargame.model.scenario import RED, Scenario
from wargame.model.theatre import Route
from wargame.rules.movement import Planner, draws_stocks, integration_days

SCENARIO = without_mandates(calm_crisis())


def moved(name: str, to: str = "gate", scenario: Scenario = SCENARIO, days: float = 40.0) -> World:
    """A nation sends a force at STARTEX, under its own command."""
    world = world_with(scenario, Deployment)
    seat = world.situation.forces[name].nation
    world.decide(seat, MoveForce(force=name, to=to), None)
    world.run_to(at(24 * days))
    return world


# --- 7.12 prepositioned stocks -------------------------------------------------------------------------------

STORED = force("s-stored", kind="heavy", tonnes=8_000.0, personnel=1000, stocks="gate")
"""Its people weigh 150 t: three aircraft of 50 t."""


def test_7_12_people_fly_and_draw_their_equipment() -> None:
    """A day to load, 2 h in the air, two waves at two parking places, then a week to draw and be ready."""
    world = sent("s-stored", scenario=with_forces(SCENARIO, "south", STORED))
    assert of_force(world, "s-stored")[2:] == [
        "D+0T00:00 loading_began",
        "D+1T00:00 force_loaded",
        "D+1T00:00 force_departed",
        "D+1T09:38 force_arrived",
        "D+8T09:38 force_capable",
    ]


def test_7_12_prepositioning_beats_lift() -> None:
    """The same force without stocks comes by sea."""
    scenario = with_forces(SCENARIO, "south", replace(STORED, stocks=None))
    world = sent("s-stored", scenario=scenario)
    assert [body.mode for body in _loadings(world)] == ["road", "sea"]
    assert the(world.log, "force_capable").time > at(24 * 20)


def test_7_12_stocks_elsewhere_are_brought_on() -> None:
    """They stand at North's capital; from there the road leads on."""
    stored = replace(STORED, stocks="ncap")
    scenario = with_forces(SCENARIO, "south", stored)
    extra = Route(mode="air", ends=("sbase", "ncap"), km=750.0)
    scenario = replace(scenario, theatre=replace(scenario.theatre, routes=(*scenario.theatre.routes, extra)))
    world = sent("s-stored", scenario=scenario)
    assert [body.mode for body in _loadings(world)] == ["air", "road"]
    arrivals = [event.body for event in world.log if isinstance(event.body, happened.ForceArrived)]
    assert [(body.place, body.debarked) for body in arrivals] == [("ncap", True), ("gate", False)]


def test_7_12_a_force_that_is_not_at_home_has_its_equipment_with_it() -> None:
    scenario = with_forces(SCENARIO, "south", STORED)
    nation = next(each for each in scenario.nations if each.id == "south")
    planner = Planner(scenario)
    from_home, from_port = (planner.plan(nation, STORED, start, "gate") for start in ("sbase", "sport"))
    assert from_home is not None
    assert from_port is not None
    assert draws_stocks(STORED, from_home)
    assert not draws_stocks(STORED, from_port)


def _loadings(world: World) -> list[happened.LoadingBegan]:
    return [event.body for event in world.log if isinstance(event.body, happened.LoadingBegan)]


# --- 7.5, 7.6 and 7.8 ----------------------------------------------------------------------------------------


def test_7_5_fighters_fly_and_ships_sail_by_themselves() -> None:
    """No aircraft or ship carries them; a naval group neither drives nor is driven or flown."""
    flying = force("s-fighter", kind="fighter", tonnes=500.0)
    sailing = force("s-ships", kind="naval", tonnes=9000.0, at="sport")
    inland = force("s-lost", kind="naval", at="sbase")
    scenario = with_forces(SCENARIO, "south", flying, sailing, inland)
    scenario = replace(scenario, nations=tuple(replace(each, lift=()) for each in scenario.nations))
    world = sent("s-fighter", "s-ships", "s-lost", scenario=scenario, strength=9.0)
    assert "D+1T02:00 force_arrived" in of_force(world, "s-fighter")
    assert "D+4T10:00 force_arrived" in of_force(world, "s-ships")
    assert the(world.log, "movement_refused").body.force == "s-lost"
    with_lift = with_forces(SCENARIO, "south", inland)
    stranded = sent("s-lost", scenario=with_lift, strength=1.0)
    assert the(stranded.log, "movement_refused").body.force == "s-lost"


def test_7_6_a_force_based_forward_loads_in_half_the_time() -> None:
    """Paratroops of South that are stationed with West load in 12 h; at home they take a day."""
    places = tuple(
        replace(each, owner="west", kinds=("airfield",), parking=4) if each.id == "wbase" else each
        for each in SCENARIO.theatre.locations
    )
    routes = (*SCENARIO.theatre.routes, Route(mode="air", ends=("wbase", "gate"), km=750.0))
    scenario = replace(SCENARIO, theatre=replace(SCENARIO.theatre, locations=places, routes=routes))
    scenario = with_forces(scenario, "south", force("s-near", at="wbase"), force("s-home"))
    world = sent("s-near", "s-home", scenario=scenario)
    assert "D+0T12:00 force_loaded" in of_force(world, "s-near")
    assert "D+1T00:00 force_loaded" in of_force(world, "s-home")


def test_7_6_hybrid_attacks_stretch_every_leg() -> None:
    """A level of .4 when the leg begins makes a day's loading and a day's way 1.2 days each."""
    world = world_with(SCENARIO, Deployment)
    prepared = happened.AdversaryPrepared(
        adversary="redland", type="coercer", objective="gate", rung=5, mobilisation=1.0
    )
    world.emit(prepared, None, (RED,))
    world.decide("north", MoveForce(force="n-guard", to="gate"), None)
    world.run_to(at(12) - 1)
    struck = happened.HybridAttackMade(adversary="redland", means="cyber", nation="north", intensity=0.4, level=0.4)
    world.emit(struck, world.log[-1], (RED,))
    world.run_to(at(24 * 20))
    assert the(world.log, "force_loaded").time == pytest.approx(at(12 + 1.2 * 24), abs=2)
    assert the(world.log, "force_arrived").time == pytest.approx(at(12 + 2.4 * 24), abs=4)


@pytest.mark.parametrize(
    ("kind", "strength", "mode", "expected"),
    [
        ("light", 1.0, "sea", 3.0),
        ("heavy", 1.0, "sea", 10.0),
        ("heavy", 3.0, "sea", 30.0),
        ("heavy", 0.2, "sea", 3.0),
        ("heavy", 1.0, "rail", 3.0),
        ("mechanised", 1.0, "sea", 3.0),
    ],
)
def test_7_8_medians_from_arrival_to_capable(kind: str, strength: float, mode: str, expected: float) -> None:
    start = {"sea": "sport", "rail": "wbase"}[mode]
    scenario = with_forces(SCENARIO, "south", force("s-x", kind=kind, strength=strength, at=start, tonnes=2000.0))
    nation = next(each for each in scenario.nations if each.id == "south")
    stages = Planner(scenario).plan(nation, nation.forces[0], start, "gate")
    assert stages is not None
    assert [stage.leg.mode for stage in stages] == [mode]
    parameters = scenario.doctrine.deployment
    assert integration_days(parameters, nation, nation.forces[0], stages) == expected
    slower = replace(nation, interoperability=0.5)
    assert integration_days(parameters, slower, nation.forces[0], stages) == 1.5 * expected


# --- 7.15 national movements ---------------------------------------------------------------------------------


def test_7_15_a_force_goes_where_its_nation_sends_it() -> None:
    world = moved("n-guard")
    assert told(world.log[1:], "movement_detected") == [
        "D+0T00:00 move_ordered north n-guard",
        "D+0T12:00 notice_served n-guard",
        "D+0T12:00 loading_began n-guard",
        "D+1T12:00 force_loaded n-guard",
        "D+1T12:00 force_departed n-guard",
        "D+2T12:00 force_arrived n-guard",
        "D+7T00:00 force_capable n-guard",
    ]
    assert {event.measure for event in world.log} == {None}
    assert {event.audience for event in world.log[1:] if event.body.kind != "movement_detected"} == {ALLIES}


def test_7_15_the_adversary_finds_out_with_some_probability_when_it_departs() -> None:
    for chance, seen in ((1.0, 1), (0.0, 0)):
        scenario = without_mandates(calm_crisis(doctrine__deployment__detected=chance))
        world = moved("n-guard", scenario=scenario)
        found = of_kind(world.log, "movement_detected")
        assert len(found) == seen
        for event in found:
            assert event.body == happened.MovementDetected(force="n-guard", place="gate", strength=0.5)
            assert event.audience == (RED,)
            assert behind(world.log, event)[0] == "force_departed"


def test_7_15_what_is_there_can_be_offered_and_has_only_to_be_handed_over() -> None:
    world = moved("n-guard", days=8.0)
    table(world)
    world.decide("north", OfferForce(force="n-guard", measure="m1"), None)
    activate(adopt(world)).run_to(at(24 * 9))
    able = [event for event in world.log if isinstance(event.body, happened.ForceCapable)]
    assert [event.measure for event in able] == [None, "m1"]
    assert able[1].time == at(24 * 8)
    assert the(world.log, "requirement_met").time == at(24 * 8)


def table(world: World) -> None:
    met = world.emit(happened.CouncilConvened(), world.turn_event, ALLIES)
    text = MeasureText(kind="deploy", place="gate", strength=0.5)
    world.emit(happened.MeasureTabled(by="north", text=text), met, ALLIES, "m1")


def test_7_15_a_force_sent_home_is_free_there() -> None:
    world = sent("n-guard", strength=0.5, scenario=SCENARIO)
    measure = world.situation.council.measures["m1"]
    assert (measure.capable, measure.met is not None) == (0.5, True)
    world.decide("north", MoveForce(force="n-guard", to="ncap"), None)
    assert measure.capable == 0.0  # from the order on
    world.run_to(at(24 * 60))
    state = world.situation.forces["n-guard"]
    assert (state.status, state.at, state.offered, state.activated) == ("home", "ncap", None, None)
    assert of_force(world, "n-guard")[-1].endswith("force_returned")


def test_7_15_a_force_that_was_activated_at_home_is_released_there() -> None:
    world = sent("n-gate", strength=0.3, scenario=SCENARIO)
    world.decide("north", MoveForce(force="n-gate", to="gate"), None)
    world.run_to(at(24 * 60))
    assert [each.split()[1] for each in of_force(world, "n-gate")[-3:]] == [
        "move_ordered",
        "notice_served",
        "force_returned",
    ]
    state = world.situation.forces["n-gate"]
    assert (state.status, state.offered, state.activated) == ("home", None, None)


def test_7_15_it_serves_its_notice_anew() -> None:
    """It had been readied before it left the first time."""
    world = sent("n-guard", strength=0.5, scenario=SCENARIO)
    world.decide("north", MoveForce(force="n-guard", to="ncap"), None)
    world.run_to(at(24 * 60))
    notices = [event.time for event in of_kind(world.log, "notice_served")]
    assert notices[1] - the(world.log, "move_ordered").time == at(12)


def test_7_15_only_a_nation_outside_the_alliance_sees_its_forces_move() -> None:
    scenario = replace(SCENARIO, alliance=replace(SCENARIO.alliance, members=("south", "west")))
    world = moved("n-guard", scenario=scenario)
    own = [event for event in world.log if getattr(event.body, "force", "") == "n-guard" and event.audience != (RED,)]
    assert {event.audience for event in own} == {("north",)}
    assert world.situation.forces["n-guard"].status == "capable"


def test_7_15_what_is_on_its_way_cannot_be_ordered_elsewhere() -> None:
    world = moved("n-guard", days=1.0)
    world.decide("north", MoveForce(force="n-guard", to="ncap"), None)
    world.decide("south", MoveForce(force="n-gate", to="ncap"), None)
    assert failures(world) == ["the force is on its way"] * 2


def test_7_15_where_no_way_leads_it_stays() -> None:
    world = moved("s-isle")
    assert of_force(world, "s-isle")[-1] == "D+0T00:00 movement_refused"
    assert world.situation.forces["s-isle"].status == "refused"
    assert {event.measure for event in world.log} == {None}


def test_7_4_a_force_is_refused_once_and_can_go_for_another_measure() -> None:
    world = activate(adopt(offered(tabled(SCENARIO, place="isle"), "n-guard")))
    world.run_to(at(24))
    assert of_force(world, "n-guard")[-1] == "D+0T12:00 movement_refused"
    world.decide("north", MoveForce(force="n-guard", to="gate"), None)
    world.run_to(at(24 * 20))
    assert world.situation.forces["n-guard"].status == "capable"


# --- closure -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("check", CHECKS, ids=[check.name for check in CHECKS])
def test_7_18_known_deployments_close_in_the_time_they_took(check: Check) -> None:
    """`python -m benchmarks.closure` prints them."""
    assert check.least <= days(check) <= check.most
