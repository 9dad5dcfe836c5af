"""Tab 1: what waits for the seat, what happened, what was said to it."""

from collections.abc import Iterator

from wargame.desk.lines import Para, Role, blank, heading, say
from wargame.desk.panels.told import section
from wargame.model.clock import instant
from wargame.replay.summary_deadlines import deadline_lines, deadlines
from wargame.replay.summary_news import message_lines, messages, news, press_lines
from wargame.replay.telling import FLASH, WEIGHTY, Item
from wargame.replay.watch import Scene

MARKS: dict[int, tuple[Role, str]] = {FLASH: ("bad", "!! "), WEIGHTY: ("warn", "!  ")}


def paras(scene: Scene) -> Iterator[Para]:
    """Deadlines, the turn report, messages, the press."""
    yield from section("WAITS FOR YOU", deadline_lines(deadlines(scene)))
    happened = news(scene)
    yield heading("SINCE THE LAST TURN" if happened.turn else "SINCE STARTEX")
    yield from map(item, happened.items)
    if not happened.items:
        yield say(("dim", "Nothing that reached you."))
    yield blank()
    said = messages(scene)
    yield from section("MESSAGES", message_lines(scene, said))
    yield from section("NEWS", press_lines(said))


def item(each: Item) -> Para:
    """One thing that happened."""
    mark = MARKS.get(each.weight, ("", "   "))
    return say(mark, ("dim", f"{instant(each.time)}  "), each.text, key=("event", each.event), hang=5)
