"""What a session is worth: outcome, response, alliance, calibration, cost (`docs/model.md` section 8)."""

from collections.abc import Sequence
from math import fsum

from wargame.model.adversary import COERCION, LIMITED_WAR, MOBILISATION
from wargame.model.clock import DAY, HOUR, hours
from wargame.model.event import Event
from wargame.model.fields import record
from wargame.model.folding import fold
from wargame.model.happenings import (
    ActivationOrdered,
    AdversaryPrepared,
    AttackBegan,
    ClashHappened,
    ForceCapable,
    ForceOffered,
    ForceReturned,
    MeasureAdopted,
    MeasureFailed,
    MeasureTabled,
    MovementRefused,
    MoveOrdered,
    OfferWithdrawn,
    ProbabilityStated,
    ReportReceived,
    ReportReleased,
    RungChanged,
    StatementMade,
)
from wargame.model.scenario import Scenario
from wargame.model.situation import Situation
from wargame.scoring.response import ResponseHours, before_endex, milestones, requirement_met, response_hours

WEIGHTS = {"outcome": 0.4, "response": 0.15, "alliance": 0.15, "calibration": 0.1, "national_aims": 0.1, "cost": 0.1}
"""Weights of the total; components that a session has no score for are left out and the others scaled up."""
STATED_FOR = 72 * HOUR
"""Seats state the probability of an attack within this time."""


@record
class Outcome:
    """What became of deterrence, judged at the horizon."""

    max_rung: int
    attacked: bool
    deterred: bool
    """Not attacked, and no objective in the adversary's hands."""


@record
class Scores:
    """Points from 0 to 100; None where a session gives nothing to judge by."""

    outcome: float
    response: float
    alliance: float | None
    calibration: float | None
    national_aims: float | None
    """Not scored in this version: scenarios have no national aims yet."""
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
    scores: Scores


def score(scenario: Scenario, events: Sequence[Event]) -> Score:
    """Score a session, finished or not, from its events as the umpire has them.

    What became of things is judged at the end of the log; what seats did, before ENDEX only.
    """
    situation = fold(scenario, events)
    reached = milestones(events, scenario)
    end = events[-1].time if events else 0
    possible = attack_possible(scenario, events, end)
    response = requirement_met(events, scenario)
    met = None if response is None else response.time
    points = {
        "outcome": _outcome_points(scenario, situation, events, end),
        "response": _response_points(scenario, met, possible),
        "alliance": _alliance_points(scenario, events),
        "calibration": _calibration_points(events, end),
        "national_aims": None,
        "cost": _cost_points(scenario, events, end),
    }
    return Score(
        outcome=_outcome(situation),
        response_hours=response_hours(reached),
        capable_before_attack_possible=None if possible is None else met is not None and met <= possible,
        margin_hours=None if possible is None or met is None else hours(possible - met),
        scores=Scores(**points, total=total(points)),  # type: ignore[arg-type]
    )


def total(points: dict[str, float | None]) -> float:
    """The weighted mean of the components that there are."""
    present = [(WEIGHTS[name], value) for name, value in points.items() if value is not None]
    weight = fsum(each for each, _ in present)
    return round(fsum(each * value for each, value in present) / weight, 2)


# --- outcome -------------------------------------------------------------------------------------------------


def _outcome(situation: Situation) -> Outcome:
    attacked = any(each.attacked is not None for each in situation.objectives.values())
    lost = any(each.held > 0.0 for each in situation.objectives.values())
    top = max((each.top for each in situation.adversaries.values()), default=0)
    return Outcome(max_rung=top, attacked=attacked, deterred=not attacked and not lost)


def _outcome_points(scenario: Scenario, situation: Situation, events: Sequence[Event], end: int) -> float:
    """`100 (1 - sum of v_o min(1, x_o + 0.02 days coerced))`."""
    coerced = scenario.doctrine.play.coerced_day * days_coerced(events, end)
    lost = fsum(
        objective.weight * min(1.0, situation.objectives[objective.id].held + coerced)
        for objective in scenario.objectives
    )
    return round(100.0 * (1.0 - lost), 2)


def days_coerced(events: Sequence[Event], end: int) -> float:
    """Days that the adversary spent at rungs of open coercion, short of war."""
    spent = fsum(until - since for rung, _, since, until in stays(events, end) if COERCION <= rung < LIMITED_WAR)
    return spent / DAY


def stays(events: Sequence[Event], end: int) -> list[tuple[int, float, int, int]]:
    """How the adversaries moved on the ladder: rung, mobilisation on entering it, from when, until when."""
    entered: dict[str, tuple[int, float, int]] = {}
    done = []
    for event in events:
        body = event.body
        if isinstance(body, AdversaryPrepared):
            entered[body.adversary] = (body.rung, body.mobilisation, event.time)
        elif isinstance(body, RungChanged):
            rung, mobilisation, since = entered[body.adversary]
            done.append((rung, mobilisation, since, event.time))
            entered[body.adversary] = (body.new, body.mobilisation, event.time)
    return done + [(rung, mobilisation, since, end) for rung, mobilisation, since in entered.values()]


# --- response ------------------------------------------------------------------------------------------------


