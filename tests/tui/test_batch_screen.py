"""Simulating from the screens: another process plays, the screen shows what it tells and can stop it."""

import asyncio
import csv
import json
import subprocess
import sys

from wargame.desk.simulating import NOBODY, OWN, RUNS, Asked, asked_paras, pace, result_paras
from wargame.files.replays import load_replay
from wargame.players import PLAYERS
from wargame.runs.row import leaves
from wargame.scoring.score import Score
from wargame.session.frames import LengthCard
from wargame.tui.app import Wargame
from wargame.tui.listing import Listing
from wargame.tui.screens import batch
from wargame.tui.screens.batch import Batch
from wargame.tui.screens.pick import Pick

SMALL = Asked("tutorial", 3, "doctrine", "idle")


def told(asked=SMALL, *more):
    """What the command that a batch is played with prints."""
    done = subprocess.run([*asked.command(), *more], capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def simulating(play, tmp_path, monkeypatch, asked=SMALL):
    monkeypatch.chdir(tmp_path)

    async def on_screen():
        app = Wargame(plain_ascii=False)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            screen = Batch()
            screen.asked = asked
            await app.push_screen(screen)
            await pilot.pause()
            return await play(pilot, screen)

    return asyncio.run(on_screen())


async def until(pilot, condition):
    for _ in range(1200):
        if condition():
            return
        await pilot.pause(0.05)
    raise AssertionError("it did not come")


def rows(folder):
    (file,) = folder.glob("batches/*/rows.csv")
    return len(file.read_text().splitlines()) - 1


# --- what is asked and told ----------------------------------------------------------------------------------


def test_lines_for_programs_tell_how_far_it_is_and_end_with_the_whole_result(tmp_path):
    lines = told(SMALL, "-o", str(tmp_path / "a"))
    assert (lines[0]["done"], lines[-1]["done"]) == (0, 6)
    assert {line["total"] for line in lines} == {6}
    result = lines[-1]["result"]
    assert [point["seating"] for point in result["points"]] == ["doctrine", "*=idle"]
    assert result["points"][0]["estimates"]["outcome_attacked"]["n"] == 3
    again = subprocess.run(SMALL.command(str(tmp_path / "a")), capture_output=True, text=True, check=True)
    (line,) = again.stdout.splitlines()
    assert json.loads(line)["result"] == result


def test_figures_stand_with_their_intervals_and_what_differs_for_sure_is_marked(tmp_path):
    result = told(SMALL, "-o", str(tmp_path / "a"))[-1]["result"]
    text = [para.text for para in result_paras(result)]
    assert text[0] == "IDLE LESS DOCTRINE, SAME LUCK"
    assert any(line.startswith("Score in all, of 100") for line in text)
    assert "PLAYED BY DOCTRINE" in text
    each = {"n": 9, "mean": 2.5, "low": 2.0, "high": 3.0}
    apart = each | {"standard_error": 0.1, "factor": 2.0}
    made = {
        "confidence": 0.9,
        "points": [
            {"seating": "doctrine", "failed": 0, "estimates": {"outcome_attacked": each, "turns": each}},
            {"seating": "*=idle", "failed": 1, "estimates": {"outcome_attacked": each, "turns": each}},
        ],
        "differences": [
            {
                "seating": "*=idle",
                "against": "doctrine",
                "differences": {"outcome_attacked": apart, "turns": apart | {"low": -1.0}},
            }
        ],
    }
    lines = [para.text for para in result_paras(made)]
    attacked, turns = (next(line for line in lines if line.startswith(name)) for name in ("Attacked", "Turns"))
    assert "+250.0% *" in attacked
    assert "*" not in turns
    assert "PLAYED BY IDLE, 1 run FAILED" in lines
    assert sum("90% interval" in line for line in lines) == 3
    assert not [line for line in lines if "95%" in line]


def test_a_comparison_names_the_players_and_says_on_how_many_pairs_each_figure_rests():
    """Figures need not add up: a mean is of all runs of a player, a difference of those seeds where both have it."""

    def estimates(n, mean):
        kinds = {leaf.column: leaf.kind for leaf in leaves(Score) if leaf.kind is not str}
        wide = {name: 1.0 if kind is bool else 9999.5 for name, kind in kinds.items()}
        return {name: {"n": n, "mean": mean, "low": mean - half, "high": mean + half} for name, half in wide.items()}

    points = [
        {"seating": f"*={who}", "failed": 0, "estimates": estimates(runs, mean)}
        for who, runs, mean in (("firm_but_flexible", 20, 0.333), ("cautious", 6, 0.5))
    ]
    apart = {"seating": "*=cautious", "against": "*=firm_but_flexible", "differences": estimates(3, 0.0)}
    told = list(result_paras({"confidence": 0.95, "points": points, "differences": [apart]}))
    text = [para.text for para in told]
    assert text[1] == "Pairs: runs of one seed where both have the figure; what differs is of these."
    assert text[2].split() == ["firm", "but"]
    assert text[3].split() == ["flexible", "cautious", "differs", "95%", "interval", "pairs"]
    ahead = next(line for line in text if line.startswith("Ahead of attack, hours"))
    assert ahead.split()[4:] == ["0.33", "0.50", "+0.00", "-10000", "to", "+10000", "3"]
    assert max(map(len, text)) <= 78
    assert [line.split()[-1] for line in text if line.startswith("Ahead")] == ["3", "20", "6"]


def test_pace_says_what_is_left():
    assert pace({"done": 0, "total": 40, "rate": 0.0}) == "0 of 40 runs"
    assert pace({"done": 10, "total": 40, "rate": 0.4}) == "10 of 40 runs, 0.4 a second, 1 min 15 s left"
    assert pace({"done": 40, "total": 40, "rate": 2.0}) == "40 of 40 runs, 2.0 a second"


def test_every_field_can_be_changed_and_no_player_is_compared_with_itself():
    asked = Asked("narrow-sea")
    short = LengthCard(id="short", title="90 minutes", turns=10, days=20.0)
    assert asked.choices("length", [short])[1] == ("short", "90 minutes, about 10 turns")
    for name in ("scenario", "length", "runs", "player", "versus"):
        for value, _ in asked.choices(name, [short]):
            assert value in " ".join(para.text for para in asked_paras(asked.changed(name, value)))
    assert [value for value, _ in asked.choices("runs")] == [str(each) for each in RUNS]
    assert asked.player not in [value for value, _ in asked.choices("versus")]
    compared = asked.changed("versus", "idle")
    assert "--versus" in compared.command()
    assert "--length" not in compared.command()
    timed = asked.changed("length", "short")
    assert " ".join(timed.command()).partition("batch ")[2].startswith("narrow-sea --length short --runs 100 ")
    assert timed.changed("scenario", "strait").length == OWN
    assert compared.changed("player", "idle").versus == NOBODY
    assert {value for value, _ in asked.choices("player")} == set(PLAYERS)


# --- the screen ----------------------------------------------------------------------------------------------


def test_a_batch_runs_to_its_end_and_its_rows_are_kept(tmp_path, monkeypatch):
    async def play(pilot, screen):
        await pilot.press("s")
        assert screen.running is not None
        await until(pilot, lambda: screen.running is None)
        await pilot.pause()
        said = str(screen.query_one("#pace").render())
        return said, [para.text for para in screen.query_one("#figures", Listing).paras]

    said, figures = simulating(play, tmp_path, monkeypatch)
    assert said.startswith("6 runs are done")
    assert "IDLE LESS DOCTRINE, SAME LUCK" in figures
    assert rows(tmp_path) == 6


def test_esc_stops_a_batch_and_r_goes_on_with_it(tmp_path, monkeypatch):
    async def play(pilot, screen):
        await pilot.press("r")
        assert screen.running is None
        await pilot.press("s")
        await until(pilot, lambda: screen.told is not None and screen.told["done"] > 0)
        await pilot.press("escape")
        await until(pilot, lambda: screen.running is None)
        assert pilot.app.screen is screen
        before = screen.told["done"]
        screen.asked = Asked("tutorial", screen.asked.runs)
        await pilot.press("r")
        await until(pilot, lambda: screen.told is not None and screen.told["done"] > before)
        await pilot.press("escape")
        await until(pilot, lambda: screen.running is None)
        await pilot.press("escape")
        await pilot.pause()
        return before, screen.told["done"], type(pilot.app.screen).__name__

    before, after, left = simulating(play, tmp_path, monkeypatch, Asked("tutorial", 2000))
    assert 0 < before < after < 2000
    assert rows(tmp_path) >= after
    assert left == "Home"


def test_a_batch_that_does_not_heed_esc_is_ended(tmp_path, monkeypatch):
    class Deaf(Asked):
        def command(self, resumed=""):
            program = "import json, signal, time; signal.signal(signal.SIGINT, signal.SIG_IGN); "
            result = {"folder": "batches/a", "confidence": 0.95, "points": [], "differences": []}
            told = {"done": 1, "total": 9, "rate": 1.0, "result": result}
            return [sys.executable, "-c", f"{program}print(json.dumps({told}), flush=True); time.sleep(100)"]

    monkeypatch.setattr(batch, "PATIENCE", 0.5)

    async def play(pilot, screen):
        await pilot.press("s")
        await until(pilot, lambda: screen.told is not None)
        await pilot.press("escape")
        await until(pilot, lambda: screen.running is None)
        await pilot.pause()
        return str(screen.query_one("#pace").render()), screen.folder

    said, folder = simulating(play, tmp_path, monkeypatch, Deaf("tutorial", 9))
    assert said.startswith("Stopped after 1 of 9 runs")
    assert folder == "batches/a"


def test_esc_stops_a_run_that_is_played_again_to_be_watched(tmp_path, monkeypatch):
    async def play(pilot, screen):
        await pilot.press("s")
        await until(pilot, lambda: screen.told is not None and screen.running is None)
        screen.played = Asked("great-alliance")  # which takes a second or more
        await pilot.press("w")
        await pilot.press("enter")
        await until(pilot, lambda: type(pilot.app.screen).__name__ == "Waiting")
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is screen)
        await pilot.app.workers.wait_for_complete()
        return [note.message for note in pilot.app._notifications]

    assert simulating(play, tmp_path, monkeypatch) == ["it was stopped"]


