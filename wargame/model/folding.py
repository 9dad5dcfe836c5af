"""How happenings change a Situation: one small function a kind, and the fold that applies them in order.

`apply` is the only thing that changes a Situation, so that what is replayed is what was live.
"""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from wargame.model import happenings as happened
from wargame.model.event import Event
from wargame.model.scenario import Scenario
from wargame.model.situation import (
    AdversaryState,
    MeasureProgress,
    Picture,
    ReportState,
    Situation,
    opening,
)


def fold(scenario: Scenario, events: Iterable[Event]) -> Situation:
    """The situation after `events`."""
    situation = opening(scenario)
    for event in events:
        apply(situation, event)
    return situation


def apply(situation: Situation, event: Event) -> None:
    """Change `situation` by what happened."""
    situation.time = event.time
    change = CHANGES.get(type(event.body))
    if change is not None:
        change(situation, event, event.body)


B = TypeVar("B")
CHANGES: dict[type, Callable[[Situation, Event, Any], None]] = {}
"""What each kind of happening changes; a kind that is not here changes nothing but the time."""


def on(kind: type[B]) -> Callable[[Callable[[Situation, Event, B], None]], Callable[[Situation, Event, B], None]]:
    """Enter a function as what `kind` changes."""

    def enter(change: Callable[[Situation, Event, B], None]) -> Callable[[Situation, Event, B], None]:
        CHANGES[kind] = change
        return change

    return enter


def measure_of(situation: Situation, event: Event) -> MeasureProgress:
    assert event.measure is not None
    return situation.council.measures[event.measure]


def picture_of(situation: Situation, nation: str) -> Picture:
    picture = situation.pictures.get(nation)
    if picture is None:
        picture = situation.pictures[nation] = Picture()
    return picture


# --- the clock and the umpire --------------------------------------------------------------------------------


@on(happened.TurnBegan)
def turn_began(situation: Situation, event: Event, body: happened.TurnBegan) -> None:
    situation.turn = body.turn


@on(happened.ExerciseEnded)
def exercise_ended(situation: Situation, event: Event, body: happened.ExerciseEnded) -> None:
    situation.ended = body.reason


@on(happened.HorizonReached)
def horizon_reached(situation: Situation, event: Event, body: happened.HorizonReached) -> None:
    situation.over = True


@on(happened.MessageReceived)
def message_received(situation: Situation, event: Event, body: happened.MessageReceived) -> None:
    situation.messages.append((event.time, body.text))


@on(happened.OrderFailed)
def order_failed(situation: Situation, event: Event, body: happened.OrderFailed) -> None:
    situation.failures.append((event.time, body.seat, body.order, body.reason))


@on(happened.CapitalSpent)
def capital_spent(situation: Situation, event: Event, body: happened.CapitalSpent) -> None:
    situation.capital[body.nation] = (body.left, event.time)


# --- threat --------------------------------------------------------------------------------------------------


@on(happened.AdversaryPrepared)
def adversary_prepared(situation: Situation, event: Event, body: happened.AdversaryPrepared) -> None:
    situation.adversaries[body.adversary] = AdversaryState(
        type=body.type,
        objective=body.objective,
        rung=body.rung,
        since=event.time,
        mobilisation=body.mobilisation,
        top=body.rung,
    )


@on(happened.AdversaryChose)
def adversary_chose(situation: Situation, event: Event, body: happened.AdversaryChose) -> None:
    situation.adversaries[body.adversary].resolve = body.resolve


@on(happened.RungChanged)
def rung_changed(situation: Situation, event: Event, body: happened.RungChanged) -> None:
    adversary = situation.adversaries[body.adversary]
    adversary.rung, adversary.since, adversary.mobilisation = body.new, event.time, body.mobilisation
    adversary.top = max(adversary.top, body.new)


@on(happened.ResolveRevised)
def resolve_revised(situation: Situation, event: Event, body: happened.ResolveRevised) -> None:
    adversary = situation.adversaries[body.adversary]
    adversary.words, adversary.words_since = body.words, event.time


