"""docs/model.md 4.20 to 4.25: what disruptions do and how long they and the search for their author take."""

from dataclasses import replace

import pytest

from tests.worlds import crisis, nation
from wargame.model import happenings as happened
from wargame.model.adversary import HybridMeans
from wargame.model.clock import DAY
from wargame.model.event import Event
from wargame.model.folding import fold
from wargame.model.nation import Technology
from wargame.model.scenario import Agreement, Scenario
from wargame.model.situation import Situation, opening
from wargame.rules.agreements import partners
from wargame.rules.disruption import (
    attribution_days,
    bite,
    coverage,
    lasts_days,
    mandate_delay,
    repair_factor,
    resilience_bought,
    resilience_of,
    slowness,
)
from wargame.rules.economy import nation_of

SCENARIO = crisis()
NORTH = SCENARIO.nations[0]
PACT = Agreement(id="shield", kind="cyber_defence", parties=("north", "south"))
SHIELDED = replace(SCENARIO, agreements=(*SCENARIO.agreements, PACT))


def after(scenario: Scenario, *bodies: happened.Body, time: int = 0) -> Situation:
    return fold(scenario, [Event(id=1, time=time, audience=("all",), body=body) for body in bodies])


def incident(means: HybridMeans, bite: float, label: str = "h1") -> happened.IncidentNoticed:
    return happened.IncidentNoticed(nation="north", incident=label, means=means, bite=bite)


def hit(scenario: Scenario, situation: Situation, means: HybridMeans, intensity: float) -> float:
    struck = nation_of(scenario, "north")
    assert struck is not None
    return bite(scenario, situation, struck, means, intensity, situation.time)


TEAM = happened.NetworksDefended(force="s-cyber", nation="north")

# --- 4.21 how hard it hits -----------------------------------------------------------------------------------


def test_4_21_technology_and_a_cyber_team_keep_a_cyber_attack_off() -> None:
    """North's technology is .5, so that three quarters get through; a team keeps off three tenths of them."""
    assert hit(SCENARIO, opening(SCENARIO), "cyber", 0.5) == 0.75
    assert hit(SCENARIO, after(SCENARIO, TEAM), "cyber", 0.5) == pytest.approx(0.75 * 0.7)
    modern = nation(SCENARIO, "north", technology=Technology(cyber=1.0))
    assert hit(modern, opening(modern), "cyber", 0.5) == 0.5


@pytest.mark.parametrize("means", ["sabotage", "energy", "election"])
def test_4_21_resilience_keeps_the_rest_off(means: HybridMeans) -> None:
    assert hit(SCENARIO, opening(SCENARIO), means, 0.5) == 0.75
    hardy = nation(SCENARIO, "north", resilience=1.0)
    assert hit(hardy, opening(hardy), means, 0.25) == 0.25


def test_4_21_the_hardest_attack_is_half_a_level() -> None:
    assert hit(SCENARIO, opening(SCENARIO), "disinformation", 0.1) == pytest.approx(0.2)
    assert hit(SCENARIO, opening(SCENARIO), "disinformation", 0.9) == 1.0


def test_4_21_a_public_that_knows_of_an_author_believes_less() -> None:
    named = happened.AccusationMade(nation="north", incident="h1", adversary="redland")
    situation = after(SCENARIO, incident("cyber", 0.1), named)
    assert hit(SCENARIO, situation, "disinformation", 0.5) == 0.7
    assert hit(SCENARIO, situation, "cyber", 0.5) == 0.75


# --- 4.22 what it does ---------------------------------------------------------------------------------------


def test_4_22_networks_slow_communications_until_they_are_up_again() -> None:
    assert slowness(SCENARIO, opening(SCENARIO), "north") == 1.0
    assert slowness(SCENARIO, after(SCENARIO, incident("cyber", 0.6)), "north") == pytest.approx(1.6)
    worst = after(SCENARIO, incident("cyber", 0.6), incident("cyber", 0.2, "h2"))
    assert slowness(SCENARIO, worst, "north") == pytest.approx(1.6)
    over = after(SCENARIO, incident("cyber", 0.6), happened.IncidentOver(nation="north", incident="h1"))
    assert slowness(SCENARIO, over, "north") == 1.0


def test_4_22_pressure_on_an_election_delays_mandates() -> None:
    situation = after(SCENARIO, incident("election", 0.5))
    assert mandate_delay(SCENARIO, situation, "north") == pytest.approx(1.5)
    assert mandate_delay(SCENARIO, situation, "south") == 1.0


@pytest.mark.parametrize(
    ("means", "days"), [("cyber", 3.0), ("disinformation", 3.0), ("energy", 1.5), ("election", 10)]
)
def test_4_22_how_long_half_a_bite_bears(means: HybridMeans, days: float) -> None:
    assert lasts_days(SCENARIO, opening(SCENARIO), NORTH, means, 0.5) == pytest.approx(days)


# --- 4.23 repair and resilience ------------------------------------------------------------------------------


def test_4_23_a_cyber_defence_agreement_repairs_networks_in_six_tenths_of_the_time() -> None:
    assert repair_factor(SCENARIO, opening(SCENARIO), "north") == 1.0
    assert repair_factor(SHIELDED, opening(SHIELDED), "north") == 0.6
    assert repair_factor(SHIELDED, after(SHIELDED, TEAM), "north") == pytest.approx(0.42)
    assert repair_factor(SHIELDED, opening(SHIELDED), "west") == 1.0


def test_4_23_who_is_bound_by_an_agreement() -> None:
    assert partners(SHIELDED, "cyber_defence", "south") == ("north",)
    assert partners(SHIELDED, "humanitarian", "south") == ()


def test_4_23_resilience_costs_more_the_less_there_is_left_to_gain() -> None:
    """A tenth of a percent of 300 billion, 300 million, closes 63 % of the gap."""
    assert resilience_bought(SCENARIO, NORTH, 0.5, 300.0) == pytest.approx(1 - 0.5 * 0.367879, abs=1e-6)
    assert resilience_bought(SCENARIO, NORTH, 1.0, 300.0) == 1.0


def test_4_23_half_of_what_was_bought_bears_after_ten_days() -> None:
    bought = after(SCENARIO, happened.ResilienceBuilt(nation="north", now=0.5, aim=0.7), time=DAY)
    assert resilience_of(SCENARIO, bought, "north", DAY) == 0.5
    assert resilience_of(SCENARIO, bought, "north", 11 * DAY) == pytest.approx(0.6)


# --- 4.24 attribution ----------------------------------------------------------------------------------------


def test_4_24_attribution_takes_weeks_with_full_coverage_and_three_times_as_long_with_none() -> None:
    """North's human coverage is .8, West's .2."""
    assert attribution_days(SCENARIO, "north", 0.5) == pytest.approx(20 * (0.8 + 0.2 * 3))
    assert attribution_days(SCENARIO, "west", 0.5) == pytest.approx(20 * (0.2 + 0.8 * 3))


def test_4_24_a_cyber_defence_agreement_pools_coverage_and_takes_seven_tenths_of_the_time() -> None:
    assert coverage(SCENARIO, "south") == 0.0  # imagery finds no author
    assert coverage(SHIELDED, "south") == 0.8
    assert attribution_days(SHIELDED, "south", 0.5) == pytest.approx(20 * 1.4 * 0.7)
