"""What the adversary does over many runs: what acts change, and what they must not (docs/model.md section 4).

Figures of the prototype that the section was written from: probability of an attack within 60 days, on an objective
held by 1.5 BE against 8, from rung 3 with M = .3, for opportunist, coercer, determined and desperate.
"""

from collections.abc import Callable
from math import sqrt

import pytest

from tests.engine.adversaries import activation, arrival, of_type, prepared, statement
from tests.worlds import crisis, nation
from wargame.engine.threat import Threat
from wargame.engine.world import World
from wargame.model.adversary import AdversaryType
from wargame.model.clock import DAY, HOUR
from wargame.model.decisions import MakeOffer, OpenBackChannel
from wargame.model.event import Event
from wargame.model.nation import Force
from wargame.model.scenario import Scenario
from wargame.rules.choice import Choice
from wargame.rules.threat import Standing

TYPES: tuple[AdversaryType, ...] = ("opportunist", "coercer", "determined", "desperate")
Policy = Callable[[World], None]


def attacks(kind: AdversaryType, policy: Policy, runs: int, **changes: object) -> list[bool]:
    """Whether it attacks within 60 days, run by run, while the alliance does what the policy says."""
    came = []
    scenario = of_type(with_brigades(crisis(**changes)), kind, hybrid=1.0)
    for seed in range(runs):
        world, _ = prepared(scenario, seed)
        policy(world)
        world.run_to(60 * DAY, stop_at_flash=False)
        came.append(world.situation.adversaries["redland"].at_war)
    return came


def with_brigades(scenario: Scenario) -> Scenario:
    """The south has what can be sent: air defence and three heavy brigades."""
    guard = Force(id="shield", name="Shield", kind="air_defence", strength=1.0, tonnes=9.0, notice=96.0, at="sbase")
    heavy = [
        Force(id=f"heavy-{number}", name="Heavy", kind="heavy", strength=2.0, tonnes=9.0, notice=240.0, at="sbase")
        for number in (1, 2, 3)
    ]
    return nation(scenario, "south", forces=(guard, *heavy))


def idle(world: World) -> None:
    """The alliance does nothing."""


def talks(world: World) -> None:
    """A statement every twelve hours, which here say nothing."""

    def say() -> None:
        statement(world)

    for half_day in range(1, 120):
        world.call(half_day * 12 * HOUR + 1, say)


def reinforces(world: World) -> None:
    """Half a day into the crisis it activates air defence and two heavy brigades, and commits itself."""

    def arrive(force: str, worth: float, ordered: Event) -> None:
        arrival(world, force, worth, ordered)

    def act() -> None:
        forces = ("shield", "heavy-1", "heavy-2")
        ordered = activation(world, *forces)
        statement(world, "south", commits=True)
        for force, days, worth in (("shield", 8, 0.9), ("heavy-1", 15, 1.8), ("heavy-2", 18, 1.8)):
            world.call(days * DAY, arrive, force, worth, ordered)

    world.call(12 * HOUR, act)


def offers(world: World) -> None:
    """The owner offers a good third, through a back channel, from the second day on."""

    def act() -> None:
        world.decide("north", OpenBackChannel(to="redland"), None)
        offer = MakeOffer(adversary="redland", objective="gate", share=0.35, deadline=58 * 24.0)
        world.decide("north", offer, None)

    world.call(DAY, act)


SILENT = {"doctrine__threat__word_statement": 0.0}
"""Statements wake the adversary and mean nothing."""


def woken_more(kind: AdversaryType, runs: int) -> tuple[float, float]:
    """By how much attacks are more frequent when it is woken twice a day, with its standard error (paired)."""
    alone, woken = attacks(kind, idle, runs, **SILENT), attacks(kind, talks, runs, **SILENT)
    differences = [int(after) - int(before) for before, after in zip(alone, woken, strict=True)]
    mean = sum(differences) / runs
    return mean, sqrt(sum((each - mean) ** 2 for each in differences) / runs / runs)


# --- waking --------------------------------------------------------------------------------------------------


def test_4_11_acting_does_not_cause_attacks_by_waking_the_adversary() -> None:
    """Opportunities grow with time, not with the number of times that it thinks."""
    difference, error = woken_more("coercer", 48)
    assert difference < 3 * error + 0.05


@pytest.mark.long
@pytest.mark.parametrize("kind", TYPES)
def test_4_11_the_same_in_large_numbers(kind: AdversaryType) -> None:
    difference, error = woken_more(kind, 400)
    assert abs(difference) < 3 * error + 0.03


@pytest.mark.long
def test_4_11_without_opportunity_weights_it_would(monkeypatch: pytest.MonkeyPatch) -> None:
    """With a day's opportunity at every decision, however soon after the last: acting causes attacks by waking."""
    kept = Threat.open_acts

    def careless(self: Threat, standing: Standing) -> tuple[Choice, ...]:
        self.decided_at = self.world.now - DAY
        return kept(self, standing)

    monkeypatch.setattr(Threat, "open_acts", careless)
    difference, error = woken_more("coercer", 400)
    assert difference > 2 * error


# --- what policies do ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["opportunist", "coercer"])
def test_4_10_reinforcement_deters_those_who_can_be_deterred(kind: AdversaryType) -> None:
    """In the prototype 49 and 40 in 100 became 11 and 12."""
    runs = 40
    assert sum(attacks(kind, reinforces, runs)) < sum(attacks(kind, idle, runs)) - 8


def test_4_10_nobody_is_deterred_by_an_alliance_that_does_nothing() -> None:
    """The determined attack nearly always."""
    assert sum(attacks("determined", idle, 20)) >= 18


def test_4_15_a_way_out_saves_the_desperate_from_attacking() -> None:
    """In the prototype 87 in 100 became 15 for a conciliatory alliance."""
    runs = 40
    assert sum(attacks("desperate", offers, runs)) < sum(attacks("desperate", idle, runs)) - 8


@pytest.mark.long
@pytest.mark.parametrize(("kind", "share"), list(zip(TYPES, (0.49, 0.40, 0.96, 0.87), strict=True)))
def test_4_10_inactive_alliances_are_attacked_about_as_often_as_in_the_prototype(
    kind: AdversaryType, share: float
) -> None:
    """Within a tenth, besides chance: here the allies have no tripwire of .4 BE on the spot."""
    runs = 600
    came = sum(attacks(kind, idle, runs)) / runs
    assert abs(came - share) < 0.1 + 2 * sqrt(share * (1 - share) / runs)


@pytest.mark.long
def test_4_10_no_one_policy_is_best_against_every_type() -> None:
    """Forces hold off the opportunist, and frighten the desperate, who needs a way out, into attacking."""
    runs = 200

    def rate(kind: AdversaryType, policy: Policy) -> float:
        return sum(attacks(kind, policy, runs)) / runs

    assert rate("opportunist", reinforces) < rate("opportunist", offers)
    assert rate("desperate", offers) < rate("desperate", reinforces)
