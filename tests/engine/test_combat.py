"""docs/model.md 7.30 to 7.35 at work: honouring, the fighting, and what seats decide in it."""

from dataclasses import replace
from math import exp, log, sqrt
from typing import Any

import pytest

from tests.worlds import at, behind, calm_crisis, nation, of_kind, the, told, view_of, world_with
from wargame.engine.bonds import Bonds
from wargame.engine.combat import Combat
from wargame.engine.honour import Honour
from wargame.engine.world import World
from wargame.model import happenings as happened
from wargame.model.clock import DAY
from wargame.model.decisions import MeasureText
from wargame.model.decisions.forces import CeaseFire, CommitForce, CounterAttack, Evacuate
from wargame.model.event import ALLIES, EVERYONE, Event
from wargame.model.scenario import Agreement, Scenario
from wargame.rules.bonds import trust
from wargame.rules.combat import chance, honour_logit
from wargame.rules.contest import success
from wargame.rules.draw import normal
from wargame.rules.legal import legal, price
from wargame.rules.options import options

NOBODY_COMES, ALL_COME = -50.0, 50.0


def war(base: float = NOBODY_COMES, seed: int = 1, *, capable: tuple[str, ...] = (), **changes: Any) -> World:
    """Redland, wholly mobilised, attacks the Gate at STARTEX; the forces named are capable there. No mood, no luck."""
    scenario = calm_crisis(doctrine__threat__honour_base=base, doctrine__threat__honour_sd=0.0, **changes)
    world = peace(scenario, seed)
    for force in capable:
        arrive(world, force)
    attack(world)
    return world


def peace(scenario: Scenario, seed: int = 1) -> World:
    world = world_with(scenario, Honour, Combat, seed=seed)
    prepared = happened.AdversaryPrepared(
        adversary="redland", type="coercer", objective="gate", rung=5, mobilisation=1.0
    )
    world.emit(prepared, None, ("red",))
    text = MeasureText(kind="deploy", place="gate", strength=2.0)
    world.emit(happened.MeasureTabled(by="north", text=text), world.turn_event, ALLIES, "m1")
    return world


def arrive(world: World, force: str) -> None:
    there = happened.ForceArrived(force=force, place="gate", debarked=True)
    world.emit(there, world.turn_event, ALLIES, "m1")
    able = happened.ForceCapable(force=force, strength=1.0, effective=1.0)
    world.emit(able, world.turn_event, ALLIES, "m1")


def attack(world: World) -> Event:
    began = world.emit(happened.AttackBegan(adversary="redland", objective="gate"), world.turn_event, EVERYONE)
    moved = happened.RungChanged(adversary="redland", old=5, new=8, mobilisation=1.0)
    world.emit(moved, began, ("red",))
    return began


def held(world: World) -> float:
    return world.situation.objectives["gate"].held


def step(attackers: float, defenders: float) -> float:
    """What six hours add to the hold, with T_fait two days."""
    return (2 * success(attackers, defenders, 1.5) - 1) / 8


TANKS = 0.8
"""What South's tanks are worth: 1 BE, readiness .8, interoperability 1."""

# --- 7.30 honouring ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("committed", "strength", "logit"),
    [
        (False, 0.0, -0.36),
        (True, 0.0, -0.36 + 0.6),
        (False, 2.0, -0.36 + 0.8 * log(3)),
        (True, 1.0, 0.24 + 0.8 * log(2)),
    ],
)
def test_7_30_commitment_and_forces_in_the_field_make_allies_fight(
    committed: bool, strength: float, logit: float
) -> None:
    """logit p = -.36 + .6 committed + .8 ln(1 + BE), here without mood and with stakes alike."""
    fought = 0
    for seed in range(300):
        scenario = nation(calm_crisis(doctrine__threat__honour_sd=0.0), "south", stake=0.5)
        world = peace(scenario, seed)
        if committed:
            world.emit(happened.StatementMade(by="west", commits=True), world.turn_event, EVERYONE)
        if strength:
            able = happened.ForceCapable(force="w-mech", strength=strength, effective=strength)
            world.emit(able, world.turn_event, ALLIES, "m1")
        attack(world)
        fought += world.situation.honoured["west"]
    expected = chance(logit)
    assert expected == pytest.approx(1 / (1 + exp(-logit)))
    assert fought / 300 == pytest.approx(expected, abs=4 * sqrt(expected * (1 - expected) / 300))


