"""docs/model.md 7.24 to 7.28 at work: sanctions, displaced people and relief, third parties."""

from dataclasses import replace

import pytest

from tests.worlds import at, calm_crisis, nation, of_kind, the, told, view_of, world_with
from wargame.engine.bonds import Bonds
from wargame.engine.economy import Economy
from wargame.engine.home_front import HomeFront
from wargame.engine.lifts import Lifts
from wargame.engine.relief import Relief
from wargame.engine.third_parties import ThirdParties
from wargame.engine.world import World
from wargame.model import happenings as happened
from wargame.model.clock import DAY
from wargame.model.decisions.diplomacy import Sanction
from wargame.model.decisions.home_front import SendRelief
from wargame.model.event import ALLIES, EVERYONE, Event
from wargame.model.nation import Force
from wargame.model.scenario import Agreement, Scenario, ThirdParty
from wargame.rules.bonds import relation, trust
from wargame.rules.fog import seat_log
from wargame.rules.legal import legal
from wargame.rules.options import options

SAPPERS = Force(id="n-sapper", name="Sappers", kind="engineers", strength=0.1, tonnes=500.0, notice=6.0, at="gate")
SOUTHERN = replace(SAPPERS, id="s-sapper", at="sbase")


def gate(**changes: object) -> Scenario:
    scenario = nation(calm_crisis(**changes), "south", forces=(SOUTHERN,))
    return nation(scenario, "north", forces=(*scenario.nations[0].forces, SAPPERS))


def world(scenario: Scenario | None = None, seed: int = 1) -> World:
    return world_with(scenario or gate(), HomeFront, Relief, Economy, ThirdParties, seed=seed)


def attack(world: World) -> Event:
    return world.emit(happened.AttackBegan(adversary="redland", objective="gate"), world.turn_event, EVERYONE)


def contested(world: World, began: Event, days: int, held: float = 0.5) -> None:
    """So many days of fighting over a half-held objective, told every six hours."""
    for step in range(1, 4 * days + 1):
        world.run_to(began.time + at(6 * step), stop_at_flash=False)
        world.emit(happened.ObjectiveContested(objective="gate", held=held), began, EVERYONE)


def fled(event: Event) -> int:
    assert isinstance(event.body, happened.PeopleDisplaced)
    return sum(host.people for host in event.body.hosts)


# --- 7.24 sanctions ------------------------------------------------------------------------------------------


def test_7_24_sanctions_are_heard_by_all_and_felt_at_home() -> None:
    """Half of a twentieth of South's trade: .3 x .05 x .5 of support."""
    made = world()
    order = Sanction(adversary="redland", share=0.5)
    view = view_of(made.scenario, "south", made.log)
    assert legal(view, order) is None
    assert order in options(view)
    made.decide("south", order, None)
    assert the(made.log, "sanctions_imposed").audience == EVERYONE
    assert the(made.log, "support_moved").body.change == -0.0075
    view = view_of(made.scenario, "south", made.log)
    assert legal(view, order) == "that share of its trade is stopped already"


def test_7_24_what_they_have_cost_is_settled_when_they_are_changed_and_nobody_else_sees_the_bill() -> None:
    made = world()
    made.decide("south", Sanction(adversary="redland", share=0.5), None)
    made.run_to(10 * DAY)
    made.decide("south", Sanction(adversary="redland", share=0.0), None)
    paid = the(made.log, "money_spent")
    assert paid.body.amount == pytest.approx(10 * 0.0075 * 300_000 / 365)
    assert paid.audience == ("south",)
    lifted = of_kind(made.log, "sanctions_imposed")[-1]
    assert lifted.body.bite == pytest.approx(0.5 * (1 - 0.5 ** (10 / 60)), abs=1e-6)
    assert [event.body.change for event in of_kind(made.log, "support_moved")] == [-0.0075, 0.0075]
    (first, second) = of_kind(seat_log(made.scenario, "west", made.log), "sanctions_imposed")
    assert first.cause == second.cause == 1  # the turn


