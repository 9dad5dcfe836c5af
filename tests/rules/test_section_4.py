"""docs/model.md section 4: the adversary's strength, belief, fear, utilities and choice."""

from dataclasses import replace
from math import exp, log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.worlds import doctrine
from wargame.model.doctrine import TypeParameters
from wargame.rules.belief import Ally, chance, faded, presence, resolve, will
from wargame.rules.choice import Choice, Opening, choices, margin, quantal_response
from wargame.rules.contest import integration, success
from wargame.rules.threat import Reinforcement, Standing, days_to_ready, hybrid_level, mobilised, shows
from wargame.rules.utility import (
    attack_utility,
    back_down_utility,
    believed,
    climb_utility,
    concession_chance,
    demand_utility,
    fear,
    feint_utility,
    hold_utility,
    hybrid_utility,
    odds,
    stay_utility,
    weakest_link,
    wedge_utility,
)

THREAT = doctrine().threat
TYPES = doctrine().types
strengths = st.floats(0.01, 50.0)
utilities = st.lists(st.floats(-3.0, 3.0), min_size=2, max_size=5)


def logit(probability: float) -> float:
    return log(probability / (1.0 - probability))


def ally(resolve: float, nation: str = "south", weight: float = 1.0) -> Ally:
    """One that it believes in so far before any forces are there."""
    return Ally(nation, weight, -99.0 if resolve == 0.0 else 99.0 if resolve == 1.0 else logit(resolve))


def standing(resolve: float = 0.0, **changes) -> Standing:
    """At rung 4, mobilised and unopposed, against 1.5 BE with 8, with one ally that it believes in as said."""
    base = Standing(
        rung=4,
        rung_days=0.0,
        mobilisation=1.0,
        strength=8.0,
        defence=1.5,
        value=1.0,
        allies=(ally(resolve),),
        reinforcements=(),
    )
    return replace(base, **changes)


# --- 4.2 mobilisation ----------------------------------------------------------------------------------------


def test_4_2_mobilisation_goes_from_3_to_7_tenths_in_4_8_days() -> None:
    """At rung 4 and above M rises by 1/T_mob a day."""
    assert mobilised(THREAT, 4, 0.3, 4.8) == pytest.approx(0.7)
    assert mobilised(THREAT, 5, 0.3, 2.4) == pytest.approx(0.5)


def test_4_2_below_rung_4_it_falls_by_1_over_t_demob_a_day() -> None:
    """Below rung 4 M falls by 1/T_demob a day."""
    assert mobilised(THREAT, 3, 0.7, 8.0) == pytest.approx(0.3)
    assert mobilised(THREAT, 0, 0.7, 4.0) == pytest.approx(0.5)


def test_4_2_it_stays_between_none_and_all() -> None:
    assert mobilised(THREAT, 4, 0.9, 100.0) == 1.0
    assert mobilised(THREAT, 3, 0.1, 100.0) == 0.0


def test_4_2_ready_when_mobilised_and_at_rung_4() -> None:
    """t_ready: mobilisation still missing at 1/T_mob a day, and a day and a half for each rung below 4."""
    assert days_to_ready(THREAT, standing(mobilisation=0.3), 4) == pytest.approx(4.8)
    assert days_to_ready(THREAT, standing(mobilisation=0.3), 2) == pytest.approx(4.8 + 3.0)
    assert days_to_ready(THREAT, standing(mobilisation=0.9), 3) == pytest.approx(1.5)
    assert days_to_ready(THREAT, standing(mobilisation=0.7), 5) == 0.0


# --- 4.3 contest ---------------------------------------------------------------------------------------------


def test_4_3_eight_brigades_against_one_and_a_half_win_925_times_in_1000() -> None:
    """P = A^m / (A^m + D^m)."""
    assert success(8.0, 1.5, 1.5) == pytest.approx(0.925, abs=5e-4)
    assert success(8.0, 1.5, 1.5) == pytest.approx(8**1.5 / (8**1.5 + 1.5**1.5))


