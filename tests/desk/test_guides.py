"""What the coach says: the first step of the guide that is of use now and has not been done."""

from dataclasses import replace

import pytest

from tests.session.sessions import header, tutorial
from wargame.desk.coach import ENOUGH, advice, coach_paras
from wargame.model.decisions.consultation import CallConsultation
from wargame.model.guide import Guide, Step
from wargame.model.occasion import Occasion
from wargame.model.record import Order
from wargame.replay.watch import seen
from wargame.session.exercise import Exercise

CALL = Step(text="Call.", order="call_consultation", seen=Occasion(event="consultation_called"))
READ = Step(text="Read.", look="indicators")
END = Step(text="End.", turn=2)
CALLED = Order(seat="dalvora", decision=CallConsultation())


def scene(*steps, turns=0, orders=(), seat="dalvora"):
    """What a seat has before it after some turns, with this guide for Dalvora."""
    exercise = Exercise(replace(header(41), scenario=replace(tutorial(), guides=(Guide(seat="dalvora", steps=steps),))))
    for order in orders if turns else ():
        exercise.submit(order)
    for _ in range(turns):
        exercise.advance()
    return seen(exercise.view(seat), () if turns else orders)


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


def test_seats_without_a_guide_have_no_coach():
    assert advice(scene(READ, seat="orsenia"), ()) is None


def test_the_tutorial_guides_every_nation_first_the_one_that_is_suggested():
    assert [guide.seat for guide in tutorial().guides] == [nation.id for nation in tutorial().nations]
