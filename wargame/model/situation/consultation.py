"""The council, and measures on their way through it and into the field."""

from dataclasses import dataclass, field
from typing import Literal

from wargame.model import happenings as happened
from wargame.model.decisions.command import Requirement
from wargame.model.decisions.consultation import MeasureText, PositionKind
from wargame.model.nation import Caveat

MeasureState = Literal["guidance", "silence", "broken", "adopted", "failed"]
"""A measure whose silence was broken can still be narrowed or taken elsewhere, for a while."""
MandateState = Literal["sought", "granted", "refused"]


@dataclass(frozen=True, slots=True)
class Pressure:
    """What one member did to win another over for a measure."""

    by: str
    weight: float
    """Added to what the other gains from the measure; below 0 against it."""
    payment: bool = False
    """Whether it is a side payment, which binds."""


@dataclass(slots=True)
class MeasureProgress:
    """A measure on its way through the council and into the field."""

    id: str
    by: str
    text: MeasureText
    tabled: int
    event: int
    state: MeasureState = "guidance"
    silence_hours: float | None = None
    silence_until: int | None = None
    positions: dict[str, PositionKind] = field(default_factory=dict)
    caveats: dict[str, tuple[Caveat, ...]] = field(default_factory=dict)
    """By nation: what it reserves for its forces in this measure."""
    circle: tuple[str, ...] = ()
    """The smaller circle that decides it, once it has been taken there; empty for the whole council."""
    legitimacy: float = 1.0
    """Falls when it is decided in a smaller circle."""
    delegated: bool = False
    """Whether the commander ordered it on authority delegated in advance."""
    broken: int | None = None
    """Event of the last break of its silence."""
    narrowed: bool = False
    """Whether its text has been narrowed after a break."""
    lobbied: dict[str, list[Pressure]] = field(default_factory=dict)
    """By nation: what others did to win it over."""
    payments: list[happened.SidePaymentPromised] = field(default_factory=list)
    """Side payments that are promised and not yet due."""
    hastened: dict[str, int] = field(default_factory=dict)
    """By nation that pressed its cabinet or parliament: when it decides at the latest."""
    asked_time: set[str] = field(default_factory=set)
    decided: int | None = None
    """When it was adopted or failed."""
    unanimous: bool = False
    """Whether it was adopted with nobody abstaining."""
    warned: int | None = None
    """When the activation warning was issued."""
    lines: tuple[Requirement, ...] = ()
    """Statement of requirements; without one any force counts."""
    round: int = 0
    """Of force generation."""
    filled: int | None = None
    """When offers filled every line of it."""
    offers: list[str] = field(default_factory=list)
    """Forces on offer."""
    mandates: dict[str, MandateState] = field(default_factory=dict)
    activated: int | None = None
    accepted: float = 0.0
    """Brigade equivalents activated."""
    capable: float = 0.0
    """Brigade equivalents capable."""
    met: int | None = None
    """When its requirement was met."""
    false_alarm: int | None = None
    """When it turned out that its forces had answered nothing."""

    @property
    def open(self) -> bool:
        """Whether the council has still to decide."""
        return self.state in ("guidance", "silence")

    @property
    def required(self) -> float:
        """Brigade equivalents that meet the requirement: what was asked for, or what was accepted short of it."""
        return min(self.text.strength or 0.0, self.accepted)


@dataclass(slots=True)
class Council:
    """The alliance's council."""

    called: int | None = None
    """Event of the call that is still being convened."""
    convened: int | None = None
    """Event of the last convening; measures can be tabled from then on."""
    convened_at: int | None = None
    monitored_until: int | None = None
    """Until when the members have agreed to watch more closely."""
    measures: dict[str, MeasureProgress] = field(default_factory=dict)
