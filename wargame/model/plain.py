"""Records as plain JSON values: how events, orders and scenarios are written to files and digests."""

import json
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

ATOMS = frozenset({str, int, float, bool, type(None)})


def plain(value: Any, nulls: bool = False) -> Any:
    """A record, or tuples and dicts of records, as JSON values; fields that are None are left out unless `nulls`."""
    kind: Any = type(value)
    if kind in ATOMS:
        return value
    if kind is tuple or kind is list:
        return [plain(item, nulls) for item in value]
    if is_dataclass(value):
        held = ((name, getattr(value, name)) for name in _names(kind))
        return {name: plain(each, nulls) for name, each in held if nulls or each is not None}
    if kind is dict:
        return {str(key): plain(item, nulls) for key, item in value.items()}
    if kind is set or kind is frozenset:
        return sorted(value)
    raise TypeError(f"no plain form for {kind.__name__}")


@cache
def _names(cls: type) -> tuple[str, ...]:
    return tuple(each.name for each in fields(cls))


def line(value: Any) -> bytes:
    """A record as one line of JSON: ASCII, without spaces, fields in their own order, ended by a newline."""
    return json.dumps(plain(value), separators=(",", ":"), allow_nan=False).encode() + b"\n"