def test_4_3_limits() -> None:
    """Nothing against something loses, something against nothing wins, equals are even whatever the exponent."""
    assert success(0.0, 1.0, 1.5) == 0.0
    assert success(0.0, 0.0, 1.5) == 0.0
    assert success(1.0, 0.0, 1.5) == 1.0
    assert [success(3.0, 3.0, exponent) for exponent in (0.5, 1.0, 2.5)] == [0.5, 0.5, 0.5]
    assert success(2.0, 1.0, 1.0) == pytest.approx(2 / 3)  # a lottery
    assert success(1.1, 1.0, 1000.0) == pytest.approx(1.0)  # the stronger wins
    assert success(1.0, 1.1, 1000.0) == pytest.approx(0.0)


@given(strengths, strengths, st.floats(0.5, 3.0))
def test_4_3_what_one_side_wins_the_other_loses(attack: float, defence: float, exponent: float) -> None:
    assert success(attack, defence, exponent) + success(defence, attack, exponent) == pytest.approx(1.0)


@given(strengths, strengths, st.floats(0.5, 3.0), st.floats(0.1, 10.0))
def test_4_3_only_the_ratio_counts(attack: float, defence: float, exponent: float, scale: float) -> None:
    assert success(attack * scale, defence * scale, exponent) == pytest.approx(success(attack, defence, exponent))


def test_4_3_reinforcements_count_that_are_there_before_the_grab_is_over() -> None:
    """An attack t days from now meets the forces that are due by t + T_fait, and has the strength mobilised by then."""
    due = Reinforcement(strength=2.0, due=2.0, heavy=True)
    late = Reinforcement(strength=4.0, due=2.01, heavy=True)
    now = odds(THREAT, standing(reinforcements=(due, late)), 0.0)
    assert now.alone == pytest.approx(success(8.0, 1.5, 1.5))
    assert now.allied == pytest.approx(success(8.0, 3.5, 1.5))
    soon = odds(THREAT, standing(reinforcements=(due, late)), 0.5)
    assert soon.allied == pytest.approx(success(8.0, 7.5, 1.5))


def test_4_3_strength_grows_with_mobilisation_and_is_never_nothing() -> None:
    """A(t) = A min(1, M + t/T_mob), and at least a twentieth of A."""
    assert odds(THREAT, standing(mobilisation=0.5), 0.0).alone == pytest.approx(success(4.0, 1.5, 1.5))
    assert odds(THREAT, standing(mobilisation=0.5), 3.0).alone == pytest.approx(success(6.0, 1.5, 1.5))
    assert odds(THREAT, standing(mobilisation=0.5), 30.0).alone == pytest.approx(success(8.0, 1.5, 1.5))
    assert odds(THREAT, standing(mobilisation=0.0), 0.0).alone == pytest.approx(success(0.4, 1.5, 1.5))


# --- 4.4 integration -----------------------------------------------------------------------------------------


def test_4_4_strangers_lose_two_fifths_and_practised_forces_nothing() -> None:
    """iota = 1 - phi (1 - I)."""
    assert integration(1.0, THREAT.integration_loss) == 1.0
    assert integration(0.0, THREAT.integration_loss) == pytest.approx(0.6)
    assert integration(0.5, THREAT.integration_loss) == pytest.approx(0.8)


# --- 4.6 belief ----------------------------------------------------------------------------------------------


def test_4_6_without_words_ties_and_forces_belief_is_the_measured_rate() -> None:
    """r0 = .41, at a cohesion of `cohesion_middle`."""
    assert chance(will(THREAT, 0.0, False, 0.6)) == pytest.approx(0.41)


def test_4_6_words_ties_and_cohesion_add_in_logits() -> None:
    """Over its whole range cohesion adds one logit."""
    base = logit(0.41)
    assert will(THREAT, 0.25, False, 0.6) == pytest.approx(base + 0.25)
    assert will(THREAT, -0.3, True, 0.6) == pytest.approx(base - 0.3 + 0.6)
    assert will(THREAT, 0.0, False, 1.0) - will(THREAT, 0.0, False, 0.0) == pytest.approx(1.0)


