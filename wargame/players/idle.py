"""The player that does nothing: the measure of what playing is worth."""

from collections.abc import Callable, Sequence

from wargame.model.record import Order
from wargame.model.view import View


def decide(view: View, luck: Callable[[], float]) -> Sequence[Order]:
    """Never decides anything."""
    return ()
