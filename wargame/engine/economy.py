"""Sanctions: a signal at once, a bite with time, a cost at home (`docs/model.md` 7.24); and side payments in money."""

from wargame.engine.world import World
from wargame.model.clock import DAY
from wargame.model.decisions.diplomacy import Sanction
from wargame.model.event import EVERYONE, Event
from wargame.model.happenings import MoneySpent, SanctionsAgreed, SanctionsImposed, SidePaymentMade
from wargame.rules.economy import nation_of
from wargame.rules.sanctions import cost_a_day, felt


class Economy:
    """Imposes and lifts sanctions, and moves the money of side payments."""

    def __init__(self, world: World) -> None:
        self.world = world
        world.handle(Sanction, self.sanction)
        world.when(SanctionsAgreed, self.agree)
        world.when(SidePaymentMade, self.paid)

    def sanction(self, seat: str, decision: Sanction, cause: Event) -> None:
        self.impose(seat, decision.adversary, round(decision.share, 6), cause)

    def agree(self, event: Event, body: SanctionsAgreed) -> None:
        """Those that the council's decision binds bring their own sanctions to what was agreed."""
        for nation in body.nations:
            state = self.world.situation.nations[nation].sanctions.get(body.adversary)
            if (state.share if state is not None else 0.0) != body.trade:
                self.impose(nation, body.adversary, round(body.trade, 6), event)

    def paid(self, event: Event, body: SidePaymentMade) -> None:
        """What one pays the other has."""
        if body.amount is None:
            return
        for nation, amount in ((body.by, body.amount), (body.nation, -body.amount)):
            spent = MoneySpent(nation=nation, amount=round(amount, 6), on="side_payment")
            self.world.emit(spent, event, (nation,))

    def impose(self, nation: str, adversary: str, share: float, cause: Event) -> None:
        """Change the share of trade that is stopped; what the former share has cost by now is settled."""
        world = self.world
        home, before = nation_of(world.scenario, nation), world.situation.nations[nation].sanctions.get(adversary)
        assert home is not None
        bite = felt(world.scenario, world.situation, nation, adversary, world.now)
        if before is not None and before.share:
            cost = cost_a_day(world.scenario, home, before.share) * (world.now - before.since) / DAY
            cause = world.emit(MoneySpent(nation=nation, amount=round(cost, 6), on="sanctions"), cause, (nation,))
        body = SanctionsImposed(nation=nation, adversary=adversary, share=share, bite=round(bite, 6))
        world.emit(body, cause, EVERYONE)