def test_4_6_forces_count_by_the_logarithm_and_light_ones_three_tenths() -> None:
    """kappa ln(1 + heavy + .3 light), to the belief in every ally."""
    assert presence(THREAT, 2.0, 1.0) == pytest.approx(0.6 * log(3.3))
    assert presence(THREAT, 0.3, 0.0) == pytest.approx(presence(THREAT, 0.0, 1.0))
    here = standing(0.41, reinforcements=(Reinforcement(2.0, 0.0, True), Reinforcement(9.0, 3.0, True)))
    assert logit(believed(THREAT, here)) == pytest.approx(logit(0.41) + 0.6 * log(3.0))
    assert logit(believed(THREAT, here, 3.0)) == pytest.approx(logit(0.41) + 0.6 * log(12.0))


def test_4_6_each_ally_weighs_as_much_as_its_forces() -> None:
    """Allies of one mind give the alliance-level formula; else r is the mean of theirs, by strength."""
    assert resolve((ally(0.41, "south", 0.7), ally(0.41, "west", 0.3)), 0.0) == pytest.approx(0.41)
    assert resolve((ally(0.9, "south", 0.75), ally(0.1, "west", 0.25)), 0.0) == pytest.approx(0.7)
    assert resolve((), 1.0) == 0.0


def test_4_6_words_halve_in_14_days() -> None:
    assert faded(THREAT, 0.4, 14.0) == pytest.approx(0.2)
    assert faded(THREAT, -0.3, 28.0) == pytest.approx(-0.075)


def test_4_6_a_word_with_nothing_behind_it_wears_by_8_hundredths_a_day() -> None:
    """db/dt = -ln 2 / 14 b - .08: stepped by the hour it comes to the same."""
    stepped, hour = 0.15, 1 / 24
    for _ in range(10 * 24):
        stepped += hour * (-log(2) / 14 * stepped - 0.08)
    assert faded(THREAT, 0.15, 10.0, wearing=True) == pytest.approx(stepped, abs=2e-3)
    assert faded(THREAT, 0.0, 0.01, wearing=True) == pytest.approx(-0.0008, abs=1e-6)
    assert faded(THREAT, 0.15, 1e6, wearing=True) == pytest.approx(-0.08 * 14 / log(2))


@given(st.floats(-2.0, 2.0), st.floats(0.0, 30.0), st.floats(0.0, 30.0), st.booleans())
def test_4_6_words_fade_alike_however_often_one_looks(words: float, one: float, other: float, wearing: bool) -> None:
    at_once = faded(THREAT, words, one + other, wearing)
    assert faded(THREAT, faded(THREAT, words, one, wearing), other, wearing) == pytest.approx(at_once, abs=1e-9)


# --- 4.7 fear ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("heavy", "afraid"), [(0.0, 0.0), (2.0, 0.0), (3.2, 0.25), (4.4, 0.5), (6.8, 1.0), (20.0, 1.0)]
)
def test_4_7_fear_starts_at_a_quarter_of_its_strength_and_is_full_at_85_hundredths(heavy: float, afraid: float) -> None:
    """f = clip((x/A - .25)/.6, 0, 1), x the heavy forces there or seen coming within 2 H."""
    coming = Reinforcement(strength=heavy, due=20.0, heavy=True)
    assert fear(THREAT, standing(reinforcements=(coming,))) == pytest.approx(afraid)


def test_4_7_light_forces_air_defence_and_those_far_off_frighten_nobody() -> None:
    light = Reinforcement(strength=50.0, due=0.0, heavy=False)
    far = Reinforcement(strength=50.0, due=20.01, heavy=True)
    shield = Reinforcement(strength=50.0, due=0.0, heavy=True, frightens=False)
    assert fear(THREAT, standing(reinforcements=(light, far, shield))) == 0.0


