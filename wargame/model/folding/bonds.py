"""What a Situation becomes by promises kept and broken and by disputes mediated."""

from wargame.model import happenings as happened
from wargame.model.event import Event
from wargame.model.folding.table import on
from wargame.model.situation import Situation, TrustState


@on(happened.TrustChanged)
def trust_changed(situation: Situation, event: Event, body: happened.TrustChanged) -> None:
    held = situation.trust.setdefault(body.holder, {})
    before = held.get(body.other)
    gained = event.time if body.kept else before.gained if before else None
    held[body.other] = TrustState(alpha=body.alpha, beta=body.beta, since=event.time, gained=gained)


@on(happened.MediationBegan)
def mediation_began(situation: Situation, event: Event, body: happened.MediationBegan) -> None:
    situation.mediated.setdefault("|".join(body.members), event.time)
