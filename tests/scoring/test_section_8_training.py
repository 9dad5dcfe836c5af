"""docs/model.md 8.9: training objectives, rated from logs written by hand."""

import pytest

from tests.scoring.logs import Log, whole_chain
from tests.worlds import crisis
from wargame import __version__
from wargame.files.scenarios import load_scenario
from wargame.model import happenings as happened
from wargame.model.occasion import Deadline, Occasion
from wargame.model.record import Header
from wargame.model.training import ExpectedAction, TrainingObjective
from wargame.scoring.score import score
from wargame.scoring.training import Done, TrainingScore, rating
from wargame.session.exercise import Exercise
from wargame.session.seating import players, seat
from wargame.session.table import Table

WARNED = Occasion(event="warning_issued")


def rated(log: Log, *actions: ExpectedAction, seats: tuple[str, ...] = ("allies",)) -> TrainingScore:
    goal = TrainingObjective(id="goal", text="A goal.", seats=seats, actions=actions)
    (scored,) = score(crisis(training=(goal,)), log).training
    return scored


def call(hours: float, **fields: object) -> ExpectedAction:
    """To call the council within so many hours of a warning."""
    by_when = Deadline(hours=hours, after=WARNED)
    return ExpectedAction(does=Occasion(event="consultation_called"), by_when=by_when, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("done", "given"),
    [
        (["in_time"], "P"),
        (["in_time", "no_occasion"], "P"),
        (["in_time", "late"], "S"),
        (["late"], "S"),
        (["in_time", "in_time", "not_done"], "S"),
        (["in_time", "not_done"], "M"),
        (["late", "not_done"], "U"),
        (["in_time", "not_done", "not_done"], "M"),
        (["not_done"], "U"),
        (["in_time", "too_late"], "M"),
        (["in_time", "not_yet"], "P"),
        (["no_occasion"], None),
        ([], None),
    ],
)
def test_8_9_the_rating_follows_from_the_marks(done: list[Done], given: str | None) -> None:
    assert rating(done) == given


def test_8_9_an_action_in_time_is_cited_with_its_event() -> None:
    """Warned after 10 h, called after 12."""
    log = whole_chain()
    scored = rated(log, call(6.0))
    (evidence,) = scored.evidence
    assert (scored.rating, evidence.done) == ("P", "in_time")
    assert log[evidence.event - 1].body.kind == "consultation_called"
    assert (evidence.time, evidence.due) == (12 * 3600, 16 * 3600)


def test_8_9_an_action_is_late_within_its_grace_and_of_no_use_after_it() -> None:
    assert rated(whole_chain(), call(1.0)).rating == "S"
    too_late = rated(whole_chain(), call(1.0, late=0.5))
    assert (too_late.rating, too_late.evidence[0].done) == ("U", "too_late")
    assert too_late.evidence[0].event is not None  # it shows how late


def test_8_9_while_play_goes_on_what_is_not_too_late_is_not_judged() -> None:
    log = Log()
    log.warn(10.0, log.report(2.0, 5.0), "r1")
    log.turn(20.0, 2)
    assert rated(log, call(6.0)).evidence[0].done == "not_yet"
    assert rated(log, call(6.0, late=1.0)).evidence[0].done == "not_done"


def test_8_9_what_is_due_only_after_play_has_ended_had_no_occasion() -> None:
    """Warned at 10 h, play ended at 21 h: a call due at 16 h was not made, one due at 22 h might have been."""
    log = Log()
    log.warn(10.0, log.report(2.0, 5.0), "r1")
    log.endex(21.0)
    log.end(100.0)
    scored = rated(log, call(12.0))
    assert (scored.rating, scored.evidence[0].done, scored.evidence[0].due) == (None, "no_occasion", 22 * 3600)
    assert rated(log, call(6.0)).rating == "U"
    assert rated(log, call(12.0), ExpectedAction(does=Occasion(event="warning_issued"))).rating == "P"


def test_8_9_without_its_occasion_an_action_is_not_judged() -> None:
    log = Log()
    log.meet(8.0, 20.0, log.report(2.0, 5.0))
    scored = rated(log, call(6.0))
    assert (scored.rating, scored.evidence[0].done) == (None, "no_occasion")


def test_8_9_who_has_done_it_before_the_occasion_is_in_time_unless_it_must_answer_it() -> None:
    log = Log()
    log.meet(4.0, 20.0, log.report(2.0, 3.0))
    log.warn(10.0, log[1], "r1")
    log.end(100.0)
    assert rated(log, call(6.0)).rating == "P"
    assert rated(log, call(6.0, only_after=True)).rating == "U"


def test_8_9_only_the_seats_that_are_trained_count() -> None:
    """North called; the commander activated, of which the event names nobody."""
    log = whole_chain()
    assert rated(log, call(6.0), seats=("north",)).rating == "P"
    assert rated(log, call(6.0), seats=("south", "hq")).rating == "U"
    activated = ExpectedAction(does=Occasion(event="activation_ordered"))
    assert rated(log, activated, seats=("commander",)).rating == "P"
    by_north = ExpectedAction(does=Occasion(event="consultation_called", by="north"))
    assert rated(log, by_north, seats=("hq",)).rating == "P"  # whoever it is by is said


def test_8_9_a_force_that_is_capable_under_a_measure_is_the_commanders_merit_too() -> None:
    capable = ExpectedAction(does=Occasion(event="force_capable"))
    for seats in (("commander",), ("south",)):
        assert rated(whole_chain(), capable, seats=seats).rating == "P"
    assert rated(whole_chain(), capable, seats=("hq",)).rating is None  # not seen, and no deadline has passed


def test_8_9_what_the_council_did_is_any_members_merit() -> None:
    met = ExpectedAction(does=Occasion(event="council_convened"), by_when=Deadline(hours=24.0))
    assert rated(whole_chain(), met, seats=("west",)).rating == "P"
    assert rated(whole_chain(), met, seats=("red",)).rating == "U"


def test_8_9_what_came_after_endex_is_not_the_players() -> None:
    log = Log()
    log.adversary()
    log.endex(5.0)
    log.meet(12.0, 20.0, log.warn(10.0, log.report(6.0, 7.0), "r1"))
    assert rated(log, ExpectedAction(does=Occasion(event="consultation_called"))).rating == "U"


def test_8_9_exercise_control_can_give_another_rating_and_the_derived_one_stays() -> None:
    log = whole_chain()
    given = happened.AdjudicationOverridden(training="goal", outcome="M", reason="They were told to.")
    log.add(131.0, given, log[0])
    scored = rated(log, call(6.0))
    assert (scored.rating, scored.derived, scored.reason) == ("M", "P", "They were told to.")


@pytest.mark.parametrize(("scenario", "seeds"), [("tutorial", 12), ("narrow-sea", 6), ("great-alliance", 2)])
def test_8_9_whatever_a_scenario_expects_is_done_in_time_by_somebody(scenario: str, seeds: int) -> None:
    """An action that no seat can be seen to take would rate everybody down, whatever they do."""
    loaded = load_scenario(scenario)
    expected = {(each.id, index) for each in loaded.training for index, _ in enumerate(each.actions)}
    for seed in range(1, seeds + 1):
        exercise = Exercise(Header(engine=__version__, scenario=loaded, seed=seed))
        Table(exercise, players(loaded, seat(loaded, ["*=doctrine"]))).play()
        for goal in score(loaded, exercise.record.events).training:
            expected -= {(goal.objective, index) for index, each in enumerate(goal.evidence) if each.done == "in_time"}
    assert not expected
