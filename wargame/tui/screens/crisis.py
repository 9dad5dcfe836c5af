"""The main screen: status, map, six tabs and the orders pad of the seat at the keyboard."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal, Vertical
from textual.widgets import ContentSwitcher

from wargame.desk.desk import Desk
from wargame.desk.lines import Para, Part
from wargame.desk.panels import TABS, Tab, pad, status
from wargame.replay.watch import Scene
from wargame.session.refusal import Refused
from wargame.tui.coaching import Coach
from wargame.tui.listing import POINTER, Listing
from wargame.tui.map.widget import TheatreMap
from wargame.tui.screens.leaving import leave_exercise
from wargame.tui.screens.page import Page, game
from wargame.tui.screens.tabbed import Tabbed
from wargame.tui.strips import Paragraphs, TabBar


class Crisis(Tabbed):
    """The main screen."""

    ABOUT = (
        "Read what waits for you, decide, end the turn. The tabs hold all that your seat knows; Enter on a line shows "
        "the orders that are about it, a shows every order. Orders are staged on the pad below and take effect when "
        "you end the turn; until then u takes the last one back."
    )
    PARTS: ClassVar[Sequence[tuple[str, str]]] = tuple((tab.title, tab.about) for tab in TABS)
    KEYS: ClassVar[Sequence[tuple[str, str]]] = (
        ("1 to 6", "Inbox, Council, Forces, Allies, Indicators, Reviews"),
        ("m", "map beside the tabs, alone, or hidden"),
        (
            "on the map",
            "arrows pan, + - zoom, 0 the whole, w ways, n N go through what is on it, Enter orders about it",
        ),
        ("f", "estimate: when could a force be capable"),
        ("r", "the turn report again; in the first turn the brief"),
        ("b", "your brief again"),
        ("x", "on an order of the pad: take it back"),
        ("E", "end turns until something needs you"),
    )
    PAD: ClassVar[str] = "a shows every order, Enter on a line those about it."
    """How an order is given."""
    tabs: ClassVar[Sequence[Tab]] = TABS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "orders", "Orders"),
        Binding("e", "end_turn", "End turn"),
        Binding("E", "run_on", "Run until it concerns me", show=False),
        Binding("m", "map", "Map"),
        Binding("u", "undo", "Undo"),
        *(Binding(str(number), f"tab({number - 1})", show=False) for number in range(1, len(TABS) + 1)),
        Binding("f", "estimate", "Estimate", show=False),
        Binding("r", "report", "Turn report", show=False),
        Binding("b", "brief", "Your brief", show=False),
        Binding("x", "drop", "Take back", show=False),
        Binding("escape", "back", "Leave", key_display="Esc"),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__("")
        self.desk = desk
        self.scene: Scene | None = None
        self._stale: set[str] = set()
        self._unopened: set[str] = set()
        """Tabs that have not been opened since the turn began: nobody has moved in them yet."""
        self._warned = False

    def compose(self) -> ComposeResult:
        yield Paragraphs(id="status")
        with Horizontal(id="desk"):
            with Container(id="left"):
                yield TheatreMap(ascii_only=game(self.app).ascii_only, id="map")
            with Vertical(id="right"):
                yield TabBar([tab.title for tab in TABS], id="tabs")
                with ContentSwitcher(id="pages", initial=TABS[0].id):
                    for tab in TABS:
                        yield Listing(id=tab.id)
        yield Coach(id="coach")
        yield Paragraphs(id="means")
        yield Listing(id="pad")
        yield from self.foot()

    def on_mount(self) -> None:
        self.set_interval(1.0, self.tick)
        self.arrive()

    # --- what is shown ---------------------------------------------------------------------------------------

    def arrive(self) -> None:
        """The seat has sat down, or its next turn has begun: to its report; at the end, to the result."""
        if self.desk.phase == "over":
            from wargame.tui.screens.result import Result

            self.app.switch_screen(Result(self.desk))
            return
        self.desk.timer.start()
        self._warned = False
        self._unopened = {tab.id for tab in self.tabs}
        self.redraw()
        game(self.app).settle()
        self.action_tab(0)
        self.tell()

    def tell(self) -> None:
        """At a turn's beginning, what the last one brought; in the first, the brief."""
        from wargame.tui.screens.report import Brief, Report

        if self.desk.unread():
            self.app.push_screen(Report(self.desk))
        elif self.desk.turn == 1 and self.desk.reported.get(self.desk.seat) is None:
            self.app.push_screen(Brief(self.desk))
        self.desk.read()

    def redraw(self) -> None:
        """Show what the seat has before it now; tabs that are not open are made when they are opened."""
        self.scene = self.desk.scene()
        self.show_status()
        self.show_means()
        self.query_one("#pad", Listing).show(pad.orders(self.scene, self.PAD))
        self.query_one("#map", TheatreMap).set_scene(self.scene)
        self._stale = {tab.id for tab in self.tabs}
        self.open_tab()

    def show_status(self) -> None:
        """The two lines at the top."""
        if self.scene is not None:
            self.query_one("#status", Paragraphs).show(status.paras(self.scene, self.desk.timer.words))

    def show_means(self) -> None:
        """The heading of the pad, after the pointer while keys go to the pad, which may have no line to point at."""
        if self.scene is not None:
            lead: Part = ("key", POINTER if self.query_one("#pad").has_focus else " ")
            means = pad.means(self.scene)
            self.query_one("#means", Paragraphs).show([replace(means, parts=(lead, *means.parts))])

    def on_descendant_focus(self) -> None:
        self.show_means()

    def tick(self) -> None:
        """A second has passed; once the turn timer is up, that is said, and nothing else happens."""
        timer = self.desk.timer
        if timer.limit and not timer.paused:
            if self.is_current:  # under another screen the clock may be running, and what is shown be changing
                self.show_status()
            if timer.up and not self._warned:
                self._warned = True
                self.app.bell()
                self.notify("The time for this turn is up: end it with e.", severity="warning", markup=False)

    def open_tab(self) -> None:
        tab = self.tabs[self.tab]
        if tab.id in self._stale and self.scene is not None:
            listing = self.query_one(f"#{tab.id}", Listing)
            listing.show(self.told(tab, self.scene), anew=tab.id in self._unopened)
            self._unopened.discard(tab.id)
            self._stale.discard(tab.id)
        if self.scene is not None:
            self.desk.look(tab.id)
            for coach in self.query(Coach):  # exercise control has none
                coach.advise(self.scene, self.desk.advice(self.scene))

    def told(self, tab: Tab, scene: Scene) -> Iterable[Para]:
        """What a tab says."""
        return tab.paras(scene)

    def page_ids(self) -> Sequence[str]:
        return [tab.id for tab in self.tabs]

    # --- deciding --------------------------------------------------------------------------------------------

    def action_orders(self) -> None:
        self.open_orders(None)

    def open_orders(self, about: str | None) -> None:
        """Every order, or those about one thing; what is staged there is on the pad afterwards."""
        from wargame.tui.screens.orders import show_orders

        show_orders(self, self.desk, about, self.redraw)

    def on_listing_chosen(self, event: Listing.Chosen) -> None:
        kind, name = event.key
        if kind == "order":
            self.notify("x takes this order back", markup=False)
        elif kind == "event":
            from wargame.tui.screens.detail import Detail

            self.app.push_screen(Detail(self.desk, int(name)), lambda _: self.redraw())
        else:
            self.open_orders(str(name))

    def on_theatre_map_selected(self, event: TheatreMap.Selected) -> None:
        """Orders about what was chosen on the map."""
        self.open_orders(event.item.id)

    def action_undo(self) -> None:
        self.take_back(None)

    def action_drop(self) -> None:
        key = self.query_one("#pad", Listing).key
        if key is not None:
            self.take_back(int(key[1]))

    def take_back(self, index: int | None) -> None:
        """Take back an order of the pad."""
        try:
            order = self.desk.undo(index)
        except Refused as refusal:
            self.notify(str(refusal), severity="warning", markup=False)
            return
        assert self.scene is not None
        self.notify(f"Taken back: {self.desk.words(order.decision)}", markup=False)
        self.redraw()

    def action_estimate(self) -> None:
        from wargame.tui.screens.estimate import Estimates

        self.app.push_screen(Estimates(self.desk))

    def action_report(self) -> None:
        from wargame.tui.screens.report import Report

        if self.desk.turn == 1:
            self.action_brief()
        else:
            self.app.push_screen(Report(self.desk))

    def action_brief(self) -> None:
        """The seat's brief again."""
        from wargame.tui.screens.report import Brief

        self.app.push_screen(Brief(self.desk))

    # --- the clock -------------------------------------------------------------------------------------------

    def action_end_turn(self) -> None:
        from wargame.tui.screens.endturn import EndTurn

        self.app.push_screen(EndTurn(self.desk), self._ended)

    def _ended(self, done: bool | None) -> None:
        """The seat has ended its turn: the next one comes, or the next turn."""
        if not done:
            return
        if self.desk.hot_seat and self.desk.phase != "over":
            self.hand_over()
        else:
            self.arrive()

    def hand_over(self) -> None:
        """Nothing of this seat stays: its screen goes with all that is in it, and so does what was notified."""
        from wargame.tui.screens.handover import HandOver

        self.app.clear_notifications()
        self.app.switch_screen(HandOver(self.desk))

    def action_run_on(self) -> None:
        """End turns until one needs the seat."""
        from wargame.tui.screens.runon import RunOn

        if self.desk.hot_seat:
            self.notify("Other seats at this keyboard decide too: end turns one by one.", markup=False)
        else:
            self.app.push_screen(RunOn(self.desk), self._ended)

    def leave(self) -> None:
        leave_exercise(self, self.desk)


def main_screen(desk: Desk) -> Crisis:
    """The main screen of the seat that is at the keyboard."""
    if desk.controls:
        from wargame.tui.screens.excon import Excon

        return Excon(desk)
    return Crisis(desk)


def first_screen(desk: Desk) -> Page:
    """What a session opens with: where several people share the keyboard, whose it is."""
    from wargame.tui.screens.handover import HandOver

    return HandOver(desk) if desk.hot_seat else main_screen(desk)
