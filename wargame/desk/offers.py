"""What the fields of EXCON's forms could hold, and what that means: kinds of events, adjudications, seats, instants."""

from collections.abc import Iterable, Sequence
from typing import get_args

from wargame.desk.form import Form
from wargame.model.clock import HOUR, instant, parse_instant
from wargame.model.decisions import Decision
from wargame.model.decisions.excon import AddInject, OverrideAdjudication
from wargame.model.event import KINDS
from wargame.model.occasion import NUMBERS
from wargame.model.scenario import MeasureKind, Scenario, all_seats
from wargame.model.training import Rating
from wargame.model.view import View
from wargame.replay import names
from wargame.replay.result_parts import RATINGS
from wargame.replay.telling import told
from wargame.replay.watch import seen
from wargame.replay.wording import plain_words
from wargame.rules.mel import GROUPS
from wargame.rules.overruling import open_rulings, outcomes

LATER = (0, 6, 12, 24, 48, 96)
"""Hours from now, of instants that are offered."""


def prefill(view: View, sheet: Form) -> None:
    """Put in what an inject of EXCON's own most often is: a message to all, in this turn."""
    if sheet.cls is AddInject:
        taken = view.situation.mel
        sheet.put("inject.id", next(f"x{n}" for n in range(1, len(taken) + 2) if f"x{n}" not in taken))
        sheet.put("inject.to", GROUPS[0])
        sheet.put("inject.at", instant(view.time + LATER[1] * HOUR))


def offered(view: View, sheet: Form, name: str, ways: Iterable[Decision]) -> list[str]:
    """What a field could hold; none where it is to be typed."""
    found: Sequence[str] = sheet.choices(name, ways, view.scenario)
    if sheet.cls is OverrideAdjudication:
        found = _of_ruling(view, sheet, name)
    elif name.startswith("inject."):
        found = _of_inject(view, name.removeprefix("inject.")) or found
    return list(dict.fromkeys(found))


def _of_ruling(view: View, sheet: Form, name: str) -> Sequence[str]:
    match name:
        case "event":
            return [str(event.id) for event in open_rulings(view.log)]
        case "training":
            return [each.id for each in view.scenario.training]
        case "outcome" if sheet.values.get("training"):
            return list(get_args(Rating))
        case "outcome":
            number = sheet.values.get("event", "")
            at = int(number) if number.isdecimal() else 0
            return outcomes(view.log[at - 1]) if 1 <= at <= len(view.log) else []
    return []


def _of_inject(view: View, name: str) -> Sequence[str]:
    scenario = view.scenario
    match name.rpartition(".")[2]:
        case "to":
            return [*GROUPS, *all_seats(scenario)]
        case "at":
            return [instant(view.time + each * HOUR) for each in LATER]
        case "event":
            return [*NUMBERS, *sorted(set(KINDS) - set(NUMBERS))]
        case "by":
            return [*all_seats(scenario), *(each.id for each in scenario.adversaries)]
        case "measure":
            return get_args(MeasureKind)
        case "indicator":
            return [each.id for each in scenario.indicators]
        case "objective":
            return [each.id for each in scenario.objectives]
        case "adversary":
            return [each.id for each in scenario.adversaries]
        case "nation":
            return [each.id for each in scenario.nations]
        case "tests":
            return [each.id for each in scenario.training]
    return []


def meaning(view: View, name: str, value: str) -> str:
    """What a value stands for, where it is a name or a number."""
    scenario = view.scenario
    last = name.rpartition(".")[2]
    if name == "event" and value.isdecimal() and 1 <= int(value) <= len(view.log):
        event = view.log[int(value) - 1]
        return f"{instant(event.time)}  " + "; ".join(item.text for item in told(seen(view), [event]))
    if name == "outcome":
        return RATINGS.get(value, "")
    if last == "at":
        away = (parse_instant(value) - view.time) // HOUR
        return f"in {away} h" if away else "now"
    if last in ("training", "tests"):
        return next((each.text for each in scenario.training if each.id == value), "")
    return _named(scenario, value)


def _named(scenario: Scenario, value: str) -> str:
    said = (
        names.who(scenario, value),
        names.place(scenario, value),
        names.objective(scenario, value),
        names.indicator(scenario, value),
        plain_words(value),
    )
    return next((each for each in said if each != value), "")
