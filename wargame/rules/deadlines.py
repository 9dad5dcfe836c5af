"""What a seat knows to come, and when: for briefs, for players, and to tell turns in which nothing is due."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from wargame.model.clock import DAY, parse_instant, seconds
from wargame.model.scenario import Pace, Scenario
from wargame.model.situation import MeasureProgress, Situation
from wargame.rules.economy import nation_of
from wargame.rules.statements import due_statement

DeadlineKind = Literal[
    "silence",
    "rescue",
    "mandate",
    "requirement",
    "arrival",
    "request",
    "watch",
    "statement",
    "endex",
]


@dataclass(frozen=True, slots=True, order=True)
class Deadline:
    """Something that falls due."""

    time: int
    """Seconds after STARTEX."""
    kind: DeadlineKind
    """The end of a silence; of the time in which a measure that silence was broken on can still be saved; of a hastened
    mandate; when a requirement is needed by; a force's arrival as planned; an answer that is asked for; the end of the
    closer watch; a probability to be stated in this turn; the end of play.
    """
    about: str = ""
    """Measure, force, or what is asked about."""
    by: str = ""
    """Whose deadline it is: the nation of a mandate, force or request; empty when it is everybody's."""
    mine: bool = False
    """Whether the seat can still do something about it."""


def deadlines(scenario: Scenario, situation: Situation, seat: str, time: int) -> list[Deadline]:
    """What is known to come after `time`, soonest first, to the seat whose scenario and situation these are."""
    return sorted(each for each in _coming(scenario, situation, seat) if each.time > time)


def turn_hours(pace: Pace, alert: int) -> float:
    """How long a turn lasts at an alert level."""
    return (pace.normal, pace.guarded, pace.high, pace.full)[alert]


def _coming(scenario: Scenario, situation: Situation, seat: str) -> Iterator[Deadline]:
    for measure in situation.council.measures.values():
        yield from _of_measure(scenario, situation, seat, measure)
    for name, force in situation.forces.items():
        if force.due is not None and force.bound_for is not None:
            yield Deadline(force.due, "arrival", name, force.nation)
    for request in situation.requests.values():
        if request.reports is None:
            yield Deadline(request.deadline, "request", request.about, request.to, request.to == seat)
    watched = situation.council.monitored_until
    if watched is not None:
        yield Deadline(watched, "watch")
    if situation.ended is None:
        yield from _statement(scenario, situation, seat)
        yield Deadline(round(scenario.last_day * DAY), "endex")


def _of_measure(scenario: Scenario, situation: Situation, seat: str, measure: MeasureProgress) -> Iterator[Deadline]:
    until = measure.silence_until
    asked = measure.circle or scenario.alliance.members
    if measure.state == "silence" and until is not None:
        yield Deadline(until, "silence", measure.id, mine=seat in asked)
    if measure.state == "broken" and until is not None:
        yield Deadline(until, "rescue", measure.id, mine=seat == "hq")
    for nation, decided in measure.hastened.items():
        if measure.mandates.get(nation) == "sought":
            yield Deadline(decided, "mandate", measure.id, nation)
    if measure.met is None and measure.state != "failed":
        for line in measure.lines:
            yield Deadline(parse_instant(line.by), "requirement", measure.id, mine=measure.activated is None)


def _statement(scenario: Scenario, situation: Situation, seat: str) -> Iterator[Deadline]:
    """A probability that a nation has still to state in this turn, which lasts as long as the alert says."""
    if nation_of(scenario, seat) is None or not due_statement(scenario.doctrine.intelligence, situation):
        return
    picture = situation.pictures.get(seat)
    stated = picture is not None and bool(picture.stated) and picture.stated[-1][0] >= situation.turn_began
    if not stated:
        end = situation.turn_began + seconds(turn_hours(scenario.pace, situation.alert))
        yield Deadline(end, "statement", by=seat, mine=True)
