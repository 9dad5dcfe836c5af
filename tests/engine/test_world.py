"""The world: one writer, one clock, and edges after everything else of their instant (docs/model.md 1.9, 3.1, 3.4)."""

import pytest

from tests.worlds import at, crisis, told, view_of, world_with
from wargame.engine.crisis import Crisis
from wargame.engine.world import World
from wargame.model import happenings as happened
from wargame.model.decisions import CallConsultation, StateProbability
from wargame.model.event import ALLIES, EVERYONE, NOBODY
from wargame.model.folding import fold
from wargame.model.happenings import EXOGENOUS
from wargame.model.plain import plain

SCENARIO = crisis()


def note(text: str) -> happened.NoteWritten:
    return happened.NoteWritten(text=text)


def test_3_1_what_happens_names_a_cause() -> None:
    """Only what comes from outside the world has none."""
    world = world_with(SCENARIO)
    with pytest.raises(ValueError, match="note_written needs a cause"):
        world.emit(note("why?"), None, NOBODY)
    assert world.log[-1].body.kind == "turn_began"
    done = world.emit(note("because"), world.log[-1], NOBODY)
    assert (done.id, done.cause) == (2, 1)


def test_1_9_what_everyone_sees_names_no_measure() -> None:
    """Its number would tell the adversary how many measures there are."""
    world = world_with(SCENARIO)
    with pytest.raises(ValueError, match="must not name a measure"):
        world.emit(happened.AlertDeclared(level=1), world.turn_event, EVERYONE, "m1")


def test_an_event_is_applied_before_anybody_hears_of_it() -> None:
    world = world_with(SCENARIO)
    heard = []
    world.when(happened.AlertDeclared, lambda event, body: heard.append((event.id, world.situation.alert)))
    world.emit(happened.AlertDeclared(level=2), world.turn_event, EVERYONE)
    world.emit(happened.StatementMade(by="pact", commits=False), world.turn_event, EVERYONE)
    assert heard == [(2, 2)]


def test_the_truth_is_the_fold_of_the_log() -> None:
    live = Crisis(crisis(), 3)
    live.begin_turn(1)
    live.world.run_to(at(200), stop_at_flash=False)
    assert len(live.world.log) > 50
    assert fold(live.world.scenario, live.world.log) == live.world.situation


# --- the clock -----------------------------------------------------------------------------------------------


def clockwork(world: World) -> None:
    """Notes at 1 h, at 2 h, a flash at 3 h with a note that it leads to at once, and a note at 4 h."""

    def say(text: str) -> None:
        world.emit(note(text), world.turn_event, ALLIES)

    def flash() -> None:
        world.emit(happened.ClashHappened(adversary="foe", serious=False), world.turn_event, EVERYONE)
        world.call(0, say, "after the clash")

    world.call(at(1), say, "one")
    world.call(at(2), say, "two")
    world.call(at(3), flash)
    world.call(at(3), say, "beside the clash")
    world.call(at(4), say, "four")


def happens(world: World, body: happened.Body) -> None:
    world.emit(body, world.turn_event, EVERYONE)


def texts(world: World) -> list[str]:
    return [getattr(event.body, "text", event.body.kind) for event in world.log[1:]]


def test_3_4_an_edge_comes_after_everything_of_its_instant() -> None:
    world = world_with(SCENARIO, clockwork)
    assert world.run_to(at(2)) == at(2)
    assert texts(world) == ["one", "two"]


def test_3_4_a_flash_stops_the_clock_after_all_of_its_instant() -> None:
    world = world_with(SCENARIO, clockwork)
    assert world.run_to(at(10)) == at(3)
    assert texts(world) == ["one", "two", "clash_happened", "beside the clash", "after the clash"]
    assert world.run_to(at(10)) == at(10)
    assert texts(world)[-1] == "four"


def test_3_4_a_flash_does_not_stop_a_clock_that_is_told_where_to_go() -> None:
    world = world_with(SCENARIO, clockwork)
    assert world.run_to(at(10), stop_at_flash=False) == at(10)
    assert len(texts(world)) == 6


def test_3_4_what_a_flash_leads_to_in_turn_is_of_the_same_instant() -> None:
    world = world_with(SCENARIO)

    def again(depth: int) -> None:
        world.emit(note(f"depth {depth}"), world.turn_event, NOBODY)
        if depth < 5:
            world.call(0, again, depth + 1)

    world.when(happened.AttackBegan, lambda event, body: again(1))
    world.call(at(1), happens, world, happened.AttackBegan(adversary="foe", objective="gate"))
    assert world.run_to(at(5)) == at(1)
    assert texts(world)[-1] == "depth 5"


