"""What a Situation becomes by what the two sides say to each other."""

from wargame.model import happenings as happened
from wargame.model.event import Event
from wargame.model.folding.table import on
from wargame.model.situation import ChannelState, MediatorState, OfferState, Situation


@on(happened.BackChannelOpened)
def back_channel_opened(situation: Situation, event: Event, body: happened.BackChannelOpened) -> None:
    situation.talks.channels.append(ChannelState(body.seat, body.adversary, event.time))


@on(happened.Assured)
def assured(situation: Situation, event: Event, body: happened.Assured) -> None:
    situation.talks.assurances.append((event.time, body))


@on(happened.OfferMade)
def offer_made(situation: Situation, event: Event, body: happened.OfferMade) -> None:
    situation.talks.offers[body.offer] = OfferState(body, event.time, situation.number)


@on(happened.OfferAnswered)
def offer_answered(situation: Situation, event: Event, body: happened.OfferAnswered) -> None:
    offer = situation.talks.offers[body.offer]
    offer.answered, offer.accepted = event.time, body.accepted


@on(happened.ConcessionMade)
def concession_made(situation: Situation, event: Event, body: happened.ConcessionMade) -> None:
    situation.objectives[body.objective].conceded = body.conceded


@on(happened.TalksLeaked)
def talks_leaked(situation: Situation, event: Event, body: happened.TalksLeaked) -> None:
    """Whoever had not been told learns of the channel, of the offers made through it and of what was given."""
    talks = situation.talks
    channel = talks.channel(body.seat, body.adversary)
    if channel is None:
        channel = ChannelState(body.seat, body.adversary, event.time)
        talks.channels.append(channel)
    channel.leaked = True
    for made in body.offers:
        talks.offers.setdefault(made.offer, OfferState(made, event.time, situation.number))
    for answer in body.answers:
        offer = talks.offers[answer.offer]
        if offer.answered is None:
            offer.answered, offer.accepted = event.time, answer.accepted
    for given in body.concessions:
        state = situation.objectives[given.objective]
        state.conceded = max(state.conceded, given.conceded)


@on(happened.MediatorAsked)
def mediator_asked(situation: Situation, event: Event, body: happened.MediatorAsked) -> None:
    situation.talks.mediators[body.mediator] = MediatorState(body.adversary)


@on(happened.MediatorAnswered)
def mediator_answered(situation: Situation, event: Event, body: happened.MediatorAnswered) -> None:
    mediator = situation.talks.mediators[body.mediator]
    mediator.agrees = mediator.agrees or body.agrees


@on(happened.MediationOffered)
def mediation_offered(situation: Situation, event: Event, body: happened.MediationOffered) -> None:
    """Who offers of itself is at work as one that was asked and has agreed."""
    situation.talks.mediators[body.mediator] = MediatorState(body.adversary, agrees=True)
