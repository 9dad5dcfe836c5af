"""What exercise control does: the white cell's acts."""

from typing import Annotated, Literal

from wargame.model.decisions.catalogue import decision
from wargame.model.fields import Identifier, Span, Words
from wargame.model.mel import Inject

WITH_THE_TURN = "when the turn ends, before the clock runs"
"""As orders do: seats read of it when the next turn begins."""


@decision(
    group="excon",
    roles=("excon",),
    needs="nothing",
    delay=WITH_THE_TURN,
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
    delay=WITH_THE_TURN,
    effect="the turn's orders are carried out, then it is ENDEX; the simulation runs on to its horizon with computer "
    "players in every seat",
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
    delay=WITH_THE_TURN,
    effect="a private note in the umpire's log",
    seen_by="nobody",
    undo="none",
    about=("text",),
)
class Note:
    """Write down an observation for the after-action review."""

    kind: Literal["note"] = "note"
    text: Words


@decision(
    group="excon",
    roles=("excon",),
    needs="an inject of the master events list that has not been fired",
    delay=WITH_THE_TURN,
    effect="the inject comes then instead of when it is due; its seats read of it when the next turn begins",
    seen_by="the seats it is addressed to",
    undo="none",
    topic="inject",
    about=("inject",),
)
class FireInject:
    """Fire an inject by hand."""

    kind: Literal["fire_inject"] = "fire_inject"
    inject: Identifier


@decision(
    group="excon",
    roles=("excon",),
    needs="an inject of the master events list that has not been fired",
    delay=WITH_THE_TURN,
    effect="the inject waits until it is fired by hand",
    seen_by="nobody",
    undo="fire the inject",
    topic="inject",
    about=("inject",),
)
class HoldInject:
    """Hold an inject back."""

    kind: Literal["hold_inject"] = "hold_inject"
    inject: Identifier


@decision(
    group="excon",
    roles=("excon",),
    needs="an inject of the master events list that has not been fired, and names that are in the scenario",
    delay=WITH_THE_TURN,
    effect="the inject with this id is replaced; one that is held stays so",
    seen_by="nobody",
    undo="edit it again until it is fired",
    about=("inject",),
)
class EditInject:
    """Edit an inject that has not been fired."""

    kind: Literal["edit_inject"] = "edit_inject"
    inject: Inject
    """The inject as it is to be; its id says which one it replaces."""


@decision(
    group="excon",
    roles=("excon",),
    needs="an id that no other inject has, and names that are in the scenario",
    delay=f"{WITH_THE_TURN}; the inject is fired when it is due",
    effect="the master events list has one inject more",
    seen_by="nobody",
    undo="hold the inject back, until it is fired",
    about=("inject",),
)
class AddInject:
    """Add an inject to the master events list."""

    kind: Literal["add_inject"] = "add_inject"
    inject: Inject


@decision(
    group="excon",
    roles=("excon",),
    needs="a ruling of the model that nothing has decided anew since (whether an ally fights, whether a mandate is "
    "granted, how much of an objective is held), or a training objective; and a reason",
    delay=WITH_THE_TURN,
    effect="the outcome that EXCON gives stands from now on; what came of the old one is not undone. A rating stands "
    "in the place of the one derived from the log. The reason is recorded",
    seen_by="those who see the event; of a rating nobody",
    undo="override it again",
    about=("event", "training"),
)
class OverrideAdjudication:
    """Override an adjudication of the model, or the rating of a training objective."""

    kind: Literal["override_adjudication"] = "override_adjudication"
    event: Annotated[int, Span(1, 2**31 - 1)] | None = None
    """Which ruling, by the number of its event in the umpire's log."""
    training: Identifier | None = None
    """Training objective, instead of an event."""
    outcome: Words
    """Yes or no (whether the ally fights, the mandate is granted), a share from 0 to 1 (the hold on an objective),
    or P, S, M or U (the rating of a training objective)."""
    reason: Words


@decision(
    group="excon",
    roles=("excon",),
    needs="play has not ended",
    delay=WITH_THE_TURN,
    effect="the clock runs so many hours longer before the next turn begins, though not beyond the last day",
    seen_by="everyone",
    undo="none",
)
class ExtendTurn:
    """Extend the turn that is open."""

    kind: Literal["extend_turn"] = "extend_turn"
    hours: Annotated[float, Span(1, 24 * 60, "h")]
