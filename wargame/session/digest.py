"""The digest of a session: the same play has the same digest, however and wherever it was played."""

from collections.abc import Iterable
from hashlib import sha256

from wargame.model.event import Event
from wargame.model.plain import event_line, order_line, turn_line
from wargame.model.record import Turn

START = sha256(b"wargame session").hexdigest()


def chain(before: str, turn: Turn, events: Iterable[Event]) -> str:
    """The digest after a turn, from the one before it: over applied decisions and events, nothing else.

    No label, parent, seating, rationale, path or wall-clock time enters.
    """
    digest = sha256(before.encode())
    for text in (turn_line(turn), *(order_line(each, rationale=False) for each in turn.orders)):
        digest.update(text.encode() + b"\n")
    for event in events:
        digest.update(event_line(event).encode() + b"\n")
    return digest.hexdigest()
