"""Several people at one keyboard: when it is handed over, nothing of the seat before is left anywhere."""

from tests.tui.driving import drive, reach, until
from tests.tui.pilots import SEED, end_turn, everything, keys, play, screen, sit_down, words
from wargame.desk.wish import Wish
from wargame.tui.listing import Listing
from wargame.tui.map.widget import TheatreMap
from wargame.tui.screens.choose import ChooseSeat
from wargame.tui.screens.crisis import Crisis
from wargame.tui.screens.opening import Opening
from wargame.tui.screens.sessions import Played, Sessions
from wargame.tui.strips import Keys

CALL = "call consultation"


def test_the_keyboard_is_handed_over_before_the_first_seat_sees_anything(tmp_path):
    async def story(pilot):
        await reach(pilot, "HandOver")
        assert "for Dalvora now" in everything(pilot)
        assert "BRIEF" not in everything(pilot)
        await sit_down(pilot, "Crisis")
        assert words(pilot, "#status").startswith("DALVORA")

    play(story, tmp_path / "a.jsonl", "dalvora", "orsenia")


def test_nothing_of_the_seat_before_remains_on_any_screen_nor_in_what_was_notified(tmp_path):
    async def story(pilot):
        await sit_down(pilot, "Crisis")
        desk = pilot.app.screen.desk
        await keys(pilot, "a")
        await reach(pilot, "Orders")
        listing = pilot.app.screen.query_one("#kinds")
        listing.point_at(("kind", "call_consultation"))
        await keys(pilot, "enter")
        await reach(pilot, "FormScreen")
        await keys(pilot, "s")
        await reach(pilot, "Orders")
        assert f"Staged: {CALL}" in everything(pilot)
        await keys(pilot, "escape")
        await reach(pilot, "Crisis")
        assert CALL in words(pilot, "#pad")
        before = pilot.app.screen
        log = {para.text for para in before.query_one("#inbox").paras if para.key is not None}
        assert log
        await end_turn(pilot)
        await reach(pilot, "HandOver")
        assert desk.seat == "orsenia"
        left = everything(pilot)
        assert CALL not in left
        assert "Staged" not in left
        assert "DALVORA" not in left
        assert not [text for text in log if text in left]
        assert not before.is_attached
        assert not [each for each in pilot.app.screen_stack if isinstance(each, Crisis)]
        assert not [each for each in pilot.app.screen_stack for _ in each.query(TheatreMap)]
        await keys(pilot, "a", "e", "u", "1")
        assert screen(pilot) == "HandOver"
        await keys(pilot, "escape")
        await reach(pilot, "Ask")
        asked = everything(pilot)
        assert not [text for text in (CALL, "DALVORA", *log) if text in asked]
        await keys(pilot, "n")
        assert screen(pilot) == "HandOver"
        await sit_down(pilot, "Crisis")
        assert words(pilot, "#status").startswith("ORSENIA")
        assert CALL not in everything(pilot)

    play(story, tmp_path / "a.jsonl", "dalvora", "orsenia")


def test_after_the_turn_has_run_the_first_seat_is_handed_the_keyboard_again(tmp_path):
    async def story(pilot):
        await sit_down(pilot, "Crisis")
        await end_turn(pilot)
        await sit_down(pilot, "Excon")
        assert words(pilot, "#status").startswith("EXCON")
        assert "AS DALVORA HAS IT" in words(pilot, "#beside-title")
        hidden = words(pilot, "#inbox")
        assert "is of the type" in hidden
        await keys(pilot, "p")  # leaves a message, which the next seat must not find
        await keys(pilot, "p")
        await end_turn(pilot)
        await reach(pilot, "HandOver")
        left = everything(pilot)
        assert "for Orsenia now" in left
        assert "is of the type" not in left
        assert "exercise" not in left
        assert not pilot.app._notifications
        await sit_down(pilot, "Crisis")
        assert pilot.app.screen.desk.turn == 2
        assert "is of the type" not in everything(pilot)

    play(story, tmp_path / "a.jsonl", "orsenia", "excon")


