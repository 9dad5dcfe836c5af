"""What runs out when, soonest first."""

from collections.abc import Iterator
from dataclasses import dataclass

from wargame.model.clock import DAY, HOUR, hours, instant
from wargame.replay import names
from wargame.replay.watch import Scene
from wargame.replay.wording import age, limited, plain_words, table
from wargame.rules.economy import nation_of
from wargame.rules.statements import next_due

MOST = 14
"""Lines spent on deadlines, the soonest first."""


@dataclass(frozen=True, slots=True)
class Due:
    """Something that is known to come."""

    time: str
    """Instant, or turn."""
    hours: float | None
    """From now; None where a turn is named."""
    what: str


def deadlines(scene: Scene) -> tuple[Due, ...]:
    """What is known to come, soonest first."""
    coming = sorted(each for each in _coming(scene) if each[0] > scene.time)
    return (*_statement(scene), *(Due(instant(time), hours(time - scene.time), what) for time, what in coming))


def _statement(scene: Scene) -> Iterator[Due]:
    """When the seat's next statement of how likely an attack is falls due."""
    situation, parameters = scene.situation, scene.scenario.doctrine.intelligence
    picture = situation.pictures.get(scene.view)
    if nation_of(scene.scenario, scene.view) is None or situation.ended is not None or not situation.turn:
        return
    stated = picture is not None and bool(picture.stated) and picture.stated[-1][0] == scene.edges[-1]
    turn = next_due(parameters, situation.turn + stated)
    when = "this turn" if turn == situation.turn else f"turn {turn}"
    yield Due(when, None, "state the probability of an attack within 72 h")


def _coming(scene: Scene) -> Iterator[tuple[int, str]]:
    scenario, situation = scene.scenario, scene.situation
    for measure in situation.council.measures.values():
        if measure.state == "silence" and measure.silence_until is not None:
            yield measure.silence_until, f"silence on {measure.id} ends; it passes unless a member speaks up"
    for name, state in situation.forces.items():
        if state.due is not None and state.bound_for is not None:
            place = names.place(scenario, state.bound_for)
            yield state.due, f"{names.force(scenario, name)} ({name}) due at {place}, as planned"
    for request in situation.requests:
        if request.reports is None:
            asker, asked = names.who(scenario, request.by), names.who(scenario, request.to)
            about = plain_words(request.about)
            yield request.deadline, f"{asked} is to answer {asker} on {about}; else its staff does"
    if situation.ended is None:
        yield round(scenario.last_day * DAY), "play ends at the latest (ENDEX)"


def deadline_lines(known: tuple[Due, ...]) -> Iterator[str]:
    """The soonest, with how long there is left."""
    rows = ((each.time, _left(each), each.what) for each in known)
    yield from limited(table(rows), MOST, "later")


def _left(due: Due) -> str:
    return "" if due.hours is None else f"in {age(round(due.hours * HOUR))}"