@on(happened.ClashHappened)
def clash_happened(situation: Situation, event: Event, body: happened.ClashHappened) -> None:
    situation.clashes += 1


@on(happened.AttackBegan)
def attack_began(situation: Situation, event: Event, body: happened.AttackBegan) -> None:
    situation.objectives[body.objective].attacked = event.time


@on(happened.HonourDecided)
def honour_decided(situation: Situation, event: Event, body: happened.HonourDecided) -> None:
    situation.honoured[body.nation] = body.fights


@on(happened.ObjectiveContested)
def objective_contested(situation: Situation, event: Event, body: happened.ObjectiveContested) -> None:
    situation.objectives[body.objective].held = body.held


@on(happened.ObjectiveDecided)
def objective_decided(situation: Situation, event: Event, body: happened.ObjectiveDecided) -> None:
    objective = situation.objectives[body.objective]
    objective.held, objective.decided = body.held, event.time


# --- intelligence --------------------------------------------------------------------------------------------


@on(happened.ReportReceived)
def report_received(situation: Situation, event: Event, body: happened.ReportReceived) -> None:
    picture_of(situation, body.nation).reports[body.report] = ReportState(event.id, event.time, body)


@on(happened.Assessed)
def assessed(situation: Situation, event: Event, body: happened.Assessed) -> None:
    picture = picture_of(situation, body.nation)
    picture.log_odds, picture.assessed = body.log_odds, event.time


@on(happened.WarningIssued)
def warning_issued(situation: Situation, event: Event, body: happened.WarningIssued) -> None:
    picture = picture_of(situation, body.nation)
    picture.warned = event.id
    picture.warnings += 1


@on(happened.ReportReleased)
def report_released(situation: Situation, event: Event, body: happened.ReportReleased) -> None:
    held = picture_of(situation, body.nation).reports.get(body.report)
    if held is not None:
        held.released_to.add(body.to)


@on(happened.ProbabilityStated)
def probability_stated(situation: Situation, event: Event, body: happened.ProbabilityStated) -> None:
    picture_of(situation, body.nation).stated.append((event.time, body.probability))


# --- consultation --------------------------------------------------------------------------------------------


@on(happened.ConsultationCalled)
def consultation_called(situation: Situation, event: Event, body: happened.ConsultationCalled) -> None:
    situation.council.called = event.id


@on(happened.CouncilConvened)
def council_convened(situation: Situation, event: Event, body: happened.CouncilConvened) -> None:
    council = situation.council
    council.called, council.convened, council.convened_at = None, event.id, event.time


@on(happened.MeasureTabled)
def measure_tabled(situation: Situation, event: Event, body: happened.MeasureTabled) -> None:
    assert event.measure is not None
    situation.council.measures[event.measure] = MeasureProgress(
        id=event.measure, by=body.by, text=body.text, tabled=event.time, event=event.id
    )


@on(happened.SilenceSet)
def silence_set(situation: Situation, event: Event, body: happened.SilenceSet) -> None:
    measure_of(situation, event).silence_hours = body.hours


@on(happened.SilenceBegan)
def silence_began(situation: Situation, event: Event, body: happened.SilenceBegan) -> None:
    measure = measure_of(situation, event)
    measure.state, measure.silence_until = "silence", body.until


@on(happened.PositionTaken)
def position_taken(situation: Situation, event: Event, body: happened.PositionTaken) -> None:
    measure_of(situation, event).positions[body.nation] = body.position


@on(happened.TimeAsked)
def time_asked(situation: Situation, event: Event, body: happened.TimeAsked) -> None:
    measure = measure_of(situation, event)
    measure.asked_time.add(body.nation)
    measure.silence_until = body.until


@on(happened.MeasureAdopted)
def measure_adopted(situation: Situation, event: Event, body: happened.MeasureAdopted) -> None:
    measure = measure_of(situation, event)
    measure.state, measure.decided = "adopted", event.time


@on(happened.MeasureFailed)
def measure_failed(situation: Situation, event: Event, body: happened.MeasureFailed) -> None:
    measure = measure_of(situation, event)
    measure.state, measure.decided = "failed", event.time
    for force in measure.offers:
        situation.forces[force].offered = None
    measure.offers.clear()


