"""A batch on disk, and what any kill leaves of it."""

import csv
import json
import shutil
from dataclasses import replace

import pytest

from tests.runs.plans import known_rows, plan, tutorial
from wargame.files.faults import FileFaults
from wargame.files.scenarios import load_scenario
from wargame.runs.folder import BATCH, ROWS, SCENARIO, Folder, OtherBatch, RunDiffers, read_asked
from wargame.runs.plan import Plan, Point
from wargame.runs.row import Row, columns

BOTH = ("", "*=idle")


@pytest.fixture
def whole(tmp_path):
    """A folder with every row of its plan."""
    folder = Folder.begin(tmp_path / "whole", plan(*BOTH))
    folder.add(known_rows())
    return folder.path


def content(path):
    return {each.name: each.read_bytes() for each in path.iterdir()}


def go_on(path, wanted=None):
    """Resume, and add the rows that are missing."""
    folder = Folder.resume(path, wanted or plan(*BOTH))
    folder.add(known_rows()[folder.done :])
    return folder


# --- what lies there -----------------------------------------------------------------------------------------


def test_a_folder_holds_what_was_asked_the_scenario_and_the_rows(whole):
    assert set(content(whole)) == {BATCH, SCENARIO, ROWS}
    held = read_asked(whole / BATCH)
    assert (held.scenario, held.seed, held.runs) == ("tutorial", 7, 3)
    assert [point.label for point in held.points] == ["doctrine", "*=idle"]
    assert load_scenario(str(whole / SCENARIO)) == tutorial()


def test_rows_come_back_as_they_were_written(whole):
    assert list(Folder(whole, plan(*BOTH)).rows()) == list(known_rows())


def test_a_failed_run_comes_back_too(tmp_path):
    folder = Folder.begin(tmp_path / "a", plan(runs=1))
    failed = Row(
        run=1, seed=7, point=0, scenario="tutorial", seating="doctrine", error='ValueError: "a", b; naïve \udcff'
    )
    folder.add([failed])
    (back,) = folder.rows()
    assert back == replace(failed, error='ValueError: "a", b; naïve \\udcff')


def test_the_rows_are_a_table_that_others_read(whole):
    with (whole / ROWS).open(newline="") as stream:
        table = list(csv.DictReader(stream))
    assert list(table[0]) == list(columns(tutorial()))
    assert [(line["run"], line["seed"], line["seating"]) for line in table[:3]] == [
        ("1", "7", "doctrine"),
        ("1", "7", "*=idle"),
        ("2", "8", "doctrine"),
    ]
    assert {line["outcome_attacked"] for line in table} <= {"true", "false"}
    assert {line["error"] for line in table} == {""}
    pandas = pytest.importorskip("pandas")
    frame = pandas.read_csv(whole / ROWS)
    assert frame["outcome_attacked"].dtype == bool
    assert list(frame["scores_total"]) == [row.found["scores_total"] for row in known_rows()]
    assert frame["error"].isna().all()


# --- after a kill --------------------------------------------------------------------------------------------


def test_a_batch_cut_at_any_byte_is_finished_to_the_same_bytes(whole, tmp_path):
    """Nothing is lost and nothing counted twice."""
    wanted = content(whole)
    size = len(wanted[ROWS])
    ends = {0, 1, size - 1, size, *(at + more for at in range(size) if wanted[ROWS][at] == 10 for more in (0, 1, 2))}
    for end in sorted(end for end in ends if end <= size):
        cut = tmp_path / f"cut-{end}"
        shutil.copytree(whole, cut)
        (cut / ROWS).write_bytes(wanted[ROWS][:end])
        assert go_on(cut).done == 6
        assert content(cut) == wanted, end


def test_a_torn_line_longer_than_what_is_read_at_once_is_dropped(whole):
    wanted = content(whole)
    with (whole / ROWS).open("ab") as stream:
        stream.write(b"9" * 200_000)
    go_on(whole)
    assert content(whole) == wanted


def test_a_batch_killed_before_it_had_begun_is_begun(whole, tmp_path):
    wanted = content(whole)
    for kept in ((), (BATCH,), (BATCH, SCENARIO)):
        begun = tmp_path / f"begun-{len(kept)}"
        begun.mkdir()
        for name in kept:
            (begun / name).write_bytes(wanted[name])
        go_on(begun)
        assert content(begun) == wanted
    go_on(tmp_path / "never-made")
    assert content(tmp_path / "never-made") == wanted


def test_a_batch_that_is_whole_can_be_gone_on_with_and_made_longer(whole):
    before = content(whole)
    assert Folder.resume(whole, plan(*BOTH)).done == 6
    assert content(whole) == before
    longer = Folder.resume(whole, plan(*BOTH, runs=5))
    assert (longer.done, read_asked(whole / BATCH).runs) == (6, 5)
    assert content(whole)[ROWS] == before[ROWS]


