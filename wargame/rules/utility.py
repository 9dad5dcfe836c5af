"""What each act is worth to the adversary: expected utilities (`docs/model.md` section 4).

Times in days, forces in brigade equivalents, utilities in units of the objective's value to a reference adversary.
Sources: Signorino 1999 (strategic choice), Tullock (contest).
"""

from dataclasses import dataclass, replace
from math import exp, fsum

from wargame.model.adversary import CLASH, MOBILISATION, SERIOUS_CLASH
from wargame.model.doctrine import ThreatParameters, TypeParameters
from wargame.rules.belief import chance, presence, resolve
from wargame.rules.contest import mobilised_strength, success
from wargame.rules.threat import Standing, days_to_ready


@dataclass(frozen=True, slots=True)
class Odds:
    """Chances of success of an attack."""

    alone: float
    """P0, against the target alone."""
    allied: float
    """PN, against all that can be there in time."""


def odds(parameters: ThreatParameters, standing: Standing, days: float) -> Odds:
    """Chances of success of an attack `days` from now."""
    attack = mobilised_strength(parameters, standing.strength, standing.mobilisation + days / parameters.mobilise_days)
    until = days + parameters.fait_accompli_days
    in_time = fsum([each.strength for each in standing.reinforcements if each.due <= until])
    exponent = parameters.contest_exponent
    return Odds(
        success(attack, standing.defence, exponent),
        success(attack, standing.defence + in_time, exponent),
    )


def believed(parameters: ThreatParameters, standing: Standing, days: float = 0.0) -> float:
    """r, the belief that the allies fight, with the forces that are there within `days`."""
    if days not in standing.beliefs:
        standing.beliefs[days] = resolve(standing.allies, added(parameters, standing, days))
    return standing.beliefs[days]


def added(parameters: ThreatParameters, standing: Standing, days: float = 0.0) -> float:
    """What the forces that are there within `days` add to the belief in every ally, in logits."""
    there = [each for each in standing.reinforcements if each.due <= days]
    heavy = fsum([each.strength for each in there if each.heavy])
    light = fsum([each.strength for each in there if not each.heavy])
    return presence(parameters, heavy, light)


def afraid(parameters: ThreatParameters, heavy: float, strength: float) -> float:
    """F of `heavy` brigade equivalents facing an adversary of `strength`, from 0 to 1."""
    if not strength:
        return 0.0
    return min(1.0, max(0.0, (heavy / strength - parameters.fear_from) / parameters.fear_span))


def fear(parameters: ThreatParameters, standing: Standing) -> float:
    """f: how much heavy force the adversary sees facing it, or coming within twice its planning horizon."""
    until = 2 * parameters.horizon_days
    seen = fsum(
        [each.strength for each in standing.reinforcements if each.frightens and each.heavy and each.due <= until]
    )
    return afraid(parameters, seen, standing.strength)


def attack_utility(parameters: ThreatParameters, kind: TypeParameters, standing: Standing, days: float) -> float:
    """EU of an attack `days` from now, `EU_att`, on the belief that the forces due before it is over will bring."""
    odds_then = odds(parameters, standing, days)

    def against(success_chance: float, extra: float) -> float:
        failed = (1.0 - success_chance) * kind.empty_handed
        return success_chance * standing.value - kind.war_cost - extra - failed

    fights = believed(parameters, standing, days + parameters.fait_accompli_days)
    return (1.0 - fights) * against(odds_then.alone, 0.0) + fights * against(odds_then.allied, kind.alliance_cost)


def back_down_utility(parameters: ThreatParameters, kind: TypeParameters, standing: Standing, rung: int) -> float:
    """EU of standing down from `rung`, `EU_bd`, for what has been offered for it."""
    afraid = parameters.back_down_fear * kind.fear * fear(parameters, standing)
    lost = kind.empty_handed * (1.0 - min(1.0, kind.relief * standing.offer))
    return -kind.audience * rung - lost + kind.offer * standing.offer - afraid


def attack_in(parameters: ThreatParameters, standing: Standing, rung: int) -> float:
    """t_a, days until it would attack from `rung`: a horizon later below mobilisation, else when it is ready."""
    missing = days_to_ready(parameters, standing, rung)
    if rung < MOBILISATION:
        return parameters.horizon_days + missing
    return missing or parameters.horizon_days


