"""What a session asks of SimPy, and the cheapest simulation that asks the same: bare timeouts."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from random import Random

import simpy

from wargame.model.clock import DAY

BARE_TIMES = 10
"""How often bare timeouts are run where sessions are run once: alone they would be too short to time."""


@dataclass(slots=True)
class Load:
    """What a session asks of the kernel."""

    events: int
    """Kernel events."""
    pending: int
    """Median length of the kernel's queue."""


@contextmanager
def counted() -> Iterator[list[int]]:
    """The lengths of the queue at every kernel event processed inside. Slow: not for what is timed."""
    lengths: list[int] = []
    step = simpy.Environment.step

    def counting(env: simpy.Environment) -> None:
        lengths.append(len(env._queue))  # noqa: SLF001 - SimPy tells nobody how long its queue is
        step(env)

    simpy.Environment.step = counting  # type: ignore[assignment,method-assign]
    try:
        yield lengths
    finally:
        simpy.Environment.step = step  # type: ignore[method-assign]


def bare(load: Load) -> None:
    """As many timeouts, as many of them pending; each begins another, and nothing else happens."""
    env, draw = simpy.Environment(), Random(1).random

    def begin(_: object) -> None:
        callbacks = env.timeout(draw() * DAY).callbacks
        assert callbacks is not None
        callbacks.append(begin)

    for _ in range(load.pending):
        begin(None)
    for _ in range(load.events):
        env.step()


def bares(loads: list[Load]) -> None:
    for each in loads * BARE_TIMES:
        bare(each)
