"""How an adversary comes to stand on another rung of the ladder, by choice or not (`docs/model.md` section 4)."""

from wargame.engine.world import World
from wargame.model.adversary import SERIOUS_CLASH
from wargame.model.event import EVERYONE, Event
from wargame.model.happenings import ClashHappened, RungChanged
from wargame.model.scenario import RED
from wargame.rules.threat import mobilisation_of

SEEN_BY_ADVERSARY = (RED,)


def step(world: World, adversary: str, rung: int, cause: Event, *, mediated: bool = False) -> Event:
    """Move an adversary to a rung; no ally sees it."""
    state = world.situation.adversaries[adversary]
    body = RungChanged(
        adversary=adversary,
        old=state.rung,
        new=rung,
        mobilisation=round(mobilisation_of(world.scenario.doctrine.threat, state, world.now), 6),
        mediated=mediated,
    )
    return world.emit(body, cause, SEEN_BY_ADVERSARY)


def clash(world: World, adversary: str, rung: int, cause: Event) -> None:
    """Move an adversary to a rung of violence, for all the world to hear."""
    changed = step(world, adversary, rung, cause)
    world.emit(ClashHappened(adversary=adversary, serious=rung >= SERIOUS_CLASH), changed, EVERYONE)
