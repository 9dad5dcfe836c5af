"""A seat in the adversary's place (docs/model.md 4.29)."""

from tests.engine.adversaries import moves, passive, prepared, thoughts
from tests.worlds import adversary, at, behind, calm_crisis, crisis, of_kind, the, view_of
from wargame.engine.threat import Threat
from wargame.engine.world import World
from wargame.model import happenings as happened
from wargame.model.clock import DAY
from wargame.model.decisions import (
    AnswerOffer,
    Attack,
    BackDown,
    Climb,
    Decision,
    Feint,
    Hold,
    HybridAttack,
    MakeOffer,
    RedOffer,
    WedgeAlly,
)
from wargame.model.event import EVERYONE
from wargame.rules.legal import legal
from wargame.rules.options import options

NAME = "redland"


def manned(seed: int = 1, **changes: object) -> tuple[World, Threat]:
    return prepared(adversary(calm_crisis(doctrine__threat__incident_rate=1e-9), **changes), seed)


def order(world: World, *decisions: Decision) -> None:
    for decision in decisions:
        world.decide("red", decision, None)


def refused(world: World, decision: Decision) -> str | None:
    return legal(view_of(world.scenario, "red", world.log), decision)


# --- taking command ------------------------------------------------------------------------------------------


def test_4_29_nobody_sits_there_and_it_decides_by_itself() -> None:
    world, _ = manned()
    world.run_to(10 * DAY)
    assert len(thoughts(world)) > 3
    assert not any(event.body.ordered for event in of_kind(world.log, "adversary_chose"))
    assert of_kind(world.log, "red_took_command") == []


def test_4_29_the_first_order_takes_its_own_choosing_away() -> None:
    world, threat = manned()
    order(world, Hold(adversary=NAME))
    world.emit(happened.StatementMade(by="pact", commits=False), world.turn_event, EVERYONE)
    world.run_to(20 * DAY)
    assert thoughts(world) == [0]
    assert the(world.log, "red_took_command").audience == ("red",)
    assert threat.commanded
    order(world, Climb(adversary=NAME))
    assert len(of_kind(world.log, "red_took_command")) == 1  # once


def test_4_29_after_endex_it_decides_by_itself_again() -> None:
    world, _ = manned()
    order(world, Hold(adversary=NAME))
    world.run_to(5 * DAY)
    world.emit(happened.ExerciseEnded(reason="last_day"), world.turn_event, EVERYONE)
    world.run_to(15 * DAY, stop_at_flash=False)
    assert len(thoughts(world)) > 3


def test_4_29_an_order_is_logged_beside_what_it_would_have_weighed_itself() -> None:
    world, _ = manned(rung=4, mobilisation=0.9)
    world.run_to(0)
    order(world, Climb(adversary=NAME))
    chose = the(world.log, "adversary_chose")
    assert (chose.body.act, chose.body.ordered) == ("climb", True)
    assert chose.body.margin is not None
    assert {each.act for each in chose.body.options} >= {"hold", "climb", "back_down", "attack"}
    assert behind(world.log, chose)[0] == "turn_began"


# --- its orders ----------------------------------------------------------------------------------------------


def test_4_29_up_and_down_the_ladder() -> None:
    world, _ = manned(rung=5)
    order(world, Climb(adversary=NAME), BackDown(adversary=NAME), BackDown(adversary=NAME))
    assert moves(world) == [(5, 6), (6, 5), (5, 4)]
    assert the(world.log, "clash_happened").audience == EVERYONE


def test_4_29_an_attack_needs_rung_and_mobilisation() -> None:
    world, _ = prepared(adversary(passive(), rung=4, mobilisation=0.3))
    assert refused(world, Attack(adversary=NAME, objective="gate")) == "an attack needs rung 4 and mobilisation of 0.7"
    world.run_to(5 * DAY)
    world.emit(happened.TurnBegan(turn=2), None, EVERYONE)
    assert refused(world, Attack(adversary=NAME, objective="gate")) is None
    order(world, Attack(adversary=NAME, objective="gate"))
    assert the(world.log, "attack_began").body.objective == "gate"
    assert refused(world, Climb(adversary=NAME)) == "it is at war"


def test_4_29_hybrid_attacks_feints_and_wedges_as_ordered() -> None:
    world, _ = manned()
    order(
        world,
        HybridAttack(adversary=NAME, means="cyber", nation="west", intensity=0.3),
        Feint(adversary=NAME, objective="gate"),
        WedgeAlly(adversary=NAME, nation="south"),
    )
    made = the(world.log, "hybrid_attack_made").body
    assert (made.means, made.nation, made.intensity, made.level) == ("cyber", "west", 0.3, 0.3)
    assert the(world.log, "feint_began").body.until == 4 * DAY
    assert the(world.log, "ally_wedged").body.nation == "south"
    assert [event.body.act for event in of_kind(world.log, "adversary_chose")] == ["hybrid", "feint", "wedge"]


def test_4_29_offers_and_answers() -> None:
    world, _ = manned(rung=5)
    order(world, RedOffer(adversary=NAME, to="hq", objective="gate", share=0.3, deadline=24.0))
    assert the(world.log, "offer_made").body.offer == "o1"
    world.decide("north", MakeOffer(adversary=NAME, objective="gate", share=0.5, deadline=24.0), None)
    order(world, AnswerOffer(offer="o2", answer="accept"))
    assert moves(world) == [(5, 3)]
    assert world.situation.objectives["gate"].conceded == 0.5


def test_4_29_a_crisis_that_it_calmed_it_can_open_again() -> None:
    world, _ = manned(rung=1)
    order(world, Hold(adversary=NAME))
    world.run_to(8 * DAY)
    assert len(of_kind(world.log, "crisis_calmed")) == 1
    assert world.situation.adversaries[NAME].over
    order(world, Climb(adversary=NAME))
    assert not world.situation.adversaries[NAME].over


def test_4_29_who_steps_back_after_a_quiet_week_and_leaves_is_done() -> None:
    world, _ = manned(rung=1)
    order(world, Hold(adversary=NAME))
    world.run_to(8 * DAY)
    world.emit(happened.ExerciseEnded(reason="last_day"), world.turn_event, EVERYONE)
    world.run_to(20 * DAY)
    assert len(thoughts(world)) == 1


def test_4_29_mediators_hold_a_seat_back_as_they_hold_it_back_itself() -> None:
    world, threat = manned(rung=3)
    assert threat.moved is not None
    moved = happened.RungChanged(adversary=NAME, old=6, new=3, mobilisation=0.5, mediated=True)
    world.emit(moved, threat.moved, ("red",))
    assert refused(world, Climb(adversary=NAME)) == "mediators hold it back for a while yet"
    order(world, Climb(adversary=NAME))
    assert the(world.log, "order_failed").body.order == "climb"


def test_4_29_what_is_listed_for_red_is_legal_for_red() -> None:
    world, _ = prepared(crisis())
    world.run_to(at(1))
    listed = options(view_of(world.scenario, "red", world.log))
    assert {each.kind for each in listed} >= {"hold", "climb", "back_down", "feint", "hybrid_attack", "wedge_ally"}
    for each in listed:
        assert refused(world, each) is None
