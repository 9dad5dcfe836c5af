"""docs/model.md section 8: scores, from logs written by hand and from whole sessions."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.scoring.logs import OWNERS, Log, whole_chain
from tests.session.sessions import play, tutorial
from tests.worlds import crisis
from wargame.model import happenings as happened
from wargame.model.happenings import ClashHappened, ObjectiveContested, ProbabilityStated
from wargame.model.plain import plain
from wargame.model.scenario import Objective
from wargame.rules.contest import success
from wargame.rules.expenses import defence_spending
from wargame.scoring.alliance import gini
from wargame.scoring.course import follow, stays
from wargame.scoring.outcome import outcome, outcome_points
from wargame.scoring.score import COMPONENTS, Score, score, total
from wargame.scoring.timeliness import clocks, needed_strength

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
    assert score(GATE, coerced()).outcome.days_coerced == 5.5
    assert points(coerced())["outcome"] == 100.0 - 2.0 * 5.5
    assert points(coerced(), doctrine__play__coerced_day=0.1)["outcome"] == 45.0


def test_8_1_no_more_than_all_of_it_can_be_lost() -> None:
    assert points(coerced(), doctrine__play__coerced_day=1.0)["outcome"] == 0.0


def test_8_1_the_last_rung_lasts_to_the_end() -> None:
    log = calm_log(days=8.0, rung=5)
    (stay,) = stays(log, log[-1].time)
    assert (stay.rung, stay.mobilisation, stay.since, stay.until) == (5, 0.3, 0, 8 * 86400)
    assert score(GATE, log).outcome.days_coerced == 8.0


def test_8_1_days_coerced_count_for_the_objective_that_the_adversary_is_after() -> None:
    two = (
        Objective(id="gate", name="The Gate", at="gate", owner="north", weight=0.75),
        Objective(id="rear", name="The Rear", at="sport", owner="south", weight=0.25),
    )
    assert score(crisis(objectives=two), coerced()).scores.outcome == 100.0 - 0.75 * 11.0


def test_8_1_what_was_conceded_is_lost_as_what_is_held() -> None:
    """The greater of the two counts."""
    course = follow(GATE, held(0.25))
    state = course.situation.objectives["gate"]
    for conceded, points in [(0.0, 75.0), (0.2, 75.0), (0.4, 60.0)]:
        state.conceded = conceded
        assert outcome_points(course) == points
        assert outcome(course).conceded == conceded
    assert not outcome(course).deterred


def test_8_1_deterred_is_neither_attacked_nor_anything_in_its_hands() -> None:
    assert fate(calm_log()) == (3, False, True)
    assert fate(coerced()) == (8, False, True)
    assert fate(held(0.0)) == (3, True, False)
    taken = calm_log()
    taken.add(500.0, ObjectiveContested(objective="gate", held=0.1), taken[0])
    assert fate(taken) == (3, False, False)


def fate(log: Log) -> tuple[int, bool, bool]:
    """Highest rung, attacked, deterred."""
    told = score(GATE, log).outcome
    return told.max_rung, told.attacked, told.deterred


def test_8_1_the_highest_rung_is_the_highest_ever_and_an_accident_to_it_is_no_attack() -> None:
    """Serious clashes without an attack: rung 7, not attacked, deterred."""
    log = Log()
    log.adversary(5)
    clash = log.rung(10.0, 5, 6)
    log.add(10.0, ClashHappened(adversary="redland", serious=False), clash)
    log.add(20.0, ClashHappened(adversary="redland", serious=True), log.rung(20.0, 6, 7))
    log.rung(30.0, 7, 3)
    log.end(240.0)
    assert fate(log) == (7, False, True)


# --- 8.2 deterrence ------------------------------------------------------------------------------------------


def chose(act: happened.ActKind, **utilities: float) -> happened.AdversaryChose:
    options = tuple(
        happened.Option(act=each, utility=value, weight=1.0, probability=0.1)  # type: ignore[arg-type]
        for each, value in utilities.items()
    )
    return happened.AdversaryChose(
        adversary="redland", act=act, options=options, resolve=0.4, odds_alone=0.9, odds_allied=0.5
    )


def test_8_2_the_mean_rung_is_weighted_by_time() -> None:
    """One day at 3, one at 4, two at 5."""
    log = Log()
    log.adversary()
    log.rung(24.0, 3, 4)
    log.rung(48.0, 4, 5)
    log.end(96.0)
    assert score(GATE, log).outcome.mean_rung == (3 + 4 + 2 * 5) / 4


def test_8_2_war_lasts_for_the_mean_rung_until_the_fighting_is_over() -> None:
    """One day at 4 and two at 9; after the cease-fire nobody fights, though nothing puts it on a lower rung."""
    log = Log()
    log.adversary(4, 0.9)
    log.rung(24.0, 4, 9, 0.9)
    attack = log.add(24.0, happened.AttackBegan(adversary="redland", objective="gate"), log[0])
    log.add(72.0, happened.ObjectiveDecided(objective="gate", held=0.4), attack)
    log.end(40 * DAY)
    assert score(GATE, log).outcome.mean_rung == pytest.approx((4 + 2 * 9) / 3, abs=1e-6)


def test_8_2_the_closest_call_is_the_least_by_which_peace_was_better() -> None:
    """Climbing is neither; a choice in which attack was not open does not count."""
    log = calm_log()
    log.add(481.0, chose("hold", hold=0.1, climb=0.9), log[0])
    log.add(482.0, chose("hold", hold=0.1, back_down=0.3, attack=-0.2), log[0])
    log.add(483.0, chose("climb", hold=0.1, attack=0.05, climb=0.6), log[0])
    assert score(GATE, log).outcome.closest_call == 0.05


def test_8_2_the_call_is_negative_when_attack_was_better_and_none_when_it_was_never_open() -> None:
    log = calm_log()
    assert score(GATE, log).outcome.closest_call is None
    log.add(481.0, chose("hold", hold=0.1, attack=0.4), log[0])
    assert score(GATE, log).outcome.closest_call == -0.3


# --- 8.3 against the adversary's clock -----------------------------------------------------------------------


def first_possible(log: Log) -> int | None:
    return next((clock.ready for clock in clocks(follow(GATE, log)) if clock.possible), None)


def test_8_3_an_attack_is_possible_at_rung_4_once_mobilised_enough() -> None:
    """From .3 at rung 4 the .7 of M_min are reached after .4 × 12 = 4.8 days."""
    log = Log()
    log.adversary()
    log.rung(48.0, 3, 4, mobilisation=0.3)
    log.end(20 * DAY)
    assert first_possible(log) == round((2 + 4.8) * 86400)


def test_8_3_an_attack_is_possible_at_once_for_who_comes_mobilised() -> None:
    assert first_possible(calm_log(rung=4, mobilisation=0.9)) == 0
    assert first_possible(calm_log(rung=3, mobilisation=0.9)) is None


def test_8_3_a_climb_goes_on_mobilising_and_a_step_down_takes_it_back() -> None:
    """Three days at rung 4 bring .25; it goes on at 5; a step below 4 before M_min makes an attack impossible."""
    log = Log()
    log.adversary()
    log.rung(0.0, 3, 4, mobilisation=0.3)
    log.rung(72.0, 4, 5, mobilisation=0.55)
    going_on = Log(log)
    going_on.end(20 * DAY)
    assert first_possible(going_on) == round(4.8 * 86400)
    log.rung(96.0, 5, 3, mobilisation=0.633333)
    log.end(20 * DAY)
    assert first_possible(log) is None


def test_8_3_whether_and_by_how_many_hours_it_was_in_time() -> None:
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


def test_8_3_never_met_has_no_margin() -> None:
    scored = against(100.0, met=False)
    assert (scored.capable_before_attack_possible, scored.margin_hours) == (False, None)


def test_8_3_an_activation_that_proved_a_false_alarm_does_not_count() -> None:
    log = whole_chain()
    log.adversary()
    log.rung(200.0, 3, 4, mobilisation=0.7)
    ordered = next(event for event in log if event.body.kind == "activation_ordered")
    log.add(20 * DAY, happened.AlarmProvenFalse(nations=("south",)), ordered, "m1")
    scored = score(GATE, log)
    assert (scored.capable_before_attack_possible, scored.margin_hours) == (False, None)
    assert scored.response_hours.decision is None
    assert scored.response_hours.consultation == 10.0


# --- 8.4 response points -------------------------------------------------------------------------------------


def test_8_4_what_the_objective_needed_brings_the_odds_down_to_one_in_two() -> None:
    """8 BE of which .7 are mobilised against 1.5 that stand there: 4.1 more make the contest even."""
    course = follow(GATE, calm_log())
    (adversary,), (gate,) = GATE.adversaries, GATE.objectives
    needed = needed_strength(course, adversary, gate)
    assert needed == pytest.approx(8.0 * 0.7 - 1.5)
    assert success(8.0 * 0.7, 1.5 + needed, GATE.doctrine.threat.contest_exponent) == pytest.approx(0.5)


def sent(*capable: tuple[float, float], ready: float | None = 200.0, endex: float | None = None) -> Log:
    """Forces of the players' that become capable at the objective at these hours, worth so many BE, against an
    adversary that could attack from `ready` on.
    """
    log = Log()
    log.adversary()
    if ready is not None:
        log.rung(ready - 4.8 * DAY if ready > 4.8 * DAY else ready, 3, 4, 0.3 if ready > 4.8 * DAY else 0.7)
    measure = log.table(1.0, log[0])
    names = ("s-para", "s-tank", "w-mech", "n-guard")[: len(capable)]
    if endex is not None:
        log.endex(endex)
    if names:
        ordered = log.activate(2.0, measure, *names)
        for name, (hours, worth) in zip(names, capable, strict=True):
            log.add(hours, happened.ForceArrived(force=name, place="gate", debarked=True), ordered, "m1")
            log.add(hours, happened.ForceCapable(force=name, strength=1.0, effective=worth), log[-1], "m1")
    log.end(60 * DAY)
    return log


def response(log: Log) -> float | None:
    return score(GATE, log).scores.response


def test_8_4_the_share_of_what_was_needed_that_stands_there_in_time_counts_in_full() -> None:
    assert response(sent((100.0, 4.1))) == 100.0
    assert response(sent((100.0, 8.2))) == 100.0
    assert response(sent((100.0, 1.025), (150.0, 1.025))) == 50.0
    assert score(GATE, sent((100.0, 1.025), (150.0, 1.025))).adequacy == 0.5


@pytest.mark.parametrize(("days_late", "points"), [(2.5, 70.71), (5.0, 50.0), (10.0, 25.0)])
def test_8_4_what_comes_late_counts_by_half_for_every_five_days(days_late: float, points: float) -> None:
    assert response(sent((200.0 + days_late * DAY, 4.1))) == points


def test_8_4_half_in_time_and_the_rest_five_days_late() -> None:
    assert response(sent((100.0, 2.05), (200.0 + 5 * DAY, 2.05))) == 75.0


def test_8_4_little_is_little_however_quick() -> None:
    """In time by days, and a twentieth of what was needed."""
    assert response(sent((10.0, 0.205))) == 5.0


def test_8_4_no_response_earns_nothing_once_an_adversary_mobilises() -> None:
    assert response(sent()) == 0.0


def test_8_4_without_a_threat_there_is_nothing_to_respond_to_whoever_does_what() -> None:
    assert response(sent(ready=None)) is None
    assert response(sent((100.0, 4.1), ready=None)) is None


def test_8_4_an_adversary_that_stood_down_is_judged_by_when_it_could_have_been_ready() -> None:
    """It mobilises on day 1 and stands down on day 3; by day 5.8 it could have attacked."""
    log = Log()
    log.adversary()
    log.rung(24.0, 3, 4, mobilisation=0.3)
    log.rung(72.0, 4, 3, mobilisation=0.466667)
    log.end(60 * DAY)
    (clock,) = clocks(follow(GATE, log))
    assert (clock.ready, clock.possible) == (round(5.8 * 86400), False)
    assert response(log) == 0.0


def test_8_4_a_mobilisation_after_endex_is_not_the_players_to_answer() -> None:
    log = Log()
    log.adversary()
    log.endex(100.0)
    log.rung(101.0, 3, 4, mobilisation=0.7)
    log.end(60 * DAY)
    assert response(log) is None


def test_8_4_an_attack_out_of_the_blue_is_a_threat_too() -> None:
    log = calm_log(days=0.0)
    log.add(50.0, happened.AttackBegan(adversary="redland", objective="gate"), log[0])
    log.end(20 * DAY)
    (clock,) = clocks(follow(GATE, log))
    assert clock.ready == 50 * 3600
    assert response(log) == 0.0


def test_8_4_only_what_the_players_sent_to_the_objective_counts() -> None:
    """Not what the computer player activates after ENDEX, nor what stands elsewhere."""
    assert response(sent((100.0, 4.1), ready=0.5, endex=1.5)) == 0.0
    elsewhere = sent((100.0, 4.1))
    moved = Log(
        replace(event, body=replace(event.body, place="ncap")) if event.body.kind == "force_arrived" else event
        for event in elsewhere
    )
    assert response(moved) == 0.0


def test_8_4_what_has_left_again_does_not_stand_there() -> None:
    log = sent((100.0, 4.1))
    refused = happened.MovementRefused(force="s-para", strength=1.0, reason="-")
    end = log.pop()
    log.add(150.0, refused, log[-1], "m1")
    log.add(end.time / 3600, end.body)
    assert response(log) == 0.0


def test_8_4_what_comes_once_the_objective_is_decided_is_no_response() -> None:
    """Half comes two and a half days late; the other half, ten days late, finds the objective lost and the fighting
    over: 35.4 points, where it would have been 12.5 more.
    """
    log = sent((200.0 + 2.5 * DAY, 2.05), (200.0 + 10 * DAY, 2.05))
    assert response(log) == pytest.approx(35.36 + 12.5, abs=0.01)
    fought = Log()
    for event in log:
        if event.time >= 400 * 3600 and fought[-1].time < 400 * 3600:
            fought.add(400.0, happened.ObjectiveDecided(objective="gate", held=1.0), fought[0])
        fought.add(event.time / 3600, event.body, fought[0] if fought else None, event.measure)
    assert response(fought) == 35.36


# --- 8.5 alliance --------------------------------------------------------------------------------------------


def parts(log: Log, **changes: Any) -> dict[str, float | None]:
    told: dict[str, float | None] = plain(score(crisis(**changes), log).alliance, nulls=True)
    return told


def test_8_5_without_any_act_there_are_cohesion_and_trust() -> None:
    told = parts(calm_log())
    assert told == {"cohesion": 0.6, "trust": 0.6, "promises_kept": None, "fairness": None, "shared": None}
    assert points(calm_log())["alliance"] == 60.0


def test_8_5_cohesion_and_trust_are_those_at_endex() -> None:
    """What the computer players adopt afterwards is theirs."""
    log = calm_log(days=0.0)
    tabled = log.table(10.0, log[0])
    log.endex(20.0)
    before = parts(log)
    log.add(30.0, happened.MeasureAdopted(unanimous=True), tabled, "m1")
    log.end(40.0)
    assert parts(log) == before
    joint = calm_log(days=0.0)
    joint.add(15.0, happened.MeasureAdopted(unanimous=True), joint.table(10.0, joint[0]), "m1")
    joint.endex(20.0)
    assert parts(joint)["cohesion"] > before["cohesion"]


def test_8_5_promises_are_offers_not_taken_back_and_commitments_followed_by_a_capable_force() -> None:
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
    assert parts(log)["promises_kept"] == 0.6


def test_8_5_an_offer_that_its_own_nation_does_not_let_go_is_not_kept() -> None:
    """Of four offers one is stopped by its parliament before the order, one is refused after it (for which trust is
    fined too), one comes, and one is left out by the order, whose later refusal breaks nothing: 2 of 4.
    """
    log = calm_log()
    measure = log.table(480.0, log[0])
    for force in ("s-para", "s-tank", "w-mech", "n-guard"):
        log.add(481.0, happened.ForceOffered(nation=OWNERS[force[0]], force=force), measure, "m1")
    assert parts(log)["promises_kept"] == 1.0
    log.add(482.0, happened.MandateDecided(nation="west", granted=False), measure, "m1")
    assert parts(log)["promises_kept"] == 0.75
    ordered = log.add(483.0, happened.ActivationOrdered(forces=("s-para", "n-guard"), strength=2.0), measure, "m1")
    log.add(
        484.0, happened.MovementRefused(force="n-guard", strength=1.0, reason="the mandate was refused"), ordered, "m1"
    )
    log.add(485.0, happened.ForceCapable(force="s-para", strength=0.8, effective=0.7), ordered, "m1")
    log.add(486.0, happened.MandateDecided(nation="south", granted=False), ordered, "m1")
    assert parts(log)["promises_kept"] == 0.5


def test_8_5_own_reports_released_to_somebody() -> None:
    """What comes from allies or the media is not one's own to share; releasing to two counts once."""
    log = calm_log()
    for number in range(1, 5):
        log.report(400.0, 400.0 + number, f"r{number}")
    media: Any = log.report(405.0, 405.0, "r5")
    log[-1] = replace(media, body=replace(media.body, originator="media"))
    for ally in ("south", "west"):
        log.add(410.0, happened.ReportReleased(nation="north", report="r2", to=ally), log[3])
    assert parts(log)["shared"] == 0.25
    assert points(log)["alliance"] == round(100 * (0.6 + 0.6 + 0.25) / 3, 2)


