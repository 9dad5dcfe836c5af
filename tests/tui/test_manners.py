"""Manners of the terminal that every screen shares."""

from random import Random

import pytest

from tests.tui.driving import burst, drive, frame, go, listing, on, reach, until
from wargame.desk.desk import Desk
from wargame.desk.wish import Wish
from wargame.session.remote import RemoteExercise, SessionStopped
from wargame.tui.app import Wargame
from wargame.tui.listing import POINTER
from wargame.tui.look import ANSI, DARK, LIGHT
from wargame.tui.screens.ask import SETTLES, TAKEN
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


def test_every_tab_stands_at_its_top_in_a_new_turn_and_where_one_went_within_it(tmp_path):
    async def story(app, pilot):
        await pilot.press("5", "G")
        there = listing(app).key
        await pilot.press("1", "5")
        same = listing(app).key == there != listing(app)._stands()[0]
        await end_turn(pilot)
        await pilot.press("5")
        await pilot.pause()
        tab = listing(app)
        return same, tab.cursor == tab._stands()[0], tab.scroll_offset.y

    assert at_the_desk(story, tmp_path) == (True, True, 0)


def test_the_pane_that_has_the_keys_is_marked_at_any_width(tmp_path):
    """By the pointer, not by colour: on a line of the list, before the pad's heading, before the map's last line."""

    async def story(app, pilot):
        marked = {}
        for columns in (80, 100, 140):
            await pilot.resize_terminal(columns, 40 if columns == 140 else 24)
            for _ in range(3 if columns > 80 else 2):
                await pilot.press("tab")
                await pilot.pause()
                rows = [line for line in frame(app).splitlines() if POINTER in line]
                marked[columns, app.focused.id] = len(rows) > 0 and rows[0].strip()[:11]
        return marked

    marked = at_the_desk(story, tmp_path)
    assert {columns for columns, pane in marked if pane == "map"} == {100, 140}
    assert all(marked.values())
    assert all(row == f"{POINTER}ORDERS PAD" for (_, pane), row in marked.items() if pane == "pad")


def test_a_line_about_which_nothing_can_be_ordered_says_so_or_why(tmp_path):
    async def story(app, pilot):
        app.screen.open_orders("offer_force")
        await reach(pilot, "Orders")
        why = listing(app, "kinds").paras[1].text
        await go(pilot, "escape", to="Crisis")
        app.screen.open_orders("nobody")
        await pilot.pause()
        return why, on(app), [note.message for note in app._notifications]

    why, screen, notes = at_the_desk(story, tmp_path)
    assert why.startswith("offer force  not now: needs ")
    assert (screen, notes) == ("Crisis", ["No order of yours is about nobody; a shows every order."])


def test_what_is_staged_already_says_how_it_is_taken_back(tmp_path):
    async def story(app, pilot):
        await ways_of(app, pilot, "state_probability")
        await go(pilot, "s", to="Orders")
        await pilot.press("slash", *"state", "space", *"prob", "enter", "enter")
        await pilot.pause()
        return [note.message for note in app._notifications]

    (said,) = at_the_desk(story, tmp_path)
    assert "u takes back the last order, x the one" in said


def test_the_palette_offers_everything_once(tmp_path):
    async def story(app, pilot):
        await go(pilot, "b", to="Brief")
        return [each.title for each in app.get_system_commands(app.screen)]

    words = at_the_desk(story, tmp_path)
    assert "Go on" in words
    assert len(words) == len(set(words))


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


def test_a_search_finds_an_order_that_cannot_be_given_and_says_why_not(tmp_path):
    """Nothing can be tabled before the council has met."""

    async def story(app, pilot):
        await go(pilot, "a", to="Orders")
        hint = listing(app, "kinds").paras[-1].text
        await pilot.press("slash", *"table", "enter")
        await pilot.pause()
        kind = listing(app, "kinds").key
        await pilot.press("enter", "enter")
        await pilot.pause()
        return hint, kind, [note.message for note in app._notifications]

    hint, kind, notes = at_the_desk(story, tmp_path)
    assert "i shows them" in hint
    assert kind == ("kind", "table_measure")
    assert len(notes) == 1
    assert notes[0].startswith("Not now: ")


def test_whoever_came_for_one_thing_is_back_at_the_desk_once_it_is_staged(tmp_path):
    """From the first line that waits in the inbox to the order about it, staged, and the desk: no key to go back."""

    async def story(app, pilot):
        await go(pilot, "enter", to="Orders")
        await go(pilot, "enter", to="Ways")
        await go(pilot, "s", to="Crisis")
        return len(app.screen.desk.orders()), len(app.screen_stack)

    assert at_the_desk(story, tmp_path) == (1, 2)


def test_a_word_that_is_typed_answers_no_question(tmp_path):
    """Letters of a word are no answer; which keys are one is said; a second later they are."""

    async def story(app, pilot):
        await go(pilot, "escape", to="Ask")
        said = frame(app)
        burst(app, *"any")
        await pilot.pause(0.2)
        typed = on(app)
        app.screen.strayed -= SETTLES
        await go(pilot, "n", to="Crisis")
        return TAKEN in said, typed

    assert at_the_desk(story, tmp_path) == (True, "Ask")


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
