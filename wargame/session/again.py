"""Playing a record again: to verify it, to resume it, to branch from it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from wargame.model.record import Header, Parent, Turn
from wargame.session.exercise import Exercise, Refused


class Differs(Exception):
    """Playing a record again gave something else; `turn` is the first turn that differs."""

    def __init__(self, turn: int, reason: str) -> None:
        super().__init__(f"turn {turn} differs: {reason}")
        self.turn = turn


def play_again(header: Header, turns: Sequence[Turn], digests: Iterable[str], end: int | None = None) -> Exercise:
    """Simulate `turns` anew, checking each against the digest recorded for it.

    `end` is when the last of them ended, where that is known; else it runs to its natural end. Raises Differs.
    """
    exercise = Exercise(header)
    edges = [turn.edge for turn in turns[1:]] + [end]
    for turn, edge, digest in zip(turns, edges, digests, strict=True):
        play_turn_again(exercise, turn, edge)
        if exercise.digest != digest:
            raise Differs(turn.number, "its events are not what this version of the program makes of its orders")
    return exercise


def play_turn_again(exercise: Exercise, turn: Turn, edge: int | None) -> None:
    """Give a recorded turn's orders and run to its recorded end."""
    if exercise.phase == "over" or (turn.number, turn.edge) != (exercise.turn, exercise.edge):
        raise Differs(turn.number, "it does not begin when the turn before it ends")
    for order in turn.orders:
        try:
            exercise.submit(order)
        except Refused as refusal:
            raise Differs(turn.number, str(refusal)) from refusal
    exercise.advance(edge)


def branch(header: Header, turns: Sequence[Turn], digests: Sequence[str], digest: str, after: int) -> Exercise:
    """A new session that has the first `after` turns in common with a recorded one, whose digest is `digest`.

    Raises Differs when the record cannot be simulated anew, ValueError when it has not so many turns.
    """
    if not 0 <= after <= len(turns):
        raise ValueError(f"the session has {len(turns)} turns; branch after turn 0 to {len(turns)}")
    end = turns[after].edge if after < len(turns) else None
    own = replace(header, parent=Parent(digest=digest, turn=after))
    return play_again(own, turns[:after], digests[:after], end)