def test_8_5_promises_of_before_endex_are_kept_or_broken_to_the_horizon() -> None:
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
    assert parts(log)["promises_kept"] == 0.6


def test_8_5_reports_count_that_were_received_and_released_before_endex() -> None:
    log = calm_log()
    for number in range(1, 5):
        log.report(400.0, 400.0 + number, f"r{number}")
    log.add(410.0, happened.ReportReleased(nation="north", report="r1", to="south"), log[3])
    log.endex(481.0)
    log.report(482.0, 483.0, "r5")
    for label in ("r2", "r5"):
        log.add(490.0, happened.ReportReleased(nation="north", report=label, to="south"), log[-1])
    assert parts(log)["shared"] == 0.25


def test_8_5_who_alone_bears_the_burden_makes_it_as_unfair_as_its_share_of_all_means_is_small() -> None:
    """North, south and west have a like domestic product: Gini 2/3 when one gives all, 0 when all give alike."""
    log = calm_log(days=0.0)
    log.activate(240.0, log.table(230.0, log[0]), "s-para")
    log.end(480.0)
    assert parts(log)["fairness"] == pytest.approx(1 / 3, abs=1e-6)


shares = st.lists(st.tuples(st.floats(0.0, 100.0), st.floats(0.1, 100.0)), min_size=2, max_size=8)


