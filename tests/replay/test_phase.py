"""Which phase of a crisis the response is in, as its views tell."""

from functools import cache

from tests.replay.scenes import begun
from wargame.files.scenarios import load_scenario
from wargame.model.record import Record
from wargame.replay.summary_phase import phase
from wargame.replay.watch import desk


@cache
def opening_moves() -> Record:
    """The flagship's first turns, in which a nation moves brigades of its own before the council has met."""
    table = begun(3, load_scenario("narrow-sea"))
    for _ in range(3):
        table.play_turn()
    return table.exercise.record


def test_what_a_nation_moves_under_its_own_command_is_not_the_alliances_execution():
    events = opening_moves().played[0].events
    assert any(event.body.kind == "move_ordered" for event in events)
    assert any(event.body.kind == "movement_detected" for event in events)
    for turn in (1, 2, 3):
        assert phase(desk(opening_moves(), turn, "excon")).number <= 2


def test_a_member_and_the_umpire_tell_the_same_phase_while_nothing_is_hidden_from_the_member():
    for turn in (1, 2, 3):
        member, umpire = (phase(desk(opening_moves(), turn, view)) for view in ("harland", "excon"))
        assert member.number == umpire.number
