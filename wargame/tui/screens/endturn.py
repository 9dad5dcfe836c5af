"""Ending a turn: one more look at what is staged; then the clock runs, in another process."""

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import ProgressBar, Static

from wargame.desk.desk import Desk
from wargame.desk.lines import Para, blank, say
from wargame.desk.panels.inbox import waits
from wargame.replay.summary_orders import given
from wargame.replay.summary_waiting import waiting
from wargame.session.refusal import Refused
from wargame.session.remote import SessionStopped
from wargame.tui.listing import Listing
from wargame.tui.screens.page import Placed


class EndTurn(Placed, ModalScreen[bool]):
    """Review and commit."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "Back", key_display="Esc"),
        Binding("e", "commit", "Commit"),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.running = False

    def compose(self) -> ComposeResult:
        with Vertical(id="box") as box:
            box.border_title = f"END OF TURN {self.desk.turn}"
            yield Listing(self._lines(), id="review")
            yield Static("", id="said", markup=False)
            yield ProgressBar(total=1.0, show_eta=False, show_percentage=False, id="clock")

    def on_mount(self) -> None:
        self.query_one("#clock").display = False
        listing = self.query_one(Listing)
        listing.point_at(("do", "commit"))
        listing.focus()

    def _lines(self) -> Iterator[Para]:
        scene = self.desk.scene()
        orders = given(scene)
        for index, order in enumerate(orders, start=1):
            yield say(("strong", f"{index} "), order.words, ("dim", f": {order.rationale}" if order.rationale else ""))
        if not orders:
            yield say(("warn", "You have staged nothing; the turn passes without an order of yours."))
        unanswered = [each for each in waiting(scene) if not each.staged]
        if unanswered:
            yield say(("bad", "NOT ANSWERED"))
            yield from (replace(waits(each), key=None) for each in unanswered)
        yield blank()
        words = "Commit, and let the clock run" if self.desk.last else "Commit, and hand over"
        yield say(("strong", "e  "), words, key=("do", "commit"))
        yield say(("strong", "Esc"), " Back to the desk", key=("do", "cancel"))

    def on_listing_chosen(self, event: Listing.Chosen) -> None:
        if event.key[1] == "commit":
            self.action_commit()
        else:
            self.action_cancel()

    def action_cancel(self) -> None:
        if not self.running:
            self.dismiss(False)

    def action_commit(self) -> None:
        if self.running:
            return
        try:
            passed = self.desk.pass_on()
        except SessionStopped as error:
            self.end(str(error))
            return
        if passed:
            self.dismiss(True)
            return
        self.running = True
        self.query_one("#said", Static).update("The clock runs ...")
        bar = self.query_one("#clock", ProgressBar)
        bar.display = True
        bar.update(total=None)
        self.run_clock()

    @work(thread=True)
    def run_clock(self) -> None:
        try:
            self.desk.end_turn(lambda days, of: self.from_thread(self.progress, days, of))
        except (SessionStopped, Refused) as error:
            self.from_thread(self.end, str(error))
        else:
            self.from_thread(self.dismiss, True)

    def progress(self, days: float, of: float) -> None:
        """Play is over; the rest runs to the horizon by itself."""
        self.query_one("#said", Static).update(f"ENDEX. The rest runs by itself: D+{days:.0f} of {of:.0f}")
        self.query_one("#clock", ProgressBar).update(total=of, progress=days)
