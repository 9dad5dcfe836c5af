"""`wargame batch`: rows on disk, figures on stdout, and nothing lost to any kill."""

import json
import os
import pty
import signal
import sys
import time
from pathlib import Path

import pytest

from tests.cli.calling import PROGRAM, environment, refused, start, wargame
from tests.runs.plans import illegal_orders, known_rows
from wargame.cli import batches
from wargame.cli.progress import clock, line
from wargame.runs import execute

SLOWLY = "import wargame.runs.execute as execute\nexecute.CHUNK_SECONDS = 0.0\n"
"""Rows come one by one, so that a kill meets a batch between any two."""


def content(folder):
    return {each.name: each.read_bytes() for each in Path(folder).iterdir()}


def batch(folder, *more):
    """A batch of three runs with two seatings, as `known_rows` has them."""
    return wargame("batch", "tutorial", "--runs", 3, "--seed", 7, "--versus", "*=idle", "-o", folder, *more)


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    folder = tmp_path_factory.mktemp("batches") / "whole"
    assert batch(folder, "--jobs", 1, "-q").code == 0
    return folder


# --- what comes of it ----------------------------------------------------------------------------------------


def test_rows_are_the_same_bytes_whatever_the_number_of_processes(whole, tmp_path):
    done = batch(tmp_path / "a", "--jobs", 2, "-q")
    assert (done.code, done.out, done.err) == (0, "", "")
    assert content(tmp_path / "a") == content(whole)


def test_any_run_can_be_played_again_from_its_seed(whole, tmp_path):
    for row in known_rows()[2:4]:
        players = ["--player", row.seating] if row.point else []
        asked = ["run", "tutorial", "--seed", row.seed, *players, "-o", tmp_path / "a.jsonl", "--json"]
        told = json.loads(wargame(*asked).out)
        assert told["digest"] == row.found["digest"]
        assert told["digest"] in (whole / "rows.csv").read_text()
        assert told["scores"]["total"] == row.found["scores_total"]
    kept = ["run", whole / "scenario.json", "--seed", 7, "-o", tmp_path / "b.jsonl", "--json"]
    assert json.loads(wargame(*kept).out)["digest"] == known_rows()[0].found["digest"]


def test_the_table_is_for_people_and_json_for_programs(tmp_path):
    told = batch(tmp_path / "a")
    assert (told.code, told.err) == (0, "")
    assert told.out.startswith("tutorial: 3 runs, seeds 7 to 9\n\nSeating: doctrine\n")
    assert "*=idle, less doctrine; same luck" in told.out
    assert f"{tmp_path / 'a' / 'rows.csv'}" in told.out
    told = batch(tmp_path / "b", "--json")
    assert (told.code, told.err) == (0, "")
    result = json.loads(told.out)
    assert result["folder"] == str(tmp_path / "b")
    assert [point["seating"] for point in result["points"]] == ["doctrine", "*=idle"]
    attacked = [row.found["outcome_attacked"] for row in known_rows() if row.point == 0]
    assert result["points"][0]["estimates"]["outcome_attacked"]["mean"] == pytest.approx(attacked.count(True) / 3)


