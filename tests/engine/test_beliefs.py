"""What the adversary makes of the allies' words and forces (docs/model.md 4.3 and 4.6)."""

from dataclasses import replace
from math import log

import pytest

from tests.engine.adversaries import activation, arrival, deployment, doubts, passive, prepared, statement
from tests.worlds import adversary, at, nation, of_kind, the
from wargame.engine.ladder import step
from wargame.engine.threat import Threat
from wargame.engine.world import World
from wargame.model import happenings as happened
from wargame.model.clock import DAY
from wargame.model.decisions import MeasureText
from wargame.model.event import ALLIES, EVERYONE
from wargame.model.nation import Force
from wargame.model.scenario import Relation
from wargame.rules.utility import believed


def logit_of(threat: Threat) -> float:
    """Of r as it is now."""
    r = believed(threat.parameters, threat.standing())
    return log(r / (1 - r))


PRIOR = log(0.41 / 0.59)

# --- words ---------------------------------------------------------------------------------------------------


def test_4_6_each_statement_counts_half_of_the_last_and_words_halve_in_14_days() -> None:
    world, threat = prepared(passive())
    statement(world)
    world.run_to(14 * DAY)
    assert threat.beliefs.words() == pytest.approx(0.075)
    statement(world)
    statement(world)
    assert doubts(world) == [("statement", 0.15), ("statement", 0.075), ("statement", 0.0375)]
    assert threat.beliefs.words() == pytest.approx(0.075 + 0.075 + 0.0375)
    world.run_to(28 * DAY)
    assert threat.beliefs.words() == pytest.approx((0.075 + 0.075 + 0.0375) / 2, abs=1e-6)


def test_4_6_sanctions_are_a_signal_as_statements_are() -> None:
    """Each public signal of either kind counts half of the last; lifting sanctions is none."""
    world, _ = prepared(passive())
    for share in (0.5, 0.0):
        imposed = happened.SanctionsImposed(nation="west", adversary="redland", share=share, bite=0.0)
        world.emit(imposed, world.turn_event, EVERYONE)
    statement(world)
    assert doubts(world) == [("sanctions", 0.15), ("statement", 0.075)]


def test_4_6_a_finding_of_collective_defence_commits_whom_it_binds() -> None:
    world, threat = prepared(passive())
    found = happened.CollectiveDefenceFound(nations=("north", "west"))
    world.emit(found, world.turn_event, EVERYONE)
    assert [each.logit for each in threat.beliefs.allies()] == pytest.approx([PRIOR, PRIOR + 0.6])


def test_4_6_who_is_left_out_of_a_smaller_circle_is_not_counted_on() -> None:
    world, threat = prepared(passive())
    world.emit(happened.VenueAnnounced(absent=("west", "north")), world.turn_event, EVERYONE)
    assert doubts(world) == [("absent", -0.5)]
    assert [each.logit for each in threat.beliefs.allies()] == pytest.approx([PRIOR, PRIOR - 0.5])


def test_4_6_what_a_patron_says_binds_no_ally() -> None:
    world, _ = prepared(passive())
    statement(world, "a-patron")
    assert doubts(world) == []


def test_4_6_it_comes_with_a_prejudice_that_fades_as_words_do() -> None:
    """Drawn at STARTEX with a standard deviation of .3 logit."""
    drawn = []
    for seed in range(300):
        world, threat = prepared(passive(doctrine__threat__prejudice_sd=0.3), seed)
        drawn.append(threat.beliefs.words())
        assert the(world.log, "adversary_prepared").body.words == drawn[-1]
    assert sum(drawn) / 300 == pytest.approx(0.0, abs=4 * 0.3 / 300**0.5)
    assert sum(each * each for each in drawn) / 300 == pytest.approx(0.09, rel=0.35)


