"""docs/model.md section 9: what each seat may decide, what it costs, and why not."""

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rules import test_section_9_talks
from tests.worlds import at, crisis, nation, owned, report_received, view_of
from wargame.engine.crisis import Crisis
from wargame.model import happenings as happened
from wargame.model.clock import DAY, HOUR
from wargame.model.decisions import (
    CATALOGUE,
    KINDS,
    AddInject,
    AmendMeasure,
    AttributeAttack,
    BuildResilience,
    CallConsultation,
    CeaseFire,
    ChangeVenue,
    CommitForce,
    CommitPublicly,
    ConveneCouncil,
    CounterAttack,
    Decision,
    DefendNetworks,
    EditInject,
    EndExercise,
    Evacuate,
    ExtendTurn,
    FireInject,
    GrantAccess,
    GrantTransit,
    HastenMandate,
    HoldInject,
    IssueActivationWarning,
    Lobby,
    MeasureText,
    Mediate,
    MoveForce,
    NarrowMeasure,
    Note,
    OfferForce,
    OrderActivation,
    OrderDelegatedMeasure,
    OverrideAdjudication,
    PublishReport,
    ReadyForce,
    ReleaseReport,
    Repair,
    RequestInformation,
    Reseed,
    Sanction,
    SanitiseReport,
    SeekMandate,
    SendRelief,
    SetLiftPriority,
    SetPortPriority,
    SetSilence,
    SidePayment,
    StateProbability,
    StateRequirements,
    TableMeasure,
    TakePosition,
    TaskCollection,
    WithdrawOffer,
)
from wargame.model.decisions.command import Requirement
from wargame.model.event import ALLIES, EVERYONE, Audience, Event
from wargame.model.mel import Message
from wargame.model.nation import Force
from wargame.model.scenario import Relation, Scenario, all_seats, playing_seats
from wargame.model.situation import opening
from wargame.model.view import View
from wargame.rules.economy import capital
from wargame.rules.legal import cost, legal, subject
from wargame.rules.options import options

SCENARIO = crisis()
DEPLOY = MeasureText(kind="deploy", place="gate", strength=2.0)
STATEMENT = MeasureText(kind="statement")
ALERT = MeasureText(kind="heighten_readiness")

# --- a log to look at ----------------------------------------------------------------------------------------

Step = tuple[happened.Body, Audience, str | None]


def step(body: happened.Body, audience: Audience = ALLIES, measure: str | None = None) -> Step:
    return body, audience, measure


CONVENED = (step(happened.ConsultationCalled(nation="north")), step(happened.CouncilConvened()))
TABLED = (*CONVENED, step(happened.MeasureTabled(by="north", text=DEPLOY), measure="m1"))
SILENCE = (*TABLED, step(happened.SilenceBegan(until=DAY), measure="m1"))
ADOPTED = (*SILENCE, step(happened.MeasureAdopted(unanimous=True), measure="m1"))
FAILED = (*SILENCE, step(happened.MeasureFailed(by=("west",)), measure="m1"))
OFFERED = (*ADOPTED, step(happened.ForceOffered(nation="south", force="s-para"), measure="m1"))
ACTIVATED = (*OFFERED, step(happened.ActivationOrdered(forces=("s-para",), strength=0.8), measure="m1"))
FIGHTS = step(happened.HonourDecided(nation="west", fights=True), EVERYONE)
WARNED = (*TABLED, step(happened.ActivationWarned(), measure="m1"))
HEAVY = Requirement(capability="heavy", strength=1.0, at="gate", by="D+9")
STATED = (*CONVENED, step(happened.MeasureTabled(by="north", text=STATEMENT), measure="m1"))


def seen(seat: str, *steps: Step, time: int = 0, scenario: Scenario = SCENARIO) -> View:
    """What a seat sees after these happenings, all at `time`."""
    events = [
        Event(id=number, time=time, cause=None, measure=measure, audience=audience, body=body)
        for number, (body, audience, measure) in enumerate(steps, 1)
    ]
    return view_of(scenario, seat, events)


TEAMS = nation(
    SCENARIO,
    "north",
    forces=(
        *SCENARIO.nations[0].forces,
        Force(id="n-cyber", name="Cyber", kind="cyber", strength=0.1, tonnes=10.0, notice=1.0, at="ncap"),
        Force(id="n-sapper", name="Sappers", kind="engineers", strength=0.1, tonnes=500.0, notice=6.0, at="ncap"),
    ),
)
"""North has a cyber team and engineers besides."""
OWNED = owned(SCENARIO)
"""Every place is on somebody's territory."""
INCIDENT = step(happened.IncidentNoticed(nation="north", incident="h1", means="sabotage", at="gate", bite=0.5))
SANCTIONS = MeasureText(kind="sanctions", adversary="redland")
LESS = MeasureText(kind="deploy", place="gate", strength=1.0)
BROKEN = (*SILENCE, step(happened.SilenceBroken(by=("west",), until=3 * DAY), measure="m1"))
ALONE = (
    *SILENCE,
    step(happened.VenueChanged(members=("north", "south"), absent=("west",), legitimacy=0.8), measure="m1"),
)
SOUGHT = (*TABLED, step(happened.MandateSought(nation="west"), measure="m1"))
DELEGATED = crisis(alliance__delegated=("deploy",))
QUARREL = crisis(relations=(Relation(parties=("south", "west"), dispute=0.5),))
BARGAIN = SidePayment(nation="west", measure="m1", position="accept", currency="basing")
PROMISED = happened.SidePaymentPromised(
    by="north", nation="west", position="accept", currency="basing", amount=None, weight=0.1
)
DAMAGED = (INCIDENT, step(happened.PlaceDamaged(place="gate", damage=0.3)))


