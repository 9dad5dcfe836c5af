"""docs/model.md section 8: scores, from logs written by hand and from whole sessions."""

from dataclasses import replace
from math import fsum
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.scoring.logs import OWNERS, Log, endex_before, whole_chain
from tests.session.sessions import play, tutorial
from tests.worlds import crisis
from wargame.model import happenings as happened
from wargame.model.happenings import ClashHappened, ObjectiveContested, ProbabilityStated
from wargame.model.plain import plain
from wargame.model.scenario import Objective
from wargame.scoring.score import WEIGHTS, Score, attack_possible, days_coerced, score, stays, total

GATE = crisis()
DAY = 24.0


def points(log: Log, **changes: float) -> dict[str, float | None]:
    """The scores of a log in the small crisis."""
    scores: dict[str, float | None] = plain(score(crisis(**changes), log).scores, nulls=True)
    return scores


def calm_log(days: float = 20.0, rung: int = 3, mobilisation: float = 0.3) -> Log:
    """An adversary that does nothing."""
    log = Log()
    log.adversary(rung, mobilisation)
    log.end(days * DAY)
    return log


# --- 8.1 outcome ---------------------------------------------------------------------------------------------


def held(share: float) -> Log:
    log = Log()
    log.adversary()
    attack = log.add(30.0, happened.AttackBegan(adversary="foe", objective="gate"), log[0])
    log.add(36.0, ObjectiveContested(objective="gate", held=share), attack)
    log.end(96.0)
    return log


@pytest.mark.parametrize(("share", "outcome"), [(0.0, 100.0), (0.25, 75.0), (1.0, 0.0)])
def test_8_1_what_the_adversary_holds_is_lost(share: float, outcome: float) -> None:
    assert points(held(share))["outcome"] == outcome


def test_8_1_each_objective_counts_by_its_weight() -> None:
    two = (
        Objective(id="gate", name="The Gate", at="gate", owner="north", weight=0.75),
        Objective(id="rear", name="The Rear", at="sport", owner="south", weight=0.25),
    )
    log = held(1.0)
    assert score(crisis(objectives=two), log).scores.outcome == 25.0
    log.add(97.0, ObjectiveContested(objective="rear", held=0.5), log[1])
    assert score(crisis(objectives=two), log).scores.outcome == 12.5


def coerced() -> Log:
    """Four days at rung 5, one at 6, half a day at 7, the rest below or in open war."""
    log = Log()
    log.adversary()
    for day, old, new in [(1, 3, 4), (2, 4, 5), (6, 5, 6), (7, 6, 7), (7.5, 7, 4), (10, 4, 8)]:
        log.rung(day * DAY, old, new)
    log.end(20 * DAY)
    return log


def test_8_1_days_coerced_are_those_at_rungs_5_to_7() -> None:
    """Two hundredths of the objective for each of them."""
    assert days_coerced(coerced(), 20 * 86400) == 5.5
    assert points(coerced())["outcome"] == 100.0 - 2.0 * 5.5
    assert points(coerced(), doctrine__play__coerced_day=0.1)["outcome"] == 45.0


def test_8_1_no_more_than_all_of_it_can_be_lost() -> None:
    assert points(coerced(), doctrine__play__coerced_day=1.0)["outcome"] == 0.0


def test_8_1_the_last_rung_lasts_to_the_end() -> None:
    log = calm_log(days=8.0, rung=5)
    assert stays(log, log[-1].time) == [(5, 0.3, 0, 8 * 86400)]
    assert days_coerced(log, log[-1].time) == 8.0


def test_8_1_deterred_is_neither_attacked_nor_anything_in_its_hands() -> None:
    assert score(GATE, calm_log()).outcome == outcome(3, attacked=False, deterred=True)
    assert score(GATE, coerced()).outcome == outcome(8, attacked=False, deterred=True)
    assert score(GATE, held(0.0)).outcome == outcome(3, attacked=True, deterred=False)
    taken = calm_log()
    taken.add(500.0, ObjectiveContested(objective="gate", held=0.1), taken[0])
    assert score(GATE, taken).outcome == outcome(3, attacked=False, deterred=False)


def outcome(rung: int, attacked: bool, deterred: bool):
    return type(score(GATE, calm_log()).outcome)(max_rung=rung, attacked=attacked, deterred=deterred)


def test_8_1_the_highest_rung_is_the_highest_ever_and_an_accident_to_it_is_no_attack() -> None:
    """Serious clashes without an attack: rung 7, not attacked, deterred."""
    log = Log()
    log.adversary(5)
    clash = log.rung(10.0, 5, 6)
    log.add(10.0, ClashHappened(adversary="foe", serious=False), clash)
    log.add(20.0, ClashHappened(adversary="foe", serious=True), log.rung(20.0, 6, 7))
    log.rung(30.0, 7, 3)
    log.end(240.0)
    assert score(GATE, log).outcome == outcome(7, attacked=False, deterred=True)


