"""What computer governments and the Secretary-General do in the council: standing down, asking for no more than is
lacking, pressing where it helps (docs/model.md 6.13, 6.14, 6.18, 7.21).
"""

from dataclasses import replace
from typing import Any

import pytest

from tests.scoring.logs import Log
from tests.worlds import at, crisis, view_of
from tests.worlds import nation as with_nation
from wargame.model import happenings as happened
from wargame.model.decisions import Decision
from wargame.model.decisions.consultation import ChangeVenue, MeasureText, TableMeasure, TakePosition
from wargame.model.decisions.forces import HastenMandate, MoveForce
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


# --- how much it asks for ------------------------------------------------------------------------------------

SURE = (0.0, 0.0, 0.0, 3.0, 3.0)
"""An attack is very likely (93 %)."""


def reinforced(*forces: str, odds: tuple[float, ...] = SURE) -> Log:
    """North, whose Gate is defended by 1.5 BE, had 4.5 BE agreed to; these forces go there under the measure."""
    log = Log()
    log.turn(24.0, 2)
    warned = log.warn(24.0, log.add(24.0, happened.Assessed(nation="north", log_odds=odds), log[0]), nation="north")
    convened = log.meet(26.0, 30.0, warned, "north")
    text = MeasureText(kind="deploy", place="gate", strength=4.5)
    made = log.add(30.0, happened.MeasureTabled(by="north", text=text), convened, "m1")
    log.add(50.0, happened.MeasureAdopted(unanimous=True), made, "m1")
    if forces:
        log.activate(60.0, made, *forces)
    log.turn(72.0, 3)
    return log


def asked_for(log: Log, seat: str = "north", scenario: Scenario | None = None) -> list[float | None]:
    tables = [each.measure for each in orders(log, seat, scenario) if isinstance(each, TableMeasure)]
    return [each.strength for each in tables if each.kind == "deploy"]


def test_near_an_attack_it_asks_for_as_much_again_less_what_is_coming_beyond_the_first():
    """Enough is 4.5; twice that is 9. Of 2.8 BE on their way 6.2 are lacking, of which it asks for 4.5."""
    assert asked_for(reinforced("s-tank", "s-para", "w-mech")) == [4.5]
    small = crisis(objectives=(replace(crisis().objectives[0], defence=0.6),))
    assert asked_for(reinforced("s-tank", "s-para", "w-mech"), scenario=small) == [0.8]  # of 3.6 lacking 2.8
    smaller = crisis(objectives=(replace(crisis().objectives[0], defence=0.5),))
    assert asked_for(reinforced("s-tank", "s-para", "w-mech"), scenario=smaller) == []  # of 3.0 lacking .2


def test_while_the_first_waits_for_its_forces_and_while_no_attack_is_near_it_asks_for_no_more():
    assert asked_for(reinforced()) == []
    assert asked_for(reinforced("s-tank", odds=(0.0, 0.0, 0.0, 0.0, 0.0))) == []  # 40 %


def test_what_was_refused_on_its_way_is_not_coming():
    small = crisis(objectives=(replace(crisis().objectives[0], defence=0.6),))
    log = reinforced("s-tank", "s-para", "w-mech")
    log.add(70.0, happened.MovementRefused(force="w-mech", strength=1.0, reason="no way leads to gate"), log[-1], "m1")
    log.turn(80.0, 4)
    assert asked_for(log, scenario=small) == [1.8]


def test_once_the_objective_is_decided_it_asks_for_nothing():
    log = reinforced("s-tank")
    began = log.add(73.0, VIOLENCE["attack"], log[-1])
    log.add(90.0, happened.ObjectiveDecided(objective="gate", held=0.6), began)
    log.turn(90.0, 4)
    assert asked_for(log) == []


# --- sending home --------------------------------------------------------------------------------------------


def false_alarm(days: float) -> Log:
    """South's paras are at the Gate for an alarm proven false so many days ago; all is calm."""
    log = reinforced("s-para", odds=CALM)
    there = log.able(100.0, "s-para", log.bring("s-para", 80.0, 90.0, log[-1]))
    log.add(200.0, happened.Assessed(nation="south", log_odds=CALM), there)
    log.add(400.0, happened.AlarmProvenFalse(nations=("south",)), there, "m1")
    log.turn(400.0 + 24.0 * days, 20)
    return log


def test_what_stands_abroad_for_a_false_alarm_is_sent_home_after_a_week():
    home = MoveForce(force="s-para", to="sbase")
    assert home in orders(false_alarm(7.0), "south")
    assert home not in orders(false_alarm(6.9), "south")


def test_but_not_when_the_government_is_alarmed_again():
    log = false_alarm(7.0)
    log.add(log[-1].time / 3600, happened.Assessed(nation="south", log_odds=SURE), log[-1])
    assert not [each for each in orders(log, "south") if isinstance(each, MoveForce)]


# --- pressing parliament -------------------------------------------------------------------------------------


@pytest.mark.parametrize(("support", "presses"), [(0.6, True), (0.5, False)])
def test_parliament_is_pressed_where_it_would_agree(support: float, presses: bool):
    """West's stake of .5 makes .3 or .25 of its support; more than .25 are needed."""
    scenario = with_nation(crisis(), "west", support=support)
    log = reinforced()
    sought = log.add(60.0, happened.MandateSought(nation="west"), log[-1], "m1")
    log.add(70.0, happened.Assessed(nation="west", log_odds=SURE), sought)
    log.turn(72.0, 4)
    pressed = [each for each in orders(log, "west", scenario) if isinstance(each, HastenMandate)]
    assert bool(pressed) is presses
