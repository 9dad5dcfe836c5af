"""Records as plain JSON values: how events, orders and scenarios are written to files and digests."""

from dataclasses import fields, is_dataclass
from json.encoder import c_make_encoder, encode_basestring_ascii  # type: ignore[attr-defined]
from typing import Any

ATOMS = frozenset({str, int, float, bool, type(None)})
_NAMES: dict[type, tuple[str, ...]] = {}
"""The fields of each kind of record met so far."""


def plain(value: Any, nulls: bool = False) -> Any:
    """A record, or tuples and dicts of records, as JSON values; fields that are None are left out unless `nulls`."""
    kind = type(value)
    if kind in ATOMS:
        return value
    names = _NAMES.get(kind)
    if names is not None:
        made = {}
        for name in names:
            held = getattr(value, name)
            if type(held) not in ATOMS:
                made[name] = plain(held, nulls)
            elif held is not None or nulls:
                made[name] = held
        return made
    if kind is tuple or kind is list:
        return [plain(item, nulls) for item in value]
    if kind is dict:
        return {str(key): plain(item, nulls) for key, item in value.items()}
    if kind is set or kind is frozenset:
        return sorted(value)
    if is_dataclass(kind):
        _NAMES[kind] = tuple(each.name for each in fields(kind))
        return plain(value, nulls)
    raise TypeError(f"no plain form for {kind.__name__}")


def _shown(value: Any) -> Any:
    """What JSON does not know: a record as the dict of its fields that are not None, all else as it is in `plain`."""
    names = _NAMES.get(type(value))
    if names is None:
        return plain(value)
    return {name: held for name in names if (held := getattr(value, name)) is not None}


_encode = c_make_encoder(None, _shown, encode_basestring_ascii, None, ":", ",", False, False, False)
"""What `json.JSONEncoder` makes anew for each value that it encodes; numbers that are none are refused."""


def line(value: Any) -> bytes:
    """A record as one line of JSON: ASCII, without spaces, fields in their own order, ended by a newline."""
    return (text(value) + "\n").encode()


def text(value: Any) -> str:
    """A value as JSON: ASCII, without spaces; fields of records that are None are left out."""
    return "".join(_encode(value, 0))
