"""A terminal smaller than 80 by 24: one notice over everything, and nothing is lost."""

import pytest

from tests.tui.driving import drive, frame, go, on, reach
from wargame.desk.wish import Wish
from wargame.tui.small import TooSmall


def at_the_desk(story, tmp_path):
    async def played(app, pilot):
        await reach(pilot, "Brief")
        await go(pilot, "enter", to="Crisis")
        return await story(app, pilot)

    return drive(played, Wish("tutorial", seed=5, path=str(tmp_path / "played.jsonl")), (80, 24))


@pytest.mark.parametrize("size", [(79, 24), (80, 23), (60, 15), (40, 10), (20, 3)])
def test_a_small_terminal_says_what_it_is_and_what_is_needed_and_nothing_else(size):
    async def story(app, pilot):
        await reach(pilot, "Home")
        return frame(app)

    lines = [line.strip() for line in drive(story, size=size).splitlines() if line.strip()]
    assert lines == [f"Terminal: {size[0]}x{size[1]}", "wargame needs 80x24", "Ctrl+Q leaves it"]
    assert all(line.isascii() for line in lines)


def test_keys_do_nothing_meanwhile_and_everything_is_there_again_afterwards(tmp_path):
    async def story(app, pilot):
        await pilot.press("2", "tab")
        before, focus = frame(app), app.focused
        await pilot.resize_terminal(40, 10)
        await pilot.press("a", "e", "tab", "ctrl+p", "question_mark")
        covered = frame(app)
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        return before == frame(app), focus is app.focused, covered.split()[:2], on(app), len(app.screen.query(TooSmall))

    assert at_the_desk(story, tmp_path) == (True, True, ["Terminal:", "40x10"], "Crisis", 0)


def test_what_comes_while_the_terminal_is_small_lies_below_the_notice(tmp_path):
    """The clock runs on, and the report is there once it can be read; a size between is told as it is."""

    async def story(app, pilot):
        await go(pilot, "e", to="EndTurn")
        await pilot.press("e")
        await pilot.resize_terminal(70, 20)
        await reach(pilot, "Report")
        small = frame(app).split()
        await pilot.resize_terminal(60, 20)
        smaller = frame(app).split()
        await pilot.resize_terminal(80, 24)
        await go(pilot, "enter", to="Crisis")
        return small[1], smaller[1], "needs" in frame(app)

    assert at_the_desk(story, tmp_path) == ("70x20", "60x20", False)


def test_ctrl_q_leaves_a_small_terminal(tmp_path):
    async def story(app, pilot):
        await pilot.resize_terminal(40, 10)
        await pilot.press("ctrl+q")
        await pilot.pause()
        return app.return_code, app._exit

    assert at_the_desk(story, tmp_path) == (0, True)
