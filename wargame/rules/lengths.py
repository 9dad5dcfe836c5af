"""Playing a scenario in one of its lengths (`docs/model.md` 3.10)."""

from dataclasses import replace

from wargame.model.scenario import Scenario


class NoSuchLength(ValueError):
    """The scenario has no length of that name; the message says which it has."""


def with_length(scenario: Scenario, name: str | None) -> Scenario:
    """The scenario in the length `name`, with that length's pace, last day and horizon in the place of its own.

    Without a name it stays as it is. Raises NoSuchLength.
    """
    if name is None:
        return scenario
    for each in scenario.lengths:
        if each.id == name:
            horizon = scenario.horizon if each.horizon is None else each.horizon
            return replace(scenario, pace=each.pace, last_day=each.last_day, horizon=horizon, length=name)
    names = ", ".join(each.id for each in scenario.lengths)
    said = f"its lengths are {names}" if names else "it has one length only"
    raise NoSuchLength(f"{scenario.id} has no length '{name}'; {said}")
