"""Replays of an earlier version of their format are read line by line as the current version would have them.

There is no such version yet. Here the files of today are made old: replays and scenarios are at version 2.
"""

from typing import Literal

import pytest

from tests.files.surgery import put_together, small_session, take_apart
from wargame.files.faults import FileFaults
from wargame.files.replays import ReplayWriter, header, load_replay, reading, writing
from wargame.files.strict_json import read_line
from wargame.files.versions import Family, migrate_line
from wargame.model.fields import record
from wargame.model.record import FORMAT, Header
from wargame.model.scenario import FORMAT as SCENARIO_FORMAT
from wargame.model.scenario import Scenario


@record
class ScenarioOfToday(Scenario):
    version: Literal[2] = 2  # type: ignore[assignment]


@record
class HeaderOfToday(Header):
    scenario: ScenarioOfToday
    version: Literal[2] = 2  # type: ignore[assignment]


def renamed(data, **names):
    return {names.get(key, key): value for key, value in data.items()}


def header_step(data):
    return renamed(data, luck="seed")


def line_step(data):
    """Events had a `when`, orders a `why`, turns a `begin` and closing lines a `finish`; one step does all."""
    if "why" in data and "seat" not in data:
        raise KeyError("seat")
    return renamed(data, when="time", why="rationale", begin="edge", finish="ended")


OLD = {"time": "when", "rationale": "why", "edge": "begin", "ended": "finish", "seed": "luck"}


@pytest.fixture
def today(monkeypatch):
    """The program as it will be when both formats have a second version."""
    family = Family(FORMAT, 2, {1: header_step}, line_steps={1: line_step})
    for part in (header, reading, writing):
        monkeypatch.setattr(part, "FAMILY", family)
    monkeypatch.setattr(header, "SCENARIOS", Family(SCENARIO_FORMAT, 2, {1: lambda d: renamed(d, heading="title")}))
    monkeypatch.setattr(header, "Header", HeaderOfToday)


def old_blocks():
    """A session of today as it would have been written in version 1."""
    blocks = [[renamed(each, **OLD) for each in block] for block in take_apart(small_session())]
    blocks[0][0]["scenario"] = renamed(blocks[0][0]["scenario"], title="heading")
    return blocks


def written(blocks, folder):
    file = folder / "old.jsonl"
    file.write_bytes(put_together(blocks))
    return file


def test_an_old_replay_is_read_as_one_of_today(tmp_path, request):
    file = tmp_path / "new.jsonl"
    file.write_bytes(small_session())
    expected = load_replay(file)
    request.getfixturevalue("today")
    replay = load_replay(written(old_blocks(), tmp_path))
    assert (replay.damage, replay.whole, replay.version) == (None, True, 1)
    assert replay.played == expected.played
    assert (replay.header.seed, replay.header.version, replay.header.scenario.version) == (expected.header.seed, 2, 2)
    assert replay.header.scenario.title == expected.header.scenario.title


def test_its_checksums_are_over_what_is_written(tmp_path, today):
    file = written(old_blocks(), tmp_path)
    file.write_bytes(file.read_bytes().replace(b'"why":"a guess"', b'"why":"a gUess"'))
    assert "the checksum does not fit" in str(load_replay(file).damage)


def test_a_line_that_a_step_stumbles_over_is_damage_in_its_turn(tmp_path, today):
    blocks = old_blocks()
    del blocks[1][-2]["id"]
    blocks[1][-2]["why"] = "no event has one"
    damage = load_replay(written(blocks, tmp_path)).damage
    assert (damage.line, damage.where) == (len(blocks[1]), "turn 1")
    assert damage.message == "cannot be brought from version 1 of its format to 2: the field 'seat' is missing"


def test_a_line_that_is_still_wrong_afterwards_is_damage_too(tmp_path, today):
    blocks = old_blocks()
    blocks[1][-2]["when"] = -1
    assert load_replay(written(blocks, tmp_path)).damage.where == "turn 1"


def test_an_old_replay_is_not_gone_on_with_in_its_own_file(tmp_path, today):
    file = written(old_blocks()[:2], tmp_path)
    content = file.read_bytes()
    with pytest.raises(FileFaults, match="--output FILE goes on in a new file"):
        ReplayWriter.append(load_replay(file))
    assert file.read_bytes() == content


def test_a_scenario_that_its_step_stumbles_over_or_that_is_newer_is_told_in_its_place(tmp_path, today, monkeypatch):
    blocks = old_blocks()
    monkeypatch.setattr(header, "SCENARIOS", Family(SCENARIO_FORMAT, 2, {1: lambda d: {"title": d["name"]}}))
    with pytest.raises(FileFaults) as caught:
        load_replay(written(blocks, tmp_path))
    (fault,) = caught.value.faults
    assert fault.where == "scenario"
    assert fault.message.endswith("the field 'name' is missing")
    assert fault.column > 1
    blocks[0][0]["scenario"]["version"] = 3
    with pytest.raises(FileFaults) as caught:
        load_replay(written(blocks, tmp_path))
    (fault,) = caught.value.faults
    assert fault.where == "scenario.version"
    assert fault.message.startswith("written by a newer wargame (format 3")
    assert fault.source[fault.column - 1 :].startswith("3")


def test_lines_go_through_the_versions_that_changed_them():
    steps = dict.fromkeys((1, 2, 3), dict)
    family = Family("toy", 4, steps, line_steps={1: lambda d: {"n": d["n"] + 1}, 3: lambda d: {"n": d["n"] * 10}})
    made = read_line(b'{"n":1}', "f", 2)
    assert [migrate_line(family, version, made).data["n"] for version in (1, 2, 3, 4)] == [20, 10, 10, 1]
    assert made.data == {"n": 1}
    with pytest.raises(AssertionError):
        Family("toy", 2, {1: dict}, line_steps={2: dict})
