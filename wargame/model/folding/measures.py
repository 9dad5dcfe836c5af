"""What a Situation becomes by what adopted measures do."""

from wargame.model import happenings as happened
from wargame.model.event import Event
from wargame.model.folding.table import on
from wargame.model.situation import Situation


@on(happened.MonitoringAgreed)
def monitoring_agreed(situation: Situation, event: Event, body: happened.MonitoringAgreed) -> None:
    situation.council.monitored_until = body.until


@on(happened.CollectiveDefenceFound)
def collective_defence_found(situation: Situation, event: Event, body: happened.CollectiveDefenceFound) -> None:
    for nation in body.nations:
        situation.committed.setdefault(nation, event.time)