# --- 8.2 against the adversary's clock -----------------------------------------------------------------------


def test_8_2_an_attack_is_possible_at_rung_4_once_mobilised_enough() -> None:
    """From .3 at rung 4 the .7 of M_min are reached after .4 × 12 = 4.8 days."""
    log = Log()
    log.adversary()
    log.rung(48.0, 3, 4, mobilisation=0.3)
    log.end(20 * DAY)
    assert attack_possible(GATE, log, log[-1].time) == round((2 + 4.8) * 86400)


def test_8_2_an_attack_is_possible_at_once_for_who_comes_mobilised() -> None:
    assert attack_possible(GATE, calm_log(rung=4, mobilisation=0.9), 86400) == 0
    assert attack_possible(GATE, calm_log(rung=3, mobilisation=0.9), 86400) is None


def test_8_2_a_climb_goes_on_mobilising_and_a_step_down_takes_it_back() -> None:
    """Three days at rung 4 bring .25; it goes on at 5; a step below 4 before M_min makes an attack impossible."""
    log = Log()
    log.adversary()
    log.rung(0.0, 3, 4, mobilisation=0.3)
    log.rung(72.0, 4, 5, mobilisation=0.55)
    assert attack_possible(GATE, log, 20 * 86400) == round(4.8 * 86400)
    log.rung(96.0, 5, 3, mobilisation=0.633333)
    assert attack_possible(GATE, log, 20 * 86400) is None


def test_8_2_whether_and_by_how_many_hours_it_was_in_time() -> None:
    """The requirement is met at 130 h."""
    assert late(140.0) == (True, 10.0)
    assert late(130.0) == (True, 0.0)
    assert late(100.0) == (False, -30.0)
    assert late(None) == (None, None)


def late(possible: float | None) -> tuple[bool | None, float | None]:
    scored = against(possible)
    return scored.capable_before_attack_possible, scored.margin_hours


def against(possible: float | None, met: bool = True) -> Score:
    """The whole chain, met at 130 h or never, against an adversary that can attack from `possible` on."""
    log = whole_chain() if met else Log()
    log.adversary()
    if possible is not None:
        log.rung(possible, 3, 4, mobilisation=0.7)
    log.end(20 * DAY)
    return score(GATE, log)


def test_8_2_never_met_has_no_margin() -> None:
    scored = against(100.0, met=False)
    assert (scored.capable_before_attack_possible, scored.margin_hours) == (False, None)


# --- 8.3 response points -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("days_late", "response"),
    [(-1.0, 100.0), (0.0, 100.0), (2.5, 70.71), (5.0, 50.0), (5.416666666666667, 47.19)],
)
def test_8_3_halved_for_every_five_days_late(days_late: float, response: float) -> None:
    assert against(130.0 - days_late * DAY).scores.response == response


def test_8_3_full_when_it_never_could_attack_and_nothing_when_never_met() -> None:
    assert against(None).scores.response == 100.0
    assert against(None, met=False).scores.response == 100.0
    assert against(100.0, met=False).scores.response == 0.0


def test_8_3_only_what_was_sent_to_an_objective_before_endex_answers() -> None:
    """A brigade that stands where nobody comes, or that the computer player sends, earns nothing."""
    ready = [("activation_ordered", 0.0), ("force_loaded", 100.0), ("requirement_met", 100.0)]
    for kind, response in ready:
        log = endex_before(kind)
        log.adversary()
        log.rung(140.0, 3, 4, mobilisation=0.7)
        log.end(20 * DAY)
        assert score(GATE, log).scores.response == response
        aside = Objective(id="gate", name="The Gate", at="ncap", owner="north")
        scored = score(crisis(objectives=(aside,)), log)
        assert (scored.scores.response, scored.capable_before_attack_possible, scored.margin_hours) == (
            0.0,
            False,
            None,
        )


# --- 8.4 alliance --------------------------------------------------------------------------------------------


def test_8_4_nothing_to_judge_by_is_no_score() -> None:
    assert points(calm_log())["alliance"] is None


def test_8_4_measures_adopted_of_those_decided() -> None:
    log = calm_log()
    for number, body in enumerate(
        (happened.MeasureAdopted(unanimous=True), happened.MeasureFailed(by=("west",)), None), 1
    ):
        tabled = log.table(500.0, log[0], f"m{number}")
        if body is not None:
            log.add(501.0, body, tabled, f"m{number}")
    assert points(log)["alliance"] == 50.0


