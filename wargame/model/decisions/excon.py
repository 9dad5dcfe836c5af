"""What exercise control does: the white cell's acts."""

from typing import Annotated, Literal

from wargame.model.decisions.catalogue import decision
from wargame.model.fields import Span, Words


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
