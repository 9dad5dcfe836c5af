"""A session that tests of panels look at: the flagship played by computer players, once."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

from tests.engine.council import council, tabled
from tests.worlds import at, view_of
from wargame.files.replays import load_replay
from wargame.model.decisions import AmendMeasure, MeasureText
from wargame.model.record import Record
from wargame.replay.watch import Scene, desk, seen

REPLAYS = Path(__file__).parents[2] / "replays"


@cache
def record() -> Record:
    """The flagship of which a replay is kept, in which it comes to an attack."""
    return load_replay(REPLAYS / "narrow-sea-attacked.jsonl").record


@cache
def at_desk(turn: int, seat: str = "aldva") -> Scene:
    """What a seat has before it at the beginning of a turn."""
    return desk(record(), turn, seat)


def first(seat: str, shows: Callable[[Scene], bool]) -> Scene:
    """The first turn's beginning at which something shows to a seat."""
    turns = range(1, len(record().played) + 1)
    return next(scene for scene in (at_desk(turn, seat) for turn in turns) if shows(scene))


def silent(scene: Scene) -> bool:
    """Whether a text is under silence on which some have spoken and the seat has not."""
    measures = scene.situation.council.measures.values()
    return any(each.state == "silence" and each.positions and scene.view not in each.positions for each in measures)


def short(scene: Scene) -> bool:
    """Whether forces are on offer to a measure that has none activated yet, while another has."""
    measures = scene.situation.council.measures.values()
    return any(each.offers and not each.accepted for each in measures) and any(each.accepted for each in measures)


def amended() -> Scene:
    """What a member of the small crisis sees after another has asked for less than it did at first."""
    world = tabled(council())
    world.run_to(at(12))
    world.decide("west", AmendMeasure(measure="m1", text=MeasureText(kind="deploy", place="gate", strength=1.0)), None)
    return seen(view_of(world.scenario, "north", world.log))
