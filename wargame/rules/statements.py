"""When a seat owes a statement of how likely an attack is (`docs/model.md` 5.12)."""

from wargame.model.doctrine import IntelligenceParameters
from wargame.model.situation import Situation


def due_turn(parameters: IntelligenceParameters, turn: int) -> bool:
    """Whether every nation is to state its probability in this turn: the first, and every fourth from there."""
    every = int(parameters.state_every)
    return turn > 0 and (turn - 1) % every == 0


def due_statement(parameters: IntelligenceParameters, situation: Situation) -> bool:
    """Whether a statement is due now: in such a turn, as long as no attack has come that was to be foreseen."""
    return due_turn(parameters, situation.turn) and not situation.attacked


def next_due(parameters: IntelligenceParameters, turn: int) -> int:
    """The turn, this one or the next of them to come, in which a statement is due."""
    every = int(parameters.state_every)
    return turn + (1 - turn) % every
