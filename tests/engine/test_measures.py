"""What adopted measures do, and what the commander may order (docs/model.md 6.8, 6.10, 6.17, 6.18)."""

import pytest

from tests.engine.council import ALERT, DEPLOY, STATEMENT, adopted, called, council, m1, silence, tabled, take
from tests.worlds import at, behind, calm_crisis, nation, of_kind, the, told, view_of, world_with
from wargame.engine.consultation import Consultation
from wargame.engine.deployment import Deployment
from wargame.engine.world import World
from wargame.model import happenings as happened
from wargame.model.decisions import (
    CommitPublicly,
    HastenMandate,
    MeasureText,
    OrderDelegatedMeasure,
    SeekMandate,
    TableMeasure,
)
from wargame.model.event import ALLIES, EVERYONE
from wargame.model.scenario import allied_seats
from wargame.rules.consultation import monitored

FINDING = MeasureText(kind="collective_defence")
SANCTIONS = MeasureText(kind="sanctions", adversary="redland", trade=0.5)
OFFER = MeasureText(
    kind="offer_to_adversary", adversary="redland", objective="gate", share=0.2, assurance="observers", deadline=48.0
)


# --- words ---------------------------------------------------------------------------------------------------


def test_6_8_a_statement_is_heard_by_all() -> None:
    world = adopted(council(), STATEMENT)
    said = world.log[-1]
    assert said.body == happened.StatementMade(by="pact", commits=False)
    assert (said.audience, said.measure) == (EVERYONE, None)
    assert behind(world.log, said)[0] == "measure_adopted"


def test_6_8_a_finding_of_collective_defence_binds_who_did_not_abstain() -> None:
    world = silence(council(), FINDING)
    take(world, "south", "accept_with_caveat")
    take(world, "west", "abstain")
    world.run_to(at(24 * 10))
    found = world.log[-1]
    assert found.body == happened.CollectiveDefenceFound(nations=("north", "south"))
    assert (found.audience, found.measure) == (EVERYONE, None)
    assert world.situation.committed == {"north": found.time, "south": found.time}
    assert view_of(world.scenario, "red", world.log).situation.committed == world.situation.committed


def test_6_10_a_public_commitment_is_said_to_all_and_paid_for() -> None:
    world = council()
    world.decide("south", CommitPublicly(), None)
    assert told(world.log[1:]) == ["D+0T00:00 statement_made south", "D+0T00:00 capital_spent south"]
    assert world.situation.committed == {"south": 0}
    assert world.situation.capital["south"] == (7.0, 0)


# --- readiness -----------------------------------------------------------------------------------------------


def test_6_8_readiness_is_heightened_and_lowered_by_one_level_at_a_time() -> None:
    world = adopted(council(), ALERT)
    assert world.log[-1].body == happened.AlertDeclared(level=1)
    world.decide("hq", TableMeasure(measure=ALERT), None)
    world.run_to(at(24 * 30))
    assert world.situation.alert == 2
    world.decide("hq", TableMeasure(measure=MeasureText(kind="stand_down")), None)
    world.run_to(at(24 * 40))
    assert world.log[-1].body == happened.AlertDeclared(level=1)
    assert world.log[-1].audience == EVERYONE


def test_6_8_no_alert_is_lowered_while_an_objective_is_under_attack() -> None:
    """Standing down was agreed before the attack, and is adopted after it."""
    world = adopted(council(), ALERT)
    world.decide("hq", TableMeasure(measure=MeasureText(kind="stand_down")), None)
    world.emit(happened.AttackBegan(adversary="redland", objective="gate"), world.turn_event, EVERYONE)
    world.run_to(at(24 * 40), stop_at_flash=False)
    assert m1(world).state == world.situation.council.measures["m2"].state == "adopted"
    assert world.situation.alert == 1


def test_6_8_an_activation_readies_forces_of_those_who_agree_the_soonest_ready_first() -> None:
    """2 BE without south's: the gate's guard (6 h, .3), the guard (12 h, .5) and the mechanised (24 h, 1), which
    reach 1.8, are all there is."""
    world = silence(council(), MeasureText(kind="activate_forces", strength=2.0))
    take(world, "south", "abstain")
    world.run_to(at(24 * 10))
    readied = [event.body.force for event in world.log if isinstance(event.body, happened.ForceReadied)]
    assert readied == ["n-gate", "n-guard", "w-mech"]
    assert world.situation.forces["w-mech"].readied == the(world.log, "measure_adopted").time
    assert world.situation.forces["s-para"].readied is None


def test_6_8_an_activation_stops_when_its_strength_is_reached() -> None:
    world = adopted(council(), MeasureText(kind="activate_forces", strength=0.8))
    readied = [event.body.force for event in world.log if isinstance(event.body, happened.ForceReadied)]
    assert readied == ["s-isle", "n-gate", "n-guard"]  # notices of 0, 6 and 12 h; .4 + .3 + .5


