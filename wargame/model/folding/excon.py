"""What a Situation becomes by what exercise control does; no other seat folds any of it but the turn's length."""

from wargame.model import happenings as happened
from wargame.model.event import Event
from wargame.model.folding.table import on
from wargame.model.situation import InjectState, Overruled, Situation


@on(happened.InjectScheduled)
def inject_scheduled(situation: Situation, event: Event, body: happened.InjectScheduled) -> None:
    situation.mel[body.inject].due = body.due


@on(happened.InjectFired)
def inject_fired(situation: Situation, event: Event, body: happened.InjectFired) -> None:
    situation.mel[body.inject].state = "fired"


@on(happened.InjectSkipped)
def inject_skipped(situation: Situation, event: Event, body: happened.InjectSkipped) -> None:
    situation.mel[body.inject].state = "skipped"


@on(happened.InjectHeld)
def inject_held(situation: Situation, event: Event, body: happened.InjectHeld) -> None:
    situation.mel[body.inject].state = "held"


@on(happened.InjectEdited)
def inject_edited(situation: Situation, event: Event, body: happened.InjectEdited) -> None:
    held = situation.mel[body.inject.id].state == "held"
    situation.mel[body.inject.id] = InjectState(body.inject, state="held" if held else "waiting")


@on(happened.InjectAdded)
def inject_added(situation: Situation, event: Event, body: happened.InjectAdded) -> None:
    situation.mel[body.inject.id] = InjectState(body.inject)


@on(happened.AdjudicationOverridden)
def adjudication_overridden(situation: Situation, event: Event, body: happened.AdjudicationOverridden) -> None:
    if body.training is not None:
        situation.overruled[body.training] = Overruled(situation.number, body.outcome, body.reason)
