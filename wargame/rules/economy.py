"""Political capital: what a nation seat can still spend."""

from wargame.model.clock import DAY, HOUR
from wargame.model.doctrine import PlayParameters
from wargame.model.nation import Nation
from wargame.model.scenario import Scenario
from wargame.model.situation import Situation
from wargame.model.view import View
from wargame.rules.home_front import support_days
from wargame.rules.kept import in_view, kept


def nation_of(scenario: Scenario, seat: str) -> Nation | None:
    """The nation that a seat plays; None for the seats that belong to none."""
    return nations_of(scenario.nations).get(seat)


@in_view
def capital_left(view: View) -> float | None:
    """Political capital of the nation whose view it is; None for the seats that have none to spend."""
    nation = nation_of(view.scenario, view.seat)
    return None if nation is None else capital(view.scenario, view.situation, nation, view.time)


@kept
def nations_of(nations: tuple[Nation, ...]) -> dict[str, Nation]:
    """Nations by their id."""
    return {nation.id: nation for nation in nations}


def capital(scenario: Scenario, situation: Situation, nation: Nation, time: int) -> float:
    """Political capital of a nation at `time`: it starts full of credit, and domestic support renews it."""
    play: PlayParameters = scenario.doctrine.play
    left, since = situation.capital.get(nation.id, (play.capital_start, 0))
    grown = support_days(scenario, situation, nation, since, time) * DAY / (play.capital_hours * HOUR)
    return round(min(play.capital_most, left + grown), 6)
