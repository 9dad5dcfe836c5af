"""The orders pad: what a seat could order now, what it costs and what it would answer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from typing import Any

from wargame.model.decisions import CATALOGUE, Decision
from wargame.model.fields import kind_of
from wargame.model.scenario import EXCON
from wargame.model.situation import Situation
from wargame.model.view import View
from wargame.replay import names
from wargame.replay.watch import Scene
from wargame.replay.wording import limited, listed, plain_words, table
from wargame.rules.legal import cost, legal, most_orders
from wargame.rules.options import considered

LABELS = ("report", "incident", "measure", "offer")
"""Fields whose values are counted as they come: the newest are named first."""
PRESSING = frozenset(
    {"take_position", "accept_offer", "refuse_offer", "answer_offer", "attribute_attack", "commit_force", "cease_fire"}
)
"""Orders for whose want something runs out or goes on."""
VALUES = 4
"""Values of one field that are named; more are counted."""
SCREEN, OTHERS, REFUSED = 24, 16, 10
"""Lines spent on orders that answer something, on others, and on what cannot be ordered."""
EXAMPLES = 40
"""Decisions of a kind that are given to programs in full."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The ways to give one kind of order now."""

    kind: str
    group: str
    ways: int
    """How many of those considered are legal."""
    cost: tuple[int, int]
    """Political capital, least and most."""
    answers: int | None
    """The newest event that one of them would answer."""
    about: str
    """What they can be about, in words."""
    decisions: tuple[Decision, ...]
    """The first of them, as they are written in a file of orders."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A kind of order that cannot be given now, and why."""

    kind: str
    reason: str


@dataclass(frozen=True, slots=True)
class Pad:
    """The orders pad of a seat."""

    most: int
    """Orders a turn; 0 for exercise control, whose acts are not counted."""
    choices: tuple[Choice, ...]
    """The most pressing first: what waits for an answer, then what follows from something, the newest of it first."""
    refused: tuple[Refusal, ...]
    """Those that cost too much first."""


def pad(scene: Scene) -> Pad | None:
    """What the seat could order at this instant; None for the umpire, and once play is over."""
    if scene.truth or scene.situation.ended is not None:
        return None
    view = View(scene.view, scene.scenario, scene.situation, scene.events)
    able: dict[type, list[Decision]] = {}
    refused: dict[type, str] = {}
    for decision in considered(view):
        reason = legal(view, decision)
        if reason is None:
            able.setdefault(type(decision), []).append(decision)
        elif type(decision) not in refused or reason.startswith("costs"):
            refused[type(decision)] = reason
    choices = [_choice(scene, kind, decisions) for kind, decisions in able.items()]
    if scene.view == EXCON:
        choices = [_act(kind) for kind, entry in CATALOGUE.items() if EXCON in entry.roles and not entry.missing]
    no = [Refusal(kind_of(kind), reason) for kind, reason in refused.items() if kind not in able]
    return Pad(
        most=0 if scene.view == EXCON else most_orders(scene.scenario),
        choices=tuple(sorted(choices, key=_urgency)),
        refused=tuple(sorted(no, key=lambda each: not each.reason.startswith("costs"))),
    )


def _urgency(choice: Choice) -> tuple[int, int]:
    rank = 0 if choice.kind in PRESSING else 2 if choice.kind.endswith("_report") else 1
    return rank, -(choice.answers or 0)


def _choice(scene: Scene, kind: type, decisions: Sequence[Decision]) -> Choice:
    prices = [cost(decision) for decision in decisions]
    answered = [event for event in (answers(scene, decision) for decision in decisions) if event is not None]
    entry = CATALOGUE[kind]
    return Choice(
        kind=entry.kind,
        group=entry.group,
        ways=len(decisions),
        cost=(min(prices), max(prices)),
        answers=max(answered, default=None),
        about=_about(scene, decisions),
        decisions=tuple(decisions[:EXAMPLES]),
    )


def _act(kind: type) -> Choice:
    """A white-cell act: it fits at any time."""
    entry = CATALOGUE[kind]
    return Choice(entry.kind, entry.group, 1, (0, 0), None, entry.effect, ())


def answers(scene: Scene, decision: Any) -> int | None:
    """The event that a decision follows from, by the seat's own numbers: a measure, a report, an incident, a call."""
    situation: Situation = scene.situation
    picture = situation.pictures.get(scene.view)
    measure = getattr(decision, "measure", None)
    if isinstance(measure, str) and measure in situation.council.measures:
        return situation.council.measures[measure].event
    report = getattr(decision, "report", None)
    if picture is not None and report in picture.reports:
        return picture.reports[report].event
    nation = situation.nations.get(scene.view)
    incident = getattr(decision, "incident", None)
    if nation is not None and incident in nation.incidents:
        return nation.incidents[incident].event
    match decision.kind:
        case "table_measure":
            return situation.council.convened
        case "call_consultation" | "commit_publicly":
            return picture.warned if picture is not None else None
    return None


def _about(scene: Scene, decisions: Sequence[Decision]) -> str:
    """The values that the decisions' fields can have: `m1, m2; accept, abstain or break`."""
    parts = []
    for each in fields(decisions[0]):
        if each.name == "kind":
            continue
        values = [names.value(scene.scenario, decision, each.name) for decision in decisions]
        newest_first = reversed(values) if each.name in LABELS else values
        distinct = [value for value in dict.fromkeys(newest_first) if value]
        if distinct:
            parts.append(listed(distinct, VALUES) if len(distinct) > VALUES else ", ".join(distinct))
    return "; ".join(parts)


# --- in words ------------------------------------------------------------------------------------------------


def pad_lines(known: Pad) -> Iterator[str]:
    """What would answer something on the table, the newest first."""
    if known.most == 0:
        yield "  White-cell acts, in any number at any time:"
        yield from limited(
            table(((plain_words(c.kind), c.about) for c in known.choices), "    "), SCREEN, "more", "    "
        )
        return
    yield f"  At most {known.most} orders a turn; cost is political capital; [ ] is the event answered."
    answering = [each for each in known.choices if each.answers is not None]
    yield from limited(table(map(_row, answering), "    "), SCREEN, "more", "    ", _kinds(answering))
    if not answering:
        yield "    Nothing is on the table that an order could answer."


def other_lines(known: Pad) -> Iterator[str]:
    """What can be ordered besides, and what cannot now, with the reason."""
    others = [] if known.most == 0 else [each for each in known.choices if each.answers is None]
    yield from limited(table(map(_row, others), "    "), OTHERS, "more", "    ", _kinds(others))
    if known.refused:
        yield "  Not now:"
        rows = ((plain_words(each.kind), each.reason) for each in known.refused)
        yield from limited(table(rows, "    "), REFUSED, "more", "    ", _kinds(known.refused))


def _kinds(those: Sequence[Choice] | Sequence[Refusal]) -> list[str]:
    return [plain_words(each.kind) for each in those]


def _row(choice: Choice) -> tuple[str, str, str]:
    least, most = choice.cost
    price = (
        "free"
        if most == 0
        else f"cost {least}"
        if least == most
        else f"up to {most}"
        if not least
        else f"cost {least} to {most}"
    )
    answer = f" [{choice.answers}]" if choice.answers is not None else ""
    ways = f" ({choice.ways} ways)" if choice.ways > 1 else ""
    return plain_words(choice.kind), price, f"{choice.about}{ways}{answer}".strip()
