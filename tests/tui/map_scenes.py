"""Scenes that tests of the map look at, and a screen with nothing on it but the map.

`python -m tests.tui.map_scenes` keeps the pictures in `golden/` as they are now.
"""

import asyncio
from collections.abc import Sequence
from pathlib import Path

from textual.app import App, ComposeResult

from tests.worlds import at, view_of
from wargame.files.scenarios import load_scenario
from wargame.model.event import Event
from wargame.model.happenings import Body, ForceCapable, ForceDeparted, ReportReceived
from wargame.model.scenario import Scenario
from wargame.replay.watch import TRUTH, Scene, scene, seen
from wargame.tui.map.widget import TheatreMap

GOLDEN = Path(__file__).with_name("golden")
SIZES = ((80, 24), (100, 30))


def opening(name: str, view: str = TRUTH) -> Scene:
    """A bundled scenario at STARTEX."""
    return at_startex(load_scenario(name), view)


def at_startex(scenario: Scenario, view: str) -> Scene:
    """What a view has before anything happens."""
    return scene(scenario, [], 0, 0, view)


def told(name: str, seat: str, *bodies: tuple[float, Body], hours: float = 0.0) -> Scene:
    """What a seat has before it, so many hours after STARTEX, when nothing happened but these things, at an hour."""
    events = [Event(id=n, time=at(hour), audience=(seat,), body=body) for n, (hour, body) in enumerate(bodies, 1)]
    view = view_of(load_scenario(name), seat, events)
    view.situation.time = at(hours)
    return seen(view)


def report(contact: str, place: str | None, hour: float, nation: str = "aldva") -> tuple[float, Body]:
    """A formation of the adversary was seen near a place, and that was reported within the hour."""
    return hour, ReportReceived(
        nation=nation,
        report=f"r{hour:g}",
        indicator="divisions-out",
        discipline="imagery",
        originator=nation,
        reliability="B",
        credibility=2,
        observed=at(hour),
        contact=contact,
        place=place,
    )


def busy() -> Scene:
    """Aldva's picture on the fifth day: contacts new and old, an ally's fighters and another's ships coming."""
    return told(
        "narrow-sea",
        "aldva",
        report("c1", "kesten", 10.0),
        report("c2", "memra", 60.0),
        report("c3", "memra", 101.0),
        report("c4", "jorn", 104.0),
        (80.0, ForceDeparted(force="kas-fighters", place="kelda", mode="air", due=at(82.0))),
        (96.0, ForceCapable(force="ald-frontier", strength=0.7, effective=0.6)),
        (100.0, ForceDeparted(force="nor-isle", place="grey-isle", mode="sea", due=at(112.0))),
        hours=108.0,
    )


class MapAlone(App[None]):
    """The map, as wide and high as the terminal."""

    def __init__(self, shown: Scene, ascii_only: bool = False) -> None:
        super().__init__()
        self.map = TheatreMap(shown, ascii_only=ascii_only)
        self.chosen: list[str] = []

    def compose(self) -> ComposeResult:
        yield self.map

    def on_mount(self) -> None:
        self.map.focus()

    def on_theatre_map_selected(self, message: TheatreMap.Selected) -> None:
        self.chosen.append(message.item.id)


def text_of(shown: TheatreMap) -> str:
    """What stands on the screen, without its colours."""
    return "\n".join(shown.render_line(row).text.rstrip() for row in range(shown.size.height)) + "\n"


def frame(shown: Scene, size: tuple[int, int], keys: Sequence[str] = (), ascii_only: bool = False) -> str:
    """The map on a terminal of a size after some keys."""

    async def look() -> str:
        app = MapAlone(shown, ascii_only)
        async with app.run_test(size=size) as pilot:
            await pilot.press(*keys)
            await pilot.pause()
            return text_of(app.map)

    return asyncio.run(look())


def goldens() -> dict[str, str]:
    """The pictures that are kept, by the names of their files."""
    made = {f"map-aldva-{size[0]}x{size[1]}": frame(busy(), size) for size in SIZES}
    made["map-aldva-ascii-80x24"] = frame(busy(), SIZES[0], ascii_only=True)
    made["map-aldva-contact-100x30"] = frame(busy(), SIZES[1], ["n", "plus", "plus", "w"])
    made["map-truth-great-alliance-100x30"] = frame(opening("great-alliance"), SIZES[1])
    return made


def renew() -> None:
    """Keep the pictures as they are now."""
    GOLDEN.mkdir(exist_ok=True)
    for name, text in goldens().items():
        (GOLDEN / f"{name}.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    renew()
