"""What is guaranteed of a session, in the bundled scenarios that are larger than the tutorial.

The tutorial's own tests look closer and with more seeds; here few sessions are played, since one takes seconds. The
largest scenario, and more seats of both, are for the long tests.
"""

import random
import subprocess
import sys
from functools import cache

import pytest

from tests.session.test_exercise import cause_chain
from tests.session.test_fog import CANARY, bytes_of_seat, played, played_with_secrets, seat_bytes, with_hidden_events
from wargame.engine.world import World
from wargame.files.replays import ReplayWriter, load_replay
from wargame.files.scenarios import load_scenario
from wargame.model import happenings as happened
from wargame.model.event import EVERYONE
from wargame.model.folding import fold
from wargame.model.record import Record
from wargame.model.scenario import EXCON, all_seats, playing_seats
from wargame.players import PLAYERS
from wargame.replay.verify import verify
from wargame.rules.redact import redact
from wargame.session.again import branch
from wargame.session.exercise import Exercise
from wargame.session.seating import Players
from wargame.session.table import Table

SEED = 3
SMALL, LARGE = "narrow-sea", "great-alliance"


SESSIONS = [
    pytest.param(scenario, seed, marks=[] if (scenario, seed) == (SMALL, SEED) else [pytest.mark.long])
    for scenario, seeds in ((SMALL, (SEED, 14, 15, 92)), (LARGE, (SEED, 14)))
    for seed in seeds
]
"""The normal run has one session of the smaller scenario."""


@cache
def session(scenario: str, seed: int, player: str = "random") -> Exercise:
    """A whole session, played once for all tests that only look at it."""
    return played(load_scenario(scenario), seed, player)


def record(scenario: str, seed: int) -> Record:
    return session(scenario, seed).record


def spread(count: int, places: int) -> list[int]:
    """Places over 0 to `count`, the ends among them."""
    return sorted({round(count * place / (places - 1)) for place in range(places)})


# --- determinism ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("scenario", "seed"), SESSIONS)
def test_another_hash_seed_and_another_process_make_the_same_digest(scenario, seed):
    code = f"from tests.session.test_guarantees import session; print(session({scenario!r}, {seed}).digest)"
    there = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONHASHSEED": "12345", "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    assert there.stdout.strip() == session(scenario, seed).digest


@pytest.mark.parametrize(("scenario", "seed"), SESSIONS)
def test_a_replay_is_verified(scenario, seed, tmp_path):
    whole = record(scenario, seed)
    writer = ReplayWriter.create(tmp_path / "a.jsonl", whole.header)
    for done in whole.played:
        writer.add(done)
    writer.finish(whole)
    writer.close()
    verdict = verify(load_replay(tmp_path / "a.jsonl"))
    assert (verdict.fault, verdict.turns, verdict.digest) == (None, len(whole.played), whole.played[-1].digest)


@pytest.mark.parametrize(("scenario", "seed"), SESSIONS)
def test_a_branch_has_the_same_past_event_for_event(scenario, seed):
    whole = record(scenario, seed)
    for after in spread(len(whole.played), 4):
        exercise = branch(whole, after)
        past = [event for done in whole.played[:after] for event in done.events]
        assert exercise.events[: len(past)] == past
        assert exercise.record.played == whole.played[:after]


