"""Training objectives: rated from what the log shows, with the evidence (`docs/model.md` 8.9)."""

from dataclasses import dataclass
from math import fsum
from typing import Literal

from wargame.model.clock import seconds
from wargame.model.event import KINDS, Event
from wargame.model.fields import record
from wargame.model.happenings import ExerciseEnded, MeasureTabled
from wargame.model.occasion import Occasion
from wargame.model.scenario import Scenario, allied_seats
from wargame.model.training import ExpectedAction, Rating, TrainingObjective
from wargame.rules.occasions import Occasions
from wargame.scoring.course import Course

Done = Literal["in_time", "late", "too_late", "not_done", "not_yet", "no_occasion"]
MARKS: dict[Done, float] = {"in_time": 1.0, "late": 0.5, "too_late": 0.0, "not_done": 0.0}
"""What an action earns; the others are not judged."""


@record
class Evidence:
    """What the log shows of an expected action."""

    action: str
    """Kind of event that shows it."""
    done: Done
    event: int | None = None
    """The event that shows it, by the umpire's number."""
    time: int | None = None
    due: int | None = None
    """Until when it would have been in time."""


@record
class TrainingScore:
    """How a training objective was met."""

    objective: str
    rating: Rating | None
    """P, S, M or U; None when no occasion for it came."""
    derived: Rating | None
    """What the log alone gives."""
    reason: str | None = None
    """Why exercise control gave another rating."""
    evidence: tuple[Evidence, ...] = ()


def training_scores(course: Course) -> tuple[TrainingScore, ...]:
    """Each training objective of the scenario."""
    return tuple(_score(course, objective) for objective in course.scenario.training)


def _score(course: Course, objective: TrainingObjective) -> TrainingScore:
    reader = _Reader(course, _trained(course.scenario, objective))
    evidence = tuple(reader.evidence(action) for action in objective.actions)
    derived = rating([each.done for each in evidence])
    overruled = course.situation.overruled.get(objective.id)
    return TrainingScore(
        objective=objective.id,
        rating=derived if overruled is None else overruled.outcome,  # type: ignore[arg-type]
        derived=derived,
        reason=None if overruled is None else overruled.reason,
        evidence=evidence,
    )


def rating(done: list[Done]) -> Rating | None:
    """P when every action for which there was occasion was done in time, S when all were done or two thirds of the
    marks were earned, M for a third, else U; an action done late earns half a mark.
    """
    earned = [MARKS[each] for each in done if each in MARKS]
    if not earned:
        return None
    share = fsum(earned) / len(earned)
    if share == 1.0:
        return "P"
    if 0.0 not in earned or share >= 2 / 3:
        return "S"
    return "M" if share >= 1 / 3 else "U"


def _trained(scenario: Scenario, objective: TrainingObjective) -> frozenset[str]:
    """The seats that are trained."""
    named = set(objective.seats)
    return frozenset(named | set(allied_seats(scenario)) if "allies" in named else named)


@dataclass(slots=True)
class _Reader:
    """Looks for what some seats were to do."""

    course: Course
    seats: frozenset[str]

    def evidence(self, action: ExpectedAction) -> Evidence:
        since, due, came = self.deadline(action)
        shown = self.shown(action, since) if came else None
        if shown is None:
            return Evidence(action=action.does.event, done=self.missing(action, due, came), due=due)
        done: Done = "in_time"
        if due is not None and shown.time > due:
            done = "late" if shown.time <= due + seconds(action.late) else "too_late"
        return Evidence(action=action.does.event, done=done, event=shown.id, time=shown.time, due=due)

    def missing(self, action: ExpectedAction, due: int | None, came: bool) -> Done:
        """What to say of an action that the log does not show."""
        if not came:
            return "no_occasion"
        if self.course.all(ExerciseEnded):
            return "no_occasion" if due is not None and due > self.course.endex.time else "not_done"
        return "not_yet" if due is None or due + seconds(action.late) >= self.course.end else "not_done"

    def deadline(self, action: ExpectedAction) -> tuple[int, int | None, bool]:
        """The event after which the action is relevant, until when it is in time, and whether there was occasion."""
        if action.by_when is None:
            return 0, None, True
        within = seconds(action.by_when.hours)
        if action.by_when.after is None:
            return 0, within, True
        came = Occasions(self.course.scenario).first(action.by_when.after, self.about(action.by_when.after))
        if came is None:
            return 0, None, False
        return came.id if action.only_after else 0, came.time + within, True

    def about(self, occasion: Occasion) -> list[Event]:
        """The players' events that can be the occasion, and the tablings that say what measures these belong to."""
        return self.course.players(*{KINDS[occasion.event], MeasureTabled})

    def shown(self, action: ExpectedAction, since: int) -> Event | None:
        """The first event after `since` that shows the action."""
        occasions, left = Occasions(self.course.scenario), action.does.count
        for event in self.about(action.does):
            occasions.note(event)
            if event.id > since and occasions.fits(action.does, event) and self.theirs(action, occasions, event):
                left -= 1
                if not left:
                    return event
        return None

    def theirs(self, action: ExpectedAction, occasions: Occasions, event: Event) -> bool:
        """Whether the seats trained did it. What names nobody is the alliance's doing."""
        if action.does.by is not None:
            return True
        seats = set(allied_seats(self.course.scenario))
        parties = occasions.parties(event) & {*seats, *self.seats}
        return bool(parties & self.seats) or (not parties and bool(self.seats & seats))
