"""Histories: a point a turn, folded from the view's own log, found once and added to."""

from dataclasses import replace

import pytest

from tests.replay.scenes import SEED, end, looked, record
from wargame.model.happenings import TurnBegan
from wargame.replay.summary_trends import trends
from wargame.replay.watch import desk
from wargame.rules.bonds import cohesion, mean_trust
from wargame.rules.economy import capital


def turns() -> int:
    return len(record().played)


@pytest.mark.parametrize("view", ["north", "hq", "red", "excon"])
def test_there_is_a_point_for_every_turn_and_one_for_now(view):
    scene = desk(record(), min(5, turns()), view)
    assert [point.turn for point in trends(scene)] == list(range(1, scene.situation.turn + 1))
    assert trends(scene)[-1].time == scene.time


def test_between_turns_the_last_point_is_now():
    edges = [event.time for event in record().events if isinstance(event.body, TurnBegan)]
    scene = looked(record(), edges[2] + 3600, "north")
    assert [point.time for point in trends(scene)] == [*edges[:3], edges[2] + 3600]


def test_a_point_is_what_the_seat_read_at_that_turn():
    late = desk(record(), min(6, turns()), "north")
    for point in trends(late)[:-1]:
        then = desk(record(), point.turn, "north")
        nation = next(each for each in then.scenario.nations if each.id == "north")
        assert point == trends(then)[-1]
        assert point.cohesion == round(cohesion(then.scenario, then.situation, then.time), 6)
        assert point.trust == round(mean_trust(then.scenario, then.situation, then.time), 6)
        assert point.home is not None
        assert point.home.capital == capital(then.scenario, then.situation, nation, then.time)


def test_a_seat_learns_nothing_of_another_nations_home_or_estimate():
    for point in trends(desk(record(), min(6, turns()), "north")):
        assert set(point.attack) <= {"north"}
        assert point.rungs == {}
    assert all(point.home is None for point in trends(desk(record(), min(6, turns()), "hq")))


def test_another_log_of_the_same_seat_is_not_taken_for_the_one_before():
    """As after a rewind: as many events, other ones."""
    scene = looked(record(), end(record()), "north")
    known = trends(scene)
    third = [each for each in scene.events if isinstance(each.body, TurnBegan)][2]
    changed = [replace(each, body=TurnBegan(turn=2)) if each is third else each for each in scene.events]
    other = trends(replace(scene, events=changed))
    assert [point.turn for point in known[:4]] == [1, 2, 3, 4]
    assert [point.turn for point in other[:4]] == [1, 2, 2, 4]
    assert trends(scene) == known


def test_the_same_log_gives_the_same_points_from_other_objects():
    scene = desk(record(SEED), 4, "north")
    copied = replace(scene, events=[replace(each) for each in scene.events])
    assert trends(copied) == trends(scene)
