"""From an offer to a force that can fight (docs/model.md section 7)."""

from math import exp
from statistics import NormalDist

import pytest

from tests.engine.deployments import activate, adopt, of_force, offered, sent, tabled
from tests.worlds import at, behind, calm_crisis, nation, of_kind, the, told, world_with
from wargame.model import happenings as happened
from wargame.model.decisions import (
    OfferForce,
    ReadyForce,
    SeekMandate,
    WithdrawOffer,
)
from wargame.model.event import ALLIES, EVERYONE

# --- before the order ----------------------------------------------------------------------------------------


def test_7_1_offers_are_made_and_taken_back() -> None:
    world = offered(tabled(), "s-para", "s-tank")
    world.decide("south", WithdrawOffer(force="s-para"), None)
    assert told(world.log[4:]) == [
        "D+0T00:00 force_offered south s-para",
        "D+0T00:00 force_offered south s-tank",
        "D+0T00:00 offer_withdrawn south s-para",
    ]
    assert world.situation.council.measures["m1"].offers == ["s-tank"]
    assert {behind(world.log, event)[0] for event in world.log[4:]} == {"measure_tabled"}


def test_7_1_a_force_is_offered_once_and_only_by_its_nation() -> None:
    world = offered(tabled(), "s-para", "s-para")
    world.decide("north", OfferForce(force="s-tank", measure="m1"), None)
    world.decide("south", OfferForce(force="s-tank", measure="m9"), None)
    reasons = [event.body.reason for event in world.log if isinstance(event.body, happened.OrderFailed)]
    assert reasons == ["the force is not free", "the force is not free", "the measure is no longer open to offers"]


def test_7_1_the_forces_of_a_failed_measure_are_free_again() -> None:
    world = offered(tabled(), "s-para")
    world.emit(happened.MeasureFailed(by=("west",)), world.log[-1], ALLIES, "m1")
    assert world.situation.forces["s-para"].offered is None


def test_7_3_a_mandate_is_asked_for_on_adoption_at_the_latest() -> None:
    """A cabinet takes a day, a parliament two; a nation without the rule is not asked."""
    world = adopt(offered(tabled(), "s-para", "w-mech", "n-guard"))
    world.run_to(at(72))
    assert told(world.log[8:]) == [
        "D+0T00:00 mandate_sought south",
        "D+0T00:00 mandate_sought west",
        "D+1T00:00 mandate_decided south",
        "D+2T00:00 mandate_decided west",
    ]
    assert behind(world.log, world.log[-1])[:2] == ["mandate_sought", "measure_adopted"]


def test_7_3_a_mandate_sought_early_runs_beside_the_council() -> None:
    world = offered(tabled(), "w-mech")
    world.decide("west", SeekMandate(measure="m1"), None)
    world.run_to(at(47))
    adopt(world)
    world.run_to(at(72))
    assert told(world.log[5:], "measure_adopted") == ["D+0T00:00 mandate_sought west", "D+2T00:00 mandate_decided west"]


@pytest.mark.parametrize(("support", "granted"), [(0.5, False), (0.51, True)])
def test_7_3_a_parliament_agrees_above_its_threshold(support: float, granted: bool) -> None:
    """Support times stake, here .5, must be above a quarter."""
    world = adopt(offered(tabled(nation(calm_crisis(), "west", support=support)), "w-mech"))
    world.run_to(at(48))
    assert world.log[-1].body == happened.MandateDecided(nation="west", granted=granted)


# --- the order -----------------------------------------------------------------------------------------------


