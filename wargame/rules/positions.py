"""Where a nation stands on a measure, on what it knows (`docs/model.md` section 6)."""

from collections.abc import Iterable
from math import fsum
from typing import NamedTuple

from wargame.model.decisions.consultation import MeasureText, PositionKind, SidePayment
from wargame.model.doctrine import PositionParameters
from wargame.model.nation import Nation
from wargame.model.scenario import Scenario
from wargame.model.situation import MeasureProgress, Pressure, Situation
from wargame.model.view import View
from wargame.rules.bonds import NO_RELATION, cohesion, dispute, trust
from wargame.rules.kept import in_view
from wargame.rules.sanctions import MILLIONS_A_BILLION

CLARITY_USUAL = 0.5
"""Clarity at which the obligation has its usual weight: that of the alliance itself, without a treaty of its own."""
SENSITIVITY_USUAL = 0.5
"""Sensitivity of a nation that takes its staff's word for it."""


class Utility(NamedTuple):
    """What speaks for a measure and against it, to one nation."""

    benefit: float
    """Threat, obligation, trust, cohesion and what others did to win it over."""
    burden: float
    """Cost and fear of provocation."""

    @property
    def gain(self) -> float:
        return self.benefit - self.burden


def stance(view: View, nation: Nation, measure: MeasureProgress, threat: float, leaning: float = 0.0) -> PositionKind:
    """Where a nation stands on a measure before the council.

    `threat` is its staff's probability that an attack is being prepared; `leaning` is added to what it gains: above 0
    it is more willing than the book, below less.
    """
    parameters = view.scenario.doctrine
    others = (measure.by,) if measure.by != nation.id else ()
    weighed = utility(view, nation, measure.text, threat, others)
    weighed = Utility(weighed.benefit + leaning + pressure(measure.lobbied.get(nation.id, ())), weighed.burden)
    return position(weighed, parameters.positions.caveat_relief, parameters.consultation.breaks_below)


def position(weighed: Utility, relief: float, breaks_below: float) -> PositionKind:
    """Accept what is gained from; else with a caveat where that makes it worth while; else abstain or break."""
    if weighed.gain >= 0.0:
        return "accept"
    if weighed.gain + relief * weighed.burden >= 0.0:
        return "accept_with_caveat"
    return "abstain" if weighed.gain > breaks_below else "break"


def pressure(felt: Iterable[Pressure]) -> float:
    """What lobbying and side payments weigh together."""
    return fsum(each.weight for each in felt)


def utility(view: View, nation: Nation, text: MeasureText, threat: float, tablers: Iterable[str] = ()) -> Utility:
    """What a nation gains from a text: threat believed times stake, obligation, trust and cohesion, less cost and the
    fear of provocation. `tablers` are others whose disputes with the nation leak into its position.
    """
    scenario, situation = view.scenario, view.situation
    weights = scenario.doctrine.consultation
    believed = 1.0 if situation.attacked else min(1.0, threat * nation.sensitivity / SENSITIVITY_USUAL)
    allies = [owner for owner in owners(scenario, text) if owner != nation.id]
    quarrels = [dispute(scenario, situation, nation.id, each, view.time) for each in (*allies, *tablers)]
    benefit = (
        weights.weight_threat * _relieved(scenario.doctrine.positions, text, believed) * nation.stake
        + weights.weight_obligation * _obligation(scenario, nation, text)
        + weights.weight_trust * _trusted(scenario, situation, nation.id, allies, view.time)
        + weights.weight_cohesion * (united(view) - weights.cohesion_calm)
        - weights.weight_dispute * max(quarrels, default=0.0)
    )
    burden = (
        weights.weight_cost * _forces(scenario.doctrine.positions, text) * (1.0 - nation.stake)
        + _price(scenario.doctrine.positions, nation, text)
        + weights.weight_fear * provocation(scenario.doctrine.positions, text) * (1.0 - believed)
    )
    return Utility(benefit, burden)


@in_view
def united(view: View) -> float:
    """The alliance's cohesion as the seat knows it."""
    return cohesion(view.scenario, view.situation, view.time)


