"""Small batches for tests."""

import json
from functools import cache
from pathlib import Path

from wargame.files.scenarios import load_scenario
from wargame.model.scenario import Scenario
from wargame.runs.execute import InProcess
from wargame.runs.plan import Plan, Point, label
from wargame.runs.row import Row
from wargame.session.seating import seat


@cache
def tutorial() -> Scenario:
    return load_scenario("tutorial")


def plan(*seatings: str, runs: int = 3, seed: int = 7) -> Plan:
    """A plan for the tutorial: a design point for each seating, such as `*=idle hq=idle`; the usual one without any."""
    points = []
    for each in seatings or ("",):
        seated = seat(tutorial(), each.split())
        points.append(Point(label(tutorial(), seated), tutorial(), seated))
    return Plan(tuple(points), seed, runs)


@cache
def known_rows() -> tuple[Row, ...]:
    """The rows of `plan("", "*=idle")`."""
    return tuple(row for rows in InProcess().chunks(plan("", "*=idle")) for row in rows)


def illegal_orders(folder: Path) -> Path:
    """A decision file that no run can carry out: it tables a text before any council has met."""
    text = {"kind": "deploy", "place": "ardel", "strength": 1.0}
    order = {"turn": 1, "seat": "orsenia", "decision": {"kind": "table_measure", "measure": text}}
    file = folder / "illegal.jsonl"
    file.write_text(json.dumps(order) + "\n")
    return file
