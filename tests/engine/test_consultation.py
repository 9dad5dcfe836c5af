"""The council, from the call to the decision (docs/model.md section 6)."""

from dataclasses import replace
from math import exp, log, sqrt
from typing import Any

import pytest

from tests.engine.council import (
    CONVENED,
    DEPLOY,
    GUIDANCE,
    STATEMENT,
    UNPLANNED,
    called,
    council,
    m1,
    silence,
    tabled,
    take,
)
from tests.worlds import at, behind, calm_crisis, crisis, nation, of_kind, report_received, the, told, world_with
from wargame.engine.consultation import Consultation
from wargame.engine.mel import Mel
from wargame.engine.world import World
from wargame.model import happenings as happened
from wargame.model.decisions import (
    AmendMeasure,
    CallConsultation,
    ChangeVenue,
    ConveneCouncil,
    MeasureText,
    NarrowMeasure,
    SetSilence,
    TableMeasure,
)
from wargame.model.event import ALLIES, EVERYONE, NOBODY
from wargame.model.nation import Technology
from wargame.model.scenario import Relation, Scenario

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


def test_6_1_the_secretary_general_convenes_on_its_own_authority() -> None:
    world = council()
    world.decide("hq", ConveneCouncil(), None)
    world.decide("north", CallConsultation(), None)
    world.run_to(at(3))
    assert told(world.log[1:]) == [
        "D+0T00:00 consultation_called hq",
        "D+0T00:00 order_failed north",
        "D+0T02:00 council_convened",
    ]


def test_6_1_who_calls_second_is_told_so_and_pays_nothing() -> None:
    world = council()
    world.decide("north", CallConsultation(), None)
    world.decide("west", CallConsultation(), None)
    world.run_to(at(3))
    assert told(world.log[3:]) == ["D+0T00:00 order_failed west", "D+0T02:00 council_convened"]


def test_6_1_a_call_goes_back_to_what_the_caller_knows() -> None:
    """Its last warning, else its last report; not a report that another nation holds."""
    world = council()
    shown = world.emit(happened.IndicatorShown(indicator="blood", force=None), world.turn_event, NOBODY)
    own = world.emit(report_received("north", indicator="blood"), shown, ("north",))
    world.emit(report_received("west", indicator="blood"), shown, ("west",))
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
    world.run_to(GUIDANCE + at(24))
    assert told(world.log[4:]) == [
        "D+0T02:00 measure_tabled north",
        "D+1T02:15 silence_began",
        "D+2T02:15 measure_adopted",
    ]
    adopted = world.log[-1]
    assert adopted.body == happened.MeasureAdopted(unanimous=True, accepting=("north", "south", "west"))
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
        return the(world.log, "silence_began").time / at(24)

    assert guided(clash=False) == pytest.approx(5.9895, abs=1e-4)  # exp(1.34 + .45)
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


def lying(world: World) -> list[str]:
    """What becomes of a deployment on which the capitals need 60 days and more."""
    world.run_to(at(24 * 70), stop_at_flash=False)
    return told(of_kind(world.log, "silence_began", "measure_failed"))


SLOW = {"doctrine__consultation__guidance_base": 3.0, "alliance__plans": ()}
"""exp(1.34 + 3) days of guidance: 77."""


def test_6_3_what_capitals_leave_lying_lapses_after_ten_days_and_can_be_tabled_again() -> None:
    world = tabled(council(calm_crisis(**SLOW)))
    assert lying(world) == ["D+10T02:00 measure_failed"]
    failed = the(world.log, "measure_failed")
    assert (failed.body, behind(world.log, failed)[0]) == (happened.MeasureFailed(by=()), "measure_tabled")
    world.decide("north", TableMeasure(measure=DEPLOY), None)
    assert world.situation.council.measures["m2"].state == "guidance"


