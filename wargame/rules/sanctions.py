"""How far sanctions bite, and what they cost (`docs/model.md` 7.24)."""

from math import fsum

from wargame.model.clock import DAY
from wargame.model.nation import Nation
from wargame.model.scenario import Scenario
from wargame.model.situation import Situation
from wargame.rules.agreements import partners

DAYS_A_YEAR = 365.0
MILLIONS_A_BILLION = 1000.0


def felt(scenario: Scenario, situation: Situation, nation: str, adversary: str, time: int) -> float:
    """Share of a nation's trade whose loss the adversary feels by `time`: half of it after each half-life."""
    state = situation.nations[nation].sanctions.get(adversary)
    if state is None:
        return 0.0
    left: float = 0.5 ** ((time - state.since) / DAY / scenario.doctrine.sanctions.half_life)
    return state.share - (state.share - state.bite) * left


def sanction_bite(scenario: Scenario, situation: Situation, adversary: str, time: int) -> float:
    """How far all sanctions bite, as a share of the adversary's trade with every nation; less under a patron's wing."""
    volume = {each.id: each.trade * each.gdp for each in scenario.nations}
    whole = fsum(volume.values())
    if whole <= 0.0:
        return 0.0
    lost = fsum(
        felt(scenario, situation, nation, adversary, time) * traded / whole for nation, traded in volume.items()
    )
    patron = situation.undermined.get(adversary)
    leaning = next((abs(each.leaning) for each in scenario.third_parties if each.id == patron), 0.0)
    return lost * (1.0 - scenario.doctrine.sanctions.undermined * leaning)


def dearer(scenario: Scenario, situation: Situation, adversary: str, time: int) -> float:
    """Times that standing on a rung costs an adversary what it would without sanctions."""
    if not any(adversary in nation.sanctions for nation in situation.nations.values()):
        return 1.0
    return 1.0 + scenario.doctrine.sanctions.running * sanction_bite(scenario, situation, adversary, time)


def burden(scenario: Scenario, nation: Nation) -> float:
    """What stopping all its trade with the adversary costs a nation, as a share of its product."""
    parameters = scenario.doctrine.sanctions
    members = scenario.alliance.members
    pooled = any(ally in members for ally in partners(scenario, "trade_investment", nation.id))
    return parameters.cost * nation.trade * (parameters.pooled if pooled else 1.0)


def cost_a_day(scenario: Scenario, nation: Nation, share: float) -> float:
    """Million a day that stopping a share of that trade costs."""
    return burden(scenario, nation) * share * nation.gdp * MILLIONS_A_BILLION / DAYS_A_YEAR
