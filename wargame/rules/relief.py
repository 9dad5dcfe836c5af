"""Who flees where, and what relief does (`docs/model.md` 7.25 to 7.27)."""

from math import fsum

from wargame.model.clock import DAY
from wargame.model.scenario import Objective, Scenario
from wargame.model.situation import Situation
from wargame.model.theatre import great_circle_km
from wargame.rules.agreements import partners

NEAREST_KM = 1.0
"""No nation counts as nearer than this."""


def contest(held: float) -> float:
    """How fiercely an objective is contested at a hold: fully when half is held, not at all when none or all is."""
    return 4.0 * held * (1.0 - held)


def displaced(scenario: Scenario, held: float, seconds: int) -> float:
    """People that flee in so many seconds of fighting at a hold."""
    return scenario.doctrine.relief.displaced_day * contest(held) * seconds / DAY


def hosts(scenario: Scenario, objective: Objective) -> tuple[tuple[str, float], ...]:
    """The nearest other nations and the share of the displaced that each takes in, the more the nearer its capital."""
    places = {each.id: each for each in scenario.theatre.locations}
    near = sorted(
        (max(NEAREST_KM, great_circle_km(places[objective.at], places[nation.capital])), nation.id)
        for nation in scenario.nations
        if nation.id != objective.owner
    )[: int(scenario.doctrine.relief.hosts)]
    whole = fsum(1.0 / km for km, _ in near)
    return tuple((nation, 1.0 / km / whole) for km, nation in near)


def strain(scenario: Scenario, situation: Situation, nation: str, people: int) -> float:
    """What taking in `people` more does to domestic support; each force that brings relief eases it."""
    parameters = scenario.doctrine.relief
    helped: float = parameters.eased ** len(situation.nations[nation].helped_by)
    return parameters.support_refugees * people / 100_000 * helped


def relief_hours(scenario: Scenario, sender: str, to: str, travel: float) -> float:
    """Hours until relief works; a humanitarian agreement between the two saves some."""
    saved = scenario.doctrine.relief.agreement_hours if to in partners(scenario, "humanitarian", sender) else 0.0
    return max(0.0, travel - saved)