ATTACKED = (
    *ACTIVATED,
    step(happened.ForceArrived(force="s-para", place="gate", debarked=True), measure="m1"),
    step(happened.ForceCapable(force="s-para", strength=0.8, effective=0.7), measure="m1"),
    step(happened.AttackBegan(adversary="redland", objective="gate"), EVERYONE),
    step(happened.HonourDecided(nation="south", fights=True), EVERYONE),
    step(happened.ObjectiveContested(objective="gate", held=0.1), EVERYONE),
)


FLED = step(happened.PeopleDisplaced(objective="gate", hosts=(happened.Host(nation="south", people=900),)), EVERYONE)


def report(originator: str = "north", **marks: Any) -> Step:
    return step(report_received("north", "R1", "blood", originator=originator, **marks), ("north",))


DISPROVED = step(happened.ReportDisproved(nation="north", reports=("R1",)), ("north",))
ASKED = happened.InformationRequested(by="north", to="south", about="logistics", deadline=DAY)


# --- 9.1 who may decide what ---------------------------------------------------------------------------------


SEATS = {"nation": "north", "hq": "hq", "commander": "commander", "red": "red", "excon": "excon"}
"""A seat of each role."""


def blank(kind: str) -> Decision:
    """A decision of a kind that says nothing: enough for what does not depend on what it says."""
    made: Decision = object.__new__(KINDS[kind])
    return made


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_9_1_a_decision_is_for_the_seats_of_its_roles(kind: str) -> None:
    roles = CATALOGUE[KINDS[kind]].roles
    refusals = {legal(seen(SEATS[role]), blank(kind)) for role in SEATS if role not in roles}
    assert refusals <= {f"{kind} is not for this seat; it is for {' and '.join(roles)}"}
    assert len(refusals) == (len(roles) < len(SEATS))


@pytest.mark.parametrize("kind", sorted(kind for kind in KINDS if CATALOGUE[KINDS[kind]].missing))
def test_9_1_what_is_not_built_is_refused_with_what_is_missing(kind: str) -> None:
    entry = CATALOGUE[KINDS[kind]]
    for role in entry.roles:
        assert legal(seen(SEATS[role]), blank(kind)) == f"{kind} is not built yet: {entry.missing}"


