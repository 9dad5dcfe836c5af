"""A list of paragraphs that the cursor walks through: what tabs, reports, the orders pad and choices are made of."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from wargame.desk.lines import Key, Para, Part, wrap
from wargame.tui.strips import drawn

POINTER = "▌"


def moves(first: str, last: str) -> list[BindingType]:
    """Keys of a list that a cursor walks through; those for its two ends differ from list to list."""
    return [
        Binding("down,j", "move(1)", "Down", show=False),
        Binding("up,k", "move(-1)", "Up", show=False),
        Binding("pagedown,ctrl+f", "page(1)", "Page down", show=False),
        Binding("pageup,ctrl+b", "page(-1)", "Page up", show=False),
        Binding(first, "edge(-1)", "First", show=False),
        Binding(last, "edge(1)", "Last", show=False),
        Binding("enter,space", "choose", "Choose", show=False),
        Binding("n", "again(1)", "Next match", show=False),
        Binding("N", "again(-1)", "Match before", show=False),
    ]


class CursorList(ScrollView, can_focus=True):
    """Lines that a cursor walks through: one of them is pointed at."""

    DEFAULT_CSS = "CursorList { height: 1fr; scrollbar-size-horizontal: 0; overflow-x: hidden; }"
    sought = ""
    """What was searched last."""

    def search(self, text: str) -> bool:
        """Point at the next line that says this; False if there is none."""
        raise NotImplementedError

    def row(self, parts: Iterable[Part], pointed: bool, ground: Style | None = None) -> Strip:
        """A line, with the pointer before it if it is pointed at."""
        lead: Part = ("key", POINTER if pointed else " ")
        return drawn((lead, *parts), self.scrollable_content_region.width, self, ground)

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()


class Listing(CursorList):
    """Paragraphs; those with a key can be pointed at and chosen. Text is wrapped to the width there is."""

    BINDINGS: ClassVar[list[BindingType]] = moves(first="g,home", last="G,end")
    cursor: reactive[int] = reactive(-1)
    """Index of the paragraph that is pointed at; -1 when there is none."""

    @dataclass
    class Chosen(Message):
        """The paragraph pointed at was chosen."""

        listing: "Listing"
        key: Key

        @property
        def control(self) -> "Listing":
            return self.listing

    @dataclass
    class Pointed(Message):
        """The cursor stands on another paragraph."""

        listing: "Listing"
        key: Key

        @property
        def control(self) -> "Listing":
            return self.listing

    def __init__(self, paras: Iterable[Para] = (), *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - textual's word
        super().__init__(id=id, classes=classes)
        self.paras: Sequence[Para] = list(paras)
        self._laid: list[tuple[int, list[Part]]] = []
        """Every line: the paragraph it belongs to, and its parts."""
        self._first: list[int] = []
        """By paragraph: its first line."""
        self._laid_for = -1
        self._moved = False
        """Whether somebody has moved the cursor since these paragraphs came; until then their beginning is shown."""
        self.set_reactive(Listing.cursor, (self._stands() or [-1])[0])

    # --- contents --------------------------------------------------------------------------------------------

    def show(self, paras: Iterable[Para], *, anew: bool = False) -> None:
        """Other paragraphs; the cursor stays with what it stood on, if that is still there and this is not shown
        anew, and in sight if it was.
        """
        before = None if anew else self.key
        follow = self._moved or self._in_sight()
        self.paras = list(paras)
        self._laid, self._first, self._laid_for = [], [], -1  # a list that is hidden is laid out when it is shown
        stands = self._stands()
        kept = [index for index in stands if self.paras[index].key == before]
        self.set_reactive(Listing.cursor, (kept or stands or [-1])[0])
        self._lay()
        if not kept:
            self._moved = False
            self.scroll_to(y=0, animate=False)
        elif follow:
            self._show_cursor()
        self.refresh()
        self._point()

    @property
    def key(self) -> Key | None:
        """What the cursor stands on."""
        return self.paras[self.cursor].key if 0 <= self.cursor < len(self.paras) else None

    def point_at(self, key: Key) -> None:
        """Let the cursor stand on what has this key, if it is here."""
        for index, para in enumerate(self.paras):
            if para.key == key:
                self._moved = True
                self.cursor = index
                self._show_cursor()  # it may have stood there before, out of sight
                return

    def _lay(self) -> None:
        columns = self.scrollable_content_region.width - 1
        if columns < 1 or self._laid_for == columns:
            return
        self._laid, self._first = [], []
        for index, para in enumerate(self.paras):
            self._first.append(len(self._laid))
            self._laid += [(index, line) for line in wrap(para, columns)]
        self._laid_for = columns
        self.virtual_size = Size(columns + 1, len(self._laid))

    def on_resize(self) -> None:
        self._lay()
        if self._moved:
            self._show_cursor(beyond=-1)

    # --- moving ----------------------------------------------------------------------------------------------

    def _stands(self) -> list[int]:
        return [index for index, para in enumerate(self.paras) if para.key is not None]

    def action_move(self, step: int) -> None:
        """To the next paragraph that can be pointed at; where there is none, scroll."""
        ahead = [index for index in self._stands() if (index - self.cursor) * step > 0]
        if step > 0 and self._below():
            self.scroll_relative(y=step * max(1, self.scrollable_content_region.height // 2), animate=False)
        elif ahead:
            self.cursor = min(ahead) if step > 0 else max(ahead)
            if self.cursor in (self._stands()[0], self._stands()[-1]):
                self._show_cursor(beyond=step)
        else:
            self.scroll_relative(y=step, animate=False)

    def _below(self) -> bool:
        """Whether what is pointed at lies below what can be seen, as it may before the first step."""
        bottom = self.scroll_offset.y + self.scrollable_content_region.height
        return 0 <= self.cursor < len(self._first) and self._first[self.cursor] >= bottom

    def _in_sight(self) -> bool:
        """Whether some of what is pointed at can be seen."""
        if not 0 <= self.cursor < len(self._first):
            return False
        after = self.cursor + 1
        end = self._first[after] if after < len(self._first) else len(self._laid)
        top = self.scroll_offset.y
        return self._first[self.cursor] < top + self.scrollable_content_region.height and end > top

    def action_page(self, step: int) -> None:
        height = max(1, self.scrollable_content_region.height - 1)
        stands = self._stands()
        if not stands or not self._first:
            self.scroll_relative(y=step * height, animate=False)
            return
        aim = self._first[self.cursor] + step * height
        self.cursor = min(stands, key=lambda index: abs(self._first[index] - aim))
        self.scroll_relative(y=step * height, animate=False)
        self._show_cursor()

    def action_edge(self, step: int) -> None:
        stands = self._stands()
        if stands:
            self.cursor = stands[-1 if step > 0 else 0]
        self.scroll_to(y=0 if step < 0 else len(self._laid), animate=False)

    def action_choose(self) -> None:
        """Choose what is pointed at; what nobody sees is shown first."""
        if self._first and self.key is not None and not self._in_sight():
            self._moved = True
            self._show_cursor()
        elif self.key is not None:
            self.post_message(self.Chosen(self, self.key))

    def search(self, text: str, *, step: int = 1, same: bool = True) -> bool:
        """Point at the next paragraph that holds the text, past the end from the beginning; False if none does."""
        self.sought = text
        order = [index for index in self._stands() if text.casefold() in self.paras[index].text.casefold()]
        if not order or not text:
            return False
        ahead = [i for i in order if (i - self.cursor) * step > 0 or (same and i == self.cursor)]
        self.cursor = (min(ahead) if step > 0 else max(ahead)) if ahead else (order[0] if step > 0 else order[-1])
        return True

    def action_again(self, step: int) -> None:
        self.search(self.sought, step=step, same=False)

    def watch_cursor(self) -> None:
        self._moved = True
        self._show_cursor()
        self._point()

    def _point(self) -> None:
        if self.key is not None:
            self.post_message(self.Pointed(self, self.key))

    def _show_cursor(self, beyond: int = 0) -> None:
        """Scroll so that what is pointed at can be read whole; at either end, what stands beyond it too."""
        if not 0 <= self.cursor < len(self._first) == len(self.paras):
            return
        top = self._first[self.cursor]
        after = [self._first[index] for index in self._stands() if index > self.cursor]
        bottom = after[0] if after else len(self._laid)
        room = max(1, self.scrollable_content_region.height)
        if beyond < 0 and self.cursor == self._stands()[0] and bottom <= room:
            top = 0
        height = min(bottom - top, room)
        self.scroll_to_region(Region(0, top, 1, height), animate=False, force=True)

    # --- drawing ---------------------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        self._lay()
        at = y + self.scroll_offset.y
        if at >= len(self._laid):
            return self.row((), False)
        index, parts = self._laid[at]
        pointed = self.has_focus and index == self.cursor and self.paras[index].key is not None
        return self.row(parts, pointed, self._lit() if pointed else None)

    def _lit(self) -> Style | None:
        """The ground of what is pointed at; with the terminal's own colours there is none."""
        panel = self.app.theme_variables.get("panel", "")
        return Style(bgcolor=panel) if panel.startswith("#") else None

    def on_click(self, event: events.Click) -> None:
        """The first click points, another on the same chooses."""
        at = event.get_content_offset_capture(self).y + self.scroll_offset.y
        if not 0 <= at < len(self._laid):
            return
        index = self._laid[at][0]
        while index >= 0 and self.paras[index].key is None:
            index -= 1
        if index < 0:
            return
        if index == self.cursor:
            self.action_choose()
        self.cursor = index
