"""What the adversary does beside the ladder: hybrid attacks, feints, wedges (docs/model.md 4.16, 4.17, 4.19)."""

from collections import Counter
from dataclasses import replace
from math import sqrt

import pytest

from tests.engine.adversaries import doubts, passive, prepared, statement
from tests.worlds import adversary, of_kind, the, view_of
from wargame.engine.hybrid import MEANS, target
from wargame.model import happenings as happened
from wargame.model.clock import DAY
from wargame.model.scenario import Scenario
from wargame.rules.threat import hybrid_of


def owned(scenario: Scenario) -> Scenario:
    """The gate is the north's, the port the south's."""
    owners = {"gate": "north", "sport": "south"}
    places = tuple(replace(each, owner=owners.get(each.id)) for each in scenario.theatre.locations)
    return replace(scenario, theatre=replace(scenario.theatre, locations=places))


# --- hybrid attacks ------------------------------------------------------------------------------------------


def test_4_16_it_begins_with_a_level_of_half_its_appetite() -> None:
    world, _ = prepared(adversary(passive(), hybrid=0.6))
    assert world.situation.adversaries["redland"].hybrid == pytest.approx(0.3)


def test_4_16_an_attack_adds_half_a_level_that_fades_and_never_passes_one() -> None:
    world, threat = prepared(adversary(passive(), hybrid=1.0))
    assert threat.moved is not None
    parameters = world.scenario.doctrine.threat
    for added, level in ((0.5, 1.0), (0.0, 1.0)):
        threat.carry_out("hybrid", threat.moved)
        made = of_kind(world.log, "hybrid_attack_made")[-1].body
        assert (made.intensity, made.level) == (added, level)
    world.run_to(10 * DAY)
    state = world.situation.adversaries["redland"]
    assert hybrid_of(parameters, state, world.now) == pytest.approx(0.5)


def test_4_16_only_red_sees_the_attack_and_who_made_it() -> None:
    world, threat = prepared(adversary(passive(), hybrid=1.0))
    assert threat.moved is not None
    threat.carry_out("hybrid", threat.moved)
    assert the(world.log, "hybrid_attack_made").audience == ("red",)


def test_4_16_victims_means_and_places() -> None:
    """The owner of the objective in 4 of 10, else any other member; sabotage strikes a place that handles traffic."""
    scenario = owned(passive())
    world, threat = prepared(scenario)
    means, victims, places = Counter[str](), Counter[str](), Counter[str | None]()
    for _ in range(2000):
        how, whom, where = target(world, threat.adversary, "north")
        means[how] += 1
        victims[whom] += 1
        places[where] += 1
        assert (where is not None) == (how == "sabotage")
    assert victims["north"] / 2000 == pytest.approx(0.4, abs=4 * sqrt(0.24 / 2000))
    assert victims["south"] / 2000 == pytest.approx(0.3, abs=4 * sqrt(0.21 / 2000))
    assert set(places) == {None, "gate", "ncap", "sport", "sbase", "wbase"}
    for name, share in zip(MEANS, (0.3, 0.25, 0.3, 0.05, 0.1), strict=True):
        assert means[name] / 2000 == pytest.approx(share, abs=4 * sqrt(share * (1 - share) / 2000))


def test_4_16_where_nothing_can_be_sabotaged_it_attacks_networks() -> None:
    scenario = passive()
    bare = tuple(replace(each, parking=0, berths=0, trains=0) for each in scenario.theatre.locations)
    world, threat = prepared(replace(scenario, theatre=replace(scenario.theatre, locations=bare)))
    assert {target(world, threat.adversary, "north")[0] for _ in range(200)} == set(MEANS) - {"sabotage"}


# --- feints --------------------------------------------------------------------------------------------------


def test_4_17_a_feint_lasts_four_days_and_moves_nothing() -> None:
    world, threat = prepared(adversary(passive(), deception=1.0))
    assert threat.moved is not None
    assert threat.opening(threat.standing()).deception == 1.0
    threat.carry_out("feint", threat.moved)
    began = the(world.log, "feint_began")
    assert (began.audience, began.body.until) == (("red",), 4 * DAY)
    assert of_kind(world.log, "rung_changed") == []
    assert threat.opening(threat.standing()).deception == 0.0
    world.run_to(4 * DAY)
    assert threat.opening(threat.standing()).deception == 1.0


# --- wedges --------------------------------------------------------------------------------------------------


def test_4_19_each_further_wedge_counts_half_and_against_a_committed_ally_half_again() -> None:
    world, threat = prepared(passive())
    assert threat.moved is not None
    for _ in range(2):
        threat.wedge("south", threat.moved)
    statement(world, "west", commits=True)
    threat.wedge("west", threat.moved)
    assert [each for each in doubts(world) if each[0] == "wedge"] == [
        ("wedge", -0.2),
        ("wedge", -0.1),
        ("wedge", -0.1),
    ]
    south, west = threat.beliefs.allies()
    assert south.logit - west.logit == pytest.approx(-0.3 - (0.6 - 0.1))


def test_4_19_the_ally_knows_that_it_is_courted_and_the_others_do_not() -> None:
    world, threat = prepared(passive())
    assert threat.moved is not None
    threat.wedge("south", threat.moved)
    wedged = the(world.log, "ally_wedged")
    assert wedged.audience == ("red", "south")
    assert view_of(world.scenario, "south", world.log).situation.wedged == {"south": 1}
    assert view_of(world.scenario, "west", world.log).situation.wedged == {}
    seen = view_of(world.scenario, "south", world.log).log
    assert [event.cause for event in seen if isinstance(event.body, happened.AllyWedged)] == [None]
