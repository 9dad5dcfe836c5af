"""What computer governments and the Secretary-General do in the council: standing down, asking for no more than is
lacking, pressing where it helps (docs/model.md 6.13, 6.14, 6.18, 7.21).
"""

from typing import Any

import pytest

from tests.scoring.logs import Log
from tests.worlds import at, crisis, view_of
from wargame.model import happenings as happened
from wargame.model.decisions import Decision
from wargame.model.decisions.consultation import ChangeVenue, MeasureText, TakePosition
from wargame.model.event import Event
from wargame.model.scenario import Scenario
from wargame.players import PLAYERS

CALM = (0.0, -3.0, -3.0, -4.0, -5.0)
"""Log-odds of a staff that holds an attack to be remote."""


def orders(log: Log, seat: str, scenario: Scenario | None = None) -> list[Decision]:
    """What the book orders in the small crisis after these events."""
    view = view_of(scenario or crisis(), seat, log)
    return [order.decision for order in PLAYERS["doctrine"].decide(view, lambda: 0.5)]


def positions(log: Log, seat: str) -> list[str]:
    return [each.position for each in orders(log, seat) if isinstance(each, TakePosition)]


# --- standing down -------------------------------------------------------------------------------------------


def standing_down(kind: Any = "stand_down", **text: Any) -> tuple[Log, Event]:
    """South proposes to stand down from alert, with all staffs calm; West has agreed, silence runs."""
    log = Log()
    log.turn(24.0, 2)
    for nation in ("north", "south", "west"):
        log.add(24.0, happened.Assessed(nation=nation, log_odds=CALM), log[0])
    convened = log.meet(26.0, 30.0, log[-1], "south")
    log.add(30.0, happened.AlertDeclared(level=1), convened)
    made = log.add(36.0, happened.MeasureTabled(by="south", text=MeasureText(kind=kind, **text)), convened, "m1")
    log.add(40.0, happened.SilenceBegan(until=at(73)), made, "m1")
    log.add(40.0, happened.PositionTaken(nation="west", position="accept"), made, "m1")
    return log, made


VIOLENCE: dict[str, Any] = {
    "attack": happened.AttackBegan(adversary="redland", objective="gate"),
    "clash": happened.ClashHappened(adversary="redland", serious=False),
    "accusation": happened.AttackAttributed(nation="north", adversary="redland", means="cyber"),
}


@pytest.mark.parametrize("kind", VIOLENCE)
def test_a_government_takes_back_that_it_agreed_to_stand_down_when_there_is_violence(kind: str):
    log, _ = standing_down()
    log.turn(48.0, 3)
    assert positions(log, "west") == []
    log.add(50.0, VIOLENCE[kind], log[-1])
    log.turn(50.0, 4)
    assert positions(log, "west") == ["break"]


def test_before_silence_runs_it_abstains():
    log = Log()
    log.turn(24.0, 2)
    convened = log.meet(26.0, 30.0, log[-1], "south")
    log.add(30.0, happened.AlertDeclared(level=1), convened)
    log.add(36.0, happened.MeasureTabled(by="south", text=MeasureText(kind="stand_down")), convened, "m1")
    log.add(40.0, VIOLENCE["clash"], log[-1])
    log.turn(48.0, 3)
    assert positions(log, "west") == ["abstain"]


def test_violence_of_a_week_ago_and_what_services_take_for_an_accident_do_not_count():
    log, _ = standing_down()
    log.add(41.0, VIOLENCE["clash"], log[-1])
    log.turn(42.0 + 7 * 24, 3)
    noticed = happened.IncidentNoticed(nation="west", incident="h1", means="cyber", bite=0.5)
    log.add(43.0 + 7 * 24, noticed, log[-1])
    accident = happened.AttributionReached(nation="west", incident="h1", adversary=None, confidence=0.8)
    log.add(43.0 + 7 * 24, accident, log[-1])
    log.turn(44.0 + 7 * 24, 4)
    assert positions(log, "west") == []


def broken(by: str, kind: Any = "stand_down", **text: Any) -> Log:
    log, made = standing_down(kind, **text)
    taken = log.add(44.0, happened.PositionTaken(nation=by, position="break"), made, "m1")
    log.add(44.0, happened.SilenceBroken(by=(by,), until=at(116)), taken, "m1")
    log.turn(48.0, 3)
    return log


def venues(log: Log) -> list[tuple[str, ...]]:
    return [each.members for each in orders(log, "hq") if isinstance(each, ChangeVenue)]


def test_the_secretary_general_takes_what_one_ally_broke_to_the_others():
    assert venues(broken("west", "collective_defence")) == [("north", "south")]


@pytest.mark.parametrize("by", ["north", "west"])
def test_but_never_standing_down(by: str):
    assert venues(broken(by)) == []


def test_nor_anything_without_the_ally_that_it_is_to_help():
    """The Gate is North's."""
    assert venues(broken("north", "collective_defence")) == []