def test_8_5_the_gini_coefficient_in_closed_form() -> None:
    assert gini([1.0, 2.0, 3.0], [10.0, 20.0, 30.0]) == pytest.approx(0.0)
    assert gini([0.0, 5.0], [75.0, 25.0]) == pytest.approx(0.75)  # a quarter of all means gives everything
    assert gini([1.0, 3.0], [1.0, 1.0]) == pytest.approx(0.25)


@given(shares.filter(lambda pairs: sum(given for given, _ in pairs) > 1.0))
def test_8_5_the_gini_coefficient_as_a_mean_difference(pairs: list[tuple[float, float]]) -> None:
    """Half the mean absolute difference of ratios over their mean, everybody weighing by its means."""
    given, means = [each for each, _ in pairs], [each for _, each in pairs]
    whole = sum(means)
    weights, ratios = [each / whole for each in means], [gift / each for gift, each in pairs]
    mean = sum(w * r for w, r in zip(weights, ratios, strict=True))
    both = [*zip(weights, ratios, strict=True)]
    apart = sum(v * w * abs(a - b) for v, a in both for w, b in both)
    assert gini(given, means) == pytest.approx(apart / (2 * mean), abs=1e-9)


# --- 8.6 calibration -----------------------------------------------------------------------------------------


def test_8_6_stated_probabilities_against_what_came_within_72_hours() -> None:
    """100 (1 - mean (p - y)^2) by hand: y is 0 at 10 h, 1 at 30 h and 100 h. The attack comes at 102 h; what is stated
    after it is no forecast.
    """
    log = calm_log()
    for hours, probability in [(10.0, 0.1), (30.0, 0.5), (100.0, 0.9)]:
        log.add(hours, ProbabilityStated(nation="north", probability=probability), log[0])
    log.add(102.0, happened.AttackBegan(adversary="foe", objective="gate"), log[0])
    log.add(103.0, ProbabilityStated(nation="north", probability=0.2), log[0])
    log.add(200.0, happened.HorizonReached())
    mean = (0.1**2 + 0.5**2 + 0.1**2) / 3
    assert points(log)["calibration"] == round(100 * (1 - mean), 2) == 91.0


