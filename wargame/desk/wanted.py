"""Which orders do what a step of a guide wants: those that name what it names."""

from collections.abc import Iterable, Sequence

from wargame.desk.orders import named
from wargame.model.decisions import Decision
from wargame.model.event import Event
from wargame.model.guide import Step
from wargame.replay.watch import Scene
from wargame.rules.occasions import Occasions


def fits(scene: Scene, step: Step, names: Iterable[str]) -> bool:
    """Whether what names these is what the step wants; labels of measures and reports stand for what is in them."""
    if not step.names and not step.one_of:
        return True
    named = _meant(scene, set(names))
    return named.issuperset(step.names) and (not step.one_of or not named.isdisjoint(step.one_of))


def seen(scene: Scene, step: Step) -> bool:
    """Whether the seat has seen the event that shows the step to be done."""
    if step.seen is None:
        return False
    fitting = (event for event in scene.events if event.body.kind != step.seen.event or fits(scene, step, _in(event)))
    return Occasions(scene.scenario).first(step.seen, fitting) is not None


def best(scene: Scene, ways: Sequence[Decision]) -> Decision:
    """Of several ways that fit: about the measure that is furthest; of those that differ in numbers the middle one."""
    first = min(ways, key=lambda way: _progress(scene, way))
    alike = [way for way in ways if named(way) == named(first)]
    return alike[len(alike) // 2]


def _progress(scene: Scene, way: Decision) -> int:
    measure = scene.situation.council.measures.get(getattr(way, "measure", None) or "") if _labelled(way) else None
    return {"adopted": 0, "silence": 1}.get(measure.state, 2) if measure is not None else 2


def _labelled(way: Decision) -> bool:
    return isinstance(getattr(way, "measure", None), str)


def _in(event: Event) -> set[str]:
    return named(event.body) | ({event.measure} if event.measure is not None else set())


def _meant(scene: Scene, names: set[str]) -> set[str]:
    """These names, with those in the measures and reports whose labels are among them."""
    found = set(names)
    for label, measure in scene.situation.council.measures.items():
        if label in names:
            found |= named(measure.text)
    picture = scene.situation.pictures.get(scene.view)
    for label, report in picture.reports.items() if picture is not None else ():
        if label in names:
            found.add(report.body.indicator)
    return found
