"""When the seat's own forces could be capable at an objective if they were ordered now, by planning figures."""

from collections.abc import Iterator
from dataclasses import dataclass

from wargame.replay import names
from wargame.replay.watch import Scene
from wargame.replay.wording import listed, wrapped
from wargame.rules.economy import nation_of
from wargame.rules.estimate import HOURS_A_DAY, estimate

MOST = 3
"""Objectives for which it is reckoned."""


@dataclass(frozen=True, slots=True)
class Planned:
    """The staff's estimate for one force and one objective."""

    force: str
    objective: str
    hours: tuple[float, float, float] | None
    """10th, 50th and 90th percentile from the order until it is capable there; None without a way."""


def planned(scene: Scene) -> tuple[Planned, ...]:
    """Estimates for the nation's forces that nobody has activated."""
    nation = nation_of(scene.scenario, scene.view)
    if nation is None or scene.view not in scene.scenario.alliance.members or scene.situation.ended is not None:
        return ()
    free = [force.id for force in nation.forces if _free(scene, force.id)]
    return tuple(
        Planned(force, each.id, estimate(scene.scenario, force, each.at, scene.situation.forces[force].at))
        for each in scene.scenario.objectives[:MOST]
        for force in free
        if scene.situation.forces[force].at != each.at
    )


def _free(scene: Scene, force: str) -> bool:
    state = scene.situation.forces[force]
    return state.activated is None and state.status in ("home", "refused") and state.destination is None


def planning_lines(scene: Scene, known: tuple[Planned, ...]) -> Iterator[str]:
    """A line an objective."""
    for objective in dict.fromkeys(each.objective for each in known):
        told = [f"{each.force} {_days(each.hours)}" for each in known if each.objective == objective]
        where = names.objective(scene.scenario, objective)
        yield from wrapped(f"If ordered now, days until capable at {where}: {listed(told)}.", "  ", "    ")


def _days(hours: tuple[float, float, float] | None) -> str:
    if hours is None:
        return "(no way leads there)"
    low, middle, high = (each / HOURS_A_DAY for each in hours)
    return f"{middle:.0f} ({low:.0f} to {high:.0f})"
