"""What must be the case before a nation shares what it knows."""

from wargame.model.decisions.intelligence import ReleaseReport
from wargame.model.view import View
from wargame.rules.legal.table import check


@check(ReleaseReport)
def may_release(view: View, decision: ReleaseReport) -> str | None:
    picture = view.situation.pictures.get(view.seat)
    held = picture.reports.get(decision.report) if picture else None
    if held is None:
        return f"there is no report '{decision.report}'"
    if held.body.originator != view.seat:
        return "only the originator may release a report"
    if decision.to == view.seat or decision.to not in {nation.id for nation in view.scenario.nations}:
        return f"there is no ally '{decision.to}'"
    if decision.to in held.released_to:
        return "the ally already has it"
    return None
