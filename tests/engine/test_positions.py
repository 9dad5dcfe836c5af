"""What members say of a measure, and to each other about it (docs/model.md 6.14 to 6.16)."""

from tests.engine.council import council, m1, silence, tabled, take
from tests.worlds import at, of_kind, the, told, view_of
from wargame.engine.world import World
from wargame.model import happenings as happened
from wargame.model.decisions import Lobby, SidePayment


def test_6_14_a_caveat_is_kept_with_the_measure() -> None:
    world = silence(council())
    take(world, "south", "accept_with_caveat", "own_soil", "not_under_fire")
    take(world, "west", "accept_with_caveat")
    assert m1(world).caveats == {"south": ("own_soil", "not_under_fire"), "west": ("tight_rules",)}
    take(world, "south", "accept")
    assert m1(world).caveats == {"west": ("tight_rules",)}
    world.run_to(at(24 * 10))
    assert the(world.log, "measure_adopted").body == happened.MeasureAdopted(
        unanimous=True, accepting=("north", "south", "west")
    )


# --- lobbying ------------------------------------------------------------------------------------------------


def lobby(world: World, nation: str = "west", position: str = "accept", by: str = "north") -> None:
    world.decide(by, Lobby(nation=nation, measure="m1", position=position), None)  # type: ignore[arg-type]


def test_6_15_lobbying_is_known_to_two_and_costs_one() -> None:
    world = tabled(council())
    lobby(world)
    assert told(world.log[-2:]) == ["D+0T02:00 lobbied west north", "D+0T02:00 capital_spent north"]
    assert world.log[-2].audience == ("north", "west")
    for seat, knows in (("west", True), ("south", False), ("hq", False)):
        assert bool(view_of(world.scenario, seat, world.log).situation.council.measures["m1"].lobbied) is knows


def test_6_15_each_repetition_weighs_half_and_each_nation_counts_its_own() -> None:
    world = tabled(council())
    for by in ("north", "north", "south"):
        lobby(world, by=by)
    lobby(world, position="break")
    assert [each.weight for each in m1(world).lobbied["west"]] == [0.08, 0.04, 0.08, -0.02]


# --- side payments -------------------------------------------------------------------------------------------


def pay(world: World, currency: str = "money", amount: float | None = 75.0) -> None:
    payment = SidePayment(
        nation="west",
        measure="m1",
        position="accept",
        currency=currency,  # type: ignore[arg-type]
        amount=amount,
    )
    world.decide("north", payment, None)


def test_6_16_a_promise_weighs_at_once_and_is_paid_when_the_position_was_held() -> None:
    """75 million are half of .0005 of a GDP of 300 billion: half of .25."""
    world = tabled(council())
    pay(world)
    assert m1(world).lobbied["west"][0].weight == 0.125
    assert the(world.log, "side_payment_promised").audience == ("north", "west")
    world.run_to(at(24 * 10))
    paid = the(world.log, "side_payment_made")
    assert paid.body == happened.SidePaymentMade(by="north", nation="west", currency="money", amount=75.0)
    assert paid.audience == ("north", "west")
    assert m1(world).payments == []


def test_6_16_who_abstains_gets_nothing() -> None:
    world = silence(council())
    pay(world, "basing", None)
    take(world, "west", "abstain")
    world.run_to(at(24 * 10))
    assert the(world.log, "side_payment_forfeited").body == happened.SidePaymentForfeited(by="north", nation="west")
    assert not of_kind(world.log, "side_payment_made")


def test_6_16_a_failed_measure_settles_it_too() -> None:
    world = silence(council())
    pay(world, "burden_credit", None)
    take(world, "west", "accept")
    take(world, "south", "break")
    world.run_to(at(24 * 10))
    assert told(world.log[-2:])[0].endswith("measure_failed")
    assert (
        world.log[-1].body.kind == "side_payment_made"
    )  # west held to its position; that others did not is not its fault
