"""The map as text: what `ground` and `picture` hold, put on a grid of cells; `legend` says what the signs mean."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from wargame.files.faults import width
from wargame.tui.map.arcs import bow
from wargame.tui.map.box import turned
from wargame.tui.map.canvas import Canvas, Piece, Role
from wargame.tui.map.ground import Ground
from wargame.tui.map.legend import ASCII_WAYS, FRAMES, MARKS
from wargame.tui.map.picture import Item, Picture, Side
from wargame.tui.map.projection import DOTS_HIGH, DOTS_WIDE, Projection
from wargame.tui.map.raster import BRAILLE, cells, drawn

DASHES = {"rail": (6, 2), "road": (2, 2), "sea": (2, 5), "air": (1, 5)}
"""Dots drawn and left out, of routes."""
UNDER_WAY, PLANNED = (4, 2), (1, 3)
"""The same of movements."""
ROLES: dict[str, Role] = {"objective": "objective", "attacked": "hostile"}
"""Of marks that stand out."""
NEAR = 1
"""Cells: what is so near to something else on a row is one stack with it."""


@dataclass(slots=True)
class Stack:
    """Things that stand in one place, as far as the picture can tell."""

    column: int
    row: int
    items: list[Item] = field(default_factory=list)

    @property
    def place(self) -> Item | None:
        """The most important place in it."""
        return next((each for each in self.items if each.what == "place"), None)


def base(ground: Ground, ascii_only: bool) -> Canvas:
    """The bare map as text."""
    high, wide = ground.land.shape
    canvas = Canvas(wide, high, [], [])
    rows = zip(ground.coast.tolist(), ground.border.tolist(), ground.land.tolist(), strict=True)
    for coast, border, land in rows:
        cells_of_row = zip(coast, border, land, strict=True)
        if ascii_only:
            canvas.text.append(["#" if c else ":" if b else "." if on else " " for c, b, on in cells_of_row])
        else:
            canvas.text.append([chr(BRAILLE + (c | b)) if c or b else " " for c, b, _ in cells_of_row])
        canvas.roles.append(["coast" if c else "border" if b else "bare" for c, b in zip(coast, border, strict=True)])
    return canvas


def draw(
    bare: Canvas,
    shown: Projection,
    picture: Picture,
    selected: Item | None = None,
    routes: bool = False,
    ascii_only: bool = False,
) -> Canvas:
    """Everything on a copy of the bare map; of the routes all, or those of the place that is selected."""
    canvas = Canvas(bare.width, bare.height, [list(row) for row in bare.text], [list(row) for row in bare.roles])
    ends = None if selected is None or selected.what != "place" else selected.id
    for mode, dash in DASHES.items():
        lines = [[way.start, way.end] for way in picture.ways if way.mode == mode and (routes or ends in way.ends)]
        _lines(canvas, shown, lines, dash, "route", ASCII_WAYS[mode] if ascii_only else None)
    for planned, dash in ((True, PLANNED), (False, UNDER_WAY)):
        for side in FRAMES:
            bows = [bow(each.start, each.end) for each in picture.moves if (each.side, each.planned) == (side, planned)]
            _lines(canvas, shown, bows, dash, _role(side), "+" if ascii_only else None)
    _scale(canvas, shown, ascii_only)
    _things(canvas, stacks(shown, picture, selected), selected, ascii_only)
    return canvas


def _role(side: Side) -> Role:
    return "place" if side == "unknown" else side


# --- lines ---------------------------------------------------------------------------------------------------


def _lines(
    canvas: Canvas,
    shown: Projection,
    lines: Sequence[Sequence[tuple[float, float]]],
    dash: tuple[int, int],
    role: Role,
    sign: str | None,
) -> None:
    """Draw lines over what there is, in braille or with one ASCII sign."""
    if not lines:
        return
    import numpy as np

    stretches = [stretch for line in lines for stretch in _stretches(shown, line)]
    dots = drawn(np.array(stretches), canvas.width * DOTS_WIDE, canvas.height * DOTS_HIGH, dash)
    found = cells(dots)
    for row, column in zip(*(each.tolist() for each in found.nonzero()), strict=True):
        under = canvas.text[row][column]
        if sign is not None:
            canvas.text[row][column] = sign
        else:
            old = ord(under) - BRAILLE if under > chr(BRAILLE) else 0
            canvas.text[row][column] = chr(BRAILLE + (old | int(found[row, column])))
        if sign is not None or role != "route" or canvas.roles[row][column] == "bare":
            canvas.roles[row][column] = role


def _stretches(shown: Projection, line: Sequence[tuple[float, float]]) -> Iterator[tuple[float, float, float, float]]:
    turn = turned(line[0][0], shown.lon) - line[0][0]
    points = [(shown.across(lon + turn), shown.down(lat)) for lon, lat in line]
    for one, other in pairwise(points):
        yield (*one, *other)


# --- things --------------------------------------------------------------------------------------------------


def stacks(shown: Projection, picture: Picture, selected: Item | None = None) -> list[Stack]:
    """What can be seen, the most important first, things that stand together as one."""
    first = [] if selected is None else [selected]
    others = [each for each in picture.items if selected is None or each is not selected]
    found: dict[tuple[int, int], Stack] = {}
    for item in (*first, *others):
        column, row = shown.cell(item.lon, item.lat)
        if not (0 <= column < shown.width and 0 <= row < shown.height):
            continue
        near = (found.get((column + aside, row)) for aside in range(-NEAR, NEAR + 1))
        stack = next((each for each in near if each is not None), None)
        if stack is None:
            stack = found[column, row] = Stack(column, row)
        stack.items.append(item)
    return list(found.values())


def _things(canvas: Canvas, those: Sequence[Stack], selected: Item | None, ascii_only: bool) -> None:
    """Write marks first, then frames, then names, so that a name never stands where a thing is.

    What is selected is named first, then what the crisis is about: these have their names wherever there is room.
    """
    for stack in those:
        if stack.place is not None and canvas.free(stack.column, stack.row, 1):
            mark = MARKS[stack.place.mark][ascii_only]
            role = ROLES.get(stack.place.mark, "place")
            canvas.write(stack.column, stack.row, Piece(mark, role, tuple(stack.items)), stack.place is selected)
    ends = [_frames(canvas, stack, selected) for stack in those]
    for stack, (left, right) in sorted(zip(those, ends, strict=True), key=lambda each: _standing(each[0], selected)):
        _name(canvas, stack, left, right)


def _standing(stack: Stack, selected: Item | None) -> int:
    """The lower, the sooner a name is written."""
    if selected in stack.items:
        return 0
    return 1 if stack.place is not None and stack.place.mark in ROLES else 2


def _frames(canvas: Canvas, stack: Stack, selected: Item | None) -> tuple[int, int]:
    """Write the formations of a stack beside its mark, and say from which column to which it now reaches."""
    pieces = list(frames(stack.items))
    length = sum(len(each.text) for each in pieces)
    marked = int(stack.place is not None)
    if not pieces:
        return stack.column, stack.column + 1
    right, left = stack.column + 1 if marked else stack.column - 1, stack.column - length
    for column, row in ((right, 0), (left, 0), (right, 1), (right, -1), (left, 1), (left, -1)):
        if canvas.free(column, stack.row + row, length):
            end = column
            for piece in pieces:
                end = canvas.write(end, stack.row + row, piece, selected in piece.items)
            return (
                (min(stack.column, column), max(stack.column + 1, end))
                if row == 0
                else (stack.column, stack.column + 1)
            )
    return stack.column, stack.column + 1


def frames(items: Sequence[Item]) -> Iterator[Piece]:
    """The formations and contacts of a stack, one frame for each side."""
    forces = [each for each in items if each.what == "force"]
    friends = [each for each in forces if each.side in ("own", "allied")]
    own: Role = "own" if any(each.side == "own" for each in friends) else "allied"
    neutral = [each for each in forces if each.side in ("neutral", "unknown")]
    hostile = [each for each in forces if each.side == "hostile"]
    for those, role, frame in ((friends, own, "[]"), (neutral, "neutral", "()"), (hostile, "hostile", "<>")):
        if those:
            inside = those[0].mark if len(those) == 1 else str(len(those))
            yield Piece(frame[0] + inside + frame[1], role, tuple(those))
    contacts = [each for each in items if each.what == "contact"]
    if contacts:
        newest = contacts[0]
        inside = newest.mark if len(contacts) == 1 else f"{len(contacts)}c"
        text = f"<{inside} {newest.age}{'?' if newest.old else ''}>"
        yield Piece(text, "old" if newest.old else "hostile", tuple(contacts))


def _name(canvas: Canvas, stack: Stack, left: int, right: int) -> None:
    """Write the name of a place, or the label of what is under way, where it touches nothing but what it belongs to."""
    named = stack.place or stack.items[0]
    text = named.name if named.what == "place" else named.id
    length = width(text)
    under = ((column, row) for row in (1, -1) for column in (stack.column, stack.column + 1 - length))
    for column, row in ((right, 0), (left - length, 0), *under):
        first = column if column == right and row == 0 else max(0, column - 1)
        last = column + length - 1 if column + length == left and row == 0 else min(canvas.width - 1, column + length)
        if column >= 0 and column + length <= canvas.width and canvas.free(first, stack.row + row, last + 1 - first):
            canvas.write(column, stack.row + row, Piece(text, "name", tuple(stack.items)))
            return


# --- scale ---------------------------------------------------------------------------------------------------


def _scale(canvas: Canvas, shown: Projection, ascii_only: bool) -> None:
    """Write the centre and a bar of a round length in the lower right corner."""
    words = f" {bar(shown, ascii_only)} {degrees(shown.lat, 'N', 'S')} {degrees(shown.lon, 'E', 'W')} "
    if canvas.free(canvas.width - len(words), canvas.height - 1, len(words)):
        canvas.write(canvas.width - len(words), canvas.height - 1, Piece(words, "scale"))


def bar(shown: Projection, ascii_only: bool = False) -> str:
    """A line as long as the round number of kilometres beside it: `|--------| 200 km`."""
    cell = shown.km * DOTS_WIDE / DOTS_HIGH
    lengths = [digit * 10**power for power in range(5) for digit in (1, 2, 5)]
    length = max((each for each in lengths if each <= 12 * cell), default=1)
    inner = max(0, round(length / cell) - 2)
    ends = "||" if ascii_only else "├┤"
    return f"{ends[0]}{('-' if ascii_only else '─') * inner}{ends[1]} {length} km"


def degrees(value: float, positive: str, negative: str) -> str:
    """`56.9N`."""
    return f"{abs(value):.1f}{positive if value >= 0 else negative}"
