"""What a government says to the adversary and about it: commitments, assurances, offers, sanctions."""

from collections.abc import Iterator

from wargame.model.decisions.diplomacy import (
    AcceptOffer,
    Assure,
    CommitPublicly,
    MakeOffer,
    OpenBackChannel,
    RefuseOffer,
    Sanction,
)
from wargame.players.style import Desk, Proposal
from wargame.rules.assessment import in_words
from wargame.rules.combat import stood_aside

KEPT_BACK = 2.0
"""Political capital that a commitment must leave: whoever binds itself must still be able to act."""
OFFER_STANDS = 120.0
"""Hours that an offer stands."""
SANCTIONED = 0.5
"""Share of the trade with the adversary that sanctions stop."""
BEARABLE = 0.1
"""Share of all trade that a government can do without half of."""


def bind(desk: Desk) -> Iterator[Proposal]:
    """Commit in public, where much is at stake or forces go already."""
    situation = desk.view.situation
    if desk.threat < desk.style.commits or desk.nation.id in situation.committed:
        return
    if stood_aside(situation, desk.nation.id):
        return
    measures = desk.view.situation.council.measures.values()
    backed = any(each.text.kind == "deploy" and each.state == "adopted" for each in measures)
    worth_it = backed or desk.nation.stake >= desk.style.commits
    if worth_it and desk.capital >= 3.0 + KEPT_BACK:
        yield CommitPublicly(), desk.picture.warned, f"attack {in_words(desk.threat)}: they must know that we come"


def soften(desk: Desk) -> Iterator[Proposal]:
    """Show the adversary a way out: a secret channel, an assurance, a part of what it wants."""
    style, situation = desk.style, desk.view.situation
    if desk.threat < style.softens:
        return
    for adversary in desk.view.scenario.adversaries:
        committed = desk.nation.id in situation.committed
        yield OpenBackChannel(to=adversary.id), None, "somebody must be able to talk"
        if committed or style.concedes:
            yield Assure(adversary=adversary.id, assurance="no_attack"), None, "firm, but no threat to them"
        for objective in desk.view.scenario.objectives if style.concedes else ():
            offer = MakeOffer(
                adversary=adversary.id,
                objective=objective.id,
                share=style.concedes,
                deadline=OFFER_STANDS,
                assurance="no_attack",
                secret=style.secretly,
            )
            yield offer, None, "a part of it is better than a war over all of it"


def reply(desk: Desk) -> Iterator[Proposal]:
    """Answer what the adversary demands."""
    situation = desk.view.situation
    adversaries = {each.id for each in desk.view.scenario.adversaries}
    for name, offer in situation.talks.offers.items():
        if offer.body.by in adversaries and offer.stands(desk.view.time):
            if desk.style.yields:
                yield AcceptOffer(offer=name), offer.event, "a part of it is better than a war over all of it"
            else:
                yield RefuseOffer(offer=name), offer.event, "who is paid once comes again"


def press(desk: Desk) -> Iterator[Proposal]:
    """Sanction where the threat is plain, and after bloodshed whoever can bear it."""
    bled = desk.view.situation.clashes > 0 and desk.nation.trade <= BEARABLE
    if desk.threat < desk.style.sanctions and not (bled and desk.style.retaliates):
        return
    for adversary in desk.view.scenario.adversaries:
        yield Sanction(adversary=adversary.id, share=SANCTIONED), None, "it must cost them something"
