"""What people call the things of a scene."""

from collections.abc import Iterable, Iterator
from dataclasses import fields
from functools import cache
from typing import Any, get_args, get_type_hints

from wargame.model.decisions.consultation import MeasureText
from wargame.model.fields import Span, kind_of
from wargame.model.mel import Aggression, Item
from wargame.model.scenario import COMMANDER, EXCON, HQ, RED, Scenario
from wargame.replay.wording import CUT, hours_words, listed, percent, plain_words
from wargame.rules.economy import nation_of
from wargame.rules.kept import kept

SEATS = {
    HQ: "the Secretary-General",
    COMMANDER: "the commander",
    RED: "the adversary",
    EXCON: "exercise control",
    "media": "the media",
    "all": "everyone",
    "allies": "the allies",
}
HYPOTHESES = {
    "routine": "routine activity",
    "exercise": "exercise or bluff",
    "coercion": "coercion",
    "limited_attack": "limited attack",
    "major_attack": "major attack",
}
ASSURANCES = {
    "no_attack": "no attack",
    "no_forward_basing": "no forces based forward",
    "force_limits": "limits on forces",
    "observers": "observers",
}
MEASURES = {"offer_to_adversary": "offer", "collective_defence": "collective-defence finding"}
"""Measures whose names say what they are only in words of their own."""
PAYMENTS = {"money": "money", "basing": "basing", "burden_credit": "credit for burdens"}
PEOPLE = frozenset({"to", "nation", "nations", "members", "by", "adversary", "other", "mediator", "seat"})
PLACES = frozenset({"at", "place"})
LABELS = frozenset({"force", "forces", "measure", "report", "incident", "offer", "indicator", "inject", "agreement"})
"""Fields of decisions whose values are names of seats, of locations, and labels that orders are written with."""
SHORT = 32
"""Characters of an indicator's line where it stands beside other things."""
ADDED = "added "
"""Beginning of the unit of a share by which something else grows."""
ALERTS = ("normal", "guarded", "high", "full")
MEANS = {
    "cyber": "networks down",
    "sabotage": "sabotage",
    "disinformation": "disinformation",
    "election": "election interference",
    "energy": "energy cut",
}
"""What a disruption looks like; nobody can tell at first whether it was meant."""


def who(scenario: Scenario, name: str) -> str:
    """A nation, another seat, an adversary, a third party, the alliance or the media."""
    nation = nation_of(scenario, name)
    if nation is not None:
        return nation.name
    if name == scenario.alliance.id:
        return scenario.alliance.name
    others = [(each.id, each.name) for each in scenario.adversaries]
    others += [(each.id, each.name) for each in scenario.third_parties]
    return dict(others).get(name, SEATS.get(name, name))


def all_of(scenario: Scenario, names: Iterable[str]) -> str:
    """Several of them."""
    return listed([who(scenario, each) for each in names])


def place(scenario: Scenario, name: str) -> str:
    """A location."""
    return next((each.name for each in scenario.theatre.locations if each.id == name), name)


def objective(scenario: Scenario, name: str) -> str:
    """An objective."""
    return next((each.name for each in scenario.objectives if each.id == name), name)


def force(scenario: Scenario, name: str) -> str:
    """A force, allied or an adversary's."""
    return _forces(scenario).get(name, name)


@kept
def _forces(scenario: Scenario) -> dict[str, str]:
    hostile = {each.id: each.name for adversary in scenario.adversaries for each in adversary.forces}
    return hostile | {each.id: each.name for nation in scenario.nations for each in nation.forces}


def indicator(scenario: Scenario, name: str) -> str:
    """What an indicator's line of the warning list says."""
    return next((each.text for each in scenario.indicators if each.id == name), name)


def shortened(text: str, most: int = SHORT) -> str:
    """The beginning of an indicator's line, where there is no room for all of it; a mark says where it was cut."""
    text = text.strip().rstrip(".")
    return text if len(text) <= most else text[: most - len(CUT)].rstrip() + CUT


def measure(scenario: Scenario, text: MeasureText) -> str:
    """What a measure asks for."""
    words = MEASURES.get(text.kind, plain_words(text.kind))
    if text.strength is not None:
        words += f" {text.strength:g} BE"
    if text.place is not None:
        words += f" to {place(scenario, text.place)}"
    if text.adversary is not None:
        words += f" {'against' if text.kind == 'sanctions' else 'to'} {who(scenario, text.adversary)}"
    if text.share:
        words += f", {percent(text.share)} of {objective(scenario, text.objective or '')}"
    if text.rules != "normal":
        words += f", {text.rules} rules of engagement"
    return words


def deal(scenario: Scenario, objective_id: str, share: float, assurance: str | None) -> str:
    """What an offer to an adversary gives it."""
    parts = [f"{percent(share)} of {objective(scenario, objective_id)}"] if share else []
    parts += [ASSURANCES.get(assurance, assurance)] if assurance is not None else []
    return " and ".join(parts) or "nothing"


def value(scenario: Scenario, holder: Any, name: str) -> str:
    """One field of a decision, or of a record in it, in words; empty for what was left out."""
    return _words(scenario, holder, name, getattr(holder, name))


def _words(scenario: Scenario, holder: Any, name: str, given: Any) -> str:
    kind: Any = type(holder)
    match given:
        case None | ():
            return ""
        case MeasureText():
            return measure(scenario, given)
        case Item():
            return _inject(scenario, given)
        case bool():
            return plain_words(name) if given else f"not {plain_words(name)}"
        case tuple():
            return listed([_words(scenario, holder, name, each) for each in given])
        case float() | int():
            return _number(given, _unit(kind, name), name)
        case str() if name in PEOPLE:
            return who(scenario, given)
        case str() if name in PLACES:
            return place(scenario, given)
        case str():
            return given if name in LABELS else plain_words(given)
    return ", ".join(filter(None, (value(scenario, given, each.name) for each in fields(given) if each.name != "kind")))


def _inject(scenario: Scenario, item: Item) -> str:
    """`x1, message, D+0T06:00, everyone: The ferry is late`; what it leaves as it is by itself is not said."""
    changed = [each.name for each in fields(item) if getattr(item, each.name) != each.default]
    own = [value(scenario, item, name) for name in changed if name not in ("id", "text", "objective")]
    own += [objective(scenario, item.objective)] if isinstance(item, Aggression) else []
    said = ", ".join([item.id, plain_words(kind_of(type(item))), *own])
    text = getattr(item, "text", "")
    return f"{said}: {' '.join(text.split())}" if text else said


def _number(given: float, unit: str | None, name: str) -> str:
    if unit is not None and unit.startswith(ADDED):
        return f"raises the {unit.removeprefix(ADDED)} by {percent(given)}"
    if unit == "h":
        return hours_words(given)
    if unit is None or unit.startswith("of "):
        return percent(given) if 0.0 <= given <= 1.0 else f"{plain_words(name)} {given:g}"
    return f"{given:g} {unit}"


@cache
def _unit(holder: type, name: str) -> str | None:
    """The unit of a field; None of a bare share or probability."""
    return next((mark.unit or None for mark in _marks(get_type_hints(holder, include_extras=True)[name])), None)


def _marks(hint: Any) -> Iterator[Span]:
    yield from (mark for mark in getattr(hint, "__metadata__", ()) if isinstance(mark, Span))
    for inner in get_args(hint):
        yield from _marks(inner)
