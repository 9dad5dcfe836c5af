"""The help screen: what the screen that was left is for, and every key it takes."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.screen import Screen

from wargame.desk.lines import Para, blank, columns, heading, say
from wargame.tui.listing import Listing
from wargame.tui.map.legend import meanings
from wargame.tui.map.widget import TheatreMap
from wargame.tui.screens.page import Page, game

EVERYWHERE = (
    ("arrows, j k", "move"),
    ("g  G", "first, last"),
    ("Enter, a second click", "choose what the cursor stands on"),
    ("/  n  N", "find in a list; the next, the one before"),
    ("Tab", "the next part of the screen"),
    ("Esc", "back"),
    ("Ctrl+P", "palette of commands"),
    ("Ctrl+T", "colours: dark, light, the terminal's own"),
    ("Ctrl+Q", "quit; Ctrl+C never does"),
)
WORDS = (
    ("BE", "brigade equivalent: how much force something is"),
    ("D+3T06:00", "3 days and 6 hours after STARTEX; H+78 is the same in hours"),
    ("PC", "political capital: what decisions cost a government"),
    ("rung", "step of escalation, 0 (peace) to 9 (full conventional war); 4 is mobilisation"),
    ("perceived", "as your seat can tell from what it knows; the truth may be another"),
    ("phase", "of six phases of crisis response, the one that the alliance is in"),
    ("bite", "how hard a disruption hits after all that resists it"),
    ("80% clear", "how plainly an agreement says what it obliges to"),
    ("P10 P50 P90", "of many tries, one in ten, half, and nine in ten are done by then"),
    ("silence", "a text passes when nobody objects before the deadline"),
    ("A1 to F6", "how far a report is trusted: source A best, content 1 best (Admiralty code)"),
    ("[304]", "number of the event in your own log"),
)


class Explain(Page):
    """Help."""

    def __init__(self, about: Screen[object]) -> None:
        super().__init__("Help")
        self.about = about

    def body(self) -> ComposeResult:
        yield Listing(self._lines(), id="help")

    def on_mount(self) -> None:
        self.query_one(Listing).focus()

    def _lines(self) -> Iterator[Para]:
        if isinstance(self.about, Page):
            yield heading(self.about.heading.upper() or "YOUR DESK")
            yield say(self.about.ABOUT)
            yield blank()
            if self.about.PARTS:
                yield heading("WHAT STANDS WHERE")
                yield from columns(self.about.PARTS, indent=2)
                yield blank()
        yield heading("KEYS OF THAT SCREEN")
        yield from columns(_keys(self.about), indent=2)
        yield blank()
        yield heading("KEYS OF EVERY SCREEN")
        yield from columns(EVERYWHERE, indent=2)
        yield blank()
        yield heading("WORDS")
        yield from columns(WORDS, indent=2)
        if self.about.query(TheatreMap):
            yield blank()
            yield heading("ON THE MAP")
            yield from columns(meanings(game(self.app).ascii_only), indent=2)


def _keys(screen: Screen[object]) -> list[tuple[str, str]]:
    """The screen's own keys: those of the footer, and those that it has no room for."""
    found = []
    for active in screen.active_bindings.values():
        binding = active.binding
        if active.node is screen and binding.show and binding.description:
            found.append((binding.key_display or binding.key.replace("question_mark", "?"), binding.description))
    more = list(screen.KEYS) if isinstance(screen, Page) else []
    return [*found, *more] or [("Esc", "back")]
