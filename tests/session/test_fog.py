"""Fog of war: whatever happens out of a seat's sight leaves every byte that reaches it as it was.

Both properties here, non-interference and canaries, are shown to be able to fail: with an audience widened, they do.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wargame.files.scenarios import load_scenario
from wargame.model import happenings as happened
from wargame.model.adversary import Adversary
from wargame.model.clock import HOUR
from wargame.model.decisions.diplomacy import CommitPublicly
from wargame.model.decisions.excon import Note
from wargame.model.event import EVERYONE, NOBODY, Event
from wargame.model.fields import Known
from wargame.model.mel import Message
from wargame.model.plain import line, plain
from wargame.model.record import Header, Order
from wargame.model.scenario import EXCON, RED, Brief, Scenario, all_seats, playing_seats
from wargame.players import PLAYERS
from wargame.replay.export import event_lines
from wargame.replay.summary import as_plain, summary
from wargame.replay.watch import desk, scene
from wargame.rules import fog, redact
from wargame.rules.options import options
from wargame.session import frames
from wargame.session.exercise import Exercise
from wargame.session.seating import Players
from wargame.session.table import Table

SEATS = [seat for seat in all_seats(load_scenario("tutorial")) if seat != EXCON]


def played(scenario: Scenario, seed: int, player: str = "random") -> Exercise:
    """A session of random legal decisions in every seat."""
    decide = PLAYERS[player].decide
    everywhere = Players(by_seat=dict.fromkeys(playing_seats(scenario), decide))
    return Table(Exercise(Header(engine="test", scenario=scenario, seed=seed)), everywhere).play()


def bytes_of_seat(exercise: Exercise, seat: str) -> bytes:
    """Everything that can reach a seat: its view, its options, frames, exports, and the screens made of them."""
    view = exercise.view(seat)
    shown = scene(exercise.scenario, exercise.events, exercise.edge, exercise.edge, seat)
    parts = [
        line(view.scenario),
        line(plain(view.situation)),
        *(line(event) for event in view.log),
        *(line(option) for option in options(view)),
        line(frames.Seated(seat=seat, scenario=view.scenario)),
        line(frames.TurnResolved(seat=seat, events=tuple(view.log))),
        *(text.encode() for text in event_lines(exercise.record, seat)),
        summary(shown).encode(),
        json.dumps(as_plain(shown)).encode(),
        *(brief.encode() for brief in briefs_of_seat(exercise, seat)),
    ]
    return b"".join(parts)


def briefs_of_seat(exercise: Exercise, seat: str) -> Iterator[str]:
    """What `wargame show` prints to a seat on its desk and between turns, all through the session."""
    turns = [done.turn for done in exercise.record.played]
    for turn in turns[::5]:
        at_desk = desk(exercise.record, turn.number, seat)
        yield summary(at_desk)
        yield json.dumps(as_plain(at_desk))
        yield summary(scene(exercise.scenario, exercise.events, turn.edge + HOUR, exercise.edge, seat, turns))


# --- non-interference: of the log ----------------------------------------------------------------------------


def hidden_event(number: int, time: int, cause: int | None) -> Event:
    body = happened.NoteWritten(text="a thing that nobody may know")
    return Event(id=number, time=time, cause=cause, audience=NOBODY, body=body)


def with_hidden_events(events: list[Event], after: set[int]) -> list[Event]:
    """The log with a hidden event inserted after each of the events `after`, everything numbered anew.

    The hidden event takes the place of its neighbour as what later events name as their cause.
    """
    new_id: dict[int, int] = {}
    made: list[Event] = []
    for event in events:
        cause = new_id[event.cause] if event.cause is not None else None
        made.append(replace(event, id=len(made) + 1, cause=cause))
        new_id[event.id] = len(made)
        if event.id in after:
            made.append(hidden_event(len(made) + 1, event.time, len(made)))
            new_id[event.id] = len(made)
    return made


def seat_bytes(scenario: Scenario, seat: str, events: list[Event]) -> bytes:
    return b"".join(line(event) for event in fog.seat_log(scenario, seat, events))


@settings(max_examples=30, deadline=None)
@given(seed=st.integers(0, 10**6), places=st.sets(st.integers(1, 400), max_size=60), seat=st.sampled_from(SEATS))
def test_hidden_events_put_between_others_change_no_byte_of_a_seats_log(seed, places, seat):
    scenario = load_scenario("tutorial")
    events = played(scenario, seed).events
    assert seat_bytes(scenario, seat, with_hidden_events(events, places)) == seat_bytes(scenario, seat, events)


def test_that_property_fails_when_hidden_events_are_shown(monkeypatch):
    scenario = load_scenario("tutorial")
    events = played(scenario, 1).events
    monkeypatch.setattr(fog, "sees", lambda seat, allied, event: True)
    assert seat_bytes(scenario, "orsenia", with_hidden_events(events, {5})) != seat_bytes(scenario, "orsenia", events)


# --- non-interference: of the world --------------------------------------------------------------------------

CANARY = "canary"


def with_canaries(scenario: Scenario, seat: str) -> Scenario:
    """The scenario with a unique name planted in everything that `seat` may not know and that changes nothing."""
    adversaries = tuple(
        replace(each, forces=tuple(_renamed(force, index) for index, force in enumerate(each.forces)))
        for each in scenario.adversaries
    )
    briefs = tuple(
        brief if brief.seat == seat else Brief(seat=brief.seat, text=f"{CANARY} brief") for brief in scenario.briefs
    )
    mel = tuple(replace(inject, id=f"{CANARY}-{index}") for index, inject in enumerate(scenario.mel))
    names = {
        old.id: new.id
        for before, after in zip(scenario.adversaries, adversaries, strict=True)
        for old, new in zip(before.forces, after.forces, strict=True)
    }
    indicators = tuple(
        replace(each, forces=tuple(names[force] for force in each.forces)) for each in scenario.indicators
    )
    told = Message(id=f"{CANARY}-message", at="D+2T03:00", to=(EXCON,), text=f"{CANARY} message")
    return replace(
        scenario,
        adversaries=adversaries if seat != RED else scenario.adversaries,
        indicators=indicators if seat != RED else scenario.indicators,
        briefs=briefs,
        mel=(*mel, told),
    )


def _renamed(force, index):
    return replace(force, id=f"{CANARY}-force-{index}", name=f"{CANARY} force {index}")


def played_with_secrets(scenario: Scenario, seed: int, seat: str) -> Exercise:
    """The same session with canaries planted, a note of EXCON's every turn, and rationales of all other seats."""
    planted = with_canaries(scenario, seat)
    exercise = Exercise(Header(engine="test", scenario=planted, seed=seed))
    decide = PLAYERS["random"].decide

    def secretive(view, luck):
        orders = decide(view, luck)
        return orders if view.seat == seat else [replace(order, rationale=f"{CANARY} why") for order in orders]

    def note(view, luck):
        return [Order(seat=EXCON, decision=Note(text=f"{CANARY} note {view.situation.turn}"))]

    everywhere = dict.fromkeys(playing_seats(scenario), secretive) | {EXCON: note}
    return Table(exercise, Players(by_seat=everywhere)).play()


