"""Bodies of events, one record type a kind of happening, a file a family."""

from typing import Annotated, get_args

from wargame.model.fields import Tagged
from wargame.model.happenings.consultation import (
    AlertDeclared,
    ConsultationCalled,
    CouncilConvened,
    MeasureAdopted,
    MeasureFailed,
    MeasureTabled,
    PositionTaken,
    SilenceBegan,
    SilenceSet,
    StatementMade,
    TimeAsked,
)
from wargame.model.happenings.deployment import (
    ActivationOrdered,
    ForceArrived,
    ForceCapable,
    ForceDeparted,
    ForceLoaded,
    ForceOffered,
    ForceReadied,
    LoadingBegan,
    MandateDecided,
    MandateSought,
    MovementRefused,
    NoticeServed,
    OfferWithdrawn,
    ReinforcementAnnounced,
    RequirementMet,
)
from wargame.model.happenings.intelligence import (
    Assessed,
    FalseAlarmArose,
    IndicatorShown,
    ProbabilityStated,
    ReportReceived,
    ReportReleased,
    WarningIssued,
)
from wargame.model.happenings.threat import (
    ActKind,
    AdversaryChose,
    AdversaryPrepared,
    AttackBegan,
    ClashHappened,
    CrisisCalmed,
    HonourDecided,
    ObjectiveContested,
    ObjectiveDecided,
    Option,
    ResolveRevised,
    RungChanged,
)
from wargame.model.happenings.umpire import (
    CapitalSpent,
    EndReason,
    ExerciseEnded,
    ExerciseStarted,
    HorizonReached,
    InjectFired,
    MessageReceived,
    NoteWritten,
    OrderFailed,
    Reseeded,
    TurnBegan,
)

__all__ = [
    "BODIES",
    "EXOGENOUS",
    "FLASH",
    "SEALED",
    "ActKind",
    "ActivationOrdered",
    "AdversaryChose",
    "AdversaryPrepared",
    "AlertDeclared",
    "Assessed",
    "AttackBegan",
    "Body",
    "CapitalSpent",
    "ClashHappened",
    "ConsultationCalled",
    "CouncilConvened",
    "CrisisCalmed",
    "EndReason",
    "ExerciseEnded",
    "ExerciseStarted",
    "FalseAlarmArose",
    "ForceArrived",
    "ForceCapable",
    "ForceDeparted",
    "ForceLoaded",
    "ForceOffered",
    "ForceReadied",
    "HonourDecided",
    "HorizonReached",
    "IndicatorShown",
    "InjectFired",
    "LoadingBegan",
    "MandateDecided",
    "MandateSought",
    "MeasureAdopted",
    "MeasureFailed",
    "MeasureTabled",
    "MessageReceived",
    "MovementRefused",
    "NoteWritten",
    "NoticeServed",
    "ObjectiveContested",
    "ObjectiveDecided",
    "OfferWithdrawn",
    "Option",
    "OrderFailed",
    "PositionTaken",
    "ProbabilityStated",
    "ReinforcementAnnounced",
    "ReportReceived",
    "ReportReleased",
    "RequirementMet",
    "Reseeded",
    "ResolveRevised",
    "RungChanged",
    "SilenceBegan",
    "SilenceSet",
    "StatementMade",
    "TimeAsked",
    "TurnBegan",
    "WarningIssued",
]

Body = Annotated[
    ExerciseStarted
    | TurnBegan
    | ExerciseEnded
    | HorizonReached
    | MessageReceived
    | InjectFired
    | Reseeded
    | NoteWritten
    | OrderFailed
    | AdversaryPrepared
    | AdversaryChose
    | RungChanged
    | ResolveRevised
    | ClashHappened
    | CrisisCalmed
    | AttackBegan
    | HonourDecided
    | ObjectiveContested
    | ObjectiveDecided
    | IndicatorShown
    | FalseAlarmArose
    | ReportReceived
    | Assessed
    | WarningIssued
    | ReportReleased
    | ProbabilityStated
    | ConsultationCalled
    | CouncilConvened
    | MeasureTabled
    | SilenceSet
    | SilenceBegan
    | PositionTaken
    | TimeAsked
    | MeasureAdopted
    | MeasureFailed
    | AlertDeclared
    | StatementMade
    | ForceOffered
    | OfferWithdrawn
    | ForceReadied
    | MandateSought
    | MandateDecided
    | ActivationOrdered
    | ReinforcementAnnounced
    | NoticeServed
    | MovementRefused
    | LoadingBegan
    | ForceLoaded
    | ForceDeparted
    | ForceArrived
    | ForceCapable
    | RequirementMet
    | CapitalSpent,
    Tagged(),
]
BODIES: tuple[type, ...] = get_args(get_args(Body)[0])

EXOGENOUS: frozenset[type] = frozenset(
    {ExerciseStarted, TurnBegan, HorizonReached, InjectFired, AdversaryPrepared, FalseAlarmArose}
)
"""Kinds that come from outside the world and name no cause; every other event names one."""

SEALED: frozenset[type] = frozenset({AdversaryChose, AdversaryPrepared, RungChanged, IndicatorShown})
"""Kinds through which no seat's causes are traced that may not see them: what moved the adversary is its own
secret, and a true report must not be told from a false alarm by what stands behind it."""

FLASH: frozenset[type] = frozenset({AttackBegan, ClashHappened})
"""Kinds that stop the clock before the turn's end. Everyone sees them, so that the stop tells nobody anything."""