def logit_of(scenario: Scenario, name: str, *bodies: happened.Body) -> float:
    world = peace(scenario)
    for body in bodies:
        world.emit(body, world.turn_event, EVERYONE)
    home = next(each for each in scenario.nations if each.id == name)
    return honour_logit(scenario, world.situation, home, scenario.objectives[0], 0.0, world.now, 0.0)


def test_7_30_what_tells_allies_apart_counts_against_their_mean() -> None:
    """South's stake is .6, West's .5; South's treaty with North is plain, West has none: .9 against .5."""
    treaty = Agreement(id="treaty", kind="mutual_defence", parties=("north", "south"), clarity=0.9)
    bound = calm_crisis(agreements=(treaty,))
    assert logit_of(bound, "south") == pytest.approx(-0.36 + 0.05 + 0.2)
    assert logit_of(bound, "west") == pytest.approx(-0.36 - 0.05 - 0.2)


def test_7_30_support_and_trust_count_against_where_they_stood() -> None:
    scenario = calm_crisis()
    before = logit_of(scenario, "south")
    lost = happened.SupportMoved(nation="south", change=-0.2, support=0.4, capital=5.0, why="false_alarm")
    assert logit_of(scenario, "south", lost) == pytest.approx(before - 2.0 * 0.2)
    broken = happened.TrustChanged(holder="south", other="north", promise="force", kept=False, alpha=3.0, beta=3.0)
    assert logit_of(scenario, "south", broken) == pytest.approx(before - (0.6 - 0.5))


def test_7_30_the_simulated_rate_is_the_measured_one() -> None:
    """41 % of defence pacts were kept (Berkemeier & Fuhrmann 2018). Over all moods, without forces or commitments, an
    ally's chance of fighting is 42.2 %: the mood pulls it towards a half by a point.
    """
    scenario = calm_crisis()
    world = peace(scenario)
    rates = []
    for home in scenario.nations[1:]:
        moods = [normal((index + 0.5) / 2000) for index in range(2000)]
        chances = [
            chance(honour_logit(scenario, world.situation, home, scenario.objectives[0], 0.0, 0, mood))
            for mood in moods
        ]
        rates.append(sum(chances) / len(chances))
    assert sum(rates) / len(rates) == pytest.approx(0.422, abs=0.001)
    assert sum(rates) / len(rates) == pytest.approx(scenario.doctrine.threat.prior_resolve, abs=0.015)


def test_7_30_everybody_hears_who_fights() -> None:
    world = war(ALL_COME)
    decided = of_kind(world.log, "honour_decided")
    assert told(decided) == ["D+0T00:00 honour_decided south", "D+0T00:00 honour_decided west"]
    assert {event.audience for event in decided} == {EVERYONE}
    assert world.situation.honoured == {"south": True, "west": True}


# --- 7.31 the fighting ---------------------------------------------------------------------------------------


def test_7_31_the_hold_moves_every_six_hours() -> None:
    """dx/dt = (2 P - 1) / T_fait, both sides losing 3 % a day; nobody comes."""
    world = war()
    world.run_to(at(12), stop_at_flash=False)
    contested = of_kind(world.log, "objective_contested")
    once = step(8.0, 1.5)  # what both lose leaves their ratio as it is
    assert [event.body.held for event in contested] == pytest.approx([once, 2 * once], abs=1e-6)
    assert [event.time for event in contested] == [at(6), at(12)]


def test_7_31_the_adversary_goes_on_mobilising() -> None:
    world = peace(calm_crisis(doctrine__threat__honour_base=NOBODY_COMES))
    began = world.emit(happened.AttackBegan(adversary="redland", objective="gate"), world.turn_event, EVERYONE)
    world.emit(happened.RungChanged(adversary="redland", old=5, new=8, mobilisation=0.7), began, ("red",))
    world.run_to(at(6), stop_at_flash=False)
    assert held(world) == pytest.approx(step(8.0 * (0.7 + 0.25 / 12), 1.5), abs=1e-6)


