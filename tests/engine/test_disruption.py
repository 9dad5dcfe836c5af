"""docs/model.md 4.20 to 4.25 at work: incidents, repair, attribution, and what a victim cannot know."""

from dataclasses import replace
from typing import Any

import pytest

from tests.engine import council
from tests.worlds import calm_crisis, nation, of_kind, the, told, view_of, world_with
from wargame.engine.attribution import Attribution
from wargame.engine.disruption import Disruption
from wargame.engine.errands import Errands
from wargame.engine.home_front import HomeFront
from wargame.engine.world import World
from wargame.model.adversary import HybridMeans
from wargame.model.clock import DAY
from wargame.model.decisions.diplomacy import AttributeAttack
from wargame.model.decisions.home_front import BuildResilience, DefendNetworks, Repair
from wargame.model.event import EVERYONE, NOBODY
from wargame.model.happenings import (
    AccidentHappened,
    AdversaryPrepared,
    ExerciseStarted,
    HybridAttackMade,
    IncidentNoticed,
)
from wargame.model.nation import Force
from wargame.model.plain import line
from wargame.model.scenario import Agreement, Scenario
from wargame.rules.fog import seat_log
from wargame.rules.legal import legal
from wargame.rules.options import options

CYBER = Force(id="n-cyber", name="Cyber", kind="cyber", strength=0.1, tonnes=10.0, notice=1.0, at="ncap")
SAPPERS = Force(id="n-sapper", name="Sappers", kind="engineers", strength=0.1, tonnes=500.0, notice=6.0, at="ncap")
PROCESSES = (Disruption, Attribution, Errands, HomeFront)


def gate(**changes: Any) -> Scenario:
    scenario = calm_crisis(**changes)
    return nation(scenario, "north", forces=(*scenario.nations[0].forces, CYBER, SAPPERS))


def world(scenario: Scenario | None = None, seed: int = 1) -> World:
    made = world_with(scenario or gate(), *PROCESSES, seed=seed)
    made.emit(ExerciseStarted(), None, EVERYONE)
    for adversary in made.scenario.adversaries:
        body = AdversaryPrepared(adversary=adversary.id, type="coercer", objective="gate", rung=3, mobilisation=0.3)
        made.emit(body, None, ("red",))
    return made


def strike(world: World, means: HybridMeans, nation: str = "north", at: str | None = None) -> None:
    attack = HybridAttackMade(adversary="redland", means=means, nation=nation, at=at, intensity=0.5, level=0.5)
    world.emit(attack, world.turn_event, ("red",))


# --- 4.20 incidents ------------------------------------------------------------------------------------------


def test_4_20_a_victim_meets_an_incident_with_a_label_of_its_own() -> None:
    made = world()
    strike(made, "cyber")
    strike(made, "cyber", "south")
    strike(made, "election")
    labels = [(event.audience, event.body.incident) for event in of_kind(made.log, "incident_noticed")]
    assert labels == [(("north",), "h1"), (("south",), "h1"), (("north",), "h2")]


def test_4_20_accidents_look_like_attacks() -> None:
    """At ten a day and nation; each has the kind, the place and the force that an attack could have."""
    made = world(gate(doctrine__disruption__accident_rate=10.0))
    made.run_to(10 * DAY)
    accidents = of_kind(made.log, "accident_happened")
    assert 200 < len(accidents) < 400  # 3 nations, 10 days, 10 a day
    assert {event.body.means for event in accidents} == {"cyber", "sabotage", "energy"}
    assert len(of_kind(made.log, "incident_noticed")) == len(accidents)


