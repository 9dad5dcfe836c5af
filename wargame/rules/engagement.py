"""Rules of engagement: which hold for a force, and what they do to the rate of incidents (`docs/model.md` 4.12)."""

from collections.abc import Sequence
from math import fsum

from wargame.model.decisions.terms import Rules
from wargame.model.doctrine import ThreatParameters
from wargame.model.nation import Force
from wargame.model.situation import Situation


def rules_of(situation: Situation, nation: str, force: Force) -> Rules:
    """Rules of engagement of a force: its own, else its nation's, else those of the measure it was sent by."""
    state = situation.forces[force.id]
    if "tight_rules" in (*force.caveats, *state.caveats):
        return "tight"
    measure = situation.council.measures.get(state.offered) if state.offered else None
    if measure is not None and "tight_rules" in measure.caveats.get(nation, ()):
        return "tight"
    own = situation.engagement.forces.get(force.id) or situation.engagement.nations.get(nation)
    return own or (measure.text.rules if measure is not None else "normal")


def factor(parameters: ThreatParameters, rules: Rules) -> float:
    """By how much rules of engagement change the rate of incidents."""
    return {"tight": parameters.rules_tight, "normal": 1.0, "loose": parameters.rules_loose}[rules]


def incident_factor(parameters: ThreatParameters, present: Sequence[tuple[float, Rules]]) -> float:
    """The mean factor of those that face the adversary, each weighing as much as its strength."""
    whole = fsum(strength for strength, _ in present)
    if whole <= 0.0:
        return 1.0
    return fsum(strength * factor(parameters, rules) for strength, rules in present) / whole
