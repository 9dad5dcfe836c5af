"""The coach: what a scenario's guide tells a seat to do next. It looks on and never keeps anybody waiting."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from wargame.desk.lines import Para, say
from wargame.desk.orders import named, together, way_words
from wargame.desk.wanted import best, fits, seen
from wargame.model.decisions import Decision
from wargame.model.guide import Guide, Step, Tab
from wargame.model.occasion import Occasion
from wargame.model.situation import MeasureProgress
from wargame.model.view import View
from wargame.replay import names
from wargame.replay.order_words import order_words
from wargame.replay.summary_waiting import Waiting, meets, waiting
from wargame.replay.watch import Scene
from wargame.rules.deadlines import turn_hours
from wargame.rules.legal import legal
from wargame.rules.occasions import Occasions
from wargame.rules.options import considered

ENOUGH = "That is all for this turn. End it, and read what it brings."
"""Where every step that is of use now has been done, and nothing waits."""


@dataclass(frozen=True, slots=True)
class Advice:
    """What to do next. Without an order, a tab and something to take back, the turn is to be ended."""

    text: str
    number: int = 0
    """Of the step in the guide; 0 for what the guide does not say."""
    of: int = 0
    """Steps of the guide."""
    look: Tab | None = None
    """Tab to open."""
    order: str | None = None
    """Kind of order to give."""
    ways: tuple[Decision, ...] = ()
    """Every way to give it now, as they are listed."""
    fitting: tuple[Decision, ...] = ()
    """Those of them that do it."""
    line: Decision | None = None
    """The one of these that is suggested; None where every way does it and the choice is the seat's."""
    back: int | None = None
    """Index of a staged order that must be taken back first."""
    last: bool = False
    """Whether that is the last one."""

    def line_words(self, scene: Scene) -> str:
        """How the suggested way stands in the list."""
        return "" if self.line is None else way_words(self.line, _words(scene, self.line))


def advice(scene: Scene, opened: Collection[str]) -> Advice | None:
    """What the guide tells the seat, which has `opened` these tabs; None without a guide, and once play is over."""
    guide = next((each for each in scene.scenario.guides if each.seat == scene.view), None)
    if guide is None or scene.situation.ended is not None:
        return None
    return _Coach(scene, guide, opened).advice()


def coach_paras(scene: Scene, told: Advice, how: Callable[[Scene, Advice], str]) -> Iterator[Para]:
    """What to do, and `how` it is done here."""
    place = f" {told.number}/{told.of}" if told.number else ""
    yield say(("head", f"COACH{place}  "), told.text, "  ", ("key", how(scene, told)), hang=0)


