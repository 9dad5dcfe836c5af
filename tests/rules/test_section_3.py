"""docs/model.md section 3: lengths of scenarios."""

from dataclasses import replace

import pytest

from tests.worlds import crisis
from wargame.model.scenario import Length, Pace
from wargame.rules.lengths import NoSuchLength, with_length

SLOW = Pace(normal=72.0, guarded=36.0, high=24.0, full=12.0)
SHORT = Length(id="short", title="90 minutes", turns=10, pace=SLOW, last_day=4.0)
HALF = Length(id="half", title="Half a day", turns=16, pace=SLOW, last_day=5.0, horizon=20.0)


def test_3_10_a_length_brings_its_own_pace_last_day_and_horizon() -> None:
    scenario = crisis(lengths=(SHORT, HALF))
    assert with_length(scenario, "half") == replace(scenario, pace=SLOW, last_day=5.0, horizon=20.0, length="half")
    assert with_length(scenario, "short").horizon == scenario.horizon
    assert with_length(scenario, None) is scenario


def test_3_10_an_unknown_length_is_refused_with_those_there_are() -> None:
    with pytest.raises(NoSuchLength, match="gate has no length 'long'; its lengths are short, half"):
        with_length(crisis(lengths=(SHORT, HALF)), "long")
    with pytest.raises(NoSuchLength, match="it has one length only"):
        with_length(crisis(), "short")
