"""The master events list (docs/model.md 3.6, 5.11)."""

from dataclasses import replace
from typing import Any

from tests.worlds import at, behind, calm_crisis, of_kind, the, told, world_with
from wargame.engine.home_front import HomeFront
from wargame.engine.intelligence import Intelligence
from wargame.engine.mel import Mel
from wargame.engine.threat import Threat
from wargame.engine.world import World
from wargame.model.clock import DAY
from wargame.model.decisions.consultation import MeasureText
from wargame.model.decisions.excon import FireInject
from wargame.model.event import ALLIES, EVERYONE, Event
from wargame.model.happenings import (
    AlertDeclared,
    Body,
    ExerciseStarted,
    ForceCapable,
    ForceOffered,
    MeasureTabled,
    StatementMade,
)
from wargame.model.mel import Aggression, Incident, Indication, Inject, Message, SupportShift
from wargame.model.occasion import Occasion
from wargame.rules.occasions import Occasions


def test_3_6_injects_come_at_their_instant_and_messages_reach_those_addressed() -> None:
    world = world_with(calm_crisis(), Mel)
    world.run_to(2 * DAY)
    assert told(world.log[1:]) == [
        "D+0T00:00 inject_fired opening",
        "D+0T00:00 indicator_shown columns",
        "D+1T06:00 inject_fired hint",
        "D+1T06:00 message_received",
    ]
    assert world.log[-1].audience == ("hq", "north")
    assert world.log[-1].cause == world.log[-2].id
    assert [len(world.seat_log(seat).events) for seat in ("north", "hq", "south", "red")] == [3, 3, 2, 2]


def test_3_6_what_is_in_truth_fired_is_told_to_nobody() -> None:
    world = world_with(calm_crisis(), Mel)
    world.run_to(2 * DAY)
    kinds = {event.body.kind for seat in ("north", "hq", "red") for event in world.seat_log(seat).events}
    assert "inject_fired" not in kinds
    assert all(event.cause is None for event in world.seat_log("north").events)


def test_3_6_messages_can_be_for_all_or_for_the_allies() -> None:
    mel = (
        Message(id="a", at="H+1", to=("all",), text="to all"),
        Message(id="b", at="H+2", to=("allies",), text="to allies"),
        Message(id="c", at="H+3", to=("red",), text="to red"),
    )
    world = world_with(calm_crisis(mel=mel), Mel)
    world.run_to(at(3))
    read = {
        seat: [event.body.text for event in world.seat_log(seat).events[1:]] for seat in ("west", "commander", "red")
    }
    assert read == {
        "west": ["to all", "to allies"],
        "commander": ["to all", "to allies"],
        "red": ["to all", "to red"],
    }


def test_5_11_the_media_report_an_indication_to_every_nation_at_once() -> None:
    mel = (Indication(id="a", at="H+5", indicator="blood", text="Blood is wanted."),)
    world = world_with(calm_crisis(mel=mel), Intelligence, Mel)
    world.run_to(at(6))
    assert told(world.log[1:], "assessed", "warning_issued") == [
        "D+0T05:00 inject_fired a",
        "D+0T05:00 indicator_shown blood",
        "D+0T05:00 report_received north blood",
        "D+0T05:00 report_received south blood",
        "D+0T05:00 report_received west blood",
    ]
    report = world.seat_log("west").events[2].body
    assert (report.originator, report.reliability, report.credibility) == ("media", "C", 3)
    assert (report.contact, report.place, report.observed) == (None, None, at(5))
    assert world.seat_log("west").events[2].cause == 2  # what showed, for all the world to see


# --- 3.7 injects that follow an occasion ---------------------------------------------------------------------

FOLLOWS = Occasion(event="alert_declared", at_least=2)


def let_happen(world: World, body: Body) -> None:
    world.emit(body, world.log[0], EVERYONE)


def story(mel: tuple[Inject, ...], *acts: tuple[float, Body], hours: float = 72.0) -> World:
    """A world with this MEL in which these things happen at these hours."""
    world = world_with(calm_crisis(mel=mel), Mel)
    for when, body in acts:
        world.call(at(when), let_happen, world, body)
    world.run_to(at(hours))
    return world


def messages(world: World) -> list[str]:
    return told(of_kind(world.log, "inject_fired", "inject_skipped", "message_received"))


def hint(**when: Any) -> Message:
    return Message(id="hint", to=("north",), text="Look.", **when)


def test_3_7_an_inject_follows_an_occasion_after_its_delay() -> None:
    world = story((hint(after=FOLLOWS, delay=6.0),), (5.0, AlertDeclared(level=1)), (20.0, AlertDeclared(level=3)))
    assert told(world.log[1:]) == [
        "D+0T05:00 alert_declared",
        "D+0T20:00 alert_declared",
        "D+0T20:00 inject_scheduled hint",
        "D+1T02:00 inject_fired hint",
        "D+1T02:00 message_received",
    ]
    assert world.situation.mel["hint"].due == at(26.0)
    assert behind(world.log, world.log[-1])[:3] == ["inject_fired", "inject_scheduled", "alert_declared"]


def test_3_7_it_follows_the_occasion_once() -> None:
    world = story((hint(after=FOLLOWS),), *((float(hour), AlertDeclared(level=2)) for hour in (5, 10, 15)))
    assert messages(world) == ["D+0T05:00 inject_fired hint", "D+0T05:00 message_received"]


