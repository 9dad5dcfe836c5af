"""What a session is worth (`docs/model.md` section 8)."""

from collections.abc import Sequence
from dataclasses import replace
from math import fsum

from wargame.model.clock import hours
from wargame.model.doctrine import ScoreParameters
from wargame.model.event import Event
from wargame.model.fields import record
from wargame.model.scenario import Scenario
from wargame.scoring.aims import AimScore, aim_scores, mean_points
from wargame.scoring.alliance import Alliance, alliance, alliance_points
from wargame.scoring.calibration import calibration_points
from wargame.scoring.cost import Cost, cost, cost_points, seat_cost_points
from wargame.scoring.course import Course, follow
from wargame.scoring.outcome import Outcome, outcome, outcome_points
from wargame.scoring.response import ResponseHours, milestones, requirement_met, response_hours
from wargame.scoring.timeliness import adequacy, clocks, response_points
from wargame.scoring.training import TrainingScore, training_scores

COMPONENTS = ("outcome", "response", "alliance", "calibration", "national_aims", "cost")


@record
class Scores:
    """Points from 0 to 100; None where a session gives nothing to judge by."""

    outcome: float
    response: float | None
    """None when there was nothing to respond to."""
    alliance: float
    calibration: float | None
    national_aims: float | None
    """None when the scenario has no aims."""
    cost: float
    total: float


@record
class SeatScore:
    """What differs from seat to seat; the rest of a member's total is the session's."""

    seat: str
    aims: tuple[AimScore, ...]
    national_aims: float | None
    calibration: float | None
    cost: float
    total: float


@record
class Score:
    """A session's result."""

    outcome: Outcome
    response_hours: ResponseHours
    capable_before_attack_possible: bool | None
    """Whether the requirement was met before the adversary could attack; None when it never could."""
    margin_hours: float | None
    """By how many hours, negative when late."""
    adequacy: float | None
    """Share of what the objective needed that was capable there when an attack was possible, or would have been; None
    when no adversary mobilised."""
    alliance: Alliance
    cost: Cost
    scores: Scores
    seats: tuple[SeatScore, ...]
    """Of the alliance's members."""
    training: tuple[TrainingScore, ...] = ()


def score(scenario: Scenario, events: Sequence[Event]) -> Score:
    """Score a session, finished or not, from its events as the umpire has them.

    What became of things is judged at the end of the log; what seats did, before ENDEX only.
    """
    course = follow(scenario, events)
    paid, bonds = cost(course), alliance(course)
    seats = _seats(course, paid)
    aims = [seat.national_aims for seat in seats if seat.national_aims is not None]
    points = {
        "outcome": outcome_points(course),
        "response": response_points(course),
        "alliance": alliance_points(bonds),
        "calibration": calibration_points(course),
        "national_aims": round(fsum(aims) / len(aims), 2) if aims else None,
        "cost": cost_points(course, paid),
    }
    parameters = scenario.doctrine.scores
    in_time, margin = _in_time(course)
    return Score(
        outcome=outcome(course),
        response_hours=response_hours(milestones(events, scenario)),
        capable_before_attack_possible=in_time,
        margin_hours=margin,
        adequacy=_adequacy(course),
        alliance=bonds,
        cost=paid,
        scores=Scores(**points, total=total(parameters, points)),  # type: ignore[arg-type]
        seats=tuple(_with_total(parameters, seat, points) for seat in seats),
        training=training_scores(course),
    )


def total(parameters: ScoreParameters, points: dict[str, float | None]) -> float:
    """The weighted mean of the components that there are."""
    weights = {name: getattr(parameters, f"weight_{name}") for name in COMPONENTS}
    present = [(weights[name], value) for name, value in points.items() if value is not None]
    weight = fsum(each for each, _ in present)
    return round(fsum(each * value for each, value in present) / weight, 2)


def _seats(course: Course, paid: Cost) -> list[SeatScore]:
    """Members' own scores, their totals still to come."""
    seats = []
    for nation in course.scenario.nations:
        if nation.id in course.scenario.alliance.members:
            aims = aim_scores(course, nation)
            seats.append(
                SeatScore(
                    seat=nation.id,
                    aims=aims,
                    national_aims=mean_points(aims),
                    calibration=calibration_points(course, nation.id),
                    cost=seat_cost_points(course, paid, nation),
                    total=0.0,
                )
            )
    return seats


def _with_total(parameters: ScoreParameters, seat: SeatScore, points: dict[str, float | None]) -> SeatScore:
    own = {"national_aims": seat.national_aims, "calibration": seat.calibration, "cost": seat.cost}
    return replace(seat, total=total(parameters, points | own))


def _in_time(course: Course) -> tuple[bool | None, float | None]:
    """Whether the requirement was met before an attack was possible, and by how many hours."""
    possible = [clock.ready for clock in clocks(course) if clock.possible]
    if not possible:
        return None, None
    met = requirement_met(course.events, course.scenario)
    if met is None:
        return False, None
    return met.time <= min(possible), hours(min(possible) - met.time)


def _adequacy(course: Course) -> float | None:
    """The least over the objectives that were threatened."""
    shares = [adequacy(course, clock, clock.ready) for clock in clocks(course)]
    return round(min(shares), 6) if shares else None