def owners(scenario: Scenario, text: MeasureText) -> list[str]:
    """The nations that a measure is to help: the owner of what it is about, else of every objective."""
    about = [
        each.owner
        for each in scenario.objectives
        if (text.place in (None, each.at)) and (text.objective in (None, each.id))
    ]
    return list(dict.fromkeys(about or [each.owner for each in scenario.objectives]))


def provocation(parameters: PositionParameters, text: MeasureText) -> float:
    """How much a measure is feared to provoke the adversary; a deployment under normal rules 1."""
    rules = {"tight": parameters.rules_tight, "normal": 1.0, "loose": parameters.rules_loose}[text.rules]
    match text.kind:
        case "statement":
            return parameters.provoke_statement
        case "heighten_readiness":
            return parameters.provoke_alert
        case "activate_forces":
            return parameters.provoke_activate * rules
        case "deploy":
            return rules
        case "collective_defence":
            return parameters.provoke_defence * rules
        case "sanctions":
            return parameters.provoke_sanctions
        case "attribution":
            return parameters.provoke_attribution
    return 0.0


def _relieved(parameters: PositionParameters, text: MeasureText, believed: float) -> float:
    """How much of the threat speaks for the measure; for standing down it is what the threat is below the usual."""
    return parameters.calm - believed if text.kind == "stand_down" else believed


def _obligation(scenario: Scenario, nation: Nation, text: MeasureText) -> float:
    """How plainly a nation is bound to help, 1 when by the alliance alone; wholly to itself."""
    if text.kind == "stand_down":
        return 0.0
    threatened = owners(scenario, text)
    if nation.id in threatened:
        return 1.0 / CLARITY_USUAL
    plain = [
        each.clarity
        for each in scenario.agreements
        if each.kind == "mutual_defence" and nation.id in each.parties and set(threatened) & set(each.parties)
    ]
    return max(plain, default=CLARITY_USUAL) / CLARITY_USUAL


def _trusted(scenario: Scenario, situation: Situation, nation: str, allies: list[str], time: int) -> float:
    """Mean trust in those whom the measure helps, above or below what is usual between allies."""
    if not allies:
        return 0.0
    return fsum(trust(scenario, situation, nation, each, time) - NO_RELATION.trust for each in allies) / len(allies)


def _forces(parameters: PositionParameters, text: MeasureText) -> float:
    """Share of the cost of a large deployment that is asked for."""
    asked = min(1.0, (text.strength or 0.0) / parameters.strength_that_hurts)
    return asked * (parameters.cost_activate if text.kind == "activate_forces" else 1.0)


def _price(parameters: PositionParameters, nation: Nation, text: MeasureText) -> float:
    """What a measure costs a nation besides its forces."""
    match text.kind:
        case "heighten_readiness":
            return parameters.cost_alert * (1.0 - nation.stake)
        case "collective_defence":
            return parameters.cost_defence * (1.0 - nation.stake)
        case "sanctions":
            return parameters.cost_trade * nation.trade * (1.0 if text.trade is None else text.trade)
        case "offer_to_adversary":
            return parameters.cost_concession * (text.share or 0.0) * nation.stake
    return 0.0


# --- winning others over -------------------------------------------------------------------------------------

DIRECTION: dict[PositionKind, float] = {"accept": 1.0, "accept_with_caveat": 0.5, "abstain": -0.5, "break": -1.0}
"""Which way, and how far, a nation is moved that is asked for a position."""


def lobbying(parameters: PositionParameters, position: PositionKind, before: int) -> float:
    """What lobbying weighs that one nation has done `before` times with the same nation on the same measure."""
    weight: float = parameters.lobby * 0.5**before
    return DIRECTION[position] * weight


def payment(parameters: PositionParameters, receiver: Nation, promised: SidePayment) -> float:
    """What a side payment weighs with its receiver: money by its share of the receiver's GDP, up to the full weight."""
    share = parameters.payment_kind
    if promised.currency == "money":
        full = parameters.payment_share * receiver.gdp * MILLIONS_A_BILLION
        share = min(1.0, (promised.amount or 0.0) / full)
    return DIRECTION[promised.position] * parameters.payment * share


def held_to(asked: PositionKind, taken: PositionKind) -> bool:
    """Whether a nation that was paid for a position held to it; to accept without a caveat is more than with one."""
    return taken == asked or (asked == "accept_with_caveat" and taken == "accept")
