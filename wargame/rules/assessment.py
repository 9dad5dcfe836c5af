"""How an intelligence staff weighs evidence: Bayesian updating of five hypotheses.

Indicators are Poisson processes whose rates depend on which hypothesis is true, so a report multiplies the odds
of each hypothesis by a ratio of rates, and every hour of silence by the ratio of the chances of silence.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, fsum, log

from wargame.model.clock import DAY
from wargame.model.doctrine import IntelligenceParameters
from wargame.model.nation import Nation
from wargame.model.scenario import ATTACK_HYPOTHESES, HYPOTHESES, Hypothesis, Indicator, Rates

RELIABILITY = {"A": 1.0, "B": 0.85, "C": 0.65, "D": 0.4, "E": 0.2, "F": 0.3}
"""Weight of evidence by the source's letter (Admiralty code)."""
CREDIBILITY = {1: 1.0, 2: 0.85, 3: 0.65, 4: 0.4, 5: 0.2, 6: 0.3}
"""Weight of evidence by the information's number (Admiralty code)."""
RELIABILITY_SHARES = (("A", 0.15), ("B", 0.45), ("C", 0.3), ("D", 0.1))
"""How often a report's source is of each letter (judgement)."""
CREDIBILITY_SHARES = ((1, 0.1), (2, 0.45), (3, 0.35), (4, 0.1))
"""How often a report's content is of each number (judgement)."""
TYPICAL_WEIGHT = fsum(RELIABILITY[letter] * share for letter, share in RELIABILITY_SHARES) * fsum(
    CREDIBILITY[number] * share for number, share in CREDIBILITY_SHARES
)
"""Mean weight of a report. Silence gets it too: staffs that trust half of what they see trust half of what they do not
see, or every belief would drift to routine."""
ICD_203 = (
    (0.05, "remote"),
    (0.20, "very unlikely"),
    (0.45, "unlikely"),
    (0.55, "roughly even"),
    (0.80, "likely"),
    (0.95, "very likely"),
    (1.01, "almost certain"),
)
"""Words for probabilities: each up to its bound (US Intelligence Community Directive 203)."""


NOTHING = (0.0,) * len(HYPOTHESES)
"""The evidence of an hour in which nothing came in."""


def in_words(probability: float) -> str:
    """A probability in the words of ICD 203."""
    return next(words for bound, words in ICD_203 if probability < bound)


def rate(rates: Rates, hypothesis: Hypothesis) -> float:
    """Expected occurrences a day while `hypothesis` is true."""
    value: float = getattr(rates, hypothesis)
    return value


def prior(parameters: IntelligenceParameters) -> tuple[float, ...]:
    """Log-odds of each hypothesis against routine before any evidence."""
    rest = (
        parameters.prior_exercise,
        parameters.prior_coercion,
        parameters.prior_limited,
        parameters.prior_major,
    )
    routine = 1.0 - fsum(rest)
    return (0.0, *(log(value / routine) for value in rest))


def missed(indicators: Sequence[Indicator], coverage: Sequence[float]) -> tuple[float, ...]:
    """What would have been seen a day, more than in routine, if each hypothesis were true."""
    return tuple(
        fsum(
            (rate(indicator.rates, hypothesis) - indicator.rates.routine) * seen
            for indicator, seen in zip(indicators, coverage, strict=True)
        )
        for hypothesis in HYPOTHESES
    )


def report(rates: Rates, reliability: str, credibility: int) -> tuple[float, ...]:
    """Log-likelihood ratio of one report, weakened by how far source and content can be trusted."""
    weight = RELIABILITY[reliability] * CREDIBILITY[credibility]
    return tuple(weight * log(rate(rates, hypothesis) / rates.routine) for hypothesis in HYPOTHESES)


def probabilities(log_odds: Sequence[float]) -> tuple[float, ...]:
    """Probability of each hypothesis, in the order of HYPOTHESES."""
    top = max(log_odds)
    weights = [exp(value - top) for value in log_odds]
    total = fsum(weights)
    return tuple(weight / total for weight in weights)


def attack_probability(log_odds: Sequence[float]) -> float:
    """Probability that an attack, limited or major, is being prepared."""
    return fsum(
        chance
        for hypothesis, chance in zip(HYPOTHESES, probabilities(log_odds), strict=True)
        if hypothesis in ATTACK_HYPOTHESES
    )


def coverage(nation: Nation, indicator: Indicator) -> float:
    """Share of an indicator's occurrences that a nation's sensors look at."""
    return next((each.coverage for each in nation.collection if each.discipline == indicator.discipline), 0.0)


@dataclass(frozen=True, slots=True)
class Staff:
    """What of a nation's assessments stays the same all through a session."""

    prior: tuple[float, ...]
    """Log-odds before any evidence."""
    missed: tuple[float, ...]
    """By hypothesis: reports a day that silence speaks against."""
    memory: float
    """Days in which old evidence loses half its weight."""


def staff(parameters: IntelligenceParameters, nation: Nation, indicators: Sequence[Indicator], hit: float) -> Staff:
    """A nation's staff; `hit` is the chance that sensors which look notice."""
    seen = [hit * TYPICAL_WEIGHT * coverage(nation, each) for each in indicators]
    return Staff(prior(parameters), missed(indicators, seen), parameters.memory_days)


def assess(
    staff: Staff, before: Sequence[float], elapsed: int, evidence: tuple[float, ...] | None
) -> tuple[float, ...]:
    """A staff's log-odds after `elapsed` seconds that ended with `evidence`, or with nothing.

    Old evidence fades to the prior, half of it in each `memory`; silence counts as the chance of having seen nothing,
    `-(rate_h - rate_0) * days * coverage` summed. Rounded to 6 places, as everything stored is.
    """
    base, days = staff.prior, elapsed / DAY
    keep = 0.5 ** (days / staff.memory)
    return tuple(
        [
            round(rest + keep * (old - rest) + -days * hush + new, 6)
            for rest, old, hush, new in zip(base, before or base, staff.missed, evidence or NOTHING, strict=True)
        ]
    )
