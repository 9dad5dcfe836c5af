"""What a seat may decide, and why not: one check for people and programs, on the seat's own knowledge only.

What only one decision needs stands in its group's file; what all need stands here.
"""

from collections.abc import Sequence

from wargame.model.decisions import CATALOGUE, Decision
from wargame.model.decisions.catalogue import Role
from wargame.model.decisions.consultation import TakePosition
from wargame.model.decisions.forces import CommitForce
from wargame.model.scenario import COMMANDER, EXCON, HQ, RED, Scenario
from wargame.model.view import View
from wargame.rules.combat import stood_aside
from wargame.rules.economy import capital_left
from wargame.rules.legal import (
    authority,
    bonds,
    combat,
    command,
    consultation,
    diplomacy,
    engagement,
    excon,
    forces,
    home_front,
    intelligence,
    red,
)
from wargame.rules.legal.table import CHECKS

GROUPS = (
    consultation,
    forces,
    intelligence,
    diplomacy,
    command,
    home_front,
    combat,
    excon,
    authority,
    bonds,
    engagement,
    red,
)
"""Each enters its preconditions in the table as it is imported."""
ON_PAD = "an order on the same subject is already on your pad"
"""Why an order cannot be given that excludes another of the same turn."""
BREAK_SILENCE_COST = 2
"""Political capital that breaking silence costs."""


def role(view: View) -> Role:
    """What kind of seat the view belongs to."""
    match view.seat:
        case "hq" | "commander" | "red" | "excon":
            assert view.seat in (HQ, COMMANDER, RED, EXCON)
            return view.seat
    return "nation"


def cost(decision: Decision) -> int:
    """Political capital that a decision costs a nation."""
    breaking = isinstance(decision, TakePosition) and decision.position == "break"
    return CATALOGUE[type(decision)].cost + (BREAK_SILENCE_COST if breaking else 0)


def price(view: View, decision: Decision, staged: Sequence[Decision] = ()) -> int:
    """Political capital that a decision costs this seat now, beside those it has `staged`: overturning the reflex to
    stand aside is paid for once, with the first force committed.
    """
    first = isinstance(decision, CommitForce) and not any(isinstance(each, CommitForce) for each in staged)
    overturns = first and stood_aside(view.situation, view.seat)
    return cost(decision) + (int(view.scenario.doctrine.combat.overturn_cost) if overturns else 0)


def legal(view: View, decision: Decision, staged: Sequence[Decision] = ()) -> str | None:
    """None when the seat may take the decision beside those it has `staged` this turn, else the reason for the no."""
    entry = CATALOGUE[type(decision)]
    if role(view) not in entry.roles:
        return f"{entry.kind} is not for this seat; it is for {' and '.join(entry.roles)}"
    if entry.missing:
        return f"{entry.kind} is not built yet: {entry.missing}"
    check = CHECKS.get(type(decision))
    reason = check(view, decision) if check else None
    return reason or _affordable(view, decision, staged) or _clashes(decision, staged)


def _affordable(view: View, decision: Decision, staged: Sequence[Decision]) -> str | None:
    if view.seat == EXCON:
        return None
    most = most_orders(view.scenario)
    if len(staged) >= most:
        return f"{most} orders are the most a seat can give in one turn"
    asked = price(view, decision, staged)
    left = capital_left(view) if asked else None
    if left is None:
        return None
    for index, other in enumerate(staged):
        left -= price(view, other, staged[:index])
    if left < asked:
        return f"costs {asked} political capital; {max(left, 0.0):.1f} is left"
    return None


def most_orders(scenario: Scenario) -> int:
    """How many orders a seat can give in one turn."""
    return int(scenario.doctrine.play.orders)


def subject(decision: Decision) -> tuple[object, ...]:
    """What a decision is about; two decisions of a turn may not be about the same."""
    entry = CATALOGUE[type(decision)]
    return (entry.topic, *(getattr(decision, name) for name in entry.about))


def _clashes(decision: Decision, staged: Sequence[Decision]) -> str | None:
    topic = CATALOGUE[type(decision)].topic
    for other in staged:
        if CATALOGUE[type(other)].topic == topic and subject(other) == subject(decision):
            return ON_PAD
    return None
