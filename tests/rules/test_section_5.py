"""docs/model.md section 5: how a staff weighs what it sees, and what it does not see."""

from dataclasses import replace
from math import exp, lgamma, log
from statistics import NormalDist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.scoring.logs import Log
from tests.worlds import INDICATORS, NORTH, crisis, doctrine, view_of
from wargame.model.clock import DAY
from wargame.model.happenings import AttackBegan
from wargame.model.scenario import HYPOTHESES, Indicator, Rates
from wargame.rules.assessment import (
    assess,
    attack_probability,
    evidence,
    in_words,
    missed,
    pooled,
    prior,
    probabilities,
    report,
    staff,
    together,
    typical_weight,
    weight,
    weights,
)
from wargame.rules.detection import Criterion, coverage, hit, mistake, sensitivity
from wargame.rules.fusion import Ledger
from wargame.rules.statements import due_statement, due_turn, next_due

INTELLIGENCE = doctrine().intelligence
AGREED = replace(INTELLIGENCE, service_favour=0.0, service_lean=0.0)
"""Services that do not differ."""
DEAF = (0.0, 0.0)
PRIOR = {"routine": 0.42, "exercise": 0.25, "coercion": 0.2, "limited_attack": 0.1, "major_attack": 0.03}
rate = st.floats(0.01, 5.0)
rates = st.builds(Rates, routine=rate, exercise=rate, coercion=rate, limited_attack=rate, major_attack=rate)


# --- 5.6 what a report says ----------------------------------------------------------------------------------


def test_5_6_before_any_evidence_stand_the_base_rates() -> None:
    """Priors of exercise, coercion, limited and major attack; routine is the rest."""
    assert probabilities(prior(INTELLIGENCE)) == pytest.approx(tuple(PRIOR.values()))
    assert attack_probability(prior(INTELLIGENCE)) == pytest.approx(0.13)


def test_5_6_a_trusted_report_multiplies_odds_by_the_ratio_of_rates() -> None:
    """log-odds += w ln(rate_h / rate_routine), w = 1 for A1."""
    columns = INDICATORS[0].rates
    assert weight(INTELLIGENCE, "A", 1) == 1.0
    assert report(columns) == pytest.approx((0.0, log(10), log(4), log(10), log(15)))


def test_5_6_an_untrusted_one_by_less() -> None:
    """w is the product of the source's and the content's weight."""
    whole = report(INDICATORS[0].rates)
    assert weight(INTELLIGENCE, "C", 3) == pytest.approx(0.65 * 0.65)
    assert report(INDICATORS[0].rates, weight(INTELLIGENCE, "C", 3)) == pytest.approx(
        [0.65 * 0.65 * each for each in whole]
    )
    *graded, unknown = weights(INTELLIGENCE)
    assert graded == sorted(graded, reverse=True)
    assert graded[0] == 1.0
    assert graded[-1] < unknown < graded[-2]  # what cannot be judged is worth little, but more than what is doubted


def test_5_6_each_service_makes_more_of_its_own_kind_of_sensors() -> None:
    """A quarter more, and a quarter less of the others': columns are seen by imagery, blood by agents."""
    columns, blood = INDICATORS
    for indicator, civil, military in ((columns, 0.75, 1.25), (blood, 1.25, 0.75)):
        whole = report(indicator.rates, 0.5)
        says = evidence(INTELLIGENCE, indicator, 0.5)
        assert says[0] == pytest.approx([civil * each for each in whole])
        assert says[1] == pytest.approx([military * each for each in whole])
        assert pooled(says) == pytest.approx(whole, abs=1e-6)


def test_5_6_the_civil_service_begins_below_the_base_rate_and_the_military_above() -> None:
    """Log-odds of an attack differ by the lean to either side; of anything else not at all."""
    civil, military = staff(INTELLIGENCE, INDICATORS, DEAF).prior
    base = prior(INTELLIGENCE)
    assert civil == pytest.approx((*base[:3], base[3] - 0.4, base[4] - 0.4))
    assert military == pytest.approx((*base[:3], base[3] + 0.4, base[4] + 0.4))
    assert attack_probability(civil) < attack_probability(base) < attack_probability(military)


def test_5_6_the_national_estimate_is_their_mean_in_log_odds() -> None:
    assert pooled([(0.0, 1.0, 2.0, -3.0, 0.5), (0.0, 2.0, 4.0, 1.0, 0.5)]) == (0.0, 1.5, 3.0, -1.0, 0.5)
    both = staff(INTELLIGENCE, INDICATORS, DEAF)
    assert pooled(both.prior) == pytest.approx(prior(INTELLIGENCE), abs=1e-6)