@on(happened.AlertDeclared)
def alert_declared(situation: Situation, event: Event, body: happened.AlertDeclared) -> None:
    situation.alert = body.level


@on(happened.StatementMade)
def statement_made(situation: Situation, event: Event, body: happened.StatementMade) -> None:
    situation.statements += 1
    if body.commits:
        situation.committed[body.by] = event.time


# --- deployment ----------------------------------------------------------------------------------------------


@on(happened.ForceOffered)
def force_offered(situation: Situation, event: Event, body: happened.ForceOffered) -> None:
    measure_of(situation, event).offers.append(body.force)
    situation.forces[body.force].offered = event.measure


@on(happened.OfferWithdrawn)
def offer_withdrawn(situation: Situation, event: Event, body: happened.OfferWithdrawn) -> None:
    measure_of(situation, event).offers.remove(body.force)
    situation.forces[body.force].offered = None


@on(happened.ForceReadied)
def force_readied(situation: Situation, event: Event, body: happened.ForceReadied) -> None:
    situation.forces[body.force].readied = event.time


@on(happened.MandateSought)
def mandate_sought(situation: Situation, event: Event, body: happened.MandateSought) -> None:
    measure_of(situation, event).mandates[body.nation] = "sought"


@on(happened.MandateDecided)
def mandate_decided(situation: Situation, event: Event, body: happened.MandateDecided) -> None:
    measure = measure_of(situation, event)
    measure.mandates[body.nation] = "granted" if body.granted else "refused"
    if not body.granted and measure.activated is None:
        withdrawn = [force for force in measure.offers if situation.forces[force].nation == body.nation]
        for force in withdrawn:
            measure.offers.remove(force)
            situation.forces[force].offered = None


@on(happened.ActivationOrdered)
def activation_ordered(situation: Situation, event: Event, body: happened.ActivationOrdered) -> None:
    measure = measure_of(situation, event)
    measure.activated, measure.accepted = event.time, body.strength
    for force in body.forces:
        state = situation.forces[force]
        state.activated, state.status = event.time, "notice"


@on(happened.ReinforcementAnnounced)
def reinforcement_announced(situation: Situation, event: Event, body: happened.ReinforcementAnnounced) -> None:
    situation.announced.append((event.time, body.place, body.strength))


@on(happened.NoticeServed)
def notice_served(situation: Situation, event: Event, body: happened.NoticeServed) -> None:
    situation.forces[body.force].status = "waiting"


@on(happened.MovementRefused)
def movement_refused(situation: Situation, event: Event, body: happened.MovementRefused) -> None:
    measure, force = measure_of(situation, event), situation.forces[body.force]
    measure.accepted = round(measure.accepted - body.strength, 6)
    if body.force in measure.offers:
        measure.offers.remove(body.force)
    force.status, force.offered, force.activated = "refused", None, None


@on(happened.LoadingBegan)
def loading_began(situation: Situation, event: Event, body: happened.LoadingBegan) -> None:
    situation.forces[body.force].status = "loading"


@on(happened.ForceDeparted)
def force_departed(situation: Situation, event: Event, body: happened.ForceDeparted) -> None:
    force = situation.forces[body.force]
    force.status, force.bound_for, force.due = "moving", body.place, body.due


@on(happened.ForceArrived)
def force_arrived(situation: Situation, event: Event, body: happened.ForceArrived) -> None:
    force = situation.forces[body.force]
    force.status, force.at, force.bound_for, force.due = "arrived", body.place, None, None


@on(happened.ForceCapable)
def force_capable(situation: Situation, event: Event, body: happened.ForceCapable) -> None:
    force = situation.forces[body.force]
    force.status, force.effective = "capable", body.effective
    measure = measure_of(situation, event)
    measure.capable = round(measure.capable + body.strength, 6)


@on(happened.RequirementMet)
def requirement_met(situation: Situation, event: Event, body: happened.RequirementMet) -> None:
    measure_of(situation, event).met = event.time
