"""Whether a turn gives a seat anything to decide (`docs/model.md` 9.6): what calls for an answer, and can it be given.

A turn is idle for a seat when nothing that it sees at the edge (a proposal, a request, a report, an offer, a deadline,
a change of alert) is answered by a decision that the seat may take and can pay for before the next.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any, Literal, get_args

from wargame.model.decisions import Decision
from wargame.model.event import Event
from wargame.model.view import View
from wargame.rules.options import options
from wargame.rules.statements import due_statement

What = Literal["proposal", "request", "report", "offer", "deadline", "alert"]
WHATS: tuple[What, ...] = get_args(What)


@dataclass(frozen=True, slots=True)
class Matter:
    """Something that calls for an answer."""

    what: What
    answers: tuple[str, ...]
    """Kinds of decision that answer it."""
    about: tuple[tuple[str, str], ...] = ()
    """What such a decision must name, by its field."""

    def answered_by(self, decision: Decision) -> bool:
        """Whether a decision answers it. What a decision has no field for it need not name."""
        named = all(getattr(decision, name, value) == value for name, value in self.about)
        return decision.kind in self.answers and named


@dataclass(frozen=True, slots=True)
class Rule:
    """What an event of a kind calls for."""

    what: What
    answers: tuple[str, ...]
    about: tuple[str, ...] = ()
    """Fields of the event that a decision must name alike; `measure` is the one it belongs to."""
    mine: str = ""
    """Field of the event in which the seat must stand, if any."""
    others: str = ""
    """Field of the event in which the seat must not stand, if any: its own act calls for no answer."""


_FORCES = ("offer_force", "seek_mandate", "hasten_mandate", "ready_force")
CALLS: dict[str, Rule] = {
    "council_convened": Rule("deadline", ("table_measure",)),
    "measure_tabled": Rule(
        "proposal", ("take_position", "lobby", "side_payment", "offer_force"), ("measure",), others="by"
    ),
    "measure_amended": Rule("proposal", ("take_position", "lobby", "side_payment"), ("measure",)),
    "measure_narrowed": Rule("proposal", ("take_position", "lobby", "side_payment"), ("measure",)),
    "silence_began": Rule("proposal", ("take_position", "lobby", "side_payment"), ("measure",)),
    "measure_adopted": Rule("request", _FORCES, ("measure",)),
    "requirements_stated": Rule("request", _FORCES, ("measure",)),
    "round_opened": Rule("request", _FORCES, ("measure",)),
    "activation_warned": Rule("request", _FORCES, ("measure",)),
    "lobbied": Rule("request", ("take_position",), ("measure",), mine="nation"),
    "side_payment_promised": Rule("request", ("take_position",), ("measure",), mine="nation"),
    "permission_asked": Rule("request", ("grant_access", "grant_transit"), mine="by"),
    "information_requested": Rule("request", ("release_report",), mine="to"),
    "relief_needed": Rule("request", ("send_relief",)),
    "report_received": Rule(
        "report", ("release_report", "sanitise_report", "publish_report"), ("report",), mine="nation"
    ),
    "warning_issued": Rule("report", ("call_consultation", "table_measure"), mine="nation"),
    "attribution_reached": Rule("report", ("attribute_attack",), ("incident",), mine="nation"),
    "incident_noticed": Rule("report", ("repair", "defend_networks"), mine="nation"),
    "offer_made": Rule("offer", ("accept_offer", "refuse_offer"), ("offer",), others="by"),
    "mediation_offered": Rule("offer", ("ask_mediator",)),
    "cease_fire_offered": Rule("offer", ("cease_fire",)),
    "alert_declared": Rule("alert", ("ready_force", "set_rules_of_engagement", "table_measure")),
    "attack_began": Rule("deadline", ("commit_force", "commit_publicly", "evacuate", "call_consultation")),
}
"""By kind of event: what it calls for."""


def matters(view: View, since: int) -> Iterator[Matter]:
    """What calls for an answer from a seat at an edge, given how many events of its log it had at the edge before."""
    for event in view.log[since:]:
        rule = CALLS.get(event.body.kind)
        if rule is not None and _concerns(view, event, rule):
            yield Matter(rule.what, rule.answers, tuple(_about(event, rule)))
    yield from _standing(view)


def _concerns(view: View, event: Event, rule: Rule) -> bool:
    body: Any = event.body
    theirs = not rule.mine or getattr(body, rule.mine) == view.seat
    return theirs and not (rule.others and getattr(body, rule.others) == view.seat)


def _about(event: Event, rule: Rule) -> Iterator[tuple[str, str]]:
    for name in rule.about:
        value = event.measure if name == "measure" else getattr(event.body, name)
        if value is not None:
            yield name, value


def _standing(view: View) -> Iterator[Matter]:
    """What was there before and still waits: proposals without the seat's position, offers, a statement that is due."""
    for measure in view.situation.council.measures.values():
        if measure.open and view.seat not in measure.positions:
            yield Matter("proposal", ("take_position",), (("measure", measure.id),))
    if due_statement(view.scenario.doctrine.intelligence, view.situation):
        yield Matter("deadline", ("state_probability",))


def answerable(view: View, since: int, open_decisions: Collection[Decision] | None = None) -> set[What]:
    """What of it a decision answers that the seat may take now; empty when the turn is idle for it."""
    choices = options(view) if open_decisions is None else open_decisions
    by_kind: dict[str, list[Decision]] = {}
    for decision in choices:
        by_kind.setdefault(decision.kind, []).append(decision)
    found: set[What] = set()
    for matter in matters(view, since):
        if matter.what not in found:
            near = (decision for kind in matter.answers for decision in by_kind.get(kind, ()))
            found |= {matter.what} if any(matter.answered_by(decision) for decision in near) else set()
    return found
