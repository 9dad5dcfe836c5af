"""Many sessions between computer players: they are played by another process; this screen shows what it tells."""

import json
import os
import signal
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import ProgressBar, Static

from wargame.desk.lines import say
from wargame.desk.simulating import FIELDS, Asked, Run, asked_paras, pace, result_paras, runs
from wargame.session.frames import LengthCard, ScenarioCard
from wargame.session.refusal import Refused
from wargame.session.remote import SessionStopped
from wargame.tui.listing import Listing
from wargame.tui.screens.loading import Loading
from wargame.tui.screens.page import Page, game
from wargame.tui.screens.pick import Pick
from wargame.tui.screens.waiting import Waiting

PATIENCE = 5.0
"""Seconds that the other process has to stop in; then it is ended. Rows that it has told of are on disk."""


class Batch(Page):
    """Ask for a batch, watch it, stop it."""

    ABOUT = (
        "Play many sessions of a scenario between computer players and see what comes of it: the share of sessions "
        "with an attack, response times, scores, each with the interval that its true value lies in with 95% "
        "confidence. Enter on a line changes it. With a second player every session is played twice with the same "
        "luck, and the difference is told. Esc stops a batch and r goes on with it; what was played is kept, a row for "
        "each session, in a folder that spreadsheets and programs open as it is. w plays one of them "
        "again and opens its replay."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "start", "Start"),
        Binding("r", "resume", "Resume"),
        Binding("w", "watch", "Watch a run"),
    ]

    def __init__(self, scenario: str = "tutorial") -> None:
        super().__init__("Simulate: many sessions")
        self.asked = Asked(scenario)
        self.running: subprocess.Popen[str] | None = None
        self.stopping = False
        self.told: Mapping[str, Any] | None = None
        self.folder = ""
        """Of a batch that was stopped and can be gone on with."""
        self.played = self.asked
        """What was asked for when the batch that is shown began."""
        self.lengths: dict[str, tuple[LengthCard, ...]] = {}
        """By scenario, once they have been asked for."""

    def body(self) -> ComposeResult:
        yield Listing(asked_paras(self.asked), id="asked")
        yield Static("", id="pace", markup=False)
        yield ProgressBar(show_eta=False, id="bar")
        yield Listing([say(("dim", "What comes of it will stand here."))], id="figures")

    def on_mount(self) -> None:
        self.query_one("#bar").display = False
        listing = self.query_one("#asked", Listing)
        listing.point_at(("field", "start"))
        listing.focus()
        self.fetch()

    @work(thread=True)
    def fetch(self) -> None:
        """Ask which lengths scenarios have."""
        with suppress(Refused, SessionStopped):  # without an answer every scenario has its own length alone
            cards = game(self.app).exercise.scenarios()
            self.lengths = {card.name: card.lengths for card in cards if isinstance(card, ScenarioCard)}

    # --- what is asked for -----------------------------------------------------------------------------------

    def on_listing_chosen(self, event: Listing.Chosen) -> None:
        name = str(event.key[1])
        if name == "start":
            self.action_start()
        elif self.running is None:
            about = dict(self.asked.choices(name, self.lengths.get(self.asked.scenario, ())))
            pick = Pick(FIELDS[name][0], list(about), about.__getitem__, other=False)
            self.app.push_screen(pick, lambda value: self.change(name, value))

    def change(self, name: str, value: str | None) -> None:
        """A field was changed; None when it was not."""
        if value is not None:
            self.asked = self.asked.changed(name, value)
            self.folder = ""
            self.query_one("#asked", Listing).show(asked_paras(self.asked))
            self.refresh_bindings()

    # --- playing ---------------------------------------------------------------------------------------------

    def action_start(self) -> None:
        self.begin("")

    def action_resume(self) -> None:
        if self.folder:
            self.begin(self.folder)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what was stopped can be gone on with, and only what was played be watched."""
        if action == "watch":
            return self.running is None and self.told is not None and self.told["done"] > 0
        return action != "resume" or bool(self.folder)

    def action_watch(self) -> None:
        """Choose a run to watch."""
        assert self.told is not None
        folder = self.told["result"]["folder"]
        try:
            found = {each.name: each for each in runs(folder)}
        except OSError as error:
            self.notify(str(error), severity="error", markup=False)
            return

        def chosen(name: str | None) -> None:
            if name is not None:
                self.play_again(found[name], Path(folder) / name)

        pick = Pick("Watch a run", list(found), lambda name: [("", found[name].words)], other=False)
        self.app.push_screen(pick, chosen)

    def play_again(self, run: Run, path: Path) -> None:
        """Play one run again, and open its replay."""
        process = started(self.played.again(run, path))

        def play() -> None:
            said, _ = process.communicate()
            if process.returncode < 0:
                raise Refused("it was stopped")
            if process.returncode:
                raise Refused(said.strip().removeprefix("wargame: ") or f"it ended with code {process.returncode}")

        def played(reason: str | None) -> None:
            if reason is None:
                self.app.push_screen(Loading(str(path)))
            else:
                self.notify(reason, severity="error", markup=False)

        self.app.push_screen(Waiting(f"Playing seed {run.seed} again", play, process.kill), played)

    def begin(self, resumed: str) -> None:
        """Have it played, or the rest of it."""
        if self.running is not None:
            self.notify("A batch is running; Esc stops it", severity="warning", markup=False)
            return
        self.stopping, self.told, self.folder, self.played = False, None, "", self.asked
        self.say("Starting ...")
        bar = self.query_one("#bar", ProgressBar)
        bar.display = True
        bar.update(total=None, progress=0)
        self.running = started(self.asked.command(resumed))
        self.refresh_bindings()
        self.follow(self.running)

    @work(thread=True)
    def follow(self, process: "subprocess.Popen[str]") -> None:
        """Read what the other process tells until it ends."""
        assert process.stdout is not None
        said = ""
        with process.stdout as lines, suppress(ValueError):
            for line in lines:
                if line.startswith("{"):
                    self.from_thread(self.progress, json.loads(line))
                else:
                    said = said or line.strip()
        code = process.wait()
        self.from_thread(self.ended, code, said)

    def progress(self, told: Mapping[str, Any]) -> None:
        """The other process has told how far it is."""
        if self.running is None:
            return
        self.told = told
        self.query_one("#bar", ProgressBar).update(total=told["total"], progress=told["done"])
        if not self.stopping:
            self.say(pace(told))
        self.query_one("#figures", Listing).show(result_paras(told["result"]))

    def ended(self, code: int, said: str) -> None:
        """It has ended."""
        if self.running is None:
            return
        self.running = None
        self.query_one("#bar").display = False
        if self.stopping and self.told is not None and code:
            self.folder = self.told["result"]["folder"]
            self.say(f"Stopped after {self.told['done']} of {self.told['total']} runs; r goes on ({self.folder})")
        elif self.stopping and code:
            self.say("Stopped before the first run was done.")
        elif code or self.told is None:
            self.say(said.removeprefix("wargame: ") or f"the batch ended with code {code}")
        else:
            self.say(f"{self.told['total']} runs are done; their rows are in {self.told['result']['folder']}")
        self.refresh_bindings()

    def say(self, words: str) -> None:
        """The line above the figures."""
        self.query_one("#pace", Static).update(words)

    def leave(self) -> None:
        """The first Esc stops what runs, the next one goes back."""
        if self.running is None:
            self.dismiss()
        elif not self.stopping:
            self.stopping = True
            self.say("Stopping; what was played is kept ...")
            interrupt(self.running)
            self.set_timer(PATIENCE, self.running.kill)  # no harm to one that has ended

    def on_unmount(self) -> None:
        if self.running is not None:
            interrupt(self.running)
            try:
                self.running.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                self.running.kill()
            self.running = None


def started(command: Sequence[str]) -> "subprocess.Popen[str]":
    """A process of ours, of which all that it says is read; the terminal's signals are for the screens."""
    return subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )


def interrupt(process: "subprocess.Popen[str]") -> None:
    """As Ctrl-C would at a terminal of its own."""
    if os.name == "posix":
        process.send_signal(signal.SIGINT)
    else:
        process.terminate()
