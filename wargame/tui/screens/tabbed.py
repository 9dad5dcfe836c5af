"""A screen with a bar of tabs, and the map beside them, alone or hidden."""

from collections.abc import Sequence
from typing import ClassVar

from textual.widgets import ContentSwitcher

from wargame.tui.listing import CursorList
from wargame.tui.screens.page import Page
from wargame.tui.strips import TabBar


class Tabbed(Page):
    """Which tab is open, and where the map is."""

    tab: int = 0
    STATES: ClassVar[tuple[str, ...]] = ("", "-show-map", "-hide-map")
    """What `m` goes through, as classes of the screen: the map beside the tabs, alone, hidden."""
    ALONE: ClassVar[str] = "-show-map"
    """The one in which the map is all there is."""

    def page_ids(self) -> Sequence[str]:
        """The widgets behind the tabs, in their order."""
        raise NotImplementedError

    def open_tab(self) -> None:
        """Have on the open tab what belongs there."""
        raise NotImplementedError

    def action_tab(self, index: int) -> None:
        """Open a tab; a map that hides all of them makes room for it."""
        self.remove_class(self.ALONE)
        self.tab = index
        self.query_one(TabBar).active = index
        self.query_one("#pages", ContentSwitcher).current = self.page_ids()[index]
        self.open_tab()
        self.focus_tab()

    def main_list(self) -> CursorList | None:
        listed = self.query_one(f"#{self.page_ids()[self.tab]}")
        return listed if isinstance(listed, CursorList) else None

    def focus_tab(self) -> None:
        """Let keys go to the tab that is open."""
        self.query_one(f"#{self.page_ids()[self.tab]}").focus()

    def on_tab_bar_picked(self, event: TabBar.Picked) -> None:
        self.action_tab(event.index)

    def states(self) -> Sequence[str]:
        """Those of the states that there is room for."""
        return self.STATES[:2] if self.has_class("-narrow") else self.STATES

    def action_map(self) -> None:
        """Go on to the next state."""
        states = self.states()
        now = next((index for index, state in enumerate(states) if state and self.has_class(state)), 0)
        self.remove_class(*filter(None, self.STATES))
        after = states[(now + 1) % len(states)]
        if after:
            self.add_class(after)
        if after == self.ALONE:
            self.query_one("#map").focus()
        else:
            self.focus_tab()
