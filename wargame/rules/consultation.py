"""How long capitals take and where they stand (`docs/model.md` section 6)."""

from math import exp

from wargame.model.decisions.consultation import MeasureText, PositionKind
from wargame.model.doctrine import ConsultationParameters
from wargame.rules.draw import correlated

STRENGTH_THAT_HURTS = 5.0
"""Brigade equivalents asked for at which the cost of agreeing is felt in full."""

BREAKS_BELOW = -0.1
"""Utility from which a nation breaks silence rather than abstain (judgement)."""


def guidance_days(parameters: ConsultationParameters, violent: bool, planned: bool, common: float, own: float) -> float:
    """Days until guidance has come from the capitals.

    `common` and `own` are standard normal draws: the hesitation that all capitals share over the same evidence,
    and the largest among the pivotal nations' own.
    """
    mu = parameters.guidance_mu_violent if violent else parameters.guidance_mu
    hesitation = parameters.guidance_sd * correlated(common, own, parameters.guidance_common)
    return exp(mu + parameters.guidance_base - parameters.guidance_plan * planned + hesitation)


def position_utility(
    parameters: ConsultationParameters, threat: float, stake: float, text: MeasureText, attacked: bool
) -> float:
    """What a nation gains from a measure: threat believed times stakes, plus obligation, less cost."""
    asked = min(1.0, (text.strength or 0.0) / STRENGTH_THAT_HURTS)
    return (
        parameters.weight_threat * (1.0 if attacked else threat) * stake
        + parameters.weight_obligation
        - parameters.weight_cost * asked * (1.0 - stake)
    )


def position(utility: float) -> PositionKind:
    """Where a nation stands that gains `utility`."""
    if utility >= 0.0:
        return "accept"
    return "abstain" if utility > BREAKS_BELOW else "break"


def carries(rule: str, majority: float, members: int, broken: int) -> bool:
    """Whether a measure passes at the end of silence under a decision rule."""
    if rule == "consensus":
        return broken == 0
    return (members - broken) / members >= majority
