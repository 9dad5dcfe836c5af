"""Records as plain JSON values: how events, orders and scenarios are written to files and digests."""

from collections import Counter
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from json.encoder import c_make_encoder, encode_basestring_ascii  # type: ignore[attr-defined]
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin

ATOMS = frozenset({str, int, float, bool, type(None)})
_NAMES: dict[type, tuple[str, ...]] = {}
"""The fields of each kind of record met so far."""
OFTEN = 20
"""Records of a kind that have been written before a function is made that writes them: to make it takes as long."""


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


_encode = c_make_encoder(None, plain, encode_basestring_ascii, None, ":", ",", False, False, False)
"""What `json.JSONEncoder` makes anew for each value that it encodes; numbers that are none are refused."""


def line(value: Any) -> bytes:
    """A record as one line of JSON: ASCII, without spaces, fields in their own order, ended by a newline."""
    return (text(value) + "\n").encode()


def text(value: Any) -> str:
    """A value as JSON: ASCII, without spaces; fields of records that are None are left out."""
    kind = type(value)
    write = _writers.get(kind)
    if write is not None:
        return write(value)
    if is_dataclass(kind):
        _written[kind] += 1
        if _written[kind] == OFTEN:
            _writers[kind] = _writer(kind)
    return "".join(_encode(value, 0))


# --- what is written by the thousand -------------------------------------------------------------------------

_writers: dict[type, Callable[[Any], str]] = {}
_written: Counter[type] = Counter()


def _writer(kind: Any) -> Callable[[Any], str]:
    """`text` for one kind of record, in a third of the time: which fields it has and what they hold is asked once."""
    parts = ""
    for each in fields(kind):
        hint: Any = each.type
        held, choices = f"record.{each.name}", get_args(hint)
        if NoneType in choices and len(choices) == 2:
            hint = choices[choices[0] is NoneType]
        hint = hint.__origin__ if get_origin(hint) is Annotated else hint
        part = f',"{each.name}":{_form(hint, held)}'
        parts += f"{{'' if {held} is None else f'{part}'}}" if NoneType in choices else part
    names = {"quoted": encode_basestring_ascii, "encode": _encode, "text": text}
    name = f"write_{kind.__name__}"  # so that a profile tells them apart
    exec(f"def {name}(record):\n    return '{{' + f'''{parts}'''[1:] + '}}'", names)  # noqa: S102 - as in `methods`
    write: Callable[[Any], str] = names[name]
    return write


def _form(hint: Any, held: str) -> str:
    """The part of an f-string that writes what a field holds."""
    if hint is str or (get_origin(hint) is Literal and {*map(type, get_args(hint))} == {str}):
        return f"{{quoted({held})}}"
    if hint is int:
        return f"{{{held}}}"
    if hint is bool:
        return f'{{"true" if {held} else "false"}}'
    if get_origin(hint) is tuple and get_args(hint) == (str, ...):
        return f'[{{",".join(map(quoted, {held}))}}]'
    if hint is float or get_origin(hint) is tuple:
        return f'{{"".join(encode({held}, 0))}}'
    return f"{{text({held})}}"
