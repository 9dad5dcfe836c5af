"""docs/model.md 1.9: which events a seat sees, how its log is numbered, and what stands behind them for it."""

from hypothesis import given
from hypothesis import strategies as st

from tests.worlds import CRISIS
from wargame.model import happenings as happened
from wargame.model.event import ALLIES, EVERYONE, NOBODY, Audience, Event
from wargame.model.scenario import all_seats
from wargame.rules.fog import SeatLog, seat_log, sees


def note(number: int, cause: int | None, audience: Audience, body: happened.Body | None = None) -> Event:
    said = body or happened.MessageReceived(text=f"event {number}")
    return Event(id=number, time=60 * number, cause=cause, audience=audience, body=said)


def causes(seat: str, events: list[Event]) -> list[tuple[int, int | None]]:
    return [(event.id, event.cause) for event in seat_log(CRISIS, seat, events)]


def test_1_9_an_audience_is_everyone_the_allies_or_named_seats_and_excon_sees_all() -> None:
    who = {
        EVERYONE: set(all_seats(CRISIS)),
        ALLIES: {"north", "south", "west", "hq", "commander", "excon"},
        ("north", "red"): {"north", "red", "excon"},
        NOBODY: {"excon"},
    }
    for audience, seats in who.items():
        event = note(1, None, audience)
        assert {seat for seat in all_seats(CRISIS) if seat_log(CRISIS, seat, [event])} == seats
        assert sees("excon", False, event)


def test_1_9_a_seat_counts_its_own_events_and_hears_of_no_other_audience() -> None:
    events = [note(1, None, EVERYONE), note(2, 1, ("red",)), note(3, 2, NOBODY), note(4, 1, ALLIES)]
    log = seat_log(CRISIS, "north", events)
    assert [(event.id, event.time, event.audience) for event in log] == [(1, 60, ("north",)), (2, 240, ("north",))]


def test_1_9_a_hidden_cause_is_replaced_by_the_nearest_one_that_is_visible() -> None:
    events = [
        note(1, None, EVERYONE),
        note(2, None, NOBODY),
        note(3, 1, NOBODY),
        note(4, 3, ("red",)),
        note(5, 4, ALLIES),  # behind it: 4 and 3 hidden, then 1
        note(6, 2, ALLIES),  # behind it: nothing that shows
        note(7, 5, EVERYONE),
    ]
    assert causes("north", events) == [(1, None), (2, 1), (3, None), (4, 2)]
    assert causes("red", events) == [(1, None), (2, 1), (3, 2)]
    assert causes("excon", events) == [(event.id, event.cause) for event in events]


def test_1_9_nothing_is_traced_through_the_adversarys_own_doings() -> None:
    """What moved the adversary stays its secret, although the thing that moved it was public."""
    chose = happened.AdversaryChose(
        adversary="redland", act="climb", options=(), resolve=0.4, odds_alone=0.9, odds_allied=0.5
    )
    moved = happened.RungChanged(adversary="redland", old=5, new=6, mobilisation=0.5)
    prepared = happened.AdversaryPrepared(
        adversary="redland", type="coercer", objective="gate", rung=3, mobilisation=0.0
    )
    for sealed in (chose, moved, prepared):
        events = [note(1, None, EVERYONE), note(2, 1, ("red",), sealed), note(3, 2, NOBODY), note(4, 3, EVERYONE)]
        assert causes("north", events) == [(1, None), (2, None)]
        assert causes("red", events) == [(1, None), (2, 1), (3, 2)]


def test_1_9_own_numbers_lead_back_to_the_umpires() -> None:
    events = [note(1, None, NOBODY), note(2, None, ALLIES), note(3, None, ("red",)), note(4, None, ("hq",))]
    log = SeatLog(CRISIS, "hq", events)
    assert [log.umpires(number) for number in range(-1, 4)] == [None, None, events[1], events[3], None]


audiences = st.sampled_from([EVERYONE, ALLIES, NOBODY, ("red",), ("north",), ("south", "west")])


@given(st.lists(st.tuples(audiences, st.integers(0, 30)), max_size=20), st.sampled_from(all_seats(CRISIS)))
def test_1_9_causes_are_those_found_by_walking_back(drawn: list[tuple[Audience, int]], seat: str) -> None:
    """Against a reference that looks for the nearest visible ancestor event by event."""
    events = [
        note(number, back if 0 < back < number else None, audience) for number, (audience, back) in enumerate(drawn, 1)
    ]
    allied = seat in ("north", "south", "west", "hq", "commander")
    visible = [event for event in events if sees(seat, allied, event)]
    own = {event.id: number for number, event in enumerate(visible, 1)}
    expected = []
    for event in visible:
        cause = event.cause
        while cause is not None and cause not in own:
            cause = events[cause - 1].cause
        expected.append((own[event.id], own[cause] if cause is not None else None))
    assert causes(seat, events) == expected


@given(st.lists(audiences, max_size=12), st.integers(0, 12))
def test_1_9_a_log_grows_the_same_in_pieces(drawn: list[Audience], cut: int) -> None:
    events = [note(number, number - 1 or None, audience) for number, audience in enumerate(drawn, 1)]
    umpire = events[:cut]
    log = SeatLog(CRISIS, "west", umpire)
    for event in events[cut:]:
        umpire.append(event)
        if log.sees(event):
            log.seen.append(event)
    assert log.events == seat_log(CRISIS, "west", events)


def test_1_9_a_log_reads_like_a_list_of_events() -> None:
    umpire = [note(1, None, NOBODY), note(2, None, ALLIES), note(3, 2, ("red",)), note(4, 3, ("hq",))]
    log = SeatLog(CRISIS, "hq", umpire)
    assert (len(log), log[0], log[-1]) == (2, log.events[0], log.events[1])
    assert log == list(log) == log[:] == seat_log(CRISIS, "hq", umpire)
    assert [(event.id, event.cause, event.audience) for event in log] == [(1, None, ("hq",)), (2, 1, ("hq",))]
    assert log != log[:1]
