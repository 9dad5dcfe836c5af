"""What promises weigh."""

from wargame.model.fields import record


@record
class BondParameters:
    """`docs/model.md` section 2: trust and cohesion."""

    prior_weight: float = 0.0
    """Promises that trust at STARTEX weighs as much as: alpha + beta of the prior."""
    half_life_days: float = 0.0
    """In which what moved trust fades by half."""
    gain_days: float = 0.0
    """Least days between two gains of one nation with another."""
    broken_factor: float = 0.0
    """How many times as much a broken promise weighs as a kept one."""
    weight_obligation: float = 0.0
    """Weight of each kind of promise, .1 to 1: fighting, or sending forces, for an ally under attack."""
    weight_force: float = 0.0
    """A force that comes when offered."""
    weight_position: float = 0.0
    """A position held to."""
    weight_taken_back: float = 0.0
    """A position taken back."""
    weight_report: float = 0.0
    """A report shared."""
    weight_payment: float = 0.0
    """A side payment, and the position it was made for."""
    dissent: float = 0.0
    """Cohesion lost by each open dissent, and by a dispute as bitter as can be."""
    joint_act: float = 0.0
    """Cohesion gained by a joint act; each further one of its kind adds half of the one before."""
    false_alarm: float = 0.0
    """Cohesion lost when forces turn out to have been sent for nothing."""
    smaller_venue: float = 0.0
    """Cohesion lost when a measure is decided in a smaller circle."""
    memory_days: float = 0.0
    """How long a decided measure counts as a dissent or joint act."""
    mediation_month: float = 0.0
    """By how much a mediated dispute falls in 30 days."""
