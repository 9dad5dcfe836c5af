"""Response time: the milestones of a measure, and the hours between them (`docs/model.md` 3 and 8.3)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from math import fsum

from wargame.model.clock import hours
from wargame.model.event import Event
from wargame.model.fields import record
from wargame.model.happenings import (
    ActivationOrdered,
    AlarmProvenFalse,
    ConsultationCalled,
    CouncilConvened,
    ExerciseEnded,
    ForceArrived,
    ForceCapable,
    ForceLoaded,
    IndicatorShown,
    MeasureTabled,
    ReportReceived,
    RequirementMet,
    WarningIssued,
)
from wargame.model.scenario import Scenario

ALARMS = (WarningIssued, IndicatorShown)
"""What a council is called on: a warning, or something that showed. What lies further back was not what it answered:
the adversary may have moved because of what the allies had done before."""
STEPS = frozenset({AlarmProvenFalse, MeasureTabled, ActivationOrdered, RequirementMet, ExerciseEnded})
"""Kinds of events that say which responses there were and how far they came: few among the many of a log."""
SEGMENTS = ("recognition", "consultation", "decision", "assembly", "movement", "integration")


@record
class ResponseHours:
    """Hours of each segment of the response; None from the first that was not reached on."""

    recognition: float | None = None
    """First indication to warning."""
    consultation: float | None = None
    """Warning to the council convened."""
    decision: float | None = None
    """Council convened to activation order."""
    assembly: float | None = None
    """Activation order to loaded."""
    movement: float | None = None
    """Loaded to port of debarkation."""
    integration: float | None = None
    """Port of debarkation to capable."""
    total: float | None = None
    """The sum of all six."""


@dataclass(frozen=True, slots=True)
class Milestones:
    """When a response reached each step, seconds after STARTEX; None when it did not."""

    measure: str | None
    indication: int | None
    warning: int | None
    convened: int | None
    activated: int | None
    loaded: int | None
    arrived: int | None
    capable: int | None
    false: bool = field(default=False, kw_only=True)
    """Whether what was sent proved to answer a false alarm; nothing counts then from the activation on."""

    @property
    def times(self) -> tuple[int | None, ...]:
        return (
            self.indication,
            self.warning,
            self.convened,
            self.activated,
            self.loaded,
            self.arrived,
            self.capable,
        )


def response_hours(milestones: Milestones) -> ResponseHours:
    """The segments between milestones; they sum to the total."""
    spans: list[float | None] = []
    for start, end in zip(milestones.times, milestones.times[1:], strict=False):
        cut = start is None or end is None or (spans and spans[-1] is None)
        spans.append(None if cut else hours(end - start))  # type: ignore[operator]
    reached = [span for span in spans if span is not None]
    whole = round(fsum(reached), 6) if len(reached) == len(SEGMENTS) else None
    return ResponseHours(**dict(zip(SEGMENTS, spans, strict=True)), total=whole)


def before_endex(events: Sequence[Event]) -> Sequence[Event]:
    """The part of a log that is the players'; all of it when play has not ended."""
    ended = endex(events)
    return events if ended is None else events[: ended.id - 1]


def endex(events: Sequence[Event]) -> Event | None:
    """The end of play; None while it goes on."""
    return _first(events, ExerciseEnded)


def requirement_met(events: Sequence[Event], scenario: Scenario | None = None) -> Event | None:
    """When first the requirement of a response was met, be it after ENDEX: of a deployment to an objective whose
    forces the players activated. Without a scenario every deployment is taken for one to an objective.
    """
    return _met([event for event in events if type(event.body) in STEPS], scenario)


def _met(steps: Sequence[Event], scenario: Scenario | None) -> Event | None:
    activated = {event.measure for event in _responses(steps, ActivationOrdered, scenario)}
    return next((each for each in steps if isinstance(each.body, RequirementMet) and each.measure in activated), None)


def milestones(events: Sequence[Event], scenario: Scenario | None = None) -> Milestones:
    """The milestones of the first response whose requirement was met, else of the one that came furthest.

    Players call, table and activate before ENDEX; what they set going goes on after it.
    """
    steps = [event for event in events if type(event.body) in STEPS]
    met = _met(steps, scenario)
    if met is not None and met.measure is not None:
        return _of_measure(events, met.measure, met)
    for kind in (ActivationOrdered, MeasureTabled):
        furthest = next(_responses(steps, kind, scenario), None)
        if furthest is not None and furthest.measure is not None:
            return _of_measure(events, furthest.measure, None)
    played = before_endex(events)
    called = _first(played, ConsultationCalled)
    convened = next((each for each in events if called and _convened_by(each, played)), None)
    return _before_measure(events, convened or called or _first(played, WarningIssued))


