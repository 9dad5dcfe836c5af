"""What has been said between the two sides."""

from dataclasses import dataclass, field

from wargame.model import happenings as happened


@dataclass(slots=True)
class OfferState:
    """An offer of one side to the other."""

    body: happened.OfferMade
    made: int
    event: int
    """In the log of whoever folds this."""
    answered: int | None = None
    accepted: bool = False

    def stands(self, time: int) -> bool:
        """Whether it can still be answered."""
        return self.answered is None and time < self.body.until


@dataclass(slots=True)
class ChannelState:
    """A back channel between a seat of the alliance and an adversary."""

    seat: str
    adversary: str
    opened: int
    leaked: bool = False


@dataclass(slots=True)
class MediatorState:
    """A third party that was asked to mediate."""

    adversary: str
    agrees: bool | None = None
    """None until it has answered."""


@dataclass(slots=True)
class Talks:
    """What has been said between the two sides."""

    channels: list[ChannelState] = field(default_factory=list)
    offers: dict[str, OfferState] = field(default_factory=dict)
    assurances: list[tuple[int, happened.Assured]] = field(default_factory=list)
    mediators: dict[str, MediatorState] = field(default_factory=dict)
    """By third party."""

    def channel(self, seat: str, adversary: str) -> ChannelState | None:
        return next((each for each in self.channels if (each.seat, each.adversary) == (seat, adversary)), None)
