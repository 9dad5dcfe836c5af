"""Benchmarks run, name what was promised, and compare rightly. How long anything takes is never asserted."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import policies, profiling, results
from benchmarks.kernel import Load, bare, counted
from benchmarks.sessions import header, load, play
from benchmarks.timing import Figure, in_turns, middle, ratio
from wargame.files.scenarios import load_scenario
from wargame.runs.execute import InProcess
from wargame.runs.plan import Plan
from wargame.runs.statistics import Difference

ROOT = Path(__file__).resolve().parent.parent
PROMISED = {
    "engine_ratio",
    "session_ratio",
    "session_ms",
    "session_us_per_day",
    "kernel_events",
    "kernel_events_per_day",
    "events",
    "days",
    "help_ms",
    "run_ms",
    "python_ms",
    "help_mb",
    "run_mb",
    "load_ms",
    "write_ms",
    "read_ms",
    "verify_ms",
    "bytes_per_event",
    "paint_ms",
    "cursor_p95_ms",
    "refresh_p95_ms",
    "turn_end_ms",
}


@pytest.fixture(scope="module")
def quick() -> dict[str, dict[str, float]]:
    command = [sys.executable, "-m", "benchmarks", "--quick", "--json"]
    before = sizes()
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert sizes() == before  # a quick run keeps nothing
    measured: dict[str, dict[str, float]] = json.loads(done.stdout)
    return measured


def sizes() -> list[int]:
    return [each.stat().st_size for each in (results.BASELINE, results.HISTORY) if each.exists()]


def test_a_quick_run_measures_everything_that_is_promised(quick):
    assert set(quick["figures"]) >= PROMISED
    assert {name: value for name, value in quick["figures"].items() if not value > 0} == {}


def test_a_run_says_what_machine_it_is_of_but_not_whose(quick):
    assert set(quick["machine"]) == {"cores", "system", "python", *results.LIBRARIES}
    assert "/" not in json.dumps(quick)


def test_the_baseline_has_the_figures_of_a_run(quick):
    assert set(results.baseline()["figures"]) == set(quick["figures"])
    assert set(results.baseline()["machine"]) == set(quick["machine"])


def test_a_change_is_told_in_percent_of_what_was():
    assert results.change(150.0, 100.0) == pytest.approx(50.0)
    assert results.change(2.0, 4.0) == pytest.approx(-50.0)
    assert results.change(3.0, 3.0) == 0.0
    assert results.change(3.0, None) is None
    assert results.change(3.0, 0.0) is None


def test_the_table_shows_figures_beside_the_baseline_and_the_last_run():
    figures = [
        Figure("a", "first figure", 12.0, "ms", 3.2),
        Figure("b", "second figure", 1234.5),
        Figure("c", "new", 1.0, "x"),
    ]
    table = results.table(figures, {"figures": {"a": 10.0, "b": 1234.5}}, {"figures": {"a": 24.0}})
    first, *rows = table.splitlines()
    assert first.split() == ["now", "noise", "baseline", "change", "last"]
    assert [row.split() for row in rows] == [
        ["first", "figure", "12.0", "ms", "±3%", "10.0", "+20%", "-50%"],
        ["second", "figure", "1234", "1234", "+0%"],
        ["new", "1.00", "x"],
    ]
    assert max(len(row) for row in (first, *rows)) <= results.WIDTH


def test_a_baseline_of_another_machine_is_said_to_be_one():
    here = results.machine()
    assert results.differs({"machine": here}) == ""
    assert results.differs({"machine": here | {"cores": 77}}) == "cores 77"
    assert results.differs({}) == ""


def test_runs_are_kept_and_found_again(tmp_path, monkeypatch):
    monkeypatch.setattr(results, "BASELINE", tmp_path / "baseline.json")
    monkeypatch.setattr(results, "HISTORY", tmp_path / "history.jsonl")
    assert (results.baseline(), results.last()) == ({}, {})
    first = results.as_plain([Figure("a", "first figure", 1 / 3)])
    second = results.as_plain([Figure("a", "first figure", 2.0)])
    assert first["figures"] == {"a": 0.33333}
    results.keep(first)
    results.remember(first)
    results.remember(second)
    assert results.baseline() == first
    assert results.last() == second


def test_tasks_take_turns_and_the_first_round_is_not_counted():
    done: list[str] = []
    taken = in_turns(2, lambda: done.append("a"), lambda: done.append("b"))
    assert done == ["a", "b"] * 3
    assert [len(times) for times in taken] == [2, 2]


def test_the_middle_of_measurements_is_their_median_and_ratios_are_taken_round_by_round():
    assert middle("a", "", [1.0, 9.0, 2.0]).value == 2.0
    assert ratio("a", "", [2.0, 30.0, 8.0], [1.0, 10.0, 2.0]).value == 3.0
    assert middle("a", "", [5.0]).noise == 0.0


def test_bare_timeouts_ask_of_the_kernel_what_they_are_told():
    with counted() as lengths:
        bare(Load(events=50, pending=7))
    assert lengths == [7] * 50


def test_the_engine_alone_tells_the_story_of_the_session():
    record = play(header(2)).record
    assert load(record).events > len(record.played)  # raises when its log differs


def test_players_are_compared_on_the_same_luck(monkeypatch, capsys):
    asked = ["policies", "tutorial", "--runs", "3", "--jobs", "1", "--players", "idle,doctrine", "--types", "coercer"]
    monkeypatch.setattr(sys, "argv", asked)
    policies.main()
    told = capsys.readouterr().out
    usual, coercer = told.split("\ntutorial, ")
    for group in (usual, coercer):
        lines = group.splitlines()
        assert {"attacked", "deterred", "outcome", "alliance", "cost", "total"} < set(lines[1].split())
        assert [line.split()[0] for line in lines[2:4]] == ["doctrine", "idle"]
        assert "deterred with doctrine: " in group
        assert "best at every one: nobody" in group  # who does nothing spends nothing
        assert "total, beside doctrine:\n  idle  " in group
    assert "response" in coercer  # listed where there was something to respond to in some run
    assert "hidden type coercer" in told
    assert told.splitlines()[-1].startswith("12 runs in ")


def test_a_type_that_is_fixed_is_every_runs_type():
    scenario = policies.fixed(load_scenario("tutorial"), "desperate")
    plan = Plan(policies.points_of(scenario, ["idle"]), seed=1, runs=4)
    rows = [row for rows in InProcess().chunks(plan) for row in rows]
    assert {row.found["type_tevara"] for row in rows} == {"desperate"}
    with pytest.raises(SystemExit, match="types are opportunist"):
        policies.fixed(scenario, "friendly")


def test_who_leads_and_who_lags_is_said_by_means_and_by_paired_intervals():
    assert policies.leaders(["a", "b", "c"], [1.04, 0.96, None]) == ["a", "b"]
    assert policies.leaders(["a"], [None]) == []
    said = [policies.beside(Difference(9, mean, mean - 2.0, mean + 2.0, 1.0, 3.0)) for mean in (-3.0, 1.0, 3.0)]
    assert [word.split("] ")[1] for word in said] == [
        f"{word}, pairing saved a factor of 3.0" for word in ("below", "no clear difference", "above")
    ]


def test_a_profile_names_functions_without_places():
    assert profiling.named(profiling.named.__code__) == "benchmarks/profiling.py named"
    assert profiling.named("<built-in method f of C object at 0x7f00>") == "built-in method f of C object"
    kept = profiling.FILE.read_text(encoding="utf-8")
    assert "wargame/engine/world.py" in kept
    assert str(ROOT) not in kept
