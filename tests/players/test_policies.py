"""The computer players that depart from the book, each by the act that sets it apart, and the order forces go in."""

from dataclasses import replace
from typing import Any

import pytest

from tests.players.test_doctrine import SURE, alarmed, tabled
from tests.scoring.logs import Log
from tests.worlds import at, crisis, nation, view_of
from wargame.model import happenings as happened
from wargame.model.decisions import Decision
from wargame.model.decisions.consultation import CallConsultation, Lobby, MeasureText, SidePayment, TableMeasure
from wargame.model.decisions.diplomacy import (
    AcceptOffer,
    Assure,
    CommitPublicly,
    MakeOffer,
    OpenBackChannel,
    RefuseOffer,
    Sanction,
)
from wargame.model.decisions.forces import MoveForce, OfferForce, SetRulesOfEngagement
from wargame.model.decisions.intelligence import PublishReport, ReleaseReport, StateProbability
from wargame.model.scenario import Scenario
from wargame.players import PLAYERS
from wargame.players.planning import by_preference
from wargame.players.policies import STYLES

SIGNS = (0.0, 0.0, 0.0, -1.0, -1.0)
"""Log-odds of a staff that holds an attack to be possible (20 %); North's threshold of warning is 30 %."""
FAINT = (0.0, 0.0, 0.0, -2.0, -2.0)
"""8 %."""
every_style = pytest.mark.parametrize("style", STYLES)


def orders(style: str, log: Log, seat: str = "north") -> list[Decision]:
    return [order.decision for order in PLAYERS[style].decide(view_of(crisis(), seat, log), lambda: 0.5)]


def unwarned(log_odds: tuple[float, ...] = SIGNS, turn: int = 2) -> Log:
    """North's staff has one report and an assessment, but has not warned."""
    log = Log()
    log.turn(24.0, turn)
    received = log.report(20.0, 24.0)
    log.add(24.0, happened.Assessed(nation="north", log_odds=log_odds), received)
    return log


def convened(log: Log) -> Log:
    """The same once South has brought the council together."""
    log.meet(26.0, 30.0, log[-1], "south")
    return log


def asked_for(style: str, log: Log) -> list[MeasureText]:
    """The measures it puts before the council."""
    return [each.measure for each in orders(style, log) if isinstance(each, TableMeasure)]


# --- when it acts and what it asks for -----------------------------------------------------------------------


@pytest.mark.parametrize("style", ["forward", "signaller", "alarmist"])
def test_some_call_the_council_before_their_staff_has_warned(style: str):
    assert CallConsultation() in orders(style, unwarned())
    assert CallConsultation() not in orders("doctrine", unwarned(SURE))  # the book waits for the warning


@pytest.mark.parametrize(("style", "asked"), [("doctrine", 4.5), ("forward", 5.2), ("alarmist", 6.0)])
def test_the_forward_and_the_alarmist_ask_for_more_than_the_book(style: str, asked: float):
    """The Gate is defended by 1.5 BE."""
    log = alarmed("north")
    assert MeasureText(kind="deploy", place="gate", strength=asked) in asked_for(style, convened(log))


def test_the_cautious_waits_where_the_book_acts_and_then_asks_for_little():
    """Its alarm is at 1.8 times the threshold of 30 %, and at half of that with a fresh warning: 27 %."""
    log = alarmed("north")
    log.add(24.0, happened.Assessed(nation="north", log_odds=SIGNS), log[0])
    assert CallConsultation() in orders("doctrine", log)
    assert CallConsultation() not in orders("cautious", log)
    sure = convened(alarmed("north"))
    assert MeasureText(kind="deploy", place="gate", strength=1.5) in asked_for("cautious", sure)


def test_the_alarmist_acts_on_almost_nothing_and_states_the_worst():
    """At 8 % it calls the council, moves its forces, sanctions and loosens its rules; at 93 % it states 99 %."""
    given = orders("alarmist", unwarned(FAINT))
    for act in (CallConsultation, MoveForce, Sanction, SetRulesOfEngagement):
        assert [each for each in given if isinstance(each, act)], act
    assert not {type(each) for each in orders("doctrine", unwarned(FAINT))} & {CallConsultation, MoveForce, Sanction}
    stated = {style: orders(style, unwarned(SURE, turn=5))[0] for style in ("doctrine", "alarmist")}
    assert stated == {"doctrine": StateProbability(probability=0.47), "alarmist": StateProbability(probability=0.99)}


# --- what it gives and what it says --------------------------------------------------------------------------


@every_style
def test_only_some_offer_forces_to_what_they_back(style: str):
    log, _ = tabled("south", "north")
    offered = [each.force for each in orders(style, log) if isinstance(each, OfferForce)]
    assert offered == ([] if style in {"free_rider", "signaller", "appeaser", "sharer"} else ["n-guard"])


def test_the_free_rider_backs_what_others_bear_and_keeps_its_reports():
    log, _ = tabled("south", "north")
    assert [each.kind for each in orders("free_rider", log)].count("take_position") == 2
    for given in (orders("free_rider", log), orders("free_rider", unwarned())):
        assert not [each for each in given if isinstance(each, OfferForce | ReleaseReport)]
    assert [each for each in orders("doctrine", unwarned()) if isinstance(each, ReleaseReport)]


