"""A decision as a form: one line a field, as text that people edit; and back again, with one line for what is wrong."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, get_args, get_type_hints

from wargame.files.check import check
from wargame.files.faults import FileFaults
from wargame.files.strict_json import read_line
from wargame.model.decisions import Decision
from wargame.model.decisions.consultation import MeasureText
from wargame.model.decisions.page import Field, fields_of
from wargame.model.fields import kind_of
from wargame.model.plain import line, plain
from wargame.model.scenario import Scenario, all_seats
from wargame.replay.names import PEOPLE, PLACES
from wargame.replay.wording import plain_words
from wargame.rules.measures import ALSO, NEEDS

YES, NO = "yes", "no"
LEFT_OUT = ""
UNION = "record of kind"
"""How the type of a field begins that holds a record of one of several kinds."""
KIND = ".kind"
PERCENT = "%"
WHEN = {"inject.at": (), "inject.after.event": ("inject.after", "inject.delay"), "inject.by_hand": ()}
"""Fields of which one is filled in, and what else is about that one: a record, or fields."""


class Unfinished(ValueError):
    """The form is not a decision yet; the message says what to change."""


@dataclass(slots=True)
class Form:
    """One kind of decision with what stands in its fields.

    Where a field holds a record of one of several kinds, its kind is asked for, and then what that kind holds.
    """

    cls: type
    fields: tuple[Field, ...]
    values: dict[str, str] = field(default_factory=dict)
    """By the field's dotted name; what is not there has been left out."""

    @classmethod
    def blank(cls, kind: type) -> "Form":
        """With the defaults."""
        made = cls(kind, ())
        made.ask()
        return made

    def ask(self) -> None:
        """Ask for what the kinds that are chosen hold, with the defaults of what was not asked for before."""
        before = {each.name for each in self.fields}
        self.fields = tuple(_of_kind(self.cls, _asked(self.cls, self.values), self.values))
        names = {each.name for each in self.fields}
        self.values = {name: value for name, value in self.values.items() if name in names}
        optional = _optional(self.cls, self.fields)
        for each in self.fields:
            inner = any(each.name.startswith(f"{name}.") for name in optional)
            if each.name not in before and each.default not in (None, ()) and not inner:
                self.values.setdefault(each.name, _shown(each.default, each))

    def put(self, name: str, value: str) -> None:
        """Another value for a field."""
        self.values[name] = value
        if name.endswith(KIND):
            self.ask()

    def shown(self) -> list[Field]:
        """The fields to show: what qualifies something that can be left out, and is, is not asked for."""
        optional = _optional(self.cls, self.fields)
        return [each for each in self.fields if each.required or not self._idle(each.name, optional)]

    def _idle(self, name: str, optional: Sequence[str]) -> bool:
        record = name.rpartition(".")[0]
        if record in optional:
            return not self._begun(record)
        return any(name in more and not self.values.get(lead) for lead, more in WHEN.items())

    def _begun(self, record: str) -> bool:
        """Whether anything stands in the fields of a record."""
        return any(each.startswith(f"{record}.") and value for each, value in self.values.items())

    def can_be_left_out(self, name: str) -> bool:
        """Whether a field can be without a value, if only with all of its record."""
        return not self.field(name).required or name.rpartition(".")[0] in _optional(self.cls, self.fields)

    def settle(self, name: str) -> None:
        """Leave out what the value of a field takes the place of, or what it alone gave a meaning."""
        out: list[str] = []
        if self.values.get(name, LEFT_OUT) == LEFT_OUT:
            out = [name.rpartition(".")[0]] if self.field(name).required and self.can_be_left_out(name) else []
        elif name in WHEN and self.values[name] != NO:
            out = [each for other, more in WHEN.items() if other != name for each in (other, *more)]
        for each in list(self.values):
            if each in out or each.rpartition(".")[0] in out:
                del self.values[each]

    def several(self, name: str) -> list[str]:
        """The values that a list holds."""
        return [each for each in map(str.strip, self.values.get(name, LEFT_OUT).split(",")) if each]

    def field(self, name: str) -> Field:
        """What is asked for under a name."""
        return next(each for each in self.fields if each.name == name)

    def fill(self, decision: Decision) -> None:
        """Put a decision's values into the fields."""
        held = plain(decision)
        self.values = dict(_kinds(held, ""))
        self.ask()
        self.values = dict(_flat(held, "", self._by_name()))

    def build(self) -> Decision:
        """The decision that the fields describe. Raises Unfinished."""
        nested: dict[str, Any] = {"kind": kind_of(self.cls)}
        for each in self.fields:
            text = self.values.get(each.name, LEFT_OUT).strip()
            if text:
                _put(nested, each.name.split("."), _read(each, text))
        missing = self.missing()
        if missing is not None:
            asked = self.field(missing)
            more = "" if asked.values() == "text" else asks(asked, ": ")
            raise Unfinished(f"{self.label(missing)} is needed{more}")
        try:
            made: Decision = check(read_line(line(nested), "order", 1), self.cls)
        except FileFaults as faults:
            first = faults.faults[0]
            raise Unfinished(f"{plain_words(first.where)}: {first.message}".removeprefix(": ")) from None
        return made

    def choices(self, name: str, ways: Iterable[Decision], scenario: Scenario) -> list[str]:
        """What a field could hold: what it is limited to, what the ways to give the order hold, what there is."""
        asked = self.field(name)
        if asked.choices:
            return list(asked.choices)
        if asked.type == "yes or no":
            return [YES, NO]
        found = [dict(_flat(plain(way), "", self._by_name())).get(name, LEFT_OUT) for way in ways]
        last = name.rpartition(".")[2]
        places = [place.id for place in scenario.theatre.locations]
        held = {each for each in found if each}
        if asked.type == "id" and (last in PLACES or (held and held <= {*places})):
            found += places
        elif asked.type == "id" and last in PEOPLE:
            found += all_seats(scenario)
        return [each for each in dict.fromkeys(found) if each]

    def _by_name(self) -> dict[str, Field]:
        return {each.name: each for each in self.fields}

    def label(self, name: str) -> str:
        """What a field is called on this form: without the name of its record where all are of that record."""
        inner = name.partition(".")[2]
        alone = sum(each.name.partition(".")[2] == inner for each in self.fields) == 1
        if inner and alone and not any(each.name == inner for each in self.fields):
            return plain_words(inner.replace(".", " "))
        return label(name)

    def same(self, name: str, one: str, other: str) -> bool:
        """Whether two texts say the same in a field, as 8% and 0.08 do."""
        asked = self.field(name)
        try:
            return bool(_read(asked, one) == _read(asked, other))
        except Unfinished:
            return one == other

    def missing(self) -> str | None:
        """The first field that needs a value and has none."""
        empty = (each.name for each in self.fields if not self.values.get(each.name, LEFT_OUT).strip())
        return next((name for name in empty if self.needs(name)), None)

    def needs(self, name: str) -> bool:
        """Whether a field needs a value: one of a record not where the whole record can be left out, and is."""
        record = name.rpartition(".")[0]
        begun = not record or f"{record}{KIND}" in self.values or self._begun(record)
        return begun and self.field(name).required


