"""What happened, in words: a sentence for every kind of event, a file a family as in `wargame.model.happenings`.

A sentence says only what its event holds, so whoever may see the event may read it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from inspect import getdoc

from wargame.model.event import Event
from wargame.replay.telling import (
    bonds,
    combat,
    consultation,
    deployment,
    disruption,
    excon,
    home_front,
    intelligence,
    measures,
    society,
    talks,
    threat,
    umpire,
)
from wargame.replay.telling.table import FLASH, NOTABLE, ROUTINE, SENTENCES, WEIGHTY, Says, Teller, Told
from wargame.replay.watch import Scene
from wargame.replay.wording import listed, one_line

__all__ = ["FAMILIES", "FLASH", "NOTABLE", "ROUTINE", "WEIGHTY", "Item", "says_of", "tell", "teller", "told"]

FAMILIES = (
    umpire,
    excon,
    threat,
    intelligence,
    consultation,
    bonds,
    deployment,
    combat,
    home_front,
    disruption,
    society,
    talks,
    measures,
)
"""Each enters its sentences in the table as it is imported."""
NAMED_AT_ONCE = 8
"""More of those whom one sentence is about are counted."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that happened, or several of a kind told together."""

    event: int
    """The last of its events, by the view's own numbers: what an order can say it answers."""
    time: int
    """Of the last of its events."""
    weight: int
    """4 flash, 3 weighty, 2 notable, 1 routine."""
    text: str
    kind: str
    """Of its event; what the media say is `media_reported`, whoever has them say it."""
    count: int = 1


def teller(scene: Scene) -> Teller:
    """What tells a scene's events."""
    return Teller(scene.scenario, scene.situation.council.measures, scene.view)


def says_of(kind: type) -> Says:
    """What tells events of a kind; of one without a sentence of its own, what its record says of itself."""
    said = SENTENCES.get(kind)
    if said is not None:
        return said
    words = Told(ROUTINE, one_line((getdoc(kind) or kind.__name__).split("\n\n")[0]).rstrip("."))

    def as_recorded(teller: Teller, event: Event, body: object) -> Told:
        return words

    return as_recorded


def tell(teller: Teller, event: Event) -> Told | None:
    """One event in words; None when it is not worth telling."""
    return says_of(type(event.body))(teller, event, event.body)


def told(scene: Scene, events: Iterable[Event]) -> list[Item]:
    """Events in words, in the order in which the last of each came; those of a kind are told together."""
    speaks = teller(scene)
    groups: dict[tuple[object, ...], list[tuple[Event, Told]]] = {}
    for event in events:
        said = tell(speaks, event)
        if said is not None:
            one = (said.topic,) if said.topic else (said.weight, said.before, said.after, 0 if said.who else event.id)
            groups.setdefault(one, []).append((event, said))
    members = {speaks.who(member) for member in scene.scenario.alliance.members}
    items = (_item(group, members) for group in groups.values())
    return sorted(items, key=lambda item: (item.time, item.event))


def _item(group: Sequence[tuple[Event, Told]], members: set[str]) -> Item:
    event, said = group[-1]
    those = list(dict.fromkeys(each.who for _, each in group if each.who))
    all_members = len(those) > 1 and set(those) == members
    who = f"all {len(those)} members" if all_members else listed(those, NAMED_AT_ONCE)
    text = said.before + who + said.after
    return Item(event.id, event.time, said.weight, one_line(text), said.kind or event.body.kind, len(group))
