"""What nations spend on the crisis, in closed form between events (`docs/model.md` 7.23)."""

from math import fsum

from wargame.model.clock import DAY
from wargame.model.nation import Nation
from wargame.model.scenario import Scenario
from wargame.model.situation import Situation
from wargame.rules.sanctions import DAYS_A_YEAR, MILLIONS_A_BILLION, cost_a_day


def spent(scenario: Scenario, situation: Situation, nation: Nation, time: int) -> float:
    """Million that a nation has spent on the crisis by `time`.

    Members pay for full alert, and those that sanction for that, day by day; patrons' aid is taken off.
    """
    state = situation.nations[nation.id]
    money = [state.spent, -state.aided]
    if nation.id in scenario.alliance.members:
        watch = situation.watch
        stood = watch.stood + (time - watch.since if watch.full else 0)
        money.append(scenario.doctrine.home_front.alert_cost * defence_spending(nation) * stood / DAY)
    money += [cost_a_day(scenario, nation, each.share) * (time - each.since) / DAY for each in state.sanctions.values()]
    return round(max(0.0, fsum(money)), 6)


def defence_spending(nation: Nation) -> float:
    """Million a day."""
    return nation.gdp * MILLIONS_A_BILLION * nation.defence_share / DAYS_A_YEAR
