"""What each kind of measure must say and may say, and what it readies (`docs/model.md` 6.3 and 6.8)."""

from collections.abc import Iterable
from dataclasses import fields

from wargame.model.decisions.consultation import MeasureText
from wargame.model.scenario import MeasureKind, Scenario
from wargame.model.situation import Situation

FULL_ALERT = 3
NEEDS: dict[MeasureKind, frozenset[str]] = {
    "statement": frozenset(),
    "monitor": frozenset(),
    "heighten_readiness": frozenset(),
    "stand_down": frozenset(),
    "activate_forces": frozenset(),
    "deploy": frozenset({"place", "strength"}),
    "collective_defence": frozenset(),
    "sanctions": frozenset({"adversary"}),
    "attribution": frozenset({"adversary", "incident"}),
    "offer_to_adversary": frozenset({"adversary", "objective", "deadline"}),
}
"""Fields that a text of each kind cannot do without."""
ALSO: dict[MeasureKind, frozenset[str]] = {
    "activate_forces": frozenset({"strength", "rules"}),
    "deploy": frozenset({"rules"}),
    "collective_defence": frozenset({"rules"}),
    "sanctions": frozenset({"trade"}),
    "offer_to_adversary": frozenset({"share", "assurance"}),
}
"""Fields that it may say besides."""
PLAIN = MeasureText(kind="statement")


def misworded(scenario: Scenario, text: MeasureText) -> str | None:
    """What is wrong with a measure's text, whatever the situation; None when it can be tabled."""
    said = {each.name for each in fields(PLAIN) if getattr(text, each.name) != getattr(PLAIN, each.name)} - {"kind"}
    lacking = sorted(NEEDS[text.kind] - said)
    if lacking:
        return f"the measure {text.kind} must name {' and '.join(lacking)}"
    beyond = sorted(said - NEEDS[text.kind] - ALSO.get(text.kind, frozenset()))
    if beyond:
        return f"the measure {text.kind} does not name {' or '.join(beyond)}"
    if text.kind == "offer_to_adversary" and text.share is None and text.assurance is None:
        return "an offer names a share of the objective or an assurance"
    return _unknown(scenario, text)


def _unknown(scenario: Scenario, text: MeasureText) -> str | None:
    """What a text names that there is not."""
    places = [objective.at for objective in scenario.objectives]
    if text.place is not None and text.place not in places:
        return f"a deployment goes to an objective's location: {', '.join(places)}"
    objectives = [objective.id for objective in scenario.objectives]
    if text.objective is not None and text.objective not in objectives:
        return f"there is no objective '{text.objective}'; there are {', '.join(objectives)}"
    adversaries = [adversary.id for adversary in scenario.adversaries]
    if text.adversary is not None and text.adversary not in adversaries:
        return f"there is no adversary '{text.adversary}'; there are {', '.join(adversaries)}"
    return None


def readied(scenario: Scenario, situation: Situation, nations: Iterable[str], strength: float | None) -> list[str]:
    """The free forces of these nations that an activation readies: the soonest ready first, until `strength` is
    reached; all of them when none is named.
    """
    willing = set(nations)
    free = [
        force
        for nation in scenario.nations
        if nation.id in willing
        for force in nation.forces
        if situation.forces[force.id].readied is None and situation.forces[force.id].activated is None
    ]
    chosen, left = [], strength
    for force in sorted(free, key=lambda each: (each.notice, each.id)):
        if left is not None and left <= 0.0:
            break
        chosen.append(force.id)
        left = None if left is None else left - force.strength
    return chosen