class _Coach:
    """Looks at one seat's desk at one instant."""

    def __init__(self, scene: Scene, guide: Guide, opened: Collection[str]) -> None:
        self.scene = scene
        self.opened = opened
        self.view = View(scene.view, scene.scenario, scene.situation, scene.events)
        self.staged = [order.decision for order in scene.orders]
        self.steps = guide.steps
        left = [step for step in guide.steps if not self._done(step) and not self._late(step)]
        texts = [self._overtaken(step) for step in left]
        self.ahead = [step for step, text in zip(left, texts, strict=True) if text is None]
        self.passed = [text for text in texts if text is not None and self._new(text)]

    def advice(self) -> Advice:
        """What would be decided without the seat before its next turn; then the first step that can be done now; before
        the turn is ended, what waits.
        """
        urgent = self._urgent()
        if urgent is not None:
            return urgent
        told = self._next()
        return replace(told, text=" ".join([*map(self._tabled, self.passed), told.text]))

    def _next(self) -> Advice:
        for step in self.ahead:
            told = self._placed(step) if self._due(step) else None
            if told is not None:
                ends = step.order is None and step.look is None
                return (self._waits() or told) if ends else told
        return self._waits() or Advice(ENOUGH)

    def _urgent(self) -> Advice | None:
        """What runs out at the latest when the turn ends, with the words of the step that would come to it."""
        turn = turn_hours(self.scene.scenario.pace, self.scene.situation.alert)
        pressing = (each for each in waiting(self.scene) if each.kind == "measure" and not each.staged)
        for each in pressing:
            if each.hours is None or each.hours > turn:
                continue
            for step in self.ahead:
                told = self._placed(step) if step.order in each.answers and self._due(step) else None
                if told is not None and any(meets(each, way) for way in told.fitting):
                    return told
            told = self._answer(each, f"First what cannot wait for your next turn: {each.what}.")
            if told is not None:
                return told
        return None

    def _placed(self, step: Step) -> Advice | None:
        """A step with its place in the guide."""
        told = self._told(step)
        number = next(place for place, each in enumerate(self.steps, start=1) if each is step)
        return None if told is None else replace(told, number=number, of=len(self.steps))

    # --- the steps of the guide ------------------------------------------------------------------------------

    def _done(self, step: Step) -> bool:
        return (
            step.look in self.opened
            or (step.turn is not None and self.scene.situation.turn >= step.turn)
            or (self._due(step) and any(order.kind == step.order and self._fits(step, order) for order in self.staged))
            or seen(self.scene, step)
        )

    def _late(self, step: Step) -> bool:
        return step.until is not None and self.scene.situation.turn > step.until

    def _overtaken(self, step: Step) -> MeasureProgress | None:
        """The text of another that is before the council, or has been adopted, and says what the step would table."""
        if step.order != "table_measure":
            return None
        others = (each for each in self.scene.situation.council.measures.values() if each.by != self.scene.view)
        standing = (each for each in others if each.open or each.state in ("broken", "adopted"))
        return next((each for each in standing if named(each.text).issuperset(step.names)), None)

    def _new(self, text: MeasureProgress) -> bool:
        """Whether a text is still worth a word: it is before the council, and the seat has not answered it."""
        return text.open and self.scene.view not in text.positions

    def _tabled(self, text: MeasureProgress) -> str:
        by, what = names.who(self.scene.scenario, text.by), names.measure(self.scene.scenario, text.text)
        return f"{by} has tabled {what} ({text.id}) for you."

    def _due(self, step: Step) -> bool:
        """Whether what must come first has come."""
        return step.after is None or self._come(step.after)

    def _come(self, occasion: Occasion) -> bool:
        return Occasions(self.scene.scenario).first(occasion, self.scene.events) is not None

    def _fits(self, step: Step, order: Decision) -> bool:
        return fits(self.scene, step, named(order))

    def _told(self, step: Step) -> Advice | None:
        """The step in words; None when the order that does it cannot be given now."""
        if step.order is None:
            return Advice(step.text, look=step.look)
        wrong = [index for index, order in enumerate(self.staged) if order.kind == step.order]
        said = step.text
        if wrong:
            words = _words(self.scene, self.staged[wrong[-1]])
            said = f"{said} '{words}' is staged; that is not yet what is meant here."
        free = not step.names and not step.one_of
        told = self._order(said, step.order, self.staged, lambda way: self._fits(step, way), free=free)
        if told is None and wrong:
            beside = [order for index, order in enumerate(self.staged) if index != wrong[-1]]
            if self._order(said, step.order, beside, lambda way: self._fits(step, way)) is not None:
                return Advice(said, back=wrong[-1], last=wrong[-1] + 1 == len(self.staged))
        return told

    def _order(
        self, text: str, kind: str, staged: Sequence[Decision], fit: Callable[[Decision], bool], *, free: bool = False
    ) -> Advice | None:
        """Advice to give an order of a kind that fits; None when there is none."""
        known = (way for way in considered(self.view) if way.kind == kind)
        ways = tuple(sorted((way for way in known if legal(self.view, way, staged) is None), key=together))
        fitting = tuple(way for way in ways if fit(way))
        if not fitting:
            return None
        line = None if free and len(fitting) > 1 else best(self.scene, fitting)
        return Advice(text, order=kind, ways=ways, fitting=fitting, line=line)

    # --- what waits ------------------------------------------------------------------------------------------

    def _waits(self) -> Advice | None:
        """What waits for the seat and can be answered now, before the turn is ended."""
        for each in waiting(self.scene):
            if not each.staged:
                told = self._answer(each, f"Before you end the turn, answer what waits: {each.what}.")
                if told is not None:
                    return told
        return None

    def _answer(self, each: Waiting, said: str) -> Advice | None:
        """Advice to give an order that answers what waits; None when none can be given."""
        for kind in each.answers:
            told = self._order(said, kind, self.staged, partial(meets, each), free=each.kind == "decision")
            if told is not None:
                return told
        return None


def _words(scene: Scene, decision: Decision) -> str:
    """A decision as the lists of orders have it."""
    return order_words(scene.scenario, scene.situation, scene.view, decision)
