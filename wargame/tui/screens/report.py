"""What a seat reads before it decides: its brief at STARTEX, then what every turn brought."""

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from wargame.desk.desk import Desk
from wargame.desk.lines import Para, say
from wargame.desk.reading import brief_paras, report_paras
from wargame.replay import names
from wargame.replay.watch import Scene
from wargame.tui.listing import Listing
from wargame.tui.screens.page import Page


class _Reading(Page):
    """Something to read; Enter or Esc goes on to the desk."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "leave", "Go on", key_display="Enter", priority=True),
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


class Brief(_Reading):
    """The situation at STARTEX."""

    ABOUT = "Read your brief: what is known, and what your government wants."

    def __init__(self, desk: Desk) -> None:
        super().__init__(f"Brief for {names.who(desk.view().scenario, desk.seat)}", desk)

    def lines(self, scene: Scene) -> Iterator[Para]:
        yield from brief_paras(scene)
        yield say(("dim", "Enter goes on to your desk."))


class Report(_Reading):
    """The turn report: what happened, what changed, what waits."""

    ABOUT = "What happened since your last turn, the most important first: !! is a flash, ! weighty."

    def __init__(self, desk: Desk) -> None:
        who = names.who(desk.view().scenario, desk.seat)
        super().__init__(f"Turn report for {who}: turn {desk.turn - 1}", desk)

    def lines(self, scene: Scene) -> Iterator[Para]:
        yield from report_paras(scene)
