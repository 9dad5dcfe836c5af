"""docs/model.md section 6: guidance, positions, and what carries a measure."""

from dataclasses import replace
from math import exp, sqrt
from statistics import median

import pytest

from tests.worlds import doctrine
from wargame.engine.streams import Streams
from wargame.model.decisions import MeasureText
from wargame.rules.consultation import carries, guidance_days, position, position_utility
from wargame.rules.draw import binomial, largest_normal, normal

CONSULTATION = doctrine().consultation
WORDS = MeasureText(kind="statement")


def deployment(strength: float) -> MeasureText:
    return MeasureText(kind="deploy", place="gate", strength=strength)


# --- 6.4 guidance --------------------------------------------------------------------------------------------


def test_6_4_the_median_alliance_with_one_pivotal_nation() -> None:
    """exp(mu + base) days without a plan, exp(mu + base - plan) with one."""
    assert guidance_days(CONSULTATION, False, False, 0.0, 0.0) == pytest.approx(exp(1.41 + 0.45))
    assert guidance_days(CONSULTATION, False, True, 0.0, 0.0) == pytest.approx(exp(1.41 + 0.45 - 1.7))
    assert guidance_days(CONSULTATION, True, False, 0.0, 0.0) == pytest.approx(exp(0.57 + 0.45))


def test_6_4_hesitation_is_mostly_common_to_all_capitals() -> None:
    """1.2 (sqrt(rho) Z + sqrt(1 - rho) max own)."""
    base = guidance_days(CONSULTATION, False, False, 0.0, 0.0)
    assert guidance_days(CONSULTATION, False, False, 1.0, 0.0) == pytest.approx(base * exp(1.2 * sqrt(0.8)))
    assert guidance_days(CONSULTATION, False, False, 0.0, 1.0) == pytest.approx(base * exp(1.2 * sqrt(0.2)))


@pytest.mark.parametrize("pivots", [1, 3, 8])
def test_6_4_the_median_of_many_draws_is_the_closed_form(pivots: int) -> None:
    """With all hesitation a capital's own, the median is exp(m + 1.2 Phi^-1(.5 ** (1/n)))."""
    own_only = replace(CONSULTATION, guidance_common=0.0)
    streams = Streams(7, 0)
    times = [
        guidance_days(own_only, False, False, 0.0, largest_normal(streams.draw("test", "own"), pivots))
        for _ in range(4001)
    ]
    exact = exp(1.41 + 0.45 + 1.2 * normal(0.5 ** (1 / pivots)))
    assert median(times) == pytest.approx(exact, rel=0.08)


def test_6_4_the_slowest_of_n_independent_capitals() -> None:
    """Consensus of n lognormals: P(all within T) is one capital's probability to the power n."""
    streams = Streams(8, 0)
    within = sum(largest_normal(streams.draw("test", "own"), 5) <= 0.5 for _ in range(20_000)) / 20_000
    one = sum(normal(streams.draw("test", "one")) <= 0.5 for _ in range(20_000)) / 20_000
    assert within == pytest.approx(0.6914625**5, abs=4 * sqrt(0.158 * 0.842 / 20_000))
    assert one == pytest.approx(0.6914625, abs=4 * sqrt(0.691 * 0.309 / 20_000))


def test_6_4_few_nations_are_pivotal() -> None:
    """1 + Binomial(n - 1, .1): most often one in an alliance of eight."""
    assert [binomial(u, 7, CONSULTATION.pivotal_share) for u in (0.0, 0.47, 0.48, 0.85, 0.86)] == [0, 0, 1, 1, 2]


# --- 6.7 what carries a measure ------------------------------------------------------------------------------


def test_6_7_under_consensus_one_break_ends_it() -> None:
    assert carries("consensus", 0.0, 30, 0)
    assert not carries("consensus", 0.0, 30, 1)


@pytest.mark.parametrize(("members", "broken", "passes"), [(3, 1, True), (3, 2, False), (6, 2, True), (6, 3, False)])
def test_6_7_two_thirds_carry_a_qualified_majority(members: int, broken: int, passes: bool) -> None:
    """Exactly two thirds are enough."""
    assert carries("qualified_majority", CONSULTATION.majority, members, broken) is passes


# --- 6.9 positions -------------------------------------------------------------------------------------------


def utility(threat: float, stake: float, text: MeasureText, attacked: bool = False) -> float:
    return position_utility(CONSULTATION, threat, stake, text, attacked)


def test_6_9_what_a_nation_gains_from_a_measure() -> None:
    """U = threat stake + obligation - cost min(1, asked / 5) (1 - stake)."""
    assert utility(0.4, 0.5, WORDS) == pytest.approx(0.2 + 0.15)
    assert utility(0.4, 0.5, deployment(2.5)) == pytest.approx(0.2 + 0.15 - 0.35 * 0.5 * 0.5)
    assert utility(0.0, 0.0, deployment(20.0)) == pytest.approx(0.15 - 0.35)


def test_6_9_under_attack_nobody_doubts_the_threat() -> None:
    assert utility(0.1, 0.8, WORDS, attacked=True) == utility(1.0, 0.8, WORDS)


def test_6_9_a_nation_accepts_what_it_gains_from_and_breaks_what_costs_it_dear() -> None:
    assert [position(gain) for gain in (0.5, 0.0, -0.01, -0.09, -0.1, -1.0)] == [
        "accept",
        "accept",
        "abstain",
        "abstain",
        "break",
        "break",
    ]
