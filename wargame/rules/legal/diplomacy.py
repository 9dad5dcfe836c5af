"""What must be the case before a nation binds itself or deals with the adversary."""

from wargame.model.decisions.diplomacy import (
    AcceptOffer,
    AskMediator,
    Assure,
    CommitPublicly,
    MakeOffer,
    OpenBackChannel,
    RefuseOffer,
)
from wargame.model.scenario import HQ, RED
from wargame.model.situation import OfferState
from wargame.model.view import View
from wargame.rules.legal.table import check, no_adversary, outsider
from wargame.rules.talks import owner


@check(CommitPublicly)
def may_commit(view: View, decision: CommitPublicly) -> str | None:
    return "the nation is already committed" if view.seat in view.situation.committed else None


@check(Assure)
def may_assure(view: View, decision: Assure) -> str | None:
    return outsider(view) or no_adversary(view, decision.adversary)


@check(OpenBackChannel)
def may_open_channel(view: View, decision: OpenBackChannel) -> str | None:
    talks, adversaries = view.situation.talks, [each.id for each in view.scenario.adversaries]
    if view.seat == RED:
        if decision.to not in (*view.scenario.alliance.members, HQ):
            return f"'{decision.to}' is no member of the alliance, nor its headquarters"
        connected = all(talks.channel(decision.to, each) for each in adversaries)
    else:
        reason = outsider(view) or no_adversary(view, decision.to)
        if reason:
            return reason
        connected = talks.channel(view.seat, decision.to) is not None
    return "there is such a channel already" if connected else None


@check(MakeOffer)
def may_make_offer(view: View, decision: MakeOffer) -> str | None:
    talks = view.situation.talks
    objective = view.situation.objectives.get(decision.objective)
    reason = outsider(view) or no_adversary(view, decision.adversary)
    if reason:
        return reason
    if objective is None:
        return f"there is no objective '{decision.objective}'"
    if objective.attacked is not None:
        return "it is being fought for"
    if objective.conceded + decision.share > 1.0:
        return f"{1.0 - objective.conceded:.2f} of it is all that is left to offer"
    if any(each.body.by == view.seat and each.stands(view.time) for each in talks.offers.values()):
        return "another offer of this nation's still stands"
    if decision.secret and talks.channel(view.seat, decision.adversary) is None:
        return "there is no back channel to it"
    return None


@check(AcceptOffer)
def may_accept(view: View, decision: AcceptOffer) -> str | None:
    offer = view.situation.talks.offers.get(decision.offer)
    if offer is None or not _from_an_adversary(view, offer):
        return f"there is no offer '{decision.offer}' by an adversary"
    mine = offer.body.to == HQ and view.seat == owner(view.scenario, offer.body.objective)
    if offer.body.to != view.seat and not mine:
        return "it was made to another"
    return _not_standing(view, offer)


@check(RefuseOffer)
def may_refuse(view: View, decision: RefuseOffer) -> str | None:
    offer = view.situation.talks.offers.get(decision.offer)
    if offer is None or not _from_an_adversary(view, offer):
        return f"there is no offer '{decision.offer}' by an adversary"
    if offer.body.to != view.seat:
        return "it was made to another"
    return _not_standing(view, offer)


def _from_an_adversary(view: View, offer: OfferState) -> bool:
    return no_adversary(view, offer.body.by) is None


def _not_standing(view: View, offer: OfferState) -> str | None:
    if view.situation.objectives[offer.body.objective].attacked is not None:
        return "it is being fought for"
    return None if offer.stands(view.time) else "it has been answered or has lapsed"


@check(AskMediator)
def may_ask_mediator(view: View, decision: AskMediator) -> str | None:
    third = next((each for each in view.scenario.third_parties if each.id == decision.mediator), None)
    if third is None or third.kind == "patron":
        return f"'{decision.mediator}' is no third party that could mediate"
    if third.id in view.situation.talks.mediators:
        return "it has been asked already"
    if view.seat != RED and (reason := outsider(view)):
        return reason
    return no_adversary(view, decision.adversary)
