"""docs/model.md 6.20: what a seat knows to come."""

from tests.engine.council import DEPLOY
from tests.worlds import at, crisis, view_of
from wargame.model import happenings as happened
from wargame.model.clock import DAY
from wargame.model.decisions.command import Requirement
from wargame.model.event import ALLIES, EVERYONE, Audience, Event
from wargame.rules.deadlines import Deadline, deadlines, turn_hours

SCENARIO = crisis()
END = Deadline(round(6 * DAY), "endex")


def known(seat: str, *bodies: happened.Body, time: int = 0) -> list[Deadline]:
    """What is to come, to a seat that has seen this since its second turn began at STARTEX."""
    audience: Audience = ALLIES
    log = [Event(id=1, time=0, audience=EVERYONE, body=happened.TurnBegan(turn=2))]
    for body in (happened.MeasureTabled(by="north", text=DEPLOY), *bodies):
        about = None if isinstance(body, happened.MonitoringAgreed | happened.TurnBegan) else "m1"
        log.append(Event(id=len(log) + 1, time=0, audience=audience, measure=about, body=body))
    view = view_of(SCENARIO, seat, log)
    return deadlines(view.scenario, view.situation, seat, time)


def test_6_20_the_end_of_silence_is_a_members_own_affair() -> None:
    silence = happened.SilenceBegan(until=at(24))
    assert known("west", silence) == [Deadline(at(24), "silence", "m1", mine=True), END]
    assert known("hq", silence) == [Deadline(at(24), "silence", "m1"), END]
    assert known("west", silence, time=at(24)) == [END]


def test_6_20_after_a_break_it_is_the_secretary_generals() -> None:
    broken = happened.SilenceBroken(by=("west",), until=at(72))
    assert known("hq", broken) == [Deadline(at(72), "rescue", "m1", mine=True), END]
    assert known("hq", broken, happened.MeasureFailed(by=("west",))) == [END]


def test_6_20_mandates_requirements_arrivals_and_the_watch() -> None:
    line = Requirement(capability="heavy", strength=1.0, at="gate", by="D+5")
    assert known(
        "commander",
        happened.MandateSought(nation="west"),
        happened.MandateHastened(nation="west", until=at(6)),
        happened.RequirementsStated(lines=(line,)),
        happened.ForceDeparted(force="w-mech", place="gate", mode="rail", due=at(30)),
        happened.MonitoringAgreed(until=at(90)),
    ) == [
        Deadline(at(6), "mandate", "m1", "west"),
        Deadline(at(30), "arrival", "w-mech", "west"),
        Deadline(at(90), "watch"),
        Deadline(5 * DAY, "requirement", "m1", mine=True),
        END,
    ]


def test_6_20_a_statement_falls_due_at_the_end_of_the_turn_that_owes_it() -> None:
    """Turn 5 is the first but four; a turn lasts a day."""
    fifth = happened.TurnBegan(turn=5)
    assert known("north", fifth) == [Deadline(at(24), "statement", by="north", mine=True), END]
    assert known("north", fifth, happened.ProbabilityStated(nation="north", probability=0.5)) == [END]
    assert known("hq", fifth) == [END]


def test_6_20_a_turn_is_as_long_as_the_alert_makes_it() -> None:
    assert [turn_hours(SCENARIO.pace, level) for level in range(4)] == [24.0, 12.0, 6.0, 6.0]
