"""Records as plain JSON values: how events, orders and scenarios are written to files and digests."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from json.encoder import encode_basestring_ascii as _text
from math import isfinite
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


def line(value: Any) -> bytes:
    """A record as one line of JSON: ASCII, without spaces, fields in their own order, ended by a newline."""
    return (text(value) + "\n").encode()


def text(value: Any) -> str:
    """A value as JSON: ASCII, without spaces; fields of records that are None are left out."""
    return _WRITERS[type(value)](value)


def _float(value: float) -> str:
    if not isfinite(value):
        raise ValueError(f"JSON has no number {value}")
    return repr(value)


def _array(values: Iterable[Any]) -> str:
    kinds = set(map(type, values))
    if len(kinds) == 1:
        return f"[{','.join(map(_WRITERS[kinds.pop()], values))}]"
    return f"[{','.join([_WRITERS[type(item)](item) for item in values])}]"


def _object(values: Mapping[str, Any]) -> str:
    return f"{{{','.join([f'{_text(key)}:{_WRITERS[type(item)](item)}' for key, item in values.items()])}}}"


def _record(kind: type) -> Callable[[Any], str]:
    """What writes a kind of record, from its fields: in two thirds of the time that JSON's own encoder takes."""
    lines = ["def write(record):", "    told = ''"]
    for each in fields(kind):
        key = f"{_text(each.name)}:"
        lines += [
            f"    held = record.{each.name}",
            f"    if held is not None: told += f'{key}{{writers[type(held)](held)}},'",
        ]
    lines.append("    return f'{{{told[:-1]}}}'")
    names: dict[str, Any] = {"writers": _WRITERS}
    exec("\n".join(lines), names)  # noqa: S102 - the names of fields, as in `methods`
    write: Callable[[Any], str] = names["write"]
    return write


class _Writers(dict[type, Callable[[Any], str]]):
    """How each kind of value is written; kinds of records are added as they are met."""

    def __missing__(self, kind: type) -> Callable[[Any], str]:
        if not is_dataclass(kind):
            raise TypeError(f"no plain form for {kind.__name__}")
        writer = self[kind] = _record(kind)
        return writer


_WRITERS = _Writers(
    {
        str: _text,
        int: repr,
        float: _float,
        bool: lambda value: "true" if value else "false",
        type(None): lambda _: "null",
        tuple: _array,
        list: _array,
        dict: _object,
        set: lambda values: _array(sorted(values)),
        frozenset: lambda values: _array(sorted(values)),
    }
)
