"""The tutorial's coach: whoever does only what it says plays the whole round, up to ENDEX."""

import re

import pytest

from tests.tui.pilots import keys, play, reach, screen, until
from wargame.files.replays import load_replay
from wargame.tui.coaching import MOST, Coach

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


def words(pilot) -> str:
    """What the coach says now."""
    coach = pilot.app.screen.query_one(Coach)
    lines = coach.lines(coach.content_size.width)
    assert len(lines) <= MOST
    return " ".join("".join(text for _, text in line).strip() for line in lines)


async def obey(pilot, said: str) -> None:
    """Press the keys that the coach names, and no others."""
    named = re.split(r"Keys?: ", said)[-1]
    order = re.fullmatch(r"a, / (.*?) Enter, Enter, s stages it, Esc back\.", named)
    if order:
        await keys(pilot, "a", "slash", f"~{order[1]}", "enter", "enter", "s")
        while screen(pilot) != "Crisis":
            await keys(pilot, "escape")
    elif named == "e, and e again.":
        await keys(pilot, "e", "e")
        await until(pilot, lambda: screen(pilot) in ("Report", "Result"))
        if screen(pilot) == "Report":
            await keys(pilot, "enter")
            await reach(pilot, "Crisis")
    else:
        assert re.fullmatch(r"\d\.", named)
        await keys(pilot, named[0])


ALLIES_TAUGHT = TAUGHT - {"move_force", "grant_access"} | {"ready_force", "seek_mandate"}


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
    assert {kind for _, kind in ordered} == taught
    assert [turn for turn, kind in ordered if kind == "state_probability"] == [1, 5], "in each turn that asks for it"


def test_there_is_no_coach_for_a_seat_without_a_guide(tmp_path):
    async def story(pilot):
        await reach(pilot, "Brief")
        await keys(pilot, "enter")
        await reach(pilot, "Crisis")
        assert not pilot.app.screen.query_one(Coach).display

    play(story, tmp_path / "a.jsonl", "hq")
