"""Driving the terminal in tests: by keys and by the mouse, as people do; and the screen as text."""

import asyncio

from textual import events

from wargame.files.replays import load_replay
from wargame.files.scenarios import load_scenario
from wargame.model.record import Header
from wargame.replay.export import decision_lines
from wargame.rules.lengths import with_length
from wargame.session.saved import begin
from wargame.session.seating import seat
from wargame.tui.app import Wargame
from wargame.tui.listing import Listing
from wargame.tui.strips import Keys

SIZE = (100, 30)


def drive(story, wish=None, size=SIZE, **look):
    """Open the program and let `story(app, pilot)` play on it; returns what the story returns."""

    async def on_screen():
        app = Wargame(wish, **{"plain_ascii": False} | look)
        async with app.run_test(size=size) as pilot:
            return await story(app, pilot)

    return asyncio.run(on_screen())


async def until(pilot, holds, what="that", seconds=120.0):
    """Wait until something holds; what takes long happens in another process."""
    waited = 0.0
    while not holds():
        assert waited < seconds, f"waited {seconds} s for {what}; on the screen is {pilot.app.screen}"
        await pilot.pause(0.02)
        waited += 0.02
    await pilot.pause()


async def reach(pilot, *names):
    """Wait for one of the screens of these names."""
    await until(pilot, lambda: type(pilot.app.screen).__name__ in names, " or ".join(names))


async def go(pilot, *keys, to):
    """Press keys, and wait for the screen that they lead to: one name, or several."""
    await pilot.press(*keys)
    await reach(pilot, *([to] if isinstance(to, str) else to))


def burst(app, *keys):
    """Keys that come all at once, as from somebody who types ahead."""
    letters = {"enter": "\r", "space": " ", "slash": "/", "escape": "\x1b"}
    for key in keys:
        event = events.Key(key, letters.get(key, key if len(key) == 1 else None))
        event.set_sender(app)
        app._driver.send_message(event)


def on(app):
    """The name of the screen that is on top."""
    return type(app.screen).__name__


def listing(app, name=None):
    """A list of the present screen: the one of that name, else the one with the focus."""
    if name is not None:
        return app.screen.query_one(f"#{name}", Listing)
    return app.focused if isinstance(app.focused, Listing) else app.screen.query(Listing).first()


async def click_row(pilot, listed, key):
    """Click where a paragraph stands, scrolling there with the wheel's help if it is out of sight."""
    at = next(index for index, para in enumerate(listed.paras) if para.key == key)
    line = listed._first[at]
    if not 0 <= line - listed.scroll_offset.y < listed.size.height:
        listed.scroll_to(y=max(0, line - 2), animate=False)
        await pilot.pause()
    await pilot.click(listed, offset=(3, line - listed.scroll_offset.y))
    await pilot.pause()


async def click_key(pilot, words):
    """Click on a key of the footer, by what it says it does."""
    line = pilot.app.screen.query_one(Keys)
    await pilot.click(line, offset=(line.column(words) + 1, 0))
    await pilot.pause()


def frame(app):
    """What is on the screen, as text."""
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)


def digest_of(path):
    """The digest of a session that has been played to its end."""
    replay = load_replay(path)
    assert replay.whole
    return replay.record.played[-1].digest


def digest_without_a_screen(path, folder):
    """The digest of the same decisions, taken from the replay and played as by `wargame run --decisions`."""
    record = load_replay(path).record
    orders = folder / "orders.jsonl"
    orders.write_text("".join(decision_lines(record)), encoding="utf-8")
    scenario = with_length(load_scenario(record.header.scenario.id), record.header.scenario.length)
    header = Header(engine=record.header.engine, scenario=scenario, seed=record.header.seed)
    return begin(header, seat(scenario, [], str(orders)), folder / "again.jsonl").digest
