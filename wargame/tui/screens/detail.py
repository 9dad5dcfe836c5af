"""One event of the seat's log: all that the seat knows of it, and the orders that could answer it."""

from collections.abc import Iterator
from dataclasses import fields

from textual.app import ComposeResult

from wargame.desk.desk import Desk
from wargame.desk.lines import Para, blank, heading, say
from wargame.model.clock import instant
from wargame.model.event import Event
from wargame.replay.telling import told
from wargame.replay.watch import Scene
from wargame.replay.wording import plain_words
from wargame.tui.listing import Listing
from wargame.tui.screens.page import Page

LABELS = ("report", "measure", "incident", "force", "offer", "contact")
"""Fields of events that name a thing that orders can be about."""


class Detail(Page):
    """One event."""

    ABOUT = (
        "All that your seat knows of one event. Enter on a line goes to the orders that are about it, or to its cause."
    )

    def __init__(self, desk: Desk, event: int, scene: Scene | None = None) -> None:
        super().__init__(f"Event {event}" if scene is None else f"Event {event} as {scene.view} has it")
        self.desk = desk
        self.event = event
        self.scene = scene
        """Whose log it is in, where EXCON looks at another seat's."""

    def body(self) -> ComposeResult:
        yield Listing(self._lines(self.scene or self.desk.scene()))

    def on_mount(self) -> None:
        self.query_one(Listing).focus()

    def _lines(self, scene: Scene) -> Iterator[Para]:
        event = scene.events[self.event - 1]
        yield heading(f"{instant(event.time)}  {plain_words(event.body.kind).upper()}")
        yield say(_words(scene, event))
        yield blank()
        if event.cause is not None:
            words = _words(scene, scene.events[event.cause - 1])
            yield say(("key", "Came of: "), words, key=("event", event.cause))
        if self.scene is not None:
            return
        things = [event.measure] if event.measure else []
        for each in fields(event.body):
            value = getattr(event.body, each.name)
            if each.name in LABELS and isinstance(value, str):
                things.append(value)
        for thing in dict.fromkeys(things):
            yield say(("key", "Orders about "), thing, key=("about", thing))

    def on_listing_chosen(self, event: Listing.Chosen) -> None:
        kind, name = event.key
        if kind == "event":
            self.app.push_screen(Detail(self.desk, int(name), self.scene))
        else:
            from wargame.tui.screens.orders import show_orders

            show_orders(self, self.desk, str(name))


def _words(scene: Scene, event: Event) -> str:
    """An event in a sentence; of one that is not told, its kind."""
    return next((item.text for item in told(scene, [event])), plain_words(event.body.kind))
