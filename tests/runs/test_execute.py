"""A contract for all executors: the same rows in the same order, whatever goes wrong."""

import gc
import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from itertools import islice

import pytest

from tests.runs.plans import illegal_orders, known_rows, plan
from wargame.players import PLAYERS, Entry
from wargame.runs.execute import (
    AHEAD,
    CHUNK_SECONDS,
    InProcess,
    Pace,
    ProcessPool,
    Runner,
    WorkerDied,
    executor,
    in_a_line,
)

EXECUTORS = [InProcess(), ProcessPool(1), ProcessPool(2)]


def rows(executor, plan, start=0):
    return [row for rows in executor.chunks(plan, start) for row in rows]


@pytest.mark.parametrize("executor", EXECUTORS, ids=str)
def test_rows_are_the_same_in_the_same_order_wherever_they_are_played(executor):
    assert rows(executor, plan("", "*=idle")) == list(known_rows())


@pytest.mark.parametrize("executor", [InProcess(), ProcessPool(2)], ids=str)
def test_a_plan_can_be_taken_up_at_any_row(executor):
    assert rows(executor, plan("", "*=idle"), 3) == list(known_rows()[3:])
    assert rows(executor, plan("", "*=idle"), 6) == []


@pytest.mark.parametrize("executor", [InProcess(), ProcessPool(2)], ids=str)
def test_a_run_that_fails_is_told_in_its_row_and_costs_no_other(executor, tmp_path):
    told = rows(executor, plan("", f"orsenia=scripted:{illegal_orders(tmp_path)}"))
    assert [(row.run, row.seed, row.point) for row in told] == [(row.run, row.seed, row.point) for row in known_rows()]
    assert [row for row in told if row.point == 0] == list(known_rows()[::2])
    for row in told[1::2]:
        assert row.found == {}
        assert row.seating == "orsenia=scripted"
        assert row.error.startswith("FileFaults: ")
        assert "orsenia may not order table_measure" in row.error
        assert "\n" not in row.error


def test_a_player_that_fails_with_some_luck_fails_those_runs_only(monkeypatch):
    def fragile(view, luck):
        """Breaks where its first draw is low."""
        if luck() < 0.02:
            raise RuntimeError(f"broken by {object()}\nat turn one")
        return ()

    monkeypatch.setitem(PLAYERS, "fragile", Entry("fragile", "breaks", fragile))
    told = rows(InProcess(), plan("*=fragile", runs=8))
    failed = [row for row in told if row.error]
    assert 0 < len(failed) < 8
    assert {row.error for row in failed} == {"RuntimeError: broken by <object object at 0x> at turn one"}


def test_errors_are_told_in_one_line_without_anything_of_this_process():
    assert in_a_line(ValueError("a\n  b\tc at 0x7f3a and x0x1")) == "ValueError: a b c at 0x and x0x1"


def test_a_run_leaves_the_collector_as_it_was_and_no_garbage():
    runner = Runner(plan())
    for enabled in (True, False):
        (gc.enable if enabled else gc.disable)()
        try:
            runner.play(0)
            assert gc.isenabled() is enabled
        finally:
            gc.enable()
    before = len(gc.get_objects())
    for index in range(3):
        runner.play(index)
    assert len(gc.get_objects()) - before < 2000  # a session has tens of thousands


def test_interrupting_a_run_is_no_failed_run(monkeypatch):
    def interrupted(view, luck):
        """Somebody presses Ctrl-C."""
        raise KeyboardInterrupt

    monkeypatch.setitem(PLAYERS, "interrupted", Entry("interrupted", "stops", interrupted))
    with pytest.raises(KeyboardInterrupt):
        rows(InProcess(), plan("*=interrupted"))


# --- processes -----------------------------------------------------------------------------------------------


def test_whoever_stops_early_leaves_no_process_behind():
    chunks = ProcessPool(2).chunks(plan(runs=1000))
    assert next(chunks) == list(known_rows()[:1])
    assert len(multiprocessing.active_children()) == 2
    chunks.close()
    assert multiprocessing.active_children() == []


def test_a_worker_that_is_killed_is_told_and_what_came_before_stands():
    got = []

    def play_and_kill():
        for chunk in ProcessPool(2).chunks(plan(runs=1000)):
            got.extend(chunk)
            for child in multiprocessing.active_children():
                child.kill()

    with pytest.raises(WorkerDied):
        play_and_kill()
    assert [row.run for row in got] == list(range(1, len(got) + 1))
    assert multiprocessing.active_children() == []


def test_one_job_needs_no_process():
    assert executor(1) == InProcess()
    assert executor(3) == ProcessPool(3)


# --- chunks --------------------------------------------------------------------------------------------------


def test_chunks_grow_until_they_take_about_half_a_second():
    pace = Pace(jobs=2)
    sizes = []
    for _ in range(6):
        sizes.append(pace.next(10**6))
        pace.learn(sizes[-1], 0.01 * sizes[-1])  # a run takes 10 ms
    assert sizes == [1, 4, 16, 50, 50, 50]
    assert sizes[-1] * 0.01 == CHUNK_SECONDS


def test_long_runs_are_handed_out_one_by_one_and_so_are_the_last():
    pace = Pace(jobs=2, runs=50)
    pace.learn(50, 500.0)
    assert pace.next(10**6) == 1
    pace = Pace(jobs=2, runs=50)
    assert [pace.next(left) for left in (1000, 100, 40, 5, 1)] == [50, 25, 10, 1, 1]


def test_no_more_is_handed_out_than_can_soon_be_given_on(monkeypatch):
    """So a million runs do not wait in memory for one that is slow."""
    submitted = []
    submit = ProcessPoolExecutor.submit

    def counting(pool, work, start, stop):
        submitted.append(stop)
        return submit(pool, work, start, stop)

    monkeypatch.setattr(ProcessPoolExecutor, "submit", counting)
    chunks = ProcessPool(2).chunks(plan(runs=10**6))
    given = len(list(islice(chunks, 2)))
    assert len(submitted) <= given + AHEAD * 2
    chunks.close()
