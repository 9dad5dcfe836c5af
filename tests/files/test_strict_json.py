"""One line of JSON: read as it is written, refused where it stands."""

import json
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wargame.files.faults import FileFaults, Path
from wargame.files.strict_json import MOST_DEPTH, MOST_DIGITS, MOST_LINE_BYTES, MOST_VALUES, read_line

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**MOST_DIGITS) + 1, 10**MOST_DIGITS - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=30,
)
PIECES = ["{", "}", "[", "]", ",", ":", '"a"', '"', "\\", "1", "-", "1e999", "NaN", "true", " ", "9" * 30]
HOSTILE = st.one_of(
    st.binary(),
    st.text().map(lambda text: text.encode()),
    st.lists(st.sampled_from([*PIECES, '"\\ud800"', '"\\ud83d\\ude00"', "\u2028", "\ufeff", "\0"])).map(
        lambda pieces: "".join(pieces).encode()
    ),
    st.tuples(VALUES, st.integers(0), st.binary(min_size=1, max_size=1)).map(
        lambda made: damaged(json.dumps(made[0]).encode(), made[1], made[2])
    ),
)


def damaged(line, at, byte):
    at %= len(line)
    return line[:at] + byte + line[at + 1 :]


def load(text):
    return read_line(text if isinstance(text, bytes) else text.encode(), "f.jsonl", 7).data


def faults(text):
    with pytest.raises(FileFaults) as caught:
        load(text)
    return caught.value.faults


def test_a_line_is_read_with_or_without_its_end():
    assert load('{"a": [1, -2.5, true, null, "é"]}\n') == load('{"a": [1, -2.5, true, null, "é"]}')


def test_a_pair_of_surrogates_is_one_character():
    assert load('"\\ud83d\\ude00"') == "\U0001f600"


@pytest.mark.parametrize(
    ("text", "column", "words"),
    [
        ('{"a": 1, "a": 2}', 10, "the key 'a' is written twice"),
        ('{"a": 1, "\\u0061": 2}', 10, "written twice"),
        ("[1, NaN]", 5, "NaN is not a number"),
        ("[-Infinity]", 2, "-Infinity is not a number"),
        ("[1e999]", 2, "too large"),
        ("[" + "9" * (MOST_DIGITS + 1) + "]", 2, "digits"),
        ("[" + "9" * 5_000 + "]", 2, "digits"),
        ('{"x": "\\ud800"}', 7, "surrogate"),
        ('{"\\udc00": 1}', 2, "surrogate"),
        ("[1, 2", 6, "missing"),
        ('{"a" 1}', 6, "':' is missing"),
        ('{"a": 1,}', None, ""),
        ('"abc', 1, "not closed"),
        ("[1] 2", 5, "goes on"),
        ("", 1, "empty"),
        ("  \n", 1, "empty"),
        ('"a\tb"', 3, "control character"),
        ("{1: 2}", 2, "a key in double quotes"),
        ("[nan]", 2, "a value is missing"),
    ],
)
def test_a_fault_is_told_with_its_line_and_column(text, column, words):
    (fault,) = faults(text)
    assert fault.line == 7
    assert fault.column == column or column is None
    assert words in fault.message


def test_all_faults_of_a_line_are_told_even_before_an_error_of_syntax():
    assert [fault.column for fault in faults('{"a": NaN, "b": {"c": 1, "c": 1e999}, "a": 1, !')] == [7, 26, 31, 39, 47]


def test_a_fault_names_its_place_in_the_record():
    assert [fault.where for fault in faults('{"a": [0, {"b": NaN}], "c": [[], [NaN]]}')] == ["a.1.b", "c.1.0"]


def test_bytes_that_are_no_text_are_refused_where_they_stand():
    (fault,) = faults(b'["\xc3\xa9\xff"]')
    assert (fault.line, fault.column) == (7, 4)


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 100_000, "[" * (MOST_DEPTH + 1) + "]" * (MOST_DEPTH + 1)])
def test_deep_nesting_is_refused_without_going_down(text):
    assert f"deeper than {MOST_DEPTH}" in faults(text)[0].message


def test_brackets_in_text_are_no_nesting():
    assert load(json.dumps(["[{" * 100, '\\"[' * 100])) == ["[{" * 100, '\\"[' * 100]
    assert load("[" * MOST_DEPTH + "]" * MOST_DEPTH)
    assert load(json.dumps([[0]] * 1000)) == [[0]] * 1000


def test_too_long_lines_and_too_many_values_are_refused_before_they_are_read():
    assert "longer than" in faults(b" " * (MOST_LINE_BYTES + 1))[0].message
    assert "values" in faults("[" + "1," * MOST_VALUES + "1]")[0].message
    assert load(json.dumps([1] * MOST_VALUES)) == [1] * MOST_VALUES
    assert load(json.dumps("," * (MOST_VALUES + 9))) == "," * (MOST_VALUES + 9)


def test_characters_that_break_lines_elsewhere_do_not_count_as_lines():
    (fault,) = faults('["\u2028\x85", NaN]')
    assert (fault.line, fault.column) == (7, 8)


def test_places_of_good_data_are_found_when_they_are_asked_for():
    document = read_line(b'{"a": {"b": [10, {"c": 1}], "d": {}}, "e": []}', "f.jsonl", 7)
    assert document.fault(("a", "b", 1, "c"), "m").column == 24
    assert document.fault(("a", "b", 1, "c"), "m", key=True).column == 19
    assert document.fault(("a", "d"), "m", key=True).column == 29
    assert document.fault(("e",), "m").column == 44


@given(VALUES)
def test_every_value_survives_a_round_trip(data):
    assert load(json.dumps(data)) == data
    assert load(json.dumps(data, ensure_ascii=False)) == data


@given(VALUES)
def test_every_place_of_every_value_can_be_found(data):
    document = read_line(json.dumps(data).encode(), "f.jsonl", 7)
    marks = document.find_marks()
    text = document.source.text
    reached = 0
    todo: list[tuple[Path, Any]] = [((), data)]
    while todo:
        path, value = todo.pop()
        reached += 1
        assert json.JSONDecoder().raw_decode(text, marks.values[path])[0] == value
        inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        todo += [((*path, step), below) for step, below in inside]
    assert reached == len(marks.values)


def assert_placed(told):
    str(told)  # and can be shown
    assert all(fault.line == 7 and fault.column >= 1 for fault in told.faults)


def any_bytes_are_data_or_faults(line):
    try:
        json.dumps(load(line), allow_nan=False).encode()
    except FileFaults as told:
        assert_placed(told)


@given(HOSTILE)
@settings(max_examples=500, deadline=None)
def test_any_bytes_are_data_or_faults(line):
    any_bytes_are_data_or_faults(line)


@pytest.mark.long
@given(HOSTILE)
@settings(max_examples=20_000, deadline=None)
def test_twenty_thousand_lines_are_data_or_faults(line):
    any_bytes_are_data_or_faults(line)


def test_reading_json_loads_neither_yaml_nor_pydantic():
    code = "import sys, wargame.files.strict_json; print([m for m in ('yaml', 'pydantic') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
