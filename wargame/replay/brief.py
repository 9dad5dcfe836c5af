"""A scenario in words: what every player may know of it."""

from collections.abc import Iterator
from math import fsum

from wargame.model.scenario import Scenario, allied_seats
from wargame.replay.wording import columns, counted, plain_words, wrapped


def brief(scenario: Scenario) -> str:
    """The public part of a scenario, in at most 80 columns."""
    alliance = scenario.alliance
    lines = [*wrapped(scenario.title), "", *wrapped(scenario.synopsis), ""]
    lines += wrapped(f"STARTEX {scenario.startex}; play ends D+{scenario.last_day:g}, judged D+{scenario.horizon:g}")
    if scenario.lengths:
        lengths = (
            f"{each.id} ({each.title}, about {counted(each.turns, 'turn')}, to D+{each.last_day:g})"
            for each in scenario.lengths
        )
        lines += wrapped("Lengths: " + ", ".join(lengths), then="  ")
    lines += wrapped(f"Alliance: {alliance.name}, {plain_words(alliance.decision_rule)}", then="  ")
    lines += wrapped("Seats: " + ", ".join(allied_seats(scenario)), then="  ")
    return "\n".join([*lines, "", *columns(_cast(scenario))])


def _cast(scenario: Scenario) -> Iterator[tuple[str, str]]:
    for nation in scenario.nations:
        strength = fsum(force.strength for force in nation.forces)
        yield nation.id, f"{nation.name}: {counted(len(nation.forces), 'force')}, {strength:g} BE"
    for adversary in scenario.adversaries:
        yield adversary.id, f"{adversary.name}: adversary"
    for objective in scenario.objectives:
        yield objective.id, f"{objective.name}: objective, {objective.weight:.0%} of the outcome"
