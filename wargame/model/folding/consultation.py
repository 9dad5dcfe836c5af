"""What a Situation becomes by the council and what is said in public."""

from wargame.model import happenings as happened
from wargame.model.event import Event
from wargame.model.folding.table import measure_of, on
from wargame.model.situation import MeasureProgress, Situation


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
