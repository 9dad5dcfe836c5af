"""A seat in the adversary's place: its orders, carried out by the adversary it plays (`docs/model.md` 4.29)."""

from collections.abc import Iterable

from wargame.engine.hybrid import strike
from wargame.engine.talks import adversary_in, answer, make_offer, offer_of
from wargame.engine.threat import Threat
from wargame.engine.world import World
from wargame.model.decisions.red import (
    AnswerOffer,
    Attack,
    BackDown,
    Climb,
    Feint,
    Hold,
    HybridAttack,
    RedOffer,
    WedgeAlly,
)
from wargame.model.event import Event
from wargame.model.happenings import ActKind
from wargame.model.situation import AdversaryState
from wargame.rules.threat import can_attack, mobilisation_of


class RedSeat:
    """Hands Red's orders to the adversaries they are for."""

    def __init__(self, world: World, minds: Iterable[Threat]) -> None:
        self.world = world
        self.minds = {mind.adversary.id: mind for mind in minds}
        world.handle(Hold, self.hold)
        world.handle(Climb, self.climb)
        world.handle(BackDown, self.back_down)
        world.handle(Attack, self.attack)
        world.handle(Feint, self.feint)
        world.handle(HybridAttack, self.hybrid)
        world.handle(RedOffer, self.offer)
        world.handle(AnswerOffer, self.answer)
        world.handle(WedgeAlly, self.wedge)

    def order(self, name: str, act: ActKind, cause: Event) -> Event:
        """Take command, and log the order beside what the adversary itself would have weighed."""
        mind = self.minds[name]
        mind.take_command(cause)
        mind.active = mind.beliefs.active = not self.state(name).at_war
        standing = mind.standing()
        return mind.choose(act, standing, mind.open_acts(standing), cause, ordered=True)

    def state(self, name: str) -> AdversaryState:
        return self.world.situation.adversaries[name]

    # --- the ladder ------------------------------------------------------------------------------------------

    def hold(self, seat: str, decision: Hold, cause: Event) -> None:
        self.order(decision.adversary, "hold", cause)

    def climb(self, seat: str, decision: Climb, cause: Event) -> None:
        mind = self.minds[decision.adversary]
        if not mind.opening(mind.standing()).climbing:
            self.world.fail(seat, decision, cause, "mediators hold it back for a while yet")
            return
        mind.carry_out("climb", self.order(decision.adversary, "climb", cause))

    def back_down(self, seat: str, decision: BackDown, cause: Event) -> None:
        name = decision.adversary
        self.minds[name].carry_out("back_down", self.order(name, "back_down", cause))

    def attack(self, seat: str, decision: Attack, cause: Event) -> None:
        name, parameters = decision.adversary, self.world.scenario.doctrine.threat
        state = self.state(name)
        if not can_attack(parameters, state.rung, mobilisation_of(parameters, state, self.world.now)):
            self.world.fail(seat, decision, cause, "its forces are not mobilised enough")
            return
        self.minds[name].carry_out("attack", self.order(name, "attack", cause))

    # --- beside it -------------------------------------------------------------------------------------------

    def feint(self, seat: str, decision: Feint, cause: Event) -> None:
        self.minds[decision.adversary].carry_out("feint", self.order(decision.adversary, "feint", cause))

    def hybrid(self, seat: str, decision: HybridAttack, cause: Event) -> None:
        chose = self.order(decision.adversary, "hybrid", cause)
        adversary = self.minds[decision.adversary].adversary
        strike(self.world, adversary, chose, decision.intensity, decision.means, decision.nation, decision.at)

    def wedge(self, seat: str, decision: WedgeAlly, cause: Event) -> None:
        self.minds[decision.adversary].wedge(decision.nation, self.order(decision.adversary, "wedge", cause))

    # --- talks -----------------------------------------------------------------------------------------------

    def offer(self, seat: str, decision: RedOffer, cause: Event) -> None:
        name = decision.adversary
        if decision.secret and self.world.situation.talks.channel(decision.to, name) is None:
            self.world.fail(seat, decision, cause, "there is no back channel")
            return
        wished = offer_of(self.world, decision, name, decision.to)
        make_offer(self.world, wished, self.order(name, "demand", cause))

    def answer(self, seat: str, decision: AnswerOffer, cause: Event) -> None:
        offer = self.world.situation.talks.offers.get(decision.offer)
        if offer is None or not offer.stands(self.world.now):
            self.world.fail(seat, decision, cause, "the offer no longer stands")
            return
        accepted = decision.answer == "accept"
        name = adversary_in(self.world.scenario, offer.body)
        chose = self.order(name, "accept" if accepted else "hold", cause)
        answer(self.world, decision.offer, name, accepted=accepted, cause=chose)
