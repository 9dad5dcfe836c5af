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
    mobilisation = mobilisation_of(scenario.doctrine.threat, state, now)
    return shows(state.rung, mobilisation, feint=now < state.feint_until, deception=adversary.deception, u=u)
