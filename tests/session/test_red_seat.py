"""A session in which somebody plays the adversary (docs/model.md 4.29)."""

import pytest

from tests.session.sessions import header
from wargame.model.decisions import Attack, Climb, Decision, Hold
from wargame.model.happenings import AdversaryChose, ClashHappened, OfferAnswered
from wargame.model.record import Order
from wargame.model.scenario import RED, Scenario
from wargame.players import PLAYERS
from wargame.session.again import play_again
from wargame.session.exercise import Exercise
from wargame.session.refusal import Refused
from wargame.session.seating import Players, players, seat
from wargame.session.table import Table


def named(scenario: Scenario) -> str:
    return scenario.adversaries[0].id


def table(seed: int = 3) -> Table:
    opened = Exercise(header(seed))
    return Table(opened, players(opened.scenario, seat(opened.scenario, ())))


def order(at: Table, decision: Decision) -> None:
    at.exercise.submit(Order(seat=RED, decision=decision))


def test_4_29_up_the_ladder_a_rung_a_turn_until_it_can_attack() -> None:
    at = table()
    name, objective = named(at.exercise.scenario), at.exercise.scenario.adversaries[0].aim
    for _ in range(40):
        view = at.exercise.view(RED)
        rung = view.situation.adversaries[name].rung
        try:
            order(at, Attack(adversary=name, objective=objective))
        except Refused:
            order(at, Climb(adversary=name) if rung < 5 else Hold(adversary=name))
        at.play_turn()
        if at.exercise.crisis.world.situation.adversaries[name].at_war:
            break
    assert at.exercise.crisis.world.situation.adversaries[name].at_war
    chose = [event.body for event in at.exercise.events if isinstance(event.body, AdversaryChose)]
    assert all(each.ordered for each in chose)
    assert [event for event in at.exercise.events if isinstance(event.body, ClashHappened) and not event.cause] == []


def test_4_29_two_moves_of_one_adversary_in_a_turn_are_one_too_many() -> None:
    at = table()
    name = named(at.exercise.scenario)
    order(at, Climb(adversary=name))
    with pytest.raises(Refused, match="same subject"):
        order(at, Hold(adversary=name))


def test_4_29_a_session_with_a_red_seat_is_played_again_to_the_same_digest() -> None:
    at = table()
    name = named(at.exercise.scenario)
    for _ in range(3):
        order(at, Climb(adversary=name))
        at.play_turn()
    at.play()
    record = at.exercise.record
    assert play_again(record.header, record.played).digest == at.exercise.digest


def test_4_18_who_yields_accepts_a_demand_and_others_refuse() -> None:
    """The appeaser takes what it can get; the book does not pay."""
    answers: dict[str, set[bool]] = {"appeaser": set(), "doctrine": set()}
    for name, seen in answers.items():
        for seed in range(12):
            opened = Exercise(header(seed))
            everybody = Players(by_seat=dict.fromkeys(opened.scenario.alliance.members, PLAYERS[name].decide))
            Table(opened, everybody).play()
            made = {each.body.offer: each.body.by for each in opened.events if each.body.kind == "offer_made"}
            for event in opened.events:
                if isinstance(event.body, OfferAnswered) and made[event.body.offer] == named(opened.scenario):
                    seen.add(event.body.accepted)
    assert answers["doctrine"] == {False}
    assert True in answers["appeaser"]
