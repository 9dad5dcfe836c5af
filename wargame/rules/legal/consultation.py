"""What must be the case before a seat speaks in the council."""

from wargame.model.decisions.consultation import (
    AmendMeasure,
    CallConsultation,
    ChangeVenue,
    ConveneCouncil,
    Lobby,
    MeasureText,
    NarrowMeasure,
    SetSilence,
    SidePayment,
    TableMeasure,
    TakePosition,
)
from wargame.model.situation import MeasureProgress
from wargame.model.view import View
from wargame.rules.consultation import narrower
from wargame.rules.legal.table import check, measure_in, no_measure
from wargame.rules.measures import FULL_ALERT, misworded


@check(CallConsultation)
def may_call(view: View, decision: CallConsultation) -> str | None:
    if view.seat not in view.scenario.alliance.members:
        return "only a member of the alliance may call a consultation"
    return _not_convening(view)


@check(ConveneCouncil)
def may_convene(view: View, decision: ConveneCouncil) -> str | None:
    return _not_convening(view)


def _not_convening(view: View) -> str | None:
    return None if view.situation.council.called is None else "the council is already being convened"


# --- texts ---------------------------------------------------------------------------------------------------


@check(TableMeasure)
def may_table(view: View, decision: TableMeasure) -> str | None:
    if view.situation.council.convened is None:
        return "the council has not met yet; call a consultation first"
    return sensible(view, decision.measure)


def sensible(view: View, text: MeasureText) -> str | None:
    """None when a text can be put before the council as things are, else the reason for the no."""
    council, alert = view.situation.council, view.situation.alert
    if text.kind == "heighten_readiness" and alert >= FULL_ALERT:
        return "the alliance is already at full alert"
    if text.kind == "stand_down" and alert == 0:
        return "the alliance is not on alert"
    if text.kind == "monitor" and (council.monitored_until or 0) > view.time:
        return "the members are already watching more closely"
    wrong = misworded(view.scenario, text) or _unmet(view, text)
    if wrong is not None:
        return wrong
    if any((each.open or each.state == "broken") and each.text == text for each in council.measures.values()):
        return "the same text is already before the council"
    return None


def _unmet(view: View, text: MeasureText) -> str | None:
    """What is attributed must be an incident that the nation itself met with and has not attributed yet."""
    if text.kind != "attribution":
        return None
    state = view.situation.nations.get(view.seat)
    incident = state.incidents.get(text.incident or "") if state else None
    if incident is None:
        return f"this seat has met with no incident '{text.incident}'"
    return "the incident has already been attributed" if incident.accused else None


@check(AmendMeasure)
def may_amend(view: View, decision: AmendMeasure) -> str | None:
    measure = measure_in(view, decision.measure)
    if measure is None:
        return no_measure(view, decision.measure)
    if measure.state != "guidance":
        return "the measure is already under silence or decided"
    if decision.text.kind != measure.text.kind:
        return f"the text stays a measure to {measure.text.kind.replace('_', ' ')}; table another for anything else"
    return sensible(view, decision.text)


@check(NarrowMeasure)
def may_narrow(view: View, decision: NarrowMeasure) -> str | None:
    measure = measure_in(view, decision.measure)
    if measure is None:
        return no_measure(view, decision.measure)
    if measure.state != "broken":
        return "silence on the measure has not been broken, or it has failed since"
    if not narrower(measure.text, decision.text):
        return "the text asks for no less than the one that silence was broken on"
    return sensible(view, decision.text)


# --- positions -----------------------------------------------------------------------------------------------


@check(TakePosition)
def may_take_position(view: View, decision: TakePosition) -> str | None:
    measure = measure_in(view, decision.measure)
    if measure is None:
        return no_measure(view, decision.measure)
    if view.seat not in view.scenario.alliance.members:
        return "only members of the alliance take a position"
    wrong = _undecided(measure) or _asked(view, measure, view.seat)
    if wrong is not None:
        return wrong
    if decision.position == "break" and measure.state != "silence":
        return "silence can be broken only while it runs"
    if decision.caveats and decision.position != "accept_with_caveat":
        return "caveats go with accept_with_caveat"
    if measure.positions.get(view.seat) == decision.position and decision.position != "accept_with_caveat":
        return "that is already the nation's position"
    if decision.caveats and measure.caveats.get(view.seat) == decision.caveats:
        return "these are already the nation's caveats"
    return None


@check(Lobby)
def may_lobby(view: View, decision: Lobby) -> str | None:
    return _may_win_over(view, decision)


@check(SidePayment)
def may_promise(view: View, decision: SidePayment) -> str | None:
    wrong = _may_win_over(view, decision)
    if wrong is not None:
        return wrong
    if (decision.currency == "money") != (decision.amount is not None):
        return "a payment in money, and no other, names an amount"
    measure = measure_in(view, decision.measure)
    assert measure is not None
    if any((each.by, each.nation) == (view.seat, decision.nation) for each in measure.payments):
        return "that member has already been promised something for its position"
    return None


def _may_win_over(view: View, decision: Lobby | SidePayment) -> str | None:
    measure = measure_in(view, decision.measure)
    if measure is None:
        return no_measure(view, decision.measure)
    if decision.nation not in view.scenario.alliance.members:
        return f"'{decision.nation}' is no member of the alliance"
    if decision.nation == view.seat:
        return "a nation does not lobby itself"
    return _undecided(measure) or _asked(view, measure, decision.nation)


def _undecided(measure: MeasureProgress) -> str | None:
    if measure.open:
        return None
    return "silence on the measure has been broken" if measure.state == "broken" else "the measure has been decided"


def _asked(view: View, measure: MeasureProgress, nation: str) -> str | None:
    if nation in (measure.circle or view.scenario.alliance.members):
        return None
    return "the measure is decided in a smaller circle without that member"


# --- procedure -----------------------------------------------------------------------------------------------


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


@check(ChangeVenue)
def may_change_venue(view: View, decision: ChangeVenue) -> str | None:
    measure, alliance = measure_in(view, decision.measure), view.scenario.alliance
    if measure is None:
        return no_measure(view, decision.measure)
    if not measure.open and measure.state != "broken":
        return "the measure has been decided"
    if alliance.decision_rule == "lead_nation":
        return "the lead nation decides wherever the others meet"
    asked = measure.circle or alliance.members
    strangers = [each for each in decision.members if each not in asked]
    if strangers:
        return f"'{strangers[0]}' is not among those who decide now"
    if not 2 <= len(set(decision.members)) < len(asked):
        return f"a smaller circle has at least 2 and fewer than {len(asked)} members"
    return None
