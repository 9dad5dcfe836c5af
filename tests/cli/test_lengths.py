"""`--length` (docs/model.md 3.10): a scenario played in one of its lengths."""

import json

from tests.cli.calling import refused, wargame
from wargame.files.replays import load_replay


def test_a_session_in_a_length_records_the_scenario_so_changed_and_can_be_verified(tmp_path):
    file = tmp_path / "short.jsonl"
    called = wargame("run", "narrow-sea", "--length", "short", "--player", "*=idle", "-o", file, "--json")
    assert (called.code, called.err) == (0, "")
    header = load_replay(str(file)).header
    (short,) = [each for each in header.scenario.lengths if each.id == "short"]
    assert (header.scenario.length, header.scenario.pace, header.scenario.last_day) == (
        "short",
        short.pace,
        short.last_day,
    )
    assert abs(json.loads(called.out)["turns"] - short.turns) <= 3
    assert wargame("verify", file, "--quiet").code == 0


def test_an_unknown_length_is_told_with_those_there_are(tmp_path):
    said = refused(wargame("run", "narrow-sea", "--length", "long", "-o", tmp_path / "x.jsonl"), 2).err
    assert said == "wargame: narrow-sea has no length 'long'; its lengths are short, half, full\n"
    said = refused(wargame("batch", "tutorial", "--length", "short", "-o", tmp_path / "b"), 2).err
    assert said == "wargame: tutorial has no length 'short'; it has one length only\n"


def test_a_length_is_chosen_when_a_session_begins(tmp_path):
    file = tmp_path / "played.jsonl"
    wargame("run", "tutorial", "--player", "*=idle", "-o", file, "--quiet")
    assert "--length is for a new session" in refused(wargame("run", "--resume", file, "--length", "short"), 2).err


def test_a_scenarios_brief_names_its_lengths():
    shown = " ".join(wargame("scenario", "show", "narrow-sea").out.split())
    assert "Lengths: short (90 minutes, about 10 turns, to D+20), half (half a day, about 16 turns, to D+36)" in shown
