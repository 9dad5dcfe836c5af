"""What exercise control may overrule, and by what (`docs/model.md` 3.9): adjudications of the model, and ratings."""

from collections.abc import Sequence
from typing import get_args

from wargame.model.event import Event
from wargame.model.fields import kind_of
from wargame.model.happenings import HonourDecided, MandateDecided, ObjectiveContested, ObjectiveDecided
from wargame.model.scenario import Scenario
from wargame.model.training import Rating

YES, NO = "yes", "no"
Adjudicated = HonourDecided | MandateDecided | ObjectiveContested
"""Outcomes that the model draws or reckons and that what follows still depends on: whether an ally fights, whether
a mandate is granted, and the adversary's hold on an objective."""


def overruled(event: Event, outcome: str) -> Adjudicated | None:
    """What an event's body would be with that outcome; None when it is none that can be overruled so."""
    match event.body:
        case HonourDecided() if outcome in (YES, NO):
            return HonourDecided(nation=event.body.nation, fights=outcome == YES)
        case MandateDecided() if outcome in (YES, NO):
            return MandateDecided(nation=event.body.nation, granted=outcome == YES)
        case ObjectiveContested() if (held := _share(outcome)) is not None:
            return ObjectiveContested(objective=event.body.objective, held=held)
    return None


def _share(outcome: str) -> float | None:
    try:
        share = float(outcome)
    except ValueError:
        return None
    return round(share, 6) if 0.0 <= share <= 1.0 else None


def outcome_fault(log: Sequence[Event], number: int, outcome: str) -> str | None:
    """Why an event of the umpire's log cannot be overruled so; None when it can."""
    if not 1 <= number <= len(log):
        return f"there is no event {number}"
    event = log[number - 1]
    if not isinstance(event.body, Adjudicated):
        kinds = ", ".join(kind_of(each) for each in get_args(Adjudicated))
        return f"event {number} is {event.body.kind}; what can be overruled is {kinds}"
    made = overruled(event, outcome)
    if made is None:
        wanted = "a share from 0 to 1" if isinstance(event.body, ObjectiveContested) else "'yes' or 'no'"
        return f"the outcome of {event.body.kind} is {wanted}"
    if made == event.body:
        return "that is the outcome already"
    later = [each for each in log[number:] if _replaces(each, event)]
    return f"event {later[-1].id} has taken its place" if later else None


def open_rulings(log: Sequence[Event]) -> list[Event]:
    """The adjudications that nothing has decided anew since, the newest first."""
    found: list[Event] = []
    for event in reversed([each for each in log if isinstance(each.body, Adjudicated | ObjectiveDecided)]):
        if isinstance(event.body, ObjectiveDecided) or not any(_replaces(later, event) for later in found):
            found.append(event)
    return [event for event in found if isinstance(event.body, Adjudicated)]


def outcomes(event: Event) -> list[str]:
    """What could be given in the place of an adjudication: the other answer, or shares of an objective."""
    possible = [YES, NO] if not isinstance(event.body, ObjectiveContested) else ["0", "0.25", "0.5", "0.75", "1"]
    return [each for each in possible if overruled(event, each) != event.body]


def _replaces(later: Event, event: Event) -> bool:
    """Whether a later event decides anew what this one decided."""
    old, new = event.body, later.body
    if isinstance(old, ObjectiveContested):
        return isinstance(new, ObjectiveContested | ObjectiveDecided) and new.objective == old.objective
    if isinstance(old, MandateDecided):
        return isinstance(new, MandateDecided) and new.nation == old.nation and later.measure == event.measure
    return isinstance(old, HonourDecided) and isinstance(new, HonourDecided) and new.nation == old.nation


def rating_fault(scenario: Scenario, training: str, outcome: str) -> str | None:
    """Why a training objective's rating cannot be overruled so; None when it can."""
    known = [each.id for each in scenario.training]
    if training not in known:
        return f"there is no training objective '{training}'; there are {', '.join(known) or 'none'}"
    return None if outcome in get_args(Rating) else "a rating is P, S, M or U"
