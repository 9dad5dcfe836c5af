"""Political capital: what a nation seat can still spend."""

from wargame.model.clock import DAY, HOUR
from wargame.model.doctrine import PlayParameters
from wargame.model.nation import Nation
from wargame.model.scenario import Scenario
from wargame.model.situation import Situation
from wargame.rules.home_front import support_days


def nation_of(scenario: Scenario, seat: str) -> Nation | None:
    """The nation that a seat plays; None for the seats that belong to none."""
    return next((nation for nation in scenario.nations if nation.id == seat), None)


def capital(scenario: Scenario, situation: Situation, nation: Nation, time: int) -> float:
    """Political capital of a nation at `time`: it starts full of credit, and domestic support renews it."""
    play: PlayParameters = scenario.doctrine.play
    left, since = situation.capital.get(nation.id, (play.capital_start, 0))
    grown = support_days(scenario, situation, nation, since, time) * DAY / (play.capital_hours * HOUR)
    return round(min(play.capital_most, left + grown), 6)
