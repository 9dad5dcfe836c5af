"""A scenario in words: what every player may know of it."""

from textwrap import fill

from wargame.model.scenario import Scenario, allied_seats

WIDTH = 80


def brief(scenario: Scenario) -> str:
    """The public part of a scenario, in at most 80 columns."""
    lines = [scenario.title, "", fill(" ".join(scenario.synopsis.split()), WIDTH), ""]
    lines.append(f"STARTEX {scenario.startex}; play ends D+{scenario.last_day:g}, judged D+{scenario.horizon:g}")
    lines.append(f"Alliance: {scenario.alliance.name}, {scenario.alliance.decision_rule.replace('_', ' ')}")
    lines.append("Seats: " + ", ".join(allied_seats(scenario)))
    lines.append("")
    for nation in scenario.nations:
        strength = 0.0
        for force in nation.forces:
            strength += force.strength
        lines.append(f"  {nation.id:<14}{nation.name}: {len(nation.forces)} forces, {strength:g} BE")
    lines += [f"  {each.id:<14}{each.name}: adversary" for each in scenario.adversaries]
    lines += [
        f"  {each.id:<14}{each.name}: objective, {each.weight:.0%} of the outcome" for each in scenario.objectives
    ]
    return "\n".join(lines)
