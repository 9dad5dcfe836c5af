"""Words between the two sides (docs/model.md 4.15 and 4.26 to 4.28)."""

from dataclasses import replace
from math import log, sqrt
from typing import Any

import pytest

from tests.engine.adversaries import (
    activation,
    deployment,
    doubts,
    moves,
    of_type,
    passive,
    prepared,
    statement,
    thoughts,
)
from tests.worlds import adversary, at, calm_crisis, of_kind, the, view_of
from wargame.engine.friction import Friction
from wargame.engine.threat import Threat
from wargame.engine.world import World
from wargame.model import happenings as happened
from wargame.model.adversary import AdversaryType
from wargame.model.clock import DAY, HOUR
from wargame.model.decisions import (
    AcceptOffer,
    AskMediator,
    Assure,
    MakeOffer,
    OpenBackChannel,
    RefuseOffer,
)
from wargame.model.event import ALLIES, EVERYONE
from wargame.model.scenario import ThirdParty
from wargame.model.situation import Situation
from wargame.rules.talks import worth

BOTH = ("north", "south", "west", "hq", "commander", "red")
"""Who hears of what is said openly between the two sides."""


def value(world: World) -> float:
    """o_c, what standing down would bring the adversary."""
    return worth(world.scenario, world.situation, "redland", world.now)


def offer(world: World, seat: str = "north", share: float = 0.4, hours: float = 48.0, **more: Any) -> None:
    wished = MakeOffer(adversary="redland", objective="gate", share=share, deadline=hours, **more)
    world.decide(seat, wished, None)


def channel(world: World, seat: str = "north") -> None:
    world.decide(seat, OpenBackChannel(to="redland"), None)


# --- offers and deals ----------------------------------------------------------------------------------------


def test_4_15_an_offer_is_believed_by_seven_tenths_through_a_channel_and_by_half_of_that_without() -> None:
    world, _ = prepared(passive())
    offer(world)
    assert value(world) == pytest.approx(0.7 * 0.5 * 0.4)
    channel(world)
    assert value(world) == pytest.approx(0.7 * 0.4)


def test_4_15_what_is_not_the_offerers_own_counts_half_and_an_assurance_with_it_a_tenth() -> None:
    world, _ = prepared(passive())
    offer(world, "south")
    assert value(world) == pytest.approx(0.7 * 0.5 * 0.5 * 0.4)
    world, _ = prepared(passive())
    offer(world, assurance="no_attack")
    assert value(world) == pytest.approx(0.7 * 0.5 * (0.4 + 0.1))


def test_4_15_the_best_offer_counts_until_its_deadline() -> None:
    world, _ = prepared(passive(doctrine__talks__refuse=99.0))
    offer(world, share=0.2, hours=96.0)
    offer(world, "south", share=0.6, hours=24.0)
    assert value(world) == pytest.approx(0.7 * 0.5 * 0.5 * 0.6)
    world.run_to(DAY)
    assert value(world) == pytest.approx(0.7 * 0.5 * 0.2)
    world.run_to(4 * DAY)
    assert value(world) == 0.0


def test_4_15_a_share_of_something_else_is_worth_nothing_to_it() -> None:
    scenario = passive()
    isle = replace(scenario.objectives[0], id="isle", name="Isle", at="isle", weight=0.5)
    world, _ = prepared(replace(scenario, objectives=(*scenario.objectives, isle)))
    world.decide("north", MakeOffer(adversary="redland", objective="isle", share=0.9, deadline=48.0), None)
    assert value(world) == 0.0


def test_4_6_offering_a_concession_makes_it_doubt_the_allies() -> None:
    world, _ = prepared(passive())
    offer(world)
    assert doubts(world) == [("concession", -0.1)]


def test_4_15_an_offer_wakes_it() -> None:
    world, _ = prepared(passive())
    offer(world)
    world.run_to(at(3))
    assert thoughts(world) == [HOUR]


def accepted(share: float = 0.4, rung: int = 5) -> tuple[World, Threat]:
    world, threat = prepared(adversary(passive(), rung=rung))
    channel(world)
    offer(world, share=share)
    assert threat.moved is not None
    threat.carry_out("accept", threat.moved)
    return world, threat


def test_4_15_accepting_takes_it_down_two_rungs_and_concedes_the_share() -> None:
    world, _ = accepted()
    assert moves(world) == [(5, 3)]
    given = the(world.log, "concession_made")
    assert (given.audience, given.body) == (
        EVERYONE,
        happened.ConcessionMade(offer="o1", adversary="redland", objective="gate", share=0.4, conceded=0.4),
    )
    assert world.situation.objectives["gate"].conceded == 0.4


