"""Playing the runs of a plan, here or in many processes: the same rows in the same order either way."""

import gc
import multiprocessing
import os
import re
import signal
from collections import deque
from collections.abc import Generator, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import wait
from threading import Thread
from time import perf_counter
from typing import Protocol

from wargame import __version__
from wargame.model.record import Header
from wargame.runs.plan import Plan, Task
from wargame.runs.row import Row, Value, found
from wargame.session.exercise import Exercise
from wargame.session.seating import Players, players
from wargame.session.table import Table

CHUNK_SECONDS = 0.5
"""Work that is handed out at once: long enough that handing it out costs next to nothing, short enough that workers end
together and little is lost when the program is killed."""
AHEAD = 2
"""Chunks a worker that are handed out but not yet given on; it bounds what waits in memory."""


class Executor(Protocol):
    """Plays runs."""

    def chunks(self, plan: Plan, start: int = 0) -> Generator[list[Row], None, None]:
        """The rows of every run from index `start` on, in order, some at a time as they are done.

        Whoever asks closes the iterator when they stop early.
        """
        ...


class WorkerDied(Exception):
    """A process that played runs was ended from outside, for want of memory perhaps."""


def executor(jobs: int) -> Executor:
    """One that uses so many processes."""
    return InProcess() if jobs == 1 else ProcessPool(jobs)


# --- one run -------------------------------------------------------------------------------------------------


class Runner:
    """Plays runs of one plan in this process."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.seated: dict[int, Players] = {}
        """Players by design point; they are stateless, and decision files are read once."""

    def play(self, index: int) -> Row:
        """Play one run; whatever goes wrong is told in its row.

        The garbage collector is off meanwhile, so what the run leaves is young at its end and cleared cheaply.
        """
        task = self.plan.task(index)
        was_on = gc.isenabled()
        gc.disable()
        try:
            return self._row(task)
        finally:
            gc.collect(0)
            if was_on:
                gc.enable()

    def _row(self, task: Task) -> Row:
        point = self.plan.points[task.point]
        row = partial(
            Row, run=task.run, seed=task.seed, point=task.point, scenario=point.scenario.id, seating=point.label
        )
        try:
            return row(found=self._found(task))
        except Exception as error:  # noqa: BLE001 - one bad run must not cost the others
            return row(error=in_a_line(error))

    def _found(self, task: Task) -> dict[str, Value]:
        point = self.plan.points[task.point]
        if task.point not in self.seated:
            self.seated[task.point] = players(point.scenario, point.seating)
        exercise = Exercise(Header(engine=__version__, scenario=point.scenario, seed=task.seed))
        Table(exercise, self.seated[task.point]).play()
        values = found(exercise.record, exercise.crisis.world.situation)
        exercise.crisis.world.close()
        return values

    def play_all(self, start: int, stop: int) -> tuple[list[Row], float]:
        """The rows of several runs, and how many seconds they took."""
        began = perf_counter()
        return [self.play(index) for index in range(start, stop)], perf_counter() - began


def in_a_line(error: Exception) -> str:
    """An error in one line that is the same in every process: without addresses of memory."""
    text = " ".join(f"{type(error).__name__}: {error}".split())
    return re.sub(r"\b0x[0-9a-f]+\b", "0x", text)


# --- many runs -----------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Pace:
    """How many runs make a chunk, learnt from those that are done."""

    jobs: int
    runs: int = 1
    """Of the next chunk."""

    def learn(self, runs: int, seconds: float) -> None:
        """Aim at CHUNK_SECONDS, growing at most fourfold at a time."""
        self.runs = max(1, min(4 * self.runs, round(CHUNK_SECONDS * runs / max(seconds, 1e-6))))

    def next(self, left: int) -> int:
        """Towards the end chunks get smaller, so that no worker waits long for the last."""
        return max(1, min(self.runs, left // (2 * self.jobs)))


@dataclass(frozen=True, slots=True)
class InProcess:
    """Plays one run after the other, here."""

    def chunks(self, plan: Plan, start: int = 0) -> Generator[list[Row], None, None]:
        runner, pace = Runner(plan), Pace(1)
        while start < len(plan):
            stop = start + pace.next(len(plan) - start)
            rows, seconds = runner.play_all(start, stop)
            pace.learn(len(rows), seconds)
            yield rows
            start = stop


_runner: Runner | None = None
"""A worker process's own."""


@dataclass(frozen=True, slots=True)
class ProcessPool:
    """Plays runs in processes of their own, started anew, so that nothing of this one reaches them but the plan."""

    jobs: int

    def chunks(self, plan: Plan, start: int = 0) -> Generator[list[Row], None, None]:
        """Raises WorkerDied."""
        pool = ProcessPoolExecutor(
            self.jobs, multiprocessing.get_context("spawn"), initializer=_begin_work, initargs=(plan,)
        )
        pace = Pace(self.jobs)
        waiting: deque[Future[tuple[list[Row], float]]] = deque()
        try:
            while start < len(plan) or waiting:
                while start < len(plan) and len(waiting) < AHEAD * self.jobs:
                    stop = start + pace.next(len(plan) - start)
                    with _interrupts_held():
                        waiting.append(pool.submit(_work, start, stop))
                    start = stop
                rows, seconds = waiting.popleft().result()
                pace.learn(len(rows), seconds)
                yield rows
        except BrokenProcessPool:
            raise WorkerDied("a process that played runs was ended from outside") from None
        finally:
            pool.shutdown(cancel_futures=True)


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Ctrl-C waits. Processes that are started meanwhile never hear of it: a terminal tells it to all of them, and one
    that is still loading its libraries would end with a traceback.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin_work(plan: Plan) -> None:
    """In a worker: only whoever started it answers Ctrl-C, and it does not outlive them, however they end."""
    global _runner  # noqa: PLW0603 - a pool's workers have no other place that lasts
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    gc.disable()
    _runner = Runner(plan)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    assert parent is not None
    wait([parent.sentinel])
    os._exit(1)


def _work(start: int, stop: int) -> tuple[list[Row], float]:
    assert _runner is not None
    return _runner.play_all(start, stop)
