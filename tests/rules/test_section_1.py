"""docs/model.md section 1: time, luck, files of records, and what a seat may know of a scenario."""

import json
from dataclasses import fields, is_dataclass
from datetime import datetime, timedelta, timezone
from fractions import Fraction
from math import comb, exp, log, sqrt
from pathlib import Path
from statistics import NormalDist
from typing import Any, get_type_hints

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.worlds import CRISIS, crisis
from wargame.files.replays import load_replay
from wargame.model.clock import (
    DAY,
    HOUR,
    MINUTE,
    date_time_group,
    hours,
    instant,
    parse_instant,
    parse_startex,
    seconds,
)
from wargame.model.decisions import CallConsultation
from wargame.model.fields import Known
from wargame.model.plain import line, plain, text
from wargame.model.record import Order, Turn
from wargame.model.scenario import EXCON, RED, Scenario, all_seats
from wargame.rules import draw
from wargame.rules.redact import redact

chance = st.floats(1e-9, 1 - 1e-9)

# --- 1.5 time ------------------------------------------------------------------------------------------------


def test_1_5_a_date_time_group_is_zulu_time() -> None:
    """22 November 2026, 15:30 Zulu."""
    assert date_time_group(parse_startex("2026-11-22T06:00Z"), 9 * HOUR + 30 * MINUTE) == "221530ZNOV26"
    assert date_time_group(parse_startex("2026-11-22T06:00Z"), 30 * DAY) == "220600ZDEC26"
    assert date_time_group(parse_startex("2026-12-31T23:59Z"), MINUTE) == "010000ZJAN27"


def test_1_5_instants_are_days_hours_and_minutes_after_startex() -> None:
    assert [instant(time) for time in (0, 59, 90 * MINUTE, 3 * DAY + 6 * HOUR, 60 * DAY - 1)] == [
        "D+0T00:00",
        "D+0T00:00",
        "D+0T01:30",
        "D+3T06:00",
        "D+59T23:59",
    ]


@given(st.integers(0, 9999 * 24 * 60 + 23 * 60 + 59))
def test_1_5_an_instant_survives_writing_and_reading(minutes: int) -> None:
    time = minutes * MINUTE
    assert parse_instant(instant(time)) == time


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("D+3", 3 * DAY),
        ("D+3T6:05", 3 * DAY + 6 * HOUR + 5 * MINUTE),
        (" d+0t23:59 ", DAY - MINUTE),
        ("H+78", 78 * HOUR),
        ("H+78:30", 78 * HOUR + 30 * MINUTE),
    ],
)
def test_1_5_instants_can_be_written_in_several_ways(text: str, time: int) -> None:
    assert parse_instant(text) == time


@pytest.mark.parametrize(
    "text", ["", "3", "D3", "D+", "D+1T24:00", "D+1T10:60", "H+1:60", "D+-1", "D+1T1000", "D+1 H+1"]
)
def test_1_5_what_is_no_instant_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(ValueError, match=r"D\+3"):
        parse_instant(text)


def test_1_5_the_moment_of_startex_is_utc() -> None:
    assert parse_startex("2026-11-22T06:00Z") == datetime(2026, 11, 22, 6, tzinfo=timezone(timedelta(0)))
    for wrong in ("2026-11-22", "2026-11-22T06:00", "2026-13-01T00:00Z"):
        with pytest.raises(ValueError, match="time data"):
            parse_startex(wrong)


@given(st.floats(0.0, 10_000.0))
def test_1_5_the_kernel_counts_whole_seconds(time: float) -> None:
    assert abs(seconds(time) - time * HOUR) <= 0.5
    assert hours(seconds(time)) == pytest.approx(time, abs=0.5 / HOUR + 1e-6)


# --- 1.6 luck ------------------------------------------------------------------------------------------------


@given(chance)
def test_1_6_the_normal_quantile_is_that_of_the_standard_library(u: float) -> None:
    assert draw.normal(u) == NormalDist().inv_cdf(u)
    assert draw.lognormal(u, 3.0, 0.5) == pytest.approx(3.0 * exp(0.5 * NormalDist().inv_cdf(u)))


