"""Times and what can be said of them: tasks take turns, so that a slow moment of the machine meets them all."""

import gc
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median, quantiles
from time import perf_counter

Task = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured quantity."""

    name: str
    """By which later runs find it."""
    about: str
    value: float
    unit: str = ""
    noise: float | None = None
    """Half the distance between the quartiles, in % of the median; None for what is counted."""


def in_turns(rounds: int, *tasks: Task) -> list[list[float]]:
    """Milliseconds of each task in each round, without the garbage collector, as sessions are played; one round that is
    not counted comes first.
    """
    taken: list[list[float]] = [[] for _ in tasks]
    for number in range(rounds + 1):
        for times, task in zip(taken, tasks, strict=True):
            gc.collect()
            gc.disable()
            try:
                start = perf_counter()
                task()
                taken_for = perf_counter() - start
            finally:
                gc.enable()
            if number:
                times.append(taken_for * 1e3)
    return taken


def middle(name: str, about: str, values: Sequence[float], unit: str = "ms") -> Figure:
    """The median of some measurements."""
    centre = median(values)
    low, _, high = quantiles(values, n=4) if len(values) > 1 else (centre, centre, centre)
    return Figure(name, about, centre, unit, (high - low) / 2 / centre * 100 if centre else None)


def ratio(name: str, about: str, values: Sequence[float], bases: Sequence[float]) -> Figure:
    """The median of the ratios round by round."""
    return middle(name, about, [value / base for value, base in zip(values, bases, strict=True)], "x")
