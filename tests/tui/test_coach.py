"""The tutorial's coach: whoever does only what it says plays the whole round, up to ENDEX."""

import re

import pytest

from tests.tui.driving import drive
from tests.tui.pilots import end_turn, keys, play, reach, screen, until
from wargame.files.replays import load_replay
from wargame.files.scenarios import load_scenario
from wargame.tui.coaching import MOST, Coach
from wargame.tui.listing import Listing

TAUGHT = {
    "state_probability",
    "call_consultation",
    "move_force",
    "release_report",
    "table_measure",
    "take_position",
    "offer_force",
    "grant_access",
}
STEPS = len(next(each for each in load_scenario("tutorial").guides if each.seat == "dalvora").steps)
ORDER = re.compile(r"a, / (.*?) Enter, Enter, (?:choose (.*?), )?s stages it, Esc to your desk\.")
LINE = re.compile(r"(?:the line|a line such as) '(.*)' with the arrows or /")


def words(pilot) -> str:
    """What the coach says now."""
    coach = pilot.app.screen.query_one(Coach)
    lines = coach.lines(coach.content_size.width)
    assert len(lines) <= MOST
    said = " ".join("".join(text for _, text in line).strip() for line in lines)
    assert said.endswith("."), f"it is cut: {said}"
    return said


async def obey(pilot, said: str) -> None:
    """Press the keys that the coach names, and no others."""
    named = re.split(r"Keys?: ", said)[-1]
    order = ORDER.fullmatch(named)
    if order:
        await keys(pilot, "a", "slash", f"~{order[1]}", "enter", "enter")
        if order[2]:
            await choose(pilot, order[2])
        await keys(pilot, "s")
        await reach(pilot, "Orders")
        await keys(pilot, "escape")
        await reach(pilot, "Crisis")
    elif named == "e, and e again.":
        await keys(pilot, "e", "e")
        await until(pilot, lambda: screen(pilot) in ("Report", "Result"))
        if screen(pilot) == "Report":
            await keys(pilot, "enter")
            await reach(pilot, "Crisis")
    else:
        assert re.fullmatch(r"\d\.", named), said
        await keys(pilot, named[0])


async def choose(pilot, which: str) -> None:
    """Move to the line that is named; where any will do, three down."""
    await reach(pilot, "Ways")
    line, listing = LINE.fullmatch(which), pilot.app.screen.query_one("#ways", Listing)
    if line is None:
        assert which == "with the arrows"
        await keys(pilot, "down", "down", "down")
        return
    for _ in range(100):
        if re.sub(r"  \d+ PC$", "", listing.paras[listing.cursor].text) == line[1]:
            return
        await keys(pilot, "down")
    raise AssertionError(f"there is no line '{line[1]}'")


ALLIES_TAUGHT = TAUGHT - {"move_force", "grant_access", "table_measure"} | {"ready_force", "seek_mandate"}


@pytest.mark.parametrize(
    ("seat", "taught"),
    [
        ("dalvora", TAUGHT),
        pytest.param("orsenia", ALLIES_TAUGHT, marks=pytest.mark.long),
        pytest.param("altmora", ALLIES_TAUGHT, marks=pytest.mark.long),
    ],
)
def test_who_does_only_what_the_coach_says_plays_the_whole_round(seat, taught, tmp_path):
    heard: list[str] = []

    async def story(pilot):
        await reach(pilot, "Brief")
        await keys(pilot, "enter")
        await reach(pilot, "Crisis")
        while screen(pilot) == "Crisis":
            said = words(pilot)
            print(said)
            assert "e, and e again" in said or said not in heard, f"it has not seen that this was done: {said}"
            heard.append(said)
            await obey(pilot, said)
        assert screen(pilot) == "Result"

    play(story, tmp_path / "a.jsonl", seat, size=(80, 24))
    replay = load_replay(tmp_path / "a.jsonl")
    assert replay.whole
    ordered = [
        (done.turn.number, order.decision.kind)
        for done in replay.record.played
        for order in done.turn.orders
        if order.seat == seat and done.phase == "play"
    ]
    assert {kind for _, kind in ordered} >= taught
    assert [turn for turn, kind in ordered if kind == "state_probability"] == [1, 5, 9], "in each turn that asks for it"
    places = [place for said in heard if (place := re.match(r"COACH (\d+)/(\d+)", said))]
    assert len({place[2] for place in places}) == 1, "the guide has as many steps from its beginning to its end"
    steps = next(guide.steps for guide in replay.record.header.scenario.guides if guide.seat == seat)
    for said in heard:
        place = re.match(r"COACH (\d+)/", said)
        assert place is None or " ".join(steps[int(place[1]) - 1].text.split()) in said, "each step has its own number"
    assert places[0][1] == "1"


def test_there_is_no_coach_for_a_seat_without_a_guide(tmp_path):
    async def story(pilot):
        await reach(pilot, "Brief")
        await keys(pilot, "enter")
        await reach(pilot, "Crisis")
        assert not pilot.app.screen.query_one(Coach).display

    play(story, tmp_path / "a.jsonl", "hq")


def test_a_line_that_does_something_else_does_not_count(tmp_path):
    async def story(pilot):
        await reach(pilot, "Brief")
        await keys(pilot, "enter")
        await reach(pilot, "Crisis")
        while "Send a brigade" not in words(pilot):
            await obey(pilot, words(pilot))
        await keys(pilot, "a", "slash", "~move force", "enter", "enter")
        await reach(pilot, "Ways")
        await keys(pilot, "s", "escape")
        await reach(pilot, "Crisis")
        said = words(pilot)
        assert said.startswith(f"COACH 4/{STEPS}  Send a brigade of your own to Port Ardel.")
        wrong = "'move force Dalvoran Frontier Brigade (dal-frontier) to Zelmar'"
        assert f"{wrong} is staged; that is not yet what is meant here." in said
        await obey(pilot, said)
        assert words(pilot).startswith(f"COACH 5/{STEPS}  Your orders stand on the pad")

    play(story, tmp_path / "a.jsonl", "dalvora", size=(80, 24))


def test_what_was_passed_over_counts_as_done_and_the_whole_stays(tmp_path):
    async def story(pilot):
        await reach(pilot, "Brief")
        await keys(pilot, "enter")
        await reach(pilot, "Crisis")
        number = 1
        for _ in range(3):
            assert words(pilot).startswith(f"COACH {number}/{STEPS}")
            await end_turn(pilot)
            await reach(pilot, "Report")
            await keys(pilot, "enter")
            await reach(pilot, "Crisis")
            place = re.match(rf"COACH (\d+)/{STEPS}  ", words(pilot))
            assert place
            assert int(place[1]) >= number
            number = int(place[1])
        assert number > 1

    play(story, tmp_path / "a.jsonl", "dalvora", size=(80, 24))


def test_learn_goes_straight_to_the_brief_of_the_seat_that_is_suggested(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    async def story(app, pilot):
        await reach(pilot, "Home")
        await keys(pilot, "enter")
        await reach(pilot, "Brief")
        desk = app.screen_stack[-2].desk
        assert (desk.seat, desk.view().scenario.id) == ("dalvora", "tutorial")
        await keys(pilot, "enter")
        await reach(pilot, "Crisis")
        assert words(pilot).startswith(f"COACH 1/{STEPS}")

    drive(story, None, (80, 24))
