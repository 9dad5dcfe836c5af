"""docs/model.md 8.7: national aims, each from a log written by hand."""

from dataclasses import replace
from typing import Any

import pytest

from tests.scoring.logs import OWNERS, Log
from tests.worlds import crisis, nation
from wargame.model import aims
from wargame.model import happenings as happened
from wargame.model.decisions.consultation import MeasureText
from wargame.model.scenario import Scenario
from wargame.rules.expenses import defence_spending
from wargame.scoring.aims import JUDGES
from wargame.scoring.score import score

DAY = 24.0


def with_aim(kind: type, who: str = "south", **fields: Any) -> Scenario:
    return nation(crisis(), who, aims=(kind(id="a", text="An aim.", **fields),))


def points(log: Log, kind: type, who: str = "south", **fields: Any) -> float:
    """How far an aim of south's, or another's, was reached."""
    scored = score(with_aim(kind, who, **fields), log)
    (seat,) = [seat for seat in scored.seats if seat.seat == who]
    (aim,) = seat.aims
    return aim.points


def log_of(days: float = 20.0) -> Log:
    log = Log()
    log.adversary()
    if days:
        log.end(days * DAY)
    return log


def sending(*forces: str, days: float = 20.0, capable: float | None = None) -> Log:
    """Forces activated after 24 h, capable after so many hours, until the end."""
    log = log_of(0.0)
    ordered = log.activate(24.0, log.table(1.0, log[0]), *forces)
    for force in forces:
        if capable is None:
            break
        log.add(capable, happened.ForceCapable(force=force, strength=1.0, effective=1.0), ordered, "m1")
    log.end(days * DAY)
    return log


# --- what it means to have aims ------------------------------------------------------------------------------


def test_8_7_every_kind_of_aim_has_a_judge() -> None:
    from typing import get_args

    assert set(JUDGES) == set(get_args(get_args(aims.Aim)[0]))


def test_8_7_a_seat_has_the_mean_of_its_aims_and_a_session_that_of_its_members() -> None:
    """South reaches one of two, west its only one, north has none: 50, 100 and 75."""
    none, one = aims.NoCommitment(id="n", text="-"), aims.Lead(id="l", text="-", act="call")
    scenario = nation(nation(crisis(), "south", aims=(none, one)), "west", aims=(replace(none, id="m"),))
    scored = score(scenario, log_of())
    assert {seat.seat: seat.national_aims for seat in scored.seats} == {"north": None, "south": 50.0, "west": 100.0}
    assert scored.scores.national_aims == 75.0


def test_8_7_a_scenario_without_aims_has_no_score_for_them() -> None:
    assert score(crisis(), log_of()).scores.national_aims is None


# --- forces --------------------------------------------------------------------------------------------------


def test_8_7_to_keep_forces_at_home_is_lost_when_all_are_away() -> None:
    """South has 2.7 BE; .8 of them may go."""
    sent = {0: (), 1: ("s-para",), 2: ("s-para", "s-tank"), 4: ("s-para", "s-tank", "s-rear", "s-isle")}
    kept = {
        number: points(sending(*forces), aims.KeepForcesHome, most=0.8) for number, forces in sent.items() if forces
    }
    assert kept == {1: 100.0, 2: round(100 * (1 - 1.0 / 1.9), 2), 4: 0.0}
    assert points(log_of(), aims.KeepForcesHome, most=0.8) == 100.0


def test_8_7_only_what_is_away_at_one_time_counts_and_what_the_players_sent() -> None:
    log = log_of(0.0)
    first, second = log.table(1.0, log[0], "m1"), log.table(1.0, log[0], "m2")
    log.activate(24.0, first, "s-para", measure="m1")
    log.add(48.0, happened.MovementRefused(force="s-para", strength=0.8, reason="-"), log[-1], "m1")
    log.activate(48.0, second, "s-rear", measure="m2")
    log.endex(50.0)
    log.activate(60.0, second, "s-tank", measure="m2")
    log.end(480.0)
    assert points(log, aims.KeepForcesHome, most=0.8) == 100.0


def test_8_7_to_send_forces_is_to_have_them_capable() -> None:
    assert points(sending("s-para"), aims.SendForces, least=0.8) == 0.0
    assert points(sending("s-para", capable=100.0), aims.SendForces, least=0.8) == 100.0
    assert points(sending("s-para", capable=100.0), aims.SendForces, least=1.6) == 50.0


def test_8_7_to_be_recognised_is_to_stand_for_a_share_of_the_brigade_days_capable() -> None:
    """South's 1 BE beside west's 1, from the same hour."""
    both = sending("s-tank", "w-mech", capable=100.0)
    assert points(both, aims.BeRecognised, share=0.5) == 100.0
    assert points(both, aims.BeRecognised, share=1.0) == 50.0
    assert points(log_of(), aims.BeRecognised, share=0.2) == 0.0


def test_8_7_allied_forces_on_its_soil_halve_it_for_each_brigade() -> None:
    log = sending("s-tank", "w-mech")
    end = log.pop()
    for force in ("s-tank", "w-mech", "n-guard"):
        log.add(100.0, happened.ForceArrived(force=force, place="gate", debarked=True), log[-1], "m1")
    log.append(replace(end, id=len(log) + 1))
    scenario = with_aim(aims.HostNoForces, "north")
    places = tuple(replace(each, owner="north" if each.id == "gate" else None) for each in scenario.theatre.locations)
    scored = score(replace(scenario, theatre=replace(scenario.theatre, locations=places)), log)
    assert scored.seats[0].aims[0].points == 25.0
    assert points(log, aims.HostNoForces, "north") == 100.0  # nobody's soil


# --- words and measures --------------------------------------------------------------------------------------


