"""Which command does what the coach says."""

from wargame.desk.coach import Advice
from wargame.replay.watch import Scene


def how(scene: Scene, told: Advice) -> str:
    """The command for what is told."""
    if told.back is not None:
        return f"Write: undo {told.back + 1}."
    if told.order is not None:
        return f"Write: ways {told.order}, then stage {_number(told)}."
    if told.look is not None:
        return f"Write: {told.look}."
    return "Write: end."


def _number(told: Advice) -> str:
    """N where every way will do."""
    if told.line is None:
        return "N"
    example = ", or another that fits" if len(told.fitting) > 1 else ""
    return f"{told.ways.index(told.line) + 1}{example}"
