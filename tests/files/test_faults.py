"""What people see when a file is wrong: the place, the line, a caret under the right character, and no surprises."""

import json
import os
import pickle
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wargame.files.faults import MOST_FAULTS, WINDOW, Fault, FileFaults, clean, did_you_mean, dotted, quoted, width
from wargame.files.text import Document, Marks, Source, decode, read_bytes, read_text


def shown(line, column, **more):
    return str(Fault("f.yaml", 3, column, "a.b", "is wrong", line, **more)).splitlines()


def faults_of(call, *arguments):
    with pytest.raises(FileFaults) as caught:
        call(*arguments)
    return caught.value.faults


def test_a_fault_shows_its_place_its_line_a_caret_and_what_to_do():
    assert shown("lat: 91", 6, hint="use degrees") == [
        "f.yaml:3:6: a.b: is wrong",
        "  3 | lat: 91",
        "    |      ^",
        "    = use degrees",
    ]


def test_a_fault_of_the_whole_file_has_no_line():
    assert str(Fault("f.yaml", 0, 0, "", "there is no such file")) == "f.yaml: there is no such file"


def test_the_caret_stands_under_its_character_after_tabs_wide_and_combining_characters():
    for before, columns in (("\t\t", 2), ("日本", 4), ("e\u0301", 1), ("née ", 4)):
        lines = shown(before + "X", len(before) + 1)
        assert lines[2] == "    | " + " " * columns + "^"
        assert lines[1].endswith("X")


def test_a_very_long_line_is_cut_to_a_window_around_the_caret():
    line = "x" * 50_000 + "Y" + "z" * 50_000
    text, caret = shown(line, 50_001)[1:]
    assert len(text) <= WINDOW + 12
    assert text[caret.index("^")] == "Y"
    assert text.startswith("  3 | ...")
    assert text.endswith("...")


def test_the_end_of_a_long_line_can_be_pointed_at():
    text, caret = shown("x" * 1000, 1001)[1:]
    assert caret.index("^") == len(text)


def test_nothing_from_a_file_can_drive_the_terminal():
    hostile = "\x1b[2J\x07\r\u202etxt\u2028\x9b31m"
    fault = Fault(hostile, 1, 3, hostile, quoted(hostile), hostile, hostile)
    text = str(fault)
    assert all(unicodedata.category(char) not in ("Cc", "Cf", "Zl", "Cs") for char in text.replace("\n", ""))
    assert text.count("\n") == 3


@given(st.text())
def test_clean_text_keeps_its_length_and_can_be_printed(text):
    assert len(clean(text)) == len(text)
    assert "\n" not in clean(text)
    clean(text).encode("utf-8")
    assert width(clean(text)) >= 0


def test_faults_are_ordered_by_place_and_each_is_told_once():
    second, first = Fault("f", 9, 1, "", "b"), Fault("f", 2, 5, "", "a")
    told = FileFaults([second, first, second])
    assert told.faults == (first, second)
    assert str(told).splitlines()[-1] == "f: 2 faults"


def test_a_file_with_endless_faults_shows_the_first_and_says_so():
    told = FileFaults(Fault("f", line, 1, "", "m") for line in range(1, 501))
    assert len(told.faults) == MOST_FAULTS
    assert str(told).endswith(f"f: {MOST_FAULTS} faults, and there may be more")
    assert told.to_plain()["may_have_more"] is True


def test_faults_survive_the_way_to_another_process_and_to_json():
    told = FileFaults([Fault("f", 2, 5, "a.b", "is wrong", "x" * 9999, "do this")])
    assert pickle.loads(pickle.dumps(told)).faults == told.faults
    plain = json.loads(json.dumps(told.to_plain()))["faults"][0]
    assert {key: plain[key] for key in ("file", "line", "column", "where", "message", "hint")} == {
        "file": "f",
        "line": 2,
        "column": 5,
        "where": "a.b",
        "message": "is wrong",
        "hint": "do this",
    }
    assert len(plain["source"]) < 200


def test_a_likely_spelling_is_suggested_whatever_its_case():
    assert did_you_mean("readyness", ["side", "readiness"]) == "did you mean 'readiness'?"
    assert did_you_mean("HQ", ["hq"]) == "did you mean 'hq'?"
    assert did_you_mean("zebra", ["side", "readiness"]) == ""
    assert did_you_mean("a" * 1_000_000, ["a" * 999_999]) == ""  # comparing would take minutes
    assert did_you_mean(7, ["7"]) == ""


