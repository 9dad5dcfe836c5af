"""Candidates for decisions in the fighting."""

from collections.abc import Iterator

from wargame.model.decisions import Decision
from wargame.model.decisions.forces import CeaseFire, CommitForce, CounterAttack, Evacuate
from wargame.model.view import View
from wargame.rules.combat import in_battle
from wargame.rules.economy import nation_of
from wargame.rules.options.table import Candidates, own_forces


def _nation(view: View) -> Iterator[Decision]:
    home = nation_of(view.scenario, view.seat)
    assert home is not None
    for objective in view.situation.battles:
        for force in own_forces(view):
            yield CommitForce(force=force, objective=objective)
            yield Evacuate(force=force, to=home.capital)
    yield from _cease_fire(view)


def _commander(view: View) -> Iterator[Decision]:
    for objective in view.scenario.objectives:
        if objective.id in view.situation.battles:
            forces = tuple(in_battle(view.situation, objective))
            yield CounterAttack(objective=objective.id, forces=forces)
            headquarters = view.scenario.alliance.headquarters
            yield from (Evacuate(force=force, to=headquarters) for force in forces)


def _cease_fire(view: View) -> Iterator[Decision]:
    yield from (CeaseFire(objective=objective) for objective in view.situation.battles)


CANDIDATES: Candidates = {"nation": _nation, "commander": _commander, "hq": _cease_fire, "red": _cease_fire}
