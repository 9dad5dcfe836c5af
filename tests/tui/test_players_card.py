"""The player's card says what the keys do: every key on it is bound, and every key that is bound is on it."""

import re
from pathlib import Path

import pytest
from textual.app import App
from textual.binding import Binding

from wargame.plain.commands import COMMANDS
from wargame.tui.app import Wargame
from wargame.tui.listing import Listing
from wargame.tui.map.widget import TheatreMap
from wargame.tui.screens.crisis import Crisis
from wargame.tui.screens.excon import Excon
from wargame.tui.screens.form import FormScreen
from wargame.tui.screens.orders import Orders, Ways
from wargame.tui.screens.page import Page
from wargame.tui.screens.watch import Watch

CARD = Path(__file__).parents[2] / "docs" / "players-card.md"
SECTIONS = {
    "Everywhere": (Page, Listing, Wargame),
    "Main screen": (Crisis,),
    "On the map": (TheatreMap,),
    "List of orders": (Orders,),
    "Ways to give an order": (Ways,),
    "Order as a form": (FormScreen,),
    "Exercise control": (Excon,),
    "Watching a replay": (Watch,),
}
WRITTEN = {
    "question_mark": "?",
    "slash": "/",
    "escape": "Esc",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "left_curly_bracket": "{",
    "right_curly_bracket": "}",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "plus": "+",
    "minus": "-",
    "equals_sign": "=",
}


def bound(cls) -> set[str]:
    """The keys that a class itself binds, as the card writes them."""
    keys = (key for each in cls.BINDINGS for key in Binding.make_bindings([each]))
    return {_written(each.key) for each in keys}


def _written(key: str) -> str:
    if key in WRITTEN:
        return WRITTEN[key]
    if key.startswith("ctrl+"):
        return f"Ctrl+{key[-1].upper()}"
    return key if len(key) == 1 else key.capitalize()


def on_the_card(title: str) -> set[str]:
    """The keys that a section of the card names."""
    section = CARD.read_text(encoding="utf-8").partition(f"## {title}\n")[2].partition("\n## ")[0]
    found: set[str] = set()
    for row in re.findall(r"^\| (`.*?) \|", section, re.MULTILINE):
        names = re.findall(r"`(.+?)`", row)
        found |= set(map(str, range(int(names[0]), int(names[1]) + 1))) if " to " in row else set(names)
    return found


def inherited(title: str) -> set[str]:
    """What works there too because of what the screen is, or has on it."""
    keys = {"Enter", "Space"} | bound(Page)
    if title in ("Exercise control",):
        keys |= bound(Crisis)
    return keys | ({_written(App.COMMAND_PALETTE_BINDING)} if title == "Everywhere" else set())


@pytest.mark.parametrize("title", SECTIONS)
def test_the_keys_of_the_card_are_those_that_are_bound(title):
    named = on_the_card(title)
    keys = set().union(*map(bound, SECTIONS[title]))
    told = named | ({"n", "N"} if title == "Everywhere" else set())  # in the row of `/`
    assert keys <= told, "keys that the card does not name"
    assert named <= keys | inherited(title), "keys that the card names and nothing binds"


def test_the_commands_of_the_card_are_those_of_line_mode():
    assert on_the_card("In plain lines (`wargame play SCENARIO --plain`)") == set(COMMANDS)
