"""Candidates for decisions on commitments and deals."""

from collections.abc import Iterator

from wargame.model.decisions import Decision
from wargame.model.decisions.diplomacy import (
    AcceptOffer,
    AskMediator,
    Assure,
    CommitPublicly,
    MakeOffer,
    OpenBackChannel,
    RefuseOffer,
)
from wargame.model.decisions.terms import Assurance
from wargame.model.scenario import HQ
from wargame.model.view import View
from wargame.rules.options.table import Candidates

ASSURANCES: tuple[Assurance, ...] = ("no_attack", "no_forward_basing", "observers")
SHARES = (0.15, 0.35)
"""Of an objective's value, as choices for an offer."""
OFFER_HOURS = 120.0
"""How long an offer among the choices stands."""


def _nation(view: View) -> Iterator[Decision]:
    yield CommitPublicly()
    yield from _either(view)
    for adversary in view.scenario.adversaries:
        for objective in view.scenario.objectives:
            for share in SHARES:
                for secret in (False, True):
                    yield MakeOffer(
                        adversary=adversary.id,
                        objective=objective.id,
                        share=share,
                        deadline=OFFER_HOURS,
                        secret=secret,
                    )
    yield from (AcceptOffer(offer=offer) for offer in view.situation.talks.offers)


def _either(view: View) -> Iterator[Decision]:
    """What nations and the Secretary-General can say to the adversary."""
    for adversary in view.scenario.adversaries:
        yield from (Assure(adversary=adversary.id, assurance=each) for each in ASSURANCES)
        yield OpenBackChannel(to=adversary.id)
    yield from (RefuseOffer(offer=offer) for offer in view.situation.talks.offers)
    yield from _mediators(view)


def _mediators(view: View) -> Iterator[Decision]:
    for adversary in view.scenario.adversaries:
        for third in view.scenario.third_parties:
            yield AskMediator(mediator=third.id, adversary=adversary.id)


def _red(view: View) -> Iterator[Decision]:
    yield from (OpenBackChannel(to=seat) for seat in (*view.scenario.alliance.members, HQ))
    yield from _mediators(view)


CANDIDATES: Candidates = {"nation": _nation, "hq": _either, "red": _red}
