"""Reports on their way to allies and to the world (docs/model.md section 5)."""

from dataclasses import replace
from typing import Any

import pytest

from tests.worlds import at, behind, calm_crisis, of_kind, report_received, the, view_of, world_with
from wargame.engine.intelligence import Intelligence
from wargame.engine.registry import Message
from wargame.engine.world import World
from wargame.model import happenings as happened
from wargame.model.clock import DAY
from wargame.model.decisions import (
    Decision,
    PublishReport,
    ReleaseReport,
    RequestInformation,
    SanitiseReport,
)
from wargame.model.event import EVERYONE, NOBODY, Event
from wargame.model.scenario import Agreement, Scenario
from wargame.rules.legal import legal
from wargame.rules.options import options

WATCH = Agreement(id="watch", kind="intelligence_sharing", parties=("north", "south"))
DIGEST = Agreement(id="digest", kind="intelligence_sharing", parties=("north", "south", "west"), tier="alliance_wide")


def shared(**changes: Any) -> Scenario:
    """North and South share bilaterally, all three at arm's length."""
    return calm_crisis(agreements=(WATCH, DIGEST), **changes)


def holding(
    scenario: Scenario | None = None, seat: str = "north", indicator: str = "blood", **changes: Any
) -> tuple[World, Intelligence]:
    """A world in which one nation alone has a report, r1 of its own sensors, four hours after STARTEX; marked so."""
    world = world_with(scenario or shared())
    staffs = Intelligence(world)
    event = world.emit(happened.IndicatorShown(indicator=indicator, force=None), world.turn_event, NOBODY)
    partners = tuple(staffs.detection.partners[seat])
    body = report_received(seat, "", indicator, control="rel_to", rel_to=partners, classification="secret")
    world.run_to(at(4))
    staffs.registry.file(Message(seat, event, replace(body, **changes), event))
    return world, staffs


def reports(world: World, seat: str) -> list[happened.ReportReceived]:
    return [
        event.body
        for event in world.log
        if isinstance(event.body, happened.ReportReceived) and event.body.nation == seat
    ]


def arrival(world: World, seat: str) -> float | None:
    """Hours after STARTEX at which a seat's first report came."""
    came = [event.time for event in of_kind(world.log, "report_received") if event.body.nation == seat]
    return came[0] / at(1) if came else None


# --- release -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("ally", "hours"), [("south", 24), ("west", 65), ("hq", 65)])
def test_5_10_a_report_is_released_as_close_as_the_agreement_is(ally: str, hours: int) -> None:
    """And is three hours on the way with PRIORITY."""
    world, _ = holding()
    world.decide("north", ReleaseReport(report="r1", to=ally), None)
    world.run_to(at(4 + hours + 3) - 1)
    assert reports(world, ally) == []
    world.run_to(at(4 + hours + 3))
    (received,) = reports(world, ally)
    assert (received.originator, received.observed, received.reliability) == ("north", 0, "B")
    arrived = the([event for event in world.log if event.audience == (ally,)], "report_received")
    assert behind(world.log, arrived)[:3] == ["report_released", "report_received", "indicator_shown"]
    assert the(world.log, "report_released").audience == ("north",)
    assert world.seat_log(ally).events[1].cause is None  # what it is about is sealed


def test_5_10_an_urgent_report_goes_at_once_to_whom_it_is_marked_for() -> None:
    world, _ = holding(precedence="flash")
    world.decide("north", ReleaseReport(report="r1", to="south"), None)
    world.run_to(5 * DAY)
    assert arrival(world, "south") == pytest.approx(4 + 1 / 6, abs=0.01)


def test_5_10_a_holder_may_send_it_less_urgently_and_not_more() -> None:
    world, _ = holding(precedence="immediate")
    view = view_of(world.scenario, "north", world.log)
    assert (
        legal(view, ReleaseReport(report="r1", to="south", precedence="flash")) == "it is no more urgent than immediate"
    )
    world.decide("north", ReleaseReport(report="r1", to="south", precedence="priority"), None)
    world.run_to(5 * DAY)
    assert arrival(world, "south") == 4 + 24 + 3


