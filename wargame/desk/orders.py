"""What a seat could order now: every kind of decision its role has, with the ways it can be given, or why it cannot."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from functools import partial
from statistics import mode
from typing import Any, get_args

from wargame.desk.lines import Para, Part, heading, say
from wargame.model.decisions import CATALOGUE, Decision
from wargame.model.decisions.catalogue import GROUPS, Entry
from wargame.model.decisions.consultation import PositionKind, TakePosition
from wargame.model.decisions.page import summary_of
from wargame.model.view import View
from wargame.replay.wording import plain_words
from wargame.rules.legal import legal, price, role
from wargame.rules.options import considered
from wargame.rules.white_cell import acts

NOTHING = "something that it could be about"
THINGS = {"to": "recipient", "at": "place", "about": "subject"}
"""What fields hold whose names alone do not say it."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of decision."""

    cls: type
    entry: Entry
    ways: tuple[Decision, ...]
    """Legal ones with sensible values filled in."""
    reason: str | None
    """Why it cannot be given now; None when it can."""
    prices: tuple[int, ...]
    """Political capital that each way costs now."""

    @property
    def name(self) -> str:
        return plain_words(self.entry.kind)

    @property
    def price(self) -> str:
        """What it costs, in words."""
        prices = self.prices or (self.entry.cost,)
        least, most = min(prices), max(prices)
        return "free" if most == 0 else f"{most} PC" if least == most else f"{least}-{most} PC"


def kinds(view: View, staged: Sequence[Decision], about: str | None = None) -> list[Kind]:
    """Every kind the seat's role has, by group; with `about` only the ways that name that thing, or that kind."""
    able: dict[type, list[Decision]] = {}
    refused: dict[type, list[str]] = {}
    control = role(view) == "excon"
    asked = partial(price, view, staged=staged)
    for decision in acts(view) if control else considered(view):
        if about is not None and about not in named(decision):
            continue
        reason = legal(view, decision, staged)
        if reason is None:
            able.setdefault(type(decision), []).append(decision)
        else:
            refused.setdefault(type(decision), []).append(reason)
    found = [
        _kind(cls, entry, able.get(cls, []), refused.get(cls, []), asked, formless=not control or cls in refused)
        for cls, entry in CATALOGUE.items()
        if role(view) in entry.roles and (about in (None, entry.kind) or cls in able or cls in refused)
    ]
    return sorted(found, key=lambda kind: (GROUPS.index(kind.entry.group), kind.reason is not None))


def _kind(
    cls: type,
    entry: Entry,
    ways: list[Decision],
    refused: list[str],
    asked: Callable[[Decision], int],
    *,
    formless: bool,
) -> Kind:
    """A white-cell act can be given without there being a way to list: as a form. Of the reasons against the ways the
    one against most of them is told.
    """
    why = mode(refused) if refused else f"needs {entry.needs or NOTHING}"
    reason = why if formless and not ways else None
    if entry.missing:
        reason = f"not built yet: {entry.missing}"
    ordered = tuple(sorted(ways, key=together))
    return Kind(cls, entry, ordered, reason, tuple(map(asked, ordered)))


def together(way: Decision) -> tuple[str, int]:
    """What is about one measure stands together, the consenting first; all else as it came."""
    measure, position = getattr(way, "measure", None), getattr(way, "position", None)
    if not isinstance(measure, str) or position is None:
        return ("", 0)
    return (f"{len(measure):3}{measure}", get_args(PositionKind).index(position))


def named(holder: Any) -> set[str]:
    """Every name and label in a record and in the records in it, and the kinds of these."""
    found: set[str] = set()
    for each in fields(holder):
        value = getattr(holder, each.name)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, str):
                found.add(one)
            elif is_dataclass(one):
                found |= named(one)
    return found


# --- in words ------------------------------------------------------------------------------------------------


def kind_paras(known: Sequence[Kind]) -> Iterator[Para]:
    """The list to choose from: a heading a group, what can be given first. What is not simulated yet is not in it."""
    group = ""
    for kind in known:
        if kind.entry.missing:
            continue
        if kind.entry.group != group:
            group = kind.entry.group
            yield heading(group.upper())
        key = ("kind", kind.entry.kind)
        if kind.reason is None:
            ways = f"  {len(kind.ways)} ways" if len(kind.ways) > 1 else ""
            yield say(
                ("strong", kind.name), ("warn" if kind.price != "free" else "good", f"  {kind.price}"), ways, key=key
            )
        else:
            yield say(("dim", f"{kind.name}  not now: {kind.reason}"), key=key)


def kind_page(kind: Kind) -> Iterator[Para]:
    """All that is to be known of one kind."""
    entry = kind.entry
    yield say(("head", kind.name.upper()))
    yield say(summary_of(kind.cls))
    if kind.reason is not None:
        yield say(("bad", "Not now: "), kind.reason)
    price = f"{kind.price}" + (f", {entry.extra_cost}" if entry.extra_cost else "")
    facts = (
        ("Costs", price if kind.price == "free" else f"{price} (PC is political capital)"),
        ("Needs", entry.needs),
        ("Takes effect", entry.delay),
        ("Effect", entry.effect),
        ("Seen by", entry.seen_by),
        ("Undo", entry.undo),
        ("Excludes", _excludes(entry)),
    )
    for title, said in facts:
        if said:
            yield say(("key", f"{title}: "), said)


def _excludes(entry: Entry) -> str:
    """What cannot be given in the same turn."""
    others = [plain_words(each.kind) for each in CATALOGUE.values() if each.topic == entry.topic and each is not entry]
    things = " and ".join(THINGS.get(each) or plain_words(each) for each in entry.about)
    same = f"another about the same {things}" if things else "another of its kind"
    return f"in one turn {same}" + (f"; also of {', '.join(others)}" if entry.topic and others else "")


def against(view: View, decision: Decision) -> tuple[Part, ...]:
    """A mark on a way that works against a measure, and what it does; nothing for the others."""
    position = getattr(decision, "position", None)
    measure = view.situation.council.measures.get(getattr(decision, "measure", ""))
    if position != "break" or measure is None:
        return ()
    own = "your own " if measure.by == view.seat else ""
    if isinstance(decision, TakePosition):
        does = f"stops {own}{measure.id} for everybody"
        does += "" if view.scenario.alliance.decision_rule == "consensus" else " where consensus is the rule"
    else:
        does = f"asks a member to stop {own}{measure.id}"
    return (("bad", f"  ! {does}"),)


def way_words(decision: Decision, words: str) -> str:
    """One way to give an order, in the words that come after its kind."""
    return words.removeprefix(plain_words(decision.kind)).strip() or "as it stands"
