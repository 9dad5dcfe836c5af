"""What is to be run, and in which order."""

import pytest

from tests.runs.plans import plan, tutorial
from wargame.runs.plan import LAST_SEED, Plan, Task, label
from wargame.session.seating import seat


def test_every_design_point_meets_the_same_seeds_in_turn():
    both = plan("", "*=idle", runs=2, seed=40)
    assert [both.task(index) for index in range(len(both))] == [
        Task(point=0, run=1, seed=40),
        Task(point=1, run=1, seed=40),
        Task(point=0, run=2, seed=41),
        Task(point=1, run=2, seed=41),
    ]


def test_more_runs_of_a_batch_begin_with_the_same_ones():
    few, many = plan(runs=3), plan(runs=30)
    assert [many.task(index) for index in range(3)] == [few.task(index) for index in range(3)]


@pytest.mark.parametrize(("seed", "runs"), [(-1, 1), (0, 0), (LAST_SEED, 2)])
def test_seeds_that_run_out_are_refused_before_anything_is_played(seed, runs):
    with pytest.raises(ValueError, match="seeds go from 0 to"):
        Plan(plan().points, seed, runs)
    assert plan(runs=1, seed=LAST_SEED).task(0).seed == LAST_SEED


@pytest.mark.parametrize(
    ("wishes", "short"),
    [
        ("", "doctrine"),
        ("*=idle", "*=idle"),
        ("*=idle hq=random", "*=idle hq=random"),
        ("dalvora=idle", "dalvora=idle"),
        ("*=idle dalvora=doctrine", "orsenia=idle altmora=idle"),
        ("red=random", "red=random"),
        ("dalvora=scripted:private.jsonl", "dalvora=scripted"),
    ],
)
def test_a_seating_is_named_by_what_is_unusual_about_it(wishes, short):
    assert label(tutorial(), seat(tutorial(), wishes.split())) == short
