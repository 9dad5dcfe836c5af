"""Bodies of events, one record type a kind of happening. Times are seconds after STARTEX."""

from typing import Annotated, Literal, get_args

from wargame.model.adversary import AdversaryType
from wargame.model.decisions.consultation import MeasureText, PositionKind
from wargame.model.fields import Tagged, record
from wargame.model.nation import Discipline

EndReason = Literal["last_day", "objective_decided", "excon"]
ActKind = Literal["hold", "climb", "back_down", "attack"]

# --- the clock and the umpire --------------------------------------------------------------------------------


@record
class ExerciseStarted:
    """STARTEX."""

    kind: Literal["exercise_started"] = "exercise_started"


@record
class TurnBegan:
    """A turn's edge: seats decide now, then the clock runs."""

    kind: Literal["turn_began"] = "turn_began"
    turn: int


@record
class ExerciseEnded:
    """ENDEX: players' part is over; the simulation runs on to its horizon."""

    kind: Literal["exercise_ended"] = "exercise_ended"
    reason: EndReason


@record
class HorizonReached:
    """The instant at which outcomes are judged."""

    kind: Literal["horizon_reached"] = "horizon_reached"


@record
class MessageReceived:
    """An inject of the MEL reached some seats."""

    kind: Literal["message_received"] = "message_received"
    text: str


@record
class InjectFired:
    """An item of the MEL came due."""

    kind: Literal["inject_fired"] = "inject_fired"
    inject: str


@record
class Reseeded:
    """EXCON let the future differ."""

    kind: Literal["reseeded"] = "reseeded"
    salt: int


@record
class NoteWritten:
    """EXCON wrote an observation down."""

    kind: Literal["note_written"] = "note_written"
    text: str


@record
class OrderFailed:
    """A decision that looked possible to its seat was not."""

    kind: Literal["order_failed"] = "order_failed"
    seat: str
    order: str
    """Kind of the decision."""
    reason: str


# --- threat --------------------------------------------------------------------------------------------------


@record
class AdversaryPrepared:
    """At STARTEX: who the adversary is this time."""

    kind: Literal["adversary_prepared"] = "adversary_prepared"
    adversary: str
    type: AdversaryType
    objective: str
    rung: int
    mobilisation: float


@record
class Option:
    """One thing the adversary could do, and how it weighed it."""

    act: ActKind
    utility: float
    weight: float
    """Opportunity, w of the quantal response."""
    probability: float


@record
class AdversaryChose:
    """The adversary decided."""

    kind: Literal["adversary_chose"] = "adversary_chose"
    adversary: str
    act: ActKind
    options: tuple[Option, ...]
    resolve: float
    """r, its belief that the allies fight."""
    odds_alone: float
    """P0, chance of success against the target alone."""
    odds_allied: float
    """PN, against all that can be there in time."""


@record
class RungChanged:
    """The adversary moved on the ladder."""

    kind: Literal["rung_changed"] = "rung_changed"
    adversary: str
    old: int
    new: int
    mobilisation: float
    """M at this instant; it rises from here at rung 4 and above, falls below."""


@record
class ResolveRevised:
    """The adversary's belief that the allies fight jumped."""

    kind: Literal["resolve_revised"] = "resolve_revised"
    adversary: str
    change: float
    """In logits; positive means it takes them more seriously."""
    words: float
    """b after the jump."""
    why: Literal["statement", "commitment", "unanimity", "unanswered", "broken", "withdrawn"]


@record
class ClashHappened:
    """Forces met with violence; everybody hears of it."""

    kind: Literal["clash_happened"] = "clash_happened"
    adversary: str
    serious: bool


@record
class CrisisCalmed:
    """The adversary has stayed low long enough for the crisis to be over."""

    kind: Literal["crisis_calmed"] = "crisis_calmed"
    adversary: str


@record
class AttackBegan:
    """The adversary attacked an objective."""

    kind: Literal["attack_began"] = "attack_began"
    adversary: str
    objective: str


