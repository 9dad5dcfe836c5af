"""Which agreements bind whom."""

from wargame.model.scenario import AgreementKind, Scenario


def partners(scenario: Scenario, kind: AgreementKind, nation: str) -> tuple[str, ...]:
    """The nations that an agreement of this kind in force binds to `nation`, each once, in the scenario's order."""
    bound = {
        party
        for agreement in scenario.agreements
        if agreement.kind == kind and nation in agreement.parties
        for party in agreement.parties
    }
    return tuple(each.id for each in scenario.nations if each.id in bound and each.id != nation)
