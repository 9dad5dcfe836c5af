"""Sanctions, displaced people and relief, and what third parties do, in words."""

from wargame.model import happenings as happened
from wargame.model.event import Event
from wargame.replay.telling.table import FLASH, NOTABLE, ROUTINE, WEIGHTY, Teller, Told, says
from wargame.replay.wording import listed, percent


@says(happened.SanctionsImposed)
def sanctions_imposed(t: Teller, event: Event, body: happened.SanctionsImposed) -> Told:
    if body.share == 0.0:
        return Told(WEIGHTY, f"Sanctions against {t.who(body.adversary)} lifted by ", t.who(body.nation))
    stopped = f"{percent(body.share)} of its trade with {t.who(body.adversary)} stopped by "
    return Told(WEIGHTY, f"Sanctions: {stopped}", t.who(body.nation))


@says(happened.PeopleDisplaced)
def people_displaced(t: Teller, event: Event, body: happened.PeopleDisplaced) -> Told:
    whole = sum(host.people for host in body.hosts)
    where = listed([f"{t.who(host.nation)} {host.people:,}" for host in body.hosts])
    return Told(NOTABLE, f"{whole:,} people fled from {t.objective(body.objective)}: {where}")


@says(happened.ReliefNeeded)
def relief_needed(t: Teller, event: Event, body: happened.ReliefNeeded) -> Told:
    return Told(WEIGHTY, f"{t.who(body.nation)} asks for relief: it has taken in {body.people:,} people")


@says(happened.ReliefSent)
def relief_sent(t: Teller, event: Event, body: happened.ReliefSent) -> Told:
    return Told(
        NOTABLE, f"Relief from {t.who(body.nation)} to {t.who(body.to)}, due {t.when(body.due)}: ", t.force(body.force)
    )


@says(happened.ReliefArrived)
def relief_arrived(t: Teller, event: Event, body: happened.ReliefArrived) -> Told:
    return Told(NOTABLE, f"Relief is at work in {t.who(body.to)}: ", t.force(body.force))


@says(happened.ReliefRefused)
def relief_refused(t: Teller, event: Event, body: happened.ReliefRefused) -> Told:
    return Told(NOTABLE, f"Could have helped {t.who(body.to)} and did not: ", t.who(body.nation))


@says(happened.MediationOffered)
def mediation_offered(t: Teller, event: Event, body: happened.MediationOffered) -> Told:
    return Told(WEIGHTY, f"{t.who(body.mediator)} offers to mediate with {t.who(body.adversary)}")


@says(happened.ResolutionPassed)
def resolution_passed(t: Teller, event: Event, body: happened.ResolutionPassed) -> Told:
    return Told(WEIGHTY, f"{t.who(body.by)} condemns the violence of {t.who(body.adversary)}")


@says(happened.ResolutionVetoed)
def resolution_vetoed(t: Teller, event: Event, body: happened.ResolutionVetoed) -> Told:
    kept = f"a resolution of {t.who(body.by)} against {t.who(body.adversary)}"
    return Told(WEIGHTY, f"{t.who(body.patron)} vetoes {kept}")


@says(happened.PatronBacked)
def patron_backed(t: Teller, event: Event, body: happened.PatronBacked) -> Told:
    return Told(FLASH, f"{t.who(body.patron)} stands behind {t.who(body.adversary)}")


@says(happened.PatronRestrained)
def patron_restrained(t: Teller, event: Event, body: happened.PatronRestrained) -> Told:
    return Told(FLASH, f"{t.who(body.patron)} tells {t.who(body.adversary)} to stop")


@says(happened.SanctionsUndermined)
def sanctions_undermined(t: Teller, event: Event, body: happened.SanctionsUndermined) -> Told:
    return Told(WEIGHTY, f"{t.who(body.patron)} buys what {t.who(body.adversary)} can no longer sell elsewhere")


@says(happened.AidGranted)
def aid_granted(t: Teller, event: Event, body: happened.AidGranted) -> Told:
    return Told(ROUTINE, f"{t.who(body.patron)} pays {body.amount:,.0f} million for ", t.who(body.nation))
