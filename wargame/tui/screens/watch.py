"""The replay player: any view of a session at any of its events, and from any turn on, another course of it."""

from collections.abc import Sequence
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal
from textual.timer import Timer
from textual.widgets import ContentSwitcher

from wargame.desk.lines import Para, say
from wargame.desk.panels import TABS, status
from wargame.desk.watching import WEIGHTS, could_have_known, course, happening, scores, where, whose
from wargame.replay.reel import Reel, Session
from wargame.replay.watch import TRUTH, Scene
from wargame.tui.events import EventList
from wargame.tui.listing import Listing
from wargame.tui.map.widget import TheatreMap
from wargame.tui.screens.page import Page, game
from wargame.tui.screens.tabbed import Tabbed
from wargame.tui.scrubber import Scrubber
from wargame.tui.strips import Paragraphs, TabBar

SETTLES = 0.08
"""Seconds without another key after which what takes longer is made: panels, map, scores."""
NOTABLE_ONES = 1
"""Of WEIGHTS, what the list begins with: without what is only book-keeping."""
PAGES = ("events", *(tab.id for tab in TABS), "scores")
TITLES = ("Events", *(tab.title for tab in TABS), "Scores")


class Watch(Tabbed):
    """The player."""

    ABOUT = (
        "Wind through a session that was played. The scrubber above shows how much happened when, and where the "
        "adversary stood on the ladder of escalation (0 to 9; as the seat saw it in a seat's view); letters mark the "
        "steps of the response: indication, warning, council, order, loaded, debarked, ready. The list of events "
        "and the map and tabs beside it stand at the instant that is named under the scrubber. t changes whose "
        "knowledge is shown: the truth, then every seat's; the title says which. b plays on from the turn at which you "
        "look, with people in the seats that you choose, in a new file."
    )
    KEYS: ClassVar[Sequence[tuple[str, str]]] = (
        ("[  ]", "the event before, the next; with a filter, of those in the list"),
        ("{  }", "the turn before, the next: as its seats had it before they decided"),
        ("Home  End", "STARTEX, the end"),
        ("r  R", "the next step of the response, the one before; the scrubber has their first letters"),
        ("t  T", "the next view, the one before: truth, then every seat's"),
        ("u", "the truth, from any view"),
        ("1 to 8", ", ".join(TITLES)),
        ("f", "list notable events, weighty ones, all of them with what is only book-keeping"),
        ("c", "what a nation could have known by now, beside what it held and the truth"),
        ("m", "map beside the tabs, alone, or hidden"),
        ("click", "on the scrubber: goes there"),
        ("Enter", "on an event: all that is known of it, its cause and what it led to"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right_square_bracket", "event(1)", "Event", key_display="[ ]"),
        Binding("right_curly_bracket", "turn(1)", "Turn", key_display="{ }"),
        Binding("t", "view(1)", "View"),
        Binding("b", "branch", "Branch here"),
        Binding("left_square_bracket", "event(-1)", show=False),
        Binding("left_curly_bracket", "turn(-1)", show=False),
        Binding("T", "view(-1)", show=False),
        Binding("u", "truth", show=False),
        Binding("home", "edge(0)", show=False, priority=True),
        Binding("end", "edge(1)", show=False, priority=True),
        Binding("r", "step(1)", show=False),
        Binding("R", "step(-1)", show=False),
        Binding("f", "filter", show=False),
        Binding("c", "hindsight", show=False),
        Binding("m", "map", show=False),
        *(Binding(str(number), f"tab({number - 1})", show=False) for number in range(1, len(PAGES) + 1)),
        Binding("escape", "back", "Back", key_display="Esc"),
    ]

    def __init__(self, session: Session, path: str) -> None:
        super().__init__("")
        self.session = session
        self.path = path
        self.view = self.wanted = TRUTH
        """Whose knowledge is shown, and whose is to be, once it has been worked out."""
        self.position = session.stops[0].position if session.stops else 0
        self.weight = NOTABLE_ONES
        self._settling: Timer | None = None
        self._making: tuple[str, int, int] | None = None
        """View, position and page that a worker thread is making."""

    def body(self) -> ComposeResult:
        yield Paragraphs(id="status")
        yield Scrubber(id="scrubber")
        yield TabBar(TITLES, id="tabs")
        with Horizontal(id="desk"):
            with Container(id="left"):
                yield TheatreMap(ascii_only=game(self.app).ascii_only, id="map")
            with ContentSwitcher(id="pages", initial=PAGES[0]):
                yield EventList(id=PAGES[0])
                for name in PAGES[1:]:
                    yield Listing(id=name)

    def on_mount(self) -> None:
        self.unroll()
        game(self.app).settle()
        self.focus_tab()

    # --- where one looks -------------------------------------------------------------------------------------

    @property
    def reel(self) -> Reel:
        return self.session.reel(self.view)

    def go(self, position: int) -> None:
        """Look at another position: what is quick at once, the rest when no other follows."""
        self.position = min(max(position, 0), len(self.session.events))
        reel = self.reel
        self.query_one(Scrubber).look_at(self.session.time(self.position), where(self.session, reel, self.position))
        self.query_one(EventList).point(reel.known(self.position))
        self._settle()

    def action_event(self, step: int) -> None:
        reel, listed = self.reel, self.query_one(EventList)
        number = listed.number(step)
        if number is not None:
            self.go(reel.umpire_ids[number - 1])
        else:
            self.go(0 if step < 0 else len(self.session.events))

    def action_turn(self, step: int) -> None:
        self.go(self.session.turn(self.position, step))

    def action_edge(self, side: int) -> None:
        self.go(len(self.session.events) if side else 0)

    def action_step(self, step: int) -> None:
        """To a milestone of the response; only the umpire knows all of them."""
        if self.view != TRUTH:
            self.notify("The steps of the response are the umpire's; u shows the truth", markup=False)
            return
        places = sorted({self.session.at(time) for time, _ in self.session.steps})
        ahead = [place for place in places if (place - self.position) * step > 0]
        if ahead:
            self.go(min(ahead) if step > 0 else max(ahead))
        else:
            self.app.bell()

    def on_scrubber_sought(self, event: Scrubber.Sought) -> None:
        self.go(self.session.at(event.instant))

    def on_event_list_wound(self, event: EventList.Wound) -> None:
        self.go(self.reel.umpire_ids[event.number - 1])

    # --- whose knowledge -------------------------------------------------------------------------------------

    def action_view(self, step: int) -> None:
        views = self.session.views
        self.change_view(views[(views.index(self.wanted) + step) % len(views)])

    def action_truth(self) -> None:
        self.change_view(TRUTH)

    def change_view(self, view: str) -> None:
        """Another view; one that was not looked at yet is made first, in a worker thread."""
        self.wanted = view
        if view in self.session.reels:
            self.reel_made(view)
        else:
            self.retitle(self.titled(view) + " ...")
            self.make_reel(view)

    @work(thread=True, exclusive=True, group="reel")
    def make_reel(self, view: str) -> None:
        self.session.reel(view)
        self.from_thread(self.reel_made, view)

    def reel_made(self, view: str) -> None:
        """A view can be shown now, unless another is wanted meanwhile."""
        if view == self.wanted:
            self.view = view
            self.unroll()

    def titled(self, view: str) -> str:
        """What is shown, and whose knowledge of it."""
        shown, _ = WEIGHTS[self.weight]
        more, _ = WEIGHTS[(self.weight + 1) % len(WEIGHTS)]
        said = f"{whose(self.session, view)}, {shown} (f: {more})"
        return f"Replay: {self.session.record.header.scenario.title}, {said}"

    def unroll(self) -> None:
        """Show the present view, by events of the weight that is asked for."""
        least = WEIGHTS[self.weight][1]
        self.retitle(self.titled(self.view))
        self.query_one(Scrubber).show(course(self.session, self.reel, least))
        self.query_one(EventList).show(self.reel, least)
        self.go(self.position)

    def action_filter(self) -> None:
        self.weight = (self.weight + 1) % len(WEIGHTS)
        self.unroll()

    # --- panels ----------------------------------------------------------------------------------------------

    def _settle(self) -> None:
        if self._settling is not None:
            self._settling.stop()
        self._settling = self.set_timer(SETTLES, self._make)

    def _make(self) -> None:
        """Have the panel made for where one looks, unless that is being done."""
        if self._settling is not None:
            self._settling.stop()
            self._settling = None
        if self._making is None:
            self._making = self.view, self.position, self.tab
            self.make(*self._making)

    @work(thread=True, group="panels")
    def make(self, view: str, position: int, page: int) -> None:
        scene = self.session.scene(view, position)
        paras = list(self.paras(scene, page, position))
        self.from_thread(self.made, (view, position, page), scene, list(status.paras(scene)), paras)

    def paras(self, scene: Scene, page: int, position: int) -> Sequence[Para]:
        """What a tab says; of the list of events nothing, it speaks for itself."""
        if PAGES[page] == "scores":
            if scene.view != TRUTH:
                return [say("The scores are the umpire's. ", ("key", "u"), " shows the truth, with its scores.")]
            return list(scores(self.session, position))
        return [] if page == 0 else list(TABS[page - 1].paras(scene))

    def made(self, what: tuple[str, int, int], scene: Scene, head: list[Para], paras: list[Para]) -> None:
        """A panel is made; if one looks elsewhere by now, the next is begun."""
        self._making = None
        if what[0] == self.view:
            self.query_one("#status", Paragraphs).show(head)
            self.query_one("#map", TheatreMap).set_scene(scene)
            if what[2]:
                self.query_one(f"#{PAGES[what[2]]}", Listing).show(paras)
        if what != (self.view, self.position, self.tab):
            self._make()

    @property
    def settled(self) -> bool:
        """Whether everything on the screen is of where one looks."""
        return self.view == self.wanted and self._settling is None and self._making is None

    def page_ids(self) -> Sequence[str]:
        return PAGES

    def open_tab(self) -> None:
        self._make()

    # --- looking closer --------------------------------------------------------------------------------------

    def on_event_list_chosen(self, event: EventList.Chosen) -> None:
        self.app.push_screen(Happening(self.reel, event.number))

    def on_listing_chosen(self, event: Listing.Chosen) -> None:
        kind, name = event.key
        if kind == "event":
            self.app.push_screen(Happening(self.reel, int(name)))
        else:
            self.action_tab(0)
            self.find(str(name), self.query_one(EventList))

    def action_hindsight(self) -> None:
        self.app.push_screen(CouldHaveKnown(self.session, self.view, self.position))

    def action_branch(self) -> None:
        from wargame.tui.screens.branch import BranchHere

        stop = self.session.stop(self.position)
        if stop is None or not stop.played:
            self.notify("Play is over there; branch from an earlier turn", severity="warning", markup=False)
        else:
            self.app.push_screen(BranchHere(self.session.record.header, self.path, stop.number))

    def leave(self) -> None:
        self.back_or_end()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While something is typed, Home and End belong to what is typed."""
        return action != "edge" or not self.query_one("#search").has_focus


class Happening(Page):
    """One event of a replay."""

    ABOUT = "All that the view holds of one event. Enter on a line goes to its cause, or to what it led to."

    def __init__(self, reel: Reel, number: int) -> None:
        super().__init__(f"Event {number}")
        self.reel = reel
        self.number = number

    def body(self) -> ComposeResult:
        yield Listing(happening(self.reel, self.number))

    def on_mount(self) -> None:
        self.query_one(Listing).focus()

    def on_listing_chosen(self, event: Listing.Chosen) -> None:
        self.app.push_screen(Happening(self.reel, int(event.key[1])))


class CouldHaveKnown(Page):
    """Hindsight."""

    ABOUT = (
        "What was being prepared, what the nation held of it, and what it could have known had every member shared "
        "what it had. In the truth's view every nation in turn."
    )

    def __init__(self, session: Session, view: str, position: int) -> None:
        super().__init__("What could have been known (umpire's view)")
        self.session = session
        self.view = view
        self.position = position

    def body(self) -> ComposeResult:
        yield Listing([say(("dim", "Comparing ..."))])

    def on_mount(self) -> None:
        self.query_one(Listing).focus()
        self.compare()

    @work(thread=True)
    def compare(self) -> None:
        paras = list(could_have_known(self.session, self.view, self.position))
        self.from_thread(self.compared, paras)

    def compared(self, paras: list[Para]) -> None:
        """It has been worked out."""
        self.query_one(Listing).show(paras)
