"""Whether enough was there in time (`docs/model.md` 8.4)."""

from dataclasses import dataclass
from math import fsum

from wargame.model.adversary import MOBILISATION, Adversary
from wargame.model.clock import DAY
from wargame.model.scenario import Objective
from wargame.rules.contest import mobilised_strength
from wargame.scoring.course import Course, Stay


@dataclass(frozen=True, slots=True)
class Clock:
    """An adversary's own clock, for one objective."""

    objective: Objective
    ready: int
    """When it could first attack; or could have, had it gone on mobilising from where it began to."""
    possible: bool
    """Whether it came to that."""
    needed: float
    """Brigade equivalents, as worth in the field, that had to stand there by then."""


def clocks(course: Course) -> list[Clock]:
    """The clock of every adversary that mobilised or attacked before ENDEX: only then was there something to answer."""
    found = [_clock(course, adversary) for adversary in course.scenario.adversaries]
    return [clock for clock in found if clock is not None]


def _clock(course: Course, adversary: Adversary) -> Clock | None:
    objective = next((each for each in course.scenario.objectives if each.id == adversary.aim), None)
    if objective is None:
        return None
    endex, attacked = course.endex.time, course.situation.objectives[objective.id].attacked
    mobilised = [stay for stay in course.stays if stay.adversary == adversary.id and stay.rung >= MOBILISATION]
    begun = [ready(course, stay) for stay in mobilised if stay.since <= endex]
    if not begun and (attacked is None or attacked > endex):
        return None
    possible = [time for stay in mobilised if (time := ready(course, stay)) <= stay.until]
    possible += [] if attacked is None else [attacked]
    when = min(possible) if possible else begun[0]
    return Clock(objective, when, bool(possible), needed_strength(course, adversary, objective))


def ready(course: Course, stay: Stay) -> int:
    """When an adversary that stays where it is, mobilising, is mobilised enough to attack."""
    threat = course.scenario.doctrine.threat
    missing = max(0.0, threat.mobilised_enough - stay.mobilisation) * threat.mobilise_days
    return stay.since + round(missing * DAY)


def needed_strength(course: Course, adversary: Adversary, objective: Objective) -> float:
    """What must stand beside the objective's own defence for an attack by an adversary just mobilised enough to
    succeed no more often than `scores.adequate_odds`: the contest of 4.3 solved for D.
    """
    doctrine = course.scenario.doctrine
    strength = fsum(force.strength for force in adversary.forces)
    attack = mobilised_strength(doctrine.threat, strength, doctrine.threat.mobilised_enough)
    odds = doctrine.scores.adequate_odds
    factor: float = ((1.0 - odds) / odds) ** (1.0 / doctrine.threat.contest_exponent)
    return round(max(0.0, attack * factor - objective.defence), 6)


def response_points(course: Course) -> float | None:
    """What was needed and stood there in time counts in full, what came later by half for every few days, and
    what came after the objective was decided not at all.

    None when no adversary mobilised before ENDEX, or nothing was needed: there was nothing to respond to.
    """
    judged = [(clock.objective.weight, _points(course, clock)) for clock in clocks(course) if clock.needed]
    weight = fsum(each for each, _ in judged)
    return round(fsum(each * points for each, points in judged) / weight, 2) if weight else None


def _points(course: Course, clock: Clock) -> float:
    share = points = adequacy(course, clock, clock.ready)
    decided = course.situation.objectives[clock.objective.id].decided
    for time, strength in course.present[clock.objective.id]:
        more = min(1.0, strength / clock.needed) - share
        if time > clock.ready and more > 0.0 and (decided is None or time <= decided):
            half_lives = (time - clock.ready) / DAY / course.scenario.doctrine.play.late_half_life
            points += more * 0.5**half_lives
            share += more
    return 100.0 * points


def adequacy(course: Course, clock: Clock, time: int) -> float:
    """Share of what was needed that stood there at `time`."""
    there = [strength for since, strength in course.present[clock.objective.id] if since <= time]
    return min(1.0, there[-1] / clock.needed) if there and clock.needed else 0.0
