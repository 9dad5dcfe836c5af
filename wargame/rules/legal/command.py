"""What must be the case before the commander decides."""

from math import fsum

from wargame.model.clock import parse_instant
from wargame.model.decisions.command import (
    IssueActivationWarning,
    Requirement,
    SetLiftPriority,
    SetPortPriority,
    StateRequirements,
)
from wargame.model.decisions.forces import OrderActivation
from wargame.model.situation import ForceStatus
from wargame.model.view import View
from wargame.rules.generation import ENOUGH, going
from wargame.rules.legal.table import check, measure_in, no_place_for_allies

MOST_LINES = 12
"""Of a statement of requirements."""
BEFORE_DEPARTURE: frozenset[ForceStatus] = frozenset({"notice", "waiting", "loading"})


@check(IssueActivationWarning)
def may_warn(view: View, decision: IssueActivationWarning) -> str | None:
    measure = measure_in(view, decision.measure)
    if measure is not None and measure.warned is not None:
        return "the warning has been issued"
    return _no_open_deployment(view, decision.measure)


@check(StateRequirements)
def may_require(view: View, decision: StateRequirements) -> str | None:
    measure = measure_in(view, decision.measure)
    if measure is None or measure.warned is None:
        return _no_open_deployment(view, decision.measure) or "the activation warning has not been issued"
    if decision.lines and measure.lines == decision.lines:
        return "these requirements have been stated"
    return _no_open_deployment(view, decision.measure) or _bad_lines(view, decision, measure.text.strength or 0.0)


def _bad_lines(view: View, decision: StateRequirements, agreed: float) -> str | None:
    """What is wrong with a statement of requirements."""
    if not 1 <= len(decision.lines) <= MOST_LINES:
        return f"a statement has from 1 to {MOST_LINES} lines"
    asked = fsum(line.strength for line in decision.lines)
    if asked > agreed + ENOUGH:
        return f"the lines ask for {asked:g} BE; the measure is for {agreed:g}"
    return next((reason for line in decision.lines if (reason := _bad_line(view, line))), None)


def _bad_line(view: View, line: Requirement) -> str | None:
    try:
        parse_instant(line.by)
    except ValueError as fault:
        return str(fault)
    return no_place_for_allies(view, line.at)


def _no_open_deployment(view: View, name: str) -> str | None:
    """Why force generation for a measure is not open; None when it is."""
    measure = measure_in(view, name)
    if measure is None or measure.text.kind != "deploy":
        return f"there is no deployment '{name}'"
    if measure.state == "failed":
        return "the measure has failed"
    return "the forces have already been activated" if measure.activated is not None else None


@check(OrderActivation)
def may_activate(view: View, decision: OrderActivation) -> str | None:
    measure = measure_in(view, decision.measure)
    if measure is None or measure.text.kind != "deploy":
        return f"there is no deployment '{decision.measure}'"
    if measure.state != "adopted":
        return "the council has not adopted the measure"
    if measure.activated is not None:
        return "the forces have already been activated"
    if not measure.offers:
        return "no force is on offer"
    chosen = going(view.scenario, view.situation, measure)
    if all(caveat is not None for _, caveat in chosen.values()):
        return "no offer fills a line, or caveats hold back what does"
    return None


@check(SetLiftPriority)
def may_set_lift(view: View, decision: SetLiftPriority) -> str | None:
    if decision.forces and view.situation.lift_priority == decision.forces:
        return "that is already the order"
    return _bad_order(view, decision.forces, BEFORE_DEPARTURE, "waits for lift")


@check(SetPortPriority)
def may_set_port(view: View, decision: SetPortPriority) -> str | None:
    location = next((each for each in view.scenario.theatre.locations if each.id == decision.at), None)
    if location is None:
        return f"there is no location '{decision.at}'"
    if not location.parking and not location.berths and not location.trains:
        return "the place handles neither aircraft nor ships nor trains"
    if view.situation.port_priority.get(decision.at) == decision.forces:
        return "that is already the order"
    return _bad_order(view, decision.forces, BEFORE_DEPARTURE | {"moving"}, "is on its way")


def _bad_order(view: View, forces: tuple[str, ...], statuses: frozenset[ForceStatus], what: str) -> str | None:
    """What is wrong with an order of forces that are to be in one of these statuses."""
    if not forces or len(set(forces)) != len(forces):
        return "name at least one force, and none twice"
    for name in forces:
        state = view.situation.forces.get(name)
        if state is None or state.activated is None or state.status not in statuses:
            return f"'{name}' is no force that {what}"
    return None
