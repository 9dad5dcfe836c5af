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

    def on_mount(self):
        self.chosen = []

    def on_listing_chosen(self, event):
        self.chosen.append(event.key)


def told_again(first, keys, then, *, anew=False):
    """The lines in sight after other paragraphs took the place of the first, and what one Enter chooses then."""

    async def story():
        app = Boxed()
        async with app.run_test(size=(40, 20)) as pilot:
            listing = app.query_one(Listing)
            listing.focus()
            listing.show(first)
            await pilot.pause(0.05)
            await pilot.press(*keys)
            listing.show(then, anew=anew)
            await pilot.pause(0.05)
            rows = [listing.render_line(row).text.strip() for row in range(listing.size.height)]
            await pilot.press("enter")
            await pilot.pause()
            return rows, app.chosen

    return asyncio.run(story())


def choices(*numbers):
    return [say(f"Choice {count}", key=("choice", count)) for count in numbers]


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


def test_what_somebody_points_at_stays_in_sight_when_more_comes_above_it():
    rows, chosen = told_again(choices(*range(20)), ["down"], choices(*range(100, 120), *range(20)))
    assert "▌Choice 1" in rows
    assert chosen == [("choice", 1)]


def test_a_list_that_is_shown_anew_stands_at_its_top():
    rows, chosen = told_again(choices(*range(20)), ["down"], choices(*range(100, 120), *range(20)), anew=True)
    assert rows[0] == "▌Choice 100"
    assert chosen == [("choice", 100)]


def test_enter_chooses_nothing_that_is_out_of_sight():
    """It shows it; another Enter chooses."""
    text = [say(f"Line {count}") for count in range(20)]
    rows, chosen = told_again([], [], [*text, *choices(1)])
    assert rows[0] == "Line 0"
    assert chosen == []