def test_7_31_capable_forces_of_those_who_fight_defend_and_take_losses_from_then_on() -> None:
    """South's tanks join at the first step; a day later both they and the rest have lost."""
    world = war(ALL_COME, capable=("s-tank",))
    world.run_to(at(6), stop_at_flash=False)
    assert told(of_kind(world.log, "force_engaged")) == ["D+0T06:00 force_engaged s-tank gate"]
    lost = 0.97**0.25
    first = step(8.0 * lost, 1.5 * lost + TANKS)
    assert held(world) == pytest.approx(first, abs=1e-6)
    world.run_to(at(12), stop_at_flash=False)
    second = step(8.0 * 0.97**0.5, 1.5 * 0.97**0.5 + TANKS * lost)
    assert held(world) == pytest.approx(first + second, abs=1e-6)


def test_7_31_tight_rules_of_engagement_give_the_first_blow_away() -> None:
    """In the first six hours, what stood there counts a fifth less when its owner may only fire back."""
    world = peace(calm_crisis(doctrine__threat__honour_base=NOBODY_COMES))
    world.emit(happened.RulesSet(nation="north", force=None, rules="tight"), world.turn_event, ALLIES)
    arrive(world, "n-guard")
    attack(world)
    world.run_to(at(6), stop_at_flash=False)
    lost, guard = 0.97**0.25, 0.5 * 0.9 * 0.8  # readiness .9, interoperability .5
    first = step(8.0 * lost, 0.8 * (1.5 * lost + guard))
    assert held(world) == pytest.approx(first, abs=1e-6)
    world.run_to(at(12), stop_at_flash=False)
    second = step(8.0 * 0.97**0.5, 1.5 * 0.97**0.5 + guard * lost)
    assert held(world) == pytest.approx(first + second, abs=1e-6)


def test_7_31_forces_of_those_who_do_not_fight_stand_by_but_the_owners_fight() -> None:
    world = war(NOBODY_COMES, capable=("n-guard", "s-tank"))
    world.run_to(at(6), stop_at_flash=False)
    assert told(of_kind(world.log, "force_engaged")) == ["D+0T06:00 force_engaged n-guard gate"]


def test_7_31_it_is_not_over_before_three_days() -> None:
    """The Gate has fallen after two and a half days; until the third is over it can still be retaken."""
    world = war()
    world.run_to(20 * DAY, stop_at_flash=False)
    decided = the(world.log, "objective_decided")
    assert decided.body == happened.ObjectiveDecided(objective="gate", held=1.0)
    assert decided.time == at(72)
    assert behind(world.log, decided)[0] == "objective_contested"


def test_7_31_an_attack_that_is_held_is_over_after_three_days() -> None:
    objective = replace(calm_crisis().objectives[0], defence=50.0)
    world = war(objectives=(objective,), doctrine__combat__fight_cost=-9.0)
    world.run_to(20 * DAY, stop_at_flash=False)
    decided = the(world.log, "objective_decided")
    assert (decided.body, decided.time) == (happened.ObjectiveDecided(objective="gate", held=0.0), at(72))


def test_7_31_each_attack_is_fought_once() -> None:
    """A second adversary with another aim has no part in it."""
    first = calm_crisis(doctrine__threat__honour_base=NOBODY_COMES)
    isle = replace(first.objectives[0], id="isle", name="Isle", at="isle", weight=0.5)
    other = replace(first.adversaries[0], id="pinkland", aim="isle")
    scenario = replace(first, objectives=(*first.objectives, isle), adversaries=(*first.adversaries, other))
    world = peace(scenario)
    attack(world)
    world.run_to(at(6), stop_at_flash=False)
    assert told(of_kind(world.log, "objective_contested")) == ["D+0T06:00 objective_contested gate"]


# --- 7.32 committing -----------------------------------------------------------------------------------------


