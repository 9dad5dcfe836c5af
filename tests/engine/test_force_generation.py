"""Warning, requirements, rounds and caveats (docs/model.md 7.2, 7.10 and 7.16)."""

import pytest

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
from tests.worlds import at, behind, calm_crisis, owned, the, told
from wargame.engine.world import World
from wargame.model import happenings as happened
from wargame.model.decisions import IssueActivationWarning, OfferForce, StateRequirements
from wargame.model.decisions.command import Requirement
from wargame.model.event import ALLIES, EVERYONE
from wargame.model.nation import Caveat
from wargame.rules.generation import fill, forces_of, lacking

SCENARIO = calm_crisis()
FORCES = forces_of(SCENARIO)
HEAVY = Requirement(capability="heavy", strength=1.0, at="gate", by="D+9")
AIRBORNE = Requirement(capability="airborne", strength=0.8, at="gate", by="D+5")


def warned(world: World) -> World:
    world.decide("commander", IssueActivationWarning(measure="m1"), None)
    return world


def required(world: World, *lines: Requirement) -> World:
    world.decide("commander", StateRequirements(measure="m1", lines=lines), None)
    return world


# --- warning -------------------------------------------------------------------------------------------------


def test_7_2_a_warning_starts_the_notice_of_what_is_on_offer() -> None:
    """The Guard's 12 h run from the warning, not from the order at 8 h."""
    world = warned(offered(tabled(), "n-guard"))
    world.run_to(at(8))
    activate(adopt(world)).run_to(at(24))
    assert "D+0T12:00 notice_served" in of_force(world, "n-guard")


def test_7_2_after_a_warning_notice_starts_with_the_offer() -> None:
    world = warned(tabled())
    world.run_to(at(2))
    offered(world, "n-guard")
    world.run_to(at(8))
    activate(adopt(world)).run_to(at(24))
    assert "D+0T14:00 notice_served" in of_force(world, "n-guard")


def test_7_2_a_warning_comes_once_and_before_the_order() -> None:
    world = warned(warned(tabled()))
    warned(activate(adopt(offered(world, "n-guard"))))
    assert len(of_kind(world.log, "activation_warned")) == 1
    assert failures(world) == ["there is nothing to warn of"] * 2
    assert behind(world.log, the(world.log, "activation_warned"))[0] == "measure_tabled"


# --- requirements --------------------------------------------------------------------------------------------


def test_7_10_offers_fill_the_first_line_of_their_kind_that_lacks_something() -> None:
    twice = fill((HEAVY, AIRBORNE, AIRBORNE), ("n-guard", "s-rear", "s-para", "s-tank"), FORCES)
    assert twice.line == {"s-rear": 1, "s-para": 1, "s-tank": 0}
    assert twice.lacking == (0.0, 0.0, 0.8)
    assert not twice.complete
    assert fill((HEAVY,), ("s-tank",), FORCES).complete


def test_7_10_an_offer_that_no_line_needs_fills_none() -> None:
    assert fill((AIRBORNE,), ("s-para", "s-rear"), FORCES).line == {"s-para": 0}


def test_7_10_what_is_lacking_is_the_lines_or_the_whole() -> None:
    world = offered(tabled(strength=2.0), "n-guard", "s-tank")
    measure = world.situation.council.measures["m1"]
    assert lacking(measure, FORCES) == 0.5
    required(warned(world), HEAVY, AIRBORNE)
    assert lacking(measure, FORCES) == 0.8


def test_7_10_rounds_go_on_until_all_lines_are_filled() -> None:
    """What is lacking is said at once and every day; the last offer ends it."""
    world = required(warned(tabled()), HEAVY, AIRBORNE)
    world.run_to(at(25))
    offered(world, "s-para")
    world.run_to(at(49))
    offered(world, "s-tank")
    world.run_to(at(24 * 5))
    rounds = [event.body for event in world.log if isinstance(event.body, happened.RoundOpened)]
    assert [(each.round, each.lacking) for each in rounds] == [(1, (1.0, 0.8)), (2, (1.0, 0.8)), (3, (1.0, 0.0))]
    filled = the(world.log, "requirements_filled")
    assert (filled.time, behind(world.log, filled)[0]) == (at(49), "force_offered")


