"""The desk of exercise control: it sees all, writes the master events list, sits down in seats, and rewinds."""

from threading import Event

from tests.tui.driving import reach, until
from tests.tui.pilots import end_turn, everything, keys, play, screen, sit_down, words
from wargame.desk.timer import TurnTimer
from wargame.files.bookmarks import Bookmarks
from wargame.files.replays import load_replay
from wargame.model.decisions.excon import AddInject, EndExercise, FireInject, Note, OverrideAdjudication
from wargame.model.mel import Message
from wargame.tui.listing import Listing
from wargame.tui.screens import runon
from wargame.tui.screens.result import Result


async def begin(pilot):
    await reach(pilot, "Brief")
    await keys(pilot, "enter")
    await reach(pilot, "Excon")


def staged(pilot):
    return [order.decision for order in pilot.app.screen.desk.orders()]


def orders(path):
    return [order.decision for done in load_replay(path).played for order in done.turn.orders if order.seat == "excon"]


async def fill(pilot, field, text):
    """Type a value into a field of the form, whatever is offered."""
    form = pilot.app.screen
    form.query_one("#form", Listing).point_at(("field", field))
    await keys(pilot, "enter")
    if screen(pilot) == "Pick":
        pilot.app.screen.query_one(Listing).point_at(("value", -1))
        await keys(pilot, "enter")
        await until(pilot, lambda: pilot.app.screen is form)
    entry = form.query_one("#entry")
    entry.value = text
    await keys(pilot, "enter")


def test_the_truth_stands_beside_what_any_seat_has(tmp_path):
    async def story(pilot):
        await begin(pilot)
        assert words(pilot, "#status").startswith("EXCON")
        assert "is of the type" in words(pilot, "#inbox")
        assert "is of the type" not in words(pilot, "#cell")
        assert "AS DALVORA HAS IT" in words(pilot, "#beside-title")
        await keys(pilot, "v")
        assert "AS ORSENIA HAS IT" in words(pilot, "#beside-title")
        await keys(pilot, "V", "V")
        assert "AS THE ADVERSARY HAS IT" in words(pilot, "#beside-title")
        assert "is of the type" in words(pilot, "#cell")
        for key, tab in enumerate(("inbox", "council", "forces", "allies", "indicators", "reviews"), start=1):
            await keys(pilot, str(key))
            assert pilot.app.screen.focused.id == tab
        for shown in ("-only-truth", "-only-cell", "-only-map"):
            await keys(pilot, "m")
            assert pilot.app.screen.has_class(shown)
        await keys(pilot, "m")
        assert not pilot.app.screen.has_class("-only-map")

    play(story, tmp_path / "a.jsonl", "excon", size=(80, 24))


def test_an_inject_is_fired_another_added_and_what_was_observed_is_kept(tmp_path):
    path = tmp_path / "a.jsonl"

    async def story(pilot):
        await begin(pilot)
        desk = pilot.app.screen.desk
        waiting = next(name for name, each in desk.scene().situation.mel.items() if each.state == "waiting")
        await keys(pilot, "7")
        assert waiting in words(pilot, "#mel")
        pilot.app.screen.query_one("#mel", Listing).point_at(("inject", waiting))
        await pilot.pause()
        assert f"INJECT {waiting}" in words(pilot, "#cell")
        await keys(pilot, "enter")
        await reach(pilot, "Orders")
        pilot.app.screen.query_one("#kinds", Listing).point_at(("kind", "fire_inject"))
        await keys(pilot, "enter")
        await reach(pilot, "FormScreen")
        await keys(pilot, "s")
        await reach(pilot, "Excon")
        await keys(pilot, "i")
        await reach(pilot, "FormScreen")
        assert "text is needed" in words(pilot, "#prompt")
        await fill(pilot, "inject.text", "The ferry is late")
        await fill(pilot, "inject.to", "dalvora")
        assert "Possible" in words(pilot, "#prompt")
        await keys(pilot, "s")
        await reach(pilot, "Excon")
        await keys(pilot, "w", "~well done", "enter")
        await reach(pilot, "Excon")
        await keys(pilot, "b", "~here", "enter")
        await reach(pilot, "Excon")
        assert [type(each) for each in staged(pilot)] == [FireInject, AddInject, Note]
        await keys(pilot, "8")
        assert "well done" in words(pilot, "#control")
        assert "here" in words(pilot, "#control")
        await end_turn(pilot)
        await reach(pilot, "Report")
        await keys(pilot, "enter")
        await reach(pilot, "Excon")
        assert desk.scene().situation.mel[waiting].state == "fired"
        await keys(pilot, "1")
        assert "The ferry is late" in words(pilot, "#inbox")
        told = [event.body.text for event in desk.cell("dalvora").events if event.body.kind == "message_received"]
        assert "The ferry is late" in told
        others = [event.body for event in desk.cell("altmora").events if event.body.kind == "message_received"]
        assert "The ferry is late" not in [body.text for body in others]

    play(story, path, "excon")
    added = next(each for each in orders(path) if isinstance(each, AddInject)).inject
    assert isinstance(added, Message)
    assert added.to == ("dalvora",)
    mark = Bookmarks.of(path).read()
    assert [(each.turn, each.time, each.text) for each in mark] == [(1, 0, "here")]
    assert mark[0].dtg.startswith("01")
    assert not list(tmp_path.glob("*bookmarks*.jsonl*"))


