"""The first screen: learn, play, resume, watch, simulate."""

from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from wargame.desk.lines import Para, blank, say
from wargame.desk.wish import Wish
from wargame.tui.listing import Listing
from wargame.tui.screens.page import Page, game

BANNER = (
    "W A R G A M E",
    "An alliance, a warning, and what you decide before it is too late.",
)
WARM_UP_AFTER = 0.2
"""Seconds after the first picture."""
CHOICES = (
    ("learn", "Learn", "the tutorial: ten minutes, three allies, one warning"),
    ("play", "Play", "choose a scenario, a length and a seat"),
    ("resume", "Resume", "go on with a session that was interrupted"),
    ("watch", "Watch", "a session that was played, event by event, as anybody saw it"),
    ("simulate", "Simulate", "many sessions between computer players, with intervals"),
    ("quit", "Quit", "everything that was ended is saved"),
)


class Home(Page):
    """What can be done with this program."""

    ABOUT = "Choose what to do. Arrow keys or j and k move, Enter chooses; a click points, a second one chooses."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "app.leave", "Quit"),
        Binding("escape", "back", show=False),
    ]

    def __init__(self) -> None:
        super().__init__("wargame: alliance crisis response")

    def body(self) -> ComposeResult:
        yield Listing(_paras(), id="choices")

    def on_mount(self) -> None:
        listing = self.query_one(Listing)
        listing.point_at(("do", "learn"))
        listing.focus()
        self.set_timer(WARM_UP_AFTER, self.warm_up)

    @work(thread=True)
    def warm_up(self) -> None:
        """Start the process that simulates before somebody has to wait for it."""
        _ = game(self.app).exercise

    def leave(self) -> None:
        """There is nothing behind this screen."""

    def on_listing_chosen(self, event: Listing.Chosen) -> None:
        match event.key[1]:
            case "play":
                from wargame.tui.screens.choose import ChooseScenario

                self.app.push_screen(ChooseScenario())
            case "learn":
                from wargame.files.places import new_replay
                from wargame.tui.screens.opening import Opening

                self.app.push_screen(Opening(Wish("tutorial", seed=1, path=str(new_replay("tutorial")))))
            case "resume":
                from wargame.tui.screens.sessions import Sessions

                self.app.push_screen(Sessions())
            case "watch":
                from wargame.tui.screens.sessions import Played

                self.app.push_screen(Played())
            case "simulate":
                from wargame.tui.screens.batch import Batch

                self.app.push_screen(Batch())
            case _:
                self.app.exit(0)


def _paras() -> list[Para]:
    lines = [blank(), say(("head", BANNER[0]), indent=3), say(BANNER[1], indent=3), blank()]
    for key, name, about in CHOICES:
        lines += [say(("strong", f"{name:10}"), about, key=("do", key), indent=3, hang=12), blank()]
    return lines