def test_4_6_a_commitment_counts_through_the_tie_of_that_ally_alone_and_not_as_a_statement() -> None:
    """Of the 3.7 BE of the allies other than the owner the south has 2.7."""
    world, threat = prepared(passive())
    statement(world, "south", commits=True)
    statement(world)
    assert doubts(world) == [("commitment", 0.0), ("statement", 0.15)]
    south, west = threat.beliefs.allies()
    assert (south.nation, west.nation) == ("south", "west")
    assert (south.logit, west.logit) == pytest.approx((PRIOR + 0.15 + 0.6, PRIOR + 0.15))
    assert (south.weight, west.weight) == pytest.approx((2.7 / 3.7, 1.0 / 3.7))


def test_4_6_the_owner_of_what_it_is_after_is_no_ally_to_be_doubted() -> None:
    world, threat = prepared(passive())
    statement(world, "north", commits=True)
    assert [each.nation for each in threat.beliefs.allies()] == ["south", "west"]
    assert logit_of(threat) == pytest.approx(PRIOR)


def test_4_6_cohesion_moves_the_belief_in_every_ally() -> None:
    """Members that trust each other by .9 instead of .6: .3 logit more."""
    scenario = passive()
    pairs = (("north", "south"), ("north", "west"), ("south", "west"))
    trusting = tuple(Relation(parties=pair, trust=0.9) for pair in pairs)
    _, threat = prepared(replace(scenario, relations=trusting))
    assert logit_of(threat) == pytest.approx(PRIOR + 0.3)


def test_4_6_unity_and_discord() -> None:
    """A deployment adopted with one voice impresses it; one that fails makes it doubt every ally."""
    world, _ = prepared(passive())
    world.emit(happened.MeasureAdopted(unanimous=True), deployment(world), ALLIES, "m1")
    assert doubts(world) == [("unanimity", 0.2)]
    world, _ = prepared(passive())
    world.emit(happened.MeasureAdopted(unanimous=False), deployment(world), ALLIES, "m1")
    text = MeasureText(kind="statement")
    second = world.emit(happened.MeasureTabled(by="hq", text=text), world.turn_event, ALLIES, "m2")
    world.emit(happened.MeasureAdopted(unanimous=True), second, ALLIES, "m2")
    third = world.emit(happened.MeasureTabled(by="hq", text=text), world.turn_event, ALLIES, "m3")
    broken = world.emit(happened.SilenceBroken(by=("west",), until=at(72)), third, ALLIES, "m3")
    world.emit(happened.MeasureFailed(by=("west",)), broken, ALLIES, "m3")  # that nobody took it up adds nothing
    assert doubts(world) == [("broken", -0.3)]
    assert the(world.log, "resolve_revised").body.ally is None


def test_4_6_a_failed_pledge_is_held_against_the_ally_that_made_it() -> None:
    """An offer taken back after adoption; before it, it is no promise yet."""
    for adopted in (True, False):
        world, threat = prepared(passive())
        tabled = deployment(world)
        world.emit(happened.ForceOffered(nation="south", force="s-para"), tabled, ALLIES, "m1")
        if adopted:
            world.emit(happened.MeasureAdopted(unanimous=False), tabled, ALLIES, "m1")
        world.emit(happened.OfferWithdrawn(nation="south", force="s-para"), tabled, ALLIES, "m1")
        assert doubts(world) == [("withdrawn", -0.3)] * adopted
        south, west = threat.beliefs.allies()
        assert south.logit - west.logit == pytest.approx(-0.3 * adopted)


@pytest.mark.parametrize(
    ("rung", "activated", "impressed"), [(3, False, 1), (3, True, 0), (2, False, 0), (4, False, 1)]
)
def test_4_6_a_climb_that_no_forces_answer_within_three_days_encourages_it(
    rung: int, activated: bool, impressed: int
) -> None:
    """To rung 4 or above."""
    world, threat = prepared(adversary(passive(), rung=rung))
    assert threat.moved is not None
    threat.climb(threat.moved)
    world.run_to(2 * DAY)
    assert doubts(world) == []
    if activated:
        activation(world, "n-guard")
    world.run_to(5 * DAY)
    assert doubts(world) == [("unanswered", -0.15)] * impressed