def test_7_32_a_government_can_send_its_forces_in_after_all() -> None:
    world = war(NOBODY_COMES, capable=("s-tank",))
    world.run_to(at(6), stop_at_flash=False)
    assert not world.situation.honoured["south"]
    view = view_of(world.scenario, "south", world.log)
    order = CommitForce(force="s-tank", objective="gate")
    assert legal(view, order) is None
    assert order in options(view)
    world.decide("south", order, None)
    world.run_to(at(12), stop_at_flash=False)
    assert told(of_kind(world.log, "force_committed", "force_engaged")) == [
        "D+0T06:00 force_committed south s-tank gate",
        "D+0T12:00 force_engaged s-tank gate",
    ]
    assert legal(view_of(world.scenario, "south", world.log), order) == "the force is already committed"


def test_7_32_to_overturn_the_reflex_to_stand_aside_costs_political_capital_once() -> None:
    """South is asked 2 for its first force and nothing for its second; who fights anyway is asked nothing."""
    for base, spent in ((NOBODY_COMES, [2.0]), (ALL_COME, [])):
        world = war(base, capable=("s-tank", "s-para"))
        for force in ("s-tank", "s-para"):
            world.decide("south", CommitForce(force=force, objective="gate"), None)
        assert [event.body.spent for event in of_kind(world.log, "capital_spent")] == spent
        assert world.situation.honoured["south"]


def test_7_32_a_government_without_credit_cannot_overturn_its_reflex() -> None:
    tank, para = (CommitForce(force=force, objective="gate") for force in ("s-tank", "s-para"))
    world = war(NOBODY_COMES, capable=("s-tank", "s-para"))
    world.emit(happened.CapitalSpent(nation="south", spent=7.0, left=3.0), world.turn_event, ("south",))
    view = view_of(world.scenario, "south", world.log)
    assert (price(view, tank), price(view, para, [tank])) == (2, 0)
    assert legal(view, para, [tank]) is None
    world.emit(happened.CapitalSpent(nation="south", spent=2.0, left=1.0), world.turn_event, ("south",))
    view = view_of(world.scenario, "south", world.log)
    assert legal(view, tank) == "costs 2 political capital; 1.0 is left"


def test_7_32_committing_meets_the_obligation_to_the_ally_under_attack() -> None:
    world = world_with(calm_crisis(), Bonds)
    world.emit(happened.AttackBegan(adversary="redland", objective="gate"), world.turn_event, EVERYONE)
    before = trust(world.scenario, world.situation, "north", "south", 0)
    body = happened.ForceCommitted(nation="south", force="s-tank", objective="gate")
    world.emit(body, world.turn_event, EVERYONE)
    assert trust(world.scenario, world.situation, "north", "south", 0) > before


def test_7_32_only_what_is_there_or_on_its_way_can_be_committed() -> None:
    world = war(NOBODY_COMES)
    view = view_of(world.scenario, "south", world.log)
    assert legal(view, CommitForce(force="s-tank", objective="gate")) == (
        "the force is neither capable at gate nor on its way there"
    )
    assert legal(view, CommitForce(force="s-tank", objective="isle")) == "there is no fighting over 'isle'"
    order = happened.ActivationOrdered(forces=("s-tank",), strength=1.0)
    world.emit(happened.ForceOffered(nation="south", force="s-tank"), world.turn_event, ALLIES, "m1")
    world.emit(order, world.turn_event, ALLIES, "m1")
    view = view_of(world.scenario, "south", world.log)
    assert legal(view, CommitForce(force="s-tank", objective="gate")) is None


# --- 7.33 counter-attack and evacuation ----------------------------------------------------------------------


def test_7_33_a_counter_attack_counts_a_quarter_more_and_costs_twice_as_much() -> None:
    world = war(ALL_COME, capable=("s-tank",))
    world.run_to(at(6), stop_at_flash=False)
    order = CounterAttack(objective="gate", forces=("s-tank",))
    assert legal(view_of(world.scenario, "commander", world.log), order) is None
    before = held(world)
    world.decide("commander", order, None)
    world.run_to(at(12), stop_at_flash=False)
    lost, twice = 0.97**0.5, 0.94**0.25
    assert held(world) - before == pytest.approx(step(8.0 * lost, 1.5 * lost + 1.25 * TANKS * twice), abs=1e-6)
    assert legal(view_of(world.scenario, "commander", world.log), order) == "'s-tank' counter-attacks already"


