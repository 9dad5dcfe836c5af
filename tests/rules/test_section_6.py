"""docs/model.md section 6: guidance, silence, and what carries a measure."""

from dataclasses import replace
from math import exp, sqrt
from statistics import median
from typing import Any

import pytest

from tests.worlds import calm_crisis, doctrine
from wargame.engine.streams import Streams
from wargame.model import happenings as happened
from wargame.model.decisions import MeasureText
from wargame.model.event import NOBODY, Event
from wargame.model.mel import TriggerKind
from wargame.model.scenario import Alliance
from wargame.model.situation import MeasureProgress, opening
from wargame.rules.consultation import (
    accepting,
    carries,
    consent,
    contention,
    delegated,
    guidance_days,
    latency,
    narrower,
    settled,
    trigger,
)
from wargame.rules.draw import binomial, largest_normal, normal

CONSULTATION = doctrine().consultation
PACT = calm_crisis().alliance


def days(
    kind: TriggerKind = "non_violent_military", planned: bool = False, against: float = 0.0, **luck: float
) -> float:
    return guidance_days(CONSULTATION, kind, planned, against, luck.get("common", 0.0), luck.get("own", 0.0))


# --- 6.4 guidance --------------------------------------------------------------------------------------------


def test_6_4_the_median_alliance_with_one_pivotal_nation() -> None:
    """exp(mu + base) days without a plan, exp(mu + base - plan) with one."""
    assert days() == pytest.approx(exp(1.41 + 0.45))
    assert days(planned=True) == pytest.approx(exp(1.41 + 0.45 - 1.7))
    assert days("violent") == pytest.approx(exp(0.57 + 0.45))


def test_6_4_each_kind_of_trigger_has_its_own_latency() -> None:
    """The measured means of the logarithm, single actors in past crises."""
    kinds: dict[TriggerKind, float] = {
        "violent": 0.57,
        "indirect_violent": 1.62,
        "non_violent_military": 1.41,
        "other_non_violent": 0.77,
        "political": 2.12,
        "external": 2.18,
        "internal": 1.49,
        "request": 1.34,
    }
    assert {kind: latency(CONSULTATION, kind) for kind in kinds} == kinds


def test_6_4_hesitation_is_mostly_common_to_all_capitals() -> None:
    """1.2 (sqrt(rho) Z + sqrt(1 - rho) max own)."""
    assert days(common=1.0) == pytest.approx(days() * exp(1.2 * sqrt(0.8)))
    assert days(own=1.0) == pytest.approx(days() * exp(1.2 * sqrt(0.2)))


@pytest.mark.parametrize("pivots", [1, 3, 8])
def test_6_4_the_median_of_many_draws_is_the_closed_form(pivots: int) -> None:
    """With all hesitation a capital's own, the median is exp(m + 1.2 Phi^-1(.5 ** (1/n)))."""
    own_only = replace(CONSULTATION, guidance_common=0.0)
    streams = Streams(7, 0)
    times = [
        guidance_days(
            own_only, "non_violent_military", False, 0.0, 0.0, largest_normal(streams.draw("test", "own"), pivots)
        )
        for _ in range(4001)
    ]
    exact = exp(1.41 + 0.45 + 1.2 * normal(0.5 ** (1 / pivots)))
    assert median(times) == pytest.approx(exact, rel=0.08)


def test_6_4_the_slowest_of_n_independent_capitals() -> None:
    """Consensus of n lognormals: P(all within T) is one capital's probability to the power n."""
    streams = Streams(8, 0)
    within = sum(largest_normal(streams.draw("test", "own"), 5) <= 0.5 for _ in range(20_000)) / 20_000
    one = sum(normal(streams.draw("test", "one")) <= 0.5 for _ in range(20_000)) / 20_000
    assert within == pytest.approx(0.6914625**5, abs=4 * sqrt(0.158 * 0.842 / 20_000))
    assert one == pytest.approx(0.6914625, abs=4 * sqrt(0.691 * 0.309 / 20_000))


def test_6_4_few_nations_are_pivotal() -> None:
    """1 + Binomial(n - 1, .1): most often one in an alliance of eight."""
    assert [binomial(u, 7, CONSULTATION.pivotal_share) for u in (0.0, 0.47, 0.48, 0.85, 0.86)] == [0, 0, 1, 1, 2]


def behind(*bodies: Any) -> list[Event]:
    return [Event(id=len(bodies) - number, time=0, audience=NOBODY, body=body) for number, body in enumerate(bodies)]


SHOWN = happened.IndicatorShown(indicator="blood", force=None)


@pytest.mark.parametrize(
    ("bodies", "kind"),
    [
        ((), "request"),
        ((SHOWN,), "non_violent_military"),
        ((SHOWN, happened.InjectFired(inject="opening")), "non_violent_military"),
        ((SHOWN, happened.ClashHappened(adversary="redland", serious=False)), "violent"),
        ((happened.InjectFired(inject="hint"),), "request"),
    ],
)
def test_6_4_the_trigger_is_what_the_call_goes_back_to(bodies: tuple[Any, ...], kind: str) -> None:
    scenario = calm_crisis()
    assert trigger(scenario, opening(scenario), behind(*bodies)) == kind


def test_6_4_once_there_is_violence_that_is_the_trigger() -> None:
    scenario = calm_crisis()
    situation = opening(scenario)
    situation.clashes = 1
    assert trigger(scenario, situation, behind(SHOWN)) == "violent"


# --- 6.11 contention -----------------------------------------------------------------------------------------


