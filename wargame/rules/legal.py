"""What a seat may decide, and why not: one check for people and programs, on the seat's own knowledge only."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from wargame.model.decisions import CATALOGUE, Decision
from wargame.model.decisions.catalogue import Role
from wargame.model.decisions.consultation import CallConsultation, SetSilence, TableMeasure, TakePosition
from wargame.model.decisions.diplomacy import CommitPublicly
from wargame.model.decisions.forces import OfferForce, OrderActivation, ReadyForce, SeekMandate, WithdrawOffer
from wargame.model.decisions.intelligence import ReleaseReport
from wargame.model.scenario import COMMANDER, EXCON, HQ, RED
from wargame.model.situation import MeasureProgress
from wargame.model.view import View
from wargame.rules.economy import capital, nation_of

BREAK_SILENCE_COST = 2
"""Political capital that breaking silence costs."""
MEASURES_BUILT = frozenset({"statement", "heighten_readiness", "deploy"})
"""Measures whose effects the engine simulates."""

D = TypeVar("D")
CHECKS: dict[type, Callable[[View, Any], str | None]] = {}


def role(view: View) -> Role:
    """What kind of seat the view belongs to."""
    match view.seat:
        case "hq" | "commander" | "red" | "excon":
            assert view.seat in (HQ, COMMANDER, RED, EXCON)
            return view.seat
    return "nation"


def cost(decision: Decision) -> int:
    """Political capital that a decision costs a nation."""
    breaking = isinstance(decision, TakePosition) and decision.position == "break"
    return CATALOGUE[type(decision)].cost + (BREAK_SILENCE_COST if breaking else 0)


def legal(view: View, decision: Decision, staged: Sequence[Decision] = ()) -> str | None:
    """None when the seat may take the decision beside those it has `staged` this turn, else the reason for the no."""
    entry = CATALOGUE[type(decision)]
    if role(view) not in entry.roles:
        return f"{entry.kind} is not for this seat; it is for {' and '.join(entry.roles)}"
    if entry.missing:
        return f"{entry.kind} is not built yet: {entry.missing}"
    if view.situation.ended and view.seat == EXCON and not view.situation.over and entry.kind == "end_exercise":
        return "play has already ended"
    check = CHECKS.get(type(decision))
    reason = check(view, decision) if check else None
    return reason or _affordable(view, decision, staged) or _clashes(decision, staged)


def _affordable(view: View, decision: Decision, staged: Sequence[Decision]) -> str | None:
    if view.seat == EXCON:
        return None
    most = int(view.scenario.doctrine.play.orders)
    if len(staged) >= most:
        return f"{most} orders are the most a seat can give in one turn"
    nation = nation_of(view.scenario, view.seat)
    price = cost(decision)
    if nation is None or not price:
        return None
    left = capital(view.scenario, view.situation, nation, view.time)
    for other in staged:
        left -= cost(other)
    if left < price:
        return f"costs {price} political capital; {max(left, 0.0):.1f} is left"
    return None


def subject(decision: Decision) -> tuple[object, ...]:
    """What a decision is about; two decisions of a turn may not be about the same."""
    match decision:
        case TakePosition() | SetSilence() | SeekMandate() | OrderActivation():
            return decision.kind, decision.measure
        case OfferForce() | WithdrawOffer():
            return "offer", decision.force
        case ReadyForce():
            return decision.kind, decision.force
        case TableMeasure():
            return decision.kind, decision.measure
        case ReleaseReport():
            return decision.kind, decision.report, decision.to
    return (decision.kind,)


def _clashes(decision: Decision, staged: Sequence[Decision]) -> str | None:
    about = subject(decision)
    if any(subject(other) == about for other in staged):
        return "an order on the same subject has already been given this turn"
    return None


def check(kind: type[D]) -> Callable[[Callable[[View, D], str | None]], Callable[[View, D], str | None]]:
    """Enter a function as the precondition of a decision."""

    def enter(function: Callable[[View, D], str | None]) -> Callable[[View, D], str | None]:
        CHECKS[kind] = function
        return function

    return enter


# --- consultation --------------------------------------------------------------------------------------------


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


def _no_measure(view: View, measure: str) -> str:
    tabled = ", ".join(view.situation.council.measures)
    return f"there is no measure '{measure}'; " + (f"tabled are {tabled}" if tabled else "none has been tabled")


def _not_own(view: View, force: str) -> str:
    own = [name for name, state in view.situation.forces.items() if state.nation == view.seat]
    return f"'{force}' is not a force of this nation; its forces are {', '.join(own) or 'none'}"


def _measure(view: View, measure: str) -> MeasureProgress | None:
    return view.situation.council.measures.get(measure)


@check(TakePosition)
def may_take_position(view: View, decision: TakePosition) -> str | None:
    measure = _measure(view, decision.measure)
    if measure is None:
        return _no_measure(view, decision.measure)
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
    measure = _measure(view, decision.measure)
    if measure is None:
        return _no_measure(view, decision.measure)
    if measure.state != "guidance":
        return "the measure is already under silence or decided"
    if measure.silence_hours == decision.hours:
        return "that is already the deadline"
    return None


# --- forces --------------------------------------------------------------------------------------------------


@check(OfferForce)
def may_offer(view: View, decision: OfferForce) -> str | None:
    force = view.situation.forces.get(decision.force)
    measure = _measure(view, decision.measure)
    if force is None or force.nation != view.seat:
        return _not_own(view, decision.force)
    if measure is None or measure.text.kind != "deploy":
        return f"there is no deployment '{decision.measure}'"
    if measure.state == "failed" or measure.activated is not None:
        return "the measure has failed or its forces have been activated"
    if measure.mandates.get(view.seat) == "refused":
        return "the nation's mandate for this measure was refused"
    if force.offered is not None:
        return "the force is already offered"
    if force.activated is not None:
        return "the force is already on its way or in place"
    return None


@check(WithdrawOffer)
def may_withdraw(view: View, decision: WithdrawOffer) -> str | None:
    force = view.situation.forces.get(decision.force)
    if force is None or force.nation != view.seat:
        return _not_own(view, decision.force)
    if force.offered is None or force.activated is not None:
        return "the force is not on offer, or has been activated"
    return None


@check(ReadyForce)
def may_ready(view: View, decision: ReadyForce) -> str | None:
    force = view.situation.forces.get(decision.force)
    if force is None or force.nation != view.seat:
        return _not_own(view, decision.force)
    if force.activated is not None or force.readied is not None:
        return "the force is already readied or activated"
    return None


@check(SeekMandate)
def may_seek_mandate(view: View, decision: SeekMandate) -> str | None:
    nation = nation_of(view.scenario, view.seat)
    measure = _measure(view, decision.measure)
    if nation is None or nation.mandate == "none":
        return "this nation's government needs no mandate"
    if measure is None or measure.text.kind != "deploy" or measure.state == "failed":
        return f"there is no deployment '{decision.measure}' before or through the council"
    if nation.id in measure.mandates:
        return "the mandate has already been sought"
    return None


@check(OrderActivation)
def may_activate(view: View, decision: OrderActivation) -> str | None:
    measure = _measure(view, decision.measure)
    if measure is None or measure.text.kind != "deploy":
        return f"there is no deployment '{decision.measure}'"
    if measure.state != "adopted":
        return "the council has not adopted the measure"
    if measure.activated is not None:
        return "the forces have already been activated"
    if not measure.offers:
        return "no force is on offer"
    return None


# --- intelligence and words ----------------------------------------------------------------------------------


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


@check(CommitPublicly)
def may_commit(view: View, decision: CommitPublicly) -> str | None:
    return "the nation is already committed" if view.seat in view.situation.committed else None
