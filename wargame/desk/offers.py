"""What the fields of forms could hold, what that means, and which of it leads to an order that can be given."""

from collections.abc import Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import get_args

from wargame.desk.form import Form, Unfinished
from wargame.desk.lines import Part
from wargame.model.clock import HOUR, instant, parse_instant
from wargame.model.decisions import Decision
from wargame.model.decisions.excon import AddInject, OverrideAdjudication
from wargame.model.event import KINDS
from wargame.model.occasion import NUMBERS
from wargame.model.scenario import MeasureKind, Scenario, all_seats
from wargame.model.training import Rating
from wargame.model.view import View
from wargame.replay import names
from wargame.replay.order_words import about
from wargame.replay.result_parts import RATINGS
from wargame.replay.telling import told
from wargame.replay.watch import seen
from wargame.replay.wording import plain_words
from wargame.rules.legal import legal
from wargame.rules.mel import GROUPS
from wargame.rules.overruling import open_rulings, outcomes

LATER = (0, 6, 12, 24, 48, 96)
"""Hours from now, of instants that are offered."""
MOST_REFUSED = 4
"""Values that cannot be taken now, beyond which they are counted rather than shown."""
SAMPLES = {"number": "1", "whole number": "1", "text": "x", "yes or no": "no"}
"""What stands for a value that is not there yet, while another is tried."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A value that a field could hold."""

    value: str
    reason: str | None = None
    """Why no order can be given with it now; None when one can."""


def tried(
    view: View, staged: Sequence[Decision], sheet: Form, name: str, ways: Sequence[Decision]
) -> tuple[list[Offer], int]:
    """The values of a field, those first that lead to an order that can be given; and how many are left out.

    What refuses every value alike is no reason against one of them.
    """
    values = offered(view, sheet, name, ways)
    if name.startswith("inject."):
        return [Offer(value) for value in values], 0
    found = [Offer(value, _why_not(view, staged, sheet, name, value, ways)) for value in values]
    able = [each for each in found if each.reason is None]
    refused = [each for each in found if each.reason is not None]
    if not able:
        alike = len({each.reason for each in refused}) < 2
        return [Offer(each.value) for each in refused] if alike else refused, 0
    if len(refused) > MOST_REFUSED:
        return able, len(refused)
    return able + refused, 0


def _why_not(
    view: View, staged: Sequence[Decision], sheet: Form, name: str, value: str, ways: Sequence[Decision]
) -> str | None:
    """Why no order can be given with this value and what stands in the other fields; None when one can."""
    trial = deepcopy(sheet)
    trial.put(name, value)
    options: list[list[str]] = []
    lacking: list[str] = []
    while (missing := trial.missing()) is not None:
        asked = trial.field(missing)
        known = offered(view, trial, missing, ways)
        options.append(known)
        lacking.append(missing)
        trial.put(missing, known[0] if known else SAMPLES.get(asked.type, "x"))
    first = _refusal(view, staged, trial)
    if first is None or len(lacking) > 2:
        return first
    for at, known in zip(lacking, options, strict=True):
        for other in known[1:]:
            trial.put(at, other)
            if _refusal(view, staged, trial) is None:
                return None
    return first


def _refusal(view: View, staged: Sequence[Decision], sheet: Form) -> str | None:
    try:
        return legal(view, sheet.build(), staged)
    except Unfinished as error:
        return str(error)


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
    record, _, last = name.rpartition(".")
    if f"{record}.kind" in sheet.values and last in OF_MEASURES:
        found = [*found, *_of_measure(view, last)]
    if sheet.cls is OverrideAdjudication:
        found = _of_ruling(view, sheet, name)
    elif name.startswith("inject."):
        found = _of_inject(view, name.removeprefix("inject.")) or found
    return list(dict.fromkeys(found))


OF_MEASURES = ("adversary", "objective", "incident")
"""What the text of a measure names besides places."""


def _of_measure(view: View, last: str) -> list[str]:
    match last:
        case "adversary":
            return [each.id for each in view.scenario.adversaries]
        case "objective":
            return [each.id for each in view.scenario.objectives]
    state = view.situation.nations.get(view.seat)
    return [*state.incidents] if state else []


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
    if name == "inject.at":  # elsewhere `at` is a place
        return _away(view, value)
    if last in ("training", "tests"):
        return next((each.text for each in scenario.training if each.id == value), "")
    if last in names.LABELS:
        return about(scenario, view.situation, view.seat, last, value) or _named(scenario, value)
    return _named(scenario, value)


def value_parts(view: View, sheet: Form, name: str, value: str) -> tuple[Part, ...]:
    """A value in words; where it is a name, the name dim behind them, if it says anything else."""
    asked = sheet.field(name)
    if asked.many and ", " in value:
        return (("strong", ", ".join(value_parts(view, sheet, name, each)[0][1] for each in sheet.several(name))),)
    said = value if asked.type not in ("choice", "yes or no") else plain_words(value)
    stands = meaning(view, name, value)
    if not stands or stands.casefold() == plain_words(value).casefold():
        return (("strong", stands or said),)
    if asked.type == "id":
        return (("strong", stands), ("dim", f"  {value}"))
    return (("strong", said), ("", f"  {stands}"))


def _away(view: View, value: str) -> str:
    """How far away an instant is; nothing where somebody has typed what is none."""
    try:
        away = (parse_instant(value) - view.time) // HOUR
    except ValueError:
        return ""
    return f"in {away} h" if away else "now"


def _named(scenario: Scenario, value: str) -> str:
    said = (
        names.who(scenario, value),
        names.place(scenario, value),
        names.objective(scenario, value),
        names.indicator(scenario, value),
        plain_words(value),
    )
    return next((each for each in said if each != value), "")
