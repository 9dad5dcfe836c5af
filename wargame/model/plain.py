"""Records as plain JSON values: how events, orders and scenarios are written to files and digests."""

import json
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any


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


def line(value: Any) -> bytes:
    """A record as one line of JSON: ASCII, without spaces, fields in their own order, ended by a newline."""
    return json.dumps(plain(value), separators=(",", ":"), allow_nan=False).encode() + b"\n"