def label(name: str) -> str:
    """What a field is called on the form."""
    return plain_words(name.removeprefix("inject.").replace(".", " "))


def is_share(asked: Field) -> bool:
    """Whether a field holds a share or a probability, which people read and write in percent."""
    whole = asked.unit == "" or asked.unit.startswith("of ")
    return asked.type == "number" and whole and asked.low is not None and asked.high is not None and asked.high <= 1.0


def asks(asked: Field, before: str = "") -> str:
    """What may be written in a field, in words, after `before`; nothing where only a name can stand."""
    if asked.type == "id":
        return ""
    if is_share(asked):
        return f"{before}a percentage such as 8% (8 and 0.08 are the same)"
    return before + (asked.values() if not asked.choices else f"one of {', '.join(map(plain_words, asked.choices))}")


def whole_form(cls: type) -> tuple[Field, ...]:
    """Every field that some kind of the records in a decision asks for."""
    return tuple(_asked(cls, {}))


def _of_kind(cls: type, asked: Iterable[Field], values: Mapping[str, str]) -> Iterator[Field]:
    """Of a measure's text its kind, and only what a text of that kind must and may say."""
    texts = [name for name, hint in get_type_hints(cls).items() if hint is MeasureText]
    for each in asked:
        record, _, inner = each.name.partition(".")
        if record not in texts or inner == KIND[1:]:
            yield each
            continue
        kind: Any = values.get(record + KIND, LEFT_OUT)
        if inner in NEEDS.get(kind, ()):
            yield replace(each, required=True)
        elif inner in ALSO.get(kind, ()):
            yield each


