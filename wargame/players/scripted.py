"""The player that follows a script: orders fixed in advance, turn by turn."""

from collections.abc import Callable, Mapping, Sequence

from wargame.model.record import Order
from wargame.model.view import View

Script = Mapping[tuple[int, str], Sequence[Order]]
"""Orders by turn and seat."""


def scripted(script: Script) -> Callable[[View, Callable[[], float]], Sequence[Order]]:
    """A player that gives the orders that `script` has for its seat and turn."""

    def decide(view: View, luck: Callable[[], float]) -> Sequence[Order]:
        return script.get((view.situation.turn, view.seat), ())

    return decide
