"""Honouring and fighting."""

from wargame.model.fields import record


@record
class CombatParameters:
    """`docs/model.md` 7.30 to 7.35: honouring and fighting."""

    losses_day: float = 0.0
    """Share of engaged forces lost a day."""
    least_hours: float = 0.0
    """Fighting is not decided sooner."""
    tight_loss: float = 0.0
    """Share of a force under tight rules of engagement that does not count at first."""
    tight_hours: float = 0.0
    """Hours after the attack for which that holds."""
    counter_weight: float = 0.0
    """Factor on the strength of forces that counter-attack."""
    counter_losses: float = 0.0
    """Factor on their daily losses."""
    fight_cost: float = 0.0
    """What the adversary gives for an end of the fighting."""
    honour_stake: float = 0.0
    """Weight of stakes in honouring."""
    honour_clarity: float = 0.0
    """Weight of the obligation's clarity."""
    honour_trust: float = 0.0
    """Weight of trust in the ally under attack."""
    honour_support: float = 0.0
    """Weight of domestic support."""
    honour_held: float = 0.0
    """Weight of how much the adversary holds already."""
    overturn_cost: float = 0.0
    """Political capital that a government pays to fight after all when its first reflex was to stand aside."""
