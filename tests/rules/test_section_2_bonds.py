"""docs/model.md section 2: trust as a Beta reputation, disputes, cohesion."""

from dataclasses import replace
from itertools import permutations
from math import fsum
from typing import Any

import pytest

from tests.worlds import at, calm_crisis
from wargame.model.clock import DAY
from wargame.model.decisions import MeasureText
from wargame.model.scenario import Relation, Scenario
from wargame.model.situation import MeasureProgress, Situation, TrustState, opening
from wargame.rules.bonds import (
    after_breaking,
    after_keeping,
    after_offence,
    cohesion,
    dispute,
    mean_trust,
    reputation,
    trust,
)

PLAIN = calm_crisis()
QUARREL = calm_crisis(relations=(Relation(parties=("north", "south"), trust=0.8, dispute=0.5),))


def after(body: Any, time: int, scenario: Scenario = PLAIN) -> Situation:
    """A situation in which that has just become of trust."""
    situation = opening(scenario)
    gained = time if body.kept else None
    situation.trust = {body.holder: {body.other: TrustState(body.alpha, body.beta, time, gained)}}
    return situation


# --- 2.20 trust ----------------------------------------------------------------------------------------------


def test_2_20_it_begins_as_the_scenario_says() -> None:
    """Mean alpha / (alpha + beta), weighing as much as eight promises."""
    begun = reputation(QUARREL, opening(QUARREL), "south", "north", 0)
    assert (begun.alpha, begun.beta, begun.mean) == pytest.approx((6.4, 1.6, 0.8))
    assert trust(PLAIN, opening(PLAIN), "south", "north", 0) == pytest.approx(0.6)


@pytest.mark.parametrize("weight", [0.1, 0.5, 1.0])
def test_2_20_a_kept_promise_adds_its_weight_a_broken_one_twice_as_much_against(weight: float) -> None:
    situation = opening(PLAIN)
    kept = after_keeping(PLAIN, situation, "south", "north", "force", weight, 0)
    broken = after_breaking(PLAIN, situation, "south", "north", "force", weight, 0)
    assert kept is not None
    assert (kept.alpha, kept.beta) == pytest.approx((4.8 + weight, 3.2))
    assert (broken.alpha, broken.beta) == pytest.approx((4.8, 3.2 + 2 * weight))
    assert trust(PLAIN, after(broken, 0), "south", "north", 0) == pytest.approx(4.8 / (8.0 + 2 * weight))
    assert trust(PLAIN, after(broken, 0), "north", "south", 0) == pytest.approx(0.6)  # it is one's own


@pytest.mark.parametrize("days", [0.0, 90.0, 180.0, 540.0])
def test_2_20_what_moved_it_fades_toward_where_it_began(days: float) -> None:
    """alpha(t) = alpha_0 + (alpha - alpha_0) 2^(-t/180 d), and so beta: the closed form."""
    situation = after(after_breaking(PLAIN, opening(PLAIN), "south", "north", "force", 1.0, 0), 0)
    left = 0.5 ** (days / 180.0)
    now = reputation(PLAIN, situation, "south", "north", round(days * DAY))
    assert (now.alpha, now.beta) == pytest.approx((4.8, 3.2 + 2.0 * left))


def test_2_20_two_promises_in_a_row_are_as_one_after_the_other() -> None:
    """Fading and adding commute with looking in between."""
    first = after_breaking(PLAIN, opening(PLAIN), "south", "north", "force", 1.0, 0)
    then = after_breaking(PLAIN, after(first, 0), "south", "north", "force", 0.5, 90 * DAY)
    assert then.beta == pytest.approx(3.2 + 2.0 * 0.5**0.5 + 1.0, abs=1e-6)


def test_2_20_a_nation_gains_with_another_once_in_five_days() -> None:
    kept = after_keeping(PLAIN, opening(PLAIN), "south", "north", "report", 0.1, 0)
    situation = after(kept, 0)
    assert after_keeping(PLAIN, situation, "south", "north", "force", 1.0, 5 * DAY - 1) is None
    assert after_keeping(PLAIN, situation, "south", "north", "force", 1.0, 5 * DAY) is not None
    assert after_keeping(PLAIN, situation, "north", "south", "force", 1.0, 0) is not None
    assert after_breaking(PLAIN, situation, "south", "north", "force", 1.0, 1).beta > 3.2  # losses wait for nothing


def test_2_20_an_offence_lowers_it_by_so_much() -> None:
    fallen = after_offence(PLAIN, opening(PLAIN), "south", "north", "confidence", 0.05, 0)
    assert trust(PLAIN, after(fallen, 0), "south", "north", 0) == pytest.approx(0.55, abs=1e-6)
    lost = after_offence(PLAIN, opening(PLAIN), "south", "north", "confidence", 0.9, 0)
    assert trust(PLAIN, after(lost, 0), "south", "north", 0) == pytest.approx(0.01, abs=1e-6)


# --- 2.22 cohesion -------------------------------------------------------------------------------------------


def with_measures(*measures: dict[str, Any]) -> Situation:
    situation = opening(PLAIN)
    for number, changes in enumerate(measures):
        measure = MeasureProgress(id=f"m{number}", by="north", text=MeasureText(kind="statement"), tabled=0, event=1)
        for name, value in changes.items():
            setattr(measure, name, value)
        situation.council.measures[measure.id] = measure
    return situation


def test_2_22_without_anything_else_it_is_the_mean_of_trust() -> None:
    """Six ordered pairs: two of them at .8, four at .6."""
    assert cohesion(PLAIN, opening(PLAIN), 0) == pytest.approx(0.6)
    assert mean_trust(QUARREL, opening(QUARREL), 0) == pytest.approx((2 * 0.8 + 4 * 0.6) / 6)
    moved = after(after_breaking(PLAIN, opening(PLAIN), "south", "north", "force", 1.0, 0), 0)
    assert mean_trust(PLAIN, moved, 0) == pytest.approx((5 * 0.6 + 4.8 / 10.0) / 6)


