"""Whole sessions played on the screen: by keys alone, by the mouse alone. Both make the session that a program makes of
the same decisions.
"""

import pytest

from tests.tui.driving import (
    click_key,
    click_row,
    digest_of,
    digest_without_a_screen,
    drive,
    go,
    listing,
    on,
    reach,
    until,
)
from wargame.desk.wish import Wish

GAMES = [
    pytest.param("tutorial", None, id="tutorial"),
    pytest.param("narrow-sea", "short", id="narrow-sea, ten turns", marks=pytest.mark.long),
    pytest.param("narrow-sea", None, id="narrow-sea, whole", marks=pytest.mark.long),
]
READ = ("Brief", "Report")


def possible(app):
    """Kinds of orders of the open catalogue that can be given now and have a way to point at."""
    return [kind for kind in app.screen.known if kind.reason is None and kind.ways]


async def by_keys(app, pilot):
    """Every turn another of the orders that are possible, by way of the catalogue, until it is over."""
    staged = 0
    while True:
        await reach(pilot, *READ, "Crisis", "Result")
        if on(app) == "Result":
            return staged
        if on(app) in READ:
            await pilot.press("enter")
            continue
        turn = app.screen.desk.turn
        await go(pilot, "a", to="Orders")
        kinds = possible(app)
        if kinds:
            aim = kinds[turn % len(kinds)]
            await go(
                pilot,
                "slash",
                *["space" if letter == " " else letter for letter in aim.name],
                "enter",
                "enter",
                to=("Ways", "FormScreen"),
            )
            if on(app) == "Ways":
                await pilot.press(*["j"] * (turn % len(aim.ways)), "s")
            else:
                await go(pilot, "s", to="Orders")
            staged += 1
        await go(pilot, "escape", to="Crisis")
        await go(pilot, str(turn % 6 + 1), "e", to="EndTurn")
        await pilot.press("e")
        await until(pilot, lambda: on(app) != "EndTurn", "the end of the turn")


async def by_mouse(app, pilot):
    """The same with clicks only: a click points, a second one chooses, the keys at the bottom are buttons."""
    staged = 0
    while True:
        await reach(pilot, *READ, "Crisis", "Result")
        if on(app) == "Result":
            return staged
        if on(app) in READ:
            await click_key(pilot, "Go on")
            continue
        turn = app.screen.desk.turn
        await click_key(pilot, "Orders")
        await reach(pilot, "Orders")
        kinds = possible(app)
        if kinds:
            aim = kinds[-1 - turn % len(kinds)]
            chosen, row = listing(app, "kinds"), ("kind", aim.entry.kind)
            if chosen.key != row:
                await click_row(pilot, chosen, row)
            await click_row(pilot, chosen, row)
            await reach(pilot, "Ways", "FormScreen")
            await click_key(pilot, "Stage" if on(app) == "Ways" else "Stage order")
            await reach(pilot, "Orders")
            staged += 1
        await click_key(pilot, "Back")
        await reach(pilot, "Crisis")
        await click_key(pilot, "End turn")
        await reach(pilot, "EndTurn")
        await click_row(pilot, listing(app, "review"), ("do", "commit"))
        await until(pilot, lambda: on(app) != "EndTurn", "the end of the turn")


@pytest.mark.parametrize("hands", [by_keys, by_mouse])
@pytest.mark.parametrize(("scenario", "length"), GAMES)
def test_a_session_played_on_the_screen_is_the_one_that_its_decisions_make(tmp_path, hands, scenario, length):
    path = tmp_path / "played.jsonl"
    staged = drive(hands, Wish(scenario, seed=5, length=length, path=str(path)))
    assert staged >= 6
    assert digest_of(path) == digest_without_a_screen(path, tmp_path)
