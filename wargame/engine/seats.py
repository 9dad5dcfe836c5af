"""What seats do that needs no process: spend political capital, state a probability, umpire the exercise."""

from wargame.engine.world import World
from wargame.model.decisions.excon import EndExercise, Note, Reseed
from wargame.model.decisions.intelligence import StateProbability
from wargame.model.event import NOBODY, Event
from wargame.model.happenings import CapitalSpent, NoteWritten, ProbabilityStated, Reseeded
from wargame.rules.economy import capital, nation_of


def spend(world: World, seat: str, amount: int, cause: Event) -> None:
    """Take political capital from a nation; other seats have none."""
    nation = nation_of(world.scenario, seat)
    if nation is None or not amount:
        return
    left = capital(world.scenario, world.situation, nation, world.now) - amount
    world.emit(CapitalSpent(nation=seat, spent=float(amount), left=round(left, 6)), cause, (seat,))


class Seats:
    """Carries out what seats say to themselves and to the umpire."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.end_called: Event | None = None
        """The turn in which EXCON ended play, once it has."""
        world.handle(StateProbability, self.state)
        world.handle(Reseed, self.reseed)
        world.handle(EndExercise, self.end)
        world.handle(Note, self.note)

    def state(self, seat: str, decision: StateProbability, cause: Event) -> None:
        stated = ProbabilityStated(nation=seat, probability=round(decision.probability, 6))
        self.world.emit(stated, cause, (seat,))

    def reseed(self, seat: str, decision: Reseed, cause: Event) -> None:
        self.world.streams.reseed(decision.salt)
        self.world.emit(Reseeded(salt=decision.salt), cause, NOBODY)

    def end(self, seat: str, decision: EndExercise, cause: Event) -> None:
        self.end_called = cause

    def note(self, seat: str, decision: Note, cause: Event) -> None:
        self.world.emit(NoteWritten(text=decision.text), cause, NOBODY)
