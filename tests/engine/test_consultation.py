"""The council, from the call to the decision (docs/model.md section 6)."""

from math import sqrt
from typing import Any

import pytest

from tests.worlds import at, behind, calm_crisis, crisis, of_kind, the, told, world_with
from wargame.engine.consultation import Consultation
from wargame.engine.world import World
from wargame.model import happenings as happened
from wargame.model.decisions import (
    CallConsultation,
    CommitPublicly,
    MeasureText,
    SetSilence,
    TableMeasure,
    TakePosition,
)
from wargame.model.event import ALLIES, EVERYONE, NOBODY
from wargame.model.scenario import Scenario

DEPLOY = MeasureText(kind="deploy", place="gate", strength=2.0)
STATEMENT = MeasureText(kind="statement")
ALERT = MeasureText(kind="heighten_readiness")
GUIDANCE = at(24 * 1.1735108709918103)
"""exp(1.41 + .45 - 1.7) days: the median with a standing plan."""


def council(scenario: Scenario | None = None, seed: int = 1) -> World:
    return world_with(scenario or calm_crisis(), Consultation, seed=seed)


def called(world: World) -> World:
    world.decide("north", CallConsultation(), None)
    world.run_to(at(2))
    return world


def tabled(world: World, text: MeasureText = DEPLOY) -> World:
    called(world).decide("north", TableMeasure(measure=text), None)
    return world


def silence(world: World, text: MeasureText = DEPLOY) -> World:
    tabled(world, text).run_to(at(2) + GUIDANCE)
    assert world.log[-1].body.kind == "silence_began"
    return world


def take(world: World, nation: str, position: Any) -> None:
    world.decide(nation, TakePosition(measure="m1", position=position), None)


# --- convening -----------------------------------------------------------------------------------------------


def test_6_1_a_call_convenes_the_council() -> None:
    world = called(council())
    assert told(world.log[1:]) == [
        "D+0T00:00 consultation_called north",
        "D+0T00:00 capital_spent north",
        "D+0T02:00 council_convened",
    ]
    assert {event.audience for event in of_kind(world.log, "consultation_called", "council_convened")} == {ALLIES}
    assert the(world.log, "capital_spent").audience == ("north",)
    assert behind(world.log, world.log[-1]) == ["consultation_called", "turn_began"]


def test_6_1_who_calls_second_is_told_so_and_pays_nothing() -> None:
    world = council()
    world.decide("north", CallConsultation(), None)
    world.decide("west", CallConsultation(), None)
    world.run_to(at(3))
    assert told(world.log[3:]) == ["D+0T00:00 order_failed west", "D+0T02:00 council_convened"]


def test_6_1_a_call_goes_back_to_what_the_caller_knows() -> None:
    """Its last warning, else its last report; not a report that another nation holds."""
    world = council()

    def report(nation: str) -> happened.ReportReceived:
        return happened.ReportReceived(
            nation=nation,
            report="R1",
            indicator="blood",
            discipline="human",
            originator=nation,
            reliability="B",
            credibility=2,
            observed=0,
            contact=None,
            place=None,
        )

    shown = world.emit(happened.IndicatorShown(indicator="blood", force=None), world.turn_event, NOBODY)
    own = world.emit(report("north"), shown, ("north",))
    world.emit(report("west"), shown, ("west",))
    world.decide("north", CallConsultation(), None)
    assert the(world.log, "consultation_called").cause == own.id


def test_6_2_the_council_meets_as_soon_as_councils_did() -> None:
    """Quantiles of the observed delays, at least two hours: 0 in five of nine cases, 4 days at most."""
    delays = []
    for seed in range(300):
        world = council(crisis(), seed)
        world.decide("north", CallConsultation(), None)
        world.run_to(at(97))
        delays.append(the(world.log, "council_convened").time)
    assert min(delays) == at(2)
    assert max(delays) <= at(96)
    soon = len([delay for delay in delays if delay == at(2)]) / 300
    # Type 7 quantiles of nine values: zero up to 4/8, then a line to 1 d at 5/8, reaching 2 h on its first twelfth.
    assert soon == pytest.approx(0.5 + 0.125 / 12, abs=4 * sqrt(0.25 / 300))


# --- a measure's way -----------------------------------------------------------------------------------------


def test_6_4_guidance_comes_then_silence_then_adoption() -> None:
    world = silence(council())
    world.run_to(at(2) + GUIDANCE + at(24))
    assert told(world.log[4:]) == [
        "D+0T02:00 measure_tabled north",
        "D+1T06:09 silence_began",
        "D+2T06:09 measure_adopted",
    ]
    adopted = world.log[-1]
    assert adopted.body == happened.MeasureAdopted(unanimous=True)
    assert {event.measure for event in world.log[4:]} == {"m1"}
    assert behind(world.log, adopted)[:4] == [
        "silence_began",
        "measure_tabled",
        "council_convened",
        "consultation_called",
    ]
    assert world.situation.council.measures["m1"].state == "adopted"


def test_6_4_without_a_plan_it_takes_5_times_as_long_and_after_a_clash_less() -> None:
    def guided(clash: bool) -> float:
        world = council(calm_crisis(alliance__plans=()))
        if clash:
            world.emit(happened.ClashHappened(adversary="foe", serious=False), world.turn_event, EVERYONE)
        tabled(world).run_to(at(24 * 30), stop_at_flash=False)
        return (the(world.log, "silence_began").time - at(2)) / at(24)

    assert guided(clash=False) == pytest.approx(6.4237, abs=1e-4)  # exp(1.41 + .45)
    assert guided(clash=True) == pytest.approx(2.7732, abs=1e-4)  # exp(.57 + .45)