def test_4_20_a_victim_cannot_tell_an_attack_from_an_accident_nor_hear_of_others() -> None:
    """What reaches North is the same, byte by byte, whether Redland struck or something broke, and whether South was
    struck too.
    """

    def seen(what: str) -> bytes:
        scenario = gate()
        made = world_with(scenario, Attribution, HomeFront)
        disruption = Disruption(made)
        made.emit(
            AdversaryPrepared(adversary="redland", type="coercer", objective="gate", rung=3, mobilisation=0.3),
            None,
            NOBODY,
        )
        if what == "accident":
            body = AccidentHappened(nation="north", means="cyber", intensity=0.5)
            disruption.befall(scenario.nations[0], body, made.emit(body, None, NOBODY))
        else:
            if what == "both":
                strike(made, "disinformation", "south")
            strike(made, "cyber")
        made.run_to(3 * DAY)
        return b"".join(line(event) for event in seat_log(scenario, "north", made.log))

    assert seen("attack") == seen("accident") == seen("both")


def test_4_21_parties_to_a_counter_terrorism_agreement_foil_three_tenths_of_sabotage() -> None:
    treaty = Agreement(id="watchers", kind="counter_terrorism", parties=("north", "south"))
    made = world(gate(agreements=(treaty,)))
    for _ in range(300):
        strike(made, "sabotage", at="gate")
    foiled = of_kind(made.log, "plot_foiled")
    assert {event.audience for event in foiled} == {NOBODY}
    assert 62 < len(foiled) < 118
    assert len(foiled) + len(of_kind(made.log, "incident_noticed")) == 300


# --- 4.22 effects --------------------------------------------------------------------------------------------


def test_4_22_sabotage_damages_a_place_until_contractors_have_made_it_good() -> None:
    """The hardest attack, three quarters of it past North's resilience, takes .45 of the throughput for 9 days."""
    made = world()
    strike(made, "sabotage", at="gate")
    damaged = the(made.log, "place_damaged")
    assert damaged.body.damage == 0.45
    assert damaged.audience == ("allies",)
    made.run_to(8 * DAY)
    assert made.situation.places["gate"].damage == 0.45
    made.run_to(10 * DAY)
    assert made.situation.places["gate"].damage == 0.0


def test_4_22_blackouts_and_disinformation_cost_support_day_by_day() -> None:
    """Energy: a bite of .75 is three days of blackout. Disinformation: 6 days at .03 times (1 - .5)."""
    made = world()
    strike(made, "energy")
    made.run_to(10 * DAY)
    changes = [event.body.change for event in of_kind(made.log, "support_moved")]
    assert changes == [-0.05, -0.05, -0.05]
    made = world()
    strike(made, "disinformation")
    made.run_to(10 * DAY)
    changes = [event.body.change for event in of_kind(made.log, "support_moved")]
    assert changes == [-0.015] * 6


# --- 4.23 repair ---------------------------------------------------------------------------------------------


def test_4_23_engineers_repair_faster_than_contractors() -> None:
    """A day on the road (with a day of loading), then .45 of six days."""
    made = world()
    strike(made, "sabotage", at="gate")
    made.decide("north", Repair(force="n-sapper", at="gate"), None)
    view = view_of(made.scenario, "north", made.log)
    assert legal(view, Repair(force="n-sapper", at="gate")) == "the force repairs The Gate"
    made.run_to(10 * DAY)
    assert told(made.log, "incident_over", "attribution_reached")[-4:] == [
        "D+0T00:00 place_damaged",
        "D+0T00:00 repair_began n-sapper",
        "D+4T16:48 place_repaired",
        "D+4T16:48 errand_ended n-sapper",
    ]
    assert made.situation.forces["n-sapper"].at == "gate"
    assert not made.situation.errands


def test_4_23_a_cyber_team_shortens_what_is_left_of_the_repair() -> None:
    """Three quarters of six days without; the team comes after one day."""
    made = world()
    strike(made, "cyber")
    made.run_to(1 * DAY)
    made.decide("north", DefendNetworks(force="n-cyber", nation="north"), None)
    made.run_to(10 * DAY)
    assert the(made.log, "incident_over").time == round((1 + 3.5 * 0.7) * DAY)


def test_4_23_resilience_is_bought() -> None:
    made = world()
    made.decide("north", BuildResilience(amount=300.0), None)
    state = made.situation.nations["north"]
    assert state.spent == 300.0
    assert state.resilience_aim == pytest.approx(0.81606, abs=1e-5)