def test_8_6_what_time_has_not_judged_is_left_out() -> None:
    """The log ends 71 h after the second statement: nobody knows yet. What is stated after ENDEX is nobody's."""
    log = calm_log()
    for hours, probability in [(10.0, 0.5), (29.0, 0.9)]:
        log.add(hours, ProbabilityStated(nation="north", probability=probability), log[0])
    log.add(50.0, happened.ExerciseEnded(reason="last_day"), log[0])
    log.add(51.0, ProbabilityStated(nation="north", probability=1.0), log[0])
    log.add(100.0, happened.HorizonReached())
    assert points(log)["calibration"] == 75.0


def test_8_6_nothing_stated_in_a_session_without_turns_is_no_score() -> None:
    assert points(calm_log())["calibration"] is None


statements = st.lists(st.tuples(st.integers(0, 480), st.floats(0.0, 1.0)), min_size=1, max_size=12)


@given(statements, st.one_of(st.none(), st.integers(0, 480)))
def test_8_6_the_brier_score_reckoned_another_way(stated: list[tuple[int, float]], attack: int | None) -> None:
    """Brier = mean p^2 - 2 p y + y, for y is 0 or 1. One hour on each side of the window's end tells which it is."""
    log = calm_log()
    before = [each for each in stated if attack is None or each[0] <= attack]
    for hours, probability in before:
        log.add(float(hours), ProbabilityStated(nation="north", probability=probability), log[0])
    if attack is not None:
        log.add(float(attack), happened.AttackBegan(adversary="foe", objective="gate"), log[0])
    for hours, probability in stated:
        if attack is not None and hours > attack:
            log.add(float(hours), ProbabilityStated(nation="north", probability=probability), log[0])
    log.add(600.0, happened.HorizonReached())
    if not before:
        assert points(log)["calibration"] is None
        return
    came = [attack is not None and attack <= hours + 72 for hours, _ in before]
    brier = sum(p * p - 2 * p * y + y for (_, p), y in zip(before, came, strict=True)) / len(before)
    assert points(log)["calibration"] == pytest.approx(100 * (1 - brier), abs=0.0051)


