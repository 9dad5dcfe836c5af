"""After ENDEX: how it ended, worked out by another process from the replay, since it holds the truth."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from wargame.desk.desk import Desk
from wargame.desk.lines import Para, blank, say
from wargame.desk.panels.told import unwrapped
from wargame.desk.scores import scores
from wargame.tui.listing import Listing
from wargame.tui.screens.page import Page, game

TABLE = "Outcome"
"""Where the sentences end and the figures begin."""


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
        table = next((at for at, line in enumerate(text) if line.startswith(TABLE)), 0)
        yield from unwrapped(rejoined(text[:table]))
        yield from unwrapped(text[table:])
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


def rejoined(lines: Sequence[str]) -> list[str]:
    """Sentences as they were before they were broken into lines of their own: what goes on is indented."""
    whole: list[str] = []
    for line in lines:
        if line.startswith("  ") and whole and whole[-1]:
            whole[-1] += f" {line.strip()}"
        else:
            whole.append(line)
    return whole
