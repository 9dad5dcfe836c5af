"""A walk over every screen, and what each looked like when somebody looked at it last.

`python -m tests.tui.kept_screens` keeps the pictures in `golden/` as they are now: look at them before you commit them.
Names after it keep those ways alone.
"""

import asyncio
import os
import shutil
import sys
import tempfile
from contextlib import chdir
from dataclasses import dataclass, field, replace
from pathlib import Path
from unittest.mock import patch

from textual.pilot import Pilot
from textual.screen import ModalScreen

from tests.cli.calling import ROOT
from tests.tui.driving import frame, listing, on, reach, until
from wargame.desk.simulating import Asked
from wargame.desk.wish import Wish
from wargame.session.remote import RemoteExercise
from wargame.tui.app import Wargame
from wargame.tui.look import DARK
from wargame.tui.screens import sessions
from wargame.tui.screens.loading import Loading
from wargame.tui.screens.opening import Opening
from wargame.tui.screens.waiting import Waiting

GOLDEN = Path(__file__).with_name("golden")
SIZES = ((80, 24), (100, 30), (140, 40))
MIDDLE = SIZES[1]
SAMPLE = "narrow-sea-deterred.jsonl"
BEFORE = 1_790_000_000
"""When the sessions on disk were written, for all that the list of them says."""


@dataclass
class Camera:
    """Takes pictures of the screen in every size, and by the way in other colours."""

    app: Wargame
    pilot: Pilot[int]
    sizes: tuple[tuple[int, int], ...] = SIZES
    themes: tuple[str, ...] = ()
    """Of the second size more pictures are taken, in these."""
    pictures: dict[str, str] = field(default_factory=dict)
    """By the name of the file that keeps it."""
    coloured: list[tuple[str, str, str]] = field(default_factory=list)
    """Theme, the name of the file that it should look like, and the picture."""
    boxes: set[str] = field(default_factory=set)
    """Names of pictures of what lies over another screen."""

    async def take(self, name):
        """The screen that is on top."""
        for size in self.sizes:
            if self.app.size != size:
                await self.pilot.resize_terminal(*size)
            file = f"{name}-{size[0]}x{size[1]}{'-ascii' if self.app.ascii_only else ''}"
            self.pictures[file] = await self.settled()
            if isinstance(self.app.screen, ModalScreen):
                self.boxes.add(file)
            if size == MIDDLE:
                for theme in self.themes:
                    self.app.theme = theme
                    self.coloured.append((theme, file, await self.settled()))
                self.app.theme = DARK

    async def settled(self):
        """The screen at rest: three times the same, since a layout takes a moment to find its scrollbars."""
        await until(self.pilot, lambda: getattr(self.app.screen, "settled", True), "panels")
        seen = [frame(self.app)]
        while len(seen) < 3 or len(set(seen[-3:])) > 1:
            await self.pilot.pause(0.02)
            seen.append(frame(self.app))
        return seen[-1]


def walk(way, sizes=SIZES, themes=(), **look):
    """Pictures of one way. Sessions are played in a folder of their own, so that paths are short."""
    begin, steps = WAYS[way]

    async def walked():
        app = Wargame(**begin(), **{"plain_ascii": False} | look)
        app.animation_level = "none"
        async with app.run_test(size=sizes[-1]) as pilot:
            camera = Camera(app, pilot, sizes, themes)
            await steps(app, pilot, camera.take)
        assert app.fault == ""
        return camera

    with tempfile.TemporaryDirectory() as folder, chdir(folder):
        return asyncio.run(walked())


# --- before a session ----------------------------------------------------------------------------------------


def on_disk():
    """A session that is over and one that is not."""
    folder = Path("replays")
    folder.mkdir()
    shutil.copy(ROOT / "replays" / SAMPLE, folder / SAMPLE)
    session = RemoteExercise()
    session.begin("tutorial", 5, ("orsenia",), str(folder / "tutorial.jsonl"))
    session.advance()
    session.close()
    for count, path in enumerate(sorted(folder.iterdir())):
        os.utime(path, (BEFORE, BEFORE + 3600 * count))
    return {}


class Held(Opening):
    """Waits for good."""

    def open_desk(self):
        """Nothing is opened."""


class HeldLoading(Loading):
    """Waits for good."""

    def load(self):
        """Nothing is read."""


