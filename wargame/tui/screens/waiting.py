"""Waits for something that another process does."""

from collections.abc import Callable
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import ProgressBar, Static

from wargame.session.refusal import Refused
from wargame.session.remote import SessionStopped
from wargame.tui.screens.page import Placed


class Waiting(Placed, ModalScreen[str | None]):
    """Does something in a thread of its own; comes back with None, or with why it was refused.

    What can be stopped is stopped by Esc, and when the program ends: then the deed says that it was refused.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "stop", show=False)]

    def __init__(self, words: str, deed: Callable[[], object], stop: Callable[[], object] | None = None) -> None:
        super().__init__()
        self.words = words
        self.deed = deed
        self.stop = stop

    def compose(self) -> ComposeResult:
        with Vertical(id="box"):
            yield Static(f"{self.words} ...{' Esc stops it.' if self.stop else ''}", id="said", markup=False)
            yield ProgressBar(show_eta=False, show_percentage=False)

    def on_mount(self) -> None:
        self.do()

    @work(thread=True)
    def do(self) -> None:
        try:
            self.deed()
        except (Refused, OSError) as refusal:
            self.from_thread(self.dismiss, str(refusal))
        except SessionStopped as error:
            self.from_thread(self.end, str(error))
        else:
            self.from_thread(self.dismiss, None)

    def action_stop(self) -> None:
        if self.stop is not None:
            self.stop()

    def on_unmount(self) -> None:
        self.action_stop()
