"""What an adversary's doings look like to those who see all of them (`docs/model.md` 5.1)."""

from wargame.model.adversary import Adversary
from wargame.model.clock import DAY
from wargame.model.scenario import Hypothesis, Scenario
from wargame.model.situation import Situation
from wargame.rules.threat import mobilised, shows


def activity(scenario: Scenario, situation: Situation, adversary: Adversary, now: int) -> Hypothesis:
    """The hypothesis that they match at `now`; `situation` is the truth."""
    state = situation.adversaries[adversary.id]
    days = (now - state.since) / DAY
    done: Hypothesis = shows(state.rung, mobilised(scenario.doctrine.threat, state.rung, state.mobilisation, days))  # type: ignore[assignment]
    return done
