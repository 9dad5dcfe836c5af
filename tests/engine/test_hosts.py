"""Access to hosts' places, leave to cross borders, neutrals (docs/model.md 7.13 and 7.14)."""

from dataclasses import replace

import pytest

from tests.engine.deployments import (
    activate,
    adopt,
    failures,
    force,
    of_force,
    of_kind,
    offered,
    tabled,
    with_forces,
    without_mandates,
)
from tests.worlds import at, behind, calm_crisis, owned, the, world_with
from wargame.engine.deployment import Deployment
from wargame.engine.world import World
from wargame.model import happenings as happened
from wargame.model.clock import DAY
from wargame.model.decisions import GrantAccess, GrantTransit, MeasureText, MoveForce
from wargame.model.event import ALLIES, EVERYONE
from wargame.model.scenario import MeasureKind, Scenario, ThirdParty
from wargame.model.situation import Grant
from wargame.model.theatre import Route
from wargame.rules.draw import log_uniform

SCENARIO = without_mandates(owned(calm_crisis()))
AT_GATE = Grant("access", "north", "gate")


def ordered(*forces: str, scenario: Scenario = SCENARIO) -> World:
    return activate(adopt(offered(tabled(scenario), *forces)))


def given(world: World) -> happened.PermissionGiven:
    body = the(world.log, "permission_given").body
    assert isinstance(body, happened.PermissionGiven)
    return body


def drawn(scenario: Scenario, of: str, purpose: str) -> float:
    """The first number of a stream."""
    return world_with(scenario).draw(of, purpose)


# --- access --------------------------------------------------------------------------------------------------


def test_7_13_access_is_asked_for_with_the_order_and_takes_days_under_an_adopted_measure() -> None:
    """One to seven days, log-uniform; the aircraft load when notice and leave are there, and name the later."""
    world = ordered("s-para")
    world.run_to(at(24 * 20))
    asked = the(world.log, "permission_asked")
    assert (asked.time, asked.body.by, asked.body.nation, asked.body.urgent) == (0, "north", "south", True)
    days = log_uniform(drawn(SCENARIO, "north", "access south urgent"), 1.0, 7.0)
    granted = the(world.log, "permission_given")
    assert granted.time == round(days * DAY)
    loading = the(world.log, "loading_began")
    assert loading.time == max(granted.time, at(24))
    assert behind(world.log, loading)[0] == "permission_given"


def test_7_13_the_host_grants_it_at_once_to_one_or_to_all() -> None:
    for to, nations in (("south", ("south",)), ("pact", ("south", "west"))):
        world = tabled(SCENARIO)
        world.decide("north", GrantAccess(to=to, at="gate"), None)
        assert given(world).nations == nations
        activate(adopt(offered(world, "s-para"))).run_to(at(24 * 20))
        assert of_kind(world.log, "permission_asked") == []
        assert the(world.log, "loading_began").time == at(24)


def test_7_13_a_grant_sets_free_who_waits() -> None:
    world = ordered("s-para")
    world.run_to(at(24))
    world.decide("north", GrantAccess(to="south", at="gate"), None)
    world.run_to(at(24 * 20))
    assert the(world.log, "loading_began").time == at(24)
    assert behind(world.log, the(world.log, "permission_given"))[0] == "permission_asked"


def test_7_13_ones_own_places_and_nobodys_need_no_leave() -> None:
    assert of_kind(ordered("n-guard").log, "permission_asked") == []
    assert of_kind(ordered("s-para", scenario=without_mandates(calm_crisis())).log, "permission_asked") == []


@pytest.mark.parametrize("partners", [True, False])
def test_7_13_in_peacetime_it_takes_days_between_partners_and_months_without(partners: bool) -> None:
    scenario = SCENARIO if partners else replace(SCENARIO, agreements=())
    world = world_with(scenario, Deployment)
    world.decide("south", MoveForce(force="s-para", to="gate"), None)
    world.run_to(at(24 * 200))
    least, most = (1.0, 7.0) if partners else (30.0, 180.0)
    days = log_uniform(drawn(scenario, "north", "access south slow"), least, most)
    assert the(world.log, "permission_given").time == round(days * DAY)
    assert not the(world.log, "permission_asked").body.urgent


