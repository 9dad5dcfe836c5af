"""Who wins when force meets force (Tullock's contest; Boulding's loss of strength with distance)."""

from wargame.model.doctrine import ThreatParameters
from wargame.model.nation import Force, Nation


def success(attack: float, defence: float, exponent: float) -> float:
    """Probability that the attacker takes the objective, `A^m / (A^m + D^m)`; strengths in brigade equivalents."""
    if attack <= 0.0:
        return 0.0
    if defence <= 0.0:
        return 1.0
    ratio: float = (defence / attack) ** exponent
    return 1.0 / (1.0 + ratio)


def effective(force: Force, nation: Nation, loss: float, tired: float = 0.0) -> float:
    """What a force is worth in the field: strength times readiness times the share it keeps beside others.

    `tired` is the readiness that full alert has taken from it.
    """
    return force.strength * fit(force, tired) * integration(nation.interoperability, loss)


def fit(force: Force, tired: float = 0.0) -> float:
    """Share of a force's strength that is ready, once full alert has tired it so far."""
    return max(0.0, force.readiness - tired)


def mobilised_strength(parameters: ThreatParameters, strength: float, mobilisation: float) -> float:
    """What an adversary can attack with: a little without any mobilisation, all of it with the whole."""
    return strength * max(parameters.mobilised_least, min(1.0, mobilisation))


def integration(interoperability: float, loss: float) -> float:
    """Share of its strength that a force keeps when it fights beside others, `iota = 1 - phi (1 - I)`."""
    return 1.0 - loss * (1.0 - interoperability)
