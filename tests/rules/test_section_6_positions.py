"""docs/model.md 6.9, 6.15, 6.16: where nations stand, and what moves them."""

from dataclasses import replace
from typing import Any

import pytest

from tests.worlds import calm_crisis, nation
from wargame.model.decisions import MeasureText, PositionKind, SidePayment
from wargame.model.nation import Nation
from wargame.model.scenario import Agreement, Relation, Scenario
from wargame.model.situation import MeasureProgress, ObjectiveState, Pressure, TrustState, opening
from wargame.model.view import View
from wargame.rules.economy import nation_of
from wargame.rules.positions import Utility, held_to, lobbying, payment, position, stance, utility

WORDS = MeasureText(kind="statement")
CALM = MeasureText(kind="stand_down")
POSITIONS = calm_crisis().doctrine.positions


def deployment(strength: float = 2.5, **changes: Any) -> MeasureText:
    return MeasureText(kind="deploy", place="gate", strength=strength, **changes)


def seen(scenario: Scenario | None = None, seat: str = "south", **changes: Any) -> tuple[View, Nation]:
    """A seat's view at STARTEX."""
    scenario = scenario or calm_crisis()
    situation = opening(scenario)
    for name, value in changes.items():
        setattr(situation, name, value)
    own = nation_of(scenario, seat)
    assert own is not None
    return View(seat, scenario, situation, []), own


def weighed(text: MeasureText, threat: float, scenario: Scenario | None = None, **changes: Any) -> Utility:
    view, own = seen(scenario, **changes)
    return utility(view, own, text, threat)


# --- 6.9 positions -------------------------------------------------------------------------------------------


def test_6_9_what_speaks_for_a_measure_and_against_it() -> None:
    """South's stake is .6, its trust and the cohesion as usual: U = threat stake + .15
    - .35 min(1, BE/5)(1 - stake) - .06 (1 - threat).
    """
    assert weighed(WORDS, 0.4).benefit == pytest.approx(0.4 * 0.6 + 0.15)
    assert weighed(WORDS, 0.4).burden == pytest.approx(0.06 * 0.1 * 0.6)
    assert weighed(deployment(), 0.4).burden == pytest.approx(0.35 * 0.5 * 0.4 + 0.06 * 0.6)
    assert weighed(deployment(20.0), 0.4).burden == pytest.approx(0.35 * 0.4 + 0.06 * 0.6)


def test_6_9_under_attack_nobody_doubts_the_threat() -> None:
    attacked = {"gate": ObjectiveState(attacked=1)}
    assert weighed(WORDS, 0.1, objectives=attacked) == weighed(WORDS, 1.0)


@pytest.mark.parametrize(("sensitivity", "believed"), [(0.25, 0.2), (0.5, 0.4), (1.0, 0.8)])
def test_6_9_a_sensitive_nation_takes_a_threat_for_more(sensitivity: float, believed: float) -> None:
    scenario = nation(calm_crisis(), "south", sensitivity=sensitivity)
    assert weighed(WORDS, 0.4, scenario).benefit == pytest.approx(believed * 0.6 + 0.15)


@pytest.mark.parametrize(("clarity", "weight"), [(0.0, 0.0), (0.5, 0.15), (1.0, 0.3)])
def test_6_9_a_plain_treaty_obliges_twice_as_much(clarity: float, weight: float) -> None:
    pact = Agreement(id="pact-two", kind="mutual_defence", parties=("north", "south"), clarity=clarity)
    assert weighed(WORDS, 0.0, calm_crisis(agreements=(pact,))).benefit == pytest.approx(weight)


def test_6_9_whose_own_ground_it_is_needs_no_treaty() -> None:
    assert weighed(WORDS, 0.0, seat="north").benefit == pytest.approx(0.3)


def test_6_9_trust_in_the_threatened_ally_and_cohesion_count() -> None:
    """Trust .4 in north lowers the mean of six by .2 / 6: .2 (.4 - .6) + .15 (-.2 / 6)."""
    lost = {"south": {"north": TrustState(alpha=3.2, beta=4.8, since=0)}}
    change = weighed(WORDS, 0.4, trust=lost).benefit - weighed(WORDS, 0.4).benefit
    assert change == pytest.approx(-0.2 * 0.2 - 0.15 * 0.2 / 6)


def test_6_9_a_dispute_leaks_into_the_position() -> None:
    quarrel = calm_crisis(relations=(Relation(parties=("south", "north"), dispute=0.5),))
    change = weighed(WORDS, 0.4, quarrel).benefit - weighed(WORDS, 0.4).benefit
    assert change == pytest.approx(-0.2 * 0.5 - 0.15 * 0.05)  # the second by the cohesion it costs


