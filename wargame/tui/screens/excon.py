"""The main screen of exercise control: the truth and any cell's picture side by side, the MEL, and a hand on it all."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal, Vertical
from textual.widgets import ContentSwitcher

from wargame.desk.desk import Desk
from wargame.desk.lines import Para, say
from wargame.desk.orders import kinds
from wargame.desk.panels import TABS, Tab, control, mel
from wargame.desk.timer import CHOICES
from wargame.model.clock import instant
from wargame.model.decisions.excon import Note
from wargame.model.scenario import EXCON, all_seats
from wargame.replay import names
from wargame.replay.watch import Scene
from wargame.session.refusal import Refused
from wargame.tui.listing import Listing
from wargame.tui.map.widget import TheatreMap
from wargame.tui.screens.crisis import Crisis, first_screen
from wargame.tui.screens.page import game
from wargame.tui.strips import Paragraphs, TabBar

MEL = Tab("mel", "MEL", mel.paras, "the master events list: what is due, what waits, what was held and fired")
CONTROL = Tab("control", "Control", control.paras, "bookmarks and notes; what of the model's rulings can be overruled")
PAUSED = "The exercise is paused: no turn ends and no seat's time runs. p lets it run on."


class Excon(Crisis):
    """The desk of exercise control."""

    STATES = ("", "-only-truth", "-only-cell", "-only-map")
    ALONE = "-only-map"
    ABOUT = (
        "Left the truth, right the same tab as one seat has it: v goes on to the next seat. Tab 7 is the master events "
        "list: Enter on an inject fires, holds or edits it. Tab 8 holds bookmarks, notes, what can be overruled, and "
        "everything else you can do to the exercise. Acts are staged on the pad like orders and take effect when you "
        "end the turn, before the clock runs: seats read of them when the next turn begins. Pause, timer, bookmark, "
        "taking a seat and rewinding happen as you press the key. While the exercise is paused no turn ends and the "
        "keyboard stays with you."
    )
    KEYS: ClassVar[Sequence[tuple[str, str]]] = (
        ("1 to 8", "Inbox, Council, Forces, Allies, Indicators, Reviews, MEL, Control"),
        ("v  V", "the next seat's picture, the one before"),
        ("m", "both pictures, truth alone, the cell's alone, the map"),
        ("i", "add an inject"),
        ("o", "overrule an adjudication, with the reason"),
        ("w", "write a private note"),
        ("p  t", "pause and let run on; set the turn timer for all seats"),
        ("s", "sit down in a seat that a computer plays"),
        ("z", "rewind to a turn, as a new branch"),
        ("E", "end turns until something needs you"),
        ("u  x", "take back the last act, the one pointed at"),
        ("r", "the turn report again"),
    )
    PAD = "a shows every act, tab 8 those with a key of their own."
    tabs: ClassVar[Sequence[Tab]] = (*TABS, MEL, CONTROL)
    PARTS = tuple((tab.title, tab.about) for tab in (*TABS, MEL, CONTROL))
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "orders", "Acts"),
        Binding("v", "cell(1)", "Next cell"),
        Binding("V", "cell(-1)", "Cell before", show=False),
        Binding("b", "bookmark", "Bookmark"),
        Binding("m", "map", "Show", show=False),
        Binding("u", "undo", "Undo", show=False),
        Binding("7", "tab(6)", show=False),
        Binding("8", "tab(7)", show=False),
        Binding("i", "inject", "Add inject", show=False),
        Binding("o", "overrule", "Overrule", show=False),
        Binding("w", "note", "Note", show=False),
        Binding("p", "pause", "Pause", show=False),
        Binding("t", "timer", "Turn timer", show=False),
        Binding("s", "take", "Take a seat", show=False),
        Binding("z", "rewind", "Rewind", show=False),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.seats = [seat for seat in all_seats(desk.view().scenario) if seat != EXCON]
        self.shown = 0
        """Index of the seat whose picture stands beside the truth."""
        self.pointed = ""
        """The inject that is pointed at."""

    def compose(self) -> ComposeResult:
        yield Paragraphs(id="status")
        yield TabBar([tab.title for tab in self.tabs], id="tabs")
        with Horizontal(id="desk"):
            with Container(id="ground"):
                yield TheatreMap(ascii_only=game(self.app).ascii_only, id="map")
            with Vertical(id="truth"):
                yield Paragraphs(id="truth-title")
                with ContentSwitcher(id="pages", initial=self.tabs[0].id):
                    for tab in self.tabs:
                        yield Listing(id=tab.id)
            with Vertical(id="beside"):
                yield Paragraphs(id="beside-title")
                yield Listing(id="cell")
        yield Paragraphs(id="means")
        yield Listing(id="pad")
        yield from self.foot()

    # --- what is shown ---------------------------------------------------------------------------------------

    @property
    def cell_scene(self) -> Scene:
        """What the seat that is looked at has before it."""
        return self.desk.cell(self.seats[self.shown])

    def told(self, tab: Tab, scene: Scene) -> Iterable[Para]:
        if tab is CONTROL:
            return (*self._doings(), *control.paras(scene, self.desk.bookmarks.read()))
        return tab.paras(scene)

    def _doings(self) -> Iterable[Para]:
        """What has a key, for the mouse too."""
        stands = "Let the exercise run on" if self.desk.timer.paused else "Pause the exercise"
        for key, name, words in (
            ("p", "pause", stands),
            ("t", "timer", "Set the turn timer"),
            ("b", "bookmark", "Set a bookmark"),
            ("w", "note", "Write a note"),
            ("i", "inject", "Add an inject"),
            ("o", "overrule", "Overrule an adjudication"),
            ("s", "take", "Play a seat that a computer plays"),
            ("z", "rewind", "Rewind to a turn, as a new branch"),
        ):
            yield say(("strong", key), f"  {words}", key=("do", name))
        yield say("")

    def open_tab(self) -> None:
        super().open_tab()
        if self.scene is not None:
            self.show_beside()

    def show_beside(self) -> None:
        """The right half: the seat's picture, or what belongs to the list on the left."""
        assert self.scene is not None
        tab = self.tabs[self.tab]
        listing, title = self.query_one("#cell", Listing), self.query_one("#beside-title", Paragraphs)
        heads = {MEL.id: "MASTER EVENTS LIST", CONTROL.id: "CONTROL"}
        self.query_one("#truth-title", Paragraphs).show([say(("strong", heads.get(tab.id, "TRUTH")))])
        if tab is MEL:
            title.show([say(("strong", "INJECT"))])
            listing.show(mel.inject_paras(self.scene, self.pointed))
        elif tab is CONTROL:
            title.show([say(("strong", "RULINGS"))])
            listing.show(control.ruling_paras(self.scene))
        else:
            seat = self.seats[self.shown]
            person = " (played here)" if seat in self.desk.seats else ""
            who = names.who(self.scene.scenario, seat).upper()
            title.show([say(("strong", f"AS {who} HAS IT"), ("dim", f"{person}  v: next seat"))])
            listing.show(tab.paras(self.cell_scene))

    def on_listing_pointed(self, event: Listing.Pointed) -> None:
        if event.listing.id == MEL.id:
            self.pointed = str(event.key[1])
            if self.tabs[self.tab] is MEL and self.scene is not None:
                self.show_beside()

    def action_cell(self, step: int) -> None:
        self.shown = (self.shown + step) % len(self.seats)
        if self.tabs[self.tab] in (MEL, CONTROL):
            self.action_tab(0)
        elif self.scene is not None:
            self.show_beside()

    def focus_tab(self) -> None:
        """Where the cell's picture stands alone, keys are for that."""
        if self.has_class("-only-cell"):
            self.query_one("#cell").focus()
        else:
            super().focus_tab()

    def states(self) -> Sequence[str]:
        return self.STATES

    # --- choosing --------------------------------------------------------------------------------------------

    def on_listing_chosen(self, event: Listing.Chosen) -> None:
        event.prevent_default()  # else the handler of the class above would be called besides
        kind, name = event.key
        match kind:
            case "do":
                self.doings[str(name)](self)
            case "inject":
                self.open_orders(str(name))
            case "ruling":
                self.open_form("override_adjudication", {"event": str(name)})
            case "rating":
                self.open_form("override_adjudication", {"training": str(name)})
            case "bookmark":
                self.ask_rewind(self.desk.bookmarks.read()[int(name)].turn)
            case "event" if event.listing.id == "cell" and self.tabs[self.tab] not in (MEL, CONTROL):
                from wargame.tui.screens.detail import Detail

                self.app.push_screen(Detail(self.desk, int(name), self.cell_scene))
            case "event" | "order":
                super().on_listing_chosen(event)
            case _:
                self.notify("EXCON gives no orders about this: tab 8 names what it can do, a every act.", markup=False)

    def open_form(self, kind: str, values: Mapping[str, str] | None = None) -> None:
        """An act as a form, some of it filled in."""
        from wargame.tui.screens.form import FormScreen

        staged = [order.decision for order in self.desk.orders()]
        found = next(each for each in kinds(self.desk.view(), staged) if each.entry.kind == kind)
        if found.reason is not None:
            self.notify(f"Not now: {found.reason}", severity="warning", markup=False)
            return
        self.app.push_screen(FormScreen(self.desk, found, None, values), lambda _: self.redraw())

    def action_inject(self) -> None:
        self.open_form("add_inject")

    def action_overrule(self) -> None:
        self.open_form("override_adjudication")

    # --- writing down ----------------------------------------------------------------------------------------

    def action_note(self) -> None:
        from wargame.tui.screens.write import Write

        self.app.push_screen(Write("Private note, for the after-action review", "what you observe"), self._noted)

    def _noted(self, text: str | None) -> None:
        if not text:
            return
        try:
            self.desk.stage(Note(text=text))
        except Refused as refusal:
            self.notify(str(refusal), severity="warning", markup=False)
        self.redraw()

    def action_bookmark(self) -> None:
        from wargame.tui.screens.write import Write

        self.app.push_screen(Write("Bookmark at this instant", "why to come back here"), self._marked)

    def _marked(self, text: str | None) -> None:
        if not text:
            return
        try:
            self.desk.bookmark(text)
        except OSError as error:
            self.notify(str(error), severity="error", markup=False)
        self.redraw()

    # --- the time of the people ------------------------------------------------------------------------------

    def action_pause(self) -> None:
        stands = self.desk.timer.pause()
        self.app.clear_notifications()  # what was said of the pause is so no longer
        self.notify(PAUSED if stands else "The exercise runs on.", markup=False)
        self.redraw()

    def action_end_turn(self) -> None:
        if not self.stands():
            super().action_end_turn()

    def action_run_on(self) -> None:
        if not self.stands():
            super().action_run_on()

    def stands(self) -> bool:
        """Whether the exercise is paused; says so."""
        if self.desk.timer.paused:
            self.notify(PAUSED, severity="warning", markup=False)
        return self.desk.timer.paused

    def action_timer(self) -> None:
        from wargame.tui.screens.pick import Pick

        minutes = [str(each) for each in CHOICES]
        pick = Pick("Minutes for each seat and turn", minutes, _timed, other=False)
        self.app.push_screen(pick, self._timed)

    def _timed(self, minutes: str | None) -> None:
        if minutes is not None:
            self.desk.set_timer(float(minutes))
            self._warned = False
            self.redraw()

    # --- the seats and the past ------------------------------------------------------------------------------

    def action_take(self) -> None:
        from wargame.tui.screens.pick import Pick

        vacant, scenario = self.desk.vacant, self.desk.view().scenario
        if not vacant:
            self.notify("Every seat is played by people here.", markup=False)
            return
        pick = Pick("Play from now on", vacant, lambda seat: (("strong", names.who(scenario, seat)),), other=False)
        self.app.push_screen(pick, self._take)

    def _take(self, seat: str | None) -> None:
        from wargame.tui.screens.waiting import Waiting

        if seat is None:
            return
        who = names.who(self.desk.view().scenario, seat)

        def taken(reason: str | None) -> None:
            said = f"{who} is played here: its desk comes after yours in this turn." if reason is None else reason
            self.notify(said, severity="information" if reason is None else "warning", markup=False)
            self.redraw()

        self.app.push_screen(Waiting(f"Taking the seat of {who}", lambda: self.desk.take(seat)), taken)

    def action_rewind(self) -> None:
        from wargame.tui.screens.pick import Pick

        edges = self.desk.scene().edges
        turns = [str(turn) for turn in range(len(edges), 0, -1)]
        pick = Pick(
            "Rewind to the beginning of turn", turns, lambda turn: f"began {instant(edges[int(turn) - 1])}", other=False
        )
        self.app.push_screen(pick, lambda turn: self.ask_rewind(int(turn)) if turn is not None else None)

    def ask_rewind(self, turn: int) -> None:
        """Make sure, then go on in a branch from the beginning of a turn."""
        from wargame.tui.screens.ask import Ask
        from wargame.tui.screens.waiting import Waiting

        path = self.desk.branch_path(turn - 1)

        def sure(yes: bool | None) -> None:
            if yes:
                self.app.push_screen(Waiting("Playing the turns before again", rewind), self._rewound)

        def rewind() -> None:
            self.desk.rewind(turn - 1, path)

        self.app.push_screen(
            Ask(
                f"Rewind to the beginning of turn {turn}? Every seat decides that turn anew. The session goes on in a "
                f"new file, {path}; what was played so far stays whole in {self.desk.path}."
            ),
            sure,
        )

    def _rewound(self, reason: str | None) -> None:
        if reason is not None:
            self.notify(reason, severity="warning", markup=False)
            return
        self.app.clear_notifications()
        self.app.switch_screen(first_screen(self.desk))

    doings: ClassVar[Mapping[str, Callable[["Excon"], None]]] = {
        "pause": action_pause,
        "timer": action_timer,
        "bookmark": action_bookmark,
        "note": action_note,
        "inject": action_inject,
        "overrule": action_overrule,
        "take": action_take,
        "rewind": action_rewind,
    }


def _timed(minutes: str) -> str:
    return "minutes" if minutes != "0" else "no timer"
