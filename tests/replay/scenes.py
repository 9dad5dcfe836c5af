"""Sessions that tests of this room look back at, each played once."""

from functools import cache

from tests.worlds import crisis
from wargame.model.record import Header, Record
from wargame.model.scenario import Scenario, all_seats, playing_seats
from wargame.players import PLAYERS
from wargame.replay.watch import TRUTH, Scene, scene
from wargame.session.exercise import Exercise
from wargame.session.seating import Players
from wargame.session.table import Table

SEED = 16
"""A session of the small crisis in which forces move and arrive, and the adversary does not attack."""
ATTACKED = 8
"""One in which it does, during play."""


def begun(seed: int, scenario: Scenario | None = None, player: str = "doctrine") -> Table:
    """A session about to be played, with one kind of player in every seat."""
    scenario = scenario or crisis(last_day=10.0, horizon=20.0)
    seated = Players(by_seat=dict.fromkeys(playing_seats(scenario), PLAYERS[player].decide))
    return Table(Exercise(Header(engine="test", scenario=scenario, seed=seed)), seated)


@cache
def record(seed: int = SEED, player: str = "doctrine") -> Record:
    """The small crisis of `tests/worlds.py`, played to its horizon."""
    return begun(seed, player=player).play().record


def end(record: Record) -> int:
    return record.played[-1].ended if record.played else 0


def views(record: Record) -> tuple[str, ...]:
    return (TRUTH, *all_seats(record.header.scenario))


def looked(record: Record, time: int, view: str = TRUTH) -> Scene:
    """The scene at an instant, seconds after STARTEX."""
    turns = [done.turn for done in record.played]
    return scene(record.header.scenario, record.events, time, end(record), view, turns)
