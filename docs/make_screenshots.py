"""Makes the screenshots of `docs/screenshots/` anew: the program is played without a terminal, from fixed seeds.

.venv/bin/python docs/make_screenshots.py
"""

import asyncio
import re
import tempfile
from collections.abc import Awaitable, Callable
from contextlib import chdir
from pathlib import Path

from textual.pilot import Pilot

from wargame.desk.wish import Wish
from wargame.model.decisions.intelligence import StateProbability
from wargame.players import PLAYERS
from wargame.tui.app import Wargame
from wargame.tui.look import DARK, LIGHT
from wargame.tui.screens.crisis import Crisis
from wargame.tui.screens.home import Home

FOLDER = Path(__file__).resolve().parent / "screenshots"
SEED = 5
SEAT = "aldva"
TURNS = 6
"""Played by the book before the picture of the main screen is taken."""
LARGEST = 150_000
"""Bytes of a picture."""
Story = Callable[[Pilot[int], Callable[[str], None]], Awaitable[None]]


async def settled(pilot: Pilot[int], *screens: str) -> None:
    """Wait until one of these screens is shown and drawn."""
    while type(pilot.app.screen).__name__ not in screens:
        await pilot.pause(0.05)
    await pilot.pause(0.3)


async def first_screen(pilot: Pilot[int], take: Callable[[str], None]) -> None:
    """The home screen."""
    await settled(pilot, Home.__name__)
    take("home")


async def tutorial(pilot: Pilot[int], take: Callable[[str], None]) -> None:
    """The tutorial's first turn with the coach, in a terminal of 80 columns."""
    await settled(pilot, "Brief")
    await pilot.press("enter")
    await settled(pilot, "Crisis")
    await pilot.press("5")
    desk = main_screen(pilot).desk
    desk.stage(StateProbability(probability=0.3), "reserves are called up, hospitals are not")
    main_screen(pilot).redraw()
    await pilot.pause(0.3)
    take("tutorial")


async def narrow_sea(pilot: Pilot[int], take: Callable[[str], None]) -> None:
    """The flagship in its seventh turn: its report, the main screen, the council, orders."""
    await settled(pilot, "Brief")
    await pilot.press("enter")
    await settled(pilot, "Crisis")
    desk = main_screen(pilot).desk
    for _ in range(TURNS):
        for order in PLAYERS["doctrine"].decide(desk.view(), lambda: 0.5):
            desk.exercise.submit(order)
        desk.end_turn()
    main_screen(pilot).arrive()
    await settled(pilot, "Report")
    take("report")
    await pilot.press("enter")
    await settled(pilot, "Crisis")
    for order in PLAYERS["doctrine"].decide(desk.view(), lambda: 0.5)[:2]:
        desk.exercise.submit(order)
    main_screen(pilot).redraw()
    await pilot.pause(0.3)
    take("main")
    await pilot.press("2")
    await pilot.pause(0.3)
    take("council")
    await pilot.press("a")
    await settled(pilot, "Orders")
    take("orders")


def main_screen(pilot: Pilot[int]) -> Crisis:
    """The main screen, which is on top."""
    screen = pilot.app.screen
    assert isinstance(screen, Crisis)
    return screen


async def photograph(wish: Wish | None, story: Story, size: tuple[int, int], theme: str = DARK) -> None:
    """Play a story and keep the pictures that it takes."""
    app = Wargame(wish, theme=theme, plain_ascii=False)

    def take(name: str) -> None:
        picture = smaller(app.export_screenshot(title="wargame"))
        path = FOLDER / f"{name}.svg"
        path.write_text(picture, encoding="utf-8")
        assert path.stat().st_size < LARGEST, f"{path} is {path.stat().st_size} bytes"
        print(path.relative_to(FOLDER.parent.parent), path.stat().st_size)

    async with app.run_test(size=size) as pilot:
        await story(pilot, take)


def smaller(picture: str) -> str:
    """The same picture in fewer bytes, and in the same ones every time: Textual names its parts by chance."""
    picture = re.sub(r"terminal-\d+", "w", picture)
    picture = re.sub(r"\s*@font-face \{.*?\}", "", picture, flags=re.DOTALL)  # from another host; the reader's own do
    return re.sub(r' clip-path="url\(#w-line-\d+\)"', "", picture)


def main() -> None:
    """All of them."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, chdir(folder):
        asyncio.run(photograph(None, first_screen, (80, 24)))
        asyncio.run(photograph(Wish("tutorial", seed=SEED, path="tutorial.jsonl"), tutorial, (80, 24), LIGHT))
        wish = Wish("narrow-sea", (SEAT,), seed=SEED, path="narrow-sea.jsonl")
        asyncio.run(photograph(wish, narrow_sea, (140, 40)))


if __name__ == "__main__":
    main()
