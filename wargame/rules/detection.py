"""Signal detection: how well sensors tell what matters from what does not (`docs/model.md` 5.3, 5.4, 5.13, 5.14).

Source: equal-variance signal detection theory (Green & Swets 1966); a watch that has cried wolf reports less readily
(Breznitz 1984).
"""

from dataclasses import dataclass

from wargame.model.clock import DAY
from wargame.model.doctrine import IntelligenceParameters
from wargame.model.nation import Nation
from wargame.model.scenario import Indicator
from wargame.rules.draw import normal_share

MIDDLING = 0.5
"""Level of technology at which the parameters hold as they stand."""


def sensitivity(parameters: IntelligenceParameters, surveillance: float, deception: float = 0.0) -> float:
    """d': better sensors tell more apart, a cover story less; never below 0."""
    gained = parameters.surveillance_gain * (surveillance - MIDDLING)
    return max(0.0, parameters.sensitivity + gained - parameters.deception_loss * deception)


def hit(apart: float, criterion: float) -> float:
    """Chance that a sensor which looks notices: `Phi(d'/2 - c)`."""
    return normal_share(apart / 2.0 - criterion)


def mistake(apart: float, criterion: float) -> float:
    """Chance that a sensor which looks takes something harmless for an indicator: `Phi(-d'/2 - c)`."""
    return normal_share(-apart / 2.0 - criterion)


@dataclass(slots=True)
class Criterion:
    """c of one nation's watch: each false alarm raises it, and it relaxes again."""

    raised: float = 0.0
    """Above the parameter, at `at`."""
    at: int = 0

    def now(self, parameters: IntelligenceParameters, time: int) -> float:
        return parameters.criterion + self._left(parameters, time) if self.raised else parameters.criterion

    def cry_wolf(self, by: float, parameters: IntelligenceParameters, time: int) -> None:
        self.raised, self.at = self._left(parameters, time) + by, time

    def _left(self, parameters: IntelligenceParameters, time: int) -> float:
        share: float = 0.5 ** ((time - self.at) / (parameters.cry_wolf_days * DAY))
        return self.raised * share


def coverage(
    parameters: IntelligenceParameters, nation: Nation, indicator: Indicator, tasked: str | None = None
) -> float:
    """Share of an indicator's occurrences that a nation's sensors look at, given what their discipline is tasked with.

    A discipline that is tasked with one indicator looks at more of that and at less of everything else.
    """
    share = next((each.coverage for each in nation.collection if each.discipline == indicator.discipline), 0.0)
    if tasked is None or share == 0.0:
        return share
    if tasked == indicator.id:
        return share + parameters.task_gain * (1.0 - share)
    return share * (1.0 - parameters.task_loss)
