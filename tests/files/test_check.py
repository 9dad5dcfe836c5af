"""Data against the records of a toy scenario: every fault at once, in its place, in words that need no programmer."""

import enum
import json
import time
from dataclasses import field
from typing import Annotated, Literal, NewType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wargame.files import strict_json, strict_yaml
from wargame.files.check import check
from wargame.files.faults import FileFaults
from wargame.files.schema import DIALECT, schema
from wargame.files.shapes import expectation, find_place
from wargame.files.text import Source
from wargame.model.fields import Identifier, Known, Pattern, Probability, Span, Tagged, Words, record

Callsign = NewType("Callsign", str)


class Weather(enum.Enum):
    CALM = "calm"
    STORM = "storm"


@record
class Spot:
    """A place on the map."""

    lat: Annotated[float, Span(-90, 90, "degrees")]
    """Degrees north."""
    lon: Annotated[float, Span(-180, 180, "degrees")]


@record
class Arrive:
    """A force arrives."""

    kind: Literal["arrive"] = "arrive"
    unit: Identifier
    turn: Annotated[int, Span(0, 100)] = 0


@record
class Shock:
    kind: Literal["shock"] = "shock"
    severity: Annotated[Probability, Known.UMPIRE] = 0.0
    """How hard it hits.

    From nothing to everything.
    """
    at: Spot | None = None
    shock: str = "a field named like a kind"


@record
class Unit:
    id: Identifier
    side: Literal["blue", "red"]
    at: Spot
    readiness: Probability = 1.0
    ready: bool = True
    label: Annotated[Words, Known.OWNER] = "x"
    size: int | str = 1
    box: tuple[float, float] = (0.0, 1.0)
    stock: dict[Identifier, Probability] = field(default_factory=dict)
    roles: frozenset[str] = frozenset()
    callsign: Callsign | None = None
    weather: Weather = Weather.CALM
    code: Annotated[str, Pattern(r"^\d+$", 3)] = "1"


Event = Annotated[Arrive | Shock, Tagged()]


@record
class Toy:
    """A toy scenario."""

    name: Words
    units: tuple[Unit, ...] = ()
    events: tuple[Event, ...] = ()
    finale: Event | None = None
    spots: list[Spot] = field(default_factory=list)


@record
class Picky:
    low: int
    high: int

    def __post_init__(self):
        if self.low > self.high:
            raise ValueError("low is above high")


def load(text, kind=Toy):
    return check(strict_yaml.read(Source("toy.yaml", text)), kind)


def told(text, kind=Toy):
    """Line, column, place, message and hint of each fault."""
    with pytest.raises(FileFaults) as caught:
        load(text, kind)
    return [(fault.line, fault.column, fault.where, fault.message, fault.hint) for fault in caught.value.faults]


def unit_fault(line):
    """The one fault of a unit that is otherwise in order; the line stands alone at column 5."""
    field_name = line.split(":")[0]
    right = {"id": "id: u1", "side": "side: red", "at": "at: {lat: 1, lon: 2}"}
    lines = [text for name, text in right.items() if name != field_name]
    text = "name: x\nunits:\n  - " + "\n    ".join([*lines, line])
    (fault,) = told(text)
    assert fault[0] == 3 + len(lines)
    assert fault[2].startswith("units.0.")
    return fault[1], fault[3], fault[4]


def test_good_data_becomes_the_record_it_describes():
    toy = load(
        "name: t\n"
        "units: [{id: a, side: red, at: {lat: 1, lon: 2.5}, stock: {fuel: 1}, box: [1, 2], weather: storm}]\n"
        "events: [{kind: shock, severity: 1}, {kind: arrive, unit: a}]\n"
        "finale: {kind: arrive, unit: a, turn: 3}\n"
    )
    assert toy == Toy(
        name="t",
        units=(
            Unit(
                id="a",
                side="red",
                at=Spot(lat=1.0, lon=2.5),
                stock={"fuel": 1.0},
                box=(1.0, 2.0),
                weather=Weather.STORM,
            ),
        ),
        events=(Shock(severity=1.0), Arrive(unit="a")),
        finale=Arrive(unit="a", turn=3),
    )
    assert type(toy.units[0].at.lat) is float  # a whole number is a number


