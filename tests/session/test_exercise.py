"""An exercise: turns, edges, orders, ENDEX and the horizon; and the same digest however it is played."""

import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.session.sessions import everywhere, header, play, record, tutorial
from wargame.engine.crisis import Crisis
from wargame.model import happenings as happened
from wargame.model.clock import DAY, HOUR
from wargame.model.decisions.consultation import CallConsultation, MeasureText, TableMeasure
from wargame.model.decisions.diplomacy import CommitPublicly
from wargame.model.decisions.excon import EndExercise
from wargame.model.decisions.intelligence import StateProbability
from wargame.model.event import Event
from wargame.model.folding import fold
from wargame.model.plain import line
from wargame.model.record import Order
from wargame.model.scenario import EXCON, playing_seats
from wargame.rules.options import options
from wargame.rules.redact import redact
from wargame.session.exercise import Exercise
from wargame.session.refusal import Refused
from wargame.session.seating import Players
from wargame.session.table import Table

# --- turns ---------------------------------------------------------------------------------------------------


def test_the_tutorial_is_twelve_turns_of_a_day_and_runs_on_to_its_horizon():
    whole = record(1, "idle")
    assert not [event for event in whole.events if type(event.body) in happened.FLASH]
    assert [done.turn.edge for done in whole.played] == [day * DAY for day in range(24)]
    assert whole.turns == 12
    assert whole.played[-1].ended == 24 * DAY
    assert [type(event.body) for event in whole.events[-1:]] == [happened.HorizonReached]


def test_a_flash_event_makes_a_new_edge_at_its_own_instant():
    for seed in range(60):
        whole = record(seed, "idle")
        for done, after in zip(whole.played, whole.played[1:], strict=False):
            flash = [event.time for event in done.events if type(event.body) in happened.FLASH]
            if flash:
                assert after.turn.edge == done.ended == flash[0]
                return
    pytest.fail("no session with a flash event")


def test_play_ends_when_the_objective_is_decided():
    longer = replace(tutorial(), last_day=24.0)
    for seed in range(40):
        exercise = Table(Exercise(replace(header(seed), scenario=longer)), everywhere("idle")).play()
        decided = [event.time for event in exercise.events if isinstance(event.body, happened.ObjectiveDecided)]
        ended = next(event for event in exercise.events if isinstance(event.body, happened.ExerciseEnded))
        if decided and decided[0] < 23 * DAY:
            assert ended.body.reason == "objective_decided"
            assert decided[0] <= ended.time < decided[0] + DAY
            return
        assert ended.body.reason == "last_day"
    pytest.fail("no session in which the objective was decided")


def test_exercise_control_ends_play_and_computer_players_take_every_seat():
    exercise = Exercise(header(22))
    exercise.advance()
    exercise.submit(Order(seat=EXCON, decision=EndExercise()))
    exercise.advance()
    assert exercise.phase == "after"
    assert exercise.record.turns == 2
    Table(exercise, Players()).play()
    ended = next(event for event in exercise.events if isinstance(event.body, happened.ExerciseEnded))
    assert ended.body.reason == "excon"
    assert exercise.edge == 24 * DAY


def test_after_endex_the_players_who_sat_there_make_no_difference():
    """The same play has the same end: `doctrine` takes every seat, whoever sat there before."""
    exercise = Exercise(header(23))
    Table(exercise, everywhere("idle")).play()
    alone = Exercise(header(23))
    while alone.phase == "play":
        alone.advance()
    assert Table(alone, Players()).play().digest == exercise.digest


def test_nothing_can_be_ordered_and_no_turn_played_when_it_is_over():
    exercise = play(24, "idle")
    with pytest.raises(Refused, match="over"):
        exercise.submit(Order(seat="hq", decision=CallConsultation()))
    with pytest.raises(Refused, match="over"):
        exercise.advance()


# --- orders --------------------------------------------------------------------------------------------------


def test_an_order_is_refused_with_its_reason_and_changes_nothing():
    exercise = Exercise(header(25))
    text = MeasureText(kind="deploy", place="port-ardel", strength=3.0)
    with pytest.raises(Refused, match="call a consultation first"):
        exercise.submit(Order(seat="orsenia", decision=TableMeasure(measure=text)))
    assert exercise.staged("orsenia") == []


def test_orders_are_carried_out_by_seat_whoever_gave_them_first():
    def digest(seats):
        exercise = Exercise(header(26))
        for seat in seats:
            exercise.submit(Order(seat=seat, decision=CallConsultation()))
        return exercise.advance().digest

    assert digest(["dalvora", "altmora"]) == digest(["altmora", "dalvora"])


def test_the_second_ally_to_call_the_council_learns_that_it_came_to_nothing():
    exercise = Exercise(header(26))
    for seat in ("altmora", "dalvora"):
        exercise.submit(Order(seat=seat, decision=CallConsultation()))
    exercise.advance()
    first, second = (exercise.view(seat).situation for seat in ("dalvora", "altmora"))
    assert first.failures == []
    assert [order for _, _, order, _ in second.failures] == ["call_consultation"]
    assert second.capital.get("altmora") is None


