"""What adopted measures do, in words."""

from wargame.model import happenings as happened
from wargame.model.event import Event
from wargame.replay.telling.table import NOTABLE, WEIGHTY, Teller, Told, says
from wargame.replay.wording import percent


@says(happened.MonitoringAgreed)
def monitoring_agreed(t: Teller, event: Event, body: happened.MonitoringAgreed) -> Told:
    return Told(NOTABLE, f"The members watch more closely until {t.when(body.until)}")


@says(happened.CollectiveDefenceFound)
def collective_defence_found(t: Teller, event: Event, body: happened.CollectiveDefenceFound) -> Told:
    return Told(WEIGHTY, f"COLLECTIVE DEFENCE: bound as by a commitment are {t.all_of(body.nations)}")


@says(happened.SanctionsAgreed)
def sanctions_agreed(t: Teller, event: Event, body: happened.SanctionsAgreed) -> Told:
    who = t.all_of(body.nations)
    if body.trade == 0.0:
        return Told(WEIGHTY, f"Sanctions against {t.who(body.adversary)} lifted: {who}")
    return Told(WEIGHTY, f"Sanctions agreed, {percent(body.trade)} of trade with {t.who(body.adversary)}: {who}")


@says(happened.AttributionAgreed)
def attribution_agreed(t: Teller, event: Event, body: happened.AttributionAgreed) -> Told:
    what = f"{body.incident} of {t.who(body.by)} to {t.who(body.adversary)}"
    return Told(WEIGHTY, f"The alliance attributes {what}: {t.all_of(body.nations)}")


@says(happened.OfferAgreed)
def offer_agreed(t: Teller, event: Event, body: happened.OfferAgreed) -> Told:
    offer = t.deal(body.objective, body.share, body.assurance)
    return Told(WEIGHTY, f"The alliance offers {t.who(body.adversary)} {offer}, until {t.when(body.until)}")