# --- 4.8 attack and standing down ----------------------------------------------------------------------------

KIND = TypeParameters(
    waiting=0.005, war_cost=0.7, alliance_cost=0.5, empty_handed=0.1, audience=0.01, fear=0.6, concession=0.2
)


def test_4_8_an_attack_nobody_resists() -> None:
    """EU_att with r = 0 is P0 V - c - (1 - P0) G."""
    chance = success(8.0, 1.5, 1.5)
    assert attack_utility(THREAT, KIND, standing(), 0.0) == pytest.approx(chance - 0.7 - (1 - chance) * 0.1)


def test_4_8_an_attack_on_allies_that_surely_fight() -> None:
    """EU_att with r = 1 is PN V - c - k - (1 - PN) G."""
    allied = standing(1.0, value=2.0, reinforcements=(Reinforcement(2.0, 0.0, True),))
    chance = success(8.0, 3.5, 1.5)
    assert attack_utility(THREAT, KIND, allied, 0.0) == pytest.approx(2 * chance - 1.2 - (1 - chance) * 0.1)


def test_4_8_belief_mixes_the_two() -> None:
    allies = (Reinforcement(2.0, 0.0, True),)
    never, half, surely = (
        attack_utility(THREAT, KIND, standing(r, reinforcements=allies), 0.0)
        for r in (0.0, chance(-presence(THREAT, 2.0, 0.0)), 1.0)
    )
    assert half == pytest.approx((never + surely) / 2)


def test_4_8_standing_down_costs_a_rung_and_what_it_came_for_and_fear() -> None:
    """Without an offer EU_bd(s) = -a s - G - f_bd chi f."""
    assert back_down_utility(THREAT, KIND, standing(), 5) == pytest.approx(-0.05 - 0.1)
    afraid = standing(reinforcements=(Reinforcement(4.4, 0.0, True),))
    assert back_down_utility(THREAT, KIND, afraid, 0) == pytest.approx(-0.1 - 0.6 * 0.5)


def test_4_8_an_offer_pays_for_standing_down_and_saves_it_from_going_empty_handed() -> None:
    """EU_bd(s) = -a s - G (1 - min(1, psi o_c)) + omega o_c - f_bd chi f."""
    kind = replace(KIND, relief=2.0, offer=0.3)
    assert back_down_utility(THREAT, kind, standing(offer=0.25), 5) == pytest.approx(-0.05 - 0.1 * 0.5 + 0.3 * 0.25)
    assert back_down_utility(THREAT, kind, standing(offer=0.8), 0) == pytest.approx(0.3 * 0.8)


def test_4_8_belief_is_that_of_the_day_of_the_attack() -> None:
    """Forces due within t + T_fait count for r as they do for PN."""
    coming = standing(0.41, reinforcements=(Reinforcement(2.0, 6.0, True),))
    for days, there in ((3.9, 0.0), (4.0, 2.0)):
        r = chance(logit(0.41) + presence(THREAT, there, 0.0))
        alone, allied = success(8.0, 1.5, 1.5), success(8.0, 1.5 + there, 1.5)
        expected = (1 - r) * (alone - 0.7 - (1 - alone) * 0.1) + r * (allied - 1.2 - (1 - allied) * 0.1)
        assert attack_utility(THREAT, KIND, coming, days) == pytest.approx(expected)


# --- 4.9 holding and climbing --------------------------------------------------------------------------------


def by_hand(rung: int, rung_days: float, attack: float, attack_in: float, down: float, r: float = 0.0) -> float:
    """EU of staying, written out with the defaults: H 10, tau_d 90, h_lev .02, tau_lev 12, run .004."""
    gives_in = 1 - exp(-0.02 * 10 * (rung / 5) * (1 - r) * exp(-rung_days / 12))
    later = max(exp(-attack_in / 90) * attack - 0.005 * attack_in, exp(-10 / 90) * down)
    return -0.004 * 10 * (rung / 5) ** 2 + gives_in * 0.2 + (1 - gives_in) * later


