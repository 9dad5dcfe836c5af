"""The adversary at work: what it draws, decides and does (docs/model.md section 4)."""

from collections import Counter, defaultdict
from dataclasses import fields
from math import log, sqrt

import pytest

from tests.engine.adversaries import passive, prepared, statement, thoughts
from tests.worlds import adversary, at, behind, calm_crisis, crisis, of_kind, the, told
from wargame.engine.ladder import step
from wargame.engine.world import World
from wargame.model import happenings as happened
from wargame.model.clock import DAY, HOUR
from wargame.model.event import EVERYONE

# --- STARTEX -------------------------------------------------------------------------------------------------


def test_4_5_its_type_is_drawn_from_the_prior_and_told_to_red_alone() -> None:
    types = Counter[str]()
    for seed in range(400):
        world, _ = prepared(passive(), seed)
        event = the(world.log, "adversary_prepared")
        assert event.audience == ("red",)
        types[event.body.type] += 1
    assert set(types) == {"opportunist", "determined"}
    assert types["determined"] / 400 == pytest.approx(0.5, abs=4 * sqrt(0.25 / 400))


def test_4_5_its_parameters_vary_around_those_of_its_type() -> None:
    """Each by a lognormal of mean 1 and log-sd .25; a weight of none stays none."""
    scenario = passive()
    table = scenario.doctrine.types
    drawn = []
    for seed in range(400):
        world, threat = prepared(scenario, seed)
        mean = getattr(table, world.situation.adversaries["redland"].type)
        drawn.append(
            {
                each.name: getattr(threat.type, each.name) / value
                for each in fields(mean)
                if (value := getattr(mean, each.name))
            }
        )
        if mean.fear == 0.0:
            assert threat.type.fear == 0.0
    for name in ("war_cost", "empty_handed", "concession"):
        ratios = [each[name] for each in drawn]
        logs = [log(ratio) for ratio in ratios]
        middle = sum(logs) / 400
        assert sum(ratios) / 400 == pytest.approx(1.0, abs=4 * 0.25 / 20)
        assert sqrt(sum((each - middle) ** 2 for each in logs) / 400) == pytest.approx(0.25, abs=4 * 0.25 / sqrt(800))


# --- choosing ------------------------------------------------------------------------------------------------


def test_4_10_acts_are_chosen_as_often_as_their_probabilities_say() -> None:
    """Over some thousand choices: counts of each act, and their chi-square by probability, against what was logged."""
    chosen = Counter[str]()
    expected: defaultdict[str, float] = defaultdict(float)
    variance: defaultdict[str, float] = defaultdict(float)
    bins: dict[int, list[float]] = {}
    for seed in range(250):
        world, _ = prepared(adversary(crisis(), rung=4, mobilisation=0.6, hybrid=0.8, deception=0.8), seed)
        world.run_to(30 * DAY, stop_at_flash=False)
        for event in of_kind(world.log, "adversary_chose"):
            body = event.body
            assert isinstance(body, happened.AdversaryChose)
            assert sum(option.probability for option in body.options) == pytest.approx(1.0, abs=5e-6)
            assert body.act in {option.act for option in body.options}
            chosen[body.act] += 1
            for option in body.options:
                expected[option.act] += option.probability
                variance[option.act] += option.probability * (1 - option.probability)
                hits = bins.setdefault(min(9, int(option.probability * 10)), [0.0, 0.0, 0.0])
                hits[0] += option.act == body.act
                hits[1] += option.probability
                hits[2] += option.probability * (1 - option.probability)
    assert chosen.total() > 1000
    assert set(chosen) == {"hold", "climb", "back_down", "attack", "hybrid", "feint", "demand", "wedge"}
    for act, count in chosen.items():
        assert abs(count - expected[act]) < 4 * sqrt(variance[act]), act
    chi_square = sum((came - due) ** 2 / spread for came, due, spread in bins.values() if spread > 5)
    assert chi_square < len(bins) + 4 * sqrt(2 * len(bins))


def test_4_10_only_red_sees_what_it_weighed() -> None:
    world, _ = prepared(crisis())
    world.run_to(10 * DAY)
    kinds = ("adversary_chose", "rung_changed", "resolve_revised", "crisis_calmed")
    assert {event.audience for event in of_kind(world.log, *kinds)} == {("red",)}
    assert {event.body.kind for event in world.seat_log("north").events} <= {
        "turn_began",
        "exercise_started",
        "clash_happened",
        "attack_began",
    }


def test_4_1_it_chooses_to_move_by_one_rung_at_a_time() -> None:
    moves = 0
    for seed in range(20):
        world, _ = prepared(crisis(), seed)
        world.run_to(30 * DAY, stop_at_flash=False)
        for event in of_kind(world.log, "rung_changed"):
            body = event.body
            assert isinstance(body, happened.RungChanged)
            chose = world.log[(event.cause or 0) - 1].body
            if isinstance(chose, happened.AdversaryChose) and chose.act in ("climb", "back_down"):  # else it slipped
                assert body.new - body.old == (1 if chose.act == "climb" else -1)
                moves += 1
    assert moves > 10


# --- tempo ---------------------------------------------------------------------------------------------------