def test_4_15_an_offer_that_is_worth_little_takes_it_down_one() -> None:
    """What it accepts is worth .15 to it, or it is not credible enough for two."""
    world, _ = accepted(share=0.1)
    assert moves(world) == [(5, 4)]


def test_4_15_a_deal_that_is_kept_goes_on_paying_and_nothing_else_is_taken_up() -> None:
    """Once it climbs again other offers count anew; V is what it has not been conceded."""
    world, threat = accepted()
    world.run_to(4 * DAY)
    offer(world, "south", share=0.9)
    assert value(world) == pytest.approx(0.4)
    assert threat.offers() == []
    assert threat.standing().value == pytest.approx(0.6)
    assert threat.moved is not None
    threat.climb(threat.moved)
    assert [each.body.offer for each in threat.offers()] == ["o2"]


def test_4_15_it_accepts_by_quantal_response_as_it_would_step_down() -> None:
    """Most who would rather coerce than fight take a way out in twenty days; the determined do not."""
    outcomes = {}
    kinds: tuple[AdversaryType, ...] = ("coercer", "determined")
    for kind in kinds:
        took = 0
        for seed in range(40):
            world, _ = prepared(of_type(calm_crisis(), kind, rung=3, mobilisation=0.3), seed)
            channel(world)
            offer(world, share=0.35, hours=20 * 24.0)
            world.run_to(20 * DAY, stop_at_flash=False)
            took += bool(of_kind(world.log, "concession_made"))
        outcomes[kind] = took / 40
    assert outcomes["coercer"] > 0.5
    assert outcomes["determined"] < 0.15


def test_4_15_it_refuses_what_it_would_hardly_ever_accept() -> None:
    """Holding better by .3: the determined at the brink."""
    refused = 0
    for seed in range(20):
        scenario = of_type(calm_crisis(doctrine__threat__prior_resolve=0.1), "determined", rung=4, mobilisation=1.0)
        world, _ = prepared(scenario, seed)
        offer(world, share=0.01)
        world.run_to(at(2), stop_at_flash=False)
        for event in of_kind(world.log, "offer_answered"):
            assert (event.audience, event.body) == (
                BOTH,
                happened.OfferAnswered(offer="o1", by="redland", accepted=False),
            )
            refused += 1
    assert refused > 10


# --- who hears what ------------------------------------------------------------------------------------------


def test_4_15_open_offers_are_heard_by_both_sides_and_secret_ones_by_the_two_ends() -> None:
    world, _ = prepared(passive())
    offer(world)
    channel(world, "south")
    offer(world, "south", secret=True)
    offer(world, "west")
    made = [(event.body.offer, event.audience) for event in of_kind(world.log, "offer_made")]
    assert made == [("o1", BOTH), ("s1-south", ("south", "red")), ("o2", BOTH)]  # o2 tells nobody of s1


def test_4_15_without_a_channel_nothing_is_secret() -> None:
    world, _ = prepared(passive())
    offer(world, "south", secret=True)
    assert of_kind(world.log, "offer_made") == []
    assert the(world.log, "order_failed").body.reason == "there is no back channel"


def test_4_15_a_secret_deal_is_known_to_the_two_ends() -> None:
    world, threat = prepared(passive())
    channel(world)
    offer(world, secret=True)
    assert threat.moved is not None
    threat.carry_out("accept", threat.moved)
    for kind in ("offer_answered", "concession_made"):
        assert the(world.log, kind).audience == ("north", "red")
    assert world.situation.objectives["gate"].conceded == 0.4


def test_4_18_the_owner_may_accept_a_demand_or_refuse_it() -> None:
    for decision, accepts in ((AcceptOffer(offer="o1"), True), (RefuseOffer(offer="o1"), False)):
        world, threat = prepared(adversary(passive(doctrine__threat__type_sd=0.0), rung=5))
        assert threat.moved is not None
        threat.demand(threat.moved)
        made = the(world.log, "offer_made").body
        assert (made.by, made.to, made.share) == ("redland", "north", round(threat.type.concession, 2))
        assert made.until == 5 * DAY
        world.decide("north", decision, None)
        assert the(world.log, "offer_answered").body.accepted == accepts
        assert moves(world) == [(5, 3)] * accepts
        assert doubts(world) == [("concession", -0.1)] * accepts
        assert world.situation.objectives["gate"].conceded == pytest.approx(made.share if accepts else 0.0)


