"""Playing a record again: to verify it, to resume it, to branch from it."""

from collections.abc import Sequence
from dataclasses import replace

from wargame import __version__
from wargame.model.record import Header, Parent, Played, Record, Seating
from wargame.session.exercise import Exercise
from wargame.session.refusal import Refused


class Differs(Exception):
    """Playing a record again gave something else; `turn` is the first turn that differs."""

    def __init__(self, turn: int, reason: str) -> None:
        super().__init__(f"turn {turn} differs: {reason}")
        self.turn = turn


def play_again(header: Header, played: Sequence[Played]) -> Exercise:
    """Simulate turns anew from their orders and edges, and compare all that came of them. Raises Differs.

    Digests alone would not do: they say nothing of when a turn ended, nor whether the events beside them fit.
    """
    exercise = Exercise(header)
    for done in played:
        play_turn_again(exercise, done)
        if exercise.played[-1] != done:
            raise Differs(done.turn.number, "its orders do not lead to its events")
    return exercise


def play_turn_again(exercise: Exercise, done: Played) -> None:
    """Give a recorded turn's orders and run to its recorded end."""
    turn = done.turn
    if exercise.phase == "over" or (turn.number, turn.edge) != (exercise.turn, exercise.edge):
        raise Differs(turn.number, "it does not begin when the turn before it ends")
    for order in turn.orders:
        try:
            exercise.submit(order)
        except Refused as refusal:
            raise Differs(turn.number, f"{order.seat} may not order {order.decision.kind}: {refusal}") from None
    exercise.advance(done.ended)


def branch(record: Record, after: int, seating: tuple[Seating, ...] | None = None) -> Exercise:
    """A new session that has its first `after` turns in common with a recorded one, and its seating or another.

    Raises Differs when the record cannot be simulated anew, ValueError when it has not so many turns.
    """
    if not 0 <= after <= len(record.played):
        raise ValueError(f"the session has {len(record.played)} turns; branch after turn 0 to {len(record.played)}")
    common = record.played[:after]
    parent = Parent(digest=record.played[-1].digest, turn=after) if record.played else None
    sits = record.header.seating if seating is None else seating
    return play_again(replace(record.header, engine=__version__, parent=parent, seating=sits), common)