def test_who_chose_wrongly_leaves_from_the_screen_between_and_what_was_ended_is_kept(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "replays" / "a.jsonl"

    async def story(app, pilot):
        await reach(pilot, "Home")
        await app.push_screen(Opening(Wish("tutorial", ("dalvora", "orsenia"), (), SEED, None, str(path))))
        await sit_down(pilot, "Crisis")
        await end_turn(pilot)
        await reach(pilot, "HandOver")
        assert "Leave" in str(app.screen.query_one(Keys).shown)
        await keys(pilot, "escape")
        await reach(pilot, "Ask")
        assert "Everything is saved: choose Resume" in words(pilot, "#answers")
        await keys(pilot, "y")
        await reach(pilot, "Home")
        await app.push_screen(Opening(Wish(path=str(path), resume=True)))
        await reach(pilot, "HandOver")
        assert "for Orsenia now" in everything(pilot)

    drive(story)


def test_run_until_it_concerns_me_is_for_one_seat_alone(tmp_path):
    async def story(pilot):
        await sit_down(pilot, "Crisis")
        await keys(pilot, "E")
        assert screen(pilot) == "Crisis"
        assert "end turns one by one" in everything(pilot)

    play(story, tmp_path / "a.jsonl", "dalvora", "orsenia")


def test_after_leaving_and_resuming_the_keyboard_is_for_whoever_has_not_ended_the_turn(tmp_path):
    path = tmp_path / "a.jsonl"

    async def left(pilot):
        await sit_down(pilot, "Crisis")
        await end_turn(pilot)
        await sit_down(pilot, "Crisis")
        await keys(pilot, "escape")
        await reach(pilot, "Ask")
        assert f"wargame play --resume {path} goes on" in words(pilot, "#answers")
        await keys(pilot, "y")

    play(left, path, "dalvora", "orsenia", "altmora")

    async def resumed(app, pilot):
        await sit_down(pilot, "Crisis")
        assert words(pilot, "#status").startswith("ORSENIA")
        await end_turn(pilot)
        await sit_down(pilot, "Crisis")
        assert words(pilot, "#status").startswith("ALTMORA")
        await end_turn(pilot)
        await sit_down(pilot, "Crisis")
        assert words(pilot, "#status").startswith("DALVORA")
        assert pilot.app.screen.desk.turn == 2

    drive(resumed, Wish(path=str(path), resume=True))


def test_whoever_has_left_is_told_that_watching_shows_the_truth_and_the_cursor_stands_on_no(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    play(lambda pilot: sit_down(pilot, "Crisis"), tmp_path / "replays" / "a.jsonl", "dalvora", "orsenia")

    async def watching(app, pilot):
        await reach(pilot, "Home")
        await app.push_screen(Played())
        await until(pilot, lambda: app.screen.query_one(Listing).key is not None)
        await keys(pilot, "enter")
        await reach(pilot, "Ask")
        asked = words(pilot, "#answers")
        assert "is not over: Dalvora and Orsenia can still go on with it" in asked
        assert "shows the truth" in asked
        await keys(pilot, "enter")
        await reach(pilot, "Played")

    drive(watching)


def test_the_list_of_sessions_tells_how_far_one_is_now_when_it_is_come_back_to(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    play(lambda pilot: sit_down(pilot, "Crisis"), tmp_path / "replays" / "a.jsonl", "dalvora", "orsenia")

    async def story(app, pilot):
        await reach(pilot, "Home")
        await app.push_screen(Sessions())
        await until(pilot, lambda: "0 turns played" in words(pilot, "#sessions"))
        await keys(pilot, "enter")
        await sit_down(pilot, "Crisis")
        await end_turn(pilot)
        await sit_down(pilot, "Crisis")
        await end_turn(pilot)
        await reach(pilot, "HandOver")
        app.pop_screen()  # as the result does
        await reach(pilot, "Sessions")
        await until(pilot, lambda: "1 turn played" in words(pilot, "#sessions"))

    drive(story)


def test_how_a_session_is_begun_is_said_of_the_seats_that_are_marked_and_of_every_length(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    async def story(app, pilot):
        await reach(pilot, "Home")
        await app.push_screen(ChooseSeat("narrow-sea"))
        await until(pilot, lambda: "Length" in words(pilot, "#seats"))
        own = words(pilot, "#seats")
        assert "[default]" in own
        assert "Enter begins with the seat at the cursor" in own
        titles = [each.title for each in app.screen.card.lengths]
        assert titles
        for title in titles:
            assert f"  {title}  " in own
            await keys(pilot, "l")
            assert f"[{title}]" in words(pilot, "#seats")
            assert "[default]" not in words(pilot, "#seats")
        await keys(pilot, "x", "down", "x")
        marked = words(pilot, "#seats")
        assert "at the cursor" not in marked
        assert "Enter or s begins with Aldva and Harland" in marked
        await keys(pilot, "x", "up", "x")
        assert "Enter begins with the seat at the cursor" in words(pilot, "#seats")

    drive(story)
