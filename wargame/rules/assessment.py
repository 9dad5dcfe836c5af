"""How intelligence services weigh evidence: Bayesian updating of five hypotheses, twice in every nation.

Indicators are Poisson processes whose rates depend on which hypothesis is true, so a report multiplies the odds
of each hypothesis by a ratio of rates, and every hour of silence by the ratio of the chances of silence. The civil and
the military service lean to different readings and trust different sensors; the national estimate is their mean in
log-odds.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import exp, expm1, fsum, log
from operator import mul

from wargame.model.clock import DAY
from wargame.model.doctrine import IntelligenceParameters
from wargame.model.nation import Discipline
from wargame.model.reports import SERVICES, Reliability
from wargame.model.scenario import ATTACK_HYPOTHESES, HYPOTHESES, Hypothesis, Indicator, Rates
from wargame.rules.draw import with_the_rest
from wargame.rules.kept import kept

LETTERS: tuple[Reliability, ...] = ("A", "B", "C", "D", "E", "F")
"""Grades of sources (Admiralty code); those of contents are the numbers 1 to 6."""
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


FAVOURED: tuple[frozenset[Discipline], ...] = (
    frozenset({"human", "open_source", "cyber"}),
    frozenset({"imagery", "signals", "maritime"}),
)
"""By service: the disciplines that it trusts more than the other does."""
LEANS = (-1.0, 1.0)
"""By service: whether its first reading of an attack lies below or above the base rate."""
ATTACKS = tuple(place for place, hypothesis in enumerate(HYPOTHESES) if hypothesis in ATTACK_HYPOTHESES)
"""Where the hypotheses that an attack is being prepared stand among all."""
Odds = tuple[float, ...]
"""Log-odds of each hypothesis against routine, in the order of HYPOTHESES."""
NO_NEWS: Odds = (0.0,) * len(HYPOTHESES)
"""What nothing says."""


def in_words(probability: float) -> str:
    """A probability in the words of ICD 203."""
    return next(words for bound, words in ICD_203 if probability < bound)


def rate(rates: Rates, hypothesis: Hypothesis) -> float:
    """Expected occurrences a day while `hypothesis` is true."""
    value: float = getattr(rates, hypothesis)
    return value


def prior(parameters: IntelligenceParameters) -> Odds:
    """Log-odds of each hypothesis against routine before any evidence: the base rates."""
    rest = (
        parameters.prior_exercise,
        parameters.prior_coercion,
        parameters.prior_limited,
        parameters.prior_major,
    )
    routine = 1.0 - fsum(rest)
    return (0.0, *(log(value / routine) for value in rest))


def missed(indicators: Sequence[Indicator], coverage: Sequence[float]) -> Odds:
    """What would have been seen a day, more than in routine, if each hypothesis were true."""
    return tuple([fsum(map(mul, more, coverage)) for more in _beyond_routine(indicators)])


@kept
def _beyond_routine(indicators: Sequence[Indicator]) -> list[list[float]]:
    """By hypothesis: how much oftener each indicator shows a day than in routine."""
    return [[rate(each.rates, hypothesis) - each.rates.routine for each in indicators] for hypothesis in HYPOTHESES]


@kept
def reliability_shares(parameters: IntelligenceParameters) -> tuple[float, ...]:
    """How often a report's source is of each grade, A to D."""
    return with_the_rest(parameters.reliability_a, parameters.reliability_b, parameters.reliability_c)


@kept
def credibility_shares(parameters: IntelligenceParameters) -> tuple[float, ...]:
    """How often a report's content is of each grade, 1 to 4."""
    return with_the_rest(parameters.credibility_1, parameters.credibility_2, parameters.credibility_3)


@kept
def weights(parameters: IntelligenceParameters) -> tuple[float, ...]:
    """Weight of evidence by grade: A and 1 first, F and 6, which cannot be judged, last."""
    doubted = parameters.weight_b2, parameters.weight_c3, parameters.weight_d4, parameters.weight_e5
    return 1.0, *doubted, parameters.weight_f6


def weight(parameters: IntelligenceParameters, reliability: Reliability, credibility: int) -> float:
    """How far source and content of a report can be trusted: 1 for A1."""
    graded = weights(parameters)
    return graded[LETTERS.index(reliability)] * graded[credibility - 1]


def typical_weight(parameters: IntelligenceParameters) -> float:
    """Mean weight of a report. Silence gets it too: staffs that trust half of what they see trust half of what they do
    not see, or every belief would drift to routine.
    """
    graded = weights(parameters)
    sources, contents = reliability_shares(parameters), credibility_shares(parameters)
    return fsum(map(mul, graded, sources)) * fsum(map(mul, graded, contents))


def report(rates: Rates, trusted: float = 1.0) -> Odds:
    """Log-likelihood ratio of one report, weakened by how far it is trusted."""
    return tuple([trusted * each for each in _ratios(rates)])


@lru_cache(maxsize=1024)
def _ratios(rates: Rates) -> Odds:
    return tuple(log(rate(rates, hypothesis) / rates.routine) for hypothesis in HYPOTHESES)


