"""What members say of a measure, and to each other about it (`docs/model.md` 6.10, 6.14 to 6.16)."""

from wargame.engine.seats import spend
from wargame.engine.world import World
from wargame.model.decisions import Decision
from wargame.model.decisions.consultation import Lobby, SidePayment, TakePosition
from wargame.model.decisions.diplomacy import CommitPublicly
from wargame.model.event import ALLIES, EVERYONE, Event
from wargame.model.happenings import (
    Lobbied,
    MeasureAdopted,
    MeasureFailed,
    PositionTaken,
    SidePaymentForfeited,
    SidePaymentMade,
    SidePaymentPromised,
    StatementMade,
)
from wargame.model.situation import MeasureProgress
from wargame.rules.legal import cost
from wargame.rules.positions import held_to, lobbying, payment


class Positions:
    """Members take positions, lobby and pay each other."""

    def __init__(self, world: World) -> None:
        self.world = world
        world.handle(TakePosition, self.take)
        world.handle(Lobby, self.lobby)
        world.handle(SidePayment, self.promise)
        world.handle(CommitPublicly, self.commit)
        world.when(MeasureAdopted, self.settle)
        world.when(MeasureFailed, self.settle)

    def take(self, seat: str, decision: TakePosition, cause: Event) -> None:
        measure = self.undecided(seat, decision, decision.measure, cause)
        if measure is None:
            return
        caveats = decision.caveats or ("tight_rules",) if decision.position == "accept_with_caveat" else ()
        body = PositionTaken(nation=seat, position=decision.position, caveats=tuple(caveats))
        taken = self.world.emit(body, self.anchored(cause, measure), ALLIES, measure.id)
        spend(self.world, seat, cost(decision), taken)

    def lobby(self, seat: str, decision: Lobby, cause: Event) -> None:
        measure = self.undecided(seat, decision, decision.measure, cause)
        if measure is None:
            return
        before = len([each for each in measure.lobbied.get(decision.nation, ()) if each.by == seat])
        weight = lobbying(self.world.scenario.doctrine.positions, decision.position, before)
        body = Lobbied(by=seat, nation=decision.nation, position=decision.position, weight=round(weight, 6))
        pair = (seat, decision.nation)
        lobbied = self.world.emit(body, self.anchored(cause, measure), pair, measure.id)
        spend(self.world, seat, cost(decision), lobbied)

    def promise(self, seat: str, decision: SidePayment, cause: Event) -> None:
        measure = self.undecided(seat, decision, decision.measure, cause)
        if measure is None:
            return
        receiver = next(each for each in self.world.scenario.nations if each.id == decision.nation)
        weight = payment(self.world.scenario.doctrine.positions, receiver, decision)
        body = SidePaymentPromised(
            by=seat,
            nation=decision.nation,
            position=decision.position,
            currency=decision.currency,
            amount=decision.amount,
            weight=round(weight, 6),
        )
        pair = (seat, decision.nation)
        promised = self.world.emit(body, self.anchored(cause, measure), pair, measure.id)
        spend(self.world, seat, cost(decision), promised)

    def settle(self, event: Event, body: MeasureAdopted | MeasureFailed) -> None:
        """Side payments fall due with the decision: who held to its position is paid, who did not gets nothing."""
        assert event.measure is not None
        measure = self.world.situation.council.measures[event.measure]
        for each in [*measure.payments]:
            pair = (each.by, each.nation)
            made: SidePaymentMade | SidePaymentForfeited
            if held_to(each.position, measure.positions.get(each.nation, "accept")):
                made = SidePaymentMade(by=each.by, nation=each.nation, currency=each.currency, amount=each.amount)
            else:
                made = SidePaymentForfeited(by=each.by, nation=each.nation)
            self.world.emit(made, event, pair, measure.id)

    def commit(self, seat: str, decision: CommitPublicly, cause: Event) -> None:
        said = self.world.emit(StatementMade(by=seat, commits=True), cause, EVERYONE)
        spend(self.world, seat, cost(decision), said)

    # --- look-ups --------------------------------------------------------------------------------------------

    def undecided(self, seat: str, decision: Decision, name: str, cause: Event) -> MeasureProgress | None:
        """The measure, if it is still to be decided; else the seat is told that its order came to nothing."""
        measure = self.world.situation.council.measures.get(name)
        if measure is None or not measure.open:
            self.world.fail(seat, decision, cause, "the measure has just been decided")
            return None
        return measure

    def anchored(self, cause: Event, measure: MeasureProgress) -> Event:
        return self.world.anchored(cause, self.world.log[measure.event - 1])
