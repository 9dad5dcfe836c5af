"""What must be the case before authority is used that was given in advance, or pressed for at home."""

from wargame.model.decisions.command import OrderDelegatedMeasure
from wargame.model.decisions.forces import HastenMandate
from wargame.model.view import View
from wargame.rules.consultation import delegated
from wargame.rules.legal.consultation import sensible
from wargame.rules.legal.table import check, measure_in, no_measure


@check(OrderDelegatedMeasure)
def may_order(view: View, decision: OrderDelegatedMeasure) -> str | None:
    kinds = delegated(view.scenario.alliance)
    if decision.measure.kind not in kinds:
        listed = ", ".join(kinds) or "nothing"
        return f"{decision.measure.kind} is not delegated to the commander; standing plans delegate {listed}"
    return sensible(view, decision.measure)


@check(HastenMandate)
def may_hasten(view: View, decision: HastenMandate) -> str | None:
    measure = measure_in(view, decision.measure)
    if measure is None:
        return no_measure(view, decision.measure)
    if measure.mandates.get(view.seat) != "sought":
        return "no mandate of this nation's for that measure waits to be decided"
    if view.seat in measure.hastened:
        return "cabinet or parliament is already being pressed"
    return None
