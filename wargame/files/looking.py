"""Looking around in a scenario's plain data, which may still be wrong in shape, and telling what does not fit."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from math import fsum
from typing import Any, cast

from wargame.files.faults import MOST_FAULTS, Fault, Path, did_you_mean, quoted
from wargame.files.shapes import marker
from wargame.files.text import Document
from wargame.model.fields import Identifier, Pattern

LEAST_DIFFERENCE = 1e-6
MOST_LISTED = 12
"""Names listed in a hint."""

Item = tuple[Path, dict[str, Any]]


@dataclass(slots=True)
class Looking:
    """A scenario's data at a place of a document, and the faults found in it so far."""

    document: Document
    data: dict[str, Any]
    at: Path
    faults: list[Fault] = field(default_factory=list)

    def items(self, *steps: str) -> list[Item]:
        """The records of the list at `steps`, each with its path; whatever is of another shape is passed over."""
        value: Any = self.data
        for step in steps:
            value = value.get(step) if isinstance(value, dict) else None
        listed = value if isinstance(value, list) else []
        return [((*self.at, *steps, index), item) for index, item in enumerate(listed) if isinstance(item, dict)]

    def under(self, outer: str, inner: str) -> list[Item]:
        """The records of the list `inner` of every record of the list `outer`."""
        return [
            ((*path, inner, index), item)
            for path, holder in self.items(outer)
            for index, item in enumerate(holder[inner] if isinstance(holder.get(inner), list) else [])
            if isinstance(item, dict)
        ]

    def inside(self, items: Iterable[Item], *keys: str) -> list[Item]:
        """The record that each item has at `keys`, where it has one."""
        found = []
        for path, item in items:
            value: Any = item
            for key in keys:
                value = value.get(key) if isinstance(value, dict) else None
            if isinstance(value, dict):
                found.append(((*path, *keys), value))
        return found

    def ids(self, *steps: str) -> list[str]:
        """The ids of the records of a list."""
        return [item["id"] for _, item in self.items(*steps) if isinstance(item.get("id"), str)]

    def say(self, path: Path, message: str, hint: str = "") -> None:
        """Note a fault, as long as it is one that will be shown."""
        if len(self.faults) < MOST_FAULTS:
            self.faults.append(self.document.fault(path, message, hint))

    def unique(self, what: str, items: Iterable[Item]) -> list[str]:
        """The ids of `items`; an id that comes twice is a fault."""
        seen: dict[str, Path] = {}
        for path, item in items:
            name = item.get("id")
            if not isinstance(name, str):
                continue
            if name in seen:
                self.say((*path, "id"), f"another {what} has the id {quoted(name)} already", "give each its own")
            seen.setdefault(name, path)
        return list(seen)

    def named(self, items: Iterable[Item], key: str, what: str, known: Iterable[str]) -> None:
        """Each record's `key`, one name or a list of them, must be among `known`."""
        choices = dict.fromkeys(known)
        for path, item in items:
            value = item.get(key)
            names = enumerate(value) if isinstance(value, list) else [(None, value)]
            for index, name in names:
                if len(self.faults) < MOST_FAULTS and fits(name, Identifier) and name not in choices:
                    place = (*path, key) if index is None else (*path, key, index)
                    hint = did_you_mean(name, choices) or f"there are: {', '.join([*choices][:MOST_LISTED])}"
                    self.say(place, f"there is no {what} {quoted(name)}", hint if choices else "there is none at all")

    def needed(self, *lists: str) -> None:
        """None of these lists may be empty."""
        for name in lists:
            if self.data.get(name) == []:
                self.say((*self.at, name), "at least one is needed")

    def number(self, item: dict[str, Any], key: str) -> float | None:
        """A number that a record has at `key`, if it is one."""
        value = item.get(key)
        return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None

    def sums_to_one(self, items: list[Item], key: str, place: Path, what: str, default: float | None = None) -> None:
        """The numbers at `key` of the records are shares of one whole."""
        numbers = [self.number(item, key) if key in item else default for _, item in items]
        present = [number for number in numbers if number is not None]
        if items and len(present) == len(items) and abs(fsum(present) - 1.0) > LEAST_DIFFERENCE:
            self.say(place, f"{what} sum to {fsum(present):g}", "they must sum to 1")


def fits(value: Any, kind: Any) -> bool:
    """Whether a value is text of the pattern that the annotation `kind` asks for."""
    pattern = cast(Pattern, marker(kind, Pattern))
    matched = re.fullmatch(pattern.regex or ".*", value) if isinstance(value, str) else None
    return matched is not None and len(matched[0]) <= pattern.longest
