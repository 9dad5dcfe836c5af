"""Playing in the terminal without a terminal: keys go in, and what is on the screens is read."""

from collections.abc import Awaitable, Callable
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Static

from tests.tui.driving import SIZE, drive, on, reach, until
from wargame.desk.wish import Wish
from wargame.tui.listing import Listing
from wargame.tui.strips import Paragraphs

__all__ = ["SEED", "end_turn", "everything", "keys", "play", "reach", "screen", "sit_down", "until", "words"]
SEED = 10


def play(story: Callable[[Pilot[int]], Awaitable[None]], path: Path, *seats: str, size: tuple[int, int] = SIZE):
    """Begin the tutorial with people in some seats, and tell a story with it."""
    drive(lambda app, pilot: story(pilot), Wish("tutorial", seats, (), SEED, None, str(path)), size)


async def keys(pilot: Pilot[int], *pressed: str) -> None:
    """Press keys; `~` before a text types it."""
    for key in pressed:
        for each in key[1:] if key.startswith("~") else [key]:
            await pilot.press({" ": "space", ".": "full_stop", ",": "comma", "-": "minus"}.get(each, each))
    await pilot.pause()


async def sit_down(pilot: Pilot[int], main: str) -> None:
    """From the screen between two seats, past the brief or the report, to the desk."""
    await reach(pilot, "HandOver")
    await keys(pilot, "enter")
    await reach(pilot, "Brief", "Report")
    await keys(pilot, "enter")
    await reach(pilot, main)


async def end_turn(pilot: Pilot[int]) -> None:
    """Review and commit."""
    await keys(pilot, "e")
    await reach(pilot, "EndTurn")
    await keys(pilot, "e")
    await until(pilot, lambda: screen(pilot) != "EndTurn", "the end of the turn")


def screen(pilot: Pilot[int]) -> str:
    return str(on(pilot.app))


def words(pilot: Pilot[int], selector: str) -> str:
    """What a list or a line says."""
    widget = pilot.app.screen.query_one(selector)
    assert isinstance(widget, Listing | Paragraphs | Static)
    return _words(widget)


def everything(pilot: Pilot[int]) -> str:
    """What every widget of every screen says, those that are covered too, and what is notified."""
    said = [_words(widget) for each in pilot.app.screen_stack for widget in each.query("*")]
    said += [note.message for note in pilot.app._notifications]
    return "\n".join(said)


def _words(widget: object) -> str:
    if isinstance(widget, Listing | Paragraphs):
        return "\n".join(para.text for para in widget.paras)
    return str(widget.content) if isinstance(widget, Static) else ""
