"""The adversary at work: what it draws, decides, believes and slips into (docs/model.md section 4)."""

from collections import Counter, defaultdict
from dataclasses import fields
from math import exp, log, sqrt

import pytest

from tests.worlds import adversary, at, behind, calm_crisis, crisis, of_kind, the, told, world_with
from wargame.engine.honour import Honour
from wargame.engine.threat import Threat
from wargame.engine.world import World
from wargame.model import happenings as happened
from wargame.model.clock import DAY, HOUR
from wargame.model.decisions import MeasureText
from wargame.model.event import ALLIES, EVERYONE, Event
from wargame.model.scenario import Scenario

NEVER = {"doctrine__threat__tempo": 1e7}
"""Half a million years pass before it decides of itself."""
PASSIVE = NEVER | {
    "doctrine__threat__incident_rate": 1e-12,
    "doctrine__threat__spiral_rate": 1e-12,
    "doctrine__threat__mediation_rate": 1e-12,
}


def prepared(scenario: Scenario, seed: int = 1, *, fights: bool = False) -> tuple[World, Threat]:
    """A world with its first adversary alone, STARTEX passed."""
    world = world_with(scenario, seed=seed)
    threat = Threat(world, scenario.adversaries[0])
    if fights:
        Honour(world)
    world.emit(happened.ExerciseStarted(), None, EVERYONE)
    return world, threat


def passive(**changes) -> Scenario:
    """It does nothing of itself, so that what it makes of others' doings can be told apart."""
    return calm_crisis(**PASSIVE | changes)


def deployment(world: World, strength: float = 2.0) -> Event:
    text = MeasureText(kind="deploy", place="gate", strength=strength)
    return world.emit(happened.MeasureTabled(by="north", text=text), world.turn_event, ALLIES, "m1")


def activation(world: World, *forces: str) -> Event:
    order = happened.ActivationOrdered(forces=forces, strength=1.0)
    return world.emit(order, deployment(world), ALLIES, "m1")


def doubts(world: World) -> list[tuple[str, float]]:
    bodies = [event.body for event in world.log]
    return [(body.why, body.change) for body in bodies if isinstance(body, happened.ResolveRevised)]


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
        world, _ = prepared(adversary(crisis(), rung=4, mobilisation=0.6), seed)
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
    assert set(chosen) == {"hold", "climb", "back_down", "attack"}
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
            if isinstance(chose, happened.AdversaryChose) and chose.act != "hold":  # else it slipped
                assert body.new - body.old == (1 if chose.act == "climb" else -1)
                moves += 1
    assert moves > 10


# --- tempo ---------------------------------------------------------------------------------------------------


def thoughts(world: World) -> list[int]:
    return [event.time for event in of_kind(world.log, "adversary_chose")]


def statement(world: World, by: str = "pact", commits: bool = False) -> Event:
    return world.emit(happened.StatementMade(by=by, commits=commits), world.turn_event, EVERYONE)


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


# --- belief --------------------------------------------------------------------------------------------------


def test_4_6_each_statement_counts_half_of_the_last_and_words_halve_in_14_days() -> None:
    world, threat = prepared(passive())
    statement(world)
    world.run_to(14 * DAY)
    assert threat.words() == pytest.approx(0.075)
    statement(world)
    statement(world)
    assert doubts(world) == [("statement", 0.15), ("statement", 0.075), ("statement", 0.0375)]
    assert threat.words() == pytest.approx(0.075 + 0.075 + 0.0375)
    world.run_to(28 * DAY)
    assert threat.words() == pytest.approx((0.075 + 0.075 + 0.0375) / 2, abs=1e-6)


def test_4_6_a_commitment_counts_through_the_tie_and_not_as_a_statement() -> None:
    """One of three members committed: a third of L_tie."""
    world, threat = prepared(passive())
    statement(world, "south", commits=True)
    statement(world)
    assert doubts(world) == [("commitment", 0.0), ("statement", 0.15)]
    r = threat.standing().resolve
    assert log(r / (1 - r)) == pytest.approx(log(0.41 / 0.59) + 0.15 + 0.6 / 3)