@pytest.mark.parametrize("days", [0, 90])
@pytest.mark.parametrize("scenario", [PLAIN, QUARREL], ids=["plain", "quarrel"])
def test_2_22_the_mean_is_that_of_what_each_member_thinks_of_each_other_now(scenario: Scenario, days: int) -> None:
    """What has moved counts as far as it has faded, whether the scenario named the pair or not."""
    situation = opening(scenario)
    broken = after_breaking(scenario, situation, "south", "north", "force", 1.0, 0)
    kept = after_keeping(scenario, situation, "west", "south", "force", 1.0, 0)
    assert kept is not None
    for time, body in ((0, broken), (30 * DAY, kept)):
        situation.trust[body.holder] = {body.other: TrustState(body.alpha, body.beta, time)}
    now = (30 + days) * DAY
    each = [trust(scenario, situation, *pair, now) for pair in permutations(scenario.alliance.members, 2)]
    assert mean_trust(scenario, situation, now) == pytest.approx(fsum(each) / len(each))
    assert mean_trust(scenario, situation, now) != pytest.approx(mean_trust(scenario, opening(scenario), now))


@pytest.mark.parametrize(
    ("changes", "worth"),
    [
        ({"state": "silence", "positions": {"west": "break"}}, -0.1),
        ({"state": "broken", "positions": {"west": "break", "south": "break"}}, -0.2),
        ({"state": "failed", "decided": 0, "positions": {"west": "break"}}, -0.1),
        ({"state": "adopted", "decided": 0, "positions": {"west": "abstain"}}, 0.0),
        ({"state": "adopted", "decided": 0, "positions": {"west": "accept_with_caveat"}}, 0.05),
        ({"state": "adopted", "decided": 0}, 0.05),
        ({"state": "adopted", "decided": 0, "delegated": True}, 0.0),
        ({"state": "adopted", "decided": 0, "circle": ("north", "south")}, -0.1),
    ],
)
def test_2_22_dissents_take_from_it_and_joint_acts_add(changes: dict[str, Any], worth: float) -> None:
    situation = with_measures(changes)
    assert cohesion(PLAIN, situation, 0) == pytest.approx(0.6 + worth)
    still = worth if "decided" not in changes else 0.0
    assert cohesion(PLAIN, situation, 31 * DAY) == pytest.approx(0.6 + still)  # decided, it is forgotten in a month


def test_2_22_it_stays_within_0_and_1() -> None:
    split = [{"state": "silence", "positions": {"west": "break", "south": "break"}}] * 5
    assert cohesion(PLAIN, with_measures(*split), 0) == 0.0
    texts = (
        MeasureText(kind="statement"),
        MeasureText(kind="deploy"),
        MeasureText(kind="monitor"),
        MeasureText(kind="heighten_readiness"),
        MeasureText(kind="collective_defence"),
    )
    joint = [{"state": "adopted", "decided": 0, "text": text} for text in texts]
    assert cohesion(PLAIN, with_measures(*joint, *joint, *joint), 0) == 1.0


@pytest.mark.parametrize(("times", "worth"), [(1, 0.05), (2, 0.075), (3, 0.0875), (20, 0.1)])
def test_2_22_what_is_done_together_again_and_again_counts_half_of_the_last(times: int, worth: float) -> None:
    """1 + 1/2 + 1/4 and so on, which stays below 2; an act of another kind counts in full beside it."""
    again = [{"state": "adopted", "decided": 0}] * times
    assert cohesion(PLAIN, with_measures(*again), 0) == pytest.approx(0.6 + worth, abs=1e-6)
    other = {"state": "adopted", "decided": 0, "text": MeasureText(kind="monitor")}
    assert cohesion(PLAIN, with_measures(*again, other), 0) == pytest.approx(0.6 + worth + 0.05, abs=1e-6)


def test_2_22_a_false_alarm_is_held_against_each_other_for_a_month() -> None:
    """It counts from when it turns out, not from the decision, and as much as a dissent."""
    sent = {"state": "adopted", "decided": 0, "positions": {"west": "abstain"}, "false_alarm": 20 * DAY}
    assert cohesion(PLAIN, with_measures(sent), 20 * DAY) == pytest.approx(0.5)
    assert cohesion(PLAIN, with_measures(sent, sent), 50 * DAY) == pytest.approx(0.4)
    assert cohesion(PLAIN, with_measures(sent), 50 * DAY + 1) == pytest.approx(0.6)


# --- 2.23 disputes -------------------------------------------------------------------------------------------


def test_2_23_a_mediated_dispute_falls_by_a_tenth_a_month() -> None:
    situation = opening(QUARREL)
    assert dispute(QUARREL, situation, "south", "north", 60 * DAY) == 0.5
    situation.mediated["north|south"] = 0
    assert dispute(QUARREL, situation, "south", "north", 60 * DAY) == pytest.approx(0.3)
    assert dispute(QUARREL, situation, "north", "south", 600 * DAY) == 0.0
    assert dispute(QUARREL, situation, "north", "west", 0) == 0.0


def test_2_23_a_dispute_lowers_cohesion_as_a_dissent_does() -> None:
    peace = replace(QUARREL, relations=(replace(QUARREL.relations[0], dispute=0.0),))
    lost = cohesion(peace, opening(peace), at(0)) - cohesion(QUARREL, opening(QUARREL), at(0))
    assert lost == pytest.approx(0.1 * 0.5)
