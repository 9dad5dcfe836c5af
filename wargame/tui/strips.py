"""Small widgets of one or two lines: paragraphs without a cursor, and the bar of tabs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from wargame.desk.lines import Para, Part, wrap
from wargame.tui.look import style

CUT = " .."
"""At the end of a line that was cut."""


class Paragraphs(Widget):
    """Paragraphs of a line each; what does not fit is cut between words, with a mark."""

    def __init__(self, paras: Iterable[Para] = (), *, id: str | None = None) -> None:  # noqa: A002 - textual's word
        super().__init__(id=id)
        self.paras = list(paras)

    def show(self, paras: Iterable[Para]) -> None:
        """Other paragraphs."""
        self.paras = list(paras)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        columns = self.content_size.width
        return drawn(one_line(self.paras[y], columns) if y < len(self.paras) else [], columns, self)


def drawn(line: Sequence[Part], columns: int, widget: Widget) -> Strip:
    """A line of parts as a widget draws it, over its whole width."""
    base = widget.rich_style
    segments = [Segment(text, base + style(widget.app.theme, role)) for role, text in line]
    return Strip(segments).adjust_cell_length(columns, base)


def one_line(para: Para, columns: int) -> list[Part]:
    """As much of a paragraph as a line holds."""
    whole = wrap(para, columns)
    if len(whole) < 2:
        return whole[0] if whole else []
    return [*wrap(para, columns - len(CUT))[0], ("dim", CUT)]


class TabBar(Widget):
    """Numbered tabs in one line; a click picks one."""

    active: reactive[int] = reactive(0)

    @dataclass
    class Picked(Message):
        """A tab was clicked."""

        index: int

    def __init__(self, titles: Sequence[str], *, id: str | None = None) -> None:  # noqa: A002 - textual's word
        super().__init__(id=id)
        self.titles = titles

    def _labels(self) -> list[str]:
        """As long as there is room for; where there is not, without blanks around."""
        long = [f" {number} {title} " for number, title in enumerate(self.titles, start=1)]
        return long if sum(map(len, long)) <= self.size.width else [label[1:] for label in long]

    def render_line(self, y: int) -> Strip:
        base = self.rich_style
        theme = self.app.theme
        segments = [
            Segment(
                label,
                base + style(theme, "head" if index == self.active else "dim") + Style(reverse=index == self.active),
            )
            for index, label in enumerate(self._labels())
        ]
        return Strip(segments).adjust_cell_length(self.size.width, base)

    def on_click(self, event: events.Click) -> None:
        at = event.x
        for index, label in enumerate(self._labels()):
            if at < len(label):
                self.post_message(self.Picked(index))
                return
            at -= len(label)