def test_5_5_a_routine_report_reaches_the_ally_in_its_next_summary() -> None:
    world, _ = holding(precedence="routine")
    world.decide("north", ReleaseReport(report="r1", to="south"), None)
    world.run_to(5 * DAY)
    assert arrival(world, "south") == 48.0  # released after 28 h
    (summary,) = [event for event in of_kind(world.log, "summary_issued") if event.body.nation == "south"]
    assert summary.body.reports == ("r1",)


def test_5_10_without_an_agreement_it_takes_weeks_or_is_stopped() -> None:
    world, _ = holding(calm_crisis(agreements=(WATCH,)))
    world.decide("north", ReleaseReport(report="r1", to="west"), None)
    world.run_to(30 * DAY)
    assert arrival(world, "west") == 4 + 230 + 3
    world, _ = holding(calm_crisis(agreements=(WATCH,), doctrine__intelligence__release_never=1.0))
    world.decide("north", ReleaseReport(report="r1", to="west"), None)
    world.run_to(30 * DAY)
    assert arrival(world, "west") is None
    assert the(world.log, "release_stopped").audience == ("north",)


def test_5_16_what_is_known_already_is_not_told_again() -> None:
    world, _ = holding()
    for _ in range(2):
        world.decide("north", ReleaseReport(report="r1", to="south"), None)
    world.run_to(5 * DAY)
    assert len(reports(world, "south")) == 1


def test_5_16_what_another_sensor_saw_confirms_and_adds_what_was_left_open() -> None:
    """South's own B2 report, .7225, and North's: .7225 of the rest."""
    world, staffs = holding()
    event = the(world.log, "indicator_shown")
    own = replace(reports(world, "north")[0], nation="south", originator="south")
    staffs.registry.file(Message("south", event, own, event))
    world.decide("north", ReleaseReport(report="r1", to="south"), None)
    world.run_to(2 * DAY)
    first, second = reports(world, "south")
    assert (first.confirms, second.confirms) == (None, "r1")
    weighed = staffs.staffs.desks["south"].ledger.things["r1"]
    assert weighed.trusted == pytest.approx(1 - (1 - 0.7225) ** 2)


def test_5_10_there_must_be_such_a_report_and_such_an_ally() -> None:
    world, _ = holding()
    world.decide("north", ReleaseReport(report="r7", to="south"), None)
    world.decide("north", ReleaseReport(report="r1", to="moon"), None)
    world.decide("west", ReleaseReport(report="r1", to="south"), None)
    assert len(of_kind(world.log, "order_failed")) == 3


# --- third-party rule ----------------------------------------------------------------------------------------


def passed_on(**doctrine: float) -> World:
    """South has North's report and passes it on to West, for whom it is not marked."""
    world, _ = holding(shared(**{f"doctrine__intelligence__{name}": value for name, value in doctrine.items()}))
    world.decide("north", ReleaseReport(report="r1", to="south"), None)
    world.run_to(2 * DAY)
    world.decide("south", ReleaseReport(report="r1", to="west"), None)
    world.run_to(20 * DAY)
    return world


def test_5_17_anothers_report_goes_on_once_its_originator_consents() -> None:
    """It is asked and answers after twelve hours; then the release takes its time."""
    world = passed_on(consent_alliance=1.0)
    asked = of_kind(world.log, "consent_asked")
    assert [(event.audience, event.body.holder) for event in asked] == [(("south",), "south"), (("north",), "north")]
    answered = of_kind(world.log, "consent_answered")
    assert [event.time for event in answered] == [2 * DAY + at(12)] * 2
    assert arrival(world, "west") == 48 + 12 + 65 + 3
    (received,) = reports(world, "west")
    assert received.originator == "north"
    assert world.situation.pictures["south"].reports["r1"].consents == {"west": "granted"}


def test_5_17_without_consent_it_stays() -> None:
    world = passed_on(consent_alliance=0.0)
    assert {event.body.granted for event in of_kind(world.log, "consent_answered")} == {False}
    assert arrival(world, "west") is None
    view = view_of(world.scenario, "south", world.log)
    assert legal(view, ReleaseReport(report="r1", to="west")) == "its originator does not consent"