def test_8_7_to_lead_is_to_be_first_and_those_of_one_instant_are_first_together() -> None:
    log = log_of(0.0)
    measure = log.table(1.0, log[0])
    for hours, force in [(10.0, "w-mech"), (20.0, "s-para"), (20.0, "n-guard")]:
        log.add(hours, happened.ForceOffered(nation=OWNERS[force[0]], force=force), measure, "m1")
    log.end(480.0)
    found = {who: points(log, aims.Lead, who, act="offer") for who in ("north", "south", "west")}
    assert found == {"north": 50.0, "south": 50.0, "west": 100.0}
    assert points(log, aims.Lead, "north", act="table") == 100.0
    assert points(log, aims.Lead, "south", act="table") == 0.0
    assert points(log, aims.Lead, "south", act="commit") == 0.0


def measures(*fates: happened.Body | None, at: float = 240.0, kind: Any = "sanctions") -> Log:
    log = log_of(0.0)
    for number, fate in enumerate(fates, 1):
        tabled = log.table(24.0, log[0], f"m{number}", MeasureText(kind=kind))
        if fate is not None:
            log.add(at, fate, tabled, f"m{number}")
    log.endex(480.0)
    log.end(960.0)
    return log


ADOPTED, FAILED = happened.MeasureAdopted(unanimous=True), happened.MeasureFailed(by=("west",))


@pytest.mark.parametrize(
    ("fates", "wanted", "unwanted"),
    [((), 0.0, 100.0), ((FAILED,), 25.0, 100.0), ((None, FAILED), 50.0, 100.0), ((FAILED, ADOPTED), 100.0, 25.0)],
)
def test_8_7_a_measure_wanted_or_not(fates: tuple[Any, ...], wanted: float, unwanted: float) -> None:
    """Adopted on day 10 of 20: half of half of the points for whoever did not want it."""
    assert points(measures(*fates), aims.MeasureWanted, measure="sanctions") == wanted
    assert points(measures(*fates), aims.MeasureUnwanted, measure="sanctions") == unwanted
    assert points(measures(*fates, kind="statement"), aims.MeasureWanted, measure="sanctions") == 0.0


def test_8_7_no_public_commitment() -> None:
    log = log_of(0.0)
    log.add(120.0, happened.StatementMade(by="west", commits=True), log[0])
    log.add(120.0, happened.StatementMade(by="south", commits=False), log[0])
    log.endex(480.0)
    assert points(log, aims.NoCommitment) == 100.0
    assert points(log, aims.NoCommitment, "west") == 12.5  # half of a quarter


def test_8_7_alert_and_rung_by_the_share_of_time() -> None:
    """Alert 2 from day 5 to 10 of 20, 1 before and after; rung 5 from day 30 of 40."""
    log = log_of(0.0)
    for days, level in [(1, 1), (5, 2), (10, 1), (25, 3)]:
        if days > 20:
            log.endex(480.0)
        log.add(days * DAY, happened.AlertDeclared(level=level), log[0])
    log.rung(30 * DAY, 3, 5)
    log.end(40 * DAY)
    assert points(log, aims.AlertAtMost, level=1) == 75.0
    assert points(log, aims.AlertAtMost, level=0) == 5.0
    assert points(log, aims.AlertAtMost, level=2) == 100.0
    assert points(log, aims.RungAtMost, rung=4) == 75.0
    assert points(log, aims.RungAtMost, rung=5) == 100.0


# --- what became of it ---------------------------------------------------------------------------------------


def test_8_7_an_objective_held_and_nothing_conceded() -> None:
    log = log_of()
    log.add(500.0, happened.ObjectiveContested(objective="gate", held=0.3), log[0])
    assert points(log, aims.ObjectiveHeld, objective="gate") == 70.0
    assert points(log, aims.NoConcession) == 100.0


# --- at home -------------------------------------------------------------------------------------------------


def test_8_7_support_capital_and_money() -> None:
    """South begins with support .6 and capital 10, and spends two days of its defence budget."""
    log = log_of(0.0)
    south = next(each for each in crisis().nations if each.id == "south")
    amount = 2 * defence_spending(south)
    log.add(10.0, happened.MoneySpent(nation="south", amount=amount, on="relief"), log[0])
    log.add(20.0, happened.CapitalSpent(nation="south", spent=4.0, left=6.0), log[0])
    log.endex(20.0)
    log.add(480.0, happened.SupportMoved(nation="south", change=-0.3, support=0.3, capital=9.0, why="inject"), log[0])
    assert points(log, aims.SupportAtLeast, level=0.6) == 50.0
    assert points(log, aims.SupportAtLeast, level=0.3) == 100.0
    assert points(log, aims.CapitalAtLeast, amount=8.0) == 75.0
    assert points(log, aims.CapitalAtLeast, amount=6.0) == 100.0
    assert points(log, aims.SpendAtMost, amount=amount) == 100.0
    assert points(log, aims.SpendAtMost, amount=amount / 2) == 50.0


def test_8_7_reports_shared_or_kept() -> None:
    """South releases one of its four."""
    log = log_of(0.0)
    for number in range(1, 5):
        log.report(10.0, 10.0 + number, f"r{number}", nation="south")
    log.add(20.0, happened.ReportReleased(nation="south", report="r1", to="west"), log[-1])
    log.end(480.0)
    assert points(log, aims.ShareReports, share=0.5) == 50.0
    assert points(log, aims.ShareReports, share=0.25) == 100.0
    assert points(log, aims.KeepSources, share=0.25) == 100.0
    assert points(log, aims.KeepSources, share=0.0) == 75.0
    assert points(log, aims.ShareReports, "west", share=0.5) == 0.0
