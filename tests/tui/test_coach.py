"""The tutorial's coach: whoever does only what it says plays the whole round, up to ENDEX."""

import asyncio
import re

from wargame.desk.desk import Wish
from wargame.files.replays import load_replay
from wargame.tui.app import Wargame
from wargame.tui.coaching import Coach
from wargame.tui.screens.crisis import Crisis

SEED = 1
KEYS = re.compile(r"Keys?: (.*)$")
NAMES = {"Enter": "enter", "Esc": "escape", "/": "slash"}


def words(app) -> str:
    """What the coach says now."""
    coach = app.screen.query_one(Coach)
    lines = coach.lines(coach.content_size.width)
    return " ".join("".join(text for _, text in line).strip() for line in lines)


async def reach(pilot, *screens: str) -> None:
    """Wait for one of these screens."""
    for _ in range(6000):
        await pilot.pause(0.02)
        if type(pilot.app.screen).__name__ in screens:
            await pilot.pause()
            return
    raise AssertionError(f"waited for {screens}; on the screen is {pilot.app.screen}")


async def obey(pilot, said: str) -> None:
    """Press the keys that the coach names, and no others."""
    keys = KEYS.search(said)[1]
    order = re.match(r"a, then / (.*?) Enter, Enter to open it, s to stage it, Esc", keys)
    if order:
        for key in ("a", "slash", *order[1].replace(" ", " "), "enter", "enter", "s"):
            await pilot.press("space" if key == " " else key)
            await pilot.pause()
        while not isinstance(pilot.app.screen, Crisis):
            await pilot.press("escape")
            await pilot.pause()
    elif keys == "e, and e again.":
        await pilot.press("e")
        await pilot.pause()
        await pilot.press("e")
        await reach(pilot, "Report", "Result")
        if type(pilot.app.screen).__name__ == "Report":
            await pilot.press("enter")
            await reach(pilot, "Crisis")
    else:
        await pilot.press(re.fullmatch(r"(\d)\.", keys)[1])
        await pilot.pause()


async def play(path) -> list[str]:
    """Play as the coach says until the exercise is over; returns what it said."""
    app = Wargame(Wish("tutorial", seed=SEED, path=str(path)), plain_ascii=False)
    heard: list[str] = []
    async with app.run_test(size=(80, 24)) as pilot:
        await reach(pilot, "Brief")
        await pilot.press("enter")
        await reach(pilot, "Crisis")
        while isinstance(app.screen, Crisis):
            said = words(app)
            assert "e, and e again" in said or said not in heard, f"it has not seen that this was done: {said}"
            heard.append(said)
            await obey(pilot, said)
        assert type(app.screen).__name__ == "Result"
    return heard


def test_who_does_only_what_the_coach_says_plays_the_whole_round(tmp_path):
    path = tmp_path / "a.jsonl"
    heard = asyncio.run(play(path))
    print("\n".join(heard))
    replay = load_replay(path)
    assert replay.whole
    own = [
        (done.turn.number, order.decision.kind)
        for done in replay.record.played
        for order in done.turn.orders
        if order.seat == "dalvora" and done.phase == "play"
    ]
    print(own)
    assert {kind for _, kind in own} >= {
        "state_probability",
        "call_consultation",
        "release_report",
        "table_measure",
        "take_position",
        "offer_force",
    }