def test_4_11_left_alone_it_decides_about_daily() -> None:
    gaps = []
    for seed in range(60):
        world, _ = prepared(adversary(crisis(doctrine__threat__days_up=1e9), rung=2), seed)
        world.run_to(6 * DAY)
        times = [0, *thoughts(world)]
        gaps.append(times[1])
    gaps.sort()
    assert gaps[30] / DAY == pytest.approx(1.0, rel=0.35)
    assert gaps[0] >= HOUR


def test_4_11_an_act_of_the_alliance_wakes_it_within_the_hour_but_not_twice_in_six() -> None:
    world, _ = prepared(passive())
    for hours in (10, 12, 15.9, 16, 40):
        world.run_to(at(hours))
        statement(world)
    world.run_to(at(100))
    assert thoughts(world) == [at(11), at(17), at(41)]
    assert behind(world.log, of_kind(world.log, "adversary_chose")[0])[0] == "statement_made"


def test_4_11_an_announced_reinforcement_wakes_it_too() -> None:
    world, _ = prepared(passive())
    world.emit(happened.ReinforcementAnnounced(place="gate", strength=1.0), world.turn_event, EVERYONE)
    world.run_to(at(5))
    assert thoughts(world) == [HOUR]


def test_4_11_being_woken_often_does_not_make_an_act_likelier() -> None:
    """Opportunity grows with the time since the last decision, not with the number of decisions."""
    world, _ = prepared(passive(doctrine__threat__tempo=1.0, doctrine__threat__tempo_sd=0.0), 4)
    for hours in (2, 9, 16):
        world.run_to(at(hours))
        statement(world)
    world.run_to(at(18))
    weights = [
        next(option.weight for option in event.body.options if option.act == "climb")
        for event in of_kind(world.log, "adversary_chose")
    ]
    assert weights == [pytest.approx(hours / 24 / 5.5, abs=1e-6) for hours in (3, 7, 7)]


# --- mobilisation ----------------------------------------------------------------------------------------------


def test_4_2_mobilisation_runs_on_from_the_last_move() -> None:
    world, threat = prepared(adversary(passive(), rung=4, mobilisation=0.3))
    world.run_to(round(4.8 * DAY))
    assert threat.standing().mobilisation == pytest.approx(0.7)
    assert threat.moved is not None
    step(world, "redland", 3, threat.moved)
    assert the(world.log, "rung_changed").body.mobilisation == 0.7
    world.run_to(round(8.8 * DAY))
    assert threat.standing().mobilisation == pytest.approx(0.5)


# --- calm, accidents, attack ---------------------------------------------------------------------------------


def test_4_13_a_quiet_week_ends_the_crisis() -> None:
    world, threat = prepared(adversary(passive(), rung=1))
    world.run_to(30 * DAY)
    assert told(of_kind(world.log, "crisis_calmed")) == ["D+7T00:00 crisis_calmed"]
    statement(world)
    world.run_to(40 * DAY)
    assert thoughts(world) == []  # it decides no more
    assert of_kind(world.log, "resolve_revised") == []
    assert not threat.active


def test_4_13_the_week_runs_on_over_a_step_from_rung_1_to_0_and_anew_after_a_relapse() -> None:
    world, threat = prepared(adversary(passive(), rung=1))
    world.run_to(3 * DAY)
    assert threat.moved is not None
    step(world, "redland", 0, threat.moved)
    world.run_to(30 * DAY)
    assert the(world.log, "crisis_calmed").time == 7 * DAY
    world, threat = prepared(adversary(passive(), rung=1))
    for day, rung in ((3, 2), (5, 1)):
        world.run_to(day * DAY)
        assert threat.moved is not None
        step(world, "redland", rung, threat.moved)
    world.run_to(30 * DAY)
    assert the(world.log, "crisis_calmed").time == 12 * DAY


def attacked(base: float, seed: int = 1, **changes) -> World:
    scenario = adversary(calm_crisis(doctrine__threat__honour_base=base, **changes), rung=5, mobilisation=0.8)
    world, threat = prepared(scenario, seed, fights=True)
    world.run_to(0)
    assert threat.moved is not None
    threat.attack(threat.moved)
    return world


@pytest.mark.parametrize(("base", "rung", "fights"), [(-50.0, 8, False), (50.0, 9, True)])
def test_4_14_the_war_is_as_large_as_the_allies_make_it(base: float, rung: int, fights: bool) -> None:
    world = attacked(base)
    moved = of_kind(world.log, "rung_changed")[-1]
    assert moved.body.new == rung
    assert told(of_kind(world.log, "attack_began", "honour_decided")) == [
        "D+0T00:00 attack_began gate",
        "D+0T00:00 honour_decided south",
        "D+0T00:00 honour_decided west",
    ]
    assert world.situation.honoured == {"south": fights, "west": fights}
    assert {event.audience for event in of_kind(world.log, "attack_began", "honour_decided")} == {EVERYONE}
    assert behind(world.log, moved)[0] == "attack_began"
    before = len(thoughts(world))
    world.run_to(20 * DAY, stop_at_flash=False)
    assert len(thoughts(world)) == before
