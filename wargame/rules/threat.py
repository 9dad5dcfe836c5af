"""The adversary as it stands: ladder, mobilisation, hybrid level, and what of it shows (`docs/model.md` section 4).

Times in days, forces in brigade equivalents, utilities in units of the objective's value to a reference adversary.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

from wargame.model.adversary import COERCION, MOBILISATION
from wargame.model.clock import DAY
from wargame.model.doctrine import ThreatParameters
from wargame.model.scenario import Hypothesis, Scenario
from wargame.model.situation import AdversaryState
from wargame.rules.belief import Ally


class Reinforcement(NamedTuple):
    """An allied force as the adversary counts it."""

    strength: float
    """Effective brigade equivalents."""
    due: float
    """Days from now until it is capable; 0 when it is."""
    heavy: bool
    """Whether it counts in full for the belief that the allies fight."""
    frightens: bool = True
    """Whether it could attack: air defence shows resolve and threatens nobody."""


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
    """V, of what it has not yet been conceded."""
    allies: tuple[Ally, ...]
    """What it makes of each ally's will, forces left out."""
    reinforcements: tuple[Reinforcement, ...]
    hybrid: float = 0.0
    """y, level of its hybrid attacks."""
    offer: float = 0.0
    """o_c, what standing down would bring it."""
    dearer: float = 1.0
    """Times that standing on a rung costs it what it would without sanctions."""
    beliefs: dict[float, float] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What `utility.believed` has found, by days: nearly every act is weighed with it."""


def mobilised(parameters: ThreatParameters, rung: int, mobilisation: float, days: float) -> float:
    """M after `days` at a rung: rising at rung 4 and above, falling below, within 0 to 1."""
    pace = 1.0 / parameters.mobilise_days if rung >= MOBILISATION else -1.0 / parameters.demobilise_days
    return min(1.0, max(0.0, mobilisation + pace * days))


def hybrid_level(parameters: ThreatParameters, level: float, days: float) -> float:
    """y, `days` after it was `level`."""
    faded: float = level * 0.5 ** (days / parameters.hybrid_half_life)
    return faded


def days_to_ready(parameters: ThreatParameters, standing: Standing, rung: int) -> float:
    """t_ready: mobilisation still missing, and days for each rung below mobilisation."""
    missing = max(0.0, parameters.mobilised_enough - standing.mobilisation)
    return missing * parameters.mobilise_days + parameters.rung_days * max(0, MOBILISATION - rung)


def can_attack(parameters: ThreatParameters, rung: int, mobilisation: float) -> bool:
    """Whether an attack is possible."""
    return rung >= MOBILISATION and mobilisation >= parameters.mobilised_enough


def shows(
    parameters: ThreatParameters,
    rung: int,
    mobilisation: float,
    *,
    feint: bool = False,
    deception: float = 0.0,
    u: float = 1.0,
) -> Hypothesis:
    """The hypothesis whose indicators the adversary's doings match, as an outsider would name them.

    A feint shows preparations a rung higher than they are. A cover story passes preparations for an attack off as an
    exercise, for a share `deception (1 - M)` of what shows until mobilisation has gone too far: `u`, drawn evenly from
    0 to 1 for each thing that shows, tells whether it covers this one.
    """
    apparent = rung + feint
    if apparent < 2:
        return "routine"
    if apparent == 2:
        return "coercion"
    if apparent == 3:
        return "exercise"
    covered = mobilisation < parameters.cover_until and apparent <= COERCION and u < deception * (1.0 - mobilisation)
    if covered and not feint:
        return "exercise"
    return "major_attack" if apparent > COERCION or mobilisation >= parameters.cover_until else "limited_attack"


def mobilisation_of(parameters: ThreatParameters, state: AdversaryState, time: int) -> float:
    """M of an adversary at `time`."""
    return mobilised(parameters, state.rung, state.mobilisation, (time - state.since) / DAY)


def sabotage_places(scenario: Scenario, victim: str) -> list[str]:
    """Where a nation can be hurt by sabotage: places of its own through which forces pass."""
    capital = next(each.capital for each in scenario.nations if each.id == victim)
    return [
        each.id
        for each in scenario.theatre.locations
        if (each.owner == victim or each.id == capital) and each.parking + each.berths + each.trains > 0
    ]


def hybrid_of(parameters: ThreatParameters, state: AdversaryState, time: int) -> float:
    """Y of an adversary at `time`."""
    return hybrid_level(parameters, state.hybrid, (time - state.hybrid_since) / DAY)
