"""How promises move trust between members, and mediation (docs/model.md 2.21, 2.23)."""

import pytest

from tests.engine.council import silence, tabled, take
from tests.worlds import at, behind, calm_crisis, of_kind, report_received, the, view_of, world_with
from wargame.engine.bonds import Bonds, offended
from wargame.engine.consultation import Consultation
from wargame.engine.deployment import Deployment
from wargame.engine.world import World
from wargame.model import happenings as happened
from wargame.model.decisions import Mediate, OfferForce, OrderActivation, SidePayment, WithdrawOffer
from wargame.model.event import ALLIES, EVERYONE, Event
from wargame.model.scenario import Relation, Scenario
from wargame.rules.bonds import trust


def bound(scenario: Scenario | None = None) -> World:
    return world_with(scenario or calm_crisis(), Consultation, Bonds, Deployment)


def changes(world: World) -> list[tuple[str, str, str, bool]]:
    """Whose trust in whom, over what, kept or broken."""
    return [
        (event.body.holder, event.body.other, event.body.promise, event.body.kept)
        for event in world.log
        if isinstance(event.body, happened.TrustChanged)
    ]


# --- positions -----------------------------------------------------------------------------------------------


def test_2_21_who_said_that_it_accepts_and_held_to_it_is_trusted_more_by_whom_it_helps() -> None:
    """South said so; west only let it pass in silence."""
    world = silence(bound())
    take(world, "south", "accept")
    world.run_to(at(24 * 10))
    assert changes(world) == [("north", "south", "position", True)]
    changed = the(world.log, "trust_changed")
    assert changed.audience == ALLIES
    assert behind(world.log, changed)[0] == "measure_adopted"
    assert trust(world.scenario, world.situation, "north", "south", changed.time) == pytest.approx(4.9 / 8.1)


def test_2_21_who_takes_its_word_back_is_trusted_less() -> None:
    world = silence(bound())
    take(world, "south", "accept")
    take(world, "west", "abstain")
    take(world, "south", "break")
    assert changes(world) == [("north", "south", "position", False)]
    assert trust(world.scenario, world.situation, "north", "south", world.now) == pytest.approx(4.8 / 8.6)


# --- forces --------------------------------------------------------------------------------------------------


def offered(world: World) -> World:
    world = silence(world)
    world.decide("south", OfferForce(force="s-para", measure="m1"), None)
    world.run_to(at(24 * 3))
    assert world.situation.council.measures["m1"].state == "adopted"
    return world


@pytest.mark.parametrize(("attacked", "promise"), [(False, "force"), (True, "obligation")])
def test_2_21_a_force_that_came_is_a_promise_kept_and_under_attack_the_obligation_itself(
    attacked: bool, promise: str
) -> None:
    world = offered(bound())
    if attacked:
        world.emit(happened.AttackBegan(adversary="redland", objective="gate"), world.turn_event, EVERYONE)
    world.decide("commander", OrderActivation(measure="m1"), None)
    world.run_to(at(24 * 30), stop_at_flash=False)
    assert of_kind(world.log, "force_capable")
    assert changes(world) == [("north", "south", promise, True)]


def test_2_21_an_offer_taken_back_after_adoption_is_a_promise_broken() -> None:
    world = silence(bound())
    world.decide("south", OfferForce(force="s-para", measure="m1"), None)
    world.decide("south", WithdrawOffer(force="s-para"), None)
    assert changes(world) == []  # until then it bound nobody
    world = offered(bound())
    world.decide("south", WithdrawOffer(force="s-para"), None)
    assert changes(world) == [("north", "south", "force", False)]


def test_2_21_a_force_that_may_not_move_is_a_promise_broken() -> None:
    world = offered(bound())
    refused = happened.MovementRefused(force="s-para", strength=0.8, reason="the mandate was refused")
    world.emit(refused, world.log[-1], ALLIES, "m1")
    assert changes(world) == [("north", "south", "force", False)]


def test_2_21_whether_an_ally_fights_is_what_the_others_are_about() -> None:
    world = bound()
    attack = world.emit(happened.AttackBegan(adversary="redland", objective="gate"), world.turn_event, EVERYONE)
    world.emit(happened.HonourDecided(nation="south", fights=True), attack, EVERYONE)
    world.emit(happened.HonourDecided(nation="west", fights=False), attack, EVERYONE)
    assert changes(world) == [("north", "south", "obligation", True), ("north", "west", "obligation", False)]
    assert trust(world.scenario, world.situation, "north", "west", 0) == pytest.approx(4.8 / 10.0)


# --- reports and payments ------------------------------------------------------------------------------------


def report(world: World, originator: str) -> Event:
    return world.emit(report_received("south", indicator="blood", originator=originator), world.turn_event, ("south",))


def test_2_21_a_report_shared_is_thanked_for_by_its_receiver_alone() -> None:
    world = bound()
    for originator in ("south", "media", "north", "north"):
        report(world, originator)
    assert changes(world) == [("south", "north", "report", True)]  # the second within five days adds nothing
    assert the(world.log, "trust_changed").audience == ("south",)
    assert not view_of(world.scenario, "north", world.log).situation.trust


def test_2_21_a_bargain_kept_is_known_to_two() -> None:
    for position, kept in (("accept", True), ("abstain", False)):
        world = tabled(bound())
        payment = SidePayment(nation="west", measure="m1", position="accept", currency="basing")
        world.decide("south", payment, None)
        take(world, "west", position)
        world.run_to(at(24 * 10))
        trusted = [each for each in changes(world) if each[2] == "side_payment"]
        both = [("west", "south", "side_payment", True), ("south", "west", "side_payment", True)]
        assert trusted == (both if kept else [("south", "west", "side_payment", False)])
        known = [event.audience for event in of_kind(world.log, "trust_changed") if "west" in event.audience]
        assert set(known) == {("south", "west")}


def test_2_21_other_processes_can_offend() -> None:
    world = bound()
    offended(world, "west", "north", "confidence", 0.05, world.turn_event)
    assert trust(world.scenario, world.situation, "west", "north", 0) == pytest.approx(0.55, abs=1e-6)


# --- disputes ------------------------------------------------------------------------------------------------


def test_2_23_the_secretary_general_mediates_a_dispute_once() -> None:
    world = bound(calm_crisis(relations=(Relation(parties=("west", "north"), dispute=0.4),)))
    for members in (("north", "west"), ("west", "north"), ("north", "south")):
        world.decide("hq", Mediate(members=members), None)
    began = the(world.log, "mediation_began")
    assert began.body == happened.MediationBegan(members=("west", "north"))
    assert began.audience == ALLIES
    assert len(of_kind(world.log, "order_failed")) == 2