def test_1_6_without_spread_a_lognormal_is_its_median() -> None:
    assert {draw.lognormal(u, 3.0, 0.0) for u in (0.001, 0.5, 0.999)} == {3.0}


@given(chance, st.floats(0.01, 100.0))
def test_1_6_the_exponential_inverts_its_survival(u: float, rate: float) -> None:
    assert exp(-rate * draw.exponential(u, rate)) == pytest.approx(u)


@settings(deadline=None)  # the first call of numpy's takes long
@given(st.floats(0.0, 1.0, exclude_max=True), st.lists(st.floats(-100, 100), min_size=1, max_size=12))
def test_1_6_the_empirical_quantile_is_numpys(u: float, values: list[float]) -> None:
    values.sort()
    assert draw.empirical(u, values) == pytest.approx(float(np.quantile(values, u)), abs=1e-9)


def binomial_quantile(u: Fraction, trials: int, p: Fraction) -> int:
    """Smallest number whose distribution function, in exact fractions, is above u."""
    reached = Fraction(0)
    for k in range(trials + 1):
        reached += comb(trials, k) * p**k * (1 - p) ** (trials - k)
        if u < reached:
            return k
    return trials


@given(st.integers(1, 9_999), st.integers(0, 31), st.integers(0, 100))
def test_1_6_the_binomial_quantile_is_exact(u: int, trials: int, percent: int) -> None:
    """Draws are put between the steps of the distribution function, where floats cannot mislead."""
    exact = Fraction(2 * u + 1, 20_001)
    expected = binomial_quantile(exact, trials, Fraction(percent, 100))
    near = {binomial_quantile(exact + Fraction(shift, 10**12), trials, Fraction(percent, 100)) for shift in (-1, 1)}
    assert draw.binomial(float(exact), trials, percent / 100) in near | {expected}


@given(st.floats(1e-6, 1 - 1e-6), st.integers(1, 31))
def test_1_6_the_largest_of_n_normals_has_phi_to_the_n(u: float, count: int) -> None:
    largest = draw.largest_normal(u, count)
    assert NormalDist().cdf(largest) ** count == pytest.approx(u, rel=1e-6)


def test_1_6_the_largest_stays_finite_at_the_ends() -> None:
    assert -9 < draw.largest_normal(1e-300, 1) < draw.largest_normal(1 - 1e-16, 30) < 9


def test_1_6_choosing_goes_along_the_probabilities() -> None:
    assert [draw.choose(u, (0.2, 0.0, 0.5, 0.3)) for u in (0.0, 0.19, 0.2, 0.69, 0.71, 0.99)] == [0, 0, 2, 2, 3, 3]
    assert draw.choose(1 - 1e-16, (0.1,) * 10) == 9  # ten tenths add up to a little less than one


@given(chance, chance, st.floats(0.0, 1.0))
def test_1_6_correlated_normals_share_their_variance(u: float, v: float, share: float) -> None:
    x, y = draw.normal(u), draw.normal(v)
    assert draw.correlated(x, y, share) == pytest.approx(sqrt(share) * x + sqrt(1 - share) * y)
    assert draw.correlated(x, y, 1.0) == x
    assert draw.correlated(x, y, 0.0) == y


def test_1_6_correlated_normals_are_as_correlated_as_said() -> None:
    """Two capitals with a common share of .8 have a correlation of .8."""
    grid = [draw.normal((step + 0.5) / 40) for step in range(40)]
    pairs = [(draw.correlated(z, a, 0.8), draw.correlated(z, b, 0.8)) for z in grid for a in grid for b in grid[::8]]
    ones, others = np.array(pairs).T
    assert np.corrcoef(ones, others)[0, 1] == pytest.approx(0.8, abs=0.02)


# --- 1.7 what a seat may know of the scenario ----------------------------------------------------------------


