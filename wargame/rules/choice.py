"""How the adversary chooses: quantal response with opportunity weights (`docs/model.md` section 4).

Sources: McKelvey & Palfrey 1995, Signorino 1999.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import exp, fsum

from wargame.model.adversary import CLASH, EXERCISE, SERIOUS_CLASH
from wargame.model.doctrine import ThreatParameters, TypeParameters
from wargame.model.happenings import ActKind
from wargame.rules.threat import Standing, can_attack
from wargame.rules.utility import (
    attack_utility,
    back_down_utility,
    climb_utility,
    demand_utility,
    feint_utility,
    hold_utility,
    hybrid_step,
    hybrid_utility,
    wedge_utility,
)

PEACEFUL: frozenset[ActKind] = frozenset({"hold", "back_down", "accept"})


@dataclass(frozen=True, slots=True)
class Opening:
    """What is open to the adversary besides the ladder, and how much it is given to it."""

    climbing: bool = True
    """Whether it may climb; not for a while after mediation."""
    offered: bool = False
    """Whether an offer stands that it could accept."""
    hybrid: float = 0.0
    """Appetite for hybrid attacks, 0 to 1."""
    deception: float = 0.0
    """Appetite for deception, 0 to 1; none while a feint runs."""
    demands: int | None = None
    """How many demands it has made; None when it can make none."""
    wedge: tuple[str, float] | None = None
    """The ally to wedge, and the logits that this is hoped to take from the belief in it."""


@dataclass(frozen=True, slots=True)
class Choice:
    """An act open to the adversary, with its utility, opportunity weight and probability."""

    act: ActKind
    utility: float
    weight: float
    probability: float


Act = tuple[ActKind, float, float]
"""With its utility and the days in which its opportunity comes once (its weight for holding)."""


def choices(
    parameters: ThreatParameters, kind: TypeParameters, standing: Standing, days_since: float, opening: Opening
) -> tuple[Choice, ...]:
    """Every act open now, `P(a) ~ w_a exp(lambda EU_a)`; the weight of holding is 1, of others `days_since / tau_a`."""
    tempo = days_since / parameters.tempo
    hold = hold_utility(parameters, kind, standing)
    acts: list[Act] = [("hold", hold, 1.0)]
    ladder = _on_the_ladder(parameters, kind, standing, opening)
    beside = _beside_it(parameters, kind, standing, opening, hold)
    acts += [(act, utility, share * tempo) for act, utility, share in (*ladder, *beside)]
    chances = quantal_response(parameters.choice_precision, [act[1] for act in acts], [act[2] for act in acts])
    return tuple(Choice(*act, probability) for act, probability in zip(acts, chances, strict=True))


def _on_the_ladder(
    parameters: ThreatParameters, kind: TypeParameters, standing: Standing, opening: Opening
) -> Iterator[Act]:
    """Up, down, and the attack, each with its opportunity a day."""
    if standing.rung < SERIOUS_CLASH and opening.climbing:
        yield "climb", climb_utility(parameters, kind, standing), 1.0 / parameters.days_up
    if standing.rung > 0:
        leaving = back_down_utility(parameters, kind, standing, standing.rung)
        yield "accept" if opening.offered else "back_down", leaving, 1.0 / parameters.days_down
    if can_attack(parameters, standing.rung, standing.mobilisation):
        yield "attack", attack_utility(parameters, kind, standing, 0.0), 1.0 / parameters.days_attack


def _beside_it(
    parameters: ThreatParameters, kind: TypeParameters, standing: Standing, opening: Opening, hold: float
) -> Iterator[Act]:
    """What leaves the rung as it is, each with its opportunity a day."""
    if opening.hybrid > 0.0 and hybrid_step(parameters, standing) > 0.0:
        yield (
            "hybrid",
            hybrid_utility(parameters, kind, standing, hold),
            opening.hybrid / parameters.days_hybrid,
        )
    if opening.deception > 0.0 and EXERCISE <= standing.rung < CLASH:
        yield "feint", feint_utility(parameters, kind, standing), opening.deception / parameters.days_feint
    if opening.demands is not None and standing.rung > 0:
        demanding = demand_utility(parameters, kind, standing, hold, opening.demands)
        yield "demand", demanding, 1.0 / parameters.days_demand
    if opening.wedge is not None and standing.rung > 0:
        yield "wedge", wedge_utility(parameters, kind, standing, *opening.wedge), 1.0 / parameters.days_wedge


def quantal_response(precision: float, utilities: Sequence[float], weights: Sequence[float]) -> tuple[float, ...]:
    """Probabilities proportional to `w exp(precision * u)`: the weights alone at 0, the best act alone at infinity."""
    best = max(utilities)
    raw = [weight * exp(precision * (utility - best)) for utility, weight in zip(utilities, weights, strict=True)]
    total = fsum(raw)
    return tuple(value / total for value in raw)


def margin(standing: Standing, open_acts: Sequence[Choice]) -> float | None:
    """By how much the best use of force beats the best peaceful act; None when no use of force is open.

    Attacking is a use of force, and so is climbing to the rungs of violence.
    """
    violent = standing.rung + 1 >= CLASH
    force = [each.utility for each in open_acts if each.act == "attack" or (violent and each.act == "climb")]
    peace = [each.utility for each in open_acts if each.act in PEACEFUL]
    return max(force) - max(peace) if force else None
