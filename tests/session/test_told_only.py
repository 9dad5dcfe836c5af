"""What scenarios tell and no rule reads: with it changed, the very same session is played."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from tests.session.sessions import everywhere, record, tutorial
from wargame.model.event import Event
from wargame.model.record import Header
from wargame.model.scenario import Scenario
from wargame.session.exercise import Exercise
from wargame.session.table import Table

SEED = 3


def events(scenario: Scenario) -> Sequence[Event]:
    return (
        Table(Exercise(Header(engine="test", scenario=scenario, seed=SEED)), everywhere("doctrine"))
        .play()
        .record.events
    )


def nations_with(scenario: Scenario, **changes: object) -> Scenario:
    return replace(scenario, nations=tuple(replace(each, **changes) for each in scenario.nations))  # type: ignore[arg-type]


@pytest.mark.parametrize("changes", [{"population": 90.0}, {"openness": 0.1}])
def test_1_2_population_and_openness_are_only_told(changes: dict[str, float]) -> None:
    assert events(nations_with(tutorial(), **changes)) == record(SEED).events


def test_1_2_weapons_are_only_told_and_other_technology_counts() -> None:
    def advanced(field: str) -> Scenario:
        made = tutorial()
        nations = [replace(each, technology=replace(each.technology, **{field: 0.95})) for each in made.nations]
        return replace(made, nations=tuple(nations))

    assert events(advanced("weapons")) == record(SEED).events
    for field in ("command", "surveillance"):
        assert events(advanced(field)) != record(SEED).events


def test_1_3_a_common_fund_and_agreements_on_training_transfer_and_funding_do_nothing() -> None:
    made = tutorial()
    first, *_ = made.agreements
    idle = ("consultation", "technology_transfer", "joint_training", "common_funding")
    more = [
        replace(first, id=f"more-{kind}", kind=kind, parties=made.alliance.members)  # type: ignore[arg-type]
        for kind in idle
    ]
    kept = [each for each in made.agreements if each.kind not in idle]
    changed = replace(made, alliance=replace(made.alliance, fund=9000.0), agreements=(*kept, *more))
    assert events(changed) == record(SEED).events


def test_9_5_computer_players_do_not_look_at_private_aims() -> None:
    assert any(nation.aims for nation in tutorial().nations)
    assert events(nations_with(tutorial(), aims=())) == record(SEED).events
