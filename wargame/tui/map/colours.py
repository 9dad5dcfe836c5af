"""The map's colours: those of Okabe and Ito, which people with any kind of colour vision can tell apart."""

from functools import cache
from typing import Literal

from rich.style import Style

from wargame.tui.map.canvas import Role

Ink = Literal["dark", "light", "ansi"]
"""Which set of colours a theme calls for."""

SEA, LAND = {"dark": "#0c1a26", "light": "#dfecf5"}, {"dark": "#1e2a22", "light": "#f4f0e3"}
COLOURS: dict[Role, tuple[str, str, str]] = {
    "bare": ("#8ba0b0", "#5b6b78", "default"),
    "coast": ("#8fb3cc", "#3f6485", "cyan"),
    "border": ("#7d735c", "#a58d5e", "bright_black"),
    "route": ("#8a8a8a", "#7a7a7a", "bright_black"),
    "place": ("#e6e6e6", "#202020", "default"),
    "objective": ("#f0e442", "#7a4a73", "yellow"),
    "name": ("#c9d3da", "#39434a", "default"),
    "own": ("#56b4e9", "#005b8f", "bright_blue"),
    "allied": ("#56b4e9", "#0072b2", "blue"),
    "hostile": ("#ff7a2e", "#b04a00", "red"),
    "old": ("#c08a5e", "#97694a", "red"),
    "neutral": ("#2ac49a", "#006b4f", "green"),
    "scale": ("#a9b8c2", "#4a5660", "default"),
}
"""Of what stands in a cell: on dark themes, on light ones, and on terminals with sixteen colours of their own."""
STRONG: frozenset[Role] = frozenset({"own", "hostile", "objective"})
"""Bold."""


@cache
def style(ink: Ink, role: Role, land: bool, chosen: bool) -> Style:
    """How a cell looks. Terminals with their own colours keep their own background."""
    colour = COLOURS[role][("dark", "light", "ansi").index(ink)]
    ground = None if ink == "ansi" else (LAND if land else SEA)[ink]
    return Style(
        color=colour,
        bgcolor=ground,
        bold=role in STRONG or chosen or None,
        dim=(role == "old" and ink == "ansi") or None,
        reverse=chosen or None,
    )
