"""What the coach says: the first step of the guide that is of use now and has not been done."""

from dataclasses import replace
from functools import cache

import pytest

from tests.session.sessions import header, tutorial
from wargame.desk.coach import ENOUGH, advice, coach_paras
from wargame.desk.concern import concerns, headlines, known
from wargame.model.clock import instant
from wargame.model.decisions.consultation import CallConsultation, TakePosition
from wargame.model.decisions.forces import MoveForce
from wargame.model.decisions.intelligence import StateProbability
from wargame.model.guide import Guide, Step
from wargame.model.occasion import Occasion
from wargame.model.record import Order
from wargame.model.scenario import playing_seats
from wargame.players import PLAYERS
from wargame.replay.watch import seen
from wargame.replay.wording import age
from wargame.session.exercise import Exercise
from wargame.session.seating import Players
from wargame.session.table import Table

CALL = Step(text="Call.", order="call_consultation", seen=Occasion(event="consultation_called"))
READ = Step(text="Read.", look="indicators")
SEND = Step(text="Send.", order="move_force", names=("ardel",), seen=Occasion(event="move_ordered"))
END = Step(text="End.", turn=2)
STATED = Order(seat="dalvora", decision=StateProbability(probability=0.5))
CALLED = Order(seat="dalvora", decision=CallConsultation())


def scene(*steps, turns=0, orders=(), seat="dalvora"):
    """What a seat has before it after some turns, with this guide for Dalvora."""
    exercise = Exercise(replace(header(41), scenario=replace(tutorial(), guides=(Guide(seat="dalvora", steps=steps),))))
    for order in orders if turns else ():
        exercise.submit(order)
    for _ in range(turns):
        exercise.advance()
    return seen(exercise.view(seat), () if turns else (STATED, *orders))


@pytest.mark.parametrize(
    ("steps", "situation", "opened", "says"),
    [
        ((READ, CALL), {}, (), "Read."),
        ((READ, CALL), {}, ("indicators",), "Call."),
        ((CALL, END), {"orders": (CALLED,)}, (), "End."),
        ((CALL, END), {"orders": (CALLED,), "turns": 1}, (), ENOUGH),
        ((CALL, END), {"turns": 1}, (), "Call."),
        ((replace(CALL, until=1), END), {"turns": 1}, (), ENOUGH),
        ((replace(READ, after=Occasion(event="council_convened")), END), {}, (), "End."),
        ((replace(READ, after=Occasion(event="turn_began", at_least=2.0)), END), {"turns": 1}, (), "Read."),
        ((replace(CALL, order="table_measure"), END), {}, (), "End."),
    ],
    ids=[
        "the first step",
        "what was opened is done",
        "what is staged is done",
        "what has happened is done, and a turn that has begun",
        "what was not done is said again",
        "but not for ever",
        "what must come first is waited for",
        "until it has come",
        "what cannot be ordered now is passed over",
    ],
)
def test_the_coach_says_what_is_next(steps, situation, opened, says):
    assert advice(scene(*steps, **situation), opened).text == says


def test_it_says_where_one_is_and_how_it_is_done():
    told = advice(scene(READ, CALL), ("indicators",))
    assert told is not None
    how = coach_paras(scene(READ, CALL), told, lambda _, told: f"Do {told.order}.")
    assert [para.text for para in how] == ["COACH 2/2  Call.  Do call_consultation."]


def moved(to, force="dal-frontier"):
    return Order(seat="dalvora", decision=MoveForce(force=force, to=to))


def test_it_names_a_line_that_does_it_and_which_others_do():
    told = advice(scene(SEND, END), ())
    assert told.line == moved("ardel").decision
    assert [way.to for way in told.fitting] == ["ardel", "ardel"]
    assert len(told.ways) == 3


def test_an_order_that_names_something_else_does_not_count_and_has_to_be_taken_back_where_it_stands_in_the_way():
    wrong = scene(replace(SEND, names=("ardel", "dal-frontier")), END, orders=(moved("zelmar"),))
    told = advice(wrong, ())
    moved_elsewhere = "move force Dalvoran Frontier Brigade (dal-frontier) to Zelmar"
    assert told.text == f"Send. '{moved_elsewhere}' is staged; that is not yet what is meant here."
    assert (told.back, told.last, told.number) == (1, True, 1)


