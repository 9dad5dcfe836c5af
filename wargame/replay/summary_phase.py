"""How far the response has come, as a view knows it: NATO's six phases of a crisis."""

from dataclasses import dataclass

from wargame.model.happenings import CrisisCalmed, ReinforcementAnnounced
from wargame.model.situation import MeasureProgress
from wargame.replay import names
from wargame.replay.watch import Scene
from wargame.replay.wording import listed

PHASES = (
    "indications and warning",
    "assessment",
    "response options",
    "planning",
    "execution",
    "transition",
)
FORCES = ("activate_forces", "deploy")
"""Measures whose adoption is followed by planning a movement of forces."""


@dataclass(frozen=True, slots=True)
class Phase:
    """Where the response stands, and what says so."""

    number: int
    """1 to 6."""
    name: str
    why: str


def phase(scene: Scene) -> Phase:
    """The furthest phase that something known to the view speaks for."""
    number, why = _transition(scene) or _execution(scene) or _council(scene) or _alarm(scene) or _words(scene) or START
    return Phase(number, PHASES[number - 1], why)


Reached = tuple[int, str]
START: Reached = (1, "nothing has been called or warned of")


def _transition(scene: Scene) -> Reached | None:
    if scene.situation.over:
        return 6, "the horizon is reached"
    if scene.situation.ended is not None:
        return 6, "play has ended"
    if any(isinstance(event.body, CrisisCalmed) for event in scene.events):
        return 6, "the crisis has calmed"
    down = _named(scene, [each for each in _measures(scene, "adopted") if each.text.kind == "stand_down"])
    return (6, f"{down} adopted") if down else None


def _execution(scene: Scene) -> Reached | None:
    """The alliance's: what a nation moves under its own command is not."""
    attacked = [name for name, state in scene.situation.objectives.items() if state.attacked is not None]
    if attacked:
        return 5, f"{names.objective(scene.scenario, attacked[0])} has been attacked"
    moving = [measure for measure in scene.situation.council.measures.values() if measure.activated is not None]
    if moving:
        return 5, f"forces are activated for {listed([measure.id for measure in moving], 4)}"
    announced = any(isinstance(event.body, ReinforcementAnnounced) for event in scene.events)
    return (5, "a reinforcement has been announced") if announced else None


def _council(scene: Scene) -> Reached | None:
    council = scene.situation.council
    planned = [measure for measure in _measures(scene, "adopted") if measure.text.kind in FORCES]
    if planned:
        return 4, f"{_named(scene, planned)} adopted, forces not yet activated"
    tabled = [measure for measure in council.measures.values() if measure.open or measure.state == "broken"]
    if tabled:
        return 3, f"{listed([measure.id for measure in tabled], 4)} before the council"
    if council.measures:
        return 3, "the council has decided on what was tabled"
    if council.convened is not None:
        return 3, "the council has met, nothing is tabled"
    return (2, "a consultation has been called") if council.called is not None else None


def _alarm(scene: Scene) -> Reached | None:
    warned = [name for name, picture in scene.situation.pictures.items() if picture.warned is not None]
    return (2, f"the staff of {names.all_of(scene.scenario, warned)} has warned") if warned else None


def _words(scene: Scene) -> Reached | None:
    """What even a stranger can see."""
    if scene.situation.alert:
        return 3, "the alliance has raised its alert"
    return (2, "the alliance has spoken in public") if scene.situation.statements else None


def _measures(scene: Scene, state: str) -> list[MeasureProgress]:
    return [measure for measure in scene.situation.council.measures.values() if measure.state == state]


def _named(scene: Scene, measures: list[MeasureProgress]) -> str:
    return listed([f"{each.id} ({names.measure(scene.scenario, each.text)})" for each in measures[:2]])
