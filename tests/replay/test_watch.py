"""Watching: the scene at an instant is the fold of what had happened by then, in truth or in a seat's log."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.replay.scenes import begun, end, looked, record, views
from wargame.model.clock import DAY
from wargame.model.folding import fold
from wargame.model.scenario import EXCON, all_seats
from wargame.replay.watch import TRUTH
from wargame.rules.fog import seat_log
from wargame.rules.redact import redact

instants = st.integers(0, 22 * DAY)
seats = st.sampled_from(all_seats(record().header.scenario))
players = st.sampled_from(["doctrine", "random"])


@settings(max_examples=60, deadline=None)
@given(time=instants, seat=seats, player=players)
def test_a_scene_is_the_fold_of_what_had_happened_and_could_be_seen(time, seat, player):
    whole = record(3, player)
    scenario = whole.header.scenario
    so_far = [event for event in whole.events if event.time <= time]
    scene = looked(whole, time, seat)
    assert scene.scenario == redact(scenario, seat)
    assert scene.events == seat_log(scenario, seat, so_far)
    assert scene.situation == fold(scene.scenario, scene.events)
    assert not scene.truth


@settings(max_examples=60, deadline=None)
@given(times=st.lists(instants, min_size=2, max_size=2).map(sorted), seat=seats)
def test_a_later_scene_knows_all_that_an_earlier_one_knew(times, seat):
    earlier, later = (looked(record(), time, seat) for time in times)
    assert later.events[: len(earlier.events)] == earlier.events
    assert later.situation.turn >= earlier.situation.turn
    assert later.situation.clashes >= earlier.situation.clashes
    assert set(later.situation.council.measures) >= set(earlier.situation.council.measures)


def test_the_truth_holds_every_event_and_nothing_redacted():
    whole = record()
    scene = looked(whole, end(whole))
    assert scene.truth
    assert scene.scenario == whole.header.scenario
    assert [event.body for event in scene.events] == [event.body for event in whole.events]
    assert scene.situation == looked(whole, end(whole), EXCON).situation == fold(scene.scenario, whole.events)


def test_an_instant_after_the_end_shows_the_end():
    whole = record()
    for view in views(whole):
        last, after = looked(whole, end(whole), view), looked(whole, end(whole) + 90 * DAY, view)
        assert after.time == last.time == 20 * DAY
        assert after == last


def test_a_session_that_has_not_begun_shows_its_opening():
    nothing = begun(1).exercise.record
    for view in (TRUTH, "north"):
        scene = looked(nothing, 5 * DAY, view)
        assert (scene.time, scene.events, scene.situation.turn) == (0, [], 0)


def test_at_each_edge_a_seats_scene_is_what_its_view_was_live():
    """Nobody orders anything, so nothing happens at an edge after the seats have looked."""
    table = begun(4, player="idle")
    live = []
    while not table.exercise.over and table.exercise.phase == "play":
        for seat in all_seats(table.exercise.scenario):
            view = table.exercise.view(seat)
            live.append((view.time, seat, list(view.log), view.scenario, str(view.situation)))
        table.play_turn()
    for time, seat, log, scenario, situation in live:
        scene = looked(table.exercise.record, time, seat)
        assert (scene.events, scene.scenario, str(scene.situation)) == (log, scenario, situation)


def test_what_seats_order_at_an_edge_is_all_that_their_scene_adds_to_their_view():
    table = begun(5)
    live = []
    while not table.exercise.over:
        live += [(table.exercise.edge, seat, len(table.exercise.view(seat).log)) for seat in ("north", "hq", "red")]
        table.play_turn()
    added = 0
    for edge, seat, known in live:
        scene = looked(table.exercise.record, edge, seat)
        assert {event.time for event in scene.events[known:]} <= {edge}
        assert scene.events[known - 1].body.kind in ("turn_began", "assessed", "warning_issued")
        added += len(scene.events) - known
    assert added > 10
