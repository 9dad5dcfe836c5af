"""docs/model.md 8.2 and 8.11: what only many runs tell."""

from collections.abc import Iterable
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.runs.plans import plan
from wargame.runs.plan import Plan
from wargame.runs.row import Row, columns
from wargame.runs.tally import Tally
from wargame.runs.telling import report, result
from wargame.runs.worth import Twins, compared, deterrence, worths


def twins(drawn: Iterable[tuple[bool, bool]]) -> Twins:
    """Runs without the alliance and as played, from pairs told the other way round."""
    found = Twins()
    for played, without in drawn:
        found.add(*({"outcome_attacked": each, "scores_total": 50.0} for each in (without, played)))
    return found


def pairs(both: int, played_only: int, without_only: int, neither: int) -> Twins:
    return twins(
        [(True, True)] * both
        + [(True, False)] * played_only
        + [(False, True)] * without_only
        + [(False, False)] * neither
    )


# --- 8.2 the effect of the alliance --------------------------------------------------------------------------


def test_8_2_the_effect_is_the_share_of_attacks_that_the_alliance_kept_from_happening() -> None:
    """40 of 100 attacked without it, 10 with it."""
    found = deterrence(pairs(8, 2, 32, 58))
    assert found.effect == pytest.approx(0.75)
    assert found.low < 0.75 < found.high <= 1.0
    assert found.missing is None


@pytest.mark.parametrize(("without_only", "estimable"), [(4, False), (5, True)])
def test_8_2_it_is_not_estimable_where_hardly_a_twin_is_attacked(without_only: int, estimable: bool) -> None:
    found = deterrence(pairs(0, 0, without_only, 100 - without_only))
    assert found.missing == (None if estimable else "4.0% were attacked without it, which is under 5%")
    assert (found.effect, found.low is None) == ((1.0, False) if estimable else (None, True))


def test_8_2_nothing_can_be_said_of_no_runs() -> None:
    assert deterrence(Twins()).missing == "no run was played to its end at both points"


def test_8_2_an_alliance_that_provokes_has_a_negative_effect() -> None:
    found = deterrence(pairs(20, 20, 0, 60))
    assert found.effect == pytest.approx(-1.0)
    assert found.low < -1.0 < found.high < 0.0


def test_8_2_twins_that_always_agree_leave_little_doubt() -> None:
    """The interval is narrower than that of independent runs with the same shares."""
    alike, apart = deterrence(pairs(40, 0, 0, 60)), deterrence(pairs(16, 24, 24, 36))
    assert alike.effect == apart.effect == 0.0
    assert alike.high - alike.low < 0.5 * (apart.high - apart.low)


@given(st.tuples(*[st.integers(0, 40)] * 4).filter(lambda counts: counts[0] + counts[2] > 0))
def test_8_2_the_interval_holds_the_estimate(counts: tuple[int, int, int, int]) -> None:
    found = deterrence(pairs(*counts))
    if found.missing is None:
        assert found.low <= found.effect + 1e-9
        assert found.effect <= found.high + 1e-9
        assert found.high <= 1.0


def test_8_2_the_interval_covers_the_true_effect_as_often_as_it_says() -> None:
    """200 batches of 150 pairs: attacked without it 40 %, and of those a quarter with it too: D = .75."""
    luck = Random(8)
    covered = 0
    for _ in range(200):
        drawn = []
        for _ in range(150):
            without = luck.random() < 0.4
            drawn.append((without and luck.random() < 0.25, without))
        found = deterrence(twins(drawn))
        covered += found.low <= 0.75 <= found.high
    assert 182 <= covered <= 199


# --- 8.11 worth of play --------------------------------------------------------------------------------------


def batch(*players: str, totals: list[list[float | None]]) -> tuple[Plan, Tally]:
    """A batch of the tutorial with given totals, run by run; a run without a total failed. The idle are attacked."""
    asked = plan(*players, runs=len(totals), seed=1)
    counted = Tally(columns(asked.points[0].scenario), len(players), compared(asked))
    for run, row in enumerate(totals, 1):
        for number, total in enumerate(row):
            found = {"scores_total": total, "outcome_attacked": "idle" in players[number]} if total is not None else {}
            error = None if found else "broke"
            counted.add([Row(run=run, seed=run, point=number, scenario="-", seating="-", error=error, found=found)])
    return asked, counted


def test_8_11_worth_is_points_above_idle_and_doctrine_with_the_same_luck() -> None:
    asked, counted = batch(
        "*=forward", "*=idle", "", totals=[[70.0, 60.0, 71.0], [80.0, 60.0, 79.0], [90.0, 60.0, 90.0]]
    )
    played, doctrine = worths(asked, counted.twins)
    assert (played.point, doctrine.point) == (0, 2)
    assert (played.above_idle.n, played.above_idle.mean, played.above_doctrine.mean) == (3, 20.0, 0.0)
    assert played.above_idle.low < 20.0 < played.above_idle.high
    assert (doctrine.above_idle.mean, doctrine.above_doctrine) == (20.0, None)
    assert (played.effect.effect, doctrine.effect.effect) == (1.0, 1.0)


def test_8_11_a_run_that_failed_at_one_point_has_no_twin() -> None:
    asked, counted = batch("*=forward", "*=idle", totals=[[70.0, 60.0], [None, 60.0], [90.0, 60.0]])
    (found,) = worths(asked, counted.twins)
    assert (found.above_idle.n, found.above_idle.mean) == (2, 20.0)


def test_8_11_only_who_sat_in_the_same_seats_is_compared() -> None:
    """One nation plays forward: its worth is told beside itself idle, not beside another nation that is."""
    seats = ("dalvora=forward", "dalvora=idle", "orsenia=idle")
    asked, counted = batch(*seats, totals=[[70.0, 60.0, 10.0]])
    (found,) = worths(asked, counted.twins)
    assert (found.point, found.above_idle.mean, found.above_doctrine, found.effect) == (0, 10.0, None, None)


def test_8_2_a_batch_tells_the_effect_of_the_alliance_and_why_where_it_cannot() -> None:
    asked, counted = batch("", "*=idle", totals=[[70.0, 60.0]] * 4)
    told = report(asked, counted).splitlines()
    (line,) = [line for line in told if line.startswith("D, effect")]
    assert line.split()[5] == "1.00"
    assert result(asked, counted)["worth"][0]["effect"]["effect"] == 1.0
    asked, counted = batch("", "*=forward", totals=[[70.0, 60.0]] * 4)
    assert "D, effect of the alliance: not estimable; nothing shows" in report(asked, counted)
    assert result(asked, counted)["worth"][0]["effect"] == {"missing": "nothing shows what happens without it"}
    asked, counted = batch("*=forward", "*=idle", totals=[[None, 60.0]])
    assert "  no run was played to its end at both points" in report(asked, counted).splitlines()