def test_5_17_each_hears_of_it_under_its_own_label() -> None:
    """South's first report is North's third: neither learns the other's number."""
    world, staffs = holding(shared(doctrine__intelligence__consent_alliance=1.0))
    shown = the(world.log, "indicator_shown")
    for _ in range(2):
        other = world.emit(happened.IndicatorShown(indicator="blood"), world.turn_event, NOBODY)
        staffs.registry.file(Message("north", other, reports(world, "north")[0], shown))
    world.decide("north", ReleaseReport(report="r3", to="south"), None)
    world.run_to(2 * DAY)
    world.decide("south", ReleaseReport(report="r1", to="west"), None)
    assert [event.body.report for event in of_kind(world.log, "consent_asked")] == ["r1", "r3"]


# --- leaks ---------------------------------------------------------------------------------------------------


def test_5_18_a_release_may_leak_and_the_adversary_reads_it_before_the_originator_finds_out() -> None:
    world, _ = holding(shared(doctrine__intelligence__leak_chance=1.0))
    world.decide("north", ReleaseReport(report="r1", to="south"), None)
    world.run_to(20 * DAY)
    leaked, read, found = (the(world.log, kind) for kind in ("report_leaked", "leak_read", "leak_found"))
    assert (leaked.audience, read.audience, found.audience) == (NOBODY, ("red",), ("north",))
    assert leaked.time == read.time == at(4 + 24 + 3) + 2 * DAY
    assert found.time == leaked.time + 6 * DAY
    assert (found.body.report, leaked.body.by) == ("r1", "south")
    assert world.situation.pictures["north"].leaks == [(found.time, "human")]
    for seat in ("red", "north"):
        event = next(event for event in world.seat_log(seat).events if event.body.kind.startswith("leak"))
        assert event.cause is None  # how it leaked is not to be seen


def test_5_18_releases_leak_as_often_as_said() -> None:
    leaks = 0
    for seed in range(200):
        world = world_with(shared(doctrine__intelligence__leak_chance=0.2), seed=seed)
        staffs = Intelligence(world)
        event = world.emit(happened.IndicatorShown(indicator="blood"), world.turn_event, NOBODY)
        staffs.detection.collect("north", event)
        world.run_to(DAY)
        for ally in ("south", "hq"):
            world.decide("north", ReleaseReport(report="r1", to=ally), None)
        world.run_to(30 * DAY)
        leaks += len(of_kind(world.log, "report_leaked"))
    assert 80 - 4 * 8 < leaks < 80 + 4 * 8


def test_5_18_what_hides_its_source_leaks_without_harm() -> None:
    world, staffs = holding(shared(doctrine__intelligence__leak_chance=1.0))
    world.situation.pictures["north"].reports["r1"].sanitised = "ready"
    world.decide("north", ReleaseReport(report="r1", to="west"), None)
    world.run_to(20 * DAY)
    assert the(world.log, "report_leaked").body.harmless
    assert staffs.detection.sensors["north"].lost == {}


# --- sanitising and publishing -------------------------------------------------------------------------------


def test_5_19_sanitising_takes_days_and_opens_the_report_to_the_alliance() -> None:
    world, _ = holding(control="noforn", rel_to=())
    north = view_of(world.scenario, "north", world.log)
    assert "NOFORN" in (legal(north, ReleaseReport(report="r1", to="south")) or "")
    world.decide("north", SanitiseReport(report="r1"), None)
    assert legal(view_of(world.scenario, "north", world.log), SanitiseReport(report="r1")) == "it is being sanitised"
    world.run_to(at(4) + round(2.7 * DAY))
    assert the(world.log, "report_sanitised").time == at(4) + round(2.7 * DAY)
    world.decide("north", ReleaseReport(report="r1", to="west"), None)
    world.run_to(20 * DAY)
    (received,) = reports(world, "west")
    assert (received.reliability, received.control, received.sanitised) == ("C", "releasable", True)
    assert arrival(world, "west") == pytest.approx(4 + 2.7 * 24 + 24 + 3)  # one tier faster


