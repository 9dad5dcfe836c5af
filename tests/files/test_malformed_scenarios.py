"""Scenario files as people get them wrong: all that is wrong with each is told, in its place, and nothing else.

The files stand in `malformed/scenarios`, each named for what is wrong with it; `expected.yaml` there lists the faults.
"""

import json
from pathlib import Path

import pytest

from tests.cli.calling import refused, wargame, wargame_process
from wargame.files.faults import MOST_FAULTS
from wargame.files.strict_yaml import read
from wargame.files.text import read_text

FOLDER = Path(__file__).parent / "malformed" / "scenarios"
EXPECTED = read(read_text(FOLDER / "expected.yaml")).data
SOUND = Path(__file__).parent / "malformed" / "sound.yaml"
"""What most of the files would be if nothing were wrong with them."""


def test_every_file_has_its_faults_listed_and_there_are_enough():
    files = {path.stem for path in FOLDER.glob("*.yaml")} - {"expected"}
    assert files == set(EXPECTED)
    assert len(files) >= 40


def test_what_the_files_are_derived_from_is_sound():
    called = wargame("scenario", "check", SOUND)
    assert (called.code, called.err) == (0, "")


@pytest.mark.parametrize("name", EXPECTED)
def test_all_faults_of_a_file_are_told_in_their_places_and_no_others(name):
    called = wargame("scenario", "check", FOLDER / f"{name}.yaml", "--json")
    assert (called.code, called.err) == (3, "")
    told = json.loads(called.out)
    places = [[fault["line"], fault["column"]] for fault in told["faults"]]
    assert places == [[line, column] for line, column, _ in EXPECTED[name]]
    for fault, (*_, words) in zip(told["faults"], EXPECTED[name], strict=True):
        assert fault["message"].startswith(words)
    assert told["may_have_more"] is False


@pytest.mark.parametrize("name", EXPECTED)
def test_checking_and_running_a_malformed_file_say_the_same_on_stderr_and_nothing_on_stdout(name, tmp_path):
    file, replay = FOLDER / f"{name}.yaml", tmp_path / "replay.jsonl"
    checked = refused(wargame("scenario", "check", file), 3)
    assert refused(wargame("run", file, "-o", replay), 3) == checked
    assert not replay.exists()
    for line, column, words in EXPECTED[name]:
        place = f"{file}:{line}:{column}: "
        assert any(place in told and words in told for told in checked.err.splitlines())
    assert all(char.isprintable() for char in checked.err.replace("\n", ""))


@pytest.mark.parametrize("name", ["binary", "nested-3000-deep", "many-faults-at-once", "tabs-for-indentation"])
def test_it_is_the_same_in_a_process_of_its_own(name, tmp_path):
    called = refused(wargame_process("run", FOLDER / f"{name}.yaml", cwd=tmp_path), 3)
    assert called == wargame("run", FOLDER / f"{name}.yaml")
    assert list(tmp_path.iterdir()) == []


def test_a_file_with_more_faults_than_anybody_reads_shows_the_first_and_says_so(tmp_path):
    file = tmp_path / "nobodies.yaml"
    nobodies = "".join(f"  - {{seat: nobody-{number}, text: You are nobody.}}\n" for number in range(2 * MOST_FAULTS))
    file.write_text(f"{SOUND.read_text()}briefs:\n{nobodies}")
    called = refused(wargame("scenario", "check", file), 3)
    assert called.err.splitlines()[-1] == f"{file}: {MOST_FAULTS} faults, and there may be more"
    assert called.err.count("there is no seat") == MOST_FAULTS


def test_thousands_of_wrong_names_among_thousands_are_not_compared_each_with_each(tmp_path, monkeypatch):
    """That took five minutes once. Spellings are sought for the faults that are shown, among so many choices."""
    compared = []
    monkeypatch.setattr("difflib.SequenceMatcher.set_seq1", lambda *_: compared.append(1))
    places = "".join(f"    - {{id: l{n}, name: L, lat: 1, lon: 1, kinds: [base]}}\n" for n in range(3_000))
    routes = "".join(f"    - {{mode: road, ends: [x{n}, y{n}]}}\n" for n in range(3_000))
    file = tmp_path / "wide.yaml"
    file.write_text(SOUND.read_text().replace("  routes:\n", f"{places}  routes:\n{routes}"))
    refused(wargame("scenario", "check", file), 3)
    assert len(compared) == 0


@pytest.mark.parametrize("larger", [2_000_001, 50_000_000])
def test_a_file_larger_than_any_scenario_is_not_read(tmp_path, larger):
    file = tmp_path / "large.yaml"
    with file.open("wb") as stream:
        stream.truncate(larger)
    assert "larger than the 2,000,000 bytes" in refused(wargame("scenario", "check", file), 3).err


def test_a_scenario_that_is_not_there_is_an_invalid_file_with_a_likely_name(tmp_path):
    assert "there is no such file" in refused(wargame("scenario", "check", tmp_path / "none.yaml"), 3).err
    assert "did you mean 'tutorial'?" in refused(wargame("run", "tutorail"), 3).err
    assert "this is a directory" in refused(wargame("run", tmp_path), 3).err
