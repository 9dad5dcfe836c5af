"""Orders that are staged and not yet committed, kept beside the replay: a killed terminal loses none of them."""

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from wargame.files.check import adapter
from wargame.files.places import private
from wargame.model.plain import line
from wargame.model.record import Order
from wargame.session.exercise import Exercise
from wargame.session.refusal import Refused


class Staged:
    """The file for one session. It is the umpire's, as the replay is: it may hold the orders of several seats."""

    def __init__(self, replay: Path) -> None:
        self.path = replay.with_name(f"{replay.stem}.staged")

    def keep(self, exercise: Exercise, seats: Sequence[str]) -> None:
        """Write what `seats` have staged in the open turn, in the place of what was kept before. Raises OSError."""
        orders = [order for seat in seats for order in exercise.orders(seat)]
        if not orders:
            self.forget()
            return
        beside = self.path.with_name(f".{self.path.name}.new")
        with open(beside, "wb", opener=private) as stream:
            stream.write(b"%d\n" % exercise.turn)
            stream.writelines(line(order) for order in orders)
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(self.path)

    def restore(self, exercise: Exercise, seats: Sequence[str]) -> None:
        """Stage again what `seats` had staged in the turn that is open.

        What is of another turn or seat, or cannot be read, goes: a computer that sits there now orders for itself.
        """
        try:
            turn, *kept = self.path.read_bytes().splitlines()
        except (OSError, ValueError):
            return
        if turn != b"%d" % exercise.turn:
            self.forget()
            return
        for raw in kept:
            with suppress(ValueError, Refused):
                order = adapter(Order).validate_json(raw)
                if order.seat in seats:
                    exercise.submit(order)

    def forget(self) -> None:
        """Nothing is staged any more."""
        self.path.unlink(missing_ok=True)
