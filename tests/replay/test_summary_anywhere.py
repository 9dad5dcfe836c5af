"""Briefs of bundled scenarios at any instant, for any seat, after any play: they fit, and they do not fail."""

import json
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.replay.scenes import begun, looked, views
from tests.replay.test_summary import fits, sections
from wargame.files.scenarios import load_scenario
from wargame.model.clock import DAY
from wargame.model.record import Record
from wargame.replay.summary import as_plain, summary
from wargame.replay.watch import TRUTH, desk


@cache
def session(name: str, seed: int, player: str) -> Record:
    return begun(seed, load_scenario(name), player).play().record


@settings(max_examples=40, deadline=None)
@given(
    data=st.data(),
    name=st.sampled_from(["tutorial", "narrow-sea"]),
    player=st.sampled_from(["doctrine", "random"]),
)
def test_any_brief_fits_80_columns_and_a_screen_a_section(data, name, player):
    whole = session(name, 2, player)
    view = data.draw(st.sampled_from(views(whole)))
    if data.draw(st.booleans()):
        shown = desk(whole, data.draw(st.integers(1, len(whole.played))), view)
    else:
        shown = looked(whole, data.draw(st.integers(0, 70 * DAY)), view)
    fits(summary(shown))
    assert json.loads(json.dumps(as_plain(shown)))["view"] == view


def test_an_alliance_of_31_fits_too():
    whole = session("great-alliance", 2, "doctrine")
    for view in (TRUTH, "alpera", "hq"):
        for turn in (1, len(whole.played) // 2):
            fits(summary(desk(whole, turn, view)))


@pytest.mark.parametrize("name", ["tutorial", "narrow-sea"])
def test_at_the_end_the_umpire_reads_what_came_of_it_and_a_seat_does_not(name):
    whole = session(name, 2, "doctrine")
    truth = sections(summary(looked(whole, 99 * DAY)))
    assert truth["RESULT"].startswith("Outcome ")
    assert " total " in truth["RESULT"]
    for view in views(whole):
        if view not in (TRUTH, "excon"):
            assert "RESULT" not in sections(summary(looked(whole, 99 * DAY, view)))
    assert "RESULT" not in sections(summary(looked(whole, 5 * DAY)))


def test_a_governments_aims_are_before_it_and_before_nobody_else():
    whole = session("narrow-sea", 2, "doctrine")
    aims = {nation.id: [aim.text for aim in nation.aims] for nation in whole.header.scenario.nations}
    own = " ".join(summary(desk(whole, 6, "kasmar")).split())
    assert aims["kasmar"]
    for text in aims["kasmar"]:
        assert text in own
    for nation, texts in aims.items():
        if nation != "kasmar":
            assert not any(text in own for text in texts if text not in aims["kasmar"])
    on_the_first = sections(summary(desk(whole, 1, "kasmar")))["BRIEF"]
    assert all(text in on_the_first for text in aims["kasmar"])
