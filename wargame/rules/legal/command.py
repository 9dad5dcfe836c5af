"""What must be the case before the commander decides."""

from wargame.model.decisions.forces import OrderActivation
from wargame.model.view import View
from wargame.rules.legal.table import check, measure_in


@check(OrderActivation)
def may_activate(view: View, decision: OrderActivation) -> str | None:
    measure = measure_in(view, decision.measure)
    if measure is None or measure.text.kind != "deploy":
        return f"there is no deployment '{decision.measure}'"
    if measure.state != "adopted":
        return "the council has not adopted the measure"
    if measure.activated is not None:
        return "the forces have already been activated"
    if not measure.offers:
        return "no force is on offer"
    return None
