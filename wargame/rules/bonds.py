"""What holds the alliance together: trust between members, disputes, cohesion (`docs/model.md` section 2).

Pure functions of a scenario and a situation, the truth or what a seat knows of it: a seat that has not heard of a
promise reckons without it.
"""

from collections.abc import Sequence
from math import fsum
from typing import NamedTuple

from wargame.model.clock import DAY
from wargame.model.decisions.consultation import PositionKind
from wargame.model.doctrine import BondParameters
from wargame.model.happenings import Promise, TrustChanged
from wargame.model.scenario import Relation, Scenario
from wargame.model.situation import MeasureProgress, Situation, TrustState
from wargame.rules.kept import kept

MONTH = 30 * DAY
NO_RELATION = Relation(parties=("-", "-"))
"""What two members have with each other that the scenario says nothing of."""
AGAINST: frozenset[PositionKind] = frozenset({"abstain", "break"})
"""Positions that keep a measure from being a joint act."""


# --- trust ---------------------------------------------------------------------------------------------------


class Reputation(NamedTuple):
    """A Beta distribution over how often one nation keeps its word to another."""

    alpha: float
    beta: float

    @property
    def mean(self) -> float:
        return self.alpha / (self.alpha + self.beta)


def relation(scenario: Scenario, one: str, other: str) -> Relation:
    """What two members had with each other at STARTEX."""
    return _relations(scenario.relations).get((one, other), NO_RELATION)


@kept
def _relations(named: tuple[Relation, ...]) -> dict[tuple[str, str], Relation]:
    """By pair of nations, either way round."""
    return {pair: each for each in named for pair in (each.parties, each.parties[::-1])}


def prior(parameters: BondParameters, trust: float) -> Reputation:
    """Where a reputation begins and what it fades toward."""
    return Reputation(parameters.prior_weight * trust, parameters.prior_weight * (1.0 - trust))


def reputation(scenario: Scenario, situation: Situation, holder: str, other: str, time: int) -> Reputation:
    """What `holder` thinks of `other`'s word at `time`: what moved it fades by half in each half-life."""
    parameters = scenario.doctrine.bonds
    began = prior(parameters, relation(scenario, holder, other).trust)
    state = situation.trust.get(holder, {}).get(other)
    return began if state is None else Reputation(*_faded(parameters, began.alpha, began.beta, state, time))


def _faded(parameters: BondParameters, alpha: float, beta: float, state: TrustState, time: int) -> tuple[float, float]:
    """A reputation on its way back to where it began, at alpha and beta."""
    left = 0.5 ** ((time - state.since) / (parameters.half_life_days * DAY))
    return alpha + (state.alpha - alpha) * left, beta + (state.beta - beta) * left


def trust(scenario: Scenario, situation: Situation, holder: str, other: str, time: int) -> float:
    """t_ij, from 0 to 1."""
    return reputation(scenario, situation, holder, other, time).mean


def after_keeping(
    scenario: Scenario, situation: Situation, holder: str, other: str, promise: Promise, weight: float, time: int
) -> TrustChanged | None:
    """What `holder` thinks once `other` has kept a promise of that weight, .1 to 1; None soon after its last gain."""
    parameters = scenario.doctrine.bonds
    state = situation.trust.get(holder, {}).get(other)
    if state is not None and state.gained is not None and time - state.gained < parameters.gain_days * DAY:
        return None
    now = reputation(scenario, situation, holder, other, time)
    return _changed(holder, other, promise, True, now.alpha + weight, now.beta)


def after_breaking(
    scenario: Scenario, situation: Situation, holder: str, other: str, promise: Promise, weight: float, time: int
) -> TrustChanged:
    """What `holder` thinks once `other` has broken a promise of that weight: it counts twice."""
    now = reputation(scenario, situation, holder, other, time)
    lost = scenario.doctrine.bonds.broken_factor * weight
    return _changed(holder, other, promise, False, now.alpha, now.beta + lost)


def after_offence(
    scenario: Scenario, situation: Situation, holder: str, other: str, promise: Promise, fall: float, time: int
) -> TrustChanged:
    """What `holder` thinks once its trust in `other` has fallen by `fall`, as far as it can."""
    now = reputation(scenario, situation, holder, other, time)
    mean = max(now.mean - fall, 0.01)
    return _changed(holder, other, promise, False, now.alpha, max(now.beta, now.alpha / mean - now.alpha))


def _changed(holder: str, other: str, promise: Promise, kept: bool, alpha: float, beta: float) -> TrustChanged:
    return TrustChanged(
        holder=holder, other=other, promise=promise, kept=kept, alpha=round(alpha, 6), beta=round(beta, 6)
    )


# --- disputes ------------------------------------------------------------------------------------------------


def pair_of(relation: Relation) -> str:
    """The name of a pair in `Situation.mediated`."""
    return "|".join(relation.parties)


def dispute(scenario: Scenario, situation: Situation, one: str, other: str, time: int) -> float:
    """How bitter the dispute of two members is: it falls while it is mediated."""
    return _left(scenario, situation, relation(scenario, one, other), time)


