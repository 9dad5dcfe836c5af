"""A replay is being read to be watched: that happens in a worker thread; this screen waits for it."""

from collections.abc import Callable
from importlib import import_module
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import ProgressBar, Static
from textual.worker import get_current_worker

from wargame.files.faults import FileFaults
from wargame.files.replays import load_replay
from wargame.replay.reel import Session
from wargame.replay.watch import TRUTH
from wargame.session.endings import UNVERIFIED
from wargame.tui.screens.page import Placed

READING = 0.8
"""Share of the bar for reading; the rest is for winding through once."""


class CannotWatch(Exception):
    """The file cannot be shown; the message says why in one line."""


class Loading(Placed, ModalScreen[None]):
    """Waits until a replay has been read, then hands over to the screen that shows it.

    What it reads is the truth: whoever opens a replay to watch it is the umpire of it from then on.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "stop", "Back", key_display="Esc")]

    def __init__(self, path: str) -> None:
        super().__init__()
        self.path = path

    def compose(self) -> ComposeResult:
        with Vertical(id="box"):
            yield Static(f"Reading {self.path} ...", id="said", markup=False)
            yield ProgressBar(total=1.0, show_eta=False)

    def on_mount(self) -> None:
        self.load()

    @work(thread=True)
    def load(self) -> None:
        worker = get_current_worker()

        def progress(share: float) -> None:
            if worker.is_cancelled:
                raise CannotWatch("reading was stopped")
            self.from_thread(self.progress, share)

        import_module("wargame.tui.map.drawing")  # what it needs is slow to import, which the screens must not wait for
        try:
            session = opened(self.path, progress)
        except CannotWatch as error:
            self.from_thread(self.back_or_end, str(error), UNVERIFIED)
        else:
            self.from_thread(self.loaded, session)

    def progress(self, share: float) -> None:
        """How much has been done."""
        self.query_one(ProgressBar).update(progress=share)

    def loaded(self, session: Session) -> None:
        """Go to the screen that shows it, in the place of this one."""
        from wargame.tui.screens.watch import Watch

        self.app.switch_screen(Watch(session, self.path))

    def action_stop(self) -> None:
        self.workers.cancel_node(self)
        self.back_or_end()


def opened(path: str, progress: Callable[[float], object]) -> Session:
    """A replay to wind through. Raises CannotWatch for one that is damaged, foreign, or was never played so."""
    try:
        replay = load_replay(path, lambda share: progress(READING * share))
    except (FileFaults, OSError) as error:
        raise CannotWatch(str(error).splitlines()[0]) from None
    if replay.damage is not None:
        raise CannotWatch(str(replay.damage).splitlines()[0])
    try:
        session = Session.of(replay.record)
        session.reel(TRUTH, lambda share: progress(READING + (1 - READING) * share))
    except (LookupError, TypeError, ValueError, AttributeError, ArithmeticError, AssertionError):
        raise CannotWatch(f"{path}: it was never played so; wargame verify says which turn differs") from None
    return session
