"""Between two seats at one keyboard: nothing of either is on the screen, nor on another below it.

It stands in the place of the main screen of the seat before, and the next seat's takes its place: nothing is handed on.
"""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from wargame.desk.desk import Desk
from wargame.desk.lines import blank, say
from wargame.replay import names
from wargame.tui.listing import Listing
from wargame.tui.screens.leaving import leave_exercise
from wargame.tui.screens.page import Page


class HandOver(Page):
    """Hands the keyboard over."""

    ABOUT = (
        "Give the keyboard to whoever plays the seat that is named, and look away. Enter opens that seat's desk. Esc "
        "leaves the exercise, which is saved as it is; there is no way back to the seat before."
    )
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", "Leave", key_display="Esc")]

    def __init__(self, desk: Desk) -> None:
        super().__init__("Hand over")
        self.desk = desk

    def body(self) -> ComposeResult:
        who = names.who(self.desk.view().scenario, self.desk.seat)
        yield Listing(
            [
                blank(),
                say(("strong", f"The keyboard is for {who} now."), indent=3),
                blank(),
                say("Nobody else should look. Press Enter when you sit down.", key=("sit", self.desk.seat), indent=3),
            ]
        )

    def on_mount(self) -> None:
        listing = self.query_one(Listing)
        listing.point_at(("sit", self.desk.seat))
        listing.focus()

    def on_listing_chosen(self) -> None:
        from wargame.tui.screens.crisis import main_screen

        self.app.clear_notifications()
        self.app.switch_screen(main_screen(self.desk))

    def leave(self) -> None:
        leave_exercise(self, self.desk)
