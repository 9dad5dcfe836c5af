"""What the rows of a batch add up to, kept as they come."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from wargame.runs.row import LEADING, Kind, Row, Value, bounds
from wargame.runs.statistics import LEVEL, Difference, Estimate, Moments, Pairs, Share, SharePairs, cut
from wargame.runs.worth import Twins

MOST_FAILURES = 20
"""Failed runs that are told one by one."""


class Tally:
    """Estimates for every design point, paired differences of every other from the first, and of the pairs of points
    that are `compared` (first, second) what both came to.
    """

    def __init__(self, columns: Mapping[str, Kind], points: int, compared: Iterable[tuple[int, int]] = ()) -> None:
        measured = {name: kind for name, kind in columns.items() if name not in LEADING and kind is not str}
        self.rows = 0
        self.failures: list[Row] = []
        """The first of them."""
        self.failed = [0] * points
        """By point."""
        self._samples: list[dict[str, Moments | Share]] = [
            {name: Share() if kind is bool else Moments() for name, kind in measured.items()} for _ in range(points)
        ]
        self._pairs: list[dict[str, Pairs]] = [
            {name: SharePairs() if kind is bool else Pairs() for name, kind in measured.items()} for _ in range(points)
        ]
        self.twins = {pair: Twins() for pair in compared}
        self._run: list[Mapping[str, Value]] = []
        """What the run in progress gave, at its points so far; empty where it failed."""

    def add(self, rows: Sequence[Row]) -> None:
        """Count rows in, in the order of their plan."""
        for row in rows:
            self.rows += 1
            if row.error is not None:
                self.failed[row.point] += 1
                self.failures += [row] if len(self.failures) < MOST_FAILURES else []
            if row.point == 0:
                self._run = []
            self._count(row)
            self._pair(row)
            self._run.append(row.found)

    def _count(self, row: Row) -> None:
        samples, pairs, first = self._samples[row.point], self._pairs[row.point], self._run[0] if self._run else {}
        for name, value in row.found.items():
            if name in samples and value is not None:
                samples[name].add(value)  # type: ignore[arg-type]
                other = first.get(name)
                if row.point and other is not None:
                    pairs[name].add(other, value)  # type: ignore[arg-type]

    def _pair(self, row: Row) -> None:
        """With what the run gave at the points before that this one is compared with."""
        found = [*self._run, row.found]
        for (first, second), twins in self.twins.items():
            if max(first, second) == row.point and found[first] and found[second]:
                twins.add(found[first], found[second])

    def estimates(self, point: int, level: float = LEVEL) -> dict[str, Estimate]:
        """Of every number and every yes or no, over the runs that gave one."""
        return {name: _possible(name, sample.estimate(level)) for name, sample in self._samples[point].items()}

    def differences(self, point: int, level: float = LEVEL) -> dict[str, Difference]:
        """By how much a point exceeds the first, over the runs in which both gave a value."""
        return {name: _possible_apart(name, pairs.difference(level)) for name, pairs in self._pairs[point].items()}


def _possible(column: str, estimate: Estimate) -> Estimate:
    low, high = cut(estimate.low, estimate.high, *bounds(column))
    return replace(estimate, low=low, high=high)


def _possible_apart(column: str, difference: Difference) -> Difference:
    least, most = bounds(column)
    low, high = cut(difference.low, difference.high, least - most, most - least)
    return replace(difference, low=low, high=high)