def test_8_6_a_member_that_said_nothing_when_it_was_due_had_no_idea() -> None:
    """Due in turns 1, 5 and 9. North says 0 in turn 2, west 0 in turn 5, the others nothing."""
    log = Log()
    log.adversary()
    for number in range(1, 11):
        log.turn(24.0 * (number - 1), number)
        if number in (2, 5):
            who = "north" if number == 2 else "west"
            log.add(24.0 * number - 23.0, ProbabilityStated(nation=who, probability=0.0), log[0])
    log.endex(240.0)
    log.end(24.0 * 20)
    assert points(log)["calibration"] == round(100 * (1 - 7 * 0.25 / 9), 2)
    seats = {seat.seat: seat.calibration for seat in score(GATE, log).seats}
    assert seats == {"north": round(100 * (1 - 2 * 0.25 / 3), 2), "south": 75.0, "west": round(100 * (1 - 0.5 / 3), 2)}


def test_8_6_nothing_is_due_from_a_member_once_an_objective_is_attacked() -> None:
    """Due in turns 1, 5 and 9; the attack comes in turn 6: what nobody said in turns 1 and 5 counts, and no more."""
    log = Log()
    log.adversary()
    for number in range(1, 11):
        log.turn(24.0 * (number - 1), number)
        if number == 1:
            for who in ("north", "south", "west"):
                log.add(0.0, ProbabilityStated(nation=who, probability=0.0), log[0])
        if number == 6:
            log.add(130.0, happened.AttackBegan(adversary="foe", objective="gate"), log[0])
    log.endex(240.0)
    log.end(24.0 * 20)
    assert points(log)["calibration"] == round(100 * (1 - 0.25 / 2), 2)


