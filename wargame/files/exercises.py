"""What makes an exercise of a scenario must fit too: its times, master events list, aims, training, guides, lengths."""

from collections.abc import Iterator
from typing import Any, get_args

from wargame.files.faults import Path, quoted
from wargame.files.looking import Item, Looking, fits
from wargame.model.clock import DAY, date_time_group, parse_instant, parse_startex
from wargame.model.decisions import KINDS as DECISIONS
from wargame.model.decisions.consultation import PositionKind
from wargame.model.event import KINDS
from wargame.model.fields import Instant, kind_of
from wargame.model.mel import Inject
from wargame.model.occasion import NUMBERS
from wargame.model.scenario import COMMANDER, EXCON, HQ, RED, MeasureKind, Moment

GROUPS = ("all", "allies")
"""Names that messages can be addressed to beside seats."""
LONGEST_DAYS = 366
"""No exercise goes on for longer; every moment of it must have a date."""
MEASURES = get_args(MeasureKind)
POSITIONS = get_args(PositionKind)
INJECTS = [kind_of(each) for each in get_args(get_args(Inject)[0])]
DONE = ("look", "seen", "turn")
"""What a step of a guide can be done by."""
NO_INDICATIONS = [kind for kind in INJECTS if kind != "indication"]


def check_exercise(look: Looking, nations: list[str], indicators: list[str]) -> None:
    """Note what does not fit."""
    forces = [str(item.get("id")) for _, item in look.under("nations", "forces")]
    _mel(look, nations, indicators)
    _times(look)
    _aims(look)
    _training(look, nations)
    _guides(look, nations, [*look.ids("theatre", "locations"), *nations, *forces, *indicators, *MEASURES, *POSITIONS])
    _lengths(look)


def _mel(look: Looking, nations: list[str], indicators: list[str]) -> None:
    seats, injects = [*nations, HQ, COMMANDER, RED, EXCON], look.items("mel")
    look.named(look.items("briefs"), "seat", "seat", seats)
    look.named(injects, "to", "seat", [*seats, *GROUPS])
    look.named(injects, "indicator", "indicator", indicators)
    look.named(injects, "nation", "nation", nations)
    look.named(injects, "place", "location", look.ids("theatre", "locations"))
    look.named(injects, "adversary", "adversary", look.ids("adversaries"))
    look.named(injects, "objective", "objective", look.ids("objectives"))
    look.named(injects, "tests", "training objective", look.ids("training"))
    for path, inject in injects:
        to = inject.get("to")
        if isinstance(to, list) and len(to) > 1 and any(group in to for group in GROUPS):
            look.say((*path, "to"), "'all' and 'allies' stand alone")
        _due(look, path, inject)
        if inject.get("means") == "sabotage" and inject.get("place") is None:
            look.say(path, "sabotage needs a 'place'")
        elif inject.get("kind") == "aggression":
            _attacker(look, path, inject)
    _occasions(look, [*look.inside(injects, "after"), *look.inside(injects, "unless")], nations)


def _due(look: Looking, path: Path, inject: dict[str, Any]) -> None:
    """An inject is due at an instant, after an occasion, or by hand: one of them."""
    ways = [way for way in ("at", "after", "by_hand") if inject.get(way) not in (None, False)]
    if not ways and inject.get("kind") in INJECTS:
        look.say(path, "nothing says when this inject is due", "give it 'at', 'after' or 'by_hand: true'")
    elif len(ways) > 1:
        look.say((*path, ways[1]), f"this inject has '{ways[0]}' already", "one of them says when it is due")
    elif ways and ways != ["after"] and inject.get("delay") not in (None, 0, 0.0):
        look.say((*path, "delay"), "only what follows an occasion has a delay")


def _attacker(look: Looking, path: Path, inject: dict[str, Any]) -> None:
    """Somebody must be after the objective that is attacked."""
    objective, named = inject.get("objective"), inject.get("adversary")
    after = [item.get("id") for _, item in look.items("adversaries") if item.get("aim") == objective]
    known = objective in look.ids("objectives") and named in (None, *look.ids("adversaries"))
    if known and (not after or named not in (None, *after)):
        look.say(path, f"no such adversary is after {quoted(objective)}", "its 'aim' must be this objective")


def _occasions(look: Looking, items: list[Item], nations: list[str]) -> None:
    """What occasions wait for must be able to come."""
    look.named(items, "event", "kind of event", KINDS)
    look.named(items, "measure", "kind of measure", MEASURES)
    forces = [*look.under("nations", "forces"), *look.under("adversaries", "forces")]
    alliance = look.data.get("alliance")
    known = [*look.ids("adversaries"), *look.ids("third_parties"), *(str(item.get("id")) for _, item in forces)]
    known += [str(alliance.get("id"))] if isinstance(alliance, dict) else []
    look.named(items, "by", "seat, adversary, force or alliance", [*nations, HQ, COMMANDER, RED, EXCON, *known])
    for path, occasion in items:
        event = occasion.get("event")
        if occasion.get("at_least") is not None and event in KINDS and event not in NUMBERS:
            hint = f"these have one: {', '.join(NUMBERS)}"
            look.say((*path, "at_least"), f"{event} has no number to compare", hint)