def test_4_6_unity_and_discord() -> None:
    world, _ = prepared(passive())
    tabled = deployment(world)
    world.emit(happened.MeasureAdopted(unanimous=True), tabled, ALLIES, "m1")
    world, _ = prepared(passive())
    tabled = deployment(world)
    world.emit(happened.MeasureAdopted(unanimous=False), tabled, ALLIES, "m1")
    assert doubts(world) == []
    world.emit(happened.ForceOffered(nation="south", force="s-para"), tabled, ALLIES, "m1")
    world.emit(happened.OfferWithdrawn(nation="south", force="s-para"), tabled, ALLIES, "m1")
    text = MeasureText(kind="statement")
    second = world.emit(happened.MeasureTabled(by="hq", text=text), world.turn_event, ALLIES, "m2")
    world.emit(happened.MeasureAdopted(unanimous=True), second, ALLIES, "m2")
    third = world.emit(happened.MeasureTabled(by="hq", text=text), world.turn_event, ALLIES, "m3")
    world.emit(happened.MeasureFailed(by=("west",)), third, ALLIES, "m3")
    assert doubts(world) == [("withdrawn", -0.3), ("broken", -0.3)]


def test_4_6_agreeing_on_forces_with_one_voice_impresses_it() -> None:
    world, _ = prepared(passive())
    world.emit(happened.MeasureAdopted(unanimous=True), deployment(world), ALLIES, "m1")
    assert doubts(world) == [("unanimity", 0.2)]


def test_4_6_an_offer_taken_back_before_adoption_is_no_broken_promise() -> None:
    world, _ = prepared(passive())
    tabled = deployment(world)
    world.emit(happened.ForceOffered(nation="south", force="s-para"), tabled, ALLIES, "m1")
    world.emit(happened.OfferWithdrawn(nation="south", force="s-para"), tabled, ALLIES, "m1")
    assert doubts(world) == []


@pytest.mark.parametrize(
    ("rung", "activated", "impressed"), [(3, False, 1), (3, True, 0), (2, False, 0), (5, False, 1)]
)
def test_4_6_a_climb_that_nothing_answers_encourages_it(rung: int, activated: bool, impressed: int) -> None:
    """To rung 4 or above, before any force is activated for its objective."""
    world, threat = prepared(adversary(passive(), rung=rung))
    if activated:
        activation(world, "n-guard")
    assert threat.moved is not None
    threat.climb(threat.moved)
    assert doubts(world) == [("unanswered", -0.15)] * impressed


def test_4_3_it_reckons_with_forces_from_the_order_on_by_planning_figures() -> None:
    """The Guard: 12 h notice, a day to load, a day by road, 3 (2 - .5) days to integrate: 7 days."""
    world, threat = prepared(passive())
    activation(world, "n-guard")
    (guard,) = threat.standing().reinforcements
    assert (guard.strength, guard.due) == pytest.approx((0.5 * 0.9 * 0.8, 7.0))
    assert not guard.heavy
    world.run_to(3 * DAY)
    assert threat.standing().reinforcements[0].due == pytest.approx(4.0)
    assert threat.standing().resolve == pytest.approx(0.41)  # not there yet
    world.run_to(8 * DAY)
    assert threat.standing().reinforcements[0].due == 1.0  # overdue: tomorrow, it thinks
    assert threat.standing().resolve == pytest.approx(0.41)


def test_4_3_it_stops_expecting_a_force_that_is_refused() -> None:
    world, threat = prepared(passive())
    ordered = activation(world, "n-guard")
    refused = happened.MovementRefused(force="n-guard", strength=0.5, reason="the mandate was refused")
    world.emit(refused, ordered, ALLIES, "m1")
    assert threat.standing().reinforcements == ()


def test_4_6_forces_that_are_there_make_it_believe() -> None:
    world, threat = prepared(passive())
    ordered = activation(world, "n-guard")
    world.emit(happened.ForceCapable(force="n-guard", strength=0.5, effective=0.36), ordered, ALLIES, "m1")
    r = threat.standing().resolve
    assert log(r / (1 - r)) == pytest.approx(log(0.41 / 0.59) + 0.6 * log(1 + 0.3 * 0.36))