def test_7_4_a_force_on_its_way() -> None:
    """Notice 12 h, no mandate; a day to load, a day by road; 3 (2 - .5) days to work with the others."""
    world = sent("n-guard", strength=0.5)
    assert of_force(world, "n-guard") == [
        "D+0T00:00 force_offered north",
        "D+0T12:00 notice_served",
        "D+0T12:00 loading_began",
        "D+1T12:00 force_loaded",
        "D+1T12:00 force_departed",
        "D+2T12:00 force_arrived",
        "D+7T00:00 force_capable",
    ]
    assert told(world.log[-1:]) == ["D+7T00:00 requirement_met"]
    assert behind(world.log, world.log[-1]) == [
        "force_capable",
        "force_arrived",
        "force_departed",
        "force_loaded",
        "loading_began",
        "notice_served",
        "activation_ordered",
        "measure_adopted",
        "measure_tabled",
        "council_convened",
        "indicator_shown",
        "turn_began",
    ]
    assert world.situation.forces["n-guard"].at == "gate"


def test_7_4_the_world_is_told_the_place_and_the_strength_alone() -> None:
    world = sent("s-para", "w-mech")
    announced = the(world.log, "reinforcement_announced")
    assert announced.body == happened.ReinforcementAnnounced(place="gate", strength=1.8)
    assert (announced.audience, announced.measure) == (EVERYONE, None)
    red = [event.body.kind for event in world.seat_log("red").events]
    assert red == ["turn_began", "reinforcement_announced"]


def test_7_4_the_order_waited_for_the_adoption_or_the_last_offer() -> None:
    world = activate(adopt(offered(tabled(), "s-para")))
    assert behind(world.log, the(world.log, "activation_ordered"))[0] == "measure_adopted"
    world = activate(offered(adopt(tabled()), "s-para"))
    assert behind(world.log, the(world.log, "activation_ordered"))[0] == "force_offered"


def test_7_4_an_order_needs_an_adopted_measure_with_offers_and_comes_once() -> None:
    world = activate(offered(tabled(), "s-para"))  # not adopted
    adopt(world)
    activate(activate(world))
    assert [event.body.kind for event in world.log if event.body.kind in ("order_failed", "activation_ordered")] == [
        "order_failed",
        "activation_ordered",
        "order_failed",
    ]


def test_7_2_a_readied_force_serves_its_notice_from_then_on() -> None:
    world = offered(tabled(), "n-guard")
    world.decide("north", ReadyForce(force="n-guard"), None)
    world.run_to(at(8))
    activate(adopt(world)).run_to(at(24))
    assert "D+0T12:00 notice_served" in of_force(world, "n-guard")
    world = offered(tabled(), "n-guard")
    world.decide("north", ReadyForce(force="n-guard"), None)
    world.run_to(at(20))
    activate(adopt(world)).run_to(at(24))
    assert "D+0T20:00 notice_served" in of_force(world, "n-guard")  # at once: it was ready


def test_7_4_notice_runs_beside_the_mandate() -> None:
    """Loading waits for the later of the two, and names it as its cause."""
    quick = sent("w-mech", scenario=nation(calm_crisis(), "west", mandate="parliament"))
    assert of_force(quick, "w-mech")[1:3] == ["D+1T00:00 notice_served", "D+2T00:00 loading_began"]
    assert behind(quick.log, the(quick.log, "loading_began"))[0] == "mandate_decided"
    slow = sent("s-tank")  # a cabinet, decided after one day of two of notice
    assert of_force(slow, "s-tank")[1:3] == ["D+2T00:00 notice_served", "D+2T00:00 loading_began"]
    assert behind(slow.log, the(slow.log, "loading_began"))[0] == "notice_served"


def test_7_3_what_parliament_refuses_does_not_move() -> None:
    world = sent("w-mech", "n-guard", scenario=nation(calm_crisis(), "west", support=0.1))
    assert of_force(world, "w-mech") == [
        "D+0T00:00 force_offered west",
        "D+1T00:00 notice_served",
        "D+2T00:00 movement_refused",
    ]
    refused = the(world.log, "movement_refused")
    assert behind(world.log, refused)[0] == "mandate_decided"
    assert world.situation.forces["w-mech"].status == "refused"
    assert world.situation.forces["w-mech"].offered is None
    assert world.situation.forces["n-guard"].status == "capable"


