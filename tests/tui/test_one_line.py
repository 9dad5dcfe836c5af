"""Lines that are all the room there is: what is said in them, from 80 columns on, is not cut."""

from dataclasses import replace

import pytest

from tests.desk.panel_scenes import first, silent
from wargame.desk.bars import bar
from wargame.desk.lines import say
from wargame.desk.panels import status
from wargame.model.adversary import LADDER
from wargame.replay.summary_estimates import estimates
from wargame.replay.summary_situation import situated
from wargame.tui.strips import CUT, one_line

ROOM = 78
"""Columns of a line on a screen of 80."""


def fitted(para, columns=ROOM):
    return "".join(text for _, text in one_line(para, columns))


@pytest.mark.parametrize("clock", ["", "12:00 left"])
@pytest.mark.parametrize("rung", range(10))
def test_at_eighty_columns_the_rung_and_the_phase_are_in_sight(monkeypatch, rung, clock):
    """What is said twice goes first: gaps, then bars; then the phase's words, then those of the rung."""
    scene = first("harland", silent)
    known = situated(scene, estimates(scene))
    held = replace(known, seen=tuple(replace(each, rung=rung, words=LADDER[rung]) for each in known.seen))
    monkeypatch.setattr(status, "situated", lambda *_: held)
    _, danger = status.paras(scene, clock)
    line = fitted(danger)
    assert line.startswith(clock)
    assert f" {rung} " in line
    assert "phase " in line
    assert CUT not in line
    assert fitted(danger, 200) == danger.text


def test_political_capital_and_what_is_staged_fit_into_eighty_columns():
    capital = say(
        ("head", "ORDERS PAD"),
        "  12 of 12 orders",
        ("dim", "   political capital "),
        *bar(0.5),
        " 10.0 of 12, 10.5 staged",
    )
    assert fitted(capital) == "ORDERS PAD 12 of 12 orders political capital 10.0 of 12, 10.5 staged"


def test_what_has_no_shorter_words_is_cut_between_words_with_a_mark():
    assert fitted(say("Much  that is to be read by nobody"), 16) == "Much that is" + CUT
