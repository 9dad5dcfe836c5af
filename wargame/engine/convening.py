"""Convening the council (`docs/model.md` 6.1 and 6.2)."""

from wargame.engine.seats import spend
from wargame.engine.world import World
from wargame.model.decisions.consultation import CallConsultation, ConveneCouncil
from wargame.model.event import ALLIES, Event
from wargame.model.happenings import (
    ConsultationCalled,
    CouncilConvened,
    IndicatorShown,
    ReportReceived,
    WarningIssued,
)
from wargame.rules.consultation import convening
from wargame.rules.legal import cost

ALLIANCE = "alliance"
"""Entity of the draws that no single nation owns."""


class Convening:
    """Brings the council together when a member calls it, or the Secretary-General."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.parameters = world.scenario.doctrine.consultation
        world.handle(CallConsultation, self.call)
        world.handle(ConveneCouncil, self.call)

    def call(self, seat: str, decision: CallConsultation | ConveneCouncil, cause: Event) -> None:
        if self.world.situation.council.called is not None:
            self.world.fail(seat, decision, cause, "another seat has just called the council")
            return
        called = self.world.emit(ConsultationCalled(nation=seat), alarm(self.world, seat, cause), ALLIES)
        spend(self.world, seat, cost(decision), called)
        self.world.call(convening(self.parameters, self.world.draw(ALLIANCE, "convening")), self.convene, called)

    def convene(self, called: Event) -> None:
        self.world.emit(CouncilConvened(), called, ALLIES)


def alarm(world: World, seat: str, answered: Event) -> Event:
    """What a seat acts on: what it says, if that goes back to something that showed, else its last warning, report or
    news.
    """
    if any(isinstance(event.body, IndicatorShown) for event in world.back_from(answered)):
        return answered
    for kind in (WarningIssued, ReportReceived, IndicatorShown):
        for event in reversed(world.seat_log(seat).seen):
            if isinstance(event.body, kind):
                return event
    return answered
