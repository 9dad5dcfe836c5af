"""Candidates for the decisions of a seat that plays the adversary."""

from collections.abc import Iterator
from typing import get_args

from wargame.model.adversary import HybridMeans
from wargame.model.decisions import Decision
from wargame.model.decisions.red import (
    AnswerOffer,
    Attack,
    BackDown,
    Climb,
    Feint,
    Hold,
    HybridAttack,
    RedOffer,
    WedgeAlly,
)
from wargame.model.scenario import HQ, Scenario
from wargame.model.view import View
from wargame.rules.options.table import Candidates
from wargame.rules.threat import sabotage_places

INTENSITIES = (0.2, 0.5)
"""Added hybrid level, as choices for an attack."""
SHARES = (0.15, 0.35)
"""Of an objective's value, as choices for a demand."""
DEMAND_HOURS = 120.0
"""How long a demand among the choices stands."""


def _red(view: View) -> Iterator[Decision]:
    for adversary in view.scenario.adversaries:
        name = adversary.id
        yield Hold(adversary=name)
        yield Climb(adversary=name)
        yield BackDown(adversary=name)
        yield Attack(adversary=name, objective=adversary.aim)
        yield Feint(adversary=name, objective=adversary.aim)
        yield from _strikes(view.scenario, name)
        yield from (WedgeAlly(adversary=name, nation=nation) for nation in view.scenario.alliance.members)
        yield from _demands(view, name)
    for offer in view.situation.talks.offers:
        yield AnswerOffer(offer=offer, answer="accept")
        yield AnswerOffer(offer=offer, answer="refuse")


def _strikes(scenario: Scenario, name: str) -> Iterator[Decision]:
    means: HybridMeans
    for nation in scenario.alliance.members:
        for means in get_args(HybridMeans):
            places: list[str] | list[None] = sabotage_places(scenario, nation) if means == "sabotage" else [None]
            for place in places:
                for intensity in INTENSITIES:
                    yield HybridAttack(adversary=name, means=means, nation=nation, intensity=intensity, at=place)


def _demands(view: View, name: str) -> Iterator[Decision]:
    for to in (*view.scenario.alliance.members, HQ):
        for objective in view.scenario.objectives:
            for share in SHARES:
                yield RedOffer(adversary=name, to=to, objective=objective.id, share=share, deadline=DEMAND_HOURS)


CANDIDATES: Candidates = {"red": _red}
