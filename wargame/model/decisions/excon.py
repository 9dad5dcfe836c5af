"""What exercise control does: the white cell's acts."""

from typing import Annotated, Literal

from wargame.model.decisions.catalogue import decision
from wargame.model.fields import Identifier, Span, Words
from wargame.model.mel import Inject

MEL = "the master events list cannot be changed in play yet"


@decision(
    group="excon",
    roles=("excon",),
    needs="nothing",
    delay="from the next draw on",
    effect="every later random draw comes from new streams; the past is as it happened",
    seen_by="nobody",
    undo="none",
)
class Reseed:
    """Let the future differ from here on: another draw of luck, itself a record that can be replayed."""

    kind: Literal["reseed"] = "reseed"
    salt: Annotated[int, Span(0, 2**31 - 1)]


@decision(
    group="excon",
    roles=("excon",),
    needs="nothing",
    delay="at once",
    effect="ENDEX; the simulation runs on to its horizon with computer players in every seat",
    seen_by="everyone",
    undo="none; branch the session instead",
)
class EndExercise:
    """End play."""

    kind: Literal["end_exercise"] = "end_exercise"


@decision(
    group="excon",
    roles=("excon",),
    needs="nothing",
    delay="at once",
    effect="a private note in the umpire's log",
    seen_by="nobody",
    undo="none",
)
class Note:
    """Write down an observation for the after-action review."""

    kind: Literal["note"] = "note"
    text: Words


@decision(
    group="excon",
    roles=("excon",),
    needs="an inject of the master events list that has not been fired",
    delay="at once",
    effect="the inject reaches its seats now instead of when it is due",
    seen_by="the seats it is addressed to",
    undo="none",
    missing=MEL,
)
class FireInject:
    """Fire an inject now."""

    kind: Literal["fire_inject"] = "fire_inject"
    inject: Identifier


@decision(
    group="excon",
    roles=("excon",),
    needs="an inject of the master events list that has not been fired",
    delay="at once",
    effect="the inject waits until it is fired by hand",
    seen_by="nobody",
    undo="fire_inject",
    missing=MEL,
)
class HoldInject:
    """Hold an inject back."""

    kind: Literal["hold_inject"] = "hold_inject"
    inject: Identifier


@decision(
    group="excon",
    roles=("excon",),
    needs="an inject of the master events list that has not been fired",
    delay="at once",
    effect="the inject with this id is replaced",
    seen_by="nobody",
    undo="edit it again until it is fired",
    missing=MEL,
)
class EditInject:
    """Edit an inject that has not been fired."""

    kind: Literal["edit_inject"] = "edit_inject"
    inject: Inject
    """The inject as it is to be; its id says which one it replaces."""


@decision(
    group="excon",
    roles=("excon",),
    needs="an id that no other inject has",
    delay="at once; the inject is fired when it is due",
    effect="the master events list has one inject more",
    seen_by="nobody",
    undo="hold_inject until it is fired",
    missing=MEL,
)
class AddInject:
    """Add an inject to the master events list."""

    kind: Literal["add_inject"] = "add_inject"
    inject: Inject


@decision(
    group="excon",
    roles=("excon",),
    needs="an adjudicated event of this turn, and a reason",
    delay="at once",
    effect="the outcome that EXCON gives stands instead; the reason is recorded",
    seen_by="those who see the event",
    undo="override it again",
    missing="overriding an adjudication is not simulated yet",
)
class OverrideAdjudication:
    """Override an adjudication."""

    kind: Literal["override_adjudication"] = "override_adjudication"
    event: Annotated[int, Span(0, 2**31 - 1)]
    """Number of the event in the umpire's log."""
    outcome: Words
    reason: Words


@decision(
    group="excon",
    roles=("excon",),
    needs="a turn in progress",
    delay="at once",
    effect="the turn ends so many hours of exercise time later",
    seen_by="everyone",
    undo="none",
    missing="turns of another length than the alert level's are not simulated yet",
)
class ExtendTurn:
    """Extend the turn."""

    kind: Literal["extend_turn"] = "extend_turn"
    hours: Annotated[float, Span(1, 24 * 60, "h")]
