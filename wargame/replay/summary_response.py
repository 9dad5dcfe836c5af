"""How far the response has come, for the umpire: milestones and the hours between them."""

from collections.abc import Iterator
from dataclasses import dataclass

from wargame.model.clock import HOUR, hours, instant
from wargame.replay.watch import Scene
from wargame.replay.wording import columns, hours_words
from wargame.scoring.response import SEGMENTS, ResponseHours, milestones, response_hours

MILESTONES = (
    "first indication",
    "warning",
    "council convened",
    "activation order",
    "loaded",
    "debarked",
    "capable",
)
KEYS = ("indication", "warning", "convened", "activated", "loaded", "arrived", "capable")
"""Milestones in JSON."""


@dataclass(frozen=True, slots=True)
class Response:
    """The response that came furthest so far."""

    measure: str | None
    milestones: dict[str, float | None]
    """Hours after STARTEX."""
    hours: ResponseHours
    false: bool
    """Whether it proved to answer a false alarm, and does not count."""


def response(scene: Scene) -> Response:
    """The response of a scene, from the umpire's log."""
    reached = milestones(scene.events, scene.scenario)
    times = (None if time is None else hours(time) for time in reached.times)
    return Response(reached.measure, dict(zip(KEYS, times, strict=True)), response_hours(reached), reached.false)


def response_lines(scene: Scene, known: Response) -> Iterator[str]:
    """The milestones reached, and the hours that each segment of the response took."""
    times = list(known.milestones.values())
    if times[0] is None:
        return
    rows = [(MILESTONES[0], _instant(times[0]), "", "")]
    for words, segment, time in zip(MILESTONES[1:], SEGMENTS, times[1:], strict=True):
        took: float | None = getattr(known.hours, segment)
        missing = "not counted" if known.false else "not yet"
        when = missing if time is None or took is None else _instant(time)
        rows.append((words, when, "" if took is None else hours_words(took), segment))
    if known.hours.total is not None:
        rows.append(("total", "", hours_words(known.hours.total), ""))
    if known.measure is not None:
        measure = scene.situation.council.measures[known.measure]
        far = f": {measure.capable:g} of {measure.required:g} BE capable" if measure.activated is not None else ""
        far += "; not counted: a false alarm" if known.false else ""
        yield f"  Measure {measure.id}{far}"
    yield from columns(rows, right=(2,))


def _instant(time: float) -> str:
    return instant(round(time * HOUR))
