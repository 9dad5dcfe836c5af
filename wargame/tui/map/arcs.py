"""The bow that a movement is drawn as, so that ways there and back, and along a coast, can be told apart."""

BEND = 0.12
"""How far the middle is off the straight line, as a share of its length."""
STEPS = 24

Place = tuple[float, float]
"""Longitude and latitude."""


def bent(start: Place, end: Place, share: float) -> Place:
    """The place on the bow after a share of the way (a quadratic Bézier curve)."""
    across = (start[0] + end[0]) / 2 - (end[1] - start[1]) * 2 * BEND
    up = (start[1] + end[1]) / 2 + (end[0] - start[0]) * 2 * BEND
    first, middle, last = (1 - share) ** 2, 2 * share * (1 - share), share**2
    return first * start[0] + middle * across + last * end[0], first * start[1] + middle * up + last * end[1]


def bow(start: Place, end: Place) -> list[Place]:
    """Points along it."""
    return [bent(start, end, step / STEPS) for step in range(STEPS + 1)]