def pressure(parameters: ThreatParameters, standing: Standing) -> float:
    """Rate at which the target is thought to give in, times the horizon, at rung 5 and fresh."""
    return parameters.leverage_rate * parameters.horizon_days * (1.0 - believed(parameters, standing))


def concession_chance(parameters: ThreatParameters, standing: Standing, rung: int, rung_days: float) -> float:
    """p_c, that the target gives in within the horizon."""
    hybrid = 1.0 + parameters.hybrid_leverage * standing.hybrid
    strain = pressure(parameters, standing) * (rung / 5) * exp(-rung_days / parameters.leverage_days) * hybrid
    return 1.0 - exp(-strain)


def stay_utility(
    parameters: ThreatParameters,
    kind: TypeParameters,
    standing: Standing,
    rung: int,
    rung_days: float,
    concession: float | None = None,
) -> float:
    """EU of being at `rung` for the planning horizon: it costs, it may extract a concession, then the better end.

    `concession` is its chance where it is not that of the rung.
    """
    horizon = parameters.horizon_days
    if concession is None:
        concession = concession_chance(parameters, standing, rung, rung_days)
    days = attack_in(parameters, standing, rung)
    discount = exp(-days / parameters.discount_days)
    attacking = discount * attack_utility(parameters, kind, standing, days) - kind.waiting * days
    leaving = exp(-horizon / parameters.discount_days) * back_down_utility(parameters, kind, standing, rung)
    running = parameters.running_cost * horizon * (rung / 5) ** 2 * standing.dearer
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


def hybrid_utility(parameters: ThreatParameters, kind: TypeParameters, standing: Standing, hold: float) -> float:
    """EU of the strongest hybrid attack: what holding is worth, and the leverage that it adds."""
    step = hybrid_step(parameters, standing)
    leverage = parameters.hybrid_leverage * step * (0.5 + 0.1 * standing.rung)
    return hold + kind.concession * pressure(parameters, standing) * leverage - parameters.cost_hybrid


def hybrid_step(parameters: ThreatParameters, standing: Standing) -> float:
    """Delta y: what the strongest hybrid attack adds; the level never passes 1."""
    return min(parameters.hybrid_step, 1.0 - standing.hybrid)


def feint_utility(parameters: ThreatParameters, kind: TypeParameters, standing: Standing) -> float:
    """EU of a feint: for some days the pressure of the next rung, at the price of a climb, and all else as it is."""
    part = min(1.0, parameters.feint_days / parameters.horizon_days)
    seen = concession_chance(parameters, standing, standing.rung + 1, 0.0)
    meant = concession_chance(parameters, standing, standing.rung, standing.rung_days)
    concession = 1.0 - (1.0 - seen) ** part * (1.0 - meant) ** (1.0 - part)
    staying = stay_utility(parameters, kind, standing, standing.rung, standing.rung_days, concession)
    return staying - parameters.cost_climb


def demand_utility(
    parameters: ThreatParameters, kind: TypeParameters, standing: Standing, hold: float, demands: int
) -> float:
    """EU of demanding a concession: what holding is worth, and a little leverage, half as much each further time."""
    leverage = parameters.demand_leverage * (standing.rung / 5) * 0.5**demands
    return hold + kind.concession * pressure(parameters, standing) * leverage - parameters.cost_demand


def wedge_utility(
    parameters: ThreatParameters, kind: TypeParameters, standing: Standing, nation: str, change: float
) -> float:
    """EU of wedging an ally: what holding would be worth with the belief in it moved by `change` logits."""
    allies = tuple(
        replace(each, logit=each.logit + change) if each.nation == nation else each for each in standing.allies
    )
    return hold_utility(parameters, kind, replace(standing, allies=allies)) - parameters.cost_wedge


def weakest_link(parameters: ThreatParameters, standing: Standing, changes: dict[str, float]) -> str | None:
    """The ally whose wedging, by so many logits each, lowers r most; None without allies."""
    present = added(parameters, standing)

    def fall(nation: str, weight: float, logit: float) -> float:
        return weight * (chance(logit + present + changes[nation]) - chance(logit + present))

    falls = [(fall(each.nation, each.weight, each.logit), index) for index, each in enumerate(standing.allies)]
    return standing.allies[min(falls)[1]].nation if falls else None
