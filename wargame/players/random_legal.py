"""The player that tries anything: legal moves only, drawn at random."""

from collections.abc import Callable, Sequence

from wargame.model.decisions import Decision
from wargame.model.record import Order
from wargame.model.view import View
from wargame.rules.options import options

MOST = 3
"""Orders it gives in a turn at the most."""


def decide(view: View, luck: Callable[[], float]) -> Sequence[Order]:
    """Gives up to three legal orders a turn, drawn evenly, each said to answer some event or none."""
    taken: list[Decision] = []
    orders = []
    for _ in range(int(luck() * (MOST + 1))):
        choices = options(view, taken)
        if not choices:
            break
        decision = choices[int(luck() * len(choices))]
        taken.append(decision)
        number = int(luck() * 2 * len(view.log)) + 1
        orders.append(Order(seat=view.seat, decision=decision, answers=number if number <= len(view.log) else None))
    return orders
