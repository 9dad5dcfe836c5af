"""Words between the two sides: channels, assurances, offers, mediators (`docs/model.md` 4.15, 4.26 to 4.28)."""

from dataclasses import replace
from math import log

from wargame.engine.bonds import offended
from wargame.engine.seats import spend
from wargame.engine.world import World
from wargame.model.clock import DAY, seconds
from wargame.model.decisions.diplomacy import (
    AcceptOffer,
    AskMediator,
    Assure,
    MakeOffer,
    OpenBackChannel,
    RefuseOffer,
)
from wargame.model.decisions.red import RedOffer
from wargame.model.event import EVERYONE, Audience, Event
from wargame.model.happenings import (
    Assured,
    BackChannelOpened,
    ConcessionMade,
    MediatorAnswered,
    MediatorAsked,
    OfferAgreed,
    OfferAnswered,
    OfferMade,
    TalksLeaked,
)
from wargame.model.scenario import HQ, RED, Scenario, allied_seats
from wargame.model.situation import ChannelState, OfferState
from wargame.rules.draw import exponential, lognormal
from wargame.rules.legal import cost


def offer_of(world: World, decision: MakeOffer | RedOffer, by: str, to: str) -> OfferMade:
    """What an order wishes to offer, not yet named."""
    return OfferMade(
        offer="",
        by=by,
        to=to,
        objective=decision.objective,
        share=round(decision.share, 6),
        until=world.now + seconds(decision.deadline),
        assurance=decision.assurance,
        secret=decision.secret,
    )


def make_offer(world: World, wished: OfferMade, cause: Event, measure: str | None = None) -> Event:
    """Put an offer on the table, under a name that tells nobody of offers it may not know.

    Open offers are counted by all; secret ones by each channel's own two ends. Once a channel has leaked nothing that
    goes through it is secret.
    """
    seat = ally_in(world.scenario, wished)
    channel = world.situation.talks.channel(seat, adversary_in(world.scenario, wished))
    secret = wished.secret and channel is not None and not channel.leaked
    offers = [each.body for each in world.situation.talks.offers.values()]
    if secret:
        number = len([each for each in offers if each.secret and ally_in(world.scenario, each) == seat]) + 1
        name = f"s{number}-{seat}"[:40]
    else:
        name = f"o{len([each for each in offers if not each.secret]) + 1}"
    made = replace(wished, offer=name, secret=secret)
    return world.emit(made, cause, parties(world, made), measure)


def answer(world: World, offer: str, by: str, *, accepted: bool, cause: Event) -> Event:
    """Accept an offer, and with it what it concedes, or refuse it."""
    made = world.situation.talks.offers[offer].body
    ends = parties(world, made)
    given = None
    if accepted and made.share > 0.0:
        before = world.situation.objectives[made.objective].conceded
        conceded = round(min(1.0, before + made.share), 6)
        given = ConcessionMade(
            offer=offer,
            adversary=adversary_in(world.scenario, made),
            objective=made.objective,
            share=round(conceded - before, 6),
            conceded=conceded,
        )
    answered = world.emit(OfferAnswered(offer=offer, by=by, accepted=accepted), cause, ends)
    if given is not None:
        world.emit(given, answered, EVERYONE if ends == both_sides(world.scenario) else ends)
    return answered


def both_sides(scenario: Scenario) -> Audience:
    """Every seat of the alliance, and the adversary's."""
    return (*allied_seats(scenario), RED)


def adversary_in(scenario: Scenario, offer: OfferMade) -> str:
    """The adversary's end of an offer."""
    return offer.by if any(each.id == offer.by for each in scenario.adversaries) else offer.to


def ally_in(scenario: Scenario, offer: OfferMade) -> str:
    """The alliance's end of an offer."""
    return offer.to if adversary_in(scenario, offer) == offer.by else offer.by


def parties(world: World, offer: OfferMade) -> Audience:
    """Who may know of an offer and of what becomes of it: both sides, or the two ends of a channel that is secret."""
    seat = ally_in(world.scenario, offer)
    channel = world.situation.talks.channel(seat, adversary_in(world.scenario, offer))
    if offer.secret and channel is not None and not channel.leaked:
        return (seat, RED)
    return both_sides(world.scenario)


