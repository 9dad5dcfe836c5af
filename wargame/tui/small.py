"""A terminal that is too small: one notice lies over whatever screen is on top until there is room again."""

from textual.geometry import Size
from textual.screen import Screen
from textual.widgets import Static

LEAST = Size(80, 24)
"""Columns and rows that every screen can be read in."""
STILL_TAKEN = frozenset({"ctrl+q", "ctrl+c"})
"""Keys that do something while nothing can be read."""


def too_small(size: Size) -> bool:
    """Whether screens could not be read at this size."""
    return size.width < LEAST.width or size.height < LEAST.height


class TooSmall(Static):
    """Says what size there is and what is needed; what lies below keeps its focus and all else, and goes on.

    It is no screen: what a worker ends meanwhile ends the screen on top, and that has to stay the one it was.
    """

    DEFAULT_CSS = """
    TooSmall {
        overlay: screen; position: absolute; width: 100vw; height: 100vh;
        content-align: center middle; text-align: center; background: $background; color: $foreground;
    }
    """

    def say(self, size: Size) -> None:
        """In lines that 20 columns hold."""
        self.update(
            f"Terminal: {size.width}x{size.height}\nwargame needs {LEAST.width}x{LEAST.height}\nCtrl+Q leaves it"
        )


def cover(screen: Screen[object], size: Size) -> None:
    """Lay the notice over a screen, or take it away, as the size of the terminal asks for."""
    notices = screen.query(TooSmall)
    if not too_small(size):
        notices.remove()
        return
    if not notices:
        notice = TooSmall(markup=False)
        notice.say(size)
        screen.mount(notice)
    for each in notices:
        each.say(size)