def test_4_6_who_has_stepped_down_since_is_not_encouraged() -> None:
    world, threat = prepared(adversary(passive(), rung=3))
    assert threat.moved is not None
    threat.climb(threat.moved)
    step(world, "redland", 3, threat.moved)
    world.run_to(5 * DAY)
    assert doubts(world) == []


def test_4_6_violence_that_it_chooses_makes_it_expect_the_allies_to_close_ranks() -> None:
    world, threat = prepared(adversary(passive(), rung=5))
    assert threat.moved is not None
    threat.climb(threat.moved)
    assert doubts(world) == [("violence", 0.4)]
    assert the(world.log, "clash_happened").audience == EVERYONE


# --- words with nothing behind them --------------------------------------------------------------------------


def committed(rung: int, **changes: object) -> tuple[World, Threat]:
    world, threat = prepared(adversary(passive(**changes), rung=rung))
    statement(world, "west", commits=True)
    return world, threat


def test_4_6_a_commitment_without_forces_wears_from_rung_4_on() -> None:
    """By .08 a day, for the ally that gave it: in five days .08 14 / ln 2 (1 - 2^(-5/14))."""
    world, threat = committed(4)
    assert doubts(world) == [("commitment", 0.0), ("empty", 0.0)]
    world.run_to(5 * DAY)
    worn = 0.08 * 14 / log(2) * (1 - 0.5 ** (5 / 14))
    assert threat.beliefs.own_words("west") == pytest.approx(-worn)
    assert threat.beliefs.own_words("south") == 0.0
    activation(world, "w-mech")
    assert doubts(world)[-1] == ("backed", 0.0)
    world.run_to(19 * DAY)
    assert threat.beliefs.own_words("west") == pytest.approx(-worn / 2, abs=1e-5)


def test_4_6_below_rung_4_a_commitment_is_taken_at_its_word() -> None:
    world, threat = committed(3)
    world.run_to(12 * DAY)
    assert doubts(world) == [("commitment", 0.0)]
    assert threat.moved is not None
    step(world, "redland", 4, threat.moved)
    assert doubts(world)[-1] == ("empty", 0.0)
    step(world, "redland", 3, threat.moved)
    assert doubts(world)[-1] == ("backed", 0.0)


def test_4_6_after_ten_days_it_counts_as_left_unfulfilled() -> None:
    world, _ = committed(4)
    world.run_to(9 * DAY)
    assert ("unfulfilled", -0.3) not in doubts(world)
    world.run_to(12 * DAY)
    revised = of_kind(world.log, "resolve_revised")[-1]
    assert (revised.time, revised.body.ally, revised.body.why) == (10 * DAY, "west", "unfulfilled")
    assert revised.body.wearing  # and it goes on wearing
    world.run_to(40 * DAY)
    assert doubts(world).count(("unfulfilled", -0.3)) == 1


def test_4_6_a_commitment_that_was_backed_in_between_has_ten_days_anew() -> None:
    world, _ = committed(4)
    world.run_to(8 * DAY)
    ordered = activation(world, "w-mech")
    world.run_to(9 * DAY)
    refused = happened.MovementRefused(force="w-mech", strength=1.0, reason="the mandate was refused")
    world.emit(refused, ordered, ALLIES, "m1")
    world.run_to(18 * DAY)
    assert ("unfulfilled", -0.3) not in doubts(world)
    world.run_to(20 * DAY)
    assert ("unfulfilled", -0.3) in doubts(world)


# --- forces --------------------------------------------------------------------------------------------------


def test_4_3_it_reckons_with_forces_from_the_order_on_by_planning_figures() -> None:
    """The Guard: 12 h notice, a day to load, a day by road, 3 (2 - .5) days to integrate: 7 days."""
    world, threat = prepared(passive())
    activation(world, "n-guard")
    (guard,) = threat.standing().reinforcements
    assert (guard.strength, guard.due) == pytest.approx((0.5 * 0.9 * 0.8, 7.0))
    assert not guard.heavy
    world.run_to(3 * DAY)
    assert threat.standing().reinforcements[0].due == pytest.approx(4.0)
    assert logit_of(threat) == pytest.approx(PRIOR)  # not there yet
    world.run_to(8 * DAY)
    assert threat.standing().reinforcements[0].due == 1.0  # overdue: tomorrow, it thinks
    assert logit_of(threat) == pytest.approx(PRIOR)


