"""The table that an exercise is played at: who sits in which seat, and playing on to the end."""

import gc
from collections.abc import Callable
from functools import partial

from wargame.files.faults import FileFaults
from wargame.model.record import Order, Played
from wargame.model.scenario import EXCON, RED
from wargame.players import PLAYERS, Player
from wargame.session.exercise import Exercise
from wargame.session.refusal import Refused
from wargame.session.seating import Players

AFTER = PLAYERS["doctrine"].decide
"""Sits in every seat after ENDEX, whoever played before, so that the same play has the same end."""


class IllegalOrder(Exception):
    """A computer player ordered what it may not. Names the seat, so it is for the umpire only."""


class Table:
    """Players round an exercise. Seats without a player are left to whoever submits orders for them."""

    def __init__(self, exercise: Exercise, players: Players) -> None:
        self.exercise = exercise
        self.players = players

    def play_turn(self) -> Played:
        """Let every computer player decide in the open turn, then run it."""
        self.ask()
        exercise = self.exercise
        edge = self.players.edges.get(exercise.turn + 1) if exercise.phase == "play" else None
        try:
            return exercise.advance(edge)
        except Refused as refusal:
            raise self._blame_edge(str(refusal)) from None

    def ask(self) -> None:
        """Let every computer player decide in the open turn. Raises IllegalOrder, or `FileFaults` for a script."""
        exercise = self.exercise
        for seat in exercise.seats:
            player = self.player(seat)
            if player is None:
                continue
            luck = partial(exercise.crisis.world.draw, seat, f"player {exercise.turn}")
            for index, order in enumerate(player(exercise.view(seat), luck)):
                try:
                    exercise.submit(order)
                except Refused as refusal:
                    raise self._blame(seat, order, index, str(refusal)) from None

    def player(self, seat: str) -> Player | None:
        """The computer player of a seat now. After ENDEX the adversary decides by itself, and EXCON does nothing."""
        if self.exercise.phase == "after":
            return None if seat in (RED, EXCON) else AFTER
        return self.players.by_seat.get(seat)

    def _blame(self, seat: str, order: Order, index: int, reason: str) -> Exception:
        """Whose fault an illegal order is: the script's author's, at a line of the file, or the player's."""
        turn, said = self.exercise.turn, f"{seat} may not order {order.decision.kind}: {reason}"
        script = self.players.scripts.get(seat)
        if script is not None and self.exercise.phase == "play":
            return FileFaults([script.fault(turn, seat, index, said)])
        return IllegalOrder(f"turn {turn}: {said}")

    def _blame_edge(self, reason: str) -> Exception:
        """Only a decision file fixes edges that cannot be."""
        turn = self.exercise.turn + 1
        script = next(script for script in self.players.scripts.values() if turn in script.edges)
        return FileFaults([script.edge_fault(turn, reason)])

    def play(self, after_turn: Callable[[Played], None] | None = None) -> Exercise:
        """Play to the horizon, telling `after_turn` of every turn as soon as it is done.

        The garbage collector is off meanwhile: a session keeps all that it makes, so there is nothing to find.
        """
        was_on = gc.isenabled()
        gc.disable()
        try:
            while not self.exercise.over:
                done = self.play_turn()
                if after_turn is not None:
                    after_turn(done)
        finally:
            if was_on:
                gc.enable()
        return self.exercise
