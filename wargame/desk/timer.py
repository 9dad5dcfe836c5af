"""The turn timer: how long a seat may think, in real time. When it ends it says so; it ends no turn by itself."""

import time
from collections.abc import Callable
from dataclasses import dataclass

CHOICES = (0, 5, 10, 15, 20, 30, 45, 60)
"""Minutes that can be picked; 0 for no timer."""
MINUTE = 60


@dataclass(slots=True)
class TurnTimer:
    """A countdown that EXCON sets for all seats, and can stop. It begins anew for each seat that sits down."""

    clock: Callable[[], float] = time.monotonic
    limit: float = 0.0
    """Seconds for each seat and turn; 0 for no timer."""
    paused: bool = False
    """Whether the whole exercise stands: then EXCON, who paused it, keeps the keyboard, and no turn ends."""
    _used: float = 0.0
    """Seconds that had passed when it was last stopped or started."""
    _since: float = 0.0
    """When it was started."""

    def set(self, minutes: float) -> None:
        """Another limit, for the seat that is at the keyboard too."""
        self.limit = minutes * MINUTE
        self.start()

    def start(self) -> None:
        """A seat has sat down."""
        self._used, self._since = 0.0, self.clock()

    def pause(self) -> bool:
        """Stop it, or let it run on; returns whether it stands."""
        if self.paused:
            self._since = self.clock()
        else:
            self._used = self._passed()
        self.paused = not self.paused
        return self.paused

    def _passed(self) -> float:
        return self._used + (0.0 if self.paused else self.clock() - self._since)

    @property
    def left(self) -> float | None:
        """Seconds; None without a timer."""
        return max(0.0, self.limit - self._passed()) if self.limit else None

    @property
    def up(self) -> bool:
        """Whether the time is over."""
        return self.left == 0.0

    @property
    def words(self) -> str:
        """For the status line: `9:41 left`."""
        left = self.left
        stands = "EXERCISE PAUSED" if self.paused else ""
        if left is None:
            return stands
        said = f"{int(left) // MINUTE}:{int(left) % MINUTE:02d} left" if left else "time is up"
        return f"{stands}, {said}" if stands else said
