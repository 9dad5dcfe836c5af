"""What happens between members, in words."""

from wargame.model import happenings as happened
from wargame.model.event import Event
from wargame.replay.telling.table import NOTABLE, ROUTINE, Teller, Told, says
from wargame.replay.wording import percent, plain_words

OVER = {
    "obligation": "its obligation",
    "contribution": "its contribution",
    "report": "shared reports",
    "position": "its position",
    "force": "a promised force",
    "side_payment": "a side payment",
    "confidence": "talks behind an ally's back",
    "relief": "relief",
}


@says(happened.TrustChanged)
def trust_changed(t: Teller, event: Event, body: happened.TrustChanged) -> Told:
    over = OVER.get(body.promise, plain_words(body.promise))
    mean = body.alpha / (body.alpha + body.beta)
    way = "rose" if body.kept else "FELL"
    return Told(
        ROUTINE if body.kept else NOTABLE,
        f"Trust in {t.who(body.other)} {way} over {over}: ",
        f"{t.who(body.holder)} to {percent(mean)}",
    )


@says(happened.MediationBegan)
def mediation_began(t: Teller, event: Event, body: happened.MediationBegan) -> Told:
    return Told(NOTABLE, f"The Secretary-General mediates between {t.all_of(body.members)}")