def test_7_10_the_order_ends_the_rounds() -> None:
    world = activate(adopt(offered(required(warned(tabled()), HEAVY, AIRBORNE), "s-tank")))
    world.run_to(at(24 * 5))
    assert len(of_kind(world.log, "round_opened")) == 1


def test_7_10_requirements_stated_anew_begin_anew() -> None:
    world = required(required(warned(tabled()), HEAVY, AIRBORNE), AIRBORNE)
    world.run_to(at(25))
    rounds = [event.body for event in world.log if isinstance(event.body, happened.RoundOpened)]
    assert [(each.round, each.lacking) for each in rounds] == [(1, (1.0, 0.8)), (1, (0.8,)), (2, (0.8,))]


def test_7_10_requirements_need_a_warning() -> None:
    assert failures(required(tabled(), HEAVY)) == ["requirements are stated between the warning and the order"]


def test_7_10_the_order_takes_what_fills_a_line_and_sends_it_where_the_line_says() -> None:
    """Nobody asked for the Guard; it is free again."""
    coast = Requirement(capability="heavy", strength=1.0, at="sport", by="D+9")
    world = required(warned(offered(tabled(), "n-guard", "s-tank", "s-para")), coast, AIRBORNE)
    activate(adopt(world)).run_to(at(24 * 20))
    ordered = the(world.log, "activation_ordered").body
    assert (ordered.forces, ordered.places, ordered.lines) == (("s-tank", "s-para"), ("sport", "gate"), (0, 1))
    assert world.situation.forces["n-guard"].offered is None
    assert world.situation.forces["s-tank"].at == "sport"
    assert world.situation.forces["s-para"].at == "gate"


def test_7_10_an_order_with_nothing_that_fits_comes_to_nothing() -> None:
    world = activate(adopt(offered(required(warned(tabled()), HEAVY), "n-guard")))
    assert failures(world) == ["no offer fills a line, or caveats hold back what does"]


def test_7_10_without_a_statement_any_force_counts() -> None:
    world = sent("n-guard", "s-tank")
    assert the(world.log, "activation_ordered").body.places == ("gate", "gate")
    assert the(world.log, "activation_ordered").body.lines == ()


# --- caveats -------------------------------------------------------------------------------------------------


def reserved(*caveats: Caveat) -> World:
    """South offers its paratroops with standing caveats, and without anything else."""
    para = force("s-para", kind="airborne", caveats=caveats)
    return offered(tabled(without_mandates(with_forces(owned(SCENARIO), "south", para))), "s-para", "n-gate")


@pytest.mark.parametrize(("unanimous", "goes"), [(True, True), (False, False)])
def test_7_16_unanimous_only(unanimous: bool, goes: bool) -> None:
    world = activate(adopt(reserved("unanimous_only"), unanimous))
    held = [event.body for event in world.log if isinstance(event.body, happened.ForceHeldBack)]
    assert held == ([] if goes else [happened.ForceHeldBack(force="s-para", caveat="unanimous_only")])
    assert (world.situation.forces["s-para"].activated is not None) == goes
    assert world.situation.forces["n-gate"].activated is not None


def test_7_16_what_is_held_back_is_free() -> None:
    world = activate(adopt(reserved("unanimous_only"), unanimous=False))
    assert world.situation.forces["s-para"].offered is None


def test_7_16_not_under_fire_when_the_order_comes() -> None:
    world = adopt(reserved("not_under_fire"))
    world.emit(happened.AttackBegan(adversary="redland", objective="gate"), world.log[-1], EVERYONE)
    activate(world)
    assert the(world.log, "force_held_back").body.caveat == "not_under_fire"