def test_3_4_running_to_now_runs_what_is_due_now() -> None:
    world = world_with(SCENARIO)
    world.call(0, happens, world, note("now"))
    assert world.run_to(0) == 0
    assert texts(world) == ["now"]


@pytest.mark.parametrize(
    "cuts", [[144], [1] * 0 + list(range(1, 145)), [7, 7, 50, 51, 144]], ids=["one", "hourly", "odd"]
)
def test_3_4_how_the_run_is_cut_into_pieces_changes_nothing(cuts: list[int]) -> None:
    whole, pieces = Crisis(crisis(), 5), Crisis(crisis(), 5)
    whole.begin_turn(1)
    whole.world.run_to(at(144), stop_at_flash=False)
    pieces.begin_turn(1)
    for hour in cuts:
        while pieces.world.run_to(at(hour)) < at(hour):
            pass  # stopped by a flash
    assert pieces.world.log == whole.world.log
    assert len(whole.world.log) > 40


# --- decisions -----------------------------------------------------------------------------------------------


def test_3_2_a_decision_without_an_answer_answers_the_turn() -> None:
    world = world_with(SCENARIO)
    heard = []
    world.handle(StateProbability, lambda seat, decision, cause: heard.append((seat, cause.body.kind)))
    world.decide("north", StateProbability(probability=0.5), None)
    assert heard == [("north", "turn_began")]


def test_3_2_a_seat_answers_by_its_own_numbers() -> None:
    world = world_with(SCENARIO)
    world.emit(note("hidden"), world.turn_event, NOBODY)
    world.emit(note("seen"), world.turn_event, ALLIES)
    heard = []
    world.handle(StateProbability, lambda seat, decision, cause: heard.append(cause.id))
    for answers in (2, 1, 99, None):
        world.decide("north", StateProbability(probability=0.5), answers)
    assert heard == [3, 1, 1, 1]  # there is no event 99: the turn


def test_3_2_what_does_not_follow_from_a_decisions_prerequisite_is_not_its_cause() -> None:
    world = world_with(SCENARIO)
    needed = world.emit(note("needed"), world.turn_event, ALLIES)
    later = world.emit(note("later"), needed, ALLIES)
    beside = world.emit(note("beside"), world.turn_event, ALLIES)
    assert world.anchored(later, needed) is later
    assert world.anchored(needed, needed) is needed
    assert world.anchored(beside, needed) is needed
    assert world.anchored(world.turn_event, needed) is needed


def test_9_1_what_nothing_carries_out_fails_and_its_seat_is_told() -> None:
    world = world_with(SCENARIO)
    world.decide("north", CallConsultation(), None)
    assert told(world.log[1:]) == ["D+0T00:00 order_failed north"]
    assert world.log[-1].audience == ("north",)
    assert view_of(SCENARIO, "north", world.log).situation.failures == [
        (0, "north", "call_consultation", "nothing in this world carries it out")
    ]


# --- a whole crisis ------------------------------------------------------------------------------------------


def test_3_1_every_event_but_those_from_outside_names_an_earlier_cause() -> None:
    for seed in range(6):
        live = Crisis(crisis(), seed)
        live.begin_turn(1)
        live.world.run_to(at(288), stop_at_flash=False)
        for event in live.world.log:
            assert (event.cause is None) == (type(event.body) in EXOGENOUS), event
            assert event.cause is None or 1 <= event.cause < event.id
        assert [event.id for event in live.world.log] == list(range(1, len(live.world.log) + 1))
        assert [event.time for event in live.world.log] == sorted(event.time for event in live.world.log)


def test_1_8_stored_floats_are_rounded_to_six_places() -> None:
    def numbers(value):
        if isinstance(value, float):
            yield value
        elif isinstance(value, dict):
            for each in value.values():
                yield from numbers(each)
        elif isinstance(value, list):
            for each in value:
                yield from numbers(each)

    live = Crisis(crisis(), 2)
    live.begin_turn(1)
    live.world.run_to(at(288), stop_at_flash=False)
    found = list(numbers(plain(live.world.log)))
    assert len(found) > 100
    assert all(round(each, 6) == each for each in found)
