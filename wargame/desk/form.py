"""A decision as a form: one line a field, as text that people edit; and back again, with one line for what is wrong."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from wargame.files.check import check
from wargame.files.faults import FileFaults
from wargame.files.strict_json import read_line
from wargame.model.decisions import Decision
from wargame.model.decisions.page import Field, fields_of
from wargame.model.fields import kind_of
from wargame.model.plain import line, plain
from wargame.model.scenario import Scenario, all_seats
from wargame.replay.names import PEOPLE, PLACES
from wargame.replay.wording import plain_words

YES, NO = "yes", "no"
LEFT_OUT = ""


class Unfinished(ValueError):
    """The form is not a decision yet; the message says what to change."""


@dataclass(slots=True)
class Form:
    """One kind of decision with what stands in its fields."""

    cls: type
    fields: tuple[Field, ...]
    values: dict[str, str] = field(default_factory=dict)
    """By the field's dotted name; what is not there has been left out."""

    @classmethod
    def blank(cls, kind: type) -> "Form":
        """With the defaults."""
        asked = tuple(each for each in fields_of(kind) if each.type != "record" or each.many)
        return cls(kind, asked, {each.name: _shown(each.default) for each in asked if each.default not in (None, ())})

    def fill(self, decision: Decision) -> None:
        """Put a decision's values into the fields."""
        self.values = dict(_flat(plain(decision), "", {each.name for each in self.fields}))

    def build(self) -> Decision:
        """The decision that the fields describe. Raises Unfinished."""
        nested: dict[str, Any] = {"kind": kind_of(self.cls)}
        for each in self.fields:
            text = self.values.get(each.name, LEFT_OUT).strip()
            if text:
                _put(nested, each.name.split("."), _read(each, text))
            elif each.required and "." not in each.name:
                raise Unfinished(f"{plain_words(each.name)} is needed: {each.values()}")
        try:
            made: Decision = check(read_line(line(nested), "order", 1), self.cls)
        except FileFaults as faults:
            first = faults.faults[0]
            raise Unfinished(f"{plain_words(first.where)}: {first.message}".removeprefix(": ")) from None
        return made

    def choices(self, name: str, ways: Iterable[Decision], scenario: Scenario) -> list[str]:
        """What a field could hold: what it is limited to, what the ways to give the order hold, what there is."""
        asked = next(each for each in self.fields if each.name == name)
        if asked.choices:
            return list(asked.choices)
        if asked.type == "yes or no":
            return [YES, NO]
        known = {each.name for each in self.fields}
        found = [dict(_flat(plain(way), "", known)).get(name, LEFT_OUT) for way in ways]
        last = name.rpartition(".")[2]
        if asked.type == "id" and last in PLACES:
            found += [place.id for place in scenario.theatre.locations]
        if asked.type == "id" and last in PEOPLE:
            found += all_seats(scenario)
        return [each for each in dict.fromkeys(found) if each]


def _flat(value: Any, prefix: str, known: set[str]) -> Iterable[tuple[str, str]]:
    for name, held in value.items():
        whole = prefix + name
        if whole in known:
            yield whole, _shown(held)
        elif isinstance(held, dict):
            yield from _flat(held, f"{whole}.", known)


def _shown(held: Any) -> str:
    match held:
        case bool():
            return YES if held else NO
        case float():
            return f"{held:.12g}"
        case dict():
            return json.dumps(held)
        case list() | tuple():
            return json.dumps(held) if any(isinstance(each, dict) for each in held) else ", ".join(map(_shown, held))
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
    name = plain_words(asked.name)
    match asked.type:
        case "yes or no":
            if text not in (YES, NO):
                raise Unfinished(f"{name} is yes or no, not '{text}'")
            return text == YES
        case "number" | "whole number":
            try:
                return int(text) if asked.type == "whole number" else float(text)
            except ValueError:
                raise Unfinished(f"{name} is {asked.values()}, not '{text}'") from None
    return text


def _put(nested: dict[str, Any], path: Sequence[str], value: Any) -> None:
    for step in path[:-1]:
        nested = nested.setdefault(step, {})
    nested[path[-1]] = value
