"""Named streams of luck (docs/model.md 1.6)."""

from collections import Counter
from math import sqrt

from hypothesis import given
from hypothesis import strategies as st

from tests.worlds import at, calm_crisis, crisis, nation, world_with
from wargame.engine.crisis import Crisis
from wargame.engine.seats import Seats
from wargame.engine.streams import Streams
from wargame.model.decisions import Reseed
from wargame.model.happenings import ReportReceived

names = st.tuples(st.sampled_from(["north", "south", "redland"]), st.sampled_from(["pace", "report", "choice"]))


def test_1_6_these_numbers_may_never_change() -> None:
    """Or no old session could be played again."""
    assert streams_of(7, 0, "north", "report", 3) == [0.40731395186035435, 0.26294387359021554, 0.6876205007145851]


def streams_of(seed: int, run: int, entity: str, purpose: str, count: int) -> list[float]:
    streams = Streams(seed, run)
    return [streams.draw(entity, purpose) for _ in range(count)]


def test_1_6_seed_run_entity_and_purpose_all_make_a_difference() -> None:
    every = [
        streams_of(seed, run, entity, purpose, 1)[0]
        for seed in (1, 2)
        for run in (0, 1)
        for entity in ("north", "south")
        for purpose in ("pace", "report")
    ]
    assert len(set(every)) == 16


@given(st.lists(names, max_size=60), names)
def test_1_6_the_k_th_draw_of_a_stream_does_not_depend_on_other_streams(others, name) -> None:
    entity, purpose = name
    alone = streams_of(3, 0, entity, purpose, 5)
    streams = Streams(3, 0)
    drawn = []
    for other in [*others, *[name] * 5]:
        value = streams.draw(*other)
        if other == name:
            drawn.append(value)
    assert drawn[:5] == alone


def test_1_6_draws_are_uniform_and_streams_unrelated() -> None:
    streams = Streams(11, 0)
    pairs = [(streams.draw("a", "x"), streams.draw("b", "x")) for _ in range(4000)]
    assert all(0.0 < u < 1.0 for pair in pairs for u in pair)
    cells = Counter((int(4 * u), int(4 * v)) for u, v in pairs)
    expected = 4000 / 16
    chi_square = sum((cells[i, j] - expected) ** 2 / expected for i in range(4) for j in range(4))
    assert chi_square < 15 + 4 * sqrt(2 * 15)


def test_1_6_a_reseed_starts_all_streams_anew() -> None:
    streams = Streams(5, 0)
    before = [streams.draw("a", "x") for _ in range(3)]
    streams.reseed(1)
    after = [streams.draw("a", "x") for _ in range(3)]
    assert not set(after) & {*before, *streams_of(5, 0, "a", "x", 6)}
    other = Streams(5, 0)
    other.reseed(2)
    assert other.draw("a", "x") != after[0]
    same = Streams(5, 0)
    same.reseed(1)
    assert same.draw("a", "x") == after[0]


def test_1_6_excon_reseeds_the_world_and_nobody_is_told() -> None:
    world = world_with(crisis(), Seats)
    expected = Streams(1, 0)
    expected.reseed(42)
    world.decide("excon", Reseed(salt=42), None)
    assert world.draw("a", "x") == expected.draw("a", "x")
    assert world.log[-1].body.kind == "reseeded"
    assert [len(world.seat_log(seat).events) for seat in ("north", "hq", "red", "excon")] == [1, 1, 1, 2]


def test_1_6_what_one_nation_sees_by_chance_does_not_depend_on_another() -> None:
    """Without its sensors North draws no more for what shows; South's reports stay as they were to the second."""

    def reports_of_south(blind: bool) -> list[tuple[int, int]]:
        scenario = calm_crisis(doctrine__intelligence__false_alarm_rate=0.3)
        live = Crisis(nation(scenario, "north", collection=()) if blind else scenario, 9)
        live.begin_turn(1)
        live.world.run_to(at(240), stop_at_flash=False)
        bodies = [event.body for event in live.world.log if isinstance(event.body, ReportReceived)]
        assert any(body.originator == "north" for body in bodies) is not blind
        return [(body.observed, body.credibility) for body in bodies if body.nation == "south"]

    seeing, alone = reports_of_south(False), reports_of_south(True)
    assert len(seeing) > 5
    assert alone == seeing
