"""What a Situation becomes by the council and what is said in public."""

from wargame.model import happenings as happened
from wargame.model.event import Event
from wargame.model.folding.table import measure_of, on
from wargame.model.situation import MeasureProgress, Pressure, Situation


@on(happened.ConsultationCalled)
def consultation_called(situation: Situation, event: Event, body: happened.ConsultationCalled) -> None:
    situation.council.called = situation.number


@on(happened.CouncilConvened)
def council_convened(situation: Situation, event: Event, body: happened.CouncilConvened) -> None:
    council = situation.council
    council.called, council.convened, council.convened_at = None, situation.number, event.time


@on(happened.MeasureTabled)
def measure_tabled(situation: Situation, event: Event, body: happened.MeasureTabled) -> None:
    assert event.measure is not None
    situation.council.measures[event.measure] = MeasureProgress(
        id=event.measure,
        by=body.by,
        text=body.text,
        tabled=event.time,
        event=situation.number,
        delegated=body.delegated,
    )


@on(happened.MeasureAmended)
def measure_amended(situation: Situation, event: Event, body: happened.MeasureAmended) -> None:
    measure = measure_of(situation, event)
    measure.text = body.text
    measure.positions.clear()
    measure.caveats.clear()


@on(happened.SilenceSet)
def silence_set(situation: Situation, event: Event, body: happened.SilenceSet) -> None:
    measure_of(situation, event).silence_hours = body.hours


@on(happened.SilenceBegan)
def silence_began(situation: Situation, event: Event, body: happened.SilenceBegan) -> None:
    measure = measure_of(situation, event)
    measure.state, measure.silence_until = "silence", body.until


@on(happened.PositionTaken)
def position_taken(situation: Situation, event: Event, body: happened.PositionTaken) -> None:
    measure = measure_of(situation, event)
    measure.positions[body.nation] = body.position
    measure.caveats.pop(body.nation, None)
    if body.caveats:
        measure.caveats[body.nation] = body.caveats


@on(happened.TimeAsked)
def time_asked(situation: Situation, event: Event, body: happened.TimeAsked) -> None:
    measure = measure_of(situation, event)
    measure.asked_time.add(body.nation)
    measure.silence_until = body.until


@on(happened.Lobbied)
def lobbied(situation: Situation, event: Event, body: happened.Lobbied) -> None:
    felt = measure_of(situation, event).lobbied.setdefault(body.nation, [])
    felt.append(Pressure(by=body.by, weight=body.weight))


@on(happened.SidePaymentPromised)
def side_payment_promised(situation: Situation, event: Event, body: happened.SidePaymentPromised) -> None:
    measure = measure_of(situation, event)
    measure.lobbied.setdefault(body.nation, []).append(Pressure(by=body.by, weight=body.weight, payment=True))
    measure.payments.append(body)


@on(happened.SidePaymentMade)
def side_payment_made(situation: Situation, event: Event, body: happened.SidePaymentMade) -> None:
    _paid(measure_of(situation, event), body.by, body.nation)


@on(happened.SidePaymentForfeited)
def side_payment_forfeited(situation: Situation, event: Event, body: happened.SidePaymentForfeited) -> None:
    _paid(measure_of(situation, event), body.by, body.nation)


def _paid(measure: MeasureProgress, by: str, nation: str) -> None:
    """A promise is no longer open."""
    measure.payments = [each for each in measure.payments if (each.by, each.nation) != (by, nation)]


@on(happened.SilenceBroken)
def silence_broken(situation: Situation, event: Event, body: happened.SilenceBroken) -> None:
    measure = measure_of(situation, event)
    measure.state, measure.broken, measure.silence_until = "broken", situation.number, body.until


@on(happened.MeasureNarrowed)
def measure_narrowed(situation: Situation, event: Event, body: happened.MeasureNarrowed) -> None:
    measure = measure_of(situation, event)
    measure.text, measure.narrowed = body.text, True
    measure.asked_time.clear()
    for nation, position in [*measure.positions.items()]:
        if position in ("abstain", "break"):
            del measure.positions[nation]


@on(happened.VenueChanged)
def venue_changed(situation: Situation, event: Event, body: happened.VenueChanged) -> None:
    measure = measure_of(situation, event)
    measure.circle, measure.legitimacy = body.members, body.legitimacy


@on(happened.MandateHastened)
def mandate_hastened(situation: Situation, event: Event, body: happened.MandateHastened) -> None:
    measure_of(situation, event).hastened[body.nation] = body.until


@on(happened.MeasureAdopted)
def measure_adopted(situation: Situation, event: Event, body: happened.MeasureAdopted) -> None:
    measure = measure_of(situation, event)
    measure.state, measure.decided = "adopted", event.time
    measure.unanimous = body.unanimous


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