def test_4_18_a_demand_that_has_lapsed_cannot_be_accepted() -> None:
    world, threat = prepared(passive())
    assert threat.moved is not None
    threat.demand(threat.moved)
    world.run_to(5 * DAY)
    world.decide("north", AcceptOffer(offer="o1"), None)
    assert the(world.log, "order_failed").body.reason == "the offer no longer stands"


def test_4_18_it_demands_again_once_nothing_stands_and_no_deal_is_kept() -> None:
    world, threat = prepared(passive())
    assert threat.demands() == 0
    assert threat.moved is not None
    threat.demand(threat.moved)
    assert threat.demands() is None
    world.run_to(6 * DAY)
    assert threat.demands() == 1
    threat.demand(threat.moved)
    world.decide("north", AcceptOffer(offer="o2"), None)
    assert threat.demands() is None


def test_4_15_what_the_council_agreed_to_offer_is_offered_for_all() -> None:
    """It is nobody's private offer: it counts in full as to whose it is."""
    world, _ = prepared(passive())
    agreed = happened.OfferAgreed(
        adversary="redland", objective="gate", share=0.4, assurance=None, until=DAY, nations=("north",)
    )
    world.emit(agreed, world.turn_event, BOTH)
    made = the(world.log, "offer_made")
    assert (made.body.by, made.body.until, made.audience) == ("hq", DAY, BOTH)
    assert made.measure is None
    assert value(world) == pytest.approx(0.7 * 0.5 * 0.4)


# --- channels and their leaks --------------------------------------------------------------------------------


def test_4_26_only_the_two_ends_know_of_a_channel() -> None:
    world, _ = prepared(passive())
    channel(world, "south")
    world.decide("red", OpenBackChannel(to="hq"), None)
    opened = [(event.body.seat, event.audience) for event in of_kind(world.log, "back_channel_opened")]
    assert opened == [("south", ("south", "red")), ("hq", ("hq", "red"))]


def test_4_26_half_of_the_channels_are_known_after_two_weeks() -> None:
    """.05 a day: .95^14 stay secret."""
    leaked = 0
    for seed in range(400):
        world, _ = prepared(passive(), seed)
        channel(world)
        world.run_to(14 * DAY)
        leaked += bool(of_kind(world.log, "talks_leaked"))
    chance = 1 - 0.95**14
    assert leaked / 400 == pytest.approx(chance, abs=4 * sqrt(chance * (1 - chance) / 400))


def test_4_26_a_leak_discloses_what_went_through_the_channel_and_costs_trust() -> None:
    world, threat = prepared(passive(doctrine__talks__leak=0.999))
    channel(world)
    offer(world, secret=True)
    assert threat.moved is not None
    threat.carry_out("accept", threat.moved)
    world.run_to(10 * DAY)
    leaked = the(world.log, "talks_leaked")
    assert leaked.audience == EVERYONE
    assert leaked.body.untold == ("south", "west")
    assert [each.share for each in leaked.body.offers] == [0.4]
    assert [each.conceded for each in leaked.body.concessions] == [0.4]
    fallen = [(event.body.holder, event.body.other) for event in of_kind(world.log, "trust_changed")]
    assert fallen == [("south", "north"), ("west", "north")]
    south = world.situation.trust["south"]["north"]
    assert south.alpha / (south.alpha + south.beta) == pytest.approx(0.6 - 0.05, abs=1e-6)


def test_4_26_an_ally_learns_by_the_leak_what_it_could_not_know() -> None:
    world, threat = prepared(passive(doctrine__talks__leak=0.999))
    channel(world)
    offer(world, secret=True)
    assert threat.moved is not None
    threat.carry_out("accept", threat.moved)
    before = seen_by(world, "south")
    world.run_to(10 * DAY)
    after = seen_by(world, "south")
    assert (before.objectives["gate"].conceded, after.objectives["gate"].conceded) == (0.0, 0.4)
    assert after.talks.offers["s1-north"].accepted
    offer(world, secret=True)  # what goes through it now is no secret any more
    assert of_kind(world.log, "offer_made")[-1].audience == BOTH


def seen_by(world: World, seat: str) -> Situation:
    return view_of(world.scenario, seat, world.log).situation


# --- assurances ----------------------------------------------------------------------------------------------


def assure(world: World, seat: str = "north", what: str = "no_attack") -> None:
    world.decide(seat, Assure(adversary="redland", assurance=what), None)  # type: ignore[arg-type]