def test_6_3_tabling_needs_a_council_and_a_new_text() -> None:
    world = council()
    world.decide("north", TableMeasure(measure=DEPLOY), None)
    tabled(world)
    world.decide("hq", TableMeasure(measure=DEPLOY), None)
    world.decide("hq", TableMeasure(measure=STATEMENT), None)
    failed = [event.body.reason for event in world.log if isinstance(event.body, happened.OrderFailed)]
    assert failed == ["the council has not met", "another seat has just tabled the same text"]
    assert list(world.situation.council.measures) == ["m1", "m2"]


def test_6_5_the_secretary_general_sets_how_long_silence_lasts() -> None:
    world = tabled(council())
    world.decide("hq", SetSilence(measure="m1", hours=6.0), None)
    world.run_to(at(2) + GUIDANCE + at(6))
    assert world.log[-1].body.kind == "measure_adopted"
    world = silence(council())
    world.decide("hq", SetSilence(measure="m1", hours=6.0), None)
    assert told(world.log[-1:]) == ["D+1T06:09 order_failed hq"]


def test_6_6_a_member_asks_for_more_time_once() -> None:
    """With nobody sure to consent by silence, each member that says nothing asks, all in the first round."""
    world = silence(council(calm_crisis(doctrine__consultation__consent_by_silence=0.0)))
    take(world, "south", "accept")
    world.run_to(at(24 * 10))
    assert told(world.log[6:], "position_taken") == [
        "D+2T06:09 time_asked north",
        "D+2T06:09 time_asked west",
        "D+3T06:09 measure_adopted",
    ]
    assert behind(world.log, world.log[-1])[:2] == ["time_asked", "silence_began"]


def test_6_6_three_in_ten_ask() -> None:
    asked = 0
    for seed in range(400):
        world = silence(council(calm_crisis(doctrine__consultation__consent_by_silence=0.7), seed))
        take(world, "north", "accept")
        take(world, "south", "accept")
        world.run_to(at(24 * 10))
        asked += len(of_kind(world.log, "time_asked"))
        assert world.log[-1].body.kind == "measure_adopted"
    assert asked / 400 == pytest.approx(0.3, abs=4 * sqrt(0.21 / 400))


def test_6_7_under_consensus_a_break_ends_it_at_once() -> None:
    world = silence(council())
    take(world, "south", "accept")
    world.run_to(at(2) + GUIDANCE + at(3))
    take(world, "west", "break")
    assert told(world.log[6:]) == [
        "D+1T06:09 position_taken south",
        "D+1T09:09 position_taken west",
        "D+1T09:09 capital_spent west",
        "D+1T09:09 measure_failed",
    ]
    assert world.log[-1].body == happened.MeasureFailed(by=("west",))
    assert behind(world.log, world.log[-1])[0] == "position_taken"
    before = len(world.log)
    world.run_to(at(24 * 10))
    assert len(world.log) == before  # the end of silence finds it decided


def test_6_7_a_decided_measure_takes_no_positions() -> None:
    world = silence(council())
    take(world, "west", "break")
    take(world, "south", "accept")
    assert told(world.log[-1:]) == ["D+1T06:09 order_failed south"]


@pytest.mark.parametrize(("breaking", "passes"), [(["west"], True), (["west", "south"], False)])
def test_6_7_a_qualified_majority_is_counted_when_silence_ends(breaking: list[str], passes: bool) -> None:
    """One of three may break: two thirds carry it."""
    world = silence(council(calm_crisis(alliance__decision_rule="qualified_majority")))
    for nation in breaking:
        take(world, nation, "break")
    assert not of_kind(world.log, "measure_failed", "measure_adopted")
    world.run_to(at(24 * 10))
    (decided,) = of_kind(world.log, "measure_failed", "measure_adopted")
    assert decided.time == at(2) + GUIDANCE + at(24)
    expected = happened.MeasureAdopted(unanimous=False) if passes else happened.MeasureFailed(by=("south", "west"))
    assert decided.body == expected


def test_6_7_an_abstention_lets_it_pass_but_not_unanimously() -> None:
    world = silence(council())
    take(world, "west", "abstain")
    world.run_to(at(24 * 10))
    assert world.log[-1].body == happened.MeasureAdopted(unanimous=False)


def test_6_7_whoever_thinks_better_of_it_counts_by_the_last_position() -> None:
    world = silence(council())
    take(world, "west", "abstain")
    take(world, "west", "accept")
    world.run_to(at(24 * 10))
    assert world.log[-1].body == happened.MeasureAdopted(unanimous=True)


# --- what measures do ----------------------------------------------------------------------------------------


def test_6_8_a_statement_is_heard_by_all() -> None:
    world = silence(council(), STATEMENT)
    world.run_to(at(24 * 10))
    said = world.log[-1]
    assert said.body == happened.StatementMade(by="pact", commits=False)
    assert (said.audience, said.measure) == (EVERYONE, None)
    assert behind(world.log, said)[0] == "measure_adopted"


def test_6_8_readiness_is_heightened_by_one_level_at_a_time() -> None:
    world = silence(council(), ALERT)
    world.run_to(at(24 * 10))
    assert world.log[-1].body == happened.AlertDeclared(level=1)
    world.decide("hq", TableMeasure(measure=ALERT), None)
    world.run_to(at(24 * 20))
    assert world.situation.alert == 2


def test_6_10_a_public_commitment_is_said_to_all_and_paid_for() -> None:
    world = council()
    world.decide("south", CommitPublicly(), None)
    assert told(world.log[1:]) == ["D+0T00:00 statement_made south", "D+0T00:00 capital_spent south"]
    assert world.situation.committed == {"south": 0}
    assert world.situation.capital["south"] == (7.0, 0)
