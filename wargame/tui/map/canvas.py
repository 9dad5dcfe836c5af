"""A grid of cells that know what they show."""

from dataclasses import dataclass, field
from typing import Literal

from wargame.files.faults import width
from wargame.tui.map.picture import Item

Role = Literal[
    "bare",
    "coast",
    "border",
    "route",
    "place",
    "objective",
    "name",
    "own",
    "allied",
    "hostile",
    "old",
    "neutral",
    "scale",
]
"""What a cell shows, which decides its colour."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Text that is written as a whole."""

    text: str
    role: Role
    items: tuple[Item, ...] = ()
    """What it stands for, and a click on it selects."""


@dataclass(slots=True)
class Canvas:
    """A grid of cells."""

    width: int
    height: int
    text: list[list[str]]
    roles: list[list[Role]]
    chosen: set[tuple[int, int]] = field(default_factory=set)
    """Columns and rows of what is selected."""
    hits: dict[tuple[int, int], tuple[Item, ...]] = field(default_factory=dict)
    taken: set[tuple[int, int]] = field(default_factory=set)

    def free(self, column: int, row: int, length: int) -> bool:
        """Whether so many cells are on the picture and nothing has been written to them."""
        if not (0 <= row < self.height and column >= 0 and column + length <= self.width):
            return False
        return not any((each, row) in self.taken for each in range(column, column + length))

    def write(self, column: int, row: int, piece: Piece, chosen: bool = False) -> int:
        """Write a piece and say where it ends."""
        for char in piece.text:
            for number in range(width(char)):
                at = (column, row)
                self.text[row][column] = "" if number else char
                self.roles[row][column] = piece.role
                self.taken.add(at)
                if piece.items:
                    self.hits[at] = piece.items
                if chosen:
                    self.chosen.add(at)
                column += 1
        return column