# --- 8.8 cost ------------------------------------------------------------------------------------------------


def tied_down(*forces: str, days: float = 10.0) -> Log:
    """Forces activated so many days before the end."""
    log = calm_log(days=0.0)
    log.activate(240.0, log.table(230.0, log[0]), *forces)
    log.end(240.0 + days * DAY)
    return log


MEMBERS = 4.5
"""Brigade equivalents of all members' forces in the small crisis."""


def test_8_8_half_a_point_for_each_hundredth_of_all_brigade_days_tied_down() -> None:
    """Light forces of .8 and .5 BE over ten of twenty days are 13 of 90 brigade-days."""
    assert sum(force.strength for nation in GATE.nations for force in nation.forces) == MEMBERS
    scored = score(GATE, tied_down("s-para", "s-rear"))
    assert scored.cost.brigade_days == pytest.approx(13.0)
    assert scored.scores.cost == round(100 - 50 * 13 / 90, 2)


def test_8_8_until_it_is_refused_or_home() -> None:
    log = tied_down("s-para")
    log.pop()
    log.add(240.0 + 5 * DAY, happened.MovementRefused(force="s-para", strength=0.8, reason="-"), log[-1], "m1")
    log.end(240.0 + 10 * DAY)
    assert score(GATE, log).cost.brigade_days == pytest.approx(4.0)


def test_8_8_what_the_computer_player_activates_after_endex_is_free() -> None:
    log = calm_log(days=0.0)
    first, second = log.table(230.0, log[0], "m1"), log.table(230.0, log[0], "m2")
    log.activate(240.0, first, "s-rear", measure="m1")
    log.endex(250.0)
    log.activate(250.0, second, "s-tank", "w-mech", measure="m2")
    log.end(480.0)
    assert score(GATE, log).cost.brigade_days == pytest.approx(5.0)


def accident(act: happened.ActKind | None = None, rung: int = 4, rules: Any = None) -> Log:
    """A minor clash from that rung; tanks worth .8 BE stand at the gate."""
    log = Log()
    log.adversary(rung)
    ordered = log.activate(2.0, log.table(1.0, log[0]), "s-tank")
    log.add(5.0, happened.ForceArrived(force="s-tank", place="gate", debarked=True), ordered, "m1")
    log.add(5.0, happened.ForceCapable(force="s-tank", strength=1.0, effective=0.8), log[-1], "m1")
    if rules is not None:
        for nation in ("north", "south"):
            log.add(6.0, happened.RulesSet(nation=nation, rules=rules), log[0])
    cause = log.add(9.0, chose(act, **{act: 1.0}), log[0]) if act else log[0]
    moved = log.add(10.0, happened.RungChanged(adversary="redland", old=rung, new=6, mobilisation=0.3), cause)
    log.add(10.0, ClashHappened(adversary="redland", serious=False), moved)
    log.end(20.0)
    return log