def test_6_3_an_amended_text_has_its_own_ten_days() -> None:
    world = tabled(council(calm_crisis(**SLOW)))
    world.run_to(at(24 * 9))
    world.decide("north", AmendMeasure(measure="m1", text=replace(DEPLOY, rules="tight")), None)
    assert lying(world) == ["D+19T00:00 measure_failed"]


def test_6_5_the_secretary_general_sets_how_long_silence_lasts() -> None:
    world = tabled(council())
    world.decide("hq", SetSilence(measure="m1", hours=6.0), None)
    world.run_to(GUIDANCE + at(6))
    assert world.log[-1].body.kind == "measure_adopted"
    world = silence(council())
    world.decide("hq", SetSilence(measure="m1", hours=6.0), None)
    assert told(world.log[-1:]) == ["D+1T02:15 order_failed hq"]


def edge(world: World, turn: int) -> None:
    """A turn's edge comes, as a session brings it about."""
    world.emit(happened.TurnBegan(turn=turn), None, EVERYONE)


def short(scenario: Scenario | None = None, ends: float = 48.0) -> World:
    """Silence of 6 h begins at D+1 02:15 in a turn that ends at D+2, as all know."""
    world = tabled(council(scenario))
    world.turn_ends = at(ends)
    world.decide("hq", SetSilence(measure="m1", hours=6.0), None)
    world.run_to(GUIDANCE)
    return world


def test_6_5_silence_lasts_until_every_seat_has_had_an_edge_to_speak_at() -> None:
    """Six hours would be over before anybody is asked; the published end is an hour after the turn's edge."""
    world = short()
    assert m1(world).silence_until == at(49)
    world.run_to(at(48))
    edge(world, 2)
    assert m1(world).state == "silence"
    take(world, "west", "abstain")
    world.run_to(at(49))
    adopted = the(world.log, "measure_adopted")
    assert (adopted.time, adopted.body) == (
        at(49),
        happened.MeasureAdopted(unanimous=False, accepting=("north", "south")),
    )


def test_6_5_a_silence_that_is_longer_than_that_is_as_long_as_it_was_set() -> None:
    world = short(ends=27.0)
    assert world.log[-1].body == happened.SilenceBegan(until=GUIDANCE + at(6))


def test_6_5_when_the_edge_comes_later_than_was_known_silence_waits_for_it() -> None:
    """The turn is made longer after silence began: nothing is decided until an hour after its edge, as all hear."""
    world = short()
    world.run_to(at(60))
    assert m1(world).state == "silence"
    edge(world, 2)
    assert told(world.log[-1:]) == ["D+2T12:00 silence_began"]
    assert world.log[-1].body == happened.SilenceBegan(until=at(61))
    world.run_to(at(24 * 10))
    assert told(world.log[-1:]) == ["D+2T13:00 measure_adopted"]


def test_6_5_when_the_edge_comes_sooner_silence_still_lasts_as_long_as_was_said() -> None:
    world = short()
    world.run_to(at(30))
    edge(world, 2)
    world.run_to(at(24 * 10))
    assert told(world.log[-1:]) == ["D+2T01:00 measure_adopted"]


def test_6_5_after_endex_silence_is_as_long_as_it_was_set() -> None:
    world = tabled(council())
    world.turn_ends = at(48)
    world.decide("hq", SetSilence(measure="m1", hours=6.0), None)
    world.emit(happened.ExerciseEnded(reason="last_day"), world.turn_event, EVERYONE)
    world.run_to(GUIDANCE + at(6))
    assert told(world.log[-1:]) == ["D+1T08:15 measure_adopted"]


def test_6_6_who_asks_for_time_has_an_edge_to_answer_at() -> None:
    """24 h of more time on a statement, asked for at the beginning of a turn of 36 h."""
    world = silence(council(calm_crisis(doctrine__consultation__consent_by_silence=0.0)), STATEMENT)
    edge(world, 2)
    world.turn_ends = GUIDANCE + at(24 + 36)
    world.run_to(GUIDANCE + at(24))
    (asked, *_) = of_kind(world.log, "time_asked")
    assert asked.body == happened.TimeAsked(nation="north", until=GUIDANCE + at(24 + 36 + 1))


