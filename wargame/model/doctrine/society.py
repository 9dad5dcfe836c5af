"""Sanctions, displaced people, third parties."""

from wargame.model.fields import record


@record
class SanctionParameters:
    """`docs/model.md` 7.24: what sanctions do, and what they cost."""

    half_life: float = 0.0
    """Days in which half of what was stopped is felt."""
    cost: float = 0.0
    """What stopping all trade with the adversary costs, as a share of that trade."""
    pooled: float = 0.0
    """Factor on the cost with a trade and investment agreement with another member."""
    undermined: float = 0.0
    """Share of the bite that a wholly devoted patron of the adversary takes away."""
    running: float = 0.0
    """How much dearer standing on a rung is to an adversary that has lost all its trade, times its usual cost."""


@record
class ReliefParameters:
    """`docs/model.md` 7.25 to 7.27: displaced people and relief."""

    displaced_day: float = 0.0
    """People displaced a day at full contest."""
    hosts: float = 0.0
    """How many of the nearest nations take them in."""
    support_refugees: float = 0.0
    """Jump of domestic support for each 100,000 taken in."""
    needed: float = 0.0
    """People taken in at which a nation asks for relief."""
    refuse_hours: float = 0.0
    """Hours after which an ally that could help has refused."""
    refusal: float = 0.0
    """By how much the host's trust in who refuses falls."""
    eased: float = 0.0
    """Factor on the strain for each force that brings relief."""
    days: float = 0.0
    """Days that relief stays."""
    agreement_hours: float = 0.0
    """Hours that a humanitarian agreement saves."""
    cost_day: float = 0.0
    """What relief costs its sender a day."""


@record
class ThirdPartyParameters:
    """`docs/model.md` 7.28: neutrals, patrons, the United Nations."""

    un_days: float = 0.0
    """Median days until the United Nations vote or offer to mediate."""
    un_sd: float = 0.0
    """Log standard deviation of that."""
    resolution_support: float = 0.0
    """Jump of every member's support when the adversary is condemned."""
    backing: float = 0.0
    """Strength that a wholly devoted patron adds to an adversary that fights."""
    restraint: float = 0.0
    """What a patron that restrains it adds to what the adversary gives for an end of the fighting."""
    aid: float = 0.0
    """What a wholly devoted patron of the alliance pays the nation attacked."""
