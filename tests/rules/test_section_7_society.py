"""docs/model.md 7.23 to 7.28: money, sanctions, who flees where, relief, third parties, in closed form."""

from dataclasses import replace

import pytest

from tests.worlds import crisis, nation
from wargame.model import happenings as happened
from wargame.model.clock import DAY, HOUR
from wargame.model.event import Event
from wargame.model.folding import fold
from wargame.model.scenario import Agreement, Scenario, ThirdParty
from wargame.model.situation import Situation, opening
from wargame.rules.combat import backing, prefers_peace
from wargame.rules.expenses import spent
from wargame.rules.relief import contest, displaced, hosts, relief_hours, strain
from wargame.rules.sanctions import burden, cost_a_day, dearer, felt, sanction_bite

SCENARIO = crisis()
NORTH, SOUTH, WEST = SCENARIO.nations


def after(scenario: Scenario, *happenings: tuple[float, happened.Body]) -> Situation:
    """The situation after these happenings, each with its day."""
    return fold(
        scenario, [Event(id=1, time=round(day * DAY), audience=("all",), body=body) for day, body in happenings]
    )


def imposed(share: float, bite: float = 0.0) -> happened.SanctionsImposed:
    return happened.SanctionsImposed(nation="north", adversary="redland", share=share, bite=bite)


# --- 7.23, 7.24 money and sanctions --------------------------------------------------------------------------


def test_7_24_half_of_what_is_stopped_is_felt_after_sixty_days() -> None:
    situation = after(SCENARIO, (10, imposed(0.8)))
    assert felt(SCENARIO, situation, "north", "redland", 10 * DAY) == 0.0
    assert felt(SCENARIO, situation, "north", "redland", 70 * DAY) == pytest.approx(0.4)
    assert felt(SCENARIO, situation, "south", "redland", 70 * DAY) == 0.0


def test_7_24_when_they_are_lifted_they_are_forgotten_as_slowly() -> None:
    situation = after(SCENARIO, (10, imposed(0.8)), (70, imposed(0.0, bite=0.4)))
    assert felt(SCENARIO, situation, "north", "redland", 130 * DAY) == pytest.approx(0.2)


def test_7_24_the_bite_of_all_is_weighed_by_trade() -> None:
    """North has three times the trade of each of the others with Redland."""
    scenario = nation(SCENARIO, "north", trade=0.15)
    situation = after(scenario, (0, imposed(1.0)))
    assert sanction_bite(scenario, situation, "redland", 60 * DAY) == pytest.approx(0.5 * 3 / 5)
    nobody = replace(scenario, nations=tuple(replace(each, trade=0.0) for each in scenario.nations))
    assert sanction_bite(nobody, situation, "redland", 60 * DAY) == 0.0


def test_7_24_they_make_standing_on_a_rung_dearer_as_they_bite() -> None:
    """1 + `running` 2 times the bite: three times as dear to one that has lost all its trade."""
    situation = after(nation(SCENARIO, "north", trade=0.15), (0, imposed(1.0)))
    scenario = nation(SCENARIO, "north", trade=0.15)
    assert dearer(scenario, opening(scenario), "redland", 60 * DAY) == 1.0
    assert dearer(scenario, situation, "redland", 0) == 1.0
    assert dearer(scenario, situation, "redland", 60 * DAY) == pytest.approx(1.0 + 2.0 * 0.5 * 3 / 5)
    assert dearer(scenario, situation, "greyland", 60 * DAY) == 1.0


def test_7_24_a_patron_makes_them_bite_less() -> None:
    patron = ThirdParty(id="sorria", name="Sorria", kind="patron", leaning=-0.6)
    scenario = replace(SCENARIO, third_parties=(patron,))
    helped = happened.SanctionsUndermined(patron="sorria", adversary="redland")
    alone = after(scenario, (0, imposed(1.0)))
    under = after(scenario, (0, imposed(1.0)), (0, helped))
    whole = sanction_bite(scenario, alone, "redland", 60 * DAY)
    assert sanction_bite(scenario, under, "redland", 60 * DAY) == pytest.approx(whole * 0.7)


