"""Force generation: what offers fill, what is lacking, what caveats hold back (`docs/model.md` 7.10 and 7.16)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import fsum

from wargame.model.clock import parse_instant
from wargame.model.decisions.command import Requirement
from wargame.model.nation import Caveat, Force
from wargame.model.scenario import Scenario
from wargame.model.situation import ForceState, MeasureProgress, Situation
from wargame.rules.kept import kept

ENOUGH = 1e-6
"""Brigade equivalents that make no difference."""


@dataclass(frozen=True, slots=True)
class Filled:
    """What offers do for a statement of requirements."""

    line: dict[str, int]
    """The line that each useful offer fills, in the order of the offers."""
    lacking: tuple[float, ...]
    """Brigade equivalents, line by line."""

    @property
    def complete(self) -> bool:
        return not any(self.lacking)


@kept
def forces_of(scenario: Scenario) -> dict[str, Force]:
    """Every allied force by its id."""
    return {force.id: force for nation in scenario.nations for force in nation.forces}


def fill(lines: Sequence[Requirement], offers: Iterable[str], forces: Mapping[str, Force]) -> Filled:
    """Each offer, in its order, goes to the first line of its kind that still lacks something."""
    lacking = [line.strength for line in lines]
    placed: dict[str, int] = {}
    for name in offers:
        force = forces[name]
        for index, line in enumerate(lines):
            if line.capability == force.kind and lacking[index] > 0.0:
                placed[name] = index
                left = lacking[index] - force.strength
                lacking[index] = round(left, 6) if left > ENOUGH else 0.0
                break
    return Filled(placed, tuple(lacking))


def lacking(measure: MeasureProgress, forces: Mapping[str, Force]) -> float:
    """Brigade equivalents that nobody has offered yet, of what was asked for."""
    if measure.lines:
        return round(fsum(fill(measure.lines, measure.offers, forces).lacking), 6)
    offered = fsum(forces[name].strength for name in measure.offers)
    return max(0.0, round((measure.text.strength or 0.0) - offered, 6))


def needed_by(measure: MeasureProgress, line: int | None) -> int | None:
    """When what fills a line is needed, seconds after STARTEX."""
    return parse_instant(measure.lines[line].by) if line is not None else None


def reserved(measure: MeasureProgress | None, state: ForceState) -> tuple[Caveat, ...]:
    """What holds for a force: what it is offered with, and what its nation reserved when it accepted the measure."""
    of_measure = measure.caveats.get(state.nation, ()) if measure else ()
    return tuple(dict.fromkeys((*state.caveats, *of_measure)))


def under_fire(scenario: Scenario, situation: Situation, place: str) -> bool:
    """Whether fighting has begun at a place and is not over."""
    return any(
        objective.at == place and situation.objectives[objective.id].contested for objective in scenario.objectives
    )


def held_back(
    scenario: Scenario, situation: Situation, measure: MeasureProgress, force: str, place: str
) -> Caveat | None:
    """The caveat that keeps an offered force from going to a place for a measure; None when it may go."""
    state = situation.forces[force]
    caveats = reserved(measure, state)
    if "unanimous_only" in caveats and not measure.unanimous:
        return "unanimous_only"
    if "not_under_fire" in caveats and under_fire(scenario, situation, place):
        return "not_under_fire"
    if "own_soil" in caveats and soil(scenario, place) != state.nation:
        return "own_soil"
    return None


def going(scenario: Scenario, situation: Situation, measure: MeasureProgress) -> dict[str, tuple[str, Caveat | None]]:
    """The offers that an activation would take: where each is to go, and the caveat that holds it back, if any.

    Where requirements were stated only what fills a line goes, and goes where the line says.
    """
    assert measure.text.place is not None
    lines = fill(measure.lines, measure.offers, forces_of(scenario)).line if measure.lines else {}
    chosen: dict[str, tuple[str, Caveat | None]] = {}
    for name in measure.offers:
        if measure.lines and name not in lines:
            continue
        place = measure.lines[lines[name]].at if name in lines else measure.text.place
        chosen[name] = place, held_back(scenario, situation, measure, name, place)
    return chosen


def soil(scenario: Scenario, place: str) -> str | None:
    """Whose territory a place is on: its owner, else whose objective or capital it is."""
    return _territory(scenario).get(place)


@kept
def _territory(scenario: Scenario) -> dict[str, str]:
    """By place: whose it is; what says so more plainly comes later."""
    found = {nation.capital: nation.id for nation in reversed(scenario.nations)}
    found |= {objective.at: objective.owner for objective in reversed(scenario.objectives)}
    return found | {each.id: each.owner for each in reversed(scenario.theatre.locations) if each.owner is not None}