def test_5_6_what_comes_together_is_weighed_together() -> None:
    columns, blood = (evidence(INTELLIGENCE, each, 1.0) for each in INDICATORS)
    both = staff(INTELLIGENCE, INDICATORS, DEAF)
    at_once = assess(both, (), DAY, together([(columns, 0.7), (blood, 0.4)]))
    first = assess(both, (), DAY, evidence(INTELLIGENCE, INDICATORS[0], 0.7))
    in_turn = assess(both, first, 0, evidence(INTELLIGENCE, INDICATORS[1], 0.4))
    for one, other in zip(at_once, in_turn, strict=True):
        assert one == pytest.approx(other, abs=1e-5)


# --- 5.7 silence, and fading ---------------------------------------------------------------------------------


def posterior(counts: list[int], looks: list[float], seen: list[Rates], days: float) -> list[float]:
    """Probabilities of the hypotheses by Bayes' rule on Poisson counts, written out."""
    weights = []
    for hypothesis in HYPOTHESES:
        likelihood = 0.0
        for count, share, each in zip(counts, looks, seen, strict=True):
            expected = getattr(each, hypothesis) * share * days
            likelihood += count * log(expected) - expected - lgamma(count + 1)
        weights.append(log(PRIOR[hypothesis]) + likelihood)
    top = max(weights)
    parts = [exp(weight - top) for weight in weights]
    return [part / sum(parts) for part in parts]


@given(
    st.lists(st.tuples(rates, st.floats(0.05, 1.0), st.integers(0, 4)), min_size=1, max_size=4),
    st.floats(0.1, 0.95),
    st.floats(0.5, 20.0),
    st.randoms(use_true_random=False),
)
def test_5_7_without_forgetting_it_is_the_exact_posterior(watched, noticed: float, days: float, chance) -> None:
    """Reports at their instants and silence between them give Bayes' posterior on Poisson counts, in any order.

    Evidence is taken here at its full weight by both services: reports are A1, and what silence is discounted by is
    given back.
    """
    indicators = [
        Indicator(id=f"i{index}", text="-", category="cyber", discipline="imagery", rates=each)
        for index, (each, _, _) in enumerate(watched)
    ]
    looks = [noticed * share for _, share, _ in watched]
    parameters = replace(AGREED, memory_days=1e12)
    desk = staff(parameters, indicators, [each / typical_weight(INTELLIGENCE) for each in looks])
    reports = [indicator for indicator, (_, _, count) in zip(indicators, watched, strict=True) for _ in range(count)]
    chance.shuffle(reports)
    times = sorted(chance.randrange(1, round(days * DAY)) for _ in reports)
    services: tuple[tuple[float, ...], ...] = ()
    before = 0
    for time, seen in zip(times, reports, strict=True):
        services = assess(desk, services, time - before, evidence(parameters, seen, weight(INTELLIGENCE, "A", 1)))
        before = time
    services = assess(desk, services, round(days * DAY) - before, None)
    exact = posterior([each[2] for each in watched], looks, [each[0] for each in watched], days)
    assert probabilities(pooled(services)) == pytest.approx(exact, abs=1e-4)


def test_5_7_silence_speaks_for_routine_and_only_from_sensors_that_look() -> None:
    """LLR of silence: -(rate_h - rate_routine) days coverage hit, summed over the indicators."""
    assert missed(INDICATORS, [0.5, 0.0]) == pytest.approx((0.0, 0.45, 0.15, 0.45, 0.7))
    assert missed(INDICATORS, [0.0, 0.0]) == pytest.approx((0.0,) * 5)


def test_5_7_silence_weighs_as_much_as_a_typical_report() -> None:
    """Its ratio is taken times the mean weight of reports, .7675 for their sources by .75 for their contents."""
    typical = typical_weight(INTELLIGENCE)
    assert typical == pytest.approx(0.7675 * 0.75)
    quiet = assess(staff(replace(AGREED, memory_days=1e12), INDICATORS, (0.25, 0.4)), (), 2 * DAY, None)
    full = missed(INDICATORS, [0.25, 0.4])
    expected = [base - 2.0 * typical * each for base, each in zip(prior(INTELLIGENCE), full, strict=True)]
    assert pooled(quiet) == pytest.approx(expected, abs=1e-5)


