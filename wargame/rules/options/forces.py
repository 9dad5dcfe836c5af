"""Candidates for decisions on a nation's forces."""

from collections.abc import Iterator

from wargame.model.decisions import Decision
from wargame.model.decisions.forces import (
    GrantAccess,
    GrantTransit,
    MoveForce,
    OfferForce,
    ReadyForce,
    SeekMandate,
    WithdrawOffer,
)
from wargame.model.nation import Nation
from wargame.model.situation import MOVABLE
from wargame.model.theatre import LocationKind
from wargame.model.view import View
from wargame.rules.economy import nation_of
from wargame.rules.generation import soil
from wargame.rules.options.table import Candidates, own_forces

HOSTS: frozenset[LocationKind] = frozenset({"objective", "port", "airfield", "railhead"})
"""Kinds of places that others' forces may want to use."""


def _nation(view: View) -> Iterator[Decision]:
    own = own_forces(view)
    for measure in view.situation.council.measures.values():
        if measure.text.kind == "deploy" and measure.state != "failed" and measure.activated is None:
            yield from (OfferForce(force=force, measure=measure.id) for force in own)
            yield SeekMandate(measure=measure.id)
    for force in own:
        yield WithdrawOffer(force=force)
        yield ReadyForce(force=force)
    nation = nation_of(view.scenario, view.seat)
    if nation is not None:
        yield from _moves(view, nation)
        yield from _leave(view)


def _moves(view: View, nation: Nation) -> Iterator[Decision]:
    """Home, to the capital, or to an objective that is or may be threatened."""
    for force in nation.forces:
        if view.situation.forces[force.id].status in MOVABLE:
            objectives = (objective.at for objective in view.scenario.objectives)
            for place in dict.fromkeys((force.at, nation.capital, *objectives)):
                yield MoveForce(force=force.id, to=place)


def _leave(view: View) -> Iterator[Decision]:
    """To all allies at once: single nations can be named by hand."""
    for location in view.scenario.theatre.locations:
        if HOSTS.intersection(location.kinds) and soil(view.scenario, location.id) == view.seat:
            yield GrantAccess(to=view.scenario.alliance.id, at=location.id)
    yield GrantTransit(to=view.scenario.alliance.id, rules="emergency")


CANDIDATES: Candidates = {"nation": _nation}
