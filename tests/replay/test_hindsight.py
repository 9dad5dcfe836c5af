"""The umpire's comparison of truth, what a nation held to be the case, and what it could have known."""

import pytest

from tests.replay.scenes import end, record
from wargame.model.clock import DAY
from wargame.replay.hindsight import as_plain, compare, told


def compared(nation: str, time: int, seed: int = 9):
    whole = record(seed)
    return compare(whole.header.scenario, whole.events, time, end(whole), nation)


@pytest.mark.parametrize("nation", ["north", "south", "west"])
@pytest.mark.parametrize("time", [0, DAY, 5 * DAY, 500 * DAY])
def test_at_any_instant_in_at_most_80_columns(nation, time):
    text = told(compared(nation, time))
    assert all(len(line) <= 80 for line in text.splitlines())
    for words in ("truth", "perceived", "could have known", "routine activity", "major attack", "an attack"):
        assert words in text
    assert "_" not in text


def test_an_instant_after_the_end_shows_the_end():
    assert told(compared("west", 500 * DAY)) == told(compared("west", end(record())))


def test_a_nation_could_have_known_at_least_what_it_knew():
    for day in range(1, 12):
        shown = as_plain(compared("west", day * DAY))
        assert shown["could_have_reports"] >= shown["reports"]
        warned, could = shown["warned"], shown["could_have_warned"]
        assert warned is None or could is None or could <= warned


def test_the_truth_is_what_the_adversarys_doings_match():
    assert compared("west", DAY).truth == {"redland": compared("north", DAY).truth["redland"]}
    assert compared("west", 500 * DAY).truth["redland"] in (
        "routine",
        "coercion",
        "exercise",
        "limited_attack",
        "major_attack",
    )
