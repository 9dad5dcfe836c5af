"""The clock, players as players, and messages in words."""

from wargame.model import happenings as happened
from wargame.model.event import Event
from wargame.replay.telling.table import FLASH, NOTABLE, ROUTINE, WEIGHTY, Teller, Told, says
from wargame.replay.wording import plain_words

ENDINGS = {
    "last_day": "its last day is over",
    "objective_decided": "the objective is decided",
    "excon": "exercise control ended it",
}


@says(happened.ExerciseStarted)
def exercise_started(t: Teller, event: Event, body: happened.ExerciseStarted) -> Told:
    return Told(ROUTINE, f"STARTEX, {t.group(event.time)}")


@says(happened.TurnBegan)
def turn_began(t: Teller, event: Event, body: happened.TurnBegan) -> None:
    return None


@says(happened.ExerciseEnded)
def exercise_ended(t: Teller, event: Event, body: happened.ExerciseEnded) -> Told:
    return Told(FLASH, f"ENDEX: {ENDINGS[body.reason]}")


@says(happened.HorizonReached)
def horizon_reached(t: Teller, event: Event, body: happened.HorizonReached) -> Told:
    return Told(NOTABLE, "The horizon is reached: outcomes are judged now")


@says(happened.MessageReceived)
def message_received(t: Teller, event: Event, body: happened.MessageReceived) -> Told:
    return Told(WEIGHTY, f"Message: {body.text}")


@says(happened.OrderFailed)
def order_failed(t: Teller, event: Event, body: happened.OrderFailed) -> Told:
    return Told(NOTABLE, f"Order {plain_words(body.order)} of ", t.who(body.seat), f" came to nothing: {body.reason}")


@says(happened.CapitalSpent)
def capital_spent(t: Teller, event: Event, body: happened.CapitalSpent) -> Told:
    return Told(ROUTINE, f"{t.who(body.nation)} spent {body.spent:g} political capital; {body.left:.1f} was left")