def test_7_16_not_under_fire_before_it_has_left() -> None:
    """It is attacked during its notice."""
    para = force("s-para", kind="airborne", caveats=("not_under_fire",), notice=48.0)
    world = tabled(without_mandates(with_forces(SCENARIO, "south", para)))
    activate(adopt(offered(world, "s-para"))).run_to(at(24))
    world.emit(happened.AttackBegan(adversary="redland", objective="gate"), world.log[-1], EVERYONE)
    world.run_to(at(72))
    assert the(world.log, "movement_refused").body.reason == "it is not to go under fire"


def test_7_16_not_under_fire_when_it_would_be_handed_over() -> None:
    """It is attacked after it has arrived; another force is handed over all the same."""
    para = force("s-para", kind="airborne", caveats=("not_under_fire",))
    world = tabled(without_mandates(with_forces(SCENARIO, "south", para, force("s-other"))))
    activate(adopt(offered(world, "s-para", "s-other"))).run_to(at(72))
    world.emit(happened.AttackBegan(adversary="redland", objective="gate"), world.log[-1], EVERYONE)
    world.run_to(at(24 * 10))
    assert the(world.log, "movement_refused").body.force == "s-para"
    assert the(world.log, "force_capable").body.force == "s-other"


def test_7_16_own_soil() -> None:
    """Offered by hand all the same, it is held back."""
    world = activate(adopt(reserved("own_soil")))
    assert the(world.log, "force_held_back").body.caveat == "own_soil"


def test_7_16_a_force_is_offered_with_caveats_besides_its_own() -> None:
    para = force("s-para", caveats=("own_soil",))
    world = tabled(with_forces(SCENARIO, "south", para))
    world.decide("south", OfferForce(force="s-para", measure="m1", caveats=("tight_rules", "own_soil")), None)
    assert the(world.log, "force_offered").body.caveats == ("own_soil", "tight_rules")
    assert world.situation.forces["s-para"].caveats == ("own_soil", "tight_rules")


def test_7_16_what_a_nation_reserved_when_it_accepted_the_measure_holds_for_its_forces() -> None:
    world = offered(tabled(SCENARIO), "s-para", "n-gate")
    body = happened.PositionTaken(nation="south", position="accept", caveats=("own_soil",))
    world.emit(body, world.log[-1], ALLIES, "m1")
    activate(adopt(world))
    assert the(world.log, "force_held_back").body == happened.ForceHeldBack(force="s-para", caveat="own_soil")


def test_7_10_the_whole_story_of_force_generation() -> None:
    world = required(warned(tabled()), HEAVY, AIRBORNE)
    adopt(offered(world, "s-tank"))
    world.run_to(at(20))
    activate(offered(world, "s-para"))
    world.run_to(at(24 * 40))
    kept = ("mandate_sought", "mandate_decided", "force_loaded", "force_departed", "order_failed")
    assert told(world.log[4:], *kept, "permission_asked", "permission_given") == [
        "D+0T00:00 activation_warned",
        "D+0T00:00 requirements_stated",
        "D+0T00:00 round_opened",
        "D+0T00:00 force_offered south s-tank",
        "D+0T00:00 measure_adopted",
        "D+0T20:00 force_offered south s-para",
        "D+0T20:00 requirements_filled",
        "D+0T20:00 activation_ordered commander",
        "D+0T20:00 reinforcement_announced",
        "D+1T20:00 notice_served s-para",
        "D+1T20:00 loading_began s-para",
        "D+2T00:00 notice_served s-tank",
        "D+2T00:00 loading_began s-tank",
        "D+3T05:38 force_arrived s-para",
        "D+6T05:38 force_capable s-para",
        "D+7T10:00 force_arrived s-tank",
        "D+17T10:00 force_capable s-tank",
        "D+17T10:00 requirement_met",
    ]
