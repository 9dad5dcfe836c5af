"""The table that an exercise is played at: who sits in which seat, and playing on to the end."""

from collections.abc import Callable, Mapping
from functools import partial

from wargame.model.record import Played
from wargame.model.scenario import all_seats
from wargame.players import PLAYERS, Player
from wargame.session.exercise import Exercise, Refused

AFTER = PLAYERS["doctrine"].decide
"""Sits in every seat after ENDEX, whoever played before, so that the same play has the same end."""


class Table:
    """Players round an exercise. Seats without a player are left to whoever submits orders for them."""

    def __init__(
        self, exercise: Exercise, players: Mapping[str, Player], edges: Mapping[int, int] | None = None
    ) -> None:
        self.exercise = exercise
        self.players = players
        self.edges = edges or {}
        """When turns began, where that is fixed in advance."""

    def play_turn(self) -> Played:
        """Let every computer player decide in the open turn, then run it."""
        self.ask()
        exercise = self.exercise
        in_play = exercise.phase == "play"
        return exercise.advance(self.edges.get(exercise.turn + 1) if in_play else None)

    def ask(self) -> None:
        """Let every computer player decide in the open turn. Raises Refused when one orders what it may not."""
        exercise = self.exercise
        for seat in all_seats(exercise.scenario):
            player = AFTER if exercise.phase == "after" else self.players.get(seat)
            if player is None:
                continue
            luck = partial(exercise.crisis.world.draw, seat, f"player {exercise.turn}")
            for order in player(exercise.view(seat), luck):
                try:
                    exercise.submit(order)
                except Refused as refusal:
                    raise Refused(f"turn {exercise.turn}, {seat}, {order.decision.kind}: {refusal}") from None

    def play(self, after_turn: Callable[[Played], None] | None = None) -> Exercise:
        """Play to the horizon, telling `after_turn` of every turn as soon as it is done."""
        while not self.exercise.over:
            done = self.play_turn()
            if after_turn is not None:
                after_turn(done)
        return self.exercise
