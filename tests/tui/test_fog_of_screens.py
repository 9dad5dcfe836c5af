"""What a seat may not know is neither drawn, nor written beside its session for it to read, nor in the memory of the
process that draws; nor does a crash bring it there.
"""

import asyncio
import os
import signal

import pytest

from tests.session.test_fog import CANARY, with_canaries
from tests.tui.driving import drive, frame, reach
from tests.tui.terminals import OnAPty, children_of, memory_of
from wargame.desk.wish import Wish
from wargame.files.replays import load_replay
from wargame.files.scenarios import load_scenario
from wargame.model.plain import line
from wargame.tui.app import Wargame
from wargame.tui.listing import Listing

SEAT = "orsenia"
OTHERS = ("dalvora", "altmora", "hq", "commander")
TURNS = 4


@pytest.fixture
def secretive(tmp_path):
    """A scenario, and players for the other seats, with a name planted in all that the seat may not know."""
    scenario = tmp_path / "planted.yaml"
    scenario.write_bytes(line(with_canaries(load_scenario("tutorial"), SEAT)))
    why = f"{CANARY} why"
    orders = tmp_path / "others.jsonl"
    with orders.open("w") as file:
        for turn in range(1, TURNS):
            decision = '{"kind": "state_probability", "probability": 0.3}'
            file.write(f'{{"turn": {turn}, "seat": "dalvora", "decision": {decision}, "rationale": "{why}"}}\n')
    return scenario, f"dalvora=scripted:{orders}"


def options(secretive, path):
    scenario, player = secretive
    return (scenario, "--seat", SEAT, "--player", player, "-o", path)


def walk(terminal):
    """Read the brief, look at every tab, at the map, at every order; end turns."""
    at = terminal.wait_for("Brief for")
    terminal.press("\r")
    for _ in range(TURNS):
        at = terminal.wait_for("ORDERS PAD", at)
        for key in "123456mma":
            terminal.press(key)
            terminal.read(0.3)
        terminal.press("\x1b")
        terminal.read(0.5)
        terminal.press("e")
        at = terminal.wait_for("END OF TURN", at)
        terminal.press("e")
        at = terminal.wait_for("Turn report", at)
        terminal.press("\r")


def test_the_process_that_draws_holds_no_truth(secretive, tmp_path):
    terminal = OnAPty(*options(secretive, tmp_path / "played.jsonl"))
    try:
        walk(terminal)
        held = memory_of(terminal.process.pid)
    finally:
        terminal.close()
    assert CANARY.encode() in (tmp_path / "played.jsonl").read_bytes()
    assert CANARY.encode() not in terminal.drawn
    assert SEAT.encode() in held
    assert CANARY.encode() not in held


def test_where_the_truth_is_the_same_search_finds_it(secretive, tmp_path):
    """In the process that simulates, the child of the one that draws."""
    terminal = OnAPty(*options(secretive, tmp_path / "played.jsonl"))
    try:
        terminal.wait_for("Brief for")
        assert any(CANARY.encode() in memory_of(child) for child in children_of(terminal.process.pid))
    finally:
        terminal.close()


# --- killed --------------------------------------------------------------------------------------------------


def test_a_killed_terminal_loses_neither_a_turn_nor_an_order_that_was_staged(tmp_path):
    path = tmp_path / "played.jsonl"
    terminal = OnAPty("tutorial", "--seed", "7", "-o", path)
    at = terminal.wait_for("Brief for")
    terminal.press("\r")
    at = terminal.wait_for("ORDERS PAD", at)
    terminal.press("e")
    at = terminal.wait_for("END OF TURN", at)
    terminal.press("e")
    at = terminal.wait_for("Turn report", at)
    terminal.press("\r")
    at = terminal.wait_for("ORDERS PAD", at)
    terminal.press("a")
    at = terminal.wait_for("CALL CONSULTATION", at)
    terminal.press("\r")
    at = terminal.wait_for("Stage this order", at)
    terminal.press("s")
    terminal.wait_for("All or possible", at)
    os.kill(terminal.process.pid, signal.SIGKILL)
    terminal.close()
    assert len(load_replay(path).played) == 1

    async def resumed(app, pilot):
        await reach(pilot, "Report")
        await pilot.press("enter")
        await reach(pilot, "Crisis")
        return app.screen.desk.turn, [order.decision.kind for order in app.screen.desk.orders()], frame(app)

    turn, staged, shown = drive(resumed, Wish(path=str(path), resume=True))
    assert (turn, staged) == (2, ["call_consultation"])
    assert "1 of 6 orders" in shown


# --- crashed -------------------------------------------------------------------------------------------------


def test_a_crash_in_a_widget_tells_its_place_and_no_state(tmp_path, monkeypatch, capfd):
    secret = "what only Dalvora knows"

    def broken(self, y):
        state = {"of another seat": secret}
        raise KeyError(f"{state}")

    app = Wargame(Wish("tutorial", path=str(tmp_path / "played.jsonl")), plain_ascii=False)

    async def crash():
        async with app.run_test() as pilot:
            await reach(pilot, "Brief")
            monkeypatch.setattr(Listing, "render_line", broken)
            await pilot.press("enter")
            await pilot.pause(0.5)

    with pytest.raises(KeyError):
        asyncio.run(crash())
    said = capfd.readouterr()
    assert "KeyError" in app.fault
    assert secret not in said.out + said.err + app.fault
    assert all(secret.encode() not in file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
