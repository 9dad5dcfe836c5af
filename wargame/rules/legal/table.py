"""The table of preconditions, a function a decision, and what they say in common."""

from collections.abc import Callable
from typing import Any, TypeVar

from wargame.model.situation import MeasureProgress
from wargame.model.view import View

D = TypeVar("D")
CHECKS: dict[type, Callable[[View, Any], str | None]] = {}


def check(kind: type[D]) -> Callable[[Callable[[View, D], str | None]], Callable[[View, D], str | None]]:
    """Enter a function as the precondition of a decision: it returns None, or the reason for the no."""

    def enter(function: Callable[[View, D], str | None]) -> Callable[[View, D], str | None]:
        CHECKS[kind] = function
        return function

    return enter


def no_measure(view: View, measure: str) -> str:
    tabled = ", ".join(view.situation.council.measures)
    return f"there is no measure '{measure}'; " + (f"tabled are {tabled}" if tabled else "none has been tabled")


def not_own(view: View, force: str) -> str:
    own = [name for name, state in view.situation.forces.items() if state.nation == view.seat]
    return f"'{force}' is not a force of this nation; its forces are {', '.join(own) or 'none'}"


def measure_in(view: View, measure: str) -> MeasureProgress | None:
    return view.situation.council.measures.get(measure)
