"""Waits for something that the session's process does."""

from collections.abc import Callable

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import ProgressBar, Static

from wargame.session.refusal import Refused
from wargame.session.remote import SessionStopped
from wargame.tui.screens.page import Placed


class Waiting(Placed, ModalScreen[str | None]):
    """Does something in a thread of its own; comes back with None, or with why it was refused."""

    def __init__(self, words: str, deed: Callable[[], object]) -> None:
        super().__init__()
        self.words = words
        self.deed = deed

    def compose(self) -> ComposeResult:
        with Vertical(id="box"):
            yield Static(f"{self.words} ...", id="said", markup=False)
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
