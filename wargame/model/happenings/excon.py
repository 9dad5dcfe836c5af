"""What exercise control does to an exercise. Times are seconds after STARTEX."""

from typing import Literal

from wargame.model.adversary import HybridMeans
from wargame.model.fields import record
from wargame.model.mel import Inject

__all__ = [
    "AdjudicationOverridden",
    "AggressionScripted",
    "ExconBody",
    "IncidentScripted",
    "InjectAdded",
    "InjectEdited",
    "InjectFired",
    "InjectHeld",
    "InjectScheduled",
    "InjectSkipped",
    "NoteWritten",
    "Reseeded",
    "SupportScripted",
    "TurnExtended",
]


@record
class InjectScheduled:
    """What an inject follows has happened; it comes due."""

    kind: Literal["inject_scheduled"] = "inject_scheduled"
    inject: str
    due: int


@record
class InjectFired:
    """An item of the MEL came due, or exercise control fired it."""

    kind: Literal["inject_fired"] = "inject_fired"
    inject: str


@record
class InjectSkipped:
    """An item of the MEL came due and was left out: what it must not follow had happened."""

    kind: Literal["inject_skipped"] = "inject_skipped"
    inject: str


@record
class InjectHeld:
    """Exercise control holds an inject back until it fires it."""

    kind: Literal["inject_held"] = "inject_held"
    inject: str


@record
class InjectEdited:
    """Exercise control put another text, time or address in the place of an inject's."""

    kind: Literal["inject_edited"] = "inject_edited"
    inject: Inject


@record
class InjectAdded:
    """The MEL has an inject more."""

    kind: Literal["inject_added"] = "inject_added"
    inject: Inject


@record
class IncidentScripted:
    """The MEL has an adversary strike below the threshold of war."""

    kind: Literal["incident_scripted"] = "incident_scripted"
    adversary: str
    means: HybridMeans
    nation: str
    at: str | None = None
    intensity: float


@record
class AggressionScripted:
    """The MEL has an adversary attack an objective."""

    kind: Literal["aggression_scripted"] = "aggression_scripted"
    adversary: str
    objective: str


@record
class SupportScripted:
    """The MEL moves a nation's domestic support."""

    kind: Literal["support_scripted"] = "support_scripted"
    nation: str
    change: float


@record
class AdjudicationOverridden:
    """Exercise control put another outcome in the place of an event's, or another rating in that of an objective's."""

    kind: Literal["adjudication_overridden"] = "adjudication_overridden"
    event: int | None = None
    """The event overruled, by the umpire's number."""
    training: str | None = None
    """The training objective whose rating is overruled."""
    outcome: str
    reason: str


@record
class TurnExtended:
    """Exercise control lets the turn last longer."""

    kind: Literal["turn_extended"] = "turn_extended"
    hours: float


@record
class Reseeded:
    """Exercise control let the future differ."""

    kind: Literal["reseeded"] = "reseeded"
    salt: int


@record
class NoteWritten:
    """Exercise control wrote an observation down."""

    kind: Literal["note_written"] = "note_written"
    text: str


ExconBody = (
    InjectScheduled
    | InjectFired
    | InjectSkipped
    | InjectHeld
    | InjectEdited
    | InjectAdded
    | IncidentScripted
    | AggressionScripted
    | SupportScripted
    | AdjudicationOverridden
    | TurnExtended
    | Reseeded
    | NoteWritten
)
