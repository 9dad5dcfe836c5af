"""Sessions that tests of this room share, each played once."""

from functools import cache

from wargame.files.scenarios import load_scenario
from wargame.model.record import Header, Record
from wargame.model.scenario import Scenario, playing_seats
from wargame.players import PLAYERS
from wargame.session.exercise import Exercise
from wargame.session.seating import Players
from wargame.session.table import Table


@cache
def tutorial() -> Scenario:
    return load_scenario("tutorial")


def header(seed: int) -> Header:
    return Header(engine="test", scenario=tutorial(), seed=seed)


def everywhere(player: str) -> Players:
    decide = PLAYERS[player].decide
    return Players(by_seat=dict.fromkeys(playing_seats(tutorial()), decide))


def play(seed: int, player: str = "doctrine") -> Exercise:
    """A whole session, with one kind of player in every seat."""
    return Table(Exercise(header(seed)), everywhere(player)).play()


@cache
def record(seed: int, player: str = "doctrine") -> Record:
    return play(seed, player).record
