"""docs/model.md 8.2 and 8.11: what only many runs tell."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wargame.runs.row import Row
from wargame.runs.worth import deterrence, standing, worth


def pairs(both: int, played_only: int, without_only: int, neither: int) -> list[tuple[bool, bool]]:
    return (
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
    assert found.estimable


@pytest.mark.parametrize(("without_only", "estimable"), [(4, False), (5, True)])
def test_8_2_it_is_not_estimable_where_hardly_a_twin_is_attacked(without_only: int, estimable: bool) -> None:
    found = deterrence(pairs(0, 0, without_only, 100 - without_only))
    assert found.estimable is estimable
    assert (found.effect, found.low is None) == ((1.0, False) if estimable else (None, True))


def test_8_2_nothing_can_be_said_of_no_runs() -> None:
    assert not deterrence([]).estimable


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
    if found.estimable:
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
        found = deterrence(drawn)
        covered += found.low <= 0.75 <= found.high
    assert 182 <= covered <= 199


# --- 8.11 worth of play --------------------------------------------------------------------------------------


def rows(*totals: float | None) -> list[Row]:
    return [
        Row(run=number, seed=number, point=0, scenario="gate", seating="-", found={"scores_total": total})
        for number, total in enumerate(totals, 1)
    ]


def test_8_11_worth_is_points_above_others_in_the_same_seat_with_the_same_luck() -> None:
    found = worth(rows(70.0, 80.0, 90.0), rows(60.0, 60.0, 60.0), rows(71.0, 79.0, 90.0))
    assert (found.above_idle.n, found.above_idle.mean) == (3, 20.0)
    assert found.above_doctrine.mean == 0.0
    assert found.above_idle.low < 20.0 < found.above_idle.high


def test_8_11_runs_are_paired_by_their_luck_and_those_without_a_twin_left_out() -> None:
    found = worth(rows(70.0, None, 90.0), list(reversed(rows(60.0, 60.0, 60.0))), rows(70.0))
    assert (found.above_idle.n, found.above_idle.mean) == (2, 20.0)
    assert (found.above_doctrine.n, found.above_doctrine.mean) == (1, 0.0)


def test_8_11_where_a_session_stands_among_others() -> None:
    assert standing(70.0, [60.0, 65.0, 70.0, 80.0]) == 0.625
    assert standing(70.0, []) is None


def test_8_3_a_response_that_never_came_is_slower_than_any() -> None:
    times = [100.0, 200.0, None, None]
    assert standing(150.0, times, higher_is_better=False) == 0.75
    assert standing(None, times, higher_is_better=False) == 0.25
