"""Tab 1: what waits for the seat and what answers it, then what is new, then what it has read before."""

from collections.abc import Iterator, Sequence

from wargame.desk.lines import Para, Part, Role, blank, heading, say
from wargame.desk.panels.indicators import report
from wargame.model.clock import HOUR, instant
from wargame.replay import names
from wargame.replay.summary_deadlines import Due, deadlines
from wargame.replay.summary_news import MESSAGE, NEWS, REPORT, Message, messages, news
from wargame.replay.summary_reports import reports
from wargame.replay.summary_waiting import Waiting, waiting
from wargame.replay.telling import FLASH, WEIGHTY, Item
from wargame.replay.watch import Scene
from wargame.replay.wording import age, plain_words

MARKS: dict[int, tuple[Role, str]] = {FLASH: ("bad", "!! "), WEIGHTY: ("warn", "!  ")}
SOON = 24.0
"""Hours from which what runs out is pressing."""
COMING, EARLIER, ALIKE = 8, 8, 4
"""Deadlines told; earlier messages and news told; things of one kind that are told one by one."""


def paras(scene: Scene) -> Iterator[Para]:
    """What waits, what happened, what was said and seen; what was there before comes last."""
    yield from waits_for(scene)
    yield blank()
    first = scene.new_from
    said = _once(messages(scene))
    fresh = [each for each in said if each.event >= first]
    yield from _messages("NEW MESSAGES", [each for each in fresh if not each.news], scene)
    yield from _happened(scene)
    yield from _reports(scene, first)
    yield from _press("IN THE NEWS", [each for each in fresh if each.news])
    yield from comes(scene)
    old = [each for each in said if each not in fresh]
    yield from _messages("READ BEFORE", [each for each in old if not each.news][:EARLIER], scene)
    yield from _press("OLDER NEWS", [each for each in old if each.news][:EARLIER])


# --- what waits ----------------------------------------------------------------------------------------------


def waits_for(scene: Scene) -> Iterator[Para]:
    """All that waits."""
    yield heading("WAITS FOR YOU")
    those = waiting(scene)
    yield from map(waits, those)
    if not those:
        yield say(("dim", "Nothing waits for an answer of yours."), indent=2)


def waits(each: Waiting) -> Para:
    """One thing that waits, with how long, and what answers it."""
    pressing = each.hours is not None and each.hours <= SOON
    mark: Part = ("good", "+ ") if each.staged else ("bad", "! ") if pressing else ("key", "> ")
    left = "" if each.hours is None else f"  {age(round(each.hours * HOUR))} left"
    answer = "answer staged" if each.staged else " or ".join(map(plain_words, each.answers))
    return say(
        mark,
        ("dim" if each.staged else "strong", each.what),
        ("bad" if pressing and not each.staged else "dim", left),
        ("good" if each.staged else "key", f"  {answer}"),
        key=(each.kind, each.name),
        hang=4,
    )


def comes(scene: Scene) -> Iterator[Para]:
    """What is known to come, and when."""
    coming = [each for each in deadlines(scene) if each.hours is not None]
    if coming:
        yield heading("TO COME")
        yield from (_due(each) for each in coming[:COMING])
        if len(coming) > COMING:
            yield say(("dim", f"(+{len(coming) - COMING} later)"), indent=2)
        yield blank()


def _due(each: Due) -> Para:
    left = "" if each.hours is None else f"in {age(round(each.hours * HOUR))}"
    return say(("dim", f"{each.time:<11} {left:<9} "), each.what, indent=2, hang=22)


# --- what is new ---------------------------------------------------------------------------------------------


def _happened(scene: Scene) -> Iterator[Para]:
    """The turn's news, the weightiest first; messages, the press and new reports stand in full elsewhere."""
    happened = news(scene)
    items = [each for each in happened.items if each.kind not in (MESSAGE, NEWS, REPORT)]
    yield heading("SINCE THE LAST TURN" if happened.turn else "SINCE STARTEX" if scene.desk else "NEWEST EVENTS")
    yield from _folded(items, " in the turn report" if happened.turn and not scene.again else "")
    if not items:
        yield say(("dim", "Nothing else that reached you."), indent=2)
    yield blank()


def _folded(items: Sequence[Item], where: str) -> Iterator[Para]:
    """Each thing that happened; of many of a kind the first few, and how many more there are, and where."""
    kinds: dict[tuple[int, str], list[Item]] = {}
    for each in items:
        kinds.setdefault((each.weight, each.kind), []).append(each)
    for those in kinds.values():
        shown = those if len(those) <= ALIKE else those[: ALIKE - 1]
        yield from map(item, shown)
        if len(those) > len(shown):
            yield say(("dim", f"(+{len(those) - len(shown)} like these{where})"), indent=5)


def item(each: Item) -> Para:
    """One thing that happened."""
    mark = MARKS.get(each.weight, ("", "   "))
    return say(mark, ("dim", f"{instant(each.time)}  "), each.text, key=("event", each.event), hang=5)


def _messages(title: str, those: Sequence[Message], scene: Scene) -> Iterator[Para]:
    """In full."""
    if not those:
        return
    yield heading(title)
    for each in those:
        to = f"to {names.all_of(scene.scenario, each.to)}: " if each.to else ""
        text = " ".join(each.text.split())
        yield say(("key", each.time), ("dim", f"  {to}"), text, key=("event", each.event), indent=2, hang=4)
    yield blank()


def _press(title: str, those: Sequence[Message]) -> Iterator[Para]:
    if not those:
        return
    yield heading(title)
    for each in those:
        text = " ".join(each.text.split())
        yield say(("dim", f"{each.time}  "), text, key=("event", each.event), indent=2, hang=4)
    yield blank()


def _once(said: Sequence[Message]) -> list[Message]:
    """Of news that was told again only the last time."""
    known: set[str] = set()
    kept = []
    for each in said:
        if not each.news or each.text not in known:
            kept.append(each)
            known.add(each.text)
    return kept


def _reports(scene: Scene, first: int) -> Iterator[Para]:
    """Reports that have come, from this event on; what the media said stands below."""
    fresh = [
        each
        for each in reports(scene).reports
        if each.event >= first and each.discipline != "open_source" and not scene.umpire
    ]
    if fresh:
        yield heading("NEW REPORTS")
        yield from (report(scene, each) for each in fresh)
        yield blank()
