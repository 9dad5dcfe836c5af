"""After ENDEX: how it ended, worked out by another process from the replay, since it holds the truth."""

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from wargame.desk.desk import Desk
from wargame.desk.lines import Para, blank, say
from wargame.desk.panels import control
from wargame.desk.panels.told import report_paras
from wargame.desk.scores import scores
from wargame.model.scenario import EXCON
from wargame.replay.watch import seen
from wargame.tui.listing import Listing
from wargame.tui.screens.page import Page, game


class Result(Page):
    """The outcome and the scores."""

    ABOUT = "The exercise is over. The scores are those of the whole session, from the umpire's file."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("w", "watch", "Watch the replay"),
        Binding("c", "notes", "EXCON's notes"),
        Binding("q", "app.leave", "Quit"),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__("ENDEX: how it ended")
        self.desk = desk

    def body(self) -> ComposeResult:
        yield Listing([say(("dim", "Scoring the session ..."))])

    def on_mount(self) -> None:
        self.query_one(Listing).focus()
        self.score()

    @work(thread=True)
    def score(self) -> None:
        self.from_thread(self.scored, scores(self.desk.path))

    def scored(self, text: list[str]) -> None:
        """The scores have come."""
        self.query_one(Listing).show(self._lines(text))

    def _lines(self, text: list[str]) -> Iterator[Para]:
        yield from report_paras(text)
        yield blank()
        yield say(("dim", f"The replay is {self.desk.path}."))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What exercise control wrote is for it alone; where others sat at this keyboard too, it says when."""
        return action != "notes" or EXCON in self.desk.seats

    def action_notes(self) -> None:
        self.app.push_screen(Notes(self.desk))

    def action_watch(self) -> None:
        from wargame.tui.screens.loading import Loading

        self.app.push_screen(Loading(self.desk.path))

    def leave(self) -> None:
        game(self.app).new_exercise()
        self.back_or_end()


class Notes(Page):
    """What exercise control wrote down while it was played."""

    ABOUT = "The notes and bookmarks of exercise control. Other seats are not meant to read them."

    def __init__(self, desk: Desk) -> None:
        super().__init__("EXCON's notes")
        self.desk = desk

    def body(self) -> ComposeResult:
        scene = seen(self.desk.exercise.view(EXCON))
        yield Listing([replace(para, key=None) for para in control.paras(scene, self.desk.bookmarks.read())])

    def on_mount(self) -> None:
        self.query_one(Listing).focus()