def attack_possible(scenario: Scenario, events: Sequence[Event], end: int) -> int | None:
    """When an adversary could first attack, mobilised enough at rung 4 or above; None when it never could."""
    threat = scenario.doctrine.threat
    ready = []
    for rung, mobilisation, since, until in stays(events, end):
        if rung >= MOBILISATION:
            missing = max(0.0, threat.mobilised_enough - mobilisation) * threat.mobilise_days
            when = since + round(missing * DAY)
            if when <= until:
                ready.append(when)
    return min(ready, default=None)


def _response_points(scenario: Scenario, met: int | None, possible: int | None) -> float:
    """Full when capable before the adversary could attack, half for every few days late, none when never."""
    if possible is None or (met is not None and met <= possible):
        return 100.0
    if met is None:
        return 0.0
    days_late = (met - possible) / DAY
    half_lives = days_late / scenario.doctrine.play.late_half_life
    return round(float(100.0 * 0.5**half_lives), 2)


# --- alliance, calibration, cost -----------------------------------------------------------------------------


def _alliance_points(scenario: Scenario, events: Sequence[Event]) -> float | None:
    """The mean of what there is of: measures agreed on, promises kept, information shared."""
    shares = [share for share in (_agreed(events), _kept(events), _shared(scenario, events)) if share is not None]
    return round(100.0 * fsum(shares) / len(shares), 2) if shares else None


def _agreed(events: Sequence[Event]) -> float | None:
    """Measures adopted, of those tabled before ENDEX and decided."""
    tabled = {event.measure for event in before_endex(events) if isinstance(event.body, MeasureTabled)}
    own = [event.body for event in events if event.measure in tabled]
    adopted = len([body for body in own if isinstance(body, MeasureAdopted)])
    failed = len([body for body in own if isinstance(body, MeasureFailed)])
    return adopted / (adopted + failed) if adopted + failed else None


def _kept(events: Sequence[Event]) -> float | None:
    """Promises of before ENDEX that were kept to the end of the log: offers not taken back, and public commitments
    followed by a force so offered that became capable.
    """
    played = before_endex(events)
    offers = [event.body for event in played if isinstance(event.body, ForceOffered)]
    owners = {offer.force: offer.nation for offer in offers}
    came = {owners.get(event.body.force) for event in events if isinstance(event.body, ForceCapable)}
    committed = {event.body.by for event in played if isinstance(event.body, StatementMade) and event.body.commits}
    promises = len(offers) + len(committed)
    return (promises - _taken_back(events) - len(committed - came)) / promises if promises else None


def _taken_back(events: Sequence[Event]) -> int:
    """Offers of before ENDEX that were taken back, be it after it."""
    played = len(before_endex(events))
    standing: dict[str, int] = {}
    taken_back = 0
    for event in events:
        if isinstance(event.body, ForceOffered):
            standing[event.body.force] = event.id
        elif isinstance(event.body, OfferWithdrawn):
            taken_back += standing[event.body.force] <= played
    return taken_back


def _shared(scenario: Scenario, events: Sequence[Event]) -> float | None:
    """Reports of members' own sensors that were released to an ally, of all of them; both before ENDEX."""
    played = before_endex(events)
    members = set(scenario.alliance.members)
    own = {
        (event.body.nation, event.body.report)
        for event in played
        if isinstance(event.body, ReportReceived)
        and event.body.nation in members
        and event.body.originator == event.body.nation
    }
    released = {(event.body.nation, event.body.report) for event in played if isinstance(event.body, ReportReleased)}
    return len(own & released) / len(own) if own else None


def _calibration_points(events: Sequence[Event], end: int) -> float | None:
    """`100 (1 - mean Brier score)` of the probabilities that players stated and that time has judged (Brier 1950)."""
    attacks = [event.time for event in events if isinstance(event.body, AttackBegan)]
    misses = []
    for event in before_endex(events):
        if isinstance(event.body, ProbabilityStated):
            came = any(0 <= attack - event.time <= STATED_FOR for attack in attacks)
            if came or event.time + STATED_FOR <= end:
                misses.append((event.body.probability - (1.0 if came else 0.0)) ** 2)
    return round(100.0 * (1.0 - fsum(misses) / len(misses)), 2) if misses else None


def _cost_points(scenario: Scenario, events: Sequence[Event], end: int) -> float:
    """What the players tied down, for how long, to the end of the log, and all clashes on the way."""
    play = scenario.doctrine.play
    tied = fsum((until - since) / DAY * strength for strength, since, until in tied_down(scenario, events, end))
    clashes = len([event for event in events if isinstance(event.body, ClashHappened)])
    return round(max(0.0, 100.0 - play.cost_force_day * tied - play.cost_incident * clashes), 2)


def tied_down(scenario: Scenario, events: Sequence[Event], end: int) -> list[tuple[float, int, int]]:
    """Forces that players activated or moved: brigade equivalents, from when, until when they were home or refused."""
    strength = {force.id: force.strength for nation in scenario.nations for force in nation.forces}
    played = len(before_endex(events))
    away: dict[str, int] = {}
    done: list[tuple[float, int, int]] = []
    for event in events:
        body = event.body
        if isinstance(body, ActivationOrdered) and event.id <= played:
            away |= {force: event.time for force in body.forces if force not in away}
        elif isinstance(body, MoveOrdered) and event.id <= played:
            away.setdefault(body.force, event.time)
        elif isinstance(body, MovementRefused | ForceReturned) and body.force in away:
            done.append((strength[body.force], away.pop(body.force), event.time))
    return done + [(strength[force], since, end) for force, since in away.items()]