def test_6_8_watching_more_closely_lasts_two_weeks() -> None:
    world = adopted(council(), MeasureText(kind="monitor"))
    agreed = the(world.log, "monitoring_agreed")
    assert agreed.body == happened.MonitoringAgreed(until=agreed.time + at(24 * 14))
    assert agreed.audience == ALLIES
    for time, times in ((agreed.time, 1.25), (agreed.time + at(24 * 14), 1.0)):
        assert monitored(world.scenario, world.situation, time) == times


# --- toward the adversary ------------------------------------------------------------------------------------


def test_6_8_sanctions_are_those_of_the_members_that_agree() -> None:
    world = silence(council(), SANCTIONS)
    take(world, "west", "abstain")
    world.run_to(at(24 * 10))
    said = world.log[-1]
    assert said.body == happened.SanctionsAgreed(adversary="redland", trade=0.5, nations=("north", "south"))
    assert (said.audience, said.measure) == (EVERYONE, None)


def test_6_8_a_joint_offer_reaches_the_adversary_and_the_allies_alone() -> None:
    world = adopted(council(), OFFER)
    made = the(world.log, "offer_agreed")
    assert made.body == happened.OfferAgreed(
        adversary="redland",
        objective="gate",
        share=0.2,
        assurance="observers",
        until=made.time + at(48),
        nations=("north", "south", "west"),
    )
    assert made.audience == (*allied_seats(world.scenario), "red")


# --- delegated authority -------------------------------------------------------------------------------------


def test_6_17_a_delegated_measure_needs_neither_council_nor_capitals() -> None:
    """Weeks for 30 members become an instant for one commander."""
    world = council(calm_crisis(alliance__delegated=("deploy", "heighten_readiness")))
    world.decide("commander", OrderDelegatedMeasure(measure=DEPLOY), None)
    assert told(world.log[1:]) == ["D+0T00:00 measure_tabled commander", "D+0T00:00 measure_adopted"]
    assert the(world.log, "measure_adopted").body == happened.MeasureAdopted(
        unanimous=False, accepting=("north", "south", "west")
    )
    assert m1(world).delegated
    world.decide("commander", OrderDelegatedMeasure(measure=ALERT), None)
    assert world.situation.alert == 1


def test_6_17_it_goes_back_to_what_the_commander_knows() -> None:
    world = council(calm_crisis(alliance__delegated=("deploy",)))
    shown = world.emit(happened.IndicatorShown(indicator="columns", force=None), world.turn_event, EVERYONE)
    world.decide("commander", OrderDelegatedMeasure(measure=DEPLOY), None)
    assert the(world.log, "measure_tabled").cause == shown.id


def test_6_17_the_same_text_is_not_ordered_beside_the_councils() -> None:
    world = tabled(council(calm_crisis(alliance__delegated=("deploy",))))
    world.decide("commander", OrderDelegatedMeasure(measure=DEPLOY), None)
    assert told(world.log[-1:]) == ["D+0T02:00 order_failed commander"]


# --- mandates ------------------------------------------------------------------------------------------------


def sought(support: float = 0.6, **changes: float) -> World:
    """West's parliament has been asked for leave to deploy."""
    scenario = nation(calm_crisis(), "west", support=support, **changes)
    world = world_with(scenario, Consultation, Deployment)
    called(world).decide("north", TableMeasure(measure=DEPLOY), None)
    world.decide("west", SeekMandate(measure="m1"), None)
    return world


def test_6_18_a_pressed_parliament_decides_within_six_hours() -> None:
    world = sought()
    world.decide("west", HastenMandate(measure="m1"), None)
    assert told(world.log[-2:]) == ["D+0T02:00 mandate_hastened west", "D+0T02:00 capital_spent west"]
    world.run_to(at(24 * 10))
    decided = the(world.log, "mandate_decided")
    assert decided.time == at(8)
    assert decided.body == happened.MandateDecided(nation="west", granted=True)
    assert behind(world.log, decided)[:2] == ["mandate_hastened", "mandate_sought"]


def test_6_18_there_must_be_a_mandate_to_hasten() -> None:
    world = sought()
    world.decide("south", HastenMandate(measure="m1"), None)
    world.run_to(at(24 * 3))
    assert of_kind(world.log, "mandate_decided")
    world.decide("west", HastenMandate(measure="m1"), None)
    assert [event.body.seat for event in world.log if isinstance(event.body, happened.OrderFailed)] == ["south", "west"]


@pytest.mark.parametrize(("circle", "granted"), [(False, True), (True, False)])
def test_6_13_parliaments_ask_why_not_all_stand_behind_it(circle: bool, granted: bool) -> None:
    """.6 × .5 is above .25, and .8 of it is not."""
    world = sought()
    if circle:
        body = happened.VenueChanged(members=("north", "west"), absent=("south",), legitimacy=0.8)
        world.emit(body, world.log[-1], ALLIES, "m1")
    world.run_to(at(24 * 10))
    assert the(world.log, "mandate_decided").body == happened.MandateDecided(nation="west", granted=granted)