@pytest.mark.parametrize("seat", SEATS)
@settings(max_examples=4, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_what_a_seat_may_not_know_changes_no_byte_that_reaches_it_and_is_named_in_none(seat, seed):
    scenario = load_scenario("tutorial")
    plain_play = bytes_of_seat(played(scenario, seed), seat)
    secret_play = bytes_of_seat(played_with_secrets(scenario, seed, seat), seat)
    assert CANARY.encode() not in secret_play
    assert secret_play == plain_play


def test_the_umpire_sees_every_canary():
    exercise = played_with_secrets(load_scenario("tutorial"), 3, "orsenia")
    umpire = bytes_of_seat(exercise, EXCON)
    for kind in ("force", "brief", "message", "note"):
        assert f"{CANARY} {kind}".encode() in umpire


@pytest.mark.parametrize("seat", ["orsenia", "hq"])
def test_canaries_are_found_when_an_audience_is_widened(seat, monkeypatch):
    """As somebody might by mistake: an indicator of the adversary's shown to everyone."""
    from wargame.engine.world import World

    kept = World.emit

    def careless(self, body, cause, audience, measure=None):
        widened = EVERYONE if isinstance(body, happened.IndicatorShown) else audience
        return kept(self, body, cause, widened, measure)

    monkeypatch.setattr(World, "emit", careless)
    exercise = played_with_secrets(load_scenario("tutorial"), 3, seat)
    assert CANARY.encode() in bytes_of_seat(exercise, seat)


def test_canaries_are_found_when_a_field_of_the_scenario_is_no_longer_hidden(monkeypatch):
    shown = tuple(
        (name, None if name == "forces" else known, default) for name, known, default in redact._plan(Adversary)
    )
    kept = redact._plan
    monkeypatch.setattr(redact, "_plan", lambda cls: shown if cls is Adversary else kept(cls))
    exercise = played_with_secrets(load_scenario("tutorial"), 3, "orsenia")
    assert CANARY.encode() in bytes_of_seat(exercise, "orsenia")


# --- of what befalls nations ---------------------------------------------------------------------------------

OWN_AFFAIRS = (
    happened.IncidentNoticed,
    happened.IncidentOver,
    happened.AttributionReached,
    happened.AccusationMade,
    happened.SupportMoved,
    happened.MoneySpent,
    happened.ResilienceBuilt,
)


def test_what_befalls_a_nation_at_home_is_its_own_affair_and_tells_nothing_of_who_was_behind_it():
    """With accidents every other day and hybrid attacks beside them."""
    scenario = load_scenario("tutorial")
    doctrine = replace(scenario.doctrine, disruption=replace(scenario.doctrine.disruption, accident_rate=0.5))
    exercise = played(replace(scenario, doctrine=doctrine), 3)
    incidents = 0
    for seat in SEATS:
        for event in exercise.view(seat).log:
            assert not isinstance(event.body, happened.AccidentHappened)
            if isinstance(event.body, OWN_AFFAIRS):
                assert event.body.nation == seat
            if isinstance(event.body, happened.IncidentNoticed):
                assert event.cause is None
                incidents += 1
            if isinstance(event.body, happened.PlaceDamaged):
                assert event.cause is None or isinstance(
                    exercise.view(seat).log[event.cause - 1].body, happened.IncidentNoticed
                )
    assert incidents > 20


# --- what a seat's log is like -------------------------------------------------------------------------------


@pytest.mark.parametrize("seat", SEATS)
def test_a_seats_log_counts_from_one_without_gaps_and_names_only_itself_as_audience(seat):
    log = played(load_scenario("tutorial"), 4).view(seat).log
    assert [event.id for event in log] == list(range(1, len(log) + 1))
    assert {event.audience for event in log} == {(seat,)}
    assert all(event.cause is None or event.cause < event.id for event in log)


@settings(max_examples=10, deadline=None)
@given(seed=st.integers(0, 10**6), seat=st.sampled_from(SEATS))
def test_a_seats_cause_is_the_nearest_event_it_may_see_unless_the_adversarys_mind_lies_between(seed, seat):
    exercise = played(load_scenario("tutorial"), seed)
    umpire = exercise.events
    seat_log = exercise.crisis.world.seat_log(seat)
    number_of = {seat_log.umpires(event.id).id: event.id for event in seat_log.events}
    for seen in seat_log.events:
        event = seat_log.umpires(seen.id)
        expected = None
        while event.cause is not None and expected is None:
            event = umpire[event.cause - 1]
            expected = number_of.get(event.id)
            if expected is None and type(event.body) in happened.SEALED:
                break
        assert seen.cause == expected


def test_a_false_report_cannot_be_told_from_a_true_one_by_its_cause():
    exercise = played(load_scenario("tutorial"), 5, "idle")
    umpire = exercise.events
    causes: dict[bool, set[int | None]] = {True: set(), False: set()}
    for nation in exercise.scenario.nations:
        seat_log = exercise.crisis.world.seat_log(nation.id)
        for seen in seat_log.events:
            if isinstance(seen.body, happened.ReportReceived) and seen.body.originator == nation.id:
                shown = umpire[seat_log.umpires(seen.id).cause - 1]
                origin = umpire[shown.cause - 1].body
                causes[isinstance(origin, happened.FalseAlarmArose)].add(seen.cause)
    assert causes == {True: {None}, False: {None}}


def test_the_adversary_cannot_tell_from_a_statements_cause_what_an_ally_has_seen():
    """An ally commits itself in public, in answer to a report: true or false, the adversary sees no cause of it."""
    causes = set()
    for seed in range(12):
        exercise = Exercise(Header(engine="test", scenario=load_scenario("tutorial"), seed=seed))
        while exercise.phase == "play" and not exercise.view("dalvora").situation.committed:
            view = exercise.view("dalvora")
            own = [
                e for e in view.log if isinstance(e.body, happened.ReportReceived) and e.body.originator == "dalvora"
            ]
            if own:
                order = Order(seat="dalvora", decision=CommitPublicly(), answers=own[-1].id)
                exercise.submit(order)
            exercise.advance()
        seen = exercise.view(RED).log
        causes |= {event.cause for event in seen if isinstance(event.body, happened.StatementMade)}
    assert causes == {None}


def test_exercise_control_sees_who_may_see_what():
    exercise = played(load_scenario("tutorial"), 4)
    assert [event.audience for event in exercise.view(EXCON).log] == [event.audience for event in exercise.events]


def test_what_everyone_sees_names_no_measure_whose_number_would_tell_how_many_there_are():
    for seed in range(6):
        events = played(load_scenario("tutorial"), seed, "doctrine").events
        assert [event for event in events if event.audience == EVERYONE and event.measure is not None] == []


def test_every_field_that_is_hidden_from_somebody_has_a_default_to_show_instead():
    """`_plan` refuses a record that breaks this; here every record of a scenario goes through it."""
    hidden = set()

    def visit(value):
        kind: Any = type(value)
        if hasattr(kind, "__dataclass_fields__"):
            for name, known, _ in redact._plan(kind):
                visit(getattr(value, name))
                if known is not None:
                    hidden.add((kind.__name__, name, known))
        elif isinstance(value, tuple):
            for each in value:
                visit(each)

    visit(load_scenario("tutorial"))
    assert ("Adversary", "types", Known.UMPIRE) in hidden
    assert ("Nation", "stake", Known.OWNER) in hidden
    assert ("Nation", "forces", Known.ALLIES) in hidden


def test_an_error_message_to_a_seat_says_nothing_of_what_it_may_not_know():
    """The same refusal, whatever is hidden: asking about a force of the adversary's or one that does not exist."""
    from wargame.model.decisions.forces import OfferForce
    from wargame.session.refusal import Refused

    exercise = played_with_secrets_open()
    said = []
    for force in (f"{CANARY}-force-0", "no-such-force-0"):
        with pytest.raises(Refused) as refusal:
            exercise.submit(Order(seat="orsenia", decision=OfferForce(force=force, measure="m1")))
        said.append(str(refusal.value).replace(force, "X"))
    assert said[0] == said[1]


def played_with_secrets_open() -> Exercise:
    planted = with_canaries(load_scenario("tutorial"), "orsenia")
    return Exercise(Header(engine="test", scenario=planted, seed=1))


def test_plain_forms_leave_out_only_what_is_none_by_default():
    """Else a line could not be read back: a field without a default that is None would be missing."""
    for body in happened.BODIES:
        for each in fields(body):
            if type(None) in get_args(each.type):
                assert each.default is None, f"{body.__name__}.{each.name}"
    assert plain(happened.IndicatorShown(indicator="x")) == {"kind": "indicator_shown", "indicator": "x"}


# --- reports -------------------------------------------------------------------------------------------------


def reports_named(body: object) -> tuple[str, ...]:
    """Labels of reports that an event's body names."""
    one, several = getattr(body, "report", None), getattr(body, "reports", ())
    return (*((one,) if isinstance(one, str) else ()), *(several if isinstance(several, tuple) else ()))


@pytest.mark.parametrize("seed", range(6))
def test_a_seat_meets_no_label_of_a_report_but_its_own(seed):
    """Another's labels would tell how many reports it has; the adversary meets none at all.

    Where an event is told to two seats under two labels, as asking for consent, each gets the one with its own.
    """
    exercise = played(load_scenario("tutorial"), seed)
    for seat in SEATS:
        own: set[str] = set()
        for event in exercise.view(seat).log:
            if isinstance(event.body, happened.ReportReceived):
                assert event.body.nation == seat
                own.add(event.body.report)
            assert set(reports_named(event.body)) <= own, (seat, event.body.kind)
    assert "report_released" in {event.body.kind for event in exercise.events}


@pytest.mark.parametrize("seed", range(4))
def test_no_seat_sees_what_showed_who_was_mistaken_or_how_a_report_leaked(seed):
    exercise = played(load_scenario("tutorial"), seed)
    hidden = {"false_alarm_arose", "report_leaked"}
    for seat in SEATS:
        log = exercise.view(seat).log
        assert not hidden & {event.body.kind for event in log}
        showed = [event.body for event in log if isinstance(event.body, happened.IndicatorShown)]
        assert all(body.adversary is None and body.text is not None for body in showed)


def shown_behind(umpire: Sequence[Event], received: Event) -> tuple[Event, bool]:
    """The indicator that a report received is of, and whether its holder released it in answer to the recipient.

    What was released follows from the request, perhaps by way of its originator's consent, so the indicator is found
    by the label of the holder's own report.
    """
    assert isinstance(received.body, happened.ReportReceived)
    nation, event, asked = received.body.nation, received, False
    while not isinstance(event.body, happened.IndicatorShown):
        assert event.cause is not None
        if isinstance(event.body, happened.ReportReleased):
            released, answered = (event.body.nation, event.body.report), umpire[event.cause - 1]
            while isinstance(answered.body, happened.ConsentAsked | happened.ConsentAnswered):
                assert answered.cause is not None
                answered = umpire[answered.cause - 1]
            asked |= isinstance(answered.body, happened.InformationRequested) and answered.body.by == nation
            event = next(
                each
                for each in umpire
                if isinstance(each.body, happened.ReportReceived) and (each.body.nation, each.body.report) == released
            )
        else:
            event = umpire[event.cause - 1]
    return event, asked


def test_a_released_false_report_cannot_be_told_from_a_true_one():
    """By what the recipient sees behind it: its own request where it had made one, else nothing."""
    scenario = load_scenario("tutorial")
    sight = replace(scenario.doctrine.intelligence, false_alarm_rate=1.2)
    scenario = replace(scenario, doctrine=replace(scenario.doctrine, intelligence=sight))
    behind: dict[bool, set[tuple[bool, str | None]]] = {True: set(), False: set()}
    for seed in range(16):
        exercise = played(scenario, seed, "sharer")
        for nation in exercise.scenario.nations:
            seat_log = exercise.crisis.world.seat_log(nation.id)
            for seen in seat_log.events:
                if isinstance(seen.body, happened.ReportReceived) and seen.body.originator not in (nation.id, "media"):
                    received = seat_log.umpires(seen.id)
                    assert received is not None
                    shown, asked = shown_behind(exercise.events, received)
                    cause = None if seen.cause is None else seat_log.events[seen.cause - 1].body.kind
                    if cause == "publication_made":
                        continue
                    behind[shown.body.adversary is None and shown.audience == NOBODY].add((asked, cause))
    alike = {(False, None), (True, "information_requested")}
    assert behind[True] <= alike
    assert behind[False] == alike
    assert (False, None) in behind[True]


def test_the_media_tell_nobody_whose_reports_they_have():
    """What is in the news names neither nation nor label, and nothing stands behind it for anybody."""
    found = 0
    for seed in range(6):
        exercise = played(load_scenario("tutorial"), seed, "sharer")
        for seat in SEATS:
            for event in exercise.view(seat).log:
                if isinstance(event.body, happened.MediaReported):
                    found += 1
                    assert event.cause is None
                    assert set(plain(event.body)) == {"kind", "indicator"}
    assert found
