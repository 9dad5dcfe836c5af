"""A list of paragraphs: what is pointed at can be read, whatever happens to the list."""

import asyncio

from textual.app import App
from textual.containers import Vertical

from wargame.desk.lines import say
from wargame.tui.listing import Listing

ROWS = 8
"""Lines of the list on the screen, once it has grown to them."""


class Boxed(App):
    """A list that grows with its paragraphs, as in a box over another screen."""

    CSS = f"#list {{ height: auto; max-height: {ROWS}; }}"

    def compose(self):
        with Vertical():
            yield Listing(id="list")


def shown(paras, pointed, size=(40, 20)):
    """The lines in sight after these paragraphs came and one was pointed at."""

    async def story():
        app = Boxed()
        async with app.run_test(size=size) as pilot:
            listing = app.query_one(Listing)
            listing.focus()
            listing.show(paras)
            listing.point_at(pointed)
            await pilot.pause(0.1)
            return [listing.render_line(row).text.strip() for row in range(listing.size.height)]

    return asyncio.run(story())


def test_a_way_on_below_much_text_is_in_sight_though_nothing_else_can_be_pointed_at():
    text = [say(f"Line {count}") for count in range(20)]
    rows = shown([*text, say("Go on", key=("do", "go"))], ("do", "go"))
    assert len(rows) == ROWS
    assert rows[-2:] == ["Line 19", "▌Go on"]


def test_a_heading_above_the_first_that_can_be_pointed_at_is_in_sight_where_there_is_room():
    choices = [say(f"Choice {count}", key=("choice", count)) for count in range(20)]
    rows = shown([say("CHOOSE"), *choices], ("choice", 0))
    assert rows[:2] == ["CHOOSE", "▌Choice 0"]
