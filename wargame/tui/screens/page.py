"""What all screens have in common: a title line, keys at the bottom, search, words about itself for the help screen."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Input, Static

from wargame.tui.listing import CursorList
from wargame.tui.strips import Keys

if TYPE_CHECKING:
    from wargame.tui.app import Wargame


def game(app: App[object]) -> "Wargame":
    """The application that a screen belongs to."""
    return cast("Wargame", app)


SHORT = 2.0
"""Seconds that a notice is shown which only confirms what somebody has just done."""
LONG = 10.0
"""Seconds that a notice is shown of what went wrong."""


class Placed:
    """What full screens and boxes over them have in common: there may be one before, and threads that call back."""

    @property
    def _screen(self) -> Screen[object]:
        return cast("Screen[object]", self)

    @property
    def has_back(self) -> bool:
        """Whether there is a screen to go back to: behind what the command line asked for there is none."""
        return len(self._screen.app.screen_stack) > 2

    def back_or_end(self, reason: str = "", code: int = 0) -> None:
        """To the screen before or, where there is none, out of the program; a reason is told here or there."""
        if not self.has_back:
            self.end(reason, code)
            return
        self._screen.dismiss()
        if reason:
            self._screen.app.notify(reason, severity="error", timeout=LONG, markup=False)

    def to_the_first(self) -> None:
        """To the first screen of all or, where this is it, out of the program."""
        if not self.has_back:
            self.end("", 0)
            return
        for _ in self._screen.app.screen_stack[2:]:
            self._screen.app.pop_screen()

    def end(self, reason: str, code: int = 1) -> None:
        """End the program: the session cannot go on, or there is nothing to go back to."""
        app = game(self._screen.app)
        app.fault = reason
        app.exit(code)

    def from_thread(self, callback: Callable[..., object], *arguments: object) -> None:
        """For a thread of this screen: call back, unless the screen or the program has been left meanwhile."""
        app = self._screen.app

        def unless_left() -> None:
            if self._screen in app.screen_stack:
                callback(*arguments)

        if app.is_running:
            app.call_from_thread(unless_left)


class Page(Placed, Screen[bool]):
    """A full screen. Esc goes back to the one before."""

    ABOUT: ClassVar[str] = ""
    """What the screen is for, for the help screen."""
    KEYS: ClassVar[Sequence[tuple[str, str]]] = ()
    """Keys that the footer has no room for."""
    PARTS: ClassVar[Sequence[tuple[str, str]]] = ()
    """What can be read where on it."""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Back", key_display="Esc"),
        Binding("slash", "find", "Find", show=False),
    ]

    def __init__(self, title: str) -> None:
        super().__init__()
        self.heading = title
        self.sought_in: CursorList | None = None

    def compose(self) -> ComposeResult:
        yield Static(self.heading, id="title", markup=False)
        yield from self.body()
        yield from self.foot()

    def foot(self) -> ComposeResult:
        """The field for what is to be found, and the keys."""
        yield Input(placeholder="find (Enter; then n and N for the next and the one before)", id="search")
        yield Keys()

    def body(self) -> ComposeResult:
        """What stands between the title and the keys."""
        yield from ()

    def retitle(self, title: str) -> None:
        """Another title."""
        self.heading = title
        self.query_one("#title", Static).update(title)

    def action_back(self) -> None:
        if self.query_one("#search").has_class("-open"):
            self._close_search()
        else:
            self.leave()

    def leave(self) -> None:
        """Esc was pressed and nothing was open in front of this screen."""
        if self.has_back:
            self.dismiss()

    # --- finding ---------------------------------------------------------------------------------------------

    def action_find(self) -> None:
        self.sought_in = None
        self.sought_in = self.searched()
        field = self.query_one("#search", Input)
        field.value = ""
        field.add_class("-open")
        field.focus()

    def searched(self) -> CursorList | None:
        """The list that is searched: the one that has the focus, had it before the search, or is the main one."""
        if isinstance(self.focused, CursorList):
            return self.focused
        return self.sought_in or self.main_list()

    def main_list(self) -> CursorList | None:
        """The list that is searched where none has the focus."""
        return next(iter(self.query(CursorList)), None)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        if event.input.id == "search":
            event.stop()
            listing = self.searched()
            if listing is None or not event.value or self.find(event.value, listing):
                self._close_search()
            else:  # the field stays open, lest the next Enter choose a line that was not looked for
                event.input.select_all()

    def find(self, text: str, listing: CursorList) -> bool:
        """Point at the next line of a list that says this, or say that there is none."""
        found = listing.search(text)
        if not found:
            self.notify(f"'{text}' is not in this list", severity="warning", markup=False)
        return found

    def _close_search(self) -> None:
        self.query_one("#search").remove_class("-open")
        listing = self.searched()
        if listing is not None:
            listing.focus()