def test_7_24_they_cost_the_sender_three_tenths_of_its_trade() -> None:
    """A twentieth of North's trade: 1.5 % of 300 billion a year, half of it among partners in trade."""
    assert burden(SCENARIO, NORTH) == pytest.approx(0.015)
    assert cost_a_day(SCENARIO, NORTH, 0.5) == pytest.approx(0.015 * 0.5 * 300_000 / 365)
    treaty = Agreement(id="market", kind="trade_investment", parties=("north", "south"))
    assert burden(replace(SCENARIO, agreements=(treaty,)), NORTH) == pytest.approx(0.0075)


def test_7_23_what_a_nation_has_spent() -> None:
    """Ten days of sanctions after what it paid at once; a patron takes some of it over, but gives nothing to keep."""
    paid = happened.MoneySpent(nation="north", amount=40.0, on="resilience")
    situation = after(SCENARIO, (0, paid), (5, imposed(1.0)))
    whole = 40.0 + 10 * 0.015 * 300_000 / 365
    assert spent(SCENARIO, situation, NORTH, 15 * DAY) == pytest.approx(whole)
    aid = happened.AidGranted(patron="-", nation="north", amount=100.0)
    situation = after(SCENARIO, (0, paid), (5, imposed(1.0)), (6, aid))
    assert spent(SCENARIO, situation, NORTH, 15 * DAY) == pytest.approx(whole - 100.0)
    assert spent(SCENARIO, situation, NORTH, 6 * DAY) == 0.0


# --- 7.25 who flees where ------------------------------------------------------------------------------------


@pytest.mark.parametrize(("held", "share"), [(0.0, 0.0), (0.5, 1.0), (0.25, 0.75), (1.0, 0.0)])
def test_7_25_people_flee_while_an_objective_is_contested(held: float, share: float) -> None:
    assert contest(held) == share
    assert displaced(SCENARIO, held, 6 * HOUR) == pytest.approx(2500 * share)


def test_7_25_the_nearest_nations_take_them_in_the_more_the_nearer() -> None:
    """From the Gate to West Base are 4 degrees, to South Base 5."""
    (first, most), (second, rest) = hosts(SCENARIO, SCENARIO.objectives[0])
    assert (first, second) == ("west", "south")
    assert most / rest == pytest.approx(5 / 4)
    assert most + rest == pytest.approx(1.0)
    one = crisis(doctrine__relief__hosts=1.0)
    assert hosts(one, one.objectives[0]) == (("west", 1.0),)


def test_7_26_a_hundred_thousand_strain_support_by_a_hundredth_and_relief_eases_it() -> None:
    assert strain(SCENARIO, opening(SCENARIO), "south", 100_000) == pytest.approx(-0.01)
    helped = after(SCENARIO, (0, happened.ReliefArrived(nation="north", force="n-guard", to="south")))
    assert strain(SCENARIO, helped, "south", 100_000) == pytest.approx(-0.004)


def test_7_27_a_humanitarian_agreement_saves_a_day() -> None:
    treaty = Agreement(id="aid", kind="humanitarian", parties=("north", "south"))
    scenario = replace(SCENARIO, agreements=(treaty,))
    assert relief_hours(SCENARIO, "north", "south", 60.0) == 60.0
    assert relief_hours(scenario, "north", "south", 60.0) == 36.0
    assert relief_hours(scenario, "north", "south", 12.0) == 0.0
    assert relief_hours(scenario, "north", "west", 60.0) == 60.0


# --- 7.28 third parties --------------------------------------------------------------------------------------

PATRON = ThirdParty(id="sorria", name="Sorria", kind="patron", leaning=-0.6)


def test_7_28_a_patron_makes_an_adversary_stronger_or_readier_for_peace() -> None:
    scenario = replace(SCENARIO, third_parties=(PATRON,))
    backs = after(scenario, (0, happened.PatronBacked(patron="sorria", adversary="redland")))
    restrains = after(scenario, (0, happened.PatronRestrained(patron="sorria", adversary="redland")))
    assert backing(scenario, opening(scenario)) == 1.0
    assert backing(scenario, backs) == pytest.approx(1 + 0.15 * 0.6)
    assert backing(scenario, restrains) == 1.0
    assert not prefers_peace(scenario, backs, 0.75, 0.9)
    assert prefers_peace(scenario, restrains, 0.75, 0.9)


def test_7_34_the_adversary_stops_when_it_holds_what_it_can_hope_to_win() -> None:
    situation = opening(SCENARIO)
    assert prefers_peace(SCENARIO, situation, 0.5, 0.6)
    assert not prefers_peace(SCENARIO, situation, 0.49, 0.6)
