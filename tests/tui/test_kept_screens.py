"""Every screen of play as text, at three sizes and in every look, compared with how it was kept."""

import pytest

from tests.tui.kept_screens import GOLDEN, LOOKS, NARROW_SEA, SIZES, a_turn_of_play, pictures_of, walk

BOXES = ("end-of-turn", "leave")
HINT = "look at it, then `python -m tests.tui.kept_screens`"


def kept(name):
    return (GOLDEN / f"{name}.txt").read_text(encoding="utf-8").rstrip("\n")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_screens_look_as_they_were_kept_and_fit(size):
    for name, text in pictures_of(size).items():
        assert text.rstrip("\n") == kept(name), f"{name} has changed: {HINT}"
        assert len(text.splitlines()) <= size[1]


def test_screens_can_be_drawn_with_ascii_alone():
    for name, text in pictures_of(SIZES[1], "ascii").items():
        assert text.isascii(), name
        assert text.rstrip("\n") == kept(name), f"{name} has changed: {HINT}"


@pytest.mark.parametrize("look", [each for each in LOOKS if each not in ("dark", "ascii")])
def test_no_word_hangs_on_the_colours(look):
    """Light, the terminal's own sixteen, and none at all: the same words stand in the same places.

    With sixteen colours a box cannot let what lies under it shine through.
    """
    size = SIZES[1]
    for name, text in walk(size, look, way=((NARROW_SEA, a_turn_of_play),)).items():
        picture = kept(f"{name}-{size[0]}x{size[1]}")
        if look == "ansi" and name in BOXES:
            shown = zip(text.splitlines(), picture.splitlines(), strict=False)
            assert all(line.strip() in below for line, below in shown), f"{name} differs in {look}"
        else:
            assert text.rstrip("\n") == picture, f"{name} differs in {look}"
