"""A session is being begun or resumed: what that takes happens in another process; this screen waits for it."""

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import ProgressBar, Static

from wargame.desk.desk import Desk
from wargame.desk.wish import Wish
from wargame.session.endings import FAILED
from wargame.session.refusal import Refused
from wargame.session.remote import SessionStopped
from wargame.tui.screens.page import Placed, game


class Opening(Placed, ModalScreen[None]):
    """Waits until a session is open, then hands over to its first screen."""

    def __init__(self, wish: Wish) -> None:
        super().__init__()
        self.wish = wish

    def compose(self) -> ComposeResult:
        with Vertical(id="box"):
            words = (
                "Playing the turns so far again"
                if self.wish.resume or self.wish.branch_of
                else "Setting up the exercise"
            )
            yield Static(f"{words} ...", id="said", markup=False)
            yield ProgressBar(show_eta=False, show_percentage=False)

    def on_mount(self) -> None:
        self.open_desk()

    @work(thread=True)
    def open_desk(self) -> None:
        app = self.app
        try:
            desk = Desk.open(game(app).exercise, self.wish)
        except (Refused, SessionStopped, OSError) as error:
            self.from_thread(self.failed, str(error), getattr(error, "code", FAILED))
        else:
            self.from_thread(self.opened, desk)

    def opened(self, desk: Desk) -> None:
        """Go to the main screen, in the place of this one."""
        from wargame.tui.screens.crisis import first_screen

        game(self.app).desk = desk
        self.app.switch_screen(first_screen(desk))

    def failed(self, reason: str, code: int) -> None:
        """Say why."""
        game(self.app).new_exercise()
        self.back_or_end(reason, code)
