"""Branching: the past stays as it was, event for event, and so does every draw of luck that is still to come."""

from collections import defaultdict
from dataclasses import replace

import pytest

from tests.session.sessions import everywhere, header, play, record, tutorial
from wargame.engine.streams import Streams
from wargame.model.decisions.excon import Reseed
from wargame.model.record import Order
from wargame.model.scenario import EXCON
from wargame.session.again import Differs, branch, play_again
from wargame.session.exercise import Exercise
from wargame.session.seating import Players
from wargame.session.table import Table


@pytest.fixture
def draws(monkeypatch):
    """Every draw of every named stream since the last `draws.clear()`."""
    drawn = defaultdict(list)
    kept = Streams.draw

    def noted(self, entity, purpose):
        value = kept(self, entity, purpose)
        drawn[entity, purpose].append(value)
        return value

    monkeypatch.setattr(Streams, "draw", noted)
    return drawn


@pytest.mark.parametrize("player", ["doctrine", "random"])
def test_a_branch_at_every_turn_has_the_same_past_event_for_event(player):
    whole = record(11, player)
    for after in range(len(whole.played) + 1):
        exercise = branch(whole, after)
        past = [event for done in whole.played[:after] for event in done.events]
        assert exercise.events[: len(past)] == past
        assert exercise.record.played == whole.played[:after]


def test_a_branch_that_goes_on_with_the_same_players_ends_as_the_session_did():
    whole = record(12)
    for after in (0, 1, 5, whole.turns, len(whole.played) - 1):
        again = Table(branch(whole, after), everywhere("doctrine")).play()
        assert again.digest == whole.played[-1].digest


def test_a_branch_names_its_parent_which_does_not_enter_its_digest():
    whole = record(12)
    again = Table(branch(whole, 3), everywhere("doctrine")).play()
    assert again.header.parent.turn == 3
    assert again.header.parent.digest == whole.played[-1].digest == again.digest


@pytest.mark.parametrize("after", range(12))
def test_after_a_branch_the_kth_draw_of_every_named_stream_is_what_it_was(after, draws):
    """Other players sit down after the branch, so other draws are made; those that both make are the same."""
    Table(Exercise(header(13)), everywhere("doctrine")).play()
    as_played = {stream: list(values) for stream, values in draws.items()}
    draws.clear()
    Table(branch(record(13), after), everywhere("idle")).play()
    shared = [stream for stream in draws if stream in as_played]
    assert len(shared) > 50
    for stream in shared:
        both = min(len(draws[stream]), len(as_played[stream]))
        assert draws[stream][:both] == as_played[stream][:both], stream


def test_another_decision_leaves_every_unrelated_nations_luck_as_it_was(draws):
    play(14, "doctrine")
    reports = {stream: list(values) for stream, values in draws.items() if stream[1].startswith("sees ")}
    draws.clear()
    play(14, "idle")
    same = [values == draws[stream][: len(values)] for stream, values in reports.items() if stream in draws]
    assert len(same) > 10
    assert all(values[:3] == draws[stream][:3] for stream, values in reports.items() if stream in draws)


def test_reseeding_at_a_turn_keeps_the_past_and_changes_the_future():
    whole = record(15)
    futures = set()
    for salt in (1, 2):
        exercise = branch(whole, 4)
        exercise.submit(Order(seat=EXCON, decision=Reseed(salt=salt)))
        Table(exercise, everywhere("doctrine")).play()
        past = [event for done in whole.played[:4] for event in done.events]
        assert exercise.events[: len(past)] == past
        assert play_again(exercise.header, exercise.record.played).digest == exercise.digest
        futures.add(exercise.digest)
    assert len(futures | {whole.played[-1].digest}) == 3


def test_there_is_no_branch_after_a_turn_that_was_not_played():
    with pytest.raises(ValueError, match="branch after turn 0 to"):
        branch(record(12), 99)


def test_a_record_whose_orders_were_changed_differs_at_the_turn_of_the_change():
    whole = record(12)
    changed = next(done for done in whole.played if done.turn.orders)
    without = replace(changed, turn=replace(changed.turn, orders=()))
    played = [without if done is changed else done for done in whole.played]
    with pytest.raises(Differs) as differs:
        play_again(whole.header, played)
    assert differs.value.turn == changed.turn.number


def test_a_record_with_an_order_its_seat_may_not_give_differs_there():
    whole = record(12)
    bad = Order(seat="hq", decision=record(12).played[0].turn.orders[0].decision)
    first = replace(whole.played[0], turn=replace(whole.played[0].turn, orders=(bad,)))
    with pytest.raises(Differs, match="turn 1 differs: hq may not order"):
        play_again(whole.header, [first])


def test_players_may_change_at_any_turn():
    half = branch(record(16), 6)
    mixed = Players(by_seat=everywhere("random").by_seat | {"hq": everywhere("idle").by_seat["hq"]})
    exercise = Table(half, mixed).play()
    assert exercise.scenario == tutorial()
    assert len(exercise.record.played) >= 12