YES: list[tuple[str, View, Decision]] = [
    ("call", seen("north"), CallConsultation()),
    ("call again after it met", seen("west", *CONVENED), CallConsultation()),
    ("table a deployment", seen("north", *CONVENED), TableMeasure(measure=DEPLOY)),
    ("table a statement", seen("hq", *CONVENED), TableMeasure(measure=STATEMENT)),
    ("table what has failed", seen("north", *FAILED), TableMeasure(measure=DEPLOY)),
    ("table what was adopted", seen("north", *ADOPTED), TableMeasure(measure=DEPLOY)),
    ("accept", seen("west", *TABLED), TakePosition(measure="m1", position="accept")),
    ("break", seen("west", *SILENCE), TakePosition(measure="m1", position="break")),
    ("amend", seen("west", *TABLED), AmendMeasure(measure="m1", text=LESS)),
    ("sanction together", seen("hq", *CONVENED), TableMeasure(measure=SANCTIONS)),
    (
        "attribute together",
        seen("north", INCIDENT, *CONVENED),
        TableMeasure(measure=MeasureText(kind="attribution", adversary="redland", incident="h1")),
    ),
    ("accept with a caveat", seen("west", *TABLED), TakePosition(measure="m1", position="accept_with_caveat")),
    ("lobby", seen("north", *TABLED), Lobby(nation="west", measure="m1", position="accept")),
    ("pay", seen("north", *SILENCE), BARGAIN),
    ("convene", seen("hq"), ConveneCouncil()),
    ("narrow", seen("hq", *BROKEN), NarrowMeasure(measure="m1", text=LESS)),
    ("take to fewer", seen("hq", *TABLED), ChangeVenue(measure="m1", members=("north", "west"))),
    ("take to fewer after a break", seen("hq", *BROKEN), ChangeVenue(measure="m1", members=("north", "south"))),
    ("hasten", seen("west", *SOUGHT), HastenMandate(measure="m1")),
    ("order what is delegated", seen("commander", scenario=DELEGATED), OrderDelegatedMeasure(measure=DEPLOY)),
    ("mediate", seen("hq", scenario=QUARREL), Mediate(members=("west", "south"))),
    ("set silence", seen("hq", *TABLED), SetSilence(measure="m1", hours=6.0)),
    ("offer", seen("south", *TABLED), OfferForce(force="s-para", measure="m1")),
    ("offer to what is adopted", seen("south", *ADOPTED), OfferForce(force="s-tank", measure="m1")),
    ("withdraw", seen("south", *OFFERED), WithdrawOffer(force="s-para")),
    ("ready", seen("south"), ReadyForce(force="s-tank")),
    ("seek a mandate", seen("west", *TABLED), SeekMandate(measure="m1")),
    ("activate", seen("commander", *OFFERED), OrderActivation(measure="m1")),
    ("warn", seen("commander", *TABLED), IssueActivationWarning(measure="m1")),
    ("require", seen("commander", *WARNED), StateRequirements(measure="m1", lines=(HEAVY, HEAVY))),
    ("put first on lift", seen("commander", *ACTIVATED), SetLiftPriority(forces=("s-para",))),
    ("put first at a port", seen("commander", *ACTIVATED), SetPortPriority(at="gate", forces=("s-para",))),
    ("move", seen("north"), MoveForce(force="n-guard", to="gate")),
    ("move within the nation without a mandate", seen("south", scenario=OWNED), MoveForce(force="s-para", to="sport")),
    ("host", seen("north"), GrantAccess(to="south", at="gate")),
    ("host all", seen("north", scenario=OWNED), GrantAccess(to="pact", at="ncap")),
    ("let pass", seen("north", scenario=OWNED), GrantTransit(to="pact", rules="emergency")),
    ("release", seen("north", report()), ReleaseReport(report="R1", to="west")),
    ("release to hq", seen("north", report()), ReleaseReport(report="R1", to="hq", precedence="routine")),
    ("pass on", seen("north", report("south")), ReleaseReport(report="R1", to="west")),
    ("sanitise", seen("north", report()), SanitiseReport(report="R1")),
    ("publish", seen("north", report(control="noforn")), PublishReport(report="R1")),
    ("task", seen("north"), TaskCollection(discipline="imagery", indicator="columns")),
    ("ask", seen("north"), RequestInformation(to="south", about="logistics")),
    ("ask as hq", seen("hq"), RequestInformation(to="south", about="logistics")),
    ("state", seen("west"), StateProbability(probability=0.0)),
    ("commit", seen("north"), CommitPublicly()),
    ("attribute", seen("north", INCIDENT), AttributeAttack(incident="h1", adversary="redland")),
    ("defend", seen("north", scenario=TEAMS), DefendNetworks(force="n-cyber", nation="south")),
    ("repair", seen("north", *DAMAGED, scenario=TEAMS), Repair(force="n-sapper", at="gate")),
    ("commit a force", seen("south", *ATTACKED), CommitForce(force="s-para", objective="gate")),
    ("counter-attack", seen("commander", *ATTACKED), CounterAttack(objective="gate", forces=("s-para",))),
    ("evacuate", seen("south", *ATTACKED), Evacuate(force="s-para", to="sbase")),
    ("cease fire", seen("hq", *ATTACKED), CeaseFire(objective="gate")),
    ("send relief", seen("north", FLED, scenario=TEAMS), SendRelief(force="n-sapper", to="south")),
    ("sanction", seen("north"), Sanction(adversary="redland", share=0.5)),
    ("build resilience", seen("north"), BuildResilience(amount=10.0)),
    ("reseed", seen("excon"), Reseed(salt=1)),
    ("end", seen("excon"), EndExercise()),
    ("note", seen("excon"), Note(text="-")),
    ("fire", seen("excon"), FireInject(inject="hint")),
    ("hold", seen("excon"), HoldInject(inject="hint")),
    ("edit", seen("excon"), EditInject(inject=Message(id="hint", at="D+2", to=("hq",), text="-"))),
    ("add", seen("excon"), AddInject(inject=Message(id="other", at="D+2", to=("hq",), text="-"))),
    ("override", seen("excon", FIGHTS), OverrideAdjudication(event=1, outcome="no", reason="-")),
    ("extend", seen("excon"), ExtendTurn(hours=6.0)),
]


@pytest.mark.parametrize(("view", "decision"), [case[1:] for case in YES], ids=[case[0] for case in YES])
def test_9_1_what_may_be_decided(view: View, decision: Decision) -> None:
    assert legal(view, decision) is None


def test_9_1_every_decision_that_is_built_is_among_them() -> None:
    built = {kind for kind in KINDS if not CATALOGUE[KINDS[kind]].missing}
    assert {decision.kind for _, _, decision in YES} | {
        decision.kind for _, decision in test_section_9_talks.YES
    } == built


