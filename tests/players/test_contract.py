"""What every computer player keeps to, whoever it is and whatever situation it finds."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import cycle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.session.sessions import everywhere, header, tutorial
from tests.worlds import adversary
from wargame.model.adversary import TypeWeight
from wargame.model.decisions import CATALOGUE
from wargame.model.plain import plain
from wargame.model.record import Order
from wargame.model.scenario import RED, Scenario, all_seats, playing_seats
from wargame.model.view import View
from wargame.players import PLAYERS
from wargame.players.scripted import scripted
from wargame.rules.options import options
from wargame.session.exercise import Exercise
from wargame.session.seating import Players
from wargame.session.table import Table

MOST_ORDERS = 6
every_player = pytest.mark.parametrize("player", PLAYERS)
drivers = st.sampled_from([*PLAYERS])
"""Who plays the session that brings the situations about in which a player is tried."""
seeds = st.integers(0, 10**6)


def luck_from(seed: int) -> Callable[[], float]:
    return random.Random(seed).random


def situations(seed: int, driver: str) -> Iterator[tuple[Exercise, View]]:
    """Every seat's view in every turn of a session that others play."""
    table = Table(Exercise(header(seed)), everywhere(driver))
    while table.exercise.phase == "play":
        for seat in all_seats(table.exercise.scenario):
            yield table.exercise, table.exercise.view(seat)
        table.play_turn()


@every_player
@settings(max_examples=12, deadline=None)
@given(seed=seeds, driver=drivers)
def test_its_orders_are_legal_all_together_and_at_most_six(player, seed, driver):
    decide = PLAYERS[player].decide
    for exercise, view in situations(seed, driver):
        orders = decide(view, luck_from(seed))
        assert len(orders) <= MOST_ORDERS
        for order in orders:
            assert order.seat == view.seat
            exercise.submit(order)  # raises Refused when it is not legal beside those before it
        assert exercise.staged(view.seat) == [order.decision for order in orders]
        exercise.withdraw(view.seat)


@every_player
@settings(max_examples=8, deadline=None)
@given(seed=seeds, driver=drivers)
def test_it_is_stateless_and_leaves_the_view_as_it_is(player, seed, driver):
    """The same view and the same luck give the same orders, whatever it was asked in between."""
    decide = PLAYERS[player].decide
    for _, view in situations(seed, driver):
        before = plain(view.situation), list(view.log), view.scenario
        first = decide(view, luck_from(seed))
        decide(view, luck_from(seed + 1))
        assert decide(view, luck_from(seed)) == first
        assert (plain(view.situation), list(view.log), view.scenario) == before


@every_player
def test_it_needs_no_luck_but_its_own(player, monkeypatch):
    """With the random module's shared generator broken it plays as before."""
    played = [PLAYERS[player].decide(view, luck_from(1)) for _, view in situations(3, "random")]

    def shared() -> float:
        raise AssertionError("the shared generator was used")

    monkeypatch.setattr(random, "random", shared)
    monkeypatch.setattr(random, "choice", shared)
    again = [PLAYERS[player].decide(view, luck_from(1)) for _, view in situations(3, "random")]
    assert again == played


@every_player
def test_it_says_of_itself_what_it_does(player):
    entry = PLAYERS[player]
    assert entry.name == player
    assert entry.about[0].isupper()
    assert entry.about.endswith(".")
    assert "  " not in entry.about
    assert "\n" not in entry.about


@every_player
def test_it_plays_a_whole_session_in_every_seat(player):
    exercise = Table(Exercise(header(2)), everywhere(player)).play()
    assert exercise.over


# --- the plain ones ------------------------------------------------------------------------------------------


def test_idle_never_orders_anything():
    for _, view in situations(5, "doctrine"):
        assert PLAYERS["idle"].decide(view, luck_from(1)) == ()


def test_random_orders_what_its_luck_says():
    """Luck 0 is no order; luck close to 1 is three of them, the last of the options each time."""
    decide = PLAYERS["random"].decide
    for _, view in situations(6, "doctrine"):
        assert list(decide(view, lambda: 0.0)) == []
        most = decide(view, lambda: 0.999999)
        assert len(most) <= 3
        if view.seat in tutorial().alliance.members:
            assert len(most) == 3
            assert most[0].decision == options(view)[-1]
            assert most[0].answers is None


def test_random_draws_once_for_how_many_and_twice_for_each():
    drawn = []
    source = cycle([0.8, 0.1, 0.2])

    def luck() -> float:
        drawn.append(next(source))
        return drawn[-1]

    view = Exercise(header(6)).view("orsenia")
    orders = PLAYERS["random"].decide(view, luck)
    assert len(orders) == 3
    assert len(drawn) == 1 + 2 * 3


NOT_IN_THE_TUTORIAL = {
    "mediate",
    "order_delegated_measure",
    "repair",
    "defend_networks",
    "send_relief",
    "ask_mediator",
    "grant_transit",
}
"""No disputes, nothing delegated, neither engineers nor cyber teams, no third party, no border to ask leave for."""


def war() -> Scenario:
    """The tutorial with an adversary that is determined and five times as strong."""
    (first,) = tutorial().adversaries
    forces = tuple(replace(each, strength=5.0 * each.strength) for each in first.forces)
    return adversary(tutorial(), types=(TypeWeight(type="determined", probability=1.0),), forces=forces)


def by_turns(view: View, luck: Callable[[], float]) -> Sequence[Order]:
    """The book and chance in turn; in the fighting chance alone."""
    chance = view.situation.battles or view.situation.turn % 2
    return PLAYERS["random" if chance else "doctrine"].decide(view, luck)


def test_random_tries_every_kind_of_decision():
    """Sooner or later it gives every order that is built and that the tutorial has the means for, in each seat.

    Every other time the adversary decides by itself, determined and strong, and the book brings forces in time, so that
    there is fighting to decide on.
    """
    built = {entry.kind for entry in CATALOGUE.values() if not entry.missing and set(entry.roles) - {"excon", "red"}}
    built -= NOT_IN_THE_TUTORIAL
    tried: set[str] = set()
    for seed in range(100):
        start, players = header(seed), everywhere("random")
        if seed % 2:
            start = replace(start, scenario=war())
            players = Players(by_seat=dict.fromkeys(players.by_seat, by_turns))
            players.by_seat.pop(RED, None)
        for done in Table(Exercise(start), players).play().played:
            tried |= {order.decision.kind for order in done.turn.orders}
        if tried >= built:
            return
    pytest.fail(f"never tried: {built - tried}")


def test_scripted_gives_its_orders_in_their_turn_and_seat_only():
    doctrine = Table(Exercise(header(7)), everywhere("doctrine")).play()
    script: dict[tuple[int, str], list[Order]] = {}
    for done in doctrine.played:
        for order in done.turn.orders:
            script.setdefault((done.turn.number, order.seat), []).append(order)
    decide = scripted(script)
    for exercise, view in situations(7, "doctrine"):
        assert list(decide(view, luck_from(1))) == script.get((exercise.turn, view.seat), [])
    seated = Players(by_seat=dict.fromkeys(playing_seats(tutorial()), decide))
    assert Table(Exercise(header(7)), seated).play().digest == doctrine.digest