async def first_screens(app, pilot, take):
    await reach(pilot, "Home")
    await take("home")
    await app.push_screen(Held(Wish("tutorial")))
    await take("opening")
    app.pop_screen()
    await app.push_screen(HeldLoading(f"replays/{SAMPLE}"))
    app.screen.progress(0.4)
    await take("loading")
    await pilot.press("escape")
    with patch.object(sessions, "sample_folder", lambda: None):
        for name, screen in (("resume", "Sessions"), ("watch", "Played")):
            await reach(pilot, "Home")
            listing(app).point_at(("do", name))
            await pilot.press("enter")
            await reach(pilot, screen)
            await until(pilot, lambda: listing(app, "sessions").key is not None, "the sessions")
            await take(f"choose-to-{name}")
            await pilot.press("escape")
    await reach(pilot, "Home")
    listing(app).point_at(("do", "play"))
    await pilot.press("enter")
    await reach(pilot, "ChooseScenario")
    await until(pilot, lambda: listing(app, "scenarios").key is not None, "the scenarios")
    listing(app, "scenarios").point_at(("scenario", "narrow-sea"))
    await pilot.pause()
    await take("choose-scenario")
    await pilot.press("enter")
    await reach(pilot, "ChooseSeat")
    await until(pilot, lambda: listing(app, "seats").key is not None, "the seats")
    await pilot.press("l")
    await take("choose-seat")
    await pilot.press("question_mark")
    await reach(pilot, "Explain")
    await take("help")


class AskedHere(Asked):
    """A batch whose folder has no date in its name."""

    def command(self, resumed=""):
        return [*super().command(resumed), "-o", "batches/kept"]


async def many_sessions(app, pilot, take):
    await reach(pilot, "Home")
    listing(app).point_at(("do", "simulate"))
    await pilot.press("enter")
    await reach(pilot, "Batch")
    await take("batch")
    batch = app.screen
    listing(app, "asked").point_at(("field", "versus"))
    await pilot.press("enter")
    await reach(pilot, "Pick")
    await take("pick")
    await pilot.press("escape")
    batch.asked = AskedHere("tutorial", 3, "doctrine", "idle")
    batch.change("runs", "3")
    await pilot.press("s")
    await until(pilot, lambda: batch.running is None, "the batch")
    await take("batch-done")


# --- play ----------------------------------------------------------------------------------------------------


def narrow_sea():
    return {"wish": Wish("narrow-sea", seats=("aldva",), seed=5, path="played.jsonl")}


async def turns(pilot, take, main, count):
    """From the brief on."""
    await reach(pilot, "Brief")
    await take("brief" if main == "Crisis" else "brief-excon")
    await pilot.press("enter")
    for turn in range(count):
        await reach(pilot, main)
        await pilot.press("e")
        await reach(pilot, "EndTurn")
        await pilot.press("e")
        await reach(pilot, "Report")
        if turn + 1 == count and main == "Crisis":
            await take("report")
        await pilot.press("enter")
    await reach(pilot, main)


async def a_turn_of_play(app, pilot, take):
    await turns(pilot, take, "Crisis", 2)
    for number, tab in enumerate(("inbox", "council", "forces", "allies", "indicators", "reviews"), 1):
        await pilot.press(str(number))
        await take(f"desk-{tab}")
    await pilot.press("slash", *"ready")
    await take("find")
    await pilot.press("escape", "1", "m")
    await pilot.pause()
    await take("map")
    await pilot.press("m", "m")
    listing(app, "inbox").point_at(next(para.key for para in listing(app, "inbox").paras if _is_event(para)))
    await pilot.press("enter")
    await reach(pilot, "Detail")
    await take("event")
    await pilot.press("escape", "f")
    await reach(pilot, "Estimates")
    await take("estimate")
    await pilot.press("escape", "a")
    await reach(pilot, "Orders")
    await take("orders")
    await pilot.press("slash", *"ready", "enter", "enter")
    await reach(pilot, "Ways")
    await take("ways")
    await pilot.press("enter")
    await reach(pilot, "FormScreen")
    await take("form")
    await pilot.press("s")
    await reach(pilot, "Orders")
    await pilot.press("escape")
    await reach(pilot, "Crisis")
    app.clear_notifications()
    await take("desk-staged")
    await pilot.press("e")
    await reach(pilot, "EndTurn")
    await take("end-of-turn")
    await pilot.press("escape", "escape")
    await reach(pilot, "Ask")
    await take("leave")
    await pilot.press("n", "E")
    await reach(pilot, "RunOn")
    await take("run-on")
    await pilot.press("y")
    await until(pilot, lambda: not app.screen.running, "what stops the running on")
    await take("run-on-stopped")


