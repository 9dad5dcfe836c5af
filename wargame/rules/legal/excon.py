"""What must be the case before exercise control acts."""

from wargame.model.decisions.excon import (
    AddInject,
    EditInject,
    EndExercise,
    ExtendTurn,
    FireInject,
    HoldInject,
    OverrideAdjudication,
)
from wargame.model.view import View
from wargame.rules.legal.table import check
from wargame.rules.mel import inject_fault
from wargame.rules.overruling import outcome_fault, rating_fault


@check(EndExercise)
def may_end(view: View, decision: EndExercise) -> str | None:
    return "play has already ended" if view.situation.ended else None


@check(ExtendTurn)
def may_extend(view: View, decision: ExtendTurn) -> str | None:
    return "play has already ended" if view.situation.ended else None


@check(FireInject)
def may_fire(view: View, decision: FireInject) -> str | None:
    return _no_inject(view, decision.inject) or _fired(view, decision.inject)


@check(HoldInject)
def may_hold(view: View, decision: HoldInject) -> str | None:
    unknown = _no_inject(view, decision.inject) or _fired(view, decision.inject)
    if unknown is None and view.situation.mel[decision.inject].state != "waiting":
        return f"the inject '{decision.inject}' does not wait: it is {view.situation.mel[decision.inject].state}"
    return unknown


@check(EditInject)
def may_edit(view: View, decision: EditInject) -> str | None:
    inject = decision.inject
    return _no_inject(view, inject.id) or _fired(view, inject.id) or inject_fault(view.scenario, inject, view.time)


@check(AddInject)
def may_add(view: View, decision: AddInject) -> str | None:
    if decision.inject.id in view.situation.mel:
        return f"there is an inject '{decision.inject.id}' already; edit it, or choose another id"
    return inject_fault(view.scenario, decision.inject, view.time)


@check(OverrideAdjudication)
def may_override(view: View, decision: OverrideAdjudication) -> str | None:
    if (decision.event is None) == (decision.training is None):
        return "either an event or a training objective is overruled"
    if decision.training is not None:
        return rating_fault(view.scenario, decision.training, decision.outcome)
    assert decision.event is not None
    return outcome_fault(view.log, decision.event, decision.outcome)


def _no_inject(view: View, name: str) -> str | None:
    if name in view.situation.mel:
        return None
    return f"there is no inject '{name}'; there are {', '.join(view.situation.mel) or 'none'}"


def _fired(view: View, name: str) -> str | None:
    return f"the inject '{name}' has been fired" if view.situation.mel[name].state == "fired" else None
