"""Words between the two sides: channels, assurances, offers, concessions, mediators."""

from typing import Literal

from wargame.model.decisions.terms import Assurance
from wargame.model.fields import record

__all__ = [
    "Assured",
    "BackChannelOpened",
    "ConcessionMade",
    "MediatorAnswered",
    "MediatorAsked",
    "OfferAnswered",
    "OfferMade",
    "TalksBody",
    "TalksLeaked",
]


@record
class BackChannelOpened:
    """A secret channel between a seat of the alliance and an adversary."""

    kind: Literal["back_channel_opened"] = "back_channel_opened"
    seat: str
    """The alliance's end."""
    adversary: str


@record
class Assured:
    """The alliance, or one member, said in public what it will not do."""

    kind: Literal["assured"] = "assured"
    by: str
    adversary: str
    assurance: Assurance


@record
class OfferMade:
    """One side offered the other a deal: a share of an objective's value against standing down."""

    kind: Literal["offer_made"] = "offer_made"
    offer: str
    by: str
    """The seat of the alliance that makes it, or the adversary."""
    to: str
    """The adversary, or the seat of the alliance that it goes to."""
    objective: str
    share: float
    """Of the objective's value, conceded to the adversary if it is accepted."""
    until: int
    """When it lapses."""
    assurance: Assurance | None = None
    secret: bool = False


@record
class OfferAnswered:
    """An offer was accepted or refused."""

    kind: Literal["offer_answered"] = "offer_answered"
    offer: str
    by: str
    accepted: bool


@record
class ConcessionMade:
    """A share of an objective's value went to the adversary without a fight."""

    kind: Literal["concession_made"] = "concession_made"
    offer: str
    adversary: str
    objective: str
    share: float
    """Of the objective's value, given now."""
    conceded: float
    """Of the objective's value, given so far."""


@record
class TalksLeaked:
    """A back channel became known, with the offers that were made through it."""

    kind: Literal["talks_leaked"] = "talks_leaked"
    seat: str
    """The alliance's end."""
    adversary: str
    untold: tuple[str, ...]
    """The members that had not been told."""
    offers: tuple[OfferMade, ...] = ()
    answers: tuple[OfferAnswered, ...] = ()
    concessions: tuple[ConcessionMade, ...] = ()


@record
class MediatorAsked:
    """A third party was asked to mediate."""

    kind: Literal["mediator_asked"] = "mediator_asked"
    by: str
    mediator: str
    adversary: str


@record
class MediatorAnswered:
    """The third party took the task on, or declined."""

    kind: Literal["mediator_answered"] = "mediator_answered"
    mediator: str
    adversary: str
    agrees: bool


TalksBody = (
    BackChannelOpened
    | Assured
    | OfferMade
    | OfferAnswered
    | ConcessionMade
    | TalksLeaked
    | MediatorAsked
    | MediatorAnswered
)