TABLE = "call a consultation first"
NO: list[tuple[View, Decision, str]] = [
    (seen("commander", *WARNED), IssueActivationWarning(measure="m1"), "the warning has been issued"),
    (seen("commander", *FAILED), IssueActivationWarning(measure="m1"), "the measure has failed"),
    (seen("commander", *ACTIVATED), IssueActivationWarning(measure="m1"), "the forces have already been activated"),
    (seen("commander", *STATED), IssueActivationWarning(measure="m1"), "there is no deployment 'm1'"),
    (
        seen("commander", *TABLED),
        StateRequirements(measure="m1", lines=(HEAVY,)),
        "the activation warning has not been issued",
    ),
    (seen("commander", *WARNED), StateRequirements(measure="m1", lines=()), "a statement has from 1 to 12 lines"),
    (
        seen("commander", *WARNED),
        StateRequirements(measure="m1", lines=(HEAVY, HEAVY, HEAVY)),
        "the lines ask for 3 BE; the measure is for 2",
    ),
    (
        seen("commander", *WARNED),
        StateRequirements(
            measure="m1", lines=(Requirement(capability="heavy", strength=1.0, at="gate", by="D+1T99:00"),)
        ),
        "'D+1T99:00' is no instant; hours go to 23 and minutes to 59, as in D+3T06:00",
    ),
    (
        seen("commander", *WARNED),
        StateRequirements(measure="m1", lines=(Requirement(capability="heavy", strength=1.0, at="x", by="D+1"),)),
        "there is no location 'x'",
    ),
    (
        seen("commander", *WARNED, step(happened.RequirementsStated(lines=(HEAVY,)), measure="m1")),
        StateRequirements(measure="m1", lines=(HEAVY,)),
        "these requirements have been stated",
    ),
    (
        seen("commander", *OFFERED, step(happened.RequirementsStated(lines=(HEAVY,)), measure="m1")),
        OrderActivation(measure="m1"),
        "no offer fills a line, or caveats hold back what does",
    ),
    (seen("commander", *OFFERED), SetLiftPriority(forces=("s-para",)), "'s-para' is no force that waits for lift"),
    (seen("commander", *ACTIVATED), SetLiftPriority(forces=()), "name at least one force, and none twice"),
    (
        seen("commander", *ACTIVATED, step(happened.LiftPrioritySet(forces=("s-para",)))),
        SetLiftPriority(forces=("s-para",)),
        "that is already the order",
    ),
    (
        seen("commander", *ACTIVATED),
        SetPortPriority(at="isle", forces=("s-para",)),
        "the place handles neither aircraft nor ships nor trains",
    ),
    (seen("commander", *ACTIVATED), SetPortPriority(at="x", forces=("s-para",)), "there is no location 'x'"),
    (
        seen("north"),
        MoveForce(force="s-para", to="gate"),
        "'s-para' is not a force of this nation; its forces are n-guard, n-gate",
    ),
    (seen("north"), MoveForce(force="n-guard", to="ncap"), "the force is there"),
    (seen("north", scenario=OWNED), MoveForce(force="n-guard", to="rcap"), "the place is on the adversary's territory"),
    (
        seen("south"),
        MoveForce(force="s-para", to="gate"),
        "the nation's cabinet has granted no mandate to send forces abroad",
    ),
    (
        seen("south", *OFFERED),
        MoveForce(force="s-para", to="sport"),
        "the force is on offer to a measure; withdraw the offer first",
    ),
    (seen("south", *ACTIVATED), MoveForce(force="s-para", to="sport"), "the force is on its way"),
    (seen("south"), GrantAccess(to="north", at="gate"), "the place is not on the nation's own territory"),
    (seen("north"), GrantAccess(to="x", at="gate"), "'x' is neither a nation nor the alliance"),
    (seen("north"), GrantAccess(to="north", at="gate"), "the nation's own forces need no leave"),
    (
        seen("north", step(happened.PermissionGiven(what="access", by="north", nations=("south",), at="gate"))),
        GrantAccess(to="south", at="gate"),
        "that has been granted",
    ),
    (seen("north"), GrantTransit(to="south", rules="emergency"), "no route crosses the nation's border"),
    (seen("north", CONVENED[0]), CallConsultation(), "the council is already being convened"),
    (seen("hq", CONVENED[0]), ConveneCouncil(), "the council is already being convened"),
    (
        seen("hq", *CONVENED),
        TableMeasure(measure=MeasureText(kind="stand_down")),
        "the alliance is not on alert",
    ),
    (
        seen("hq", *CONVENED, step(happened.MonitoringAgreed(until=DAY))),
        TableMeasure(measure=MeasureText(kind="monitor")),
        "the members are already watching more closely",
    ),
    (
        seen("hq", *CONVENED),
        TableMeasure(measure=MeasureText(kind="sanctions", adversary="blueland")),
        "there is no adversary 'blueland'; there are redland",
    ),
    (
        seen("hq", *CONVENED),
        TableMeasure(measure=MeasureText(kind="offer_to_adversary", adversary="redland", objective="x", deadline=9.0)),
        "an offer names a share of the objective or an assurance",
    ),
    (
        seen("hq", *CONVENED),
        TableMeasure(
            measure=MeasureText(
                kind="offer_to_adversary", adversary="redland", objective="x", deadline=9.0, assurance="observers"
            )
        ),
        "there is no objective 'x'; there are gate",
    ),
    (
        seen("south", INCIDENT, *CONVENED),
        TableMeasure(measure=MeasureText(kind="attribution", adversary="redland", incident="h1")),
        "this seat has met with no incident 'h1'",
    ),
    (seen("west", *TABLED), AmendMeasure(measure="m2", text=LESS), "there is no measure 'm2'; tabled are m1"),
    (
        seen("west", *TABLED),
        AmendMeasure(measure="m1", text=STATEMENT),
        "the text stays a measure to deploy; table another for anything else",
    ),
    (
        seen("west", *SILENCE),
        AmendMeasure(measure="m1", text=LESS),
        "the measure is already under silence or decided",
    ),
    (seen("west", *TABLED), AmendMeasure(measure="m1", text=DEPLOY), "the same text is already before the council"),
    (
        seen("hq", *SILENCE),
        NarrowMeasure(measure="m1", text=LESS),
        "silence on the measure has not been broken, or it has failed since",
    ),
    (
        seen("hq", *BROKEN),
        NarrowMeasure(measure="m1", text=MeasureText(kind="collective_defence")),
        "the text asks for no less than the one that silence was broken on",
    ),
    (
        seen("west", *TABLED),
        TakePosition(measure="m1", position="accept", caveats=("own_soil",)),
        "caveats go with accept_with_caveat",
    ),
    (
        seen(
            "west",
            *TABLED,
            step(
                happened.PositionTaken(nation="west", position="accept_with_caveat", caveats=("own_soil",)),
                measure="m1",
            ),
        ),
        TakePosition(measure="m1", position="accept_with_caveat", caveats=("own_soil",)),
        "these are already the nation's caveats",
    ),
    (seen("west", *BROKEN), TakePosition(measure="m1", position="accept"), "silence on the measure has been broken"),
    (
        seen("west", *ALONE),
        TakePosition(measure="m1", position="break"),
        "the measure is decided in a smaller circle without that member",
    ),
    (
        seen("north", *ALONE),
        Lobby(nation="west", measure="m1", position="accept"),
        "the measure is decided in a smaller circle without that member",
    ),
    (
        seen("north", *TABLED),
        Lobby(nation="north", measure="m1", position="accept"),
        "a nation does not lobby itself",
    ),
    (
        seen("north", *TABLED),
        Lobby(nation="redland", measure="m1", position="accept"),
        "'redland' is no member of the alliance",
    ),
    (seen("north", *ADOPTED), BARGAIN, "the measure has been decided"),
    (
        seen("north", *TABLED),
        SidePayment(nation="west", measure="m1", position="accept", currency="basing", amount=1.0),
        "a payment in money, and no other, names an amount",
    ),
    (
        seen("north", *TABLED, step(PROMISED, ("north", "west"), "m1")),
        BARGAIN,
        "that member has already been promised something for its position",
    ),
    (
        seen("hq", *ALONE),
        ChangeVenue(measure="m1", members=("north", "west")),
        "'west' is not among those who decide now",
    ),
    (
        seen("hq", *TABLED),
        ChangeVenue(measure="m1", members=("north", "north")),
        "a smaller circle has at least 2 and fewer than 3 members",
    ),
    (seen("hq", *ADOPTED), ChangeVenue(measure="m1", members=("north", "west")), "the measure has been decided"),
    (
        seen("hq", *TABLED, scenario=crisis(alliance__decision_rule="lead_nation", alliance__lead="south")),
        ChangeVenue(measure="m1", members=("north", "south")),
        "the lead nation decides wherever the others meet",
    ),
    (
        seen("south", *SOUGHT),
        HastenMandate(measure="m1"),
        "no mandate of this nation's for that measure waits to be decided",
    ),
    (
        seen("west", *SOUGHT, step(happened.MandateHastened(nation="west", until=DAY), measure="m1")),
        HastenMandate(measure="m1"),
        "cabinet or parliament is already being pressed",
    ),
    (
        seen("commander"),
        OrderDelegatedMeasure(measure=DEPLOY),
        "deploy is not delegated to the commander; standing plans delegate nothing",
    ),
    (
        seen("commander", *TABLED, scenario=DELEGATED),
        OrderDelegatedMeasure(measure=DEPLOY),
        "the same text is already before the council",
    ),
    (seen("hq"), Mediate(members=("west", "south")), "west and south have no dispute with each other"),
    (
        seen("hq", step(happened.MediationBegan(members=("south", "west"))), scenario=QUARREL),
        Mediate(members=("west", "south")),
        "the dispute is already being mediated",
    ),
    (seen("north"), TableMeasure(measure=DEPLOY), f"the council has not met yet; {TABLE}"),
    (seen("north", CONVENED[0]), TableMeasure(measure=DEPLOY), f"the council has not met yet; {TABLE}"),
    (
        seen("north", *CONVENED),
        TableMeasure(measure=MeasureText(kind="sanctions")),
        "the measure sanctions must name adversary",
    ),
    (
        seen("north", *CONVENED),
        TableMeasure(measure=MeasureText(kind="deploy", place="gate")),
        "the measure deploy must name strength",
    ),
    (
        seen("north", *CONVENED),
        TableMeasure(measure=MeasureText(kind="deploy", strength=1.0)),
        "the measure deploy must name place",
    ),
    (
        seen("north", *CONVENED),
        TableMeasure(measure=MeasureText(kind="statement", place="gate")),
        "the measure statement does not name place",
    ),
    (
        seen("hq", *CONVENED),
        TableMeasure(measure=MeasureText(kind="heighten_readiness", strength=1.0)),
        "the measure heighten_readiness does not name strength",
    ),
    (
        seen("north", *CONVENED),
        TableMeasure(measure=MeasureText(kind="deploy", place="moon", strength=1.0)),
        "a deployment goes to an objective's location: gate",
    ),
    (
        seen("hq", *CONVENED, step(happened.AlertDeclared(level=3), EVERYONE)),
        TableMeasure(measure=ALERT),
        "the alliance is already at full alert",
    ),
    (seen("west", *SILENCE), TableMeasure(measure=DEPLOY), "the same text is already before the council"),
    (seen("west"), TakePosition(measure="m1", position="accept"), "there is no measure 'm1'; none has been tabled"),
    (seen("west", *ADOPTED), TakePosition(measure="m1", position="accept"), "the measure has been decided"),
    (
        seen("west", *TABLED),
        TakePosition(measure="m1", position="break"),
        "silence can be broken only while it runs",
    ),
    (
        seen("west", *TABLED, step(happened.PositionTaken(nation="west", position="abstain"), measure="m1")),
        TakePosition(measure="m1", position="abstain"),
        "that is already the nation's position",
    ),
    (seen("hq"), SetSilence(measure="m1", hours=6.0), "there is no measure 'm1'; none has been tabled"),
    (seen("hq", *SILENCE), SetSilence(measure="m1", hours=6.0), "the measure is already under silence or decided"),
    (
        seen("hq", *TABLED, step(happened.SilenceSet(hours=12.0), measure="m1")),
        SetSilence(measure="m1", hours=12.0),
        "that is already the deadline",
    ),
    (
        seen("north", *TABLED),
        OfferForce(force="s-para", measure="m1"),
        "'s-para' is not a force of this nation; its forces are n-guard, n-gate",
    ),
    (
        seen("south", *TABLED),
        OfferForce(force="s-none", measure="m1"),
        "'s-none' is not a force of this nation; its forces are s-para, s-rear, s-tank, s-isle",
    ),
    (seen("south"), OfferForce(force="s-para", measure="m1"), "there is no deployment 'm1'"),
    (seen("south", *STATED), OfferForce(force="s-para", measure="m1"), "there is no deployment 'm1'"),
    (
        seen("south", *FAILED),
        OfferForce(force="s-para", measure="m1"),
        "the measure has failed or its forces have been activated",
    ),
    (
        seen("south", *ACTIVATED),
        OfferForce(force="s-tank", measure="m1"),
        "the measure has failed or its forces have been activated",
    ),
    (seen("south", *OFFERED), OfferForce(force="s-para", measure="m1"), "the force is already offered"),
    (
        seen(
            "south",
            *ACTIVATED,
            step(happened.OfferWithdrawn(nation="south", force="s-para"), measure="m1"),
            step(happened.MeasureTabled(by="hq", text=DEPLOY), measure="m2"),
        ),
        OfferForce(force="s-para", measure="m2"),
        "the force is already on its way or in place",
    ),
    (
        seen("north", *OFFERED),
        WithdrawOffer(force="s-para"),
        "'s-para' is not a force of this nation; its forces are n-guard, n-gate",
    ),
    (seen("south", *ADOPTED), WithdrawOffer(force="s-para"), "the force is not on offer, or has been activated"),
    (seen("south", *ACTIVATED), WithdrawOffer(force="s-para"), "the force is not on offer, or has been activated"),
    (
        seen("north"),
        ReadyForce(force="s-para"),
        "'s-para' is not a force of this nation; its forces are n-guard, n-gate",
    ),
    (
        seen("south", step(happened.ForceReadied(force="s-para"))),
        ReadyForce(force="s-para"),
        "the force is already readied or activated",
    ),
    (seen("south", *ACTIVATED), ReadyForce(force="s-para"), "the force is already readied or activated"),
    (seen("north", *TABLED), SeekMandate(measure="m1"), "this nation's government needs no mandate"),
    (seen("west"), SeekMandate(measure="m1"), "there is no deployment 'm1' before or through the council"),
    (seen("west", *STATED), SeekMandate(measure="m1"), "there is no deployment 'm1' before or through the council"),
    (seen("west", *FAILED), SeekMandate(measure="m1"), "there is no deployment 'm1' before or through the council"),
    (
        seen("west", *TABLED, step(happened.MandateSought(nation="west"), measure="m1")),
        SeekMandate(measure="m1"),
        "the mandate has already been sought",
    ),
    (seen("commander", *STATED), OrderActivation(measure="m1"), "there is no deployment 'm1'"),
    (seen("commander", *SILENCE), OrderActivation(measure="m1"), "the council has not adopted the measure"),
    (seen("commander", *ADOPTED), OrderActivation(measure="m1"), "no force is on offer"),
    (seen("commander", *ACTIVATED), OrderActivation(measure="m1"), "the forces have already been activated"),
    (seen("north"), ReleaseReport(report="R1", to="west"), "there is no report 'R1'"),
    (seen("north", report("south")), ReleaseReport(report="R1", to="south"), "its originator has it"),
    (seen("north", report("media")), ReleaseReport(report="R1", to="west"), "everyone can read it"),
    (
        seen("north", report(precedence="immediate")),
        ReleaseReport(report="R1", to="west", precedence="flash"),
        "it is no more urgent than immediate",
    ),
    (
        seen("north", report(control="noforn")),
        ReleaseReport(report="R1", to="west"),
        "it is for this nation only (NOFORN) until it has been sanitised",
    ),
    (
        seen("north", report(), DISPROVED),
        ReleaseReport(report="R1", to="west"),
        "it has been disproved",
    ),
    (seen("north"), SanitiseReport(report="R1"), "there is no report 'R1'"),
    (
        seen("north", report("south")),
        SanitiseReport(report="R1"),
        "only its originator knows its source; there is nothing to sanitise",
    ),
    (
        seen("north", report("media")),
        SanitiseReport(report="R1"),
        "everyone can read it; there is nothing to sanitise",
    ),
    (seen("north", report(), DISPROVED), SanitiseReport(report="R1"), "it has been disproved"),
    (
        seen("north", report(), step(happened.ReportSanitised(nation="north", report="R1"), ("north",))),
        SanitiseReport(report="R1"),
        "it has been sanitised",
    ),
    (seen("north"), PublishReport(report="R1"), "there is no report 'R1'"),
    (
        seen("north", report(), step(happened.ReportPublished(nation="north", report="R1"), ("north",))),
        PublishReport(report="R1"),
        "everyone can read it",
    ),
    (
        seen("north"),
        TaskCollection(discipline="cyber", indicator="blood"),
        "the nation has no sensors of the discipline cyber; it has human, imagery",
    ),
    (
        seen("north"),
        TaskCollection(discipline="imagery", indicator="blood"),
        "imagery cannot see 'blood'; it can see columns",
    ),
    (
        seen(
            "north", step(happened.CollectionTasked(nation="north", discipline="human", indicator="blood"), ("north",))
        ),
        TaskCollection(discipline="human", indicator="blood"),
        "it is watching for that first already",
    ),
    (seen("north"), RequestInformation(to="north", about="logistics"), "there is no ally 'north'"),
    (
        seen("north", step(ASKED, ("north", "south"))),
        RequestInformation(to="south", about="logistics"),
        "that has been asked, and the ally has still time to answer",
    ),
    (seen("north", report()), ReleaseReport(report="R1", to="north"), "there is no ally 'north'"),
    (seen("north", report()), ReleaseReport(report="R1", to="redland"), "there is no ally 'redland'"),
    (
        seen("north", report(), step(happened.ReportReleased(nation="north", report="R1", to="west"), ("north",))),
        ReleaseReport(report="R1", to="west"),
        "the ally already has it",
    ),
    (
        seen("north", step(happened.StatementMade(by="north", commits=True), EVERYONE)),
        CommitPublicly(),
        "the nation is already committed",
    ),
    (
        seen("excon", step(happened.ExerciseEnded(reason="excon"), EVERYONE)),
        EndExercise(),
        "play has already ended",
    ),
]