def test_4_3_it_sees_at_once_what_is_capable_early() -> None:
    world, threat = prepared(passive())
    ordered = activation(world, "n-guard")
    world.run_to(DAY)
    world.emit(happened.ForceCapable(force="n-guard", strength=0.5, effective=0.36), ordered, ALLIES, "m1")
    assert threat.standing().reinforcements[0].due == 0.0


def test_4_3_forces_sent_elsewhere_or_that_cannot_come_do_not_count() -> None:
    world, threat = prepared(passive())
    text = MeasureText(kind="deploy", place="ncap", strength=1.0)
    tabled = world.emit(happened.MeasureTabled(by="north", text=text), world.turn_event, ALLIES, "m1")
    world.emit(happened.ActivationOrdered(forces=("n-guard",), strength=0.5), tabled, ALLIES, "m1")
    assert threat.standing().reinforcements == ()
    world, threat = prepared(passive())
    activation(world, "s-isle")
    assert threat.standing().reinforcements == ()


def test_4_2_mobilisation_runs_on_from_the_last_move() -> None:
    world, threat = prepared(adversary(passive(), rung=4, mobilisation=0.3))
    world.run_to(round(4.8 * DAY))
    assert threat.standing().mobilisation == pytest.approx(0.7)
    assert threat.moved is not None
    threat.move_to(3, threat.moved)
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
    assert doubts(world) == []
    assert not threat.active


def test_4_13_the_week_runs_on_over_a_step_from_rung_1_to_0_and_anew_after_a_relapse() -> None:
    world, threat = prepared(adversary(passive(), rung=1))
    world.run_to(3 * DAY)
    assert threat.moved is not None
    threat.move_to(0, threat.moved)
    world.run_to(30 * DAY)
    assert the(world.log, "crisis_calmed").time == 7 * DAY
    world, threat = prepared(adversary(passive(), rung=1))
    for day, rung in ((3, 2), (5, 1)):
        world.run_to(day * DAY)
        assert threat.moved is not None
        threat.move_to(rung, threat.moved)
    world.run_to(30 * DAY)
    assert the(world.log, "crisis_calmed").time == 12 * DAY


@pytest.mark.parametrize(("rung", "rate"), [(3, 0.0), (4, 0.014), (5, 0.014 * 1.3)])
def test_4_12_forces_that_face_each_other_clash_by_accident(rung: int, rate: float) -> None:
    """Within 50 days with probability 1 - exp(-50 rate), from rung 4 on."""
    worlds = 250
    came = 0
    for seed in range(worlds):
        world, _ = prepared(adversary(calm_crisis(**NEVER), rung=rung), seed)
        world.run_to(50 * DAY, stop_at_flash=True)
        clashes = of_kind(world.log, "clash_happened")
        came += bool(clashes)
        if clashes:
            assert (clashes[0].audience, clashes[0].body) == (
                EVERYONE,
                happened.ClashHappened(adversary="redland", serious=False),
            )
            assert world.situation.adversaries["redland"].rung == 6
            assert world.now == clashes[0].time  # the clock stopped
    chance = 1 - exp(-50 * rate)
    assert abs(came / worlds - chance) <= 4 * sqrt(chance * (1 - chance) / worlds)


def test_4_12_a_clash_spirals_or_is_mediated() -> None:
    """From rung 6, serious before mediated with probability h_esc / (h_esc + h_med) = .4."""
    first = Counter[int]()
    for seed in range(250):
        world, _ = prepared(adversary(calm_crisis(**NEVER), rung=6), seed)
        world.run_to(400 * DAY, stop_at_flash=False)
        changed = of_kind(world.log, "rung_changed")
        first[changed[0].body.new if changed else 6] += 1
    assert set(first) <= {3, 6, 7}
    assert first[6] <= 3
    assert first[7] / (first[3] + first[7]) == pytest.approx(0.4, abs=4 * sqrt(0.24 / 247))


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
