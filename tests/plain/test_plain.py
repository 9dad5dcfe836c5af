"""Playing in plain lines: commands come in, lines go out."""

import pytest

from tests.cli.calling import PROGRAM, environment, wargame
from tests.plain.playing import SEED, Answers, played, table
from wargame.desk.form import Form
from wargame.files.replays import load_replay
from wargame.model.fields import kind_of
from wargame.plain.commands import COMMANDS, carry_out
from wargame.plain.table import HIDING
from wargame.players import PLAYERS
from wargame.replay.verify import verify


@pytest.fixture
def file(tmp_path):
    return tmp_path / "a.jsonl"


@pytest.fixture(scope="module")
def answer(tmp_path_factory):
    with table(tmp_path_factory.mktemp("plain") / "a.jsonl", []) as (seated, lines):
        yield Answers(seated, lines)


def in_words(decision) -> str:
    """A decision as somebody would type it."""
    form = Form.blank(type(decision))
    form.fill(decision)
    values = " ".join(f'{name}="{value}"' for name, value in form.values.items())
    return f"order {kind_of(type(decision))} {values}"


def test_a_session_in_lines_has_the_digest_of_the_same_decisions_without_a_screen(file, tmp_path):
    with table(file, []) as (seated, lines):
        orders = 0
        seated.arrive()
        while seated.open:
            for decision in PLAYERS["doctrine"].decide(seated.desk.view(), lambda: 0.5):
                carry_out(seated, in_words(decision.decision) + " because the book says so")
                orders += 1
            carry_out(seated, "end")
    assert orders > 10
    assert sum(line.startswith("Staged") for line in lines) == orders
    replay = load_replay(file)
    assert verify(replay).fault is None
    own = [order for done in replay.record.played for order in done.turn.orders if order.seat == "dalvora"]
    assert {order.rationale for order in own[:orders]} == {"the book says so"}
    script = tmp_path / "orders.jsonl"
    script.write_text(wargame("export", file, "--format", "decisions").out)
    again = tmp_path / "b.jsonl"
    assert wargame("run", "tutorial", "--seed", SEED, "--decisions", script, "-o", again, "--quiet").code == 0
    assert load_replay(again).record.played[-1].digest == replay.record.played[-1].digest


def test_it_begins_with_the_brief_and_every_turn_with_its_report(file):
    text = played(file, "end")
    brief, _, report = text.partition("> end\n")
    assert "YOUR BRIEF\nYou are the government of Dalvora" in brief
    assert "YOUR AIMS, WHICH NO OTHER SEAT KNOWS" in brief
    assert "0 orders committed; turn 1 ends for dalvora." in report
    assert "WHAT HAPPENED FROM D+0T00:00 TO D+1T00:00" in report
    assert text.endswith(f"Saved. wargame play --plain --resume {file} goes on.")


@pytest.mark.parametrize(
    "command",
    [
        "status",
        "brief",
        "inbox",
        "council",
        "forces",
        "allies",
        "indicators",
        "reviews",
        "estimate",
        "pad",
        "help",
        "orders",
        "orders all",
    ],
)
def test_what_the_screens_show_can_be_read(answer, command):
    told = answer(command).splitlines()
    assert len(told) >= 2
    assert all(len(line) <= 80 and line.isascii() for line in told)
    assert "perceived  " not in "\n".join(told), "where bars stood no gap is left"


def test_every_command_is_explained(answer):
    told = answer("help")
    for command in COMMANDS.values():
        assert f"\n{command.name} {command.takes}".rstrip() + ":" in told
        assert answer(f"help {command.name}").startswith(command.name)
    assert "Costs: 1 PC" in answer("help call consultation")
    assert "measure.place: id; optional" in answer("help table")


def test_words_may_be_shortened_while_they_stay_clear(answer):
    assert answer("ind").startswith("ESTIMATE")
    assert answer("ord call") == ("Not done: 'ord' could be orders, order; write more of it.")
    assert answer("order call").startswith("Staged, for 1 PC: call consultation.")
    assert answer("help ind") == answer("help indicators")
    assert answer("help offer") == answer("help offer_force")
    assert answer("orders al") == answer("orders all")
    assert answer("orders ab dal-coast") == answer("orders about dal-coast") == answer("orders dal-coast")


