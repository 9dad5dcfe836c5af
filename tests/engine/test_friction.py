"""What nobody chooses: incidents, spirals, mediation (docs/model.md 4.12)."""

from collections import Counter
from math import exp, sqrt

import pytest

from tests.engine.adversaries import NEVER, activation, arrival, passive, prepared
from tests.worlds import adversary, calm_crisis, of_kind, world_with
from wargame.engine.engagement import Engagement
from wargame.engine.friction import Friction
from wargame.engine.threat import Threat
from wargame.engine.world import World
from wargame.model import happenings as happened
from wargame.model.clock import DAY
from wargame.model.decisions import MeasureText, SetRulesOfEngagement
from wargame.model.event import ALLIES, EVERYONE
from wargame.rules.engagement import rules_of


def facing(rung: int = 4, **changes: object) -> tuple[World, Friction]:
    """An adversary that faces the owner's own 1.5 BE, and what could slip between them."""
    scenario = adversary(passive(**changes), rung=rung)
    world = world_with(scenario, Engagement)
    Threat(world, scenario.adversaries[0])
    friction = Friction(world, scenario.adversaries[0])
    world.emit(happened.ExerciseStarted(), None, EVERYONE)
    return world, friction


def rate(friction: Friction, rung: int = 4) -> float:
    """As a multiple of h_acc."""
    return friction.incident_rate(rung) / friction.parameters.incident_rate


@pytest.mark.parametrize(("rung", "a_day"), [(3, 0.0), (4, 0.014), (5, 0.014 * 1.3)])
def test_4_12_forces_that_face_each_other_clash_by_accident(rung: int, a_day: float) -> None:
    """Within 50 days with probability 1 - exp(-50 rate), from rung 4 on."""
    worlds = 250
    came = 0
    for seed in range(worlds):
        world, _ = prepared(adversary(calm_crisis(**NEVER), rung=rung), seed)
        world.run_to(50 * DAY, stop_at_flash=True)
        clashes = of_kind(world.log, "clash_happened")
        came += bool(clashes)
        if clashes:
            assert (clashes[0].audience, clashes[0].body) == (
                EVERYONE,
                happened.ClashHappened(adversary="redland", serious=False),
            )
            assert world.situation.adversaries["redland"].rung == 6
            assert world.now == clashes[0].time  # the clock stopped
    chance = 1 - exp(-50 * a_day)
    assert abs(came / worlds - chance) <= 4 * sqrt(chance * (1 - chance) / worlds)


def test_4_12_a_clash_spirals_or_is_mediated() -> None:
    """From rung 6, serious before mediated with probability h_esc / (h_esc + h_med) = .4."""
    first = Counter[int]()
    for seed in range(250):
        world, _ = prepared(adversary(calm_crisis(**NEVER), rung=6), seed)
        world.run_to(400 * DAY, stop_at_flash=False)
        changed = of_kind(world.log, "rung_changed")
        first[changed[0].body.new if changed else 6] += 1
        assert all(each.body.mediated == (each.body.new == 3) for each in changed[:1])
    assert set(first) <= {3, 6, 7}
    assert first[6] <= 3
    assert first[7] / (first[3] + first[7]) == pytest.approx(0.4, abs=4 * sqrt(0.24 / 247))


def test_4_12_after_mediation_it_does_not_climb_for_twenty_days() -> None:
    world, threat = prepared(adversary(passive(), rung=3))
    assert threat.moved is not None
    moved = happened.RungChanged(adversary="redland", old=6, new=3, mobilisation=0.5, mediated=True)
    world.emit(moved, threat.moved, ("red",))
    assert not threat.opening(threat.standing()).climbing
    world.run_to(20 * DAY)
    assert threat.opening(threat.standing()).climbing


def test_4_12_heavy_forces_forward_make_accidents_likelier() -> None:
    """1 + x/A at rung 4, .3 more at rung 5; light ones do not crowd anybody."""
    world, friction = facing()
    assert (rate(friction), rate(friction, 5)) == pytest.approx((1.0, 1.3))
    ordered = activation(world, "s-tank", "n-guard")
    arrival(world, "n-guard", 0.4, ordered)
    assert rate(friction) == pytest.approx(1.0)
    arrival(world, "s-tank", 0.8, ordered)
    assert rate(friction) == pytest.approx(1.0 + 0.8 / 8.0)


