"""What happens to the clock, to players as players, and by exercise control. Times are seconds after STARTEX."""

from typing import Literal

from wargame.model.fields import record

__all__ = [
    "CapitalSpent",
    "EndReason",
    "ExerciseEnded",
    "ExerciseStarted",
    "HorizonReached",
    "MessageReceived",
    "OrderFailed",
    "TurnBegan",
    "UmpireBody",
]

EndReason = Literal["last_day", "objective_decided", "excon"]


@record
class ExerciseStarted:
    """STARTEX."""

    kind: Literal["exercise_started"] = "exercise_started"


@record
class TurnBegan:
    """A turn's edge: seats decide now, then the clock runs."""

    kind: Literal["turn_began"] = "turn_began"
    turn: int


@record
class ExerciseEnded:
    """ENDEX: players' part is over; the simulation runs on to its horizon."""

    kind: Literal["exercise_ended"] = "exercise_ended"
    reason: EndReason


@record
class HorizonReached:
    """The instant at which outcomes are judged."""

    kind: Literal["horizon_reached"] = "horizon_reached"


@record
class MessageReceived:
    """An inject of the MEL reached some seats."""

    kind: Literal["message_received"] = "message_received"
    text: str


@record
class OrderFailed:
    """A decision that looked possible to its seat was not."""

    kind: Literal["order_failed"] = "order_failed"
    seat: str
    order: str
    """Kind of the decision."""
    reason: str


@record
class CapitalSpent:
    """A nation paid for a decision with political capital."""

    kind: Literal["capital_spent"] = "capital_spent"
    nation: str
    spent: float
    left: float


UmpireBody = ExerciseStarted | TurnBegan | ExerciseEnded | HorizonReached | MessageReceived | OrderFailed | CapitalSpent