@pytest.mark.parametrize(
    ("view", "decision", "reason"), NO, ids=[f"{decision.kind}-{number}" for number, (_, decision, _) in enumerate(NO)]
)
def test_9_1_what_may_not_be_decided_and_why(view: View, decision: Decision, reason: str) -> None:
    assert legal(view, decision) == reason


def test_9_1_only_members_call_and_take_positions() -> None:
    """A nation outside the alliance sees nothing of the council; if it did, it still had no word in it."""
    outside = crisis(alliance__members=("north", "south"))
    log = [
        Event(id=number, time=0, cause=None, measure=measure, audience=EVERYONE, body=body)
        for number, (body, _, measure) in enumerate(TABLED, 1)
    ]
    view = view_of(outside, "west", log)
    assert legal(view, CallConsultation()) == "only a member of the alliance may call a consultation"
    assert legal(view, TakePosition(measure="m1", position="accept")) == "only members of the alliance take a position"
    unseen = view_of(outside, "west", [Event(id=1, time=0, audience=ALLIES, body=happened.CouncilConvened())])
    assert legal(unseen, TableMeasure(measure=DEPLOY)) == f"the council has not met yet; {TABLE}"


# --- 9.2 political capital -----------------------------------------------------------------------------------


@pytest.mark.parametrize(("hours", "left"), [(0, 10.0), (12, 10.8), (24, 11.6), (30, 12.0), (1000, 12.0)])
def test_9_2_domestic_support_renews_political_capital_up_to_a_limit(hours: int, left: float) -> None:
    """10 at STARTEX, + support per 12 h, at most 12; North's support is .8."""
    assert capital(SCENARIO, opening(SCENARIO), SCENARIO.nations[0], hours * HOUR) == pytest.approx(left)


