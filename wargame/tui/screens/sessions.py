"""Sessions on disk: to go on with, or to watch."""

from collections.abc import Iterator

from textual import work
from textual.app import ComposeResult

from wargame.desk.desk import Wish
from wargame.desk.lines import Para, blank, say
from wargame.session.frames import SessionCard, Unusable
from wargame.session.refusal import Refused
from wargame.session.remote import SessionStopped
from wargame.tui.listing import Listing
from wargame.tui.screens.opening import Opening
from wargame.tui.screens.page import Page, game

FOLDER = "replays"


class Sessions(Page):
    """Which session to go on with."""

    ABOUT = f"Your sessions in {FOLDER}/ that are not over. Enter goes on with one; no turn that was ended is lost."

    def __init__(self) -> None:
        super().__init__("Resume a session")

    def body(self) -> ComposeResult:
        yield Listing([say(("dim", "Looking for sessions ..."))], id="sessions")

    def on_mount(self) -> None:
        self.fetch()

    @work(thread=True)
    def fetch(self) -> None:
        app = self.app
        try:
            cards = game(app).exercise.sessions(FOLDER)
        except (Refused, SessionStopped) as error:
            app.call_from_thread(self.notify, str(error), severity="error", markup=False)
        else:
            app.call_from_thread(self.take, cards)

    def take(self, cards: list[SessionCard | Unusable]) -> None:
        """The list has come."""
        listing = self.query_one(Listing)
        listing.show(_lines(cards))
        listing.focus()

    def on_listing_chosen(self, event: Listing.Chosen) -> None:
        self.app.push_screen(Opening(Wish(path=str(event.key[1]), resume=True)))


def _lines(cards: list[SessionCard | Unusable]) -> Iterator[Para]:
    open_ones = [card for card in cards if isinstance(card, SessionCard) and card.seats and not card.over]
    for card in open_ones:
        said = f"  {card.turns} turns played, {', '.join(card.seats)}, {card.saved}"
        yield say(("strong", card.title), said, key=("session", card.path))
        yield say(("dim", card.path), indent=2)
        yield blank()
    if not open_ones:
        yield say(f"No session of yours that is not over lies in {FOLDER}/. Play one first; every turn is saved there.")
    yield from (say(("dim", card.reason)) for card in cards if isinstance(card, Unusable))
