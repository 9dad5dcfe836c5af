"""How the book has the alliance's own seats played: Secretary-General and commander."""

from collections.abc import Iterator
from dataclasses import replace
from math import fsum

from wargame.model.clock import instant
from wargame.model.decisions.command import (
    IssueActivationWarning,
    OrderDelegatedMeasure,
    Requirement,
    StateRequirements,
)
from wargame.model.decisions.consultation import ChangeVenue, MeasureText, NarrowMeasure, SetSilence
from wargame.model.decisions.diplomacy import Mediate
from wargame.model.decisions.forces import OrderActivation
from wargame.model.nation import ForceKind
from wargame.model.situation import MeasureProgress
from wargame.model.view import View
from wargame.players.planning import by_preference
from wargame.players.style import Proposal
from wargame.rules.bonds import pair_of
from wargame.rules.consultation import delegated
from wargame.rules.deadlines import turn_hours
from wargame.rules.generation import forces_of, held_back
from wargame.rules.options.command import LEAST_LINE, NEEDED_WITHIN
from wargame.rules.options.consultation import willing
from wargame.rules.positions import owners

SHORTEST_SILENCE, LONGEST_SILENCE = 6.0, 72.0
"""Hours of silence that can be set."""
GIVE_UP_FILLING_AFTER = 48 * 3600
"""Seconds after adoption at which the commander activates a measure that is not filled."""


def secretary_general(view: View) -> Iterator[Proposal]:
    """Keeps silence as short as lets every capital speak once the alert is raised; after a break finds a text that
    fewer object to, else takes the measure to those who are willing; mediates between members.
    """
    for measure in view.situation.council.measures.values():
        if measure.state == "guidance" and view.situation.alert > 0:
            whole_turn = turn_hours(view.scenario.pace, view.situation.alert)
            hours = min(LONGEST_SILENCE, max(SHORTEST_SILENCE, whole_turn))
            yield SetSilence(measure=measure.id, hours=hours), measure.event, "the alert is raised"
        if measure.state == "broken":
            yield from _rescue(view, measure)
    for relation in view.scenario.relations:
        if relation.dispute > 0.0 and pair_of(relation) not in view.situation.mediated:
            yield Mediate(members=relation.parties), None, "a quarrel among allies serves nobody here"


def _rescue(view: View, measure: MeasureProgress) -> Iterator[Proposal]:
    """What silence was broken on is narrowed once; then the willing decide it, if they are most of the members and
    those whom it is to help are among them. Nobody is left out so that the alliance may stand down.
    """
    answers = measure.broken
    if not measure.narrowed and measure.text.strength is not None:
        halved = replace(measure.text, strength=round(max(0.1, measure.text.strength / 2.0), 1), rules="tight")
        yield NarrowMeasure(measure=measure.id, text=halved), answers, "half of it may be let pass"
        return
    if measure.text.kind == "stand_down":
        return
    circle = willing(view, measure)
    if not set(owners(view.scenario, measure.text)) <= set(circle):
        return
    if 2 * len(circle) > len(view.scenario.alliance.members):
        yield ChangeVenue(measure=measure.id, members=circle), answers, "those who are willing should not be held up"


def commander(view: View) -> Iterator[Proposal]:
    """Orders what is delegated once the alert is raised; warns forces for a deployment as soon as it is tabled;
    activates it when its requirement is filled, or has waited long enough.
    """
    yield from _delegated(view)
    forces = forces_of(view.scenario)
    for measure in view.situation.council.measures.values():
        if measure.text.kind != "deploy" or measure.state == "failed" or measure.activated is not None:
            continue
        if measure.warned is None:
            yield IssueActivationWarning(measure=measure.id), measure.event, "notice served now is not served later"
        if measure.state != "adopted" or measure.decided is None:
            continue
        offered = fsum(forces[name].strength for name in measure.offers)
        filled = offered >= (measure.text.strength or 0.0)
        if filled or view.time - measure.decided >= GIVE_UP_FILLING_AFTER:
            if filled and not measure.lines:
                yield from _require(view, measure)
            why = "the requirement is filled" if filled else "accepted short: waiting costs more than it brings"
            yield OrderActivation(measure=measure.id), measure.event, why


def _require(view: View, measure: MeasureProgress) -> Iterator[Proposal]:
    """Where more is on offer than the council agreed to, ask for the best of it: what is in time, of that what deters
    most. The rest stays free.
    """
    forces, agreed, place = forces_of(view.scenario), measure.text.strength or 0.0, measure.text.place or ""
    able = [name for name in measure.offers if held_back(view.scenario, view.situation, measure, name, place) is None]
    left, asked = agreed, dict[ForceKind, float]()
    for force in by_preference(view, [forces[name] for name in able], place):
        part = min(left, force.strength)
        if part < LEAST_LINE:
            break
        asked[force.kind] = asked.get(force.kind, 0.0) + part
        left -= part
    by = instant(view.time + NEEDED_WITHIN)
    lines = tuple(
        Requirement(capability=kind, strength=round(part, 1), at=place, by=by)
        for kind, part in asked.items()
        if round(part, 1) >= LEAST_LINE
    )
    if len(able) > 1 and lines:
        yield StateRequirements(measure=measure.id, lines=lines), measure.event, "no more than was agreed"


def _delegated(view: View) -> Iterator[Proposal]:
    """What standing plans leave to the commander: the alert as soon as a member has called the council, then
    reinforcement for every objective that has none yet.
    """
    council, may = view.situation.council, delegated(view.scenario.alliance)
    if council.called is not None and view.situation.alert == 0 and "heighten_readiness" in may:
        alert = OrderDelegatedMeasure(measure=MeasureText(kind="heighten_readiness"))
        yield alert, council.called, "a member is alarmed"
    if "deploy" not in may or (view.situation.alert == 0 and council.called is None):
        return
    for objective in view.scenario.objectives:
        pursued = [each for each in council.measures.values() if each.text.place == objective.at]
        decided = view.situation.objectives[objective.id].decided is not None
        if not decided and all(each.state == "failed" for each in pursued):
            text = MeasureText(kind="deploy", place=objective.at, strength=round(2.0 * objective.defence, 1))
            yield OrderDelegatedMeasure(measure=text), council.called, "standing plans provide for it"