def test_a_rating_is_overruled_with_the_reason(tmp_path):
    path = tmp_path / "a.jsonl"

    async def story(pilot):
        await begin(pilot)
        training = pilot.app.screen.desk.scene().scenario.training[0].id
        await keys(pilot, "8")
        cell = pilot.app.screen.query_one("#cell", Listing)
        cell.point_at(("rating", training))
        cell.focus()
        await keys(pilot, "enter")
        await reach(pilot, "FormScreen")
        assert training in words(pilot, "#form")
        assert "outcome is needed" in words(pilot, "#prompt")
        assert "`" not in words(pilot, "#form")
        pilot.app.screen.query_one("#form", Listing).point_at(("field", "event"))
        await keys(pilot, "enter")
        assert screen(pilot) == "FormScreen"
        assert not pilot.app.screen.query_one("#entry").display, "without a ruling there is no number to type"
        pilot.app.screen.query_one("#form", Listing).point_at(("field", "outcome"))
        await keys(pilot, "enter")
        await reach(pilot, "Pick")
        assert "performed with some challenges" in words(pilot, "#values")
        await keys(pilot, "j", "enter")
        await reach(pilot, "FormScreen")
        await fill(pilot, "reason", "the log cannot see it")
        await keys(pilot, "s")
        await reach(pilot, "Excon")
        assert staged(pilot) == [
            OverrideAdjudication(training=training, outcome="S", reason="the log cannot see it"),
        ]

    play(story, path, "excon")


def test_a_seat_is_taken_time_is_stopped_and_the_exercise_rewound(tmp_path):
    async def story(pilot):
        await begin(pilot)
        desk = pilot.app.screen.desk
        await end_turn(pilot)
        await reach(pilot, "Report")
        await keys(pilot, "enter")
        await reach(pilot, "Excon")
        await keys(pilot, "b", "~second", "enter")
        await reach(pilot, "Excon")
        await keys(pilot, "t", "j", "enter")
        await reach(pilot, "Excon")
        await keys(pilot, "p")
        assert "EXERCISE PAUSED" in words(pilot, "#status")
        assert "4:5" in words(pilot, "#status") or "5:00" in words(pilot, "#status")
        await keys(pilot, "e", "E")
        assert screen(pilot) == "Excon"
        assert "no turn ends" in everything(pilot)
        await keys(pilot, "s")
        await reach(pilot, "Pick")
        assert "excon" not in words(pilot, "#values")
        await keys(pilot, "enter")
        await until(pilot, lambda: screen(pilot) == "Excon" and desk.hot_seat)
        assert desk.seats == ("excon", "dalvora")
        await keys(pilot, "e")
        assert screen(pilot) == "Excon"
        await keys(pilot, "p")
        assert "EXERCISE PAUSED" not in words(pilot, "#status")
        assert "The exercise runs on." in everything(pilot)
        assert "no turn ends" not in everything(pilot), "what was said of the pause is gone with it"
        await end_turn(pilot)
        await sit_down(pilot, "Crisis")
        assert words(pilot, "#status").startswith("DALVORA")
        assert "left" in words(pilot, "#status")
        await end_turn(pilot)
        await sit_down(pilot, "Excon")
        assert desk.turn == 3
        await keys(pilot, "z")
        await reach(pilot, "Pick")
        await keys(pilot, "j", "j", "enter")
        await reach(pilot, "Ask")
        assert "nothing" not in words(pilot, "#answers")
        await keys(pilot, "n")
        await reach(pilot, "Excon")
        assert desk.turn == 3
        await keys(pilot, "p", "z", "j", "enter")
        await reach(pilot, "Ask")
        assert "Rewind to the beginning of turn 2?" in words(pilot, "#answers")
        await keys(pilot, "y")
        await reach(pilot, "HandOver")
        assert (desk.turn, desk.seat) == (2, "excon")
        assert desk.path == str(tmp_path / "a-turn2.jsonl")
        await sit_down(pilot, "Excon")
        assert words(pilot, "#status").startswith("EXCON")
        assert "EXERCISE PAUSED" not in words(pilot, "#status")

    play(story, tmp_path / "a.jsonl", "excon")
    assert len(load_replay(tmp_path / "a.jsonl").played) == 2
    branch = load_replay(tmp_path / "a-turn2.jsonl")
    assert branch.header.parent is not None
    assert branch.header.parent.turn == 1
    assert Bookmarks.of(tmp_path / "a-turn2.jsonl").read() == []
    assert len(Bookmarks.of(tmp_path / "a.jsonl").read()) == 1


