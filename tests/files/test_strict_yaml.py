"""YAML as people mean it, and every way in which YAML could surprise them refused in its place."""

import json

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from wargame.files import strict_yaml
from wargame.files.faults import MOST_FAULTS, FileFaults
from wargame.files.strict_yaml import MOST_DEPTH, MOST_DIGITS, MOST_NODES, read
from wargame.files.text import Source

MARKS = [
    "a: ",
    "- ",
    "\n",
    "  ",
    "? ",
    "[",
    "]",
    "{",
    "}",
    "&a ",
    "*a",
    "!!int ",
    "<<: ",
    "---\n",
    "...\n",
    "|\n",
    ">-\n",
]
VALUES = ["'", '"', '"\\UFFFFFFFF"', '"\\ud800"', '"\\0"', "1e999", "9" * 30, "%TAG ! x\n", "# c\n", "true", ": ", ", "]
HOSTILE = st.one_of(
    st.text(),
    st.text(alphabet="[]{}:,-?&*!|>'\"%@` \n\tab1.#\\xuU<~=\0\u2028\ufeff日"),
    st.lists(st.sampled_from(MARKS + VALUES)).map("".join),
)
PLAIN = st.none() | st.booleans() | st.integers(-(10**17), 10**17) | st.text("abN \u00e9日:#-1.'\"", max_size=9)
WRITTEN = st.recursive(
    PLAIN,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("abcN1: ", max_size=5), inner, max_size=4),
    max_leaves=12,
)


MISTAKEN = [
    "NO",
    "no",
    "yes",
    "on",
    "True",
    "NULL",
    "12:30",
    "2026-01-05",
    "010",
    "0x1F",
    "0o7",
    "1_000",
    ".inf",
    ".nan",
]
MISTAKEN += ["+", ".", "1e", "=", "08.5"]
CONSTANTS = [("true", True), ("false", False), ("null", None), ("~", None), ("", None)]
NUMBERS = [("0", 0), ("-12", -12), ("+3", 3), ("1.5", 1.5), (".5", 0.5), ("5.", 5.0), ("1e3", 1000.0), ("2E-2", 0.02)]


@pytest.fixture(params=["C", "Python"], autouse=True)
def parser(request, monkeypatch):
    """Every story holds with either parser, for libyaml may be missing."""
    monkeypatch.setattr(strict_yaml, "PARSER", yaml.CSafeLoader if request.param == "C" else yaml.SafeLoader)


def load(text):
    return read(Source("f.yaml", text)).data


def faults(text):
    with pytest.raises(FileFaults) as caught:
        load(text)
    return caught.value.faults


def places(text):
    return [(fault.line, fault.column) for fault in faults(text)]


@pytest.mark.parametrize("word", MISTAKEN)
def test_words_that_other_readers_take_for_something_else_stay_text(word):
    assert load(f"country: {word}") == {"country": word}


@pytest.mark.parametrize(("word", "value"), [*CONSTANTS, *NUMBERS])
def test_only_plain_constants_and_decimal_numbers_are_more_than_text(word, value):
    found = load(f"value: {word}\n")["value"]
    assert found == value
    assert type(found) is type(value)


def test_what_is_quoted_or_in_a_block_is_always_text():
    assert load("a: '1'\nb: \"true\"\nc: |\n  12\nd: >-\n  null\n'e': ''") == {
        "a": "1",
        "b": "true",
        "c": "12\n",
        "d": "null",
        "e": "",
    }


def test_keys_are_text_as_they_are_written():
    assert load("NO: 1\n7: 2\ntrue: 3\n'<<': 4\nnull: 5") == {"NO": 1, "7": 2, "true": 3, "<<": 4, "null": 5}


def test_lists_and_records_nest_in_both_styles():
    assert load("a:\n- {b: [1, x]}\n- - c\n") == {"a": [{"b": [1, "x"]}, ["c"]]}


def test_marks_tell_where_each_key_and_value_begins():
    document = read(Source("f.yaml", "# é\nunits:\n  - id: x\n    at: {lat: 日, lon: 2}\n"))
    value = document.fault(("units", 0, "at", "lon"), "m")
    key = document.fault(("units", 0, "at", "lon"), "m", key=True)
    assert ((value.line, value.column), (key.line, key.column)) == ((4, 23), (4, 18))
    assert value.where == "units.0.at.lon"


def test_a_key_written_twice_is_refused_with_the_line_of_the_first():
    (fault,) = faults("a: 1\nb: 2\na: 3\n")
    assert (fault.line, fault.column) == (3, 1)
    assert fault.message == "the key 'a' is written twice"
    assert "first on line 1" in fault.hint