def test_without_a_folder_rows_go_to_a_new_one(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert wargame("batch", "tutorial", "--runs", 1, "-q").code == 0
    (folder,) = (tmp_path / "batches").iterdir()
    assert folder.name.startswith("tutorial-")
    assert len((folder / "rows.csv").read_text().splitlines()) == 2


def test_failed_runs_are_noted_and_the_others_stand(tmp_path):
    bad = f"orsenia=scripted:{illegal_orders(tmp_path)}"
    done = wargame("batch", "tutorial", "--runs", 2, "--versus", bad, "-o", tmp_path / "a", "--json")
    assert done.code == 0
    assert done.err.startswith("wargame: 2 of 4 runs failed; the first, seed 1: FileFaults: ")
    told = json.loads(done.out)
    assert (told["failed"], [each["seed"] for each in told["failures"]]) == (2, [1, 2])
    assert [point["failed"] for point in told["points"]] == [0, 2]
    every = wargame("batch", "tutorial", "--runs", 2, "--player", bad, "-o", tmp_path / "b", "-q")
    assert every.code == 1


# --- what is refused -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("more", "says"),
    [
        (["--player", "dalvara=idle"], "did you mean 'dalvora'?"),
        (["--versus", "*=doctrin"], "did you mean 'doctrine'?"),
        (["--versus", "*=doctrine"], "--versus *=doctrine seats the same players"),
        (["--runs", "0"], "--runs"),
        (["--jobs", "0"], "--jobs"),
        (["--seed", str(2**63 - 1)], "seeds go from 0 to"),
        (["--resume"], "--resume needs -o DIR"),
    ],
)
def test_wrong_usage_is_told_and_leaves_nothing(more, says, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert says in refused(wargame("batch", "tutorial", *more), 2).err
    assert list(tmp_path.iterdir()) == []


def test_invalid_files_are_told_and_leave_nothing(tmp_path):
    orders = tmp_path / "orders.jsonl"
    orders.write_text('{"turn": 1, "seat": "nobody", "decision": {"kind": "call_consultation"}}\n')
    for arguments in (["no-such"], ["tutorial", "--decisions", orders], ["tutorial", "--decisions", tmp_path / "no"]):
        refused(wargame("batch", *arguments, "-o", tmp_path / "a"), 3)
    assert not (tmp_path / "a").exists()


def test_results_are_not_written_over_and_not_mixed(whole):
    before = content(whole)
    assert "go on with it with --resume" in refused(batch(whole), 2).err
    assert "another first seed" in refused(batch(whole, "--resume", "--seed", 8), 2).err
    assert content(whole) == before
    text = (whole / "rows.csv").read_text()
    altered = text.replace(str(known_rows()[-1].found["digest"]), "0" * 64)
    try:
        (whole / "rows.csv").write_text(altered)
        assert "another version of the program" in refused(batch(whole, "--resume"), 4).err
    finally:
        (whole / "rows.csv").write_text(text)


# --- interrupted ---------------------------------------------------------------------------------------------


def begun(folder, jobs, least=4):
    """A long batch in a process of its own, which has written some rows."""
    child = start(SLOWLY, "batch", "tutorial", "--runs", 3000, "--seed", 7, "--jobs", jobs, "-o", folder)
    rows = folder / "rows.csv"
    deadline = time.monotonic() + 60
    while not rows.exists() or rows.read_bytes().count(b"\n") <= least:
        assert child.poll() is None, child.communicate()
        assert time.monotonic() < deadline
        time.sleep(0.01)
    return child


def go_on_to_the_same(folder, tmp_path):
    """Resume with a few runs more, and compare with a batch that was never interrupted."""
    text = (folder / "rows.csv").read_bytes()
    runs = text.count(b"\n") + 2
    asked = json.loads((folder / "batch.json").read_text())
    (folder / "batch.json").write_text(json.dumps(asked | {"runs": runs}, separators=(",", ":")) + "\n")
    same = ["batch", "tutorial", "--runs", runs, "--seed", 7, "-q", "-o"]
    assert wargame(*same, folder, "--resume").code == 0
    assert wargame(*same, tmp_path / "at-once").code == 0
    assert content(folder) == content(tmp_path / "at-once")
    assert (folder / "rows.csv").read_bytes().startswith(text[: text.rindex(b"\n") + 1])


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_is_killed_is_gone_on_with_and_leaves_no_process_behind(tmp_path, jobs):
    child = begun(tmp_path / "a", jobs)
    workers = children(child.pid)
    assert len(workers) >= (jobs if jobs > 1 else 0)
    child.kill()
    child.communicate()
    deadline = time.monotonic() + 20
    while any(alive(pid) for pid in workers):
        assert time.monotonic() < deadline, "workers outlive the program"
        time.sleep(0.02)
    go_on_to_the_same(tmp_path / "a", tmp_path)


def test_ctrl_c_is_no_traceback_while_processes_are_being_started(tmp_path):
    child = start(SLOWLY, "batch", "tutorial", "--runs", 3000, "--jobs", 2, "-o", tmp_path / "a", "-q")
    while not children(child.pid):
        time.sleep(0.001)
    for _ in range(20):
        for pid in children(child.pid):
            os.kill(pid, signal.SIGINT)
        time.sleep(0.01)
    child.send_signal(signal.SIGINT)
    _, err = child.communicate(timeout=60)
    assert child.returncode == 130
    assert err.startswith("wargame: interrupted after ")
    assert err.count("\n") == 1


@pytest.mark.parametrize("jobs", [1, 2])
def test_ctrl_c_keeps_rows_and_says_how_to_go_on(tmp_path, jobs):
    child = begun(tmp_path / "a", jobs)
    for pid in (child.pid, *children(child.pid)):  # a terminal tells all of them
        os.kill(pid, signal.SIGINT)
    out, err = child.communicate(timeout=60)
    assert (child.returncode, out) == (130, "")
    assert err.startswith("wargame: interrupted after ")
    assert err.endswith(f"--resume -o {tmp_path / 'a'} goes on\n")
    assert err.count("\n") == 1
    go_on_to_the_same(tmp_path / "a", tmp_path)


def children(pid):
    """The processes that a process has started."""
    listed = Path(f"/proc/{pid}/task/{pid}/children")
    if not listed.exists():
        pytest.skip("this system does not list the children of processes")
    return [int(each) for each in listed.read_text().split()]


def alive(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_a_worker_that_dies_ends_the_batch_and_keeps_its_rows(tmp_path, monkeypatch):
    class Dying:
        def chunks(self, plan, start=0):
            yield list(known_rows()[:2])
            raise execute.WorkerDied("a process that played runs was ended from outside")

    monkeypatch.setattr(execute, "executor", lambda jobs: Dying())
    done = batch(tmp_path / "a")
    assert (done.code, done.out) == (1, "")
    assert "after 2 of 6 rows, which are kept; the same command with --resume" in done.err
    monkeypatch.undo()
    assert batch(tmp_path / "a", "--resume", "-q").code == 0
    assert len((tmp_path / "a" / "rows.csv").read_text().splitlines()) == 7


# --- progress ------------------------------------------------------------------------------------------------


def test_a_terminal_is_shown_how_far_it_is_and_then_nothing(tmp_path):
    ours, theirs = pty.openpty()
    command = ["batch", "tutorial", "--runs", "4", "--jobs", "1", "-o", str(tmp_path / "a"), "--json"]
    pid = os.posix_spawn(
        sys.executable,
        [*PROGRAM, *command],
        environment(COLUMNS="80"),
        file_actions=[
            (os.POSIX_SPAWN_OPEN, 1, str(tmp_path / "out"), os.O_WRONLY | os.O_CREAT, 0o600),
            (os.POSIX_SPAWN_DUP2, theirs, 2),
        ],
    )
    _, status = os.waitpid(pid, 0)
    os.close(theirs)
    shown = os.read(ours, 65536).decode()
    os.close(ours)
    assert os.waitstatus_to_exitcode(status) == 0
    assert "]  4/4  " in shown
    assert shown.endswith("\r\x1b[K")
    assert "\n" not in shown
    assert json.loads((tmp_path / "out").read_text())["runs"] == 4


def test_a_bar_has_rate_and_time_left_and_fits_its_terminal():
    assert line(120, 240, 40.0) == "[" + "#" * 15 + "." * 15 + "]  120/240  40.0 a second, 0:03 left"
    assert line(120, 240, 40.0, columns=40) == "120/240  40.0 a second, 0:03 left"
    assert line(0, 240, 0.0) == "[" + "." * 30 + "]  0/240  0.0 a second"
    assert all(len(line(5, 10**9, 123.4, columns)) < columns for columns in range(1, 120))
    assert (clock(3), clock(62), clock(3723)) == ("0:03", "1:02", "1:02:03")


def test_small_batches_start_no_processes(monkeypatch, tmp_path):
    used = []

    def used_here(jobs):
        used.append(jobs)
        return execute.InProcess()

    monkeypatch.setattr(execute, "executor", used_here)
    monkeypatch.setattr(batches, "cores", lambda: 8)
    assert batch(tmp_path / "a", "-q").code == 0
    assert wargame("batch", "tutorial", "--runs", 60, "--player", "*=idle", "-q", "-o", tmp_path / "b").code == 0
    assert used == [1, 2]
