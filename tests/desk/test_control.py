"""What exercise control has on its desk: pictures of seats, the turn timer, forms, the master events list."""

from contextlib import closing
from dataclasses import replace

import pytest

from tests.desk.panel_scenes import at_desk, record
from tests.session.sessions import header, tutorial
from wargame.desk.cells import Cells
from wargame.desk.concern import concerns, known
from wargame.desk.desk import Desk
from wargame.desk.form import Form, Unfinished
from wargame.desk.lines import Para
from wargame.desk.offers import meaning, offered, prefill
from wargame.desk.orders import kinds
from wargame.desk.panels import control, mel
from wargame.desk.timer import TurnTimer
from wargame.desk.wish import Wish
from wargame.files.bookmarks import Bookmark, Bookmarks
from wargame.files.scenarios import load_scenario
from wargame.model.decisions.excon import (
    AddInject,
    EditInject,
    EndExercise,
    ExtendTurn,
    FireInject,
    HoldInject,
    OverrideAdjudication,
)
from wargame.model.mel import Aggression, Incident, Message
from wargame.model.occasion import Occasion
from wargame.model.record import Order
from wargame.model.scenario import EXCON, RED, all_seats
from wargame.players import PLAYERS
from wargame.replay.order_words import order_words
from wargame.replay.summary_waiting import waiting
from wargame.replay.watch import seen
from wargame.rules.legal import legal
from wargame.rules.options import options
from wargame.rules.white_cell import acts
from wargame.session.exercise import Exercise
from wargame.session.remote import RemoteExercise
from wargame.session.seating import Players
from wargame.session.table import Table

SEED = 41


@pytest.fixture
def exercise():
    return Exercise(header(SEED))


def after(exercise, turns):
    """Let computers play some turns."""
    others = [seat for seat in all_seats(exercise.scenario) if seat not in (EXCON, RED)]
    table = Table(exercise, Players(dict.fromkeys(others, PLAYERS["doctrine"].decide)))
    for _ in range(turns):
        table.play_turn()
    return exercise


def texts(paras: object) -> str:
    assert not isinstance(paras, Para)
    return "\n".join(para.text for para in paras)  # type: ignore[attr-defined]


# --- pictures ------------------------------------------------------------------------------------------------


def test_a_cells_picture_is_exactly_what_the_seat_has_before_it(exercise):
    cells = Cells()
    for _ in range(4):
        for seat in ("dalvora", "hq", RED):
            picture = cells.scene(exercise.view(EXCON), seat)
            view = exercise.view(seat)
            assert picture == seen(view)
            assert list(picture.events) == list(view.log)
        after(exercise, 1)


def test_after_a_rewind_pictures_are_made_of_the_other_log(exercise):
    cells = Cells()
    after(exercise, 2)
    assert cells.scene(exercise.view(EXCON), "dalvora").situation.turn == 3
    again = Exercise(header(SEED))
    assert cells.scene(again.view(EXCON), "dalvora") == seen(again.view("dalvora"))


# --- the turn timer ------------------------------------------------------------------------------------------


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


def test_the_timer_counts_down_stands_while_paused_and_begins_anew_for_each_seat():
    clock = Clock()
    timer = TurnTimer(clock)
    assert (timer.left, timer.words, timer.up) == (None, "", False)
    timer.set(5)
    clock.now += 19
    assert timer.words == "4:41 left"
    assert timer.pause()
    clock.now += 1000
    assert timer.words == "EXERCISE PAUSED, 4:41 left"
    assert not timer.pause()
    clock.now += 281
    assert (timer.words, timer.up) == ("time is up", True)
    timer.start()
    assert (timer.words, timer.up) == ("5:00 left", False)
    timer.set(0)
    assert (timer.left, timer.words, timer.up) == (None, "", False)


def test_a_seat_that_sits_down_in_a_pause_has_all_its_time():
    clock = Clock()
    timer = TurnTimer(clock)
    timer.set(5)
    clock.now += 60
    timer.pause()
    timer.start()
    clock.now += 60
    assert timer.words == "EXERCISE PAUSED, 5:00 left"
    timer.pause()
    clock.now += 10
    assert timer.left == 290


# --- forms ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("scenario", ["tutorial", "narrow-sea"])
def test_every_inject_of_a_scenario_can_be_edited_as_a_form(scenario):
    for inject in load_scenario(scenario).mel:
        sheet = Form.blank(EditInject)
        sheet.fill(EditInject(inject=inject))
        assert sheet.build() == EditInject(inject=inject)