def test_7_33_a_counter_attack_needs_forces_that_fight() -> None:
    world = war(NOBODY_COMES, capable=("s-tank",))
    world.run_to(at(6), stop_at_flash=False)
    view = view_of(world.scenario, "commander", world.log)
    assert legal(view, CounterAttack(objective="gate", forces=("s-tank",))) == (
        "'s-tank' does not fight there; no reinforcement does"
    )
    assert legal(view, CounterAttack(objective="gate", forces=())) == "a counter-attack needs forces"


def test_7_33_an_evacuated_force_is_saved_and_no_longer_counts() -> None:
    """By sea from the Gate to South Port: four days of loading, two sailings there and one back of ten hours each."""
    world = war(ALL_COME, capable=("s-tank",))
    world.run_to(at(6), stop_at_flash=False)
    order = Evacuate(force="s-tank", to="sport")
    assert legal(view_of(world.scenario, "commander", world.log), order) is None
    world.decide("south", order, None)
    state = world.situation.forces["s-tank"]
    assert (state.status, state.bound_for) == ("moving", "sport")
    world.run_to(at(12), stop_at_flash=False)
    assert not world.situation.battles["gate"].engaged
    world.run_to(at(200), stop_at_flash=False)
    assert (state.status, state.at, state.activated) == ("home", "sport", None)
    assert the(world.log, "evacuation_ended").time == the(world.log, "force_evacuated").body.due


# --- 7.34 cease-fire -----------------------------------------------------------------------------------------


def test_7_34_the_adversary_refuses_while_it_can_hope_for_more() -> None:
    world = war()
    world.run_to(at(6), stop_at_flash=False)
    world.decide("hq", CeaseFire(objective="gate"), None)
    assert told(world.log[-2:]) == ["D+0T06:00 cease_fire_offered gate", "D+0T06:00 cease_fire_refused gate"]
    assert not world.situation.battles["gate"].offered


def test_7_34_it_offers_one_itself_when_it_holds_what_it_can_hold() -> None:
    """Its chance of success stays .925; from a hold of .825 on it would stop there. The alliance need only agree."""
    world = war()
    world.run_to(at(60), stop_at_flash=False)
    offered = the(world.log, "cease_fire_offered")
    assert held(world) > 0.825
    assert offered.body.side == "adversary"
    order = CeaseFire(objective="gate")
    assert legal(view_of(world.scenario, "north", world.log), order) is None
    world.decide("north", order, None)
    assert told(world.log[-2:]) == ["D+2T12:00 cease_fire_agreed gate", "D+2T12:00 objective_decided gate"]
    kept = held(world)
    world.run_to(20 * DAY, stop_at_flash=False)
    assert held(world) == kept
    assert legal(view_of(world.scenario, "north", world.log), order) == "there is no fighting over 'gate'"


def test_7_34_who_speaks_for_the_alliance() -> None:
    world = war()
    order = CeaseFire(objective="gate")
    for seat in ("north", "hq", "red"):
        assert legal(view_of(world.scenario, seat, world.log), order) is None
    south = view_of(world.scenario, "south", world.log)
    assert legal(south, order) == "for the alliance north or the Secretary-General speaks"


def test_7_34_nobody_answers_for_a_red_seat_that_commands() -> None:
    world = war()
    world.emit(happened.RedTookCommand(adversary="redland"), world.turn_event, ("red",))
    world.run_to(at(60), stop_at_flash=False)
    assert not of_kind(world.log, "cease_fire_offered")
    world.decide("hq", CeaseFire(objective="gate"), None)
    assert world.log[-1].body.kind == "cease_fire_offered"


def test_7_34_a_red_seat_that_speaks_answers_for_itself() -> None:
    world = war()
    world.run_to(at(6), stop_at_flash=False)
    world.decide("red", CeaseFire(objective="gate"), None)
    world.decide("hq", CeaseFire(objective="gate"), None)
    assert the(world.log, "cease_fire_agreed").body.held == held(world)
