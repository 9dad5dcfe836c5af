"""What waits for a seat: who is asked, until when, and what answers it."""

from dataclasses import replace
from typing import Any

import pytest

from tests.engine.council import adopted, called, council, silence, tabled, take
from tests.engine.test_combat import war
from tests.worlds import at, calm_crisis, owned, view_of, world_with
from wargame.engine.world import World
from wargame.model import happenings as happened
from wargame.model.decisions import CallConsultation, MeasureText, OfferForce, TakePosition
from wargame.model.decisions.command import Requirement
from wargame.model.event import ALLIES
from wargame.model.record import Order
from wargame.replay.summary_council import in_council
from wargame.replay.summary_waiting import Waiting, waiting
from wargame.replay.watch import Scene, seen
from wargame.rules.assessment import attack_probability
from wargame.rules.positions import utility


def at_desk(world: World, seat: str, *decisions: Any) -> Scene:
    orders = [Order(seat=seat, decision=decision) for decision in decisions]
    return seen(view_of(world.scenario, seat, world.log), orders)


def asked(world: World, seat: str, answer: str) -> list[Waiting]:
    """What waits for a seat that this kind of decision answers."""
    return [each for each in waiting(at_desk(world, seat)) if answer in each.answers]


# --- the council ---------------------------------------------------------------------------------------------


def test_a_text_waits_for_every_member_that_has_not_spoken():
    world = silence(council())
    take(world, "west", "accept")
    (south,) = asked(world, "south", "take_position")
    assert (south.kind, south.name) == ("measure", "m1")
    until = world.situation.council.measures["m1"].silence_until
    assert until is not None
    assert south.hours == (until - world.log[-1].time) / 3600
    assert asked(world, "west", "take_position") == []
    assert asked(world, "red", "take_position") == []
    assert asked(world, "commander", "take_position") == []


def test_an_order_on_the_pad_that_answers_it_is_known():
    world = silence(council())
    scene = at_desk(world, "south", TakePosition(measure="m1", position="abstain"))
    assert [each.staged for each in waiting(scene) if each.name == "m1"] == [True]


def test_what_runs_out_soonest_comes_first():
    world = silence(council())
    ends = [each.hours for each in waiting(at_desk(world, "south"))]
    known = [each for each in ends if each is not None]
    assert known == sorted(known)
    assert ends[: len(known)] == known


def test_a_broken_text_waits_for_its_author_and_the_secretary_general():
    world = silence(council())
    take(world, "west", "break")
    world.run_to(at(24 * 3), stop_at_flash=False)
    assert world.situation.council.measures["m1"].state == "broken"
    for seat in ("north", "hq"):
        assert [each.name for each in asked(world, seat, "narrow_measure")] == ["m1"]
    assert asked(world, "west", "narrow_measure") == []


def test_a_call_waits_for_the_secretary_general():
    world = council()
    world.decide("north", CallConsultation(), None)
    assert [each.name for each in asked(world, "hq", "convene_council")] == ["convene_council"]
    assert asked(called(council()), "hq", "convene_council") == []


def test_an_adopted_measure_waits_for_offers_and_for_the_commander():
    world = adopted(council())
    assert [each.name for each in asked(world, "south", "offer_force")] == ["m1"]
    assert [each.name for each in asked(world, "commander", "issue_activation_warning")] == ["m1"]
    force = next(each for each in world.scenario.nations if each.id == "south").forces[0].id
    scene = at_desk(world, "south", OfferForce(force=force, measure="m1"))
    assert [each.staged for each in waiting(scene) if "offer_force" in each.answers] == [True]


def test_once_requirements_are_stated_what_is_lacking_is_counted_against_them():
    """They may ask for less than was agreed: 2.4 BE of 2.5, and none of it is on offer."""
    world = adopted(council(), MeasureText(kind="deploy", place="gate", strength=2.5))
    (before,) = asked(world, "south", "offer_force")
    assert before.what.endswith(": adopted, 0 of 2.5 BE on offer, none of it yours")
    lines = tuple(Requirement(capability=each, strength=1.2, at="gate", by="D+9") for each in ("heavy", "airborne"))
    world.emit(happened.RequirementsStated(lines=lines), world.turn_event, ALLIES, "m1")
    (after,) = asked(world, "south", "offer_force")
    assert after.what.endswith(": adopted, 2.4 of the 2.4 BE required are lacking, you have offered none")