@pytest.mark.parametrize(
    ("line", "column", "message", "hint"),
    [
        ("readiness: high", 16, "expected a number from 0 to 1, got the text 'high'", ""),
        ("readiness: '0.5'", 16, "expected a number from 0 to 1, got the text '0.5'", "remove the quotes"),
        ("readiness: 1.5", 16, "must be from 0 to 1, and is 1.5", ""),
        ("readiness: 1e300", 16, "must be from 0 to 1, and is 1e+300", ""),
        ("readiness: true", 16, "expected a number from 0 to 1, got true", ""),
        ("readiness:", 15, "expected a number from 0 to 1, got nothing", ""),
        ("ready: yes", 12, "expected true or false, got the text 'yes'", "write true or false"),
        ("ready: 1", 12, "expected true or false, got the number 1", ""),
        ("label: 12", 12, "expected text, got the number 12", "put it in quotes if it is text"),
        ("label: ''", 12, "must not be empty", ""),
        ("label: " + "y" * 4001, 12, "has 4,001 characters; at most 4,000 are allowed", ""),
        ("side: bleu", 11, "expected 'blue' or 'red', got the text 'bleu'", "did you mean 'blue'?"),
        ("side: 3", 11, "expected 'blue' or 'red', got the number 3", ""),
        ("weather: strom", 14, "expected 'calm' or 'storm', got the text 'strom'", "did you mean 'storm'?"),
        ("size: 2.5", 11, "expected a whole number or text, got the number 2.5", ""),
        ("box: [1]", 10, "value 2 of this list is missing", ""),
        ("box: [1, 2, 3]", 10, "has 3 values; at most 2 are allowed", ""),
        ("box: 1", 10, "expected a list, got the number 1", ""),
        ("roles: x", 12, "expected a list, got the text 'x'", ""),
        ("stock: [x]", 12, "expected a record of 'key: value' lines, got a list", ""),
        ("stock: {fuel: 2}", 19, "must be from 0 to 1, and is 2", ""),
        ("callsign: 3", 15, "expected text, got the number 3", "put it in quotes if it is text"),
        ("at: here", 9, "expected a record of 'key: value' lines, got the text 'here'", ""),
        ("at: {lat: 1}", 9, "missing field 'lon'", "it takes a number from -180 to 180 degrees"),
        ("at: {lat: 91, lon: 1}", 15, "must be from -90 to 90 degrees, and is 91", ""),
        ("at: {lat: 1, lon: 1, lan: 1}", 26, "unknown field 'lan'", "did you mean 'lon'?"),
        ("at: {lat: 1, lon: 1, readiness: 1}", 26, "unknown field 'readiness'", "the fields here are: lat, lon"),
        ("code: x1", 11, r"must match ^\d+$", ""),
    ],
)
def test_a_wrong_value_is_told_in_words_at_its_place(line, column, message, hint):
    found = unit_fault(line)
    assert found[:2] == (column, message)
    assert found[2] == hint


def test_the_shape_of_an_id_is_explained_and_a_likely_one_suggested():
    column, message, hint = unit_fault("id: Sag 4")
    assert column == 9
    assert message == "'Sag 4' must be made of small letters, digits, - and _, starting with a letter"
    assert hint == "did you mean 'sag-4'?"


def test_a_wrong_key_of_a_table_is_shown_at_the_key():
    column, message, _ = unit_fault("stock: {A b: 1}")
    assert (column, message.split(" must")[0]) == (13, "'A b'")


def test_unknown_fields_are_compared_with_the_fields_of_their_own_record_only():
    text = "name: x\nevents:\n  - {kind: shock, readyness: 1}\nreadyness: 1\nspotz: []\n"
    hints = {fault[2]: fault[4] for fault in told(text)}
    assert hints["events.0.readyness"] == "the fields here are: kind, severity, at, shock"
    assert hints["spotz"] == "did you mean 'spots'?"


def test_the_kind_of_a_record_is_asked_for_and_a_likely_one_suggested():
    text = "name: x\nevents:\n  - {turn: 1}\n  - {kind: shok}\n  - {kind: 3}\n  - {kind: }\n  - 4\n"
    assert told(text) == [
        (3, 5, "events.0", "missing field 'kind'", "it takes: arrive, shock"),
        (4, 12, "events.1.kind", "unknown kind 'shok'", "did you mean 'shock'?"),
        (5, 12, "events.2.kind", "unknown kind 3", "the kinds are: arrive, shock"),
        (6, 12, "events.3.kind", "unknown kind nothing", "the kinds are: arrive, shock"),
        (7, 5, "events.4", "expected a record with a 'kind', got the number 4", ""),
    ]


def test_the_name_of_a_kind_has_no_place_in_the_file_even_if_a_field_has_that_name():
    text = "name: x\nevents:\n  - {kind: shock, shock: 3, severity: 2, at: {lat: 0, lon: x}}\n"
    text += "finale: {kind: shock, shock: 4}\n"
    assert [fault[:3] for fault in told(text)] == [
        (3, 26, "events.0.shock"),
        (3, 39, "events.0.severity"),
        (3, 60, "events.0.at.lon"),
        (4, 30, "finale.shock"),
    ]