@pytest.mark.parametrize(
    ("command", "says"),
    [
        ("foo", "there is no command 'foo'; help lists the commands"),
        ("statsu", "did you mean 'status'?"),
        ("status now", "status stands alone; leave out 'now'"),
        ("order", "say which order: order KIND field=value because REASON; orders lists them"),
        ("order fly", "there is no order 'fly'; orders lists them"),
        ("order state probability 0.2", "'0.2' is no field=value; help state_probability names the fields"),
        (
            "order state probability prob=much",
            "probability is a percentage such as 8% (8 and 0.08 are the same), not 'much'",
        ),
        ("order state probability prob=700", "probability: "),
        ("order state probability chance=0.2", "there is no field 'chance'; its fields are probability"),
        (
            "order state probability",
            "probability is needed: a percentage such as 8% (8 and 0.08 are the same); 7 ways are like that: ",
        ),
        ("order call consultation why=fear", "this order has no fields"),
        ('order state probability prob="0.2', "a quotation mark has no partner"),
        ("order table measure", "table measure cannot be ordered now: the council has not met yet"),
        ("ways table", "table measure cannot be ordered now: the council has not met yet"),
        (
            "order move force=ors-mech to=ardel",
            "'ors-mech' is not a force of this nation; its forces are dal-frontier, dal-coast",
        ),
        ("stage 1", "ways KIND numbers the ways to give an order; then stage N gives one"),
        ("undo", "nothing is staged that could be undone"),
        ("undo 3", "nothing is staged that could be undone"),
        ("orders about m1", "no order is about 'm1' now"),
        ("help fly", "there is no command or order 'fly'; help lists the commands, orders the orders"),
        ("help re", "'re' could be report, "),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line_with_what_to_do(answer, command, says):
    told = answer(command)
    assert says in told
    assert told.startswith("Not done: ")
    assert "\n" not in told


def test_ways_are_numbered_and_one_is_given_by_its_number_with_a_reason(answer, file):
    commands = ("ways state prob", "stage 3 because they mass; nobody's fooled", "pad")
    listed = answer(commands[0])
    third = next(line for line in listed.splitlines() if line.startswith("3  "))
    assert f"1 {third[3:]}: they mass; nobody's fooled" in answer(*commands)
    assert "'9' is no number from 1 to 7; write stage N" in answer("ways state prob", "stage 9")


def test_values_that_fit_one_way_only_stand_for_it(answer):
    assert "Staged: move force Dalvoran Coast Regiment (dal-coast) to Port Ardel" in answer(
        "order move force=dal-coast"
    )
    told = answer("order move to=ardel")
    assert "ways are like that: ways move_force lists them" in told


def test_the_last_order_is_taken_back_or_the_one_that_is_named(answer):
    commands = ("order call", "order state prob probability=0.3", "undo 1", "pad")
    assert "1 state probability 30%" in answer(*commands)
    assert "call consultation" in answer(*commands[:2], "undo 1")
    assert "state probability 30%" in answer(*commands[:2], "undo")
    assert "'4' is no number from 1 to 2; write undo N" in answer(*commands[:2], "undo 4")


def test_orders_that_can_be_given_are_listed_and_on_request_the_others_with_the_reason(answer):
    assert "not now" not in answer("orders")
    assert "orders cannot be given now; orders all says why." in answer("orders")
    assert "table measure  not now: the council has not met yet" in answer("orders all")
    assert "move force" in answer("orders about dal-coast")
    assert "call consultation" not in answer("orders about dal-coast")


def test_quit_or_the_end_of_what_comes_in_loses_nothing(file):
    played(file, "order call because it is time", "quit", "end")
    resumed = played(file, "pad", scenario="", resume=True)
    assert "1 call consultation: it is time  1 PC" in resumed
    assert resumed.count("YOUR BRIEF") == 1


def test_empty_lines_and_comments_do_nothing(file):
    assert "Not done" not in played(file, "", "   ", "# a script may explain itself", "status")


def test_turns_can_be_ended_until_something_needs_the_seat(file):
    lines = played(file, "run", seats=("altmora",)).splitlines()
    assert any(line.startswith("Turn 1 ended, D+1T00:00") for line in lines)
    stopped = [index for index, line in enumerate(lines) if line == "Stopped, because:"]
    assert len(stopped) == 1
    assert any(line.startswith("WHAT HAPPENED") for line in lines[stopped[0] :])
    assert "run is for one seat alone" in played(file, "run", seats=("altmora", "orsenia"))


def test_two_seats_at_one_keyboard_are_hidden_from_each_other(file):
    text = played(file, "", "order call", "end", "", "pad", "end", "inbox", seats=("dalvora", "orsenia"))
    lines = text.splitlines()
    first, *asked = [index for index, line in enumerate(lines) if line.startswith("Press Enter")]
    assert "DALVORA" not in "\n".join(lines[:first]), "whoever begins may not be whose turn it is"
    assert len(asked) == 2
    for at in asked:
        assert lines[at - 1 - HIDING : at - 1] == [""] * HIDING
    assert lines[asked[0] - 1] == "The keyboard is for Orsenia now. Nobody else should look."
    between = "\n".join(lines[asked[0] : asked[1] - HIDING])
    assert "ORSENIA" in between
    assert "DALVORA" not in between
    assert "call consultation" not in between
    assert lines[asked[1]].endswith("> inbox")
    assert "WAITS FOR YOU" in "\n".join(lines[asked[1] :]), "what is typed instead of Enter is the first command"


def test_nobody_sits_down_when_nothing_more_comes_in(file):
    text = played(file, "end", seats=("dalvora", "orsenia"))
    assert "ORSENIA" not in text
    assert "Saved." in text
    again = played(file, scenario="", resume=True)
    assert "The keyboard is for Orsenia now." in again
    assert "ORSENIA" not in again, "who resumes may not be whose turn it is"


def test_the_end_is_told_with_the_scores(file):
    text = played(file, *["end"] * 20)
    assert "ENDEX: how it ended" in text
    assert text.endswith(f"The replay is {file}.")
    assert wargame("score", file).out.strip() in text


def test_from_a_pipe_the_transcript_can_be_followed_and_is_ascii_where_asked(file):
    import subprocess

    done = subprocess.run(
        [*PROGRAM, "play", "tutorial", "--plain", "--ascii", "--seed", str(SEED), "-o", str(file)],
        input="status\nnonsense\n",
        env=environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.isascii()
    assert "turn 1, dalvora> status\nDALVORA  010600ZMAR27" in done.stdout
    assert "Not done: there is no command 'nonsense'" in done.stdout
    assert done.stderr == ""


def test_what_cannot_be_opened_is_one_line(tmp_path):
    assert "say which SCENARIO" in wargame("play", "--plain").err
    called = wargame("play", "tutorial", "--plain", "--seat", "nowhere", "-o", tmp_path / "a.jsonl")
    assert (called.code, called.out) == (2, "")
    assert "there is no seat 'nowhere'" in called.err


def test_no_screen_is_loaded():
    import subprocess
    import sys

    code = "import sys, wargame.plain.play; sys.exit('textual' in sys.modules or 'rich' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], env=environment(), check=False).returncode == 0


def test_the_coach_says_what_is_next_and_which_command_does_it(file):
    lines = played(file, "indicators", "ways state_probability", "stage 2", "pad").splitlines()
    coached = [index for index, line in enumerate(lines) if line.startswith("COACH ")]
    assert [lines[at].split("  ")[0] for at in coached] == [f"COACH {number}/12" for number in (1, 2, 3)]
    told = " ".join(lines[coached[1] : coached[2]])
    assert "Write: ways state_probability, then stage N." in told
    assert played(file, "status", seats=("hq",)).count("COACH") == 0


@pytest.mark.parametrize(("seats", "shown"), [(("excon",), True), (("dalvora", "excon"), False)])
def test_after_endex_exercise_control_reads_its_notes_where_nobody_else_does(file, seats, shown):
    own = ("order note text='well led'", "order end_exercise", "end")
    text = played(file, *(("end", "") if len(seats) > 1 else ()), *own, seats=seats)
    result = text.partition("ENDEX: how it ended")[2]
    assert "Scores of 100" in result
    assert ("well led" in result) is shown