@record
class HonourDecided:
    """A member decided whether to fight for the ally under attack."""

    kind: Literal["honour_decided"] = "honour_decided"
    nation: str
    fights: bool


@record
class ObjectiveContested:
    """The hold on an objective moved."""

    kind: Literal["objective_contested"] = "objective_contested"
    objective: str
    held: float
    """Share in the adversary's hands, 0 to 1."""


@record
class ObjectiveDecided:
    """The fighting for an objective ended."""

    kind: Literal["objective_decided"] = "objective_decided"
    objective: str
    held: float


# --- intelligence --------------------------------------------------------------------------------------------


@record
class IndicatorShown:
    """Something showed that the warning list names, in truth or by mistake; who sees it is another event."""

    kind: Literal["indicator_shown"] = "indicator_shown"
    indicator: str
    force: str | None = None
    """The adversary's formation, when one was involved or thought to be."""
    text: str | None = None
    """What the media said, when it was for all to see."""


@record
class FalseAlarmArose:
    """Something harmless was about to be taken for an indicator."""

    kind: Literal["false_alarm_arose"] = "false_alarm_arose"
    nation: str


@record
class ReportReceived:
    """An intelligence report reached a nation. Reports and contacts are counted by the nation that holds them."""

    kind: Literal["report_received"] = "report_received"
    nation: str
    report: str
    indicator: str
    discipline: Discipline
    originator: str
    """The nation whose sensors it came from, or `media`."""
    reliability: Literal["A", "B", "C", "D", "E", "F"]
    credibility: int
    """1 confirmed to 6 cannot be judged."""
    observed: int
    """When the thing reported was seen."""
    contact: str | None = None
    """Label of the formation seen, the nation's own."""
    place: str | None = None
    """Location."""


@record
class Assessed:
    """A nation's staff weighed the evidence again."""

    kind: Literal["assessed"] = "assessed"
    nation: str
    log_odds: tuple[float, ...]
    """Of each hypothesis against routine, in the order of HYPOTHESES."""


@record
class WarningIssued:
    """A nation's staff warned its leaders: the probability that an attack is being prepared passed their threshold."""

    kind: Literal["warning_issued"] = "warning_issued"
    nation: str
    probability: float
    reports: tuple[str, ...]
    """The reports that it rests on, the nation's own labels."""


@record
class ReportReleased:
    """A nation let an ally have a report; it is on its way."""

    kind: Literal["report_released"] = "report_released"
    nation: str
    report: str
    to: str


@record
class ProbabilityStated:
    """A seat said how likely an attack within 72 hours is."""

    kind: Literal["probability_stated"] = "probability_stated"
    nation: str
    probability: float


# --- consultation --------------------------------------------------------------------------------------------


@record
class ConsultationCalled:
    """A member asked the council to meet."""

    kind: Literal["consultation_called"] = "consultation_called"
    nation: str


@record
class CouncilConvened:
    """The council met; measures can be tabled."""

    kind: Literal["council_convened"] = "council_convened"


@record
class MeasureTabled:
    """A measure was put before the council and sent to the capitals."""

    kind: Literal["measure_tabled"] = "measure_tabled"
    by: str
    text: MeasureText


@record
class SilenceSet:
    """The Secretary-General set the deadline that a measure's silence will have."""

    kind: Literal["silence_set"] = "silence_set"
    hours: float


@record
class SilenceBegan:
    """Guidance had come from the capitals; the measure passes unless a member speaks up."""

    kind: Literal["silence_began"] = "silence_began"
    until: int


@record
class PositionTaken:
    """A member said where it stands on a measure."""

    kind: Literal["position_taken"] = "position_taken"
    nation: str
    position: PositionKind


@record
class TimeAsked:
    """A member without instructions asked for more time."""

    kind: Literal["time_asked"] = "time_asked"
    nation: str
    until: int


