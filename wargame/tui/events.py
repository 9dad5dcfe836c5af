"""The list of events that a replay is wound through by: a line each, made when it is drawn, however many there are."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip

from wargame.desk.watching import event_parts
from wargame.model.clock import instant
from wargame.replay.reel import Reel
from wargame.tui.listing import CursorList, moves


class EventList(CursorList):
    """Events of a reel; the line pointed at is the last that has happened."""

    BINDINGS: ClassVar[list[BindingType]] = moves(first="g", last="G")  # Home and End wind the replay

    @dataclass
    class Wound(Message):
        """Another event is to be the last that has happened: its number in the reel, from 1."""

        number: int

    @dataclass
    class Chosen(Message):
        """An event was chosen."""

        number: int

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - textual's word
        super().__init__(id=id)
        self.reel: Reel | None = None
        self.shown: Sequence[int] = ()
        """Numbers of the events in the list."""
        self.known = 0
        """How many of the reel's events have happened."""

    def show(self, reel: Reel, least: int) -> None:
        """The events of a reel that weigh so much at least."""
        self.reel = reel
        self.shown = [number for number, line in enumerate(reel.lines, start=1) if line.weight >= least]
        self.virtual_size = Size(self.size.width, len(self.shown))
        self._follow()

    def point(self, known: int) -> None:
        """So many events have happened."""
        self.known = known
        self._follow()

    @property
    def at(self) -> int:
        """The line pointed at; -1 before the first."""
        return bisect_right(self.shown, self.known) - 1

    def _follow(self) -> None:
        """Keep the line pointed at in sight, with some of what comes next."""
        height = max(1, self.size.height)
        top = max(0, self.at - height // 3)
        self.scroll_to_region(Region(0, top, 1, min(height, max(1, height * 2 // 3))), animate=False, force=True)
        self.refresh()

    # --- moving ----------------------------------------------------------------------------------------------

    def number(self, step: int) -> int | None:
        """The event of the list that is `step` lines from the one pointed at; None beyond its ends."""
        row = self.at + step
        return self.shown[row] if 0 <= row < len(self.shown) else None

    def action_move(self, step: int) -> None:
        self._wind(self.at + step)

    def action_page(self, step: int) -> None:
        self._wind(self.at + step * max(1, self.size.height - 1))

    def action_edge(self, side: int) -> None:
        self._wind(0 if side < 0 else len(self.shown) - 1)

    def _wind(self, row: int) -> None:
        if self.shown:
            self.post_message(self.Wound(self.shown[min(max(row, 0), len(self.shown) - 1)]))

    def action_choose(self) -> None:
        if self.at >= 0:
            self.post_message(self.Chosen(self.shown[self.at]))

    def on_click(self, event: events.Click) -> None:
        """The first click goes there, another on the same opens it."""
        row = event.get_content_offset_capture(self).y + round(self.scroll_offset.y)
        if row == self.at:
            self.action_choose()
        elif row < len(self.shown):
            self._wind(row)

    # --- finding ---------------------------------------------------------------------------------------------

    def search(self, text: str) -> bool:
        """Go to the next event that says this; whether there is one."""
        self.sought = text.casefold()
        return self._find(1)

    def action_again(self, step: int) -> None:
        if self.sought and not self._find(step):
            self.app.bell()

    def _find(self, step: int) -> bool:
        count = len(self.shown)
        for away in range(1, count + 1):
            row = (self.at + step * away) % count
            if self.sought in self._text(self.shown[row]).casefold():
                self._wind(row)
                return True
        return False

    def _text(self, number: int) -> str:
        assert self.reel is not None
        return f"{instant(self.reel.events[number - 1].time)} {self.reel.lines[number - 1].text}"

    # --- drawing ---------------------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        at, columns = y + round(self.scroll_offset.y), self.scrollable_content_region.width
        if self.reel is None or not 0 <= at < len(self.shown):
            return self.row((), False)
        pointed = at == self.at
        return self.row(event_parts(self.reel, self.shown[at], columns - 1, pointed and self.has_focus), pointed)

    def on_resize(self) -> None:
        self.virtual_size = Size(self.size.width, len(self.shown))
        self._follow()
