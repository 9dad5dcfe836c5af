"""Rules of engagement as nations set them (`docs/model.md` 4.12)."""

from wargame.engine.world import World
from wargame.model.decisions.forces import SetRulesOfEngagement
from wargame.model.event import ALLIES, Event
from wargame.model.happenings import RulesSet


class Engagement:
    """Carries out what nations decide on their rules of engagement."""

    def __init__(self, world: World) -> None:
        self.world = world
        world.handle(SetRulesOfEngagement, self.set)

    def set(self, seat: str, decision: SetRulesOfEngagement, cause: Event) -> None:
        self.world.emit(RulesSet(nation=seat, rules=decision.rules, force=decision.force), cause, ALLIES)