def test_7_3_a_mandate_refused_before_the_order_takes_the_nations_forces_off_the_offer() -> None:
    scenario = nation(calm_crisis(doctrine__consultation__parliament_days=0.1), "west", support=0.1)
    world = adopt(offered(tabled(scenario), "w-mech", "n-guard"))
    world.run_to(world.now + at(5))
    assert not the(world.log, "mandate_decided").body.granted
    assert world.situation.council.measures["m1"].offers == ["n-guard"]
    assert world.situation.forces["w-mech"].offered is None
    activate(world)
    assert the(world.log, "activation_ordered").body.forces == ("n-guard",)


def test_7_8_a_refused_force_lowers_what_is_required_to_what_can_still_come() -> None:
    """Both were accepted; without the refused one the other is all there is, and it is enough when it is capable."""
    world = sent("w-mech", "n-guard", scenario=nation(calm_crisis(), "west", support=0.1))
    met, able = the(world.log, "requirement_met"), the(world.log, "force_capable")
    assert (met.cause, met.body.strength) == (able.id, able.body.strength)
    assert able.body.force == "n-guard"


def test_7_8_a_refusal_can_be_what_meets_the_requirement() -> None:
    """The Guard is capable long before a slow parliament refuses the other force."""
    slow = nation(calm_crisis(doctrine__consultation__parliament_days=30.0), "west", support=0.1, mandate="parliament")
    world = sent("w-mech", "n-guard", scenario=slow)
    refused, met = the(world.log, "movement_refused"), the(world.log, "requirement_met")
    able = the(world.log, "force_capable")
    assert able.time < refused.time == met.time
    assert met.cause == able.id


def test_7_5_where_no_way_leads_the_movement_is_refused() -> None:
    world = sent("s-isle", scenario=nation(calm_crisis(), "south", mandate="none"))
    assert of_force(world, "s-isle")[1:] == ["D+0T00:00 notice_served", "D+0T00:00 movement_refused"]
    assert the(world.log, "movement_refused").body.reason == "no way leads to gate"


def test_7_5_a_force_that_is_there_has_only_to_be_integrated() -> None:
    world = sent("n-gate", strength=0.3)
    assert of_force(world, "n-gate") == [
        "D+0T00:00 force_offered north",
        "D+0T06:00 notice_served",
        "D+0T06:00 force_loaded",
        "D+0T06:00 force_arrived",
        "D+4T18:00 force_capable",
    ]


# --- lift ----------------------------------------------------------------------------------------------------


def test_7_7_who_waits_for_lift_gets_it_when_it_has_come_back() -> None:
    """Both are ready on D+1; the first takes all four aircraft. They are loaded in a day and fly 2 h; two at a time are
    unloaded, in 3 h 49 min, and are back 54 min later. The second force needs only those two.
    """
    world = sent("s-para", "s-rear")
    assert of_force(world, "s-para")[2:6] == [
        "D+1T00:00 loading_began",
        "D+2T00:00 force_loaded",
        "D+2T00:00 force_departed",
        "D+2T09:38 force_arrived",
    ]
    assert of_force(world, "s-rear")[1:6] == [
        "D+1T00:00 notice_served",
        "D+2T06:43 loading_began",
        "D+3T06:43 force_loaded",
        "D+3T06:43 force_departed",
        "D+3T12:33 force_arrived",
    ]
    second = the(of_kind(world.log, "loading_began"), "loading_began", force="s-rear")
    freed = world.log[(second.cause or 0) - 1]
    assert (freed.body.kind, getattr(freed.body, "force", None)) == ("force_departed", "s-para")


def test_7_7_different_lift_does_not_wait() -> None:
    world = sent("s-para", "w-mech")
    assert "D+1T00:00 loading_began" in of_force(world, "s-para")
    assert "D+2T00:00 loading_began" in of_force(world, "w-mech")  # its mandate


