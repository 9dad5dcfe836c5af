"""Records as plain JSON values: how events, orders and scenarios are written to files and digests."""

import json
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any

from wargame.model.event import Event
from wargame.model.record import Order, Turn


def plain(value: Any) -> Any:
    """A record, or tuples and dicts of records, as JSON values; fields at their default None are left out."""
    if isinstance(value, str | int | float) or value is None:
        return value
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, set | frozenset):
        return sorted(value)
    if is_dataclass(value):
        return {name: plain(held) for name in _names(type(value)) if (held := getattr(value, name)) is not None}
    if isinstance(value, Enum):
        return value.value
    raise TypeError(f"no plain form for {type(value).__name__}")


@cache
def _names(cls: type) -> tuple[str, ...]:
    return tuple(each.name for each in fields(cls))


def line(value: Any) -> str:
    """One JSON value on one line, ASCII, without spaces, keys in their own order."""
    return json.dumps(value, separators=(",", ":"), allow_nan=False)


def event_line(event: Event) -> str:
    """An event as one flat object: its envelope, then its body."""
    envelope: dict[str, Any] = {"event": event.id, "time": event.time}
    if event.cause is not None:
        envelope["cause"] = event.cause
    if event.measure is not None:
        envelope["measure"] = event.measure
    envelope["to"] = list(event.audience)
    return line(envelope | plain(event.body))


def turn_line(turn: Turn) -> str:
    return line({"turn": turn.number, "edge": turn.edge})


def order_line(order: Order, rationale: bool = True) -> str:
    """An order as one object; a digest leaves the rationale out."""
    made = {"seat": order.seat, "decision": plain(order.decision)}
    if order.answers is not None:
        made["answers"] = order.answers
    if rationale and order.rationale is not None:
        made["rationale"] = order.rationale
    return line(made)
