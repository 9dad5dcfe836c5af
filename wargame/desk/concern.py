"""Whether something new needs a seat in the turn that is open: for "run until it concerns me".

What waited already when the run began is no reason to stop: the seat knew it and went on all the same.
"""

from collections.abc import Iterator, Set

from wargame.desk.panels.mel import due_now
from wargame.model.clock import HOUR, instant, seconds
from wargame.model.event import Event
from wargame.model.fields import kind_of
from wargame.model.happenings import SilenceBegan, TimeAsked, WarningIssued
from wargame.replay.summary_waiting import waiting
from wargame.replay.telling import FLASH, WEIGHTY, Item, told
from wargame.replay.watch import Scene
from wargame.replay.wording import age
from wargame.rules.deadlines import deadlines, turn_hours
from wargame.scoring.response import endex

DEADLINES = {
    "silence": "the silence on {} ends in this turn",
    "rescue": "{} fails in this turn unless it is saved",
    "requirement": "what {} asks for is needed in this turn",
    "request": "your answer on {} is due in this turn",
}
LONGER = kind_of(TimeAsked)
"""News that a delegation, which may be the seat's own, has asked for more time."""
Matter = tuple[str, ...]
"""What a thing that waits, or runs out, is about."""


def known(scene: Scene) -> frozenset[Matter]:
    """What waits for the seat already, or runs out in the open turn."""
    return frozenset(matter for matter, _ in _standing(scene))


def concerns(scene: Scene, since: int, before: Set[Matter] = frozenset()) -> list[str]:
    """Why the seat is needed now, in words; `since` is how many events its log had when its last turn began, `before`
    what was `known` when the run began.
    """
    return list(dict.fromkeys(_concerns(scene, since, before)))


def _concerns(scene: Scene, since: int, before: Set[Matter]) -> Iterator[str]:
    if scene.situation.ended is not None:
        yield from _ended(scene)
        return
    own = {event.id for event in scene.events[since:] if _warns(scene, event)}
    for item in headlines(scene, since):
        if item.weight >= FLASH or item.event in own:
            mark = "flash" if item.weight >= FLASH else "your staff"
            yield f"{mark} {instant(item.time)}: {item.text}"
    fresh = [(matter, words) for matter, words in _standing(scene) if matter not in before]
    told = {matter[1] for matter, _ in fresh if matter[0] == "measure"}  # with until when
    yield from (words for matter, words in fresh if matter[0] not in ("silence", "rescue") or matter[1] not in told)
    if scene.umpire:
        yield from (f"inject {each.inject} comes in this turn" for each in due_now(scene))


def _warns(scene: Scene, event: Event) -> bool:
    """Whether the seat's own staff warns."""
    return isinstance(event.body, WarningIssued) and event.body.nation == scene.view


def _ended(scene: Scene) -> Iterator[str]:
    """When play ended, and who played on."""
    ended = endex(scene.events)
    time = scene.time if ended is None else ended.time
    after = f"; what followed until {instant(scene.time)} was played by computer players" if scene.time > time else ""
    yield f"Play ended at {instant(time)}{after}"


def _standing(scene: Scene) -> Iterator[tuple[Matter, str]]:
    """What waits for the seat, then what runs out before the next turn and can still be mended."""
    for each in waiting(scene):
        again = each.until or "" if each.kind == "decision" else ""  # what falls due again is new each time
        left = "" if each.hours is None else f"; until {each.until}, in {age(round(each.hours * HOUR))}"
        yield (each.kind, each.name, again, *each.answers), each.what + left
    if scene.situation.ended is None:
        end = scene.time + seconds(turn_hours(scene.scenario.pace, scene.situation.alert))
        for due in deadlines(scene.scenario, scene.situation, scene.view, scene.time):
            if due.mine and due.time <= end and due.kind in DEADLINES:
                words = DEADLINES[due.kind].format(due.about.replace("_", " "))
                yield (due.kind, due.about, str(due.time)), f"{words}, at {instant(due.time)}"


def headlines(scene: Scene, since: int) -> list[Item]:
    """What of the news since then is weighty or more, and that a silence lasts longer; not that one began which has
    ended or changed since.
    """
    news = told(scene, scene.events[since:])
    return [item for item in news if (item.weight >= WEIGHTY or item.kind == LONGER) and not _past(scene, item)]


def _past(scene: Scene, item: Item) -> bool:
    """Whether it tells of a silence that no longer runs so."""
    event = scene.events[item.event - 1]
    if not isinstance(event.body, SilenceBegan) or event.measure is None:
        return False
    now = scene.situation.council.measures[event.measure]
    return now.state != "silence" or now.silence_until != event.body.until
