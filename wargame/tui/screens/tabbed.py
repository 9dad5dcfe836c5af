"""A screen with a bar of tabs, and the map beside them, alone or hidden."""

from collections.abc import Sequence
from typing import ClassVar

from textual.widgets import ContentSwitcher

from wargame.tui.events import EventList
from wargame.tui.listing import Listing
from wargame.tui.screens.page import Page
from wargame.tui.strips import TabBar

ALONE, HIDDEN = "-show-map", "-hide-map"


class Tabbed(Page):
    """Which tab is open, and where the map is."""

    tab: int = 0
    HIDING: ClassVar[tuple[str, ...]] = (ALONE,)
    """Classes under which the tabs cannot be seen."""

    def page_ids(self) -> Sequence[str]:
        """The widgets behind the tabs, in their order."""
        raise NotImplementedError

    def open_tab(self) -> None:
        """Have on the open tab what belongs there."""
        raise NotImplementedError

    def action_tab(self, index: int) -> None:
        """Open a tab; a map that hides all of them makes room for it."""
        self.remove_class(*self.HIDING)
        self.tab = index
        self.query_one(TabBar).active = index
        self.query_one("#pages", ContentSwitcher).current = self.page_ids()[index]
        self.open_tab()
        self.focus_tab()

    def main_list(self) -> Listing | EventList | None:
        listed = self.query_one(f"#{self.page_ids()[self.tab]}")
        return listed if isinstance(listed, Listing | EventList) else None

    def focus_tab(self) -> None:
        """Let keys go to the tab that is open."""
        self.query_one(f"#{self.page_ids()[self.tab]}").focus()

    def on_tab_bar_picked(self, event: TabBar.Picked) -> None:
        self.action_tab(event.index)

    def action_map(self) -> None:
        """Beside the tabs, alone, hidden; where there is no room beside them, alone or hidden."""
        states = ["", ALONE, HIDDEN] if not self.has_class("-narrow") else ["", ALONE]
        now = next((index for index, state in enumerate(states) if state and self.has_class(state)), 0)
        self.remove_class(ALONE, HIDDEN)
        after = states[(now + 1) % len(states)]
        if after:
            self.add_class(after)
        if after == ALONE:
            self.query_one("#map").focus()
        else:
            self.focus_tab()
