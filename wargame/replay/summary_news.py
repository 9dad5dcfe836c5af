"""What happened: the report of the turn that is over, or the newest events; and the messages that came."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wargame.model.clock import instant
from wargame.model.fields import kind_of
from wargame.model.happenings import (
    Assessed,
    IndicatorShown,
    MediaReported,
    MessageReceived,
    PublicationDisproved,
    PublicationMade,
    ReportReceived,
)
from wargame.replay import names
from wargame.replay.telling import FLASH, NOTABLE, WEIGHTY, Item, tell, teller, told
from wargame.replay.watch import Scene
from wargame.replay.wording import limited, percent, table
from wargame.rules.assessment import attack_probability, in_words

MESSAGE, NEWS, REPORT = map(kind_of, (MessageReceived, MediaReported, ReportReceived))
"""Kinds of items that stand in full elsewhere."""
MOST = 20
"""Lines of a turn report."""
NEWEST = 14
"""Lines spent on the newest events at an instant."""
MESSAGES, PRESS = 18, 12
"""Lines spent on the newest messages, and on the newest news."""


@dataclass(frozen=True, slots=True)
class Message:
    """A text that reached the view."""

    event: int
    time: str
    """Instant."""
    text: str
    news: bool
    """Whether the media said it, for all to read."""
    to: tuple[str, ...]
    """Whom it reached; the umpire alone is told."""


@dataclass(frozen=True, slots=True)
class News:
    """What happened in a span of time."""

    since: str | None
    """Instant; of a turn report."""
    turn: int | None
    """The turn that is reported on; None when the newest events are told."""
    items: tuple[Item, ...]
    """A turn report: most important first; else newest first."""


def news(scene: Scene) -> News:
    """At a turn's beginning what happened since the one before, most important first; else the newest events."""
    if scene.desk:
        edges = scene.edges
        since = edges[-2] if len(edges) > 1 else 0
        first = scene.new_from
        items = told(scene, [event for event in scene.events if event.id >= first])
        items += _moved(scene, since)
        ranked = sorted(items, key=lambda item: (-item.weight, item.time, item.event))
        return News(instant(since), len(edges) - 1, tuple(ranked))
    return News(None, None, tuple(_newest(scene)))


def _newest(scene: Scene) -> Iterator[Item]:
    """The newest of what is worth telling, newest first; what happened in one turn is told together."""
    count, edges = 0, [*reversed(scene.edges), -1]
    until = scene.time + 1
    for since in edges:
        items = told(scene, [event for event in scene.events if since <= event.time < until])
        for item in reversed(items):
            if item.weight >= NOTABLE:
                count += 1
                yield item
        until = since
        if count >= NEWEST:
            return


def _moved(scene: Scene, since: int) -> Iterator[Item]:
    """How the seat's own estimate has moved since then, when the words for it are others."""
    before = after = None
    for event in scene.events:
        if isinstance(event.body, Assessed) and event.body.nation == scene.view:
            if event.time <= since:
                before = event
            after = event
    if before is None or after is None or before is after:
        return
    assert isinstance(before.body, Assessed) and isinstance(after.body, Assessed)  # noqa: PT018
    then, now = attack_probability(before.body.log_odds), attack_probability(after.body.log_odds)
    if in_words(then) != in_words(now):
        way = "UP" if now > then else "down"
        told = f"{in_words(then)} ({percent(then)}) to {in_words(now)} ({percent(now)})"
        yield Item(
            after.id, after.time, WEIGHTY, f"Estimate of an attack being prepared {way} from {told}", after.body.kind
        )


def messages(scene: Scene) -> tuple[Message, ...]:
    """Messages and news in full, newest first."""
    said, speaks = [], teller(scene)
    for event in scene.events:
        body = event.body
        if isinstance(body, MessageReceived):
            said.append(
                Message(event.id, instant(event.time), body.text, False, event.audience if scene.umpire else ())
            )
        elif isinstance(body, IndicatorShown) and body.text is not None:
            said.append(Message(event.id, instant(event.time), body.text, True, ()))
        elif isinstance(body, MediaReported):
            said.append(Message(event.id, instant(event.time), speaks.indicator(body.indicator), True, ()))
        elif isinstance(body, PublicationMade | PublicationDisproved):
            words = tell(speaks, event)
            assert words is not None
            said.append(Message(event.id, instant(event.time), words.before, True, ()))
    return tuple(reversed(said))


# --- in words ------------------------------------------------------------------------------------------------


def news_title(known: News) -> str:
    """The heading of the section."""
    if known.turn is None:
        return "NEWEST EVENTS"
    return f"TURN REPORT: TURN {known.turn}, SINCE {known.since}" if known.turn else "AT STARTEX"


def news_lines(scene: Scene, known: News) -> Iterator[str]:
    """What happened; `!!` flash, `!` weighty. Messages stand in full below, routine matters are told as one."""
    most = MOST if known.turn is not None else NEWEST
    items = [item for item in known.items if item.kind not in (MESSAGE, NEWS)]
    yield from limited(table(map(_row, items)), most, "less important" if known.turn is not None else "older")


def _row(item: Item) -> tuple[str, str, str]:
    mark = "!!" if item.weight >= FLASH else "!" if item.weight >= WEIGHTY else ""
    return mark, instant(item.time), f"{item.text} [{item.event}]"


def message_lines(scene: Scene, known: Sequence[Message]) -> Iterator[str]:
    """The newest messages in full."""
    rows = ((each.time, f"{_addressed(scene, each)}{each.text} [{each.event}]") for each in known if not each.news)
    yield from limited(table(rows), MESSAGES, "older")


def press_lines(known: Sequence[Message]) -> Iterator[str]:
    """What the world was told, newest first; of what was told again only the last time."""
    news = {each.text: each for each in reversed(known) if each.news}
    newest = sorted(news.values(), key=lambda each: -each.event)
    yield from limited(table((each.time, f"{each.text} [{each.event}]") for each in newest), PRESS, "older")


def _addressed(scene: Scene, message: Message) -> str:
    return f"To {names.all_of(scene.scenario, message.to)}: " if message.to else ""
