"""What it cost, and what the alliance's own acts put at risk (`docs/model.md` 8.8)."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import fsum

from wargame.model.clock import DAY
from wargame.model.fields import record
from wargame.model.happenings import AlarmProvenFalse
from wargame.model.nation import FRIGHTENING, Nation
from wargame.rules.contest import effective
from wargame.rules.expenses import defence_spending, spent
from wargame.rules.utility import afraid
from wargame.scoring.course import Course, Tie


@record
class Cost:
    """What it cost."""

    brigade_days: float
    """Brigade equivalents times days tied down by the players' orders."""
    money: float
    """Million."""
    money_days: float
    """The same, in days of the members' defence spending."""
    false_alarms: int
    """Activations that turned out to have answered nothing."""
    incidents: float
    """Accidental clashes, each by the share of its likelihood that the allies' posture made."""
    fear: float
    """The adversary's fear, 0 to 1, averaged over the session."""


def cost(course: Course) -> Cost:
    """The alliance's cost."""
    members = [nation for nation in course.scenario.nations if nation.id in course.scenario.alliance.members]
    money = fsum(spent(course.scenario, course.situation, nation, course.end) for nation in members)
    return Cost(
        brigade_days=round(fsum(tie.days for tie in course.ties if tie.counts), 6),
        money=round(money, 6),
        money_days=round(money / fsum(defence_spending(nation) for nation in members), 6),
        false_alarms=len(_false_alarms(course)),
        incidents=round(fsum(course.accidents), 6),
        fear=round(mean_fear(course), 6),
    )


def cost_points(course: Course, paid: Cost) -> float:
    """100 less what each part costs, not below 0."""
    members = [nation for nation in course.scenario.nations if nation.id in course.scenario.alliance.members]
    return _points(course, paid, _tied_share(course, members), paid.money_days, paid.false_alarms)


def seat_cost_points(course: Course, paid: Cost, nation: Nation) -> float:
    """A member's own cost: what it tied down as a share of its forces, what it spent in days of its defence spending,
    its own false alarms, and all of the incidents and the fear. When every member bears the same share, each has the
    alliance's points.
    """
    money = spent(course.scenario, course.situation, nation, course.end) / defence_spending(nation)
    alarms = len([body for body in _false_alarms(course) if nation.id in body.nations])
    return _points(course, paid, _tied_share(course, [nation]), money, alarms)


def _tied_share(course: Course, nations: Sequence[Nation]) -> float:
    """Share of the nations' forces, over the whole session, that the players tied down."""
    names = {nation.id for nation in nations}
    whole = fsum(force.strength for nation in nations for force in nation.forces) * course.end / DAY
    return fsum(tie.days for tie in course.ties if tie.counts and tie.nation in names) / whole if whole else 0.0


def _points(course: Course, paid: Cost, tied: float, money_days: float, alarms: int) -> float:
    scores = course.scenario.doctrine.scores
    lost = (
        scores.cost_forces * tied
        + scores.cost_money_day * money_days
        + scores.cost_false_alarm * alarms
        + course.scenario.doctrine.play.cost_incident * paid.incidents
        + scores.cost_fear * paid.fear
    )
    return round(max(0.0, 100.0 - lost), 2)


def _false_alarms(course: Course) -> list[AlarmProvenFalse]:
    """Of activations that the players ordered."""
    played = len(course.played)
    return [
        event.body
        for event in course.all(AlarmProvenFalse)
        if isinstance(event.body, AlarmProvenFalse) and (event.cause is None or event.cause <= played)
    ]


# --- fear ----------------------------------------------------------------------------------------------------


def mean_fear(course: Course) -> float:
    """Fear of 4.7 averaged over time: heavy forces ordered to move by the players count while they are tied down.

    Of several adversaries the one that was made to fear most.
    """
    heavy = [tie for tie in course.ties if tie.counts and _kind(course, tie) in FRIGHTENING]
    edges = sorted({0, course.end, *(tie.since for tie in heavy), *(tie.until for tie in heavy)})
    means, parameters = [], course.scenario.doctrine.threat
    for adversary in course.scenario.adversaries:
        strength = _adversary_strength(course, adversary.id)
        area = fsum(
            (end - start) * afraid(parameters, _facing(course, heavy, start), strength)
            for start, end in pairwise(edges)
        )
        means.append(area / course.end if course.end else 0.0)
    return max(means, default=0.0)


def _facing(course: Course, heavy: Iterable[Tie], time: int) -> float:
    return fsum(_worth(course, tie) for tie in heavy if tie.since <= time < tie.until)


def _adversary_strength(course: Course, name: str) -> float:
    return fsum(force.strength for each in course.scenario.adversaries if each.id == name for force in each.forces)


def _worth(course: Course, tie: Tie) -> float:
    """What a force is worth in the field, fresh."""
    nation = next(each for each in course.scenario.nations if each.id == tie.nation)
    force = next(each for each in nation.forces if each.id == tie.force)
    return effective(force, nation, course.scenario.doctrine.threat.integration_loss)


def _kind(course: Course, tie: Tie) -> str:
    return next(
        force.kind
        for nation in course.scenario.nations
        if nation.id == tie.nation
        for force in nation.forces
        if force.id == tie.force
    )
