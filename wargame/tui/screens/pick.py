"""One value out of several, or another that is typed."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from wargame.desk.lines import heading, say
from wargame.tui.listing import Listing


class Pick(ModalScreen[str | None]):
    """Pick one; None when nothing was picked."""

    OTHER: ClassVar[str] = "\0"
    """Something else is to be typed."""
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", "Back", key_display="Esc")]

    def __init__(self, title: str, values: Sequence[str], meaning: Callable[[str], str], *, other: bool = True) -> None:
        super().__init__()
        self.heading = title
        self.values = values
        self.meaning = meaning
        self.other = other
        """Whether something else can be typed, or nothing put in."""

    def compose(self) -> ComposeResult:
        lines = [heading(self.heading.upper())]
        for index, value in enumerate(self.values):
            lines.append(say(("strong", value), f"  {self.meaning(value)}", key=("value", index)))
        if self.other:
            lines.append(say("something else", key=("value", -1)))
            lines.append(say("leave it out", key=("value", -2)))
        with Vertical(id="box"):
            yield Listing(lines, id="values")

    def on_mount(self) -> None:
        listing = self.query_one(Listing)
        listing.point_at(("value", 0))
        listing.focus()

    def on_listing_chosen(self, event: Listing.Chosen) -> None:
        index = int(event.key[1])
        self.dismiss(self.OTHER if index == -1 else "" if index == -2 else self.values[index])

    def action_cancel(self) -> None:
        self.dismiss(None)
