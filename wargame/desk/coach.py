"""The coach: what a scenario's guide tells a seat to do next. It looks on and never keeps anybody waiting."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from wargame.desk.lines import Para, say
from wargame.model.guide import Step
from wargame.model.occasion import Occasion
from wargame.model.view import View
from wargame.replay.watch import Scene
from wargame.rules.legal import legal
from wargame.rules.occasions import Occasions
from wargame.rules.options import considered

ENOUGH = "That is all for this turn. End it, and read what it brings."
"""Where every step that is of use now has been done."""


@dataclass(frozen=True, slots=True)
class Advice:
    """What to do next."""

    step: Step | None
    """None when the turn can be ended."""
    number: int = 0
    of: int = 0

    @property
    def text(self) -> str:
        return ENOUGH if self.step is None else self.step.text


def advice(scene: Scene, opened: Collection[str]) -> Advice | None:
    """What the guide tells the seat, which has `opened` these tabs; None without a guide, and once play is over."""
    guide = next((each for each in scene.scenario.guides if each.seat == scene.view), None)
    if guide is None or scene.situation.ended is not None:
        return None
    for number, step in enumerate(guide.steps, start=1):
        if _due(scene, step) and not _behind(scene, step, opened) and _possible(scene, step):
            return Advice(step, number, len(guide.steps))
    return Advice(None)


def _due(scene: Scene, step: Step) -> bool:
    """Whether it is of use now."""
    if step.until is not None and scene.situation.turn > step.until:
        return False
    return step.after is None or _come(scene, step.after)


def _behind(scene: Scene, step: Step, opened: Collection[str]) -> bool:
    """Whether it has been done."""
    return (
        step.look in opened
        or (step.turn is not None and scene.situation.turn >= step.turn)
        or any(order.decision.kind == step.order for order in scene.orders)
        or _come(scene, step.seen)
    )


def _possible(scene: Scene, step: Step) -> bool:
    """Whether the order that does it can be given now."""
    if step.order is None:
        return True
    view = View(scene.view, scene.scenario, scene.situation, scene.events)
    staged = [order.decision for order in scene.orders]
    ways = (way for way in considered(view) if way.kind == step.order)
    return any(legal(view, way, staged) is None for way in ways)


def _come(scene: Scene, occasion: Occasion | None) -> bool:
    return occasion is not None and Occasions(scene.scenario).first(occasion, scene.events) is not None


def coach_paras(told: Advice, how: Callable[[Step | None], str]) -> Iterator[Para]:
    """What to do, and `how` it is done here."""
    place = f" {told.number}/{told.of}" if told.number else ""
    yield say(("head", f"COACH{place}  "), told.text, "  ", ("key", how(told.step)), hang=0)