def test_8_8_an_accident_costs_by_the_share_of_its_likelihood_that_forces_forward_made() -> None:
    """.8 of 8 BE crowd by .1 on a base of 1, or of 1.3 at rung 5."""
    assert score(GATE, accident()).cost.incidents == pytest.approx(0.1 / 1.1, abs=1e-6)
    assert score(GATE, accident(rung=5)).cost.incidents == pytest.approx(0.1 / 1.4, abs=1e-6)
    assert score(GATE, accident("hold")).cost.incidents == pytest.approx(0.1 / 1.1, abs=1e-6)  # it chose to hold


def test_8_8_loose_rules_of_engagement_make_it_likelier_and_tight_ones_make_up_for_forces() -> None:
    """Twice as likely, so more than half of it is the allies' doing; half as likely, so none is."""
    assert score(GATE, accident(rules="loose")).cost.incidents == pytest.approx(1 - 1 / (1.1 * 2.0), abs=1e-6)
    assert score(GATE, accident(rules="tight")).cost.incidents == 0.0


def test_8_8_what_the_adversary_chose_is_not_the_allies_doing() -> None:
    assert score(GATE, accident("climb")).cost.incidents == 0.0


def test_8_8_fear_of_heavy_forces_is_averaged_over_time() -> None:
    """Tanks worth .8, mechanised .9 × .92: together .2035 of 8 BE, below the quarter at which fear begins. Against an
    adversary of 4 BE they are .407, and fear (.407 - .25) / .6 in the second half of the session.
    """
    assert score(GATE, tied_down("s-tank", "w-mech")).cost.fear == 0.0
    (redland,) = GATE.adversaries
    weaker = crisis(adversaries=(replace(redland, forces=(replace(redland.forces[0], strength=4.0),)),))
    scored = score(weaker, tied_down("s-tank", "w-mech"))
    worth = 1.0 * 0.8 * 1.0 + 1.0 * 0.9 * 0.92
    assert scored.cost.fear == pytest.approx((worth / 4.0 - 0.25) / 0.6 / 2, abs=1e-6)
    assert scored.scores.cost == pytest.approx(100 - 50 * 20 / 90 - 20 * scored.cost.fear, abs=0.005)


def test_8_8_a_false_alarm_of_the_players_costs_ten() -> None:
    log = tied_down("s-rear")
    ordered = next(event for event in log if event.body.kind == "activation_ordered")
    before = score(GATE, log).scores.cost
    log.add(480.0, happened.AlarmProvenFalse(nations=("south",)), ordered, "m1")
    assert score(GATE, log).scores.cost == before - 10.0
    seats = {seat.seat: seat.cost for seat in score(GATE, log).seats}
    assert seats["north"] == seats["west"] == 100.0
    assert seats["south"] < 90.0


def test_8_8_money_counts_in_days_of_the_members_defence_spending() -> None:
    """South spends ten of its days: 10/3 of all members' days, 2 points each; ten days' worth for its own seat."""
    log = calm_log()
    south = next(nation for nation in GATE.nations if nation.id == "south")
    amount = 10 * defence_spending(south)
    log.add(480.0, happened.MoneySpent(nation="south", amount=amount, on="resilience"), log[0])
    scored = score(GATE, log)
    assert scored.cost.money == pytest.approx(amount)
    assert scored.cost.money_days == pytest.approx(10 / 3, abs=1e-6)
    assert scored.scores.cost == 93.33
    assert {seat.seat: seat.cost for seat in scored.seats} == {"north": 100.0, "south": 80.0, "west": 100.0}


def test_8_8_not_below_zero() -> None:
    log = tied_down(*(force.id for nation in GATE.nations for force in nation.forces), days=600.0)
    ordered = next(event for event in log if event.body.kind == "activation_ordered")
    for _ in range(6):
        log.add(log[-1].time / 3600, happened.AlarmProvenFalse(nations=("south",)), ordered, "m1")
    assert points(log)["cost"] == 0.0


@given(days=st.floats(1.0, 30.0))
def test_8_10_equal_shares_give_every_seat_the_cost_of_the_session(days: float) -> None:
    """Every force of every member goes."""
    every = [force.id for nation in GATE.nations for force in nation.forces]
    scored = score(GATE, tied_down(*every, days=days))
    assert {seat.cost for seat in scored.seats} == {scored.scores.cost}