def _aims(look: Looking) -> None:
    """Their ids are unique over all nations, so that a score can be named by its aim."""
    aims = look.under("nations", "aims")
    look.unique("aim", aims)
    look.named(aims, "measure", "kind of measure", MEASURES)
    look.named(aims, "objective", "objective", look.ids("objectives"))


def _training(look: Looking, nations: list[str]) -> None:
    objectives = look.items("training")
    look.unique("training objective", objectives)
    look.named(objectives, "seats", "seat", [*nations, HQ, COMMANDER, RED, "allies"])
    for path, objective in objectives:
        if objective.get("actions") == []:
            look.say((*path, "actions"), "at least one is needed")
    actions = look.under("training", "actions")
    _occasions(look, [*look.inside(actions, "does"), *look.inside(actions, "by_when", "after")], nations)


def _guides(look: Looking, nations: list[str], names: list[str]) -> None:
    guides = look.items("guides")
    look.named(guides, "seat", "seat", [*nations, HQ, COMMANDER, RED])
    seats: set[str] = set()
    for path, guide in guides:
        if guide.get("steps") == []:
            look.say((*path, "steps"), "at least one is needed")
        if guide.get("seat") in seats:
            look.say((*path, "seat"), f"{quoted(guide.get('seat'))} has a guide already")
        seats.add(str(guide.get("seat")))
    steps = look.under("guides", "steps")
    look.named(steps, "order", "kind of decision", DECISIONS)
    for key in ("names", "one_of"):
        look.named(steps, key, "place, nation, force, indicator, kind of measure or position", names)
    _occasions(look, [*look.inside(steps, "seen"), *look.inside(steps, "after")], nations)
    for path, step in steps:
        if not any(step.get(way) is not None for way in DONE):
            look.say(path, "nothing says when this step is done", f"give it one of {', '.join(DONE)}")


def _lengths(look: Looking) -> None:
    lengths = look.items("lengths")
    look.unique("length", lengths)
    if look.data.get("length") is not None:
        look.named([(look.at, look.data)], "length", "length", look.ids("lengths"))
    whole = look.number(look.data, "horizon")
    for path, length in lengths:
        last, own = look.number(length, "last_day"), look.number(length, "horizon")
        horizon = whole if own is None else own
        if last == 0:
            look.say((*path, "last_day"), "play lasts longer than no time")
        if last is not None and horizon is not None and last > horizon >= 0:
            look.say((*path, "last_day"), f"comes after the horizon, {horizon:g}", "give this length a horizon")


def _times(look: Looking) -> None:
    injects = look.items("mel")
    _startex(look, look.data.get("startex"))
    last, horizon = look.number(look.data, "last_day"), look.number(look.data, "horizon")
    if last == 0:
        look.say((*look.at, "last_day"), "play lasts longer than no time")
    if last is not None and horizon is not None and 0 <= horizon < last:
        look.say((*look.at, "horizon"), f"comes before the last day, {last:g}", "give it the last day or later")
    timed = list(_timed(look, injects))
    for path, _, time in timed:
        if horizon is not None and time > horizon * DAY:
            look.say((*path, "at"), "comes after the horizon and would never happen")
    due = [inject for _, inject in injects if inject.get("after") is None and not inject.get("by_hand")]
    whole = isinstance(look.data.get("mel", []), list) and len(timed) == len(due)
    if whole and not any(time == 0 and inject.get("kind") not in NO_INDICATIONS for _, inject, time in timed):
        hint = "add an item of kind 'indication' at 'D+0T00:00' to the MEL"
        look.say((*look.at, "mel") if "mel" in look.data else look.at, "there is no opening indication", hint)


def _startex(look: Looking, startex: Any) -> None:
    if not fits(startex, Moment):
        return
    place, hint = (*look.at, "startex"), "write it as 2027-03-01T06:00Z"
    try:
        date_time_group(parse_startex(startex), LONGEST_DAYS * DAY)
    except ValueError:
        look.say(place, f"{quoted(startex)} is no moment", hint)
    except OverflowError:
        look.say(place, "the calendar ends before the exercise does", hint)


def _timed(look: Looking, injects: list[Item]) -> Iterator[tuple[Path, dict[str, Any], int]]:
    """The injects with an instant that can be read; one that looks right and is not is a fault."""
    for path, inject in injects:
        if not fits(inject.get("at"), Instant):
            continue
        try:
            yield path, inject, parse_instant(inject["at"])
        except ValueError as error:
            look.say((*path, "at"), str(error))
