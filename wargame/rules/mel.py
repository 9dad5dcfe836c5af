"""Injects that exercise control writes in play: what in them does not fit the scenario."""

from collections.abc import Container, Iterator
from typing import get_args

from wargame.model.clock import parse_instant
from wargame.model.event import KINDS
from wargame.model.mel import Aggression, Incident, Indication, Inject, Message, SupportShift
from wargame.model.occasion import NUMBERS, Occasion
from wargame.model.scenario import MeasureKind, Scenario, all_seats

GROUPS = ("all", "allies")
"""Whom messages can be addressed to beside seats."""


def attacker(scenario: Scenario, inject: Aggression) -> str | None:
    """The adversary that a scripted attack is by: the one that is after the objective."""
    after = [each.id for each in scenario.adversaries if each.aim == inject.objective]
    if inject.adversary is None:
        return after[0] if after else None
    return inject.adversary if inject.adversary in after else None


def inject_fault(scenario: Scenario, inject: Inject, now: int) -> str | None:
    """Why an inject cannot come into the master events list at `now`; None when it can."""
    return next(_faults(scenario, inject, now), None)


def _faults(scenario: Scenario, inject: Inject, now: int) -> Iterator[str]:
    ways = [way for way in (inject.at, inject.after, inject.by_hand or None) if way is not None]
    if len(ways) != 1:
        yield "one of 'at', 'after' and 'by_hand' must say when it is due"
    if inject.at is not None:
        yield from _untimely(inject.at, now)
    for occasion in (inject.after, inject.unless):
        if occasion is not None:
            yield from _no_occasion(occasion)
    yield from _strangers(scenario, inject)


def _strangers(scenario: Scenario, inject: Inject) -> Iterator[str]:
    """Names in an inject that the scenario does not have."""
    match inject:
        case Message():
            yield from _unknown("seat", inject.to, (*all_seats(scenario), *GROUPS))
            if len(inject.to) > 1 and any(group in inject.to for group in GROUPS):
                yield "'all' and 'allies' stand alone"
        case Indication():
            yield from _unknown("indicator", (inject.indicator,), [each.id for each in scenario.indicators])
        case Incident():
            known = [each.id for each in scenario.adversaries]
            yield from _unknown("adversary", (inject.adversary or known[0],), known)
            yield from _unknown("nation", (inject.nation,), [each.id for each in scenario.nations])
            places = (inject.place,) if inject.place else ()
            yield from _unknown("location", places, [each.id for each in scenario.theatre.locations])
            if inject.means == "sabotage" and inject.place is None:
                yield "sabotage needs a place"
        case Aggression():
            yield from _unknown("objective", (inject.objective,), [each.id for each in scenario.objectives])
            if attacker(scenario, inject) is None:
                yield f"no such adversary is after {inject.objective}"
        case SupportShift():
            yield from _unknown("nation", (inject.nation,), [each.id for each in scenario.nations])


def _untimely(at: str, now: int) -> Iterator[str]:
    try:
        due = parse_instant(at)
    except ValueError as error:
        yield str(error)
        return
    if due < now:
        yield f"{at} has passed; give it a later instant, or fire it"


def _no_occasion(occasion: Occasion) -> Iterator[str]:
    yield from _unknown("kind of event", (occasion.event,), KINDS)
    measures = (occasion.measure,) if occasion.measure else ()
    yield from _unknown("kind of measure", measures, get_args(MeasureKind))
    if occasion.at_least is not None and occasion.event in KINDS and occasion.event not in NUMBERS:
        yield f"{occasion.event} has no number to compare"


def _unknown(what: str, names: tuple[str, ...], known: Container[str]) -> Iterator[str]:
    for name in names:
        if name not in known:
            yield f"there is no {what} '{name}'"