def _responses(
    steps: Sequence[Event], kind: type[ActivationOrdered] | type[MeasureTabled], scenario: Scenario | None
) -> Iterator[Event]:
    """The players' tablings, or activations, of deployments to an objective; an activation proven to be a false alarm
    answered nothing.
    """
    false = {event.measure for event in steps if isinstance(event.body, AlarmProvenFalse)}
    places = None if scenario is None else {objective.at for objective in scenario.objectives}
    measures = set()
    for event in takewhile(lambda each: not isinstance(each.body, ExerciseEnded), steps):
        if isinstance(event.body, MeasureTabled) and event.body.text.kind == "deploy":
            answers = places is None or event.body.text.place in places
            measures |= {event.measure} if answers else set()
        if isinstance(event.body, kind) and event.measure in measures - (set() if kind is MeasureTabled else false):
            yield event


def _convened_by(event: Event, played: Sequence[Event]) -> bool:
    """Whether the council met on a call of the players'."""
    return isinstance(event.body, CouncilConvened) and event.cause is not None and event.cause <= len(played)


def _of_measure(events: Sequence[Event], measure: str, met: Event | None) -> Milestones:
    own = [event for event in events if event.measure == measure]
    tabled = next(event for event in own if isinstance(event.body, MeasureTabled))
    false = any(isinstance(each.body, AlarmProvenFalse) for each in own)
    activated = None if false else next((each for each in before_endex(events) if _activates(each, measure)), None)
    before = _before_measure(events, tabled)
    force = _completing_force(events, met)
    return Milestones(
        measure=measure,
        indication=before.indication,
        warning=before.warning,
        convened=before.convened,
        activated=activated.time if activated else None,
        loaded=_time_of(own, ForceLoaded, force),
        arrived=next(
            (
                event.time
                for event in own
                if isinstance(event.body, ForceArrived) and event.body.force == force and event.body.debarked
            ),
            None,
        ),
        capable=_time_of(own, ForceCapable, force),
        false=false,
    )


def _activates(event: Event, measure: str) -> bool:
    return isinstance(event.body, ActivationOrdered) and event.measure == measure


def _completing_force(events: Sequence[Event], met: Event | None) -> str | None:
    """The force that was the last to be missing: the cause of the requirement being met."""
    if met is None or met.cause is None:
        return None
    body = events[met.cause - 1].body
    assert isinstance(body, ForceCapable)
    return body.force


def _time_of(own: Sequence[Event], kind: type[ForceLoaded] | type[ForceCapable], force: str | None) -> int | None:
    """When a force first did that; nothing is known of a force that is not named."""
    return next((each.time for each in own if isinstance(each.body, kind) and each.body.force == force), None)


def _before_measure(events: Sequence[Event], start: Event | None) -> Milestones:
    """Going back along the causes from `start`: the council that met, its call, the warning that it was called on.

    Whoever calls the council without its staff's warning has recognised the threat by calling. A measure that was
    delegated waited for no council: the order stands in its place.
    """
    behind = list(_back_from(events, start))
    convened, called = _first(behind, CouncilConvened), _first(behind, ConsultationCalled)
    alarms = [event for event in behind if isinstance(event.body, ALARMS) and (called is None or event.id < called.id)]
    alarm = alarms[0] if alarms else None
    warning = alarm if alarm is not None and isinstance(alarm.body, WarningIssued) else None
    ordered = start if start is not None and isinstance(start.body, MeasureTabled) and start.body.delegated else None
    recognised, convened = warning or called or ordered, ordered or convened
    indication = _first_indication(events, warning) if warning else alarm.time if alarm else None
    return Milestones(
        measure=None,
        indication=indication,
        warning=recognised.time if recognised else None,
        convened=convened.time if convened else None,
        activated=None,
        loaded=None,
        arrived=None,
        capable=None,
    )


def _back_from(events: Sequence[Event], event: Event | None) -> Iterator[Event]:
    """An event, its cause, the cause of that, and so on."""
    while event is not None:
        yield event
        event = events[event.cause - 1] if event.cause is not None else None


def _first_indication(events: Sequence[Event], warning: Event) -> int | None:
    """When the earliest of the things was seen that a warning's reports are about."""
    body = warning.body
    assert isinstance(body, WarningIssued)
    named = set(body.reports)
    seen = [
        event.body.observed
        for event in events[: warning.id]
        if isinstance(event.body, ReportReceived) and event.body.nation == body.nation and event.body.report in named
    ]
    return min(seen, default=None)


def _first(events: Sequence[Event], kind: type) -> Event | None:
    return next((event for event in events if isinstance(event.body, kind)), None)
