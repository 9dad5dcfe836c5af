"""Manners of the terminal that every screen shares."""

from random import Random

import pytest

from tests.tui.driving import burst, drive, frame, go, listing, on, reach, until
from wargame.desk.desk import Desk
from wargame.desk.wish import Wish
from wargame.session.remote import RemoteExercise, SessionStopped
from wargame.tui.app import Wargame
from wargame.tui.look import ANSI, DARK, LIGHT
from wargame.tui.screens.loading import Loading

SAMPLE = "replays/narrow-sea-deterred.jsonl"


def at_the_desk(story, tmp_path, size=(80, 24), turns=0):
    """Play the tutorial up to a turn's open desk, then the story."""

    async def played(app, pilot):
        await reach(pilot, "Brief")
        await go(pilot, "enter", to="Crisis")
        for _ in range(turns):
            await end_turn(pilot)
        return await story(app, pilot)

    return drive(played, Wish("tutorial", seed=5, path=str(tmp_path / "played.jsonl")), size)


async def end_turn(pilot):
    """To the next turn's desk."""
    await go(pilot, "e", to="EndTurn")
    await go(pilot, "e", to="Report")
    await go(pilot, "enter", to="Crisis")


async def ways_of(app, pilot, kind):
    """From the desk to the ways to give an order."""
    await go(pilot, "a", to="Orders")
    listing(app, "kinds").point_at(("kind", kind))
    await go(pilot, "enter", to="Ways")


def test_colours_go_round_from_dark_to_light_to_the_terminals_own_and_back():
    async def story(app, pilot):
        await reach(pilot, "Home")
        seen = [app.theme]
        for _ in range(3):
            await pilot.press("ctrl+t")
            await pilot.pause()
            seen.append(app.theme)
        return seen

    assert drive(story) == [DARK, LIGHT, ANSI, DARK]


def test_what_is_searched_for_can_be_read_while_it_is_typed(tmp_path):
    async def story(app, pilot):
        await go(pilot, "a", to="Orders")
        await pilot.press("slash", *"cons")
        return frame(app)

    assert "cons" in at_the_desk(story, tmp_path).splitlines()[-2]


def test_esc_goes_one_step_back_and_stages_nothing(tmp_path):
    """From a form to the ways to give the order, to all orders, to the desk."""

    async def story(app, pilot):
        await go(pilot, "a", to="Orders")
        kind = next(each for each in app.screen.known if each.reason is None and len(each.ways) > 1)
        listing(app, "kinds").point_at(("kind", kind.entry.kind))
        await go(pilot, "enter", to="Ways")
        await go(pilot, "enter", to="FormScreen")
        steps = []
        for _ in range(3):
            await pilot.press("escape")
            await pilot.pause()
            steps.append(on(app))
        return steps, app.screen.desk.orders()

    assert at_the_desk(story, tmp_path) == (["Ways", "Orders", "Crisis"], [])


def test_what_is_typed_in_a_list_of_values_begins_another_value(tmp_path):
    async def story(app, pilot):
        await ways_of(app, pilot, "state_probability")
        await go(pilot, "enter", to="FormScreen")
        listing(app, "form").point_at(("field", "probability"))
        await go(pilot, "enter", to="Pick")
        await go(pilot, "8", to="FormScreen")
        await go(pilot, "5", "enter", "s", to="Orders")
        return [app.screen.desk.words(order.decision) for order in app.screen.desk.orders()]

    assert at_the_desk(story, tmp_path) == ["state probability 85%"]


def test_a_turn_begins_at_the_top_of_the_inbox(tmp_path):
    async def story(app, pilot):
        await pilot.press("6", "G")
        await end_turn(pilot)
        return app.screen.tab, listing(app).id, listing(app).scroll_offset.y

    assert at_the_desk(story, tmp_path) == (0, "inbox", 0)


def test_a_number_shows_its_tab_where_the_map_hid_it(tmp_path):
    async def story(app, pilot):
        await pilot.press("m")
        hidden = app.screen.has_class("-show-map")
        await pilot.press("3")
        await pilot.pause()
        return hidden, app.screen.has_class("-show-map"), "YOUR FORCES" in frame(app)

    assert at_the_desk(story, tmp_path) == (True, False, True)


def test_the_end_of_a_turn_names_what_has_not_been_answered(tmp_path):
    """In the first turn a probability is due; once it is staged, nothing is said of it."""

    async def story(app, pilot):
        await go(pilot, "e", to="EndTurn")
        before = frame(app)
        await go(pilot, "escape", to="Crisis")
        await ways_of(app, pilot, "state_probability")
        await go(pilot, "s", to="Orders")
        await go(pilot, "escape", to="Crisis")
        await go(pilot, "e", to="EndTurn")
        return "NOT ANSWERED" in before, "NOT ANSWERED" in frame(app)

    assert at_the_desk(story, tmp_path) == (True, False)


