"""What a Situation becomes by what happens at home."""

from wargame.model import happenings as happened
from wargame.model.event import Event
from wargame.model.folding.table import on
from wargame.model.situation import Situation


@on(happened.SupportMoved)
def support_moved(situation: Situation, event: Event, body: happened.SupportMoved) -> None:
    nation = situation.nations[body.nation]
    nation.support, nation.support_since = body.support, event.time
    situation.capital[body.nation] = (body.capital, event.time)


@on(happened.AlarmProvenFalse)
def alarm_proven_false(situation: Situation, event: Event, body: happened.AlarmProvenFalse) -> None:
    assert event.measure is not None
    situation.council.measures[event.measure].false_alarm = event.time


@on(happened.WatchChanged)
def watch_changed(situation: Situation, event: Event, body: happened.WatchChanged) -> None:
    watch = situation.watch
    if watch.full:
        watch.stood += event.time - watch.since
    watch.full, watch.since, watch.tired = body.full, event.time, body.tired


@on(happened.MoneySpent)
def money_spent(situation: Situation, event: Event, body: happened.MoneySpent) -> None:
    nation = situation.nations[body.nation]
    nation.spent = round(nation.spent + body.amount, 6)
