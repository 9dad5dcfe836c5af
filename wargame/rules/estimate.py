"""The staff's estimate of when a force would be capable at a place, by planning figures (`docs/model.md` 7.17)."""

from functools import cache
from math import exp

from wargame.model.clock import DAY, HOUR
from wargame.model.nation import Nation
from wargame.model.scenario import Scenario
from wargame.rules.draw import empirical, normal
from wargame.rules.movement import integration_days, planner_of

CASES = 1000
PERCENTILES = (0.1, 0.5, 0.9)
GENERATOR = 1.32471795724474602596
"""Root of x^3 = x + 1: its inverse powers, added again and again, fill the unit cube evenly (Roberts 2018)."""
HOURS_A_DAY = DAY // HOUR


def estimate(scenario: Scenario, force: str, place: str, start: str | None = None) -> tuple[float, float, float] | None:
    """Hours from the order until a force is capable at a place: 10th, 50th and 90th percentile; None without a way.

    From where it is at STARTEX unless `start` says otherwise. Queues, refusals and damage are not foreseen.
    """
    planner = planner_of(scenario)
    nation, record = next((each, own) for each in scenario.nations for own in each.forces if own.id == force)
    stages = planner.plan(nation, record, start or record.at, place)
    if stages is None:
        return None
    parameters = scenario.doctrine.deployment
    integration = HOURS_A_DAY * integration_days(parameters, nation, record, stages)
    parts = [(stage.loading + stage.travel, parameters.spread) for stage in stages]
    parts.append((integration, parameters.integration_sd))
    waits = max(record.notice, HOURS_A_DAY * mandate_days(scenario, nation))
    totals = []
    for case in scores(len(parts)):
        total = waits
        for (median, sd), score in zip(parts, case, strict=True):
            total += median * exp(sd * score)
        totals.append(total)
    totals.sort()
    low, middle, high = (round(empirical(each, totals), 1) for each in PERCENTILES)
    return low, middle, high


def mandate_days(scenario: Scenario, nation: Nation) -> float:
    """Median days of cabinet or parliament."""
    parameters = scenario.doctrine.consultation
    days = {"none": 0.0, "cabinet": parameters.cabinet_days, "parliament": parameters.parliament_days}
    return days[nation.mandate]


@cache
def scores(parts: int) -> tuple[tuple[float, ...], ...]:
    """Standard normal scores of equally likely cases, spread evenly over as many dimensions as there are parts."""
    steps = [GENERATOR ** -(index + 1) for index in range(parts)]
    return tuple(tuple(normal((0.5 + case * step) % 1.0) for step in steps) for case in range(1, CASES + 1))
