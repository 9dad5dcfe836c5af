"""Candidates for the commander's decisions."""

from collections.abc import Iterator

from wargame.model.clock import instant
from wargame.model.decisions import Decision
from wargame.model.decisions.command import (
    IssueActivationWarning,
    Requirement,
    SetLiftPriority,
    SetPortPriority,
    StateRequirements,
)
from wargame.model.decisions.forces import OrderActivation
from wargame.model.nation import HEAVY, Force, ForceKind
from wargame.model.situation import MeasureProgress
from wargame.model.view import View
from wargame.rules.generation import forces_of
from wargame.rules.legal.command import BEFORE_DEPARTURE
from wargame.rules.options.table import Candidates

LEAST_LINE = 0.1
"""Brigade equivalents that a line asks for at the least."""
NEEDED_WITHIN = 10 * 24 * 3600
"""Seconds."""


def _commander(view: View) -> Iterator[Decision]:
    for measure in view.situation.council.measures.values():
        yield OrderActivation(measure=measure.id)
        yield IssueActivationWarning(measure=measure.id)
        if measure.warned is not None and measure.activated is None and not measure.lines:
            yield from _requirements(view, measure)
    yield from _priorities(view)


def _requirements(view: View, measure: MeasureProgress) -> Iterator[Decision]:
    """Half of it heavy and half of it quick, of the kinds that the allies have most of."""
    forces = forces_of(view.scenario).values()
    heavy = _commonest([force for force in forces if force.kind in HEAVY])
    quick = _commonest([force for force in forces if force.kind not in HEAVY])
    kinds = [kind for kind in (heavy, quick) if kind is not None]
    if not kinds or measure.text.place is None:
        return
    each = round((measure.text.strength or 0.0) / len(kinds), 1)
    by = instant(view.time + NEEDED_WITHIN)
    if each >= LEAST_LINE and each * len(kinds) <= (measure.text.strength or 0.0):
        lines = tuple(Requirement(capability=kind, strength=each, at=measure.text.place, by=by) for kind in kinds)
        yield StateRequirements(measure=measure.id, lines=lines)


def _commonest(forces: list[Force]) -> ForceKind | None:
    strength: dict[ForceKind, float] = {}
    for force in forces:
        strength[force.kind] = strength.get(force.kind, 0.0) + force.strength
    return max(strength, key=lambda kind: (strength[kind], kind), default=None)


def _priorities(view: View) -> Iterator[Decision]:
    """Heavy forces first, or quick ones first, where more than one waits."""
    forces, states = forces_of(view.scenario), view.situation.forces
    waiting = [
        name for name, state in states.items() if state.activated is not None and state.status in BEFORE_DEPARTURE
    ]
    orders = [
        tuple(sorted(waiting, key=lambda name: ((forces[name].kind in HEAVY) != heavy_first, name)))
        for heavy_first in (True, False)
    ]
    for ordered in dict.fromkeys(orders) if waiting else ():
        yield SetLiftPriority(forces=ordered)
        for place in dict.fromkeys(states[name].destination for name in waiting):
            if place is not None:
                yield SetPortPriority(at=place, forces=ordered)


CANDIDATES: Candidates = {"commander": _commander}
