"""One run, one row: everything that is told of a run, flat, in the same columns for every run of a scenario.

A row holds the truth (the adversaries' hidden types): it is for the umpire. It holds nothing of the machine or the time
of day, so the same run has the same row wherever it is played.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cache
from math import inf
from types import NoneType
from typing import Any, get_args, get_type_hints

from wargame.model.plain import plain, text
from wargame.model.record import Record
from wargame.model.scenario import Scenario
from wargame.model.situation import Situation
from wargame.scoring.score import Score, score

Value = bool | int | float | str | None
Kind = type[bool] | type[int] | type[float] | type[str]
LEADING: dict[str, Kind] = {"run": int, "seed": int, "point": int, "scenario": str, "seating": str}
"""Columns that say which run a row is of."""
SHARES = ("outcome_held", "outcome_conceded", "adequacy", "alliance_", "cost_fear")
"""Beginnings of columns that hold shares, 0 to 1."""
EITHER_SIGN = ("outcome_closest_call", "margin_hours")
"""Columns whose figures know no least. All others are counts, times or amounts, from 0."""


@dataclass(frozen=True, slots=True)
class Row:
    """The result of one run."""

    run: int
    """Number of the replication, from 1; points that share it share their luck."""
    seed: int
    """With it `wargame run` plays the run again."""
    point: int
    """Number of the design point, from 0."""
    scenario: str
    seating: str
    """Label of who sat where."""
    error: str | None = None
    """Why the run could not be played to its end, on one line."""
    found: Mapping[str, Value] = field(default_factory=dict)
    """What came of it, by the names of `found_columns`; empty when it failed."""

    @property
    def values(self) -> dict[str, Value]:
        """Every column that has a value, by its name."""
        leading: dict[str, Value] = {name: getattr(self, name) for name in LEADING}
        return leading | dict(self.found) | {"error": self.error}


@dataclass(frozen=True, slots=True)
class Leaf:
    """One value inside a record of records, and the column it goes to."""

    column: str
    path: tuple[str, ...]
    kind: Kind


def columns(scenario: Scenario) -> dict[str, Kind]:
    """Every column of a scenario's rows, in order, and what its values are."""
    return LEADING | found_columns(scenario) | {"error": str}


def found_columns(scenario: Scenario) -> dict[str, Kind]:
    """The columns that tell what came of a run."""
    named: dict[str, Kind] = {f"type_{adversary.id}": str for adversary in scenario.adversaries}
    return named | {"turns": int, "digest": str} | {leaf.column: leaf.kind for leaf in leaves(Score)}


def bounds(column: str) -> tuple[float, float]:
    """The least and the most that a column's figure can be."""
    if column in EITHER_SIGN:
        return -inf, inf
    if column.startswith(SHARES):
        return 0.0, 1.0
    return 0.0, 100.0 if column.startswith("scores_") else 9.0 if column.endswith("_rung") else inf


def found(record: Record, truth: Situation) -> dict[str, Value]:
    """What came of a session that was played to its end; `truth` is the situation at that end."""
    scenario = record.header.scenario
    scored = score(scenario, record.events)
    values: dict[str, Value] = {f"type_{each.id}": truth.adversaries[each.id].type for each in scenario.adversaries}
    values |= {"turns": record.turns, "digest": record.played[-1].digest}
    return values | {leaf.column: _value(scored, leaf) for leaf in leaves(Score)}


@cache
def leaves(kind: type, above: tuple[str, ...] = ()) -> tuple[Leaf, ...]:
    """The values inside a kind of record, read off its fields: `scores.total` goes to the column `scores_total`.

    What is neither a number nor text, such as a score for each nation, becomes text in JSON.
    """
    hints = get_type_hints(kind)
    found: list[Leaf] = []
    for each in fields(kind):
        inner = _without_none(hints[each.name])
        path = (*above, each.name)
        if is_dataclass(inner):
            found += leaves(inner, path)  # type: ignore[arg-type]
        else:
            found.append(Leaf("_".join(path), path, inner if inner in (bool, int, float) else str))
    return tuple(found)


def _without_none(hint: Any) -> Any:
    """The type of a field that may be None, when it is not."""
    others = [each for each in get_args(hint) if each is not NoneType]
    return others[0] if NoneType in get_args(hint) and len(others) == 1 else hint


def _value(holder: Any, leaf: Leaf) -> Value:
    for name in leaf.path:
        if holder is None:
            return None
        holder = getattr(holder, name)
    if leaf.kind is str and not isinstance(holder, str | None):
        return text(plain(holder, nulls=True))
    return float(holder) if leaf.kind is float and holder is not None else holder