def disputes(scenario: Scenario, situation: Situation, time: int) -> float:
    """The sum of all members' disputes with each other."""
    return fsum([_left(scenario, situation, each, time) for each in _disputed(scenario.relations)])


@kept
def _disputed(relations: tuple[Relation, ...]) -> tuple[Relation, ...]:
    return tuple(each for each in relations if each.dispute > 0.0)


def _left(scenario: Scenario, situation: Situation, relation: Relation, time: int) -> float:
    since = situation.mediated.get(pair_of(relation))
    fallen = 0.0 if since is None else scenario.doctrine.bonds.mediation_month * (time - since) / MONTH
    return max(0.0, relation.dispute - fallen)


# --- cohesion ------------------------------------------------------------------------------------------------


def cohesion(scenario: Scenario, situation: Situation, time: int) -> float:
    """How far the alliance holds together, from 0 to 1: mean trust, less open dissents and false alarms, plus joint
    acts.
    """
    parameters = scenario.doctrine.bonds
    measures = situation.council.measures.values()
    felt = [each for each in measures if recent(parameters, each, time)]
    against = sum([breaks(each) for each in felt])
    acts = joint_acts([each.text.kind for each in felt if joint(each)])
    alarms = len([each for each in measures if blamed(parameters, each, time)])
    venues = len([each for each in felt if each.circle])
    whole = (
        mean_trust(scenario, situation, time)
        - parameters.dissent * (against + disputes(scenario, situation, time))
        - parameters.false_alarm * alarms
        + parameters.joint_act * acts
        - parameters.smaller_venue * venues
    )
    return min(1.0, max(0.0, whole))


def mean_trust(scenario: Scenario, situation: Situation, time: int) -> float:
    """Mean of t_ij over all ordered pairs of members, each counted alike.

    Only pairs that the scenario names or that have moved are looked at, since it is asked for often.
    """
    members = scenario.alliance.members
    pairs = len(members) * (len(members) - 1)
    if not pairs:
        return 1.0
    return NO_RELATION.trust + (_named(scenario.relations) + fsum(_moved(scenario, situation, time))) / pairs


@kept
def _named(relations: tuple[Relation, ...]) -> float:
    """By how much the trust of all pairs that a scenario names differs from the usual, both ways."""
    return fsum(2.0 * (each.trust - NO_RELATION.trust) for each in relations)


@kept
def _named_trust(relations: tuple[Relation, ...]) -> dict[str, dict[str, float]]:
    """By holder, then by whom it trusts: the trust that a scenario names."""
    found: dict[str, dict[str, float]] = {}
    for (one, other), each in _relations(relations).items():
        found.setdefault(one, {})[other] = each.trust
    return found


def _moved(scenario: Scenario, situation: Situation, time: int) -> list[float]:
    """By how much each trust differs from where it began: `reputation`, without a call for each of so many."""
    named, whole = _named_trust(scenario.relations), scenario.doctrine.bonds.prior_weight
    half_life, usual = scenario.doctrine.bonds.half_life_days * DAY, NO_RELATION.trust
    moved = []
    for holder, held in situation.trust.items():
        known = named.get(holder, {})
        for other, state in held.items():
            began = known.get(other, usual)
            alpha, beta, left = whole * began, whole * (1.0 - began), 0.5 ** ((time - state.since) / half_life)
            alpha += (state.alpha - alpha) * left
            beta += (state.beta - beta) * left
            moved.append(alpha / (alpha + beta) - began)
    return moved


def dissents(parameters: BondParameters, measure: MeasureProgress, time: int) -> int:
    """Members that stand against a measure which is open, or was decided a short while ago."""
    return breaks(measure) if recent(parameters, measure, time) else 0


def breaks(measure: MeasureProgress) -> int:
    """Members that stand against a measure."""
    return [*measure.positions.values()].count("break")


def joint(measure: MeasureProgress) -> bool:
    """Whether a measure is a joint act while it is felt: adopted, and nobody abstained or was left out."""
    if measure.state != "adopted" or measure.circle or measure.delegated:
        return False
    return AGAINST.isdisjoint(measure.positions.values())


def joint_acts(kinds: Sequence[str]) -> float:
    """What joint acts of these kinds count together: the first of a kind 1, each further one half of the one before."""
    return fsum([2.0 - 0.5 ** (kinds.count(kind) - 1) for kind in dict.fromkeys(kinds)])


def blamed(parameters: BondParameters, measure: MeasureProgress, time: int) -> bool:
    """Whether it turned out a short while ago that a measure's forces had been sent for nothing."""
    return measure.false_alarm is not None and time - measure.false_alarm <= parameters.memory_days * DAY


def recent(parameters: BondParameters, measure: MeasureProgress, time: int) -> bool:
    """Whether a measure is open, or what it did to cohesion is still felt."""
    return measure.decided is None or time - measure.decided <= parameters.memory_days * DAY
