"""How the adversary weighs its options: expected utilities and quantal response (`docs/model.md` section 4).

Times in days, forces in brigade equivalents, utilities in units of the objective's value to a reference adversary.
Sources: McKelvey & Palfrey 1995 and Signorino 1999 (quantal response), Tullock (contest), Berkemeier & Fuhrmann 2018
(rate at which defence pacts are kept).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, fsum, log

from wargame.model.adversary import CLASH, COERCION, MOBILISATION, SERIOUS_CLASH
from wargame.model.doctrine import ThreatParameters, TypeParameters
from wargame.model.happenings import ActKind
from wargame.rules.contest import mobilised_strength, success

FEAR_STARTS, FEAR_SPANS = 0.25, 0.6
"""Fear grows from this share of its strength facing it, over this span."""


@dataclass(frozen=True, slots=True)
class Reinforcement:
    """An allied force as the adversary counts it."""

    strength: float
    """Effective brigade equivalents."""
    due: float
    """Days from now until it is capable; 0 when it is."""
    heavy: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """All that the adversary's choice depends on."""

    rung: int
    rung_days: float
    mobilisation: float
    strength: float
    """Full strength of its forces, A."""
    defence: float
    """Strength at the objective without help, D_target."""
    value: float
    """V."""
    resolve: float
    """r."""
    reinforcements: tuple[Reinforcement, ...]


@dataclass(frozen=True, slots=True)
class Odds:
    """Chances of success of an attack."""

    alone: float
    """P0, against the target alone."""
    allied: float
    """PN, against all that can be there in time."""


def mobilised(parameters: ThreatParameters, rung: int, mobilisation: float, days: float) -> float:
    """M after `days` at a rung: rising at rung 4 and above, falling below, within 0 to 1."""
    pace = 1.0 / parameters.mobilise_days if rung >= MOBILISATION else -1.0 / parameters.demobilise_days
    return min(1.0, max(0.0, mobilisation + pace * days))


def resolve(parameters: ThreatParameters, words: float, tie: float, heavy: float, light: float) -> float:
    """r, the adversary's belief that the allies fight, from their words, their commitments and their forces there."""
    logit = (
        log(parameters.prior_resolve / (1.0 - parameters.prior_resolve))
        + words
        + parameters.tie_weight * tie
        + parameters.force_weight * log(1.0 + heavy + 0.3 * light)
    )
    return 1.0 / (1.0 + exp(-logit))


def odds(parameters: ThreatParameters, standing: Standing, days: float) -> Odds:
    """Chances of success of an attack `days` from now."""
    attack = mobilised_strength(standing.strength, standing.mobilisation + days / parameters.mobilise_days)
    in_time = fsum(
        each.strength for each in standing.reinforcements if each.due <= days + parameters.fait_accompli_days
    )
    exponent = parameters.contest_exponent
    return Odds(
        success(attack, standing.defence, exponent),
        success(attack, standing.defence + in_time, exponent),
    )


def fear(parameters: ThreatParameters, standing: Standing) -> float:
    """f: how much heavy force the adversary sees facing it, or coming within twice its planning horizon."""
    seen = fsum(
        each.strength for each in standing.reinforcements if each.heavy and each.due <= 2 * parameters.horizon_days
    )
    return min(1.0, max(0.0, (seen / standing.strength - FEAR_STARTS) / FEAR_SPANS))


def attack_utility(parameters: ThreatParameters, kind: TypeParameters, standing: Standing, days: float) -> float:
    """EU of an attack `days` from now, `EU_att`."""
    chance = odds(parameters, standing, days)

    def against(success_chance: float, extra: float) -> float:
        failed = (1.0 - success_chance) * kind.empty_handed
        return success_chance * standing.value - kind.war_cost - extra - failed

    fights = standing.resolve
    return (1.0 - fights) * against(chance.alone, 0.0) + fights * against(chance.allied, kind.alliance_cost)


def back_down_utility(parameters: ThreatParameters, kind: TypeParameters, standing: Standing, rung: int) -> float:
    """EU of standing down from `rung` with no offer on the table, `EU_bd`."""
    afraid = parameters.back_down_fear * kind.fear * fear(parameters, standing)
    return -kind.audience * rung - kind.empty_handed - afraid


