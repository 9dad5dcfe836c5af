"""`wargame replay` in a terminal, and everywhere else."""

import sys
from pathlib import Path

import pytest

from tests.cli.calling import refused, wargame
from tests.tui import terminals
from tests.tui.terminals import OnAPty

SAMPLE = Path("replays/narrow-sea-deterred.jsonl").resolve()


@pytest.fixture
def terminal(monkeypatch):
    """A terminal with `wargame replay FILE` in it."""
    monkeypatch.setattr(terminals, "PLAY", (sys.executable, "-m", "wargame", "replay"))
    opened = []

    def open_with(*arguments, **more):
        opened.append(OnAPty(*arguments, **more))
        return opened[-1]

    yield open_with
    for each in opened:
        each.close()


def ending(terminal):
    """All that was drawn, and the exit code."""
    while terminal.read(0.2):
        if terminal.process.poll() is not None and not terminal.read(0.2):
            break
    return terminal.drawn.decode(errors="replace"), terminal.process.wait(30)


def test_it_opens_winds_and_is_left_with_esc(terminal):
    shown = terminal(SAMPLE)
    at = shown.wait_for("turn 1 begins")
    shown.press("}")
    at = shown.wait_for("turn 2 begins", at)
    shown.press("t")
    shown.wait_for("as Aldva knew it", at)
    shown.press("\x1b")
    assert ending(shown)[1] == 0


@pytest.mark.parametrize(
    ("content", "said", "code"),
    [(None, "there is no such file", 3), (b"{}\n", "a.jsonl:1", 3), ("damaged", "checksum", 4)],
)
def test_a_file_that_cannot_be_watched_ends_with_one_line(terminal, tmp_path, content, said, code):
    path = tmp_path / "a.jsonl"
    if content == "damaged":
        raw = bytearray(SAMPLE.read_bytes())
        raw[len(raw) // 2] ^= 1
        path.write_bytes(raw)
    elif content is not None:
        path.write_bytes(content)
    drawn, ended = ending(terminal(path))
    assert ended == code
    assert said in drawn
    assert "Traceback" not in drawn


def test_without_a_terminal_it_says_so():
    assert "need a terminal" in refused(wargame("replay", SAMPLE), 2).err
