"""Computer players: from a seat's view to its orders. They know nothing that the seat may not know.

A player is stateless: the same view and the same luck give the same orders, so a session can be resumed anywhere.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from wargame.model.record import Order
from wargame.model.view import View
from wargame.players import idle, random_legal
from wargame.players.policies import STYLES, player

Luck = Callable[[], float]
"""Uniform draws in (0, 1) of the seat's own stream for this turn."""
Player = Callable[[View, Luck], Sequence[Order]]


@dataclass(frozen=True, slots=True)
class Entry:
    """A computer player as `wargame players` lists it."""

    name: str
    about: str
    decide: Player


def _entry(name: str, decide: Player) -> Entry:
    assert decide.__doc__
    return Entry(name, " ".join(decide.__doc__.split()), decide)


PLAYERS: dict[str, Entry] = {
    entry.name: entry
    for entry in (
        *(Entry(name, style.about, player(style)) for name, style in STYLES.items()),
        _entry("idle", idle.decide),
        _entry("random", random_legal.decide),
    )
}
"""Players that need nothing but a view. `scripted` plays from a file and is made where the file is read."""
