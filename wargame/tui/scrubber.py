"""Where in a session one looks: the density of events, the rung, and the instant, over the whole length of it."""

from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from wargame.desk.bars import heights
from wargame.desk.lines import Part, Role
from wargame.desk.watching import Course, densities, rung_line
from wargame.tui.look import style
from wargame.tui.strips import drawn

LEAD = 8
"""Columns for what a line is."""
GAP = "  "
"""Between the parts of what is said of an instant."""


class Scrubber(Widget):
    """Three lines: events, rung, and where one looks; a click or a drag goes there."""

    DEFAULT_CSS = "Scrubber { height: 3; }"

    @dataclass
    class Sought(Message):
        """Somebody wants to look at an instant."""

        instant: int
        """Seconds after STARTEX. (A message's `time` is textual's own.)"""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - textual's word
        super().__init__(id=id)
        self.course = Course(0, (), ())
        self.time = 0
        self.words = ""
        self._drawn: tuple[object, str, str, str] | None = None
        """What the lines were drawn for, and the lines."""

    def show(self, course: Course) -> None:
        """Another view, or other events of it."""
        self.course = course
        self._drawn = None
        self.refresh()

    def look_at(self, time: int, words: str) -> None:
        """Another instant, with what is to be said of it."""
        self.time, self.words = time, words
        self.refresh()

    # --- drawing ---------------------------------------------------------------------------------------------

    @property
    def room(self) -> int:
        """Columns that the session's length takes."""
        return max(1, self.content_size.width - LEAD)

    def column(self, time: int) -> int:
        """Where an instant lies."""
        return min(self.room - 1, time * self.room // max(1, self.course.end))

    def render_line(self, y: int) -> Strip:
        title = ("Events", "Rung", "At")[y]
        line, columns = self._lines()[y], self.content_size.width
        if title == "At":
            return drawn([("dim", f"{title:{LEAD}}"), *self._pointer(line)], columns, self)
        role: Role = "friend" if title == "Events" else "hostile"
        at = self.column(self.time)
        strip = drawn([("dim", f"{title:{LEAD}}"), (role, line)], columns, self)
        here = Segment(
            line[at : at + 1] or " ", self.rich_style + style(self.app.theme, "strong") + Style(reverse=True)
        )
        return Strip.join([strip.crop(0, LEAD + at), Strip([here]), strip.crop(LEAD + at + 1, columns)])

    def _pointer(self, ticks: str) -> list[Part]:
        """The turns' beginnings, the place that is looked at, and what it is, on whichever side there is room."""
        at, parts = self.column(self.time), self.words.split(GAP)
        for count in range(len(parts), 0, -1):  # what comes first matters most
            words = f" {GAP.join(parts[:count])} "
            if at + 1 + len(words) <= self.room:
                return [("dim", ticks[:at]), ("key", "▲"), ("strong", words), ("dim", ticks[at + 1 + len(words) :])]
            if len(words) <= at:
                return [("dim", ticks[: at - len(words)]), ("strong", words), ("key", "▲"), ("dim", ticks[at + 1 :])]
        return [("dim", ticks[:at]), ("key", "▲"), ("dim", ticks[at + 1 :])]

    def _lines(self) -> tuple[str, str, str]:
        """Made anew only when the session, the view or the width is another."""
        plain_ascii = bool(getattr(self.app, "ascii_only", False))
        key = (self.course, self.room, plain_ascii)
        if self._drawn is None or self._drawn[0] != key:
            # Flattened a little, so that one busy hour does not level all the others.
            density = heights([round(100 * each**0.7) for each in densities(self.course, self.room)])
            ticks = [" "] * self.room
            for edge in self.course.edges:
                ticks[self.column(edge)] = "." if plain_ascii else "·"
            for time, letter in self.course.steps:
                ticks[self.column(time)] = letter
            self._drawn = (key, density, rung_line(self.course, self.room), "".join(ticks))
        return self._drawn[1:]

    # --- the mouse -------------------------------------------------------------------------------------------

    def on_mouse_down(self, event: events.MouseDown) -> None:
        self.capture_mouse()
        self._seek(event)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if event.button:
            self._seek(event)

    def on_mouse_up(self) -> None:
        self.release_mouse()

    def _seek(self, event: events.MouseEvent) -> None:
        """The end of the column, so that all that it stands for has happened."""
        column = min(max(event.get_content_offset_capture(self).x - LEAD, 0), self.room - 1)
        self.post_message(self.Sought((column + 1) * self.course.end // self.room - (column + 1 < self.room)))
