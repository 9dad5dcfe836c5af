"""A government's own aims and how they stand, as far as it can know."""

from dataclasses import dataclass

from wargame.model import aims
from wargame.model.nation import Nation
from wargame.replay.watch import Scene
from wargame.rules.economy import nation_of
from wargame.scoring.aims import reached
from wargame.scoring.course import Course, follow

AT_HOME = (
    aims.KeepForcesHome,
    aims.SupportAtLeast,
    aims.CapitalAtLeast,
    aims.SpendAtMost,
    aims.NoCommitment,
    aims.NoConcession,
    aims.ObjectiveHeld,
    aims.AlertAtMost,
)
"""Aims of which a nation can tell how they stand without a seat in the council."""


@dataclass(frozen=True, slots=True)
class Standing:
    """One aim."""

    aim: str
    text: str
    reached: float | None
    """How far it would be reached if the session ended now, 0 to 1; None when the seat cannot tell."""


def standing(scene: Scene) -> tuple[Standing, ...]:
    """The aims of the seat's nation, reckoned by the rules of the score from what the seat has seen."""
    nation = nation_of(scene.scenario, scene.view)
    if nation is None or not nation.aims:
        return ()
    course = follow(scene.scenario, scene.events)
    return tuple(Standing(aim.id, aim.text, _reached(scene, course, nation, aim)) for aim in nation.aims)


def _reached(scene: Scene, course: Course, nation: Nation, aim: aims.Aim) -> float | None:
    hidden = isinstance(aim, aims.RungAtMost)
    outside = nation.id not in scene.scenario.alliance.members and not isinstance(aim, AT_HOME)
    return None if hidden or outside else round(reached(course, nation, aim), 6)
