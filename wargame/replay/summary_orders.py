"""The orders that were given at the turn's beginning."""

from collections.abc import Iterator
from dataclasses import dataclass

from wargame.model.decisions import Decision
from wargame.replay import names
from wargame.replay.order_words import order_words
from wargame.replay.watch import Scene
from wargame.replay.wording import limited, sentence, table

MOST = 20
"""Lines spent on orders."""


@dataclass(frozen=True, slots=True)
class Given:
    """One order of the turn."""

    seat: str
    decision: Decision
    words: str
    answers: int | None
    """By the seat's own numbers."""
    rationale: str | None


def given(scene: Scene) -> tuple[Given, ...]:
    """The seat's own orders of the turn, or all seats' when the umpire looks."""
    return tuple(
        Given(
            seat=order.seat,
            decision=order.decision,
            words=order_words(scene.scenario, scene.situation, order.seat, order.decision),
            answers=order.answers,
            rationale=order.rationale,
        )
        for order in scene.orders
    )


def order_lines(scene: Scene, orders: tuple[Given, ...]) -> Iterator[str]:
    """The orders with what they answer and why they were given."""
    if not orders:
        yield "  None." if scene.situation.turn else "  None; no turn has begun."
    if scene.umpire:
        rows = [(names.who(scene.scenario, each.seat), _words(each)) for each in orders]
    else:
        rows = [(str(index), _words(each)) for index, each in enumerate(orders, start=1)]
    yield from limited(table(rows), MOST, "more")


def _words(order: Given) -> str:
    answer = f" [{order.answers}]" if order.answers is not None else ""
    return f"{order.words}{answer}" + (f": {sentence(order.rationale)}" if order.rationale else "")
