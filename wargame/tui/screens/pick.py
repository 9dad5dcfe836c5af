"""One value out of several, or several of them, or another that is typed."""

from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from wargame.desk.lines import Para, Part, heading, say
from wargame.tui.listing import Listing


class Pick(ModalScreen[str | None]):
    """Pick one, or mark several, which come joined by commas; None when nothing was picked."""

    OTHER: ClassVar[str] = "\0"
    """Something else is to be typed; what has been typed of it follows."""
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", "Back", key_display="Esc")]

    def __init__(
        self,
        title: str,
        values: Sequence[str],
        meaning: Callable[[str], str | Sequence[Part]],
        *,
        other: bool = True,
        optional: bool = False,
        chosen: Sequence[str] | None = None,
        left_out: int = 0,
    ) -> None:
        super().__init__()
        self.heading = title
        self.values = [*values, *(each for each in chosen or () if each not in values)]
        self.meaning = meaning
        """What stands for a value: what is said beside it, or its whole line."""
        self.other = other
        """Whether something else can be typed."""
        self.optional = optional
        """Whether nothing can be put in."""
        self.chosen = None if chosen is None else list(chosen)
        """What is marked, where several can be."""
        self.left_out = left_out
        """How many values are not shown, since they cannot be taken now."""

    def compose(self) -> ComposeResult:
        with Vertical(id="box"):
            yield Listing(self._lines(), id="values")

    def _lines(self) -> Iterator[Para]:
        yield heading(self.heading.upper())
        for index, value in enumerate(self.values):
            said = self.meaning(value)
            parts: Sequence[Part] = (("strong", value), ("", f"  {said}")) if isinstance(said, str) else said
            yield say(*self._mark(value), *parts, key=("value", index), hang=4)
        if self.left_out:
            yield say(("dim", f"{self.left_out} more are not possible now"))
        if self.chosen is not None:
            yield say(("key", "done"), key=("value", -3))
        if self.other:
            yield say("something else", ("dim", "  (or begin to type)"), key=("value", -1))
        if self.optional and self.chosen is None:
            yield say("leave it out", key=("value", -2))

    def _mark(self, value: str) -> tuple[Part, ...]:
        if self.chosen is None:
            return ()
        return (("key", "[x] "),) if value in self.chosen else (("dim", "[ ] "),)

    def on_mount(self) -> None:
        listing = self.query_one(Listing)
        listing.point_at(("value", 0))
        listing.focus()

    def on_listing_chosen(self, event: Listing.Chosen) -> None:
        index = int(event.key[1])
        if index == -1:
            self.dismiss(self.OTHER)
        elif index == -2:
            self.dismiss("")
        elif self.chosen is None:
            self.dismiss(self.values[index])
        elif index == -3:
            self.dismiss(", ".join(self.chosen))
        else:
            self._toggle(self.values[index])

    def _toggle(self, value: str) -> None:
        """Mark a value, or no longer."""
        assert self.chosen is not None
        if value in self.chosen:
            self.chosen.remove(value)
        else:
            self.chosen.append(value)
        self.query_one(Listing).show(self._lines())

    def on_key(self, event: events.Key) -> None:
        """What is typed begins something else, where that can be; letters that move the cursor move it."""
        moves = event.key in ("space", *"jkgGnN")
        if self.other and event.character and event.is_printable and not moves:
            event.stop()
            event.prevent_default()
            self.dismiss(self.OTHER + event.character)

    def action_cancel(self) -> None:
        self.dismiss(None)