def test_all_faults_are_reported_at_once_even_before_an_error_of_syntax():
    text = "a: 1\nb: {x: 1, x: 2}\na: &y 2\n? [1]\n: 2\nc: *y\nd: !!foo 3\n<<: 4\ne: 1e999\ng: [1, 2\n"
    assert places(text) == [(2, 11), (3, 1), (3, 4), (4, 3), (6, 4), (7, 4), (8, 1), (9, 4), (11, 1)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a: &x 1", "anchors"),
        ("a: *x", "aliases"),
        ("a: !!python/object/apply:os.system [id]", "tags"),
        ("a: ! x", "tags"),
        ("<<: {a: 1}", "merge keys"),
        ("{a: 1}: 2", "a key must be plain text"),
        ("&k a: 2", "a key must be plain text"),
        ("%YAML 1.1\n---\na: 1", "directives"),
        ("a: 1\n---\nb: 2", "a second document"),
        ("", "empty"),
        ("# nothing\n", "empty"),
        ("---\n...\n", "empty"),
        ("a: \0", "U+0000"),
        ("a: \x1b[2J", "U+001B"),
        ("\ufeffa: 1", "U+FEFF"),
        ('a: "\\e[2J"', "U+001B"),
        ("a: " + "9" * (MOST_DIGITS + 1), "digits"),
        ("a: -1e400", "too large"),
        ("? \n: 1\n", "a key is missing"),
    ],
)
def test_what_could_hide_or_share_or_construct_values_is_refused(text, words):
    assert words in faults(text)[0].message


def test_the_longest_whole_numbers_are_read():
    assert load(f"a: -{'9' * MOST_DIGITS}") == {"a": -int("9" * MOST_DIGITS)}


@pytest.mark.parametrize(
    ("text", "place", "hint"),
    [
        ("a:\n\t- b\n", (2, 1), ""),
        ("a: b: c", (1, 5), "put text that contains ': ' in quotes"),
        ("a: 'x", (1, 6), "close the quotes"),
        ("a:\n  - b\n c: 1", (3, 2), "check the indentation"),
        ("a: @x", (1, 4), "put the value in quotes"),
        ("a: [1, 2}", (1, 9), ""),
        ("a: - b", (1, 4), "in quotes"),
    ],
)
def test_errors_of_syntax_are_told_in_plain_words_with_what_to_do(text, place, hint):
    (fault,) = faults(text)
    assert (fault.line, fault.column) == place
    assert "valid YAML" not in fault.message
    assert hint in fault.hint


@pytest.mark.parametrize("text", ["[" * 100_000, "- " * 5_000, "{a: " * 50_000, "? " * 3_000])
def test_deep_nesting_is_refused_without_going_down(text):
    assert any(f"deeper than {MOST_DEPTH}" in fault.message or "plain text" in fault.message for fault in faults(text))


def test_depth_up_to_the_limit_is_read():
    load("[" * MOST_DEPTH + "]" * MOST_DEPTH)
    assert "deeper" in faults("[" * (MOST_DEPTH + 1) + "]" * (MOST_DEPTH + 1))[0].message


def test_more_values_than_any_scenario_has_are_refused():
    (fault,) = faults("[" + "a," * MOST_NODES + "]")
    assert f"{MOST_NODES:,} values" in fault.message


def test_a_file_full_of_faults_ends_the_list_early():
    assert len(faults("a: 1\n" * 5_000)) == MOST_FAULTS


def test_a_bomb_of_aliases_is_refused_and_not_unfolded():
    lines = ["a: &a [x, x]"] + [f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]" for n in range(20)]
    assert len(faults("\n".join(lines))) == 61


def any_text_is_data_or_faults(text):
    try:
        load(text)
    except FileFaults as told:
        assert_placed(told, text)


def assert_placed(told, text):
    str(told)  # and can be shown
    lines = sum(text.count(end) for end in "\n\r\u2028\u2029\x85") + 1
    assert all(1 <= fault.line <= lines for fault in told.faults)


@given(HOSTILE)
@settings(max_examples=300, deadline=None)
def test_any_text_is_data_or_faults(text):
    any_text_is_data_or_faults(text)


@pytest.mark.long
@given(HOSTILE)
@settings(max_examples=20_000, deadline=None)
def test_twenty_thousand_texts_are_data_or_faults(text):
    any_text_is_data_or_faults(text)


@given(WRITTEN)
@settings(max_examples=100, deadline=None)
def test_json_is_read_as_it_is_written(data):
    assert load(json.dumps({"data": data}, ensure_ascii=False)) == {"data": data}
