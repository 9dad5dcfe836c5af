"""What offers and assurances are worth to the adversary (`docs/model.md` section 4).

Pure functions of a scenario and a situation. Worth is in shares of the objective's value.
"""

from math import fsum

from wargame.model.clock import DAY, HOUR
from wargame.model.happenings import Assured
from wargame.model.nation import HEAVY
from wargame.model.scenario import HQ, Scenario
from wargame.model.situation import OfferState, Situation

SELF_DENYING = ("no_forward_basing", "force_limits")
"""Assurances that heavy forces sent afterwards belie."""


def worth(scenario: Scenario, situation: Situation, adversary: str, time: int) -> float:
    """o_c: the best offer that stands or was accepted, and the assurances given.

    While a deal is kept nothing else that is offered counts: what was to be bought has been.
    """
    offers = list(situation.talks.offers.values())
    if deal_kept(situation, adversary):
        offers = [each for each in offers if each.accepted]
    best = max((offer_worth(scenario, situation, adversary, each, time) for each in offers), default=0.0)
    return best + assured(scenario, situation, adversary, time)


def deal_kept(situation: Situation, adversary: str) -> bool:
    """Whether an adversary has accepted or been granted an offer, and has not gone up the ladder since."""
    climbed = situation.adversaries[adversary].climbed
    return any(
        each.accepted
        and adversary in (each.body.by, each.body.to)
        and (climbed is None or (each.answered is not None and each.answered >= climbed))
        for each in situation.talks.offers.values()
    )


def offer_worth(scenario: Scenario, situation: Situation, adversary: str, offer: OfferState, time: int) -> float:
    """What one offer is worth: what was accepted in full, what is on the table as far as it is believed."""
    parameters, body = scenario.doctrine.talks, offer.body
    if adversary not in (body.by, body.to) or body.objective != aim(scenario, adversary):
        return 0.0
    if offer.accepted:
        return body.share
    if body.by == adversary or not offer.stands(time):
        return 0.0
    believed = parameters.credibility
    if situation.talks.channel(body.by, adversary) is None:
        believed *= parameters.without_channel
    if body.by != HQ and body.by != owner(scenario, body.objective):
        believed *= parameters.not_the_owner
    return believed * (body.share + (parameters.assurance if body.assurance else 0.0))


def aim(scenario: Scenario, adversary: str) -> str:
    """The objective that an adversary is after; another is worth nothing to it."""
    return next(each.aim for each in scenario.adversaries if each.id == adversary)


def owner(scenario: Scenario, objective: str) -> str:
    """The nation that an objective belongs to."""
    return next(each.owner for each in scenario.objectives if each.id == objective)


def assured(scenario: Scenario, situation: Situation, adversary: str, time: int) -> float:
    """What the assurances given to an adversary are worth: each half of the last, fading as words do."""
    parameters = scenario.doctrine.talks
    given = [(when, body) for when, body in situation.talks.assurances if body.adversary == adversary]
    half_life = scenario.doctrine.threat.word_half_life * DAY
    return fsum(
        parameters.assurance
        * 0.5 ** (number + (time - when) / half_life)
        * (parameters.firm if firm(scenario, situation, when, body) else 1.0)
        for number, (when, body) in enumerate(given)
        if not belied(scenario, situation, when, body)
    )


def firm(scenario: Scenario, situation: Situation, when: int, body: Assured) -> bool:
    """Whether who gave the assurance bound itself to fight at about the same time; for the council, any member."""
    window = scenario.doctrine.talks.firm_hours * HOUR
    bound = situation.committed.items()
    return any(body.by in (nation, HQ) and abs(since - when) <= window for nation, since in bound)


def belied(scenario: Scenario, situation: Situation, when: int, body: Assured) -> bool:
    """Whether heavy forces were sent after it was promised that none would be."""
    if body.assurance not in SELF_DENYING:
        return False
    return any(
        force.kind in HEAVY and (activated := situation.forces[force.id].activated) is not None and activated >= when
        for nation in scenario.nations
        if body.by in (nation.id, HQ)
        for force in nation.forces
    )
