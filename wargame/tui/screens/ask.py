"""A question with yes or no for an answer."""

from time import monotonic
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from wargame.desk.lines import blank, say
from wargame.tui.listing import Listing
from wargame.tui.screens.page import SHORT

SETTLES = 1.0
"""Seconds for which letters answer nothing once another was typed: they may belong to a word."""
TAKEN = "y or n, Enter on one of them, Esc for no."


class Ask(ModalScreen[bool]):
    """Asks; y or Enter on yes answers yes, n or Esc no. Nothing else does, nor a word that happens to be typed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "letter(True)", "Yes", priority=True),
        Binding("n", "letter(False)", "No", priority=True),  # it would look for the next match in the list
        Binding("escape", "answer(False)", "No", priority=True, show=False),
    ]

    def __init__(self, question: str, first: str = "yes") -> None:
        super().__init__()
        self.question = question
        self.first = first
        """The answer that the cursor stands on."""
        self.strayed = -SETTLES
        """When a key was pressed that is no answer."""

    def compose(self) -> ComposeResult:
        yes, no = (
            say(("strong", "y"), "  Yes", key=("answer", "yes")),
            say(("strong", "n"), "  No", key=("answer", "no")),
        )
        with Vertical(id="box"):
            yield Listing([blank(), say(self.question), blank(), yes, no, blank(), say(("dim", TAKEN))], id="answers")

    def on_mount(self) -> None:
        listing = self.query_one(Listing)
        listing.point_at(("answer", self.first))
        listing.focus()

    def on_listing_chosen(self, event: Listing.Chosen) -> None:
        self.dismiss(event.key[1] == "yes")

    def on_key(self, event: events.Key) -> None:
        if event.is_printable and event.character not in ("?", " "):
            self.strayed = monotonic()
            self.notify(f"Only these keys answer here: {TAKEN}", timeout=SHORT, markup=False)

    def action_letter(self, yes: bool) -> None:
        """Answer, unless this is a letter of a word."""
        if monotonic() - self.strayed >= SETTLES:
            self.dismiss(yes)

    def action_answer(self, yes: bool) -> None:
        self.dismiss(yes)