def test_the_palette_offers_what_the_screen_can_do(tmp_path):
    async def story(app, pilot):
        await pilot.press("ctrl+p")
        await until(pilot, lambda: on(app) == "CommandPalette", "the palette")
        await pilot.press(*"End turn")
        await pilot.pause(0.5)
        await go(pilot, "enter", to="EndTurn")
        return on(app)

    assert at_the_desk(story, tmp_path) == "EndTurn"


def test_keys_typed_ahead_reach_the_screens_they_were_meant_for(tmp_path):
    """All in one go: the list of orders, a search in it, the form, staged, back, and the end of the turn."""

    async def story(app, pilot):
        burst(app, "a", "slash", *"call", "space", *"cons", "enter", "enter", "s", "escape", "e")
        await reach(pilot, "EndTurn")
        return [app.screen.desk.words(order.decision) for order in app.screen.desk.orders()], len(app.screen_stack)

    assert at_the_desk(story, tmp_path) == (["call consultation"], 3)


def test_a_search_in_vain_chooses_nothing(tmp_path):
    """Enter after it would choose a line that was not looked for; the field stays open for another try."""

    async def story(app, pilot):
        await go(pilot, "a", to="Orders")
        await pilot.press("slash", *"nonesuch", "enter", "enter", "enter")
        await pilot.pause()
        before = on(app), app.screen.query_one("#search").has_class("-open")
        await pilot.press(*"assure", "enter")
        await pilot.pause()
        return before, app.screen.query_one("#search").has_class("-open"), listing(app, "kinds").key

    assert at_the_desk(story, tmp_path) == (("Orders", True), False, ("kind", "assure"))


def test_the_palette_does_not_open_over_a_box(tmp_path):
    """What a box waits for ends the box; it would find the palette in its place."""

    async def story(app, pilot):
        await go(pilot, "e", to="EndTurn")
        await pilot.press("ctrl+p")
        await pilot.pause()
        return on(app)

    assert at_the_desk(story, tmp_path) == "EndTurn"


def test_a_session_that_cannot_go_on_says_why(tmp_path, monkeypatch):
    """Wherever it is noticed: here where an order is taken back from a desk whose disk is full."""

    async def story(app, pilot):
        apps.append(app)
        monkeypatch.setattr(Desk, "undo", full)
        await pilot.press("u")
        await until(pilot, lambda: bool(app.fault), "the end")

    def full(*_):
        raise SessionStopped("played.aside: no space left on the disk")

    apps: list[Wargame] = []
    with pytest.raises(SessionStopped):
        at_the_desk(story, tmp_path)
    assert apps[0].fault == "played.aside: no space left on the disk"


def test_esc_stops_the_reading_of_a_replay_wherever_it_has_come_to(tmp_path):
    """And leads back to where it was asked for, never further and never to the replay after all."""

    async def story(app, pilot):
        await reach(pilot, "Home")
        for delay in range(12):
            await app.push_screen(Loading(SAMPLE))
            await pilot.pause(0.06 * delay)
            if on(app) != "Loading":
                break
            await pilot.press("escape")
            await pilot.app.workers.wait_for_complete()
            await pilot.pause()
            assert (on(app), len(app.screen_stack)) == ("Home", 2)
        return delay

    assert drive(story) >= 1


@pytest.mark.parametrize("seed", range(3))
def test_whatever_is_typed_and_however_fast_the_program_goes_on(tmp_path, seed):
    """Any keys in bursts, but the one that leaves the program."""
    luck = Random(seed)
    keys = [*"aefmruxXEbsi123456jkgGnNwt/?+-0", "enter", "escape", "space", "tab", "up", "down", "left", "pagedown"]

    async def story(app, pilot):
        for _ in range(25):
            burst(app, *luck.choices(keys, k=8))
            await pilot.pause(0.05)
        await until(pilot, lambda: app._following is None, "the last key")
        return app.is_running, app.fault

    assert at_the_desk(story, tmp_path) == (True, "")


def test_ctrl_c_never_quits(tmp_path):
    async def story(app, pilot):
        await pilot.press("ctrl+c")
        await pilot.pause(0.2)
        return on(app), app.is_running

    assert at_the_desk(story, tmp_path) == ("Crisis", True)


def test_whoever_would_watch_an_exercise_that_is_not_over_is_asked_first(tmp_path, monkeypatch):
    """Its replay holds what every seat keeps from the others."""
    monkeypatch.chdir(tmp_path)
    session = RemoteExercise()
    (tmp_path / "replays").mkdir()
    session.begin("tutorial", 5, ("orsenia", "altmora"), "replays/open.jsonl")
    session.advance()
    session.close()

    async def story(app, pilot):
        await reach(pilot, "Home")
        listing(app).point_at(("do", "watch"))
        await go(pilot, "enter", to="Played")
        await until(pilot, lambda: listing(app).key is not None, "the sessions")
        await go(pilot, "enter", to="Ask")
        await go(pilot, "n", to="Played")
        return on(app)

    assert drive(story) == "Played"