def test_another_kind_of_inject_asks_for_what_that_kind_holds():
    sheet = Form.blank(AddInject)
    sheet.put("inject.id", "x1")
    sheet.put("inject.text", "Hello")
    assert "inject.means" not in {field.name for field in sheet.fields}
    sheet.put("inject.kind", "incident")
    assert "inject.text" not in sheet.values
    with pytest.raises(Unfinished, match="means is needed"):
        sheet.build()
    sheet.put("inject.means", "cyber")
    sheet.put("inject.nation", "dalvora")
    sheet.put("inject.after.event", "alert_declared")
    sheet.put("inject.after.at_least", "2")
    assert sheet.build() == AddInject(
        inject=Incident(
            id="x1", means="cyber", nation="dalvora", after=Occasion(event="alert_declared", at_least=2.0), delay=0.0
        )
    )


def test_a_condition_that_is_begun_must_be_finished_and_one_that_is_not_is_left_out():
    sheet = Form.blank(AddInject)
    for name, value in (("id", "x1"), ("to", "all"), ("text", "Hello"), ("at", "D+2")):
        sheet.put(f"inject.{name}", value)
    assert sheet.build() == AddInject(inject=Message(id="x1", to=("all",), text="Hello", at="D+2"))
    sheet.put("inject.unless.by", "dalvora")
    with pytest.raises(Unfinished, match="unless event is needed"):
        sheet.build()


def test_a_list_holds_several_values():
    sheet = Form.blank(AddInject)
    sheet.put("inject.to", "dalvora, hq")
    assert sheet.several("inject.to") == ["dalvora", "hq"]


def test_a_new_inject_is_a_message_to_all_in_this_turn_with_an_id_that_is_free(exercise):
    view = exercise.view(EXCON)
    sheet = Form.blank(AddInject)
    prefill(view, sheet)
    sheet.put("inject.text", "Hello")
    decision = sheet.build()
    assert legal(view, decision) is None
    assert decision.inject == Message(id="x1", at="D+0T06:00", to=("all",), text="Hello")


def test_fields_of_an_inject_offer_what_there_is_in_the_scenario(exercise):
    view = exercise.view(EXCON)
    sheet = Form.blank(AddInject)
    assert offered(view, sheet, "inject.to", ())[:2] == ["all", "allies"]
    assert offered(view, sheet, "inject.at", ())[0] == "D+0T00:00"
    assert "rung_changed" in offered(view, sheet, "inject.after.event", ())
    assert "deploy" in offered(view, sheet, "inject.unless.measure", ())
    assert meaning(view, "inject.at", "D+0T06:00") == "in 6 h"
    assert meaning(view, "inject.to", "dalvora") == "Dalvora"


# --- acts ----------------------------------------------------------------------------------------------------


def test_acts_are_listed_for_exercise_control_and_for_nobody_else(exercise):
    view = exercise.view(EXCON)
    found = {type(act) for act in acts(view)}
    assert {FireInject, HoldInject, EditInject, ExtendTurn, EndExercise} <= found
    assert options(view) == []
    listed = {kind.entry.kind: kind for kind in kinds(view, [])}
    waiting = [name for name, state in view.situation.mel.items() if state.state == "waiting"]
    assert [way.inject for way in listed["fire_inject"].ways] == waiting
    assert listed["note"].reason is None
    assert "fire_inject" not in {kind.entry.kind for kind in kinds(exercise.view("dalvora"), [])}


def test_what_was_fired_is_offered_no_more_and_what_is_held_can_still_be_fired(exercise):
    mel_now = exercise.view(EXCON).situation.mel
    first, second = [name for name, state in mel_now.items() if state.state == "waiting"][:2]
    exercise.submit(Order(seat=EXCON, decision=FireInject(inject=first)))
    exercise.submit(Order(seat=EXCON, decision=HoldInject(inject=second)))
    after(exercise, 1)
    view = exercise.view(EXCON)
    about = {kind.entry.kind: kind for kind in kinds(view, [], second)}
    assert [kind.entry.kind for kind in kinds(view, [], first)] == []
    assert about["fire_inject"].reason is None
    assert about["hold_inject"].reason is not None
    shown = texts(mel.paras(seen(view)))
    assert shown.index("HELD") < shown.index(second) < shown.index("DONE") < shown.index(first)


def test_an_inject_whose_time_has_passed_while_it_was_held_can_be_edited(exercise):
    timed = next(inject for inject in tutorial().mel if inject.at is not None and inject.at.startswith("D+1"))
    exercise.submit(Order(seat=EXCON, decision=HoldInject(inject=timed.id)))
    after(exercise, 4)
    view = exercise.view(EXCON)
    edits = [act for act in acts(view) if isinstance(act, EditInject) and act.inject.id == timed.id]
    assert [act.inject for act in edits] == [replace(timed, at=None, by_hand=True)]
    assert legal(view, edits[0]) is None