def test_9_2_it_grows_from_what_was_left() -> None:
    spent = opening(SCENARIO)
    spent.capital["north"] = (1.5, 5 * HOUR)
    assert capital(SCENARIO, spent, SCENARIO.nations[0], 5 * HOUR) == 1.5
    assert capital(SCENARIO, spent, SCENARIO.nations[0], 20 * HOUR) == pytest.approx(2.5)
    assert capital(SCENARIO, spent, SCENARIO.nations[1], 0) == 10.0


def test_9_2_what_decisions_cost() -> None:
    assert cost(CallConsultation()) == 1
    assert cost(CommitPublicly()) == 3
    assert cost(TakePosition(measure="m1", position="accept")) == 0
    assert cost(TakePosition(measure="m1", position="break")) == 2


def poor(left: float, time: int = 0) -> View:
    spent = step(happened.CapitalSpent(nation="north", spent=1.0, left=left), ("north",))
    return seen("north", spent, *SILENCE, time=time)


def test_9_2_what_cannot_be_paid_is_refused() -> None:
    assert legal(poor(3.0), CommitPublicly()) is None
    assert legal(poor(2.9), CommitPublicly()) == "costs 3 political capital; 2.9 is left"
    assert legal(poor(0.0), TakePosition(measure="m1", position="accept")) is None