def test_what_cannot_be_played_is_said_in_a_line(tmp_path, monkeypatch):
    async def play(pilot, screen):
        await pilot.press("s")
        await until(pilot, lambda: screen.running is None)
        await pilot.pause()
        return str(screen.query_one("#pace").render())

    assert "nonesuch" in simulating(play, tmp_path, monkeypatch, Asked("nonesuch"))


def test_leaving_the_program_leaves_no_process_behind(tmp_path, monkeypatch):
    async def play(pilot, screen):
        await pilot.press("s")
        await until(pilot, lambda: screen.told is not None)
        return screen.running

    process = simulating(play, tmp_path, monkeypatch, Asked("tutorial", 2000))
    assert process.wait(10) is not None


def test_enter_on_a_line_offers_what_it_could_be(tmp_path, monkeypatch):
    async def play(pilot, screen):
        screen.query_one("#asked", Listing).point_at(("field", "player"))
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Pick)
        pilot.app.screen.query_one(Listing).point_at(("value", list(PLAYERS).index("forward")))
        await pilot.press("enter")
        await pilot.pause()
        return screen.asked

    assert simulating(play, tmp_path, monkeypatch).player == "forward"


def test_the_lengths_of_a_scenario_are_offered(tmp_path, monkeypatch):
    async def play(pilot, screen):
        await until(pilot, lambda: screen.lengths)
        screen.query_one("#asked", Listing).point_at(("field", "length"))
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Pick)
        await pilot.press("j", "enter")
        await pilot.pause()
        return screen.asked

    assert simulating(play, tmp_path, monkeypatch, Asked("narrow-sea")).length == "short"


def test_one_run_is_played_again_and_its_replay_opened(tmp_path, monkeypatch):
    """It is the session that the table has a row of."""

    async def play(pilot, screen):
        assert not screen.check_action("watch", ())
        await pilot.press("s")
        await until(pilot, lambda: screen.told is not None and screen.running is None)
        await pilot.press("w")
        await pilot.pause()
        listed = [para.text for para in pilot.app.screen.query_one(Listing).paras]
        pilot.app.screen.query_one(Listing).point_at(("value", 3))
        await pilot.press("enter")
        await until(pilot, lambda: type(pilot.app.screen).__name__ == "Watch" and pilot.app.focused is not None)
        return listed

    listed = simulating(play, tmp_path, monkeypatch)
    assert [line.partition(":")[0] for line in listed[1:5]] == [
        "seed 1, doctrine",
        "seed 1, idle",
        "seed 2, doctrine",
        "seed 2, idle",
    ]
    (folder,) = tmp_path.glob("batches/*")
    with (folder / "rows.csv").open() as table:
        row = list(csv.DictReader(table))[3]
    replay = load_replay(folder / "idle-seed-2.jsonl")
    assert replay.whole
    assert replay.record.played[-1].digest == row["digest"]