def test_4_9_holding_when_ready_looks_one_horizon_ahead() -> None:
    """EU_hold = -run H (s/5)^2 + p_c Q + (1 - p_c) max(discounted attack less waiting, discounted standing down)."""
    chance = success(8.0, 1.5, 1.5)
    attack = chance - 0.7 - (1 - chance) * 0.1
    assert hold_utility(THREAT, KIND, standing(rung_days=6.0)) == pytest.approx(by_hand(4, 6.0, attack, 10.0, -0.14))


def test_4_9_sanctions_make_standing_there_dearer_and_nothing_else() -> None:
    """Run H (s/5)^2 is paid 1.6 times; attacking and standing down are worth what they were."""
    free, sanctioned = standing(), standing(dearer=1.6)
    lost = hold_utility(THREAT, KIND, free) - hold_utility(THREAT, KIND, sanctioned)
    assert lost == pytest.approx(0.6 * 0.004 * 10.0 * (4 / 5) ** 2)
    assert attack_utility(THREAT, KIND, sanctioned, 0.0) == attack_utility(THREAT, KIND, free, 0.0)
    assert back_down_utility(THREAT, KIND, sanctioned, 4) == back_down_utility(THREAT, KIND, free, 4)


def test_4_9_holding_while_mobilising_waits_until_ready() -> None:
    half = standing(mobilisation=0.5)
    attack = attack_utility(THREAT, KIND, half, 2.4)
    assert hold_utility(THREAT, KIND, half) == pytest.approx(by_hand(4, 0.0, attack, 2.4, -0.14))


def test_4_9_holding_below_mobilisation_is_a_horizon_and_the_way_up() -> None:
    low = standing(rung=2, mobilisation=1.0)
    attack = attack_utility(THREAT, KIND, low, 13.0)
    assert hold_utility(THREAT, KIND, low) == pytest.approx(by_hand(2, 0.0, attack, 13.0, -0.12))


def test_4_9_the_better_end_counts() -> None:
    """Whoever would lose everything by attacking weighs standing down instead."""
    dear = replace(KIND, war_cost=5.0)
    assert hold_utility(THREAT, dear, standing()) == pytest.approx(by_hand(4, 0.0, -9.0, 10.0, -0.14))


def test_4_9_climbing_is_being_a_rung_higher_with_new_pressure_less_its_cost() -> None:
    """EU_climb: the same at s + 1 with t_s = 0, minus k_climb."""
    attack = attack_utility(THREAT, KIND, standing(), 10.0)
    expected = by_hand(5, 0.0, attack, 10.0, -0.15) - 0.02
    assert climb_utility(THREAT, KIND, standing(rung_days=30.0)) == pytest.approx(expected)


def test_4_9_climbing_to_mobilisation_leaves_only_mobilisation_to_wait_for() -> None:
    """What is still missing for an attack is counted from the new rung."""
    low = standing(rung=3, mobilisation=0.3)
    attack = attack_utility(THREAT, KIND, low, 4.8)
    assert climb_utility(THREAT, KIND, low) == pytest.approx(by_hand(4, 0.0, attack, 4.8, -0.14) - 0.02)


def test_4_9_violent_rungs_cost_more() -> None:
    """k_viol to rungs 6 and 7, k_ser to 7."""

    def step(rung: int) -> float:
        here = standing(rung=rung)
        return stay_utility(THREAT, KIND, here, rung + 1, 0.0) - climb_utility(THREAT, KIND, here)

    assert [step(4), step(5), step(6)] == [pytest.approx(0.02), pytest.approx(0.06), pytest.approx(0.26)]


# --- 4.10 choice ---------------------------------------------------------------------------------------------


def test_4_10_without_precision_only_opportunity_counts() -> None:
    """lambda -> 0: w_a / sum w."""
    assert quantal_response(0.0, (5.0, -1.0, 2.0), (1.0, 2.0, 5.0)) == pytest.approx((0.125, 0.25, 0.625))


