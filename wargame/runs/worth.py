"""What only pairs of points tell: the effect of the alliance, and what play was worth (`docs/model.md` 8.2, 8.11).

Points are compared run by run under common random numbers.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import sqrt

from wargame.model.scenario import nation_seats
from wargame.runs.plan import Plan, Point
from wargame.runs.row import Value
from wargame.runs.statistics import LEVEL, Difference, Estimate, Pairs, Share
from wargame.session.seating import DEFAULT

LEAST_ATTACKED = 0.05
"""Share of the runs without the alliance that must be attacked for its effect to be estimated."""
IDLE = "idle"
"""The player that gives no orders. Where every nation is played so, nobody acts as an alliance."""


class Twins:
    """What two points came to in the same runs, of which both were played to their end."""

    __slots__ = ("both", "first_only", "n", "second_only", "totals")

    def __init__(self) -> None:
        self.n = self.both = self.first_only = self.second_only = 0
        """Runs, and those attacked at both points, at the first alone, at the second alone."""
        self.totals = Pairs()

    def add(self, first: Mapping[str, Value], second: Mapping[str, Value]) -> None:
        """Count a run in."""
        one, two = bool(first["outcome_attacked"]), bool(second["outcome_attacked"])
        self.n += 1
        self.both += one and two
        self.first_only += one and not two
        self.second_only += two and not one
        self.totals.add(float(first["scores_total"]), float(second["scores_total"]))  # type: ignore[arg-type]


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
    def missing(self) -> str | None:
        """Why the effect cannot be estimated, if it cannot."""
        without = self.attacked_without.mean
        if without is None:
            return "no run was played to its end at both points"
        if without < LEAST_ATTACKED:
            return f"{100 * without:.1f}% were attacked without it, which is under {LEAST_ATTACKED:.0%}"
        return None


def deterrence(without: Twins, level: float = LEVEL) -> Deterrence:
    """The effect of the alliance from runs without it (first) and as played (second), with the same luck.

    The interval is that of a ratio of paired shares by the method of variance estimates recovery from Wilson's
    intervals (Donner and Zou 2012), which is sound where one of the shares is 0 or 1.
    """
    both, without_only, played_only, n = without.both, without.first_only, without.second_only, without.n
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
    """What the play of a point was worth; None where the batch has no point to tell it from."""

    point: int
    effect: Deterrence | None
    """Of the alliance, from twins in which every nation was idle."""
    above_idle: Difference | None
    """Points of the total above those of the same seats idle."""
    above_doctrine: Difference | None


def compared(plan: Plan) -> list[tuple[int, int]]:
    """The pairs of points that tell a worth: where it was idle or by the book (first), and as it was played."""
    return [(other, number) for number, others in _others(plan) for other in others if other is not None]


def worths(plan: Plan, twins: Mapping[tuple[int, int], Twins]) -> Iterator[Worth]:
    """The worth of each point that there is another to tell it from, by the pairs that are `compared`."""
    for number, (idle, doctrine) in _others(plan):
        if idle is not None or doctrine is not None:
            without = None if idle is None or not _all_idle(plan.points[idle]) else twins[idle, number]
            yield Worth(
                number,
                None if without is None else deterrence(without),
                None if idle is None else twins[idle, number].totals.difference(),
                None if doctrine is None else twins[doctrine, number].totals.difference(),
            )


def _others(plan: Plan) -> Iterator[tuple[int, tuple[int | None, int | None]]]:
    """For each point where somebody acts: those that differ from it by `idle` and by the book alone."""
    for number, point in enumerate(plan.points):
        if not _all_idle(point):
            yield number, (_other(plan, point, IDLE), _other(plan, point, DEFAULT))


def _all_idle(point: Point) -> bool:
    seated = {each.seat: each.player for each in point.seating}
    return all(seated.get(nation) == IDLE for nation in nation_seats(point.scenario))


def _other(plan: Plan, point: Point, player: str) -> int | None:
    """The first point that differs from this one by `player` alone, who sits there wherever they differ. What is no
    more than idle in these seats is not compared.
    """
    own = {each.seat: each.player for each in point.seating}
    for number, other in enumerate(plan.points):
        theirs = {each.seat: each.player for each in other.seating}
        apart = [seat for seat in {**own, **theirs} if own.get(seat) != theirs.get(seat)]
        if apart and all(theirs.get(seat) == player for seat in apart) and any(own.get(s) != IDLE for s in apart):
            return number
    return None
