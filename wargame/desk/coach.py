"""The coach: what a scenario's guide tells a seat to do next. It looks on and never keeps anybody waiting."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from wargame.desk.lines import Para, say
from wargame.model.fields import kind_of
from wargame.model.guide import Step
from wargame.model.occasion import Occasion
from wargame.replay.watch import Scene
from wargame.rules.occasions import Occasions

ENOUGH = "That is all for this turn. End it, and read what it brings."
"""Where every step that is of use now has been done."""


@dataclass(frozen=True, slots=True)
class Advice:
    """What to do next."""

    step: Step | None
    """None when the turn can be ended."""
    done: int
    """How many steps lie behind."""
    of: int

    @property
    def text(self) -> str:
        return ENOUGH if self.step is None else self.step.text


def advice(scene: Scene, opened: Collection[str]) -> Advice | None:
    """What the guide tells the seat, which has `opened` these tabs; None without a guide, and once play is over."""
    guide = next((each for each in scene.scenario.guides if each.seat == scene.view), None)
    if guide is None or scene.situation.ended is not None:
        return None
    staged = {kind_of(type(order.decision)) for order in scene.orders}
    behind = [_behind(scene, step, staged, opened) for step in guide.steps]
    now = (step for step, gone in zip(guide.steps, behind, strict=True) if not gone and _due(scene, step))
    return Advice(next(now, None), sum(behind), len(guide.steps))


def _behind(scene: Scene, step: Step, staged: Collection[str], opened: Collection[str]) -> bool:
    """Whether a step has been done, or its time is over."""
    turn = scene.situation.turn
    return (
        step.order in staged
        or step.look in opened
        or (step.turn is not None and turn >= step.turn)
        or (step.until is not None and turn > step.until)
        or _come(scene, step.seen)
    )


def _due(scene: Scene, step: Step) -> bool:
    """Whether it is of use yet."""
    return step.after is None or _come(scene, step.after)


def _come(scene: Scene, occasion: Occasion | None) -> bool:
    return occasion is not None and Occasions(scene.scenario).first(occasion, scene.events) is not None


def coach_paras(told: Advice, how: Callable[[Step | None], str]) -> Iterator[Para]:
    """What to do, and `how` it is done here."""
    yield say(("head", f"COACH {min(told.done + 1, told.of)}/{told.of} "), told.text, " ", ("key", how(told.step)), hang=0)
