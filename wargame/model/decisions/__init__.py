"""Every decision a seat can take, as record types told apart by their field `kind`."""

from typing import Annotated, get_args

from wargame.model.decisions.catalogue import (
    CATALOGUE,
    Entry,
)
from wargame.model.decisions.command import (
    IssueActivationWarning,
    OrderDelegatedMeasure,
    Requirement,
    SetLiftPriority,
    SetPortPriority,
    StateRequirements,
)
from wargame.model.decisions.consultation import (
    AmendMeasure,
    CallConsultation,
    ChangeVenue,
    ConveneCouncil,
    Lobby,
    MeasureText,
    NarrowMeasure,
    PositionKind,
    SetSilence,
    SidePayment,
    TableMeasure,
    TakePosition,
)
from wargame.model.decisions.diplomacy import (
    AcceptOffer,
    AskMediator,
    Assure,
    AttributeAttack,
    CommitPublicly,
    MakeOffer,
    Mediate,
    OpenBackChannel,
    RefuseOffer,
    Sanction,
)
from wargame.model.decisions.excon import (
    AddInject,
    EditInject,
    EndExercise,
    ExtendTurn,
    FireInject,
    HoldInject,
    Note,
    OverrideAdjudication,
    Reseed,
)
from wargame.model.decisions.forces import (
    CeaseFire,
    CommitForce,
    CounterAttack,
    Evacuate,
    GrantAccess,
    GrantTransit,
    HastenMandate,
    MoveForce,
    OfferForce,
    OrderActivation,
    ReadyForce,
    SeekMandate,
    SetRulesOfEngagement,
    WithdrawOffer,
)
from wargame.model.decisions.home_front import (
    BuildResilience,
    DefendNetworks,
    Repair,
    SendRelief,
)
from wargame.model.decisions.intelligence import (
    PublishReport,
    ReleaseReport,
    RequestInformation,
    SanitiseReport,
    StateProbability,
    TaskCollection,
)
from wargame.model.decisions.red import (
    AnswerOffer,
    Attack,
    BackDown,
    Climb,
    Feint,
    Hold,
    HybridAttack,
    RedOffer,
    WedgeAlly,
)
from wargame.model.decisions.road import (
    AdoptAdjustment,
    AmendAdjustment,
    AnswerTalks,
    AuditContributions,
    DropAdjustment,
    HoldExercise,
    HoldReview,
    Invest,
    OpenTalks,
    PayContribution,
    Pledge,
    RatifyAgreement,
    SignAgreement,
    SpendCommonFund,
    SuspendAgreement,
    TransferTechnology,
    WithdrawFromAgreement,
)
from wargame.model.fields import Tagged, kind_of

__all__ = [
    "CATALOGUE",
    "KINDS",
    "AcceptOffer",
    "AddInject",
    "AdoptAdjustment",
    "AmendAdjustment",
    "AmendMeasure",
    "AnswerOffer",
    "AnswerTalks",
    "AskMediator",
    "Assure",
    "Attack",
    "AttributeAttack",
    "AuditContributions",
    "BackDown",
    "BuildResilience",
    "CallConsultation",
    "CeaseFire",
    "ChangeVenue",
    "Climb",
    "CommitForce",
    "CommitPublicly",
    "ConveneCouncil",
    "CounterAttack",
    "Decision",
    "DefendNetworks",
    "DropAdjustment",
    "EditInject",
    "EndExercise",
    "Entry",
    "Evacuate",
    "ExtendTurn",
    "Feint",
    "FireInject",
    "GrantAccess",
    "GrantTransit",
    "HastenMandate",
    "Hold",
    "HoldExercise",
    "HoldInject",
    "HoldReview",
    "HybridAttack",
    "Invest",
    "IssueActivationWarning",
    "Lobby",
    "MakeOffer",
    "MeasureText",
    "Mediate",
    "MoveForce",
    "NarrowMeasure",
    "Note",
    "OfferForce",
    "OpenBackChannel",
    "OpenTalks",
    "OrderActivation",
    "OrderDelegatedMeasure",
    "OverrideAdjudication",
    "PayContribution",
    "Pledge",
    "PositionKind",
    "PublishReport",
    "RatifyAgreement",
    "ReadyForce",
    "RedOffer",
    "RefuseOffer",
    "ReleaseReport",
    "Repair",
    "RequestInformation",
    "Requirement",
    "Reseed",
    "Sanction",
    "SanitiseReport",
    "SeekMandate",
    "SendRelief",
    "SetLiftPriority",
    "SetPortPriority",
    "SetRulesOfEngagement",
    "SetSilence",
    "SidePayment",
    "SignAgreement",
    "SpendCommonFund",
    "StateProbability",
    "StateRequirements",
    "SuspendAgreement",
    "TableMeasure",
    "TakePosition",
    "TaskCollection",
    "TransferTechnology",
    "WedgeAlly",
    "WithdrawFromAgreement",
    "WithdrawOffer",
]

Decision = Annotated[
    CallConsultation
    | TableMeasure
    | TakePosition
    | SetSilence
    | AmendMeasure
    | Lobby
    | SidePayment
    | ConveneCouncil
    | NarrowMeasure
    | ChangeVenue
    | OfferForce
    | WithdrawOffer
    | ReadyForce
    | SeekMandate
    | MoveForce
    | GrantAccess
    | GrantTransit
    | HastenMandate
    | SetRulesOfEngagement
    | CommitForce
    | CounterAttack
    | Evacuate
    | CeaseFire
    | ReleaseReport
    | StateProbability
    | TaskCollection
    | RequestInformation
    | SanitiseReport
    | PublishReport
    | CommitPublicly
    | AttributeAttack
    | Assure
    | OpenBackChannel
    | MakeOffer
    | AcceptOffer
    | RefuseOffer
    | AskMediator
    | Mediate
    | Sanction
    | DefendNetworks
    | Repair
    | BuildResilience
    | SendRelief
    | OpenTalks
    | AnswerTalks
    | SignAgreement
    | RatifyAgreement
    | SuspendAgreement
    | WithdrawFromAgreement
    | Pledge
    | PayContribution
    | AuditContributions
    | HoldExercise
    | TransferTechnology
    | Invest
    | AdoptAdjustment
    | AmendAdjustment
    | DropAdjustment
    | SpendCommonFund
    | HoldReview
    | OrderActivation
    | IssueActivationWarning
    | StateRequirements
    | SetLiftPriority
    | SetPortPriority
    | OrderDelegatedMeasure
    | Hold
    | Climb
    | BackDown
    | Attack
    | HybridAttack
    | Feint
    | RedOffer
    | AnswerOffer
    | WedgeAlly
    | Reseed
    | EndExercise
    | Note
    | FireInject
    | HoldInject
    | EditInject
    | AddInject
    | OverrideAdjudication
    | ExtendTurn,
    Tagged(),
]

KINDS: dict[str, type] = {kind_of(choice): choice for choice in get_args(get_args(Decision)[0])}
"""Decision types by the name they have in files, in the order of the groups."""
