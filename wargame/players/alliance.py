"""How the book has the alliance's own seats played: Secretary-General and commander."""

from collections.abc import Iterator

from wargame.model.decisions.command import IssueActivationWarning
from wargame.model.decisions.consultation import SetSilence
from wargame.model.decisions.forces import OrderActivation
from wargame.model.view import View
from wargame.players.style import Proposal

URGENT_SILENCE = 12.0
"""Hours of silence that the Secretary-General sets once the alert is raised."""
GIVE_UP_FILLING_AFTER = 48 * 3600
"""Seconds after adoption at which the commander activates a measure that is not filled."""


def secretary_general(view: View) -> Iterator[Proposal]:
    """Keeps silence short once the alert is raised."""
    for measure in view.situation.council.measures.values():
        if measure.state == "guidance" and view.situation.alert > 0:
            yield SetSilence(measure=measure.id, hours=URGENT_SILENCE), measure.event, "the alert is raised"


def commander(view: View) -> Iterator[Proposal]:
    """Warns forces for a deployment as soon as it is tabled; activates it when its requirement is filled, or has waited
    long enough.
    """
    strength = {force.id: force.strength for each in view.scenario.nations for force in each.forces}
    for measure in view.situation.council.measures.values():
        yield IssueActivationWarning(measure=measure.id), measure.event, "notice served now is not served later"
        if measure.state != "adopted" or measure.decided is None:
            continue
        offered = 0.0
        for name in measure.offers:
            offered += strength[name]
        filled = offered >= (measure.text.strength or 0.0)
        if filled or view.time - measure.decided >= GIVE_UP_FILLING_AFTER:
            why = "the requirement is filled" if filled else "accepted short: waiting costs more than it brings"
            yield OrderActivation(measure=measure.id), measure.event, why
