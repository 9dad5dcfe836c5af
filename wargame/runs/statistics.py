"""What samples of runs say: means, shares and paired differences, each with its interval.

Values come one by one and are not kept, so a million runs take no more memory than ten.
"""

from dataclasses import dataclass
from functools import lru_cache
from math import cos, expm1, pi, sin, sqrt
from statistics import NormalDist

LEVEL = 0.95
"""Confidence of intervals, unless another is asked for."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A mean or a share, and the interval that covers the true one with the confidence asked for."""

    n: int
    """Values it rests on."""
    mean: float | None
    """None where there is no value."""
    low: float | None
    """None where there are too few values to tell."""
    high: float | None


@dataclass(frozen=True, slots=True)
class Difference:
    """A mean of differences between pairs that shared their luck."""

    n: int
    """Pairs."""
    mean: float | None
    low: float | None
    high: float | None
    standard_error: float | None
    factor: float | None
    """Runs that would be needed without pairing, for the same error, over those made. None when it cannot be told, as
    when every pair differs by the same."""


def cut(low: float | None, high: float | None, least: float, most: float) -> tuple[float | None, float | None]:
    """An interval, without what the figure cannot be: it covers the true one as often as before."""
    return None if low is None else max(least, low), None if high is None else min(most, high)


class Moments:
    """Count, mean and variance of numbers that come one by one (Welford 1962)."""

    __slots__ = ("_squares", "mean", "n")

    def __init__(self) -> None:
        self.n = 0
        self.mean = 0.0
        self._squares = 0.0

    def add(self, value: float) -> None:
        """Count a number in."""
        self.n += 1
        step = value - self.mean
        self.mean += step / self.n
        self._squares += step * (value - self.mean)

    @property
    def variance(self) -> float | None:
        """Of the sample, with n - 1; None for fewer than two numbers."""
        return self._squares / (self.n - 1) if self.n > 1 else None

    def estimate(self, level: float = LEVEL) -> Estimate:
        """The mean with Student's t interval."""
        if self.variance is None:
            return Estimate(self.n, self.mean if self.n else None, None, None)
        half = t_quantile(0.5 + level / 2, self.n - 1) * sqrt(self.variance / self.n)
        return Estimate(self.n, self.mean, self.mean - half, self.mean + half)


class Share:
    """How often something is so, of the times it was seen to be so or not."""

    __slots__ = ("n", "successes")

    def __init__(self) -> None:
        self.n = 0
        self.successes = 0

    def add(self, success: bool) -> None:
        """Count a time in."""
        self.n += 1
        self.successes += success

    def estimate(self, level: float = LEVEL) -> Estimate:
        """The share with Wilson's interval (Wilson 1927), which is sound for few runs and for shares near 0 and 1."""
        if not self.n:
            return Estimate(0, None, None, None)
        z, n, share = NormalDist().inv_cdf(0.5 + level / 2), self.n, self.successes / self.n
        centre = (share + z * z / (2 * n)) / (1 + z * z / n)
        half = z / (1 + z * z / n) * sqrt(share * (1 - share) / n + z * z / (4 * n * n))
        low = 0.0 if self.successes == 0 else centre - half
        high = 1.0 if self.successes == n else centre + half
        return Estimate(n, share, low, high)


class Pairs:
    """Differences between two ways of setting a crisis up, run by run under common random numbers."""

    __slots__ = ("_differences", "_first", "_second")

    def __init__(self) -> None:
        self._first, self._second, self._differences = Moments(), Moments(), Moments()

    def add(self, first: float, second: float) -> None:
        """Count a pair in; what is told is by how much the second exceeds the first."""
        self._first.add(first)
        self._second.add(second)
        self._differences.add(second - first)

    def difference(self, level: float = LEVEL) -> Difference:
        """The mean difference with Student's t interval."""
        seen = self._differences.estimate(level)
        return Difference(seen.n, seen.mean, seen.low, seen.high, self._standard_error(), self._factor())

    def _standard_error(self) -> float | None:
        spread = self._differences.variance
        return None if spread is None else sqrt(spread / self._differences.n)

    def _factor(self) -> float | None:
        apart, first, second = self._differences.variance, self._first.variance, self._second.variance
        if not apart or first is None or second is None:
            return None
        return (first + second) / apart


class SharePairs(Pairs):
    """The same for what is so or not so."""

    __slots__ = ("_lost", "_won")

    def __init__(self) -> None:
        super().__init__()
        self._won = self._lost = 0

    def add(self, first: float, second: float) -> None:
        """Count a pair in, each of them true or false."""
        super().add(first, second)
        self._won += second > first
        self._lost += second < first

    def difference(self, level: float = LEVEL) -> Difference:
        """The difference of shares with Bonett and Price's interval (2012), sound where hardly any pair differs."""
        n = self._differences.n
        if not n:
            return Difference(0, None, None, None, None, None)
        won, lost = (self._won + 1) / (n + 2), (self._lost + 1) / (n + 2)
        z, apart = NormalDist().inv_cdf(0.5 + level / 2), won - lost
        half = z * sqrt((won + lost - apart * apart) / (n + 2))
        low, high = max(-1.0, apart - half), min(1.0, apart + half)
        return Difference(n, (self._won - self._lost) / n, low, high, self._standard_error(), self._factor())


@lru_cache(maxsize=256)
def t_quantile(p: float, df: int) -> float:
    """Quantile of Student's t distribution with `df` degrees of freedom (Hill 1970, algorithm 396).

    Exact for one and two degrees of freedom, within 1e-4 of the tables for three and better for more.
    """
    if p < 0.5:
        return -t_quantile(1.0 - p, df)
    tail = 2.0 * (1.0 - p)
    if df == 1:
        return cos(tail * pi / 2) / sin(tail * pi / 2)
    if df == 2:
        return sqrt(2.0 / (tail * (2.0 - tail)) - 2.0)
    return _hill(tail, float(df))


def _hill(tail: float, df: float) -> float:
    a = 1.0 / (df - 0.5)
    b = 48.0 / (a * a)
    c = ((20700.0 * a / b - 98.0) * a - 16.0) * a + 96.36
    d = ((94.5 / (b + c) - 3.0) / b + 1.0) * sqrt(a * pi / 2.0) * df
    y = (d * tail) ** (2.0 / df)
    if y > 0.05 + a:
        x = NormalDist().inv_cdf(tail * 0.5)
        y = x * x
        if df < 5:
            c += 0.3 * (df - 4.5) * (x + 0.6)
        c = (((0.05 * d * x - 5.0) * x - 7.0) * x - 2.0) * x + b + c
        y = (((((0.4 * y + 6.3) * y + 36.0) * y + 94.5) / c - y - 3.0) / b + 1.0) * x
        y = a * y * y
        y = y + 0.5 * y * y if y <= 0.002 else expm1(y)
    else:
        y = ((1.0 / (((df + 6.0) / (df * y) - 0.089 * d - 0.822) * (df + 2.0) * 3.0) + 0.5 / (df + 4.0)) * y - 1.0) * (
            df + 1.0
        ) / (df + 2.0) + 1.0 / y
    return sqrt(df * y)
