"""The staff estimate: when a force could be capable at an objective, from planning figures only."""

from collections.abc import Iterator

from textual.app import ComposeResult

from wargame.desk.desk import Desk
from wargame.desk.lines import Para, blank, columns, heading, say
from wargame.model.clock import DAY, HOUR
from wargame.replay.watch import Scene
from wargame.rules.economy import nation_of
from wargame.rules.estimate import estimate
from wargame.tui.listing import Listing
from wargame.tui.screens.page import Page

A_DAY = DAY / HOUR


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
        yield Listing(self._lines(self.desk.scene()))

    def on_mount(self) -> None:
        self.query_one(Listing).focus()

    def _lines(self, scene: Scene) -> Iterator[Para]:
        own = nation_of(scene.scenario, scene.view)
        nations = sorted(scene.scenario.nations, key=lambda nation: nation is not own)
        for objective in scene.scenario.objectives:
            yield heading(f"AT {objective.name.upper()}")
            for nation in nations:
                rows = list(_rows(scene, [force.id for force in nation.forces], objective.at))
                if rows:
                    yield say(("key", nation.name), indent=1)
                    yield from columns(rows, [("force", row[0]) for row in rows], indent=3)
            yield blank()

    def on_listing_chosen(self, event: Listing.Chosen) -> None:
        from wargame.tui.screens.orders import Orders

        self.app.push_screen(Orders(self.desk, str(event.key[1])))

    def leave(self) -> None:
        self.dismiss()


def _rows(scene: Scene, forces: list[str], place: str) -> Iterator[tuple[str, str]]:
    for force in forces:
        state = scene.situation.forces.get(force)
        if state is None or state.at == place:
            continue
        hours = estimate(scene.scenario, force, place, state.at)
        if hours is None:
            yield force, "no way leads there"
        else:
            low, middle, high = (each / A_DAY for each in hours)
            yield force, f"P10 {low:4.1f}   P50 {middle:4.1f}   P90 {high:4.1f}"
