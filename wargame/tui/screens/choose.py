"""Choosing what to play: a scenario's card, its length, and the seats that people take."""

import random
from collections.abc import Iterator
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container

from wargame.desk.lines import Para, Part, blank, heading, say
from wargame.desk.wish import Wish
from wargame.files.places import new_replay
from wargame.replay.wording import listed
from wargame.session.frames import ScenarioCard, Unusable
from wargame.session.refusal import Refused
from wargame.session.remote import SessionStopped
from wargame.tui.listing import Listing
from wargame.tui.screens.opening import Opening
from wargame.tui.screens.page import Page, game

TUTORIAL = "tutorial"


class _Dealt(Page):
    """A screen that waits for the cards of scenarios."""

    cards: list[ScenarioCard | Unusable]

    def on_mount(self) -> None:
        self.fetch()

    @work(thread=True)
    def fetch(self) -> None:
        try:
            cards = game(self.app).exercise.scenarios()
        except (Refused, SessionStopped) as error:
            self.from_thread(self.refused, str(error))
        else:
            self.from_thread(self.take, cards)

    def refused(self, reason: str) -> None:
        """There are none."""
        self.notify(reason, severity="error", markup=False)

    def take(self, cards: list[ScenarioCard | Unusable]) -> None:
        """The cards have come."""
        self.cards = cards
        self.deal()

    def deal(self) -> None:
        """Show them."""
        raise NotImplementedError


class ChooseScenario(_Dealt):
    """Which crisis to play."""

    ABOUT = (
        "Choose the crisis to play. The page beside the list says what it is about, how long it takes and who is in it."
    )
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "app.bell", "Choose", show=True)]

    def __init__(self) -> None:
        super().__init__("Play: choose a scenario")

    def body(self) -> ComposeResult:
        with Container(classes="pair"):
            yield Listing([say(("dim", "Looking for scenarios ..."))], id="scenarios", classes="first")
            yield Listing(id="card", classes="second")

    def deal(self) -> None:
        listing = self.query_one("#scenarios", Listing)
        listing.show(_scenario_lines(self.cards))
        listing.focus()

    def on_listing_pointed(self, event: Listing.Pointed) -> None:
        if event.listing.id == "scenarios":
            self.query_one("#card", Listing).show(_card(self._card(str(event.key[1]))))

    def on_listing_chosen(self, event: Listing.Chosen) -> None:
        if isinstance(self._card(str(event.key[1])), ScenarioCard):
            self.app.push_screen(ChooseSeat(str(event.key[1])))

    def _card(self, name: str) -> ScenarioCard | Unusable:
        return next(card for card in self.cards if _name(card) == name)


def _name(card: ScenarioCard | Unusable) -> str:
    return card.name if isinstance(card, ScenarioCard) else card.path


def _scenario_lines(cards: list[ScenarioCard | Unusable]) -> Iterator[Para]:
    for card in cards:
        key = ("scenario", _name(card))
        if isinstance(card, Unusable):
            yield say(("bad", card.path), ": ", card.reason, key=key)
        else:
            nations = sum(1 for seat in card.seats if seat.about.startswith("member"))
            first: Part = ("good", "  (the tutorial)" if card.name == TUTORIAL else "")
            yield say(("strong", card.title), first, f"  {nations} allies, up to {card.days:g} days", key=key)
        yield blank()


def _card(card: ScenarioCard | Unusable) -> Iterator[Para]:
    if isinstance(card, Unusable):
        yield say(("bad", "This scenario cannot be played."))
        yield say(card.reason)
        return
    yield heading(card.title.upper())
    yield say(card.synopsis)
    yield blank()
    for length in card.lengths:
        yield say(("key", f"{length.title}: "), f"about {length.turns} turns, up to {length.days:g} days")
    yield blank()
    yield say(("key", "Seats: "), ", ".join(seat.title for seat in card.seats))


class ChooseSeat(_Dealt):
    """Who plays what, and how long."""

    ABOUT = (
        "Choose your seat with Enter: the session begins. Several people at one keyboard mark their seats with x "
        "first: they play in turn, with a screen between that hides one from the other. l changes the length. Every "
        "seat that nobody takes is played by the computer."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x", "mark", "Mark seat"),
        Binding("l", "length", "Length"),
        Binding("s", "start", "Start"),
    ]

    def __init__(self, scenario: str) -> None:
        super().__init__("Play: choose your seat")
        self.scenario = scenario
        self.card: ScenarioCard | None = None
        self.length = -1
        self.marked: set[str] = set()

    def body(self) -> ComposeResult:
        yield Listing([say(("dim", "Reading the scenario ..."))], id="seats")

    def deal(self) -> None:
        found = next((card for card in self.cards if _name(card) == self.scenario), None)
        if isinstance(found, ScenarioCard):
            self.card = found
            self.retitle(f"{found.title}: choose your seat")
            self.draw_seats()
            self.query_one(Listing).focus()
        else:
            self.query_one(Listing).show([say(("bad", found.reason if found else "There is no such scenario."))])

    def draw_seats(self) -> None:
        assert self.card is not None
        self.query_one(Listing).show(self._lines(self.card))

    def _lines(self, card: ScenarioCard) -> Iterator[Para]:
        yield say(card.synopsis)
        yield blank()
        yield self._length_line(card)
        marked = listed([seat.title for seat in card.seats if seat.seat in self.marked])
        if marked:
            yield say(("dim", f"Enter or s begins with {marked}; x on a line marks it or takes its mark away."))
        else:
            yield say(("dim", "Enter begins with the seat at the cursor; x marks several for people at one keyboard."))
        yield blank()
        for index, seat in enumerate(card.seats):
            mark = "[x]" if seat.seat in self.marked else "[ ]"
            first = "  (suggested)" if not index else ""
            named: Part = ("strong", seat.title)
            yield say(f"{mark} ", named, ("good", first), f"  {seat.about}", key=("seat", seat.seat), hang=6)

    def _length_line(self, card: ScenarioCard) -> Para:
        """Every length that there is, the one that is played in brackets."""
        lengths = [("default", card.turns, card.days), *((each.title, each.turns, each.days) for each in card.lengths)]
        _, turns, days = lengths[self.length + 1]
        titles = [title for title, _, _ in lengths]
        titles[self.length + 1] = f"[{titles[self.length + 1]}]"
        return say(("key", "Length:"), f"  {'  '.join(titles)}  about {turns} turns, up to {days:g} days")

    def action_mark(self) -> None:
        key = self.query_one(Listing).key
        if key is not None:
            self.marked ^= {str(key[1])}
            self.draw_seats()

    def action_length(self) -> None:
        if self.card is not None and self.card.lengths:
            self.length = -1 if self.length + 1 == len(self.card.lengths) else self.length + 1
            self.draw_seats()

    def on_listing_chosen(self, event: Listing.Chosen) -> None:
        if not self.marked:
            self.marked = {str(event.key[1])}
        self.action_start()

    def action_start(self) -> None:
        """Begin with the marked seats, or the one pointed at."""
        card, key = self.card, self.query_one(Listing).key
        if card is None or key is None:
            return
        seats = tuple(each.seat for each in card.seats if each.seat in (self.marked or {str(key[1])}))
        length = card.lengths[self.length].id if self.length >= 0 else None
        seed = 1 if card.name == TUTORIAL else random.SystemRandom().randrange(1, 10**6)
        self.app.push_screen(
            Opening(Wish(scenario=card.name, seats=seats, seed=seed, length=length, path=str(new_replay(card.name))))
        )
        self.marked = set()