def test_4_10_with_endless_precision_the_best_act_is_taken() -> None:
    """lambda -> infinity: the argmax, however small its opportunity."""
    assert quantal_response(1e6, (0.5, 0.501, 0.0), (1.0, 1e-3, 1.0)) == pytest.approx((0.0, 1.0, 0.0))


@given(utilities, st.floats(0.0, 60.0), st.floats(-2.0, 2.0), st.data())
def test_4_10_only_differences_of_utility_count(values: list[float], precision: float, shift: float, data) -> None:
    weights = data.draw(st.lists(st.floats(0.01, 10.0), min_size=len(values), max_size=len(values)))
    before = quantal_response(precision, values, weights)
    after = quantal_response(precision, [value + shift for value in values], weights)
    assert sum(before) == pytest.approx(1.0)
    assert after == pytest.approx(before, abs=1e-9)


@given(utilities, st.floats(0.1, 60.0))
def test_4_10_ratios_are_those_of_the_formula(values: list[float], precision: float) -> None:
    """P(a)/P(b) = w_a/w_b exp(lambda (EU_a - EU_b))."""
    chances = quantal_response(precision, values, [1.0] * len(values))
    for value, each in zip(values, chances, strict=True):
        if min(each, chances[0]) > 1e-300:
            assert log(each / chances[0]) == pytest.approx(precision * (value - values[0]), abs=1e-6)


BARE = Opening()
"""Only the ladder and the attack are open."""


def acts(here: Standing, days: float = 1.0, opening: Opening = BARE) -> dict[str, float]:
    return {each.act: each.weight for each in choices(THREAT, KIND, here, days, opening)}


def test_4_10_opportunities_grow_with_the_time_since_the_last_decision() -> None:
    """w_hold = 1, w_a = days / (tempo tau_a)."""
    assert acts(standing()) == pytest.approx({"hold": 1.0, "climb": 1 / 5.5, "back_down": 1 / 7, "attack": 1 / 3})
    assert acts(standing(), 3.0) == pytest.approx({"hold": 1.0, "climb": 3 / 5.5, "back_down": 3 / 7, "attack": 1.0})
    assert sum(acts(standing(), 0.0).values()) == 1.0  # woken at once, it can only hold


def test_4_10_what_is_open_depends_on_the_rung_and_on_mobilisation() -> None:
    """No way down from 0, no climb past 7, no attack below rung 4 or mobilised less than M_min."""
    assert set(acts(standing(rung=0))) == {"hold", "climb"}
    assert set(acts(standing(rung=1))) == {"hold", "climb", "back_down"}
    assert set(acts(standing(rung=3))) == {"hold", "climb", "back_down"}
    assert set(acts(standing(rung=4, mobilisation=0.69))) == {"hold", "climb", "back_down"}
    assert set(acts(standing(rung=4, mobilisation=0.7))) == {"hold", "climb", "back_down", "attack"}
    assert set(acts(standing(rung=7))) == {"hold", "back_down", "attack"}


def test_4_10_each_choice_says_what_it_was_worth() -> None:
    here = standing(0.4)
    worth = {each.act: each.utility for each in choices(THREAT, KIND, here, 1.0, BARE)}
    assert worth == pytest.approx(
        {
            "hold": hold_utility(THREAT, KIND, here),
            "climb": climb_utility(THREAT, KIND, here),
            "back_down": back_down_utility(THREAT, KIND, here, 4),
            "attack": attack_utility(THREAT, KIND, here, 0.0),
        }
    )


@pytest.mark.parametrize("name", ["opportunist", "coercer", "determined", "desperate"])
def test_4_10_reinforcement_and_belief_make_every_type_less_likely_to_attack(name: str) -> None:
    kind = getattr(TYPES, name)

    def attacks(here: Standing) -> float:
        return next(each.probability for each in choices(THREAT, kind, here, 1.0, BARE) if each.act == "attack")

    alone = attacks(standing(0.41))
    helped = attacks(standing(0.41, reinforcements=(Reinforcement(4.0, 0.0, False),)))
    believed = attacks(standing(0.8, reinforcements=(Reinforcement(4.0, 0.0, False),)))
    assert alone > helped > believed


