"""What rows add up to, and how it is told."""

from dataclasses import replace
from statistics import mean

import pytest

from tests.runs.plans import known_rows, plan, tutorial
from wargame.runs.row import Row, bounds, columns
from wargame.runs.tally import MOST_FAILURES, Tally
from wargame.runs.telling import number, report, result
from wargame.runs.worth import compared

BOTH = ("", "*=idle")


@pytest.fixture
def tally():
    counted = Tally(columns(tutorial()), 2, compared(plan(*BOTH)))
    counted.add(known_rows())
    return counted


def of(point, column):
    return [row.found[column] for row in known_rows() if row.point == point and row.found[column] is not None]


def test_every_number_and_every_yes_or_no_is_estimated_for_every_point(tally):
    for point in (0, 1):
        told = tally.estimates(point)
        assert set(told) == {name for name, kind in columns(tutorial()).items() if kind is not str} - {
            "run", "seed", "point"
        }  # fmt: skip
        for name, estimate in told.items():
            values = of(point, name)
            assert estimate.n == len(values), name
            assert estimate.mean == (pytest.approx(mean(values)) if values else None), name


def test_no_interval_goes_beyond_what_the_figure_can_be():
    """Two runs, one perfect and one lost: Student's interval of the mean would be -585 to 685 points."""
    counted = Tally(columns(tutorial()), 2)
    for run, points in ((1, 0.0), (2, 100.0)):
        for point in (0, 1):
            found = {"scores_outcome": points * (1 - point), "outcome_max_rung": 9 - point, "margin_hours": points}
            found |= {"outcome_attacked": False, "scores_total": 0.0, "cost_incidents": 0.06 * run}
            counted.add([Row(run=run, seed=run, point=point, scenario="-", seating="-", found=found)])
    told = counted.estimates(0)
    assert (told["scores_outcome"].low, told["scores_outcome"].high) == (0.0, 100.0)
    assert (told["cost_incidents"].low, told["cost_incidents"].high > 0.4) == (0.0, True)
    assert told["margin_hours"].low < -500.0
    apart = counted.differences(1)["scores_outcome"]
    assert (apart.mean, apart.low, apart.high) == (-50.0, -100.0, 100.0)


def test_every_figure_lies_within_its_bounds():
    for row in known_rows():
        for name, value in row.found.items():
            if isinstance(value, int | float):
                assert bounds(name)[0] <= value <= bounds(name)[1], name
    assert bounds("scores_total") == (0.0, 100.0)
    assert bounds("alliance_trust") == (0.0, 1.0)
    assert bounds("outcome_mean_rung") == (0.0, 9.0)


def test_differences_are_taken_run_by_run(tally):
    told = tally.differences(1)["scores_total"]
    apart = [idle - usual for usual, idle in zip(of(0, "scores_total"), of(1, "scores_total"), strict=True)]
    assert (told.n, told.mean) == (3, pytest.approx(mean(apart)))
    assert tally.differences(1)["response_hours_total"].n == 0  # who does nothing never responds


def test_a_run_that_failed_at_one_point_has_no_partner_at_the_other():
    counted = Tally(columns(tutorial()), 2)
    rows = list(known_rows())
    rows[2] = replace(rows[2], error="broke", found={})
    counted.add(rows)
    assert (counted.failed, counted.failures) == ([1, 0], [rows[2]])
    assert counted.estimates(0)["scores_total"].n == 2
    assert counted.estimates(1)["scores_total"].n == 3
    assert counted.differences(1)["scores_total"].n == 2


def test_the_number_of_failures_is_kept_and_only_the_first_are_told():
    counted = Tally(columns(tutorial()), 1)
    for run in range(1, 100):
        counted.add([Row(run=run, seed=run, point=0, scenario="tutorial", seating="doctrine", error="broke")])
    assert counted.failed == [99]
    assert [row.run for row in counted.failures] == list(range(1, MOST_FAILURES + 1))


def test_a_report_fits_the_terminal_and_names_every_figure(tally):
    told = report(plan(*BOTH), tally)
    lines = told.splitlines()
    assert max(map(len, lines)) <= 80
    assert lines[0] == "tutorial: 3 runs, seeds 7 to 9"
    assert "Seating: doctrine" in lines
    apart = lines.index("*=idle, less doctrine; same luck")
    assert lines[apart + 1].split() == ["mean", "95%", "interval", "pairs", "factor"]
    assert any(line.startswith("Pairs: runs of one seed") for line in lines[apart:])
    usual = lines[: lines.index("Seating: *=idle")]
    total = [line for line in usual if line.startswith("  Total")]
    assert len(total) == 2  # of the response, of the scores
    points = mean(of(0, "scores_total"))
    assert total[1].split()[:2] == ["Total", number(points, share=False, signed=False)]
    assert usual.index("In time") < next(n for n, line in enumerate(usual) if line.startswith("  Adequacy"))
    assert [line.split()[-1] for line in usual if line.startswith("  Attacked")] == ["3"]


def test_a_result_for_programs_has_every_point_and_difference(tally):
    told = result(plan(*BOTH), tally)
    assert [point["seating"] for point in told["points"]] == ["doctrine", "*=idle"]
    (difference,) = told["differences"]
    assert (difference["seating"], difference["against"]) == ("*=idle", "doctrine")
    assert set(difference["differences"]["scores_total"]) == {"n", "mean", "low", "high", "standard_error", "factor"}
    assert set(told["points"][0]["estimates"]["scores_total"]) == {"n", "mean", "low", "high"}
    assert (told["failed"], told["failures"]) == (0, [])


def test_figures_are_told_to_three_digits_or_so():
    assert number(0.1234, share=True, signed=False) == "12.3%"
    assert number(-0.05, share=True, signed=True) == "-5.0%"
    assert number(3.14159, share=False, signed=False) == "3.14"
    assert number(314.159, share=False, signed=True) == "+314.2"
