"""What became of the objectives and of deterrence (`docs/model.md` 8.1, 8.2)."""

from math import fsum

from wargame.model.adversary import COERCION, LIMITED_WAR
from wargame.model.clock import DAY
from wargame.model.fields import record
from wargame.model.happenings import AdversaryChose
from wargame.scoring.course import Course, Stay

AGGRESSIVE = frozenset({"attack"})
PEACEFUL = frozenset({"hold", "back_down"})


@record
class Outcome:
    """What became of deterrence, judged at the horizon."""

    max_rung: int
    mean_rung: float
    """Time-weighted while it was at peace or fought, of the adversary that stood highest on average."""
    attacked: bool
    deterred: bool
    """Not attacked, and no objective in the adversary's hands or conceded."""
    held: float
    """Share of the objectives' value in the adversary's hands."""
    conceded: float
    """Share of the objectives' value conceded."""
    days_coerced: float
    """Days at rungs of open coercion, short of war."""
    closest_call: float | None = None
    """Least utility by which peace was better than attack for the adversary when it could attack; negative when attack
    was better. None when it never could."""


def outcome(course: Course) -> Outcome:
    """How it ended."""
    situation, scenario = course.situation, course.scenario
    held = fsum(each.weight * situation.objectives[each.id].held for each in scenario.objectives)
    conceded = fsum(each.weight * conceded_of(course, each.id) for each in scenario.objectives)
    return Outcome(
        max_rung=max((each.rung for each in course.stays), default=0),
        mean_rung=round(mean_rung(course), 6),
        attacked=situation.attacked,
        deterred=not situation.attacked and held == 0.0 and conceded == 0.0,
        held=round(held, 6),
        conceded=round(conceded, 6),
        days_coerced=round(fsum(coerced_days(stay) for stay in course.stays), 6),
        closest_call=closest_call(course),
    )


def conceded_of(course: Course, objective: str) -> float:
    """Share of an objective's value that was conceded."""
    return course.situation.objectives[objective].conceded


def outcome_points(course: Course) -> float:
    """`100 (1 - sum of v_o min(1, max(x_o, conceded_o) + 0.02 days coerced))`."""
    a_day, states = course.scenario.doctrine.play.coerced_day, course.situation.objectives
    lost = fsum(
        objective.weight
        * min(
            1.0,
            max(states[objective.id].held, conceded_of(course, objective.id))
            + a_day * fsum(coerced_days(stay) for stay in course.stays if stay.objective == objective.id),
        )
        for objective in course.scenario.objectives
    )
    return round(100.0 * (1.0 - lost), 2)


def coerced_days(stay: Stay) -> float:
    """Days of a stay that are spent under open coercion, short of war."""
    return (stay.until - stay.since) / DAY if COERCION <= stay.rung < LIMITED_WAR else 0.0


def mean_rung(course: Course) -> float:
    """Rung times time over time, of each adversary; the greatest of them. Who stays at war when the fighting is over
    is counted there until it is.
    """
    means = []
    for adversary in course.scenario.adversaries:
        own = [stay for stay in course.stays if stay.adversary == adversary.id]
        lasted = [(stay.rung, _until(course, stay) - stay.since) for stay in own]
        spent = fsum(time for _, time in lasted)
        if spent:
            means.append(fsum(rung * time for rung, time in lasted) / spent)
    return max(means, default=0.0)


def _until(course: Course, stay: Stay) -> int:
    objective = course.situation.objectives.get(stay.objective)
    decided = None if objective is None or stay.rung < LIMITED_WAR else objective.decided
    return stay.until if decided is None else max(stay.since, min(stay.until, decided))


def closest_call(course: Course) -> float | None:
    """The smallest margin between the best peaceful and the best aggressive option, over all choices with both."""
    margins = []
    for event in course.all(AdversaryChose):
        if isinstance(event.body, AdversaryChose):
            peace = [each.utility for each in event.body.options if each.act in PEACEFUL]
            war = [each.utility for each in event.body.options if each.act in AGGRESSIVE]
            if peace and war:
                margins.append(max(peace) - max(war))
    return round(min(margins), 6) if margins else None