def test_3_7_an_occasion_can_be_the_nth_of_its_kind_and_by_somebody() -> None:
    called = Occasion(event="statement_made", by="south", count=2)
    acts = [(float(hour), StatementMade(by=by, commits=False)) for hour, by in enumerate(("south", "west", "south"), 1)]
    assert messages(story((hint(after=called),), *acts))[0] == "D+0T03:00 inject_fired hint"
    assert messages(story((hint(after=called),), *acts[:2])) == []


def test_3_7_an_occasion_can_be_about_a_kind_of_measure_and_a_nations_force() -> None:
    scenario = calm_crisis()
    occasions = Occasions(scenario)
    text = MeasureText(kind="deploy", place="gate", strength=1.0)
    tabled = Event(id=1, time=0, measure="m1", audience=ALLIES, body=MeasureTabled(by="north", text=text))
    offered = replace(tabled, id=2, body=ForceOffered(nation="south", force="s-para"))
    able = replace(tabled, id=3, body=ForceCapable(force="s-para", strength=1.0, effective=0.9))
    log = [tabled, offered, able]
    assert occasions.first(Occasion(event="force_offered", measure="deploy"), log) is offered
    assert occasions.first(Occasion(event="force_offered", measure="statement"), log) is None
    assert occasions.first(Occasion(event="force_capable", by="south"), log) is able
    assert occasions.first(Occasion(event="force_capable", by="s-para"), log) is able
    assert occasions.first(Occasion(event="force_capable", by="north"), log) is None


def test_3_7_an_inject_is_left_out_when_what_it_must_not_follow_has_happened() -> None:
    spoken = Occasion(event="statement_made")
    item = hint(at="H+10", unless=spoken)
    assert messages(story((item,), (9.0, StatementMade(by="south", commits=False)))) == [
        "D+0T10:00 inject_skipped hint"
    ]
    assert messages(story((item,), (11.0, StatementMade(by="south", commits=False))))[0] == (
        "D+0T10:00 inject_fired hint"
    )


def test_3_7_an_inject_by_hand_waits_for_exercise_control() -> None:
    world = story((hint(by_hand=True),))
    assert messages(world) == []
    world.decide("excon", FireInject(inject="hint"), None)
    assert messages(world) == ["D+3T00:00 inject_fired hint", "D+3T00:00 message_received"]


def test_3_7_what_an_inject_follows_does_not_show_in_what_its_seats_see() -> None:
    """Both heard the alert; neither learns that the message followed it."""
    item = Message(id="hint", after=FOLLOWS, to=("north", "west"), text="Look.")
    world = story((item,), (5.0, AlertDeclared(level=2)))
    for seat in ("north", "west"):
        seen = world.seat_log(seat).events
        assert [event.body.kind for event in seen] == ["turn_began", "alert_declared", "message_received"]
        assert seen[-1].cause is None


# --- 3.8 kinds -----------------------------------------------------------------------------------------------


def test_3_8_a_scripted_attack_is_made_whatever_the_adversary_would_choose() -> None:
    mel = (Aggression(id="war", at="H+10", objective="gate"),)
    world = world_with(calm_crisis(mel=mel), lambda world: Threat(world, world.scenario.adversaries[0]), Mel)
    world.emit(ExerciseStarted(), None, EVERYONE)
    world.run_to(at(11))
    attack = the(world.log, "attack_began")
    assert (attack.time, attack.body.objective, attack.audience) == (at(10), "gate", EVERYONE)
    assert behind(world.log, attack)[:2] == ["aggression_scripted", "inject_fired"]
    assert world.situation.adversaries["redland"].rung == 8
    assert world.seat_log("north").events[-1].cause is None  # as of an attack that it chose


def test_3_8_an_objective_is_attacked_once() -> None:
    mel = tuple(Aggression(id=f"war-{hour}", at=f"H+{hour}", objective="gate") for hour in (10, 20))
    world = world_with(calm_crisis(mel=mel), lambda world: Threat(world, world.scenario.adversaries[0]), Mel)
    world.emit(ExerciseStarted(), None, EVERYONE)
    world.run_to(at(21))
    assert len(of_kind(world.log, "attack_began")) == 1


def test_3_8_an_inject_moves_a_nations_support_and_its_seat_reads_of_it() -> None:
    mel = (SupportShift(id="scandal", at="H+10", nation="south", change=-0.2, text="Minister resigns."),)
    world = world_with(calm_crisis(mel=mel), HomeFront, Mel)
    world.run_to(at(10))
    assert world.situation.nations["south"].support == 0.4
    assert [event.body.kind for event in world.seat_log("south").events[1:]] == ["support_moved", "message_received"]
    assert world.seat_log("north").events[1:] == []


def test_3_8_a_scripted_incident_strikes_its_nation_whatever_the_adversary_would_choose() -> None:
    mel = (Incident(id="dark", at="H+10", means="energy", nation="south", intensity=0.3),)
    world = world_with(calm_crisis(mel=mel), lambda world: Threat(world, world.scenario.adversaries[0]), Mel)
    world.emit(ExerciseStarted(), None, EVERYONE)
    world.run_to(at(11))
    struck = the(world.log, "hybrid_attack_made", nation="south", means="energy")
    assert (struck.time, struck.body.intensity, struck.body.level) == (at(10), 0.3, 0.3)
    assert behind(world.log, struck)[:2] == ["incident_scripted", "inject_fired"]
    assert world.seat_log("south").events[-1].body.kind != "hybrid_attack_made"