@pytest.mark.parametrize(
    ("text", "burden"),
    [
        (MeasureText(kind="monitor"), 0.0),
        (MeasureText(kind="heighten_readiness"), 0.05 * 0.4 + 0.06 * 0.3),
        (MeasureText(kind="activate_forces", strength=5.0), 0.35 * 0.4 * 0.4 + 0.06 * 0.5),
        (MeasureText(kind="collective_defence"), 0.2 * 0.4 + 0.06 * 0.6),
        (MeasureText(kind="sanctions", adversary="redland", trade=0.5), 1.5 * 0.05 * 0.5 + 0.06 * 0.5),
        (MeasureText(kind="attribution", adversary="redland", incident="h1"), 0.06 * 0.3),
        (
            MeasureText(kind="offer_to_adversary", adversary="redland", objective="gate", share=0.2, deadline=48.0),
            0.2 * 0.6,
        ),
        (deployment(5.0, rules="tight"), 0.35 * 0.4 + 0.06 * 0.7),
        (deployment(5.0, rules="loose"), 0.35 * 0.4 + 0.06 * 1.5),
    ],
)
def test_6_9_what_each_measure_costs_and_is_feared_for(text: MeasureText, burden: float) -> None:
    """With nothing pointing to an attack the fear of provocation counts in full."""
    assert weighed(text, 0.0).burden == pytest.approx(burden)


def test_6_9_standing_down_is_for_when_the_threat_is_low() -> None:
    """(.25 - threat) stake, and no obligation."""
    assert weighed(CALM, 0.05).gain == pytest.approx(0.2 * 0.6)
    assert weighed(CALM, 0.65).gain == pytest.approx(-0.4 * 0.6)


def test_6_9_a_nation_accepts_what_it_gains_from_and_breaks_what_costs_it_dear() -> None:
    def stands(benefit: float, burden: float) -> PositionKind:
        return position(Utility(benefit, burden), 0.25, -0.1)

    assert [stands(gain, 0.0) for gain in (0.5, 0.0, -0.01, -0.09, -0.1, -1.0)] == [
        "accept",
        "accept",
        "abstain",
        "abstain",
        "break",
        "break",
    ]
    assert [stands(0.1, burden) for burden in (0.1, 0.11, 0.133, 0.14, 0.21)] == [
        "accept",
        "accept_with_caveat",
        "accept_with_caveat",
        "abstain",
        "break",
    ]


def measure(**lobbied: list[Pressure]) -> MeasureProgress:
    return MeasureProgress(id="m1", by="north", text=deployment(20.0), tabled=0, event=1, lobbied=lobbied)


def test_6_9_a_leaning_of_its_own_moves_a_player() -> None:
    view, south = seen()
    assert [stance(view, south, measure(), 0.0, leaning) for leaning in (-0.21, -0.025, 0.02, 0.2)] == [
        "break",
        "abstain",
        "accept_with_caveat",
        "accept",
    ]


# --- 6.15 lobbying, 6.16 side payments -----------------------------------------------------------------------


def test_6_15_lobbying_moves_a_nation_that_hesitates() -> None:
    view, south = seen()
    for weight, stand in ((0.0, "accept_with_caveat"), (0.08, "accept"), (-0.08, "abstain"), (-0.21, "break")):
        assert stance(view, south, measure(south=[Pressure(by="north", weight=weight)]), 0.0) == stand
    assert stance(view, south, measure(west=[Pressure(by="north", weight=0.5)]), 0.0) == "accept_with_caveat"


def test_6_15_each_time_half_of_the_last_and_never_more_than_twice_the_first() -> None:
    weights = [lobbying(POSITIONS, "accept", before) for before in range(30)]
    assert weights[:3] == [0.08, 0.04, 0.02]
    assert sum(weights) == pytest.approx(2 * 0.08)
    assert lobbying(POSITIONS, "break", 1) == -0.04


@pytest.mark.parametrize(
    ("currency", "amount", "weight"),
    [
        ("money", 15.0, 0.025),
        ("money", 150.0, 0.25),
        ("money", 9000.0, 0.25),
        ("basing", None, 0.15),
        ("burden_credit", None, 0.15),
    ],
)
def test_6_16_what_a_payment_weighs(currency: Any, amount: float | None, weight: float) -> None:
    """Money by its share of .0005 of the receiver's GDP, 150 million of 300 billion."""
    promised = SidePayment(nation="south", measure="m1", position="accept", currency=currency, amount=amount)
    south = nation_of(calm_crisis(), "south")
    assert south is not None
    assert payment(POSITIONS, south, promised) == pytest.approx(weight)
    assert payment(POSITIONS, replace(south, gdp=30_000.0), promised) <= weight


def test_6_16_what_counts_as_held_to() -> None:
    assert held_to("accept", "accept")
    assert held_to("accept_with_caveat", "accept")
    assert not held_to("accept", "accept_with_caveat")
    assert not held_to("break", "abstain")
