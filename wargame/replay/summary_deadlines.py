"""What runs out when, soonest first."""

from collections.abc import Iterator
from dataclasses import dataclass

from wargame.model.clock import DAY, HOUR, hours, instant
from wargame.model.happenings import ReliefSent, SanitisingBegan
from wargame.replay import names
from wargame.replay.watch import Scene
from wargame.replay.wording import age, limited, plain_words, table
from wargame.rules.deadlines import Deadline, turn_hours
from wargame.rules.deadlines import deadlines as known_deadlines
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
    coming = known_deadlines(scene.scenario, scene.situation, scene.view, scene.time)
    told = [(each.time, what) for each in coming if (what := _words(scene, each)) is not None]
    told += [each for each in _besides(scene) if each[0] > scene.time]
    told = sorted(dict.fromkeys(told), key=lambda each: each[0])
    return (*_statement(scene), *(Due(instant(time), hours(time - scene.time), what) for time, what in told))


def _statement(scene: Scene) -> Iterator[Due]:
    """When the seat's next statement of how likely an attack is falls due."""
    situation, parameters = scene.situation, scene.scenario.doctrine.intelligence
    picture = situation.pictures.get(scene.view)
    if nation_of(scene.scenario, scene.view) is None or situation.ended is not None or not situation.turn:
        return
    if situation.attacked:
        return
    stated = picture is not None and bool(picture.stated) and picture.stated[-1][0] == scene.edges[-1]
    turn = next_due(parameters, situation.turn + stated)
    left = (scene.scenario.last_day * DAY - situation.turn_began) / HOUR
    if (turn - situation.turn) * turn_hours(scene.scenario.pace, situation.alert) >= left:
        return  # play will have ended
    when = "this turn" if turn == situation.turn else f"turn {turn}"
    yield Due(when, None, "state the probability of an attack within 72 h")


def _words(scene: Scene, due: Deadline) -> str | None:
    """A deadline in words; statements have a line of their own."""
    scenario, situation = scene.scenario, scene.situation
    match due.kind:
        case "silence":
            return f"silence on {due.about} ends; it passes unless a member speaks up"
        case "rescue":
            return f"{due.about} fails unless it is narrowed or taken to a smaller circle"
        case "mandate":
            return f"{names.who(scenario, due.by)} decides the mandate for {due.about} at the latest"
        case "requirement":
            return f"what {due.about} asks for is needed, by its statement of requirements"
        case "arrival":
            place = names.place(scenario, situation.forces[due.about].bound_for or "")
            return f"{names.force(scenario, due.about)} ({due.about}) due at {place}, as planned"
        case "request":
            asker = next(
                each.by for each in situation.requests.values() if (each.to, each.deadline) == (due.by, due.time)
            )
            asked, about = names.who(scenario, due.by), plain_words(due.about)
            return f"{asked} is to answer {names.who(scenario, asker)} on {about}; else its staff does"
        case "watch":
            return "the closer watch that the council agreed on ends"
        case "endex":
            return "play ends at the latest (ENDEX)"
    return None


def _besides(scene: Scene) -> Iterator[tuple[int, str]]:
    """What runs out, or comes, outside the council."""
    scenario, errands = scene.scenario, scene.situation.errands
    for name, offer in scene.situation.talks.offers.items():
        if offer.stands(scene.time):
            ends = f"{names.who(scenario, offer.body.by)} to {names.who(scenario, offer.body.to)}"
            yield offer.body.until, f"offer {name} of {ends} lapses"
    for event in scene.events:
        match event.body:
            case ReliefSent(force=force, to=to, due=due) if force in errands:
                yield due, f"relief of {force} is at work in {names.who(scenario, to)}, as planned"
            case SanitisingBegan(report=report, due=due):
                yield due, f"the version of {report} that hides its source is ready, as planned"


def deadline_lines(known: tuple[Due, ...]) -> Iterator[str]:
    """The soonest, with how long there is left."""
    rows = ((each.time, _left(each), each.what) for each in known)
    yield from limited(table(rows), MOST, "later")


def _left(due: Due) -> str:
    return "" if due.hours is None else f"in {age(round(due.hours * HOUR))}"