def test_the_signaller_tables_statements_and_commits_but_never_a_deployment():
    log = convened(alarmed("north"))
    assert [text.kind for text in asked_for("signaller", log)] == ["heighten_readiness", "statement"]
    assert CommitPublicly() in orders("signaller", log)
    assert "statement" not in [text.kind for text in asked_for("doctrine", log)]


def test_the_sharer_publishes_and_releases_and_asks_for_nothing():
    log = convened(alarmed("north"))
    given = orders("sharer", log)
    assert PublishReport(report="r1") in given
    assert [each for each in given if isinstance(each, ReleaseReport)]
    assert "deploy" not in [text.kind for text in asked_for("sharer", log)]
    assert not [each for each in orders("doctrine", log) if isinstance(each, PublishReport)]


# --- what it says to the adversary ---------------------------------------------------------------------------


def connected(log: Log) -> Log:
    """With a secret channel between North and Redland."""
    log.add(25.0, happened.BackChannelOpened(seat="north", adversary="redland"), log[-1])
    return log


def test_the_appeaser_opens_a_channel_and_offers_half_of_the_objective_through_it():
    opened = orders("appeaser", unwarned())
    assert OpenBackChannel(to="redland") in opened
    assert not [each for each in opened if isinstance(each, MakeOffer)]  # no channel yet to offer through
    (offer,) = [each for each in orders("appeaser", connected(unwarned())) if isinstance(each, MakeOffer)]
    assert (offer.objective, offer.share, offer.secret) == ("gate", 0.5, True)
    assert not [each for each in orders("doctrine", connected(unwarned(SURE))) if isinstance(each, MakeOffer)]


def test_the_firm_but_flexible_commits_and_assures_and_offers_a_little():
    given = orders("firm_but_flexible", connected(unwarned(SURE)))
    assert CommitPublicly() in given
    assert Assure(adversary="redland", assurance="no_attack") in given
    assert [each.share for each in given if isinstance(each, MakeOffer)] == [0.1]
    assert CommitPublicly() not in orders("appeaser", connected(unwarned(SURE)))


def test_what_the_adversary_demands_the_appeaser_accepts_and_the_others_refuse():
    log = unwarned()
    demand = happened.OfferMade(offer="o1", by="redland", to="north", objective="gate", share=0.3, until=at(96.0))
    log.add(25.0, demand, log[-1])
    for style in STYLES:
        answer = AcceptOffer(offer="o1") if style == "appeaser" else RefuseOffer(offer="o1")
        assert answer in orders(style, log), style


# --- how it wins others over ---------------------------------------------------------------------------------


def test_the_consensus_builder_lobbies_all_who_stand_against_and_the_book_one():
    log, measure = tabled("north")
    for ally in ("south", "west"):
        log.add(38.0, happened.PositionTaken(nation=ally, position="abstain"), measure, "m1")
    lobbied = {
        style: [each.nation for each in orders(style, log) if isinstance(each, Lobby)]
        for style in ("doctrine", "consensus_builder")
    }
    assert lobbied == {"doctrine": ["south"], "consensus_builder": ["south", "west"]}


def test_whom_lobbying_has_not_moved_the_consensus_builder_pays():
    log, measure = tabled("north")
    log.add(38.0, happened.PositionTaken(nation="south", position="abstain"), measure, "m1")
    log.add(38.0, happened.Lobbied(by="north", nation="south", position="accept", weight=0.1), measure, "m1")
    paid = [each for each in orders("consensus_builder", log) if isinstance(each, SidePayment)]
    assert [(each.nation, each.measure) for each in paid] == [("south", "m1")]
    assert not [each for each in orders("doctrine", log) if isinstance(each, SidePayment)]


# --- which forces go first -----------------------------------------------------------------------------------


def preferred(scenario: Scenario, place: str = "gate", heavy_first: bool = True) -> list[str]:
    """All forces of the small crisis in the order in which South would send them."""
    log = Log()
    log.turn(24.0, 2)
    forces = [force for each in scenario.nations for force in each.forces]
    view = view_of(scenario, "south", log)
    return [each.id for each in by_preference(view, forces, place, heavy_first)]


def with_tanks(**changes: Any) -> Scenario:
    """The crisis with South's tanks changed."""
    (south,) = [each for each in crisis().nations if each.id == "south"]
    forces = tuple(replace(each, **changes) if each.id == "s-tank" else each for each in south.forces)
    return nation(crisis(), "south", forces=forces)


def test_what_is_in_time_goes_first_of_it_the_heavy_then_whoever_is_soonest():
    """In hours from the order: Mech 182; Gate Guard 114, Rear 126, Paras 130, Guard 168; the tanks 418, too late.

    No way leads from the isle, so its force is not in the list.
    """
    assert preferred(crisis()) == ["w-mech", "n-gate", "s-rear", "s-para", "n-guard", "s-tank"]
    assert preferred(with_tanks(notice=0.0, tonnes=400.0))[:2] == ["s-tank", "w-mech"]  # in time now, and sooner


def test_who_wants_light_forces_goes_by_time_alone():
    assert preferred(crisis(), heavy_first=False) == ["n-gate", "s-rear", "s-para", "n-guard", "w-mech", "s-tank"]


def test_to_a_place_that_nobody_knows_and_from_one_there_is_no_way():
    assert preferred(crisis(), place="nowhere") == []
    assert "s-tank" not in preferred(with_tanks(at="nowhere"))
