"""Estimates against published tables and closed forms."""

from math import sqrt
from statistics import NormalDist, mean, stdev, variance

import pytest

from wargame.runs.statistics import Difference, Estimate, Moments, Pairs, Share, SharePairs, t_quantile

T_TABLE = {
    (0.975, 1): 12.706, (0.975, 2): 4.303, (0.975, 3): 3.182, (0.975, 4): 2.776, (0.975, 5): 2.571, (0.975, 9): 2.262,
    (0.975, 10): 2.228, (0.975, 30): 2.042, (0.975, 60): 2.000, (0.975, 120): 1.980,
    (0.95, 1): 6.314, (0.95, 3): 2.353, (0.95, 10): 1.812, (0.95, 30): 1.697,
    (0.995, 1): 63.657, (0.995, 2): 9.925, (0.995, 3): 5.841, (0.995, 4): 4.604, (0.995, 10): 3.169, (0.995, 30): 2.750,
    (0.9995, 3): 12.924, (0.9995, 5): 6.869, (0.9, 3): 1.638, (0.75, 3): 0.765, (0.75, 10): 0.700, (0.6, 7): 0.263,
}  # fmt: skip
"""Student's t as every textbook prints it: (p, degrees of freedom) to three places."""


def of(kind, values):
    """An accumulator with values in it."""
    held = kind()
    for value in values:
        held.add(*value) if isinstance(value, tuple) else held.add(value)
    return held


# --- Student's t ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("p", "df"), T_TABLE)
def test_quantiles_of_students_t_are_those_of_the_tables(p, df):
    assert t_quantile(p, df) == pytest.approx(T_TABLE[p, df], abs=0.00051)
    assert t_quantile(1 - p, df) == pytest.approx(-t_quantile(p, df), rel=1e-9)


@pytest.mark.parametrize("p", [0.6, 0.9, 0.975, 0.9995])
def test_with_four_degrees_of_freedom_students_t_has_a_closed_form(p):
    t = t_quantile(p, 4)
    below = 0.5 + 0.75 * (s := t / sqrt(4 + t * t)) - 0.25 * s**3
    assert below == pytest.approx(p, abs=2e-5)


def test_with_many_degrees_of_freedom_students_t_is_normal_and_its_middle_is_nothing():
    assert t_quantile(0.975, 10**6) == pytest.approx(NormalDist().inv_cdf(0.975), abs=1e-5)
    for df in (1, 2, 3, 10, 1000):
        assert t_quantile(0.5, df) == pytest.approx(0.0, abs=1e-6)


# --- means ---------------------------------------------------------------------------------------------------


def test_a_mean_has_students_interval():
    values = [4.0, 7.0, 13.0, 16.0]
    seen = of(Moments, values)
    half = 3.182446 * stdev(values) / 2
    assert seen.mean == mean(values)
    assert seen.variance == pytest.approx(variance(values))
    estimate = seen.estimate()
    assert (estimate.n, estimate.mean) == (4, 10.0)
    assert (estimate.low, estimate.high) == pytest.approx((10.0 - half, 10.0 + half), abs=1e-3)
    wider = seen.estimate(level=0.99)
    assert wider.low < estimate.low < estimate.high < wider.high


def test_a_mean_of_large_numbers_that_hardly_differ_keeps_its_digits():
    values = [1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]
    assert of(Moments, values).variance == pytest.approx(30.0)


def test_one_value_has_no_interval_and_none_no_mean():
    assert of(Moments, [3.0]).estimate() == Estimate(1, 3.0, None, None)
    assert Moments().estimate() == Estimate(0, None, None, None)
    assert Share().estimate() == Estimate(0, None, None, None)
    assert Pairs().difference() == SharePairs().difference() == Difference(0, None, None, None, None, None)


# --- shares --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("successes", "n", "low", "high"),
    [(0, 20, 0.0000, 0.1611), (1, 29, 0.0061, 0.1718), (15, 148, 0.0624, 0.1605), (81, 263, 0.2553, 0.3662)],
)
def test_a_share_has_wilsons_interval(successes, n, low, high):
    """Newcombe (1998), table I, method 3."""
    estimate = of(Share, [k < successes for k in range(n)]).estimate()
    assert (estimate.n, estimate.mean) == (n, successes / n)
    assert (round(estimate.low, 4), round(estimate.high, 4)) == (low, high)


def test_what_never_and_what_always_happened_mirror_each_other():
    never, always = of(Share, [False] * 12).estimate(), of(Share, [True] * 12).estimate()
    assert (never.low, always.high) == (0.0, 1.0)
    assert never.high == pytest.approx(1.0 - always.low)


# --- pairs ---------------------------------------------------------------------------------------------------


def test_pairs_are_told_by_their_differences_alone():
    first, apart = [10.0, 50.0, 90.0, 20.0], [1.0, 2.0, 3.0, 2.0]
    pairs = [(value, value + more) for value, more in zip(first, apart, strict=True)]
    found, alone = of(Pairs, pairs).difference(), of(Moments, apart).estimate()
    assert (found.n, found.mean, found.low, found.high) == pytest.approx((4, alone.mean, alone.low, alone.high))
    assert found.standard_error == pytest.approx(stdev(apart) / 2)
    second = [value for _, value in pairs]
    assert found.factor == pytest.approx((variance(first) + variance(second)) / variance(apart))
    assert found.factor > 1000


def test_pairing_saves_nothing_where_nothing_is_shared_and_much_where_most_is():
    crossed = of(Pairs, [(0.0, 0.0), (0.0, 1.0), (1.0, 0.0), (1.0, 1.0)]).difference()
    assert crossed.factor == pytest.approx(1.0)
    shared = of(Pairs, [(10.0, 11.0), (20.0, 20.0), (30.0, 31.0)]).difference()
    assert shared.factor > 100
    shifted = of(Pairs, [(1.0, 3.0), (2.0, 4.0), (5.0, 7.0)]).difference()
    assert (shifted.mean, shifted.low, shifted.high, shifted.factor) == (2.0, 2.0, 2.0, None)


def test_shares_are_paired_with_the_interval_of_bonett_and_price():
    """Won 9, lost 3 of 50: (10 - 4)/52 and 1.96 sqrt((14/52 - (6/52)^2)/52)."""
    pairs = [(False, True)] * 9 + [(True, False)] * 3 + [(True, True)] * 20 + [(False, False)] * 18
    found = of(SharePairs, pairs).difference()
    half = 1.959964 * sqrt((14 / 52 - (6 / 52) ** 2) / 52)
    assert (found.n, found.mean) == (50, pytest.approx(0.12))
    assert (found.low, found.high) == pytest.approx((6 / 52 - half, 6 / 52 + half), abs=1e-6)


def test_that_no_pair_differed_does_not_make_it_certain_that_none_would():
    found = of(SharePairs, [(True, True)] * 30).difference()
    assert found.mean == 0.0
    assert found.low < 0.0 < found.high
    assert found.high == pytest.approx(-found.low)
