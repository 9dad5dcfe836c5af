"""Every command's contract: what it prints for people and for programs, and the code it ends with."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.calling import PROGRAM, SLOW, environment, refused, start, wargame, wargame_process
from tests.files.surgery import SOUND, put_together, raw_blocks, take_apart, tutorial_session
from wargame.files.scenarios import load_scenario
from wargame.model.record import Header
from wargame.players import PLAYERS
from wargame.session.exercise import Exercise
from wargame.session.seating import players, seat
from wargame.session.table import Table

COMMANDS = ["run", "batch", "verify", "score", "show", "export", "decisions", "players"]
SCENARIO_COMMANDS = ["list", "show", "check", "schema"]
SEGMENTS = ["recognition", "consultation", "decision", "assembly", "movement", "integration"]


@pytest.fixture
def replay(tmp_path):
    """A whole session of the tutorial."""
    file = tmp_path / "session.jsonl"
    file.write_bytes(tutorial_session())
    return file


def printed(*arguments):
    """What a command prints as JSON."""
    called = wargame(*arguments)
    assert (called.code, called.err) == (0, ""), called
    return json.loads(called.out)


# --- help and usage ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path", [[], ["scenario"], *([name] for name in COMMANDS), *(["scenario", n] for n in SCENARIO_COMMANDS)]
)
@pytest.mark.parametrize("option", ["--help", "-h"])
def test_every_command_has_help(path, option):
    called = wargame(*path, option)
    assert (called.code, called.err) == (0, "")
    assert called.out.startswith(" ".join(["Usage: wargame", *path]))
    assert all(len(line) <= 80 for line in called.out.splitlines())
    assert "─" not in called.out  # no boxes


def test_help_names_every_command_with_what_it_does():
    told = wargame("--help").out
    for name in [*COMMANDS, "scenario"]:
        assert re.search(rf"^  {name} +[A-Z]\w+", told, re.MULTILINE), name


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["verfy"], "Did you mean 'verify'?"),
        (["run", "tutorial", "--sede", "1"], "--seed"),
        (["verify"], "Missing argument"),
        (["show"], "Missing argument"),
        (["scenario", "chek", "tutorial"], "check"),
        (["run", "tutorial", "--seed", "-1"], "--seed"),
        (["run", "tutorial", "--seed", "one"], "--seed"),
        (["run", "tutorial", "--seed", str(2**63)], "--seed"),
        (["export", "a.jsonl", "--format", "xml"], "--format"),
        (["run"], "run needs a SCENARIO"),
        (["run", "tutorial", "--branch-after", "3"], "--branch-after needs --resume"),
        (["run", "tutorial", "--player", "dalvora"], "'dalvora' is not SEAT=NAME"),
        (["run", "tutorial", "--player", "dalvora="], "is not SEAT=NAME"),
        (["run", "tutorial", "--player", "dalvara=idle"], "did you mean 'dalvora'?"),
        (["run", "tutorial", "--player", "nobody-at-all=idle"], "seats are dalvora, orsenia, altmora, hq"),
        (["run", "tutorial", "--player", "dalvora=doctrin"], "did you mean 'doctrine'?"),
        (["run", "tutorial", "--player", "*=zzz"], f"players are {', '.join(PLAYERS)} and scripted:FILE"),
    ],
)
def test_wrong_usage_is_told_with_what_is_right(arguments, says, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert says in refused(wargame(*arguments), 2).err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("instant", ["", "tomorrow", "D+1T25:00", "D+1T10:60", "D-1", "3", "D+1 T06:00", "H+1:99"])
def test_an_instant_that_is_none_is_wrong_usage(replay, instant):
    assert "is no instant" in refused(wargame("show", replay, "--at", instant), 2).err


def test_an_instant_after_the_end_shows_the_end_and_says_so(replay):
    late, end = wargame("show", replay, "--at", "D+999"), wargame("show", replay)
    first, _, rest = late.out.partition("\n")
    assert first.startswith("D+999T00:00 is after the end of the session; this is the end, D+")
    assert (late.code, late.err, rest) == (0, "", end.out)


def test_players_are_listed_in_two_columns():
    lines = wargame("players").out.splitlines()
    assert all(len(line) <= 80 for line in lines)
    assert any(line.startswith("firm_but_flexible  Firm but flexible: ") for line in lines)


def test_a_view_or_seat_that_is_none_is_wrong_usage(replay):
    assert "did you mean 'dalvora'?" in refused(wargame("show", replay, "--at", "D+1", "--view", "dalvara"), 2).err
    assert "views are truth, dalvora" in refused(wargame("show", replay, "--at", "D+1", "--view", "qqq"), 2).err
    assert "seats are dalvora" in refused(wargame("export", replay, "--format", "json", "--seat", "qqq"), 2).err


def test_the_umpire_compares_what_was_what_was_held_and_what_could_have_been_known(replay):
    view = "could-have-known:altmora"
    shown = printed("show", replay, "--at", "D+6", "--view", view, "--json")
    assert (shown["view"], shown["time"]) == (view, "D+6T00:00")
    assert set(shown["truth"]) == {"tevara"}
    for picture in ("perceived", "could_have_known"):
        chances = shown[picture]
        assert sum(chance for name, chance in chances.items() if name != "attack") == pytest.approx(1.0, abs=1e-4)
        assert chances["attack"] == pytest.approx(chances["limited_attack"] + chances["major_attack"], abs=1e-4)
    assert shown["could_have_reports"] >= shown["reports"]
    text = wargame("show", replay, "--at", "D+6", "--view", view).out
    assert all(len(line) <= 80 for line in text.splitlines())
    assert "what Altmora could have known" in text
    assert "perceived  could have known" in " ".join(text.split()).replace("perceived could", "perceived  could")
    later = printed("show", replay, "--turn", "9", "--view", view, "--json")
    assert later["seconds"] > shown["seconds"]
    assert "did you mean" in refused(wargame("show", replay, "--view", "could-have-known:altmor"), 2).err


def test_no_more_turns_can_be_kept_than_were_played(replay):
    assert "branch after turn 0" in refused(wargame("run", "--resume", replay, "--branch-after", "25"), 2).err


# --- what commands print -------------------------------------------------------------------------------------


def test_decisions_and_players_are_listed_for_people_and_for_programs():
    kinds = {entry["kind"] for entry in printed("decisions", "--json")}
    text = wargame("decisions").out
    assert {"call_consultation", "offer_force", "state_probability"} <= kinds
    assert all(kind in text for kind in kinds)
    assert "\n# Decisions\n" in wargame("decisions", "--markdown").out
    names = [entry["name"] for entry in printed("players", "--json")]
    assert names == [*PLAYERS, "scripted:FILE"]
    assert all(name in wargame("players").out for name in names)


def test_scenarios_are_listed_shown_and_checked():
    listed = printed("scenario", "list", "--json")
    assert "tutorial" in [entry["name"] for entry in listed]
    assert "tutorial" in wargame("scenario", "list").out
    shown = printed("scenario", "show", "tutorial", "--json")
    assert [nation["id"] for nation in shown["nations"]] == ["dalvora", "orsenia", "altmora"]
    assert all(force["id"] for adversary in shown["adversaries"] for force in adversary["forces"])
    text = wargame("scenario", "show", "tutorial").out
    assert "Port Ardel" in text
    assert "tev-guards" not in text  # what only the adversary knows
    assert printed("scenario", "check", "tutorial", "--json") == {"faults": [], "may_have_more": False}
    assert "no faults" in wargame("scenario", "check", "tutorial").out


def test_the_schema_is_one_that_editors_understand():
    schema = printed("scenario", "schema")
    assert schema["$schema"].startswith("https://json-schema.org/")
    assert {"nations", "adversaries", "mel"} <= set(schema["properties"])


def test_a_scenario_as_it_is_shown_can_be_loaded_again(tmp_path):
    file = tmp_path / "shown.yaml"
    file.write_text(wargame("scenario", "show", "tutorial", "--json").out)
    assert load_scenario(str(file)) == load_scenario("tutorial")


def test_the_result_of_a_run_has_all_that_programs_read(tmp_path):
    told = printed("run", "tutorial", "--seed", "7", "-o", tmp_path / "a.jsonl", "--json")
    assert re.fullmatch("[0-9a-f]{64}", told["digest"])
    assert (told["scenario"], told["seed"], told["turns"]) == ("tutorial", 7, 12)
    assert told["replay"] == str(tmp_path / "a.jsonl")
    outcome = told["outcome"]
    assert isinstance(outcome["max_rung"], int)
    assert 0 <= outcome["max_rung"] <= 9
    assert (type(outcome["attacked"]), type(outcome["deterred"])) == (bool, bool)
    assert set(told["response_hours"]) == {*SEGMENTS, "total"}
    assert all(points is None or 0 <= points <= 100 for points in told["scores"].values())
    assert printed("score", tmp_path / "a.jsonl", "--json") == told


@pytest.mark.parametrize("seed", range(1, 9))
def test_response_hours_are_null_from_the_first_segment_not_reached_and_sum_to_the_total(seed, tmp_path):
    hours = printed("run", "tutorial", "--seed", seed, "-o", tmp_path / "a.jsonl", "--json")["response_hours"]
    segments = [hours[name] for name in SEGMENTS]
    reached = [hour for hour in segments if hour is not None]
    assert segments == [*reached, *[None] * (len(SEGMENTS) - len(reached))]
    if len(reached) == len(SEGMENTS):
        assert hours["total"] == pytest.approx(sum(reached), abs=1e-6)
    else:
        assert hours["total"] is None


def test_quiet_says_nothing(tmp_path, replay):
    for command in (("run", "tutorial", "-q", "-o", tmp_path / "a.jsonl"), ("verify", replay, "--quiet")):
        called = wargame(*command)
        assert (called.code, called.out, called.err) == (0, "", "")


def test_a_run_tells_how_to_take_a_seat_and_what_it_tells_works(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    told = wargame("run", SOUND, "--seed", "3").out
    commands = [line.strip() for line in told.splitlines() if line.startswith("  wargame ")]
    echo = next(line for line in told.splitlines() if line.startswith("  echo "))
    subprocess.run(echo, shell=True, check=True)
    assert len(commands) == 3
    for command in commands:
        called = wargame(*command.split()[1:])
        assert (called.code, called.err) == (0, ""), command


@pytest.mark.parametrize("view", ["truth", "dalvora", "hq", "commander", "red", "excon"])
@pytest.mark.parametrize("instant", ["D+0", "D+3T06:00", "H+78", "D+9999"])
def test_the_situation_is_shown_at_any_instant_to_any_seat(replay, view, instant):
    text = wargame("show", replay, "--at", instant, "--view", view)
    assert (text.code, text.err, "is after the end" in text.out) == (0, "", instant == "D+9999")
    assert all(len(line) <= 80 for line in text.out.splitlines())
    shown = printed("show", replay, "--at", instant, "--view", view, "--json")
    assert shown["view"] == view
    assert shown["time"] == {"D+0": "D+0T00:00", "D+9999": "D+24T00:00"}.get(instant, "D+3T06:00")


def test_an_event_log_is_exported_whole_or_as_a_seat_saw_it(replay):
    whole, seen = (wargame("export", replay, "--format", "json", *seat).out for seat in ([], ["--seat", "dalvora"]))
    logs = [[json.loads(line) for line in log.splitlines()] for log in (whole, seen)]
    assert [event["id"] for event in logs[0]] == list(range(1, len(logs[0]) + 1))
    assert [event["id"] for event in logs[1]] == list(range(1, len(logs[1]) + 1))
    assert {tuple(event["audience"]) for event in logs[1]} == {("dalvora",)}
    assert len(logs[1]) < len(logs[0])


# --- the same play has the same digest -----------------------------------------------------------------------


def digest_of(*arguments, file, **options):
    called = wargame_process("run", *arguments, "-o", file, "--json", **options)
    assert called.code == 0, called
    return json.loads(called.out)["digest"]


def test_the_same_play_has_the_same_digest_however_it_is_played(replay, tmp_path):
    file = tmp_path / "again.jsonl"
    expected = printed("score", replay, "--json")["digest"]
    assert digest_of("tutorial", "--seed", 7, file=file, env=environment(PYTHONHASHSEED="1")) == expected
    assert digest_of("tutorial", "--seed", 7, file=file, env=environment(PYTHONHASHSEED="2")) == expected
    assert file.read_bytes() == replay.read_bytes()
    assert printed("run", "tutorial", "--seed", 7, "-o", file, "--json")["digest"] == expected
    orders = tmp_path / "orders.jsonl"
    orders.write_text(wargame("export", replay, "--format", "decisions").out)
    assert printed("run", "tutorial", "--seed", 7, "--decisions", orders, "-o", file, "--json")["digest"] == expected
    assert printed("run", "tutorial", "--seed", 8, "-o", file, "--json")["digest"] != expected


def test_turn_by_turn_it_is_the_same_too(replay):
    scenario = load_scenario("tutorial")
    seating = seat(scenario, [])
    table = Table(Exercise(Header(engine="another", scenario=scenario, seed=7)), players(scenario, seating))
    while table.exercise.phase != "over":
        table.play_turn()
    assert table.exercise.digest == printed("score", replay, "--json")["digest"]


def test_a_branch_has_its_first_turns_in_common_with_its_parent_and_is_a_session_of_its_own(replay, tmp_path):
    file = tmp_path / "branch.jsonl"
    told = printed("run", "--resume", replay, "--branch-after", 5, "--player", "*=idle", "-o", file, "--json")
    assert told["replay"] == str(file)
    old, new = raw_blocks(replay.read_bytes()), raw_blocks(file.read_bytes())
    assert [line for block in new[1:6] for line in block[:-1]] == [line for block in old[1:6] for line in block[:-1]]
    assert take_apart(file.read_bytes())[0][0]["parent"] == {"digest": json.loads(old[-1][0])["digest"], "turn": 5}
    assert wargame("verify", file).code == 0
    assert replay.read_bytes() == tutorial_session()


# --- decision files ------------------------------------------------------------------------------------------


def test_a_decision_file_is_told_all_its_faults_by_line(tmp_path):
    orders = tmp_path / "orders.jsonl"
    orders.write_text(
        '{"turn": 1, "seat": "atlantis", "decision": {"kind": "call_consultation"}}\n'
        "\n"
        '{"turn": 0, "seat": "dalvora", "decision": {"kind": "call_consultations"}}\n'
        '{"turn": 2, "edge": -4}\n'
        "{turn: 3}\n"
    )
    said = refused(wargame("run", "tutorial", "--decisions", orders, "-o", tmp_path / "a.jsonl"), 3).err
    for line in (1, 3, 4, 5):
        assert f"{orders}:{line}:" in said
    assert "there is no seat 'atlantis'" in said
    assert "did you mean 'call_consultation'?" in said
    assert said.splitlines()[-1] == f"{orders}: 5 faults"


def test_a_large_file_that_is_no_decision_file_is_given_up_early(tmp_path):
    orders = tmp_path / "orders.jsonl"
    orders.write_text("x\n" * 1_000_000)
    said = refused(wargame("run", "tutorial", "--decisions", orders, "-o", tmp_path / "a.jsonl"), 3).err
    assert said.endswith("100 faults, and there may be more\n")


def test_a_decision_file_that_is_not_there_is_an_invalid_file(tmp_path):
    none = tmp_path / "none.jsonl"
    for option in (["--decisions", none], ["--player", f"dalvora=scripted:{none}"]):
        assert "there is no such file" in refused(wargame("run", "tutorial", *option, "-o", tmp_path / "a"), 3).err


@pytest.mark.parametrize(
    "order", [{"kind": "end_exercise"}, {"kind": "offer_force", "force": "tev-rifle", "measure": "m1"}]
)
def test_an_order_that_is_not_allowed_is_refused_with_its_line_and_reason(order, tmp_path):
    orders = tmp_path / "orders.jsonl"
    orders.write_text(json.dumps({"turn": 2, "seat": "dalvora", "decision": order}) + "\n")
    said = refused(wargame("run", "tutorial", "--decisions", orders, "-o", tmp_path / "a.jsonl", "--json"), 3).err
    assert f"{orders}:1:1: turn 2" in said


# --- where a session goes ------------------------------------------------------------------------------------


def test_without_a_seed_it_is_1(tmp_path):
    file = tmp_path / "a.jsonl"
    assert wargame("run", SOUND, "-o", file, "-q").code == 0
    assert take_apart(file.read_bytes())[0][0]["seed"] == 1
    assert "[default: (1);" in " ".join(wargame("run", "--help").out.split())


def test_a_session_goes_to_replays_in_the_current_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    told = printed("run", SOUND, "--json")
    (file,) = (tmp_path / "replays").iterdir()
    assert file.samefile(told["replay"])
    assert re.fullmatch(r"cut-short-\d{8}T\d{6}-\d+\.jsonl", file.name)


def test_where_that_cannot_be_written_it_goes_to_the_users_data_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr("os.access", lambda *_: False)
    told = printed("run", SOUND, "--json")
    assert Path(told["replay"]).parent == tmp_path / "data" / "wargame" / "replays"
    assert Path(told["replay"]).is_file()
    assert not (tmp_path / "replays").exists()


def test_an_output_is_overwritten_and_its_folder_made(tmp_path):
    file = tmp_path / "deep" / "down" / "a.jsonl"
    for seed in (1, 2):
        assert wargame("run", SOUND, "--seed", seed, "-o", file, "-q").code == 0
    assert take_apart(file.read_bytes())[0][0]["seed"] == 2
    assert list(file.parent.iterdir()) == [file]


# --- exit codes ----------------------------------------------------------------------------------------------


def test_each_exit_code(replay, tmp_path):
    damaged, invalid = tmp_path / "damaged.jsonl", tmp_path / "invalid.jsonl"
    damaged.write_bytes(tutorial_session()[:-1])
    invalid.write_bytes(tutorial_session()[1:])
    assert wargame("verify", replay).code == 0
    assert wargame("run", "tutorial", "-o", tmp_path).code == 1
    assert wargame("verify", "--no-such-option").code == 2
    assert wargame("verify", invalid).code == 3
    assert wargame("verify", damaged).code == 4
    assert wargame("verify", invalid, "--json").code == 3
    assert wargame("verify", damaged, "--json").code == 4
    assert wargame("scenario", "check", invalid, "--json").code == 3


@pytest.mark.parametrize(
    "command",
    [
        "run {}",
        "run --resume {}",
        "run tutorial --decisions {}",
        "play --plain {}",
        "play --plain --resume {}",
        "batch {}",
        "verify {}",
        "score {}",
        "show {}",
        "export {} --format json",
        "scenario check {}",
        "scenario show {}",
    ],
)
def test_a_file_that_is_not_there_ends_every_command_alike(command, tmp_path):
    called = wargame(*command.format(tmp_path / "none.yaml").split())
    assert (called.code, called.out) == (3, "")
    assert "none.yaml: there is no such file" in called.err


def test_playing_ends_with_the_codes_with_which_running_ends(tmp_path):
    damaged = tmp_path / "damaged.jsonl"
    damaged.write_bytes(b"no replay")
    for arguments in (["no-such"], ["tutorial", "--player", "west=doctrine"], ["--resume", damaged]):
        run, play = wargame("run", *arguments), wargame("play", "--plain", *arguments)
        assert (play.code, play.out, play.err) == (run.code, "", run.err)


def test_a_session_of_another_version_can_be_looked_at_and_not_resumed(replay, tmp_path):
    blocks = take_apart(tutorial_session())
    blocks[0][0]["engine"] = "0.0.1"
    blocks[0][0]["seed"] = 8  # so it comes out otherwise, as with another engine
    replay.write_bytes(put_together(blocks[:-1]))
    said = refused(wargame("run", "--resume", replay), 4).err
    assert re.fullmatch(r"wargame: .*: turn 1 differs: .*; it was played by another version of the program\n", said)
    assert wargame("score", replay).code == 0
    assert wargame("show", replay, "--at", "D+2").code == 0


def test_ctrl_c_ends_a_run_with_one_line_and_keeps_what_was_written(tmp_path):
    file = tmp_path / "a.jsonl"
    child = start(SLOW, "run", "tutorial", "--seed", "7", "-o", file)
    while not (file.exists() and b'{"done":3,' in file.read_bytes()):
        assert child.poll() is None
        time.sleep(0.002)
    child.send_signal(signal.SIGINT)
    out, err = child.communicate(timeout=60)
    assert (child.returncode, out, err) == (130, "", "wargame: interrupted; what was written is kept\n")
    assert wargame("run", "--resume", file, "-q").code == 0
    assert wargame("verify", file).code == 0


def test_ctrl_c_while_the_program_is_being_loaded_is_quiet_too():
    early = "import sys\nclass Early:\n def find_spec(self, name, *_):\n  if name == 'typer': raise KeyboardInterrupt\n"
    child = start(early + "sys.meta_path.insert(0, Early())\n", "players")
    out, err = child.communicate(timeout=60)
    assert (child.returncode, out, err) == (130, "", "")


# --- output that goes nowhere --------------------------------------------------------------------------------


def shell(command: str) -> "subprocess.CompletedProcess[str]":
    words = " ".join(PROGRAM)
    return subprocess.run(
        ["bash", "-c", f'wargame() {{ {words} "$@"; }}\n{command}'],
        env=environment(),
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )


@pytest.mark.parametrize("command", ["players", "scenario schema", "decisions --json"])
def test_a_reader_that_has_read_enough_is_no_error(command):
    done = shell(f"wargame {command} | head -c 0; echo ${{PIPESTATUS[0]}}")
    assert (done.stdout, done.stderr) == ("0\n", "")


def test_output_that_was_closed_or_is_full_is_no_traceback():
    assert (shell("wargame players >&-").returncode, shell("wargame players >&-").stderr) == (0, "")
    if Path("/dev/full").exists():
        for command in ("players", "scenario schema"):
            full = shell(f"wargame {command} > /dev/full")
            assert (full.returncode, full.stderr) == (1, "wargame: output: No space left on device\n")


def test_a_name_that_the_terminal_has_no_letters_for_is_shown_all_the_same(tmp_path):
    file = tmp_path / "zwölf–\udcff.jsonl"
    file.write_bytes(tutorial_session())
    for encoding in ("ascii", "utf-8"):
        env = environment(PYTHONIOENCODING=f"{encoding}:strict")
        text, programs = (wargame_process("verify", file, *option, env=env) for option in ([], ["--json"]))
        assert (text.code, text.err, programs.code, programs.err) == (0, "", 0, "")
        assert json.loads(programs.out)[0]["file"] == str(file)


# --- what is loaded ------------------------------------------------------------------------------------------


def modules_of(tmp_path: Path, *arguments: object) -> set[str]:
    """The modules that a command has loaded when it ends."""
    listing = "import atexit, sys\natexit.register(lambda: print(*sorted(sys.modules), file=sys.stderr))\n"
    child = start(listing, *arguments)
    _, err = child.communicate(timeout=60)
    assert child.returncode == 0
    return {name.partition(".")[0] for name in err.split()}


def test_a_run_loads_no_screen_and_no_tables(tmp_path):
    loaded = modules_of(tmp_path, "run", "tutorial", "-q", "-o", tmp_path / "a.jsonl")
    assert {"simpy", "wargame"} <= loaded
    assert loaded.isdisjoint({"textual", "pandas", "numpy", "pyarrow", "rich", "matplotlib"})


def test_a_batch_loads_no_screen_and_no_tables(tmp_path):
    loaded = modules_of(tmp_path, "batch", "tutorial", "--runs", "1", "-q", "-o", tmp_path / "a")
    assert loaded.isdisjoint({"textual", "pandas", "numpy", "pyarrow", "rich", "matplotlib"})


def test_help_loads_next_to_nothing(tmp_path):
    loaded = modules_of(tmp_path, "--help")
    assert loaded.isdisjoint({"simpy", "pydantic", "yaml", "textual", "pandas", "numpy"})


def test_python_m_wargame_and_the_installed_command_are_the_same_program():
    module = wargame_process("players")
    assert module == wargame("players")
    installed = Path(sys.executable).with_name("wargame")
    if not installed.exists():
        pytest.skip("the command is not installed beside this Python")
    done = subprocess.run([installed, "players"], check=False, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout) == (module.code, module.out)


def test_it_runs_from_any_folder(tmp_path):
    done = wargame_process("run", "tutorial", "--seed", 7, "-o", tmp_path / "a.jsonl", "-q", cwd=Path(os.sep))
    assert done.code == 0
    assert (tmp_path / "a.jsonl").read_bytes() == tutorial_session()


# --- what must not be lost -----------------------------------------------------------------------------------


def test_run_does_not_write_over_what_is_no_replay(tmp_path):
    notes = tmp_path / "notes.md"
    notes.write_text("my notes")
    done = wargame("run", "tutorial", "-o", str(notes))
    assert done.code == 2
    assert "this is no replay and would be lost" in done.err
    assert notes.read_text() == "my notes"


def test_a_branch_does_not_write_over_the_session_it_branches_from(replay, tmp_path):
    kept = tmp_path / "kept.jsonl"
    kept.write_bytes(replay.read_bytes())
    done = wargame("run", "--resume", str(kept), "--branch-after", "2", "-o", str(kept))
    assert done.code == 2
    assert "the session to branch from" in done.err
    assert kept.read_bytes() == replay.read_bytes()


def test_show_takes_an_instant_or_a_turn_and_without_either_shows_the_end(replay):
    assert "turn 3" in wargame("show", str(replay), "--turn", "3", "--view", "hq").out
    assert wargame("show", str(replay)).out == wargame("show", str(replay), "--at", "D+24").out
    both = wargame("show", str(replay), "--turn", "3", "--at", "D+1")
    assert (both.code, both.err) == (2, "wargame: give --at or --turn, not both\n")
    assert "there is no turn 99" in wargame("show", str(replay), "--turn", "99").err


def test_the_version_is_told():
    assert wargame("--version").out == "wargame 0.1.0\n"


def test_decisions_can_be_listed_without_those_that_are_not_built():
    built, every = wargame("decisions", "--built").out, wargame("decisions").out
    assert "call_consultation" in built
    assert "Not built yet" not in built
    assert "Not built yet" in every


def test_resume_may_name_its_own_scenario_seed_and_file_and_no_others(replay, tmp_path):
    """`run SCENARIO --seed N -o FILE --resume FILE` is what somebody writes who repeats the call that was cut off."""
    whole = replay.read_bytes()
    seed = str(json.loads(wargame("score", str(replay), "--json").out)["seed"])
    cut = tmp_path / "cut.jsonl"
    at = whole.index(b'{"turn":4,')
    cut.write_bytes(whole[:at])
    done = wargame("run", "tutorial", "--seed", seed, "-o", str(cut), "--resume", str(cut), "-q")
    assert (done.code, done.err) == (0, "")
    assert cut.read_bytes() == whole
    other = wargame("run", "--resume", str(cut), "--seed", str(int(seed) + 1))
    assert other.code == 2
    assert f"has the seed {seed}" in other.err
    assert wargame("run", "no-such", "--resume", str(cut)).code == 3
    assert cut.read_bytes() == whole


def test_resuming_what_was_killed_before_its_first_byte_begins_anew(replay, tmp_path):
    """Where the scenario is named; without it there is nothing to begin with."""
    file = tmp_path / "new.jsonl"
    seed = str(json.loads(wargame("score", str(replay), "--json").out)["seed"])
    done = wargame("run", "tutorial", "--seed", seed, "--resume", str(file), "-q")
    assert (done.code, file.read_bytes()) == (0, replay.read_bytes())
    assert "nothing of it was committed" in done.err
    assert wargame("run", "--resume", str(tmp_path / "other.jsonl")).code == 3
