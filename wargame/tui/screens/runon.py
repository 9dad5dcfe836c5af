"""Run until it concerns me: turns end one after another until something needs the seat."""

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import ProgressBar, Static

from wargame.desk.concern import concerns, headlines, known
from wargame.desk.desk import Desk
from wargame.desk.lines import Para, blank, heading, say
from wargame.desk.panels.inbox import item
from wargame.model.clock import instant
from wargame.replay.wording import counted
from wargame.session.refusal import Refused
from wargame.session.remote import SessionStopped
from wargame.tui.listing import Listing
from wargame.tui.screens.page import Placed


class RunOn(Placed, ModalScreen[bool]):
    """Ends turns, and says at every one what happened; at last why it stopped."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "stop", "Stop after this turn", key_display="Esc"),
        Binding("y", "begin", show=False),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.running = False
        self.stopping = False
        self.ran = 0
        """Turns that it has ended."""
        self.lines: list[Para] = []

    def compose(self) -> ComposeResult:
        with Vertical(id="box"):
            yield Listing(self._asking(), id="ran")
            yield Static("", id="said", markup=False)
            yield ProgressBar(total=None, show_eta=False, show_percentage=False, id="clock")

    def on_mount(self) -> None:
        self.query_one("#clock").display = False
        listing = self.query_one(Listing)
        listing.point_at(("do", "begin"))
        listing.focus()

    def _asking(self) -> Iterator[Para]:
        yield heading("RUN UNTIL IT CONCERNS ME")
        staged = len(self.desk.orders())
        if staged:
            are = "is" if staged == 1 else "are"
            yield say(("warn", f"{counted(staged, 'order')} on your pad {are} committed with this turn."))
        yield say(
            "Turns end one after another until something new waits for your answer, is due from you or is a flash; at "
            "ENDEX at the latest. What waits already stops nothing. Esc stops after the turn that is running."
        )
        yield blank()
        yield say(("strong", "y  "), "Run", key=("do", "begin"))
        yield say(("strong", "Esc"), " Back to the desk", key=("do", "stop"))

    def on_listing_chosen(self, event: Listing.Chosen) -> None:
        if event.key[1] == "begin":
            self.action_begin()
        else:
            self.action_stop()

    def action_begin(self) -> None:
        if not self.running and not self.ran:
            self.running = True
            self.query_one("#clock").display = True
            self.lines = [heading("RUNNING: ESC STOPS AFTER THIS TURN")]
            self.run_on()

    def action_stop(self) -> None:
        """Stop after the turn that is running; when nothing runs, back to the desk."""
        if self.running:
            self.stopping = True
            self.query_one("#said", Static).update("Stopping after this turn ...")
        else:
            self.dismiss(self.ran > 0)

    @work(thread=True)
    def run_on(self) -> None:
        reasons: list[str] = []
        try:
            waited = known(self.desk.scene())
            while not reasons:
                before, turn = len(self.desk.view().log), self.desk.turn
                self.desk.end_turn()
                scene = self.desk.scene()
                reasons = concerns(scene, before, waited)
                told = [replace(item(each), key=None) for each in headlines(scene, before)]
                self.from_thread(self.ended, turn, instant(scene.time), told)
                if self.stopping and not reasons:
                    reasons = ["you asked to stop"]
        except (SessionStopped, Refused) as error:
            self.from_thread(self.end, str(error))
        else:
            self.from_thread(self.stopped, reasons)

    def ended(self, turn: int, now: str, told: list[Para]) -> None:
        """A turn has ended."""
        self.ran += 1
        self.lines += [say(("strong", f"Turn {turn}"), f" ended {now}"), *told]
        if not told:
            self.lines.append(say(("dim", "Nothing weighty reached you."), indent=2))
        listing = self.query_one(Listing)
        listing.show(self.lines)
        listing.scroll_end(animate=False)

    def stopped(self, reasons: list[str]) -> None:
        """Something needs the seat."""
        self.running = False
        self.query_one("#clock").display = False
        self.query_one("#said", Static).update("")
        self.lines[0] = heading(f"STOPPED AFTER {counted(self.ran, 'turn').upper()}")
        self.lines += [blank(), heading("WHY"), *(say("- ", each) for each in reasons), blank()]
        listing = self.query_one(Listing)
        where = "goes on to the result" if self.desk.phase == "over" else "goes on to your desk"
        listing.show([*self.lines, say(("strong", "Enter"), f" {where}", key=("do", "stop"))])
        listing.point_at(("do", "stop"))
