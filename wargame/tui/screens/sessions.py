"""Sessions on disk: to go on with, or to watch."""

from collections.abc import Iterator
from pathlib import Path

from textual import work
from textual.app import ComposeResult

from wargame.desk.lines import Para, blank, heading, say
from wargame.desk.wish import Wish
from wargame.files.bundled import sample_folder
from wargame.files.places import folder_for
from wargame.replay.wording import counted, listed
from wargame.session.frames import SessionCard, Unusable
from wargame.session.refusal import Refused
from wargame.session.remote import SessionStopped
from wargame.tui.listing import Listing
from wargame.tui.screens.ask import Ask
from wargame.tui.screens.loading import Loading
from wargame.tui.screens.opening import Opening
from wargame.tui.screens.page import Page, game

FOLDER = "replays"
SECRETS = (
    "{title} is not over: {people} can still go on with it. Watching it shows the truth: what every seat keeps from "
    "the others, and what the adversary means to do. Watch it all the same?"
)
Cards = list[SessionCard | Unusable]


class _Found(Page):
    """A screen that waits for the list of sessions in some folders."""

    def body(self) -> ComposeResult:
        yield Listing([say(("dim", "Looking for sessions ..."))], id="sessions")

    cards: dict[str, SessionCard | Unusable]
    """By path, once they have come."""

    def on_screen_resume(self) -> None:
        """It is shown, or shown again: a session may have been played on meanwhile."""
        self.fetch()

    @work(thread=True)
    def fetch(self) -> None:
        app = self.app
        try:
            cards = [(folder, game(app).exercise.sessions(str(folder))) for folder in self.folders()]
        except (Refused, SessionStopped) as error:
            self.from_thread(self.refused, str(error))
        else:
            self.from_thread(self.take, cards)

    def refused(self, reason: str) -> None:
        """There is no list."""
        self.notify(reason, severity="error", markup=False)

    def folders(self) -> list[Path]:
        """Where sessions are looked for."""
        return [folder_for(FOLDER)]

    def take(self, found: list[tuple[Path, Cards]]) -> None:
        """The list has come."""
        self.cards = {card.path: card for _, some in found for card in some}
        listing = self.query_one(Listing)
        listing.show(self.lines(found))
        listing.focus()

    def lines(self, found: list[tuple[Path, Cards]]) -> Iterator[Para]:
        """The list in words."""
        raise NotImplementedError


class Sessions(_Found):
    """Which session to go on with."""

    ABOUT = f"Your sessions in {FOLDER}/ that are not over. Enter goes on with one; no turn that was ended is lost."

    def __init__(self) -> None:
        super().__init__("Resume a session")

    def on_listing_chosen(self, event: Listing.Chosen) -> None:
        self.app.push_screen(Opening(Wish(path=str(event.key[1]), resume=True)))

    def lines(self, found: list[tuple[Path, Cards]]) -> Iterator[Para]:
        cards = [card for _, some in found for card in some]
        open_ones = [card for card in cards if isinstance(card, SessionCard) and card.seats and not card.over]
        for card in open_ones:
            said = f"  {counted(card.turns, 'turn')} played by {listed(card.people)}"
            yield say(("strong", card.title), said, key=("session", card.path))
            yield say(("dim", f"{card.path}  {card.saved} UTC"), indent=2)
            yield blank()
        if not open_ones:
            yield say(
                f"No session of yours that is not over lies in {FOLDER}/. Play one first; every turn is saved there."
            )
        yield from (say(("dim", card.reason)) for card in cards if isinstance(card, Unusable))


class Played(_Found):
    """Which session to watch."""

    ABOUT = (
        "Every session on disk, the one written last first, and the samples that come with the program. Enter opens "
        "one to be watched. A replay holds everything, also what its seats did not know: watch one that you still play "
        "only if you do not mind."
    )

    def __init__(self) -> None:
        super().__init__("Watch a session")

    def folders(self) -> list[Path]:
        folders = super().folders()
        samples = sample_folder()
        if samples is not None and samples.resolve() not in [folder.resolve() for folder in folders]:
            folders.append(samples)
        return folders

    def on_listing_chosen(self, event: Listing.Chosen) -> None:
        path = str(event.key[1])
        card = self.cards[path]
        if isinstance(card, SessionCard) and card.seats and not card.over:
            question = SECRETS.format(title=card.title, people=listed(card.people))
            self.app.push_screen(Ask(question, "no"), lambda yes: self.open_replay(path) if yes else None)
        else:
            self.open_replay(path)

    def open_replay(self, path: str) -> None:
        """Watch one."""
        self.app.push_screen(Loading(path))

    def lines(self, found: list[tuple[Path, Cards]]) -> Iterator[Para]:
        for folder, cards in found:
            yield heading(f"SAMPLES IN {folder}" if folder == sample_folder() else f"YOURS IN {folder}/")
            for card in cards:
                if isinstance(card, SessionCard):
                    yield from _watchable(card)
            if not cards:
                yield say("There is none here yet. Play one; every turn is saved.")
            yield from (say(("dim", card.reason)) for card in cards if isinstance(card, Unusable))
            yield blank()


def _watchable(card: SessionCard) -> Iterator[Para]:
    state = "over" if card.over else "not over"
    people = f", {listed(card.people)} played by people" if card.people else ""
    said = f"  {counted(card.turns, 'turn')} played, {state}{people}"
    yield say(("strong", card.title), said, key=("session", card.path))
    yield say(("dim", f"{Path(card.path).name}  {card.saved} UTC"), indent=2)
