"""What only many runs tell: the effect of the alliance, what play was worth, where a session stands among others.

Runs are compared run by run under common random numbers (`docs/model.md` 8.2, 8.11).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import sqrt

from wargame.runs.row import Row, Value
from wargame.runs.statistics import LEVEL, Difference, Estimate, Pairs, Share

LEAST_ATTACKED = 0.05
"""Share of the runs without the alliance that must be attacked for its effect to be estimated."""


@dataclass(frozen=True, slots=True)
class Deterrence:
    """`D = 1 - P(attacked | as played) / P(attacked | no alliance)`."""

    pairs: int
    effect: float | None
    """None when it cannot be estimated."""
    low: float | None
    high: float | None
    attacked: Estimate
    attacked_without: Estimate

    @property
    def estimable(self) -> bool:
        """Whether enough twins were attacked for a ratio to mean anything."""
        return self.effect is not None


def deterrence(pairs: Iterable[tuple[bool, bool]], level: float = LEVEL) -> Deterrence:
    """The effect of the alliance from pairs of runs with the same luck: attacked as played, attacked without it.

    The interval is that of a ratio of paired shares by the method of variance estimates recovery from Wilson's
    intervals (Donner and Zou 2012), which is sound where one of the shares is 0 or 1.
    """
    both = played_only = without_only = n = 0
    for played, without in pairs:
        n += 1
        both += played and without
        played_only += played and not without
        without_only += without and not played
    one, two = _share(both + played_only, n, level), _share(both + without_only, n, level)
    if two.mean is None or one.mean is None or two.mean < LEAST_ATTACKED:
        return Deterrence(n, None, None, None, one, two)
    low, high = _ratio_interval(one, two, _phi(both, played_only, without_only, n))
    return Deterrence(n, 1.0 - one.mean / two.mean, 1.0 - high, 1.0 - low, one, two)


def _share(successes: int, n: int, level: float) -> Estimate:
    share = Share()
    share.n, share.successes = n, successes
    return share.estimate(level)


def _phi(both: int, played_only: int, without_only: int, n: int) -> float:
    """Correlation of the two; 0 where one of them never or always happened."""
    neither = n - both - played_only - without_only
    product = float((both + played_only) * (without_only + neither) * (both + without_only) * (played_only + neither))
    return (both * neither - played_only * without_only) / sqrt(product) if product else 0.0


def _ratio_interval(one: Estimate, two: Estimate, correlation: float) -> tuple[float, float]:
    """Of the first share over the second, which must be positive."""
    p, low, high = _bounds(one)
    q, least, most = _bounds(two)

    def limit(here: float, there: float, sign: float) -> float:
        """`here` is the first's limit on this side, `there` the second's on the other."""
        scale = there * (2.0 * q - there)
        if scale <= 0.0:  # too few runs for the method; this is wider
            return here / there
        middle = p * q - correlation * (p - here) * (there - q)
        under = middle * middle - here * (2.0 * p - here) * scale
        return (middle + sign * sqrt(max(0.0, under))) / scale

    return max(0.0, limit(low, most, -1.0)), limit(high, least, 1.0)


def _bounds(share: Estimate) -> tuple[float, float, float]:
    assert share.mean is not None
    assert share.low is not None
    assert share.high is not None
    return share.mean, share.low, share.high


@dataclass(frozen=True, slots=True)
class Worth:
    """Points by which play exceeds what a computer player reaches in the same seat with the same luck."""

    above_idle: Difference
    above_doctrine: Difference


def worth(played: Iterable[Row], idle: Iterable[Row], doctrine: Iterable[Row], column: str = "scores_total") -> Worth:
    """The worth of play, from rows of the same runs in which all but one seat are played alike."""
    rows = _by_run(played, column)
    return Worth(_above(rows, _by_run(idle, column)), _above(rows, _by_run(doctrine, column)))


def _by_run(rows: Iterable[Row], column: str) -> dict[int, float]:
    found: dict[int, float] = {}
    for row in rows:
        value = row.found.get(column)
        if isinstance(value, int | float):
            found[row.seed] = float(value)
    return found


def _above(played: Mapping[int, float], other: Mapping[int, float]) -> Difference:
    pairs = Pairs()
    for seed, value in played.items():
        if seed in other:
            pairs.add(other[seed], value)
    return pairs.difference()


def standing(value: Value, others: Iterable[Value], higher_is_better: bool = True) -> float | None:
    """Share of `others` that `value` is better than, ties counted by half; None without others.

    None as a value stands for what was never reached, which is worse than anything that was.
    """
    better = ties = n = 0
    own = _rank(value, higher_is_better)
    for other in others:
        n += 1
        theirs = _rank(other, higher_is_better)
        better += own > theirs
        ties += own == theirs
    return (better + ties / 2) / n if n else None


def _rank(value: Value, higher_is_better: bool) -> tuple[int, float]:
    if value is None or isinstance(value, str):
        return 0, 0.0
    return 1, float(value) if higher_is_better else -float(value)
