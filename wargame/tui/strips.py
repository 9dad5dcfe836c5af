"""Small widgets of one or two lines: paragraphs without a cursor, the bar of tabs, the keys of a screen."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from wargame.desk.bars import without_bars
from wargame.desk.lines import Para, Part, wrap
from wargame.files.faults import width
from wargame.tui.look import style

GAPS = re.compile(" {2,}")
CUT = " .."
"""At the end of a line that was cut."""


class Paragraphs(Widget):
    """Paragraphs of a line each; what does not fit is said shorter or, at last, cut between words, with a mark."""

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


def drawn(line: Iterable[Part], columns: int, widget: Widget, ground: Style | None = None) -> Strip:
    """A line of parts as a widget draws it, over its whole width; on a ground of its own where one is given."""
    base = widget.rich_style + ground if ground else widget.rich_style
    segments = [Segment(text, base + style(widget.app.theme, role)) for role, text in line]
    return Strip(segments).adjust_cell_length(columns, base)


def one_line(para: Para, columns: int) -> list[Part]:
    """A paragraph in a line: as it is; with less between its words; without its bars; in fewer words; or cut."""
    said = para
    for said in (way for each in (para, *para.shorter) for way in _closer(each)):
        whole = wrap(said, columns)
        if len(whole) < 2:
            return whole[0] if whole else []
    return [*wrap(said, columns - len(CUT))[0], ("dim", CUT)]


def _closer(para: Para) -> Iterator[Para]:
    """A paragraph, and what of it takes less room while it says the same."""
    yield para
    yield replace(para, parts=tuple(_close(para.parts)))
    yield replace(para, parts=tuple(_close(without_bars(para.parts))))


def _close(parts: Iterable[Part]) -> Iterator[Part]:
    """One blank where there were several."""
    before = ""
    for role, text in parts:
        close = GAPS.sub(" ", text)
        yield role, close.removeprefix(" ") if before.endswith(" ") else close
        before = close or before


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


@dataclass(frozen=True, slots=True)
class ShownKey:
    """One key of a screen: how it is called, and what it does now."""

    key: str
    parts: tuple[Part, Part]

    @property
    def width(self) -> int:
        return sum(width(text) for _, text in self.parts)


class Keys(Widget):
    """The keys of the screen in one line; a click presses one.

    The library's own footer makes all its parts anew whenever the focus moves, which takes longer than all else that
    opening a tab does.
    """

    DEFAULT_CSS = "Keys { dock: bottom; height: 1; }"

    def __init__(self) -> None:
        super().__init__()
        self.shown: Sequence[ShownKey] = ()

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._keys_changed)

    def _keys_changed(self, screen: Screen[object]) -> None:
        """The focus has moved, or what is possible has changed."""
        if not (self.is_attached and screen is self.screen and self.app.app_focus):
            return
        by_action: dict[str, ShownKey] = {}
        for active in screen.active_bindings.values():
            binding = active.binding
            if binding.show and binding.action not in by_action:
                lead: Part = ("key", f" {self.app.get_key_display(binding)} ")
                by_action[binding.action] = ShownKey(
                    binding.key, (lead, ("" if active.enabled else "dim", f"{binding.description} "))
                )
        shown = tuple(by_action.values())
        if shown != self.shown:
            self.shown = shown
            self.refresh()

    def render_line(self, y: int) -> Strip:
        return drawn([part for each in self.shown for part in each.parts], self.size.width, self)

    def column(self, words: str) -> int:
        """Where the key stands that does what these words say."""
        named = [each.parts[1][1].strip() for each in self.shown]
        return sum(each.width for each in self.shown[: named.index(words)])

    def on_click(self, event: events.Click) -> None:
        at = event.x
        for each in self.shown:
            if at < each.width:
                self.app.simulate_key(each.key)
                return
            at -= each.width