def test_5_7_a_service_is_as_deaf_to_the_silence_of_sensors_as_to_their_reports() -> None:
    """Blood alone is watched, by agents: its silence calms the civil service more."""
    civil, military = staff(INTELLIGENCE, INDICATORS, (0.0, 0.5)).missed
    assert civil == pytest.approx([each * 1.25 / 0.75 for each in military])


def test_5_7_old_evidence_fades_to_the_prior_by_half_in_memory_days() -> None:
    deaf = staff(INTELLIGENCE, INDICATORS, DEAF)
    raised = tuple(tuple(each + 2.0 for each in base) for base in deaf.prior)
    after = assess(deaf, raised, 10 * DAY, None)
    for base, faded in zip(deaf.prior, after, strict=True):
        assert faded == pytest.approx([each + 1.0 for each in base], abs=1e-6)
    assert assess(deaf, raised, 0, None) == tuple(tuple(round(each, 6) for each in base) for base in raised)


@given(st.lists(st.integers(0, 5 * DAY), min_size=1, max_size=6))
def test_5_7_it_makes_no_difference_how_often_silence_is_weighed(gaps: list[int]) -> None:
    desk = staff(INTELLIGENCE, INDICATORS, (0.4, 0.6))
    services: tuple[tuple[float, ...], ...] = ()
    for gap in gaps:
        services = assess(desk, services, gap, None)
    assert pooled(services) == pytest.approx(pooled(assess(desk, (), sum(gaps), None)), abs=1e-4)


# --- 5.3, 5.4, 5.13, 5.14 detection --------------------------------------------------------------------------


def test_5_3_coverage_is_that_of_the_discipline_that_can_see_it() -> None:
    assert coverage(INTELLIGENCE, NORTH, INDICATORS[0]) == 0.5
    assert coverage(INTELLIGENCE, NORTH, INDICATORS[1]) == 0.8
    assert coverage(INTELLIGENCE, replace(NORTH, collection=()), INDICATORS[0]) == 0.0


def test_5_3_hits_and_mistakes_lie_half_the_distance_to_either_side_of_the_criterion() -> None:
    """Phi(d'/2 - c) and Phi(-d'/2 - c): .67 and .15 by default."""
    apart = sensitivity(INTELLIGENCE, 0.5)
    assert apart == 1.5
    assert hit(apart, 0.3) == pytest.approx(NormalDist().cdf(0.45))
    assert mistake(apart, 0.3) == pytest.approx(NormalDist().cdf(-1.05))
    assert hit(0.0, 0.3) == mistake(0.0, 0.3)  # nothing told apart


def test_5_3_better_sensors_see_more_and_are_mistaken_less() -> None:
    """Surveillance adds 1 a unit above the middle to d', deception takes .6 a unit; d' is never negative."""
    assert sensitivity(INTELLIGENCE, 1.0) == 2.0
    assert sensitivity(INTELLIGENCE, 0.5, deception=1.0) == pytest.approx(0.9)
    assert sensitivity(replace(INTELLIGENCE, sensitivity=0.5), 0.0, deception=1.0) == 0.0
    good, poor = sensitivity(INTELLIGENCE, 0.9), sensitivity(INTELLIGENCE, 0.1)
    assert hit(good, 0.3) > hit(poor, 0.3)
    assert mistake(good, 0.3) < mistake(poor, 0.3)


def test_5_13_each_false_alarm_raises_the_criterion_and_it_relaxes_by_half_in_a_week() -> None:
    watch = Criterion()
    assert watch.now(INTELLIGENCE, 5 * DAY) == 0.3
    watch.cry_wolf(0.2, INTELLIGENCE, 5 * DAY)
    assert watch.now(INTELLIGENCE, 5 * DAY) == pytest.approx(0.5)
    assert watch.now(INTELLIGENCE, 12 * DAY) == pytest.approx(0.4)
    watch.cry_wolf(0.2, INTELLIGENCE, 12 * DAY)
    assert watch.now(INTELLIGENCE, 12 * DAY) == pytest.approx(0.6)
    assert watch.now(INTELLIGENCE, 19 * DAY) == pytest.approx(0.45)


def test_5_14_a_tasked_discipline_sees_more_of_that_and_less_of_everything_else() -> None:
    """Half of what it overlooked, for three tenths of what else it covered."""
    columns, blood = INDICATORS
    assert coverage(INTELLIGENCE, NORTH, columns, tasked="columns") == pytest.approx(0.75)
    assert coverage(INTELLIGENCE, NORTH, columns, tasked="tanks") == pytest.approx(0.35)
    assert coverage(INTELLIGENCE, replace(NORTH, collection=()), blood, tasked="blood") == 0.0


