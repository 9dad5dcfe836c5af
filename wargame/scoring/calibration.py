"""How good the seats' probabilities were (`docs/model.md` 8.6)."""

from collections.abc import Iterable, Iterator
from math import fsum

from wargame.model.clock import seconds
from wargame.model.happenings import AttackBegan, ProbabilityStated, TurnBegan
from wargame.rules.statements import due_turn
from wargame.scoring.course import Course


def calibration_points(course: Course, nation: str | None = None) -> float | None:
    """`100 (1 - mean Brier score)` of a member, or of all, over what time has judged (Brier 1950)."""
    within = seconds(course.scenario.doctrine.scores.stated_hours)
    attacks = [event.time for event in course.all(AttackBegan)]
    misses = []
    for time, probability in _statements(course, nation):
        came = any(0 <= attack - time <= within for attack in attacks)
        if came or time + within <= course.end:
            misses.append((probability - (1.0 if came else 0.0)) ** 2)
    return round(100.0 * (1.0 - fsum(misses) / len(misses)), 2) if misses else None


def _statements(course: Course, nation: str | None) -> Iterator[tuple[int, float]]:
    """What members stated before ENDEX, as long as there was an attack to be foreseen, and, for each time that one was
    due and a member said nothing until the next was, that it had no idea.
    """
    doctrine = course.scenario.doctrine
    members = course.scenario.alliance.members if nation is None else (nation,)
    due: int | None = None
    spoken: set[str] = set()
    for event in course.players(TurnBegan, ProbabilityStated, AttackBegan):
        body = event.body
        if isinstance(body, AttackBegan):
            break
        if isinstance(body, TurnBegan) and due_turn(doctrine.intelligence, body.turn):
            yield from _unstated(members, spoken, due, doctrine.scores.unstated)
            due = event.time
        elif isinstance(body, ProbabilityStated) and body.nation in members:
            spoken.add(body.nation)
            yield event.time, body.probability
    yield from _unstated(members, spoken, due, doctrine.scores.unstated)


def _unstated(
    members: Iterable[str], spoken: set[str], due: int | None, probability: float
) -> Iterator[tuple[int, float]]:
    if due is not None:
        yield from ((due, probability) for member in members if member not in spoken)
    spoken.clear()
