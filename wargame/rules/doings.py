"""What an adversary's doings look like to those who see all of them (`docs/model.md` 5.1)."""

from wargame.model.adversary import Adversary
from wargame.model.scenario import Hypothesis, Scenario
from wargame.model.situation import Situation
from wargame.rules.threat import mobilisation_of, shows


def activity(scenario: Scenario, situation: Situation, adversary: Adversary, now: int, u: float = 1.0) -> Hypothesis:
    """The hypothesis that they match at `now`; `situation` is the truth.

    `u`, drawn evenly from 0 to 1 for each thing that shows, tells whether the adversary's cover story holds for it;
    at 1 none does. Feints show in any case.
    """
    state = situation.adversaries[adversary.id]
    parameters = scenario.doctrine.threat
    mobilisation, feint = mobilisation_of(parameters, state, now), now < state.feint_until
    return shows(parameters, state.rung, mobilisation, feint=feint, deception=adversary.deception, u=u)
