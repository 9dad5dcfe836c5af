"""What must be the case before a seat speaks in the council."""

from wargame.model.decisions.consultation import CallConsultation, SetSilence, TableMeasure, TakePosition
from wargame.model.view import View
from wargame.rules.legal.table import check, measure_in, no_measure

MEASURES_BUILT = frozenset({"statement", "heighten_readiness", "deploy"})
"""Measures whose effects the engine simulates."""


@check(CallConsultation)
def may_call(view: View, decision: CallConsultation) -> str | None:
    if view.seat not in view.scenario.alliance.members:
        return "only a member of the alliance may call a consultation"
    if view.situation.council.called is not None:
        return "the council is already being convened"
    return None


@check(TableMeasure)
def may_table(view: View, decision: TableMeasure) -> str | None:
    text = decision.measure
    council = view.situation.council
    if council.convened is None:
        return "the council has not met yet; call a consultation first"
    if text.kind not in MEASURES_BUILT:
        return f"the measure {text.kind} is not built yet; {', '.join(sorted(MEASURES_BUILT))} are"
    if text.kind == "deploy" and (text.place is None or text.strength is None):
        return "a deployment needs a place and a strength"
    if text.kind != "deploy" and (text.place is not None or text.strength is not None):
        return f"{text.kind} names neither place nor strength"
    objectives = [objective.at for objective in view.scenario.objectives]
    if text.place is not None and text.place not in objectives:
        return f"a deployment goes to an objective's location: {', '.join(objectives)}"
    if text.kind == "heighten_readiness" and view.situation.alert >= 3:
        return "the alliance is already at full alert"
    if any(measure.open and measure.text == text for measure in council.measures.values()):
        return "the same text is already before the council"
    return None


@check(TakePosition)
def may_take_position(view: View, decision: TakePosition) -> str | None:
    measure = measure_in(view, decision.measure)
    if measure is None:
        return no_measure(view, decision.measure)
    if view.seat not in view.scenario.alliance.members:
        return "only members of the alliance take a position"
    if not measure.open:
        return "the measure has been decided"
    if decision.position == "break" and measure.state != "silence":
        return "silence can be broken only while it runs"
    if measure.positions.get(view.seat) == decision.position:
        return "that is already the nation's position"
    return None


@check(SetSilence)
def may_set_silence(view: View, decision: SetSilence) -> str | None:
    measure = measure_in(view, decision.measure)
    if measure is None:
        return no_measure(view, decision.measure)
    if measure.state != "guidance":
        return "the measure is already under silence or decided"
    if measure.silence_hours == decision.hours:
        return "that is already the deadline"
    return None