# --- 8.10 total ----------------------------------------------------------------------------------------------

PARAMETERS = GATE.doctrine.scores
WEIGHTS = {"outcome": 40, "response": 15, "alliance": 15, "calibration": 10, "national_aims": 10, "cost": 10}


def test_8_10_the_weights_are_those_of_the_clause_and_sum_to_one() -> None:
    assert {name: round(100 * getattr(PARAMETERS, f"weight_{name}")) for name in COMPONENTS} == WEIGHTS
    assert sum(WEIGHTS.values()) == 100


def test_8_10_what_is_not_there_is_left_out_and_the_others_scaled_up() -> None:
    assert total(PARAMETERS, dict.fromkeys(WEIGHTS, 50.0)) == 50.0
    some = {"outcome": 100.0, "response": 0.0, "alliance": None, "calibration": None, "national_aims": None}
    assert total(PARAMETERS, some) == round(100 * 0.4 / 0.55, 2)
    assert total(PARAMETERS, {**some, "cost": 100.0}) == round(100 * 0.5 / 0.65, 2)


some_points = st.dictionaries(st.sampled_from([*WEIGHTS]), st.one_of(st.none(), st.floats(0.0, 100.0))).filter(
    lambda each: any(value is not None for value in each.values())
)


@given(some_points)
def test_8_10_the_total_is_the_weighted_mean_and_lies_between_the_components(given: dict[str, float | None]) -> None:
    present = {name: value for name, value in given.items() if value is not None}
    result = total(PARAMETERS, given)
    weights = [WEIGHTS[name] for name in present]
    mean = sum(weight * value for weight, value in zip(weights, present.values(), strict=True)) / sum(weights)
    assert result == pytest.approx(mean, abs=0.0051)
    assert min(present.values()) - 0.0051 <= result <= max(present.values()) + 0.0051


def test_8_10_a_seats_total_has_its_own_aims_calibration_and_cost() -> None:
    log = calm_log()
    log.add(480.0, ProbabilityStated(nation="north", probability=0.0), log[0])
    log.end(1000.0)
    scored = score(GATE, log)
    own = {seat.seat: seat for seat in scored.seats}
    assert own["north"].calibration == 100.0
    assert own["south"].calibration is None
    with_it = {"outcome": 100.0, "alliance": scored.scores.alliance, "calibration": 100.0, "cost": 100.0}
    assert own["north"].total == total(PARAMETERS, {"response": None, "national_aims": None, **with_it})


# --- of whole sessions ---------------------------------------------------------------------------------------


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10**6), player=st.sampled_from(["random", "doctrine", "idle"]))
def test_8_scores_are_points_and_the_outcome_agrees_with_the_log(seed: int, player: str) -> None:
    events = play(seed, player).events
    scored = score(tutorial(), events)
    scores = plain(scored.scores, nulls=True)
    assert all(value is None or 0.0 <= value <= 100.0 for value in scores.values())
    assert all(0.0 <= seat.total <= 100.0 for seat in scored.seats)
    assert scored.outcome.attacked == any(event.body.kind == "attack_began" for event in events)
    climbs = [event.body.new for event in events if event.body.kind == "rung_changed"]
    assert scored.outcome.max_rung == max([tutorial().adversaries[0].rung, *climbs])
    assert scored.outcome.attacked == (scored.outcome.max_rung >= 8)
    assert sum(stay.until - stay.since for stay in stays(events, events[-1].time)) == events[-1].time
    choices = [event for event in events if event.body.kind == "adversary_chose" and event.body.act == "attack"]
    possible = [clock.ready for clock in clocks(follow(tutorial(), events)) if clock.possible]
    early = [event for event in choices if event.time <= follow(tutorial(), events).endex.time]
    assert not early or (possible and min(possible) <= early[0].time)


@settings(max_examples=10, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_8_where_nobody_does_anything_nothing_is_earned_by_it(seed: int) -> None:
    """What the computer player does after ENDEX is not theirs; what became of the objective is."""
    scored = score(tutorial(), play(seed, "idle").events)
    assert scored.scores.response in (None, 0.0)
    assert scored.alliance.promises_kept is None
    assert scored.alliance.fairness is None
    assert scored.alliance.shared in (None, 0.0)
    assert (scored.cost.brigade_days, scored.cost.false_alarms, scored.cost.incidents) == (0.0, 0, 0.0)
    assert all(0.0 < seat.calibration <= 75.0 for seat in scored.seats)


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