def test_9_2_what_is_staged_is_counted_as_spent() -> None:
    breaking = TakePosition(measure="m1", position="break")
    assert legal(poor(5.0), CommitPublicly(), [breaking]) is None
    assert legal(poor(4.5), CommitPublicly(), [breaking]) == "costs 3 political capital; 2.5 is left"


# --- 9.3 orders a turn ---------------------------------------------------------------------------------------


def test_9_3_six_orders_a_turn() -> None:
    forces: Sequence[Decision] = [ReadyForce(force=name) for name in ("s-para", "s-rear", "s-tank", "s-isle")]
    view = seen("south", *TABLED)
    staged = [*forces, SeekMandate(measure="m1"), StateProbability(probability=0.5)]
    assert legal(view, CommitPublicly(), staged[:5]) is None
    assert legal(view, CommitPublicly(), staged) == "6 orders are the most a seat can give in one turn"


def test_9_3_the_white_cell_may_act_as_often_as_it_likes() -> None:
    assert legal(seen("excon"), Reseed(salt=1), [Note(text=str(number)) for number in range(20)]) is None


def test_9_3_two_orders_of_a_turn_may_not_be_about_the_same() -> None:
    no = "an order on the same subject is already on your pad"
    view = seen("south", *OFFERED)
    assert legal(view, WithdrawOffer(force="s-para"), [OfferForce(force="s-para", measure="m1")]) == no
    assert legal(view, OfferForce(force="s-rear", measure="m1"), [OfferForce(force="s-tank", measure="m1")]) is None
    accept, abstain = (TakePosition(measure="m1", position=each) for each in ("accept", "abstain"))
    assert legal(seen("west", *TABLED), abstain, [accept]) == no
    to_west, to_south = (ReleaseReport(report="R1", to=ally) for ally in ("west", "south"))
    assert legal(seen("north", report()), to_west, [to_south]) is None
    assert subject(to_west) != subject(to_south)


