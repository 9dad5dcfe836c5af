"""The staff estimate: when a force could be capable at an objective, from planning figures only."""

from textual.app import ComposeResult

from wargame.desk.desk import Desk
from wargame.desk.estimating import estimate_paras
from wargame.tui.listing import Listing
from wargame.tui.screens.page import Page


class Estimates(Page):
    """P10, P50 and P90 in days from an order given now."""

    ABOUT = (
        "If a force were ordered now, after how many days would it be capable? Reckoned from planning figures that "
        "your staff has, not from what the simulation knows: one time in ten it is sooner than P10, one in ten later "
        "than P90."
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__("Staff estimate: days until capable, if ordered now")
        self.desk = desk

    def body(self) -> ComposeResult:
        yield Listing(estimate_paras(self.desk.scene()))

    def on_mount(self) -> None:
        self.query_one(Listing).focus()

    def on_listing_chosen(self, event: Listing.Chosen) -> None:
        from wargame.tui.screens.orders import Orders

        self.app.push_screen(Orders(self.desk, str(event.key[1])))
