"""Whose leave a movement takes: access to a host's places, transit across a border (`docs/model.md` 7.13 and 7.14)."""

from math import sqrt

from wargame.model.doctrine import DeploymentParameters
from wargame.model.scenario import MeasureKind, Scenario, ThirdParty
from wargame.model.situation import Grant, Situation
from wargame.model.theatre import Location, Theatre
from wargame.rules.agreements import partners
from wargame.rules.kept import kept
from wargame.rules.legs import Leg

GATHERING: frozenset[MeasureKind] = frozenset({"deploy", "activate_forces", "collective_defence"})
"""Measures whose adoption puts emergency rules in force."""


def grants_on(leg: Leg, end: Location, nation: str | None, last: bool) -> list[Grant]:
    """The grants that a nation's force needs on a leg: transit of whoever's border it crosses, access where it lands
    or, on the last leg, where it is to stay. A border on the leg that belongs to nobody named is one more.
    """
    crossed = [by for by in leg.through if by != nation]
    needed = [Grant("transit", by, "") for by in crossed]
    if leg.borders > len(leg.through):
        needed.append(Grant("transit", "", leg.end))
    if end.owner not in (None, nation) and (last or leg.mode in ("air", "sea")):
        assert end.owner is not None
        needed.append(Grant("access", end.owner, end.id))
    return needed


@kept
def crossed(theatre: Theatre) -> frozenset[str]:
    """Whose border a land route crosses, or whose territory any route goes through."""
    owner = {location.id: location.owner for location in theatre.locations}
    found: set[str] = set()
    for route in theatre.routes:
        one, other = (owner[end] for end in route.ends)
        met = (one, other) if route.mode in ("road", "rail") and one != other else ()
        found.update(each for each in (*route.through, *met) if each is not None)
    return frozenset(found)


def third_party(scenario: Scenario, name: str) -> ThirdParty | None:
    """The third party of that name."""
    return next((each for each in scenario.third_parties if each.id == name), None)


def emergency(situation: Situation) -> bool:
    """Whether emergency rules hold for every movement: the alliance has raised its alert, or adopted a measure that
    brings forces together.
    """
    measures = situation.council.measures.values()
    return situation.alert >= 1 or any(each.state == "adopted" and each.text.kind in GATHERING for each in measures)


def days_range(scenario: Scenario, nation: str, grant: Grant, urgent: bool) -> tuple[float, float]:
    """Shortest and longest time until a grant is decided; `urgent` under emergency rules or an adopted measure."""
    parameters: DeploymentParameters = scenario.doctrine.deployment
    if grant.what == "transit":
        if urgent:
            return parameters.border_emergency_least, parameters.border_emergency_most
        return parameters.border_peace_days, parameters.border_peace_days
    if urgent or grant.by in partners(scenario, "logistics", nation):
        return parameters.access_agreed_least, parameters.access_agreed_most
    return parameters.access_least, parameters.access_most


def planned_days(scenario: Scenario, nation: str, grant: Grant, urgent: bool) -> float:
    """What planners reckon with: the geometric middle."""
    least, most = days_range(scenario, nation, grant, urgent)
    return sqrt(least * most)


def grantees(scenario: Scenario, host: str, to: str) -> tuple[str, ...]:
    """The nations meant by `to`: one, or by the alliance's name all its members but the host."""
    if to == scenario.alliance.id:
        return tuple(member for member in scenario.alliance.members if member != host)
    return (to,)


def refused(situation: Situation, nation: str) -> frozenset[Grant]:
    """What a nation has asked for in vain."""
    return frozenset(
        grant for (holder, grant), state in situation.permissions.items() if holder == nation and state == "refused"
    )