def test_8_4_promises_are_offers_not_taken_back_and_commitments_followed_by_a_capable_force() -> None:
    """Three offers, one taken back; two nations committed, of which one sent a force that became capable: 3 of 5."""
    log = calm_log()
    measure = log.table(500.0, log[0])
    for nation in ("south", "west"):
        log.add(501.0, happened.StatementMade(by=nation, commits=True), log[0])
    log.add(501.0, happened.StatementMade(by="pact", commits=False), log[0])  # binds nobody
    for force in ("s-para", "s-tank", "w-mech"):
        log.add(502.0, happened.ForceOffered(nation=OWNERS[force[0]], force=force), measure, "m1")
    log.add(503.0, happened.OfferWithdrawn(nation="west", force="w-mech"), measure, "m1")
    log.add(600.0, happened.ForceCapable(force="s-para", strength=0.8, effective=0.7), measure, "m1")
    assert points(log)["alliance"] == 60.0


def test_8_4_own_reports_released_to_somebody() -> None:
    """What comes from allies or the media is not one's own to share; releasing to two counts once."""
    log = calm_log()
    for number in range(1, 5):
        log.report(400.0, 400.0 + number, f"r{number}")
    media: Any = log.report(405.0, 405.0, "r5")
    log[-1] = replace(media, body=replace(media.body, originator="media"))
    for ally in ("south", "west"):
        log.add(410.0, happened.ReportReleased(nation="north", report="r2", to=ally), log[3])
    assert points(log)["alliance"] == 25.0


def test_8_4_the_mean_of_those_there_are() -> None:
    log = calm_log()
    tabled = log.table(500.0, log[0])
    log.add(501.0, happened.MeasureAdopted(unanimous=True), tabled, "m1")  # 1 of 1
    log.report(502.0, 503.0)  # 0 of 1
    assert points(log)["alliance"] == 50.0


def test_8_4_keeping_every_report_to_oneself_is_no_merit() -> None:
    log = calm_log()
    log.report(400.0, 401.0)
    assert points(log)["alliance"] == 0.0
    log.add(402.0, happened.ForceOffered(nation="south", force="s-para"), log.table(402.0, log[0]), "m1")
    assert points(log)["alliance"] == 50.0


def test_8_4_a_measure_counts_by_its_tabling_and_is_decided_whenever() -> None:
    """Adopted after ENDEX, of one tabled before it; the one that the computer player tabled and lost is not theirs."""
    log = calm_log()
    first = log.table(480.0, log[0], "m1")
    log.endex(481.0)
    log.add(490.0, happened.MeasureFailed(by=("west",)), log.table(482.0, log[0], "m2"), "m2")
    assert points(log)["alliance"] is None
    log.add(500.0, happened.MeasureAdopted(unanimous=True), first, "m1")
    assert points(log)["alliance"] == 100.0


def test_8_4_promises_of_before_endex_are_kept_or_broken_to_the_horizon() -> None:
    """Three offers, of which one is taken back after ENDEX, and two commitments, of which one is kept: 3 of 5. What is
    offered, taken back or said only after ENDEX is no promise, and keeps none."""
    log = calm_log()
    measure = log.table(480.0, log[0])
    for nation in ("south", "west"):
        log.add(480.0, happened.StatementMade(by=nation, commits=True), log[0])
    for force in ("s-para", "s-tank", "n-guard"):
        log.add(480.0, happened.ForceOffered(nation=OWNERS[force[0]], force=force), measure, "m1")
    log.endex(481.0)
    for force in ("s-tank", "s-tank"):
        log.add(482.0, happened.OfferWithdrawn(nation="south", force=force), measure, "m1")
        log.add(483.0, happened.ForceOffered(nation="south", force=force), measure, "m1")
    log.add(483.0, happened.ForceOffered(nation="west", force="w-mech"), measure, "m1")
    log.add(483.0, happened.StatementMade(by="north", commits=True), log[0])
    for force in ("s-para", "w-mech"):
        log.add(500.0, happened.ForceCapable(force=force, strength=0.8, effective=0.7), measure, "m1")
    assert points(log)["alliance"] == 60.0


def test_8_4_reports_count_that_were_received_and_released_before_endex() -> None:
    log = calm_log()
    for number in range(1, 5):
        log.report(400.0, 400.0 + number, f"r{number}")
    log.add(410.0, happened.ReportReleased(nation="north", report="r1", to="south"), log[3])
    log.endex(481.0)
    log.report(482.0, 483.0, "r5")
    for label in ("r2", "r5"):
        log.add(490.0, happened.ReportReleased(nation="north", report=label, to="south"), log[-1])
    assert points(log)["alliance"] == 25.0


