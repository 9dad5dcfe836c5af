"""docs/model.md 7.20 to 7.23: domestic support, fatigue and money in closed form."""

import pytest

from tests.worlds import crisis
from wargame.model import happenings as happened
from wargame.model.clock import DAY, HOUR
from wargame.model.event import Event
from wargame.model.folding import fold
from wargame.model.situation import Situation, opening
from wargame.rules.contest import effective
from wargame.rules.economy import capital
from wargame.rules.expenses import defence_spending, spent
from wargame.rules.home_front import support_days, support_of, tired

SCENARIO = crisis()
NORTH = SCENARIO.nations[0]


def after(*happenings: tuple[float, happened.Body]) -> Situation:
    """The situation after these happenings, each with its day."""
    return fold(
        SCENARIO, [Event(id=1, time=round(day * DAY), audience=("all",), body=body) for day, body in happenings]
    )


def jump(support: float, capital: float = 5.0) -> happened.SupportMoved:
    return happened.SupportMoved(nation="north", change=0.0, support=support, capital=capital, why="false_alarm")


# --- 7.20 support --------------------------------------------------------------------------------------------


def test_7_20_support_stays_at_its_base_until_something_happens() -> None:
    assert support_of(SCENARIO, opening(SCENARIO), NORTH, 50 * DAY) == 0.8


@pytest.mark.parametrize(("day", "support"), [(10, 0.4), (40, 0.6), (70, 0.7), (310, 0.799609)])
def test_7_20_a_jump_is_half_forgotten_in_thirty_days(day: int, support: float) -> None:
    """North's base is .8; on day 10 its support falls to .4."""
    assert support_of(SCENARIO, after((10, jump(0.4))), NORTH, day * DAY) == support


def test_7_20_capital_grows_with_support_integrated_over_time() -> None:
    """The closed form equals a sum over short steps, and grows from what the jump left."""
    situation = after((10, jump(0.4, capital=2.0)))
    steps = sum(support_of(SCENARIO, situation, NORTH, 10 * DAY + hour * HOUR + 1800) / 24 for hour in range(48))
    assert support_days(SCENARIO, situation, NORTH, 10 * DAY, 12 * DAY) == pytest.approx(steps, abs=1e-5)
    assert capital(SCENARIO, situation, NORTH, 12 * DAY) == pytest.approx(2.0 + steps * 2, abs=1e-5)


# --- 7.22 full alert -----------------------------------------------------------------------------------------


def watch(full: bool, tired: float) -> happened.WatchChanged:
    return happened.WatchChanged(full=full, tired=tired)


@pytest.mark.parametrize(("day", "worn"), [(1, 0.0), (5, 0.0), (6, 0.02), (15, 0.2)])
def test_7_22_full_alert_tires_after_five_days(day: int, worn: float) -> None:
    assert tired(SCENARIO, after((0, watch(True, 0.0))), day * DAY) == pytest.approx(worn)


@pytest.mark.parametrize(("day", "worn"), [(15, 0.1), (16.5, 0.05), (18, 0.0), (30, 0.0)])
def test_7_22_standing_down_restores_readiness_in_three_days(day: float, worn: float) -> None:
    situation = after((0, watch(True, 0.0)), (15, watch(False, 0.1)))
    assert tired(SCENARIO, situation, round(day * DAY)) == pytest.approx(worn)


def test_7_22_a_tired_force_is_worth_less() -> None:
    """South's tanks have readiness .8 and interoperability 1."""
    south = SCENARIO.nations[1]
    tanks = next(force for force in south.forces if force.id == "s-tank")
    assert effective(tanks, south, 0.4, 0.1) == pytest.approx(1.0 * (0.8 - 0.1))


def test_7_22_full_alert_costs_members_a_fifth_of_their_daily_defence_spending() -> None:
    """300 billion at 2 % are 6,000 million a year."""
    assert defence_spending(NORTH) == pytest.approx(6000 / 365)
    situation = after((0, watch(True, 0.0)), (10, watch(False, 0.05)))
    assert spent(SCENARIO, situation, NORTH, 5 * DAY) == pytest.approx(0.2 * 6000 / 365 * 10)
    assert spent(SCENARIO, situation, NORTH, 50 * DAY) == pytest.approx(0.2 * 6000 / 365 * 10)