def test_a_turns_orders_share_one_purse_and_six_places():
    exercise = Exercise(header(27))
    exercise.submit(Order(seat="dalvora", decision=CommitPublicly()))
    with pytest.raises(Refused, match="same subject"):
        exercise.submit(Order(seat="dalvora", decision=CommitPublicly()))
    exercise.withdraw("dalvora")
    assert exercise.staged("dalvora") == []


def test_what_an_order_answers_must_be_in_the_seats_own_log():
    exercise = Exercise(header(27))
    order = Order(seat="dalvora", decision=StateProbability(probability=0.5), answers=10**6)
    with pytest.raises(Refused, match="no event 1000000"):
        exercise.submit(order)


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10**6), data=st.data())
def test_any_legal_decisions_in_any_order_never_crash(seed, data):
    """And the seat that gave them always finds what came of each: an event of its own, or a failure."""
    exercise = Exercise(header(seed))
    while exercise.phase == "play":
        for seat in playing_seats(exercise.scenario):
            open_to_it = options(exercise.view(seat), exercise.staged(seat))
            if open_to_it and data.draw(st.booleans()):
                exercise.submit(Order(seat=seat, decision=data.draw(st.sampled_from(open_to_it))))
        exercise.advance()


# --- the same, however it is played --------------------------------------------------------------------------


@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_the_fold_of_the_log_is_what_was_live(seed):
    exercise = play(seed, "random")
    assert fold(exercise.scenario, exercise.events) == exercise.crisis.world.situation
    for seat in playing_seats(exercise.scenario):
        view = exercise.view(seat)
        assert fold(redact(exercise.scenario, seat), view.log) == view.situation


@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 10**6), cuts=st.lists(st.integers(1, 20 * DAY), max_size=30))
def test_how_the_clock_is_cut_into_runs_makes_no_difference(seed, cuts):
    def events(stops):
        crisis = Crisis(tutorial(), seed)
        for stop in sorted(stops):
            crisis.world.run_to(stop, stop_at_flash=False)
        return crisis.world.log

    assert events([*cuts, 20 * DAY]) == events([20 * DAY])


@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_everything_stored_is_rounded_so_that_it_reads_back_as_it_was(seed):
    def visit(value):
        if isinstance(value, float):
            assert value == round(value, 6)
        elif isinstance(value, tuple):
            for each in value:
                visit(each)
        elif hasattr(value, "__dataclass_fields__"):
            for name in value.__dataclass_fields__:
                visit(getattr(value, name))

    for event in play(seed, "random").events:
        visit(event)


def test_the_digest_covers_orders_and_events_but_no_rationale():
    first = Exercise(header(28))
    first.submit(Order(seat="dalvora", decision=CallConsultation(), rationale="they mass at the border"))
    second = Exercise(replace(header(28), engine="another", run=0))
    second.submit(Order(seat="dalvora", decision=CallConsultation()))
    third = Exercise(header(28))
    assert first.advance().digest == second.advance().digest != third.advance().digest


def test_another_hash_seed_and_another_process_make_the_same_digest():
    here = record(29).played[-1].digest
    code = "from tests.session.sessions import record; print(record(29).played[-1].digest)"
    for hash_seed in ("0", "12345"):
        there = subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": hash_seed, "PATH": ""},
            capture_output=True,
            text=True,
            check=True,
        )
        assert there.stdout.strip() == here


# --- causes --------------------------------------------------------------------------------------------------


def cause_chain(events: list[Event], event: Event):
    while event.cause is not None:
        event = events[event.cause - 1]
        yield event


@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 10**6), player=st.sampled_from(["random", "doctrine"]))
def test_every_event_but_exogenous_ones_names_an_earlier_cause(seed, player):
    for event in play(seed, player).events:
        if type(event.body) in happened.EXOGENOUS:
            conditional = isinstance(event.body, happened.InjectFired)  # an inject may follow what happened
            assert event.cause is None or conditional
        else:
            assert event.cause is not None, event.body.kind
            assert event.cause < event.id


@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 10**6), player=st.sampled_from(["random", "doctrine"]))
def test_from_a_capable_force_the_causes_lead_back_to_an_indication(seed, player):
    events = play(seed, player).events
    for event in events:
        if isinstance(event.body, happened.ForceCapable) and event.measure is not None:
            kinds = [each.body.kind for each in cause_chain(events, event)]
            if "move_ordered" in kinds:
                continue  # lift that a movement under national command had set free
            assert "indicator_shown" in kinds
            assert {"force_arrived", "force_loaded", "measure_tabled", "council_convened"} <= set(kinds)
            # A mandate that came later than the order is the last prerequisite, and does not go back to the order.
            assert {"activation_ordered", "mandate_decided"} & set(kinds)


def test_events_are_in_order_of_time_and_their_lines_are_plain_ascii():
    events = record(30).events
    assert [event.time for event in events] == sorted(event.time for event in events)
    assert all(line(event).isascii() for event in events)
    assert events[-1].time == 24 * DAY
    assert HOUR * 24 == DAY
