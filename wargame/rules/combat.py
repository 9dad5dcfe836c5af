"""Who fights and with what, once an attack has come (`docs/model.md` 7.30 to 7.35)."""

from math import exp, fsum, log

from wargame.model.clock import DAY, seconds
from wargame.model.doctrine import CombatParameters
from wargame.model.nation import Force, Nation
from wargame.model.scenario import Objective, Scenario
from wargame.model.situation import Situation
from wargame.rules.bonds import relation, trust
from wargame.rules.contest import effective
from wargame.rules.engagement import rules_of
from wargame.rules.home_front import support_of, tired


def obligation(scenario: Scenario, nation: str, owner: str) -> float:
    """How plainly a nation is bound to defend another, 0 to 1: its clearest mutual-defence agreement with it."""
    return max(
        (
            agreement.clarity
            for agreement in scenario.agreements
            if agreement.kind == "mutual_defence" and {nation, owner} <= set(agreement.parties)
        ),
        default=0.5,
    )


def honour_logit(
    scenario: Scenario, situation: Situation, nation: Nation, objective: Objective, there: float, time: int, mood: float
) -> float:
    """Logit of an ally's fighting for an objective with `there` BE of its own capable; `mood` is standard normal.

    What tells allies apart (stakes, obligations) counts against the mean of them all, and what moves (trust, support)
    against where it stood at STARTEX, so that the rate over the alliance stays the measured one.
    """
    threat, parameters, owner = scenario.doctrine.threat, scenario.doctrine.combat, objective.owner
    allies = [each for each in scenario.nations if each.id in scenario.alliance.members and each.id != owner]
    stake = fsum(each.stake for each in allies) / len(allies)
    clarity = fsum(obligation(scenario, each.id, owner) for each in allies) / len(allies)
    trusts = trust(scenario, situation, nation.id, owner, time) - relation(scenario, nation.id, owner).trust
    return (
        threat.honour_base
        + threat.honour_tie * (nation.id in situation.committed)
        + threat.honour_force * log(1.0 + there)
        + threat.honour_sd * mood
        + parameters.honour_stake * (nation.stake - stake)
        + parameters.honour_clarity * (obligation(scenario, nation.id, owner) - clarity)
        + parameters.honour_trust * trusts
        + parameters.honour_support * (support_of(scenario, situation, nation, time) - nation.support)
        - parameters.honour_held * situation.objectives[objective.id].held
    )


def chance(logit: float) -> float:
    """Probability of a logit."""
    odds: float = exp(-logit)
    return 1.0 / (1.0 + odds)


def fights(situation: Situation, objective: Objective, nation: str) -> bool:
    """Whether a nation's forces fight for an objective: its owner's do, others' when the nation has so decided."""
    return nation == objective.owner or situation.honoured.get(nation, False)


def stood_aside(situation: Situation, nation: str) -> bool:
    """Whether a nation's first reflex was not to fight, and nothing has overturned it since."""
    return situation.honoured.get(nation) is False


def in_battle(situation: Situation, objective: Objective) -> list[str]:
    """Allied forces that fight there now: capable, on the spot, of nations that fight, in the scenario's order."""
    return [
        name
        for name, force in situation.forces.items()
        if force.status == "capable" and force.at == objective.at and fights(situation, objective, force.nation)
    ]


def left(parameters: CombatParameters, since: int, time: int, factor: float = 1.0) -> float:
    """Share of a force that is left after fighting since then; `factor` multiplies the daily losses."""
    share: float = (1.0 - parameters.losses_day * factor) ** ((time - since) / DAY)
    return share


def worth(scenario: Scenario, situation: Situation, objective: str, nation: Nation, force: Force, time: int) -> float:
    """What a force in a battle is worth now, in BE: less what it has lost, more while it counter-attacks."""
    parameters, battle = scenario.doctrine.combat, situation.battles[objective]
    loss = scenario.doctrine.threat.integration_loss
    whole = effective(force, nation, loss, tired(scenario, situation, time))
    if rules_of(situation, nation.id, force) == "tight":
        whole *= surprised(scenario, situation, objective, time)
    engaged = battle.engaged.get(force.id, time)
    attacking = battle.attacking.get(force.id)
    if attacking is None:
        return whole * left(parameters, engaged, time)
    held = left(parameters, engaged, max(engaged, attacking))
    driven = left(parameters, max(engaged, attacking), time, parameters.counter_losses)
    return whole * held * driven * parameters.counter_weight


def surprised(scenario: Scenario, situation: Situation, objective: str, time: int) -> float:
    """Share that counts at first of forces that may fire only when fired upon."""
    parameters, began = scenario.doctrine.combat, situation.battles[objective].began
    return 1.0 - parameters.tight_loss if time - began <= seconds(parameters.tight_hours) else 1.0


def prefers_peace(scenario: Scenario, situation: Situation, held: float, success: float) -> bool:
    """Whether the adversary would rather keep what it holds than fight on for the rest at its chance of success."""
    price = scenario.doctrine.combat.fight_cost
    price += scenario.doctrine.third_parties.restraint * weight_of(scenario, situation, "restrains")
    return held >= success - price


def backing(scenario: Scenario, situation: Situation) -> float:
    """Factor on the strength of an adversary that patrons stand behind."""
    return 1.0 + scenario.doctrine.third_parties.backing * weight_of(scenario, situation, "backs")


def weight_of(scenario: Scenario, situation: Situation, stand: str) -> float:
    """How devoted the patrons are that take a stand, together."""
    return fsum(abs(each.leaning) for each in scenario.third_parties if situation.patrons.get(each.id) == stand)