def test_4_10_what_else_is_open_depends_on_its_appetites() -> None:
    """Each besides holding has the weight days / (tempo tau_a), hybrid attacks and feints times the appetite."""
    wide = Opening(hybrid=0.5, deception=0.2, demands=0, wedge=("south", -0.2))
    beside = {"hybrid": 0.5 / 10, "feint": 0.2 / 5.5, "demand": 1 / 15, "wedge": 1 / 20}
    assert acts(standing(), opening=wide) == pytest.approx(acts(standing()) | beside)
    assert set(acts(standing(rung=2), opening=wide)) == {"hold", "climb", "back_down", "hybrid", "demand", "wedge"}
    assert "feint" not in acts(standing(rung=6), opening=wide)
    assert "hybrid" not in acts(standing(hybrid=1.0), opening=wide)
    assert "climb" not in acts(standing(), opening=Opening(climbing=False))


def test_4_10_where_an_offer_stands_stepping_down_is_accepting_it() -> None:
    offered = acts(standing(), opening=Opening(offered=True))
    assert offered["accept"] == pytest.approx(1 / 7)
    assert "back_down" not in offered


def test_4_10_a_choice_is_close_when_force_is_worth_nearly_as_much_as_peace() -> None:
    """Attacking is a use of force, and so is climbing to 6 or 7; the margin is its utility less the best peaceful."""

    def weighed(rung: int, **utilities: float) -> float | None:
        return margin(standing(rung=rung), [Choice(act, value, 1.0, 0.25) for act, value in utilities.items()])  # type: ignore[arg-type]

    assert weighed(4, hold=0.1, climb=0.9, back_down=-0.2) is None
    assert weighed(4, hold=0.1, climb=0.9, back_down=0.2, attack=0.05) == pytest.approx(-0.15)
    assert weighed(5, hold=0.1, climb=0.3, accept=0.15) == pytest.approx(0.15)


def test_4_10_reinforcement_on_its_way_opens_a_window_for_attack() -> None:
    """Between the announcement and the arrival attacking now is likelier than before the one and after the other."""
    kind = TYPES.determined

    def attacks(due: float | None) -> float:
        coming = () if due is None else (Reinforcement(4.0, due, True, frightens=False),)
        here = standing(0.41, reinforcements=coming)
        return next(each.probability for each in choices(THREAT, kind, here, 1.0, BARE) if each.act == "attack")

    before, between, after = attacks(None), attacks(6.0), attacks(0.0)
    assert between > before > after


# --- 4.16 hybrid attacks, feints, demands, wedges ------------------------------------------------------------


def test_4_16_the_hybrid_level_halves_in_ten_days() -> None:
    assert hybrid_level(THREAT, 0.8, 10.0) == pytest.approx(0.4)


def test_4_16_hybrid_attacks_strain_the_target() -> None:
    """p_c = 1 - exp(-h_lev H (s/5)(1 - r) exp(-t_s/tau_lev)(1 + .5 y))."""
    here = standing(0.41, rung=5, rung_days=6.0, hybrid=0.6)
    expected = 1 - exp(-0.02 * 10 * 1.0 * 0.59 * exp(-0.5) * 1.3)
    assert concession_chance(THREAT, here, 5, 6.0) == pytest.approx(expected)


def test_4_16_what_a_hybrid_attack_is_worth() -> None:
    """EU_hold + Q h_lev H (1 - r) .5 dy (.5 + .1 s) - k_hyb, dy at most .5, and the level at most 1."""
    for level, step in ((0.0, 0.5), (0.8, 0.2)):
        here = standing(0.41, hybrid=level)
        gain = 0.2 * 0.02 * 10 * 0.59 * 0.5 * step * 0.9
        assert hybrid_utility(THREAT, KIND, here, 0.3) == pytest.approx(0.3 + gain - 0.03)


