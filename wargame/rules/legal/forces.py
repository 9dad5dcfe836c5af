"""What must be the case before a nation decides on its forces."""

from wargame.model.decisions.forces import OfferForce, ReadyForce, SeekMandate, WithdrawOffer
from wargame.model.view import View
from wargame.rules.economy import nation_of
from wargame.rules.legal.table import check, measure_in, not_own, on_errand


@check(OfferForce)
def may_offer(view: View, decision: OfferForce) -> str | None:
    force = view.situation.forces.get(decision.force)
    measure = measure_in(view, decision.measure)
    if force is None or force.nation != view.seat:
        return not_own(view, decision.force)
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
    return on_errand(view, decision.force)


@check(WithdrawOffer)
def may_withdraw(view: View, decision: WithdrawOffer) -> str | None:
    force = view.situation.forces.get(decision.force)
    if force is None or force.nation != view.seat:
        return not_own(view, decision.force)
    if force.offered is None or force.activated is not None:
        return "the force is not on offer, or has been activated"
    return None


@check(ReadyForce)
def may_ready(view: View, decision: ReadyForce) -> str | None:
    force = view.situation.forces.get(decision.force)
    if force is None or force.nation != view.seat:
        return not_own(view, decision.force)
    if force.activated is not None or force.readied is not None:
        return "the force is already readied or activated"
    return on_errand(view, decision.force)


@check(SeekMandate)
def may_seek_mandate(view: View, decision: SeekMandate) -> str | None:
    nation = nation_of(view.scenario, view.seat)
    measure = measure_in(view, decision.measure)
    if nation is None or nation.mandate == "none":
        return "this nation's government needs no mandate"
    if measure is None or measure.text.kind != "deploy" or measure.state == "failed":
        return f"there is no deployment '{decision.measure}' before or through the council"
    if nation.id in measure.mandates:
        return "the mandate has already been sought"
    return None