# --- 8.5 calibration -----------------------------------------------------------------------------------------


def test_8_5_stated_probabilities_against_what_came_within_72_hours() -> None:
    """100 (1 - mean (p - y)^2) by hand: y is 0 at 10 h, 1 at 30 h and 100 h, 0 after the attack at 102 h."""
    log = calm_log()
    for hours, probability in [(10.0, 0.1), (30.0, 0.5), (100.0, 0.9), (103.0, 0.2)]:
        log.add(hours, ProbabilityStated(nation="north", probability=probability), log[0])
    log.add(102.0, happened.AttackBegan(adversary="foe", objective="gate"), log[0])
    log.add(200.0, happened.HorizonReached())
    mean = (0.1**2 + 0.5**2 + 0.1**2 + 0.2**2) / 4
    assert points(log)["calibration"] == round(100 * (1 - mean), 2) == 92.25


def test_8_5_what_time_has_not_judged_is_left_out() -> None:
    """The log ends 71 h after the second statement: nobody knows yet. What is stated after ENDEX is nobody's."""
    log = calm_log()
    for hours, probability in [(10.0, 0.5), (29.0, 0.9)]:
        log.add(hours, ProbabilityStated(nation="north", probability=probability), log[0])
    log.add(50.0, happened.ExerciseEnded(reason="last_day"), log[0])
    log.add(51.0, ProbabilityStated(nation="north", probability=1.0), log[0])
    log.add(100.0, happened.HorizonReached())
    assert points(log)["calibration"] == 75.0


def test_8_5_nothing_stated_is_no_score() -> None:
    assert points(calm_log())["calibration"] is None


statements = st.lists(st.tuples(st.integers(0, 480), st.floats(0.0, 1.0)), min_size=1, max_size=12)


@given(statements, st.one_of(st.none(), st.integers(0, 480)))
def test_8_5_the_brier_score_reckoned_another_way(stated: list[tuple[int, float]], attack: int | None) -> None:
    """Brier = mean p^2 - 2 p y + y, for y is 0 or 1. One hour on each side of the window's end tells which it is."""
    log = calm_log()
    for hours, probability in stated:
        log.add(float(hours), ProbabilityStated(nation="north", probability=probability), log[0])
    if attack is not None:
        log.add(float(attack), happened.AttackBegan(adversary="foe", objective="gate"), log[0])
    log.add(600.0, happened.HorizonReached())
    came = [attack is not None and hours <= attack <= hours + 72 for hours, _ in stated]
    brier = sum(p * p - 2 * p * y + y for (_, p), y in zip(stated, came, strict=True)) / len(stated)
    assert points(log)["calibration"] == pytest.approx(100 * (1 - brier), abs=0.0051)


# --- 8.6 cost ------------------------------------------------------------------------------------------------


def test_8_6_a_quarter_point_for_each_be_and_day_and_ten_for_each_clash() -> None:
    """0.8, 1 and 1 BE over ten days are 7 points, a clash is 10."""
    log = calm_log()
    log.activate(240.0, log.table(230.0, log[0]), "s-para", "s-tank", "w-mech")
    log.add(480.0, happened.TurnBegan(turn=9))
    assert points(log)["cost"] == 93.0
    log.add(480.0, ClashHappened(adversary="foe", serious=False), log[0])
    assert points(log)["cost"] == 83.0


def test_8_6_what_was_activated_before_endex_costs_to_the_horizon_and_clashes_always() -> None:
    """0.8 BE over ten days are 2 points, a clash after ENDEX 10; what the computer player activates is free."""
    log = calm_log(days=0.0)
    first, second = log.table(230.0, log[0], "m1"), log.table(230.0, log[0], "m2")
    log.activate(240.0, first, "s-para", measure="m1")
    log.endex(250.0)
    log.activate(250.0, second, "s-tank", "w-mech", measure="m2")
    log.add(260.0, ClashHappened(adversary="redland", serious=False), log[0])
    log.end(480.0)
    assert points(log)["cost"] == 88.0


def test_8_6_a_force_that_is_home_again_or_refused_costs_nothing_more() -> None:
    """1 BE over four days and 0.8 BE over two days are 1.4 points; what moves under national command costs the same."""
    log = calm_log()
    ordered = log.activate(240.0, log.table(230.0, log[0]), "s-tank")
    moved = log.add(240.0, happened.MoveOrdered(nation="south", force="s-para", place="gate", strength=0.8), log[0])
    log.add(288.0, happened.MovementRefused(force="s-para", strength=0.8, reason="-"), moved)
    log.add(336.0, happened.ForceReturned(force="s-tank"), ordered)
    log.end(480.0)
    assert points(log)["cost"] == 98.6


