"""What members have come to think of each other."""

from dataclasses import dataclass


@dataclass(slots=True)
class TrustState:
    """What one nation has come to think of another's word: a Beta reputation that fades toward where it began."""

    alpha: float
    """Weight of promises kept, at `since`."""
    beta: float
    """Weight of promises broken, at `since`."""
    since: int
    gained: int | None = None
    """When it last gained."""
