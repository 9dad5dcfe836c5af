"""The master events list: injects that come from outside the world."""

from wargame.engine.world import World
from wargame.model.clock import parse_instant
from wargame.model.event import EVERYONE, NOBODY
from wargame.model.happenings import IndicatorShown, InjectFired, MessageReceived
from wargame.model.mel import Indication, Inject, Message


class Mel:
    """Fires every inject at its instant."""

    def __init__(self, world: World) -> None:
        self.world = world
        for inject in world.scenario.mel:
            if inject.at is not None:
                world.call(parse_instant(inject.at), self.fire, inject)

    def fire(self, inject: Inject) -> None:
        fired = self.world.emit(InjectFired(inject=inject.id), None, NOBODY)
        match inject:
            case Message():
                self.world.emit(MessageReceived(text=inject.text), fired, tuple(sorted(inject.to)))
            case Indication():
                shown = IndicatorShown(indicator=inject.indicator, force=None, text=inject.text)
                self.world.emit(shown, fired, EVERYONE)