def test_7_13_two_forces_of_a_nation_ask_once() -> None:
    world = ordered("s-para", "s-rear")
    world.run_to(at(24 * 20))
    assert len(of_kind(world.log, "permission_asked")) == len(of_kind(world.log, "permission_given")) == 1
    assert world.situation.permissions == {("south", AT_GATE): "given"}


# --- borders -------------------------------------------------------------------------------------------------


def by_rail(scenario: Scenario = SCENARIO) -> World:
    world = world_with(scenario, Deployment)
    world.decide("north", GrantAccess(to="west", at="gate"), None)
    world.decide("west", MoveForce(force="w-mech", to="gate"), None)
    return world


def test_7_14_a_border_takes_45_days_in_peacetime() -> None:
    world = by_rail()
    world.run_to(at(24 * 60))
    assert the(world.log, "permission_given", what="transit").time == 45 * DAY
    assert the(world.log, "loading_began").time == 45 * DAY


def test_7_14_and_hours_to_days_once_the_alert_is_raised() -> None:
    """What was asked for before is hurried."""
    world = by_rail()
    world.run_to(at(48))
    world.emit(happened.AlertDeclared(level=1), world.log[-1], EVERYONE)
    world.run_to(at(24 * 60))
    days = log_uniform(drawn(SCENARIO, "north", "transit west urgent"), 0.5, 3.0)
    assert the(world.log, "permission_given", what="transit").time == 2 * DAY + round(days * DAY)


def test_7_14_an_adopted_deployment_hurries_it_too() -> None:
    world = by_rail()
    text = MeasureText(kind="deploy", place="gate", strength=1.0)
    tabling = world.emit(happened.MeasureTabled(by="north", text=text), world.log[-1], ALLIES, "m1")
    world.emit(happened.MeasureAdopted(unanimous=True), tabling, ALLIES, "m1")
    world.run_to(at(24 * 5))
    assert the(world.log, "permission_given", what="transit").time <= 3 * DAY


@pytest.mark.parametrize(
    ("kind", "urgent"), [("activate_forces", True), ("collective_defence", True), ("monitor", False)]
)
def test_7_14_measures_that_bring_forces_together_put_emergency_rules_in_force(kind: MeasureKind, urgent: bool) -> None:
    world = world_with(SCENARIO, Deployment)
    tabling = world.emit(
        happened.MeasureTabled(by="north", text=MeasureText(kind=kind)), world.turn_event, ALLIES, "m1"
    )
    world.emit(happened.MeasureAdopted(unanimous=True), tabling, ALLIES, "m1")
    world.decide("west", MoveForce(force="w-mech", to="gate"), None)
    world.run_to(1)
    assert {body.urgent for body in _asked(world)} == {urgent}


def test_7_14_the_neighbour_lets_pass_at_once_under_emergency_rules() -> None:
    world = by_rail()
    world.run_to(at(48))
    world.decide("north", GrantTransit(to="pact", rules="emergency"), None)
    world.run_to(at(24 * 20))
    assert the(world.log, "loading_began").time == at(48)


def test_7_14_under_peacetime_rules_the_usual_procedure_begins() -> None:
    world = world_with(SCENARIO, Deployment)
    world.decide("north", GrantTransit(to="west", rules="peacetime"), None)
    world.run_to(at(24 * 60))
    assert the(world.log, "permission_given").time == 45 * DAY


def test_7_14_a_border_of_nobody_named_takes_leave_as_well() -> None:
    world = ordered("w-mech", scenario=without_mandates(calm_crisis()))
    world.run_to(at(24 * 20))
    asked = the(world.log, "permission_asked").body
    assert (asked.what, asked.by, asked.at) == ("transit", "", "gate")
    assert world.situation.forces["w-mech"].status == "capable"


# --- neutrals ------------------------------------------------------------------------------------------------