def _asked(cls: type, values: Mapping[str, str]) -> Iterator[Field]:
    """The fields of a decision, and those of the records in it."""
    for each in fields_of(cls):
        if each.type.startswith(UNION) and not each.many:
            kinds = {kind_of(kind): kind for kind in _members(cls, each.name)}
            chosen = values.get(each.name + KIND, LEFT_OUT)
            chosen = chosen if chosen in kinds else next(iter(kinds))
            inner = [one for one in fields_of(kinds[chosen]) if one.type != "record"]
            inner.sort(key=lambda one: _rank(one, kinds[chosen]))
            kind = replace(each, name=KIND[1:], type="choice", choices=tuple(kinds), default=chosen, about="")
            for one in (kind, *inner):
                yield replace(one, name=f"{each.name}.{one.name}")
        elif each.type != "record" or each.many:
            yield each


def _rank(asked: Field, kind: type) -> int:
    """What it is called comes first, then what only this kind of record has, then what all have."""
    outer = asked.name.partition(".")[0]
    return 0 if outer == "id" else 1 if outer in kind.__annotations__ else 2


def _members(cls: type, name: str) -> tuple[type, ...]:
    """The kinds of record that a field can hold."""
    hint = get_type_hints(cls)[name]
    found: tuple[type, ...] = get_args(hint)
    return found


def _optional(cls: type, asked: Iterable[Field]) -> list[str]:
    """Records that can be left out as a whole, by what of them is asked for."""
    outer = {each.name.rpartition(".")[0] for each in asked} - {""}
    unions = {each.name for each in fields_of(cls) if each.type.startswith(UNION)}
    needed = {each.name for each in fields_of(cls) if each.type == "record" and each.required}
    return sorted(outer - unions - needed)


def _kinds(value: Mapping[str, Any], prefix: str) -> Iterator[tuple[str, str]]:
    """The kinds of the records in a plain decision."""
    for name, held in value.items():
        if isinstance(held, dict):
            if "kind" in held:
                yield f"{prefix}{name}{KIND}", held["kind"]
            yield from _kinds(held, f"{prefix}{name}.")


def _flat(value: Any, prefix: str, known: Mapping[str, Field]) -> Iterable[tuple[str, str]]:
    for name, held in value.items():
        whole = prefix + name
        if whole in known:
            yield whole, _shown(held, known[whole])
        elif isinstance(held, dict):
            yield from _flat(held, f"{whole}.", known)


def _shown(held: Any, asked: Field) -> str:
    match held:
        case bool():
            return YES if held else NO
        case float() if is_share(asked):
            return f"{held * 100.0:.12g}{PERCENT}"
        case float():
            return f"{held:.12g}"
        case dict():
            return json.dumps(held)
        case list() | tuple():
            if any(isinstance(each, dict) for each in held):
                return json.dumps(held)
            return ", ".join(_shown(each, asked) for each in held)
    return str(held)


def _read(asked: Field, text: str) -> Any:
    if "record" in asked.type:
        try:
            return json.loads(text)
        except ValueError:
            raise Unfinished(f"{plain_words(asked.name)} is a record, written as JSON: {asked.values()}") from None
    if asked.many:
        return [_one(asked, each.strip()) for each in text.split(",") if each.strip()]
    return _one(asked, text)


def _one(asked: Field, text: str) -> Any:
    name = plain_words(asked.name.rpartition(".")[2])
    match asked.type:
        case "yes or no":
            if text not in (YES, NO):
                raise Unfinished(f"{name} is yes or no, not '{text}'")
            return text == YES
        case "number" | "whole number":
            try:
                if is_share(asked):
                    return _share(text)
                return int(text) if asked.type == "whole number" else float(text)
            except ValueError:
                raise Unfinished(f"{name} is {asks(asked)}, not '{text}'") from None
    return text


def _share(text: str) -> float:
    """A share as people write it: 8, 8% and 0.08 are the same. Raises ValueError."""
    number = float(text.removesuffix(PERCENT).strip())
    return number if "." in text and number <= 1.0 and not text.endswith(PERCENT) else number / 100.0


def _put(nested: dict[str, Any], path: Sequence[str], value: Any) -> None:
    for step in path[:-1]:
        nested = nested.setdefault(step, {})
    nested[path[-1]] = value
