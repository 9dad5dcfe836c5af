"""What a seat reads before it decides: its brief at STARTEX, then what every turn brought."""

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from wargame.desk.desk import Desk
from wargame.desk.lines import Para, blank, heading, say
from wargame.desk.panels.inbox import item
from wargame.desk.panels.told import section
from wargame.model.clock import instant
from wargame.replay import names
from wargame.replay.summary_deadlines import deadline_lines, deadlines
from wargame.replay.summary_news import messages, news
from wargame.replay.watch import Scene
from wargame.rules.economy import nation_of
from wargame.tui.listing import Listing
from wargame.tui.screens.page import Page


class _Reading(Page):
    """Something to read; Enter or Esc goes on to the desk."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "leave", "Go on", priority=True),
        Binding("escape", "back", "Go on", show=False),
    ]

    def __init__(self, title: str, desk: Desk) -> None:
        super().__init__(title)
        self.desk = desk

    def body(self) -> ComposeResult:
        yield Listing(self.lines(self.desk.scene()))

    def lines(self, scene: Scene) -> Iterator[Para]:
        """What there is to read."""
        raise NotImplementedError

    def on_mount(self) -> None:
        self.query_one(Listing).focus()

    def action_leave(self) -> None:
        self.dismiss()

    def leave(self) -> None:
        self.dismiss()


class Brief(_Reading):
    """The situation at STARTEX."""

    ABOUT = "Read your brief: what is known, and what your government wants."

    def __init__(self, desk: Desk) -> None:
        super().__init__(f"Brief for {names.who(desk.view().scenario, desk.seat)}", desk)

    def lines(self, scene: Scene) -> Iterator[Para]:
        yield heading(scene.scenario.title.upper())
        yield say(" ".join(scene.scenario.synopsis.split()))
        yield blank()
        for brief in scene.scenario.briefs:
            if brief.seat == scene.view:
                yield heading("YOUR BRIEF")
                for text in brief.text.split("\n\n"):
                    yield say(" ".join(text.split()))
                    yield blank()
        nation = nation_of(scene.scenario, scene.view)
        if nation is not None and nation.aims:
            yield heading("YOUR AIMS, WHICH NO OTHER SEAT KNOWS")
            yield from (say("- ", aim.text) for aim in nation.aims)
            yield blank()
        yield say(("dim", "Enter goes on to your desk."))


class Report(_Reading):
    """The turn report: what happened, what changed, what waits."""

    ABOUT = "What happened since your last turn, the most important first: !! is a flash, ! weighty."

    def __init__(self, desk: Desk) -> None:
        super().__init__(f"Turn report: turn {desk.turn - 1}", desk)

    def lines(self, scene: Scene) -> Iterator[Para]:
        happened = news(scene)
        since = [each for each in messages(scene) if happened.since is None or each.time >= happened.since]
        for message in (each for each in since if not each.news):
            yield heading(f"MESSAGE {message.time}")
            yield say(" ".join(message.text.split()))
            yield blank()
        yield heading(f"WHAT HAPPENED FROM {happened.since or 'STARTEX'} TO {instant(scene.time)}")
        yield from map(item, happened.items)
        if not happened.items:
            yield say(("dim", "Nothing that reached you."))
        yield blank()
        yield from section("WAITS FOR YOU", deadline_lines(deadlines(scene)))
