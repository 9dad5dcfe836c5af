"""What stands behind a government."""

from wargame.model.fields import record


@record
class HomeFrontParameters:
    """`docs/model.md` 7.20 to 7.23: domestic support, full alert, false alarms."""

    support_half_life: float = 0.0
    """Days in which domestic support goes half the way back to its base."""
    support_attributed: float = 0.0
    """Jump when the nation names the author of an attack on it."""
    support_false_alarm: float = 0.0
    """Jump when an alarm that the nation acted on is proven false."""
    support_commitment: float = 0.0
    """Jump when the nation leaves a public commitment unfulfilled."""
    support_disproved: float = 0.0
    """Jump when it comes out that the nation accused the wrong author."""
    support_blackout: float = 0.0
    """Jump on each day of blackout."""
    support_disinformation: float = 0.0
    """Jump on each day of disinformation, times 1 - resilience."""
    false_alarm_days: float = 0.0
    """Days after an activation at which it is judged whether the alarm was false."""
    commitment_hours: float = 0.0
    """Hours after an attack by which a committed nation must fight."""
    alert_cost: float = 0.0
    """Share of its daily defence spending that full alert costs a member on top."""
    alert_days: float = 0.0
    """Days of full alert that forces bear without tiring."""
    alert_fatigue: float = 0.0
    """Readiness lost a day of full alert after that."""
    alert_recovery: float = 0.0
    """Days in which readiness comes back after standing down."""