def test_6_6_a_member_asks_for_more_time_once() -> None:
    """With nobody sure to consent by silence, each member that says nothing asks, all in the first round."""
    world = silence(council(calm_crisis(doctrine__consultation__consent_by_silence=0.0)))
    take(world, "south", "accept")
    world.run_to(at(24 * 10))
    assert told(world.log[6:], "position_taken") == [
        "D+2T02:15 time_asked north",
        "D+2T02:15 time_asked west",
        "D+4T02:15 measure_adopted",
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


def test_6_6_the_extension_ends_when_all_who_asked_have_answered() -> None:
    world = silence(council(calm_crisis(doctrine__consultation__consent_by_silence=0.0)))
    take(world, "south", "accept")
    world.run_to(GUIDANCE + at(30))
    take(world, "north", "accept")
    assert m1(world).open
    take(world, "west", "abstain")
    assert told(world.log[-2:]) == ["D+2T08:15 position_taken west", "D+2T08:15 measure_adopted"]


def test_6_6_for_forces_twice_the_time_is_asked() -> None:
    def extension(text: MeasureText) -> int:
        world = silence(council(calm_crisis(doctrine__consultation__consent_by_silence=0.0)), text)
        world.run_to(at(24 * 10))
        asked = of_kind(world.log, "time_asked")[0]
        assert isinstance(asked.body, happened.TimeAsked)
        return asked.body.until - asked.time

    assert (extension(STATEMENT), extension(DEPLOY)) == (at(24), at(48))


# --- decision ------------------------------------------------------------------------------------------------


def test_6_7_under_consensus_a_break_stops_it_at_once() -> None:
    world = silence(council())
    take(world, "south", "accept")
    world.run_to(GUIDANCE + at(3))
    take(world, "west", "break")
    assert told(world.log[6:]) == [
        "D+1T02:15 position_taken south",
        "D+1T05:15 position_taken west",
        "D+1T05:15 silence_broken",
        "D+1T05:15 capital_spent west",
    ]
    broken = the(world.log, "silence_broken")
    assert broken.body == happened.SilenceBroken(by=("west",), until=broken.time + at(72))
    assert behind(world.log, broken)[0] == "position_taken"
    assert not m1(world).open
    world.run_to(at(24 * 10))
    assert told(world.log[10:]) == ["D+4T05:15 measure_failed"]  # the end of silence finds it stopped
    assert world.log[-1].body == happened.MeasureFailed(by=("west",))


def test_6_7_a_decided_measure_takes_no_positions() -> None:
    world = silence(council())
    take(world, "west", "break")
    take(world, "south", "accept")
    assert told(world.log[-1:]) == ["D+1T02:15 order_failed south"]


@pytest.mark.parametrize(("breaking", "passes"), [(["west"], True), (["west", "south"], False)])
def test_6_7_a_qualified_majority_is_counted_when_silence_ends(breaking: list[str], passes: bool) -> None:
    """One of three may break: two thirds carry it."""
    world = silence(council(calm_crisis(alliance__decision_rule="qualified_majority")))
    for name in breaking:
        take(world, name, "break")
    assert not of_kind(world.log, "silence_broken", "measure_adopted")
    world.run_to(GUIDANCE + at(24))
    (decided,) = of_kind(world.log, "silence_broken", "measure_adopted")
    assert decided.time == GUIDANCE + at(24)
    if passes:
        assert decided.body == happened.MeasureAdopted(unanimous=False, accepting=("north", "south"))
    else:
        assert decided.body == happened.SilenceBroken(by=("south", "west"), until=decided.time + at(72))


def test_6_7_an_abstention_lets_it_pass_but_not_unanimously() -> None:
    world = silence(council())
    take(world, "west", "abstain")
    world.run_to(at(24 * 10))
    assert world.log[-1].body == happened.MeasureAdopted(unanimous=False, accepting=("north", "south"))


def test_6_7_whoever_thinks_better_of_it_counts_by_the_last_position() -> None:
    world = silence(council())
    take(world, "west", "abstain")
    take(world, "west", "accept")
    world.run_to(at(24 * 10))
    assert world.log[-1].body == happened.MeasureAdopted(unanimous=True, accepting=("north", "south", "west"))


def test_6_7_a_lead_nation_is_alone_waited_for_and_decides_by_accepting() -> None:
    """What the others say is their own affair: their forces need not come."""
    scenario = calm_crisis(alliance__decision_rule="lead_nation", alliance__lead="south")
    world = tabled(council(scenario))
    take(world, "west", "abstain")
    assert m1(world).state == "guidance"
    take(world, "south", "accept")
    assert told(world.log[-2:]) == ["D+0T02:00 position_taken south", "D+0T02:00 measure_adopted"]
    world = silence(council(scenario))
    take(world, "west", "break")
    assert m1(world).state == "silence"
    take(world, "south", "break")
    assert the(world.log, "silence_broken").body == happened.SilenceBroken(by=("south",), until=world.now + at(72))


def test_6_7_where_delegation_is_the_rule_what_is_planned_is_adopted_as_it_is_tabled() -> None:
    world = tabled(council(calm_crisis(alliance__decision_rule="delegated", alliance__plans=("deploy",))))
    assert told(world.log[-2:]) == ["D+0T02:00 measure_tabled north", "D+0T02:00 measure_adopted"]
    world.decide("north", TableMeasure(measure=STATEMENT), None)
    assert world.situation.council.measures["m2"].state == "guidance"


# --- whose guidance is waited for ----------------------------------------------------------------------------


def hesitating(**changes: Any) -> Scenario:
    """Every capital is pivotal, all hesitation is a capital's own."""
    only = {"guidance_sd": 1.2, "guidance_common": 0.0, "pivotal_share": 1.0}
    return calm_crisis(**{f"doctrine__consultation__{name}": value for name, value in only.items()}, **changes)


SLOW_SOUTH = 1
"""A seed with which south hesitates longest, then west, then north."""


def test_6_4_a_nation_that_has_taken_its_position_is_not_waited_for() -> None:
    """The slowest capital's time counts; when it speaks, the next slowest's; when all have, nobody's."""
    ends = []
    for speakers in ((), ("south",), ("south", "west"), ("north", "south", "west")):
        world = tabled(council(hesitating(), seed=SLOW_SOUTH))
        for name in speakers:
            take(world, name, "accept")
        world.run_to(at(24 * 60))
        ends.append(the(world.log, "silence_began").time)
    assert ends[0] > ends[1] > ends[2] > ends[3] == CONVENED


def test_6_4_whoever_spoke_last_is_what_silence_waited_for() -> None:
    world = tabled(council())
    for name in ("north", "south", "west"):
        take(world, name, "accept")
    assert behind(world.log, the(world.log, "silence_began"))[0] == "position_taken"


def test_6_4_whose_own_cause_it_is_does_not_decide_last() -> None:
    """North owns the Gate and tabled: only the others are waited for."""
    for seed in range(20):
        world = tabled(council(calm_crisis(doctrine__consultation__pivotal_share=0.0), seed))
        take(world, "north", "accept")
        assert m1(world).state == "guidance"
        take(world, "south", "accept")
        take(world, "west", "accept")
        assert m1(world).state == "silence"


def test_6_4_what_others_do_changes_nobodys_hesitation() -> None:
    """Another measure before the council leaves the draws for this one as they were."""
    alone = tabled(council(hesitating(), seed=5))
    beside = called(council(hesitating(), seed=5))
    beside.decide("south", TableMeasure(measure=STATEMENT), None)
    beside.decide("north", TableMeasure(measure=DEPLOY), None)
    for world in (alone, beside):
        world.run_to(at(24 * 60))
    began = [of_kind(world.log, "silence_began") for world in (alone, beside)]
    assert began[0][0].time in [event.time for event in began[1]]


def test_6_3_an_amended_text_goes_to_the_capitals_anew_and_takes_half_as_long() -> None:
    world = tabled(council())
    take(world, "north", "accept")
    world.run_to(at(12))
    less = MeasureText(kind="deploy", place="gate", strength=1.0)
    world.decide("west", AmendMeasure(measure="m1", text=less), None)
    assert m1(world).text == less
    assert m1(world).positions == {}
    world.run_to(at(12) + GUIDANCE // 2 + 1)
    assert world.log[-1].body.kind == "silence_began"
    assert behind(world.log, world.log[-1])[:2] == ["measure_amended", "measure_tabled"]
    world.decide("west", AmendMeasure(measure="m1", text=DEPLOY), None)
    assert told(world.log[-1:])[0].endswith("order_failed west")


@pytest.mark.parametrize(("hours", "counts_from"), [(0.0, 0.0), (48.0, 0.0), (49.0, 51.0)])
def test_6_4_convening_runs_beside_it(hours: float, counts_from: float) -> None:
    """What is tabled within two days of the meeting has been on its way since the call."""
    world = called(council(calm_crisis(alliance__plans=())))
    world.run_to(CONVENED + at(hours))
    world.decide("north", TableMeasure(measure=DEPLOY), None)
    world.run_to(at(24 * 20))
    assert the(world.log, "silence_began").time == pytest.approx(at(counts_from) + UNPLANNED, abs=1)


@pytest.mark.parametrize(("trigger", "mu"), [(None, 1.41), ("political", 2.12), ("violent", 0.57)])
def test_6_4_it_is_the_kind_of_trigger_that_sets_the_pace(trigger: Any, mu: float) -> None:
    """What the council was called on: columns that move, or what the master events list says it is."""
    opening = replace(crisis().mel[0], trigger=trigger)
    world = world_with(calm_crisis(mel=(opening,)), Mel, Consultation)
    world.run_to(0)
    tabled(world).run_to(at(24 * 30))
    assert the(world.log, "silence_began").time / at(24) == pytest.approx(exp(mu + 0.45 - 1.7), abs=1e-4)


# --- what stretches it ---------------------------------------------------------------------------------------


def guided(world: World) -> float:
    """Days from tabling to silence."""
    tabled(world).run_to(at(24 * 60), stop_at_flash=False)
    return of_kind(world.log, "silence_began")[0].time / at(24)


def test_6_11_a_dispute_between_members_adds_its_weight() -> None:
    """One as bitter as can be costs .1 of cohesion besides: ln T + 1 + .1 / .6."""
    quarrel = calm_crisis(relations=(Relation(parties=("south", "west"), dispute=1.0),))
    assert log(guided(council(quarrel)) / guided(council())) == pytest.approx(1.0 + 0.1 / 0.6, abs=1e-4)


def test_6_11_poor_communications_stretch_it_and_good_ones_shorten_it() -> None:
    """exp(.7 (.5 - mean command)): 1.42 times as long at 0, .70 at 1."""

    def with_command(level: float) -> Scenario:
        scenario = calm_crisis()
        for each in scenario.nations:
            scenario = nation(scenario, each.id, technology=Technology(command=level))
        return scenario

    usual = guided(council())
    assert guided(council(with_command(0.0))) / usual == pytest.approx(exp(0.35), abs=1e-4)
    assert guided(council(with_command(1.0))) / usual == pytest.approx(exp(-0.35), abs=1e-4)


def test_6_11_who_abstains_openly_makes_the_others_hesitate() -> None:
    """.5 × .5 of a dissent."""
    world = tabled(council())
    take(world, "north", "abstain")
    world.run_to(at(24 * 10))
    stretched = the(world.log, "silence_began").time / GUIDANCE
    assert stretched == pytest.approx(exp(0.25), abs=1e-4)


# --- after a break -------------------------------------------------------------------------------------------

LESS = MeasureText(kind="deploy", place="gate", strength=1.0, rules="tight")


def stopped(scenario: Scenario | None = None) -> World:
    """South accepts, west breaks silence."""
    world = silence(council(scenario))
    take(world, "south", "accept")
    take(world, "west", "break")
    return world


def test_6_12_a_narrower_text_goes_under_silence_at_once() -> None:
    world = stopped()
    world.decide("hq", NarrowMeasure(measure="m1", text=LESS), None)
    assert told(world.log[-2:]) == ["D+1T02:15 measure_narrowed hq", "D+1T02:15 silence_began"]
    assert behind(world.log, world.log[-1])[:2] == ["measure_narrowed", "silence_broken"]
    assert m1(world).positions == {"south": "accept"}  # who let more pass lets this pass; who broke is asked again
    world.run_to(at(24 * 10))
    assert told(world.log[-1:]) == ["D+2T02:15 measure_adopted"]
    assert m1(world).text == LESS


def test_6_12_a_text_that_asks_for_no_less_is_refused() -> None:
    world = stopped()
    world.decide("hq", NarrowMeasure(measure="m1", text=DEPLOY), None)
    assert world.log[-1].body.kind == "order_failed"
    assert m1(world).state == "broken"


def test_6_12_a_second_break_gives_three_more_days() -> None:
    world = stopped()
    world.run_to(at(48))
    world.decide("hq", NarrowMeasure(measure="m1", text=LESS), None)
    take(world, "west", "break")
    world.run_to(at(24 * 10))
    assert told(world.log[-1:]) == ["D+5T00:00 measure_failed"]
    world.decide("hq", NarrowMeasure(measure="m1", text=LESS), None)
    assert world.log[-1].body.kind == "order_failed"


def test_6_13_a_smaller_circle_decides_without_the_others_at_a_price() -> None:
    world = stopped()
    world.decide("hq", ChangeVenue(measure="m1", members=("south", "north")), None)
    changed, announced, began = world.log[-3:]
    assert changed.body == happened.VenueChanged(members=("north", "south"), absent=("west",), legitimacy=0.8)
    assert announced.body == happened.VenueAnnounced(absent=("west",))
    assert (changed.audience, announced.audience, announced.measure) == (ALLIES, EVERYONE, None)
    assert began.body.kind == "silence_began"
    world.run_to(at(24 * 10))
    assert the(world.log, "measure_adopted").body == happened.MeasureAdopted(
        unanimous=False, accepting=("north", "south")
    )
    assert m1(world).legitimacy == 0.8


def test_6_13_it_is_waited_for_half_as_long() -> None:
    world = tabled(council())
    world.decide("hq", ChangeVenue(measure="m1", members=("north", "south")), None)
    world.run_to(at(24 * 10))
    # The venue costs .1 of cohesion, which is some contention: exp(.1 / .6) / 2.
    taken = the(world.log, "silence_began").time / GUIDANCE
    assert taken == pytest.approx(exp(0.1 / 0.6) / 2, abs=1e-4)


def test_6_13_a_break_in_the_circle_stops_it_as_any_does() -> None:
    world = stopped()
    world.decide("hq", ChangeVenue(measure="m1", members=("south", "north")), None)
    take(world, "south", "break")
    assert m1(world).state == "broken"
    world.decide("hq", ChangeVenue(measure="m1", members=("north", "west")), None)
    assert m1(world).legitimacy == 0.8  # the price is paid once
    assert m1(world).state == "broken"  # west has broken silence, and now it counts again