@record
class MeasureAdopted:
    """Silence ran out and the measure passed."""

    kind: Literal["measure_adopted"] = "measure_adopted"
    unanimous: bool


@record
class MeasureFailed:
    """The measure did not pass."""

    kind: Literal["measure_failed"] = "measure_failed"
    by: tuple[str, ...]
    """The nations that broke silence."""


@record
class AlertDeclared:
    """The alliance declared an alert level, for all to hear."""

    kind: Literal["alert_declared"] = "alert_declared"
    level: int
    """0 normal, 1 guarded, 2 high, 3 full."""


@record
class StatementMade:
    """The alliance, or one member, spoke in public."""

    kind: Literal["statement_made"] = "statement_made"
    by: str
    commits: bool
    """Whether it bound the speaker to defend the threatened ally."""


# --- deployment ----------------------------------------------------------------------------------------------


@record
class ForceOffered:
    """A nation offered a force to a measure."""

    kind: Literal["force_offered"] = "force_offered"
    nation: str
    force: str


@record
class OfferWithdrawn:
    """A nation took an offered force back."""

    kind: Literal["offer_withdrawn"] = "offer_withdrawn"
    nation: str
    force: str


@record
class ForceReadied:
    """A force began to serve its notice before it was activated."""

    kind: Literal["force_readied"] = "force_readied"
    force: str


@record
class MandateSought:
    """A government asked its cabinet or parliament for leave to send forces."""

    kind: Literal["mandate_sought"] = "mandate_sought"
    nation: str


@record
class MandateDecided:
    """Cabinet or parliament agreed or refused."""

    kind: Literal["mandate_decided"] = "mandate_decided"
    nation: str
    granted: bool


@record
class ActivationOrdered:
    """The commander's order: the forces named move."""

    kind: Literal["activation_ordered"] = "activation_ordered"
    forces: tuple[str, ...]
    strength: float
    """Brigade equivalents of them all; where the measure asked for more, it is accepted short."""


@record
class ReinforcementAnnounced:
    """What the world is told of an activation."""

    kind: Literal["reinforcement_announced"] = "reinforcement_announced"
    place: str
    strength: float


@record
class NoticeServed:
    """A force is ready to load."""

    kind: Literal["notice_served"] = "notice_served"
    force: str


@record
class MovementRefused:
    """A force may not move: its nation's cabinet or parliament said no, or no way leads there. It is free again."""

    kind: Literal["movement_refused"] = "movement_refused"
    force: str
    strength: float
    """Brigade equivalents that the measure goes without."""
    reason: str


@record
class LoadingBegan:
    """A force got its transport and began to load."""

    kind: Literal["loading_began"] = "loading_began"
    force: str
    mode: str


@record
class ForceLoaded:
    """A force was loaded."""

    kind: Literal["force_loaded"] = "force_loaded"
    force: str


@record
class ForceDeparted:
    """A force left for the next place on its way."""

    kind: Literal["force_departed"] = "force_departed"
    force: str
    place: str
    """Where this leg leads."""
    mode: str
    due: int


@record
class ForceArrived:
    """A force reached a place on its way."""

    kind: Literal["force_arrived"] = "force_arrived"
    force: str
    place: str
    debarked: bool
    """Whether this is its port, airfield or place of debarkation, the end of its movement."""


@record
class ForceCapable:
    """A force was handed over and can fight with the others."""

    kind: Literal["force_capable"] = "force_capable"
    force: str
    strength: float
    """Brigade equivalents towards the measure's requirement."""
    effective: float
    """Strength times readiness times the share it keeps when it fights beside others."""


@record
class RequirementMet:
    """As much as the measure asked for is capable."""

    kind: Literal["requirement_met"] = "requirement_met"
    strength: float


# --- the decision economy ------------------------------------------------------------------------------------


@record
class CapitalSpent:
    """A nation paid for a decision with political capital."""

    kind: Literal["capital_spent"] = "capital_spent"
    nation: str
    spent: float
    left: float


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
