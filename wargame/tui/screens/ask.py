"""A question with yes or no for an answer."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from wargame.desk.lines import blank, say
from wargame.tui.listing import Listing


class Ask(ModalScreen[bool]):
    """Asks; y or Enter on yes answers yes, n or Esc no."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer(True)", "Yes", priority=True),
        Binding("n,escape", "answer(False)", "No", priority=True),  # n would look for the next match in the list
    ]

    def __init__(self, question: str, first: str = "yes") -> None:
        super().__init__()
        self.question = question
        self.first = first
        """The answer that the cursor stands on."""

    def compose(self) -> ComposeResult:
        yes, no = (
            say(("strong", "y"), "  Yes", key=("answer", "yes")),
            say(("strong", "n"), "  No", key=("answer", "no")),
        )
        with Vertical(id="box"):
            yield Listing([blank(), say(self.question), blank(), yes, no], id="answers")

    def on_mount(self) -> None:
        listing = self.query_one(Listing)
        listing.point_at(("answer", self.first))
        listing.focus()

    def on_listing_chosen(self, event: Listing.Chosen) -> None:
        self.dismiss(event.key[1] == "yes")

    def action_answer(self, yes: bool) -> None:
        self.dismiss(yes)
