"""What a Situation becomes by sanctions, displaced people, relief and third parties."""

from wargame.model import happenings as happened
from wargame.model.event import Event
from wargame.model.folding.table import on
from wargame.model.situation import Errand, SanctionState, Situation


@on(happened.SanctionsImposed)
def sanctions_imposed(situation: Situation, event: Event, body: happened.SanctionsImposed) -> None:
    nation = situation.nations[body.nation]
    nation.sanctions[body.adversary] = SanctionState(share=body.share, since=event.time, bite=body.bite)


@on(happened.PeopleDisplaced)
def people_displaced(situation: Situation, event: Event, body: happened.PeopleDisplaced) -> None:
    for host in body.hosts:
        situation.nations[host.nation].displaced += host.people


@on(happened.ReliefSent)
def relief_sent(situation: Situation, event: Event, body: happened.ReliefSent) -> None:
    situation.errands[body.force] = Errand("relief", body.to, event.time)


@on(happened.ReliefArrived)
def relief_arrived(situation: Situation, event: Event, body: happened.ReliefArrived) -> None:
    situation.nations[body.to].helped_by.append(body.force)


@on(happened.PatronBacked)
def patron_backed(situation: Situation, event: Event, body: happened.PatronBacked) -> None:
    situation.patrons[body.patron] = "backs"


@on(happened.PatronRestrained)
def patron_restrained(situation: Situation, event: Event, body: happened.PatronRestrained) -> None:
    situation.patrons[body.patron] = "restrains"


@on(happened.SanctionsUndermined)
def sanctions_undermined(situation: Situation, event: Event, body: happened.SanctionsUndermined) -> None:
    situation.undermined[body.adversary] = body.patron


@on(happened.AidGranted)
def aid_granted(situation: Situation, event: Event, body: happened.AidGranted) -> None:
    nation = situation.nations[body.nation]
    nation.aided = round(nation.aided + body.amount, 6)