def test_5_19_only_what_the_nations_own_sensors_saw_can_be_sanitised() -> None:
    world, _ = holding()
    world.decide("north", ReleaseReport(report="r1", to="south"), None)
    world.run_to(2 * DAY)
    south = view_of(world.scenario, "south", world.log)
    assert (legal(south, SanitiseReport(report="r1")) or "").startswith("only its originator")
    world.decide("south", SanitiseReport(report="r1"), None)
    assert of_kind(world.log, "order_failed")


def test_5_19_publishing_tells_everyone_and_convinces() -> None:
    """Everyone hears what was seen and who says so, under no label; nations take it for A2."""
    world, _ = holding()
    world.decide("north", PublishReport(report="r1"), None)
    made = the(world.log, "publication_made")
    assert (made.audience, made.measure) == (EVERYONE, None)
    assert (made.body.nation, made.body.indicator) == ("north", "blood")
    for ally in ("south", "west"):
        (received,) = reports(world, ally)
        assert (received.originator, received.reliability, received.credibility) == ("north", "A", 2)
    assert len(reports(world, "north")) == 1
    assert the(world.log, "report_published").audience == ("north",)
    assert the(world.log, "capital_spent").body.spent == 2.0
    assert world.situation.disclosed[0].by == "north"
    view = view_of(world.scenario, "north", world.log)
    assert legal(view, PublishReport(report="r1")) == "everyone can read it"
    red = view_of(world.scenario, "red", world.log)
    assert [event.cause for event in red.log if event.body.kind == "publication_made"] == [None]


@pytest.mark.parametrize(("ready", "cut", "days"), [(None, 0.4, 20), ("ready", 0.2, 10)])
def test_5_19_it_burns_the_source_less_so_when_sanitised(ready: Any, cut: float, days: int) -> None:
    world, staffs = holding()
    world.situation.pictures["north"].reports["r1"].sanitised = ready
    world.decide("north", PublishReport(report="r1"), None)
    north, blood = staffs.detection.sensors["north"], world.scenario.indicators[1]
    assert north.coverage(blood, at(4)) == pytest.approx(0.8 - cut)
    assert north.coverage(blood, at(4) + days * DAY) == 0.8


def test_5_19_when_a_published_report_is_disproved_everyone_learns_that_too() -> None:
    world, staffs = holding()
    world.decide("north", PublishReport(report="r1"), None)
    staffs.detection.disprove(the(world.log, "indicator_shown"))
    wrong = the(world.log, "publication_disproved")
    assert wrong.audience == EVERYONE
    assert world.situation.disclosed[0].disproved == wrong.time
    assert {event.body.nation for event in of_kind(world.log, "report_disproved")} == {"north", "south", "west"}


@pytest.mark.parametrize(("chance", "published"), [(1.0, 1), (0.0, 0)])
def test_5_19_anothers_report_is_published_when_its_originator_consents(chance: float, published: int) -> None:
    world, _ = holding(shared(doctrine__intelligence__consent_publish=chance))
    world.decide("north", ReleaseReport(report="r1", to="south"), None)
    world.run_to(2 * DAY)
    world.decide("south", PublishReport(report="r1"), None)
    world.run_to(4 * DAY)
    assert len(of_kind(world.log, "publication_made")) == published
    assert [event.body.nation for event in of_kind(world.log, "capital_spent")] == ["south"]


# --- media ---------------------------------------------------------------------------------------------------


def test_5_11_what_three_capitals_know_the_media_report_a_day_later() -> None:
    """Nobody is told whose reports they are, and those who have one of their own learn nothing new."""
    world, _ = holding()
    for ally in ("south", "west"):
        world.decide("north", ReleaseReport(report="r1", to=ally), None)
    world.run_to(10 * DAY)
    told = the(world.log, "media_reported")
    assert told.time == at(4 + 65 + 3 + 24)
    assert told.audience == EVERYONE
    assert {len(reports(world, seat)) for seat in ("north", "south", "west")} == {1}
    assert world.situation.disclosed[0].by == "media"
    for seat in ("north", "red"):
        event = next(each for each in world.seat_log(seat).events if each.body.kind == "media_reported")
        assert event.cause is None


