"""What a Situation becomes by reports, assessments, and what is released, published and asked for."""

from wargame.model import happenings as happened
from wargame.model.event import Event
from wargame.model.folding.table import on, picture_of
from wargame.model.reports import MEDIA, request_name
from wargame.model.situation import Disclosure, ReportState, RequestState, Situation

# --- reports and assessments ---------------------------------------------------------------------------------


@on(happened.ReportReceived)
def report_received(situation: Situation, event: Event, body: happened.ReportReceived) -> None:
    picture_of(situation, body.nation).file(ReportState(situation.number, event.time, body))


@on(happened.ReportDisproved)
def report_disproved(situation: Situation, event: Event, body: happened.ReportDisproved) -> None:
    held = picture_of(situation, body.nation).reports
    for report in body.reports:
        held[report].disproved = event.time


@on(happened.Assessed)
def assessed(situation: Situation, event: Event, body: happened.Assessed) -> None:
    picture = picture_of(situation, body.nation)
    picture.log_odds, picture.services, picture.assessed = body.log_odds, body.services, event.time


@on(happened.WarningIssued)
def warning_issued(situation: Situation, event: Event, body: happened.WarningIssued) -> None:
    picture = picture_of(situation, body.nation)
    picture.warned, picture.warned_at = situation.number, event.time
    picture.warnings += 1


@on(happened.WarningProvenFalse)
def warning_proven_false(situation: Situation, event: Event, body: happened.WarningProvenFalse) -> None:
    picture_of(situation, body.nation).false_warnings += 1


@on(happened.ProbabilityStated)
def probability_stated(situation: Situation, event: Event, body: happened.ProbabilityStated) -> None:
    picture_of(situation, body.nation).stated.append((event.time, body.probability))


@on(happened.CollectionTasked)
def collection_tasked(situation: Situation, event: Event, body: happened.CollectionTasked) -> None:
    picture_of(situation, body.nation).tasked[body.discipline] = body.indicator


# --- what is passed on ---------------------------------------------------------------------------------------


def held_by(situation: Situation, nation: str, report: str) -> ReportState:
    return picture_of(situation, nation).reports[report]


@on(happened.ReportReleased)
def report_released(situation: Situation, event: Event, body: happened.ReportReleased) -> None:
    held = held_by(situation, body.nation, body.report)
    held.released_to = (*held.released_to, body.to)


@on(happened.ConsentAsked)
def consent_asked(situation: Situation, event: Event, body: happened.ConsentAsked) -> None:
    if body.holder == body.by:
        held_by(situation, body.holder, body.report).consents[body.to] = "asked"


@on(happened.ConsentAnswered)
def consent_answered(situation: Situation, event: Event, body: happened.ConsentAnswered) -> None:
    if body.holder == body.by:
        answer = held_by(situation, body.holder, body.report).consents
        answer[body.to] = "granted" if body.granted else "refused"


@on(happened.SanitisingBegan)
def sanitising_began(situation: Situation, event: Event, body: happened.SanitisingBegan) -> None:
    held_by(situation, body.nation, body.report).sanitised = "begun"


@on(happened.ReportSanitised)
def report_sanitised(situation: Situation, event: Event, body: happened.ReportSanitised) -> None:
    held_by(situation, body.nation, body.report).sanitised = "ready"


@on(happened.LeakFound)
def leak_found(situation: Situation, event: Event, body: happened.LeakFound) -> None:
    picture_of(situation, body.nation).leaks.append((event.time, body.discipline))


# --- what the world is told ----------------------------------------------------------------------------------


@on(happened.ReportPublished)
def report_published(situation: Situation, event: Event, body: happened.ReportPublished) -> None:
    held_by(situation, body.nation, body.report).published = True


@on(happened.PublicationMade)
def publication_made(situation: Situation, event: Event, body: happened.PublicationMade) -> None:
    situation.disclosed.append(Disclosure(event.time, body.nation, body.indicator))


@on(happened.MediaReported)
def media_reported(situation: Situation, event: Event, body: happened.MediaReported) -> None:
    situation.disclosed.append(Disclosure(event.time, MEDIA, body.indicator))


@on(happened.PublicationDisproved)
def publication_disproved(situation: Situation, event: Event, body: happened.PublicationDisproved) -> None:
    for told in situation.disclosed:
        if (told.by, told.indicator, told.disproved) == (body.nation, body.indicator, None):
            told.disproved = event.time
            return


# --- requests for information --------------------------------------------------------------------------------


@on(happened.InformationRequested)
def information_requested(situation: Situation, event: Event, body: happened.InformationRequested) -> None:
    made = RequestState(situation.number, body.by, body.to, body.about, body.question, event.time, body.deadline)
    situation.requests[request_name(body.by, body.to, body.about)] = made


@on(happened.RequestClosed)
def request_closed(situation: Situation, event: Event, body: happened.RequestClosed) -> None:
    situation.requests[request_name(body.by, body.to, body.about)].reports = body.reports
