"""docs/model.md section 5: how a staff weighs what it sees, and what it does not see."""

from dataclasses import replace
from math import exp, lgamma, log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.worlds import INDICATORS, NORTH, doctrine
from wargame.model.clock import DAY
from wargame.model.nation import Collection
from wargame.model.scenario import HYPOTHESES, Indicator, Rates
from wargame.rules.assessment import (
    CREDIBILITY,
    RELIABILITY,
    TYPICAL_WEIGHT,
    assess,
    attack_probability,
    coverage,
    in_words,
    missed,
    prior,
    probabilities,
    report,
    staff,
)

INTELLIGENCE = doctrine().intelligence
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
    assert report(columns, "A", 1) == pytest.approx((0.0, log(10), log(4), log(10), log(15)))


def test_5_6_an_untrusted_one_by_less() -> None:
    """w is the product of the source's and the content's weight."""
    whole = report(INDICATORS[0].rates, "A", 1)
    assert report(INDICATORS[0].rates, "C", 3) == pytest.approx([0.65 * 0.65 * each for each in whole])
    for weights in (list(RELIABILITY.values()), list(CREDIBILITY.values())):
        *graded, unknown = weights
        assert graded == sorted(graded, reverse=True)
        assert graded[0] == 1.0
        assert graded[-1] < unknown < graded[-2]  # what cannot be judged is worth little, but more than what is doubted


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
def test_5_7_without_forgetting_it_is_the_exact_posterior(watched, hit: float, days: float, chance) -> None:
    """Reports at their instants and silence between them give Bayes' posterior on Poisson counts, in any order.

    Evidence is taken here at its full weight: reports are A1, and what silence is discounted by is given back.
    """
    nation = replace(NORTH, collection=())
    indicators = []
    for index, (each, share, _) in enumerate(watched):
        discipline = ("imagery", "signals", "human", "maritime")[index]
        nation = replace(
            nation,
            collection=(*nation.collection, Collection(discipline=discipline, coverage=share)),  # type: ignore[arg-type]
        )
        indicators.append(
            Indicator(id=f"i{index}", text="-", category="cyber", discipline=discipline, rates=each)  # type: ignore[arg-type]
        )
    never_forgets = replace(INTELLIGENCE, memory_days=1e12)
    reports = [indicator for indicator, (_, _, count) in zip(indicators, watched, strict=True) for _ in range(count)]
    chance.shuffle(reports)
    desk = staff(never_forgets, nation, indicators, hit / TYPICAL_WEIGHT)
    times = sorted(chance.randrange(1, round(days * DAY)) for _ in reports)
    odds: tuple[float, ...] = ()
    before = 0
    for time, seen in zip(times, reports, strict=True):
        evidence = report(seen.rates, "A", 1)
        odds = assess(desk, odds, time - before, evidence)
        before = time
    odds = assess(desk, odds, round(days * DAY) - before, None)
    counts, looks = [each[2] for each in watched], [each[1] * hit for each in watched]
    exact = posterior(counts, looks, [each[0] for each in watched], days)
    assert probabilities(odds) == pytest.approx(exact, abs=1e-4)


def test_5_7_silence_speaks_for_routine_and_only_from_sensors_that_look() -> None:
    """LLR of silence: -(rate_h - rate_routine) days coverage hit, summed over the indicators."""
    assert missed(INDICATORS, [0.5, 0.0]) == pytest.approx((0.0, 0.45, 0.15, 0.45, 0.7))
    assert missed(INDICATORS, [0.0, 0.0]) == pytest.approx((0.0,) * 5)


def test_5_7_silence_weighs_as_much_as_a_typical_report() -> None:
    """Its ratio is taken times the mean weight of reports, .7675 for their sources by .75 for their contents."""
    assert pytest.approx(0.7675 * 0.75) == TYPICAL_WEIGHT
    never_forgets = replace(INTELLIGENCE, memory_days=1e12)
    quiet = assess(staff(never_forgets, NORTH, INDICATORS, 0.5), (), 2 * DAY, None)
    full = missed(INDICATORS, [0.5 * 0.5, 0.5 * 0.8])
    expected = [base - 2.0 * TYPICAL_WEIGHT * each for base, each in zip(prior(INTELLIGENCE), full, strict=True)]
    assert quiet == pytest.approx(expected, abs=1e-6)


def test_5_7_old_evidence_fades_to_the_prior_by_half_in_memory_days() -> None:
    base = prior(INTELLIGENCE)
    raised = tuple(each + 2.0 for each in base)
    deaf = staff(replace(INTELLIGENCE, memory_days=10.0), NORTH, INDICATORS, 0.0)
    assert assess(deaf, raised, 10 * DAY, None) == pytest.approx([each + 1.0 for each in base], abs=1e-6)
    assert assess(deaf, raised, 0, None) == pytest.approx(raised, abs=1e-6)
    once = assess(deaf, raised, 7 * DAY, None)
    assert assess(deaf, assess(deaf, raised, 3 * DAY, None), 4 * DAY, None) == pytest.approx(once, abs=1e-5)


def test_5_3_coverage_is_that_of_the_discipline_that_can_see_it() -> None:
    assert coverage(NORTH, INDICATORS[0]) == 0.5
    assert coverage(NORTH, INDICATORS[1]) == 0.8
    assert coverage(replace(NORTH, collection=()), INDICATORS[0]) == 0.0


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
