"""What happens at home, in words."""

from wargame.model import happenings as happened
from wargame.model.event import Event
from wargame.replay.telling.table import FLASH, NOTABLE, ROUTINE, WEIGHTY, Teller, Told, says
from wargame.replay.wording import percent, plain_words

WHY = {
    "attributed": "an attack was attributed",
    "disproved": "the government had named the wrong author",
    "false_alarm": "an alarm was proven false",
    "commitment": "a public commitment was not kept",
    "blackout": "the power was out",
    "disinformation": "disinformation spread",
    "refugees": "displaced people came",
    "sanctions": "sanctions cost money",
    "inject": "exercise control saw to it",
}


@says(happened.SupportMoved)
def support_moved(t: Teller, event: Event, body: happened.SupportMoved) -> Told:
    why = WHY.get(body.why, plain_words(body.why))
    way = "rose" if body.change >= 0.0 else "fell"
    text = f"Domestic support of {t.who(body.nation)} {way} to {percent(body.support)}: {why}"
    return Told(NOTABLE, text)


@says(happened.AlarmProvenFalse)
def alarm_proven_false(t: Teller, event: Event, body: happened.AlarmProvenFalse) -> Told:
    return Told(
        WEIGHTY, f"The alarm proved false: nothing had been prepared against what {t.all_of(body.nations)} sent"
    )


@says(happened.CommitmentBroken)
def commitment_broken(t: Teller, event: Event, body: happened.CommitmentBroken) -> Told:
    return Told(FLASH, "Public commitment BROKEN by ", t.who(body.nation))


@says(happened.WatchChanged)
def watch_changed(t: Teller, event: Event, body: happened.WatchChanged) -> Told:
    if body.full:
        return Told(NOTABLE, "The allied forces stand to: full alert")
    return Told(NOTABLE, f"The allied forces stand down from full alert, {percent(body.tired)} less ready")


@says(happened.MoneySpent)
def money_spent(t: Teller, event: Event, body: happened.MoneySpent) -> Told:
    return Told(ROUTINE, f"{t.who(body.nation)} spent {body.amount:,.0f} million on {plain_words(body.on)}")
