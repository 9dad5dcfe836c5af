"""Plain text: wrapping, columns, counted things, and nothing that drives a terminal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wargame.files.faults import clean, width
from wargame.replay.wording import (
    WIDEST_COLUMN,
    WIDTH,
    columns,
    counted,
    hours_words,
    one_line,
    percent,
    sentence,
    wrapped,
)


def test_one_thing_and_several():
    assert [counted(number, "warning") for number in (0, 1, 2)] == ["0 warnings", "1 warning", "2 warnings"]
    assert [counted(number, "clash", "clashes") for number in (1, 2)] == ["1 clash", "2 clashes"]


def test_hours():
    assert [hours_words(hours) for hours in (22.0, 4.5, 97.933333, 0.04)] == ["22 h", "4.5 h", "97.9 h", "0 h"]


def test_what_is_not_quite_certain_is_not_called_so():
    shares = (0.0, 0.001, 0.005, 0.5, 0.994, 0.999, 1.0)
    assert [percent(share) for share in shares] == ["0%", "<1%", "<1%", "50%", "99%", ">99%", "100%"]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Columns move.", "Columns move."),
        ("Columns move", "Columns move."),
        ("Is it? ", "Is it?"),
        ("It is…", "It is…"),
    ],
)
def test_a_sentence_ends_once(said, told):
    assert sentence(said) == told


def test_lines_are_filled_and_continued_with_their_own_indent():
    fifteen = " ".join(["word"] * 15)
    assert list(wrapped("word " * 30, "  ", "      ")) == [f"  {fifteen}", f"      {fifteen}"]
    assert list(wrapped("", "  ")) == ["  "]


def test_columns_are_as_wide_as_they_need_and_the_last_is_wrapped():
    rows = [("a", "1", "short"), ("longer", "10", "word " * 20)]
    assert list(columns(rows, right=(1,))) == [
        "  a        1  short",
        "  longer  10  " + " ".join(["word"] * 13),
        "              " + " ".join(["word"] * 7),
    ]


def test_an_endless_name_is_cut_and_says_so():
    (line,) = columns([("n" * 200, "here")])
    assert line == "  " + "n" * (WIDEST_COLUMN - 2) + "..  here"


def test_no_rows_are_no_lines():
    assert list(columns([])) == []


def test_wide_characters_take_two_columns():
    (line,) = columns([("東京", "x")])
    assert width(line) == 2 + 4 + 2 + 1
    assert all(width(each) <= WIDTH for each in wrapped("東京" * 100))


def test_text_cannot_drive_a_terminal():
    assert one_line("a\x1b[31mred\x07\r\nb\u202ec\x9b2J") == "a?[31mred? b?c?2J"


texts = st.text(max_size=120)


@given(texts, st.integers(0, 30))
def test_no_text_makes_a_line_too_wide_or_loses_a_word(text, indent):
    lines = list(wrapped(text, " " * indent, " " * indent))
    assert all(width(line) <= WIDTH for line in lines)
    assert all(clean(line) == line for line in lines)
    assert "".join("".join(lines).split()) == "".join(one_line(text).split())


@given(st.lists(st.tuples(texts, texts, texts), max_size=6))
def test_no_table_is_too_wide(rows):
    for line in columns([(one[:60], two[:10], three) for one, two, three in rows], right=(1,)):
        assert width(line) <= WIDTH
        assert clean(line) == line
