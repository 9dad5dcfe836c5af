"""Who wins when force meets force (Tullock's contest; Boulding's loss of strength with distance)."""


def success(attack: float, defence: float, exponent: float) -> float:
    """Probability that the attacker takes the objective, `A^m / (A^m + D^m)`; strengths in brigade equivalents."""
    if attack <= 0.0:
        return 0.0
    if defence <= 0.0:
        return 1.0
    ratio: float = (defence / attack) ** exponent
    return 1.0 / (1.0 + ratio)


def integration(interoperability: float, loss: float) -> float:
    """Share of its strength that a force keeps when it fights beside others, `iota = 1 - phi (1 - I)`."""
    return 1.0 - loss * (1.0 - interoperability)
