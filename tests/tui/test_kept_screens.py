"""Every screen as text, at three sizes and in every look, compared with how it was kept."""

import pytest

from tests.tui.kept_screens import GOLDEN, MIDDLE, WAYS, walk
from wargame.tui.look import ANSI, LIGHT

COLOURED = ("a turn of play", "many sessions", "a replay")
"""Ways that are looked at in other colours too; the others lead to the same widgets."""
HINT = "look at it, then `python -m tests.tui.kept_screens`"


def kept(name):
    return (GOLDEN / f"{name}.txt").read_text(encoding="utf-8").rstrip("\n")


@pytest.mark.parametrize("way", WAYS)
def test_screens_look_as_they_were_kept_and_fit(way):
    """In light colours and in the terminal's own sixteen the same words stand in the same places.

    With sixteen colours a box cannot let what lies under it shine through.
    """
    camera = walk(way, themes=(LIGHT, ANSI) if way in COLOURED else ())
    for name, text in camera.pictures.items():
        assert text.rstrip("\n") == kept(name), f"{name} has changed: {HINT}"
        assert len(text.splitlines()) <= int(name.rpartition("x")[2])
    for theme, name, text in camera.coloured:
        if theme == ANSI and name in camera.boxes:
            shown = zip(text.splitlines(), kept(name).splitlines(), strict=False)
            assert all(line.strip() in below for line, below in shown), f"{name} differs in {theme}"
        else:
            assert text.rstrip("\n") == kept(name), f"{name} differs in {theme}"


@pytest.mark.parametrize("way", WAYS)
def test_screens_can_be_drawn_with_ascii_alone_and_without_colours(way, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    for name, text in walk(way, (MIDDLE,), plain_ascii=True).pictures.items():
        assert text.isascii(), name
        assert text.rstrip("\n") == kept(name), f"{name} has changed: {HINT}"
