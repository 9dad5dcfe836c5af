"""What hybrid attacks and accidents do, and how long it takes to repair and to attribute (`docs/model.md` 4.20 ff)."""

from math import exp

from wargame.model.adversary import HybridMeans
from wargame.model.clock import DAY
from wargame.model.doctrine import DisruptionParameters
from wargame.model.nation import Nation
from wargame.model.scenario import Scenario
from wargame.model.situation import Situation
from wargame.rules.agreements import partners
from wargame.rules.draw import normal

LARGEST = 0.5
"""The most that one attack adds to the hybrid level (`docs/model.md` 4.3): the measure of its intensity."""
SHIELDED_BY_RESILIENCE = frozenset({"sabotage", "energy", "election"})
WARNED_AGAINST = frozenset({"disinformation", "election"})
"""What a public that has been told of an author believes less of."""
SEEN_BY = frozenset({"cyber", "signals", "human"})
"""Disciplines that find out who is behind an incident."""


def resilience_of(scenario: Scenario, situation: Situation, nation: str, time: int) -> float:
    """How well society withstands disruption at `time`; what is spent on it comes over days."""
    state = situation.nations[nation]
    days = (time - state.resilience_since) / DAY
    left: float = 0.5 ** (days / scenario.doctrine.disruption.resilience_days)
    return round(state.resilience_aim - (state.resilience_aim - state.resilience) * left, 6)


def resilience_bought(scenario: Scenario, nation: Nation, aim: float, amount: float) -> float:
    """The resilience that `amount` million more make of `aim`: dearer the less there is left to gain."""
    scale = scenario.doctrine.disruption.resilience_cost * nation.gdp * 1000.0
    return round(1.0 - (1.0 - aim) * exp(-amount / scale), 6)


def defended(situation: Situation, nation: str) -> bool:
    """Whether a cyber team, the nation's own or an ally's, defends its networks."""
    return any(errand.task == "networks" and errand.about == nation for errand in situation.errands.values())


def bite(
    scenario: Scenario, situation: Situation, nation: Nation, means: HybridMeans, intensity: float, time: int
) -> float:
    """How hard a disruption hits: its intensity, less what technology, a cyber team, resilience or warning keeps off.

    Disinformation is met day by day (7.21), not here.
    """
    parameters = scenario.doctrine.disruption
    through = min(1.0, intensity / LARGEST)
    if means == "cyber":
        through *= 1.0 - parameters.cyber_shield * nation.technology.cyber
        through *= 1.0 - parameters.team_shield * defended(situation, nation.id)
    elif means in SHIELDED_BY_RESILIENCE:
        shield = parameters.resilience_shield * resilience_of(scenario, situation, nation.id, time)
        through *= 1.0 - shield
    if means in WARNED_AGAINST and any(each.accused for each in situation.nations[nation.id].incidents.values()):
        through *= 1.0 - parameters.warned_shield
    return round(through, 6)


def lasts_days(scenario: Scenario, situation: Situation, nation: Nation, means: HybridMeans, bite: float) -> float:
    """Days that a disruption bears, from `bite` and what helps against it. Damage of sabotage stays until repaired."""
    parameters = scenario.doctrine.disruption
    match means:
        case "cyber":
            return parameters.cyber_days * bite * repair_factor(scenario, situation, nation.id)
        case "disinformation":
            return parameters.disinformation_days * bite
        case "energy":
            return parameters.blackout_days * bite
        case "election":
            return parameters.election_days * bite
        case "sabotage":
            return 0.0


def repair_factor(scenario: Scenario, situation: Situation, nation: str) -> float:
    """What a cyber team and a cyber-defence agreement make of the time to repair networks."""
    parameters = scenario.doctrine.disruption
    factor = parameters.team_repair if defended(situation, nation) else 1.0
    return factor * (parameters.agreement_repair if partners(scenario, "cyber_defence", nation) else 1.0)


def slowness(scenario: Scenario, situation: Situation, nation: str) -> float:
    """By how much disrupted networks stretch a nation's communications; 1 when they are whole."""
    return 1.0 + scenario.doctrine.disruption.cyber_slow * worst(situation, nation, "cyber")


def mandate_delay(scenario: Scenario, situation: Situation, nation: str) -> float:
    """By how much pressure on elections stretches the time of cabinet and parliament; 1 when there is none."""
    return 1.0 + scenario.doctrine.disruption.election_delay * worst(situation, nation, "election")


def worst(situation: Situation, nation: str, means: HybridMeans) -> float:
    """The hardest bite of the disruptions of a kind that a nation bears now."""
    return max(
        (
            incident.bite
            for incident in situation.nations[nation].incidents.values()
            if incident.means == means and incident.over is None
        ),
        default=0.0,
    )


def coverage(scenario: Scenario, nation: str) -> float:
    """The best coverage of a discipline that can find an author; parties to a cyber-defence agreement pool theirs."""
    pool = (nation, *partners(scenario, "cyber_defence", nation))
    return max(
        (
            each.coverage
            for owner in scenario.nations
            if owner.id in pool
            for each in owner.collection
            if each.discipline in SEEN_BY
        ),
        default=0.0,
    )


def attribution_days(scenario: Scenario, nation: str, u: float) -> float:
    """Days until a nation's services make up their mind, lognormal; `u` is uniform between 0 and 1."""
    parameters: DisruptionParameters = scenario.doctrine.disruption
    seen = coverage(scenario, nation)
    blind = seen + (1.0 - seen) * parameters.attribution_blind
    helped = parameters.agreement_attribution if partners(scenario, "cyber_defence", nation) else 1.0
    days: float = parameters.attribution_days * blind * helped * exp(parameters.attribution_sd * normal(u))
    return days