def test_5_11_who_has_no_report_reads_of_it() -> None:
    world, _ = holding(shared(doctrine__intelligence__media_capitals=2.0))
    world.decide("north", ReleaseReport(report="r1", to="south"), None)
    world.run_to(10 * DAY)
    (read,) = reports(world, "west")
    assert (read.originator, read.reliability, read.credibility) == ("media", "C", 3)


def test_5_11_two_capitals_and_the_alliances_seats_keep_a_secret() -> None:
    world, _ = holding()
    for ally in ("south", "hq", "commander"):
        world.decide("north", ReleaseReport(report="r1", to=ally), None)
    world.run_to(10 * DAY)
    assert {len(reports(world, seat)) for seat in ("south", "hq", "commander")} == {1}
    assert of_kind(world.log, "media_reported") == []


# --- requests ------------------------------------------------------------------------------------------------


def asked(question: str = "logistics", **changes: Any) -> World:
    """South has asked North, which holds a report on logistics, with a day to answer."""
    world, _ = holding(**changes)
    world.decide("south", RequestInformation(to="north", about=question), None)  # type: ignore[arg-type]
    return world


def closed(world: World) -> Event:
    return the(world.log, "request_closed")


def test_5_20_a_request_and_its_deadline_are_seen_by_who_asks_and_who_is_asked() -> None:
    world = asked()
    request = the(world.log, "information_requested")
    assert request.audience == ("south", "north")
    assert request.body.deadline == at(4 + 24)
    (held,) = view_of(world.scenario, "north", world.log).situation.requests.values()
    assert (held.by, held.about, held.reports) == ("south", "logistics", None)
    south = view_of(world.scenario, "south", world.log)
    assert "still time" in (legal(south, RequestInformation(to="north", about="logistics")) or "")
    assert legal(south, RequestInformation(to="north", about="cyber")) is None


def test_5_20_a_release_on_the_subject_answers_it() -> None:
    world = asked()
    north = view_of(world.scenario, "north", world.log)
    number = next(event.id for event in north.log if event.body.kind == "information_requested")
    world.run_to(at(6))
    world.decide("north", ReleaseReport(report="r1", to="south"), number)
    world.run_to(5 * DAY)
    assert closed(world).body.reports == 1
    assert arrival(world, "south") == 6 + 24 + 3
    received = next(event for event in world.seat_log("south").events if event.body.kind == "report_received")
    request = next(event for event in world.seat_log("south").events if event.body.kind == "information_requested")
    assert received.cause == request.id


def test_5_20_at_the_deadline_the_staff_answers_what_its_government_has_left() -> None:
    world = asked()
    world.run_to(5 * DAY)
    assert closed(world).time == at(4 + 24)
    assert closed(world).body.reports == 1
    assert arrival(world, "south") == 28 + 24 + 3


@pytest.mark.parametrize("changes", [{"question": "cyber"}, {"control": "noforn", "rel_to": ()}, {"rel_to": ("west",)}])
def test_5_20_but_not_with_what_is_not_meant_for_the_asker(changes: Any) -> None:
    world = asked(**changes)
    world.run_to(5 * DAY)
    assert closed(world).body.reports == 0
    assert arrival(world, "south") is None


def test_5_20_the_secretary_general_may_ask_too() -> None:
    world, _ = holding(control="releasable", rel_to=())
    world.decide("hq", RequestInformation(to="north", about="logistics"), None)
    world.run_to(5 * DAY)
    assert len(reports(world, "hq")) == 1


def test_5_20_nobody_asks_twice_nor_itself_nor_a_stranger() -> None:
    world = asked()
    for ally in ("north", "south", "moon"):
        world.decide("south", RequestInformation(to=ally, about="logistics"), None)
    assert len(of_kind(world.log, "order_failed")) == 3


# --- options -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "wanted",
    [
        ReleaseReport(report="r1", to="west"),
        SanitiseReport(report="r1"),
        PublishReport(report="r1"),
        RequestInformation(to="south", about="logistics"),
    ],
)
def test_9_4_what_a_nation_may_do_with_what_it_knows_is_listed(wanted: Decision) -> None:
    world, _ = holding()
    assert wanted in options(view_of(world.scenario, "north", world.log))
