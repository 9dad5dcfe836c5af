"""Indications, reports and estimates in words."""

from wargame.model import happenings as happened
from wargame.model.event import Event
from wargame.model.fields import kind_of
from wargame.model.reports import PUBLIC
from wargame.replay.telling.table import NOTABLE, ROUTINE, WEIGHTY, Teller, Told, says
from wargame.replay.wording import counted, listed, percent, plain_words
from wargame.rules.assessment import in_words

PRESS = kind_of(happened.MediaReported)
"""Whatever the media say is of this kind of news."""


@says(happened.IndicatorShown)
def indicator_shown(t: Teller, event: Event, body: happened.IndicatorShown) -> Told:
    if body.text is not None:
        return Told(NOTABLE, f"News: {body.text}", kind=PRESS)
    return Told(ROUTINE, "Shown, whoever saw it: ", t.shortly(body.indicator))


@says(happened.FalseAlarmArose)
def false_alarm_arose(t: Teller, event: Event, body: happened.FalseAlarmArose) -> Told:
    return Told(ROUTINE, "Something harmless was taken for an indicator")


@says(happened.ReportReceived)
def report_received(t: Teller, event: Event, body: happened.ReportReceived) -> Told:
    held = "" if body.nation == t.view else f" of {t.who(body.nation)}"
    return Told(
        ROUTINE,
        f"New reports{held}: ",
        f"{body.report} ({t.shortly(body.indicator)}, {body.reliability}{body.credibility})",
    )


@says(happened.Assessed)
def assessed(t: Teller, event: Event, body: happened.Assessed) -> None:
    return None


@says(happened.WarningIssued)
def warning_issued(t: Teller, event: Event, body: happened.WarningIssued) -> Told:
    chance = f"now {percent(body.probability)} ({in_words(body.probability)}), above the threshold"
    return Told(WEIGHTY, f"WARNING by the staff of {t.who(body.nation)}: chance of an attack being prepared {chance}")


@says(happened.ReportReleased)
def report_released(t: Teller, event: Event, body: happened.ReportReleased) -> Told:
    return Told(ROUTINE, f"{t.who(body.nation)} released to {t.who(body.to)}: ", body.report)


@says(happened.ProbabilityStated)
def probability_stated(t: Teller, event: Event, body: happened.ProbabilityStated) -> Told:
    return Told(
        ROUTINE, "Stated probability of an attack within 72 h: ", f"{t.who(body.nation)} {percent(body.probability)}"
    )


@says(happened.CollectionTasked)
def collection_tasked(t: Teller, event: Event, body: happened.CollectionTasked) -> Told:
    return Told(
        ROUTINE, f"{t.who(body.nation)} tasks {plain_words(body.discipline)} with: {t.indicator(body.indicator)}"
    )


@says(happened.SummaryIssued)
def summary_issued(t: Teller, event: Event, body: happened.SummaryIssued) -> None:
    return None


@says(happened.ReportDisproved)
def report_disproved(t: Teller, event: Event, body: happened.ReportDisproved) -> Told:
    return Told(NOTABLE, f"Disproved, there was nothing to it: reports of {t.who(body.nation)} ", listed(body.reports))


@says(happened.WarningProvenFalse)
def warning_proven_false(t: Teller, event: Event, body: happened.WarningProvenFalse) -> Told:
    return Told(WEIGHTY, "A warning has come to nothing, that of the staff of ", t.who(body.nation))


@says(happened.ReleaseStopped)
def release_stopped(t: Teller, event: Event, body: happened.ReleaseStopped) -> Told:
    return Told(NOTABLE, f"Stopped by security of {t.who(body.nation)} on the way to {t.who(body.to)}: ", body.report)


@says(happened.ConsentAsked)
def consent_asked(t: Teller, event: Event, body: happened.ConsentAsked) -> Told:
    whose = f"{body.report} of {t.who(body.holder)}"
    to = "publish" if body.to == PUBLIC else f"pass on to {t.who(body.to)}"
    return Told(NOTABLE, f"{t.who(body.by)} asks {t.who(body.originator)} for leave to {to} ", whose)


