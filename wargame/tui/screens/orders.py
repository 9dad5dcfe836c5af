"""Every decision that the seat could take, with what it costs, needs and does; then the ways to take one."""

from collections.abc import Callable, Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container

from wargame.desk.desk import Desk
from wargame.desk.lines import Para, Part, blank, say
from wargame.desk.orders import Kind, against, kind_page, kind_paras, kinds, way_words
from wargame.replay.order_words import subject
from wargame.replay.wording import plain_words
from wargame.rules.legal import ON_PAD
from wargame.session.refusal import Refused
from wargame.tui.listing import CursorList, Listing
from wargame.tui.screens.form import FormScreen
from wargame.tui.screens.page import SHORT, Page

TAKE_BACK = ". On the desk u takes back the last order, x the one that is pointed at on the pad."
"""What undoes an order that stands in the way of another."""


def show_orders(page: Page, desk: Desk, about: str | None, after: Callable[[], None] | None = None) -> None:
    """Open the orders about one thing, or all; where there is none about it, say so and stay."""
    staged = [order.decision for order in desk.orders()]
    if about is not None and not kinds(desk.view(), staged, about):
        page.notify(f"No order of yours is about {_named(desk, about)}; a shows every order.", markup=False)
    else:
        page.app.push_screen(Orders(desk, about), lambda _: after() if after is not None else None)


def _named(desk: Desk, about: str) -> str:
    """What orders are about, in words."""
    scene = desk.scene()
    return subject(scene.scenario, scene.situation, scene.view, about)


class Orders(Page):
    """The catalogue of orders."""

    ABOUT = (
        "The orders your seat can give now, by group; i shows the others too, with why not. / finds one by name. Enter "
        "shows the ways to give it. Nothing is committed before the turn ends."
    )
    BINDINGS: ClassVar[list[BindingType]] = [Binding("i", "legal_only", "All or possible")]

    def __init__(self, desk: Desk, about: str | None = None) -> None:
        words = "Acts" if desk.controls else "Orders"
        super().__init__(words if about is None else f"{words} about {_named(desk, about)}")
        self.desk = desk
        self.about = about
        self.legal_only = about is None
        self.known: list[Kind] = []

    def body(self) -> ComposeResult:
        with Container(classes="pair"):
            yield Listing(id="kinds", classes="first")
            yield Listing(id="page", classes="second")

    def on_mount(self) -> None:
        self.refill()
        self.query_one("#kinds").focus()

    def refill(self) -> None:
        """Look again at what can be ordered beside what is staged."""
        self.known = kinds(self.desk.view(), [order.decision for order in self.desk.orders()], self.about)
        listing = self.query_one("#kinds", Listing)
        listing.show(self._lines())
        if listing.key is None:
            listing.show([say("Nothing can be ordered now. Esc goes back; i shows what cannot, with why not.")])

    def _lines(self) -> Iterator[Para]:
        if not self.legal_only:
            yield from kind_paras(self.known)
            return
        yield from kind_paras([kind for kind in self.known if kind.reason is None])
        others = len(self._others())
        if others:
            yield blank()
            yield say(("dim", f"{others} more cannot be given now: i shows them, each with why not."))

    def _others(self) -> list[Kind]:
        """What cannot be given now."""
        return [kind for kind in self.known if kind.reason is not None and not kind.entry.missing]

    def find(self, text: str, listing: CursorList) -> bool:
        """What is not among the orders that can be given is looked for among the others, which are shown then."""
        wanted = plain_words(text).casefold()
        aside = listing.id == "kinds" and self.legal_only and not listing.search(text)
        found = next((kind for kind in self._others() if wanted in kind.name.casefold()), None) if aside else None
        if found is None:
            return super().find(text, listing)
        self.action_legal_only()
        self.query_one("#kinds", Listing).point_at(("kind", found.entry.kind))
        return True

    def action_legal_only(self) -> None:
        """Show or hide what cannot be ordered now."""
        self.legal_only = not self.legal_only
        self.refill()

    def _kind(self, name: object) -> Kind:
        return next(kind for kind in self.known if kind.entry.kind == name)

    def on_listing_pointed(self, event: Listing.Pointed) -> None:
        if event.listing.id == "kinds":
            self.query_one("#page", Listing).show(kind_page(self._kind(event.key[1])))

    def on_listing_chosen(self, event: Listing.Chosen) -> None:
        kind = self._kind(event.key[1])
        if kind.reason is not None:
            how = TAKE_BACK if kind.reason == ON_PAD else ""
            self.notify(f"Not now: {kind.reason}{how}", severity="warning", markup=False)
        elif len(kind.ways) > 1:
            self.app.push_screen(Ways(self.desk, kind), self._staged)
        else:
            self.app.push_screen(FormScreen(self.desk, kind, kind.ways[0] if kind.ways else None), self._staged)

    def _staged(self, staged: bool | None) -> None:
        """An order was staged, or not: others may be possible now. Whoever came for one thing has done with it."""
        if staged and self.about is not None:
            self.dismiss(True)
        else:
            self.refill()


class Ways(Page):
    """The ways to give one kind of order, with sensible values."""

    ABOUT = (
        "Each line is a way to give this order. Enter opens it as a form, where every value can be changed and a "
        "reason given; s stages it as it stands."
    )
    BINDINGS: ClassVar[list[BindingType]] = [Binding("s", "stage", "Stage"), Binding("b", "blank", "Other values")]

    def __init__(self, desk: Desk, kind: Kind) -> None:
        super().__init__(f"Orders: {kind.name}")
        self.desk = desk
        self.kind = kind

    def body(self) -> ComposeResult:
        with Container(classes="pair"):
            yield Listing(self._lines(), id="ways", classes="first")
            yield Listing(kind_page(self.kind), id="page", classes="second")

    def on_mount(self) -> None:
        self.query_one("#ways").focus()

    def _lines(self) -> Iterator[Para]:
        view, prices = self.desk.view(), self.kind.prices
        for index, (way, asked) in enumerate(zip(self.kind.ways, prices, strict=True)):
            price: Part = ("warn", f"  {asked} PC" if len(set(prices)) > 1 else "")
            yield say(way_words(way, self.desk.words(way)), price, *against(view, way), key=("way", index))
        yield blank()
        yield say(("dim", "Enter opens a way as a form; s stages it as it stands; b begins with other values."))

    def on_listing_chosen(self, event: Listing.Chosen) -> None:
        if event.listing.id == "ways":
            self.app.push_screen(FormScreen(self.desk, self.kind, self.kind.ways[int(event.key[1])]), self._done)

    def action_blank(self) -> None:
        self.app.push_screen(FormScreen(self.desk, self.kind, None), self._done)

    def action_stage(self) -> None:
        key = self.query_one("#ways", Listing).key
        if key is None:
            return
        try:
            self.desk.stage(self.kind.ways[int(key[1])])
        except Refused as refusal:
            self.notify(str(refusal), severity="warning", markup=False)
        else:
            staged = self.desk.words(self.desk.orders()[-1].decision)
            self.notify(f"Staged: {staged}", timeout=SHORT, markup=False)
            self.dismiss(True)

    def _done(self, staged: bool | None) -> None:
        if staged:
            self.dismiss(True)