def days_to_ready(parameters: ThreatParameters, standing: Standing, rung: int) -> float:
    """t_ready: mobilisation still missing, and a day and a half for each rung below mobilisation."""
    missing = max(0.0, parameters.mobilised_enough - standing.mobilisation)
    return missing * parameters.mobilise_days + 1.5 * max(0, MOBILISATION - rung)


def attack_in(parameters: ThreatParameters, standing: Standing, rung: int) -> float:
    """t_a, days until it would attack from `rung`: a horizon later below mobilisation, else when it is ready."""
    missing = days_to_ready(parameters, standing, rung)
    if rung < MOBILISATION:
        return parameters.horizon_days + missing
    return missing or parameters.horizon_days


def stay_utility(
    parameters: ThreatParameters, kind: TypeParameters, standing: Standing, rung: int, rung_days: float
) -> float:
    """EU of being at `rung` for the planning horizon: it costs, it may extract a concession, then the better end."""
    horizon = parameters.horizon_days
    pressure = parameters.leverage_rate * horizon * (rung / 5) * (1.0 - standing.resolve)
    concession = 1.0 - exp(-pressure * exp(-rung_days / parameters.leverage_days))
    days = attack_in(parameters, standing, rung)
    discount = exp(-days / parameters.discount_days)
    attacking = discount * attack_utility(parameters, kind, standing, days) - kind.waiting * days
    leaving = exp(-horizon / parameters.discount_days) * back_down_utility(parameters, kind, standing, rung)
    running = parameters.running_cost * horizon * (rung / 5) ** 2
    return -running + concession * kind.concession + (1.0 - concession) * max(attacking, leaving)


def hold_utility(parameters: ThreatParameters, kind: TypeParameters, standing: Standing) -> float:
    """EU of waiting at the present rung, `EU_hold`."""
    return stay_utility(parameters, kind, standing, standing.rung, standing.rung_days)


def climb_utility(parameters: ThreatParameters, kind: TypeParameters, standing: Standing) -> float:
    """EU of going one rung up, less what the step itself costs."""
    rung = standing.rung + 1
    cost = parameters.cost_climb
    if rung >= CLASH:
        cost += parameters.cost_violence
    if rung >= SERIOUS_CLASH:
        cost += parameters.cost_serious
    return stay_utility(parameters, kind, standing, rung, 0.0) - cost


@dataclass(frozen=True, slots=True)
class Choice:
    """An act open to the adversary, with its utility, opportunity weight and probability."""

    act: ActKind
    utility: float
    weight: float
    probability: float


def choices(
    parameters: ThreatParameters, kind: TypeParameters, standing: Standing, days_since: float
) -> tuple[Choice, ...]:
    """Every act open now, `P(a) ~ w_a exp(lambda EU_a)`; the weight of holding is 1, of others `days_since / tau_a`."""
    acts: list[tuple[ActKind, float, float]] = [("hold", hold_utility(parameters, kind, standing), 1.0)]
    tempo = days_since / parameters.tempo
    if standing.rung < SERIOUS_CLASH:
        acts.append(("climb", climb_utility(parameters, kind, standing), tempo / parameters.days_up))
    if standing.rung > 0:
        leaving = back_down_utility(parameters, kind, standing, standing.rung)
        acts.append(("back_down", leaving, tempo / parameters.days_down))
    if standing.rung >= MOBILISATION and standing.mobilisation >= parameters.mobilised_enough:
        attacking = attack_utility(parameters, kind, standing, 0.0)
        acts.append(("attack", attacking, tempo / parameters.days_attack))
    chances = quantal_response(parameters.choice_precision, [act[1] for act in acts], [act[2] for act in acts])
    return tuple(Choice(*act, chance) for act, chance in zip(acts, chances, strict=True))


def quantal_response(precision: float, utilities: Sequence[float], weights: Sequence[float]) -> tuple[float, ...]:
    """Probabilities proportional to `w exp(precision * u)`: the weights alone at 0, the best act alone at infinity."""
    best = max(utilities)
    raw = [weight * exp(precision * (utility - best)) for utility, weight in zip(utilities, weights, strict=True)]
    total = fsum(raw)
    return tuple(value / total for value in raw)


def shows(rung: int, mobilisation: float) -> str:
    """The hypothesis whose indicators the adversary's doings match, as an outsider would name them."""
    if rung < 2:
        return "routine"
    if rung == 2:
        return "coercion"
    if rung == 3:
        return "exercise"
    return "major_attack" if rung > COERCION or mobilisation >= 0.9 else "limited_attack"
