"""A walk over every screen of play, and what each looked like when somebody looked at it last.

`python -m tests.tui.kept_screens` keeps the pictures in `golden/` as they are now: look at them before you commit them.
"""

import asyncio
import os
import tempfile
from contextlib import chdir
from pathlib import Path

from tests.tui.driving import frame, listing, on, reach, until
from wargame.desk.wish import Wish
from wargame.session.remote import RemoteExercise
from wargame.tui.app import Wargame
from wargame.tui.look import ANSI, DARK, LIGHT

GOLDEN = Path(__file__).with_name("golden")
SIZES = ((80, 24), (100, 30), (140, 40))
LOOKS = ("dark", "light", "ansi", "no_color", "ascii")
"""Colours apart, all but the last show the same."""
NARROW_SEA = Wish("narrow-sea", seats=("aldva",), seed=5, path="played.jsonl")
TWO_SEATS = Wish("tutorial", seats=("orsenia", "altmora"), seed=5, path="two.jsonl")


def app_that_looks(look, wish):
    """The program in one of its looks; NO_COLOR is taken from the environment when it is made."""
    theme = {"light": LIGHT, "ansi": ANSI}.get(look, DARK)
    if look == "no_color":
        os.environ["NO_COLOR"] = "1"
    try:
        return Wargame(wish, theme=theme, plain_ascii=look == "ascii")
    finally:
        os.environ.pop("NO_COLOR", None)


def walk(size, look="dark", way=None):
    """Every screen by its name, as text. Sessions are played in a folder of their own, so that paths are short."""

    async def walked():
        pictures: dict[str, str] = {}
        for wish, steps in way or WAYS:
            app = app_that_looks(look, wish() if callable(wish) else wish)
            async with app.run_test(size=size) as pilot:
                await steps(app, pilot, pictures)
        return pictures

    with tempfile.TemporaryDirectory() as folder, chdir(folder):
        return asyncio.run(walked())


async def settled(app, pilot):
    """The screen at rest: three times the same, since a layout takes a moment to find its scrollbars."""
    seen = [frame(app)]
    while len(seen) < 3 or len(set(seen[-3:])) > 1:
        await pilot.pause(0.1)
        seen.append(frame(app))
    return seen[-1]


async def first_screens(app, pilot, pictures):
    await reach(pilot, "Home")
    pictures["home"] = await settled(app, pilot)
    listing(app).point_at(("do", "play"))
    await pilot.press("enter")
    await reach(pilot, "ChooseScenario")
    await until(pilot, lambda: listing(app, "scenarios").key is not None, "the scenarios")
    listing(app, "scenarios").point_at(("scenario", "narrow-sea"))
    await pilot.pause()
    pictures["choose-scenario"] = await settled(app, pilot)
    await pilot.press("enter")
    await reach(pilot, "ChooseSeat")
    await until(pilot, lambda: listing(app, "seats").key is not None, "the seats")
    await pilot.press("l")
    pictures["choose-seat"] = await settled(app, pilot)
    await pilot.press("question_mark")
    await reach(pilot, "Explain")
    pictures["help"] = await settled(app, pilot)


async def a_turn_of_play(app, pilot, pictures):
    await reach(pilot, "Brief")
    pictures["brief"] = await settled(app, pilot)
    await pilot.press("enter")
    for _ in range(2):
        await reach(pilot, "Crisis")
        await pilot.press("e")
        await reach(pilot, "EndTurn")
        await pilot.press("e")
        await reach(pilot, "Report")
        pictures["report"] = await settled(app, pilot)
        await pilot.press("enter")
    await reach(pilot, "Crisis")
    for number, tab in enumerate(("inbox", "council", "forces", "allies", "indicators", "reviews"), 1):
        await pilot.press(str(number))
        pictures[f"desk-{tab}"] = await settled(app, pilot)
    await pilot.press("m")
    await pilot.pause()
    pictures["map"] = await settled(app, pilot)
    await pilot.press("f")
    await reach(pilot, "Estimates")
    pictures["estimate"] = await settled(app, pilot)
    await pilot.press("escape", "a")
    await reach(pilot, "Orders")
    pictures["orders"] = await settled(app, pilot)
    await pilot.press("slash", *"ready", "enter", "enter")
    await reach(pilot, "Ways")
    pictures["ways"] = await settled(app, pilot)
    await pilot.press("enter")
    await reach(pilot, "FormScreen")
    pictures["form"] = await settled(app, pilot)
    await pilot.press("s")
    await reach(pilot, "Orders")
    await pilot.press("escape")
    await reach(pilot, "Crisis")
    app.clear_notifications()
    await pilot.press("e")
    await reach(pilot, "EndTurn")
    pictures["end-of-turn"] = await settled(app, pilot)
    await pilot.press("escape", "escape")
    await reach(pilot, "Ask")
    pictures["leave"] = await settled(app, pilot)


async def hand_over(app, pilot, pictures):
    await reach(pilot, "HandOver", "Brief")
    while on(app) != "HandOver":
        await pilot.press("enter" if on(app) == "Brief" else "e")
        await pilot.pause(0.1)
    pictures["hand-over"] = await settled(app, pilot)


async def the_end(app, pilot, pictures):
    while on(app) != "Result":
        await reach(pilot, "Report", "Crisis", "Result")
        if on(app) == "Report":
            await pilot.press("enter")
        elif on(app) == "Crisis":
            await pilot.press("e")
            await reach(pilot, "EndTurn")
            await pilot.press("e")
            await until(pilot, lambda: on(app) != "EndTurn", "the end of the turn")
    await until(pilot, lambda: "Scoring" not in frame(app), "the scores")
    pictures["result"] = await settled(app, pilot)


def last_turn():
    """Plays the tutorial up to its last turn, and wishes to go on with it."""
    session = RemoteExercise()
    session.begin("tutorial", 5, ("orsenia",), "nearly.jsonl")
    for _ in range(10):
        session.advance()
    session.close()
    return Wish(path="nearly.jsonl", resume=True)


WAYS = ((None, first_screens), (NARROW_SEA, a_turn_of_play), (TWO_SEATS, hand_over), (last_turn, the_end))


def pictures_of(size, look="dark"):
    """By the name of the file that keeps it."""
    mark = "-ascii" if look == "ascii" else ""
    return {f"{name}-{size[0]}x{size[1]}{mark}": text for name, text in walk(size, look).items()}


def main():
    for size in SIZES:
        keep(pictures_of(size))
    keep(pictures_of(SIZES[1], "ascii"))


def keep(pictures):
    for name, text in pictures.items():
        (GOLDEN / f"{name}.txt").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