def filled() -> Scenario:
    """The small crisis with every field that a seat may be refused away from its default."""
    return crisis()


def walk(value: Any, path: str = "") -> list[tuple[str, Any, Known | None, Any]]:
    """Every field of every record: path, value, mark and default."""
    found: list[tuple[str, Any, Known | None, Any]] = []
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            found += walk(item, f"{path}[{getattr(item, 'id', getattr(item, 'seat', index))}]")
    elif is_dataclass(value):
        hints = get_type_hints(type(value), include_extras=True)
        for each in fields(value):
            marks = [mark for mark in getattr(hints[each.name], "__metadata__", ()) if isinstance(mark, Known)]
            held = getattr(value, each.name)
            found.append((f"{path}.{each.name}", held, marks[0] if marks else None, each.default))
            found += walk(held, f"{path}.{each.name}")
    return found


def owner(path: str) -> str | None:
    for start, seat in ((".adversaries[", RED), (".doctrine.", RED), (".nations[", None), (".briefs[", None)):
        if path.startswith(start):
            return seat or path.removeprefix(start).partition("]")[0]
    return None


def may_know(mark: Known | None, path: str, seat: str) -> bool:
    allied = seat in ("north", "south", "west", "hq", "commander")
    return mark is None or (mark is Known.ALLIES and allied) or (mark is not Known.UMPIRE and seat == owner(path))


@pytest.mark.parametrize("seat", ["north", "west", "hq", "commander", "red"])
def test_1_7_what_is_not_for_a_seat_comes_back_as_its_default(seat: str) -> None:
    whole, shown = filled(), redact(filled(), seat)
    held = {path: value for path, value, _, _ in walk(shown)}
    hidden: list[str] = []
    for path, value, mark, default in walk(whole):
        if any(path.startswith(above) for above in hidden):
            continue  # inside what is hidden as a whole
        if may_know(mark, path, seat):
            if not (is_dataclass(value) or isinstance(value, tuple)):
                assert held[path] == value, path
        else:
            assert held[path] == default, path
            hidden.append(path)
    assert len(hidden) > 5


def test_1_7_every_mark_hides_something_in_this_crisis() -> None:
    """Else the test above would not notice if it did not."""
    unlike = {mark for _, value, mark, default in walk(filled()) if mark and value != default}
    assert unlike == set(Known)


def test_1_7_excon_knows_everything() -> None:
    assert redact(filled(), EXCON) is not None
    assert redact(filled(), EXCON) == filled()


def test_1_7_a_nation_keeps_what_is_its_own() -> None:
    shown = redact(filled(), "south")
    south = next(each for each in shown.nations if each.id == "south")
    north = next(each for each in shown.nations if each.id == "north")
    assert south == next(each for each in CRISIS.nations if each.id == "south")
    assert (north.stake, north.threshold, north.collection) == (0.5, 0.3, ())
    assert north.forces == next(each for each in CRISIS.nations if each.id == "north").forces


def test_1_7_red_keeps_its_own_and_sees_no_allied_force() -> None:
    shown = redact(filled(), RED)
    assert shown.adversaries[0].forces == CRISIS.adversaries[0].forces
    assert shown.adversaries[0].types == ()  # who it is this time, it is told by an event
    assert {each.forces for each in shown.nations} == {()}
    assert [brief.text for brief in shown.briefs] == ["-", "Take the Gate."]


def test_1_7_a_nation_outside_the_alliance_knows_its_own_forces_alone() -> None:
    shown = redact(crisis(alliance__members=("north", "south")), "west")
    forces = {each.id: each.forces for each in shown.nations}
    assert forces == {"north": (), "south": (), "west": CRISIS.nations[2].forces}


