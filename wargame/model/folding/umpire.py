"""What a Situation becomes by the clock, messages and what exercise control does."""

from wargame.model import happenings as happened
from wargame.model.event import Event
from wargame.model.folding.table import on
from wargame.model.situation import Situation


@on(happened.TurnBegan)
def turn_began(situation: Situation, event: Event, body: happened.TurnBegan) -> None:
    situation.turn, situation.turn_began = body.turn, event.time


@on(happened.ExerciseEnded)
def exercise_ended(situation: Situation, event: Event, body: happened.ExerciseEnded) -> None:
    situation.ended = body.reason


@on(happened.HorizonReached)
def horizon_reached(situation: Situation, event: Event, body: happened.HorizonReached) -> None:
    situation.over = True


@on(happened.MessageReceived)
def message_received(situation: Situation, event: Event, body: happened.MessageReceived) -> None:
    situation.messages.append((event.time, body.text))


@on(happened.OrderFailed)
def order_failed(situation: Situation, event: Event, body: happened.OrderFailed) -> None:
    situation.failures.append((event.time, body.seat, body.order, body.reason))


@on(happened.CapitalSpent)
def capital_spent(situation: Situation, event: Event, body: happened.CapitalSpent) -> None:
    situation.capital[body.nation] = (body.left, event.time)
