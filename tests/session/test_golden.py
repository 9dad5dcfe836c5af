"""The golden session, played again: every event and every digest is what it was when it was kept."""

import json
from itertools import zip_longest

import pytest

from tests.session import golden
from tests.session.sessions import record
from wargame.files.check import adapter
from wargame.model.event import Event
from wargame.model.folding import fold
from wargame.scoring.score import score


def first_difference(kept: list[str], now: list[str]) -> str | None:
    """The first line that is not as it was kept, both ways; None when all are."""
    for number, (was, is_) in enumerate(zip_longest(kept, now, fillvalue="(no more)"), 1):
        if was != is_:
            return f"line {number}\n  kept: {was}\n  now:  {is_}\n{golden.RENEW}"
    return None


def test_every_event_of_the_golden_session_is_as_it_was_kept():
    difference = first_difference(golden.kept(golden.EVENTS), golden.events())
    if difference is not None:
        pytest.fail(f"{golden.EVENTS.name} {difference}", pytrace=False)


def test_every_digest_of_the_golden_session_is_as_it_was_kept():
    difference = first_difference(golden.kept(golden.TURNS), golden.turns())
    if difference is not None:
        pytest.fail(f"{golden.TURNS.name} {difference}", pytrace=False)


def test_the_kept_events_alone_are_enough_to_watch_and_to_score():
    """An old replay stays watchable after the engine changes: nothing is simulated here."""
    read = adapter(Event)
    events = [read.validate_json(line) for line in golden.kept(golden.EVENTS)]
    scenario = record(golden.SEED, golden.PLAYER).header.scenario
    situation = fold(scenario, events)
    assert situation.over
    assert situation.turn == len(golden.kept(golden.TURNS))
    assert score(scenario, events).scores.total > 0.0


def test_a_difference_is_named_by_its_line_and_says_how_to_renew():
    kept = golden.kept(golden.EVENTS)
    changed = json.dumps(json.loads(kept[2]) | {"time": 999}, separators=(",", ":"))
    told = first_difference(kept, [*kept[:2], changed, *kept[3:]])
    assert told.startswith("line 3\n  kept: {")
    assert "python -m tests.session.golden" in told
    assert first_difference(kept, kept[:-1]).splitlines()[2] == "  now:  (no more)"
    assert first_difference(kept, kept) is None


def test_the_golden_session_is_small_enough_to_keep():
    assert golden.EVENTS.stat().st_size <= 250_000