# --- other seats and home ------------------------------------------------------------------------------------


def test_a_request_waits_for_whom_it_was_sent_to_with_its_question():
    world = world_with(calm_crisis())
    body = happened.InformationRequested(by="west", to="south", about="logistics", question="Trains?", deadline=at(24))
    world.emit(body, world.turn_event, ("west", "south"))
    (request,) = asked(world, "south", "release_report")
    assert request.what == "West asks what you know of logistics: Trains?; else your staff answers"
    assert (request.kind, request.name, request.hours) == ("nation", "west", 24.0)
    assert asked(world, "west", "release_report") == []


def test_leave_waits_for_the_host():
    world = world_with(owned(calm_crisis()))
    body = happened.PermissionAsked(what="access", by="north", nation="west", at="gate", urgent=False)
    world.emit(body, world.turn_event, ALLIES)
    assert [(each.kind, each.name) for each in asked(world, "north", "grant_access")] == [("place", "gate")]
    assert asked(world, "south", "grant_access") == []


def test_an_incident_waits_for_a_word_once_services_have_found_its_author():
    world = world_with(calm_crisis())
    noticed = happened.IncidentNoticed(nation="south", incident="h1", means="cyber", bite=0.4)
    met = world.emit(noticed, world.turn_event, ("south",))
    assert asked(world, "south", "attribute_attack") == []
    found = happened.AttributionReached(nation="south", incident="h1", adversary="redland", confidence=0.8)
    world.emit(found, met, ("south",))
    assert [each.name for each in asked(world, "south", "attribute_attack")] == ["h1"]
    assert asked(world, "north", "attribute_attack") == []


@pytest.mark.parametrize("to", ["south", "hq"])
def test_an_offer_waits_for_whom_it_was_made_to(to):
    world = world_with(calm_crisis())
    objective = world.scenario.objectives[0]
    adversary = world.scenario.adversaries[0].id
    body = happened.OfferMade(offer="o1", by=adversary, to=to, objective=objective.id, share=0.2, until=at(48))
    world.emit(body, world.turn_event, ALLIES)
    assert [each.name for each in asked(world, to, "refuse_offer")] == ["o1"]
    assert asked(world, "west", "accept_offer") == []
    accepting = [each.name for each in asked(world, objective.owner, "accept_offer")]
    assert accepting == (["o1"] if to == "hq" else [])


def test_nothing_waits_once_play_has_ended():
    world = silence(council())
    world.emit(happened.ExerciseEnded(reason="excon"), world.turn_event, ("all",))
    assert waiting(at_desk(world, "south")) == ()


# --- what a text means to the seat ---------------------------------------------------------------------------


def test_a_members_staff_weighs_an_open_text_by_the_rules_of_positions():
    world = tabled(council())
    odds = (0.0, -1.0, -1.0, 0.5, 0.0)
    world.emit(happened.Assessed(nation="south", log_odds=odds, services=(odds, odds)), world.turn_event, ("south",))
    scene = at_desk(world, "south")
    weighed = in_council(scene).measures[0].weighed
    view = view_of(world.scenario, "south", world.log)
    nation = next(each for each in view.scenario.nations if each.id == "south")
    gained = utility(view, nation, view.situation.council.measures["m1"].text, attack_probability(odds), ("north",))
    assert (weighed.benefit, weighed.burden) == (round(gained.benefit, 6), round(gained.burden, 6))
    assert weighed.stance == ("accept" if gained.gain >= 0 else weighed.stance)
    assert in_council(at_desk(world, "west")).measures[0].weighed is None
    assert in_council(replace(scene, view="hq")).measures[0].weighed is None


# --- the fighting --------------------------------------------------------------------------------------------


def test_whoever_stays_out_of_an_allys_battle_with_a_force_on_the_spot_is_asked_about_it():
    world = war(capable=("s-tank",))
    (south,) = asked(world, "south", "commit_force")
    assert south.what.startswith("The Gate is under attack and you do not fight for it")
    assert asked(world, "west", "commit_force") == []
    world.emit(happened.ForceCommitted(nation="south", force="s-tank", objective="gate"), world.turn_event, ALLIES)
    assert asked(world, "south", "commit_force") == []