def through_middle(leaning: float, by_sea: bool = False) -> Scenario:
    """The railway goes through a neutral; there may be a way by South's ships."""
    routes = [replace(each, through=("middle",)) if each.mode == "rail" else each for each in SCENARIO.theatre.routes]
    if by_sea:
        routes.append(Route(mode="road", ends=("wbase", "sport"), km=1000.0))
    return replace(
        SCENARIO,
        theatre=replace(SCENARIO.theatre, routes=tuple(routes)),
        third_parties=(ThirdParty(id="middle", name="Middle", kind="neutral", leaning=leaning),),
    )


@pytest.mark.parametrize(("leaning", "passes"), [(1.0, True), (-1.0, False)])
def test_7_14_a_neutral_decides_by_its_leaning(leaning: float, passes: bool) -> None:
    world = ordered("w-mech", scenario=through_middle(leaning))
    world.run_to(at(24 * 40))
    assert len(of_kind(world.log, "permission_refused")) == (not passes)
    assert world.situation.forces["w-mech"].status == ("capable" if passes else "refused")


def test_7_14_half_of_all_neutrals_agree_that_lean_to_neither_side() -> None:
    agreed = 0
    for seed in range(400):
        world = world_with(through_middle(0.0), Deployment, seed=seed)
        body = happened.PermissionAsked(what="transit", by="middle", nation="west", at="", urgent=True)
        world.emit(body, world.turn_event, ALLIES)
        world.run_to(at(24 * 4))
        agreed += world.situation.permissions["west", Grant("transit", "middle", "")] == "given"
    assert 160 <= agreed <= 240


def test_7_14_who_is_refused_looks_for_another_way() -> None:
    """By road over South's land and by South's ships; South is asked for leave in its turn."""
    world = ordered("w-mech", scenario=through_middle(-1.0, by_sea=True))
    world.run_to(at(24 * 60))
    refused = the(world.log, "permission_refused")
    assert (refused.body.by, refused.body.nation, refused.audience) == ("middle", "west", ALLIES)
    modes = [event.body.mode for event in world.log if isinstance(event.body, happened.LoadingBegan)]
    assert modes == ["road", "sea"]
    assert world.situation.forces["w-mech"].status == "capable"


def test_7_5_a_way_that_needs_no_leave_is_preferred_when_it_is_quicker_with_the_waiting() -> None:
    """In peacetime a border takes 45 days: the longer way over nobody's sea is taken."""
    scenario = replace(
        SCENARIO,
        theatre=replace(
            SCENARIO.theatre,
            routes=(*SCENARIO.theatre.routes, Route(mode="sea", ends=("wbase", "gate"), km=3000.0)),
        ),
    )
    world = by_rail(scenario)
    world.run_to(at(24 * 40))
    assert the(world.log, "loading_began").body.mode == "sea"


def test_7_14_the_adversarys_land_is_no_way() -> None:
    """A road over Red City would be the shortest."""
    scenario = replace(
        SCENARIO,
        theatre=replace(
            SCENARIO.theatre,
            routes=(
                Route(mode="road", ends=("wbase", "rcap"), km=10.0),
                Route(mode="road", ends=("rcap", "gate"), km=10.0),
            ),
        ),
    )
    world = ordered("w-mech", scenario=scenario)
    world.run_to(at(24 * 5))
    assert the(world.log, "movement_refused").body.reason == "no way leads to gate"
    assert of_force(world, "w-mech")[-1] == "D+1T00:00 movement_refused"
    assert failures(world) == []


def test_7_13_only_who_lands_or_stays_needs_access() -> None:
    """A force that changes from rail to road at a host's railhead has leave to cross, which is enough."""
    routes = (
        Route(mode="rail", ends=("wbase", "ncap"), km=300.0),
        Route(mode="road", ends=("ncap", "gate"), km=100.0),
    )
    scenario = replace(SCENARIO, theatre=replace(SCENARIO.theatre, routes=routes))
    world = ordered("w-far", scenario=with_forces(scenario, "west", force("w-far", at="wbase", tonnes=500.0)))
    assert {(body.what, body.at) for body in _asked(world)} == set()
    world.run_to(1)
    assert {(body.what, body.at) for body in _asked(world)} == {("transit", ""), ("access", "gate")}


def _asked(world: World) -> list[happened.PermissionAsked]:
    return [event.body for event in world.log if isinstance(event.body, happened.PermissionAsked)]
