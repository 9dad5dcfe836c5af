"""What shows of the adversaries' doings, and what is only taken for it (`docs/model.md` 5.1 and 5.2)."""

from wargame.engine.world import World
from wargame.model.adversary import Adversary
from wargame.model.clock import DAY
from wargame.model.event import NOBODY, Event
from wargame.model.happenings import AdversaryPrepared, IndicatorShown, RungChanged
from wargame.model.scenario import HYPOTHESES, Indicator
from wargame.rules.doings import activity
from wargame.rules.draw import exponential


class Indications:
    """Each line of the warning list shows at random, as often as what an adversary is doing makes it."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.doing: dict[str, Event] = {}
        """By adversary: the event since which it has been doing what it does."""
        world.when(AdversaryPrepared, self.began)
        world.when(RungChanged, self.changed)

    def began(self, event: Event, body: AdversaryPrepared) -> None:
        self.doing[body.adversary] = event
        adversary = next(each for each in self.world.scenario.adversaries if each.id == body.adversary)
        for indicator in self.world.scenario.indicators:
            rates = tuple(getattr(indicator.rates, hypothesis) for hypothesis in HYPOTHESES)
            self.await_next(Line(adversary, indicator, rates))

    def changed(self, event: Event, body: RungChanged) -> None:
        self.doing[body.adversary] = event

    def await_next(self, line: "Line") -> None:
        """Candidates come at the highest of an indicator's rates and are kept with the share of the present one, so
        that the draws stay aligned whatever the adversary does.
        """
        gap = exponential(self.world.draw(line.entity, "next"), line.highest)
        self.world.call(round(DAY * gap), self.candidate, line)

    def candidate(self, line: "Line") -> None:
        world, adversary = self.world, line.adversary
        kept, which = world.draw(line.entity, "kept"), world.draw(line.entity, "force")
        doing = activity(world.scenario, world.situation, adversary, world.now, world.draw(line.entity, "cover"))
        if kept * line.highest < line.rates[HYPOTHESES.index(doing)]:
            force = formation(adversary, line.indicator, which)
            body = IndicatorShown(indicator=line.indicator.id, force=force, adversary=adversary.id)
            world.emit(body, self.doing[adversary.id], NOBODY)
        self.await_next(line)


class Line:
    """One line of the warning list, watched for one adversary."""

    def __init__(self, adversary: Adversary, indicator: Indicator, rates: tuple[float, ...]) -> None:
        self.adversary, self.indicator, self.rates = adversary, indicator, rates
        self.highest = max(rates)
        self.entity = f"{adversary.id}/{indicator.id}"


def formation(adversary: Adversary, indicator: Indicator, u: float) -> str | None:
    """The formation that is seen, or thought to be seen, moving: one of the adversary's that the indicator is about;
    none unless troops move.
    """
    able = [each.id for each in adversary.forces if not indicator.forces or each.id in indicator.forces]
    if indicator.category != "troop_movement" or not able:
        return None
    return able[int(u * len(able))]
