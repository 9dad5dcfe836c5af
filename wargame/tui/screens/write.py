"""One line of text that is typed."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

MOST = 2000
"""Characters."""


class Write(ModalScreen[str]):
    """Type a line; Enter takes it, Esc leaves it. What comes back is empty then."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", "Back", key_display="Esc")]

    def __init__(self, title: str, hint: str) -> None:
        super().__init__()
        self.heading = title
        self.hint = hint

    def compose(self) -> ComposeResult:
        with Vertical(id="box"):
            yield Static(self.heading, id="said", markup=False)
            yield Input(placeholder=self.hint, max_length=MOST, id="line")
            yield Static("Enter takes it, Esc leaves it.", markup=False)

    def on_mount(self) -> None:
        self.query_one(Input).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.dismiss(event.value.strip())

    def action_cancel(self) -> None:
        self.dismiss("")
