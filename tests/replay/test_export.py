"""Exporting: orders that bring the same session about again, and logs as they were seen."""

import json

import pytest

from tests.replay.scenes import begun, record
from wargame.files.check import adapter
from wargame.files.scripts import load_script
from wargame.model.event import Event
from wargame.model.scenario import all_seats, playing_seats
from wargame.players.scripted import scripted
from wargame.replay.export import decision_lines, event_lines
from wargame.session.exercise import Exercise
from wargame.session.seating import Players
from wargame.session.table import Table


@pytest.mark.parametrize("player", ["doctrine", "random"])
@pytest.mark.parametrize("seed", [1, 6, 9])
def test_the_exported_orders_play_the_same_session(tmp_path, seed, player):
    """Turn edges are exported too, so that turns cut short by a flash event are cut short again."""
    whole = record(seed, player)
    file = tmp_path / "orders.jsonl"
    file.write_text("".join(decision_lines(whole)), encoding="utf-8")
    script = load_script(str(file), whole.header.scenario)
    seated = dict.fromkeys(all_seats(whole.header.scenario), scripted(script.orders))
    again = Table(Exercise(whole.header), Players(by_seat=seated, edges=script.edges)).play()
    assert again.digest == whole.played[-1].digest
    assert again.record == whole


def test_orders_keep_what_they_answer_and_why():
    whole = record()
    written = [json.loads(line) for line in decision_lines(whole)]
    given = [order for done in whole.played if done.phase == "play" for order in done.turn.orders]
    orders = [each for each in written if "seat" in each]
    assert [each.get("rationale") for each in orders] == [order.rationale for order in given]
    assert [each.get("answers") for each in orders] == [order.answers for order in given]
    assert [each["turn"] for each in written if "edge" in each] == list(range(1, whole.turns + 1))


def test_one_seats_orders_alone():
    seats = {each["seat"] for each in map(json.loads, decision_lines(record(), "north")) if "seat" in each}
    assert seats == {"north"}


def test_the_orders_after_endex_are_not_the_players():
    written = [json.loads(line) for line in decision_lines(record())]
    assert max(each["turn"] for each in written) == record().turns < len(record().played)


def test_the_events_of_a_seat_are_its_own_live_log():
    table = begun(6)
    table.play()
    exercise = table.exercise
    for seat in playing_seats(exercise.scenario):
        lines = list(event_lines(exercise.record, seat))
        assert [adapter(Event).validate_json(line) for line in lines] == exercise.view(seat).log
    umpires = [adapter(Event).validate_json(line) for line in event_lines(exercise.record)]
    assert umpires == exercise.events


def test_every_line_is_ascii_and_ends_once():
    for lines in (event_lines(record()), decision_lines(record())):
        for line in lines:
            assert line.isascii()
            assert line.count("\n") == 1
            assert line.endswith("\n")