@pytest.mark.parametrize(("rules", "factor"), [("tight", 0.5), ("normal", 1.0), ("loose", 2.0)])
def test_4_12_rules_of_engagement_halve_or_double_them(rules, factor: float) -> None:
    world, friction = facing()
    world.decide("north", SetRulesOfEngagement(rules=rules), None)
    assert rate(friction) == pytest.approx(factor)


def test_4_12_rules_count_by_the_strength_that_faces_the_adversary_under_them() -> None:
    """1.5 BE of the owner's under normal rules, .8 of the south's tanks under loose ones."""
    world, friction = facing()
    arrival(world, "s-tank", 0.8, activation(world, "s-tank"))
    world.decide("south", SetRulesOfEngagement(rules="loose", force="s-tank"), None)
    assert rate(friction) == pytest.approx(1.1 * (1.5 + 0.8 * 2.0) / 2.3)
    world.decide("south", SetRulesOfEngagement(rules="tight"), None)  # the force's own go before the nation's
    assert rate(friction) == pytest.approx(1.1 * (1.5 + 0.8 * 2.0) / 2.3)
    assert {event.audience for event in of_kind(world.log, "rules_set")} == {ALLIES}


def test_4_12_the_rules_of_the_measure_hold_until_a_nation_sets_its_own() -> None:
    world, _ = facing()
    text = MeasureText(kind="deploy", place="gate", strength=1.0, rules="loose")
    tabled = world.emit(happened.MeasureTabled(by="north", text=text), world.turn_event, ALLIES, "m1")
    world.emit(happened.ForceOffered(nation="south", force="s-tank"), tabled, ALLIES, "m1")
    tank = next(force for force in world.scenario.nations[1].forces if force.id == "s-tank")
    assert rules_of(world.situation, "south", tank) == "loose"
    world.decide("south", SetRulesOfEngagement(rules="normal"), None)
    assert rules_of(world.situation, "south", tank) == "normal"
    world.emit(happened.OfferWithdrawn(nation="south", force="s-tank"), tabled, ALLIES, "m1")
    bound = happened.ForceOffered(nation="south", force="s-tank", caveats=("tight_rules",))
    world.emit(bound, tabled, ALLIES, "m1")
    assert rules_of(world.situation, "south", tank) == "tight"


def test_4_12_a_hotline_and_observers_make_them_rarer() -> None:
    """A back channel counts as a hotline: x .4; observers x .7."""
    world, friction = facing()
    world.emit(happened.BackChannelOpened(seat="west", adversary="redland"), world.turn_event, ("west", "red"))
    assert rate(friction) == pytest.approx(0.4)
    promised = happened.Assured(by="hq", adversary="redland", assurance="observers")
    world.emit(promised, world.turn_event, EVERYONE)
    assert rate(friction) == pytest.approx(0.4 * 0.7)


def test_4_12_an_ally_that_feels_protected_takes_risks() -> None:
    """Moral hazard: half as many again when r is 1, none below r0."""
    world, friction = facing()
    for resolve, bolder in ((0.2, 1.0), (0.41, 1.0), (0.705, 1.25), (1.0, 1.5)):
        world.situation.adversaries["redland"].resolve = resolve
        assert rate(friction) == pytest.approx(bolder)


def test_4_12_no_rate_exceeds_that_at_which_candidates_come() -> None:
    """Else occasions would be lost: loose rules, as many forces as it has, rung 5, a bold ally, a mediator."""
    world, friction = facing()
    world.situation.adversaries["redland"].resolve = 1.0
    for name in ("north", "south"):
        world.decide(name, SetRulesOfEngagement(rules="loose"), None)
    arrival(world, "s-tank", 8.0, activation(world, "s-tank"))
    parameters = friction.parameters
    most = parameters.spiral_rate + parameters.mediation_rate * friction.talks.mediator
    assert friction.incident_rate(5) + most == pytest.approx(friction.highest())


def test_4_12_there_are_no_incidents_once_there_is_war() -> None:
    world, threat = prepared(adversary(calm_crisis(**NEVER, doctrine__threat__incident_rate=2.0), rung=5))
    assert threat.moved is not None
    threat.attack(threat.moved)
    world.run_to(30 * DAY, stop_at_flash=False)
    assert of_kind(world.log, "clash_happened") == []