def test_4_17_a_feint_has_the_pressure_of_the_next_rung_for_four_days_of_ten_at_the_price_of_a_climb() -> None:
    here = standing(0.41, rung=4, rung_days=8.0)
    next_rung, same = concession_chance(THREAT, here, 5, 0.0), concession_chance(THREAT, here, 4, 8.0)
    mixed = 1 - (1 - next_rung) ** 0.4 * (1 - same) ** 0.6
    expected = stay_utility(THREAT, KIND, here, 4, 8.0, mixed) - 0.02
    assert feint_utility(THREAT, KIND, here) == pytest.approx(expected)
    assert next_rung > mixed > same


def test_4_18_each_further_demand_presses_half_as_much() -> None:
    here = standing(0.41, rung=5)
    gain = 0.2 * 0.02 * 10 * 0.59 * 0.2
    for demands in range(3):
        expected = 0.1 + gain * 0.5**demands - 0.005
        assert demand_utility(THREAT, KIND, here, 0.1, demands) == pytest.approx(expected)


def test_4_19_wedging_an_ally_is_worth_what_holding_against_a_weaker_one_would_be() -> None:
    here = standing(allies=(ally(0.5, "south", 0.5), ally(0.5, "west", 0.5)))
    weaker = replace(here, allies=(ally(0.5, "south", 0.5), Ally("west", 0.5, -0.2)))
    assert wedge_utility(THREAT, KIND, here, "west", -0.2) == pytest.approx(hold_utility(THREAT, KIND, weaker) - 0.005)


def test_4_19_it_wedges_the_ally_that_belief_hangs_on() -> None:
    """The strong rather than the weak, the doubtful rather than the certain."""
    even = dict.fromkeys(("south", "west"), -0.2)
    assert weakest_link(THREAT, standing(allies=(ally(0.5, "south", 0.7), ally(0.5, "west", 0.3))), even) == "south"
    assert weakest_link(THREAT, standing(allies=(ally(0.98, "south", 0.6), ally(0.5, "west", 0.4))), even) == "west"
    assert weakest_link(THREAT, standing(allies=()), {}) is None


# --- 5.1 what the adversary's doings look like ---------------------------------------------------------------


def test_5_1_what_shows_is_what_an_outsider_would_name() -> None:
    """0 and 1 look like routine, 2 like coercion, 3 like an exercise, 4 and 5 like a limited attack until M is .9."""
    assert [shows(THREAT, rung, 0.5) for rung in range(8)] == [
        "routine",
        "routine",
        "coercion",
        "exercise",
        "limited_attack",
        "limited_attack",
        "major_attack",
        "major_attack",
    ]
    assert shows(THREAT, 4, 0.9) == "major_attack"
    assert shows(THREAT, 3, 1.0) == "exercise"


def test_5_1_a_cover_story_passes_preparations_off_as_an_exercise_until_they_have_gone_too_far() -> None:
    """A share deception (1 - M) of what shows; u says which."""
    assert shows(THREAT, 4, 0.5, deception=0.8, u=0.39) == "exercise"
    assert shows(THREAT, 4, 0.5, deception=0.8, u=0.41) == "limited_attack"
    assert shows(THREAT, 4, 0.9, deception=1.0, u=0.0) == "major_attack"
    assert shows(THREAT, 6, 0.5, deception=1.0, u=0.0) == "major_attack"
    assert shows(THREAT, 2, 0.5, deception=1.0, u=0.0) == "coercion"


def test_5_1_a_feint_shows_one_rung_more_than_there_is() -> None:
    assert [shows(THREAT, rung, 0.5, feint=True) for rung in (3, 4, 5)] == [
        "limited_attack",
        "limited_attack",
        "major_attack",
    ]
    assert shows(THREAT, 3, 0.5, feint=True, deception=1.0, u=0.0) == "limited_attack"  # what is feigned is not covered