@says(happened.ConsentAnswered)
def consent_answered(t: Teller, event: Event, body: happened.ConsentAnswered) -> Told:
    whose = f"{body.report} of {t.who(body.holder)}"
    to = "publish" if body.to == PUBLIC else f"pass on to {t.who(body.to)}"
    answer = "lets" if body.granted else "does NOT let"
    return Told(NOTABLE, f"{t.who(body.originator)} {answer} {t.who(body.by)} {to} ", whose)


@says(happened.SanitisingBegan)
def sanitising_began(t: Teller, event: Event, body: happened.SanitisingBegan) -> Told:
    return Told(ROUTINE, f"{t.who(body.nation)} has a version of {body.report} made that hides its source")


@says(happened.ReportSanitised)
def report_sanitised(t: Teller, event: Event, body: happened.ReportSanitised) -> Told:
    return Told(ROUTINE, f"Ready in a version that hides the source, in {t.who(body.nation)}: ", body.report)


@says(happened.ReportLeaked)
def report_leaked(t: Teller, event: Event, body: happened.ReportLeaked) -> Told:
    source = "its source stays hidden" if body.harmless else f"its {plain_words(body.discipline)} source is watched now"
    return Told(WEIGHTY, f"A report of {t.who(body.nation)} leaked from {t.who(body.by)}; {source}")


@says(happened.LeakRead)
def leak_read(t: Teller, event: Event, body: happened.LeakRead) -> Told:
    source = f"{plain_words(body.discipline)} of {t.who(body.nation)}"
    return Told(WEIGHTY, f"A leaked report was read, from {source}: {t.indicator(body.indicator)}")


@says(happened.LeakFound)
def leak_found(t: Teller, event: Event, body: happened.LeakFound) -> Told:
    source = plain_words(body.discipline)
    return Told(WEIGHTY, f"{t.who(body.nation)} finds that its report {body.report} has LEAKED; {source} suffers")


@says(happened.ReportPublished)
def report_published(t: Teller, event: Event, body: happened.ReportPublished) -> Told:
    return Told(ROUTINE, f"{t.who(body.nation)} decided to publish ", body.report)


@says(happened.PublicationMade)
def publication_made(t: Teller, event: Event, body: happened.PublicationMade) -> Told:
    return Told(WEIGHTY, f"{t.who(body.nation)} publishes what it knows: {t.indicator(body.indicator)}")


@says(happened.PublicationDisproved)
def publication_disproved(t: Teller, event: Event, body: happened.PublicationDisproved) -> Told:
    return Told(WEIGHTY, f"What {t.who(body.nation)} published was wrong: {t.indicator(body.indicator)}")


@says(happened.MediaReported)
def media_reported(t: Teller, event: Event, body: happened.MediaReported) -> Told:
    return Told(NOTABLE, f"News: {t.indicator(body.indicator)}")


@says(happened.InformationRequested)
def information_requested(t: Teller, event: Event, body: happened.InformationRequested) -> Told:
    asked = f', "{body.question}"' if body.question is not None else ""
    what = f"for what is held on {plain_words(body.about)}{asked}, until {t.when(body.deadline)}"
    if body.by == t.view:
        return Told(ROUTINE, f"Asked {what}: ", t.who(body.to))
    return Told(ROUTINE, f"{t.who(body.to)} is asked {what}, by ", t.who(body.by))


@says(happened.RequestClosed)
def request_closed(t: Teller, event: Event, body: happened.RequestClosed) -> Told:
    got = counted(body.reports, "report") if body.reports else "nothing held"
    what = f"on {plain_words(body.about)}, {got}"
    if body.by == t.view:
        return Told(ROUTINE, f"Answered {what}, by ", t.who(body.to))
    return Told(ROUTINE, f"{t.who(body.to)} has answered {what}, to ", t.who(body.by))
