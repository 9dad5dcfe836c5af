"""A decision in words for people: with the names of forces, places and seats, and what reports and measures are about.

Everything is read from what the seat itself holds.
"""

from collections.abc import Iterator
from dataclasses import fields

from wargame.model.decisions import Decision
from wargame.model.fields import kind_of
from wargame.model.scenario import Scenario
from wargame.model.situation import Situation
from wargame.replay import names
from wargame.replay.wording import listed, plain_words

JOINED = {"position": ": ", "to": " to ", "at": " at ", "measure": " on ", "adversary": " by ", "objective": " for "}
"""What stands before a field that is not the first; commas before the others."""
JOINED_IN = {
    "offer_force": {"measure": " to "},
    "assure": {"assurance": " of "},
    "make_offer": {"objective": ": "},
    "ask_mediator": {"adversary": " towards "},
    "request_information": {"about": " about "},
    "task_collection": {"indicator": " for "},
    "grant_transit": {"rules": " by rules of "},
}
"""The same, where an order says it in its own way."""


def order_words(scenario: Scenario, situation: Situation, seat: str, decision: Decision) -> str:
    """A decision with what it is about: `offer force Frontier Brigade (dal-frontier) to m1 (deploy 2 BE to Ardel)`."""
    kind = kind_of(type(decision))
    said = plain_words(kind)
    joined = JOINED | JOINED_IN.get(kind, {})
    first = True
    for name, words in _details(scenario, situation, seat, decision):
        said += (" " if first else joined.get(name, ", ")) + words
        first = False
    return said


def _details(scenario: Scenario, situation: Situation, seat: str, decision: Decision) -> Iterator[tuple[str, str]]:
    """Each field that says something, in words."""
    for each in fields(decision):
        if each.name == "kind":
            continue
        held = getattr(decision, each.name)
        labels = held if isinstance(held, tuple) else (held,)
        if each.name in names.LABELS and all(isinstance(label, str) for label in labels):
            words = listed([labelled(scenario, situation, seat, each.name, label) for label in labels])
        elif each.name == "objective":
            words = names.objective(scenario, held)
        elif each.name == "to" and isinstance(held, str) and names.who(scenario, held) == held:
            words = names.place(scenario, held)
        else:
            words = names.value(scenario, decision, each.name)
        if words:
            yield each.name, words


def subject(scenario: Scenario, situation: Situation, seat: str, label: str) -> str:
    """What orders are about, whatever kind of thing it is: `m1 (deploy 2 BE to Ardel)`, `Frontier Brigade
    (dal-frontier)`, `Ilmara`.
    """
    for field in ("force", "measure", "report", "incident", "indicator"):
        said = labelled(scenario, situation, seat, field, label)
        if said != label:
            return said
    for named in (names.who, names.place, names.objective):
        if named(scenario, label) != label:
            return named(scenario, label)
    return plain_words(label)


def labelled(scenario: Scenario, situation: Situation, seat: str, field: str, label: str) -> str:
    """A label with what it stands for: `r3 (field hospitals are set up, B2)`; alone where nothing is known."""
    stands = about(scenario, situation, seat, field, label)
    if not stands or stands.casefold() == label.casefold():
        return stands or label
    if field in ("force", "forces"):
        return f"{stands} ({label})"
    return stands if field == "indicator" else f"{label} ({stands})"


def about(scenario: Scenario, situation: Situation, seat: str, field: str, label: str) -> str:
    """What a label stands for to a seat; empty where it has nothing by that label."""
    match field:
        case "force" | "forces":
            return names.force(scenario, label)
        case "measure":
            measure = situation.council.measures.get(label)
            return names.measure(scenario, measure.text) if measure else ""
        case "report":
            return _report(scenario, situation, seat, label)
        case "indicator":
            return names.indicator(scenario, label)
        case "incident":
            return _incident(situation, seat, label)
    return ""


def _report(scenario: Scenario, situation: Situation, seat: str, label: str) -> str:
    picture = situation.pictures.get(seat)
    report = picture.reports.get(label) if picture else None
    if report is None:
        return ""
    text = names.shortened(names.indicator(scenario, report.body.indicator))
    return f"{text}, {report.body.reliability}{report.body.credibility}"


def _incident(situation: Situation, seat: str, label: str) -> str:
    state = situation.nations.get(seat)
    incident = state.incidents.get(label) if state else None
    return "" if incident is None else names.MEANS.get(incident.means, plain_words(incident.means))
