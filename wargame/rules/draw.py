"""Inverse distribution functions: from a uniform draw in (0, 1) to a value. One draw, one value, always."""

from collections.abc import Sequence
from math import erf, exp, fsum, log, sqrt
from statistics import NormalDist

STANDARD = NormalDist()
ROOT_2 = sqrt(2.0)


def normal(u: float) -> float:
    """Standard normal quantile (Wichura's AS 241, as in the standard library)."""
    return STANDARD.inv_cdf(u)


def normal_share(x: float) -> float:
    """Share of a standard normal below `x`: Phi. (The standard library's own changed its way between versions.)"""
    return 0.5 * (1.0 + erf(x / ROOT_2))


def lognormal(u: float, median: float, sd: float) -> float:
    """Lognormal with that median and that standard deviation of its logarithm."""
    return median * exp(sd * normal(u))


def log_uniform(u: float, least: float, most: float) -> float:
    """Between `least`, above 0, and `most`, every factor as likely as any other; its median is the geometric middle."""
    return least * exp(u * log(most / least))


def exponential(u: float, rate: float) -> float:
    """Waiting time of a Poisson process, in the unit that `rate` is per."""
    return -log(u) / rate


def empirical(u: float, ordered: Sequence[float]) -> float:
    """Quantile of observed values, sorted, linear between them (Hyndman and Fan's type 7)."""
    place = u * (len(ordered) - 1)
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (place - low) * (ordered[high] - ordered[low])


def choose(u: float, probabilities: Sequence[float]) -> int:
    """Index drawn with these probabilities."""
    reached = 0.0
    for index, probability in enumerate(probabilities):
        reached += probability
        if u < reached:
            return index
    return len(probabilities) - 1


def with_the_rest(*shares: float) -> tuple[float, ...]:
    """The shares, and what they leave of the whole; nothing when they take it all."""
    return *shares, max(0.0, round(1.0 - fsum(shares), 9))


def binomial(u: float, trials: int, chance: float) -> int:
    """Number of successes, by walking the distribution function."""
    if chance <= 0.0:
        return 0
    if chance >= 1.0:
        return trials
    mass = (1.0 - chance) ** trials
    reached, successes = mass, 0
    while u >= reached and successes < trials:
        mass *= (trials - successes) / (successes + 1) * chance / (1.0 - chance)
        successes += 1
        reached += mass
    return successes


def largest_normal(u: float, count: int) -> float:
    """The largest of `count` independent standard normals: its distribution function is Phi to that power."""
    return normal(min(max(u ** (1.0 / count), 1e-16), 1.0 - 1e-16))


def correlated(common: float, own: float, share: float) -> float:
    """A standard normal of which `share` of the variance is common to all."""
    return sqrt(share) * common + sqrt(1.0 - share) * own
