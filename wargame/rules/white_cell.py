"""What exercise control could do now, with sensible values. No computer player chooses from these."""

from collections.abc import Iterator
from dataclasses import replace

from wargame.model.clock import parse_instant
from wargame.model.decisions import Decision
from wargame.model.decisions.excon import EditInject, EndExercise, ExtendTurn, FireInject, HoldInject, Reseed
from wargame.model.mel import Inject
from wargame.model.view import View

LONGER = (6.0, 12.0, 24.0)
"""Hours that a turn may be made longer by."""


def acts(view: View) -> Iterator[Decision]:
    """Acts that need no words of EXCON's own; whether each is legal is for the caller to ask."""
    for name, state in view.situation.mel.items():
        if state.state != "fired":
            yield FireInject(inject=name)
            yield HoldInject(inject=name)
            yield EditInject(inject=_timely(state.inject, view.time))
    yield from (ExtendTurn(hours=each) for each in LONGER)
    yield EndExercise()
    yield Reseed(salt=view.situation.turn)


def _timely(inject: Inject, now: int) -> Inject:
    """An inject as it can be written again: one whose instant has passed waits for EXCON's word."""
    if inject.at is not None and parse_instant(inject.at) < now:
        return replace(inject, at=None, by_hand=True)
    return inject
