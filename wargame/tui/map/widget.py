"""The map as a widget."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from wargame.files.faults import width
from wargame.replay.watch import Scene
from wargame.tui.listing import POINTER
from wargame.tui.map.canvas import Canvas
from wargame.tui.map.colours import Ink, style
from wargame.tui.map.legend import line
from wargame.tui.map.picture import Item, Picture, picture
from wargame.tui.map.projection import Projection, fitted

if TYPE_CHECKING:  # numpy is imported when the first map is drawn
    from wargame.tui.map.charts import Chart

NEARER, FARTHER = 0.8, 1.25
"""What one step of zooming makes of the scale."""
STEP = 0.12
"""Of the picture's size, that one step of panning moves it by."""
LEGEND = 1
"""Rows below the picture that say what is selected."""
SMALLEST = (8, 3)
"""Columns and rows; in less room nothing is drawn."""


class TheatreMap(Widget, can_focus=True):
    """What a scene shows on the ground. `set_scene` gives it one; enter and a double click post `Selected`."""

    DEFAULT_CSS = "TheatreMap { width: 1fr; height: 1fr; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,h", "pan(-1, 0)", "Pan", show=False),
        Binding("right,l", "pan(1, 0)", "Pan", show=False),
        Binding("up,k", "pan(0, -1)", "Pan", show=False),
        Binding("down,j", "pan(0, 1)", "Pan", show=False),
        Binding("plus,equals_sign", "zoom(-1)", "Zoom in", show=False, key_display="+"),
        Binding("minus", "zoom(1)", "Zoom out", show=False, key_display="-"),
        Binding("0", "home", "Whole theatre", show=False),
        Binding("n", "cycle(1)", "Next thing", show=False),
        Binding("N", "cycle(-1)", "Thing before", show=False),
        Binding("w", "routes", "Routes", show=False),
        Binding("enter", "choose", "Choose", show=False),
    ]

    class Selected(Message):
        """Somebody chose something on the map."""

        def __init__(self, item: Item) -> None:
            super().__init__()
            self.item = item

    def __init__(
        self,
        scene: Scene | None = None,
        *,
        ascii_only: bool = False,
        name: str | None = None,
        id: str | None = None,  # noqa: A002 - as every widget of Textual's calls it
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.ascii_only = ascii_only
        self.routes_shown = False
        self.picture_shown: Picture | None = None
        self.selected_item: Item | None = None
        self._look: Projection | None = None
        """None until somebody moves the picture: it then fits the theatre to whatever room there is."""
        self._bare: tuple[object, Canvas, Sequence[Sequence[bool]]] | None = None
        self._frame: tuple[object, Canvas, list[Strip]] | None = None
        self._drag: tuple[int, int] | None = None
        """Where the pointer was last, while a button is held down."""
        self._dragged = False
        """Whether it has moved since, so that letting go is no click."""
        if scene is not None:
            self.set_scene(scene)

    # --- what it shows

    def set_scene(self, scene: Scene) -> None:
        """Show another instant, or another view. What was selected stays so while it is there."""
        chosen = self.selected_item
        self.picture_shown = picture(scene)
        same = (
            each for each in self.picture_shown.items if chosen and (each.what, each.id) == (chosen.what, chosen.id)
        )
        self.selected_item = next(same, None)
        self._changed()

    def select(self, item: Item | None, follow: bool = True) -> None:
        """Mark one thing, or nothing; the picture follows it where it is out of sight."""
        self.selected_item = item
        shown = self._shown()
        if item is not None and follow and shown is not None:
            column, row = shown.cell(item.lon, item.lat)
            if not (2 <= column < shown.width - 8 and 1 <= row < shown.height - 1):
                self._look = shown.centred(item.lon, item.lat)
        self._changed()

    def _shown(self) -> Projection | None:
        """The part of the Earth in the picture."""
        wide, high = self.size.width, self.size.height - LEGEND
        if self.picture_shown is None or wide < SMALLEST[0] or high < SMALLEST[1]:
            return None
        if self._look is None:
            return fitted(self.picture_shown.home, wide, high)
        return self._look.sized(wide, high)

    def _changed(self) -> None:
        self._frame = None
        self.refresh()

    # --- drawing

    def render_line(self, y: int) -> Strip:
        shown = self._shown()
        strips = [] if shown is None else self._drawn(shown)
        if shown is not None and y == len(strips):
            return self._legend(shown.width)
        # Blank in the map's own style: where NO_COLOR is set, the library's filter stumbles over what has none.
        return strips[y] if y < len(strips) else Strip.blank(self.size.width, self.rich_style)

    def _ink(self) -> Ink:
        if self.app.native_ansi_color:
            return "ansi"
        return "dark" if self.app.current_theme.dark else "light"

    def _drawn(self, shown: Projection) -> list[Strip]:
        from wargame.tui.map.drawing import draw

        assert self.picture_shown is not None
        key = (shown, self._ink(), self.ascii_only)
        if self._frame is None or self._frame[0] != key:
            bare, land = self._ground(shown)
            canvas = draw(bare, shown, self.picture_shown, self.selected_item, self.routes_shown, self.ascii_only)
            strips = [self._strip(canvas, row, land[row]) for row in range(canvas.height)]
            self._frame = (key, canvas, strips)
        return self._frame[2]

    def _ground(self, shown: Projection) -> tuple[Canvas, Sequence[Sequence[bool]]]:
        """The bare map, kept until the picture is moved."""
        from wargame.tui.map.drawing import base
        from wargame.tui.map.ground import ground

        key = (shown, self.ascii_only)
        if self._bare is None or self._bare[0] != key:
            bare = ground(self._charts(), shown)
            self._bare = (key, base(bare, self.ascii_only), bare.land.tolist())
        return self._bare[1], self._bare[2]

    def _charts(self) -> list[Chart]:
        from wargame.tui.map.charts import WORLD, best_chart, chart

        assert self.picture_shown is not None
        return [chart(WORLD), best_chart(self.picture_shown.scenario, self.picture_shown.locations)]

    def _strip(self, canvas: Canvas, row: int, land: Sequence[bool]) -> Strip:
        ink, text = self._ink(), canvas.text[row]
        marked = [False] * canvas.width
        for column, its_row in canvas.chosen:
            marked[column] = marked[column] or its_row == row
        segments, start = [], 0
        for look, run in groupby(zip(canvas.roles[row], land, marked, strict=True)):
            end = start + len(list(run))
            segments.append(Segment("".join(text[start:end]), style(ink, *look)))
            start = end
        return Strip(segments, canvas.width)

    def _legend(self, wide: int) -> Strip:
        """What is selected, in words; where nothing is, what the signs mean; after the pointer while keys go here
        and could go elsewhere.
        """
        if self.selected_item is None:
            words = line(wide - 2, self.picture_shown is not None and self.picture_shown.allied)
        else:
            words = self.selected_item.about
        while width(words) > wide - 2:
            words = words[: -4 if words.endswith("..") else -3] + ".."
        pointed = self.has_focus and len(self.screen.focus_chain) > 1
        words = f"{POINTER if pointed else ' '}{words} "
        return Strip([Segment(words + " " * (wide - width(words)), self.rich_style)], wide)

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    # --- keys

    def action_pan(self, across: int, down: int) -> None:
        shown = self._shown()
        if shown is not None:
            self._look = shown.moved(across * STEP * shown.width, down * STEP * shown.height)
            self._changed()

    def action_zoom(self, step: int) -> None:
        """Nearer or farther, around what is selected where it can be seen, else around the centre."""
        shown = self._shown()
        if shown is None:
            return
        column, row = shown.width / 2, shown.height / 2
        if self.selected_item is not None:
            x, y = shown.cell(self.selected_item.lon, self.selected_item.lat)
            if 0 <= x < shown.width and 0 <= y < shown.height:
                column, row = x + 0.5, y + 0.5
        self._zoom(shown, step, column, row)

    def _zoom(self, shown: Projection, step: int, column: float, row: float) -> None:
        self._look = shown.scaled(FARTHER if step > 0 else NEARER, column, row)
        self._changed()

    def action_home(self) -> None:
        self._look = None
        self._changed()

    def action_routes(self) -> None:
        self.routes_shown = not self.routes_shown
        self._changed()

    def action_cycle(self, step: int) -> None:
        """Go through everything on the map: contacts, movements, objectives, forces, places."""
        if self.picture_shown is None or not self.picture_shown.items:
            return
        items = self.picture_shown.items
        if self.selected_item in items:
            self.select(items[(items.index(self.selected_item) + step) % len(items)])
        else:
            self.select(items[0 if step > 0 else -1])

    def action_choose(self) -> None:
        if self.selected_item is not None:
            self.post_message(self.Selected(self.selected_item))

    # --- mouse

    def _found(self, x: int, y: int) -> tuple[Item, ...]:
        return self._frame[1].hits.get((x, y), ()) if self._frame is not None else ()

    def on_click(self, event: events.Click) -> None:
        """A click selects; on a stack, every further one the next thing in it. A double click chooses, like enter."""
        at = event.get_content_offset(self)
        found = self._found(at.x, at.y) if at is not None else ()
        if not found or self._dragged:
            return
        event.stop()
        chosen = self.selected_item
        if event.chain > 1:
            self.action_choose()
        else:
            index = found.index(chosen) + 1 if chosen in found else 0
            self.select(found[index % len(found)], follow=False)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self._wheel(event, -1)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self._wheel(event, 1)

    def _wheel(self, event: events.MouseEvent, step: int) -> None:
        shown, at = self._shown(), event.get_content_offset(self)
        if shown is not None and at is not None:
            event.stop()
            self._zoom(shown, step, at.x + 0.5, at.y + 0.5)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        self._drag, self._dragged = (event.screen_x, event.screen_y), False
        self.capture_mouse()

    def on_mouse_up(self, event: events.MouseUp) -> None:
        self._drag = None
        self.release_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        shown = self._shown()
        if self._drag is None or shown is None or not event.button:
            return
        across, down = event.screen_x - self._drag[0], event.screen_y - self._drag[1]
        self._drag, self._dragged = (event.screen_x, event.screen_y), True
        self._look = shown.moved(-across, -down)
        self._changed()
