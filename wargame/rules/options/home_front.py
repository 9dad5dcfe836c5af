"""Candidates for decisions at home and on incidents."""

from collections.abc import Iterator

from wargame.model.decisions import Decision
from wargame.model.decisions.diplomacy import AttributeAttack, Sanction
from wargame.model.decisions.home_front import BuildResilience, DefendNetworks, Repair, SendRelief
from wargame.model.view import View
from wargame.rules.economy import nation_of
from wargame.rules.options.table import Candidates

SHARE_OF_GDP = 0.0002
"""Spending on resilience that is listed as an option."""

SHARES = (0.0, 0.25, 0.5, 1.0)
"""Of trade with the adversary that sanctions stop."""


def _nation(view: View) -> Iterator[Decision]:
    nation = nation_of(view.scenario, view.seat)
    assert nation is not None
    teams = [force.id for force in nation.forces if force.kind == "cyber"]
    engineers = [force.id for force in nation.forces if force.kind == "engineers"]
    for team in teams:
        yield from (DefendNetworks(force=team, nation=ally) for ally in view.scenario.alliance.members)
    damaged = [name for name, place in view.situation.places.items() if place.damage > 0.0]
    for force in engineers:
        yield from (Repair(force=force, at=place) for place in damaged)
        yield from (SendRelief(force=force, to=ally) for ally in view.scenario.alliance.members)
    for adversary in view.scenario.adversaries:
        yield from (Sanction(adversary=adversary.id, share=share) for share in SHARES)
    for incident in view.situation.nations[view.seat].incidents:
        yield from (AttributeAttack(incident=incident, adversary=each.id) for each in view.scenario.adversaries)
    yield BuildResilience(amount=round(SHARE_OF_GDP * nation.gdp * 1000.0, 2))


CANDIDATES: Candidates = {"nation": _nation}
