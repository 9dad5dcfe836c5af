"""docs/model.md section 9: what each seat may say to the other side, and what Red may order."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from tests.worlds import crisis, owned, view_of
from wargame.model import happenings as happened
from wargame.model.clock import DAY, HOUR
from wargame.model.decisions import (
    AcceptOffer,
    AnswerOffer,
    AskMediator,
    Assure,
    Attack,
    BackDown,
    Climb,
    Decision,
    Feint,
    Hold,
    HybridAttack,
    MakeOffer,
    OpenBackChannel,
    RedOffer,
    RefuseOffer,
    SetRulesOfEngagement,
    WedgeAlly,
)
from wargame.model.event import EVERYONE, Audience, Event
from wargame.model.scenario import Scenario, ThirdParty
from wargame.model.view import View
from wargame.rules.legal import legal

SCENARIO = replace(
    owned(crisis()),
    third_parties=(
        ThirdParty(id="un", name="The United Nations", kind="united_nations"),
        ThirdParty(id="patron", name="A Patron", kind="patron"),
    ),
)
OUTSIDE = replace(SCENARIO, alliance=replace(SCENARIO.alliance, members=("north", "south")))
"""West is no member."""
RED = ("red",)

Step = tuple[happened.Body, Audience]


def seen(seat: str, *steps: Step, time: int = 0, scenario: Scenario = SCENARIO) -> View:
    """What a seat sees at `time` after these happenings, all at STARTEX."""
    told: list[Step] = [*steps, (happened.TurnBegan(turn=1), EVERYONE)]
    events = [
        Event(id=number, time=0 if number < len(told) else time, cause=None, audience=audience, body=body)
        for number, (body, audience) in enumerate(told, 1)
    ]
    return view_of(scenario, seat, events)


def stands(rung: int, mobilisation: float = 0.3, hybrid: float = 0.0) -> Step:
    """The adversary as Red is told at STARTEX."""
    body = happened.AdversaryPrepared(
        adversary="redland", type="coercer", objective="gate", rung=rung, mobilisation=mobilisation, hybrid=hybrid
    )
    return body, RED


def offered(by: str, to: str, **changes: Any) -> Step:
    body = happened.OfferMade(offer="o1", by=by, to=to, objective="gate", share=0.4, until=2 * DAY)
    return replace(body, **changes), EVERYONE


ATTACKED: Step = (happened.AttackBegan(adversary="redland", objective="gate"), EVERYONE)
CHANNEL: Step = (happened.BackChannelOpened(seat="north", adversary="redland"), ("north", "red"))
REFUSED: Step = (happened.OfferAnswered(offer="o1", by="north", accepted=False), EVERYONE)
GIVEN: Step = (
    happened.ConcessionMade(offer="o0", adversary="redland", objective="gate", share=0.7, conceded=0.7),
    EVERYONE,
)
ASKED: Step = (happened.MediatorAsked(by="hq", mediator="un", adversary="redland"), EVERYONE)
WAR: Step = (happened.RungChanged(adversary="redland", old=5, new=8, mobilisation=0.8), RED)
CALMED: Step = (happened.RungChanged(adversary="redland", old=6, new=3, mobilisation=0.8, mediated=True), RED)
FEINT: Step = (happened.FeintBegan(adversary="redland", objective="gate", until=4 * DAY), RED)
LOOSE: Step = (happened.RulesSet(nation="north", rules="loose"), EVERYONE)
TIGHT_GUARD: Step = (happened.RulesSet(nation="north", rules="tight", force="n-guard"), EVERYONE)

ASSURE = Assure(adversary="redland", assurance="no_attack")
OPEN = OpenBackChannel(to="redland")
OFFER = MakeOffer(adversary="redland", objective="gate", share=0.4, deadline=24.0)
SECRET = replace(OFFER, secret=True)
ACCEPT, REFUSE = AcceptOffer(offer="o1"), RefuseOffer(offer="o1")
ASK = AskMediator(mediator="un", adversary="redland")
DEMAND = RedOffer(adversary="redland", to="north", objective="gate", share=0.4, deadline=24.0)
SABOTAGE = HybridAttack(adversary="redland", means="sabotage", nation="north", intensity=0.5, at="gate")
HACK = HybridAttack(adversary="redland", means="cyber", nation="west", intensity=0.5)
CLIMB, STEP_DOWN = Climb(adversary="redland"), BackDown(adversary="redland")
STRIKE = Attack(adversary="redland", objective="gate")
FEIGN = Feint(adversary="redland", objective="gate")
WEDGE = WedgeAlly(adversary="redland", nation="south")
ANSWER = AnswerOffer(offer="o1", answer="accept")

YES: list[tuple[View, Decision]] = [
    (seen("north"), ASSURE),
    (seen("hq"), ASSURE),
    (seen("north"), OPEN),
    (seen("hq"), OPEN),
    (seen("red", stands(3)), OpenBackChannel(to="hq")),
    (seen("south", CHANNEL), OPEN),
    (seen("north"), OFFER),
    (seen("south", offered("north", "redland")), OFFER),
    (seen("north", offered("north", "redland"), time=2 * DAY), OFFER),
    (seen("north", CHANNEL), SECRET),
    (seen("north", offered("redland", "north")), ACCEPT),
    (seen("north", offered("redland", "hq")), ACCEPT),
    (seen("north", offered("redland", "north")), REFUSE),
    (seen("hq", offered("redland", "hq")), REFUSE),
    (seen("north"), ASK),
    (seen("red", stands(3)), ASK),
    (seen("north"), SetRulesOfEngagement(rules="tight")),
    (seen("north", LOOSE), SetRulesOfEngagement(rules="normal")),
    (seen("north"), SetRulesOfEngagement(rules="normal", force="n-guard")),
    (seen("red", stands(0)), Hold(adversary="redland")),
    (seen("red", stands(6)), CLIMB),
    (seen("red", stands(6), CALMED, time=20 * DAY), CLIMB),
    (seen("red", stands(1)), STEP_DOWN),
    (seen("red", stands(4, 0.7)), STRIKE),
    (seen("red", stands(4, 0.3), time=5 * DAY), STRIKE),
    (seen("red", stands(3)), FEIGN),
    (seen("red", stands(3), FEINT, time=4 * DAY), FEIGN),
    (seen("red", stands(3)), SABOTAGE),
    (seen("red", stands(3), WAR), HACK),
    (seen("red", stands(3, hybrid=0.6), time=10 * DAY), HACK),
    (seen("red", stands(3)), DEMAND),
    (seen("red", stands(3), CHANNEL), replace(DEMAND, secret=True)),
    (seen("red", stands(3), offered("north", "redland")), ANSWER),
    (seen("red", stands(3)), WEDGE),
]
NO: list[tuple[View, Decision, str]] = [
    (seen("west", scenario=OUTSIDE), ASSURE, "only members of the alliance and its headquarters deal with it"),
    (seen("north"), replace(ASSURE, adversary="pinkland"), "there is no adversary 'pinkland'; known are redland"),
    (seen("north", CHANNEL), OPEN, "there is such a channel already"),
    (seen("red", stands(3), CHANNEL), OpenBackChannel(to="north"), "there is such a channel already"),
    (
        seen("red", stands(3)),
        OpenBackChannel(to="commander"),
        "'commander' is no member of the alliance, nor its headquarters",
    ),
    (seen("west", scenario=OUTSIDE), OFFER, "only members of the alliance and its headquarters deal with it"),
    (seen("north"), replace(OFFER, objective="isle"), "there is no objective 'isle'"),
    (seen("north", ATTACKED), OFFER, "it is being fought for"),
    (seen("north", GIVEN), OFFER, "0.30 of it is all that is left to offer"),
    (seen("north", offered("north", "redland")), OFFER, "another offer of this nation's still stands"),
    (seen("north"), SECRET, "there is no back channel to it"),
    (seen("north"), ACCEPT, "there is no offer 'o1' by an adversary"),
    (seen("south", offered("north", "redland")), ACCEPT, "there is no offer 'o1' by an adversary"),
    (seen("south", offered("redland", "north")), ACCEPT, "it was made to another"),
    (seen("south", offered("redland", "hq")), ACCEPT, "it was made to another"),
    (seen("north", offered("redland", "north"), REFUSED), ACCEPT, "it has been answered or has lapsed"),
    (seen("north", offered("redland", "north"), time=2 * DAY), ACCEPT, "it has been answered or has lapsed"),
    (seen("north", offered("redland", "north"), ATTACKED), ACCEPT, "it is being fought for"),
    (seen("north", offered("redland", "hq")), REFUSE, "it was made to another"),
    (seen("hq"), REFUSE, "there is no offer 'o1' by an adversary"),
    (seen("north"), replace(ASK, mediator="patron"), "'patron' is no third party that could mediate"),
    (seen("north", ASKED), ASK, "it has been asked already"),
    (seen("west", scenario=OUTSIDE), ASK, "only members of the alliance and its headquarters deal with it"),
    (seen("north"), SetRulesOfEngagement(rules="normal"), "those are the rules already"),
    (seen("north", TIGHT_GUARD), SetRulesOfEngagement(rules="tight", force="n-guard"), "those are the rules already"),
    (
        seen("north"),
        SetRulesOfEngagement(rules="tight", force="s-para"),
        "'s-para' is not a force of this nation; its forces are n-guard, n-gate",
    ),
    (seen("red"), CLIMB, "the exercise has not started"),
    (
        seen("red", stands(3)),
        Climb(adversary="pinkland"),
        "there is no adversary 'pinkland'; known are redland",
    ),
    (seen("red", stands(3), WAR), Hold(adversary="redland"), "it is at war"),
    (seen("red", stands(7)), CLIMB, "limited war and above are reached by an attack"),
    (seen("red", stands(6), CALMED), CLIMB, "mediators hold it back for a while yet"),
    (seen("red", stands(0)), STEP_DOWN, "it is at the foot of the ladder"),
    (seen("red", stands(3, 0.9)), STRIKE, "an attack needs rung 4 and mobilisation of 0.7"),
    (seen("red", stands(4, 0.6)), STRIKE, "an attack needs rung 4 and mobilisation of 0.7"),
    (seen("red", stands(4, 0.9)), replace(STRIKE, objective="isle"), "its forces are drawn up for 'gate'"),
    (seen("red", stands(2)), FEIGN, "it can feign at rungs 3 to 5"),
    (seen("red", stands(6)), FEIGN, "it can feign at rungs 3 to 5"),
    (seen("red", stands(3)), replace(FEIGN, objective="isle"), "there is no objective 'isle'"),
    (seen("red", stands(3), FEINT, time=3 * DAY), FEIGN, "a feint is still running"),
    (seen("red", stands(3)), replace(HACK, nation="redland"), "'redland' is no member of the alliance"),
    (
        seen("red", stands(3)),
        replace(SABOTAGE, at="sport"),
        "sabotage needs a place of the victim's: ncap, gate",
    ),
    (seen("red", stands(3)), replace(SABOTAGE, at=None), "sabotage needs a place of the victim's: ncap, gate"),
    (seen("red", stands(3)), replace(HACK, at="gate"), "only sabotage strikes one place"),
    (seen("red", stands(3, hybrid=0.6)), HACK, "its hybrid level is 0.60 already; 1 is the most"),
    (
        seen("red", stands(3)),
        replace(DEMAND, to="redland"),
        "'redland' is no member of the alliance, nor its headquarters",
    ),
    (seen("red", stands(3)), replace(DEMAND, objective="isle"), "there is no objective 'isle'"),
    (seen("red", stands(3), GIVEN), DEMAND, "0.30 of it is all that is left to demand"),
    (seen("red", stands(3), offered("redland", "hq")), DEMAND, "another offer of its own still stands"),
    (seen("red", stands(3)), replace(DEMAND, secret=True), "there is no back channel to it"),
    (seen("red", stands(3), WAR), DEMAND, "it is at war"),
    (seen("red", stands(3)), ANSWER, "there is no offer 'o1' to an adversary"),
    (seen("red", stands(3), offered("redland", "hq")), ANSWER, "there is no offer 'o1' to an adversary"),
    (seen("red", stands(3), offered("north", "redland"), time=2 * DAY), ANSWER, "it has been answered or has lapsed"),
    (seen("red", stands(3), offered("north", "redland"), WAR), ANSWER, "it is at war"),
    (seen("red", stands(3)), replace(WEDGE, nation="north"), "it is the one that is threatened"),
    (seen("red", stands(3)), replace(WEDGE, nation="nowhere"), "'nowhere' is no member of the alliance"),
    (seen("red", stands(3), WAR), WEDGE, "it is at war"),
]


@pytest.mark.parametrize(("view", "decision"), YES)
def test_9_1_what_may_be_said_and_ordered(view: View, decision: Decision) -> None:
    assert legal(view, decision) is None


@pytest.mark.parametrize(("view", "decision", "reason"), NO)
def test_9_1_what_may_not_and_why(view: View, decision: Decision, reason: str) -> None:
    assert legal(view, decision) == reason


def test_9_1_an_adversary_makes_one_move_a_turn() -> None:
    """Up, down, still, an attack or a feint; strikes, talks and wedges come beside it."""
    view = seen("red", stands(4, 0.9))
    taken: Sequence[Decision] = (CLIMB,)
    moves: tuple[Decision, ...] = (Hold(adversary="redland"), STEP_DOWN, STRIKE, FEIGN)
    beside: tuple[Decision, ...] = (HACK, DEMAND, WEDGE)
    for decision in moves:
        assert legal(view, decision, taken) == "an order on the same subject is already on your pad"
    for decision in beside:
        assert legal(view, decision, taken) is None


def test_9_1_offering_and_accepting_cost_two_of_political_capital() -> None:
    """10 at STARTEX; each of five offers to another adversary, or acceptances, takes two."""
    broke: Step = (happened.CapitalSpent(nation="north", spent=9.0, left=1.0), ("north",))
    for decision, steps in ((OFFER, ()), (ACCEPT, (offered("redland", "north"),))):
        view = seen("north", broke, *steps, time=HOUR)
        assert "costs 2 political capital" in (legal(view, decision) or "")