def test_values_are_quoted_short_and_in_plain_words():
    values: list[object] = ["a\tb", None, True, [1], {}, 1.5]
    assert [quoted(value) for value in values] == [
        "'a b'",
        "nothing",
        "true",
        "a list",
        "a record",
        "1.5",
    ]
    assert len(quoted("x" * 1000)) < 50
    assert len(dotted(("a" * 1000, 0, "b"))) < 60


def test_lines_are_counted_as_yaml_counts_them():
    source = Source("f", "a\r\nb\rc\u2028d")
    assert [(fault.line, fault.column, fault.source) for fault in (source.fault(at, "m") for at in (0, 3, 5, 7))] == [
        (1, 1, "a"),
        (2, 1, "b"),
        (3, 1, "c"),
        (4, 1, "d"),
    ]


def test_a_place_behind_the_end_is_the_end():
    fault = Source("f", "ab\ncd").fault(99, "m")
    assert (fault.line, fault.column, fault.source) == (2, 3, "cd")


def test_a_missing_place_is_shown_at_what_encloses_it():
    marks = Marks({(): 0, ("a",): 3, ("a", 0): 5}, {("a",): 0})
    document = Document(Source("f", "a: [x]"), {"a": ["x"]}, lambda: marks)
    assert document.fault(("a", 0, "missing", "too"), "m").column == 6
    assert document.fault(("a",), "m").column == 4
    assert document.fault(("a",), "m", key=True).column == 1
    assert document.fault(("b",), "m", key=True).column == 1
    assert document.fault(("b",), "m").where == "b"


def test_a_text_file_is_read(tmp_path):
    (tmp_path / "good.yaml").write_text("añb\n", encoding="utf-8")
    assert read_text(tmp_path / "good.yaml").text == "añb\n"


def test_a_file_that_cannot_be_read_is_one_plain_fault(tmp_path):
    (tmp_path / "tutorial.yaml").write_text("x")
    (tmp_path / "large").write_bytes(b"x" * 11)
    os.mkfifo(tmp_path / "pipe")
    for name, words in (
        ("tutorail.yaml", "there is no such file"),
        (".", "this is a directory"),
        ("large", "larger than the 10 bytes"),
        ("pipe", "not an ordinary file"),
        ("/dev/zero", "not an ordinary file"),
        ("tutorial.yaml/x", "cannot be read"),
        ("a\0b", "cannot be the name of a file"),
        ("x" * 5000, "cannot be read"),
    ):
        (fault,) = faults_of(read_bytes, tmp_path / name, 10)
        assert words in fault.message
        assert fault.line == 0
    assert faults_of(read_bytes, tmp_path / "tutorail.yaml")[0].hint == "did you mean 'tutorial.yaml'?"
    assert "no directory" in faults_of(read_bytes, tmp_path / "no" / "x")[0].hint


def test_a_file_that_says_it_is_empty_is_still_read_within_the_limit():
    assert read_bytes("/proc/self/stat", 10_000)  # its size is reported as 0
    assert "larger than" in faults_of(read_bytes, "/proc/self/stat", 3)[0].message


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_of_somebody_else_is_one_plain_fault(tmp_path):
    (tmp_path / "secret").write_text("x")
    (tmp_path / "secret").chmod(0)
    assert "may not read" in faults_of(read_bytes, tmp_path / "secret")[0].message


def test_the_first_byte_that_is_not_utf_8_is_named():
    (fault,) = faults_of(decode, "ab\ncé".encode() + b"\xff", "f")
    assert (fault.line, fault.column, fault.message) == (2, 3, "byte 0xff is not UTF-8 text")


@pytest.mark.parametrize("content", [b"\xef\xbb\xbfa: 1", "a: 1".encode("utf-16")])
def test_byte_order_marks_are_refused_with_what_to_do(content):
    (fault,) = faults_of(decode, content, "f")
    assert (fault.line, fault.hint) == (1, "save it as UTF-8 without a byte order mark")


def test_a_nul_is_refused_where_it_stands():
    (fault,) = faults_of(decode, b"a\nb\0", "f")
    assert (fault.line, fault.column) == (2, 2)