def test_7_24_members_that_agree_on_sanctions_impose_them() -> None:
    """South stops half already; what is agreed is a half."""
    made = world()
    made.decide("south", Sanction(adversary="redland", share=0.5), None)
    agreed = happened.SanctionsAgreed(adversary="redland", trade=0.5, nations=("north", "south"))
    made.emit(agreed, made.turn_event, EVERYONE)
    assert [(event.body.nation, event.body.share) for event in of_kind(made.log, "sanctions_imposed")] == [
        ("south", 0.5),
        ("north", 0.5),
    ]


def test_7_24_there_must_be_trade_to_stop() -> None:
    scenario = nation(gate(), "south", trade=0.0)
    view = view_of(scenario, "south", [])
    assert legal(view, Sanction(adversary="redland", share=0.5)) == "the nation has no trade with the adversary"
    assert legal(view, Sanction(adversary="west", share=0.5)) == "'west' is no adversary; known are redland"


# --- 7.25, 7.26 displaced people -----------------------------------------------------------------------------


def test_7_25_ten_thousand_flee_on_a_day_of_full_contest() -> None:
    """The hold rises evenly to a half in the first six hours."""
    made = world()
    contested(made, attack(made), 2)
    first, second = of_kind(made.log, "people_displaced")
    assert (first.time, second.time) == (DAY, 2 * DAY)
    assert fled(first) == pytest.approx(7500 + 2500 * 0.75, abs=1)
    assert fled(second) == pytest.approx(10_000, abs=1)
    assert made.situation.nations["west"].displaced > made.situation.nations["south"].displaced > 0


def test_7_26_refugees_strain_their_hosts() -> None:
    made = world()
    contested(made, attack(made), 1)
    moved = of_kind(made.log, "support_moved")
    assert [event.body.nation for event in moved] == ["west", "south"]
    taken = made.situation.nations["west"].displaced
    assert moved[0].body.change == pytest.approx(-0.01 * taken / 100_000, abs=1e-6)


# --- 7.27 relief ---------------------------------------------------------------------------------------------


def test_7_27_engineers_bring_relief_and_are_gone_for_two_weeks() -> None:
    made = world()
    contested(made, attack(made), 2)
    asked = the(made.log, "relief_needed", nation="west")
    assert asked.time == DAY
    order = SendRelief(force="n-sapper", to="west")
    view = view_of(made.scenario, "north", made.log)
    assert legal(view, order) is None
    assert order in options(view)
    made.decide("north", order, None)
    sent = the(made.log, "relief_sent")
    assert sent.body.modes == ("rail",)
    view = view_of(made.scenario, "north", made.log)
    assert legal(view, order) == "the force brings relief to West"
    assert made.situation.errands["n-sapper"].about == "west"
    made.run_to(sent.body.due)
    assert made.situation.nations["west"].helped_by == ["n-sapper"]
    made.run_to(sent.body.due + 14 * DAY)
    assert not made.situation.nations["west"].helped_by
    assert not made.situation.errands
    assert made.situation.forces["n-sapper"].at == "wbase"
    assert the(made.log, "money_spent", nation="north").body.amount == 14.0


def test_7_27_a_humanitarian_agreement_takes_no_lift_from_deployment() -> None:
    treaty = Agreement(id="aid", kind="humanitarian", parties=("north", "west"))
    made = world(gate(agreements=(treaty,)))
    contested(made, attack(made), 2)
    made.decide("north", SendRelief(force="n-sapper", to="west"), None)
    assert the(made.log, "relief_sent").body.modes == ()


def test_7_27_who_could_help_and_does_not_refuses() -> None:
    """Of those with engineers North sends some to West within three days, South does not."""
    made = world()
    contested(made, attack(made), 2)
    made.decide("north", SendRelief(force="n-sapper", to="west"), None)
    made.run_to(10 * DAY)
    refused = of_kind(made.log, "relief_refused")
    assert [(event.body.nation, event.body.to, event.time) for event in refused] == [("south", "west", 4 * DAY)]


def test_7_27_refusing_costs_the_hosts_trust() -> None:
    made = world_with(gate(), Bonds)
    made.emit(happened.ReliefRefused(nation="south", to="west"), made.turn_event, ALLIES)
    before = relation(made.scenario, "west", "south").trust
    assert trust(made.scenario, made.situation, "west", "south", 0) == pytest.approx(before - 0.05)