def test_6_11_open_disagreement_is_worth_a_grade_of_the_cases_and_two_at_most() -> None:
    """A dissent .5, and .1 / .6 for the cohesion it costs: two make more than grade 1, many grade 2."""
    scenario = calm_crisis()
    situation = opening(scenario)
    assert contention(scenario, situation, 0) == 0.0
    for number, expected in ((1, 0.5 + 0.1 / 0.6), (2, 1.0 + 0.2 / 0.6), (3, 1.5 + 0.3 / 0.6)):
        measure = MeasureProgress(
            id=f"m{number}", by="north", text=MeasureText(kind="statement"), tabled=0, event=1, state="broken"
        )
        measure.positions = {"west": "break"}
        situation.council.measures[measure.id] = measure
        assert contention(scenario, situation, 0) == pytest.approx(min(2.0, expected))


def test_6_11_february_2003_and_february_2022() -> None:
    """Open dispute makes weeks of what a plan and agreement make hours: contention 2 against 0, on a request and on
    violence.
    """
    assert days("request", planned=True, against=2.0) == pytest.approx(8.08, abs=0.01)
    assert days("violent", planned=True) * 24 == pytest.approx(12.2, abs=0.1)
    assert days("request", against=2.0) == pytest.approx(44.3, abs=0.1)


# --- 6.6 silence ---------------------------------------------------------------------------------------------


def test_6_6_a_divided_alliance_consents_less_readily() -> None:
    """logit .7 at the usual cohesion; 2 logits over its range."""
    assert consent(CONSULTATION, 0.6) == pytest.approx(0.7)
    assert consent(CONSULTATION, 0.1) == pytest.approx(1 / (1 + 3 / 7 * exp(1.0)))
    assert consent(CONSULTATION, 1.0) > 0.8
    assert consent(replace(CONSULTATION, consent_by_silence=1.0), 0.0) == 1.0


# --- 6.7 what carries a measure ------------------------------------------------------------------------------


def measure(**changes: Any) -> MeasureProgress:
    made = MeasureProgress(id="m1", by="north", text=MeasureText(kind="deploy"), tabled=0, event=1, state="silence")
    for name, value in changes.items():
        setattr(made, name, value)
    return made


def alliance(members: int, rule: str, **changes: Any) -> Alliance:
    names = tuple(f"n{number}" for number in range(members))
    return replace(PACT, members=names, decision_rule=rule, **changes)  # type: ignore[arg-type]


def broken_by(count: int) -> MeasureProgress:
    return measure(positions={f"n{number}": "break" for number in range(count)})


def test_6_7_under_consensus_one_break_ends_it() -> None:
    assert carries(alliance(30, "consensus"), 0.0, broken_by(0))
    assert not carries(alliance(30, "consensus"), 0.0, broken_by(1))
    assert settled(alliance(30, "consensus"), broken_by(1))


@pytest.mark.parametrize(("members", "broken", "passes"), [(3, 1, True), (3, 2, False), (6, 2, True), (6, 3, False)])
@pytest.mark.parametrize("rule", ["qualified_majority", "delegated"])
def test_6_7_two_thirds_carry_a_qualified_majority(rule: str, members: int, broken: int, passes: bool) -> None:
    """Exactly two thirds are enough; what is not delegated goes the same way."""
    assert carries(alliance(members, rule), CONSULTATION.majority, broken_by(broken)) is passes
    assert not settled(alliance(members, rule), broken_by(broken))


def test_6_7_a_lead_nation_decides_for_all() -> None:
    led = alliance(3, "lead_nation", lead="n2")
    assert carries(led, 0.0, broken_by(2))
    assert not carries(led, 0.0, broken_by(3))
    assert not settled(led, measure(positions={"n2": "abstain"}))
    assert settled(led, measure(positions={"n2": "accept_with_caveat"}))


def test_6_7_who_abstains_or_is_left_out_is_not_bound() -> None:
    said = {"north": "accept_with_caveat", "south": "abstain"}
    assert accepting(PACT, measure(positions=said)) == ("north", "west")
    assert accepting(PACT, measure(positions=said, circle=("north", "south"))) == ("north",)


def test_6_17_what_the_commander_may_order() -> None:
    """What plans delegate by name; every planned measure where delegation is the rule."""
    assert delegated(replace(PACT, delegated=("deploy",))) == ("deploy",)
    assert delegated(replace(PACT, decision_rule="delegated", delegated=("monitor",))) == (
        "monitor",
        "statement",
        "heighten_readiness",
        "deploy",
    )


# --- 6.12 narrower texts -------------------------------------------------------------------------------------

FORCES = MeasureText(kind="deploy", place="gate", strength=2.0)


@pytest.mark.parametrize(
    ("text", "other", "less"),
    [
        (FORCES, replace(FORCES, strength=1.0), True),
        (FORCES, replace(FORCES, rules="tight"), True),
        (FORCES, replace(FORCES, strength=1.0, rules="loose"), False),
        (FORCES, FORCES, False),
        (FORCES, MeasureText(kind="activate_forces", strength=9.0), True),
        (FORCES, MeasureText(kind="collective_defence"), False),
        (
            MeasureText(kind="sanctions", adversary="redland"),
            MeasureText(kind="sanctions", adversary="redland", trade=0.5),
            True,
        ),
        (
            MeasureText(kind="sanctions", adversary="redland", trade=0.5),
            MeasureText(kind="sanctions", adversary="redland"),
            False,
        ),
    ],
)
def test_6_12_what_asks_for_less(text: MeasureText, other: MeasureText, less: bool) -> None:
    """A lesser measure, or less of the same: in one respect at least, and more in none."""
    assert narrower(text, other) is less
