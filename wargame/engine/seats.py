"""What seats do that needs no process: spend political capital, state a probability, umpire the exercise."""

from wargame.engine.world import World
from wargame.model.decisions.excon import EndExercise, ExtendTurn, Note, OverrideAdjudication, Reseed
from wargame.model.decisions.intelligence import StateProbability
from wargame.model.event import EVERYONE, NOBODY, Event
from wargame.model.happenings import (
    AdjudicationOverridden,
    CapitalSpent,
    NoteWritten,
    ProbabilityStated,
    Reseeded,
    TurnBegan,
    TurnExtended,
)
from wargame.rules.economy import capital, nation_of
from wargame.rules.overruling import overruled


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
        self.extended = 0.0
        """Hours by which EXCON has extended the open turn."""
        world.handle(StateProbability, self.state)
        world.handle(Reseed, self.reseed)
        world.handle(EndExercise, self.end)
        world.handle(Note, self.note)
        world.handle(ExtendTurn, self.extend)
        world.handle(OverrideAdjudication, self.override)
        world.when(TurnBegan, self.begin_turn)

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

    def begin_turn(self, event: Event, body: TurnBegan) -> None:
        self.extended = 0.0

    def extend(self, seat: str, decision: ExtendTurn, cause: Event) -> None:
        self.extended += decision.hours
        self.world.emit(TurnExtended(hours=round(decision.hours, 6)), cause, EVERYONE)

    def override(self, seat: str, decision: OverrideAdjudication, cause: Event) -> None:
        """Record the reason; another outcome reaches those who saw the first, and takes its place from now on."""
        given = AdjudicationOverridden(
            event=decision.event, training=decision.training, outcome=decision.outcome, reason=decision.reason
        )
        if decision.event is None:
            self.world.emit(given, cause, NOBODY)
            return
        event = self.world.log[decision.event - 1]
        body = overruled(event, decision.outcome)
        assert body is not None
        self.world.emit(body, self.world.emit(given, event, NOBODY), event.audience, event.measure)
