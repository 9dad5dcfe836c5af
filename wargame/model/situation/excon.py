"""What only exercise control knows."""

from dataclasses import dataclass
from typing import Literal

from wargame.model.mel import Inject

InjectStatus = Literal["waiting", "held", "fired", "skipped"]


@dataclass(slots=True)
class InjectState:
    """An item of the master events list in play; only exercise control folds it."""

    inject: Inject
    state: InjectStatus = "waiting"
    due: int | None = None
    """When it comes, of one that follows an occasion, once that has happened."""


@dataclass(slots=True)
class Overruled:
    """A rating that exercise control gave in the place of the one derived from the log."""

    event: int
    outcome: str
    reason: str
