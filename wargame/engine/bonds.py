"""How promises kept and broken move trust between members (`docs/model.md` section 2)."""

from wargame.engine.world import World
from wargame.model.event import ALLIES, Audience, Event
from wargame.model.happenings import Promise
from wargame.rules.bonds import after_breaking, after_keeping, after_offence


def kept(
    world: World,
    holder: str,
    other: str,
    promise: Promise,
    weight: float,
    cause: Event,
    audience: Audience = ALLIES,
) -> None:
    """Let `holder` trust `other` more, which kept a promise of that weight (.1 to 1); nothing so soon after the last.

    `audience` are those who may know of the promise.
    """
    body = after_keeping(world.scenario, world.situation, holder, other, promise, weight, world.now)
    if body is not None:
        world.emit(body, cause, audience)


def broken(
    world: World,
    holder: str,
    other: str,
    promise: Promise,
    weight: float,
    cause: Event,
    audience: Audience = ALLIES,
) -> None:
    """Let `holder` trust `other` less, which broke a promise of that weight: it counts twice."""
    body = after_breaking(world.scenario, world.situation, holder, other, promise, weight, world.now)
    world.emit(body, cause, audience)


def offended(
    world: World,
    holder: str,
    other: str,
    promise: Promise,
    fall: float,
    cause: Event,
    audience: Audience = ALLIES,
) -> None:
    """Let `holder`'s trust in `other` fall by `fall`."""
    body = after_offence(world.scenario, world.situation, holder, other, promise, fall, world.now)
    world.emit(body, cause, audience)
