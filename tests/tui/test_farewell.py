"""What the shell reads once the program has given the terminal back."""

import re

import pytest

from tests.tui.terminals import OnAPty

RESTORED = "\x1b[?1049l"
"""What a terminal is sent when a program leaves it as it was."""
MODES = re.compile(r"\x1b\[\?\d+[hl]")
"""Of the mouse, the cursor and the like."""


def after_leaving(terminal):
    while terminal.read(0.2):
        if terminal.process.poll() is not None and not terminal.read(0.2):
            break
    assert terminal.process.wait(30) == 0
    return MODES.sub("", terminal.drawn.decode(errors="replace").rpartition(RESTORED)[2]).strip()


@pytest.mark.parametrize("keys", [("\x11",), ("\r", "\x1b", "y")])
def test_leaving_says_where_the_session_is_and_how_to_go_on(tmp_path, keys):
    path = tmp_path / "my session.jsonl"
    terminal = OnAPty("tutorial", "--seed", "7", "-o", path)
    try:
        at = terminal.wait_for("Brief for")
        for key, words in zip(keys, ("ORDERS PAD", "Leave the exercise?", ""), strict=False):
            terminal.press(key)
            if len(keys) > 1 and words:
                at = terminal.wait_for(words, at)
        said = after_leaving(terminal)
    finally:
        terminal.close()
    assert said == f"wargame: the session is kept: wargame play --resume '{path}' goes on"


def test_where_no_session_was_begun_nothing_is_said(tmp_path):
    terminal = OnAPty()
    try:
        terminal.wait_for("Learn")
        terminal.press("\x11")
        assert after_leaving(terminal) == ""
    finally:
        terminal.close()