def test_7_6_legs_of_different_modes_are_loaded_anew() -> None:
    """From South's base 8,000 t go by road to the port, then by sea in two trips; the port is where they debark.

    Two waves of 4 d + 10 h + 1 d each, and the ships' way back; ten days more for a heavy brigade off ships.
    """
    heavy = nation(calm_crisis(), "south", mandate="none")
    south = next(each for each in heavy.nations if each.id == "south")
    tank = next(each for each in south.forces if each.id == "s-tank")
    moved = type(tank)(
        id="s-tank", name="Tanks", kind="heavy", strength=1.0, tonnes=8000.0, notice=0.0, at="sbase", readiness=0.8
    )
    world = sent("s-tank", scenario=nation(heavy, "south", forces=(moved,)))
    assert of_force(world, "s-tank")[1:] == [
        "D+0T00:00 notice_served",
        "D+0T00:00 loading_began",
        "D+1T00:00 force_loaded",
        "D+1T00:00 force_departed",
        "D+1T12:00 force_arrived",
        "D+1T12:00 loading_began",
        "D+5T12:00 force_loaded",
        "D+5T12:00 force_departed",
        "D+12T18:00 force_arrived",
        "D+22T18:00 force_capable",
    ]
    arrivals = [event.body for event in world.log if isinstance(event.body, happened.ForceArrived)]
    assert [(body.place, body.debarked) for body in arrivals] == [("sport", False), ("gate", True)]


def test_7_6_a_legs_luck_stretches_loading_and_way_alike() -> None:
    """One lognormal of median 1 and log-sd .2, drawn from the force's own stream."""
    scenario = calm_crisis(doctrine__deployment__spread=0.2)
    world = sent("n-guard", scenario=scenario)
    drawn = world_with(scenario).draw("n-guard", "pace")
    factor = exp(0.2 * NormalDist().inv_cdf(drawn))
    loaded, arrived = (the(world.log, kind).time for kind in ("force_loaded", "force_arrived"))
    assert loaded == pytest.approx(at(12) + at(24) * factor, abs=1)
    assert arrived - loaded == pytest.approx(at(24) * factor, abs=1)
    departed = the(world.log, "force_departed")
    assert departed.body.due == departed.time + at(24)  # as planned


# --- capable -------------------------------------------------------------------------------------------------


def test_7_8_what_a_force_is_worth() -> None:
    """Strength times readiness times 1 - .4 (1 - I); its strength counts toward the requirement."""
    world = sent("n-guard", "s-tank")
    able = {event.body.force: event.body for event in world.log if isinstance(event.body, happened.ForceCapable)}
    assert (able["n-guard"].strength, able["n-guard"].effective) == (0.5, 0.36)  # .5 * .9 * .8
    assert (able["s-tank"].strength, able["s-tank"].effective) == (1.0, 0.8)


def test_7_8_the_requirement_is_met_by_the_force_that_was_missing() -> None:
    world = sent("n-guard", "s-tank", "w-mech", strength=1.5)
    able = [event.body.force for event in world.log if isinstance(event.body, happened.ForceCapable)]
    met = the(world.log, "requirement_met")
    assert able == ["n-guard", "w-mech", "s-tank"]
    assert world.log[(met.cause or 0) - 1].body.force == "w-mech"
    assert met.body == happened.RequirementMet(strength=1.5)


def test_7_8_what_is_accepted_short_is_met_when_all_of_it_is_there() -> None:
    world = sent("n-guard", "n-gate", strength=5.0)
    assert the(world.log, "requirement_met").body == happened.RequirementMet(strength=0.8)
    assert world.situation.council.measures["m1"].required == 0.8


def test_7_8_rounding_does_not_leave_a_requirement_unmet() -> None:
    """.7 + .6 + .5 is a little less than 1.8 when added up."""
    scenario = calm_crisis()
    north = scenario.nations[0]
    guard = north.forces[0]
    forces = tuple(
        type(guard)(id=f"n{index}", name="-", kind="light", strength=each, tonnes=1.0, notice=float(index), at="gate")
        for index, each in enumerate((0.7, 0.6, 0.5))
    )
    assert 0.7 + 0.6 + 0.5 < 1.8
    world = sent("n0", "n1", "n2", scenario=nation(scenario, "north", forces=forces), strength=9.0)
    assert the(world.log, "requirement_met").body == happened.RequirementMet(strength=1.8)
