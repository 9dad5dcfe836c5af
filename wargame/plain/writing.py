"""Orders as people write them in a line: `offer_force force=dal-coast because they are ready`."""

import re
import shlex
from collections.abc import Sequence
from dataclasses import dataclass

from wargame.desk.form import Form, Unfinished
from wargame.desk.orders import Kind
from wargame.files.faults import clean
from wargame.model.decisions import Decision
from wargame.plain.abbreviations import meant
from wargame.plain.wrong import Wrong

_BECAUSE = re.compile(r"(?:^|\s)because\s+(.*)$", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Written:
    """An order as it was written, before it is known whether it can be given."""

    kind: str
    """In the words it was called by."""
    values: tuple[tuple[str, str], ...] = ()
    rationale: str | None = None


def because(text: str) -> tuple[str, str | None]:
    """What stands before `because`, and the reason after it."""
    found = _BECAUSE.search(text)
    if found is None:
        return text.strip(), None
    return text[: found.start()].strip(), found.group(1).strip() or None


def written(text: str) -> Written:
    """Read an order: its kind in one word or several, then `field=value`; what holds blanks stands in quotes."""
    order, rationale = because(text)
    try:
        words = shlex.split(order)
    except ValueError:
        raise Wrong('a quotation mark has no partner; write text="like this"') from None
    at = next((index for index, word in enumerate(words) if "=" in word), len(words))
    values = []
    for word in words[at:]:
        name, equals, value = word.partition("=")
        if not equals or not name:
            raise Wrong(f"'{clean(word)}' is no field=value; what holds blanks stands in quotes: text=\"like this\"")
        values.append((name, value))
    return Written(" ".join(words[:at]), tuple(values), rationale)


def spelled(words: Sequence[str]) -> str:
    """A kind of order as records spell it, from one word or several."""
    return "_".join(words).lower().replace("-", "_")


def decision(order: Written, kind: Kind) -> Decision:
    """The decision that was meant: what the values say or, where they leave needed ones out, the one way that has them.

    Raises Wrong.
    """
    form = Form.blank(kind.cls)
    values = {}
    first = sorted(order.values, key=lambda given: given[0].rpartition(".")[2] != "kind")
    for written, value in first:
        name = _field(form, written)
        form.put(name, value)  # a kind of record that is chosen brings its own fields
        values[name] = value
    try:
        return form.build()
    except Unfinished as error:
        ways = [way for way in kind.ways if _has(way, form, values)]
        if len(ways) == 1:
            return ways[0]
        if ways:
            raise Wrong(f"{error}; {len(ways)} ways are like that: ways {kind.entry.kind} lists them") from None
        raise Wrong(f"{error}; help {kind.entry.kind} names its fields") from None


def _field(form: Form, name: str) -> str:
    """The dotted name of a field from as much of it as is clear: `place` for `measure.place`."""
    names = [field.name for field in form.fields]
    name = name.lower().replace("-", "_")
    last = [each for each in names if each.rpartition(".")[2] == name]
    if name not in names and len(last) == 1:
        return last[0]
    if not names:
        raise Wrong(f"this order has no fields, so '{clean(name)}' cannot be one of them")
    return meant(name, names, "field", f"its fields are {', '.join(names)}")


def _has(way: Decision, form: Form, values: dict[str, str]) -> bool:
    filled = Form(form.cls, form.fields)
    filled.fill(way)
    return all(
        name in filled.values and filled.same(name, filled.values[name], value) for name, value in values.items()
    )