def test_turns_end_by_themselves_until_something_concerns_the_seat(tmp_path):
    async def story(pilot):
        await begin_as(pilot, "Crisis")
        desk = pilot.app.screen.desk
        await keys(pilot, "E")
        await reach(pilot, "RunOn")
        await keys(pilot, "escape")
        await reach(pilot, "Crisis")
        assert desk.turn == 1
        await keys(pilot, "E")
        await reach(pilot, "RunOn")
        await keys(pilot, "y")
        await until(pilot, lambda: "WHY" in words(pilot, "#ran"))
        said = words(pilot, "#ran")
        assert "STOPPED AFTER" in said
        assert "Turn 1 ended" in said
        ran = pilot.app.screen.ran
        assert desk.turn == 1 + ran
        await keys(pilot, "enter")
        await reach(pilot, "Report")

    play(story, tmp_path / "a.jsonl", "orsenia")


async def begin_as(pilot, main):
    await reach(pilot, "Brief")
    await keys(pilot, "enter")
    await reach(pilot, main)


def test_esc_stops_the_running_on_after_the_turn_that_runs(tmp_path, monkeypatch):
    pressed = Event()

    def nothing(scene, since, known):
        if scene.situation.turn > 2:
            pressed.wait(60)  # the second turn is under way until Esc has been pressed
        return []

    monkeypatch.setattr(runon, "concerns", nothing)

    async def story(pilot):
        await begin_as(pilot, "Crisis")
        desk = pilot.app.screen.desk
        await keys(pilot, "E")
        await reach(pilot, "RunOn")
        await keys(pilot, "y")
        await until(pilot, lambda: desk.turn == 3)
        await keys(pilot, "escape")
        assert "Stopping after this turn" in words(pilot, "#said")
        pressed.set()
        await until(pilot, lambda: "you asked to stop" in words(pilot, "#ran"))
        assert (desk.turn, pilot.app.screen.ran, desk.phase) == (3, 2, "play")
        await keys(pilot, "escape")
        await reach(pilot, "Report")

    play(story, tmp_path / "a.jsonl", "orsenia")


def test_when_the_time_is_up_that_is_said_once_and_no_turn_is_ended(tmp_path):
    class Clock:
        now = 0.0

        def __call__(self) -> float:
            return self.now

    async def story(pilot):
        await begin_as(pilot, "Crisis")
        main, clock = pilot.app.screen, Clock()
        main.desk.timer = TurnTimer(clock)
        main.desk.timer.set(5)
        main.tick()
        assert "5:00 left" in words(pilot, "#status")
        clock.now = 301.0
        main.tick()
        main.tick()
        await pilot.pause()
        assert "time is up" in words(pilot, "#status")
        assert everything(pilot).count("The time for this turn is up") == 1
        assert (screen(pilot), main.desk.turn) == ("Crisis", 1)

    play(story, tmp_path / "a.jsonl", "orsenia")


def to_the_result(tmp_path, *seats):
    """Exercise control notes something, marks it, and ends play; what its key then shows."""

    async def story(pilot):
        await reach(pilot, "Brief", "HandOver")
        while screen(pilot) != "Excon":
            await keys(pilot, "enter")
            await pilot.pause()
            if screen(pilot) == "Crisis":
                await end_turn(pilot)
        await keys(pilot, "w", "~well led", "enter")
        await reach(pilot, "Excon")
        await keys(pilot, "b", "~the turning point", "enter")
        await reach(pilot, "Excon")
        pilot.app.screen.desk.stage(EndExercise())
        await end_turn(pilot)
        await reach(pilot, "Result")
        await until(pilot, lambda: "Scores of 100" in everything(pilot))
        assert "well led" not in everything(pilot)
        await keys(pilot, "c")
        await reach(pilot, "Notes")
        assert "well led" in everything(pilot)
        assert "the turning point" in everything(pilot)
        await keys(pilot, "escape")
        await reach(pilot, "Result")

    play(story, tmp_path / "a.jsonl", *seats)


def test_after_endex_a_key_of_exercise_control_shows_what_it_wrote(tmp_path):
    to_the_result(tmp_path, "excon")


def test_where_others_sit_at_the_keyboard_too_notes_are_not_shown_before_that_key(tmp_path):
    to_the_result(tmp_path, "dalvora", "excon")


def test_without_exercise_control_there_are_no_notes_to_show(tmp_path):
    async def story(pilot):
        await reach(pilot, "Brief")
        await pilot.app.push_screen(Result(pilot.app.screen.desk))
        await keys(pilot, "c")
        assert screen(pilot) == "Result"

    play(story, tmp_path / "a.jsonl", "dalvora")