# --- 9.4 options ---------------------------------------------------------------------------------------------

EVERY_LOG = [(), CONVENED, TABLED, SILENCE, BROKEN, ALONE, SOUGHT, ADOPTED, FAILED, OFFERED, ACTIVATED, STATED]


@pytest.mark.parametrize("log", EVERY_LOG, ids=range(len(EVERY_LOG)))
def test_9_4_what_is_listed_as_an_option_is_legal(log: tuple[Step, ...]) -> None:
    for seat in all_seats(SCENARIO):
        view = seen(seat, *log, report())
        listed = options(view)
        assert all(legal(view, decision) is None for decision in listed)
        assert len(set(listed)) == len(listed)


@pytest.mark.parametrize("case", YES, ids=[case[0] for case in YES])
def test_9_4_every_kind_that_is_legal_is_listed(case: tuple[str, View, Decision]) -> None:
    """Except the white cell's acts, which fit any time."""
    _, view, decision = case
    kinds = {each.kind for each in options(view)}
    assert (decision.kind in kinds) == (view.seat != "excon")


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 10**6), st.data())
def test_9_4_options_stay_legal_in_play_and_beside_each_other(seed: int, data) -> None:
    """Random options, carried out for three days: each is legal beside those staged, none crashes the world."""
    live = Crisis(crisis(), seed)
    world = live.world
    for turn in range(1, 5):
        live.begin_turn(turn)
        for seat in playing_seats(world.scenario):
            view = view_of(world.scenario, seat, world.log)
            staged: list[Decision] = []
            for _ in range(2):
                listed = options(view, staged)
                assert all(legal(view, each, staged) is None for each in listed)
                if listed:
                    staged.append(data.draw(st.sampled_from(listed)))
            for decision in staged:
                world.decide(seat, decision, None)
        world.run_to(at(18 * turn), stop_at_flash=False)


def test_9_4_excon_has_no_list() -> None:
    assert options(seen("excon", *TABLED)) == []
