"""Another course of a session: play on from one of its turns, with people in the seats that are chosen."""

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from wargame.desk.lines import Para, blank, columns, say
from wargame.desk.wish import Wish
from wargame.files.places import new_replay
from wargame.model.record import PERSON, Header
from wargame.model.scenario import all_seats
from wargame.replay import names
from wargame.replay.wording import counted
from wargame.session.seating import unscripted
from wargame.tui.listing import Listing
from wargame.tui.screens.opening import Opening
from wargame.tui.screens.page import Page, game


class BranchHere(Page):
    """Who plays on."""

    ABOUT = (
        "Play on from the beginning of the turn that is named, with the same luck until somebody decides otherwise. "
        "Enter on a seat takes it and begins; several people mark their seats with x first. Everybody else is played "
        "by the computer players of the session. The branch is a new file; the session that it comes from stays as it "
        "is."
    )
    BINDINGS: ClassVar[list[BindingType]] = [Binding("x", "mark", "Mark seat"), Binding("s", "start", "Start")]

    def __init__(self, header: Header, path: str, turn: int) -> None:
        super().__init__(f"Branch: play on from turn {turn}")
        self.header = header
        self.path = path
        self.turn = turn
        self.marked = {each.seat for each in header.seating if each.player == PERSON}

    def body(self) -> ComposeResult:
        yield Listing(self._lines(), id="seats")

    def on_mount(self) -> None:
        self.query_one(Listing).focus()

    def _lines(self) -> Iterator[Para]:
        scenario = self.header.scenario
        players = {each.seat: each.player for each in unscripted(self.header.seating)}
        common = counted(self.turn - 1, "turn")
        yield say(f"The branch has {common} in common with {self.path} and goes to a file of its own.")
        yield blank()
        seats = all_seats(scenario)
        yield from columns(
            (
                (
                    "[x]" if seat in self.marked else "[ ]",
                    ("strong", names.who(scenario, seat)),
                    ("dim", f"so far: {players.get(seat, 'the model')}"),
                )
                for seat in seats
            ),
            [("seat", seat) for seat in seats],
        )

    def action_mark(self) -> None:
        listing = self.query_one(Listing)
        if listing.key is not None:
            self.marked ^= {str(listing.key[1])}
            listing.show(self._lines())

    def on_listing_chosen(self, event: Listing.Chosen) -> None:
        if not self.marked:
            self.marked = {str(event.key[1])}
        self.action_start()

    def action_start(self) -> None:
        """Begin with the marked seats, or the one pointed at."""
        key = self.query_one(Listing).key
        wanted = self.marked or ({str(key[1])} if key is not None else set())
        scenario = self.header.scenario
        seats = tuple(each for each in all_seats(scenario) if each in wanted)
        to = str(new_replay(f"{scenario.id}-branch"))
        game(self.app).new_exercise()
        self.app.push_screen(Opening(Wish(seats=seats, path=to, branch_of=self.path, after=self.turn - 1)))
