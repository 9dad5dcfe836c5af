"""A whole session in a real terminal, at 80 by 24: whatever the terminal calls itself and whatever letters it has."""

import os
import pty
import shutil
import subprocess
import sys

import pytest

from tests.cli.calling import ROOT
from tests.tui.driving import digest_of, digest_without_a_screen
from tests.tui.terminals import PATIENCE, InTmux, OnAPty

HERE = shutil.which("tmux") is not None or bool(os.environ.get("CI"))
TERMINALS = [("xterm-256color", "C.UTF-8"), ("xterm-256color", "C"), ("screen", "C.UTF-8"), ("screen", "C")]
SCENARIOS = [("tutorial", 8), pytest.param("narrow-sea", 25, marks=pytest.mark.long)]
"""With how many turns at least a session has."""


@pytest.mark.skipif(not HERE, reason="there is no tmux")
@pytest.mark.parametrize(("scenario", "least"), SCENARIOS)
@pytest.mark.parametrize(("term", "lang"), TERMINALS)
def test_a_session_is_played_to_its_end(tmp_path, term, lang, scenario, least):
    path = tmp_path / "played.jsonl"
    terminal = InTmux(tmp_path, scenario, "--seed", "7", "-o", path, term=term, lang=lang)
    try:
        turns = play(terminal)
        shown = terminal.wait_for("turns played")
        terminal.press("q")
    finally:
        terminal.close()
    assert turns >= least
    assert f"{turns} turns played" in shown
    assert digest_of(path) == digest_without_a_screen(path, tmp_path)
    if lang == "C":
        assert shown.isascii()


def play(terminal):
    """Turn by turn: read, give an order, end the turn; returns how many turns it took."""
    terminal.wait_for("Brief for")
    terminal.press("Enter")
    terminal.wait_for("ORDERS PAD")
    give(terminal, "call consultation", "Stage this order")
    turns = 0
    while True:
        terminal.press("e")
        terminal.wait_for("END OF TURN")
        terminal.press("e")
        turns += 1
        if "Turn report" not in terminal.wait_for("Turn report", "ENDEX:"):
            return turns
        terminal.press("Enter")
        terminal.wait_for("ORDERS PAD")
        give(terminal, "state probability", "Other values", *["j"] * (turns % 6))


def give(terminal, order, offered, *keys):
    """Find an order in the list of all, move on what is then offered, stage it."""
    terminal.press("a")
    terminal.wait_for("CONSULTATION")
    terminal.press("/", *order.replace(" ", " Space ").split(" "), "Enter", "Enter")
    terminal.wait_for(offered)
    terminal.press(*keys, "s")
    terminal.wait_for("All or possible")
    terminal.press("Escape")
    assert order in terminal.wait_for("1 of 6 orders")


def test_a_program_whose_terminal_vanishes_ends(tmp_path):
    terminal = OnAPty("tutorial", "--seed", "7", "-o", tmp_path / "played.jsonl")
    try:
        terminal.wait_for("Brief for")
        terminal.vanish()
        assert terminal.process.wait(PATIENCE) == 0
    finally:
        terminal.process.kill()


WAITING = """
from types import SimpleNamespace
from wargame.tui.app import Wargame
Wargame().leave_without_a_terminal(SimpleNamespace(call_soon_threadsafe=lambda *_: None))
"""
"""Watches a terminal for an event loop that does nothing any more."""


def test_a_program_whose_terminal_vanishes_ends_though_its_event_loop_waits_for_ever():
    """The library's loop does, once the thread that writes to the terminal has failed and its queue is full."""
    ours, theirs = pty.openpty()
    with subprocess.Popen([sys.executable, "-c", WAITING], cwd=ROOT, stdin=theirs) as process:
        os.close(theirs)
        os.close(ours)
        assert process.wait(PATIENCE) == 0