def test_what_can_be_overruled_is_listed_with_what_it_could_be_instead(exercise):
    while not (rulings := offered(exercise.view(EXCON), Form.blank(OverrideAdjudication), "event", ())):
        after(exercise, 1)
    view = exercise.view(EXCON)
    sheet = Form.blank(OverrideAdjudication)
    sheet.put("event", rulings[0])
    assert meaning(view, "event", rulings[0])
    sheet.put("reason", "so ruled")
    for outcome in offered(view, sheet, "outcome", ()):
        sheet.put("outcome", outcome)
        assert legal(view, sheet.build()) is None
    assert ("ruling", int(rulings[0])) in [para.key for para in control.ruling_paras(seen(view))]
    exercise.submit(Order(seat=EXCON, decision=sheet.build()))
    after(exercise, 1)
    assert rulings[0] not in offered(exercise.view(EXCON), sheet, "event", ())


# --- whether it concerns a seat ------------------------------------------------------------------------------


def test_a_flash_concerns_every_seat():
    """In the session that is looked at it comes to an attack, of which all hear at once."""
    for seat in ("aldva", "hq"):
        before = 0
        found = []
        for turn in range(1, len(record().played) + 1):
            scene = at_desk(turn, seat)
            if scene.situation.ended is not None:
                break
            found += [each for each in concerns(scene, before) if each.startswith("flash")]
            before = len(scene.events)
        assert found


def test_endex_concerns_every_seat(exercise):
    exercise.submit(Order(seat=EXCON, decision=EndExercise()))
    after(exercise, 1)
    (why,) = concerns(seen(exercise.view("dalvora")), 0)
    assert why.startswith("Play ended at D+")


def test_what_waited_when_the_run_began_is_no_reason_to_stop():
    """A text that was tabled concerns the seat once; without having known of it, it concerns the seat still."""
    scene = at_desk(5, "aldva")
    waits = [each.what for each in waiting(scene)]
    assert waits
    told = concerns(scene, len(scene.events))
    assert all(any(why.startswith(what) for why in told) for what in waits)
    assert concerns(scene, len(scene.events), known(scene)) == []


def test_exercise_control_is_needed_when_an_inject_comes(exercise):
    view = exercise.view(EXCON)
    due = [each.inject for each in mel.due_now(seen(view))]
    assert due
    assert [f"inject {each} comes in this turn" for each in due] == concerns(seen(view), len(view.log))


# --- bookmarks -----------------------------------------------------------------------------------------------


def test_bookmarks_lie_beside_the_replay_and_go_along_into_a_branch(tmp_path):
    marks = Bookmarks.of(tmp_path / "a.jsonl")
    assert marks.read() == []
    first = Bookmark(time=0, dtg="010600ZMAR27", turn=1, text="the warning")
    second = Bookmark(time=86400, dtg="020600ZMAR27", turn=2, text="the vote")
    marks.add(first)
    marks.add(second)
    assert marks.read() == [first, second]
    marks.carry_over(tmp_path / "b.jsonl", 1)
    assert Bookmarks.of(tmp_path / "b.jsonl").read() == [first]
    assert not list(tmp_path.glob("*.jsonl*"))
    assert marks.path.stat().st_mode & 0o077 == 0


def test_a_rewind_stands_even_if_bookmarks_cannot_come_along(tmp_path):
    path, branch = tmp_path / "a.jsonl", tmp_path / "b.jsonl"
    with closing(RemoteExercise()) as remote:
        desk = Desk.open(remote, Wish("tutorial", seed=SEED, seats=(EXCON,), path=str(path)))
        desk.bookmark("the warning")
        desk.end_turn()
        desk.read()
        desk.timer.paused = True
        (tmp_path / "b.bookmarks").mkdir()
        with pytest.raises(OSError, match=r"b\.bookmarks"):
            desk.rewind(1, str(branch))
        assert (desk.path, desk.turn, desk.unread(), desk.timer.paused) == (str(branch), 2, True, False)


def test_a_line_of_bookmarks_that_is_damaged_is_passed_over(tmp_path):
    marks = Bookmarks.of(tmp_path / "a.jsonl")
    marks.add(Bookmark(time=0, dtg="010600ZMAR27", turn=1, text="the warning"))
    with marks.path.open("ab") as stream:
        stream.write(b'{"time": 3\n\xff\xfe\n')
    marks.add(Bookmark(time=1, dtg="010600ZMAR27", turn=1, text="after it"))
    assert [each.text for each in marks.read()] == ["the warning", "after it"]


def test_an_inject_is_worded_by_what_is_its_own(exercise):
    view = exercise.view(EXCON)
    said: dict[str, Message | Aggression] = {
        "add inject x1, message, D+0T06:00, everyone: The ferry is late": Message(
            id="x1", at="D+0T06:00", to=("all",), text="The ferry\nis late"
        ),
        "add inject x2, aggression, by hand, Port Ardel and its railway": Aggression(
            id="x2", by_hand=True, objective="corridor"
        ),
    }
    for words, inject in said.items():
        assert order_words(view.scenario, view.situation, EXCON, AddInject(inject=inject)) == words