PUBLIC = """
adversaries adversaries.adjective adversaries.capital adversaries.id adversaries.name
agreements agreements.clarity agreements.id agreements.kind agreements.parties
alliance alliance.decision_rule alliance.fund alliance.headquarters alliance.id alliance.lead alliance.members
alliance.name alliance.plans
alliance.silence
briefs briefs.seat
doctrine doctrine.bonds doctrine.consultation doctrine.deployment doctrine.intelligence
doctrine.combat doctrine.disruption doctrine.home_front doctrine.relief doctrine.sanctions doctrine.third_parties
doctrine.play doctrine.positions doctrine.scores
format guides horizon id
indicators indicators.category indicators.discipline indicators.id indicators.rates indicators.text
last_day length lengths
nations nations.adjective nations.capital nations.defence_share nations.gdp nations.id nations.interoperability
nations.name nations.openness nations.population nations.technology nations.trade
objectives objectives.at objectives.defence objectives.id objectives.name objectives.owner objectives.weight
pace startex synopsis third_parties
theatre theatre.locations theatre.name theatre.routes
title version
"""
"""Fields that every seat knows, the adversary's among them. To add one is a decision: write it here."""


def test_1_7_the_public_fields_are_these() -> None:
    def public(record: Any, prefix: str) -> list[str]:
        hints = get_type_hints(type(record), include_extras=True)
        return [
            f"{prefix}{each.name}"
            for each in fields(record)
            if not any(isinstance(mark, Known) for mark in getattr(hints[each.name], "__metadata__", ()))
        ]

    whole = filled()
    found = public(whole, "")
    for name in ("theatre", "alliance", "doctrine"):
        found += public(getattr(whole, name), f"{name}.")
    for name in ("nations", "adversaries", "objectives", "indicators", "agreements", "briefs"):
        found += public(getattr(whole, name)[0], f"{name}.")
    assert sorted(found) == sorted(PUBLIC.split())


def test_1_7_there_are_no_other_marks_below() -> None:
    """Records inside those above are known as a whole or not at all."""
    deeper = {path for path, _, mark, _ in walk(filled()) if mark and path.count(".") > 2}
    assert deeper == set()


# --- 1.8 records as lines ------------------------------------------------------------------------------------


def test_1_8_a_record_is_one_line_of_ascii_json_without_what_is_none() -> None:
    order: dict[str, Any] = {"kind": "call_consultation"}
    written = line(Order(seat="north", decision=CallConsultation(), rationale="Größe"))
    assert written == b'{"seat":"north","decision":{"kind":"call_consultation"},"rationale":"Gr\\u00f6\\u00dfe"}\n'
    assert json.loads(written)["decision"] == order


def test_1_8_what_is_written_by_the_thousand_is_written_alike() -> None:
    """Kinds of records that are met often have functions of their own, which write what any encoder would."""
    replay = load_replay(Path(__file__).parents[2] / "replays" / "narrow-sea-attacked.jsonl")
    for turn in replay.record.played:
        for each in (*turn.turn.orders, *turn.events):
            assert text(each) == json.dumps(plain(each), separators=(",", ":"))


def test_1_8_plain_values_are_json() -> None:
    assert plain(Turn(number=1, edge=0, orders=())) == {"number": 1, "edge": 0, "orders": []}
    assert plain({1: frozenset("ba")}) == {"1": ["a", "b"]}
    assert plain(Turn(number=1, edge=0, orders=(Order(seat="hq", decision=CallConsultation()),)), nulls=True) == {
        "number": 1,
        "edge": 0,
        "orders": [{"seat": "hq", "decision": {"kind": "call_consultation"}, "answers": None, "rationale": None}],
    }
    with pytest.raises(TypeError, match="object"):
        plain(object())


def test_1_8_a_number_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="JSON"):
        line({"share": float("nan")})


def test_1_8_a_scenario_is_the_same_after_json() -> None:
    assert json.loads(line(crisis())) == plain(crisis())


def test_1_8_seats_are_the_nations_and_four_more() -> None:
    assert all_seats(CRISIS) == ("north", "south", "west", "hq", "commander", "red", "excon")


def test_1_6_the_exponential_of_a_median_draw_is_ln_2_over_the_rate() -> None:
    assert draw.exponential(0.5, 2.0) == pytest.approx(log(2) / 2)