class Talks:
    """Carries out what seats say to the other side."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.parameters = world.scenario.doctrine.talks
        world.handle(OpenBackChannel, self.open)
        world.handle(Assure, self.assure)
        world.handle(MakeOffer, self.offer)
        world.handle(AcceptOffer, self.accept)
        world.handle(RefuseOffer, self.refuse)
        world.handle(AskMediator, self.ask)
        world.when(OfferAgreed, self.speak_for_all)

    # --- channels --------------------------------------------------------------------------------------------

    def open(self, seat: str, decision: OpenBackChannel, cause: Event) -> None:
        world = self.world
        adversaries = [each.id for each in world.scenario.adversaries]
        if seat == RED:
            ally, among = decision.to, adversaries
        else:
            ally, among = seat, [each for each in adversaries if each == decision.to]
        unconnected = [each for each in among if world.situation.talks.channel(ally, each) is None]
        if not unconnected:
            world.fail(seat, decision, cause, "the other side has just opened one")
            return
        adversary = unconnected[0]
        opened = world.emit(BackChannelOpened(seat=ally, adversary=adversary), cause, (ally, RED))
        rate = -log(1.0 - self.parameters.leak)
        days = exponential(world.draw(f"{ally}/{adversary}", "leak"), rate)
        world.call(round(days * DAY), self.leak, opened, ally, adversary)

    def leak(self, opened: Event, seat: str, adversary: str) -> None:
        """A channel becomes known, with all that went through it; allies who were not told resent it."""
        world = self.world
        channel = world.situation.talks.channel(seat, adversary)
        assert channel is not None
        untold = tuple(each for each in world.scenario.alliance.members if each != seat)
        leaked = world.emit(self.disclosure(channel, untold), opened, EVERYONE)
        if seat in world.scenario.alliance.members:
            for holder in untold:
                offended(world, holder, seat, "confidence", self.parameters.leak_trust, leaked)

    def disclosure(self, channel: ChannelState, untold: tuple[str, ...]) -> TalksLeaked:
        ends = {channel.seat, channel.adversary}
        offers = self.world.situation.talks.offers.values()
        secret = {each.body.offer for each in offers if each.body.secret and {each.body.by, each.body.to} == ends}
        bodies = [event.body for event in self.world.log]
        return TalksLeaked(
            seat=channel.seat,
            adversary=channel.adversary,
            untold=untold,
            offers=tuple(each for each in bodies if isinstance(each, OfferMade) and each.offer in secret),
            answers=tuple(each for each in bodies if isinstance(each, OfferAnswered) and each.offer in secret),
            concessions=tuple(each for each in bodies if isinstance(each, ConcessionMade) and each.offer in secret),
        )

    # --- offers ----------------------------------------------------------------------------------------------

    def offer(self, seat: str, decision: MakeOffer, cause: Event) -> None:
        if decision.secret and self.world.situation.talks.channel(seat, decision.adversary) is None:
            self.world.fail(seat, decision, cause, "there is no back channel")
            return
        wished = offer_of(self.world, decision, seat, decision.adversary)
        spend(self.world, seat, cost(decision), make_offer(self.world, wished, cause))

    def speak_for_all(self, event: Event, body: OfferAgreed) -> None:
        """What the council agreed to offer is offered in the whole alliance's name."""
        wished = OfferMade(
            offer="",
            by=HQ,
            to=body.adversary,
            objective=body.objective,
            share=body.share,
            until=body.until,
            assurance=body.assurance,
        )
        make_offer(self.world, wished, event)

    def accept(self, seat: str, decision: AcceptOffer, cause: Event) -> None:
        if self.standing(seat, decision, cause) is not None:
            answered = answer(self.world, decision.offer, seat, accepted=True, cause=cause)
            spend(self.world, seat, cost(decision), answered)

    def refuse(self, seat: str, decision: RefuseOffer, cause: Event) -> None:
        if self.standing(seat, decision, cause) is not None:
            answer(self.world, decision.offer, seat, accepted=False, cause=cause)

    def standing(self, seat: str, decision: AcceptOffer | RefuseOffer, cause: Event) -> OfferState | None:
        offer = self.world.situation.talks.offers.get(decision.offer)
        if offer is None or not offer.stands(self.world.now):
            self.world.fail(seat, decision, cause, "the offer no longer stands")
            return None
        return offer

    # --- assurances and mediators ----------------------------------------------------------------------------

    def assure(self, seat: str, decision: Assure, cause: Event) -> None:
        body = Assured(by=seat, adversary=decision.adversary, assurance=decision.assurance)
        self.world.emit(body, cause, EVERYONE)

    def ask(self, seat: str, decision: AskMediator, cause: Event) -> None:
        """It answers after a while; the more it leans to one side, the less it is wanted as a mediator."""
        world = self.world
        if decision.mediator in world.situation.talks.mediators:
            world.fail(seat, decision, cause, "it has just been asked")
            return
        body = MediatorAsked(by=seat, mediator=decision.mediator, adversary=decision.adversary)
        asked = world.emit(body, cause, EVERYONE)
        third = next(each for each in world.scenario.third_parties if each.id == decision.mediator)
        agrees = world.draw(third.id, "mediates") >= abs(third.leaning)
        days = lognormal(world.draw(third.id, "mediation"), self.parameters.mediator_days, self.parameters.mediator_sd)
        answered = MediatorAnswered(mediator=third.id, adversary=decision.adversary, agrees=agrees)
        world.call(round(days * DAY), self.reply, answered, asked)

    def reply(self, body: MediatorAnswered, asked: Event) -> None:
        self.world.emit(body, asked, EVERYONE)
