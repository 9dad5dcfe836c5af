"""Whether a seat has anything to do in the turn that is open: for "run until it concerns me"."""

from collections.abc import Iterator

from wargame.desk.panels.mel import due_now
from wargame.model.clock import instant, seconds
from wargame.model.view import View
from wargame.replay.telling import FLASH, WEIGHTY, Item, told
from wargame.replay.watch import Scene
from wargame.rules.deadlines import deadlines, turn_hours
from wargame.rules.idleness import What, answerable

ANSWERS: dict[What, str] = {
    "proposal": "a proposal waits for your answer",
    "request": "somebody asks you for something",
    "report": "a report came in that you could pass on or act on",
    "offer": "an offer waits for your answer",
    "deadline": "something is due from you",
    "alert": "the alert has changed",
}
DEADLINES = {
    "silence": "the silence on {} ends in this turn",
    "rescue": "{} fails in this turn unless it is saved",
    "requirement": "what {} asks for is needed in this turn",
    "request": "your answer on {} is due in this turn",
    "statement": "your statement of how likely an attack is is due in this turn",
}


def concerns(scene: Scene, since: int) -> list[str]:
    """Why the seat is needed now, in words; `since` is how many events its log had when its last turn began."""
    return list(dict.fromkeys(_concerns(scene, since)))


def _concerns(scene: Scene, since: int) -> Iterator[str]:
    if scene.situation.ended is not None:
        yield "ENDEX: play has ended"
        return
    for item in told(scene, scene.events[since:]):
        if item.weight == FLASH:
            yield f"flash {instant(item.time)}: {item.text}"
    view = View(scene.view, scene.scenario, scene.situation, scene.events)
    found = answerable(view, since)
    yield from (words for what, words in ANSWERS.items() if what in found)
    end = scene.time + seconds(turn_hours(scene.scenario.pace, scene.situation.alert))
    for due in deadlines(scene.scenario, scene.situation, scene.view, scene.time):
        if due.mine and due.time <= end and due.kind in DEADLINES:
            yield DEADLINES[due.kind].format(due.about.replace("_", " "))
    if scene.umpire:
        yield from (f"inject {each.inject} comes in this turn" for each in due_now(scene))


def headlines(scene: Scene, since: int) -> list[Item]:
    """What of the news since then is weighty or more."""
    return [item for item in told(scene, scene.events[since:]) if item.weight >= WEIGHTY]