@pytest.mark.parametrize(("scenario", "seed"), SESSIONS)
def test_a_branch_that_goes_on_with_the_same_players_ends_as_the_session_did(scenario, seed):
    whole = record(scenario, seed)
    decide = PLAYERS["random"].decide
    everywhere = Players(by_seat=dict.fromkeys(playing_seats(whole.header.scenario), decide))
    again = Table(branch(whole, whole.turns // 2), everywhere).play()
    assert again.digest == whole.played[-1].digest


@pytest.mark.parametrize(("scenario", "seed"), SESSIONS)
def test_the_fold_of_every_seats_log_is_what_was_live(scenario, seed):
    exercise = session(scenario, seed)
    assert fold(exercise.scenario, exercise.events) == exercise.crisis.world.situation
    for seat in playing_seats(exercise.scenario):
        view = exercise.view(seat)
        assert fold(redact(exercise.scenario, seat), view.log) == view.situation


# --- fog of war ----------------------------------------------------------------------------------------------

FEW = {SMALL: ("kasmar", "red"), LARGE: ("arvena", "hq", "red")}
"""Seats looked at in the normal run, and of the large scenario."""
FOGGED = [
    pytest.param(scenario, seat, marks=[] if scenario == SMALL and seat in FEW[scenario] else [pytest.mark.long])
    for scenario in (SMALL, LARGE)
    for seat in (all_seats(load_scenario(scenario)) if scenario == SMALL else FEW[scenario])
    if seat != EXCON
]


@pytest.mark.parametrize(("scenario", "seat"), FOGGED)
def test_what_a_seat_may_not_know_changes_no_byte_that_reaches_it_and_is_named_in_none(scenario, seat):
    secret_play = bytes_of_seat(played_with_secrets(load_scenario(scenario), SEED, seat), seat)
    assert CANARY.encode() not in secret_play
    assert secret_play == bytes_of_seat(session(scenario, SEED), seat)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(20, 26))
def test_the_same_in_more_sessions_for_a_seat_each(seed):
    seats = [seat for seat in all_seats(load_scenario(SMALL)) if seat != EXCON]
    seat = seats[seed % len(seats)]
    secret_play = bytes_of_seat(played_with_secrets(load_scenario(SMALL), seed, seat), seat)
    assert CANARY.encode() not in secret_play
    assert secret_play == bytes_of_seat(session(SMALL, seed), seat)


@pytest.mark.parametrize(("scenario", "seed"), SESSIONS)
def test_hidden_events_put_between_others_change_no_byte_of_a_seats_log(scenario, seed):
    exercise, rng = session(scenario, seed), random.Random(seed)
    for seat in rng.sample(playing_seats(exercise.scenario), 3):
        places = {rng.randrange(len(exercise.events)) for _ in range(len(exercise.events) // 20)}
        logs = [
            seat_bytes(exercise.scenario, seat, each)
            for each in (exercise.events, with_hidden_events(exercise.events, places))
        ]
        assert logs[0] == logs[1], seat


def test_canaries_are_found_when_an_audience_is_widened(monkeypatch):
    kept = World.emit

    def careless(self, body, cause, audience, measure=None):
        widened = EVERYONE if isinstance(body, happened.IndicatorShown) else audience
        return kept(self, body, cause, widened, measure)

    monkeypatch.setattr(World, "emit", careless)
    exercise = played_with_secrets(load_scenario(SMALL), SEED, "kasmar")
    assert CANARY.encode() in bytes_of_seat(exercise, "kasmar")


@pytest.mark.parametrize(("scenario", "seed"), SESSIONS)
def test_a_seats_log_counts_from_one_without_gaps_and_names_only_itself_as_audience(scenario, seed):
    exercise = session(scenario, seed)
    for seat in playing_seats(exercise.scenario):
        log = exercise.view(seat).log
        assert [event.id for event in log] == list(range(1, len(log) + 1))
        assert {event.audience for event in log} == {(seat,)}
        assert all(event.cause is None or event.cause < event.id for event in log)


# --- causes --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("player", ["random", "doctrine"])
@pytest.mark.parametrize(("scenario", "seed"), SESSIONS)
def test_every_event_but_exogenous_ones_names_an_earlier_cause(scenario, seed, player):
    for event in session(scenario, seed, player).events:
        if type(event.body) not in happened.EXOGENOUS:
            assert event.cause is not None, event.body.kind
            assert event.cause < event.id


@pytest.mark.parametrize(("scenario", "seed"), SESSIONS)
def test_from_a_capable_force_the_causes_lead_back_to_an_indication(scenario, seed):
    events = session(scenario, seed, "doctrine").events
    capable = [e for e in events if isinstance(e.body, happened.ForceCapable) and e.measure is not None]
    for event in capable:
        assert any(isinstance(each.body, happened.IndicatorShown) for each in cause_chain(events, event))
    assert capable
