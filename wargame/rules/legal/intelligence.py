"""What must be the case before a nation collects, asks, and shares what it knows."""

from wargame.model.decisions.intelligence import (
    PublishReport,
    ReleaseReport,
    RequestInformation,
    SanitiseReport,
    TaskCollection,
)
from wargame.model.nation import Nation
from wargame.model.reports import MEDIA, PRECEDENCES, PUBLIC, request_name
from wargame.model.scenario import COMMANDER, HQ
from wargame.model.situation import ReportState
from wargame.model.view import View
from wargame.rules.economy import nation_of
from wargame.rules.kept import kept
from wargame.rules.legal.table import check
from wargame.rules.sharing import obstacle


def held(view: View, report: str) -> ReportState | None:
    picture = view.situation.pictures.get(view.seat)
    return picture.reports.get(report) if picture else None


def no_report(report: str) -> str:
    return f"there is no report '{report}'"


@kept
def _recipients(nations: tuple[Nation, ...]) -> frozenset[str]:
    """Who may be passed a report: nations and the alliance's own seats."""
    return frozenset({*(nation.id for nation in nations), HQ, COMMANDER})


@check(ReleaseReport)
def may_release(view: View, decision: ReleaseReport) -> str | None:
    report = held(view, decision.report)
    if report is None:
        return no_report(decision.report)
    if decision.to == view.seat or decision.to not in _recipients(view.scenario.nations):
        return f"there is no ally '{decision.to}'"
    if decision.to in report.released_to:
        return "the ally already has it"
    own = report.body.precedence
    if decision.precedence is not None and PRECEDENCES.index(decision.precedence) < PRECEDENCES.index(own):
        return f"it is no more urgent than {own}"
    return obstacle(report, view.seat, decision.to)


@check(PublishReport)
def may_publish(view: View, decision: PublishReport) -> str | None:
    report = held(view, decision.report)
    return no_report(decision.report) if report is None else obstacle(report, view.seat, PUBLIC)


@check(SanitiseReport)
def may_sanitise(view: View, decision: SanitiseReport) -> str | None:
    report = held(view, decision.report)
    if report is None:
        return no_report(decision.report)
    if report.body.originator != view.seat:
        source = "everyone can read it" if report.body.originator == MEDIA else "only its originator knows its source"
        return f"{source}; there is nothing to sanitise"
    if report.disproved is not None:
        return "it has been disproved"
    if report.sanitised is not None:
        return "it has been sanitised" if report.sanitised == "ready" else "it is being sanitised"
    return None


@check(TaskCollection)
def may_task(view: View, decision: TaskCollection) -> str | None:
    nation = nation_of(view.scenario, view.seat)
    listed = nation.collection if nation is not None else ()
    own = [each.discipline for each in listed if each.coverage > 0.0]
    if decision.discipline not in own:
        return f"the nation has no sensors of the discipline {decision.discipline}; it has {', '.join(own) or 'none'}"
    fits = [each.id for each in view.scenario.indicators if each.discipline == decision.discipline]
    if decision.indicator not in fits:
        return f"{decision.discipline} cannot see '{decision.indicator}'; it can see {', '.join(fits) or 'none listed'}"
    picture = view.situation.pictures.get(view.seat)
    if picture is not None and picture.tasked.get(decision.discipline) == decision.indicator:
        return "it is watching for that first already"
    return None


@check(RequestInformation)
def may_request(view: View, decision: RequestInformation) -> str | None:
    if decision.to == view.seat or nation_of(view.scenario, decision.to) is None:
        return f"there is no ally '{decision.to}'"
    asked = view.situation.requests.get(request_name(view.seat, decision.to, decision.about))
    if asked is not None and asked.open:
        return "that has been asked, and the ally has still time to answer"
    return None
