"""The program as a terminal application: its look, its first screen, and what a crash may show."""

import asyncio
import gc
import os
import select
import shlex
import sys
import threading
import time
import traceback
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events
from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.command import CommandPalette
from textual.filter import LineFilter
from textual.screen import Screen

from wargame.desk.ascii import ascii_only
from wargame.desk.wish import Wish
from wargame.tui.look import ANSI, DARK, LIGHT, THEMES, AsciiFilter
from wargame.tui.small import STILL_TAKEN, cover, too_small
from wargame.tui.typed import TypedInOrder

if TYPE_CHECKING:
    from wargame.desk.desk import Desk
    from wargame.session.remote import RemoteExercise

LIBRARY = ("app.focus", "screen.", "app.help")
"""Actions of the library's own that are no commands of this program."""
GRACE = 2.0
"""Seconds that the program has for ending in good order once its terminal is gone."""
FAULT = "wargame stopped by a fault of the program; every turn that was ended is safe in its file"


class Wargame(TypedInOrder):
    """Screens over one session, which runs in a process of its own."""

    TITLE = "wargame"
    CSS_PATH = "wargame.tcss"
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark", "explain", "Help", key_display="?"),
        Binding("ctrl+q", "leave", "Quit the program", show=False, priority=True),
        Binding("ctrl+t", "theme", "Colours: dark, light, the terminal's own", show=False),
    ]

    def __init__(
        self, wish: Wish | None = None, *, replay: str | None = None, theme: str = DARK, plain_ascii: bool | None = None
    ) -> None:
        super().__init__()
        self.ascii_only = ascii_only() if plain_ascii is None else plain_ascii
        for each in THEMES:
            self.register_theme(each)
        self.theme = theme
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (98, "-normal"), (136, "-wide")]
        self.wish = wish
        self.replay = replay
        self.fault = ""
        self.desk: Desk | None = None
        """The session that was opened last."""
        self._exercise: RemoteExercise | None = None
        self._starting = threading.Lock()

    @property
    def exercise(self) -> "RemoteExercise":
        """The process that simulates; started when something is asked of it first, which is for a worker thread."""
        with self._starting:
            if self._exercise is None:
                from wargame.session.remote import RemoteExercise

                self._exercise = RemoteExercise()
            return self._exercise

    def new_exercise(self) -> None:
        """Let the present session's process end; the next question starts another."""
        if self._exercise is not None:
            self._exercise.close()
            self._exercise = None

    def settle(self) -> None:
        """Much has come that will stay: leave it out when garbage is looked for, which else takes longer now and then
        than to draw a whole screen.
        """
        if not self.is_headless:
            gc.unfreeze()
            gc.collect()
            gc.freeze()

    def get_line_filters(self) -> list[LineFilter]:
        """Where only ASCII can be shown, the last filter sees to it."""
        filters = list(super().get_line_filters())
        return [*filters, AsciiFilter()] if self.ascii_only else filters

    def leave_without_a_terminal(self, loop: asyncio.AbstractEventLoop) -> None:
        """Wait, in a thread of its own, until the terminal is gone; then end. One that vanishes without a hang-up
        signal, as a container's may, would leave the library reading its end for ever; and once the thread that
        writes to it has failed, the event loop may wait for it for ever too.
        """
        ends = select.poll()
        ends.register(sys.__stdin__ or 0, 0)  # a hang-up is told whatever is asked for
        ends.poll()
        self.desk = None  # there is nobody to be told of it
        loop.call_soon_threadsafe(self.exit, 0)
        time.sleep(GRACE)
        os._exit(0)

    def farewell(self) -> str:
        """For the shell, once the terminal is as it was: where the session is; empty when none was begun."""
        if self.desk is None:
            return ""
        path = shlex.quote(self.desk.path)
        if self.desk.phase == "over":
            return f"the session is over and kept: wargame replay {path} shows it"
        return f"the session is kept: wargame play --resume {path} goes on"

    def notify(self, message: str, **settings: Any) -> None:
        """One notice at a time: a newer one takes the place of the one before."""
        self.clear_notifications()
        super().notify(message, **settings)

    def on_resize(self, event: events.Resize) -> None:
        if too_small(event.size) and isinstance(self.screen, CommandPalette):
            self.pop_screen()  # its list lies over everything
        cover(self.screen, event.size)

    async def on_event(self, event: events.Event) -> None:
        """While the terminal is too small nobody sees what a key would do."""
        typed = isinstance(event, events.Key | events.Paste) and getattr(event, "key", "") not in STILL_TAKEN
        if not (typed and too_small(self.size)):
            await super().on_event(event)

    async def on_mount(self) -> None:
        self.screen_change_signal.subscribe(self, lambda screen: cover(screen, self.size))
        if not self.is_headless and hasattr(select, "poll"):
            here = asyncio.get_running_loop()
            threading.Thread(target=self.leave_without_a_terminal, args=(here,), daemon=True).start()
        if self.ascii_only:
            self.add_class("-ascii")
        if self.replay is not None:
            from wargame.tui.screens.loading import Loading

            await self.push_screen(Loading(self.replay))
        elif self.wish is None:
            from wargame.tui.screens.home import Home

            await self.push_screen(Home())
        else:
            from wargame.tui.screens.opening import Opening

            await self.push_screen(Opening(self.wish))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """What the palette offers: the keys of the present screen, by what they do."""
        said = set()
        for key, active in screen.active_bindings.items():
            words = active.binding.description
            if (
                words
                and words not in said
                and active.node in (screen, self)
                and not active.binding.action.startswith(LIBRARY)
            ):
                said.add(words)
                display = self.get_key_display(active.binding)
                yield SystemCommand(words, f"key {display}", partial(self.simulate_key, key))

    def action_command_palette(self) -> None:
        """Not over a box: what a box waits for ends the box, and would find the palette in its place."""
        if not self.screen.is_modal:
            super().action_command_palette()

    def action_explain(self) -> None:
        """What the present screen is for and which keys it takes."""
        from wargame.tui.screens.explain import Explain

        if not isinstance(self.screen, Explain):
            self.push_screen(Explain(self.screen))

    def action_theme(self) -> None:
        """Dark, light, the terminal's own colours, and again."""
        themes = (DARK, LIGHT, ANSI)
        self.theme = themes[(themes.index(self.theme) + 1) % len(themes)] if self.theme in themes else DARK

    def action_leave(self) -> None:
        """End the program; what was ended is on disk, and so is what is staged."""
        self.exit(0)

    def on_unmount(self) -> None:
        self.new_exercise()

    def panic(self, *renderables: object) -> None:
        """Nothing that the library would tell of a crash is shown."""
        self._fatal_error()

    def _fatal_error(self) -> None:
        """A crash prints one line. The library's own page would show local variables, which may be a seat's secrets;
        an exception's words may be too, so only its type and place are told; but a session that cannot go on, as on a
        full disk, says why.
        """
        from wargame.session.remote import SessionStopped

        stopped = isinstance(self._exception, SessionStopped)
        self.fault = str(self._exception) if stopped else f"{FAULT} ({_place(self._exception)})"
        self._close_messages_no_wait()


def _place(error: BaseException | None) -> str:
    """Where a fault is: `KeyError in crisis.py, line 120`."""
    frames = traceback.extract_tb(error.__traceback__) if error is not None else None
    own = [each for each in frames or () if "wargame" in each.filename]
    where = f" in {Path(own[-1].filename).name}, line {own[-1].lineno}" if own else ""
    return f"{type(error).__name__}{where}"