def test_4_27_each_assurance_counts_half_of_the_last_and_fades_as_words_do() -> None:
    world, _ = prepared(passive())
    assure(world)
    assert value(world) == pytest.approx(0.1)
    assure(world, "hq")
    assert value(world) == pytest.approx(0.15)
    world.run_to(14 * DAY)
    assert value(world) == pytest.approx(0.075)
    assert {event.audience for event in of_kind(world.log, "assured")} == {EVERYONE}


@pytest.mark.parametrize(("days", "factor"), [(0.0, 2.0), (3.0, 2.0), (3.1, 1.0)])
def test_4_27_firm_but_flexible(days: float, factor: float) -> None:
    """Bound to fight and restrained, both within 72 h of each other, in either order: twice as much."""
    for first, second in ((assure, bind), (bind, assure)):
        world, _ = prepared(passive())
        first(world)
        world.run_to(round(days * DAY))
        second(world)
        faded = 0.5 ** (days / 14) if first is assure else 1.0
        assert value(world) == pytest.approx(0.1 * factor * faded)


def bind(world: World) -> None:
    statement(world, "north", commits=True)


def test_4_27_the_councils_assurance_is_firm_by_any_members_commitment_a_nations_by_its_own() -> None:
    for by, factor in (("hq", 2.0), ("south", 1.0)):
        world, _ = prepared(passive())
        bind(world)
        assure(world, by)
        assert value(world) == pytest.approx(0.1 * factor)


def test_4_27_heavy_forces_belie_a_promise_to_send_none() -> None:
    for what, left in (("no_forward_basing", 0.0), ("force_limits", 0.0), ("no_attack", 0.1)):
        world, _ = prepared(passive())
        assure(world, "hq", what)
        activation(world, "n-guard")
        assert value(world) == pytest.approx(0.1)
        world.emit(happened.ActivationOrdered(forces=("s-tank",), strength=1.0), deployment(world), ALLIES, "m1")
        assert value(world) == pytest.approx(left)


def test_4_27_an_assurance_wakes_it() -> None:
    world, _ = prepared(passive())
    assure(world)
    world.run_to(at(3))
    assert thoughts(world) == [HOUR]


# --- mediators -----------------------------------------------------------------------------------------------


def third_parties(leaning: float) -> tuple[ThirdParty, ...]:
    return (ThirdParty(id="un", name="The United Nations", kind="united_nations", leaning=leaning),)


def test_4_28_a_mediator_answers_within_days_and_the_less_often_the_more_it_leans() -> None:
    agreed, delays = 0, []
    for seed in range(200):
        world, _ = prepared(replace(passive(), third_parties=third_parties(0.3)), seed)
        world.decide("hq", AskMediator(mediator="un", adversary="redland"), None)
        world.run_to(60 * DAY)
        answered = the(world.log, "mediator_answered")
        delays.append(answered.time / DAY)
        agreed += answered.body.agrees
        assert answered.audience == the(world.log, "mediator_asked").audience == EVERYONE
    assert agreed / 200 == pytest.approx(0.7, abs=4 * sqrt(0.21 / 200))
    assert sum(log(each) for each in delays) / 200 == pytest.approx(log(2.0), abs=4 * 0.6 / sqrt(200))


def test_4_28_a_mediator_at_work_ends_violence_two_and_a_half_times_as_often() -> None:
    scenario = replace(passive(doctrine__threat__mediation_rate=0.012), third_parties=third_parties(0.0))
    world, _ = prepared(scenario)
    friction = Friction(world, scenario.adversaries[0])
    assert friction.mediation_rate() == pytest.approx(0.012)
    world.decide("north", AskMediator(mediator="un", adversary="redland"), None)
    assert friction.mediation_rate() == pytest.approx(0.012)
    world.run_to(30 * DAY)
    assert friction.mediation_rate() == pytest.approx(0.03)


def test_4_28_who_offers_to_mediate_is_at_work() -> None:
    world, _ = prepared(replace(passive(doctrine__threat__mediation_rate=0.012), third_parties=third_parties(0.0)))
    friction = Friction(world, world.scenario.adversaries[0])
    world.emit(happened.MediationOffered(mediator="un", adversary="redland"), world.turn_event, EVERYONE)
    assert friction.mediation_rate() == pytest.approx(0.03)


def test_4_28_it_is_asked_once() -> None:
    world, _ = prepared(replace(passive(), third_parties=third_parties(0.0)))
    for seat in ("hq", "north"):
        world.decide(seat, AskMediator(mediator="un", adversary="redland"), None)
    assert the(world.log, "order_failed").body.reason == "it has just been asked"