def test_all_faults_are_told_at_once_in_the_order_of_the_file():
    text = "title: x\nunits:\n  - id: Q\n    side: green\n    at: {lat: 99, lon: 0}\nevents: {}\n"
    assert [fault[:2] for fault in told(text)] == [(1, 1), (1, 1), (3, 9), (4, 11), (5, 15), (6, 9)]


def test_a_document_that_is_no_record_is_refused_at_its_beginning():
    assert told("- 1\n") == [(1, 1, "", "expected a record of 'key: value' lines, got a list", "")]


def test_what_a_record_itself_objects_to_is_told_as_it_says():
    assert told("low: 3\nhigh: 2\n", Picky) == [(1, 1, "", "low is above high", "")]


def test_json_lines_are_checked_with_line_and_column_too():
    document = strict_json.read_line(b'{"name": "x", "units": [], "finale": {"kind": "shock", "severity": 7}}', "r", 12)
    with pytest.raises(FileFaults) as caught:
        check(document, Toy)
    (fault,) = caught.value.faults
    assert (fault.line, fault.column, fault.where) == (12, 68, "finale.severity")


def test_a_caller_can_place_faults_of_its_own():
    document = strict_yaml.read(Source("toy.yaml", "name: x\nevents:\n  - {kind: arrive, unit: nobody}\n"))
    fault = document.fault(("events", 0, "unit"), "there is no unit 'nobody'", hint="did you mean 'somebody'?")
    assert (fault.line, fault.column, fault.where) == (3, 26, "events.0.unit")


def test_the_schema_describes_fields_units_and_kinds():
    made = schema(Toy)
    spot, shock = made["$defs"]["Spot"], made["$defs"]["Shock"]
    assert made["$schema"] == DIALECT
    assert made["description"] == "A toy scenario."
    assert spot["properties"]["lat"] == {
        "description": "Degrees north.",
        "maximum": 90.0,
        "minimum": -90.0,
        "title": "Lat",
        "type": "number",
        "x-unit": "degrees",
    }
    assert spot["additionalProperties"] is False
    assert shock["properties"]["severity"]["description"] == "How hard it hits.\n\nFrom nothing to everything."
    assert shock["required"] == ["kind"]
    assert made["properties"]["events"]["items"]["discriminator"]["propertyName"] == "kind"


def test_annotations_are_said_in_words():
    assert expectation(tuple[int, ...]) == "a list"
    assert expectation(Literal["a", "b", "c"]) == "'a', 'b' or 'c'"
    assert expectation(Callsign | None) == "text"
    assert expectation(Annotated[int | None, "a note"]) == "a whole number"
    assert expectation(Event) == "a record with a 'kind'"


def test_a_path_that_leads_nowhere_in_the_type_is_followed_all_the_same():
    assert find_place(Toy, ("nowhere", 3, "x")).path == ("nowhere", 3, "x")
    assert find_place(Toy, ("events", 0, "no such kind", "x")).path == ("events", 0, "x")


FIELDS = ["name", "units", "events", "finale", "spots", "id", "side", "at", "lat", "lon", "kind", "severity", "unit"]
PLAIN = (
    st.none()
    | st.booleans()
    | st.integers(-(10**18) + 1, 10**18 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.sampled_from(["arrive", "shock", "red", "u1", "Q q", ""])
    | st.text(st.characters(codec="utf-8"), max_size=5)
)
ANYTHING = st.recursive(
    PLAIN,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from([*FIELDS, "stock", "box", "size", "x", "[key]"]), inner)
    ),
    max_leaves=25,
)
TOYS = st.dictionaries(st.sampled_from(FIELDS[:5]), ANYTHING) | ANYTHING


def any_data_is_a_record_or_faults(data):
    document = strict_json.read_line(json.dumps(data).encode(), "r", 1)
    try:
        assert isinstance(check(document, Toy), Toy)
    except FileFaults as found:
        str(found)


@given(TOYS)
@settings(max_examples=300, deadline=None)
def test_any_data_is_a_record_or_faults(data):
    any_data_is_a_record_or_faults(data)


@pytest.mark.long
@given(TOYS)
@settings(max_examples=20_000, deadline=None)
def test_twenty_thousand_data_are_records_or_faults(data):
    any_data_is_a_record_or_faults(data)


def test_a_large_scenario_is_read_in_good_time():
    unit = "  - {id: u%d, side: red, at: {lat: 55.0, lon: 20.0}}\n"
    text = "name: x\nunits:\n" + "".join(unit % number for number in range(2_000))
    load("name: x")  # the checker is built once
    started = time.perf_counter()
    assert len(load(text).units) == 2_000
    assert time.perf_counter() - started < 1.0  # about 0.05 s; the rest is for a busy machine
