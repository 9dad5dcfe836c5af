"""Whom a hybrid attack strikes, with what and where (`docs/model.md` section 4)."""

from wargame.engine.ladder import SEEN_BY_ADVERSARY
from wargame.engine.world import World
from wargame.model.adversary import Adversary, HybridMeans
from wargame.model.doctrine import ThreatParameters
from wargame.model.event import Event
from wargame.model.happenings import HybridAttackMade
from wargame.rules.draw import choose, with_the_rest
from wargame.rules.kept import kept
from wargame.rules.threat import hybrid_of, sabotage_places

MEANS: tuple[HybridMeans, ...] = ("cyber", "sabotage", "disinformation", "election", "energy")


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


@kept
def shares(parameters: ThreatParameters) -> tuple[float, ...]:
    """How often each of MEANS is chosen, the last whenever the others are not."""
    return with_the_rest(
        parameters.hybrid_cyber,
        parameters.hybrid_sabotage,
        parameters.hybrid_disinformation,
        parameters.hybrid_election,
    )


def target(world: World, adversary: Adversary, owner: str) -> tuple[HybridMeans, str, str | None]:
    """Means, victim and place, drawn; an attempt at sabotage where there is nothing to sabotage is a cyber attack."""
    draw, name, parameters = world.draw, adversary.id, world.scenario.doctrine.threat
    means = MEANS[choose(draw(name, "hybrid means"), shares(parameters))]
    whom, where = draw(name, "hybrid victim"), draw(name, "hybrid place")
    others = [each for each in world.scenario.alliance.members if each != owner]
    if whom < parameters.hybrid_owner or not others:
        victim = owner
    else:
        victim = others[int((whom - parameters.hybrid_owner) / (1.0 - parameters.hybrid_owner) * len(others))]
    if means != "sabotage":
        return means, victim, None
    places = sabotage_places(world.scenario, victim)
    if not places:
        return "cyber", victim, None
    return means, victim, places[int(where * len(places))]
