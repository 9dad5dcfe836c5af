"""What must be the case before a nation decides on its forces."""

from wargame.model.decisions.forces import (
    GrantAccess,
    GrantTransit,
    MoveForce,
    OfferForce,
    ReadyForce,
    SeekMandate,
    WithdrawOffer,
)
from wargame.model.situation import MOVABLE, Grant
from wargame.model.view import View
from wargame.rules.economy import nation_of
from wargame.rules.generation import soil
from wargame.rules.legal.table import check, measure_in, no_place_for_allies, not_own, on_errand
from wargame.rules.passage import crossed, grantees


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
    if "own_soil" in force.caveats and soil(view.scenario, measure.text.place or "") != view.seat:
        return "the force is to stay on its own soil"
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


@check(MoveForce)
def may_move(view: View, decision: MoveForce) -> str | None:
    state = view.situation.forces.get(decision.force)
    nation = nation_of(view.scenario, view.seat)
    if state is None or nation is None or state.nation != view.seat:
        return not_own(view, decision.force)
    if state.status not in MOVABLE:
        return "the force is on its way"
    if state.offered is not None and state.activated is None:
        return "the force is on offer to a measure; withdraw the offer first"
    home = next(force.at for force in nation.forces if force.id == decision.force)
    released = state.activated is not None and decision.to == home
    if decision.to == state.at and not released:
        return "the force is there"
    return on_errand(view, decision.force) or no_place_for_allies(view, decision.to) or _mandate(view, home, decision)


def _mandate(view: View, home: str, decision: MoveForce) -> str | None:
    """Why a force may not leave the nation's soil, if so: cabinet or parliament has not agreed to any deployment."""
    nation = nation_of(view.scenario, view.seat)
    assert nation is not None
    abroad = soil(view.scenario, decision.to) not in (nation.id, None) and decision.to != home
    measures = view.situation.council.measures.values()
    if abroad and nation.mandate != "none" and all(each.mandates.get(nation.id) != "granted" for each in measures):
        return f"the nation's {nation.mandate} has granted no mandate to send forces abroad"
    return None


@check(GrantAccess)
def may_grant_access(view: View, decision: GrantAccess) -> str | None:
    if decision.at not in view.situation.places:
        return f"there is no location '{decision.at}'"
    if soil(view.scenario, decision.at) != view.seat:
        return "the place is not on the nation's own territory"
    return _grantee(view, decision.to) or _granted(view, decision.to, Grant("access", view.seat, decision.at))


@check(GrantTransit)
def may_grant_transit(view: View, decision: GrantTransit) -> str | None:
    reason = _grantee(view, decision.to) or _granted(view, decision.to, Grant("transit", view.seat, ""))
    if reason is not None:
        return reason
    return None if view.seat in crossed(view.scenario.theatre) else "no route crosses the nation's border"


def _grantee(view: View, to: str) -> str | None:
    if to != view.scenario.alliance.id and nation_of(view.scenario, to) is None:
        return f"'{to}' is neither a nation nor the alliance"
    return "the nation's own forces need no leave" if to == view.seat else None


def _granted(view: View, to: str, grant: Grant) -> str | None:
    given = view.situation.permissions
    if all(given.get((nation, grant)) == "given" for nation in grantees(view.scenario, view.seat, to)):
        return "that has been granted"
    return None
