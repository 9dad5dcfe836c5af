"""EXCON's tab: bookmarks, private notes, and what of the model's adjudications can be overruled."""

from collections.abc import Iterator, Sequence

from wargame.desk.lines import Para, blank, heading, say
from wargame.files.bookmarks import Bookmark
from wargame.model.clock import instant
from wargame.model.decisions.excon import Note
from wargame.model.happenings import NoteWritten
from wargame.replay.telling import told
from wargame.replay.watch import Scene
from wargame.rules.overruling import open_rulings


def paras(scene: Scene, bookmarks: Sequence[Bookmark] = ()) -> Iterator[Para]:
    """What EXCON has written down, the newest first."""
    yield heading("BOOKMARKS")
    for index, mark in reversed(list(enumerate(bookmarks))):
        yield say(
            ("strong", f"turn {mark.turn}  "), ("dim", f"{mark.dtg}  "), mark.text, key=("bookmark", index), hang=4
        )
    if not bookmarks:
        yield say(("dim", "None."))
    yield blank()
    yield heading("NOTES")
    staged = [order.decision.text for order in scene.orders if isinstance(order.decision, Note)]
    for text in staged:
        yield say(("warn", "staged  "), text, hang=4)
    written = [event for event in scene.events if isinstance(event.body, NoteWritten)]
    for event in reversed(written):
        assert isinstance(event.body, NoteWritten)
        yield say(("dim", f"{instant(event.time)}  "), event.body.text, key=("event", event.id), hang=4)
    if not staged and not written:
        yield say(("dim", "None. No other seat ever reads them."))


def ruling_paras(scene: Scene) -> Iterator[Para]:
    """Adjudications that still stand, and ratings of training objectives."""
    yield heading("WHAT CAN BE OVERRULED")
    found = open_rulings(scene.events)
    for event in found:
        words = "; ".join(item.text for item in told(scene, [event]))
        yield say(("dim", f"{instant(event.time)}  "), words, key=("ruling", event.id), hang=4)
    if not found:
        yield say(("dim", "No adjudication yet: who fights, which mandates are granted, who holds an objective."))
    if scene.scenario.training:
        yield blank()
        yield heading("RATINGS OF TRAINING OBJECTIVES")
        yield say(("dim", "Derived from the log, unless you give another."))
    for each in scene.scenario.training:
        given = scene.situation.overruled.get(each.id)
        said = f"  {given.outcome} by EXCON: {given.reason}" if given is not None else ""
        yield say(("strong", each.id), f"  {each.text}", ("dim", said), key=("rating", each.id), hang=4)
