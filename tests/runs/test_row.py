"""One run, one row."""

import json
from dataclasses import field
from typing import get_args

import pytest

from tests.runs.plans import known_rows, plan, tutorial
from wargame.model.adversary import AdversaryType
from wargame.model.fields import record
from wargame.model.plain import plain
from wargame.model.record import Header
from wargame.runs.row import Leaf, Row, _value, columns, leaves
from wargame.scoring.score import score
from wargame.session.exercise import Exercise
from wargame.session.seating import players
from wargame.session.table import Table


@pytest.fixture(scope="module")
def session():
    """The session that `wargame run` plays with the first row's seed."""
    point = plan().points[0]
    exercise = Exercise(Header(engine="any", scenario=tutorial(), seed=7, seating=point.seating))
    return Table(exercise, players(tutorial(), point.seating)).play()


def test_a_row_is_of_the_session_that_its_seed_gives(session):
    row = known_rows()[0]
    assert (row.run, row.seed, row.point, row.scenario, row.seating) == (1, 7, 0, "tutorial", "doctrine")
    assert (row.error, row.found["digest"], row.found["turns"]) == (None, session.digest, session.record.turns)
    hidden = session.crisis.world.situation.adversaries["tevara"].type
    assert row.found["type_tevara"] == hidden
    assert hidden in get_args(AdversaryType)


def test_a_row_has_every_value_of_the_score_under_its_own_name(session):
    scored = plain(score(tutorial(), session.record.events), nulls=True)
    row = known_rows()[0].found
    assert {f"scores_{name}": value for name, value in scored["scores"].items()}.items() <= row.items()
    assert {f"outcome_{name}": value for name, value in scored["outcome"].items()}.items() <= row.items()
    assert {f"response_hours_{name}": value for name, value in scored["response_hours"].items()}.items() <= row.items()
    assert row["margin_hours"] == scored["margin_hours"]


def test_every_row_of_a_scenario_has_the_same_columns_in_the_same_order():
    names = columns(tutorial())
    assert len(known_rows()) == 6
    for row in known_rows():
        assert list(row.values) == list(names)
        for name, kind in names.items():
            assert row.values[name] is None or type(row.values[name]) is kind, name


def test_a_run_that_failed_has_no_values_but_its_error():
    row = Row(run=1, seed=7, point=0, scenario="tutorial", seating="doctrine", error="it broke")
    assert row.values == {
        "run": 1, "seed": 7, "point": 0, "scenario": "tutorial", "seating": "doctrine", "error": "it broke"
    }  # fmt: skip


# --- the score may grow: rows follow its fields ----------------------------------------------------------------


@record
class Inner:
    hours: float | None = None
    done: bool = False


@record
class Outer:
    inner: Inner
    maybe: Inner | None = None
    by_nation: dict[str, float] = field(default_factory=dict)
    name: str = "x"


def test_columns_are_read_off_the_fields_of_records_in_records():
    assert leaves(Outer) == (
        Leaf("inner_hours", ("inner", "hours"), float),
        Leaf("inner_done", ("inner", "done"), bool),
        Leaf("maybe_hours", ("maybe", "hours"), float),
        Leaf("maybe_done", ("maybe", "done"), bool),
        Leaf("by_nation", ("by_nation",), str),
        Leaf("name", ("name",), str),
    )


def test_values_are_found_along_the_path_and_what_is_no_number_becomes_text():
    held = Outer(inner=Inner(hours=3), by_nation={"north": 1.5})
    values = {leaf.column: _value(held, leaf) for leaf in leaves(Outer)}
    assert json.loads(str(values.pop("by_nation"))) == {"north": 1.5}
    assert values == {"inner_hours": 3.0, "inner_done": False, "maybe_hours": None, "maybe_done": None, "name": "x"}
    assert type(values["inner_hours"]) is float