def probabilities(log_odds: Sequence[float]) -> tuple[float, ...]:
    """Probability of each hypothesis, in the order of HYPOTHESES."""
    top = max(log_odds)
    weights = [exp(value - top) for value in log_odds]
    total = fsum(weights)
    return tuple([weight / total for weight in weights])


def attack_probability(log_odds: Sequence[float]) -> float:
    """Probability that an attack, limited or major, is being prepared."""
    chances = probabilities(log_odds)
    return fsum([chances[place] for place in ATTACKS])


def likelihood_ratios(log_odds: Sequence[float], chances: Sequence[float]) -> tuple[float, ...]:
    """By hypothesis: how many times likelier evidence is under it than under the others, these weighed by `chances`.

    `log_odds` is what the evidence says for each hypothesis against routine; 1 where it tells nothing.
    """
    likelihoods = [exp(each) for each in log_odds]
    ratios = []
    for place, likelihood in enumerate(likelihoods):
        others = [at for at in range(len(likelihoods)) if at != place]
        rest = fsum(chances[at] for at in others)
        shares = [chances[at] / rest if rest else 1.0 / len(others) for at in others]
        ratios.append(likelihood / fsum(share * likelihoods[at] for share, at in zip(shares, others, strict=True)))
    return tuple(ratios)


@dataclass(frozen=True, slots=True)
class Staff:
    """What of a nation's assessments stays the same for a while: a tuple has one item a service."""

    prior: tuple[Odds, ...]
    """Log-odds before any evidence."""
    missed: tuple[Odds, ...]
    """By hypothesis: reports a day that silence speaks against."""
    memory: float
    """Days in which old evidence loses half its weight."""


def trust(parameters: IntelligenceParameters, service: int, discipline: Discipline) -> float:
    """How much of a report's weight a service gives to a discipline; 1 in the mean over the services."""
    favour = parameters.service_favour
    return 1.0 + favour if discipline in FAVOURED[service] else 1.0 - favour


def staff(parameters: IntelligenceParameters, indicators: Sequence[Indicator], seen: Sequence[float]) -> Staff:
    """A nation's staff; `seen` is the share of each indicator's occurrences that it would notice."""
    base = prior(parameters)
    attack = [float(hypothesis in ATTACK_HYPOTHESES) for hypothesis in HYPOTHESES]
    priors = [
        tuple(rest + lean * parameters.service_lean * is_attack for rest, is_attack in zip(base, attack, strict=True))
        for lean in LEANS
    ]
    hushed, typical = [], typical_weight(parameters)
    for service, _ in enumerate(SERVICES):
        looks = [
            typical * trust(parameters, service, indicator.discipline) * share
            for indicator, share in zip(indicators, seen, strict=True)
        ]
        hushed.append(missed(indicators, looks))
    return Staff(tuple(priors), tuple(hushed), parameters.memory_days)


def assess(staff: Staff, before: Sequence[Odds], elapsed: int, evidence: Sequence[Odds] | None) -> tuple[Odds, ...]:
    """Each service's log-odds after `elapsed` seconds that ended with `evidence`, or with nothing.

    Old evidence fades to the prior, half of it in each `memory`; silence counts as the chance of having seen nothing,
    `-(rate_h - rate_0) * days * coverage` summed, and fades likewise. So it makes no difference how the time is cut.
    Rounded to 6 places, as everything stored is.
    """
    pace, days = log(2.0) / staff.memory, elapsed / DAY
    gone = -expm1(-pace * days)
    keep, quiet = 1.0 - gone, gone / pace
    after = []
    for service, base in enumerate(staff.prior):
        held = before[service] if before else base
        news = evidence[service] if evidence else NO_NEWS
        told = zip(base, held, staff.missed[service], news, strict=True)
        odds = [round(rest + keep * (old - rest) - quiet * hush + new, 6) for rest, old, hush, new in told]
        after.append(tuple(odds))
    return tuple(after)


def pooled(services: Sequence[Odds]) -> Odds:
    """The national estimate: the mean of the services' log-odds (logarithmic opinion pool with equal weights)."""
    return tuple([round(total / len(services), 6) for total in map(fsum, zip(*services, strict=True))])


def evidence(parameters: IntelligenceParameters, indicator: Indicator, trusted: float) -> tuple[Odds, ...]:
    """What a report says to each service, trusted so far."""
    whole = report(indicator.rates, trusted)
    return tuple(
        tuple([trust(parameters, service, indicator.discipline) * each for each in whole])
        for service, _ in enumerate(SERVICES)
    )


def together(parts: Sequence[tuple[Sequence[Odds], float]]) -> tuple[Odds, ...]:
    """Pieces of evidence that came at once, each trusted so far."""
    sums = [[*NO_NEWS] for _ in SERVICES]
    for says, trusted in parts:
        for total, odds in zip(sums, says, strict=True):
            for place, each in enumerate(odds):
                total[place] += trusted * each
    return tuple([tuple(total) for total in sums])
