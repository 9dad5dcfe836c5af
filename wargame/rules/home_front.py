"""Domestic support and fatigue of full alert, in closed form between events (`docs/model.md` 7.20 to 7.22)."""

from math import log

from wargame.model.clock import DAY
from wargame.model.nation import Nation
from wargame.model.scenario import Scenario
from wargame.model.situation import Situation


def support_of(scenario: Scenario, situation: Situation, nation: Nation, time: int) -> float:
    """Domestic support at `time`: what the last jump left of it, half the way back to its base each half-life."""
    state = situation.nations[nation.id]
    days = (time - state.support_since) / DAY
    left: float = 0.5 ** (days / scenario.doctrine.home_front.support_half_life)
    return round(nation.support + (state.support - nation.support) * left, 6)


def support_days(scenario: Scenario, situation: Situation, nation: Nation, since: int, time: int) -> float:
    """Support integrated over the days from `since` to `time`, with no jump in between: what renews capital."""
    state = situation.nations[nation.id]
    base, half_life = nation.support, scenario.doctrine.home_front.support_half_life
    days = (time - since) / DAY
    if state.support == base:
        return base * days

    def left(instant: int) -> float:
        share: float = 0.5 ** ((instant - state.support_since) / DAY / half_life)
        return share

    return base * days + (state.support - base) * (left(since) - left(time)) * half_life / log(2.0)


def tired(scenario: Scenario, situation: Situation, time: int) -> float:
    """Readiness that full alert has taken from every allied force at `time`."""
    parameters, watch = scenario.doctrine.home_front, situation.watch
    days = (time - watch.since) / DAY
    if watch.full:
        worn = watch.tired + parameters.alert_fatigue * max(0.0, days - parameters.alert_days)
    else:
        worn = watch.tired * max(0.0, 1.0 - days / parameters.alert_recovery)
    return round(min(1.0, worn), 6)