# --- 5.16 nothing is counted twice ---------------------------------------------------------------------------


def test_5_16_a_second_sensor_adds_what_the_first_left_open() -> None:
    """`(1 - w1) w2`: with two independent reports the chance that at least one is to be trusted."""
    ledger: Ledger[str] = Ledger(10.0)
    assert ledger.add("x", "north", 0.6, 0) == pytest.approx(0.6)
    assert ledger.add("x", "south", 0.5, 0) == pytest.approx(0.2)
    assert ledger.add("y", "south", 0.5, 0) == pytest.approx(0.5)


def test_5_16_what_comes_from_one_sensor_counts_once_whoever_passes_it_on() -> None:
    ledger: Ledger[str] = Ledger(10.0)
    ledger.add("x", "north", 0.6, 0)
    assert ledger.add("x", "north", 0.6, 0) == 0.0
    assert ledger.add("x", "north", 0.85, 0) == pytest.approx(0.25)  # the same, better vouched for
    assert ledger.add("x", "media", 0.4, 0) == 0.0


def test_5_16_a_whole_report_leaves_nothing_open() -> None:
    ledger: Ledger[str] = Ledger(10.0)
    assert ledger.add("x", "north", 1.0, 0) == 1.0
    assert ledger.add("x", "south", 1.0, 0) == 0.0


def test_5_4_what_is_disproved_is_taken_back_as_far_as_it_has_not_faded() -> None:
    """The assessment afterwards is the one that would be without it."""
    ledger: Ledger[str] = Ledger(INTELLIGENCE.memory_days)
    desk = staff(INTELLIGENCE, INDICATORS, (0.4, 0.6))
    with_it = assess(desk, (), DAY, evidence(INTELLIGENCE, INDICATORS[1], ledger.add("x", "north", 0.7, DAY)))
    left = ledger.take_back("x", 5 * DAY)
    assert left == pytest.approx(0.7 * 0.5**0.4)
    after = assess(desk, with_it, 4 * DAY, evidence(INTELLIGENCE, INDICATORS[1], -left))
    for one, other in zip(after, assess(desk, (), 5 * DAY, None), strict=True):
        assert one == pytest.approx(other, abs=1e-5)
    assert ledger.take_back("x", 5 * DAY) == 0.0


# --- 5.12 statements that are due ----------------------------------------------------------------------------


def test_5_12_a_statement_is_due_in_the_first_turn_and_every_fourth_from_there() -> None:
    assert [turn for turn in range(14) if due_turn(INTELLIGENCE, turn)] == [1, 5, 9, 13]
    assert [next_due(INTELLIGENCE, turn) for turn in range(1, 7)] == [1, 5, 5, 5, 5, 9]


def test_5_12_none_is_due_once_an_objective_is_attacked() -> None:
    """Nor is there anything more to be warned of."""
    log = Log()
    log.turn(24.0, 5)
    assert due_statement(INTELLIGENCE, view_of(crisis(), "south", log).situation)
    log.add(24.0, AttackBegan(adversary="redland", objective="gate"))
    log.turn(24.0, 5)
    assert not due_statement(INTELLIGENCE, view_of(crisis(), "south", log).situation)


@given(st.lists(st.floats(-50, 50), min_size=5, max_size=5))
def test_5_6_probabilities_are_probabilities(odds: list[float]) -> None:
    chances = probabilities(odds)
    assert sum(chances) == pytest.approx(1.0)
    assert attack_probability(odds) == pytest.approx(chances[3] + chances[4])


def test_5_6_huge_odds_do_not_overflow() -> None:
    assert probabilities((0.0, 0.0, 0.0, 0.0, 5000.0)) == (0.0, 0.0, 0.0, 0.0, 1.0)


# --- 5.8 words -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (0.0, 0.0499, "remote"),
        (0.05, 0.1999, "very unlikely"),
        (0.20, 0.4499, "unlikely"),
        (0.45, 0.5499, "roughly even"),
        (0.55, 0.7999, "likely"),
        (0.80, 0.9499, "very likely"),
        (0.95, 1.0, "almost certain"),
    ],
)
def test_5_8_probabilities_are_told_in_the_words_of_icd_203(low: float, high: float, words: str) -> None:
    assert {in_words(low), in_words((low + high) / 2), in_words(high)} == {words}