# --- what is refused -----------------------------------------------------------------------------------------


def other_scenario():
    scenario = replace(tutorial(), horizon=23.0)
    return Plan(tuple(Point(each.label, scenario, each.seating) for each in plan(*BOTH).points), 7, 3)


@pytest.mark.parametrize(
    ("wanted", "says"),
    [
        (plan(*BOTH, seed=8), "another first seed, 7 and not 8"),
        (plan(), "another seating, 'doctrine' and '*=idle' and not 'doctrine'"),
        (plan("*=idle", ""), "another seating"),
        (plan(*BOTH, runs=2), "holds a batch of 3 runs; ask for as many or more"),
        (other_scenario(), "another text of the scenario"),
    ],
)
def test_another_batch_is_not_gone_on_with(whole, wanted, says):
    before = content(whole)
    with pytest.raises(OtherBatch) as refused:
        Folder.resume(whole, wanted)
    assert says in str(refused.value)
    assert content(whole) == before


def test_decision_files_are_part_of_what_was_asked(tmp_path):
    orders = tmp_path / "orders.jsonl"
    orders.write_text('{"turn": 1, "seat": "dalvora", "decision": {"kind": "call_consultation"}}\n')
    wanted = plan(f"dalvora=scripted:{orders}")
    Folder.begin(tmp_path / "a", wanted)
    Folder.resume(tmp_path / "a", wanted)
    orders.write_text('{"turn": 2, "seat": "dalvora", "decision": {"kind": "call_consultation"}}\n')
    with pytest.raises(OtherBatch, match="another decision file"):
        Folder.resume(tmp_path / "a", wanted)
    assert str(orders) not in (tmp_path / "a" / BATCH).read_text()


def test_a_folder_with_other_things_in_it_is_left_alone(tmp_path, whole):
    (tmp_path / "notes.md").write_text("mine")
    for how in (Folder.begin, Folder.resume):
        with pytest.raises(OtherBatch, match="name another"):
            how(tmp_path, plan())
    with pytest.raises(OtherBatch, match="--resume"):
        Folder.begin(whole, plan(*BOTH))


def test_rows_that_an_altered_program_would_not_give_are_not_mixed_with_its_own(whole):
    text = (whole / ROWS).read_text()
    turns = known_rows()[-1].found["turns"]
    head, _, last = text.rstrip("\n").rpartition("\n")
    (whole / ROWS).write_text(f"{head}\n{last.replace(f',{turns},', ',99,', 1)}\n")
    with pytest.raises(RunDiffers, match=r"run 3 \(seed 9\) comes out otherwise"):
        Folder.resume(whole, plan(*BOTH))


@pytest.mark.parametrize(
    ("damage", "says"),
    [
        (lambda lines: lines[:2] + lines[3:], "here should be the row of run 1 at point 1"),
        (lambda lines: [lines[0].replace("seed", "sed"), *lines[1:]], "not the columns"),
        (lambda lines: [lines[0], lines[1][:-3] + "\n", *lines[2:]], "values where there are"),
        (lambda lines: [lines[0], lines[1].replace("false", "maybe"), *lines[2:]], "neither true nor false"),
        (lambda lines: [lines[0], "x" + lines[1], *lines[2:]], "'x1' is no number"),
        (lambda lines: [*lines, lines[-1]], "the batch has 6 rows and no more"),
        (lambda lines: [lines[0], '"' + "y" * 200_000 + '"\n'], "field larger than field limit"),
    ],
)
def test_a_damaged_table_is_told_with_its_line(whole, damage, says):
    lines = (whole / ROWS).read_text().splitlines(keepends=True)
    (whole / ROWS).write_text("".join(damage(lines)))
    with pytest.raises(FileFaults) as told:
        Folder.resume(whole, plan(*BOTH))
    assert says in str(told.value)
    assert f"{ROWS}:" in str(told.value)


def test_a_damaged_memory_of_what_was_asked_is_told(whole):
    asked = json.loads((whole / BATCH).read_text())
    (whole / BATCH).write_text(json.dumps(asked | {"seed": "seven"}))
    with pytest.raises(FileFaults, match="seed"):
        Folder.resume(whole, plan(*BOTH))


def test_a_disk_that_is_full_is_told_with_its_file(whole):
    folder = Folder.resume(whole, plan(*BOTH, runs=5))
    (whole / ROWS).unlink()
    (whole / ROWS).symlink_to("/dev/full")
    with pytest.raises(OSError, match="No space left") as told:
        folder.add(known_rows()[:1])
    assert told.value.filename == str(whole / ROWS)