def test_beside_it_another_order_can_still_do_it():
    told = advice(scene(SEND, END, orders=(moved("zelmar"),)), ())
    assert told.text.endswith("that is not yet what is meant here.")
    assert told.line == moved("ardel", "dal-coast").decision
    assert told.back is None


@pytest.mark.parametrize(("to", "says"), [("ardel", ENOUGH), ("zelmar", "Send.")])
def test_nor_does_it_count_once_the_turn_has_ended(to, says):
    assert advice(scene(SEND, orders=(moved(to),), turns=1), ()).text == says


def test_before_the_turn_is_ended_it_asks_for_what_waits():
    told = advice(replace(scene(END), orders=()), ())
    assert told.text == "Before you end the turn, answer what waits: State the probability of an attack within 72 h."
    assert (told.order, told.line) == ("state_probability", None)
    assert advice(scene(END), ()).text == "End."


def test_a_step_keeps_its_own_number_whatever_was_done_before_it():
    told = advice(scene(replace(READ, until=1), SEND, CALL, END, orders=(moved("ardel"),)), ("indicators",))
    assert (told.text, told.number, told.of) == ("Call.", 3, 4)
    late = advice(scene(replace(READ, until=1), CALL, turns=1), ())
    assert (late.text, late.number, late.of) == ("Call.", 2, 2)
    early = advice(scene(READ, SEND, CALL, orders=(CALLED,)), ())
    assert early is not None
    assert (early.text, early.number, early.of) == ("Read.", 1, 3)


@cache
def absent(turns):
    """What Dalvora, which gives no order, has before it while its allies call, meet and table."""
    others = [seat for seat in playing_seats(tutorial()) if seat != "dalvora"]
    table = Table(Exercise(header(9)), Players(by_seat=dict.fromkeys(others, PLAYERS["doctrine"].decide)))
    for _ in range(turns):
        table.play_turn()
    return seen(table.exercise.view("dalvora"))


def test_what_an_ally_has_tabled_need_not_be_tabled_and_is_passed_with_a_word():
    scene = absent(4)
    assert scene.situation.council.measures["m1"].by == "orsenia"
    told = advice(scene, ())
    assert told is not None
    assert told.order != "table_measure"
    assert told.text.startswith("Orsenia has tabled deploy 4.5 BE to Port Ardel (m1) for you. Share what you know.")


def test_a_run_tells_of_silence_as_it_stands_when_it_stops_and_until_when():
    """m1 was put under silence until m2 was adopted; for want of Dalvora's word it lasts longer."""
    before, scene = absent(2), absent(4)
    since = len(before.events)
    news = [item.text for item in headlines(scene, since)]
    assert not any("is under silence until D+3T01:00" in text for text in news)
    assert any(text.endswith("asked for want of instructions by Dalvora") for text in news)
    (why,) = [each for each in concerns(scene, since, known(before)) if "m1" in each]
    until = scene.situation.council.measures["m1"].silence_until
    assert why.endswith(f"you have not taken a position; until {instant(until)}, in {age(until - scene.time)}")


def test_a_silence_that_ends_before_the_next_turn_comes_first_with_the_step_that_answers_it():
    scene = absent(5)
    told = advice(scene, ())
    assert told is not None
    assert told.text.startswith("Take a position on what is before the council.")
    assert (told.number, told.of, told.line) == (8, 12, TakePosition(measure="m1", position="accept"))
    guided = replace(scene, scenario=replace(scene.scenario, guides=(Guide(seat="dalvora", steps=(READ,)),)))
    other = advice(guided, ())
    assert other is not None
    assert other.text.startswith("First what cannot wait for your next turn: m1 deploy 4.5 BE to Port Ardel")
    assert (other.number, other.order) == (0, "take_position")
    accepted = TakePosition(measure="m1", position="accept")
    answered = replace(guided, orders=(Order(seat="dalvora", decision=accepted),))
    assert advice(answered, ()).text == "Read."


def test_seats_without_a_guide_have_no_coach():
    assert advice(scene(READ, seat="orsenia"), ()) is None


def test_the_tutorial_guides_every_nation_first_the_one_that_is_suggested():
    assert [guide.seat for guide in tutorial().guides] == [nation.id for nation in tutorial().nations]
