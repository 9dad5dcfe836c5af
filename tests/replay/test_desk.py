"""The desk: what a seat decides on when a turn begins, before anybody's orders of that turn."""

import pytest

from tests.replay.scenes import record, views
from wargame.model.scenario import playing_seats
from wargame.replay.summary import as_plain, summary
from wargame.replay.watch import TRUTH, desk, scene
from wargame.session.again import branch


@pytest.mark.parametrize("turn", [1, 2, 5, 9])
def test_a_desk_is_what_the_seat_saw_live_when_the_turn_was_open(turn):
    exercise = branch(record(), turn - 1)
    for seat in playing_seats(exercise.scenario):
        live, shown = exercise.view(seat), desk(record(), turn, seat)
        assert list(shown.events) == list(live.log)
        assert shown.situation == live.situation
        assert shown.scenario == live.scenario


def test_an_instant_holds_the_orders_given_at_it_and_a_desk_does_not():
    done = next(
        done for done in record().played if any(o.decision.kind == "call_consultation" for o in done.turn.orders)
    )
    time = done.turn.edge
    at_instant = scene(record().header.scenario, record().events, time, time, TRUTH)
    assert at_instant.situation.council.called is not None
    assert desk(record(), done.turn.number).situation.council.called is None


def test_there_is_no_desk_of_a_turn_that_was_not_played():
    for turn in (0, len(record().played) + 1):
        with pytest.raises(ValueError, match="there is no turn"):
            desk(record(), turn)


def test_on_the_first_desk_lies_the_seats_own_brief_and_nobody_elses():
    briefs = {each.seat: " ".join(each.text.split())[:60] for each in record().header.scenario.briefs}
    for seat in briefs:
        if seat not in views(record()) or seat == "excon":
            continue
        shown = " ".join(summary(desk(record(), 1, seat)).split())
        assert [name for name, text in briefs.items() if text in shown] == [seat]
        assert "BRIEF" not in summary(desk(record(), 2, seat))


def test_a_desk_names_what_orders_need_forces_measures_reports_and_events_to_answer():
    turn = next(done.turn.number for done in record().played if done.turn.number > 6)
    shown, text = desk(record(), turn, "north"), summary(desk(record(), turn, "north"))
    for name in ("n-guard", "s-para", *shown.situation.council.measures):
        assert name in text
    newest = max(shown.situation.pictures["north"].reports.values(), key=lambda held: held.event)
    assert newest.body.report in text
    assert f"[{newest.event}]" in text
    assert as_plain(shown)["political_capital"] > 0