def test_7_27_what_stands_against_relief() -> None:
    made = world()
    view = view_of(made.scenario, "north", made.log)
    assert legal(view, SendRelief(force="n-sapper", to="west")) == "West has taken in nobody"
    assert (
        legal(view, SendRelief(force="n-guard", to="west")) == "'n-guard' is not of the kind that can do it: engineers"
    )
    assert legal(view, SendRelief(force="n-sapper", to="north")) == (
        "a nation's own engineers help at home without an order"
    )


# --- 7.28 third parties --------------------------------------------------------------------------------------

UN = ThirdParty(id="un", name="United Nations", kind="united_nations")


def patron(leaning: float) -> ThirdParty:
    return ThirdParty(id="sorria", name="Sorria", kind="patron", leaning=leaning)


def violence(*third_parties: ThirdParty, seed: int = 1) -> World:
    made = world(gate(third_parties=third_parties, doctrine__third_parties__un_sd=0.0), seed)
    clash = happened.ClashHappened(adversary="redland", serious=False)
    made.emit(clash, made.turn_event, EVERYONE)
    made.emit(clash, made.turn_event, EVERYONE)
    made.run_to(10 * DAY, stop_at_flash=False)
    return made


def test_7_28_the_united_nations_condemn_violence_once_and_offer_to_mediate() -> None:
    made = violence(UN)
    assert told(made.log, "turn_began", "clash_happened") == [
        "D+2T00:00 resolution_passed un",
        "D+2T00:00 support_moved north",
        "D+2T00:00 support_moved south",
        "D+2T00:00 support_moved west",
        "D+2T00:00 mediation_offered",
    ]
    assert the(made.log, "support_moved", nation="west").body.change == 0.02


def test_7_28_a_patron_of_the_adversary_may_veto() -> None:
    made = violence(UN, patron(-1.0))
    assert told(made.log, "turn_began", "clash_happened") == [
        "D+2T00:00 resolution_vetoed un",
        "D+2T00:00 mediation_offered",
    ]
    vetoed = sum(bool(of_kind(violence(UN, patron(-0.6), seed=seed).log, "resolution_vetoed")) for seed in range(200))
    assert 0.46 < vetoed / 200 < 0.74


def test_7_28_when_there_is_war_patrons_show_where_they_stand() -> None:
    backs = 0
    for seed in range(200):
        made = world(gate(third_parties=(patron(-0.6),)), seed)
        attack(made)
        backs += made.situation.patrons["sorria"] == "backs"
    assert 0.46 < backs / 200 < 0.74


def test_7_28_a_patron_of_the_alliance_speaks_up_and_pays() -> None:
    made = world(gate(third_parties=(patron(0.5),)))
    attack(made)
    assert told(made.log[-2:]) == ["D+0T00:00 statement_made sorria", "D+0T00:00 aid_granted north"]
    assert made.situation.nations["north"].aided == 250.0


def test_7_28_a_patron_may_help_the_adversary_to_bear_sanctions() -> None:
    made = world(gate(third_parties=(patron(-1.0),)))
    made.decide("south", Sanction(adversary="redland", share=0.5), None)
    made.decide("west", Sanction(adversary="redland", share=0.5), None)
    assert len(of_kind(made.log, "sanctions_undermined")) == 1
    assert made.situation.undermined == {"redland": "sorria"}
    friend = world(gate(third_parties=(patron(1.0),)))
    friend.decide("south", Sanction(adversary="redland", share=0.5), None)
    assert not friend.situation.undermined


def test_7_27_relief_takes_lift_that_is_free_until_it_is_there() -> None:
    """Sappers of 500 t fill one of West's four trains; North has none of its own and shares them by treaty."""
    treaty = Agreement(id="trains", kind="logistics", parties=("north", "west"))
    made = world_with(gate(agreements=(treaty,)))
    lifts = Lifts(made)
    sent = happened.ReliefSent(nation="north", force="n-sapper", to="west", due=DAY, modes=("rail",))
    made.emit(sent, made.turn_event, EVERYONE)
    assert lifts.free["w-rail"] == 3
    made.run_to(DAY)
    assert lifts.free["w-rail"] == 4
