"""How things look: the colours of every theme for every role, and the characters that a terminal can show.

The palette is Okabe and Ito's, which people who see colours differently can tell apart. Meaning never hangs on colour
alone: contacts say how old they are, an order that cannot be given says why.
"""

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter
from textual.theme import Theme

from wargame.desk.ascii import to_ascii
from wargame.desk.lines import Role

DARK, LIGHT, ANSI = "wargame-dark", "wargame-light", "ansi-dark"
THEMES = (
    Theme(
        name=DARK,
        primary="#56B4E9",
        secondary="#009E73",
        accent="#F0E442",
        warning="#E69F00",
        error="#D55E00",
        success="#009E73",
        background="#0e141b",
        surface="#141c25",
        panel="#1c2733",
        foreground="#d7dee6",
        dark=True,
        variables={"footer-key-foreground": "#F0E442", "block-cursor-text-style": "none"},
    ),
    Theme(
        name=LIGHT,
        primary="#0072B2",
        secondary="#00795a",
        accent="#8a5a00",
        warning="#8a5a00",
        error="#a63f00",
        success="#00795a",
        background="#f6f4ee",
        surface="#ffffff",
        panel="#e6e2d6",
        foreground="#1d2329",
        dark=False,
        variables={"footer-key-foreground": "#0072B2", "block-cursor-text-style": "none"},
    ),
)
_COLOURS: dict[str, dict[Role, str]] = {
    DARK: {
        "head": "bold #56B4E9",
        "dim": "#7f8c99",
        "strong": "bold #ffffff",
        "friend": "#56B4E9",
        "hostile": "#E98B50",
        "neutral": "#35c79b",
        "good": "#35c79b",
        "warn": "#E69F00",
        "bad": "bold #E98B50",
        "key": "#F0E442",
    },
    LIGHT: {
        "head": "bold #0072B2",
        "dim": "#6b7480",
        "strong": "bold #000000",
        "friend": "#0072B2",
        "hostile": "#a63f00",
        "neutral": "#00795a",
        "good": "#00795a",
        "warn": "#8a5a00",
        "bad": "bold #a63f00",
        "key": "#0072B2",
    },
    ANSI: {
        "head": "bold cyan",
        "dim": "bright_black",
        "strong": "bold",
        "friend": "cyan",
        "hostile": "red",
        "neutral": "green",
        "good": "green",
        "warn": "yellow",
        "bad": "bold red",
        "key": "yellow",
    },
}


def style(theme: str, role: Role) -> Style:
    """How a role looks in a theme."""
    return Style.parse(_COLOURS.get(theme, _COLOURS[ANSI]).get(role, ""))


class AsciiFilter(LineFilter):
    """Draws with ASCII what the library draws with more."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Every character that is not ASCII becomes the one that looks most like it."""
        return [
            segment if segment.text.isascii() else Segment(to_ascii(segment.text), segment.style, segment.control)
            for segment in segments
        ]
