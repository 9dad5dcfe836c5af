"""After ENDEX: how it ended, worked out by another process from the replay, since it holds the truth."""

from collections.abc import Iterator
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from wargame.desk.desk import Desk
from wargame.desk.lines import Para, blank, say
from wargame.desk.panels.told import report_paras
from wargame.desk.scores import scores
from wargame.tui.listing import Listing
from wargame.tui.screens.page import Page, game


class Result(Page):
    """The outcome and the scores."""

    ABOUT = "The exercise is over. The scores are those of the whole session, from the umpire's file."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("w", "watch", "Watch the replay"),
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

    def action_watch(self) -> None:
        from wargame.tui.screens.loading import Loading

        self.app.push_screen(Loading(self.desk.path))

    def leave(self) -> None:
        if len(self.app.screen_stack) > 2:
            game(self.app).new_exercise()
            self.dismiss()
        else:
            self.app.exit(0)
