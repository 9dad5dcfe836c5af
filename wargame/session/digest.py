"""The digest of a session: the same play has the same digest, however and wherever it was played."""

from collections.abc import Iterable
from hashlib import sha256

from wargame.model.event import Event
from wargame.model.methods import changed
from wargame.model.plain import text
from wargame.model.record import Turn

START = sha256(b"wargame session").hexdigest()


def chain(before: str, turn: Turn, events: Iterable[Event]) -> str:
    """The digest after a turn, from the one before it: over applied decisions and events, nothing else.

    No label, parent, seating, rationale, path or wall-clock time enters.
    """
    opened = {"turn": turn.number, "edge": turn.edge}
    orders = [changed(order, rationale=None) for order in turn.orders]
    told = "".join([f"{text(each)}\n" for each in (opened, *orders, *events)])
    return sha256((before + told).encode()).hexdigest()