def test_4_3_it_stops_expecting_a_force_that_is_refused() -> None:
    world, threat = prepared(passive())
    ordered = activation(world, "n-guard")
    refused = happened.MovementRefused(force="n-guard", strength=0.5, reason="the mandate was refused")
    world.emit(refused, ordered, ALLIES, "m1")
    assert threat.standing().reinforcements == ()


def test_4_6_forces_that_are_there_make_it_believe() -> None:
    world, threat = prepared(passive())
    arrival(world, "n-guard", 0.36, activation(world, "n-guard"))
    assert logit_of(threat) == pytest.approx(PRIOR + 0.6 * log(1 + 0.3 * 0.36))


def test_4_3_it_sees_at_once_what_is_capable_early() -> None:
    world, threat = prepared(passive())
    ordered = activation(world, "n-guard")
    world.run_to(DAY)
    arrival(world, "n-guard", 0.36, ordered)
    assert threat.standing().reinforcements[0].due == 0.0


def test_4_3_forces_sent_elsewhere_or_that_cannot_come_do_not_count() -> None:
    world, threat = prepared(passive())
    text = MeasureText(kind="deploy", place="ncap", strength=1.0)
    tabled = world.emit(happened.MeasureTabled(by="north", text=text), world.turn_event, ALLIES, "m1")
    world.emit(happened.ActivationOrdered(forces=("n-guard",), strength=0.5), tabled, ALLIES, "m1")
    assert threat.standing().reinforcements == ()
    world, threat = prepared(passive())
    activation(world, "s-isle")
    assert threat.standing().reinforcements == ()


def test_4_3_a_force_that_is_ordered_away_no_longer_counts() -> None:
    world, threat = prepared(passive())
    arrival(world, "n-guard", 0.36, activation(world, "n-guard"))
    assert len(threat.standing().reinforcements) == 1
    away = happened.MoveOrdered(nation="north", force="n-guard", place="ncap", strength=0.5)
    world.emit(away, world.turn_event, ALLIES)
    assert threat.standing().reinforcements == ()


def test_4_3_a_force_that_its_nation_sends_by_itself_counts_once_it_is_found_out_or_there() -> None:
    for found in (True, False):
        world, threat = prepared(passive())
        ordered = happened.MoveOrdered(nation="north", force="n-guard", place="gate", strength=0.5)
        gone = world.emit(ordered, world.turn_event, ALLIES)
        assert threat.standing().reinforcements == ()
        if found:
            seen = happened.MovementDetected(force="n-guard", place="gate", strength=0.5)
            world.emit(seen, gone, ("red",))
            (guard,) = threat.standing().reinforcements
            assert guard.due == pytest.approx(6.5)  # as above, without the notice
        world.emit(happened.ForceArrived(force="n-guard", place="gate", debarked=True), gone, ALLIES)
        world.emit(happened.ForceCapable(force="n-guard", strength=0.5, effective=0.36), gone, ALLIES)
        assert threat.standing().reinforcements[0].due == 0.0


def test_4_7_air_defence_shows_resolve_and_frightens_nobody() -> None:
    shield = Force(id="s-shield", name="Shield", kind="air_defence", strength=1.0, tonnes=100.0, notice=0.0, at="sbase")
    world, threat = prepared(nation(passive(), "south", forces=(shield,)))
    activation(world, "s-shield")
    (each,) = threat.standing().reinforcements
    assert (each.heavy, each.frightens) == (True, False)


def test_4_6_only_red_sees_what_it_believes() -> None:
    world, _ = committed(4)
    statement(world)
    world.run_to(at(300))
    assert {event.audience for event in of_kind(world.log, "resolve_revised")} == {("red",)}
