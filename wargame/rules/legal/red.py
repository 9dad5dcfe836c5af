"""What must be the case before Red orders something of an adversary, on Red's own knowledge."""

from wargame.model.adversary import CLASH, EXERCISE, SERIOUS_CLASH
from wargame.model.clock import DAY
from wargame.model.decisions.red import (
    AnswerOffer,
    Attack,
    BackDown,
    Climb,
    Feint,
    Hold,
    HybridAttack,
    RedOffer,
    WedgeAlly,
)
from wargame.model.scenario import HQ
from wargame.model.situation import AdversaryState
from wargame.model.view import View
from wargame.rules.legal.table import check, no_adversary
from wargame.rules.talks import owner
from wargame.rules.threat import can_attack, hybrid_of, mobilisation_of, sabotage_places

AT_WAR = "it is at war"


def _adversary(view: View, name: str) -> tuple[AdversaryState | None, str | None]:
    """An adversary short of war, else the reason why there is none to give orders to."""
    state = view.situation.adversaries.get(name)
    if state is None:
        return None, no_adversary(view, name) or "the exercise has not started"
    return state, AT_WAR if state.at_war else None


@check(Hold)
def may_hold(view: View, decision: Hold) -> str | None:
    return _adversary(view, decision.adversary)[1]


@check(Climb)
def may_climb(view: View, decision: Climb) -> str | None:
    state, reason = _adversary(view, decision.adversary)
    if state is None or reason:
        return reason
    if state.rung >= SERIOUS_CLASH:
        return "limited war and above are reached by an attack"
    calm = view.scenario.doctrine.threat.mediation_calm_days * DAY
    if state.mediated is not None and view.time - state.mediated < calm:
        return "mediators hold it back for a while yet"
    return None


@check(BackDown)
def may_back_down(view: View, decision: BackDown) -> str | None:
    state, reason = _adversary(view, decision.adversary)
    if state is None or reason:
        return reason
    return "it is at the foot of the ladder" if state.rung == 0 else None


@check(Attack)
def may_attack(view: View, decision: Attack) -> str | None:
    state, reason = _adversary(view, decision.adversary)
    if state is None or reason:
        return reason
    if decision.objective != state.objective:
        return f"its forces are drawn up for '{state.objective}'"
    threat = view.scenario.doctrine.threat
    if not can_attack(threat, state.rung, mobilisation_of(threat, state, view.time)):
        return f"an attack needs rung 4 and mobilisation of {threat.mobilised_enough:g}"
    return None


@check(Feint)
def may_feint(view: View, decision: Feint) -> str | None:
    state, reason = _adversary(view, decision.adversary)
    if state is None or reason:
        return reason
    if not EXERCISE <= state.rung < CLASH:
        return "it can feign at rungs 3 to 5"
    if decision.objective not in view.situation.objectives:
        return f"there is no objective '{decision.objective}'"
    return "a feint is still running" if view.time < state.feint_until else None


@check(HybridAttack)
def may_strike(view: View, decision: HybridAttack) -> str | None:
    state = view.situation.adversaries.get(decision.adversary)
    if state is None:
        return no_adversary(view, decision.adversary) or "the exercise has not started"
    if decision.nation not in view.scenario.alliance.members:
        return f"'{decision.nation}' is no member of the alliance"
    places = sabotage_places(view.scenario, decision.nation)
    if decision.means == "sabotage" and decision.at not in places:
        return f"sabotage needs a place of the victim's: {', '.join(places) or 'there is none'}"
    if decision.means != "sabotage" and decision.at is not None:
        return "only sabotage strikes one place"
    level = hybrid_of(view.scenario.doctrine.threat, state, view.time)
    return f"its hybrid level is {level:.2f} already; 1 is the most" if level + decision.intensity > 1.0 else None


@check(RedOffer)
def may_offer(view: View, decision: RedOffer) -> str | None:
    state, reason = _adversary(view, decision.adversary)
    talks = view.situation.talks
    objective = view.situation.objectives.get(decision.objective)
    if state is None or reason:
        return reason
    if decision.to not in (*view.scenario.alliance.members, HQ):
        return f"'{decision.to}' is no member of the alliance, nor its headquarters"
    if objective is None:
        return f"there is no objective '{decision.objective}'"
    if objective.conceded + decision.share > 1.0:
        return f"{1.0 - objective.conceded:.2f} of it is all that is left to demand"
    if any(each.body.by == decision.adversary and each.stands(view.time) for each in talks.offers.values()):
        return "another offer of its own still stands"
    if decision.secret and talks.channel(decision.to, decision.adversary) is None:
        return "there is no back channel to it"
    return None


@check(AnswerOffer)
def may_answer(view: View, decision: AnswerOffer) -> str | None:
    offer = view.situation.talks.offers.get(decision.offer)
    if offer is None or no_adversary(view, offer.body.to) is not None:
        return f"there is no offer '{decision.offer}' to an adversary"
    if view.situation.adversaries[offer.body.to].at_war:
        return AT_WAR
    return None if offer.stands(view.time) else "it has been answered or has lapsed"


@check(WedgeAlly)
def may_wedge(view: View, decision: WedgeAlly) -> str | None:
    state, reason = _adversary(view, decision.adversary)
    if state is None or reason:
        return reason
    if decision.nation not in view.scenario.alliance.members:
        return f"'{decision.nation}' is no member of the alliance"
    if decision.nation == owner(view.scenario, state.objective):
        return "it is the one that is threatened"
    return None
