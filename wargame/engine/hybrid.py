"""Whom a hybrid attack strikes, with what and where (`docs/model.md` section 4)."""

from wargame.engine.ladder import SEEN_BY_ADVERSARY
from wargame.engine.world import World
from wargame.model.adversary import Adversary, HybridMeans
from wargame.model.event import Event
from wargame.model.happenings import HybridAttackMade
from wargame.rules.draw import choose
from wargame.rules.threat import hybrid_of, sabotage_places

MEANS: tuple[HybridMeans, ...] = ("cyber", "sabotage", "disinformation", "election", "energy")
SHARES = (0.3, 0.25, 0.3, 0.05, 0.1)
"""How often each is chosen (judgement)."""
OWNERS_SHARE = 0.4
"""How often the owner of what the adversary is after is the victim; else any other member (judgement)."""


def strike(
    world: World,
    adversary: Adversary,
    cause: Event,
    intensity: float,
    means: HybridMeans,
    nation: str,
    at: str | None,
) -> Event:
    """Make the attack; what its victim meets of it others tell."""
    state = world.situation.adversaries[adversary.id]
    before = hybrid_of(world.scenario.doctrine.threat, state, world.now)
    body = HybridAttackMade(
        adversary=adversary.id,
        means=means,
        nation=nation,
        at=at,
        intensity=round(intensity, 6),
        level=round(min(1.0, before + intensity), 6),
    )
    return world.emit(body, cause, SEEN_BY_ADVERSARY)


def target(world: World, adversary: Adversary, owner: str) -> tuple[HybridMeans, str, str | None]:
    """Means, victim and place, drawn; an attempt at sabotage where there is nothing to sabotage is a cyber attack."""
    draw, name = world.draw, adversary.id
    means = MEANS[choose(draw(name, "hybrid means"), SHARES)]
    whom, where = draw(name, "hybrid victim"), draw(name, "hybrid place")
    others = [each for each in world.scenario.alliance.members if each != owner]
    if whom < OWNERS_SHARE or not others:
        victim = owner
    else:
        victim = others[int((whom - OWNERS_SHARE) / (1.0 - OWNERS_SHARE) * len(others))]
    if means != "sabotage":
        return means, victim, None
    places = sabotage_places(world.scenario, victim)
    if not places:
        return "cyber", victim, None
    return means, victim, places[int(where * len(places))]
