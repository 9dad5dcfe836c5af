"""Words between the two sides: channels, assurances, offers, concessions, mediators."""

from wargame.model import happenings as happened
from wargame.model.event import Event
from wargame.replay import names
from wargame.replay.telling.table import FLASH, NOTABLE, WEIGHTY, Teller, Told, says
from wargame.replay.wording import percent


@says(happened.BackChannelOpened)
def back_channel_opened(t: Teller, event: Event, body: happened.BackChannelOpened) -> Told:
    return Told(WEIGHTY, f"Back channel open between {t.who(body.seat)} and {t.who(body.adversary)}, in secret")


@says(happened.Assured)
def assured(t: Teller, event: Event, body: happened.Assured) -> Told:
    what = names.ASSURANCES[body.assurance]
    return Told(WEIGHTY, f"{t.who(body.adversary)} is assured in public of {what}, by ", t.who(body.by))


@says(happened.OfferMade)
def offer_made(t: Teller, event: Event, body: happened.OfferMade) -> Told:
    secret = ", in secret" if body.secret else ""
    offer = f"{t.deal(body.objective, body.share, body.assurance)}, until {t.when(body.until)}{secret}"
    return Told(WEIGHTY, f"Offer {body.offer} of {t.who(body.by)} to {t.who(body.to)}: {offer}")


@says(happened.OfferAnswered)
def offer_answered(t: Teller, event: Event, body: happened.OfferAnswered) -> Told:
    answer = "ACCEPTED" if body.accepted else "refused"
    return Told(WEIGHTY, f"Offer {body.offer} {answer} by {t.who(body.by)}")


@says(happened.ConcessionMade)
def concession_made(t: Teller, event: Event, body: happened.ConcessionMade) -> Told:
    so_far = f"; {percent(body.conceded)} so far" if body.conceded != body.share else ""
    given = f"{percent(body.share)} of the value of {t.objective(body.objective)}"
    return Told(FLASH, f"CONCEDED to {t.who(body.adversary)}: {given}{so_far}")


@says(happened.TalksLeaked)
def talks_leaked(t: Teller, event: Event, body: happened.TalksLeaked) -> Told:
    untold = f"; not told were {t.all_of(body.untold)}" if body.untold else ""
    return Told(WEIGHTY, f"Talks of {t.who(body.seat)} with {t.who(body.adversary)} have LEAKED{untold}")


@says(happened.MediatorAsked)
def mediator_asked(t: Teller, event: Event, body: happened.MediatorAsked) -> Told:
    return Told(NOTABLE, f"{t.who(body.mediator)} asked to mediate with {t.who(body.adversary)} by ", t.who(body.by))


@says(happened.MediatorAnswered)
def mediator_answered(t: Teller, event: Event, body: happened.MediatorAnswered) -> Told:
    answer = "agrees" if body.agrees else "declines"
    return Told(WEIGHTY, f"{t.who(body.mediator)} {answer} to mediate with {t.who(body.adversary)}")
