"""The master events list (docs/model.md 3.6, 5.11)."""

from tests.worlds import at, calm_crisis, told, world_with
from wargame.engine.intelligence import Intelligence
from wargame.engine.mel import Mel
from wargame.model.clock import DAY
from wargame.model.mel import Indication, Message


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
