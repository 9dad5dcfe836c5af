"""What a seat reads before it decides: its brief at STARTEX, then what every turn brought."""

from collections.abc import Iterable, Iterator

from wargame.desk.lines import Para, blank, heading, say
from wargame.desk.panels.inbox import comes, item, waits_for
from wargame.model.clock import instant, parse_instant
from wargame.replay.summary_news import MESSAGE, messages, news
from wargame.replay.telling import FLASH, NOTABLE, ROUTINE, WEIGHTY, Item
from wargame.replay.watch import Scene
from wargame.rules.economy import nation_of

WEIGHTS = (("MOST IMPORTANT", (FLASH, WEIGHTY)), ("ALSO", (NOTABLE,)), ("ROUTINE", (ROUTINE,)))
"""Headings of a turn report, and the weights of what stands under each."""


def _once(items: Iterable[Item]) -> Iterator[Item]:
    """Without the messages, which stand above in full, and of what is told in the same words the first."""
    known: set[str] = set()
    for each in items:
        if each.kind != MESSAGE and each.text not in known:
            known.add(each.text)
            yield each


def brief_paras(scene: Scene) -> Iterator[Para]:
    """The situation at STARTEX, and what the seat's government wants."""
    yield heading(scene.scenario.title.upper())
    yield say(" ".join(scene.scenario.synopsis.split()), hang=0)
    yield blank()
    last, judged = scene.scenario.last_day, scene.scenario.horizon
    yield say(f"Play ends on D+{last:g} at the latest; outcomes are judged on D+{judged:g}.", hang=0)
    yield blank()
    told = ""
    for brief in scene.scenario.briefs:
        if brief.seat == scene.view:
            told += " ".join(brief.text.split())
            yield heading("YOUR BRIEF")
            for text in brief.text.split("\n\n"):
                yield say(" ".join(text.split()), hang=0)
                yield blank()
    nation = nation_of(scene.scenario, scene.view)
    aims = [] if nation is None else [" ".join(aim.text.split()) for aim in nation.aims]
    if not all(aim in told for aim in aims):  # a brief may tell them itself
        yield heading("YOUR AIMS, WHICH NO OTHER SEAT KNOWS")
        yield from (say("- ", aim) for aim in aims)
        yield blank()


def report_paras(scene: Scene) -> Iterator[Para]:
    """The turn report: messages in full, what happened, the most important first, what waits and what is to come."""
    happened = news(scene)
    began = 0 if happened.since is None else parse_instant(happened.since)
    since = [each for each in reversed(messages(scene)) if parse_instant(each.time) >= began]
    for message in (each for each in since if not each.news):
        yield heading(f"MESSAGE {message.time}")
        yield say(" ".join(message.text.split()), hang=0)
        yield blank()
    yield heading(f"WHAT HAPPENED FROM {happened.since or 'STARTEX'} TO {instant(scene.time)}")
    told = list(_once(happened.items))
    for title, weights in WEIGHTS:
        those = sorted((each for each in told if each.weight in weights), key=lambda each: (each.time, each.event))
        if those:
            yield say(("strong", title))
            yield from map(item, those)
    if not told:
        yield say(("dim", "Nothing else that reached you." if since else "Nothing that reached you."))
    yield blank()
    yield from waits_for(scene)
    yield blank()
    yield from comes(scene)
