"""A session's orders as a decision file, and its events as JSON lines."""

from collections.abc import Iterator

from wargame.model.clock import hours
from wargame.model.plain import line, plain
from wargame.model.record import Record
from wargame.rules.fog import seat_log


def decision_lines(record: Record, seat: str | None = None) -> Iterator[str]:
    """The orders of the turns that were played, and when each turn began; of one seat, or of all."""
    for done in record.played:
        if done.phase != "play":
            return
        yield line({"turn": done.turn.number, "edge": hours(done.turn.edge)}).decode()
        for order in done.turn.orders:
            if seat in (None, order.seat):
                yield line({"turn": done.turn.number} | plain(order)).decode()


def event_lines(record: Record, seat: str | None = None) -> Iterator[str]:
    """The umpire's log, or what one seat could see of it, numbered anew."""
    events = record.events if seat is None else seat_log(record.header.scenario, seat, record.events)
    for event in events:
        yield line(event).decode()