def test_8_6_not_below_zero() -> None:
    log = calm_log()
    for _ in range(11):
        log.add(480.0, ClashHappened(adversary="foe", serious=True), log[0])
    assert points(log)["cost"] == 0.0


# --- 8.7 total -----------------------------------------------------------------------------------------------


def test_8_7_the_weights_are_those_of_the_clause_and_sum_to_one() -> None:
    expected = {"outcome": 40, "response": 15, "alliance": 15, "calibration": 10, "national_aims": 10, "cost": 10}
    assert {name: round(100 * weight) for name, weight in WEIGHTS.items()} == expected
    assert fsum(WEIGHTS.values()) == pytest.approx(1.0)


def test_8_7_what_is_not_there_is_left_out_and_the_others_scaled_up() -> None:
    assert total(dict.fromkeys(WEIGHTS, 50.0)) == 50.0
    some = {"outcome": 100.0, "response": 0.0, "alliance": None, "calibration": None, "national_aims": None}
    assert total(some) == round(100 * 0.4 / 0.55, 2)
    assert total({**some, "cost": 100.0}) == round(100 * 0.5 / 0.65, 2)


scored = st.dictionaries(st.sampled_from([*WEIGHTS]), st.one_of(st.none(), st.floats(0.0, 100.0))).filter(
    lambda each: any(value is not None for value in each.values())
)


@given(scored)
def test_8_7_the_total_is_the_weighted_mean_and_lies_between_the_components(given: dict[str, float | None]) -> None:
    present = {name: value for name, value in given.items() if value is not None}
    result = total(given)
    weights = [round(100 * WEIGHTS[name]) for name in present]
    mean = sum(weight * value for weight, value in zip(weights, present.values(), strict=True)) / sum(weights)
    assert result == pytest.approx(mean, abs=0.0051)
    assert min(present.values()) - 0.0051 <= result <= max(present.values()) + 0.0051


# --- of whole sessions ---------------------------------------------------------------------------------------


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10**6), player=st.sampled_from(["random", "doctrine", "idle"]))
def test_8_scores_are_points_and_the_outcome_agrees_with_the_log(seed: int, player: str) -> None:
    events = play(seed, player).events
    scored = score(tutorial(), events)
    scores = plain(scored.scores, nulls=True)
    assert all(value is None or 0.0 <= value <= 100.0 for value in scores.values())
    assert scored.outcome.attacked == any(event.body.kind == "attack_began" for event in events)
    climbs = [event.body.new for event in events if event.body.kind == "rung_changed"]
    assert scored.outcome.max_rung == max([tutorial().adversaries[0].rung, *climbs])
    assert scored.outcome.attacked == (scored.outcome.max_rung >= 8)
    stays_there = stays(events, events[-1].time)
    assert sum(until - since for *_, since, until in stays_there) == events[-1].time
    choices = [event for event in events if event.body.kind == "adversary_chose" and event.body.act == "attack"]
    possible = attack_possible(tutorial(), events, events[-1].time)
    assert not choices or (possible is not None and possible <= choices[0].time)


@settings(max_examples=10, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_8_where_nobody_does_anything_nothing_is_scored_that_seats_do(seed: int) -> None:
    """What the computer player does after ENDEX is not theirs; the clashes are, and what became of the objective."""
    events = play(seed, "idle").events
    scores = score(tutorial(), events).scores
    clashes = len([event for event in events if event.body.kind == "clash_happened"])
    assert scores.alliance in (None, 0.0)  # reports there were, and nobody shared them
    assert (scores.calibration, scores.cost) == (None, max(0.0, 100.0 - 10.0 * clashes))
    assert scores.response in (0.0, 100.0)


@settings(max_examples=8, deadline=None)
@given(seed=st.integers(0, 10**6), player=st.sampled_from(["random", "doctrine"]), data=st.data())
def test_8_a_session_can_be_scored_at_any_moment(seed: int, player: str, data: st.DataObject) -> None:
    """Every prefix of the log has a score; what has happened stays happened."""
    events = play(seed, player).events
    highest, attacked = 0, False
    for length in sorted({0, 1, 2, len(events), *data.draw(st.sets(st.integers(0, len(events)), max_size=40))}):
        outcome = score(tutorial(), events[:length]).outcome
        assert outcome.max_rung >= highest
        assert outcome.attacked >= attacked
        highest, attacked = outcome.max_rung, outcome.attacked