def _is_event(para):
    return para.key is not None and para.key[0] == "event"


def two_seats():
    return {"wish": Wish("tutorial", seats=("orsenia", "altmora"), seed=5, path="two.jsonl")}


async def hand_over(app, pilot, take):
    await reach(pilot, "HandOver")
    await take("hand-over")
    await pilot.press("enter")
    await reach(pilot, "Brief")
    await pilot.press("enter")
    await reach(pilot, "Crisis")
    await take("coach")


def last_turn():
    """Plays the tutorial up to its last turn, and wishes to go on with it."""
    session = RemoteExercise()
    session.begin("tutorial", 5, ("orsenia",), "nearly.jsonl")
    for _ in range(10):
        session.advance()
    session.close()
    return {"wish": Wish(path="nearly.jsonl", resume=True)}


async def the_end(app, pilot, take):
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
    await take("result")


# --- exercise control ----------------------------------------------------------------------------------------


def control():
    wish = narrow_sea()["wish"]
    return {"wish": replace(wish, seats=("excon",))}


async def exercise_control(app, pilot, take):
    await turns(pilot, take, "Excon", 1)
    await pilot.press("5")
    await take("excon")
    for shown in ("truth", "cell", "map"):
        await pilot.press("m")
        await take(f"excon-{shown}")
    await pilot.press("m", "7")
    await pilot.pause()
    await take("excon-mel")
    await pilot.press("i")
    await reach(pilot, "FormScreen")
    await take("add-inject")
    listing(app, "form").point_at(("field", "inject.to"))
    await pilot.press("enter")
    await reach(pilot, "Pick")
    await pilot.press("enter")
    await take("pick-several")
    await pilot.press("escape", "escape")
    await reach(pilot, "Excon")
    await pilot.press("o")
    await reach(pilot, "FormScreen")
    await take("overrule")
    await pilot.press("escape")
    await reach(pilot, "Excon")
    await pilot.press("w")
    await reach(pilot, "Write")
    await take("note")
    await pilot.press(*"heard", "enter")
    await reach(pilot, "Excon")
    await pilot.press("b")
    await reach(pilot, "Write")
    await take("bookmark")
    await pilot.press(*"here", "enter")
    await reach(pilot, "Excon")
    await pilot.press("8")
    await take("excon-control")
    for key, name in (("t", "timer"), ("s", "take-seat"), ("z", "rewind")):
        await pilot.press(key)
        await reach(pilot, "Pick")
        await take(name)
        await pilot.press("escape")
        await reach(pilot, "Excon")
    await pilot.press("z", "enter")
    await reach(pilot, "Ask")
    await take("rewind-sure")
    await pilot.press("n")
    await reach(pilot, "Excon")
    with patch.object(Waiting, "do", lambda _: None):
        await app.push_screen(Waiting("Taking the seat of Harland", lambda: None))
        await take("waiting")


# --- replay --------------------------------------------------------------------------------------------------


def replayed():
    shutil.copy(ROOT / "replays" / SAMPLE, SAMPLE)
    return {"replay": SAMPLE}


async def the_replay(app, pilot, take):
    await reach(pilot, "Watch")
    watch = app.screen
    watch.go(watch.session.stops[12].position)
    await take("watch")
    await pilot.press("enter")
    await reach(pilot, "Happening")
    await take("watch-event")
    await pilot.press("escape")
    for number, tab in ((3, "council"), (8, "scores")):
        await pilot.press(str(number))
        await take(f"watch-{tab}")
    await pilot.press("1", "t")
    await until(pilot, lambda: watch.view != "truth", "the view of a seat")
    await take("watch-seat")
    await pilot.press("m")
    await take("watch-map")
    await pilot.press("m", "m", "c")
    await reach(pilot, "CouldHaveKnown")
    await app.workers.wait_for_complete()
    await take("hindsight")
    await pilot.press("escape", "b")
    await reach(pilot, "BranchHere")
    await take("branch")


WAYS = {
    "first screens": (on_disk, first_screens),
    "many sessions": (dict, many_sessions),
    "a turn of play": (narrow_sea, a_turn_of_play),
    "hand-over": (two_seats, hand_over),
    "the end": (last_turn, the_end),
    "exercise control": (control, exercise_control),
    "a replay": (replayed, the_replay),
}


def main(*ways):
    for way in ways or WAYS:
        for camera in (walk(way), walk(way, (MIDDLE,), plain_ascii=True)):
            for name, text in camera.pictures.items():
                (GOLDEN / f"{name}.txt").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