# --- 4.24, 4.25 attribution ----------------------------------------------------------------------------------


def test_4_24_findings_are_right_as_often_as_they_are_confident() -> None:
    """Over 300 attacks: from .6 to .95, so .775 of them."""
    right = 0
    for seed in range(300):
        made = world(seed=seed)
        strike(made, "cyber")
        made.run_to(2000 * DAY)
        right += the(made.log, "attribution_reached").body.adversary == "redland"
    assert 0.71 < right / 300 < 0.84


def test_4_24_only_the_victim_learns_of_the_finding() -> None:
    made = world()
    strike(made, "cyber")
    made.run_to(2000 * DAY)
    found = the(made.log, "attribution_reached")
    assert found.audience == ("north",)
    assert made.situation.nations["north"].incidents["h1"].confidence is not None


def test_4_25_naming_the_author_rallies_the_nation_and_names_no_label() -> None:
    made = world()
    strike(made, "cyber")
    made.decide("north", AttributeAttack(incident="h1", adversary="redland"), None)
    said = the(made.log, "attack_attributed")
    assert said.audience == EVERYONE
    assert b"h1" not in line(said.body)
    assert the(made.log, "support_moved").body.change == 0.05
    south = seat_log(made.scenario, "south", made.log)
    assert the(south, "attack_attributed").cause is None
    made.run_to(100 * DAY)
    assert not of_kind(made.log, "accusation_disproved")


def test_4_25_a_wrong_accusation_comes_out_and_costs_more() -> None:
    scenario = gate()
    other = replace(scenario.adversaries[0], id="bluland")
    made = world(replace(scenario, adversaries=(*scenario.adversaries, other)))
    strike(made, "cyber")
    made.decide("north", AttributeAttack(incident="h1", adversary="bluland"), None)
    made.run_to(100 * DAY)
    disproved = the(made.log, "accusation_disproved")
    assert 10 * DAY <= disproved.time <= 30 * DAY
    moved = of_kind(made.log, "support_moved")
    assert [event.body.change for event in moved] == [0.05, -0.08]


# --- what may be ordered -------------------------------------------------------------------------------------


def test_4_25_what_may_be_ordered_at_home() -> None:
    made = world()
    strike(made, "sabotage", at="gate")
    view = view_of(made.scenario, "north", made.log)
    assert legal(view, AttributeAttack(incident="h1", adversary="redland")) is None
    assert legal(view, AttributeAttack(incident="h2", adversary="redland")) == (
        "there is no incident 'h2'; met with were h1"
    )
    assert legal(view, AttributeAttack(incident="h1", adversary="south")) == (
        "'south' is no adversary; known are redland"
    )
    assert legal(view, Repair(force="n-cyber", at="gate")) == "'n-cyber' is not of the kind that can do it: engineers"
    assert legal(view, Repair(force="n-sapper", at="ncap")) == "North City is not damaged"
    assert legal(view, DefendNetworks(force="n-cyber", nation="redland")) == (
        "'redland' is neither this nation nor an ally"
    )
    kinds = {option.kind for option in options(view)}
    assert {"attribute_attack", "repair", "defend_networks", "build_resilience"} <= kinds
    south = view_of(made.scenario, "south", made.log)
    assert legal(south, AttributeAttack(incident="h1", adversary="redland")) == (
        "there is no incident 'h1'; there was none"
    )


def test_4_22_the_council_waits_for_capitals_whose_networks_are_down() -> None:
    """With the networks of all at half, guidance takes one and a half times its median."""
    made = council.council()
    for name in ("north", "south", "west"):
        noticed = IncidentNoticed(nation=name, incident="h1", means="cyber", bite=0.5)
        made.emit(noticed, made.turn_event, (name,))
    council.tabled(made).run_to(10 * DAY)
    began = the(made.log, "silence_began")
    assert began.time == pytest.approx(1.5 * council.GUIDANCE, abs=1)
