"""docs/model.md 9.6: whether a turn gives a seat anything to decide."""

from dataclasses import fields

import pytest

from tests.session.sessions import record
from tests.worlds import crisis, report_received, view_of
from wargame.model import happenings as happened
from wargame.model.decisions import KINDS as DECISIONS
from wargame.model.decisions.consultation import MeasureText
from wargame.model.event import ALLIES, EVERYONE, KINDS, Audience, Event
from wargame.model.view import View
from wargame.replay.idleness import desks, idle_turns
from wargame.rules.idleness import CALLS, What, answerable

DEPLOY = MeasureText(kind="deploy", place="gate", strength=1.0)
TURN = happened.TurnBegan(turn=2)


def seen(seat: str, *steps: tuple[happened.Body, Audience, str | None]) -> View:
    """What a seat sees after these, on the edge of turn 2, when no statement is due."""
    events = [
        Event(id=number, time=3600 * number, cause=None, measure=measure, audience=audience, body=body)
        for number, (body, audience, measure) in enumerate([*steps, (TURN, EVERYONE, None)], 1)
    ]
    return view_of(crisis(), seat, events)


def calls(view: View, since: int = 0) -> set[What]:
    return answerable(view, since)


MET = (
    (happened.ConsultationCalled(nation="north"), ALLIES, None),
    (happened.CouncilConvened(), ALLIES, None),
)
TABLED = (*MET, (happened.MeasureTabled(by="north", text=DEPLOY), ALLIES, "m1"))


def test_9_6_the_table_names_events_and_decisions_that_there_are() -> None:
    assert CALLS.keys() <= KINDS.keys()
    assert {answer for rule in CALLS.values() for answer in rule.answers} <= DECISIONS.keys()
    for kind, rule in CALLS.items():
        for name in (rule.mine, rule.others, *rule.about):
            assert name in ("", "measure", *(each.name for each in fields(KINDS[kind]))), (kind, name)


def test_9_6_nothing_to_answer_is_an_idle_turn() -> None:
    assert calls(seen("south")) == set()


def test_9_6_in_a_turn_in_which_a_statement_is_due_there_is_a_deadline() -> None:
    view = view_of(crisis(), "south", [Event(id=1, time=0, audience=EVERYONE, body=happened.TurnBegan(turn=5))])
    assert calls(view) == {"deadline"}


def test_9_6_a_proposal_calls_on_those_who_have_not_said_where_they_stand() -> None:
    view = seen("south", *TABLED)
    assert "proposal" in calls(view)
    assert "proposal" in calls(view, since=len(view.log))  # it waits
    stood = (happened.PositionTaken(nation="south", position="accept"), ALLIES, "m1")
    answered = seen("south", *TABLED, stood)
    assert calls(answered, since=len(answered.log)) == set()


def test_9_6_an_answer_that_cannot_be_paid_for_is_none() -> None:
    """A meeting calls for a text; where somebody has tabled the only thing, and capital is spent, nothing answers."""
    warned = (happened.WarningIssued(nation="south", probability=0.5, reports=()), ("south",), None)
    assert calls(seen("south", warned)) == {"report"}
    poor = (happened.CapitalSpent(nation="south", spent=10.0, left=0.0), ("south",), None)
    assert calls(seen("south", warned, poor)) == set()


def report(nation: str = "south", label: str = "r1") -> happened.ReportReceived:
    return report_received(nation, label)


def test_9_6_a_new_report_can_be_released_an_old_one_calls_for_nothing_more() -> None:
    view = seen("south", (report(), ("south",), None))
    assert calls(view) == {"report"}
    assert calls(view, since=len(view.log)) == set()


def test_9_6_what_concerns_another_calls_for_nothing() -> None:
    asked = happened.InformationRequested(by="south", to="north", about="logistics", deadline=10**6)
    step = (asked, ("north", "south"), None)
    held = (report("south"), ("south",), None)
    assert "request" not in calls(seen("south", held, step))
    mine = (report("north"), ("north",), None)
    assert "request" in calls(seen("north", mine, step))


def test_9_6_a_change_of_alert_calls_for_readiness() -> None:
    assert calls(seen("south", (happened.AlertDeclared(level=1), EVERYONE, None))) == {"alert"}


@pytest.mark.parametrize("player", ["doctrine", "idle"])
def test_9_6_a_session_has_a_desk_for_every_seat_and_turn_of_play(player: str) -> None:
    session = record(4, player)
    found = list(desks(session))
    assert len(found) == 3 * session.turns
    counted = idle_turns(session)
    assert {seat: turns for seat, (_, turns) in counted.items()} == dict.fromkeys(counted, session.turns)
    assert sum(desk.idle for desk in found) == sum(idle for idle, _ in counted.values())
    assert all("deadline" in desk.calls for desk in found if desk.turn in (1, 5, 9))


def test_9_6_a_desk_is_judged_on_what_the_seat_knew_before_its_orders() -> None:
    """In its first turn nobody has tabled anything yet."""
    first = [desk for desk in desks(record(4)) if desk.turn == 1]
    assert all("proposal" not in desk.calls for desk in first)
