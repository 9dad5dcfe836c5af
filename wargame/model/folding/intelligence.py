"""What a Situation becomes by reports, assessments and what is released."""

from wargame.model import happenings as happened
from wargame.model.event import Event
from wargame.model.folding.table import on, picture_of
from wargame.model.situation import ReportState, Situation


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
